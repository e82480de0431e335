### Ce que les données montrent des règles ; ce qu'il y a à dire des accords et des issues ; et ce que `check` dit avec.
###
### Là où $lead ou $leads est un mot, il peut aussi s'agir d'un compte ou d'un événement, au singulier ou au pluriel ; $place est « ligne 3 » ou « rangée 3 ».

# They are so many that such data is refused, unless --max-invalid allows it.
they-are-so-many-that-such-data-is-445a6b = Il y en a tant que de telles données sont refusées, sauf si --max-invalid les admet.

# "{title}" is due for review since {day}
title-is-due-for-review-since-day-c4d2d6 = « { $title } » est à revoir depuis le { $day }

# 1 {lead} breaks the promise "{title}" in this data
lead-breaks-the-promise-title-in-this-data-dd1067 = 1 { $lead } rompt la promesse « { $title } » dans ces données

# A quote opens in {place} and is probably never closed: {lines} {lines|line|lines} after it became part of its cell. Close it, or write it twice if it belongs to the text.
a-quote-opens-in-place-and-is-probably-c4a467 = Un guillemet s'ouvre à la { $place } et n'est sans doute jamais fermé : { $lines } { $lines ->
    [one] ligne qui suit a été lue
   *[other] lignes qui suivent ont été lues
  } comme une partie de sa cellule. Fermez-le, ou écrivez-le deux fois s'il fait partie du texte.

# a quote opens in {place} and is probably never closed: {lines} {lines|line|lines} after it became part of its cell. Close it, or write it twice if it belongs to the text
a-quote-opens-in-place-and-is-probably-8c8993 = un guillemet s'ouvre à la { $place } et n'est sans doute jamais fermé : { $lines } { $lines ->
    [one] ligne qui suit a été lue
   *[other] lignes qui suivent ont été lues
  } comme une partie de sa cellule. Fermez-le, ou écrivez-le deux fois s'il fait partie du texte

# Compare it, as in `revenue > 0`.
compare-it-as-in-revenue-0-cc7c84 = Comparez-le, comme dans `revenue > 0`.

# Declare accounts with `account {{ … }}`, or judge the rules by what became of leads.
declare-accounts-with-account-or-judge-the-rules-47408a = Déclarez les comptes avec `account {"{"} … {"}"}`, ou jugez les règles d'après ce que les leads sont devenus.

# Does the log call it {near}?
does-the-log-call-it-near-d46627 = Le journal l'appelle-t-il { $near } ?

# In {places}.
in-places-3daf74 = Voir { $places }.

# Is it the column `{near}`?
is-it-the-column-near-056a42 = Est-ce la colonne `{ $near }` ?

# It knows the answer before the question is put, so it would look better than it is; leave it out, or judge by another outcome.
it-knows-the-answer-before-the-question-is-fc2e26 = La réponse y est connue avant que la question soit posée, et le résultat paraîtrait meilleur qu'il n'est ; laissez cela de côté, ou jugez d'après une autre issue.

# Look at it together, and write the day of the next review.
look-at-it-together-and-write-the-day-373604 = Regardez cela ensemble, et écrivez le jour de la prochaine révision.

# Name its column with `from`.
name-its-column-with-from-96f3b8 = Indiquez sa colonne avec `from`.

# Name its column with `from`; the columns are {columns}.
name-its-column-with-from-the-columns-are-7cca20 = Indiquez sa colonne avec `from` ; les colonnes sont { $columns }.

# Nothing tells them apart, so such data is refused: name the right column with `from`, or read it as it stands, as `text key`.
nothing-tells-them-apart-so-such-data-is-e93b49 = Rien ne les distingue, donc de telles données sont refusées : indiquez la bonne colonne avec `from`, ou lisez-la telle quelle, comme `text key`.

# Put it back; or if all agree that it ends, take the signed copy out of the folder, in a change that is reviewed.
put-it-back-or-if-all-agree-that-ee498f = Remettez-le ; ou, si tous sont d'accord pour y mettre fin, retirez la copie signée du dossier, dans une modification qui est relue.

# Rules on it give nothing on this data.
rules-on-it-give-nothing-on-this-data-a3aa1b = Les règles qui en parlent ne donnent rien sur ces données.

# Rules on it give nothing on this data. If the data has another word for it, declare that: `option ("…")`.
rules-on-it-give-nothing-on-this-data-8d23bf = Les règles qui en parlent ne donnent rien sur ces données. Si les données ont un autre mot pour cela, déclarez-le : `option ("…")`.

