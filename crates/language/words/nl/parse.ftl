### Wat niet gelezen kan worden.

# A block ends with `}}`. Without it, the lines below would belong to the block too.
a-block-ends-with-without-it-the-lines-e60996 = Een blok eindigt met `{"}"}`. Zonder dat teken zouden ook de lijnen eronder bij het blok horen.

# A block stands between `{{` and `}}`. Leave it out, if no block was meant.
a-block-stands-between-and-leave-it-out-c63dae = Een blok staat tussen `{"{"}` en `{"}"}`. Laat het teken weg als er geen blok bedoeld is.

# A comma stands between entries, and before a setting such as `up to 20`.
a-comma-stands-between-entries-and-before-a-95b0f0 = Een komma staat tussen waarden, en voor een instelling zoals `up to 20`.

# A comma stands between two entries, and before a setting such as `up to 20`.
a-comma-stands-between-two-entries-and-before-6e502e = Een komma staat tussen twee waarden, en voor een instelling zoals `up to 20`.

# A condition compares it with something: `>= 10`, `is "x"`, `is known`.
a-condition-compares-it-with-something-10-is-d5e925 = Een voorwaarde vergelijkt met iets: `>= 10`, `is "x"`, `is known`.

# A condition takes one of them. Join two conditions with `and`, if both are meant.
a-condition-takes-one-of-them-join-two-ac34d6 = Een voorwaarde heeft er maar een van. Verbind twee voorwaarden met `and` als beide bedoeld zijn.

# A field reads `NAME TYPE`, then perhaps a range, `key`, `, from "COLUMN"`. The types are text, email, number, integer, yes/no, date, choice {{ … }}, list of text.
a-field-reads-name-type-then-perhaps-a-b45b97 = Een veld schrijf je als `NAME TYPE`, eventueel gevolgd door een bereik, `key` of `, from "COLUMN"`. De types zijn text, email, number, integer, yes/no, date, choice {"{"} … {"}"}, list of text.

# A kind of event reads `NAME`, or `NAME from "text in the log" {{ properties }}`.
a-kind-of-event-reads-name-or-name-af3853 = Een soort gebeurtenis schrijf je als `NAME`, of als `NAME from "text in the log" {"{"} properties {"}"}`.

# A line here reads `EVENT where condition`.
a-line-here-reads-event-where-condition-366b9f = Een lijn schrijf je hier als `EVENT where condition`.

# A line here reads `condition => "reason"`.
a-line-here-reads-condition-reason-790efd = Een lijn schrijf je hier als `condition => "reason"`.

# A line here says {what}, as in `… => {example}`. Points belong in a `score`.
a-line-here-says-what-as-in-example-6d9d4a = Een lijn zegt hier { $what }, zoals in `… => { $example }`. Punten horen in een `score`.

# A line of a label reads `condition => "text"`, the last `otherwise => "text"`.
a-line-of-a-label-reads-condition-text-cc810b = Een lijn van een label schrijf je als `condition => "text"`, de laatste als `otherwise => "text"`.

# A line reads `condition => what it gives`, as in `… => {example}`.
a-line-reads-condition-what-it-gives-as-75ed2c = Een lijn schrijf je als `condition => what it gives`, zoals in `… => { $example }`.

# A line reads `condition => what it gives`.
a-line-reads-condition-what-it-gives-ce5f94 = Een lijn schrijf je als `condition => what it gives`.

# A number and the word after it are parted by a blank.
a-number-and-the-word-after-it-are-2628fc = Tussen een getal en het woord erna staat een spatie.

# A number begins with a digit.
a-number-begins-with-a-digit-506579 = Een getal begint met een cijfer.

# A path is taken from the folder of the file that names it; check its spelling, and that the file is there.
a-path-is-taken-from-the-folder-of-575a5f = Een pad vertrekt vanuit de map van het bestand waarin het staat. Controleer de spelling, en of het bestand daar staat.

# A point stands between a field of type email and its part.
a-point-stands-between-a-field-of-type-3bb1c5 = Tussen een veld van type email en zijn deel staat een punt.

# A promise reads `never condition` or `always condition`.
a-promise-reads-never-condition-or-always-condition-d375ec = Een belofte schrijf je als `never condition` of `always condition`.

# A property reads `NAME TYPE`, as in `minutes number`.
a-property-reads-name-type-as-in-minutes-e39efa = Een eigenschap schrijf je als `NAME TYPE`, zoals in `minutes number`.

# A range reads `..9`.
a-range-reads-9-75426d = Een bereik schrijf je als `..9`.

# A range reads `100..200`, `100..` or `..200`; both ends belong to it, and it has no blanks inside.
a-range-reads-100-200-100-or-200-56fd24 = Een bereik schrijf je als `100..200`, `100..` of `..200`. Beide uiteinden horen erbij, en er staan geen spaties in.

# A range reads `100..200`; both ends belong to it.
a-range-reads-100-200-both-ends-belong-7eb3d8 = Een bereik schrijf je als `100..200`; beide uiteinden horen erbij.

# A row reads `50..99 => +10`, `software, retail => +5`, `otherwise => 0`.
a-row-reads-50-99-10-software-retail-c90a85 = Een rij schrijf je als `50..99 => +10`, `software, retail => +5` of `otherwise => 0`.

# A rule reads `condition => +10`, then perhaps `each`, `once per day`, `, up to 20`, `, halving every 30 days`.
a-rule-reads-condition-10-then-perhaps-each-9f031e = Een regel schrijf je als `condition => +10`, eventueel gevolgd door `each`, `once per day`, `, up to 20` of `, halving every 30 days`.

# A rule reads `condition => points`, as in `employees > 100 => +20`. A line that holds gives its points.
a-rule-reads-condition-points-as-in-employees-57b376 = Een regel schrijf je als `condition => points`, zoals in `employees > 100 => +20`. Een lijn waarvan de voorwaarde geldt, geeft haar punten.

# A rule reads `condition => what it gives`, without further words.
a-rule-reads-condition-what-it-gives-without-b173e5 = Een regel schrijf je als `condition => what it gives`, zonder andere woorden.

# A rule shows at a glance whether it gives or takes points.
a-rule-shows-at-a-glance-whether-it-428944 = Een regel laat meteen zien of hij punten geeft of aftrekt.

# A rule takes one of them.
a-rule-takes-one-of-them-8ee4db = Een regel heeft er maar een van.

# A score adds up points such as `+10`. Stages stand in `stages {{ … }}`.
a-score-adds-up-points-such-as-10-c5c3bc = Een score telt punten zoals `+10` op. Fasen staan in `stages {"{"} … {"}"}`.

# A span of time has a unit: `{before} {number} days`, `{before} {number} weeks`. Say which is meant.
a-span-of-time-has-a-unit-before-92f110 = Een tijdsduur heeft een eenheid: `{ $before } { $number } days`, `{ $before } { $number } weeks`. Zeg welke bedoeld is.

