### Wat een opdracht antwoordt als er iets misgaat met bestanden, opties of instellingen.

# "{text}" in {place}
text-in-place-e5a6ea = "{ $text }" op { $place }

# "{text}" in {place} is {why}
text-in-place-is-why-bf1eca = "{ $text }" op { $place } is { $why }

# '{name}' exists
name-exists-fe440c = '{ $name }' bestaat

# --account: the rules say nothing about accounts; declare them with `account {{ … }}`, or name a lead with --lead
account-the-rules-say-nothing-about-accounts-declare-7e5f38 = --account: de regels zeggen niets over accounts; beschrijf ze met `account {"{"} … {"}"}`, of noem een lead met --lead

# --accounts {path}: the rules say nothing about accounts; declare them with `account {{ … }}`, or leave this out
accounts-path-the-rules-say-nothing-about-accounts-4b126d = --accounts { $path }: de regels zeggen niets over accounts; beschrijf ze met `account {"{"} … {"}"}`, of laat deze optie weg

# --accounts-output {path}: the rules say nothing about accounts; declare them with `account {{ … }}`, or leave this out
accounts-output-path-the-rules-say-nothing-about-a3dc35 = --accounts-output { $path }: de regels zeggen niets over accounts; beschrijf ze met `account {"{"} … {"}"}`, of laat deze optie weg

# --accounts-output: name a file; standard output has the leads
accounts-output-name-a-file-standard-output-has-379568 = --accounts-output: noem een bestand; op de standaarduitvoer komen de leads

# --allow-path {folder}: there is no such folder
allow-path-folder-there-is-no-such-folder-53dbfa = --allow-path { $folder }: die map bestaat niet

# --by: there is no label or field `{name}`; there are {names}
by-there-is-no-label-or-field-name-fe17f6 = --by: er is geen label of veld `{ $name }`; wel { $names }

# --create and --name go together: what is created has a name
create-and-name-go-together-what-is-created-ce4661 = --create en --name gaan samen: wat gemaakt wordt, heeft een naam

# --data is compared with one rule set; name its first file alone
data-is-compared-with-one-rule-set-name-b2ea59 = --data wordt met één stel regels vergeleken; noem alleen het eerste bestand ervan

# --events: {path} is a rule file, by its name
events-path-is-a-rule-file-by-its-e76b82 = --events: { $path } is volgens de naam een regelbestand

# --fix writes files; it can't mend standard input
fix-writes-files-it-can-t-mend-standard-0f585f = --fix schrijft bestanden; de standaardinvoer kan het niet verbeteren

# --for excel writes CSV: name a file that ends in .csv, or say --format csv
for-excel-writes-csv-name-a-file-that-829c7e = --for excel schrijft CSV: noem een bestand dat eindigt op .csv, of schrijf --format csv

# --format and the name {path} contradict each other: {kind} ends in .{ending}; leave out --format, or name another file
format-and-the-name-path-contradict-each-other-d4da84 = --format en de naam { $path } spreken elkaar tegen: de uitgang voor { $kind } is .{ $ending }; laat --format weg, of noem een ander bestand

# --header-row {row}: this row is blank, or not there
header-row-row-this-row-is-blank-or-bc934d = --header-row { $row }: in deze rij staat niets, of ze bestaat niet

# --name {why}
name-why-c05384 = --name: { $why }

# --order-by: there is no score `{score}`; there are {scores}
order-by-there-is-no-score-score-there-bd1798 = --order-by: er is geen score `{ $score }`; wel { $scores }

# --previous self is a model's own last run: add --dbt FOLDER, or name a table
previous-self-is-a-model-s-own-last-eb0e39 = --previous self staat voor de laatste run van het model zelf: voeg --dbt MAP toe, of noem een tabel

# --previous self makes an incremental model: leave out --create
previous-self-makes-an-incremental-model-leave-out-8382ba = --previous self maakt een incrementeel model: laat --create weg

# --previous self: the model of accounts would not know the stage that leads had; keep the last run in a table of its own (a snapshot) and name that
previous-self-the-model-of-accounts-would-not-73b184 = --previous self: het model van de accounts zou de fase die leads hadden niet kennen; bewaar de laatste run in een eigen tabel (een snapshot) en noem die

# --previous-as-of says why leads moved; say --only-changes, or which leads with --top or --stage
previous-as-of-says-why-leads-moved-say-6566de = --previous-as-of zegt waarom leads verschoven zijn; schrijf er --only-changes bij, of welke leads met --top of --stage

# --previous-as-of: `{text}` is no instant; write a day (2026-11-16) or a time
previous-as-of-text-is-no-instant-write-1e8848 = --previous-as-of: `{ $text }` is geen tijdstip; schrijf een dag (2026-11-16) of een tijdstip met een uur

# --previous-as-of: {instant} is after the instant of this run
previous-as-of-instant-is-after-the-instant-f362b6 = --previous-as-of: { $instant } ligt na het tijdstip van deze run

# --previous: here each lead is followed night by night from its first event on, and starts from no earlier run; leave it out
previous-here-each-lead-is-followed-night-by-07920a = --previous: hier wordt elke lead nacht na nacht gevolgd vanaf zijn eerste gebeurtenis, zonder vroegere run; laat deze optie weg

# --save-witness writes into the rule file; it can't write to standard input
save-witness-writes-into-the-rule-file-it-55d9e7 = --save-witness schrijft in het regelbestand; in de standaardinvoer kan het niet schrijven

# --stage: there is no stage `{stage}`; there are {stages}
stage-there-is-no-stage-stage-there-are-348e5a = --stage: er is geen fase `{ $stage }`; wel { $stages }

# For more information, try '--help'.
for-more-information-try-help-951b79 = Meer weten? Probeer '--help'.

# Its columns are {columns}. Name the right one with `from` in the `events` block
its-columns-are-columns-name-the-right-one-b6f28d = De kolommen zijn { $columns }. Noem de juiste met `from` in het blok `events`

# Spark takes that for a variable: rename the column
spark-takes-that-for-a-variable-rename-the-634260 = Spark houdt dat voor een variabele: geef de kolom een andere naam

# Usage: {usage}
usage-usage-1d2b75 = Gebruik: { $usage }

# [possible values: {values}]
possible-values-values-f7d544 = [mogelijke waarden: { $values }]

# `leads` is missing: which leads is the rest about?
leads-is-missing-which-leads-is-the-rest-f53755 = `leads` ontbreekt: over welke leads gaat de rest?

# `{call}` is known to dbt alone: add --dbt FOLDER, or name the table itself
call-is-known-to-dbt-alone-add-dbt-a4a5d5 = alleen dbt kent `{ $call }`: voeg --dbt MAP toe, of noem de tabel zelf

# `{name}` is no name for a dbt model: write letters, digits and `_`
name-is-no-name-for-a-dbt-model-258011 = `{ $name }` is geen naam voor een dbt-model: schrijf letters, cijfers en `_`

# `{name}` may be the table `{read}`, which the query reads: give what it creates another name
name-may-be-the-table-read-which-the-9f2ba9 = `{ $name }` kan de tabel `{ $read }` zijn, die de query leest: geef wat gemaakt wordt een andere naam

# `{setting}` is a day or an instant, as in 2026-11-23
setting-is-a-day-or-an-instant-as-a91e7b = `{ $setting }` moet een dag of een tijdstip zijn, zoals 2026-11-23

# `{setting}` is a path in quotes
setting-is-a-path-in-quotes-65fdef = `{ $setting }` moet een pad tussen aanhalingstekens zijn

# `{setting}` is a share, as in "20%"
setting-is-a-share-as-in-20-c885b9 = `{ $setting }` moet een aandeel zijn, zoals "20%"

