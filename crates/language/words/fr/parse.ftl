### Ce qui ne peut être lu.

# A block ends with `}}`. Without it, the lines below would belong to the block too.
a-block-ends-with-without-it-the-lines-e60996 = Un bloc se termine par `{"}"}`. Sans ce signe, les lignes du dessous feraient aussi partie du bloc.

# A block stands between `{{` and `}}`. Leave it out, if no block was meant.
a-block-stands-between-and-leave-it-out-c63dae = Un bloc se trouve entre `{"{"}` et `{"}"}`. Supprimez ce signe si vous ne vouliez pas de bloc.

# A comma stands between entries, and before a setting such as `up to 20`.
a-comma-stands-between-entries-and-before-a-95b0f0 = Une virgule se place entre les valeurs, et avant un réglage comme `up to 20`.

# A comma stands between two entries, and before a setting such as `up to 20`.
a-comma-stands-between-two-entries-and-before-6e502e = Une virgule se place entre deux valeurs, et avant un réglage comme `up to 20`.

# A condition compares it with something: `>= 10`, `is "x"`, `is known`.
a-condition-compares-it-with-something-10-is-d5e925 = Une condition compare avec quelque chose : `>= 10`, `is "x"`, `is known`.

# A condition takes one of them. Join two conditions with `and`, if both are meant.
a-condition-takes-one-of-them-join-two-ac34d6 = Une condition n'en admet qu'un. Reliez deux conditions par `and` si vous voulez les deux.

# A field reads `NAME TYPE`, then perhaps a range, `key`, `, from "COLUMN"`. The types are text, email, number, integer, yes/no, date, choice {{ … }}, list of text.
a-field-reads-name-type-then-perhaps-a-b45b97 = Un champ s'écrit `NAME TYPE`, suivi éventuellement d'une étendue, de `key` ou de `, from "COLUMN"`. Les types sont text, email, number, integer, yes/no, date, choice {"{"} … {"}"}, list of text.

# A kind of event reads `NAME`, or `NAME from "text in the log" {{ properties }}`.
a-kind-of-event-reads-name-or-name-af3853 = Un type d'événement s'écrit `NAME`, ou `NAME from "text in the log" {"{"} properties {"}"}`.

# A line here reads `EVENT where condition`.
a-line-here-reads-event-where-condition-366b9f = Une ligne s'écrit ici `EVENT where condition`.

# A line here reads `condition => "reason"`.
a-line-here-reads-condition-reason-790efd = Une ligne s'écrit ici `condition => "reason"`.

# A line here says {what}, as in `… => {example}`. Points belong in a `score`.
a-line-here-says-what-as-in-example-6d9d4a = Une ligne dit ici { $what }, comme dans `… => { $example }`. Les points ont leur place dans un `score`.

# A line of a label reads `condition => "text"`, the last `otherwise => "text"`.
a-line-of-a-label-reads-condition-text-cc810b = Une ligne d'étiquette s'écrit `condition => "text"`, la dernière `otherwise => "text"`.

# A line reads `condition => what it gives`, as in `… => {example}`.
a-line-reads-condition-what-it-gives-as-75ed2c = Une ligne s'écrit `condition => what it gives`, comme dans `… => { $example }`.

# A line reads `condition => what it gives`.
a-line-reads-condition-what-it-gives-ce5f94 = Une ligne s'écrit `condition => what it gives`.

# A number and the word after it are parted by a blank.
a-number-and-the-word-after-it-are-2628fc = Un nombre et le mot qui suit sont séparés par une espace.

# A number begins with a digit.
a-number-begins-with-a-digit-506579 = Un nombre commence par un chiffre.

# A path is taken from the folder of the file that names it; check its spelling, and that the file is there.
a-path-is-taken-from-the-folder-of-575a5f = Un chemin part du dossier du fichier qui le mentionne. Vérifiez l'orthographe, et que le fichier s'y trouve.

# A point stands between a field of type email and its part.
a-point-stands-between-a-field-of-type-3bb1c5 = Un point se place entre un champ de type email et sa partie.

# A promise reads `never condition` or `always condition`.
a-promise-reads-never-condition-or-always-condition-d375ec = Une promesse s'écrit `never condition` ou `always condition`.

# A property reads `NAME TYPE`, as in `minutes number`.
a-property-reads-name-type-as-in-minutes-e39efa = Une propriété s'écrit `NAME TYPE`, comme dans `minutes number`.

# A range reads `..9`.
a-range-reads-9-75426d = Une étendue s'écrit `..9`.

# A range reads `100..200`, `100..` or `..200`; both ends belong to it, and it has no blanks inside.
a-range-reads-100-200-100-or-200-56fd24 = Une étendue s'écrit `100..200`, `100..` ou `..200`. Les deux bornes en font partie, et elle ne contient pas d'espaces.

# A range reads `100..200`; both ends belong to it.
a-range-reads-100-200-both-ends-belong-7eb3d8 = Une étendue s'écrit `100..200` ; les deux bornes en font partie.

# A row reads `50..99 => +10`, `software, retail => +5`, `otherwise => 0`.
a-row-reads-50-99-10-software-retail-c90a85 = Une ligne de tableau s'écrit `50..99 => +10`, `software, retail => +5` ou `otherwise => 0`.

# A rule reads `condition => +10`, then perhaps `each`, `once per day`, `, up to 20`, `, halving every 30 days`.
a-rule-reads-condition-10-then-perhaps-each-9f031e = Une règle s'écrit `condition => +10`, suivie éventuellement de `each`, `once per day`, `, up to 20` ou `, halving every 30 days`.

# A rule reads `condition => points`, as in `employees > 100 => +20`. A line that holds gives its points.
a-rule-reads-condition-points-as-in-employees-57b376 = Une règle s'écrit `condition => points`, comme dans `employees > 100 => +20`. Une ligne dont la condition est remplie donne ses points.

# A rule reads `condition => what it gives`, without further words.
a-rule-reads-condition-what-it-gives-without-b173e5 = Une règle s'écrit `condition => what it gives`, sans autres mots.

# A rule shows at a glance whether it gives or takes points.
a-rule-shows-at-a-glance-whether-it-428944 = Une règle montre au premier coup d'œil si elle donne ou retire des points.

# A rule takes one of them.
a-rule-takes-one-of-them-8ee4db = Une règle n'en admet qu'un.

# A score adds up points such as `+10`. Stages stand in `stages {{ … }}`.
a-score-adds-up-points-such-as-10-c5c3bc = Un score additionne des points comme `+10`. Les phases se trouvent dans `stages {"{"} … {"}"}`.

# A span of time has a unit: `{before} {number} days`, `{before} {number} weeks`. Say which is meant.
a-span-of-time-has-a-unit-before-92f110 = Une durée a une unité : `{ $before } { $number } days`, `{ $before } { $number } weeks`. Indiquez celle que vous voulez.