# A span of time is at most 1_000_000 of its unit.
a-span-of-time-is-at-most-1-036220 = Een tijdsduur is hoogstens 1_000_000 keer zijn eenheid.

# A statement takes at most {steps} of them. Give parts of it a name with `define`.
a-statement-takes-at-most-steps-of-them-9aaea7 = Een instructie kan er hoogstens { $steps } bevatten. Geef delen ervan een naam met `define`.

# A step reads `condition => NAME`, then perhaps `("former name")` and `, kept while condition`.
a-step-reads-condition-name-then-perhaps-former-aee332 = Een fase schrijf je als `condition => NAME`, eventueel gevolgd door `("former name")` en `, kept while condition`.

# A test has lines `lead FIELD value, …`, `event NAME 3 days ago`, `expect condition`, and perhaps `as of DATE`.
a-test-has-lines-lead-field-value-event-5c7151 = Een test heeft lijnen als `lead FIELD value, …`, `event NAME 3 days ago`, `expect condition`, en eventueel `as of DATE`.

# A text can be given by a `label`; a score adds up points such as `+10`.
a-text-can-be-given-by-a-label-deb1e6 = Een tekst geef je met een `label`; een score telt punten zoals `+10` op.

# A text stands between `"`, so that its words are not taken for names.
a-text-stands-between-so-that-its-words-d12db5 = Een tekst staat tussen `"`, zodat zijn woorden niet voor namen worden gehouden.

# A text stands between two `"` on one line.
a-text-stands-between-two-on-one-line-1827b9 = Een tekst staat tussen twee `"` op één lijn.

# A text stands between two `"` on one line. Inside a text, write `\"` for a quote.
a-text-stands-between-two-on-one-line-8788f6 = Een tekst staat tussen twee `"` op één lijn. Schrijf in een tekst `\"` voor een aanhalingsteken.

# After `=>` stand the points with their sign, and nothing before them.
after-stand-the-points-with-their-sign-and-391f62 = Na `=>` staan de punten met hun teken, en niets ervoor.

# An account has fields, which read `NAME TYPE` as those of a lead, and one line `leads by FIELD` that names the field of a lead with the account's key.
an-account-has-fields-which-read-name-type-31cd65 = Een account heeft velden, die je schrijft als `NAME TYPE`, net als die van een lead, en één lijn `leads by FIELD` met het veld van een lead waarin de sleutel van het account staat.

# An agreement has lines `between marketing, sales`, `covers stages, label NAME`, and perhaps `review by DATE`.
an-agreement-has-lines-between-marketing-sales-covers-0ba014 = Een afspraak heeft lijnen als `between marketing, sales`, `covers stages, label NAME`, en eventueel `review by DATE`.

# An event is told apart by its own properties, or once per day, week, month or year.
an-event-is-told-apart-by-its-own-7e242a = Een gebeurtenis herken je aan haar eigen eigenschappen, of ze telt één keer per dag, week, maand of jaar.

# An option or a stage with a hyphen is written as a text. In the name of a field, write `_`.
an-option-or-a-stage-with-a-hyphen-b96396 = Een optie of fase met een koppelteken schrijf je als tekst. Gebruik `_` in de naam van een veld.

# As an option, a stage or a text it stands between quotes.
as-an-option-a-stage-or-a-text-1f93e4 = Als optie, fase of tekst staat het tussen aanhalingstekens.

# Before `{{` stands what the block is: `lead`, `score NAME`, `group "title"`.
before-stands-what-the-block-is-lead-score-20b8fd = Voor `{"{"}` staat wat het blok is: `lead`, `score NAME`, `group "title"`.

# Blanks tell a calculation (`a - b`) from a sign (`-5`) and from a name.
blanks-tell-a-calculation-a-b-from-a-fedac2 = Aan spaties zie je het verschil tussen een berekening (`a - b`), een teken (`-5`) en een naam.

# Braces in a score follow `group "title"`, or the field or quantity that a table is about.
braces-in-a-score-follow-group-title-or-d85388 = Accolades in een score volgen op `group "title"`, of op het veld of de berekende waarde waarover een tabel gaat.

# Brackets show where the condition on the events ends and the comparison goes on.
brackets-show-where-the-condition-on-the-events-a8fa41 = Haakjes laten zien waar de voorwaarde over de gebeurtenissen eindigt en de vergelijking verdergaat.

# Counts go up to 4_294_967_295.
counts-go-up-to-4-294-967-295-905ecb = Aantallen gaan tot 4_294_967_295.

# Dates are written year, month, day, as in `2026-11-23`.
dates-are-written-year-month-day-as-in-43d4d8 = Schrijf een datum als jaar, maand, dag, zoals in `2026-11-23`.

# Dates are written year, month, day, with two digits for month and day.
dates-are-written-year-month-day-with-two-b87eac = Schrijf een datum als jaar, maand, dag, met twee cijfers voor de maand en de dag.

# Dates are written year, month, day; there is no such month.
dates-are-written-year-month-day-there-is-0ca7f5 = Schrijf een datum als jaar, maand, dag; deze maand bestaat niet.

# Each rule stands on a line by itself, without a mark or a number before it.
each-rule-stands-on-a-line-by-itself-f20be6 = Elke regel staat op een eigen lijn, zonder teken of nummer ervoor.

# Every `(` needs its `)`.
every-needs-its-c763e8 = Bij elke `(` hoort een `)`.

# Every `)` ends what began with `(`.
every-ends-what-began-with-955c3a = Elke `)` sluit wat met `(` begon.

# Every `}}` ends a block that began with `{{`. Leave it out, or open the block that it should end.
every-ends-a-block-that-began-with-leave-a849a1 = Elke `{"}"}` sluit een blok dat met `{"{"}` begon. Laat het teken weg, of open het blok dat het moet sluiten.

# Fields, scores, numbers and quantities such as `count of …` can be compared and calculated with.
fields-scores-numbers-and-quantities-such-as-count-9a8bb7 = Vergelijken en rekenen kan met velden, scores, getallen en berekende waarden zoals `count of …`.

# Give it another name.
give-it-another-name-e376d1 = Geef het een andere naam.

# Groups hold rules of one score: `score NAME {{ group "…" {{ … }} }}`.
groups-hold-rules-of-one-score-score-name-42f68c = Een groep bevat regels van één score: `score NAME {"{"} group "…" {"{"} … {"}"} {"}"}`.

# How often something happened is written in `times`.
how-often-something-happened-is-written-in-times-20e15c = Hoe vaak iets gebeurd is, schrijf je in `times`.

# It belongs in `test "…" {{ … }}` or `promise "…" {{ … }}`.
it-belongs-in-test-or-promise-0959a1 = Ze hoort in `test "…" {"{"} … {"}"}` of `promise "…" {"{"} … {"}"}`.

# It can be read in two ways. Brackets say which is meant.
it-can-be-read-in-two-ways-brackets-f43194 = Dit kun je op twee manieren lezen. Haakjes zeggen wat bedoeld is.

