### Ce qu'une commande répond quand quelque chose ne va pas avec des fichiers, des options ou des réglages.

# "{text}" in {place}
text-in-place-e5a6ea = "{ $text }" à la { $place }

# "{text}" in {place} is {why}
text-in-place-is-why-bf1eca = "{ $text }" à la { $place } : { $why }

# '{name}' exists
name-exists-fe440c = '{ $name }' existe

# --account: the rules say nothing about accounts; declare them with `account {{ … }}`, or name a lead with --lead
account-the-rules-say-nothing-about-accounts-declare-7e5f38 = --account : les règles ne disent rien des comptes ; décrivez-les avec `account {"{"} … {"}"}`, ou nommez un lead avec --lead

# --accounts {path}: the rules say nothing about accounts; declare them with `account {{ … }}`, or leave this out
accounts-path-the-rules-say-nothing-about-accounts-4b126d = --accounts { $path } : les règles ne disent rien des comptes ; décrivez-les avec `account {"{"} … {"}"}`, ou retirez cette option

# --accounts-output {path}: the rules say nothing about accounts; declare them with `account {{ … }}`, or leave this out
accounts-output-path-the-rules-say-nothing-about-a3dc35 = --accounts-output { $path } : les règles ne disent rien des comptes ; décrivez-les avec `account {"{"} … {"}"}`, ou retirez cette option

# --accounts-output: name a file; standard output has the leads
accounts-output-name-a-file-standard-output-has-379568 = --accounts-output : nommez un fichier ; la sortie standard reçoit les leads

# --allow-path {folder}: there is no such folder
allow-path-folder-there-is-no-such-folder-53dbfa = --allow-path { $folder } : ce dossier n'existe pas

# --by: there is no label or field `{name}`; there are {names}
by-there-is-no-label-or-field-name-fe17f6 = --by : pas d'étiquette ni de champ `{ $name }` ; il y a { $names }

# --create and --name go together: what is created has a name
create-and-name-go-together-what-is-created-ce4661 = --create et --name vont ensemble : ce qui est créé a un nom

# --data is compared with one rule set; name its first file alone
data-is-compared-with-one-rule-set-name-b2ea59 = --data est comparé à un seul jeu de règles ; nommez seulement son premier fichier

# --events: {path} is a rule file, by its name
events-path-is-a-rule-file-by-its-e76b82 = --events : d'après son nom, { $path } est un fichier de règles

# --fix writes files; it can't mend standard input
fix-writes-files-it-can-t-mend-standard-0f585f = --fix écrit des fichiers ; il ne peut pas corriger l'entrée standard

# --for excel writes CSV: name a file that ends in .csv, or say --format csv
for-excel-writes-csv-name-a-file-that-829c7e = --for excel écrit du CSV : nommez un fichier qui finit par .csv, ou écrivez --format csv

# --format and the name {path} contradict each other: {kind} ends in .{ending}; leave out --format, or name another file
format-and-the-name-path-contradict-each-other-d4da84 = --format et le nom { $path } se contredisent : l'extension pour { $kind } est .{ $ending } ; retirez --format, ou nommez un autre fichier

# --header-row {row}: this row is blank, or not there
header-row-row-this-row-is-blank-or-bc934d = --header-row { $row } : cette rangée n'existe pas ou ne contient rien

# --name {why}
name-why-c05384 = --name : { $why }

# --order-by: there is no score `{score}`; there are {scores}
order-by-there-is-no-score-score-there-bd1798 = --order-by : pas de score `{ $score }` ; il y a { $scores }

# --previous self is a model's own last run: add --dbt FOLDER, or name a table
previous-self-is-a-model-s-own-last-eb0e39 = --previous self est la dernière exécution du modèle lui-même : ajoutez --dbt DOSSIER, ou nommez une table

# --previous self makes an incremental model: leave out --create
previous-self-makes-an-incremental-model-leave-out-8382ba = --previous self fait un modèle incrémental : retirez --create

# --previous self: the model of accounts would not know the stage that leads had; keep the last run in a table of its own (a snapshot) and name that
previous-self-the-model-of-accounts-would-not-73b184 = --previous self : le modèle des comptes ne connaîtrait pas la phase qu'avaient les leads ; gardez la dernière exécution dans une table à part (un snapshot) et nommez-la

# --previous-as-of says why leads moved; say --only-changes, or which leads with --top or --stage
previous-as-of-says-why-leads-moved-say-6566de = --previous-as-of dit pourquoi des leads se sont déplacés ; ajoutez --only-changes, ou dites quels leads avec --top ou --stage

# --previous-as-of: `{text}` is no instant; write a day (2026-11-16) or a time
previous-as-of-text-is-no-instant-write-1e8848 = --previous-as-of : `{ $text }` n'est pas un instant ; écrivez un jour (2026-11-16) ou un jour et une heure

# --previous-as-of: {instant} is after the instant of this run
previous-as-of-instant-is-after-the-instant-f362b6 = --previous-as-of : { $instant } est après l'instant de cette exécution

# --previous: here each lead is followed night by night from its first event on, and starts from no earlier run; leave it out
previous-here-each-lead-is-followed-night-by-07920a = --previous : ici, chaque lead est suivi nuit après nuit dès son premier événement, sans exécution antérieure ; retirez cette option

# --save-witness writes into the rule file; it can't write to standard input
save-witness-writes-into-the-rule-file-it-55d9e7 = --save-witness écrit dans le fichier de règles ; il ne peut pas écrire dans l'entrée standard

# --stage: there is no stage `{stage}`; there are {stages}
stage-there-is-no-stage-stage-there-are-348e5a = --stage : pas de phase `{ $stage }` ; il y a { $stages }

# For more information, try '--help'.
for-more-information-try-help-951b79 = Pour en savoir plus, essayez '--help'.

# Its columns are {columns}. Name the right one with `from` in the `events` block
its-columns-are-columns-name-the-right-one-b6f28d = Les colonnes sont { $columns }. Indiquez la bonne avec `from` dans le bloc `events`

# Spark takes that for a variable: rename the column
spark-takes-that-for-a-variable-rename-the-634260 = Spark prend cela pour une variable : renommez la colonne

# Usage: {usage}
usage-usage-1d2b75 = Utilisation : { $usage }

# [possible values: {values}]
possible-values-values-f7d544 = [valeurs possibles : { $values }]

# `leads` is missing: which leads is the rest about?
leads-is-missing-which-leads-is-the-rest-f53755 = `leads` manque : de quels leads parle le reste ?

# `{call}` is known to dbt alone: add --dbt FOLDER, or name the table itself
call-is-known-to-dbt-alone-add-dbt-a4a5d5 = seul dbt connaît `{ $call }` : ajoutez --dbt DOSSIER, ou nommez la table elle-même

# `{name}` is no name for a dbt model: write letters, digits and `_`
name-is-no-name-for-a-dbt-model-258011 = `{ $name }` n'est pas un nom de modèle dbt : écrivez des lettres, des chiffres et `_`

# `{name}` may be the table `{read}`, which the query reads: give what it creates another name
name-may-be-the-table-read-which-the-9f2ba9 = `{ $name }` est peut-être la table `{ $read }`, que la requête lit : donnez un autre nom à ce qui est créé

# `{setting}` is a day or an instant, as in 2026-11-23
setting-is-a-day-or-an-instant-as-a91e7b = `{ $setting }` doit être un jour ou un instant, comme 2026-11-23

# `{setting}` is a path in quotes
setting-is-a-path-in-quotes-65fdef = `{ $setting }` doit être un chemin entre guillemets

# `{setting}` is a share, as in "20%"
setting-is-a-share-as-in-20-c885b9 = `{ $setting }` doit être une part, comme "20%"