# A span of time is at most 1_000_000 of its unit.
a-span-of-time-is-at-most-1-036220 = Une durée compte au maximum 1_000_000 fois son unité.

# A statement takes at most {steps} of them. Give parts of it a name with `define`.
a-statement-takes-at-most-steps-of-them-9aaea7 = Une instruction en admet au maximum { $steps }. Donnez un nom à certaines parties avec `define`.

# A step reads `condition => NAME`, then perhaps `("former name")` and `, kept while condition`.
a-step-reads-condition-name-then-perhaps-former-aee332 = Une phase s'écrit `condition => NAME`, suivi éventuellement de `("former name")` et de `, kept while condition`.

# A test has lines `lead FIELD value, …`, `event NAME 3 days ago`, `expect condition`, and perhaps `as of DATE`.
a-test-has-lines-lead-field-value-event-5c7151 = Un test contient des lignes comme `lead FIELD value, …`, `event NAME 3 days ago`, `expect condition`, et éventuellement `as of DATE`.

# A text can be given by a `label`; a score adds up points such as `+10`.
a-text-can-be-given-by-a-label-deb1e6 = Un texte se donne avec un `label` ; un score additionne des points comme `+10`.

# A text stands between `"`, so that its words are not taken for names.
a-text-stands-between-so-that-its-words-d12db5 = Un texte se place entre `"`, pour que ses mots ne soient pas pris pour des noms.

# A text stands between two `"` on one line.
a-text-stands-between-two-on-one-line-1827b9 = Un texte se place entre deux `"` sur une même ligne.

# A text stands between two `"` on one line. Inside a text, write `\"` for a quote.
a-text-stands-between-two-on-one-line-8788f6 = Un texte se place entre deux `"` sur une même ligne. À l'intérieur d'un texte, écrivez `\"` pour un guillemet.

# After `=>` stand the points with their sign, and nothing before them.
after-stand-the-points-with-their-sign-and-391f62 = Après `=>` viennent les points avec leur signe, sans rien devant.

# An account has fields, which read `NAME TYPE` as those of a lead, and one line `leads by FIELD` that names the field of a lead with the account's key.
an-account-has-fields-which-read-name-type-31cd65 = Un compte a des champs, qui s'écrivent `NAME TYPE` comme ceux d'un lead, et une ligne `leads by FIELD` qui nomme le champ d'un lead contenant la clé du compte.

# An agreement has lines `between marketing, sales`, `covers stages, label NAME`, and perhaps `review by DATE`.
an-agreement-has-lines-between-marketing-sales-covers-0ba014 = Un accord contient des lignes comme `between marketing, sales`, `covers stages, label NAME`, et éventuellement `review by DATE`.

# An event is told apart by its own properties, or once per day, week, month or year.
an-event-is-told-apart-by-its-own-7e242a = Un événement se distingue par ses propres propriétés, ou compte une fois par jour, semaine, mois ou année.

# An option or a stage with a hyphen is written as a text. In the name of a field, write `_`.
an-option-or-a-stage-with-a-hyphen-b96396 = Une option ou une phase avec un trait d'union s'écrit comme un texte. Dans le nom d'un champ, écrivez `_`.

# As an option, a stage or a text it stands between quotes.
as-an-option-a-stage-or-a-text-1f93e4 = Comme option, phase ou texte, il se place entre guillemets.

# Before `{{` stands what the block is: `lead`, `score NAME`, `group "title"`.
before-stands-what-the-block-is-lead-score-20b8fd = Avant `{"{"}`, il faut dire ce qu'est le bloc : `lead`, `score NAME`, `group "title"`.

# Blanks tell a calculation (`a - b`) from a sign (`-5`) and from a name.
blanks-tell-a-calculation-a-b-from-a-fedac2 = Les espaces distinguent un calcul (`a - b`) d'un signe (`-5`) et d'un nom.

# Braces in a score follow `group "title"`, or the field or quantity that a table is about.
braces-in-a-score-follow-group-title-or-d85388 = Dans un score, les accolades suivent `group "title"`, ou le champ ou la valeur calculée dont traite un tableau.

# Brackets show where the condition on the events ends and the comparison goes on.
brackets-show-where-the-condition-on-the-events-a8fa41 = Les parenthèses montrent où la condition sur les événements se termine et où la comparaison continue.

# Counts go up to 4_294_967_295.
counts-go-up-to-4-294-967-295-905ecb = Un tel nombre va jusqu'à 4_294_967_295.

# Dates are written year, month, day, as in `2026-11-23`.
dates-are-written-year-month-day-as-in-43d4d8 = Une date s'écrit année, mois, jour, comme dans `2026-11-23`.

# Dates are written year, month, day, with two digits for month and day.
dates-are-written-year-month-day-with-two-b87eac = Une date s'écrit année, mois, jour, avec deux chiffres pour le mois et le jour.

# Dates are written year, month, day; there is no such month.
dates-are-written-year-month-day-there-is-0ca7f5 = Une date s'écrit année, mois, jour ; ce mois n'existe pas.

# Each rule stands on a line by itself, without a mark or a number before it.
each-rule-stands-on-a-line-by-itself-f20be6 = Chaque règle se trouve sur sa propre ligne, sans puce ni numéro devant.

# Every `(` needs its `)`.
every-needs-its-c763e8 = À chaque `(` correspond une `)`.

# Every `)` ends what began with `(`.
every-ends-what-began-with-955c3a = Chaque `)` ferme ce qu'une `(` a ouvert.

# Every `}}` ends a block that began with `{{`. Leave it out, or open the block that it should end.
every-ends-a-block-that-began-with-leave-a849a1 = Chaque `{"}"}` ferme un bloc ouvert par `{"{"}`. Supprimez ce signe, ou ouvrez le bloc qu'il doit fermer.

# Fields, scores, numbers and quantities such as `count of …` can be compared and calculated with.
fields-scores-numbers-and-quantities-such-as-count-9a8bb7 = On peut comparer et calculer avec des champs, des scores, des nombres et des valeurs calculées comme `count of …`.

# Give it another name.
give-it-another-name-e376d1 = Donnez-lui un autre nom.

# Groups hold rules of one score: `score NAME {{ group "…" {{ … }} }}`.
groups-hold-rules-of-one-score-score-name-42f68c = Un groupe contient des règles d'un seul score : `score NAME {"{"} group "…" {"{"} … {"}"} {"}"}`.

# How often something happened is written in `times`.
how-often-something-happened-is-written-in-times-20e15c = Le nombre de fois se note en `times`.

# It belongs in `test "…" {{ … }}` or `promise "…" {{ … }}`.
it-belongs-in-test-or-promise-0959a1 = Sa place est dans `test "…" {"{"} … {"}"}` ou `promise "…" {"{"} … {"}"}`.

# It can be read in two ways. Brackets say which is meant.
it-can-be-read-in-two-ways-brackets-f43194 = Il y a deux façons de lire cela. Les parenthèses indiquent ce que vous voulez dire.