# `{setting}` is a text in quotes
setting-is-a-text-in-quotes-3e961f = `{ $setting }` moet een tekst tussen aanhalingstekens zijn

# `{setting}` is a whole number
setting-is-a-whole-number-04dbbc = `{ $setting }` moet een geheel getal zijn

# `{setting}` is true or false
setting-is-true-or-false-231445 = `{ $setting }` moet `true` of `false` zijn

# `{setting}` lies outside of this repository: name it on the command line, or in your editor
setting-lies-outside-of-this-repository-name-it-07289f = `{ $setting }` ligt buiten deze repository: noem het op de opdrachtregel, of in je editor

# `{setting}` says how `{file}` are read, and there are no `{file}`
setting-says-how-file-are-read-and-there-d8f661 = `{ $setting }` zegt hoe `{ $file }` gelezen wordt, maar er is geen `{ $file }`

# `{setting}`: {why}
setting-why-df1021 = `{ $setting }`: { $why }

# `{text}` is no instant for --as-of; write a day (2026-11-23) or a time (2026-11-23T12:00Z)
text-is-no-instant-for-as-of-write-9c002a = `{ $text }` is geen tijdstip voor --as-of; schrijf een dag (2026-11-23) of een tijdstip (2026-11-23T12:00Z)

# `{text}` is no instant for --as-of; write a day (2026-11-23) or a time (2026-11-23T12:00Z), `current_timestamp`, or `parameter`
text-is-no-instant-for-as-of-write-904be0 = `{ $text }` is geen tijdstip voor --as-of; schrijf een dag (2026-11-23), een tijdstip (2026-11-23T12:00Z), `current_timestamp` of `parameter`

# `{text}` is not understood: write ref('stg_leads'), source('crm', 'leads'), or crm.leads
text-is-not-understood-write-ref-stg-leads-65b0f2 = `{ $text }` is niet duidelijk: schrijf ref('stg_leads'), source('crm', 'leads') of crm.leads

# a Feather file
a-feather-file-f5767f = een Feather-bestand

# a JUnit report
a-junit-report-030b86 = een JUnit-rapport

# a PDF
a-pdf-0e308a = een pdf

# a Parquet file
a-parquet-file-d224ca = een Parquet-bestand

# a PostScript document
a-postscript-document-692962 = een PostScript-document

# a ZIP archive or a spreadsheet
a-zip-archive-or-a-spreadsheet-5ad51b = een ZIP-archief of een rekenblad

# a database (SQLite)
a-database-sqlite-dd1068 = een databank (SQLite)

# a drawing
a-drawing-e33baa = een tekening

# a field of the lead inside `where`
a-field-of-the-lead-inside-where-61df85 = een veld van de lead binnen `where`

# a film or a picture
a-film-or-a-picture-154ada = een film of een afbeelding

# a key is a text, an email, a choice, or an integer without a range
a-key-is-a-text-an-email-a-dc3fa8 = een sleutel is een tekst, een e-mailadres, een keuze of een geheel getal zonder bereik

# a key of type {kind}
a-key-of-type-kind-5899f2 = een sleutel van het type `{ $kind }`

# a label joined from others
a-label-joined-from-others-adaaa4 = een label dat uit andere bestaat

# a lead or an event is an object in braces, but here stands {value}
a-lead-or-an-event-is-an-object-156b26 = een lead of een gebeurtenis is een object tussen accolades, maar hier staat { $value }

# a name with `${{`
a-name-with-bbf8e7 = een naam met `${"{"}`

# a page for a browser
a-page-for-a-browser-066eab = een pagina voor een browser

# a page of the web (HTML)
a-page-of-the-web-html-9def6b = een webpagina (HTML)

# a patch
a-patch-b0a122 = een patch

# a picture (GIF)
a-picture-gif-90cd1b = een afbeelding (GIF)

# a picture (JPEG)
a-picture-jpeg-c97d4f = een afbeelding (JPEG)

# a picture (PNG)
a-picture-png-d41ce8 = een afbeelding (PNG)

# a picture (TIFF)
a-picture-tiff-dfa77c = een afbeelding (TIFF)

# a picture or a recording
a-picture-or-a-recording-508b17 = een afbeelding of een opname

# a presentation (.pptx)
a-presentation-pptx-4e8751 = een presentatie (.pptx)

# a program
a-program-78f930 = een programma

# a query of accounts
a-query-of-accounts-eefe9f = een query over accounts

# a quote is opened here and never closed, so the rest of the line would be part of one cell; close it, or write it twice if it belongs to the text
a-quote-is-opened-here-and-never-closed-16f4c9 = hier begint een aanhalingsteken dat nooit gesloten wordt, zodat de rest van de lijn deel van één cel zou zijn; sluit het, of schrijf het twee keer als het bij de tekst hoort

# a quote is opened here and never closed, so the {lines} {lines|line|lines} after it would be part of one cell; close it, or write it twice if it belongs to the text
a-quote-is-opened-here-and-never-closed-fe9e85 = hier begint een aanhalingsteken dat nooit gesloten wordt, zodat { $lines ->
    [one] de lijn erna
   *[other] de { $lines } lijnen erna
  } deel van één cel { $lines ->
    [one] zou
   *[other] zouden
  } zijn; sluit het, of schrijf het twee keer als het bij de tekst hoort

# a quote is opened here and not closed within {size}, so all that would be one cell; close it, or write it twice if it belongs to the text
a-quote-is-opened-here-and-not-closed-4859f9 = hier begint een aanhalingsteken dat binnen { $size } niet gesloten wordt, zodat dat alles één cel zou zijn; sluit het, of schrijf het twee keer als het bij de tekst hoort

# a recording
a-recording-67ab8f = een geluidsopname

# a repetition there is at most {most}
a-repetition-there-is-at-most-most-2b3e28 = een herhaling is daar hoogstens { $most }

# a row in it is longer than {size}; it may be no table, or have no line ends (if it is one, `--longest-row` allows more)
a-row-in-it-is-longer-than-size-08fb13 = een rij erin is langer dan { $size }; misschien is het geen tabel, of ontbreken de lijneinden (is het er wel een, dan laat `--longest-row` meer toe)

# a rule file
a-rule-file-338f48 = een regelbestand

# a rule file without a key
a-rule-file-without-a-key-fe068c = een regelbestand zonder sleutel

# a sheet of it claims {rows} rows and {columns} columns, more than .xls can have, so it may be damaged; open it in a spreadsheet program and save it as .xlsx
a-sheet-of-it-claims-rows-rows-and-62377a = een blad ervan zegt { $rows } rijen en { $columns } kolommen te hebben, meer dan .xls kan bevatten, dus misschien is het beschadigd; open het in een rekenbladprogramma en bewaar het als .xlsx

# a sheet of it spans {rows} rows and {columns} columns, nearly all of them blank; take out the cell that stands far from the others, or save it as .xlsx
a-sheet-of-it-spans-rows-rows-and-4c83a8 = een blad ervan beslaat { $rows } rijen en { $columns } kolommen, bijna allemaal zonder inhoud; haal de cel weg die ver van de andere staat, of bewaar het als .xlsx

# a similar argument exists: {names}
a-similar-argument-exists-names-85eac8 = er is een argument dat erop lijkt: { $names }

# a similar subcommand exists: {names}
a-similar-subcommand-exists-names-c2d50c = er is een opdracht die erop lijkt: { $names }

# a similar value exists: {names}
a-similar-value-exists-names-abf4d0 = er is een waarde die erop lijkt: { $names }

# a spreadsheet
a-spreadsheet-4c7b46 = een rekenblad

# a table for reading
a-table-for-reading-cbe34b = een tabel om te lezen