# It is complete without them. Leave them out, with what stands between them.
it-is-complete-without-them-leave-them-out-5d1149 = Ze is volledig zonder accolades. Laat die weg, met wat ertussen staat.

# It is read as version 1, the newest. A first line `leadrules 1` keeps its meaning when a newer comes.
it-is-read-as-version-1-the-newest-675b79 = Het wordt gelezen als versie 1, de nieuwste. Met `leadrules 1` als eerste lijn houdt het zijn betekenis als er een nieuwere komt.

# It reads `score NAME of account 0..100`, `stages of account`, `label NAME of account`.
it-reads-score-name-of-account-0-100-45eb4f = Je schrijft `score NAME of account 0..100`, `stages of account`, `label NAME of account`.

# It says how the whole file is to be read, so it stands at the top.
it-says-how-the-whole-file-is-to-677393 = Deze lijn zegt hoe het hele bestand gelezen moet worden en staat daarom bovenaan.

# It stands in the file itself. Perhaps the block above lacks its closing `}}`.
it-stands-in-the-file-itself-perhaps-the-ec4cb9 = Dit hoort in het bestand zelf. Misschien ontbreekt de sluitende `{"}"}` van het blok erboven.

# Keep the version that is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`.
keep-the-version-that-is-right-and-remove-9d28b1 = Behoud de juiste versie en verwijder de lijnen met `<<<<<<<`, `=======` en `>>>>>>>`.

# Labels of the lead itself are joined: give it one that asks its account, `label NAME {{ account.… => "…" }}`, and name that.
labels-of-the-lead-itself-are-joined-give-fe9940 = Alleen labels van de lead zelf kunnen samengevoegd worden: geef de lead een label dat naar het account kijkt, `label NAME {"{"} account.… => "…" {"}"}`, en noem dat.

# Leads are ranked by scores of their own: give them one, `score NAME = account.SCORE`, and rank by that.
leads-are-ranked-by-scores-of-their-own-b24821 = Leads worden gerangschikt op hun eigen scores: geef ze er een, `score NAME = account.SCORE`, en rangschik daarop.

# Leads of a test are called as they are in its lines `lead "An", …`, between quotes.
leads-of-a-test-are-called-as-they-8ad889 = Leads van een test heten zoals in de lijnen `lead "An", …`, tussen aanhalingstekens.

# Leave it out.
leave-it-out-4df5a5 = Laat het weg.

# Names are made of letters, digits and `_`; a hyphen is a minus here.
names-are-made-of-letters-digits-and-a-011c7b = Namen bestaan uit letters, cijfers en `_`; een koppelteken is hier een min.

# No block is known that could hold it.
no-block-is-known-that-could-hold-it-e5be06 = We kennen geen blok waarin ze zou kunnen staan.

# Nobody could follow it. Give parts of it a name with `define`, and use the names.
nobody-could-follow-it-give-parts-of-it-c0e57c = Zo kan niemand nog volgen. Geef delen ervan een naam met `define`, en gebruik die namen.

# Numbers are exact, with six places at most, so that every run gives the same result.
numbers-are-exact-with-six-places-at-most-6b04fb = Getallen zijn exact, met hoogstens zes decimalen, zodat elke berekening hetzelfde resultaat geeft.

# Numbers in rules are plain, without a currency.
numbers-in-rules-are-plain-without-a-currency-6cfcaf = Getallen in regels staan er zonder munteenheid.

# Numbers stay below a million million (1_000_000M).
numbers-stay-below-a-million-million-1-000-9a5ddd = Getallen blijven onder een miljoen miljoen (1_000_000M).

# Once is enough.
once-is-enough-e3d92a = Eén keer volstaat.

# Outside of blocks stand `leadrules 1`, `use "file"`, `time zone "…"`, `define NAME = condition`, `list NAME …`, `score NAME = …` and `rank by SCORE`.
outside-of-blocks-stand-leadrules-1-use-file-1f5e0e = Buiten blokken staan `leadrules 1`, `use "file"`, `time zone "…"`, `define NAME = condition`, `list NAME …`, `score NAME = …` en `rank by SCORE`.

# Points are a number, not a text.
points-are-a-number-not-a-text-e10b89 = Punten zijn een getal, geen tekst.

# Points are exact, with two places at most.
points-are-exact-with-two-places-at-most-7989fb = Punten zijn exact, met hoogstens twee decimalen.

# Points can't change every moment; say after which time they do, as in `30 days`.
points-can-t-change-every-moment-say-after-fe3dfa = Punten kunnen niet elk moment veranderen; zeg na welke tijd ze dat doen, zoals in `30 days`.

# Points fade over a number of days or weeks; months differ in length.
points-fade-over-a-number-of-days-or-7106d3 = Punten koelen af over een aantal dagen of weken; maanden zijn niet even lang.

# Programs for writing letters turn straight quotes into curly ones. Rules take the straight ones.
programs-for-writing-letters-turn-straight-quotes-into-302f64 = Tekstverwerkers maken van rechte aanhalingstekens gekrulde. Gebruik in regels de rechte.

# Rows stand in braces after what they are about: `employees {{ 50..99 => +10 }}`.
rows-stand-in-braces-after-what-they-are-69d63f = Rijen staan tussen accolades, na dat waarover ze gaan: `employees {"{"} 50..99 => +10 {"}"}`.

# Rules that give points stand in a score: `score NAME {{ … }}`. Perhaps a `}}` above closes it too early.
rules-that-give-points-stand-in-a-score-0531ca = Regels die punten geven, staan in een score: `score NAME {"{"} … {"}"}`. Misschien sluit een `{"}"}` erboven hem te vroeg.

# Shares are multiplied: `50% * profile` is half of it.
shares-are-multiplied-50-profile-is-half-of-098176 = Met een aandeel vermenigvuldig je: `50% * profile` is de helft ervan.

# Some keyboards and programs write wide characters, or digits of another script. Rules take the plain ones.
some-keyboards-and-programs-write-wide-characters-or-0a0f79 = Sommige toetsenborden en programma's schrijven brede tekens, of cijfers uit een ander schrift. Gebruik in regels de gewone.

# Spans of time are counted in hours, days, weeks, months and years.
spans-of-time-are-counted-in-hours-days-200762 = Tijd wordt geteld in uren, dagen, weken, maanden en jaren.

# Such lines stand in `exclude {{ … }}`, `label NAME {{ … }}` or `stages {{ … }}`.
such-lines-stand-in-exclude-label-name-or-473fdf = Zulke lijnen staan in `exclude {"{"} … {"}"}`, `label NAME {"{"} … {"}"}` of `stages {"{"} … {"}"}`.

# That month has {days} days.
that-month-has-days-days-9b4840 = Die maand heeft { $days } dagen.