# It is complete without them. Leave them out, with what stands between them.
it-is-complete-without-them-leave-them-out-5d1149 = Elle est complète sans accolades. Supprimez-les, avec ce qu'elles contiennent.

# It is read as version 1, the newest. A first line `leadrules 1` keeps its meaning when a newer comes.
it-is-read-as-version-1-the-newest-675b79 = Il est lu comme version 1, la plus récente. Avec `leadrules 1` en première ligne, il gardera son sens quand une nouvelle version paraîtra.

# It reads `score NAME of account 0..100`, `stages of account`, `label NAME of account`.
it-reads-score-name-of-account-0-100-45eb4f = On écrit `score NAME of account 0..100`, `stages of account`, `label NAME of account`.

# It says how the whole file is to be read, so it stands at the top.
it-says-how-the-whole-file-is-to-677393 = Cette ligne dit comment lire tout le fichier ; elle se place donc en haut.

# It stands in the file itself. Perhaps the block above lacks its closing `}}`.
it-stands-in-the-file-itself-perhaps-the-ec4cb9 = Sa place est dans le fichier même. Peut-être manque-t-il la `{"}"}` finale du bloc précédent.

# Keep the version that is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`.
keep-the-version-that-is-right-and-remove-9d28b1 = Gardez la bonne version et supprimez les lignes avec `<<<<<<<`, `=======` et `>>>>>>>`.

# Labels of the lead itself are joined: give it one that asks its account, `label NAME {{ account.… => "…" }}`, and name that.
labels-of-the-lead-itself-are-joined-give-fe9940 = Seules les étiquettes du lead même peuvent être réunies : donnez-lui une étiquette qui interroge son compte, `label NAME {"{"} account.… => "…" {"}"}`, et nommez-la.

# Leads are ranked by scores of their own: give them one, `score NAME = account.SCORE`, and rank by that.
leads-are-ranked-by-scores-of-their-own-b24821 = Les leads sont classés selon leurs propres scores : donnez-leur-en un, `score NAME = account.SCORE`, et classez selon celui-ci.

# Leads of a test are called as they are in its lines `lead "An", …`, between quotes.
leads-of-a-test-are-called-as-they-8ad889 = Les leads d'un test portent le nom donné dans les lignes `lead "An", …`, entre guillemets.

# Leave it out.
leave-it-out-4df5a5 = Supprimez-le.

# Names are made of letters, digits and `_`; a hyphen is a minus here.
names-are-made-of-letters-digits-and-a-011c7b = Un nom se compose de lettres, de chiffres et de `_` ; un trait d'union est ici un moins.

# No block is known that could hold it.
no-block-is-known-that-could-hold-it-e5be06 = Aucun bloc connu ne pourrait la contenir.

# Nobody could follow it. Give parts of it a name with `define`, and use the names.
nobody-could-follow-it-give-parts-of-it-c0e57c = Personne ne pourrait suivre. Donnez un nom à certaines parties avec `define`, et utilisez ces noms.

# Numbers are exact, with six places at most, so that every run gives the same result.
numbers-are-exact-with-six-places-at-most-6b04fb = Les nombres sont exacts, avec six décimales au maximum, pour que chaque calcul donne le même résultat.

# Numbers in rules are plain, without a currency.
numbers-in-rules-are-plain-without-a-currency-6cfcaf = Dans les règles, les nombres s'écrivent sans devise.

# Numbers stay below a million million (1_000_000M).
numbers-stay-below-a-million-million-1-000-9a5ddd = Les nombres restent sous un million de millions (1_000_000M).

# Once is enough.
once-is-enough-e3d92a = Une fois suffit.

# Outside of blocks stand `leadrules 1`, `use "file"`, `time zone "…"`, `define NAME = condition`, `list NAME …`, `score NAME = …` and `rank by SCORE`.
outside-of-blocks-stand-leadrules-1-use-file-1f5e0e = Hors des blocs se trouvent `leadrules 1`, `use "file"`, `time zone "…"`, `define NAME = condition`, `list NAME …`, `score NAME = …` et `rank by SCORE`.

# Points are a number, not a text.
points-are-a-number-not-a-text-e10b89 = Les points sont un nombre, pas un texte.

# Points are exact, with two places at most.
points-are-exact-with-two-places-at-most-7989fb = Les points sont exacts, avec deux décimales au maximum.

# Points can't change every moment; say after which time they do, as in `30 days`.
points-can-t-change-every-moment-say-after-fe3dfa = Les points ne peuvent pas changer à chaque instant ; indiquez après combien de temps, comme dans `30 days`.

# Points fade over a number of days or weeks; months differ in length.
points-fade-over-a-number-of-days-or-7106d3 = Les points refroidissent sur un nombre de jours ou de semaines ; les mois n'ont pas tous la même durée.

# Programs for writing letters turn straight quotes into curly ones. Rules take the straight ones.
programs-for-writing-letters-turn-straight-quotes-into-302f64 = Les traitements de texte transforment les guillemets droits en guillemets courbes. Les règles demandent les droits.

# Rows stand in braces after what they are about: `employees {{ 50..99 => +10 }}`.
rows-stand-in-braces-after-what-they-are-69d63f = Les lignes d'un tableau se placent entre accolades, après ce dont elles traitent : `employees {"{"} 50..99 => +10 {"}"}`.

# Rules that give points stand in a score: `score NAME {{ … }}`. Perhaps a `}}` above closes it too early.
rules-that-give-points-stand-in-a-score-0531ca = Les règles qui donnent des points se trouvent dans un score : `score NAME {"{"} … {"}"}`. Peut-être qu'une `{"}"}` plus haut le ferme trop tôt.

# Shares are multiplied: `50% * profile` is half of it.
shares-are-multiplied-50-profile-is-half-of-098176 = Une part se multiplie : `50% * profile` en est la moitié.

# Some keyboards and programs write wide characters, or digits of another script. Rules take the plain ones.
some-keyboards-and-programs-write-wide-characters-or-0a0f79 = Certains claviers et programmes écrivent des caractères larges, ou des chiffres d'une autre écriture. Les règles demandent les caractères ordinaires.

# Spans of time are counted in hours, days, weeks, months and years.
spans-of-time-are-counted-in-hours-days-200762 = Le temps se compte en heures, jours, semaines, mois et années.

# Such lines stand in `exclude {{ … }}`, `label NAME {{ … }}` or `stages {{ … }}`.
such-lines-stand-in-exclude-label-name-or-473fdf = Ces lignes se trouvent dans `exclude {"{"} … {"}"}`, `label NAME {"{"} … {"}"}` ou `stages {"{"} … {"}"}`.

# That month has {days} days.
that-month-has-days-days-9b4840 = Ce mois compte { $days } jours.

# The blocks of a file are `lead`, `account`, `events`, `ignore`, `list NAME`, `exclude`, `score NAME`, `stages`, `label NAME`, `promise "…"`, `test "…"` and `agreement "…"`.
the-blocks-of-a-file-are-lead-account-52159a = Les blocs d'un fichier sont `lead`, `account`, `events`, `ignore`, `list NAME`, `exclude`, `score NAME`, `stages`, `label NAME`, `promise "…"`, `test "…"` et `agreement "…"`.