# `{setting}` is a text in quotes
setting-is-a-text-in-quotes-3e961f = `{ $setting }` doit être un texte entre guillemets

# `{setting}` is a whole number
setting-is-a-whole-number-04dbbc = `{ $setting }` doit être un nombre entier

# `{setting}` is true or false
setting-is-true-or-false-231445 = `{ $setting }` doit être `true` ou `false`

# `{setting}` lies outside of this repository: name it on the command line, or in your editor
setting-lies-outside-of-this-repository-name-it-07289f = `{ $setting }` se trouve hors de ce dépôt : nommez-le sur la ligne de commande, ou dans votre éditeur

# `{setting}` says how `{file}` are read, and there are no `{file}`
setting-says-how-file-are-read-and-there-d8f661 = `{ $setting }` dit comment lire `{ $file }`, mais il n'y a pas de `{ $file }`

# `{setting}`: {why}
setting-why-df1021 = `{ $setting }` : { $why }

# `{text}` is no instant for --as-of; write a day (2026-11-23) or a time (2026-11-23T12:00Z)
text-is-no-instant-for-as-of-write-9c002a = `{ $text }` n'est pas un instant pour --as-of ; écrivez un jour (2026-11-23) ou un instant (2026-11-23T12:00Z)

# `{text}` is no instant for --as-of; write a day (2026-11-23) or a time (2026-11-23T12:00Z), `current_timestamp`, or `parameter`
text-is-no-instant-for-as-of-write-904be0 = `{ $text }` n'est pas un instant pour --as-of ; écrivez un jour (2026-11-23), un instant (2026-11-23T12:00Z), `current_timestamp` ou `parameter`

# `{text}` is not understood: write ref('stg_leads'), source('crm', 'leads'), or crm.leads
text-is-not-understood-write-ref-stg-leads-65b0f2 = `{ $text }` n'est pas compris : écrivez ref('stg_leads'), source('crm', 'leads') ou crm.leads

# a Feather file
a-feather-file-f5767f = un fichier Feather

# a JUnit report
a-junit-report-030b86 = un rapport JUnit

# a PDF
a-pdf-0e308a = un PDF

# a Parquet file
a-parquet-file-d224ca = un fichier Parquet

# a PostScript document
a-postscript-document-692962 = un document PostScript

# a ZIP archive or a spreadsheet
a-zip-archive-or-a-spreadsheet-5ad51b = une archive ZIP ou une feuille de calcul

# a database (SQLite)
a-database-sqlite-dd1068 = une base de données (SQLite)

# a drawing
a-drawing-e33baa = un dessin

# a field of the lead inside `where`
a-field-of-the-lead-inside-where-61df85 = un champ du lead dans `where`

# a film or a picture
a-film-or-a-picture-154ada = un film ou une image

# a key is a text, an email, a choice, or an integer without a range
a-key-is-a-text-an-email-a-dc3fa8 = une clé est un texte, une adresse e-mail, un choix ou un nombre entier sans étendue

# a key of type {kind}
a-key-of-type-kind-5899f2 = une clé de type `{ $kind }`

# a label joined from others
a-label-joined-from-others-adaaa4 = une étiquette faite d'autres étiquettes

# a lead or an event is an object in braces, but here stands {value}
a-lead-or-an-event-is-an-object-156b26 = un lead ou un événement est un objet entre accolades, mais il y a ici { $value }

# a name with `${{`
a-name-with-bbf8e7 = un nom avec `${"{"}`

# a page for a browser
a-page-for-a-browser-066eab = une page pour un navigateur

# a page of the web (HTML)
a-page-of-the-web-html-9def6b = une page web (HTML)

# a patch
a-patch-b0a122 = un patch

# a picture (GIF)
a-picture-gif-90cd1b = une image (GIF)

# a picture (JPEG)
a-picture-jpeg-c97d4f = une image (JPEG)

# a picture (PNG)
a-picture-png-d41ce8 = une image (PNG)

# a picture (TIFF)
a-picture-tiff-dfa77c = une image (TIFF)

# a picture or a recording
a-picture-or-a-recording-508b17 = une image ou un enregistrement

# a presentation (.pptx)
a-presentation-pptx-4e8751 = une présentation (.pptx)

# a program
a-program-78f930 = un programme

# a query of accounts
a-query-of-accounts-eefe9f = une requête sur les comptes

# a quote is opened here and never closed, so the rest of the line would be part of one cell; close it, or write it twice if it belongs to the text
a-quote-is-opened-here-and-never-closed-16f4c9 = un guillemet s'ouvre ici et n'est jamais fermé, si bien que le reste de la ligne ferait partie d'une seule cellule ; fermez-le, ou écrivez-le deux fois s'il appartient au texte

# a quote is opened here and never closed, so the {lines} {lines|line|lines} after it would be part of one cell; close it, or write it twice if it belongs to the text
a-quote-is-opened-here-and-never-closed-fe9e85 = un guillemet s'ouvre ici et n'est jamais fermé, si bien que { $lines ->
    [one] la ligne suivante ferait
   *[other] les { $lines } lignes suivantes feraient
  } partie d'une seule cellule ; fermez-le, ou écrivez-le deux fois s'il appartient au texte

# a quote is opened here and not closed within {size}, so all that would be one cell; close it, or write it twice if it belongs to the text
a-quote-is-opened-here-and-not-closed-4859f9 = un guillemet s'ouvre ici et n'est pas fermé dans les { $size } qui suivent, si bien que tout cela serait une seule cellule ; fermez-le, ou écrivez-le deux fois s'il appartient au texte

# a recording
a-recording-67ab8f = un enregistrement sonore

# a repetition there is at most {most}
a-repetition-there-is-at-most-most-2b3e28 = une répétition y est d'au plus { $most }