# Such data is refused, unless the field is `optional` or --missing-columns unknown says that it is unknown of all.
such-data-is-refused-unless-the-field-is-63023e = De telles données sont refusées, sauf si le champ est `optional` ou si --missing-columns unknown dit qu'il est inconnu pour tous.

# Such data is refused: this column tells them apart.
such-data-is-refused-this-column-tells-them-a6153c = De telles données sont refusées : cette colonne les distingue.

# Such {leads} have no `{name}` for the rules. Declare each as an option, as another word for one, `option ("…")`, or as `missing` if it stands for an empty cell.
such-leads-have-no-name-for-the-rules-3109f2 = Pour les règles, ces { $leads } n'ont pas de `{ $name }`. Déclarez chaque valeur comme une option, comme un autre mot pour une option, `option ("…")`, ou comme `missing` si elle équivaut à une cellule sans contenu.

# The columns are {columns}; the rules look for {wanted}. Such data is refused: is it the right file, is the mark between cells another one (--delimiter), do the names stand in another row (--header-row)?
the-columns-are-columns-the-rules-look-for-82914b = Les colonnes sont { $columns } ; les règles cherchent { $wanted }. De telles données sont refusées : est-ce le bon fichier, les cellules sont-elles séparées par un autre signe (--delimiter), les noms sont-ils dans une autre ligne (--header-row) ?

# They are scored, but no event can be theirs.
they-are-scored-but-no-event-can-be-d1439b = Ils reçoivent un score, mais aucun événement ne peut être le leur.

# They are scored, but no lead can be theirs.
they-are-scored-but-no-lead-can-be-2db0bb = Ils reçoivent un score, mais aucun lead ne peut être le leur.

# They can be read with a decimal comma: `1.234,5`.
they-can-be-read-with-a-decimal-comma-2fd20e = Elles peuvent se lire avec une virgule décimale : `1.234,5`.

# They can be read with {forms}: say which is meant.
they-can-be-read-with-forms-say-which-92d798 = On peut les lire avec { $forms } : dites ce qui est voulu.

# They can be read with {form}.
they-can-be-read-with-form-02559a = On peut les lire avec { $form }.

# They count for `any activity` and `no activity`, and for nothing else. Declare the kinds that say something about a lead, or leave them so.
they-count-for-any-activity-and-no-activity-9e0527 = Ils comptent pour `any activity` et `no activity`, et pour rien d'autre. Déclarez les types qui disent quelque chose d'un lead, ou laissez-les ainsi.

# What became of a lead has to stand in a field that no rule looks at, as in `won` or `status is "won"`.
what-became-of-a-lead-has-to-stand-509b02 = Ce qu'un lead est devenu doit se trouver dans un champ qu'aucune règle ne regarde, comme dans `won` ou `status is "won"`.

# What became of an account has to stand in a field that no rule looks at, its own or its leads', as in `deal` or `any lead where (won)`.
what-became-of-an-account-has-to-stand-d3597e = Ce qu'un compte est devenu doit se trouver dans un champ qu'aucune règle ne regarde, le sien ou celui de ses leads, comme dans `deal` ou `any lead where (won)`.

# `12,500` is read as twelve and a half. If thousands are meant, leave out `decimal comma`. A range for the field (`0..50`) says that they are not.
is-read-as-twelve-and-a-half-if-fa3337 = `12,500` est lu comme douze et demi. Si ce sont des milliers, retirez `decimal comma`. Une étendue pour le champ (`0..50`) dit que ce n'en sont pas.

# `12.500` is read as twelve and a half. If thousands are meant, write `decimal comma` behind the type. A range for the field (`0..50`) says that they are not.
is-read-as-twelve-and-a-half-if-4b9eaa = `12.500` est lu comme douze et demi. Si ce sont des milliers, écrivez `decimal comma` après le type. Une étendue pour le champ (`0..50`) dit que ce n'en sont pas.

# `leadrules explain` says how such a lead came to it; ask for more in the stage or the rule, or promise less
leadrules-explain-says-how-such-a-lead-came-361b82 = `leadrules explain` dit comment un tel lead en est arrivé là ; demandez plus dans la phase ou la règle, ou promettez moins

# `leadrules explain` says how such an account came to it; ask for more in the stage or the rule, or promise less
leadrules-explain-says-how-such-an-account-came-cee5ff = `leadrules explain` dit comment un tel compte en est arrivé là ; demandez plus dans la phase ou la règle, ou promettez moins

# `{command}` writes it so; what it means stays the same.
command-writes-it-so-what-it-means-stays-5ce45e = `{ $command }` l'écrit ainsi ; ce que cela veut dire ne change pas.