# The decimal sign is a point; a comma parts two values.
the-decimal-sign-is-a-point-a-comma-5dd6de = Le signe décimal est un point ; une virgule sépare deux valeurs.

# The fields of a lead are declared in `lead {{ … }}`. Perhaps a `}}` above closes it too early.
the-fields-of-a-lead-are-declared-in-ad60ae = Les champs d'un lead se déclarent dans `lead {"{"} … {"}"}`. Peut-être qu'une `{"}"}` plus haut ferme ce bloc trop tôt.

# The lines up to the next `}}` look as if they belong to this block. It begins with `{{`.
the-lines-up-to-the-next-look-as-09179f = Les lignes jusqu'à la prochaine `{"}"}` semblent appartenir à ce bloc. Un bloc commence par `{"{"}`.

# The properties of an event stand between `{{` and `}}` after its name.
the-properties-of-an-event-stand-between-and-154a81 = Les propriétés d'un événement se placent entre `{"{"}` et `{"}"}` après son nom.

# The properties of an event stand in braces after its name: `webinar_attended {{ minutes number }}`.
the-properties-of-an-event-stand-in-braces-8405ef = Les propriétés d'un événement se placent entre accolades après son nom : `webinar_attended {"{"} minutes number {"}"}`.

# The sign touches its number.
the-sign-touches-its-number-19a6d1 = Le signe touche son nombre.

# The table's head says what its rows are about; a row only says which values: `50..99 => +10`.
the-table-s-head-says-what-its-rows-d044e1 = L'en-tête du tableau dit de quoi traitent ses lignes ; une ligne dit seulement pour quelles valeurs : `50..99 => +10`.

# The versions start at {first}.
the-versions-start-at-first-7ae078 = Les versions commencent à { $first }.

# This line is complete without braces. Leave them out, with what stands between them.
this-line-is-complete-without-braces-leave-them-e20a70 = Cette ligne est complète sans accolades. Supprimez-les, avec ce qu'elles contiennent.

# Thousands are written with `_`, with `k`, or with nothing between them.
thousands-are-written-with-with-k-or-with-f87a07 = Les milliers s'écrivent avec `_`, avec `k`, ou sans rien entre les chiffres.

# Thousands are written with `_`, with `k`, or with nothing between them; a comma parts two values.
thousands-are-written-with-with-k-or-with-161310 = Les milliers s'écrivent avec `_`, avec `k`, ou sans rien entre les chiffres ; une virgule sépare deux valeurs.

# Use a newer leadrules for this file, or write it in the version that this one knows.
use-a-newer-leadrules-for-this-file-or-92b412 = Utilisez une version plus récente de leadrules pour ce fichier, ou écrivez-le dans la version que celle-ci connaît.

# What a rule gives stands after `=>`, its condition before it.
what-a-rule-gives-stands-after-its-condition-d02703 = Ce que donne une règle se place après `=>`, et sa condition avant.

# What begins with `{{` ends with `}}`.
what-begins-with-ends-with-a7495f = Ce qui commence par `{"{"}` se termine par `{"}"}`.

# What belongs to a number touches it: `10k`, `1.5M`, `15%`.
what-belongs-to-a-number-touches-it-10k-87dac0 = Ce qui fait partie d'un nombre le touche : `10k`, `1.5M`, `15%`.

# What belongs to a number touches it: `15%`.
what-belongs-to-a-number-touches-it-15-918b71 = Ce qui fait partie d'un nombre le touche : `15%`.

# What belongs to it stands between braces after it, one line each.
what-belongs-to-it-stands-between-braces-after-5f5042 = Ce qui en fait partie se place ensuite entre accolades, une ligne à la fois.

# What ends with `}}` begins with `{{`.
what-ends-with-begins-with-14af2f = Ce qui se termine par `{"}"}` commence par `{"{"}`.

# With `{word}` the line can be read.
with-word-the-line-can-be-read-1edfe3 = Avec `{ $word }`, la ligne peut être lue.

# With it a line can look like another one: who reads and approves the rules sees something else than what counts. Take it out, unless a text of the data really holds it.
with-it-a-line-can-look-like-another-82b1b8 = Avec cela, une ligne peut ressembler à une autre : qui lit et approuve les règles voit autre chose que ce qui compte. Supprimez-le, sauf si un texte des données le contient vraiment.

# Without it the line can be read.
without-it-the-line-can-be-read-c2076c = Sans cela, la ligne peut être lue.

# Write `, {words}`.
write-words-757ce7 = Écrivez `, { $words }`.

# Write `not {subject} {operator} …`.
write-not-subject-operator-7dc99b = Écrivez `not { $subject } { $operator } …`.

# Write `promise {title}`.
write-promise-title-ee2bd3 = Écrivez `promise { $title }`.

# Write `{meant}`, if that is meant.
write-meant-if-that-is-meant-c338e4 = Écrivez `{ $meant }`, si c'est ce que vous voulez dire.

# Write `{text}` in its place.
write-text-in-its-place-2bc9ff = Écrivez `{ $text }` à la place.

# Write `{text}`.
write-text-b3f0cf = Écrivez `{ $text }`.

# Write a comma between them.
write-a-comma-between-them-562f74 = Mettez une virgule entre eux.

# Write a day, as in `2026-11-23`, or a time, as in `2026-11-23T12:30Z`.
write-a-day-as-in-2026-11-23-017f14 = Écrivez un jour, comme dans `2026-11-23`, ou une heure, comme dans `2026-11-23T12:30Z`.

# Write it once; `from` and `missing` take several texts, parted by commas.
write-it-once-from-and-missing-take-several-9a4b3e = Écrivez-le une seule fois ; `from` et `missing` admettent plusieurs textes, séparés par des virgules.

# Write the entries with commas between them: `country in BE, NL`.
write-the-entries-with-commas-between-them-country-d9f08b = Écrivez les valeurs séparées par des virgules : `country in BE, NL`.

# Write two tests with `and`, or a range such as `{name} 10..20`, whose ends both belong to it.
write-two-tests-with-and-or-a-range-ebbd78 = Écrivez deux comparaisons avec `and`, ou une étendue comme `{ $name } 10..20`, dont les deux bornes font partie.

# `=>` is missing before what this line gives
is-missing-before-what-this-line-gives-c1c89f = il manque `=>` avant ce que donne cette ligne

# `=>` must follow
must-follow-fd048e = `=>` doit suivre

# `>=` asks whether a number is at least so large; `=>` stands before what the rule gives.
asks-whether-a-number-is-at-least-so-738619 = `>=` demande si un nombre est au moins aussi grand ; `=>` se place avant ce que donne la règle.