# The blocks of a file are `lead`, `account`, `events`, `ignore`, `list NAME`, `exclude`, `score NAME`, `stages`, `label NAME`, `promise "…"`, `test "…"` and `agreement "…"`.
the-blocks-of-a-file-are-lead-account-52159a = De blokken van een bestand zijn `lead`, `account`, `events`, `ignore`, `list NAME`, `exclude`, `score NAME`, `stages`, `label NAME`, `promise "…"`, `test "…"` en `agreement "…"`.

# The decimal sign is a point; a comma parts two values.
the-decimal-sign-is-a-point-a-comma-5dd6de = Het decimaalteken is een punt; een komma scheidt twee waarden.

# The fields of a lead are declared in `lead {{ … }}`. Perhaps a `}}` above closes it too early.
the-fields-of-a-lead-are-declared-in-ad60ae = De velden van een lead staan in `lead {"{"} … {"}"}`. Misschien sluit een `{"}"}` erboven dat blok te vroeg.

# The lines up to the next `}}` look as if they belong to this block. It begins with `{{`.
the-lines-up-to-the-next-look-as-09179f = De lijnen tot de volgende `{"}"}` lijken bij dit blok te horen. Een blok begint met `{"{"}`.

# The properties of an event stand between `{{` and `}}` after its name.
the-properties-of-an-event-stand-between-and-154a81 = De eigenschappen van een gebeurtenis staan tussen `{"{"}` en `{"}"}` na haar naam.

# The properties of an event stand in braces after its name: `webinar_attended {{ minutes number }}`.
the-properties-of-an-event-stand-in-braces-8405ef = De eigenschappen van een gebeurtenis staan tussen accolades na haar naam: `webinar_attended {"{"} minutes number {"}"}`.

# The sign touches its number.
the-sign-touches-its-number-19a6d1 = Het teken staat tegen het getal aan.

# The table's head says what its rows are about; a row only says which values: `50..99 => +10`.
the-table-s-head-says-what-its-rows-d044e1 = De kop van de tabel zegt waarover de rijen gaan; een rij zegt alleen voor welke waarden: `50..99 => +10`.

# The versions start at {first}.
the-versions-start-at-first-7ae078 = De versies beginnen bij { $first }.

# This line is complete without braces. Leave them out, with what stands between them.
this-line-is-complete-without-braces-leave-them-e20a70 = Deze lijn is volledig zonder accolades. Laat die weg, met wat ertussen staat.

# Thousands are written with `_`, with `k`, or with nothing between them.
thousands-are-written-with-with-k-or-with-f87a07 = Schrijf duizendtallen met `_`, met `k`, of met niets ertussen.

# Thousands are written with `_`, with `k`, or with nothing between them; a comma parts two values.
thousands-are-written-with-with-k-or-with-161310 = Schrijf duizendtallen met `_`, met `k`, of met niets ertussen; een komma scheidt twee waarden.

# Use a newer leadrules for this file, or write it in the version that this one knows.
use-a-newer-leadrules-for-this-file-or-92b412 = Gebruik voor dit bestand een nieuwere leadrules, of schrijf het in de versie die deze kent.

# What a rule gives stands after `=>`, its condition before it.
what-a-rule-gives-stands-after-its-condition-d02703 = Wat een regel geeft, staat na `=>`; de voorwaarde staat ervoor.

# What begins with `{{` ends with `}}`.
what-begins-with-ends-with-a7495f = Wat met `{"{"}` begint, eindigt met `{"}"}`.

# What belongs to a number touches it: `10k`, `1.5M`, `15%`.
what-belongs-to-a-number-touches-it-10k-87dac0 = Wat bij een getal hoort, staat ertegenaan: `10k`, `1.5M`, `15%`.

# What belongs to a number touches it: `15%`.
what-belongs-to-a-number-touches-it-15-918b71 = Wat bij een getal hoort, staat ertegenaan: `15%`.

# What belongs to it stands between braces after it, one line each.
what-belongs-to-it-stands-between-braces-after-5f5042 = Wat erbij hoort, staat erna tussen accolades, elk op een eigen lijn.

# What ends with `}}` begins with `{{`.
what-ends-with-begins-with-14af2f = Wat met `{"}"}` eindigt, begint met `{"{"}`.

# With `{word}` the line can be read.
with-word-the-line-can-be-read-1edfe3 = Met `{ $word }` kan de lijn gelezen worden.

# With it a line can look like another one: who reads and approves the rules sees something else than what counts. Take it out, unless a text of the data really holds it.
with-it-a-line-can-look-like-another-82b1b8 = Daarmee kan een lijn op een andere lijken: wie de regels leest en goedkeurt, ziet iets anders dan wat telt. Haal het weg, tenzij een tekst uit de data het echt bevat.

# Without it the line can be read.
without-it-the-line-can-be-read-c2076c = Zonder dit kan de lijn gelezen worden.

# Write `, {words}`.
write-words-757ce7 = Schrijf `, { $words }`.

# Write `not {subject} {operator} …`.
write-not-subject-operator-7dc99b = Schrijf `not { $subject } { $operator } …`.

# Write `promise {title}`.
write-promise-title-ee2bd3 = Schrijf `promise { $title }`.

# Write `{meant}`, if that is meant.
write-meant-if-that-is-meant-c338e4 = Schrijf `{ $meant }`, als dat bedoeld is.

# Write `{text}` in its place.
write-text-in-its-place-2bc9ff = Schrijf in de plaats daarvan `{ $text }`.

# Write `{text}`.
write-text-b3f0cf = Schrijf `{ $text }`.

# Write a comma between them.
write-a-comma-between-them-562f74 = Schrijf er een komma tussen.

# Write a day, as in `2026-11-23`, or a time, as in `2026-11-23T12:30Z`.
write-a-day-as-in-2026-11-23-017f14 = Schrijf een dag, zoals in `2026-11-23`, of een tijdstip, zoals in `2026-11-23T12:30Z`.

# Write it once; `from` and `missing` take several texts, parted by commas.
write-it-once-from-and-missing-take-several-9a4b3e = Schrijf het één keer; na `from` en `missing` kunnen meerdere teksten staan, met komma's ertussen.

# Write the entries with commas between them: `country in BE, NL`.
write-the-entries-with-commas-between-them-country-d9f08b = Schrijf de waarden met komma's ertussen: `country in BE, NL`.

# Write two tests with `and`, or a range such as `{name} 10..20`, whose ends both belong to it.
write-two-tests-with-and-or-a-range-ebbd78 = Schrijf twee vergelijkingen met `and`, of een bereik zoals `{ $name } 10..20`, waar beide uiteinden bij horen.

# `=>` is missing before what this line gives
is-missing-before-what-this-line-gives-c1c89f = `=>` ontbreekt voor wat deze lijn geeft

# `=>` must follow
must-follow-fd048e = hier moet `=>` volgen

# `>=` asks whether a number is at least so large; `=>` stands before what the rule gives.
asks-whether-a-number-is-at-least-so-738619 = `>=` vraagt of een getal minstens zo groot is; `=>` staat voor wat de regel geeft.