# `{name}` is unknown for all {leads}, so no rule on it gives points.
name-is-unknown-for-all-leads-so-no-a01561 = `{ $name }` est inconnu pour tous les { $leads }, donc aucune règle qui en parle ne donne de points.

# `{title}` is true of every lead in this data
title-is-true-of-every-lead-in-this-7d881e = `{ $title }` est vrai pour chaque lead dans ces données

# `{title}` is true of every account in this data
title-is-true-of-every-account-in-this-019eaf = `{ $title }` est vrai pour chaque compte dans ces données

# points that every lead gets tell no two leads apart; ask for more, or drop it
points-that-every-lead-gets-tell-no-two-5ed561 = des points que chaque lead reçoit ne distinguent pas un lead d'un autre ; demandez plus, ou supprimez la règle

# points that every account gets tell no two accounts apart; ask for more, or drop it
points-that-every-account-gets-tell-no-two-5211ed = des points que chaque compte reçoit ne distinguent pas un compte d'un autre ; demandez plus, ou supprimez la règle

# `{title}` is true of no {lead} in this data
title-is-true-of-no-lead-in-this-52de6a = `{ $title }` n'est vrai pour aucun { $lead } dans ces données

# a field of {all} {leads}
a-field-of-all-leads-fd69d1 = un champ de { $all } { $leads }

# a lead has no `{name}`
a-lead-has-no-name-3d8368 = un lead n'a pas de `{ $name }`

# a lead has the same `{name}` as an earlier one
a-lead-has-the-same-name-as-an-62db4f = un lead a dans `{ $name }` la même valeur qu'un lead précédent

# an account has no `{name}`
an-account-has-no-name-3e3feb = un compte n'a pas de `{ $name }`

# an account has the same `{name}` as an earlier one
an-account-has-the-same-name-as-an-b6d6a4 = un compte a dans `{ $name }` la même valeur qu'un compte précédent

# a quote in the {leads} is probably never closed
a-quote-in-the-leads-is-probably-never-900b16 = un guillemet dans les { $leads } n'est sans doute jamais fermé

# account
account-4fc75c = compte

# all {count} values of `{name}` with a comma have three digits behind it, as thousands have
all-count-values-of-name-with-a-comma-46794f = les { $count } valeurs de `{ $name }` avec une virgule ont toutes trois chiffres derrière, comme des milliers

# all {count} values of `{name}` with a point have three digits behind it, as thousands have
all-count-values-of-name-with-a-point-85e340 = les { $count } valeurs de `{ $name }` avec un point ont toutes trois chiffres derrière, comme des milliers

# an event of the data can't be used
an-event-of-the-data-can-t-be-da87d7 = un événement des données est inutilisable

# {count} events of the data can't be used
count-events-of-the-data-can-t-be-99e050 = { $count } événements des données sont inutilisables

# an object of the {leads} says something twice
an-object-of-the-leads-says-something-twice-3e0a7a = un objet dans les { $leads } dit quelque chose deux fois

# and {more} more edits
and-more-more-edits-493bef = et encore { $more } { $more ->
    [one] modification
   *[other] modifications
  }

# broken
broken-6dd8a0 = rompue

# kept
kept-614759 = tenue

# columns are named from here on
columns-are-named-from-here-on-b47406 = les colonnes sont nommées à partir d'ici

# declare them as options
declare-them-as-options-62cbb9 = les déclarer comme options

# event
event-30d09f = événement

# events
events-d8e384 = événements

# events of kinds that are not declared: {kinds}
events-of-kinds-that-are-not-declared-kinds-76e807 = des événements de types qui ne sont pas déclarés : { $kinds }

# events of one lead share a number
events-of-one-lead-share-a-number-eaf2e6 = des événements d'un même lead partagent un numéro

# exclusion "{reason}"
exclusion-reason-75a2bd = mise à part « { $reason } »

# fine
fine-f086ed = en ordre

# fires for all {all} {leads}
fires-for-all-all-leads-12ba0e = vrai pour les { $all } { $leads }

# has options that never come
has-options-that-never-come-a64c08 = a des options qui ne se présentent jamais

# if such {leads} should be there, look at how the data spells what the rule asks for; if they are only rare, leave it
if-such-leads-should-be-there-look-at-10da8e = si de tels { $leads } devraient s'y trouver, regardez comment les données écrivent ce que la règle demande ; s'ils sont seulement rares, laissez la règle ainsi

# it has errors: {first}
it-has-errors-first-cc26f7 = elle contient des erreurs : { $first }

# it was signed by {by}, not by {party}
it-was-signed-by-by-not-by-party-70d093 = elle a été signée par { $by }, pas par { $party }

# its first line does not say who signed, and when
its-first-line-does-not-say-who-signed-ee7d1d = sa première ligne ne dit pas qui a signé, ni quand