# `>=` compares, and this line does not say how many points it gives
compares-and-this-line-does-not-say-how-f653df = `>=` compare, et cette ligne ne dit pas combien de points elle donne

# `activity` says `any` or `no` before it
activity-says-any-or-no-before-it-ec3d9a = `activity` est précédé de `any` ou de `no`

# `and` and `or` stand side by side without brackets
and-and-or-stand-side-by-side-without-75c318 = `and` et `or` se suivent sans parenthèses

# `any activity` holds when anything at all happened, `no activity` when nothing did.
any-activity-holds-when-anything-at-all-happened-975e47 = `any activity` vaut si quoi que ce soit s'est produit, `no activity` si rien ne s'est produit.

# `contains`, `starts with` and `ends with` take a text as it is; `%` has no meaning in it.
contains-starts-with-and-ends-with-take-a-e01fac = `contains`, `starts with` et `ends with` prennent un texte tel quel ; `%` n'y a pas de sens particulier.

# `down to {points}` needs a minus
down-to-points-needs-a-minus-060db5 = il faut un moins dans `down to { $points }`

# `down to` limits what minus points can take away, so its number is negative.
down-to-limits-what-minus-points-can-take-e58c20 = `down to` limite ce que des points négatifs peuvent retirer ; son nombre est donc négatif.

# `k` stands for thousand, `M` for million.
k-stands-for-thousand-m-for-million-287f14 = `k` signifie mille, `M` million.

# `leadrules 1` is not the first statement
leadrules-1-is-not-the-first-statement-52e946 = `leadrules 1` ne se trouve pas en haut

# `where` in a quantity takes brackets
where-in-a-quantity-takes-brackets-d0e5ac = dans une valeur calculée, `where` demande des parenthèses

# `{field}` has `{word}` twice
field-has-word-twice-ba453f = `{ $field }` a deux fois `{ $word }`

# `{head}` has nothing to say: its block is missing
head-has-nothing-to-say-its-block-is-be05ff = `{ $head }` ne dit rien : il manque son bloc

# `{name}` is compared with one value at a time
name-is-compared-with-one-value-at-a-311f13 = `{ $name }` se compare à une seule valeur à la fois

# `{number}` of what: days, weeks, months?
number-of-what-days-weeks-months-7817bb = `{ $number }` quoi : des jours, des semaines, des mois ?

# `{second}` after `{first}`
second-after-first-0090bf = `{ $second }` après `{ $first }`

# `{sign}` has no place here
sign-has-no-place-here-8dc4e2 = `{ $sign }` n'a pas sa place ici

# `{sign}` needs a blank on both sides
sign-needs-a-blank-on-both-sides-f13724 = il faut une espace de chaque côté de `{ $sign }`

# `{words}` has no place in a rule
words-has-no-place-in-a-rule-5d4696 = `{ $words }` n'a pas sa place dans une règle

# `{word}` before this?
word-before-this-9994ad = `{ $word }` avant ceci ?

# `{word}` can't stand inside another block
word-can-t-stand-inside-another-block-91fc56 = `{ $word }` ne peut pas se trouver dans un autre bloc

# `{word}` does not fit here
word-does-not-fit-here-43539a = `{ $word }` ne convient pas ici

# `{word}` is a word of the language and can't be a name
word-is-a-word-of-the-language-and-0e42d9 = `{ $word }` est un mot du langage et ne peut pas être un nom

# `{word}` is missing at the end
word-is-missing-at-the-end-f0f68e = il manque `{ $word }` à la fin

# `{word}` is missing before `{next}`
word-is-missing-before-next-39dc6b = il manque `{ $word }` avant `{ $next }`

# `{word}` is not a word that fits here: did you mean `{meant}`?
word-is-not-a-word-that-fits-here-196667 = `{ $word }` ne convient pas ici : vouliez-vous dire `{ $meant }` ?

# `{word}` is written in small letters: `{small}`
word-is-written-in-small-letters-small-411c94 = `{ $word }` s'écrit en minuscules : `{ $small }`

# `{word}` stands twice
word-stands-twice-23758e = `{ $word }` figure deux fois

# `{written}` ({name}) only looks like `{plain}`.
written-name-only-looks-like-plain-a076b1 = `{ $written }` ({ $name }) ne fait que ressembler à `{ $plain }`.

# `{written}` can't stand here: it is what the account has
written-can-t-stand-here-it-is-what-73b8d2 = `{ $written }` ne peut pas se trouver ici : cela appartient au compte

# `{written}` has more than six decimal places
written-has-more-than-six-decimal-places-f7726b = `{ $written }` a plus de six décimales

# `{written}` has more than two decimal places
written-has-more-than-two-decimal-places-688b29 = `{ $written }` a plus de deux décimales

# `{written}` is a calculation: `*` stands between its parts
written-is-a-calculation-stands-between-its-parts-80d82d = `{ $written }` est un calcul : `*` se place entre ses parties

# `{written}` is a condition, where a value is needed
written-is-a-condition-where-a-value-is-966184 = `{ $written }` est une condition, et il faut ici une valeur

# `{written}` is neither true nor false
written-is-neither-true-nor-false-3b391f = `{ $written }` n'est ni vrai ni faux

# `{written}` is no span of time
written-is-no-span-of-time-0a86b1 = `{ $written }` n'est pas une durée

# `{written}` is read as {value}, not as {thousands} thousand
written-is-read-as-value-not-as-thousands-d0da5f = `{ $written }` est lu comme { $value }, et non comme { $thousands } mille

# `{written}` is said with `not` in front
written-is-said-with-not-in-front-83c29e = pour `{ $written }`, on met `not` devant

# `{written}` is too large
written-is-too-large-ccb9e7 = `{ $written }` est trop grand

# `{written}` is too large a count
written-is-too-large-a-count-2890fb = `{ $written }` est un nombre trop grand

# `{written}` is too long a time
written-is-too-long-a-time-ddbae2 = `{ $written }` est une durée trop longue

# `{written}` is written `{text}`
written-is-written-text-7b6460 = `{ $written }` s'écrit `{ $text }`

# `{written}` is {value}. Say how many points are meant.
written-is-value-say-how-many-points-are-b96d09 = `{ $written }` vaut { $value }. Indiquez combien de points vous voulez.

# `{{` is missing after this
is-missing-after-this-702511 = il manque `{"{"}` après ceci

# `{{` … `}}` must follow
must-follow-507bf5 = `{"{"}` … `{"}"}` doit suivre

# a block in braces can't stand here
a-block-in-braces-can-t-stand-here-7fa6dd = un bloc entre accolades ne peut pas se trouver ici

# a calculation
a-calculation-2c1f85 = un calcul

# a comma is missing before `{word}`
a-comma-is-missing-before-word-e0426c = il manque une virgule avant `{ $word }`

# a date
a-date-cc3ae0 = une date

# a field stands outside of `lead {{ … }}`
a-field-stands-outside-of-lead-eab02f = un champ se trouve hors de `lead {"{"} … {"}"}`

