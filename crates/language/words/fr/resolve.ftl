### Conditions, points et phases.

# `(?` is not known here
is-not-known-here-5fe856 = `(?` n'existe pas ici

# `+1 per 10` gives a point for each full 10; the number after `per` is above 0.
per-10-gives-a-point-for-each-full-4732fb = `+1 per 10` donne un point par dizaine entière ; le nombre après `per` est supérieur à 0.

# `<` or `>`
or-94d966 = `<` ou `>`

# `\{character}` is not known here
character-is-not-known-here-5eb8bc = `\{ $character }` n'existe pas ici

# `^` and `$` can't be repeated
and-can-t-be-repeated-dc2ff8 = `^` et `$` ne peuvent pas se répéter

# `at least` or `below`
at-least-or-below-508c89 = `at least` ou `below`

# `days since` counts from a field of type date, or from the latest event of a kind.
days-since-counts-from-a-field-of-type-107371 = `days since` compte à partir d'un champ de type `date`, ou du dernier événement d'un type.

# `excluded` is no step
excluded-is-no-step-11fbb6 = `excluded` n'est pas une phase ordinaire

# `new` is no step
new-is-no-step-be8d30 = `new` n'est pas une phase ordinaire

# `no` and how often contradict each other
no-and-how-often-contradict-each-other-329287 = `no` et la fréquence se contredisent

# `no` does not belong here
no-does-not-belong-here-dc28b7 = `no` n'a pas sa place ici

# `no` says that an event never happened; of anything else, `not` says that it does not hold.
no-says-that-an-event-never-happened-of-e7f096 = `no` dit qu'un événement n'a jamais eu lieu ; pour tout le reste, `not` dit que ce n'est pas le cas.

# `once per` takes a property that has one value at a time.
once-per-takes-a-property-that-has-one-dfc1b6 = `once per` prend une propriété qui a une seule valeur à la fois.

# `once per` takes days, weeks, months or years
once-per-takes-days-weeks-months-or-years-a24563 = `once per` prend des jours, des semaines, des mois ou des années

# `otherwise` is for a known value that no other row takes, `unknown` for one that is not there.
otherwise-is-for-a-known-value-that-no-318206 = `otherwise` est pour une valeur connue qu'aucune autre ligne ne prend, `unknown` pour une valeur qui n'est pas là.

# `where` and how often are asked of events; of a field, ask for its value.
where-and-how-often-are-asked-of-events-3f8be9 = `where` et la fréquence se demandent des événements ; d'un champ, demandez la valeur.

# `where` looks at one event of `{event}` at a time, and at what that event says itself.
where-looks-at-one-event-of-event-at-a9115f = `where` regarde un seul événement de `{ $event }` à la fois, et ce que cet événement dit lui-même.

# `where` takes one test; several that hold for the same event stand in round brackets.
where-takes-one-test-several-that-hold-for-9300f5 = `where` prend une seule condition ; mettez entre parenthèses celles qui valent pour le même événement.

# `{character}` after a repetition
character-after-a-repetition-e92ba6 = `{ $character }` après une répétition

# `{character}` has nothing before it to repeat
character-has-nothing-before-it-to-repeat-df51db = rien à répéter avant `{ $character }`

# `{event}` declares no properties that it could be
event-declares-no-properties-that-it-could-be-c12e74 = `{ $event }` ne déclare aucune propriété que ce pourrait être

# `{name}` adds points
name-adds-points-d03299 = `{ $name }` ajoute des points

# `{name}` alone is not a condition
name-alone-is-not-a-condition-7ee9c0 = `{ $name }` seul n'est pas une condition

# `{name}` can't be {words}
name-can-t-be-words-954b71 = `{ $name }` ne peut pas être { $words }

# `{name}` has no parts
name-has-no-parts-b509af = `{ $name }` n'a pas de parties

# `{name}` is a kind of event
name-is-a-kind-of-event-c43d12 = `{ $name }` est un type d'événement

# `{name}` is a list
name-is-a-list-6a5eb7 = `{ $name }` est une liste

# `{name}` is a text
name-is-a-text-40b718 = `{ $name }` est un texte

# `{name}` is a {type_name}, not a number
name-is-a-type-name-not-a-number-09c2aa = `{ $name }` est de type `{ $type_name }`, pas un nombre

# `{name}` is named twice
name-is-named-twice-bb69c7 = `{ $name }` est cité deux fois

# `{name}` is {what}, not a field
name-is-what-not-a-field-1ee6a2 = `{ $name }` est { $what }, pas un champ

# `{name}` is {what}, not a kind of event
name-is-what-not-a-kind-of-event-157f19 = `{ $name }` est { $what }, pas un type d'événement

# `{name}` is {what}, not a label
name-is-what-not-a-label-e4c56c = `{ $name }` est { $what }, pas une étiquette

# `{name}` is {what}, not a property of `{event}`
name-is-what-not-a-property-of-event-c2ec52 = `{ $name }` est { $what }, pas une propriété de `{ $event }`

# `{name}` is {what}, not a score
name-is-what-not-a-score-a14754 = `{ $name }` est { $what }, pas un score

# `{name}` is {what}, which has no time
name-is-what-which-has-no-time-f84535 = `{ $name }` est { $what }, ce qui n'a pas de moment

# `{name}` takes one value
name-takes-one-value-d9cd83 = `{ $name }` prend une seule valeur

# `{name}` waits for itself
name-waits-for-itself-ec4682 = `{ $name }` dépend de lui-même

# `{number}%` is hundredths of one, and `{score}` counts in whole points
number-is-hundredths-of-one-and-score-counts-22ac19 = `{ $number }%`, ce sont des centièmes de un, et `{ $score }` compte en points entiers

# `{value}` is a value of `{subject}`, not a condition
value-is-a-value-of-subject-not-a-0504e4 = `{ $value }` est une valeur de `{ $subject }`, pas une condition

# `{what}` is there twice
what-is-there-twice-d5990f = `{ $what }` figure deux fois

# `{words}` alone is not a condition
words-alone-is-not-a-condition-27b862 = `{ $words }` seul n'est pas une condition

# `{words}` and `{other}` have different options
words-and-other-have-different-options-8e54ee = `{ $words }` et `{ $other }` ont des options différentes

# `{words}` holds several values
words-holds-several-values-762f3c = `{ $words }` contient plusieurs valeurs

# `{words}` holds several values, so it is never one of them
words-holds-several-values-so-it-is-never-533532 = `{ $words }` contient plusieurs valeurs et n'est donc jamais l'une d'elles

# `{words}` is a date
words-is-a-date-47dfd5 = `{ $words }` est une date

# `{words}` is a date, not a number
words-is-a-date-not-a-number-0c366a = `{ $words }` est une date, pas un nombre

# `{words}` is a number
words-is-a-number-a65984 = `{ $words }` est un nombre

# `{words}` is a whole number, and {value} is not
words-is-a-whole-number-and-value-is-62c9e8 = `{ $words }` est un nombre entier, mais pas { $value }

# `{words}` is never {value}
words-is-never-value-e9f13b = `{ $words }` n'est jamais { $value }

# `{words}` is not a kind of event
words-is-not-a-kind-of-event-27f125 = `{ $words }` n'est pas un type d'événement