# its options do not cover the data
its-options-do-not-cover-the-data-77e6db = ses options ne couvrent pas les données

# kinds are declared here
kinds-are-declared-here-cd0a82 = les types sont déclarés ici

# known only afterwards
known-only-afterwards-364a9b = connu seulement après coup

# known only then
known-only-then-065ed5 = connu seulement alors

# lead
lead-48ca2f = lead

# line {line}
line-line-0c43df = ligne { $line }

# row {row}
row-row-828d2d = rangée { $row }

# mended {count} {count|finding|findings} in {files}
mended-count-count-finding-findings-in-files-36742b = { $count } { $count ->
    [one] constat corrigé
   *[other] constats corrigés
  } dans { $files }

# neither yes nor no
neither-yes-nor-no-137ebb = ni oui ni non

# never fires, on {all} {leads}
never-fires-on-all-leads-938e71 = jamais vrai, sur { $all } { $leads }

# never happens
never-happens-fc2978 = ne se produit jamais

# no accounts
no-accounts-f95c26 = pas de comptes

# no event of the data is {kinds}
no-event-of-the-data-is-kinds-a26c27 = aucun événement des données n'est { $kinds }

# no longer agreed
no-longer-agreed-c978cd = plus convenu

# no such column
no-such-column-87ceed = colonne introuvable

# no {lead} is {options} in `{name}`
no-lead-is-options-in-name-36ccca = aucun { $lead } n'a { $options } dans `{ $name }`

# none of the columns of the {leads} is one that the rules speak of
none-of-the-columns-of-the-leads-is-6b2f1b = aucune des colonnes des { $leads } ne figure dans les règles

# not a fact of the account
not-a-fact-of-the-account-96f926 = pas un fait du compte

# not a fact of the lead
not-a-fact-of-the-lead-dfa01d = pas un fait du lead

# not a single value
not-a-single-value-f1f7f2 = pas une valeur simple

# not a whole number
not-a-whole-number-573b1b = pas un nombre entier

# not agreed yet
not-agreed-yet-99f5d4 = pas encore convenu

# not an e-mail address
not-an-e-mail-address-bbb112 = pas une adresse e-mail

# not in canonical form
not-in-canonical-form-a8477b = pas dans la forme standard

# not one of the options
not-one-of-the-options-99e596 = aucune des options

# not so of {examples}
not-so-of-examples-b19c2e = faux pour { $examples }

# so of {examples}
so-of-examples-67e1b5 = vrai pour { $examples }

# nothing found
nothing-found-8330da = rien trouvé

# outside the range
outside-the-range-a17fba = hors de l'étendue

# read it from {column}
read-it-from-column-ef7f38 = le lire dans { $column }

# read numbers with a decimal comma
read-numbers-with-a-decimal-comma-ca71a2 = lire les nombres avec une virgule décimale

# read with a decimal comma
read-with-a-decimal-comma-cb410c = lu avec une virgule décimale

# read with a decimal point
read-with-a-decimal-point-59e405 = lu avec un point décimal

# say how dates are written
say-how-dates-are-written-7bfbaa = dire comment les dates sont écrites

# the answer
the-answer-146906 = la réponse

# the event log
the-event-log-11b4d6 = le journal des événements

# the events are read here
the-events-are-read-here-c37231 = les événements sont lus ici

# the {leads} are read here
the-leads-are-read-here-20c5db = les { $leads } sont lus ici

# the exclusion "{reason}"
the-exclusion-reason-0e1a70 = la mise à part « { $reason } »

# the key
the-key-30a593 = la clé

# the label `{name}`
the-label-name-9bc785 = l'étiquette `{ $name }`

# the rule `{title}`
the-rule-title-38116e = la règle `{ $title }`

# the score `{name}`
the-score-name-e6fbf9 = le score `{ $name }`

# the stage `{name}`
the-stage-name-0493b5 = la phase `{ $name }`

# the outcome is a number; it has to be something that is so or is not
the-outcome-is-a-number-it-has-to-3d4ec9 = l'issue est un nombre ; il faut quelque chose qui est vrai ou faux

# the outcome looks at a label
the-outcome-looks-at-a-label-056234 = l'issue regarde une étiquette

# the outcome looks at a label of the account
the-outcome-looks-at-a-label-of-the-d23f99 = l'issue regarde une étiquette du compte

# the outcome looks at a score
the-outcome-looks-at-a-score-aa656c = l'issue regarde un score

# the outcome looks at a score of the account
the-outcome-looks-at-a-score-of-the-646f61 = l'issue regarde un score du compte