# `>=` compares, and this line does not say how many points it gives
compares-and-this-line-does-not-say-how-f653df = `>=` vergelijkt, en deze lijn zegt niet hoeveel punten ze geeft

# `activity` says `any` or `no` before it
activity-says-any-or-no-before-it-ec3d9a = voor `activity` staat `any` of `no`

# `and` and `or` stand side by side without brackets
and-and-or-stand-side-by-side-without-75c318 = `and` en `or` staan naast elkaar zonder haakjes

# `any activity` holds when anything at all happened, `no activity` when nothing did.
any-activity-holds-when-anything-at-all-happened-975e47 = `any activity` geldt als er om het even wat gebeurd is, `no activity` als er niets gebeurd is.

# `contains`, `starts with` and `ends with` take a text as it is; `%` has no meaning in it.
contains-starts-with-and-ends-with-take-a-e01fac = `contains`, `starts with` en `ends with` nemen een tekst zoals hij is; `%` betekent er niets in.

# `down to {points}` needs a minus
down-to-points-needs-a-minus-060db5 = bij `down to { $points }` hoort een min

# `down to` limits what minus points can take away, so its number is negative.
down-to-limits-what-minus-points-can-take-e58c20 = `down to` begrenst wat minpunten kunnen aftrekken; het getal is dus negatief.

# `k` stands for thousand, `M` for million.
k-stands-for-thousand-m-for-million-287f14 = `k` staat voor duizend, `M` voor miljoen.

# `leadrules 1` is not the first statement
leadrules-1-is-not-the-first-statement-52e946 = `leadrules 1` staat niet bovenaan

# `where` in a quantity takes brackets
where-in-a-quantity-takes-brackets-d0e5ac = na `where` in een berekende waarde horen haakjes

# `{field}` has `{word}` twice
field-has-word-twice-ba453f = bij `{ $field }` staat `{ $word }` twee keer

# `{head}` has nothing to say: its block is missing
head-has-nothing-to-say-its-block-is-be05ff = `{ $head }` zegt nog niets: het blok ontbreekt

# `{name}` is compared with one value at a time
name-is-compared-with-one-value-at-a-311f13 = `{ $name }` vergelijk je met één waarde tegelijk

# `{number}` of what: days, weeks, months?
number-of-what-days-weeks-months-7817bb = `{ $number }` wat: dagen, weken, maanden?

# `{second}` after `{first}`
second-after-first-0090bf = `{ $second }` na `{ $first }`

# `{sign}` has no place here
sign-has-no-place-here-8dc4e2 = `{ $sign }` hoort hier niet

# `{sign}` needs a blank on both sides
sign-needs-a-blank-on-both-sides-f13724 = aan beide kanten van `{ $sign }` hoort een spatie

# `{words}` has no place in a rule
words-has-no-place-in-a-rule-5d4696 = `{ $words }` hoort niet in een regel

# `{word}` before this?
word-before-this-9994ad = `{ $word }` hiervoor?

# `{word}` can't stand inside another block
word-can-t-stand-inside-another-block-91fc56 = `{ $word }` kan niet in een ander blok staan

# `{word}` does not fit here
word-does-not-fit-here-43539a = `{ $word }` past hier niet

# `{word}` is a word of the language and can't be a name
word-is-a-word-of-the-language-and-0e42d9 = `{ $word }` is een woord van de taal en kan geen naam zijn

# `{word}` is missing at the end
word-is-missing-at-the-end-f0f68e = aan het einde ontbreekt `{ $word }`

# `{word}` is missing before `{next}`
word-is-missing-before-next-39dc6b = voor `{ $next }` ontbreekt `{ $word }`

# `{word}` is not a word that fits here: did you mean `{meant}`?
word-is-not-a-word-that-fits-here-196667 = `{ $word }` past hier niet: bedoel je `{ $meant }`?

# `{word}` is written in small letters: `{small}`
word-is-written-in-small-letters-small-411c94 = `{ $word }` schrijf je in kleine letters: `{ $small }`

# `{word}` stands twice
word-stands-twice-23758e = `{ $word }` staat er twee keer

# `{written}` ({name}) only looks like `{plain}`.
written-name-only-looks-like-plain-a076b1 = `{ $written }` ({ $name }) lijkt alleen maar op `{ $plain }`.

# `{written}` can't stand here: it is what the account has
written-can-t-stand-here-it-is-what-73b8d2 = `{ $written }` kan hier niet staan: het hoort bij het account

# `{written}` has more than six decimal places
written-has-more-than-six-decimal-places-f7726b = `{ $written }` heeft meer dan zes decimalen

# `{written}` has more than two decimal places
written-has-more-than-two-decimal-places-688b29 = `{ $written }` heeft meer dan twee decimalen

# `{written}` is a calculation: `*` stands between its parts
written-is-a-calculation-stands-between-its-parts-80d82d = `{ $written }` is een berekening: tussen de delen staat `*`

# `{written}` is a condition, where a value is needed
written-is-a-condition-where-a-value-is-966184 = `{ $written }` is een voorwaarde, en hier is een waarde nodig

# `{written}` is neither true nor false
written-is-neither-true-nor-false-3b391f = `{ $written }` is niet waar en niet onwaar

# `{written}` is no span of time
written-is-no-span-of-time-0a86b1 = `{ $written }` is geen tijdsduur

# `{written}` is read as {value}, not as {thousands} thousand
written-is-read-as-value-not-as-thousands-d0da5f = `{ $written }` wordt gelezen als { $value }, niet als { $thousands } duizend

# `{written}` is said with `not` in front
written-is-said-with-not-in-front-83c29e = bij `{ $written }` staat `not` vooraan

# `{written}` is too large
written-is-too-large-ccb9e7 = `{ $written }` is te groot

# `{written}` is too large a count
written-is-too-large-a-count-2890fb = `{ $written }` is een te groot aantal

# `{written}` is too long a time
written-is-too-long-a-time-ddbae2 = `{ $written }` is een te lange tijd

# `{written}` is written `{text}`
written-is-written-text-7b6460 = `{ $written }` schrijf je als `{ $text }`

# `{written}` is {value}. Say how many points are meant.
written-is-value-say-how-many-points-are-b96d09 = `{ $written }` is { $value }. Zeg hoeveel punten bedoeld zijn.

# `{{` is missing after this
is-missing-after-this-702511 = hierna ontbreekt `{"{"}`

# `{{` … `}}` must follow
must-follow-507bf5 = hier moet `{"{"}` … `{"}"}` volgen

# a block in braces can't stand here
a-block-in-braces-can-t-stand-here-7fa6dd = een blok tussen accolades kan hier niet staan

# a calculation
a-calculation-2c1f85 = een berekening

# a comma is missing before `{word}`
a-comma-is-missing-before-word-e0426c = voor `{ $word }` ontbreekt een komma

# a date
a-date-cc3ae0 = een datum

# a field stands outside of `lead {{ … }}`
a-field-stands-outside-of-lead-eab02f = een veld staat buiten `lead {"{"} … {"}"}`