# a formula begins here
a-formula-begins-here-03c19a = une formule commence ici

# a group can't stand outside of a score
a-group-can-t-stand-outside-of-a-7cc7f3 = un groupe ne peut pas se trouver hors d'un score

# a merge left two versions of these lines
a-merge-left-two-versions-of-these-lines-8042c1 = une fusion a laissé deux versions de ces lignes

# a name has no hyphen: `{written}`
a-name-has-no-hyphen-written-cf1ad9 = un nom ne contient pas de trait d'union : `{ $written }`

# a number
a-number-2f6255 = un nombre

# a pattern of SQL
a-pattern-of-sql-65b643 = un motif de SQL

# a percentage
a-percentage-f8d5f4 = un pourcentage

# a promise is covered as `promise "…"`
a-promise-is-covered-as-promise-eea48c = une promesse se nomme ici `promise "…"`

# a property stands outside of its event
a-property-stands-outside-of-its-event-9dfe38 = une propriété se trouve hors de son événement

# a quote on this line has no partner
a-quote-on-this-line-has-no-partner-59ec10 = un guillemet de cette ligne est seul

# a range
a-range-1e9209 = une étendue

# a row of a table leaves its subject out
a-row-of-a-table-leaves-its-subject-50af78 = une ligne de tableau ne répète pas de quoi elle traite

# a row stands outside of a table
a-row-stands-outside-of-a-table-e98d9c = une ligne de tableau se trouve hors d'un tableau

# a rule is not written as `case when` of SQL
a-rule-is-not-written-as-case-when-fae1d5 = une règle ne s'écrit pas comme `case when` de SQL

# a rule is not written as a formula of a spreadsheet
a-rule-is-not-written-as-a-formula-bfb7d3 = une règle ne s'écrit pas comme une formule de tableur

# a rule stands outside of any score
a-rule-stands-outside-of-any-score-9cea69 = une règle se trouve hors de tout score

# a score gives points, not a name
a-score-gives-points-not-a-name-b8320e = un score donne des points, pas un nom

# a score gives points, not a text
a-score-gives-points-not-a-text-3e79d6 = un score donne des points, pas un texte

# a share of it
a-share-of-it-c22c6d = une part

# a text
a-text-11ce33 = un texte

# a unit of time
a-unit-of-time-9815cc = une unité de temps

# a value, not a condition
a-value-not-a-condition-a3d784 = une valeur, pas une condition

# about accounts
about-accounts-2a7932 = au sujet des comptes

# an expression of SQL begins here
an-expression-of-sql-begins-here-11a95d = une expression de SQL commence ici

# another word for it
another-word-for-it-55399c = un autre mot pour cela

# at least 1
at-least-1-04b5ce = au moins 1

# before what the rule gives
before-what-the-rule-gives-7818dd = avant ce que donne la règle

# begins here and does not end
begins-here-and-does-not-end-c0f197 = commence ici et ne se termine pas

# begins something new
begins-something-new-e9b62d = commence quelque chose de nouveau

# both must hold
both-must-hold-e93dac = les deux doivent être remplis

# brackets or braces are nested too deeply here
brackets-or-braces-are-nested-too-deeply-here-de773f = trop de parenthèses ou d'accolades imbriquées ici

# call it `{name}`
call-it-name-6c8d41 = l'appeler `{ $name }`

# can't stand here
can-t-stand-here-867e04 = ne peut pas se trouver ici

# compares two numbers
compares-two-numbers-811f49 = compare deux nombres

# compares two values
compares-two-values-5c8cdb = compare deux valeurs

# ends no block, or too early
ends-no-block-or-too-early-c13d4b = ne ferme aucun bloc, ou trop tôt

# ends with a quote and begins without one
ends-with-a-quote-and-begins-without-one-dc64cb = se termine par un guillemet et commence sans

# has a meaning of its own
has-a-meaning-of-its-own-908f3e = a un sens propre

# how long?
how-long-e567aa = combien de temps ?

# how many points it gives
how-many-points-it-gives-dce536 = combien de points elle donne

# how many points?
how-many-points-1121b0 = combien de points ?

# how often it happened
how-often-it-happened-35dfbb = le nombre de fois

# how points grow old
how-points-grow-old-b1a9ae = la façon dont les points refroidissent

# its unit is missing
its-unit-is-missing-919877 = il manque l'unité

# leads back to a file that is still being read
leads-back-to-a-file-that-is-still-ed5cdb = ramène à un fichier encore en cours de lecture

# leave it out
leave-it-out-823ea9 = le supprimer

# leave out `{text}`
leave-out-text-6605e3 = supprimer `{ $text }`

# leave out one `{word}`
leave-out-one-word-e27f0c = supprimer un des deux `{ $word }`

# leave out the brackets
leave-out-the-brackets-fab658 = supprimer les parenthèses ou crochets

# leave out the comma
leave-out-the-comma-e16c20 = supprimer la virgule

# lines bear no mark such as `{mark}`
lines-bear-no-mark-such-as-mark-b904ac = une ligne ne porte pas de marque comme `{ $mark }`

# lists stand without brackets
lists-stand-without-brackets-be92df = une liste s'écrit sans parenthèses ni accolades

# lists stand without square brackets
lists-stand-without-square-brackets-259e66 = une liste s'écrit sans crochets

# looks alike
looks-alike-0ccb67 = ne fait que ressembler

# named here
named-here-646234 = nommé ici

# names are parted by `,`, not `{written}`
names-are-parted-by-not-written-124ee8 = les noms sont séparés par `,`, et non par `{ $written }`

# no `}}` ends what begins here
no-ends-what-begins-here-e38764 = aucune `{"}"}` ne ferme ce qui commence ici

# no bracket is open here
no-bracket-is-open-here-4dee08 = aucune parenthèse n'est ouverte ici

# nobody can see a character that stands here: {name}
nobody-can-see-a-character-that-stands-here-86516a = personne ne peut voir un caractère qui se trouve ici : { $name }

# nobody can see {count} characters that stand here, the first of them {name}
nobody-can-see-count-characters-that-stand-here-186f7c = personne ne peut voir { $count } caractères qui se trouvent ici, dont le premier est { $name }

# not a name
not-a-name-dd0ff4 = pas un nom

# not needed
not-needed-d7c4af = inutile

# not understood
not-understood-494afb = incompréhensible

# nothing begins here, and no `}}` ends it
nothing-begins-here-and-no-ends-it-86314f = rien ne commence ici, et aucune `{"}"}` ne le ferme

# nothing here takes braces
nothing-here-takes-braces-3613d8 = rien ici ne prend d'accolades

# nothing stands after it
nothing-stands-after-it-0b046a = rien ne suit

# of the lead's account
of-the-lead-s-account-4cd2ea = du compte du lead

# on the way from here
on-the-way-from-here-f6a65e = en passant par ici

# one must hold
one-must-hold-300b9d = l'un des deux doit être rempli

# opens here
opens-here-c3921c = s'ouvre ici