# the outcome looks at events
the-outcome-looks-at-events-cca25a = l'issue regarde des événements

# the outcome looks at how many leads there are
the-outcome-looks-at-how-many-leads-there-2a1209 = l'issue regarde le nombre de leads

# the outcome looks at labels of leads
the-outcome-looks-at-labels-of-leads-63c586 = l'issue regarde des étiquettes de leads

# the outcome looks at scores of leads
the-outcome-looks-at-scores-of-leads-3d574a = l'issue regarde des scores de leads

# the outcome looks at the stage
the-outcome-looks-at-the-stage-6d01e8 = l'issue regarde la phase

# the outcome looks at the stage of the account
the-outcome-looks-at-the-stage-of-the-154785 = l'issue regarde la phase du compte

# the outcome looks at the stages of leads
the-outcome-looks-at-the-stages-of-leads-062cd9 = l'issue regarde les phases des leads

# the outcome looks at what leads did
the-outcome-looks-at-what-leads-did-e3f99f = l'issue regarde ce que des leads ont fait

# the outcome looks at no field of the account
the-outcome-looks-at-no-field-of-the-06b22d = l'issue ne regarde aucun champ du compte

# the outcome looks at no field of the lead
the-outcome-looks-at-no-field-of-the-530c50 = l'issue ne regarde aucun champ du lead

# the rules look at `{field}` of accounts, so which rules fire is only known with the accounts' data: name it with --accounts
the-rules-look-at-field-of-accounts-so-fd723f = les règles regardent `{ $field }` des comptes, donc on ne sait quelles règles donnent des points qu'avec les données des comptes : indiquez-les avec --accounts

# the rules say nothing about accounts, so they can't be judged by what became of these
the-rules-say-nothing-about-accounts-so-they-6ec55d = les règles ne disent rien des comptes, donc on ne peut pas les juger d'après ce que ceux-ci sont devenus

# the {leads} have no column `{name}`
the-leads-have-no-column-name-e4bb03 = les { $leads } n'ont pas de colonne `{ $name }`

# the {leads} have no column {columns}, which `{name}` is read from
the-leads-have-no-column-columns-which-name-439eb9 = les { $leads } n'ont pas de colonne { $columns }, où `{ $name }` doit être lu

# too large: numbers stay under 10^12
too-large-numbers-stay-under-10-12-3c3b87 = trop grand (les nombres restent sous 10^12)

# unknown
unknown-759fb9 = inconnu

# values of `{name}` are none of its options: {values}
values-of-name-are-none-of-its-options-e3a93a = des valeurs de `{ $name }` ne sont pas parmi ses options : { $values }

# what is covered
what-is-covered-2344cf = ce qui est couvert

# who agrees
who-agrees-7d5ca8 = qui conclut l'accord

# what {party} signed can't be read
what-party-signed-can-t-be-read-b2964d = ce que { $party } a signé est illisible

# what {party} signed on {day} has changed
what-party-signed-on-day-has-changed-bdecb8 = ce que { $party } a signé le { $day } a changé

# wrote {count} {count|test|tests} into {path}; see `{command}`
wrote-count-count-test-tests-into-path-see-edc175 = { $count } { $count ->
    [one] test écrit
   *[other] tests écrits
  } dans { $path } ; voir `{ $command }`

# {changes}. Look at it together, and sign again with {command}, or take it back.
changes-look-at-it-together-and-sign-again-321ea6 = { $changes }. Regardez cela ensemble, et signez à nouveau avec { $command }, ou revenez en arrière.

# {command} shows what is agreed, and writes the signed copy.
command-shows-what-is-agreed-and-writes-the-f38c37 = { $command } montre ce qui est convenu, et écrit la copie signée.

# {count} are no objects ({examples})
count-are-no-objects-examples-aaebb7 = { $count } { $count ->
    [one] n'est pas un objet
   *[other] ne sont pas des objets
  } ({ $examples })

# {count} do not say what happened ({examples})
count-do-not-say-what-happened-examples-619b50 = { $count } ne { $count ->
    [one] dit
   *[other] disent
  } pas ce qui s'est passé ({ $examples })

# {count} do not say whose they are ({examples})
count-do-not-say-whose-they-are-examples-d5f303 = { $count } ne { $count ->
    [one] dit
   *[other] disent
  } pas à qui { $count ->
    [one] il appartient
   *[other] ils appartiennent
  } ({ $examples })

# {count} have a time that can't be read ({examples})
count-have-a-time-that-can-t-be-1217b7 = { $count } { $count ->
    [one] a
   *[other] ont
  } un moment illisible ({ $examples })