# a test of a list
a-test-of-a-list-c0e5de = een voorwaarde over een lijst

# a text document (.docx or .odt)
a-text-document-docx-or-odt-369b53 = een tekstdocument (.docx of .odt)

# a text document (RTF)
a-text-document-rtf-0a2f23 = een tekstdocument (RTF)

# a value is required for '{argument}' but none was supplied
a-value-is-required-for-argument-but-none-233790 = '{ $argument }' heeft een waarde nodig, en er staat er geen

# a view or a table has no parameters: leave out --create, or write --as-of current_timestamp
a-view-or-a-table-has-no-parameters-93472d = een view of een tabel heeft geen parameters: laat --create weg, of schrijf --as-of current_timestamp

# a workbook
a-workbook-3b90a4 = een Excel-werkmap

# an Arrow file
an-arrow-file-3bd90b = een Arrow-bestand

# an Avro file
an-avro-file-cf9254 = een Avro-bestand

# an Excel sheet holds at most {columns} columns; write .csv or .parquet instead
an-excel-sheet-holds-at-most-columns-columns-e80c8b = een blad van Excel kan hoogstens { $columns } kolommen hebben; schrijf liever .csv of .parquet

# an Excel sheet holds at most {rows} rows, its header included; write .csv or .parquet instead
an-excel-sheet-holds-at-most-rows-rows-913dae = een blad van Excel kan hoogstens { $rows } rijen hebben, de kop inbegrepen; schrijf liever .csv of .parquet

# an ORC file
an-orc-file-538dfa = een ORC-bestand

# an XML file
an-xml-file-8aff2b = een XML-bestand

# an archive (tar)
an-archive-tar-d71082 = een archief (tar)

# an old Office file (.xls or .doc)
an-old-office-file-xls-or-doc-f0e0dc = een oud Office-bestand (.xls of .doc)

# another column has the same name but for case, and the engine does not tell them apart: rename one
another-column-has-the-same-name-but-for-df7cf9 = een andere kolom heeft op hoofdletters na dezelfde naam, en de databank onderscheidt ze niet: geef er een een andere naam

# as of {instant}
as-of-instant-c6136b = gezien op { $instant }

# can't read {path}: {why}
can-t-read-path-why-de254b = { $path } kan niet gelezen worden: { $why }

# can't write the report: {why}
can-t-write-the-report-why-028d62 = het rapport kan niet geschreven worden: { $why }

# can't write to standard output: it is closed; name a file, or leave it open
can-t-write-to-standard-output-it-is-a94edf = naar de standaarduitvoer kan niet geschreven worden: ze is gesloten; noem een bestand, of laat ze open

# can't write to standard output: {why}
can-t-write-to-standard-output-why-b78912 = naar de standaarduitvoer kan niet geschreven worden: { $why }

# can't write {path}: the file is read-only; allow writing to it, or give another name
can-t-write-path-the-file-is-read-d2015e = { $path } kan niet geschreven worden: het bestand is alleen-lezen; laat schrijven toe, of geef een andere naam

# can't write {path}: there is no folder {folder}
can-t-write-path-there-is-no-folder-913799 = { $path } kan niet geschreven worden: er is geen map { $folder }

# can't write {path}: {why}
can-t-write-path-why-ffe6f8 = { $path } kan niet geschreven worden: { $why }

# equal sign is needed when assigning values to '{argument}'
equal-sign-is-needed-when-assigning-values-to-be7aa0 = '{ $argument }' krijgt zijn waarde met een gelijkteken

# git can't be asked: {why}
git-can-t-be-asked-why-932073 = git antwoordt niet: { $why }

# give both the same type: a text, an email, a choice, or an integer
give-both-the-same-type-a-text-an-251e83 = geef beide hetzelfde type: een tekst, een e-mailadres, een keuze of een geheel getal

# invalid value '{value}' for '{argument}'
invalid-value-value-for-argument-a97352 = ongeldige waarde '{ $value }' voor '{ $argument }'

# invalid value '{value}' for '{argument}': {why}
invalid-value-value-for-argument-why-15ba20 = ongeldige waarde '{ $value }' voor '{ $argument }': { $why }

# is it the right data?
is-it-the-right-data-b21e02 = is dit de juiste data?

# is it the right file?
is-it-the-right-file-f9fae0 = is dit het juiste bestand?

# is it the right file? Or do the names stand in another row (--header-row)?
is-it-the-right-file-or-do-the-0c6ed5 = is dit het juiste bestand? Of staan de namen in een andere rij (--header-row)?

# it can't be opened
it-can-t-be-opened-8823e7 = openen lukt niet

# it can't be read
it-can-t-be-read-f8991e = lezen lukt niet

# it can't be read as a Parquet file; it may be damaged or not written to its end
it-can-t-be-read-as-a-parquet-b7a477 = dit kan niet als Parquet-bestand gelezen worden; misschien is het beschadigd of niet tot het einde geschreven

# it can't be read as a spreadsheet; it may be damaged, protected, or of another format
it-can-t-be-read-as-a-spreadsheet-f7549c = dit kan niet als rekenblad gelezen worden; misschien is het beschadigd, beveiligd of van een andere vorm

# it can't be read to its end
it-can-t-be-read-to-its-end-14e040 = lezen tot het einde lukt niet

# it can't be read to its end: {cause}
it-can-t-be-read-to-its-end-06b5cd = lezen tot het einde lukt niet: { $cause }

# it can't be told which row holds the names of its columns: row {row} may ({names}), and what stands above it may be data. Say it with --header-row {row}, which leaves out what is above, or --header-row {first}
it-can-t-be-told-which-row-holds-2e7ca0 = het is niet duidelijk in welke rij de namen van de kolommen staan: misschien in rij { $row } ({ $names }), en wat erboven staat, kan data zijn. Zeg het met --header-row { $row }, dat weglaat wat erboven staat, of --header-row { $first }

# it has no sheet
it-has-no-sheet-52f538 = er staat geen blad in

# it has no sheet `{wanted}`; its sheets are {names}
it-has-no-sheet-wanted-its-sheets-are-84ef82 = er is geen blad `{ $wanted }`; de bladen zijn { $names }

# it has one column: is the mark between cells another one (--delimiter)?
it-has-one-column-is-the-mark-between-9b91dd = er is maar één kolom: staat er een ander teken tussen de cellen (--delimiter)?

# it has several lists ({names}), and it can't be told which is meant; write that one into a file of its own
it-has-several-lists-names-and-it-can-1184bc = er staan verschillende lijsten in ({ $names }), en het is niet duidelijk welke bedoeld is; schrijf die ene in een eigen bestand

# it has to be in memory as a whole, and is longer than {size}; {instead}
it-has-to-be-in-memory-as-a-625bf7 = dit moet in zijn geheel in het geheugen, en is langer dan { $size }; { $instead }

# it is `warnings` or a code, which `leadrules codes` lists
it-is-warnings-or-a-code-which-leadrules-39e651 = schrijf `warnings` of een code; `leadrules codes` toont ze allemaal

# it is a Parquet file, which this build of leadrules leaves out: save it as .csv or .ndjson
it-is-a-parquet-file-which-this-build-87ccd9 = dit is een Parquet-bestand, dat deze versie van leadrules niet kan lezen: bewaar het als .csv of .ndjson

# it is a folder
it-is-a-folder-0c2f71 = het is een map

# it is a folder, not a file
it-is-a-folder-not-a-file-f14529 = het is een map, geen bestand

# it is a number of leads, as in 200 or 50/week
it-is-a-number-of-leads-as-in-db4b26 = schrijf een aantal leads, zoals 200 of 50/week