# a formula begins here
a-formula-begins-here-03c19a = hier begint een formule

# a group can't stand outside of a score
a-group-can-t-stand-outside-of-a-7cc7f3 = een groep kan niet buiten een score staan

# a merge left two versions of these lines
a-merge-left-two-versions-of-these-lines-8042c1 = een samenvoeging liet twee versies van deze lijnen achter

# a name has no hyphen: `{written}`
a-name-has-no-hyphen-written-cf1ad9 = in een naam staat geen koppelteken: `{ $written }`

# a number
a-number-2f6255 = een getal

# a pattern of SQL
a-pattern-of-sql-65b643 = een patroon van SQL

# a percentage
a-percentage-f8d5f4 = een percentage

# a promise is covered as `promise "…"`
a-promise-is-covered-as-promise-eea48c = een belofte noem je hier als `promise "…"`

# a property stands outside of its event
a-property-stands-outside-of-its-event-9dfe38 = een eigenschap staat buiten haar gebeurtenis

# a quote on this line has no partner
a-quote-on-this-line-has-no-partner-59ec10 = op deze lijn hoort een aanhalingsteken nergens bij

# a range
a-range-1e9209 = een bereik

# a row of a table leaves its subject out
a-row-of-a-table-leaves-its-subject-50af78 = in een rij van een tabel staat niet waarover ze gaat

# a row stands outside of a table
a-row-stands-outside-of-a-table-e98d9c = een rij staat buiten een tabel

# a rule is not written as `case when` of SQL
a-rule-is-not-written-as-case-when-fae1d5 = een regel schrijf je niet als `case when` van SQL

# a rule is not written as a formula of a spreadsheet
a-rule-is-not-written-as-a-formula-bfb7d3 = een regel schrijf je niet als formule van een rekenblad

# a rule stands outside of any score
a-rule-stands-outside-of-any-score-9cea69 = een regel staat buiten elke score

# a score gives points, not a name
a-score-gives-points-not-a-name-b8320e = een score geeft punten, geen naam

# a score gives points, not a text
a-score-gives-points-not-a-text-3e79d6 = een score geeft punten, geen tekst

# a share of it
a-share-of-it-c22c6d = een aandeel ervan

# a text
a-text-11ce33 = een tekst

# a unit of time
a-unit-of-time-9815cc = een eenheid van tijd

# a value, not a condition
a-value-not-a-condition-a3d784 = een waarde, geen voorwaarde

# about accounts
about-accounts-2a7932 = over accounts

# an expression of SQL begins here
an-expression-of-sql-begins-here-11a95d = hier begint een uitdrukking van SQL

# another word for it
another-word-for-it-55399c = een ander woord ervoor

# at least 1
at-least-1-04b5ce = minstens 1

# before what the rule gives
before-what-the-rule-gives-7818dd = voor wat de regel geeft

# begins here and does not end
begins-here-and-does-not-end-c0f197 = begint hier en eindigt niet

# begins something new
begins-something-new-e9b62d = hier begint iets nieuws

# both must hold
both-must-hold-e93dac = beide moeten gelden

# brackets or braces are nested too deeply here
brackets-or-braces-are-nested-too-deeply-here-de773f = haakjes of accolades zijn hier te diep genest

# call it `{name}`
call-it-name-6c8d41 = noem het `{ $name }`

# can't stand here
can-t-stand-here-867e04 = kan hier niet staan

# compares two numbers
compares-two-numbers-811f49 = vergelijkt twee getallen

# compares two values
compares-two-values-5c8cdb = vergelijkt twee waarden

# ends no block, or too early
ends-no-block-or-too-early-c13d4b = sluit geen blok, of te vroeg

# ends with a quote and begins without one
ends-with-a-quote-and-begins-without-one-dc64cb = eindigt met een aanhalingsteken en begint zonder

# has a meaning of its own
has-a-meaning-of-its-own-908f3e = heeft een eigen betekenis

# how long?
how-long-e567aa = hoelang?

# how many points it gives
how-many-points-it-gives-dce536 = hoeveel punten ze geeft

# how many points?
how-many-points-1121b0 = hoeveel punten?

# how often it happened
how-often-it-happened-35dfbb = hoe vaak het gebeurde

# how points grow old
how-points-grow-old-b1a9ae = het afkoelen van punten

# its unit is missing
its-unit-is-missing-919877 = de eenheid ontbreekt

# leads back to a file that is still being read
leads-back-to-a-file-that-is-still-ed5cdb = leidt terug naar een bestand dat nog gelezen wordt

# leave it out
leave-it-out-823ea9 = laat het weg

# leave out `{text}`
leave-out-text-6605e3 = laat `{ $text }` weg

# leave out one `{word}`
leave-out-one-word-e27f0c = laat één `{ $word }` weg

# leave out the brackets
leave-out-the-brackets-fab658 = laat de haakjes weg

# leave out the comma
leave-out-the-comma-e16c20 = laat de komma weg

# lines bear no mark such as `{mark}`
lines-bear-no-mark-such-as-mark-b904ac = voor een lijn staat geen teken zoals `{ $mark }`

# lists stand without brackets
lists-stand-without-brackets-be92df = een lijst staat zonder haakjes

# lists stand without square brackets
lists-stand-without-square-brackets-259e66 = een lijst staat zonder vierkante haken

# looks alike
looks-alike-0ccb67 = lijkt er alleen maar op

# named here
named-here-646234 = hier genoemd

# names are parted by `,`, not `{written}`
names-are-parted-by-not-written-124ee8 = tussen namen staat `,`, niet `{ $written }`

# no `}}` ends what begins here
no-ends-what-begins-here-e38764 = geen `{"}"}` sluit wat hier begint

# no bracket is open here
no-bracket-is-open-here-4dee08 = hier staat geen haakje open

# nobody can see a character that stands here: {name}
nobody-can-see-a-character-that-stands-here-86516a = niemand kan een teken zien dat hier staat: { $name }

# nobody can see {count} characters that stand here, the first of them {name}
nobody-can-see-count-characters-that-stand-here-186f7c = niemand kan { $count } tekens zien die hier staan, waarvan het eerste { $name } is

# not a name
not-a-name-dd0ff4 = geen naam

# not needed
not-needed-d7c4af = niet nodig

# not understood
not-understood-494afb = niet begrepen

# nothing begins here, and no `}}` ends it
nothing-begins-here-and-no-ends-it-86314f = hier begint niets, en geen `{"}"}` sluit het

# nothing here takes braces
nothing-here-takes-braces-3613d8 = hier horen geen accolades

# nothing stands after it
nothing-stands-after-it-0b046a = er staat niets na

# of the lead's account
of-the-lead-s-account-4cd2ea = van het account van de lead

# on the way from here
on-the-way-from-here-f6a65e = op de weg hiervandaan

# one must hold
one-must-hold-300b9d = een van beide moet gelden

# opens here
opens-here-c3921c = gaat hier open

