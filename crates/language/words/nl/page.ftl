### Wat rond de bevindingen staat.

# help:
help-e4c740 = raad:

# fix: {title}
fix-title-e6b1e2 = verbetering: { $title }

# shown by:
shown-by-cf24f3 = te zien aan:

# {path}, line {line}, column {column}
path-line-line-column-column-3f794c = { $path }, lijn { $line }, kolom { $column }

# {path}, line {line}, column {column}: {said}
path-line-line-column-column-said-2ff8d5 = { $path }, lijn { $line }, kolom { $column }: { $said }

# error
error-918751 = fout

# warning
warning-2112ef = waarschuwing

# advice
advice-ebe311 = tip

# and {more} more of {code} ({title}); `leadrules check --format plain` lists them all
and-more-more-of-code-title-leadrules-check-5840b6 = en nog { $more } van { $code } ({ $title }); `leadrules check --format plain` toont ze allemaal

# {message} ({label})
message-label-acc9cb = { $message } ({ $label })

# A lead that shows it:
a-lead-that-shows-it-585008 = Een lead die het laat zien:

# {path}: {errors}; nothing was run
path-errors-nothing-was-run-29543d = { $path }: { $errors }; er is niets uitgevoerd

# {path}: {counts}; `{command}` shows them
path-counts-command-shows-them-f7bb1c = { $path }: { $counts }; `{ $command }` toont ze