# {count} of {all} values of `{name}` {count|does|do} not fit
count-of-all-values-of-name-count-does-8b7d1f = sur { $all } valeurs de `{ $name }`, { $count } ne { $count ->
    [one] convient
   *[other] conviennent
  } pas

# {count} quotes in the {leads} are probably never closed
count-quotes-in-the-leads-are-probably-never-c8a8a5 = { $count } guillemets dans les { $leads } ne sont sans doute jamais fermés

# {count} quotes open and are probably never closed, so that {lines} {lines|line|lines} became part of their cells: {examples}. Close them, or write each twice if it belongs to the text
count-quotes-open-and-are-probably-never-closed-244100 = { $count } guillemets s'ouvrent et ne sont sans doute jamais fermés, de sorte que { $lines } { $lines ->
    [one] ligne a été lue
   *[other] lignes ont été lues
  } comme une partie de leurs cellules : { $examples }. Fermez-les, ou écrivez chacun deux fois s'il fait partie du texte

# {count} {count|error|errors}
count-count-error-errors-50203c = { $count } { $count ->
    [one] erreur
   *[other] erreurs
  }

# {count} {count|field|fields}
count-count-field-fields-2f5e58 = { $count } { $count ->
    [one] champ
   *[other] champs
  }

# {count} {count|field|fields} of accounts
count-count-field-fields-of-accounts-7a47c7 = { $count } { $count ->
    [one] champ
   *[other] champs
  } des comptes

# {count} {count|kind of event|kinds of event}
count-count-kind-of-event-kinds-of-event-fe3228 = { $count } { $count ->
    [one] type d'événement
   *[other] types d'événement
  }

# {count} {count|name stands|names stand} twice in an object, of which the last value counts: {examples}
count-count-name-stands-names-stand-twice-in-caf3a7 = { $count } { $count ->
    [one] nom figure
   *[other] noms figurent
  } deux fois dans un objet, dont la dernière valeur compte : { $examples }

# {count} {count|piece of advice|pieces of advice}
count-count-piece-of-advice-pieces-of-advice-de047a = { $count } { $count ->
    [one] suggestion
   *[other] suggestions
  }

# {count} {count|rule|rules}
count-count-rule-rules-d7ebb4 = { $count } { $count ->
    [one] règle
   *[other] règles
  }

# {count} {count|stage|stages}
count-count-stage-stages-6c55b4 = { $count } { $count ->
    [one] phase
   *[other] phases
  }

# {count} {count|test|tests}
count-count-test-tests-19ac48 = { $count } { $count ->
    [one] test
   *[other] tests
  }

# {count} {count|warning|warnings}
count-count-warning-warnings-e9f6d8 = { $count } { $count ->
    [one] avertissement
   *[other] avertissements
  }

# {count} {leads} break the promise "{title}" in this data
count-leads-break-the-promise-title-in-this-242719 = { $count } { $leads } rompent la promesse « { $title } » dans ces données

# {count} {leads} have no `{name}`
count-leads-have-no-name-714ddd = { $count } { $leads } n'ont pas de `{ $name }`

# {count} {leads} have the same `{name}` as an earlier one
count-leads-have-the-same-name-as-an-0437fa = { $count } { $leads } ont dans `{ $name }` la même valeur qu'une ligne précédente

# {events} {events|event has|events have} the number of another event of the same lead, but another kind or time: each counts
events-events-event-has-events-have-the-number-9bc747 = { $events } { $events ->
    [one] événement a
   *[other] événements ont
  } le numéro d'un autre événement du même lead, mais un autre type ou un autre moment : chacun compte

# {examples}. Each row is scored by itself, all of them with the same events. Take out what is there twice, or make the field that tells leads apart the key.
examples-each-row-is-scored-by-itself-all-c12cf2 = { $examples }. Chaque ligne reçoit son propre score, toutes avec les mêmes événements. Retirez ce qui figure deux fois, ou prenez pour clé le champ qui distingue les leads.

# {examples}. Leads belong to the first such row; the others have none. Take out what is there twice, or make the field that tells accounts apart the key.
examples-leads-belong-to-the-first-such-row-dfcf84 = { $examples }. Les leads vont à la première de ces lignes ; les autres n'en ont pas. Retirez ce qui figure deux fois, ou prenez pour clé le champ qui distingue les comptes.

# {examples}. Such values are unknown to every rule.
examples-such-values-are-unknown-to-every-rule-6b55b1 = { $examples }. Pour toutes les règles, de telles valeurs sont inconnues.

# {key} in {place}
key-in-place-3bf31c = { $key } à la { $place }

# {name} ({place})
name-place-dba36e = { $name } ({ $place })