# it is a number of minutes, hours, days or weeks, as in `2 days` or `4h`
it-is-a-number-of-minutes-hours-days-238eb5 = schrijf een aantal minuten, uren, dagen of weken, zoals `2 days` of `4h`

# it is a share from 0% to 100%
it-is-a-share-from-0-to-100-78d652 = schrijf een aandeel van 0% tot 100%

# it is a spreadsheet, which this build of leadrules leaves out: save it as .csv
it-is-a-spreadsheet-which-this-build-of-9b2628 = dit is een rekenblad, dat deze versie van leadrules niet kan lezen: bewaar het als .csv

# it is a stream, which can be read only once, and it was read before
it-is-a-stream-which-can-be-read-e302c0 = dit is een stroom, die maar één keer gelezen kan worden, en dat is al gebeurd

# it is a whole number from {least} on
it-is-a-whole-number-from-least-on-dcf1ff = schrijf een geheel getal vanaf { $least }

# it is a whole number from {least} to {most}
it-is-a-whole-number-from-least-to-b74c38 = schrijf een geheel getal van { $least } tot { $most }

# it is asked for before it is known
it-is-asked-for-before-it-is-known-095d46 = het wordt gevraagd voor het bekend is

# it is empty: not even the names of columns are there
it-is-empty-not-even-the-names-of-58ad9f = er staat niets in, zelfs geen namen van kolommen

# it is not text in UTF-8
it-is-not-text-in-utf-8-819e27 = het is geen tekst in UTF-8

# it is one character, or tab, comma, semicolon or bar
it-is-one-character-or-tab-comma-semicolon-973817 = schrijf één teken, of `tab`, `comma`, `semicolon` of `bar`

# it is one of {values}
it-is-one-of-values-275d4d = kies uit { $values }

# it is packed with a window of more than 128 MiB (`zstd --long=28` or more); pack it again with `--long=27` or without, or unpack it before
it-is-packed-with-a-window-of-more-fbb715 = dit is ingepakt met een bereik van meer dan 128 MiB (`zstd --long=28` of meer); pak het opnieuw in met `--long=27` of zonder, of pak het eerst uit

# it is packed, and breaks off before its end; fetch or pack it again
it-is-packed-and-breaks-off-before-its-e56a5a = dit is ingepakt, en breekt af voor het einde; haal het opnieuw op of pak het opnieuw in

# it is packed, and damaged; fetch or pack it again
it-is-packed-and-damaged-fetch-or-pack-bba90a = dit is ingepakt, en beschadigd; haal het opnieuw op of pak het opnieuw in

# it is so many leads a day, week, month or year, as in 50/week
it-is-so-many-leads-a-day-week-c1f5f2 = schrijf een aantal leads per `day`, `week`, `month` of `year`, zoals 50/week

# it is the number of a line or row, from 1
it-is-the-number-of-a-line-or-b6122a = schrijf het nummer van een lijn of rij, vanaf 1

# it is too long to be put back from the engine's clock: write the query for one instant with --as-of
it-is-too-long-to-be-put-back-845265 = ze is te lang om vanaf de klok van de databank terug te rekenen: schrijf de query voor één tijdstip met --as-of

# it should be JSON: a list of objects in square brackets
it-should-be-json-a-list-of-objects-e16e4d = dit moet JSON zijn: een lijst van objecten tussen rechte haken

# it should be {wanted}, but it is {real}; give it the right extension, or say its format
it-should-be-wanted-but-it-is-real-697b5b = verwacht: { $wanted }; gevonden: { $real }. Geef het bestand de juiste extensie, of zeg welke vorm het heeft

# it should be {wanted}, but it is {real}; name the file with the rows, or export it as CSV
it-should-be-wanted-but-it-is-real-8afca6 = verwacht: { $wanted }; gevonden: { $real }. Noem het bestand met de rijen, of exporteer het als CSV

# it should be {wanted}, but it is {real}; unpack it, and name the file that was in it
it-should-be-wanted-but-it-is-real-cb6e8c = verwacht: { $wanted }; gevonden: { $real }. Pak het uit, en noem het bestand dat erin zat

# its columns are packed with {name}, which can't be unpacked here: write it with Snappy, Zstandard, LZ4 or gzip
its-columns-are-packed-with-name-which-can-a4bdbe = de kolommen zijn ingepakt met { $name }, wat hier niet uitgepakt kan worden: schrijf het bestand met Snappy, Zstandard, LZ4 of gzip

# its header does not end
its-header-does-not-end-cc0d47 = de kop houdt niet op

# its header does not end: perhaps a quote is opened and never closed
its-header-does-not-end-perhaps-a-quote-b6405d = de kop houdt niet op: misschien begint er een aanhalingsteken dat nooit gesloten wordt

# its part `{name}` unpacks to {size} MB, hundreds of times what it takes in the file, as no sheet does; if it is what you want to read, save it as .csv
its-part-name-unpacks-to-size-mb-hundreds-ac174a = het deel `{ $name }` wordt uitgepakt { $size } MB, honderden keren wat het in het bestand inneemt, zoals geen enkel blad; wil je het echt lezen, bewaar het dan als .csv

# its sheets span {cells} cells together, nearly all of them blank; take out the cells that stand far from the others, or save it as .xlsx
its-sheets-span-cells-cells-together-nearly-all-4b5550 = de bladen beslaan samen { $cells } cellen, bijna allemaal zonder inhoud; haal de cellen weg die ver van de andere staan, of bewaar het als .xlsx

# its table of factors would have more than {rows} rows
its-table-of-factors-would-have-more-than-3b5b4f = de tabel met factoren zou meer dan { $rows } rijen hebben

# leadrules does not write lists for it
leadrules-does-not-write-lists-for-it-e24040 = leadrules schrijft er geen lijsten voor

# leadrules marks with it what dbt puts into the query: leave it out
leadrules-marks-with-it-what-dbt-puts-into-2dc4f2 = leadrules merkt daarmee wat dbt in de query zet: laat het weg

# leads that belong to an account by a {kind}, where its key is a {other}
leads-that-belong-to-an-account-by-a-ab953e = leads die bij een account horen door een veld van het type `{ $kind }`, terwijl de sleutel van het type `{ $other }` is

# leads: {leads}, as {path} says
leads-leads-as-path-says-72ca76 = leads: { $leads }, volgens { $path }

# name a lead with --lead, or an account with --account
name-a-lead-with-lead-or-an-account-f21ad9 = noem een lead met --lead, of een account met --account

# name the table of accounts with --accounts, or say --no-accounts
name-the-table-of-accounts-with-accounts-or-ef6c12 = noem de tabel van de accounts met --accounts, of schrijf --no-accounts

# name the table of the last results with --previous, mark a field `previous stage`, or say --no-previous
name-the-table-of-the-last-results-with-4d00be = noem de tabel met de laatste resultaten met --previous, markeer een veld met `previous stage`, of schrijf --no-previous

# names have at most {most} bytes there
names-have-at-most-most-bytes-there-ecac99 = namen hebben daar hoogstens { $most } bytes

# no column says what happened: looked for {names}.
no-column-says-what-happened-looked-for-names-deb900 = geen kolom zegt wat er gebeurde: gezocht is { $names }.

# no column says what happened: looked for {names}; did you mean `{near}`?
no-column-says-what-happened-looked-for-names-ce1da5 = geen kolom zegt wat er gebeurde: gezocht is { $names }; bedoel je `{ $near }`?

# no column says when it happened: looked for {names}.
no-column-says-when-it-happened-looked-for-0f80e7 = geen kolom zegt wanneer het gebeurde: gezocht is { $names }.