# a row in it is longer than {size}; it may be no table, or have no line ends (if it is one, `--longest-row` allows more)
a-row-in-it-is-longer-than-size-08fb13 = une rangée y dépasse { $size } ; ce n'est peut-être pas un tableau, ou il n'a pas de fins de ligne (si c'en est un, `--longest-row` permet plus)

# a rule file
a-rule-file-338f48 = un fichier de règles

# a rule file without a key
a-rule-file-without-a-key-fe068c = un fichier de règles sans clé

# a sheet of it claims {rows} rows and {columns} columns, more than .xls can have, so it may be damaged; open it in a spreadsheet program and save it as .xlsx
a-sheet-of-it-claims-rows-rows-and-62377a = une de ses feuilles annonce { $rows } rangées et { $columns } colonnes, plus qu'un .xls ne peut en avoir ; elle est peut-être endommagée : ouvrez le fichier dans un tableur et enregistrez-le en .xlsx

# a sheet of it spans {rows} rows and {columns} columns, nearly all of them blank; take out the cell that stands far from the others, or save it as .xlsx
a-sheet-of-it-spans-rows-rows-and-4c83a8 = une de ses feuilles s'étend sur { $rows } rangées et { $columns } colonnes, presque toutes sans contenu ; retirez la cellule qui est loin des autres, ou enregistrez le fichier en .xlsx

# a similar argument exists: {names}
a-similar-argument-exists-names-85eac8 = un argument semblable existe : { $names }

# a similar subcommand exists: {names}
a-similar-subcommand-exists-names-c2d50c = une commande semblable existe : { $names }

# a similar value exists: {names}
a-similar-value-exists-names-abf4d0 = une valeur semblable existe : { $names }

# a spreadsheet
a-spreadsheet-4c7b46 = une feuille de calcul

# a table for reading
a-table-for-reading-cbe34b = un tableau à lire

# a test of a list
a-test-of-a-list-c0e5de = une condition sur une liste

# a text document (.docx or .odt)
a-text-document-docx-or-odt-369b53 = un document texte (.docx ou .odt)

# a text document (RTF)
a-text-document-rtf-0a2f23 = un document texte (RTF)

# a value is required for '{argument}' but none was supplied
a-value-is-required-for-argument-but-none-233790 = '{ $argument }' demande une valeur, et il n'y en a pas

# a view or a table has no parameters: leave out --create, or write --as-of current_timestamp
a-view-or-a-table-has-no-parameters-93472d = une vue ou une table n'a pas de paramètres : retirez --create, ou écrivez --as-of current_timestamp

# a workbook
a-workbook-3b90a4 = un classeur Excel

# an Arrow file
an-arrow-file-3bd90b = un fichier Arrow

# an Avro file
an-avro-file-cf9254 = un fichier Avro

# an Excel sheet holds at most {columns} columns; write .csv or .parquet instead
an-excel-sheet-holds-at-most-columns-columns-e80c8b = une feuille Excel contient au plus { $columns } colonnes ; écrivez plutôt en .csv ou .parquet

# an Excel sheet holds at most {rows} rows, its header included; write .csv or .parquet instead
an-excel-sheet-holds-at-most-rows-rows-913dae = une feuille Excel contient au plus { $rows } rangées, en-tête compris ; écrivez plutôt en .csv ou .parquet

# an ORC file
an-orc-file-538dfa = un fichier ORC

# an XML file
an-xml-file-8aff2b = un fichier XML

# an archive (tar)
an-archive-tar-d71082 = une archive (tar)

# an old Office file (.xls or .doc)
an-old-office-file-xls-or-doc-f0e0dc = un ancien fichier Office (.xls ou .doc)

# another column has the same name but for case, and the engine does not tell them apart: rename one
another-column-has-the-same-name-but-for-df7cf9 = une autre colonne a le même nom à la casse près, et le moteur ne les distingue pas : renommez l'une d'elles

# as of {instant}
as-of-instant-c6136b = vus au { $instant }

# can't read {path}: {why}
can-t-read-path-why-de254b = impossible de lire { $path } : { $why }

# can't write the report: {why}
can-t-write-the-report-why-028d62 = impossible d'écrire le rapport : { $why }

# can't write to standard output: it is closed; name a file, or leave it open
can-t-write-to-standard-output-it-is-a94edf = impossible d'écrire sur la sortie standard : elle est fermée ; nommez un fichier, ou laissez-la ouverte

# can't write to standard output: {why}
can-t-write-to-standard-output-why-b78912 = impossible d'écrire sur la sortie standard : { $why }

# can't write {path}: the file is read-only; allow writing to it, or give another name
can-t-write-path-the-file-is-read-d2015e = impossible d'écrire { $path } : le fichier est en lecture seule ; autorisez l'écriture, ou donnez un autre nom

# can't write {path}: there is no folder {folder}
can-t-write-path-there-is-no-folder-913799 = impossible d'écrire { $path } : il n'y a pas de dossier { $folder }

# can't write {path}: {why}
can-t-write-path-why-ffe6f8 = impossible d'écrire { $path } : { $why }

# equal sign is needed when assigning values to '{argument}'
equal-sign-is-needed-when-assigning-values-to-be7aa0 = '{ $argument }' reçoit sa valeur avec un signe égal

# git can't be asked: {why}
git-can-t-be-asked-why-932073 = git ne répond pas : { $why }

# give both the same type: a text, an email, a choice, or an integer
give-both-the-same-type-a-text-an-251e83 = donnez aux deux le même type : un texte, une adresse e-mail, un choix ou un nombre entier

# invalid value '{value}' for '{argument}'
invalid-value-value-for-argument-a97352 = valeur '{ $value }' non valable pour '{ $argument }'

# invalid value '{value}' for '{argument}': {why}
invalid-value-value-for-argument-why-15ba20 = valeur '{ $value }' non valable pour '{ $argument }' : { $why }

# is it the right data?
is-it-the-right-data-b21e02 = sont-ce les bonnes données ?

# is it the right file?
is-it-the-right-file-f9fae0 = est-ce le bon fichier ?

# is it the right file? Or do the names stand in another row (--header-row)?
is-it-the-right-file-or-do-the-0c6ed5 = est-ce le bon fichier ? Ou les noms sont-ils dans une autre rangée (--header-row) ?

# it can't be opened
it-can-t-be-opened-8823e7 = ouverture impossible

# it can't be read
it-can-t-be-read-f8991e = lecture impossible

# it can't be read as a Parquet file; it may be damaged or not written to its end
it-can-t-be-read-as-a-parquet-b7a477 = impossible à lire comme fichier Parquet ; il est peut-être endommagé ou n'a pas été écrit jusqu'au bout

# it can't be read as a spreadsheet; it may be damaged, protected, or of another format
it-can-t-be-read-as-a-spreadsheet-f7549c = impossible à lire comme feuille de calcul ; le fichier est peut-être endommagé, protégé ou d'un autre format

# it can't be read to its end
it-can-t-be-read-to-its-end-14e040 = lecture impossible jusqu'au bout

# it can't be read to its end: {cause}
it-can-t-be-read-to-its-end-06b5cd = lecture impossible jusqu'au bout : { $cause }

# it can't be told which row holds the names of its columns: row {row} may ({names}), and what stands above it may be data. Say it with --header-row {row}, which leaves out what is above, or --header-row {first}
it-can-t-be-told-which-row-holds-2e7ca0 = on ne sait pas quelle rangée contient les noms des colonnes : c'est peut-être la rangée { $row } ({ $names }), et ce qui est au-dessus peut être des données. Dites-le avec --header-row { $row }, qui laisse de côté ce qui est au-dessus, ou --header-row { $first }

# it has no sheet
it-has-no-sheet-52f538 = il n'y a aucune feuille

# it has no sheet `{wanted}`; its sheets are {names}
it-has-no-sheet-wanted-its-sheets-are-84ef82 = pas de feuille `{ $wanted }` ; les feuilles sont { $names }

# it has one column: is the mark between cells another one (--delimiter)?
it-has-one-column-is-the-mark-between-9b91dd = il n'y a qu'une colonne : les cellules sont-elles séparées par un autre signe (--delimiter) ?

# it has several lists ({names}), and it can't be told which is meant; write that one into a file of its own
it-has-several-lists-names-and-it-can-1184bc = il y a plusieurs listes ({ $names }), et on ne sait pas laquelle est voulue ; écrivez-la dans un fichier à part

# it has to be in memory as a whole, and is longer than {size}; {instead}
it-has-to-be-in-memory-as-a-625bf7 = cela doit tenir tout entier en mémoire, et dépasse { $size } ; { $instead }

# it is `warnings` or a code, which `leadrules codes` lists
it-is-warnings-or-a-code-which-leadrules-39e651 = écrivez `warnings` ou un code ; `leadrules codes` les montre tous

# it is a Parquet file, which this build of leadrules leaves out: save it as .csv or .ndjson
it-is-a-parquet-file-which-this-build-87ccd9 = c'est un fichier Parquet, que cette version de leadrules ne lit pas : enregistrez-le en .csv ou .ndjson

# it is a folder
it-is-a-folder-0c2f71 = c'est un dossier

# it is a folder, not a file
it-is-a-folder-not-a-file-f14529 = c'est un dossier, pas un fichier

# it is a number of leads, as in 200 or 50/week
it-is-a-number-of-leads-as-in-db4b26 = écrivez un nombre de leads, comme 200 ou 50/week

# it is a number of minutes, hours, days or weeks, as in `2 days` or `4h`
it-is-a-number-of-minutes-hours-days-238eb5 = écrivez un nombre de minutes, d'heures, de jours ou de semaines, comme `2 days` ou `4h`

# it is a share from 0% to 100%
it-is-a-share-from-0-to-100-78d652 = écrivez une part de 0% à 100%

# it is a spreadsheet, which this build of leadrules leaves out: save it as .csv
it-is-a-spreadsheet-which-this-build-of-9b2628 = c'est une feuille de calcul, que cette version de leadrules ne lit pas : enregistrez-le en .csv

# it is a stream, which can be read only once, and it was read before
it-is-a-stream-which-can-be-read-e302c0 = c'est un flux, qui ne peut être lu qu'une fois, et il l'a déjà été

# it is a whole number from {least} on
it-is-a-whole-number-from-least-on-dcf1ff = écrivez un nombre entier à partir de { $least }

# it is a whole number from {least} to {most}
it-is-a-whole-number-from-least-to-b74c38 = écrivez un nombre entier de { $least } à { $most }

# it is asked for before it is known
it-is-asked-for-before-it-is-known-095d46 = c'est demandé avant d'être connu

# it is empty: not even the names of columns are there
it-is-empty-not-even-the-names-of-58ad9f = il n'y a rien dedans, pas même les noms des colonnes

# it is not text in UTF-8
it-is-not-text-in-utf-8-819e27 = ce n'est pas du texte en UTF-8

# it is one character, or tab, comma, semicolon or bar
it-is-one-character-or-tab-comma-semicolon-973817 = écrivez un seul caractère, ou `tab`, `comma`, `semicolon` ou `bar`

# it is one of {values}
it-is-one-of-values-275d4d = choisissez parmi { $values }

# it is packed with a window of more than 128 MiB (`zstd --long=28` or more); pack it again with `--long=27` or without, or unpack it before
it-is-packed-with-a-window-of-more-fbb715 = la compression y remonte à plus de 128 MiB (`zstd --long=28` ou plus) ; recompressez avec `--long=27` ou sans, ou décompressez d'abord

# it is packed, and breaks off before its end; fetch or pack it again
it-is-packed-and-breaks-off-before-its-e56a5a = c'est compressé, et coupé avant la fin ; récupérez-le ou compressez-le à nouveau

# it is packed, and damaged; fetch or pack it again
it-is-packed-and-damaged-fetch-or-pack-bba90a = c'est compressé, et endommagé ; récupérez-le ou compressez-le à nouveau

# it is so many leads a day, week, month or year, as in 50/week
it-is-so-many-leads-a-day-week-c1f5f2 = écrivez un nombre de leads par `day`, `week`, `month` ou `year`, comme 50/week

# it is the number of a line or row, from 1
it-is-the-number-of-a-line-or-b6122a = écrivez le numéro d'une ligne ou d'une rangée, à partir de 1

# it is too long to be put back from the engine's clock: write the query for one instant with --as-of
it-is-too-long-to-be-put-back-845265 = elle est trop longue pour être comptée depuis l'horloge du moteur : écrivez la requête pour un seul instant avec --as-of

# it should be JSON: a list of objects in square brackets
it-should-be-json-a-list-of-objects-e16e4d = il faut du JSON : une liste d'objets entre crochets

# it should be {wanted}, but it is {real}; give it the right extension, or say its format
it-should-be-wanted-but-it-is-real-697b5b = attendu : { $wanted } ; trouvé : { $real }. Donnez au fichier la bonne extension, ou indiquez son format

# it should be {wanted}, but it is {real}; name the file with the rows, or export it as CSV
it-should-be-wanted-but-it-is-real-8afca6 = attendu : { $wanted } ; trouvé : { $real }. Nommez le fichier qui contient les rangées, ou exportez-le en CSV

# it should be {wanted}, but it is {real}; unpack it, and name the file that was in it
it-should-be-wanted-but-it-is-real-cb6e8c = attendu : { $wanted } ; trouvé : { $real }. Décompressez-le, et nommez le fichier qui était dedans

# its columns are packed with {name}, which can't be unpacked here: write it with Snappy, Zstandard, LZ4 or gzip
its-columns-are-packed-with-name-which-can-a4bdbe = ses colonnes sont compressées avec { $name }, qui ne peut pas être décompressé ici : écrivez le fichier avec Snappy, Zstandard, LZ4 ou gzip

# its header does not end
its-header-does-not-end-cc0d47 = l'en-tête ne finit pas

# its header does not end: perhaps a quote is opened and never closed
its-header-does-not-end-perhaps-a-quote-b6405d = l'en-tête ne finit pas : un guillemet y est peut-être ouvert et jamais fermé

# its part `{name}` unpacks to {size} MB, hundreds of times what it takes in the file, as no sheet does; if it is what you want to read, save it as .csv
its-part-name-unpacks-to-size-mb-hundreds-ac174a = sa partie `{ $name }` fait { $size } MB une fois décompressée, des centaines de fois sa place dans le fichier, comme aucune feuille ; si c'est bien ce que vous voulez lire, enregistrez-le en .csv

# its sheets span {cells} cells together, nearly all of them blank; take out the cells that stand far from the others, or save it as .xlsx
its-sheets-span-cells-cells-together-nearly-all-4b5550 = ses feuilles s'étendent ensemble sur { $cells } cellules, presque toutes sans contenu ; retirez les cellules qui sont loin des autres, ou enregistrez le fichier en .xlsx

# its table of factors would have more than {rows} rows
its-table-of-factors-would-have-more-than-3b5b4f = sa table de facteurs aurait plus de { $rows } rangées

# leadrules does not write lists for it
leadrules-does-not-write-lists-for-it-e24040 = leadrules n'y écrit pas de listes

# leadrules marks with it what dbt puts into the query: leave it out
leadrules-marks-with-it-what-dbt-puts-into-2dc4f2 = leadrules marque avec lui ce que dbt met dans la requête : retirez-le

# leads that belong to an account by a {kind}, where its key is a {other}
leads-that-belong-to-an-account-by-a-ab953e = des leads liés à un compte par un champ de type `{ $kind }`, alors que sa clé est de type `{ $other }`

# leads: {leads}, as {path} says
leads-leads-as-path-says-72ca76 = leads : { $leads }, d'après { $path }

# name a lead with --lead, or an account with --account
name-a-lead-with-lead-or-an-account-f21ad9 = nommez un lead avec --lead, ou un compte avec --account

# name the table of accounts with --accounts, or say --no-accounts
name-the-table-of-accounts-with-accounts-or-ef6c12 = nommez la table des comptes avec --accounts, ou écrivez --no-accounts

# name the table of the last results with --previous, mark a field `previous stage`, or say --no-previous
name-the-table-of-the-last-results-with-4d00be = nommez la table des derniers résultats avec --previous, marquez un champ `previous stage`, ou écrivez --no-previous

# names have at most {most} bytes there
names-have-at-most-most-bytes-there-ecac99 = les noms y ont au plus { $most } octets

# no column says what happened: looked for {names}.
no-column-says-what-happened-looked-for-names-deb900 = aucune colonne ne dit ce qui s'est passé : on a cherché { $names }.

# no column says what happened: looked for {names}; did you mean `{near}`?
no-column-says-what-happened-looked-for-names-ce1da5 = aucune colonne ne dit ce qui s'est passé : on a cherché { $names } ; vouliez-vous dire `{ $near }` ?

# no column says when it happened: looked for {names}.
no-column-says-when-it-happened-looked-for-0f80e7 = aucune colonne ne dit quand cela s'est passé : on a cherché { $names }.

# no column says when it happened: looked for {names}; did you mean `{near}`?
no-column-says-when-it-happened-looked-for-fc1e68 = aucune colonne ne dit quand cela s'est passé : on a cherché { $names } ; vouliez-vous dire `{ $near }` ?

# no column says whose each event is: looked for {names}.
no-column-says-whose-each-event-is-looked-8f284c = aucune colonne ne dit de qui est chaque événement : on a cherché { $names }.

# no column says whose each event is: looked for {names}; did you mean `{near}`?
no-column-says-whose-each-event-is-looked-5f6cb9 = aucune colonne ne dit de qui est chaque événement : on a cherché { $names } ; vouliez-vous dire `{ $near }` ?

# no lead has a key: the column `{column}` is blank in every row. Name the right one with `from` at the field `{name}`
no-lead-has-a-key-the-column-column-f3a3c2 = aucun lead n'a de clé : la colonne `{ $column }` ne contient rien, dans aucune rangée. Indiquez la bonne avec `from` au champ `{ $name }`

# no lead has a key: {count} {count|value|values} of `{name}` and none that fits the field; "{text}" in {place} is {why}. What only tells leads apart is best read as it stands: `{name} text key`
no-lead-has-a-key-count-count-value-81fcaa = aucun lead n'a de clé : { $count ->
    [one] une valeur
   *[other] { $count } valeurs
  } de `{ $name }`, et aucune ne convient au champ ; "{ $text }" à la { $place } : { $why }. Ce qui ne sert qu'à distinguer les leads se lit de préférence tel quel : `{ $name } text key`