# {one} or with {other}
one-or-with-other-9b860e = { $one } ou avec { $other }

# {one} or {other}
one-or-other-74f286 = { $one } ou { $other }

# {parts}. They are left out, so leads may score too low.
parts-they-are-left-out-so-leads-may-ed572e = { $parts }. Ils sont laissés de côté, donc des leads peuvent avoir un score trop bas.

# {party} has not signed
party-has-not-signed-0818ac = { $party } n'a pas signé

# {party} signed "{title}", and is no party of it any more
party-signed-title-and-is-no-party-of-308eb0 = { $party } a signé « { $title } », et n'en est plus une partie

# {party} signed "{title}", and the rules have no such agreement any more
party-signed-title-and-the-rules-have-no-bae9eb = { $party } a signé « { $title } », et cet accord n'est plus dans les règles

# {part} looks at `{field}`, which is known only afterwards
part-looks-at-field-which-is-known-only-7e9d6e = { $part } regarde `{ $field }`, ce qui n'est connu qu'après coup

# {part} looks at `{field}`, which is what the outcome asks for
part-looks-at-field-which-is-what-the-bd4828 = { $part } regarde `{ $field }`, et c'est ce que l'issue demande

# {part} looks at `{field}`, which says when the outcome was known
part-looks-at-field-which-says-when-the-bc3d47 = { $part } regarde `{ $field }`, ce qui dit quand l'issue était connue

# {path}: {counts}; left as it is
path-counts-left-as-it-is-90b153 = { $path } : { $counts } ; laissé tel quel

# {path}: {fine} ({parts})
path-fine-parts-f61639 = { $path } : { $fine } ({ $parts })

# {path}: {why}. Take it from the repository again, or sign anew with {command}.
path-why-take-it-from-the-repository-again-19c0a9 = { $path } : { $why }. Reprenez la copie dans le dépôt, ou signez à nouveau avec { $command }.

# {place} with {lines} after it
place-with-lines-after-it-a2b8de = { $place } avec { $lines } { $lines ->
    [one] ligne
   *[other] lignes
  } à la suite

# {said}. Look at what writes the file: what stands there first is lost.
said-look-at-what-writes-the-file-what-e17756 = { $said }. Regardez ce qui écrit le fichier : ce qui y figure d'abord est perdu.

# {said}. The column "{column}" is taken for the number of each event, by which repeated rows count once. If it is the number of something else (a message, a campaign), name the right one with `id from …`, or read it as a property; if the log brings an event again with another time, let it bring each once.
said-the-column-column-is-taken-for-the-2ea89c = { $said }. La colonne « { $column } » est prise pour le numéro de chaque événement, grâce auquel les lignes répétées comptent une fois. Si c'est le numéro d'autre chose (un message, une campagne), indiquez la bonne avec `id from …`, ou lisez-la comme une propriété ; si le journal donne un événement à nouveau avec un autre moment, faites en sorte qu'il donne chacun une fois.

# {said}. The column "{column}", which nothing else is read from, is taken for the number of each event, by which repeated rows count once. If it is the number of something else (a message, a campaign), name the right one with `id from …`, or read it as a property; if the log brings an event again with another time, let it bring each once.
said-the-column-column-which-nothing-else-is-393019 = { $said }. La colonne « { $column } », où rien d'autre n'est lu, est prise pour le numéro de chaque événement, grâce auquel les lignes répétées comptent une fois. Si c'est le numéro d'autre chose (un message, une campagne), indiquez la bonne avec `id from …`, ou lisez-la comme une propriété ; si le journal donne un événement à nouveau avec un autre moment, faites en sorte qu'il donne chacun une fois.

# {text} ({count})
text-count-dc6736 = { $text } ({ $count })

# {text} in {place} is {why}
text-in-place-is-why-199234 = { $text } à la { $place } : { $why }

# {what} (kept by {owner})
what-kept-by-owner-c807f6 = { $what } (responsable : { $owner })

# {what}: another lead, which `sign` shows, was {before} and is {after}
what-another-lead-which-sign-shows-was-before-678199 = { $what } : pour un autre lead, que `sign` montre : { $before }, et maintenant { $after }

# {what}: changed
what-changed-fb66eb = { $what } : changement

# {what}: this lead was {before} and is {after}
what-this-lead-was-before-and-is-after-b51b98 = { $what } : pour ce lead { $before }, et maintenant { $after }

# {what}: what is written differs, and whether a lead is treated otherwise is not decided: {why}
what-what-is-written-differs-and-whether-a-705e22 = { $what } : ce qui est écrit diffère, et il n'est pas établi qu'un lead soit traité autrement : { $why }