# no column says when it happened: looked for {names}; did you mean `{near}`?
no-column-says-when-it-happened-looked-for-fc1e68 = geen kolom zegt wanneer het gebeurde: gezocht is { $names }; bedoel je `{ $near }`?

# no column says whose each event is: looked for {names}.
no-column-says-whose-each-event-is-looked-8f284c = geen kolom zegt van wie elke gebeurtenis is: gezocht is { $names }.

# no column says whose each event is: looked for {names}; did you mean `{near}`?
no-column-says-whose-each-event-is-looked-5f6cb9 = geen kolom zegt van wie elke gebeurtenis is: gezocht is { $names }; bedoel je `{ $near }`?

# no lead has a key: the column `{column}` is blank in every row. Name the right one with `from` at the field `{name}`
no-lead-has-a-key-the-column-column-f3a3c2 = geen enkele lead heeft een sleutel: in de kolom `{ $column }` staat in geen enkele rij iets. Noem de juiste met `from` bij het veld `{ $name }`

# no lead has a key: {count} {count|value|values} of `{name}` and none that fits the field; "{text}" in {place} is {why}. What only tells leads apart is best read as it stands: `{name} text key`
no-lead-has-a-key-count-count-value-81fcaa = geen enkele lead heeft een sleutel: { $count ->
    [one] één waarde
   *[other] { $count } waarden
  } van `{ $name }`, en geen enkele past in het veld; "{ $text }" op { $place } is { $why }. Wat alleen leads onderscheidt, lees je best zoals het er staat: `{ $name } text key`

# no space left
no-space-left-d4d039 = er is geen plaats meer

# no text at all
no-text-at-all-5df1e5 = helemaal geen tekst

# none of its columns is one that the rules speak of; {hint} It has {columns}; the rules look for {wanted}
none-of-its-columns-is-one-that-the-05ba35 = de regels spreken over geen enkele van de kolommen; { $hint } De kolommen: { $columns }; de regels zoeken { $wanted }

# of which only is said how many, since others may read this
of-which-only-is-said-how-many-since-fec925 = waarvan alleen gezegd wordt hoeveel, omdat anderen dit kunnen lezen

# of which the rules take a list
of-which-the-rules-take-a-list-8cff09 = een bestand waaruit de regels een lijst nemen

# one of them comes later
one-of-them-comes-later-b31991 = een ervan komt later

# only the event's own properties can stand there
only-the-event-s-own-properties-can-stand-c1f7cf = daar kunnen alleen eigenschappen van de gebeurtenis zelf staan

# packed (7-Zip)
packed-7-zip-be7f2f = een ingepakt bestand (7-Zip)

# packed (LZ4)
packed-lz4-a2da30 = een ingepakt bestand (LZ4)

# packed (RAR)
packed-rar-8836b5 = een ingepakt bestand (RAR)

# packed (bzip2)
packed-bzip2-1dfc4d = een ingepakt bestand (bzip2)

# packed (xz)
packed-xz-f0aa6e = een ingepakt bestand (xz)

# packed twice (Zstandard)
packed-twice-zstandard-6997f3 = een dubbel ingepakt bestand (Zstandard)

# packed twice (gzip)
packed-twice-gzip-adb5ec = een dubbel ingepakt bestand (gzip)

# permission denied
permission-denied-b26965 = geen toegang

# permission to read it is missing
permission-to-read-it-is-missing-0867be = je hebt geen recht om het te lezen

# record batches come from a program, not from a file
record-batches-come-from-a-program-not-from-d2719b = record batches komen uit een programma, niet uit een bestand

# row {row} stands where the names of its columns should, and looks like data ({names}). Put a row of names above it, or say --header-row {row} if these are the names
row-row-stands-where-the-names-of-its-160b2c = rij { $row } staat waar de namen van de kolommen horen te staan, en lijkt op data ({ $names }). Zet er een rij met namen boven, of schrijf --header-row { $row } als dit de namen zijn

# row {row}: a cell of an Excel sheet holds at most {characters} characters; write .csv or .parquet instead
row-row-a-cell-of-an-excel-sheet-2eb3bf = rij { $row }: een cel van Excel kan hoogstens { $characters } tekens bevatten; schrijf liever .csv of .parquet

# rows of a table have no number: mark the field that tells leads apart with `key`
rows-of-a-table-have-no-number-mark-639121 = rijen van een tabel hebben geen nummer: markeer het veld dat leads onderscheidt met `key`

# save it as .csv or .parquet
save-it-as-csv-or-parquet-d8e61e = bewaar het als .csv of .parquet

# save it as a file, and name that
save-it-as-a-file-and-name-that-3ee6d7 = bewaar het als bestand, en noem dat

# save it as a file, unpacked, and name that
save-it-as-a-file-unpacked-and-name-640de6 = bewaar het uitgepakt als bestand, en noem dat

# sheet `{name}` has a cell beyond the last row or column that a spreadsheet can have
sheet-name-has-a-cell-beyond-the-last-4e783d = blad `{ $name }` heeft een cel voorbij de laatste rij of kolom die een rekenblad kan hebben

# sheet `{name}` has more than {size} of text in row {row}; `--longest-row` allows more
sheet-name-has-more-than-size-of-text-eb0c40 = blad `{ $name }` heeft meer dan { $size } tekst in rij { $row }; `--longest-row` laat meer toe

# sheet `{name}` has more than {size} of text; save it as .csv or .parquet
sheet-name-has-more-than-size-of-text-9b6e56 = blad `{ $name }` heeft meer dan { $size } tekst; bewaar het als .csv of .parquet

# some similar arguments exist: {names}
some-similar-arguments-exist-names-3d0701 = er zijn argumenten die erop lijken: { $names }

# some similar subcommands exist: {names}
some-similar-subcommands-exist-names-676525 = er zijn opdrachten die erop lijken: { $names }

# some similar values exist: {names}
some-similar-values-exist-names-e7aa43 = er zijn waarden die erop lijken: { $names }

# something on the way there is a file, and no folder
something-on-the-way-there-is-a-file-c86653 = iets op de weg ernaartoe is een bestand, en geen map

# standard input
standard-input-dd684c = standaardinvoer

# standard input (`-`, `/dev/stdin`) can stand for one file only
standard-input-dev-stdin-can-stand-for-one-006c28 = de standaardinvoer (`-`, `/dev/stdin`) kan maar voor één bestand staan

# texts there can't hold it
texts-there-can-t-hold-it-a6bf7a = teksten kunnen het daar niet bevatten

# that format is not for reading; write it to a file with -o FILE
that-format-is-not-for-reading-write-it-7836b2 = die vorm is niet om te lezen; schrijf hem naar een bestand met -o BESTAND

# the argument '{argument}' cannot be used multiple times
the-argument-argument-cannot-be-used-multiple-times-9d79e9 = het argument '{ $argument }' kan maar één keer

# the argument '{argument}' cannot be used with '{other}'
the-argument-argument-cannot-be-used-with-other-9a0c4f = het argument '{ $argument }' kan niet samen met '{ $other }'

# the argument '{argument}' cannot be used with:
the-argument-argument-cannot-be-used-with-92167f = het argument '{ $argument }' kan niet samen met:

# the character U+0000
the-character-u-0000-656a05 = het teken U+0000

# the character U+F8FF
the-character-u-f8ff-c7befb = het teken U+F8FF

# the column `{column}` as the number of each event
the-column-column-as-the-number-of-each-978a46 = de kolom `{ $column }` als nummer van elke gebeurtenis

# the column `{name}` can't be kept: no output can hold values of its type, {kind}
the-column-name-can-t-be-kept-no-5b880f = de kolom `{ $name }` kan niet bewaard worden: geen enkele uitvoer kan waarden van dat type bevatten, { $kind }