# no space left
no-space-left-d4d039 = il n'y a plus de place

# no text at all
no-text-at-all-5df1e5 = tout autre chose que du texte

# none of its columns is one that the rules speak of; {hint} It has {columns}; the rules look for {wanted}
none-of-its-columns-is-one-that-the-05ba35 = les règles ne parlent d'aucune de ses colonnes ; { $hint } Colonnes : { $columns } ; les règles cherchent { $wanted }

# of which only is said how many, since others may read this
of-which-only-is-said-how-many-since-fec925 = dont on ne dit que le nombre, car d'autres peuvent lire ceci

# of which the rules take a list
of-which-the-rules-take-a-list-8cff09 = un fichier dont les règles prennent une liste

# one of them comes later
one-of-them-comes-later-b31991 = l'une d'elles vient plus tard

# only the event's own properties can stand there
only-the-event-s-own-properties-can-stand-c1f7cf = seules les propriétés de l'événement lui-même peuvent y figurer

# packed (7-Zip)
packed-7-zip-be7f2f = un fichier compressé (7-Zip)

# packed (LZ4)
packed-lz4-a2da30 = un fichier compressé (LZ4)

# packed (RAR)
packed-rar-8836b5 = un fichier compressé (RAR)

# packed (bzip2)
packed-bzip2-1dfc4d = un fichier compressé (bzip2)