# `{words}` is one date
words-is-one-date-7d2018 = `{ $words }` est une seule date

# `{words}` is {kind}, and `{other}` is {other_kind}
words-is-kind-and-other-is-other-kind-1033d4 = `{ $words }` est { $kind } et `{ $other }` est { $other_kind }

# `{words}` is {kind}: known does not fit it
words-is-kind-known-does-not-fit-it-7373f7 = `{ $words }` est { $kind } : `is known` n'y convient pas

# `{words}` is {kind}: {what} does not fit it
words-is-kind-what-does-not-fit-it-30c94a = `{ $words }` est { $kind } : cela ne va pas avec { $what }

# `{words}` is {what}, not a date
words-is-what-not-a-date-5dc1f4 = `{ $words }` est { $what }, pas une date

# `{words}` is {what}, not a number
words-is-what-not-a-number-b9b031 = `{ $words }` est { $what }, pas un nombre

# `{word}` is no row of a table
word-is-no-row-of-a-table-fc3cc8 = `{ $word }` n'est pas une ligne de tableau

# `{word}` is there twice
word-is-there-twice-a1af41 = `{ $word }` figure deux fois

# `{word}` needs no quotes here
word-needs-no-quotes-here-1bb3fe = `{ $word }` s'écrit ici sans guillemets

# `{written}` is no time
written-is-no-time-22803a = `{ $written }` n'est pas un moment

# `{written}` is {value}, and `{words}` goes up to {high}
written-is-value-and-words-goes-up-to-21c01f = `{ $written }` vaut { $value }, et `{ $words }` va jusqu'à { $high }

# `{{{low},{high}}}` is upside down
low-high-is-upside-down-6648b9 = `{"{"}{ $low },{ $high }{"}"}` est à l'envers

# a `(` without its `)`
a-without-its-59b443 = un `(` sans `)`

# a `)` without its `(`
a-without-its-7b91bf = un `)` sans `(`

# a `[` inside `[…]`
a-inside-5733f7 = un `[` dans `[…]`

# a `[` without its `]`
a-without-its-36d9e0 = un `[` sans `]`