# perhaps `{meant}`
perhaps-meant-e69efb = peut-être `{ $meant }`

# plus or minus?
plus-or-minus-2d84b3 = plus ou moins ?

# points
points-9567c6 = points

# points are no share: `{written}`
points-are-no-share-written-4ea203 = les points ne sont pas un pourcentage : `{ $written }`

# points are written `{text}`
points-are-written-text-f803ca = les points s'écrivent `{ $text }`

# points carry their sign: `{text}`
points-carry-their-sign-text-d90757 = les points portent leur signe : `{ $text }`

# points stand where none can be given
points-stand-where-none-can-be-given-deffa9 = des points figurent là où on ne peut pas en donner

# points stand without quotes
points-stand-without-quotes-ac00bb = les points s'écrivent sans guillemets

# put it in brackets
put-it-in-brackets-710b63 = le mettre entre parenthèses

# put the parts joined by `and` in brackets
put-the-parts-joined-by-and-in-brackets-0d4a9a = mettre entre parenthèses les parties reliées par `and`

# put the parts joined by `or` in brackets
put-the-parts-joined-by-or-in-brackets-9d49b4 = mettre entre parenthèses les parties reliées par `or`

# quotes of a word processor
quotes-of-a-word-processor-238d42 = guillemets d'un traitement de texte

# rules have no `like`: this pattern needs a test for each of its parts
rules-have-no-like-this-pattern-needs-a-ac3735 = les règles n'ont pas de `like` : ce motif demande une comparaison pour chacune de ses parties

# rules have no unit `{word}`
rules-have-no-unit-word-3da26f = les règles n'ont pas d'unité `{ $word }`

# rules say `{text}`, not `{written}`
rules-say-text-not-written-a63ff2 = dans les règles, on dit `{ $text }`, et non `{ $written }`

# rules write `{name}.domain`, not `{written}`
rules-write-name-domain-not-written-985650 = dans les règles, on écrit `{ $name }.domain`, et non `{ $written }`

# rules write `{text}`, not `{written}`
rules-write-text-not-written-dff2ae = dans les règles, on écrit `{ $text }`, et non `{ $written }`

# rules write `{text}`, not `{written}` ({name})
rules-write-text-not-written-name-910856 = dans les règles, on écrit `{ $text }`, et non `{ $written }` ({ $name })

# something must follow
something-must-follow-e14391 = quelque chose doit suivre

# stands at the head of the table
stands-at-the-head-of-the-table-6a884e = se trouve dans l'en-tête du tableau

# stands here
stands-here-55cbae = se trouve ici

# stands in the wrong place
stands-in-the-wrong-place-15ce72 = se trouve au mauvais endroit

# take it out
take-it-out-a5cf27 = le supprimer

# take them out
take-them-out-bb9e10 = les supprimer

# texts stand between `"`, not `{written}`
texts-stand-between-not-written-6d73e3 = un texte se place entre `"`, et non entre `{ $written }`

# texts stand between `"`, not `{written}` ({name})
texts-stand-between-not-written-name-693a71 = un texte se place entre `"`, et non entre `{ $written }` ({ $name })

# the block `{head}` has no opening `{{`
the-block-head-has-no-opening-4b983a = le bloc `{ $head }` n'a pas de `{"{"}` ouvrante

# the block `{head}` is never closed
the-block-head-is-never-closed-1ce08f = le bloc `{ $head }` n'est jamais fermé

# the block that begins here is never closed
the-block-that-begins-here-is-never-closed-16c7f8 = le bloc qui commence ici n'est jamais fermé

# the date `{written}` is written `{text}`
the-date-written-is-written-text-fb532f = la date `{ $written }` s'écrit `{ $text }`

# the file `{path}` can't be read: {why}
the-file-path-can-t-be-read-why-76933f = le fichier `{ $path }` ne peut pas être lu : { $why }

# the file does not say which version of the language it is in
the-file-does-not-say-which-version-of-1d0b5e = le fichier ne dit pas dans quelle version du langage il est écrit

# the first day
the-first-day-7de0ec = le premier jour

# the first version begins here
the-first-version-begins-here-a77356 = la première version commence ici

# the language version
the-language-version-cca0a6 = la version du langage

# the last day
the-last-day-84ead6 = le dernier jour

# the lower limit
the-lower-limit-15d1ae = la limite inférieure

# the lowest that points can sink to
the-lowest-that-points-can-sink-to-69a1ec = jusqu'où les points peuvent descendre

# the mark of a list
the-mark-of-a-list-fa51bf = la puce d'une liste

# the name of a lead
the-name-of-a-lead-c715cb = le nom d'un lead

# the name of the lead `{name}` stands without quotes
the-name-of-the-lead-name-stands-without-3550d0 = le nom du lead `{ $name }` figure sans guillemets

# the opposite
the-opposite-c70f71 = le contraire

# the opposite of a test
the-opposite-of-a-test-30cc5f = le contraire d'une comparaison

# the owner
the-owner-154813 = le responsable

# the part after `@`
the-part-after-8af5bb = la partie après `@`

# the point is the decimal point
the-point-is-the-decimal-point-322b04 = le point est le signe décimal

# the range `{written}` is written `{text}`
the-range-written-is-written-text-e0c6ee = l'étendue `{ $written }` s'écrit `{ $text }`

# the reason
the-reason-0bd908 = le motif

# the text `{written}` stands without quotes
the-text-written-stands-without-quotes-965224 = le texte `{ $written }` figure sans guillemets

# the title
the-title-e99502 = le titre

# the upper limit
the-upper-limit-0fac2b = la limite supérieure

# there is no day or time {written}
there-is-no-day-or-time-written-ff07a1 = il n'y a ni jour ni heure { $written }

# there is no day {written}
there-is-no-day-written-f082d3 = le jour { $written } n'existe pas

# there is no version {version} of the language
there-is-no-version-version-of-the-language-f77b10 = la version { $version } du langage n'existe pas

# these braces belong to nothing
these-braces-belong-to-nothing-225a49 = ces accolades ne se rattachent à rien

# these files take each other in, in a circle
these-files-take-each-other-in-in-a-fc9c20 = ces fichiers s'utilisent les uns les autres, en boucle

# this `(` is never closed
this-is-never-closed-a47ed7 = cette `(` n'est jamais fermée

# this `)` closes nothing
this-closes-nothing-2e0b90 = cette `)` ne ferme rien

# this `{{` is never closed
this-is-never-closed-0bc503 = cette `{"{"}` n'est jamais fermée

# this `{{` is one too many
this-is-one-too-many-94bd88 = cette `{"{"}` est de trop

# this `}}` ends what has no `{{`
this-ends-what-has-no-ae8432 = cette `{"}"}` ferme ce qui n'a pas de `{"{"}`

# this `}}` is one too many
this-is-one-too-many-1ee3ac = cette `{"}"}` est de trop

# this block
this-block-106f4c = ce bloc