# the field `{field}` of accounts
the-field-field-of-accounts-ea8989 = het veld `{ $field }` van accounts

# the following required arguments were not provided:
the-following-required-arguments-were-not-provided-70d1b3 = deze argumenten zijn nodig en ontbreken:

# the list `{field}`
the-list-field-493e4a = de lijst `{ $field }`

# the list field `{field}`
the-list-field-field-45174e = het lijstveld `{ $field }`

# the model `{name}` can't read itself: give it another name with --name
the-model-name-can-t-read-itself-give-2fbc01 = het model `{ $name }` kan zichzelf niet lezen: geef het een andere naam met --name

# the name `{name}`
the-name-name-2d56c2 = de naam `{ $name }`

# the name {path} does not say in which form to write; end it in {endings}, or say --format
the-name-path-does-not-say-in-which-f20812 = de naam { $path } zegt niet in welke vorm er geschreven moet worden; laat hem eindigen op { $endings }, of gebruik --format

# the program that hands it over can't give all of it
the-program-that-hands-it-over-can-t-ee5629 = het programma dat het aanlevert, kan niet alles geven

# the query has a column of that name: rename it
the-query-has-a-column-of-that-name-82146d = de query heeft een kolom met die naam: geef het een andere naam

# the query tells stages apart by their names
the-query-tells-stages-apart-by-their-names-190cde = de query onderscheidt fases aan hun naam

# the rules are about accounts too, which this command does not look at yet; most others do, `score`, `explain` and `backtest` among them
the-rules-are-about-accounts-too-which-this-097989 = de regels gaan ook over accounts, en daar kijkt deze opdracht nog niet naar; de meeste andere wel, zoals `score`, `explain` en `backtest`

# the rules ask for the stage that leads had: name the results of the last run with --previous, mark a field `previous stage`, or say --no-previous if this is the first run
the-rules-ask-for-the-stage-that-leads-2f2070 = de regels vragen welke fase leads hadden: noem de resultaten van de laatste run met --previous, markeer een veld met `previous stage`, of schrijf --no-previous als dit de eerste run is

# the rules have no `events` block that says what its columns mean
the-rules-have-no-events-block-that-says-4041b7 = de regels hebben geen blok `events` dat zegt wat de kolommen betekenen

# the rules have no stages, so no lead enters one
the-rules-have-no-stages-so-no-lead-9e1f1b = de regels hebben geen fases, dus komt geen enkele lead in een fase

# the rules look at `{field}` of accounts: name their data with --accounts, or say --no-accounts (then nothing is known of accounts but what their leads say and do)
the-rules-look-at-field-of-accounts-name-001929 = de regels kijken naar `{ $field }` van accounts: noem hun data met --accounts, of schrijf --no-accounts (dan is van accounts alleen bekend wat hun leads zeggen en doen)

# the rules read from it whose an event is, what happened or when
the-rules-read-from-it-whose-an-event-49c6db = de regels lezen erin van wie een gebeurtenis is, wat er gebeurde of wanneer

# the rules say nothing about them: declare them in a block `account {{ … }}`
the-rules-say-nothing-about-them-declare-them-37930c = de regels zeggen er niets over: beschrijf ze in een blok `account {"{"} … {"}"}`

# the rules use events, but {leads} holds none and no log was given: name it with --events, or say --no-events (then nothing is known of what leads did)
the-rules-use-events-but-leads-holds-none-1b5608 = de regels gebruiken gebeurtenissen, maar in { $leads } staan er geen, en er is geen logboek genoemd: noem het met --events, of schrijf --no-events (dan is niets bekend van wat leads deden)

# there is either `{file}` or `{without}`, not both
there-is-either-file-or-without-not-both-256935 = schrijf `{ $file }` of `{ $without }`, niet allebei

# there is no .leadrules file in {folder}
there-is-no-leadrules-file-in-folder-1e0e14 = er is geen .leadrules-bestand in { $folder }

# there is no account `{key}`: neither the accounts' own data nor a lead names it
there-is-no-account-key-neither-the-accounts-42d956 = er is geen account `{ $key }`: het staat niet in de data van de accounts, en geen enkele lead noemt het

# there is no code {code}; `leadrules codes` lists them all
there-is-no-code-code-leadrules-codes-lists-58672c = er is geen code { $code }; `leadrules codes` toont ze allemaal

# there is no code {code}; did you mean {near}?
there-is-no-code-code-did-you-mean-760079 = er is geen code { $code }; bedoel je { $near }?

# there is no column `{name}` to keep
there-is-no-column-name-to-keep-b57025 = er is geen kolom `{ $name }` om te bewaren

# there is no column `{name}` to keep; did you mean `{near}`?
there-is-no-column-name-to-keep-did-15e406 = er is geen kolom `{ $name }` om te bewaren; bedoel je `{ $near }`?

# there is no column {names}
there-is-no-column-names-b67892 = er is geen kolom { $names }

# there is no column {names} (is it `{near}`?)
there-is-no-column-names-is-it-near-cb189f = er is geen kolom { $names } (is het `{ $near }`?)

# there is no encoding `{label}`; common ones are utf-8, windows-1252 and utf-16le
there-is-no-encoding-label-common-ones-are-e7bd13 = er is geen codering `{ $label }`; gebruikelijk zijn utf-8, windows-1252 en utf-16le

# there is no setting `{setting}`; did you mean `{near}`?
there-is-no-setting-setting-did-you-mean-958cfb = er is geen instelling `{ $setting }`; bedoel je `{ $near }`?

# there is no setting `{setting}`; there are {settings}
there-is-no-setting-setting-there-are-settings-0db758 = er is geen instelling `{ $setting }`; wel { $settings }

# there is no such file
there-is-no-such-file-a7322d = dat bestand bestaat niet

# this decay
this-decay-1c0133 = dit afkoelen

# this folder is in no git repository, so that it has no revisions
this-folder-is-in-no-git-repository-so-cb8726 = deze map ligt in geen git-repository, dus zijn er geen revisies van

# this is not JSON: a comma, a quote or a bracket is missing or in the wrong place
this-is-not-json-a-comma-a-quote-bc441e = dit is geen JSON: een komma, een aanhalingsteken of een haakje ontbreekt of staat verkeerd

# this object does not end: a brace or a quote is missing
this-object-does-not-end-a-brace-or-70389f = dit object houdt niet op: een accolade of een aanhalingsteken ontbreekt

# this pattern
this-pattern-8eb69b = dit patroon

# this window
this-window-f15dab = deze periode

# tip: {tip}
tip-tip-856a51 = tip: { $tip }

# to pass '{argument}' as a value, use '{way}'
to-pass-argument-as-a-value-use-way-9f150a = bedoel je '{ $argument }' als waarde, schrijf dan '{ $way }'

# two stages of the same name
two-stages-of-the-same-name-cf082b = twee fases met dezelfde naam

# unexpected argument '{argument}' found
unexpected-argument-argument-found-1c795e = onverwacht argument '{ $argument }'

# unexpected value '{value}' for '{argument}' found; no more were expected
unexpected-value-value-for-argument-found-no-more-a9464a = onverwachte waarde '{ $value }' voor '{ $argument }'; meer worden er niet verwacht

# unrecognized subcommand '{command}'
unrecognized-subcommand-command-d0f37e = onbekende opdracht '{ $command }'

# what was read of it waits in a file that can't be read back
what-was-read-of-it-waits-in-a-26bd0a = wat ervan gelezen is, wacht in een bestand dat niet teruggelezen kan worden

# where the leads go
where-the-leads-go-b27666 = het bestand waar de leads naartoe gaan

# which is read as rules
which-is-read-as-rules-30288d = het bestand met regels