# a `\` at the end
a-at-the-end-fca11b = un `\` à la fin

# a `{character}` that belongs to nothing
a-character-that-belongs-to-nothing-58f61a = un `{ $character }` qui ne va avec rien

# a `{{` that gives no number
a-that-gives-no-number-0a3b09 = un `{"{"}` sans nombre

# a choice
a-choice-3ab06f = un choix

# a condition
a-condition-d298c1 = une condition

# a date has no hours
a-date-has-no-hours-447694 = une date n'a pas d'heures

# a date or a kind of event is needed here
a-date-or-a-kind-of-event-is-a98bf2 = il faut ici une date ou un type d'événement

# a date stands without quotes
a-date-stands-without-quotes-9709fe = une date s'écrit sans guillemets

# a definition
a-definition-7c3f0d = une définition

# a field
a-field-652c38 = un champ

# A field of type date knows the day alone; ask in days, weeks, months or years.
a-field-of-type-date-knows-the-day-c85124 = Un champ de type `date` ne connaît que le jour ; demandez en jours, semaines, mois ou années.

# a fraction
a-fraction-017f6e = une fraction

# A group holds rules and tables, so that it is plain which cap cuts what; put it beside the other.
a-group-holds-rules-and-tables-so-that-0e194a = Un groupe contient des règles et des tableaux, pour que l'on voie quelle limite coupe quoi ; placez-le à côté de l'autre.

# a group in a group
a-group-in-a-group-f5c57a = un groupe dans un groupe

# a group takes no `{word}`
a-group-takes-no-word-9952aa = un groupe ne prend pas `{ $word }`

# a kind of event
a-kind-of-event-597ab3 = un type d'événement

# a label
a-label-78ac42 = une étiquette

# a label that says nothing
a-label-that-says-nothing-019ec4 = une étiquette qui ne dit rien

# A lead that was not there before is new; ask `stage before is new`.
a-lead-that-was-not-there-before-is-810b3d = Un lead qui n'était pas là avant est nouveau ; demandez `stage before is new`.

# a list
a-list-f9b28c = une liste

# A list is asked what it contains.
a-list-is-asked-what-it-contains-c97d62 = Demandez à une liste ce qu'elle contient.

# a list of choices
a-list-of-choices-9a3f9d = une liste de choix

# a list of texts
a-list-of-texts-8940d1 = une liste de textes

# A list stands right of `in` or `contains`, as in `company in {name}`.
a-list-stands-right-of-in-or-contains-979929 = Une liste s'écrit à droite de `in` ou de `contains`, comme dans `company in { $name }`.

# a list with {texts}
a-list-with-texts-ec4b76 = une liste avec { $texts }

# a number of points
a-number-of-points-83b9a1 = un nombre de points

# a number stands without quotes
a-number-stands-without-quotes-524943 = un nombre s'écrit sans guillemets

# a number, which has no age
a-number-which-has-no-age-a6cf26 = un nombre, qui n'a pas d'âge

# A pattern is made of letters, `.`, `[…]`, `( )`, `|`, `* + ? {{m,n}}`, `^`, `$`, `\d`, `\w` and `\s`.
a-pattern-is-made-of-letters-m-n-1699d8 = Un motif se compose de lettres, `.`, `[…]`, `( )`, `|`, `* + ? {"{"}m,n{"}"}`, `^`, `$`, `\d`, `\w` et `\s`.

# A promise is covered by its title, letter by letter.
a-promise-is-covered-by-its-title-letter-f2f795 = Indiquez une promesse par son titre, à la lettre près.

# a promise of nothing
a-promise-of-nothing-8f1457 = une promesse sans contenu

# a property of `{event}`, outside its `where`
a-property-of-event-outside-its-where-1e0f7c = une propriété de `{ $event }`, en dehors de son `where`

# a quantity
a-quantity-303399 = une quantité

# a quantity does not fade
a-quantity-does-not-fade-e8fc33 = une quantité ne refroidit pas

# A quantity is made from the events that did happen.
a-quantity-is-made-from-the-events-that-7e3d4e = Une quantité se calcule à partir des événements qui ont bien eu lieu.

# A range goes from one character to another.
a-range-goes-from-one-character-to-another-3af920 = Une étendue va d'un caractère à un autre.

# a range to many characters
a-range-to-many-characters-23ebaf = une étendue vers plusieurs caractères

# A rule reads `condition => +20`.
a-rule-reads-condition-20-c0f68e = Une règle s'écrit ainsi : `condition => +20`.

# a rule takes no `best`
a-rule-takes-no-best-b29a8d = une règle ne prend pas `best`

# a score
a-score-19c74e = un score

# a score's range takes in its upper end
a-score-s-range-takes-in-its-upper-a65607 = l'étendue d'un score comprend son extrémité haute

# a second number
a-second-number-70e9e1 = un deuxième nombre

# a second value
a-second-value-515c81 = une deuxième valeur

# a table
a-table-5e84b8 = un tableau

# A table asks about one field or quantity; a condition is a rule of its own.
a-table-asks-about-one-field-or-quantity-766690 = Un tableau porte sur un seul champ ou une seule quantité ; une condition est une règle à part.

# A test gives fields and events; what is made from them is expected, not given.
a-test-gives-fields-and-events-what-is-652bd3 = Un test donne des champs et des événements ; ce qui en découle est attendu, pas donné.

# A test is about one lead at one instant, and each field has one value; make a second test of the other.
a-test-is-about-one-lead-at-one-ec6dc8 = Un test porte sur un seul lead à un seul moment, et chaque champ a une seule valeur ; faites de l'autre un deuxième test.

# A test that expects nothing can't fail: say what must come out, as in `expect profile = 45`.
a-test-that-expects-nothing-can-t-fail-9428a2 = Un test qui n'attend rien ne peut pas échouer : indiquez ce qui doit en sortir, comme dans `expect profile = 45`.

# A value that is not there is unknown.
a-value-that-is-not-there-is-unknown-5257a1 = Une valeur qui n'est pas là est inconnue.

# after `otherwise`
after-otherwise-f61fab = après `otherwise`

# all activity would be ignored
all-activity-would-be-ignored-f9f19b = toute l'activité serait ignorée

# always 0
always-0-b9caf4 = toujours 0

# An agreement covers `everything`, `stages`, `exclude`, a `stage`, a `score`, a `label` or a `promise`.
an-agreement-covers-everything-stages-exclude-a-stage-d7d844 = Un accord couvre `everything`, `stages`, `exclude`, une `stage`, un `score`, un `label` ou une `promise`.

# an agreement of nobody
an-agreement-of-nobody-81d082 = un accord entre personne

# an agreement on nothing
an-agreement-on-nothing-c50436 = un accord sur rien

# An agreement says each of its parts once: join the two lines.
an-agreement-says-each-of-its-parts-once-49b0c1 = Un accord dit chacune de ses parties une seule fois : réunissez les deux lignes.

# an agreement with oneself
an-agreement-with-oneself-18d164 = un accord avec soi-même

# an email has no `{other}`
an-email-has-no-other-6a0ca5 = une adresse e-mail n'a pas de `{ $other }`

# an empty `[]`
an-empty-080389 = un `[]` sans contenu

# An empty pattern matches anything; write what to look for.
an-empty-pattern-matches-anything-write-what-to-df2bb9 = Un motif sans contenu correspond à tout ; écrivez ce qu'il faut chercher.

# an event
an-event-ae6b4e = un événement

# An event has no value of its own: ask how often it happened, or when.
an-event-has-no-value-of-its-own-f5bfe9 = Un événement n'a pas de valeur en soi : demandez combien de fois il a eu lieu, ou quand.

# an event is needed here
an-event-is-needed-here-654cc7 = il faut ici un événement

# an ignored event never counts
an-ignored-event-never-counts-24b232 = un événement ignoré ne compte jamais

# another event
another-event-479d94 = un autre événement

# another order
another-order-4882f4 = un autre ordre

# apart from the order
apart-from-the-order-ec6d6c = en dehors de l'ordre

# Ask for fewer repetitions, or split it into two conditions.
ask-for-fewer-repetitions-or-split-it-into-eec862 = Demandez moins de répétitions, ou divisez-le en deux conditions.

# Ask whether it is `yes` or `no`.
ask-whether-it-is-yes-or-no-23ec2f = Demandez si c'est `yes` ou `no`.

# asked here
asked-here-f1351f = demandé ici

# asked of a list
asked-of-a-list-b78469 = demandé à une liste

# asked of each of them
asked-of-each-of-them-024780 = demandé pour chacun d'eux

# asks for `{next}`
asks-for-next-c25b8d = demande `{ $next }`

# asks when
asks-when-c7d825 = demande quand

# At most one row of a table gives points; take one of the two out.
at-most-one-row-of-a-table-gives-51658e = Au plus une ligne d'un tableau donne des points ; retirez l'une des deux.

# beyond the range
beyond-the-range-bbb788 = au-delà de l'étendue

# can't be covered so
can-t-be-covered-so-379925 = ne peut pas être couvert ainsi

# can't be set
can-t-be-set-5db9fb = ne peut pas être donné

# Compare a field, a score or a quantity with a number.
compare-a-field-a-score-or-a-quantity-fa87ab = Comparez un champ, un score ou une quantité avec un nombre.

# Compare it with `yes` or `no`.
compare-it-with-yes-or-no-3861d2 = Comparez avec `yes` ou `no`.

# Compare it with a date, or compare the days that have passed since.
compare-it-with-a-date-or-compare-the-543541 = Comparez avec une date, ou comparez les jours écoulés depuis.

# Compare it with a text in quotes, or with another text field.
compare-it-with-a-text-in-quotes-or-815a02 = Comparez avec un texte entre guillemets, ou avec un autre champ de texte.

# Compare it with a text in quotes.
compare-it-with-a-text-in-quotes-6705d3 = Comparez avec un texte entre guillemets.

# Compare it with one of its options, or with a field that has the same options.
compare-it-with-one-of-its-options-or-53f7ac = Comparez avec une de ses options, ou avec un champ qui a les mêmes options.

# Compare it with the name of a stage.
compare-it-with-the-name-of-a-stage-c6d771 = Comparez avec le nom d'une phase.

# Compare it, as in `>= 3`, or give points for each: `=> +1 each`.
compare-it-as-in-3-or-give-points-2a5657 = Comparez, comme dans `>= 3`, ou donnez des points pour chacun : `=> +1 each`.

# Compare things of one type.
compare-things-of-one-type-131770 = Comparez des choses du même type.

# date or kind of event
date-or-kind-of-event-c4ebd1 = date ou type d'événement

# Dates are written year, month, day: `2026-11-23`.
dates-are-written-year-month-day-2026-11-bcacbd = Écrivez une date comme année, mois, jour : `2026-11-23`.

# Declare it with the kind of event, as in `{event} {{ {name} text }}`.
declare-it-with-the-kind-of-event-as-c84eb3 = Déclarez-la avec le type d'événement, comme dans `{ $event } {"{"} { $name } text {"}"}`.

# defined here
defined-here-658ec8 = défini ici

# Did you mean "{near}"?
did-you-mean-near-c82e39 = Vouliez-vous dire « { $near } » ?

# does `{name}` belong to `where`?
does-name-belong-to-where-a48637 = `{ $name }` fait-il partie de `where` ?

# does not count
does-not-count-178692 = ne compte pas

# Each party signs once.
each-party-signs-once-4fb487 = Chaque partie signe une fois.

# events can't be asked for inside `where`
events-can-t-be-asked-for-inside-where-b1895e = on ne peut pas demander d'événements dans `where`

# events can't be counted inside `where`
events-can-t-be-counted-inside-where-437775 = on ne peut pas compter d'événements dans `where`

# events lie in the past
events-lie-in-the-past-375b12 = les événements sont dans le passé

# every event
every-event-1a8284 = chaque événement

# field, event or definition
field-event-or-definition-6d25bf = champ, événement ou définition

# finer than a day
finer-than-a-day-946a49 = plus fin qu'un jour

# for a group
for-a-group-7d81f0 = pour un groupe

# for a rule
for-a-rule-d022bf = pour une règle

# For anything but a blank write `[^\s]`.
for-anything-but-a-blank-write-s-35d450 = Pour tout sauf un blanc, écrivez `[^\s]`.

# For anything but a digit write `[^0-9]`.
for-anything-but-a-digit-write-0-9-25b05a = Pour tout sauf un chiffre, écrivez `[^0-9]`.

# For anything but a letter, digit or `_` write `[^0-9a-z_]`.
for-anything-but-a-letter-digit-or-write-cc4e39 = Pour tout sauf une lettre, un chiffre ou `_`, écrivez `[^0-9a-z_]`.

# for event rules
for-event-rules-6571ff = pour les règles sur des événements

# for events
for-events-3e3651 = pour les événements

# Give dates, written year, month, day: `2026-11-23`.
give-dates-written-year-month-day-2026-11-9bb962 = Indiquez des dates, écrites année, mois, jour : `2026-11-23`.

# Give numbers, written without quotes.
give-numbers-written-without-quotes-6946ec = Indiquez des nombres, sans guillemets.

# gives nothing
gives-nothing-66a9c8 = ne donne rien

# hardly above nothing
hardly-above-nothing-53a42b = à peine plus que rien

# hardly above nothing in {low}..{high}
hardly-above-nothing-in-low-high-15d756 = à peine plus que rien dans { $low }..{ $high }

# how often
how-often-d7c839 = la fréquence

# how often does not belong here
how-often-does-not-belong-here-aca32c = la fréquence n'a pas sa place ici

# In `where` stand only the event's own properties, and this one declares none; a condition on the lead is joined by `and`, outside the brackets of `where`.
in-where-stand-only-the-event-s-own-f06714 = Dans `where` ne figurent que les propriétés de l'événement, et celui-ci n'en déclare aucune ; reliez une condition sur le lead par `and`, en dehors des parenthèses de `where`.

# In `where` stand only the event's own properties: {properties}; a condition on the lead is joined by `and`, outside the brackets of `where`.
in-where-stand-only-the-event-s-own-e7f615 = Dans `where` ne figurent que les propriétés de l'événement : { $properties } ; reliez une condition sur le lead par `and`, en dehors des parenthèses de `where`.

# in `{words}` there is no event to count for certain
in-words-there-is-no-event-to-count-992557 = dans `{ $words }`, il n'y a pas toujours un événement à compter

# in `{words}` there is no event to fade for certain
in-words-there-is-no-event-to-fade-14449c = dans `{ $words }`, il n'y a pas toujours un événement qui puisse refroidir

# in `{words}` there is nothing to count
in-words-there-is-nothing-to-count-d5b53a = dans `{ $words }`, il n'y a rien à compter

# in `{words}` there is nothing to fade
in-words-there-is-nothing-to-fade-477a55 = dans `{ $words }`, rien ne peut refroidir

# In a `group "title", best {{ … }}` only the rule that gives most counts.
in-a-group-title-best-only-the-rule-dcfa29 = Dans un `group "title", best {"{"} … {"}"}`, seule compte la règle qui donne le plus.

# In quotes it is a text, which can't be compared with a number.
in-quotes-it-is-a-text-which-can-a1c4a2 = Entre guillemets, c'est un texte, qu'on ne peut pas comparer avec un nombre.

# In the data such a value would be invalid, and so unknown: an email has one `@` and a domain with a dot.
in-the-data-such-a-value-would-be-9790ad = Dans les données, une telle valeur serait invalide, et donc inconnue : une adresse e-mail a un seul `@` et un domaine avec un point.

# In the data such a value would be invalid, and so unknown: an integer has no places.
in-the-data-such-a-value-would-be-97e852 = Dans les données, une telle valeur serait invalide, et donc inconnue : un nombre entier n'a pas de décimales.

# In the data such a value would be invalid, and so unknown: give `yes` or `no`, or `unknown`.
in-the-data-such-a-value-would-be-778401 = Dans les données, une telle valeur serait invalide, et donc inconnue : indiquez `yes` ou `no`, ou `unknown`.

# In the data such a value would be invalid, and so unknown: give a date such as `2026-11-23`, or `unknown`.
in-the-data-such-a-value-would-be-05116d = Dans les données, une telle valeur serait invalide, et donc inconnue : indiquez une date comme `2026-11-23`, ou `unknown`.

# In the data such a value would be invalid, and so unknown: give a number such as `150`, or `unknown`.
in-the-data-such-a-value-would-be-9529a7 = Dans les données, une telle valeur serait invalide, et donc inconnue : indiquez un nombre comme `150`, ou `unknown`.

# In the data such a value would be invalid, and so unknown: its range is {range}.
in-the-data-such-a-value-would-be-c66a2e = Dans les données, une telle valeur serait invalide, et donc inconnue : son étendue est { $range }.

# in the future
in-the-future-c4a82c = dans le futur

# inside another group
inside-another-group-d5d045 = dans un autre groupe

# It asks for `{last}` itself.
it-asks-for-last-itself-0f5be4 = Il demande `{ $last }` lui-même.

# It asks for {names}, and so for `{last}` itself.
it-asks-for-names-and-so-for-last-ae697c = Il demande { $names }, et donc `{ $last }` lui-même.

# It parts the calendar, and the least part is one day.
it-parts-the-calendar-and-the-least-part-2c1f8d = Il découpe le calendrier, et la plus petite part est d'un jour.

# Its type is {type_name}; only a list holds several values.
its-type-is-type-name-only-a-list-0d96d3 = Son type est `{ $type_name }` ; seule une liste contient plusieurs valeurs.

# Its values all lie on one side of this number, so the comparison decides nothing; change the number, or the range.
its-values-all-lie-on-one-side-of-7f521a = Toutes les valeurs sont du même côté de ce nombre : la comparaison ne décide donc rien ; changez le nombre ou l'étendue.

# Kinds of event are declared in `events {{ … }}`.
kinds-of-event-are-declared-in-events-423eb5 = Les types d'événements se déclarent dans `events {"{"} … {"}"}`.

# Leads and accounts may ask each other, but not in a circle: take one of these questions out.
leads-and-accounts-may-ask-each-other-but-b256de = Les leads et les comptes peuvent s'interroger l'un l'autre, mais pas en boucle : retirez une de ces questions.

# leads are ranked in two ways
leads-are-ranked-in-two-ways-1711b6 = les leads sont classés de deux façons

# leads can't be ranked by it
leads-can-t-be-ranked-by-it-eefbeb = les leads ne peuvent pas être classés ainsi

# Leads of a stage are listed by points, the most first: name a score, as in `rank by total`.
leads-of-a-stage-are-listed-by-points-a876f9 = Les leads d'une phase sont classés par points, du plus au moins : indiquez un score, comme dans `rank by total`.

# leads that did nothing get these points too
leads-that-did-nothing-get-these-points-too-6157ab = les leads qui n'ont rien fait reçoivent aussi ces points

# Leads with as many points of it are told apart by the scores after it: name each once.
leads-with-as-many-points-of-it-are-654d3a = Les leads qui en ont autant de points sont départagés par les scores suivants : indiquez chacun une seule fois.

# Leads without any are among them, and mostly the most. Ask for at least one where they should have done it.
leads-without-any-are-among-them-and-mostly-b48b38 = Les leads qui n'en ont aucun sont du nombre, et c'est souvent la plupart. Demandez-en au moins un s'ils doivent l'avoir fait.

# leaves it out
leaves-it-out-775c16 = la laisse de côté

# Left of `each` and `per` stands one quantity; the others are conditions, such as `budget >= 10k`.
left-of-each-and-per-stands-one-quantity-1f5f00 = À gauche de `each` et de `per` figure une seule quantité ; les autres sont des conditions, comme `budget >= 10k`.

# Left of `each`, `per` and `once per` stands an event or a number, alone or joined by `and` with conditions.
left-of-each-per-and-once-per-stands-f52bc0 = À gauche de `each`, `per` et `once per` figure un événement ou un nombre, seul ou relié par `and` à des conditions.

# Lists, reports and the workbench show leads in one order: keep one of the two lines.
lists-reports-and-the-workbench-show-leads-in-ec63cf = Les listes, les rapports et le workbench montrent les leads dans un seul ordre : gardez une des deux lignes.

# lower than all steps
lower-than-all-steps-ccc66d = plus bas que toutes les phases

# Make a label of it first, with a line for each text that it can say.
make-a-label-of-it-first-with-a-b9b291 = Faites-en d'abord une étiquette, avec une ligne pour chaque texte qu'elle peut dire.

# makes no difference here
makes-no-difference-here-54e454 = ne change rien ici

# Name the kinds of event that do not count.
name-the-kinds-of-event-that-do-not-24dac7 = Indiquez les types d'événements qui ne comptent pas.

# Name the property to reckon with, as in `total minutes of webinar_attended`.
name-the-property-to-reckon-with-as-in-57f14c = Indiquez la propriété avec laquelle calculer, comme dans `total minutes of webinar_attended`.

# Name two owners or more, as in `between marketing, sales`.
name-two-owners-or-more-as-in-between-f728ef = Indiquez deux responsables ou plus, comme dans `between marketing, sales`.

# never
never-c95089 = jamais

# never so often
never-so-often-83b5f1 = une fréquence impossible

# no `expect`
no-expect-fc066d = pas d'`expect`

# no `never` and no `always`
no-never-and-no-always-d0b22b = ni `never` ni `always`

# no day lies between
no-day-lies-between-5d4cab = aucun jour entre les deux

# no event
no-event-3847ba = aucun événement

# no name that is declared
no-name-that-is-declared-bc9fc0 = aucun nom déclaré

# no rule looks at {kinds}
no-rule-looks-at-kinds-d9ded6 = aucune règle ne regarde { $kinds }

# no value
no-value-322b4f = aucune valeur

# not a date
not-a-date-e70a73 = pas une date

# not a number
not-a-number-c85ef6 = pas un nombre

# not a part of it
not-a-part-of-it-678e28 = n'en fait pas partie

# not above 0
not-above-0-14f287 = pas supérieur à 0

# not all of these events have the same `{name}`
not-all-of-these-events-have-the-same-89fb62 = ces événements n'ont pas tous le même `{ $name }`

# not an address
not-an-address-5c4819 = pas une adresse

# not an email
not-an-email-b61d39 = pas une adresse e-mail

# not for a date
not-for-a-date-39b64a = pas pour une date

# not in these rules
not-in-these-rules-3532bd = pas dans ces règles

# not said
not-said-aeb3cf = pas indiqué

# not said by the event
not-said-by-the-event-06c91f = l'événement ne le dit pas

# nothing in this group fades
nothing-in-this-group-fades-34ad07 = rien dans ce groupe ne refroidit

# Nothing is both, so whatever fails `{first}` passes `{second}`. Write `and` if it should be neither.
nothing-is-both-so-whatever-fails-first-passes-c41d00 = Rien n'est les deux à la fois : ce qui ne remplit pas `{ $first }` remplit donc `{ $second }`. Écrivez `and` si aucun des deux ne doit être vrai.

# nothing uses `{name}`
nothing-uses-name-c88c79 = rien n'utilise `{ $name }`

# nothing uses the list `{name}`
nothing-uses-the-list-name-77390e = rien n'utilise la liste `{ $name }`

# Numbers are fields of type number or integer, scores, and what is counted from events.
numbers-are-fields-of-type-number-or-integer-e83d9e = Les nombres sont les champs de type `number` ou `integer`, les scores et ce que l'on compte dans les événements.

# One of several kinds must have happened; to name one twice changes nothing.
one-of-several-kinds-must-have-happened-to-6c21ce = Un type parmi plusieurs doit avoir eu lieu ; en citer un deux fois ne change rien.

# one of these is always so
one-of-these-is-always-so-9089bc = l'une de ces conditions est toujours vraie

# one party
one-party-4c7e4f = une seule partie

# one value each
one-value-each-6010db = une seule valeur chacun

# Only a field of type email has a part with a name: its `domain`. What an event says is asked with `where`, as in `webinar_attended where minutes >= 20`.
only-a-field-of-type-email-has-a-a7e0b5 = Seul un champ de type `email` a une partie qui porte un nom : son `domain`. Ce que dit un événement se demande avec `where`, comme dans `webinar_attended where minutes >= 20`.

# only for events
only-for-events-6ca981 = seulement pour les événements

# only labels can be joined
only-labels-can-be-joined-129ca6 = seules des étiquettes peuvent être réunies

# Only numbers and dates are in an order.
only-numbers-and-dates-are-in-an-order-994ba9 = Seuls les nombres et les dates ont un ordre.

# Only numbers can be added up, averaged and put in order; `count of` works with any event.
only-numbers-can-be-added-up-averaged-and-db50e0 = Seuls les nombres s'additionnent, ont une moyenne et un ordre ; `count of` fonctionne avec tout événement.

# Only texts, choices and lists can be looked into.
only-texts-choices-and-lists-can-be-looked-49c7a6 = On ne peut chercher que dans les textes, les choix et les listes.

# outside its range
outside-its-range-f10f3f = hors de son étendue

# outside {range}
outside-range-9a762d = hors de { $range }

# Per cent are hundredths of one, not of the most that there can be; write the number that you mean.
per-cent-are-hundredths-of-one-not-of-ab84fd = Les pour cent sont des centièmes de un, pas du maximum possible ; écrivez le nombre voulu.

# Plain brackets group; a pattern is made of letters, `.`, `[…]`, `( )`, `|`, `* + ? {{m,n}}`, `^`, `$`, `\d`, `\w` and `\s`.
plain-brackets-group-a-pattern-is-made-of-2d0e8f = De simples parenthèses groupent ; un motif se compose de lettres, `.`, `[…]`, `( )`, `|`, `* + ? {"{"}m,n{"}"}`, `^`, `$`, `\d`, `\w` et `\s`.

# Points above the upper end are cut off at that end, so it belongs to the range.
points-above-the-upper-end-are-cut-off-de001b = Les points au-dessus de l'extrémité haute sont ramenés à celle-ci : elle fait donc partie de l'étendue.

# Points fade with the age of an event, and no rule here gives points for one.
points-fade-with-the-age-of-an-event-d4af94 = Les points refroidissent avec l'âge d'un événement, et aucune règle ici n'en donne pour un événement.

# Points fade with the age of an event, and this rule asks for none.
points-fade-with-the-age-of-an-event-a6f848 = Les points refroidissent avec l'âge d'un événement, et cette règle n'en demande aucun.

# Points fade with the age of an event: write the event itself left of `=>`, with `each`.
points-fade-with-the-age-of-an-event-9db3a3 = Les points refroidissent avec l'âge d'un événement : écrivez l'événement lui-même à gauche de `=>`, avec `each`.

# points per nothing
points-per-nothing-f9a424 = des points pour rien

# put both tests in brackets
put-both-tests-in-brackets-b8817c = mettre les deux conditions entre parenthèses

# Ranges hold numbers and dates.
ranges-hold-numbers-and-dates-fe27b0 = Une étendue contient des nombres ou des dates.

# right of `or` stands a whole condition
right-of-or-stands-a-whole-condition-3d7907 = à droite de `or`, il faut une condition entière

# rules say `{word}`, not `{name}`
rules-say-word-not-name-d2b1c1 = dans les règles, on écrit `{ $word }`, pas `{ $name }`

# rules say `{word}`, not `{other}`
rules-say-word-not-other-d3b61e = dans les règles, on écrit `{ $word }`, pas `{ $other }`

# Say how much it must be, as in `{name} >= 10`, or that it is known.
say-how-much-it-must-be-as-in-83fe0e = Indiquez combien ce doit être, comme dans `{ $name } >= 10`, ou que c'est connu.

# Say what it is for all other accounts with `otherwise => "…"`, unless none is meant.
say-what-it-is-for-all-other-accounts-1c6be5 = Indiquez avec `otherwise => "…"` ce qu'elle est pour tous les autres comptes, sauf s'ils ne doivent pas en avoir.

# Say what it is for all other leads with `otherwise => "…"`, unless none is meant.
say-what-it-is-for-all-other-leads-2ee95a = Indiquez avec `otherwise => "…"` ce qu'elle est pour tous les autres leads, sauf s'ils ne doivent pas en avoir.

# Say what it must be, as in `{name} is "…"`, or that it is known.
say-what-it-must-be-as-in-name-70a125 = Indiquez ce que ce doit être, comme dans `{ $name } is "…"`, ou que c'est connu.

# Say what it must hold, as in `{name} contains …`, or that it is known.
say-what-it-must-hold-as-in-name-4fa8ea = Indiquez ce que cela doit contenir, comme dans `{ $name } contains …`, ou que c'est connu.

# Say what must hold for every account, as in `never stage is SQL and email is unknown`.
say-what-must-hold-for-every-account-as-fbb95d = Indiquez ce qui doit valoir pour chaque compte, comme dans `never stage is SQL and email is unknown`.

# Say what must hold for every lead, as in `never stage is SQL and email is unknown`.
say-what-must-hold-for-every-lead-as-bcfe84 = Indiquez ce qui doit valoir pour chaque lead, comme dans `never stage is SQL and email is unknown`.

# Say what they agree on, as in `covers stages` or `covers everything`.
say-what-they-agree-on-as-in-covers-5d0711 = Indiquez sur quoi ils sont d'accord, comme dans `covers stages` ou `covers everything`.

# Say when it must be, as in `{name} in last 30 days`, or that it is known.
say-when-it-must-be-as-in-name-f36aa4 = Indiquez quand ce doit être, comme dans `{ $name } in last 30 days`, ou que c'est connu.

# Say which option it must be, as in `{name} is {first}`, or that it is known.
say-which-option-it-must-be-as-in-18d89d = Indiquez quelle option ce doit être, comme dans `{ $name } is { $first }`, ou que c'est connu.

# Say which stage it must be, as in `stage is MQL`.
say-which-stage-it-must-be-as-in-024673 = Indiquez quelle phase ce doit être, comme dans `stage is MQL`.

# Scoring never looks into the future, and the test looks from {instant}; say when it takes place with `as of …`.
scoring-never-looks-into-the-future-and-the-fe3336 = Les scores ne regardent jamais dans le futur, et le test est vu au { $instant } ; indiquez avec `as of …` quand il a lieu.

# Scoring never looks into the future: an event later than `as of` does not count. `in last …` looks back.
scoring-never-looks-into-the-future-an-event-1aa35a = Les scores ne regardent jamais dans le futur : un événement après `as of` ne compte pas. `in last …` regarde en arrière.

# several events
several-events-23b3cc = plusieurs événements

# Several values of one field follow `in`: `{instead}`.
several-values-of-one-field-follow-in-instead-6a764e = Plusieurs valeurs d'un même champ suivent `in` : `{ $instead }`.

# sounds like disinterest
sounds-like-disinterest-f2ac72 = évoque un manque d'intérêt

# Split the pattern into two conditions.
split-the-pattern-into-two-conditions-abc17a = Divisez le motif en deux conditions.

# Stages are compared with `at least` and `below`.
stages-are-compared-with-at-least-and-below-f8a2d7 = Les phases se comparent avec `at least` et `below`.

# Such events change nothing; that is fine where they only describe the log.
such-events-change-nothing-that-is-fine-where-399ecf = De tels événements ne changent rien ; c'est bien ainsi s'ils ne font que décrire le journal.

# take the quotes off
take-the-quotes-off-fbcf33 = enlever les guillemets

# takes all accounts that are left
takes-all-accounts-that-are-left-1df0dc = prend tous les comptes qui restent

# takes all leads that are left
takes-all-leads-that-are-left-f88723 = prend tous les leads qui restent

# Texts stand in quotes.
texts-stand-in-quotes-13ec97 = Les textes s'écrivent entre guillemets.

# Texts stand in quotes; without them it would be the name of a field or a list.
texts-stand-in-quotes-without-them-it-would-056c4d = Les textes s'écrivent entre guillemets ; sans eux, ce serait le nom d'un champ ou d'une liste.

# the brackets go too deep
the-brackets-go-too-deep-6ba9d3 = les parenthèses sont trop imbriquées

# the days are the wrong way round
the-days-are-the-wrong-way-round-5186c8 = les jours sont inversés

# The days that have passed since a date are a number.
the-days-that-have-passed-since-a-date-05030d = Les jours écoulés depuis une date sont un nombre.

# The earlier day stands first.
the-earlier-day-stands-first-7296f1 = Le jour le plus ancien vient en premier.

# The event must have happened whenever the rule fires: it stands alone, or is joined by `and`.
the-event-must-have-happened-whenever-the-rule-0eca5f = L'événement doit avoir eu lieu chaque fois que la règle s'applique : il est seul, ou relié par `and`.

# The first line that is true counts, so `otherwise` stands last.
the-first-line-that-is-true-counts-so-db6f36 = La première ligne vraie compte : `otherwise` vient donc en dernier.

# the group "{title}" has no rules
the-group-title-has-no-rules-616829 = le groupe « { $title } » n'a pas de règles

# the label `{name}` has no `otherwise`
the-label-name-has-no-otherwise-a3fb7a = l'étiquette `{ $name }` n'a pas d'`otherwise`

# the left side
the-left-side-d65794 = une place à gauche

# The lower character stands first; case makes no difference, so `a-z` takes capitals too.
the-lower-character-stands-first-case-makes-no-6c3032 = Le caractère le plus bas vient en premier ; les majuscules ne font pas de différence, donc `a-z` les prend aussi.

# The lower number stands first.
the-lower-number-stands-first-1f28d1 = Le nombre le plus petit vient en premier.

# the pattern has an empty part
the-pattern-has-an-empty-part-517c7d = une partie du motif n'a pas de contenu

# the pattern is too large
the-pattern-is-too-large-b79187 = le motif est trop grand

# The quantity takes all events of the kind; to ask how often they happened, compare `count of` them.
the-quantity-takes-all-events-of-the-kind-fd1420 = La quantité prend tous les événements de ce type ; pour demander combien de fois ils ont eu lieu, comparez leur `count of`.

# the range `{from}-{to}` is upside down
the-range-from-to-is-upside-down-22aabd = l'étendue `{ $from }-{ $to }` est à l'envers

# the same for every lead
the-same-for-every-lead-a8ebe4 = la même chose pour chaque lead

# the score `{name}` has no rules
the-score-name-has-no-rules-289baf = le score `{ $name }` n'a pas de règles

# the stage
the-stage-791982 = la phase

# the stage before
the-stage-before-5538f1 = la phase précédente

# the stage of an account
the-stage-of-an-account-5f292d = la phase d'un compte

# the test expects nothing
the-test-expects-nothing-61f883 = le test n'attend rien

# There are no stages of accounts; they are listed in `stages of account {{ … }}`, lowest first.
there-are-no-stages-of-accounts-they-are-addda6 = Il n'y a pas de phases des comptes ; elles figurent dans `stages of account {"{"} … {"}"}`, la plus basse en premier.

# There are no stages of leads; they are listed in `stages {{ … }}`, lowest first.
there-are-no-stages-of-leads-they-are-c6495f = Il n'y a pas de phases des leads ; elles figurent dans `stages {"{"} … {"}"}`, la plus basse en premier.

# there is no promise "{title}"
there-is-no-promise-title-1e1317 = il n'y a pas de promesse « { $title } »

# there is no property `{name}`
there-is-no-property-name-bd3dba = propriété `{ $name }` introuvable

# there is no stage `{name}`
there-is-no-stage-name-cd9383 = phase `{ $name }` introuvable

# There is one event to count: make a rule of each, or ask for the other with `count of … >= 1`.
there-is-one-event-to-count-make-a-ed677e = Un seul événement se compte : faites une règle de chacun, ou demandez l'autre avec `count of … >= 1`.

# There is one event to count: make a rule of each.
there-is-one-event-to-count-make-a-e2380a = Un seul événement se compte : faites une règle de chacun.

# There is one event to fade: make a rule of each, or ask for the other with `count of … >= 1`.
there-is-one-event-to-fade-make-a-9c5d5d = Un seul événement peut refroidir : faites une règle de chacun, ou demandez l'autre avec `count of … >= 1`.

# There is one event to fade: make a rule of each.
there-is-one-event-to-fade-make-a-00fcef = Un seul événement peut refroidir : faites une règle de chacun.

# There is one such day, so there is nothing to choose from; take this out.
there-is-one-such-day-so-there-is-d1d2fb = Il n'y a qu'un seul jour de ce genre, donc rien à choisir ; retirez ceci.

# There may be at most {most}.
there-may-be-at-most-most-51025c = Il peut y en avoir au plus { $most }.

# these can't be compared
these-can-t-be-compared-a9c5e3 = on ne peut pas les comparer

# These compare stages, which are in the order of `stages`; numbers are compared with `>=` and `<`.
these-compare-stages-which-are-in-the-order-470b49 = On compare ainsi des phases, dans l'ordre de `stages` ; les nombres se comparent avec `>=` et `<`.

# They declare it with different types or columns; declare it alike, or ask of each kind by itself, with `or`.
they-declare-it-with-different-types-or-columns-320c3b = Ils la déclarent avec des types ou des colonnes différents ; déclarez-la partout de la même façon, ou demandez type par type, avec `or`.

# They stand for the start and the end of the text, which are there once.
they-stand-for-the-start-and-the-end-cfef17 = Ils désignent le début et la fin du texte, qui n'existent qu'une fois.

# this event lies after the test's instant
this-event-lies-after-the-test-s-instant-8f6d2c = cet événement est après le moment du test

# this line is never reached
this-line-is-never-reached-9d47b3 = cette ligne n'est jamais atteinte

# this row takes it
this-row-takes-it-a9755e = cette valeur tombe dans cette ligne

# this row takes it too
this-row-takes-it-too-316910 = cette valeur tombe aussi dans cette ligne

# To look for the bracket itself, write `\(`.
to-look-for-the-bracket-itself-write-8b3413 = Pour chercher la parenthèse elle-même, écrivez `\(`.

# To look for the bracket itself, write `\)`.
to-look-for-the-bracket-itself-write-a4feb8 = Pour chercher la parenthèse elle-même, écrivez `\)`.

# To look for the bracket itself, write `\[`.
to-look-for-the-bracket-itself-write-42d31e = Pour chercher le crochet lui-même, écrivez `\[`.

# To look for the character itself, write `\{character}`.
to-look-for-the-character-itself-write-character-829fbb = Pour chercher le caractère lui-même, écrivez `\{ $character }`.

# To look for the character itself, write it twice.
to-look-for-the-character-itself-write-it-bd2fa3 = Pour chercher le caractère lui-même, écrivez-le deux fois.

# Together they may come to {most}.
together-they-may-come-to-most-a5afea = Ensemble, elles peuvent atteindre { $most }.

# too many repetitions within repetitions
too-many-repetitions-within-repetitions-fcdc6f = trop de répétitions dans des répétitions

# true of every lead of which it is known
true-of-every-lead-of-which-it-is-efbd6f = vrai pour chaque lead pour lequel c'est connu

# true of none at all
true-of-none-at-all-8183f6 = vrai aussi s'il n'y en a aucun

# Truth values are `yes` and `no`.
truth-values-are-yes-and-no-8623f3 = Vrai et faux s'écrivent `yes` et `no`.

# two agreements are called "{title}"
two-agreements-are-called-title-c09281 = deux accords s'appellent « { $title } »

# two fixed numbers are compared
two-fixed-numbers-are-compared-7530e4 = deux nombres fixes sont comparés

# two rows of this table overlap
two-rows-of-this-table-overlap-1a2c9e = deux lignes de ce tableau se recouvrent

# under `or`, `not` or `no`
under-or-not-or-no-dae48d = sous `or`, `not` ou `no`

# unknown for a lead that no line takes
unknown-for-a-lead-that-no-line-takes-827aa1 = inconnue pour un lead qu'aucune ligne ne prend

# unknown for an account that no line takes
unknown-for-an-account-that-no-line-takes-bc65ac = inconnue pour un compte pour lequel aucune ligne ne vaut

# Was it meant for a rule, as in `company in {name}`? Otherwise take it out, so that nobody thinks that it counts.
was-it-meant-for-a-rule-as-in-f31b9a = Était-elle prévue pour une règle, comme dans `company in { $name }` ? Sinon, retirez-la, pour que personne ne croie qu'elle compte.

# Was it meant for a rule? Otherwise take it out, so that nobody thinks that it counts.
was-it-meant-for-a-rule-otherwise-take-63c4d4 = Était-ce prévu pour une règle ? Sinon, retirez-le, pour que personne ne croie que cela compte.

# What can be asked for is its `domain`: the part after `@`, in lower case.
what-can-be-asked-for-is-its-domain-37e6ab = Vous pouvez demander son `domain` : ce qui suit `@`, en minuscules.

# What is asked about stands left: a field, an event or a quantity.
what-is-asked-about-stands-left-a-field-acb95f = À gauche figure ce dont on demande quelque chose : un champ, un événement ou une quantité.

# What is beyond the range is cut off. Is there a digit too many, or is the range too narrow? To set leads apart whatever else they have, write an `exclude`.
what-is-beyond-the-range-is-cut-off-e5481e = Ce qui dépasse l'étendue est coupé. Y a-t-il un chiffre de trop, ou l'étendue est-elle trop étroite ? Pour mettre des leads à part quoi qu'ils aient d'autre, écrivez un `exclude`.

# What is set apart stands outside the order of the stages; ask `{words} is excluded`.
what-is-set-apart-stands-outside-the-order-43a484 = Ce qui est mis à part se trouve en dehors de l'ordre des phases ; demandez `{ $words } is excluded`.

# When something was can be asked of dates and of events.
when-something-was-can-be-asked-of-dates-5aed90 = On peut demander quand c'était pour les dates et les événements.

# Where nothing is to be said, leave the line out: the label is then unknown.
where-nothing-is-to-be-said-leave-the-8be4d0 = S'il n'y a rien à dire, enlevez la ligne : l'étiquette est alors inconnue.

# Whether a match is long or short makes no difference here; take it out.
whether-a-match-is-long-or-short-makes-2fc13b = Que le passage trouvé soit long ou court ne change rien ici ; retirez-le.

# Whether an event is ignored depends on the event alone: its kind, and what `where` asks of it.
whether-an-event-is-ignored-depends-on-the-a577df = Qu'un événement soit ignoré ne dépend que de lui : de son type et de ce que `where` en demande.

# Whether something is known is asked of fields, labels and quantities.
whether-something-is-known-is-asked-of-fields-ca68a6 = C'est pour les champs, les étiquettes et les quantités qu'on demande si c'est connu.

# which number is counted?
which-number-is-counted-c6557c = quel nombre compte ?

# which of these events is meant?
which-of-these-events-is-meant-78be85 = lequel de ces événements est visé ?

# which property?
which-property-9e7944 = quelle propriété ?

# Who signs must be able to say which of them is meant: give each a title of its own.
who-signs-must-be-able-to-say-which-fc28fa = Qui signe doit pouvoir dire lequel est visé : donnez à chacun son propre titre.

# Who unsubscribes, complains or can't be reached is mostly worth less: write a minus if points are to be taken away. If it is good news here, leave it.
who-unsubscribes-complains-or-can-t-be-reached-0b2782 = Qui se désabonne, se plaint ou n'est pas joignable vaut le plus souvent moins : écrivez un moins s'il faut retirer des points. Si c'est ici une bonne nouvelle, laissez.

# Whole words are found by `mentions`.
whole-words-are-found-by-mentions-319a99 = Les mots entiers se trouvent avec `mentions`.

# write `and`
write-and-de0c07 = écrire `and`

# write `contains`
write-contains-a2d66f = écrire `contains`

# write `count of {name}`
write-count-of-name-5fd2cb = écrire `count of { $name }`

# write `days since {words}`
write-days-since-words-81c6b8 = écrire `days since { $words }`

# write `domain`
write-domain-bf0518 = écrire `domain`

# Write `no …` for never, or how often without `no`.
write-no-for-never-or-how-often-without-3d1e02 = Écrivez `no …` pour jamais, ou la fréquence sans `no`.

# write `not`
write-not-807047 = écrire `not`

# write `{name} is known`
write-name-is-known-d24744 = écrire `{ $name } is known`

# Write `{{3}}`, `{{2,}}` or `{{2,5}}`; to look for the bracket itself, `\{{`.
write-3-2-or-2-5-to-look-00c8f5 = Écrivez `{"{"}3{"}"}`, `{"{"}2,{"}"}` ou `{"{"}2,5{"}"}` ; pour chercher l'accolade elle-même, `\{"{"}`.

# Write a day, `2026-11-23`, or a day and a time, `2026-11-23T12:00Z`.
write-a-day-2026-11-23-or-a-1d55b3 = Écrivez un jour, `2026-11-23`, ou un jour et une heure, `2026-11-23T12:00Z`.

# Write it at each rule that it is for; a group takes `up to`, `down to`, a decay and `best`.
write-it-at-each-rule-that-it-is-2ade5e = Écrivez-le à chaque règle concernée ; un groupe prend `up to`, `down to`, de quoi refroidir et `best`.

# Write the characters that may stand there.
write-the-characters-that-may-stand-there-b800a9 = Écrivez les caractères qui peuvent s'y trouver.

# Write the whole number that you mean, so that it is plain which side of it counts.
write-the-whole-number-that-you-mean-so-e35dda = Écrivez le nombre entier voulu, pour que l'on voie bien quel côté compte.

# Yes and no are truth values; in quotes they are texts.
yes-and-no-are-truth-values-in-quotes-1ccd6e = `yes` et `no` sont vrai et faux ; entre guillemets, ce sont des textes.

# yes or no
yes-or-no-ed91fc = un oui ou non

# {before} and {text}
before-and-text-50c476 = { $before } et { $text }

# {kinds} does not declare it; `where` over several kinds asks for what all of them have.
kinds-does-not-declare-it-where-over-several-b246c9 = Ce n'est pas déclaré pour { $kinds } ; `where` sur plusieurs types demande ce qu'ils ont tous.

# {most} repetitions are too many
most-repetitions-are-too-many-27fa4f = { $most } répétitions, c'est trop

# {points} is more than `{score}` can hold, which goes from {low} to {high}
points-is-more-than-score-can-hold-which-d55995 = { $points } dépasse ce que peut contenir `{ $score }`, qui va de { $low } à { $high }

# {shown} falls in both, and a table gives the points of one row: let them part the values.
shown-falls-in-both-and-a-table-gives-33c1b0 = { $shown } entre dans les deux, et un tableau donne les points d'une seule ligne : répartissez les valeurs entre les lignes.

# {shown} falls in both, and a table gives the points of one row; where several may hold, write them as rules in a `group "…", best {{ … }}`, of which the one that gives most counts.
shown-falls-in-both-and-a-table-gives-0ebdb7 = { $shown } entre dans les deux, et un tableau donne les points d'une seule ligne ; si plusieurs peuvent valoir, écrivez-les comme règles dans un `group "…", best {"{"} … {"}"}`, dont compte celle qui donne le plus.

# {what}, neither true nor false
what-neither-true-nor-false-eb4276 = { $what } : ni vrai ni faux

# `missing` says that such a cell is empty: say `unknown`, or give another value.
missing-says-that-such-a-cell-is-empty-558a6c = `missing` dit qu'une telle cellule est inconnue : dites `unknown`, ou donnez une autre valeur.

# stands for an empty cell
stands-for-an-empty-cell-15c82d = représente une valeur inconnue