# packed (xz)
packed-xz-f0aa6e = un fichier compressé (xz)

# packed twice (Zstandard)
packed-twice-zstandard-6997f3 = un fichier compressé deux fois (Zstandard)

# packed twice (gzip)
packed-twice-gzip-adb5ec = un fichier compressé deux fois (gzip)

# permission denied
permission-denied-b26965 = accès refusé

# permission to read it is missing
permission-to-read-it-is-missing-0867be = vous n'avez pas le droit de le lire

# record batches come from a program, not from a file
record-batches-come-from-a-program-not-from-d2719b = des record batches viennent d'un programme, pas d'un fichier

# row {row} stands where the names of its columns should, and looks like data ({names}). Put a row of names above it, or say --header-row {row} if these are the names
row-row-stands-where-the-names-of-its-160b2c = la rangée { $row } est là où devraient être les noms des colonnes, et ressemble à des données ({ $names }). Mettez une rangée de noms au-dessus, ou écrivez --header-row { $row } si ce sont bien les noms

# row {row}: a cell of an Excel sheet holds at most {characters} characters; write .csv or .parquet instead
row-row-a-cell-of-an-excel-sheet-2eb3bf = rangée { $row } : une cellule Excel contient au plus { $characters } caractères ; écrivez plutôt en .csv ou .parquet

# rows of a table have no number: mark the field that tells leads apart with `key`
rows-of-a-table-have-no-number-mark-639121 = les rangées d'une table n'ont pas de numéro : marquez avec `key` le champ qui distingue les leads

# save it as .csv or .parquet
save-it-as-csv-or-parquet-d8e61e = enregistrez-le en .csv ou .parquet

# save it as a file, and name that
save-it-as-a-file-and-name-that-3ee6d7 = enregistrez-le dans un fichier, et nommez celui-ci

# save it as a file, unpacked, and name that
save-it-as-a-file-unpacked-and-name-640de6 = enregistrez-le décompressé dans un fichier, et nommez celui-ci

# sheet `{name}` has a cell beyond the last row or column that a spreadsheet can have
sheet-name-has-a-cell-beyond-the-last-4e783d = la feuille `{ $name }` a une cellule au-delà de la dernière rangée ou colonne possible d'un tableur

# sheet `{name}` has more than {size} of text in row {row}; `--longest-row` allows more
sheet-name-has-more-than-size-of-text-eb0c40 = la feuille `{ $name }` a plus de { $size } de texte à la rangée { $row } ; `--longest-row` permet plus

# sheet `{name}` has more than {size} of text; save it as .csv or .parquet
sheet-name-has-more-than-size-of-text-9b6e56 = la feuille `{ $name }` a plus de { $size } de texte ; enregistrez-la en .csv ou .parquet

# some similar arguments exist: {names}
some-similar-arguments-exist-names-3d0701 = des arguments semblables existent : { $names }

# some similar subcommands exist: {names}
some-similar-subcommands-exist-names-676525 = des commandes semblables existent : { $names }

# some similar values exist: {names}
some-similar-values-exist-names-e7aa43 = des valeurs semblables existent : { $names }

# something on the way there is a file, and no folder
something-on-the-way-there-is-a-file-c86653 = quelque chose sur ce chemin est un fichier, pas un dossier

# standard input
standard-input-dd684c = entrée standard

# standard input (`-`, `/dev/stdin`) can stand for one file only
standard-input-dev-stdin-can-stand-for-one-006c28 = l'entrée standard (`-`, `/dev/stdin`) ne peut représenter qu'un seul fichier

# texts there can't hold it
texts-there-can-t-hold-it-a6bf7a = les textes ne peuvent pas y en contenir

# that format is not for reading; write it to a file with -o FILE
that-format-is-not-for-reading-write-it-7836b2 = ce format n'est pas fait pour être lu ; écrivez-le dans un fichier avec -o FICHIER

# the argument '{argument}' cannot be used multiple times
the-argument-argument-cannot-be-used-multiple-times-9d79e9 = l'argument '{ $argument }' ne peut être donné qu'une fois

# the argument '{argument}' cannot be used with '{other}'
the-argument-argument-cannot-be-used-with-other-9a0c4f = l'argument '{ $argument }' ne va pas avec '{ $other }'

# the argument '{argument}' cannot be used with:
the-argument-argument-cannot-be-used-with-92167f = l'argument '{ $argument }' ne va pas avec :

# the character U+0000
the-character-u-0000-656a05 = le caractère U+0000

# the character U+F8FF
the-character-u-f8ff-c7befb = le caractère U+F8FF

# the column `{column}` as the number of each event
the-column-column-as-the-number-of-each-978a46 = la colonne `{ $column }` comme numéro de chaque événement

# the column `{name}` can't be kept: no output can hold values of its type, {kind}
the-column-name-can-t-be-kept-no-5b880f = la colonne `{ $name }` ne peut pas être gardée : aucune sortie ne peut contenir des valeurs de ce type, { $kind }