# which is read as the accounts
which-is-read-as-the-accounts-dea8a7 = het bestand met de accounts

# which is read as the earlier run
which-is-read-as-the-earlier-run-1cb908 = het bestand met de vroegere run

# which is read as the events
which-is-read-as-the-events-6ba26e = het bestand met de gebeurtenissen

# which is read as the leads
which-is-read-as-the-leads-868802 = het bestand met de leads

# which is read as the new rules
which-is-read-as-the-new-rules-d050bc = het bestand met de nieuwe regels

# which is read as the old rules
which-is-read-as-the-old-rules-267bdb = het bestand met de oude regels

# which is read as the older rules
which-is-read-as-the-older-rules-ffa47c = het bestand met de oudere regels

# which is read as the rules
which-is-read-as-the-rules-a67de2 = het bestand met de regels

# which the rules use
which-the-rules-use-53958d = een bestand dat de regels gebruiken

# with the accounts of {file}
with-the-accounts-of-file-d30de3 = met de accounts van { $file }

# with the events of {file}
with-the-events-of-file-ea00be = met de gebeurtenissen van { $file }

# write it as JSON lines (.ndjson), an object a line, which are read piece by piece
write-it-as-json-lines-ndjson-an-object-94c586 = schrijf het als JSON-lijnen (.ndjson), één object per lijn: die worden stuk voor stuk gelezen

# {bytes} bytes
bytes-bytes-d50fa7 = { $bytes } bytes

# {construct} can't be written for {dialect}: {reason}
construct-can-t-be-written-for-dialect-reason-64e4f2 = { $construct }: voor { $dialect } kan dit niet geschreven worden: { $reason }

# {count} of {all} values of `{name}` do not fit the field: {examples}. Correct its type or its options (`leadrules check --data` proposes how), or allow more with {option}
count-of-all-values-of-name-do-not-704445 = { $count } van de { $all } waarden van `{ $name }` passen niet in het veld: { $examples }. Verbeter het type of de opties (`leadrules check --data` stelt voor hoe), of laat er meer toe met { $option }

# {count} without a lead
count-without-a-lead-248883 = { $count } zonder lead

# {count} without a time that can be read
count-without-a-time-that-can-be-read-ed0f24 = { $count } zonder leesbaar tijdstip

# {count} without what happened
count-without-what-happened-3fc757 = { $count } zonder wat er gebeurde

# {first}, then {next}
first-then-next-d20ccb = { $first }, dan { $next }

# {least} values required by '{argument}'; only {given} {given|was|were} provided
least-values-required-by-argument-only-given-given-9cb301 = '{ $argument }' heeft { $least } waarden nodig; er { $given ->
    [one] staat er maar één
   *[other] staan er maar { $given }
  }

# {missing}, which rules look at. Name the right one with `from`, write `optional` behind the field, or say --missing-columns unknown to score without it; its columns are {columns}
missing-which-rules-look-at-name-the-right-21bc48 = { $missing }, en regels kijken ernaar. Noem de juiste met `from`, schrijf `optional` achter het veld, of gebruik --missing-columns unknown om zonder te scoren; de kolommen zijn { $columns }

# {missing}, which rules look at. Name the right one with `from`, write `optional` behind the field, or set `missing_is_unknown` to score without it; its columns are {columns}
missing-which-rules-look-at-name-the-right-51c203 = { $missing }, en regels kijken ernaar. Noem de juiste met `from`, schrijf `optional` achter het veld, of zet `missing_is_unknown` om zonder te scoren; de kolommen zijn { $columns }

# {missing}, which tells leads apart. Name the right one with `from` at the field `{field}`; its columns are {columns}
missing-which-tells-leads-apart-name-the-right-14e666 = { $missing }: die kolom onderscheidt de leads. Noem de juiste met `from` bij het veld `{ $field }`; de kolommen zijn { $columns }

# {one} and {other} are one file; name two
one-and-other-are-one-file-name-two-0d98c2 = { $one } en { $other } zijn één bestand; noem er twee

# {one} and {other} are swapped: the one has the columns of the events, the other those of the leads
one-and-other-are-swapped-the-one-has-5e511d = { $one } en { $other } zijn verwisseld: het eerste heeft de kolommen van de gebeurtenissen, het andere die van de leads

# {one} and {other} are swapped: the rules come first, then the leads
one-and-other-are-swapped-the-rules-come-4bb5ed = { $one } en { $other } zijn verwisseld: eerst komen de regels, dan de leads

# {option} {path} would write over itself, {what}; name another file to write
option-path-would-write-over-itself-what-name-5ba249 = { $option } { $path } zou overschrijven wat gelezen wordt: { $what }; noem een ander bestand om te schrijven

# {option} {path} would write over {other}, {what}; name another file to write
option-path-would-write-over-other-what-name-1c99b0 = { $option } { $path } zou { $other } overschrijven, { $what }; noem een ander bestand om te schrijven

# {option} {path}: .{ending} can't be written here; what can be is {kinds}
option-path-ending-can-t-be-written-here-16e79e = { $option } { $path }: .{ $ending } kan hier niet geschreven worden; wel { $kinds }

# {option}: `{name}` is no date field that the rules declare; the rules declare none
option-name-is-no-date-field-that-the-a70ac4 = { $option }: `{ $name }` is geen datumveld van de regels; ze hebben er geen

# {option}: `{name}` is no date field that the rules declare; there are {fields}
option-name-is-no-date-field-that-the-b75ab7 = { $option }: `{ $name }` is geen datumveld van de regels; wel { $fields }

# {path} can't be read: tables that it declares are not known
path-can-t-be-read-tables-that-it-84eeaa = { $path } kan niet gelezen worden: de tabellen die daarin staan, zijn niet bekend

# {path} can't be used. Why may quote what stands in it, which --counts-only leaves out: run this without it where only you read along
path-can-t-be-used-why-may-quote-8fd038 = { $path } kan niet gebruikt worden. Zeggen waarom kan aanhalen wat erin staat, en dat laat --counts-only weg: voer dit zonder die optie uit waar alleen jij meeleest

# {path} holds data, by its name; the name of a rule file ends in .leadrules
path-holds-data-by-its-name-the-name-c13ff7 = { $path } bevat volgens de naam data; de naam van een regelbestand eindigt op .leadrules

# {path} is a rule file, by its name, and stands where the leads belong
path-is-a-rule-file-by-its-name-81f92d = { $path } is volgens de naam een regelbestand, en staat waar de leads horen

# {path} is there already, and does not look like {kind} of an earlier run; name another file, or say --force
path-is-there-already-and-does-not-look-efc8a6 = { $path } bestaat al, en lijkt niet het resultaat van een vroegere run te zijn (verwacht: { $kind }); noem een ander bestand, of schrijf --force

# {path} is there already; name another file, or say --force
path-is-there-already-name-another-file-or-aafb6a = { $path } bestaat al; noem een ander bestand, of schrijf --force

# {path} is there, and leadrules did not write it: give the model another name with --name
path-is-there-and-leadrules-did-not-write-82c74e = { $path } bestaat, en leadrules heeft het niet geschreven: geef het model een andere naam met --name

# {path} names {leads}, which is not there: no data is looked at
path-names-leads-which-is-not-there-no-852ce1 = { $path } noemt { $leads }, maar dat is er niet: er wordt naar geen data gekeken

# {path}, column {column}: {what}
path-column-column-what-dc91fc = { $path }, kolom { $column }: { $what }

# {path}, {place}, column {column}: {what}
path-place-column-column-what-9d8221 = { $path }, { $place }, kolom { $column }: { $what }

# {path}, {place}: {what}
path-place-what-414737 = { $path }, { $place }: { $what }

