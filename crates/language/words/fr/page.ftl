### Ce qui entoure les constats.

# help:
help-e4c740 = conseil :

# fix: {title}
fix-title-e6b1e2 = correction : { $title }

# shown by:
shown-by-cf24f3 = exemple :

# {path}, line {line}, column {column}
path-line-line-column-column-3f794c = { $path }, ligne { $line }, colonne { $column }

# {path}, line {line}, column {column}: {said}
path-line-line-column-column-said-2ff8d5 = { $path }, ligne { $line }, colonne { $column } : { $said }

# error
error-918751 = erreur

# warning
warning-2112ef = avertissement

# advice
advice-ebe311 = suggestion

# and {more} more of {code} ({title}); `leadrules check --format plain` lists them all
and-more-more-of-code-title-leadrules-check-5840b6 = et encore { $more } de { $code } ({ $title }) ; `leadrules check --format plain` les montre tous

# {message} ({label})
message-label-acc9cb = { $message } ({ $label })

# A lead that shows it:
a-lead-that-shows-it-585008 = Un lead qui le montre :

# {path}: {errors}; nothing was run
path-errors-nothing-was-run-29543d = { $path } : { $errors } ; rien n'a été exécuté

# {path}: {counts}; `{command}` shows them
path-counts-command-shows-them-f7bb1c = { $path } : { $counts } ; `{ $command }` les montre