# this calculation is too long
this-calculation-is-too-long-f0f320 = ce calcul est trop long

# this comma parts nothing
this-comma-parts-nothing-2c2899 = cette virgule ne sépare rien

# this field
this-field-aadc8d = ce champ

# this file is written in version {version} of the language; this program knows version {known}
this-file-is-written-in-version-version-of-b14f01 = ce fichier est écrit dans la version { $version } du langage ; ce programme connaît la version { $known }

# this head
this-head-e8b569 = cet en-tête

# this line
this-line-919839 = cette ligne

# this line does not say {what}
this-line-does-not-say-what-cfb3f2 = cette ligne ne dit pas { $what }

# this line of the account
this-line-of-the-account-dbe47e = cette ligne du compte

# this line of the agreement
this-line-of-the-agreement-9c5d05 = cette ligne de l'accord

# this line of the events
this-line-of-the-events-bdb27e = cette ligne des événements

# this line of the test
this-line-of-the-test-45391f = cette ligne du test

# this line stands outside of any block
this-line-stands-outside-of-any-block-89d5dd = cette ligne se trouve hors de tout bloc

# this line stands outside of any test or promise
this-line-stands-outside-of-any-test-or-488c44 = cette ligne se trouve hors de tout test et de toute promesse

# this promise
this-promise-b194e0 = cette promesse

# this property
this-property-2012ba = cette propriété

# this row
this-row-b310f9 = cette ligne de tableau

# this rule
this-rule-f69d2d = cette règle

# this statement
this-statement-9a2668 = cette instruction

# this statement takes no braces
this-statement-takes-no-braces-6aeab1 = cette instruction ne prend pas d'accolades

# this step
this-step-61c8d1 = cette ligne des phases

# this text has no closing quote
this-text-has-no-closing-quote-b16804 = ce texte n'a pas de guillemet fermant

# this text has no opening quote
this-text-has-no-opening-quote-3dd1fb = ce texte n'a pas de guillemet ouvrant

# too many
too-many-e5291c = de trop

# too many are open before this
too-many-are-open-before-this-901723 = trop sont restées ouvertes avant ceci

# too many steps before this
too-many-steps-before-this-9aa7a2 = trop d'opérations avant ceci

# true or false, not a value
true-or-false-not-a-value-7fff04 = vrai ou faux, pas une valeur

# two comparisons in one
two-comparisons-in-one-37825e = deux comparaisons en une

# what does it hold?
what-does-it-hold-002b5b = que contient ceci ?

# what is it?
what-is-it-8edb3f = qu'est-ce que c'est ?

# what is said about accounts has `of account` after its name
what-is-said-about-accounts-has-of-account-b1c6c8 = ce qui concerne les comptes porte `of account` après son nom

# what it gives
what-it-gives-f9c8b6 = ce qu'elle donne

# what the label then is
what-the-label-then-is-d49877 = quelle est alors l'étiquette

# when it happened
when-it-happened-0a9d9b = le moment

# where does it begin?
where-does-it-begin-aa7724 = où cela commence-t-il ?

# whether it is there
whether-it-is-there-adabeb = si c'est connu

# which activity?
which-activity-0318ac = quelle activité ?

# which events count
which-events-count-14dcb0 = les événements qui comptent

# which stage it leads to
which-stage-it-leads-to-94df8f = à quelle phase elle mène

# why such a lead is set apart
why-such-a-lead-is-set-apart-3d8c9b = pourquoi un tel lead est mis à part

# write ` {sign} `
write-sign-32b36b = écrire ` { $sign } `

# write `"` at its end
write-at-its-end-85f880 = ajouter `"` à la fin

# write `"` before it
write-before-it-431fd2 = ajouter `"` devant

# write `"{text}"`
write-text-deda31 = écrire `"{ $text }"`

# write `,` before `{word}`
write-before-word-d77e1d = mettre `,` avant `{ $word }`

# write `=>` before it
write-before-it-1dd645 = mettre `=>` devant

# write `=>` before what it gives, and nothing around it
write-before-what-it-gives-and-nothing-around-a5b0b5 = mettre `=>` avant ce qu'elle donne, et rien autour

# write `leadrules 1` at the top
write-leadrules-1-at-the-top-59a077 = écrire `leadrules 1` en haut

# write `not` before the subject
write-not-before-the-subject-3a2b39 = mettre `not` devant le sujet

# write `of account` there
write-of-account-there-fd39d4 = écrire `of account` à cet endroit

# write `promise` before it
write-promise-before-it-19549f = mettre `promise` devant

# write `{name}.domain`
write-name-domain-c3e04b = écrire `{ $name }.domain`

# write `{number} days`, if days are meant
write-number-days-if-days-are-meant-efefd5 = écrire `{ $number } days`, s'il s'agit de jours

# write `{text}`
write-text-cd2e5b = écrire `{ $text }`

# write `{text}`, if not
write-text-if-not-95f245 = écrire `{ $text }`, sinon

# write `{text}`, if thousands are meant
write-text-if-thousands-are-meant-e6937e = écrire `{ $text }`, s'il s'agit de milliers

# write `{{` after it
write-after-it-c8b8bd = mettre `{"{"}` après

# write `}}` at its end
write-at-its-end-747b50 = mettre `{"}"}` à la fin

# write a comma before it
write-a-comma-before-it-46db14 = mettre une virgule devant

# write an empty block after it
write-an-empty-block-after-it-53e7ca = ajouter un bloc sans contenu après

# write plain characters
write-plain-characters-0dcb84 = écrire des caractères ordinaires

# write straight quotes
write-straight-quotes-41832b = écrire des guillemets droits

# {chain} uses {file}
chain-uses-file-2c0ba4 = { $chain } utilise { $file }

# {chain}: put what both need into a third file that uses neither of them, and take that in from both.
chain-put-what-both-need-into-a-third-874e9e = { $chain } : mettez ce dont les deux ont besoin dans un troisième fichier qui n'utilise aucun des deux, et utilisez-le dans les deux.

# {first}, and {second}
first-and-second-948a40 = { $first }, et { $second }

# {line} breaks off after `{written}`
line-breaks-off-after-written-9b7093 = { $line } s'arrête après `{ $written }`

# {line} can't be read from `{written}` on
line-can-t-be-read-from-written-on-41c9af = on ne peut pas lire { $line } à partir de `{ $written }`

# {what} is said twice: `{first}` and `{second}`
what-is-said-twice-first-and-second-0489a3 = { $what } figure deux fois : `{ $first }` et `{ $second }`

# Say it in a smaller unit: some `{text}`.
say-it-in-a-smaller-unit-some-text-43da2e = Dites-le dans une unité plus petite : environ `{ $text }`.

# a span of time is whole, and `{written}` is not
a-span-of-time-is-whole-and-written-1b4690 = une durée est un nombre entier, et `{ $written }` ne l'est pas

# with a decimal comma
with-a-decimal-comma-341fb2 = avec une virgule décimale