# {path}: `{words}`: {what}
path-words-what-0e898d = { $path }: `{ $words }`: { $what }

# {path}: there is no lead `{key}`
path-there-is-no-lead-key-c33fe6 = { $path }: er is geen lead `{ $key }`

# {path}: there is no lead `{key}`; did you mean `{near}`?
path-there-is-no-lead-key-did-you-40ef7d = { $path }: er is geen lead `{ $key }`; bedoel je `{ $near }`?

# {path}: {count} leads bear `{key}`; name one by its key: {keys} …
path-count-leads-bear-key-name-one-by-10c361 = { $path }: { $count } leads hebben `{ $key }`; noem er een bij zijn sleutel: { $keys } …

# {path}: {count} rows are `{key}`; this is row {row}
path-count-rows-are-key-this-is-row-e3aa38 = { $path }: { $count } rijen zijn `{ $key }`; dit is rij { $row }

# {path}: {what}
path-what-f78f40 = { $path }: { $what }

# {revision}:{path}: there is no file `{path}` in `{revision}`; paths start at the top of the repository, or with `./` at this folder
revision-path-there-is-no-file-path-in-22ea8a = { $revision }:{ $path }: er is geen bestand `{ $path }` in `{ $revision }`; paden beginnen bovenaan in de repository, of met `./` in deze map

# {revision}:{path}: there is no revision `{revision}` here; git names branches, tags and commits
revision-path-there-is-no-revision-revision-here-6e15b5 = { $revision }:{ $path }: er is hier geen revisie `{ $revision }`; git kent branches, tags en commits

# {shown} of {of} leads listed, the highest stage first
shown-of-of-leads-listed-the-highest-stage-e6edc9 = { $shown } van { $of } { $of ->
    [one] lead
   *[other] leads
  } in de lijst, de hoogste fase eerst

# {shown} of {of} leads listed, the highest stage first, within a stage by {scores}
shown-of-of-leads-listed-the-highest-stage-a59809 = { $shown } van { $of } { $of ->
    [one] lead
   *[other] leads
  } in de lijst, de hoogste fase eerst, binnen een fase volgens { $scores }

# {size} MiB
size-mib-2d5e76 = { $size } MiB

# {unread} of {all} {all|event|events} can't be read: {why}. Say in the `events` block which columns they are and how times are written (`as`), or allow more with {option}
unread-of-all-all-event-events-can-t-795f6a = { $unread } van { $all } { $all ->
    [one] gebeurtenis kan
   *[other] gebeurtenissen kunnen
  } niet gelezen worden: { $why }. Zeg in het blok `events` welke kolommen het zijn en hoe tijdstippen geschreven zijn (`as`), of laat er meer toe met { $option }

# {unread} of {all} {all|line|lines} can't be read as JSON, the first in {place}: "{text}". Write the file again, or allow more with {option}
unread-of-all-all-line-lines-can-t-a36fa6 = { $unread } van { $all } { $all ->
    [one] lijn kan
   *[other] lijnen kunnen
  } niet als JSON gelezen worden, de eerste op { $place }: "{ $text }". Schrijf het bestand opnieuw, of laat er meer toe met { $option }

# {wanted} values required for '{argument}' but {given} {given|was|were} provided
wanted-values-required-for-argument-but-given-given-e654cd = '{ $argument }' heeft { $wanted } waarden nodig, en er { $given ->
    [one] staat er één
   *[other] staan er { $given }
  }

# {what} ({example})
what-example-88ef94 = { $what } ({ $example })

# nobody reads the output
nobody-reads-the-output-669185 = niemand leest de uitvoer

# it lies outside of the folder of the first rule file; if the rules may read it, say `--allow-path DIR` with the folder that it lies in
it-lies-outside-of-the-folder-of-the-988768 = het ligt buiten de map van het eerste regelbestand; mogen de regels het lezen, schrijf dan `--allow-path DIR` met de map waarin het ligt

# it lies outside of the folder of the first rule file
it-lies-outside-of-the-folder-of-the-507ac2 = het ligt buiten de map van het eerste regelbestand

# there is no such file in `{revision}`
there-is-no-such-file-in-revision-a65d2d = dat bestand staat niet in `{ $revision }`

# it is an index, such as 0.1 or 0.25
it-is-an-index-such-as-0-1-152c95 = schrijf een index, zoals 0.1 of 0.25

# write the stage and a number of leads: SQL=50
write-the-stage-and-a-number-of-leads-f0bed2 = schrijf de fase en een aantal leads: SQL=50

# `{leads}` is no number of leads
leads-is-no-number-of-leads-4249c4 = `{ $leads }` is geen aantal leads

# {name} was not dropped on the page
name-was-not-dropped-on-the-page-ef4d87 = { $name } is niet op de pagina neergezet

# save the file that names it first, so that it has a folder
save-the-file-that-names-it-first-so-4c341c = bewaar eerst het bestand dat het noemt, zodat het een map heeft

# {file} is no part of it
file-is-no-part-of-it-b81eeb = { $file } hoort er niet bij

# --listen {address}: other machines can reach that, so callers must bear a token: say --token-file
listen-address-other-machines-can-reach-that-so-aab0bc = --listen { $address }: andere computers kunnen daarbij, dus wie de dienst aanroept, moet een token meegeven: gebruik --token-file

# --token-file {path}: a token has at least {least} letters, digits or signs, and no blanks
token-file-path-a-token-has-at-least-84b376 = --token-file { $path }: een token heeft minstens { $least } letters, cijfers of tekens, en geen spaties

# --to: there is no stage `{stage}`: the rules have none there
to-there-is-no-stage-stage-the-rules-cc75cd = --to: er is geen fase `{ $stage }`: daarvoor zijn er geen fases aangegeven

# --to: there is no stage `{stage}`; did you mean `{near}`?
to-there-is-no-stage-stage-did-you-6d3368 = --to: er is geen fase `{ $stage }`; bedoel je `{ $near }`?

# --to: there is no stage `{stage}`; there are {names}
to-there-is-no-stage-stage-there-are-962ce2 = --to: er is geen fase `{ $stage }`; er zijn { $names }

# the server can't run: {why}
the-server-can-t-run-why-53f907 = de server kan niet draaien: { $why }

# the system has no randomness: {why}
the-system-has-no-randomness-why-261942 = het systeem geeft geen toevalsgetallen: { $why }

# {path} is a file; name the folder that it is in
path-is-a-file-name-the-folder-that-460579 = { $path } is een bestand; noem de map waar het in staat

# {what} can't be served: {why}
what-can-t-be-served-why-7fe62e = { $what } kan niet aangeboden worden: { $why }

# --events {path}: the rules declare no events, so it was not read; an `events` block says what its columns mean
events-path-the-rules-declare-no-events-so-506072 = --events { $path }: de regels noemen geen gebeurtenissen, dus is het niet gelezen; een blok `events` zegt wat zijn kolommen betekenen

# {listed}; {closed} that converted left out
listed-closed-that-converted-left-out-58abc9 = { $listed }; weggelaten: { $closed } gewonnen

# {listed}; {closed} whose outcome is known left out
listed-closed-whose-outcome-is-known-left-out-75e7b9 = { $listed }; weggelaten: { $closed } waarvan de afloop bekend is

# {count} of {all} values of `{name}`, which the outcome looks at, do not fit the field and count as empty: {examples}
count-of-all-values-of-name-which-the-c024cd = { $count } van { $all } waarden van `{ $name }`, waar de afloop naar kijkt, passen niet in het veld en tellen als onbekend: { $examples }

# --since: {day} is later than the instant of the report (--as-of)
since-day-is-later-than-the-instant-of-58dfc3 = --since: { $day } is later dan het moment van het rapport (--as-of)