# the field `{field}` of accounts
the-field-field-of-accounts-ea8989 = le champ `{ $field }` des comptes

# the following required arguments were not provided:
the-following-required-arguments-were-not-provided-70d1b3 = ces arguments sont nécessaires et manquent :

# the list `{field}`
the-list-field-493e4a = la liste `{ $field }`

# the list field `{field}`
the-list-field-field-45174e = le champ de type liste `{ $field }`

# the model `{name}` can't read itself: give it another name with --name
the-model-name-can-t-read-itself-give-2fbc01 = le modèle `{ $name }` ne peut pas se lire lui-même : donnez-lui un autre nom avec --name

# the name `{name}`
the-name-name-2d56c2 = le nom `{ $name }`

# the name {path} does not say in which form to write; end it in {endings}, or say --format
the-name-path-does-not-say-in-which-f20812 = le nom { $path } ne dit pas sous quelle forme écrire ; terminez-le par { $endings }, ou utilisez --format

# the program that hands it over can't give all of it
the-program-that-hands-it-over-can-t-ee5629 = le programme qui le fournit ne peut pas tout donner

# the query has a column of that name: rename it
the-query-has-a-column-of-that-name-82146d = la requête a une colonne de ce nom : renommez-le

# the query tells stages apart by their names
the-query-tells-stages-apart-by-their-names-190cde = la requête distingue les phases par leur nom

# the rules are about accounts too, which this command does not look at yet; most others do, `score`, `explain` and `backtest` among them
the-rules-are-about-accounts-too-which-this-097989 = les règles parlent aussi des comptes, que cette commande ne regarde pas encore ; la plupart des autres le font, dont `score`, `explain` et `backtest`

# the rules ask for the stage that leads had: name the results of the last run with --previous, mark a field `previous stage`, or say --no-previous if this is the first run
the-rules-ask-for-the-stage-that-leads-2f2070 = les règles demandent la phase qu'avaient les leads : nommez les résultats de la dernière exécution avec --previous, marquez un champ `previous stage`, ou écrivez --no-previous si c'est la première exécution

# the rules have no `events` block that says what its columns mean
the-rules-have-no-events-block-that-says-4041b7 = les règles n'ont pas de bloc `events` qui dise ce que signifient les colonnes

# the rules have no stages, so no lead enters one
the-rules-have-no-stages-so-no-lead-9e1f1b = les règles n'ont pas de phases, donc aucun lead n'entre dans une phase

# the rules look at `{field}` of accounts: name their data with --accounts, or say --no-accounts (then nothing is known of accounts but what their leads say and do)
the-rules-look-at-field-of-accounts-name-001929 = les règles regardent `{ $field }` des comptes : nommez leurs données avec --accounts, ou écrivez --no-accounts (on ne sait alors des comptes que ce que disent et font leurs leads)

# the rules read from it whose an event is, what happened or when
the-rules-read-from-it-whose-an-event-49c6db = les règles y lisent de qui est un événement, ce qui s'est passé ou quand

# the rules say nothing about them: declare them in a block `account {{ … }}`
the-rules-say-nothing-about-them-declare-them-37930c = les règles n'en disent rien : décrivez-les dans un bloc `account {"{"} … {"}"}`