# perhaps `{meant}`
perhaps-meant-e69efb = misschien `{ $meant }`

# plus or minus?
plus-or-minus-2d84b3 = plus of min?

# points
points-9567c6 = punten

# points are no share: `{written}`
points-are-no-share-written-4ea203 = punten zijn geen percentage: `{ $written }`

# points are written `{text}`
points-are-written-text-f803ca = punten schrijf je als `{ $text }`

# points carry their sign: `{text}`
points-carry-their-sign-text-d90757 = punten krijgen hun teken: `{ $text }`

# points stand where none can be given
points-stand-where-none-can-be-given-deffa9 = punten staan waar er geen gegeven kunnen worden

# points stand without quotes
points-stand-without-quotes-ac00bb = punten staan zonder aanhalingstekens

# put it in brackets
put-it-in-brackets-710b63 = zet het tussen haakjes

# put the parts joined by `and` in brackets
put-the-parts-joined-by-and-in-brackets-0d4a9a = zet de delen die met `and` verbonden zijn tussen haakjes

# put the parts joined by `or` in brackets
put-the-parts-joined-by-or-in-brackets-9d49b4 = zet de delen die met `or` verbonden zijn tussen haakjes

# quotes of a word processor
quotes-of-a-word-processor-238d42 = aanhalingstekens van een tekstverwerker

# rules have no `like`: this pattern needs a test for each of its parts
rules-have-no-like-this-pattern-needs-a-ac3735 = regels kennen geen `like`: dit patroon vraagt een vergelijking voor elk van zijn delen

# rules have no unit `{word}`
rules-have-no-unit-word-3da26f = regels kennen geen eenheid `{ $word }`

# rules say `{text}`, not `{written}`
rules-say-text-not-written-a63ff2 = in regels zeg je `{ $text }`, niet `{ $written }`

# rules write `{name}.domain`, not `{written}`
rules-write-name-domain-not-written-985650 = in regels schrijf je `{ $name }.domain`, niet `{ $written }`

# rules write `{text}`, not `{written}`
rules-write-text-not-written-dff2ae = in regels schrijf je `{ $text }`, niet `{ $written }`

# rules write `{text}`, not `{written}` ({name})
rules-write-text-not-written-name-910856 = in regels schrijf je `{ $text }`, niet `{ $written }` ({ $name })

# something must follow
something-must-follow-e14391 = hier moet iets volgen

# stands at the head of the table
stands-at-the-head-of-the-table-6a884e = staat in de kop van de tabel

# stands here
stands-here-55cbae = staat hier

# stands in the wrong place
stands-in-the-wrong-place-15ce72 = staat op de verkeerde plaats

# take it out
take-it-out-a5cf27 = haal het weg

# take them out
take-them-out-bb9e10 = haal ze weg

# texts stand between `"`, not `{written}`
texts-stand-between-not-written-6d73e3 = een tekst staat tussen `"`, niet tussen `{ $written }`

# texts stand between `"`, not `{written}` ({name})
texts-stand-between-not-written-name-693a71 = een tekst staat tussen `"`, niet tussen `{ $written }` ({ $name })

# the block `{head}` has no opening `{{`
the-block-head-has-no-opening-4b983a = het blok `{ $head }` heeft geen openende `{"{"}`

# the block `{head}` is never closed
the-block-head-is-never-closed-1ce08f = het blok `{ $head }` wordt nergens gesloten

# the block that begins here is never closed
the-block-that-begins-here-is-never-closed-16c7f8 = het blok dat hier begint, wordt nergens gesloten

# the date `{written}` is written `{text}`
the-date-written-is-written-text-fb532f = de datum `{ $written }` schrijf je als `{ $text }`

# the file `{path}` can't be read: {why}
the-file-path-can-t-be-read-why-76933f = het bestand `{ $path }` kan niet gelezen worden: { $why }

# the file does not say which version of the language it is in
the-file-does-not-say-which-version-of-1d0b5e = het bestand zegt niet in welke versie van de taal het geschreven is

# the first day
the-first-day-7de0ec = de eerste dag

# the first version begins here
the-first-version-begins-here-a77356 = hier begint de eerste versie

# the language version
the-language-version-cca0a6 = de versie van de taal

# the last day
the-last-day-84ead6 = de laatste dag

# the lower limit
the-lower-limit-15d1ae = de ondergrens

# the lowest that points can sink to
the-lowest-that-points-can-sink-to-69a1ec = tot waar punten hoogstens kunnen zakken

# the mark of a list
the-mark-of-a-list-fa51bf = het teken van een lijst

# the name of a lead
the-name-of-a-lead-c715cb = de naam van een lead

# the name of the lead `{name}` stands without quotes
the-name-of-the-lead-name-stands-without-3550d0 = de naam van de lead `{ $name }` staat zonder aanhalingstekens

# the opposite
the-opposite-c70f71 = het omgekeerde

# the opposite of a test
the-opposite-of-a-test-30cc5f = het omgekeerde van een vergelijking

# the owner
the-owner-154813 = de verantwoordelijke

# the part after `@`
the-part-after-8af5bb = het deel na `@`

# the point is the decimal point
the-point-is-the-decimal-point-322b04 = de punt is het decimaalteken

# the range `{written}` is written `{text}`
the-range-written-is-written-text-e0c6ee = het bereik `{ $written }` schrijf je als `{ $text }`

# the reason
the-reason-0bd908 = de reden

# the text `{written}` stands without quotes
the-text-written-stands-without-quotes-965224 = de tekst `{ $written }` staat zonder aanhalingstekens

# the title
the-title-e99502 = de titel

# the upper limit
the-upper-limit-0fac2b = de bovengrens

# there is no day or time {written}
there-is-no-day-or-time-written-ff07a1 = er is geen dag of tijdstip { $written }

# there is no day {written}
there-is-no-day-written-f082d3 = er is geen dag { $written }

# there is no version {version} of the language
there-is-no-version-version-of-the-language-f77b10 = er is geen versie { $version } van de taal

# these braces belong to nothing
these-braces-belong-to-nothing-225a49 = deze accolades horen nergens bij

# these files take each other in, in a circle
these-files-take-each-other-in-in-a-fc9c20 = deze bestanden gebruiken elkaar in een kring

# this `(` is never closed
this-is-never-closed-a47ed7 = deze `(` wordt nergens gesloten

# this `)` closes nothing
this-closes-nothing-2e0b90 = deze `)` sluit niets

# this `{{` is never closed
this-is-never-closed-0bc503 = deze `{"{"}` wordt nergens gesloten

# this `{{` is one too many
this-is-one-too-many-94bd88 = deze `{"{"}` is er een te veel

# this `}}` ends what has no `{{`
this-ends-what-has-no-ae8432 = deze `{"}"}` sluit iets dat geen `{"{"}` heeft

# this `}}` is one too many
this-is-one-too-many-1ee3ac = deze `{"}"}` is er een te veel

# this block
this-block-106f4c = dit blok