# {what}: {before} became {after}
what-before-became-after-cbe7e7 = { $what } : { $before } est devenu { $after }

# {what}: {line} is gone
what-line-is-gone-7f3a04 = { $what } : { $line } n'y est plus

# {what}: {line} is new
what-line-is-new-bb5867 = { $what } : { $line } est nouveau

# {what}: {line} means something else
what-line-means-something-else-fe8002 = { $what } : { $line } veut dire autre chose

# everything
everything-022a20 = tout

# the header was found in row {row}, under {above} blank {above|row|rows}
the-header-was-found-in-row-row-under-b7b880 = l'en-tête se trouve à la ligne { $row }, sous { $above } { $above ->
        [one] ligne blanche
       *[other] lignes blanches
    }

# the header was found in row {row}, under {above} {above|row|rows} of titles
the-header-was-found-in-row-row-under-572196 = l'en-tête se trouve à la ligne { $row }, sous { $above } { $above ->
        [one] ligne
       *[other] lignes
    } de titres

# spreadsheet
spreadsheet-2745d9 = classeur

# comma
comma-fa8578 = virgule

# semicolon
semicolon-15d01e = point-virgule

# tab
tab-f72e4c = tabulation

# bar
bar-b77d1a = trait vertical

# sheet “{name}”
sheet-name-244c10 = feuille « { $name } »

# list “{name}”
list-name-f95c03 = liste « { $name } »

# {format} ({parts})
format-parts-f00f4b = { $format } ({ $parts })

# {text} ({place})
text-place-6107fe = { $text } ({ $place })

# {count} odd {count|value|values} in JSON: {named}
count-odd-count-value-values-in-json-named-7f559b = { $count } { $count ->
        [one] valeur étrange
       *[other] valeurs étranges
    } dans le JSON : { $named }

# {count} {count|line|lines} that can't be read as JSON, left out: {named}
count-count-line-lines-that-can-t-be-2b5ea3 = { $count } { $count ->
        [one] ligne illisible en tant que JSON, ignorée
       *[other] lignes illisibles en tant que JSON, ignorées
    } : { $named }

# the last row looks like a total ({text}, {place}) and was read as any other: take it out if it is one
the-last-row-looks-like-a-total-text-bbe09b = la dernière ligne ressemble à un total ({ $text }, { $place }) et a été lue comme les autres : supprimez-la si c'en est un

# the last row looks like a line below the table ({text}, {place}) and was read as any other: take it out if it is one
the-last-row-looks-like-a-line-below-090e5d = la dernière ligne ressemble à une note sous le tableau ({ $text }, { $place }) et a été lue comme les autres : supprimez-la si c'en est une

# the last {rows} rows look like lines below the table (from {text}, {place}) and were read as any other: take them out if they are
the-last-rows-rows-look-like-lines-below-47cec8 = les { $rows } dernières lignes ressemblent à des notes sous le tableau (à partir de { $text }, { $place }) et ont été lues comme les autres : supprimez-les si elles en sont

# {count} merged {count|range|ranges}, of which only the first cell holds the value, and the others are unknown: {named}
count-merged-count-range-ranges-of-which-only-12954f = { $count } { $count ->
        [one] plage fusionnée, dont seule
       *[other] plages fusionnées, dont seule
    } la première cellule contient la valeur et dont les autres sont inconnues : { $named }

# {count} {count|formula|formulas} without a stored value, which is unknown (a spreadsheet program stores it when it saves the file): {named}
count-count-formula-formulas-without-a-stored-value-e7af58 = { $count } { $count ->
        [one] formule
       *[other] formules
    } sans valeur enregistrée, donc inconnue (un tableur l'enregistre en sauvegardant le fichier) : { $named }

# a control character
a-control-character-8bba3a = un caractère de contrôle

# a stray backslash
a-stray-backslash-b90889 = un `\` isolé

# half a character, read as {sign},
half-a-character-read-as-sign-e67801 = un demi-caractère, lu comme { $sign },

# {word}, which is unknown,
word-which-is-unknown-a3b400 = { $word }, donc inconnu,

# {what} in "{name}"
what-in-name-4e932d = { $what } dans « { $name } »

# and the columns {left_out}
and-the-columns-left-out-083584 = et les colonnes { $left_out }

# and {more} more; -o FILE writes all
and-more-more-o-file-writes-all-392234 = et { $more } de plus ; -o FICHIER les écrit tous

# is it the right sheet (--sheet)? Or do the names stand in another row (--header-row)?
is-it-the-right-sheet-sheet-or-do-4d59f2 = est-ce la bonne feuille (--sheet) ? Ou les noms sont-ils dans une autre ligne (--header-row) ?