# the rules use events, but {leads} holds none and no log was given: name it with --events, or say --no-events (then nothing is known of what leads did)
the-rules-use-events-but-leads-holds-none-1b5608 = les règles utilisent des événements, mais { $leads } n'en contient pas et aucun journal n'est nommé : nommez-le avec --events, ou écrivez --no-events (on ne sait alors rien de ce qu'ont fait les leads)

# there is either `{file}` or `{without}`, not both
there-is-either-file-or-without-not-both-256935 = écrivez `{ $file }` ou `{ $without }`, pas les deux

# there is no .leadrules file in {folder}
there-is-no-leadrules-file-in-folder-1e0e14 = il n'y a pas de fichier .leadrules dans { $folder }

# there is no account `{key}`: neither the accounts' own data nor a lead names it
there-is-no-account-key-neither-the-accounts-42d956 = pas de compte `{ $key }` : ni les données des comptes ni un lead ne le nomment

# there is no code {code}; `leadrules codes` lists them all
there-is-no-code-code-leadrules-codes-lists-58672c = pas de code { $code } ; `leadrules codes` les montre tous

# there is no code {code}; did you mean {near}?
there-is-no-code-code-did-you-mean-760079 = pas de code { $code } ; vouliez-vous dire { $near } ?

# there is no column `{name}` to keep
there-is-no-column-name-to-keep-b57025 = pas de colonne `{ $name }` à garder

# there is no column `{name}` to keep; did you mean `{near}`?
there-is-no-column-name-to-keep-did-15e406 = pas de colonne `{ $name }` à garder ; vouliez-vous dire `{ $near }` ?

# there is no column {names}
there-is-no-column-names-b67892 = il n'y a pas de colonne { $names }

# there is no column {names} (is it `{near}`?)
there-is-no-column-names-is-it-near-cb189f = il n'y a pas de colonne { $names } (est-ce `{ $near }` ?)

# there is no encoding `{label}`; common ones are utf-8, windows-1252 and utf-16le
there-is-no-encoding-label-common-ones-are-e7bd13 = pas d'encodage `{ $label }` ; les plus courants sont utf-8, windows-1252 et utf-16le

# there is no setting `{setting}`; did you mean `{near}`?
there-is-no-setting-setting-did-you-mean-958cfb = pas de réglage `{ $setting }` ; vouliez-vous dire `{ $near }` ?

# there is no setting `{setting}`; there are {settings}
there-is-no-setting-setting-there-are-settings-0db758 = pas de réglage `{ $setting }` ; il y a { $settings }

# there is no such file
there-is-no-such-file-a7322d = ce fichier n'existe pas

# this decay
this-decay-1c0133 = ce refroidissement

# this folder is in no git repository, so that it has no revisions
this-folder-is-in-no-git-repository-so-cb8726 = ce dossier n'est dans aucun dépôt git, il n'a donc pas de révisions

# this is not JSON: a comma, a quote or a bracket is missing or in the wrong place
this-is-not-json-a-comma-a-quote-bc441e = ce n'est pas du JSON : une virgule, un guillemet ou un crochet manque ou est mal placé

# this object does not end: a brace or a quote is missing
this-object-does-not-end-a-brace-or-70389f = cet objet ne finit pas : une accolade ou un guillemet manque

# this pattern
this-pattern-8eb69b = ce motif

# this window
this-window-f15dab = cette période

# tip: {tip}
tip-tip-856a51 = conseil : { $tip }

# to pass '{argument}' as a value, use '{way}'
to-pass-argument-as-a-value-use-way-9f150a = pour donner '{ $argument }' comme valeur, écrivez '{ $way }'

# two stages of the same name
two-stages-of-the-same-name-cf082b = deux phases du même nom

# unexpected argument '{argument}' found
unexpected-argument-argument-found-1c795e = argument inattendu '{ $argument }'

# unexpected value '{value}' for '{argument}' found; no more were expected
unexpected-value-value-for-argument-found-no-more-a9464a = valeur inattendue '{ $value }' pour '{ $argument }' ; il n'en faut pas plus

# unrecognized subcommand '{command}'
unrecognized-subcommand-command-d0f37e = commande inconnue '{ $command }'

# what was read of it waits in a file that can't be read back
what-was-read-of-it-waits-in-a-26bd0a = ce qui en a été lu attend dans un fichier qui ne peut pas être relu

# where the leads go
where-the-leads-go-b27666 = le fichier où vont les leads

# which is read as rules
which-is-read-as-rules-30288d = le fichier qui contient des règles

# which is read as the accounts
which-is-read-as-the-accounts-dea8a7 = le fichier qui contient les comptes

# which is read as the earlier run
which-is-read-as-the-earlier-run-1cb908 = le fichier qui contient l'exécution antérieure

# which is read as the events
which-is-read-as-the-events-6ba26e = le fichier qui contient les événements

# which is read as the leads
which-is-read-as-the-leads-868802 = le fichier qui contient les leads

# which is read as the new rules
which-is-read-as-the-new-rules-d050bc = le fichier qui contient les nouvelles règles

# which is read as the old rules
which-is-read-as-the-old-rules-267bdb = le fichier qui contient les anciennes règles

# which is read as the older rules
which-is-read-as-the-older-rules-ffa47c = le fichier qui contient les règles d'avant

# which is read as the rules
which-is-read-as-the-rules-a67de2 = le fichier qui contient les règles

# which the rules use
which-the-rules-use-53958d = un fichier que les règles utilisent

# with the accounts of {file}
with-the-accounts-of-file-d30de3 = avec les comptes de { $file }

# with the events of {file}
with-the-events-of-file-ea00be = avec les événements de { $file }

# write it as JSON lines (.ndjson), an object a line, which are read piece by piece
write-it-as-json-lines-ndjson-an-object-94c586 = écrivez-le en lignes JSON (.ndjson), un objet par ligne : elles sont lues une à une

# {bytes} bytes
bytes-bytes-d50fa7 = { $bytes } octets

# {construct} can't be written for {dialect}: {reason}
construct-can-t-be-written-for-dialect-reason-64e4f2 = { $construct } : impossible à écrire pour { $dialect } : { $reason }

# {count} of {all} values of `{name}` do not fit the field: {examples}. Correct its type or its options (`leadrules check --data` proposes how), or allow more with {option}
count-of-all-values-of-name-do-not-704445 = { $count } valeurs sur { $all } de `{ $name }` ne conviennent pas au champ : { $examples }. Corrigez son type ou ses options (`leadrules check --data` propose comment), ou admettez-en plus avec { $option }

# {count} without a lead
count-without-a-lead-248883 = { $count } sans lead

# {count} without a time that can be read
count-without-a-time-that-can-be-read-ed0f24 = { $count } sans instant lisible

# {count} without what happened
count-without-what-happened-3fc757 = { $count } qui ne disent pas ce qui s'est passé

# {first}, then {next}
first-then-next-d20ccb = { $first }, puis { $next }

# {least} values required by '{argument}'; only {given} {given|was|were} provided
least-values-required-by-argument-only-given-given-9cb301 = '{ $argument }' demande { $least } valeurs ; il n'y en a que { $given }

# {missing}, which rules look at. Name the right one with `from`, write `optional` behind the field, or say --missing-columns unknown to score without it; its columns are {columns}
missing-which-rules-look-at-name-the-right-21bc48 = { $missing }, alors que des règles en dépendent. Indiquez la bonne avec `from`, écrivez `optional` derrière le champ, ou utilisez --missing-columns unknown pour calculer les scores sans elle ; les colonnes sont { $columns }

# {missing}, which rules look at. Name the right one with `from`, write `optional` behind the field, or set `missing_is_unknown` to score without it; its columns are {columns}
missing-which-rules-look-at-name-the-right-51c203 = { $missing }, alors que des règles en dépendent. Indiquez la bonne avec `from`, écrivez `optional` derrière le champ, ou mettez `missing_is_unknown` pour calculer les scores sans elle ; les colonnes sont { $columns }

# {missing}, which tells leads apart. Name the right one with `from` at the field `{field}`; its columns are {columns}
missing-which-tells-leads-apart-name-the-right-14e666 = { $missing }, alors que c'est elle qui distingue les leads. Indiquez la bonne avec `from` au champ `{ $field }` ; les colonnes sont { $columns }

# {one} and {other} are one file; name two
one-and-other-are-one-file-name-two-0d98c2 = { $one } et { $other } sont un seul fichier ; nommez-en deux

# {one} and {other} are swapped: the one has the columns of the events, the other those of the leads
one-and-other-are-swapped-the-one-has-5e511d = { $one } et { $other } sont inversés : le premier a les colonnes des événements, l'autre celles des leads

# {one} and {other} are swapped: the rules come first, then the leads
one-and-other-are-swapped-the-rules-come-4bb5ed = { $one } et { $other } sont inversés : les règles viennent d'abord, puis les leads

# {option} {path} would write over itself, {what}; name another file to write
option-path-would-write-over-itself-what-name-5ba249 = { $option } { $path } écraserait ce qui est lu : { $what } ; nommez un autre fichier à écrire

# {option} {path} would write over {other}, {what}; name another file to write
option-path-would-write-over-other-what-name-1c99b0 = { $option } { $path } écraserait { $other }, { $what } ; nommez un autre fichier à écrire

# {option} {path}: .{ending} can't be written here; what can be is {kinds}
option-path-ending-can-t-be-written-here-16e79e = { $option } { $path } : .{ $ending } ne peut pas être écrit ici ; ce qui peut l'être : { $kinds }

# {option}: `{name}` is no date field that the rules declare; the rules declare none
option-name-is-no-date-field-that-the-a70ac4 = { $option } : `{ $name }` n'est pas un champ de date des règles ; elles n'en ont pas

# {option}: `{name}` is no date field that the rules declare; there are {fields}
option-name-is-no-date-field-that-the-b75ab7 = { $option } : `{ $name }` n'est pas un champ de date des règles ; il y a { $fields }

# {path} can't be read: tables that it declares are not known
path-can-t-be-read-tables-that-it-84eeaa = impossible de lire { $path } : les tables qui y sont déclarées ne sont pas connues

# {path} can't be used. Why may quote what stands in it, which --counts-only leaves out: run this without it where only you read along
path-can-t-be-used-why-may-quote-8fd038 = { $path } est inutilisable. Dire pourquoi citerait peut-être ce qu'il contient, ce que --counts-only évite : exécutez ceci sans cette option là où vous êtes seul à lire

# {path} holds data, by its name; the name of a rule file ends in .leadrules
path-holds-data-by-its-name-the-name-c13ff7 = d'après son nom, { $path } contient des données ; le nom d'un fichier de règles finit par .leadrules

# {path} is a rule file, by its name, and stands where the leads belong
path-is-a-rule-file-by-its-name-81f92d = d'après son nom, { $path } est un fichier de règles, et il est à la place des leads

# {path} is there already, and does not look like {kind} of an earlier run; name another file, or say --force
path-is-there-already-and-does-not-look-efc8a6 = { $path } existe déjà, et ne semble pas venir d'une exécution antérieure (attendu : { $kind }) ; nommez un autre fichier, ou écrivez --force

# {path} is there already; name another file, or say --force
path-is-there-already-name-another-file-or-aafb6a = { $path } existe déjà ; nommez un autre fichier, ou écrivez --force

# {path} is there, and leadrules did not write it: give the model another name with --name
path-is-there-and-leadrules-did-not-write-82c74e = { $path } existe, et ce n'est pas leadrules qui l'a écrit : donnez un autre nom au modèle avec --name

# {path} names {leads}, which is not there: no data is looked at
path-names-leads-which-is-not-there-no-852ce1 = { $path } nomme { $leads }, qui n'existe pas : aucune donnée n'est regardée

# {path}, column {column}: {what}
path-column-column-what-dc91fc = { $path }, colonne { $column } : { $what }

# {path}, {place}, column {column}: {what}
path-place-column-column-what-9d8221 = { $path }, { $place }, colonne { $column } : { $what }

# {path}, {place}: {what}
path-place-what-414737 = { $path }, { $place } : { $what }

# {path}: `{words}`: {what}
path-words-what-0e898d = { $path } : `{ $words }` : { $what }

# {path}: there is no lead `{key}`
path-there-is-no-lead-key-c33fe6 = { $path } : pas de lead `{ $key }`

# {path}: there is no lead `{key}`; did you mean `{near}`?
path-there-is-no-lead-key-did-you-40ef7d = { $path } : pas de lead `{ $key }` ; vouliez-vous dire `{ $near }` ?

# {path}: {count} leads bear `{key}`; name one by its key: {keys} …
path-count-leads-bear-key-name-one-by-10c361 = { $path } : { $count } leads portent `{ $key }` ; nommez-en un par sa clé : { $keys } …

# {path}: {count} rows are `{key}`; this is row {row}
path-count-rows-are-key-this-is-row-e3aa38 = { $path } : { $count } rangées sont `{ $key }` ; voici la rangée { $row }

# {path}: {what}
path-what-f78f40 = { $path } : { $what }

# {revision}:{path}: there is no file `{path}` in `{revision}`; paths start at the top of the repository, or with `./` at this folder
revision-path-there-is-no-file-path-in-22ea8a = { $revision }:{ $path } : pas de fichier `{ $path }` dans `{ $revision }` ; les chemins partent du haut du dépôt, ou avec `./` de ce dossier

# {revision}:{path}: there is no revision `{revision}` here; git names branches, tags and commits
revision-path-there-is-no-revision-revision-here-6e15b5 = { $revision }:{ $path } : pas de révision `{ $revision }` ici ; git connaît des branches, des tags et des commits

# {shown} of {of} leads listed, the highest stage first
shown-of-of-leads-listed-the-highest-stage-e6edc9 = { $shown } sur { $of } { $of ->
    [one] lead
   *[other] leads
  } dans la liste, la phase la plus haute d'abord

# {shown} of {of} leads listed, the highest stage first, within a stage by {scores}
shown-of-of-leads-listed-the-highest-stage-a59809 = { $shown } sur { $of } { $of ->
    [one] lead
   *[other] leads
  } dans la liste, la phase la plus haute d'abord, dans chaque phase selon { $scores }

# {size} MiB
size-mib-2d5e76 = { $size } MiB

# {unread} of {all} {all|event|events} can't be read: {why}. Say in the `events` block which columns they are and how times are written (`as`), or allow more with {option}
unread-of-all-all-event-events-can-t-795f6a = { $unread } sur { $all } { $all ->
    [one] événement est illisible
   *[other] événements sont illisibles
  } : { $why }. Dites dans le bloc `events` quelles colonnes c'est et comment les instants sont écrits (`as`), ou admettez-en plus avec { $option }

# {unread} of {all} {all|line|lines} can't be read as JSON, the first in {place}: "{text}". Write the file again, or allow more with {option}
unread-of-all-all-line-lines-can-t-a36fa6 = { $unread } sur { $all } { $all ->
    [one] ligne est illisible
   *[other] lignes sont illisibles
  } comme JSON, la première à la { $place } : "{ $text }". Réécrivez le fichier, ou admettez-en plus avec { $option }

# {wanted} values required for '{argument}' but {given} {given|was|were} provided
wanted-values-required-for-argument-but-given-given-e654cd = '{ $argument }' demande { $wanted } valeurs, et il y en a { $given }

# {what} ({example})
what-example-88ef94 = { $what } ({ $example })

# nobody reads the output
nobody-reads-the-output-669185 = personne ne lit la sortie

# it lies outside of the folder of the first rule file; if the rules may read it, say `--allow-path DIR` with the folder that it lies in
it-lies-outside-of-the-folder-of-the-988768 = il se trouve hors du dossier du premier fichier de règles ; si les règles peuvent le lire, écrivez `--allow-path DIR` avec le dossier où il se trouve

# it lies outside of the folder of the first rule file
it-lies-outside-of-the-folder-of-the-507ac2 = il se trouve hors du dossier du premier fichier de règles

# there is no such file in `{revision}`
there-is-no-such-file-in-revision-a65d2d = ce fichier n'existe pas dans `{ $revision }`

# it is an index, such as 0.1 or 0.25
it-is-an-index-such-as-0-1-152c95 = écrivez un indice, comme 0.1 ou 0.25

# write the stage and a number of leads: SQL=50
write-the-stage-and-a-number-of-leads-f0bed2 = écrivez la phase et un nombre de leads : SQL=50

# `{leads}` is no number of leads
leads-is-no-number-of-leads-4249c4 = `{ $leads }` n'est pas un nombre de leads

# {name} was not dropped on the page
name-was-not-dropped-on-the-page-ef4d87 = { $name } n'a pas été déposé sur la page

# save the file that names it first, so that it has a folder
save-the-file-that-names-it-first-so-4c341c = enregistrez d'abord le fichier qui le nomme, pour qu'il ait un dossier

# {file} is no part of it
file-is-no-part-of-it-b81eeb = { $file } n'en fait pas partie

# --listen {address}: other machines can reach that, so callers must bear a token: say --token-file
listen-address-other-machines-can-reach-that-so-aab0bc = --listen { $address } : d'autres machines y ont accès, donc les appels doivent porter un jeton : indiquez --token-file

# --token-file {path}: a token has at least {least} letters, digits or signs, and no blanks
token-file-path-a-token-has-at-least-84b376 = --token-file { $path } : un jeton a au moins { $least } lettres, chiffres ou signes, sans espace

# --to: there is no stage `{stage}`: the rules have none there
to-there-is-no-stage-stage-the-rules-cc75cd = --to : il n'y a pas de phase `{ $stage }` : aucune phase n'est déclarée pour cela

# --to: there is no stage `{stage}`; did you mean `{near}`?
to-there-is-no-stage-stage-did-you-6d3368 = --to : il n'y a pas de phase `{ $stage }` ; vouliez-vous dire `{ $near }` ?

# --to: there is no stage `{stage}`; there are {names}
to-there-is-no-stage-stage-there-are-962ce2 = --to : il n'y a pas de phase `{ $stage }` ; il y a { $names }

# the server can't run: {why}
the-server-can-t-run-why-53f907 = le serveur ne peut pas tourner : { $why }

# the system has no randomness: {why}
the-system-has-no-randomness-why-261942 = le système ne donne pas de nombres aléatoires : { $why }

# {path} is a file; name the folder that it is in
path-is-a-file-name-the-folder-that-460579 = { $path } est un fichier ; nommez le dossier où il se trouve

# {what} can't be served: {why}
what-can-t-be-served-why-7fe62e = { $what } ne peut pas être servi : { $why }

# --events {path}: the rules declare no events, so it was not read; an `events` block says what its columns mean
events-path-the-rules-declare-no-events-so-506072 = --events { $path } : les règles ne déclarent aucun événement, il n'a donc pas été lu ; un bloc `events` dit ce que signifient ses colonnes

# {listed}; {closed} that converted left out
listed-closed-that-converted-left-out-58abc9 = { $listed } ; laissés de côté : { $closed } gagnés

# {listed}; {closed} whose outcome is known left out
listed-closed-whose-outcome-is-known-left-out-75e7b9 = { $listed } ; laissés de côté : { $closed } dont l'issue est connue

# {count} of {all} values of `{name}`, which the outcome looks at, do not fit the field and count as empty: {examples}
count-of-all-values-of-name-which-the-c024cd = { $count } des { $all } valeurs de `{ $name }`, que l'issue regarde, ne vont pas dans le champ et comptent comme inconnues : { $examples }

# --since: {day} is later than the instant of the report (--as-of)
since-day-is-later-than-the-instant-of-58dfc3 = --since : { $day } est plus tard que l'instant du rapport (--as-of)