# this calculation is too long
this-calculation-is-too-long-f0f320 = deze berekening is te lang

# this comma parts nothing
this-comma-parts-nothing-2c2899 = deze komma scheidt niets

# this field
this-field-aadc8d = dit veld

# this file is written in version {version} of the language; this program knows version {known}
this-file-is-written-in-version-version-of-b14f01 = dit bestand is geschreven in versie { $version } van de taal; dit programma kent versie { $known }

# this head
this-head-e8b569 = deze kop

# this line
this-line-919839 = deze lijn

# this line does not say {what}
this-line-does-not-say-what-cfb3f2 = deze lijn zegt niet { $what }

# this line of the account
this-line-of-the-account-dbe47e = deze lijn van het account

# this line of the agreement
this-line-of-the-agreement-9c5d05 = deze lijn van de afspraak

# this line of the events
this-line-of-the-events-bdb27e = deze lijn van de gebeurtenissen

# this line of the test
this-line-of-the-test-45391f = deze lijn van de test

# this line stands outside of any block
this-line-stands-outside-of-any-block-89d5dd = deze lijn staat buiten elk blok

# this line stands outside of any test or promise
this-line-stands-outside-of-any-test-or-488c44 = deze lijn staat buiten elke test of belofte

# this promise
this-promise-b194e0 = deze belofte

# this property
this-property-2012ba = deze eigenschap

# this row
this-row-b310f9 = deze rij

# this rule
this-rule-f69d2d = deze regel

# this statement
this-statement-9a2668 = deze instructie

# this statement takes no braces
this-statement-takes-no-braces-6aeab1 = bij deze instructie horen geen accolades

# this step
this-step-61c8d1 = deze lijn van de fases

# this text has no closing quote
this-text-has-no-closing-quote-b16804 = deze tekst heeft geen aanhalingsteken op het einde

# this text has no opening quote
this-text-has-no-opening-quote-3dd1fb = deze tekst heeft geen aanhalingsteken aan het begin

# too many
too-many-e5291c = te veel

# too many are open before this
too-many-are-open-before-this-901723 = hiervoor staan er te veel open

# too many steps before this
too-many-steps-before-this-9aa7a2 = te veel stappen hiervoor

# true or false, not a value
true-or-false-not-a-value-7fff04 = waar of onwaar, geen waarde

# two comparisons in one
two-comparisons-in-one-37825e = twee vergelijkingen in één

# what does it hold?
what-does-it-hold-002b5b = wat bevat dit?

# what is it?
what-is-it-8edb3f = wat is dit?

# what is said about accounts has `of account` after its name
what-is-said-about-accounts-has-of-account-b1c6c8 = wat over accounts gaat, krijgt `of account` na zijn naam

# what it gives
what-it-gives-f9c8b6 = wat ze geeft

# what the label then is
what-the-label-then-is-d49877 = wat het label dan is

# when it happened
when-it-happened-0a9d9b = wanneer het gebeurde

# where does it begin?
where-does-it-begin-aa7724 = waar begint dit?

# whether it is there
whether-it-is-there-adabeb = of het er is

# which activity?
which-activity-0318ac = welke activiteit?

# which events count
which-events-count-14dcb0 = welke gebeurtenissen tellen

# which stage it leads to
which-stage-it-leads-to-94df8f = tot welke fase ze leidt

# why such a lead is set apart
why-such-a-lead-is-set-apart-3d8c9b = waarom zo'n lead apart gezet wordt

# write ` {sign} `
write-sign-32b36b = schrijf ` { $sign } `

# write `"` at its end
write-at-its-end-85f880 = zet er `"` achter

# write `"` before it
write-before-it-431fd2 = zet er `"` voor

# write `"{text}"`
write-text-deda31 = schrijf `"{ $text }"`

# write `,` before `{word}`
write-before-word-d77e1d = zet `,` voor `{ $word }`

# write `=>` before it
write-before-it-1dd645 = zet er `=>` voor

# write `=>` before what it gives, and nothing around it
write-before-what-it-gives-and-nothing-around-a5b0b5 = zet `=>` voor wat ze geeft, en niets eromheen

# write `leadrules 1` at the top
write-leadrules-1-at-the-top-59a077 = zet `leadrules 1` bovenaan

# write `not` before the subject
write-not-before-the-subject-3a2b39 = zet `not` voor het onderwerp

# write `of account` there
write-of-account-there-fd39d4 = zet daar `of account`

# write `promise` before it
write-promise-before-it-19549f = zet er `promise` voor

# write `{name}.domain`
write-name-domain-c3e04b = schrijf `{ $name }.domain`

# write `{number} days`, if days are meant
write-number-days-if-days-are-meant-efefd5 = schrijf `{ $number } days`, als het om dagen gaat

# write `{text}`
write-text-cd2e5b = schrijf `{ $text }`

# write `{text}`, if not
write-text-if-not-95f245 = schrijf `{ $text }`, als dat niet zo is

# write `{text}`, if thousands are meant
write-text-if-thousands-are-meant-e6937e = schrijf `{ $text }`, als het om duizendtallen gaat

# write `{{` after it
write-after-it-c8b8bd = zet er `{"{"}` achter

# write `}}` at its end
write-at-its-end-747b50 = zet `{"}"}` op het einde

# write a comma before it
write-a-comma-before-it-46db14 = zet er een komma voor

# write an empty block after it
write-an-empty-block-after-it-53e7ca = zet er een blok zonder inhoud achter

# write plain characters
write-plain-characters-0dcb84 = schrijf gewone tekens

# write straight quotes
write-straight-quotes-41832b = schrijf rechte aanhalingstekens

# {chain} uses {file}
chain-uses-file-2c0ba4 = { $chain } gebruikt { $file }

# {chain}: put what both need into a third file that uses neither of them, and take that in from both.
chain-put-what-both-need-into-a-third-874e9e = { $chain }: zet wat beide nodig hebben in een derde bestand dat geen van beide gebruikt, en gebruik dat in beide.

# {first}, and {second}
first-and-second-948a40 = { $first }, en { $second }

# {line} breaks off after `{written}`
line-breaks-off-after-written-9b7093 = { $line } breekt af na `{ $written }`

# {line} can't be read from `{written}` on
line-can-t-be-read-from-written-on-41c9af = { $line } kan vanaf `{ $written }` niet gelezen worden

# {what} is said twice: `{first}` and `{second}`
what-is-said-twice-first-and-second-0489a3 = { $what } staat er twee keer: `{ $first }` en `{ $second }`

# Say it in a smaller unit: some `{text}`.
say-it-in-a-smaller-unit-some-text-43da2e = Zeg het in een kleinere eenheid: zo'n `{ $text }`.

# a span of time is whole, and `{written}` is not
a-span-of-time-is-whole-and-written-1b4690 = een tijdspanne is een geheel getal, en `{ $written }` niet

# with a decimal comma
with-a-decimal-comma-341fb2 = met een decimale komma
