### Les noms des constats.

# `=>` is missing
is-missing-1a4d80 = `=>` manque

# `and` and `or` are mixed without brackets
and-and-or-are-mixed-without-brackets-c12a7e = `and` et `or` sont mélangés sans parenthèses

# `is` asked of a list
is-asked-of-a-list-05f957 = `is` appliqué à une liste

# `where` with two tests and no brackets
where-with-two-tests-and-no-brackets-ceb71c = `where` avec deux conditions et sans parenthèses

# a bar that leads are over for a day only
a-bar-that-leads-are-over-for-a-75ce4d = un seuil que les leads ne dépassent qu'un jour

# a brace has no partner
a-brace-has-no-partner-9eb5cc = une accolade est seule

# a bracket has no partner
a-bracket-has-no-partner-525c11 = une parenthèse est seule

# a cap of the wrong sign
a-cap-of-the-wrong-sign-2833d0 = une limite du mauvais signe

# a cap that takes away from the first
a-cap-that-takes-away-from-the-first-3ab83a = une limite qui retire des points dès la première fois

# a cap that takes nothing away
a-cap-that-takes-nothing-away-9366b2 = une limite qui ne retire rien

# a character that nobody can see
a-character-that-nobody-can-see-93456a = un caractère que personne ne voit

# a column of the log that is read as two things
a-column-of-the-log-that-is-read-422088 = une colonne du journal qui sert à deux choses

# a comma is missing or too many
a-comma-is-missing-or-too-many-16b767 = une virgule manque ou est de trop

# a condition that is never true
a-condition-that-is-never-true-243fa0 = une condition qui n'est jamais vraie

# a date that does not exist, or is written otherwise
a-date-that-does-not-exist-or-is-7cda56 = une date qui n'existe pas, ou qui s'écrit autrement

# a decay that can't be reckoned
a-decay-that-can-t-be-reckoned-acaf3e = un refroidissement qui ne peut pas être calculé

# a definition or score made from itself
a-definition-or-score-made-from-itself-d44d5e = une définition ou un score fait de lui-même

# a definition that nothing uses
a-definition-that-nothing-uses-11a851 = une définition qui ne sert nulle part

# a field that can't hold the stage before
a-field-that-can-t-hold-the-stage-396dc7 = un champ qui ne peut pas contenir la phase précédente

# a file can't be read
a-file-can-t-be-read-3bcccc = un fichier ne peut pas être lu

# a form of dates that can't be read
a-form-of-dates-that-can-t-be-1eedd9 = une écriture de dates qui ne peut pas être lue

# a formula from a spreadsheet
a-formula-from-a-spreadsheet-e91fe7 = une formule de tableur

# a group's decay without events
a-group-s-decay-without-events-c2814c = le refroidissement d'un groupe sans événements

# a hairline gap between the rows of a table
a-hairline-gap-between-the-rows-of-a-8bf05c = un tout petit trou entre les lignes d'un tableau

# a kind of event that is not declared
a-kind-of-event-that-is-not-declared-c9c7b1 = un type d'événement non déclaré

# a kind of event that never happens
a-kind-of-event-that-never-happens-cd4e4f = un type d'événement qui n'arrive jamais

# a label without `otherwise`
a-label-without-otherwise-f343dc = une étiquette sans `otherwise`

# a lead of a test that can't be told from others
a-lead-of-a-test-that-can-t-a2a70d = un lead d'un test qui ne se distingue pas des autres

# a line after `otherwise`
a-line-after-otherwise-ffaffe = une ligne après `otherwise`

# a line of a label that is never reached
a-line-of-a-label-that-is-never-d40819 = une ligne d'étiquette qui n'est jamais atteinte

# a list of unlike entries
a-list-of-unlike-entries-8120cf = une liste d'éléments de types différents

# a list that is not declared
a-list-that-is-not-declared-a1f590 = une liste non déclarée

# a list that nothing uses
a-list-that-nothing-uses-3ca698 = une liste qui ne sert nulle part

# a merge left two versions
a-merge-left-two-versions-f613c0 = une fusion a laissé deux versions

# a name alone where a condition is needed
a-name-alone-where-a-condition-is-needed-9b4c1c = un nom seul là où il faut une condition

# a name is declared twice
a-name-is-declared-twice-b8ac29 = un nom est déclaré deux fois

# a name that can't be used here
a-name-that-can-t-be-used-here-b413f7 = un nom qui ne peut pas servir ici

# a name that is not declared
a-name-that-is-not-declared-bf5175 = un nom non déclaré

# a name that stands twice in an object
a-name-that-stands-twice-in-an-object-5fc5ca = un nom qui figure deux fois dans un objet

# a name that the language needs itself
a-name-that-the-language-needs-itself-462141 = un nom dont le langage a lui-même besoin

# a negation leaves out leads with missing data
a-negation-leaves-out-leads-with-missing-data-3b003e = une négation laisse de côté les leads aux données manquantes

# a number is not written so
a-number-is-not-written-so-8d0a0d = un nombre ne s'écrit pas ainsi

# a number outside the range
a-number-outside-the-range-a98914 = un nombre hors de l'étendue

# a number that can be read in two ways
a-number-that-can-be-read-in-two-c330a4 = un nombre qui se lit de deux façons

# a party that has not signed
a-party-that-has-not-signed-70cd9c = une partie qui n'a pas signé

# a pattern that can't be used
a-pattern-that-can-t-be-used-ef1474 = un motif de recherche qui ne peut pas servir

# a promise that a lead could break
a-promise-that-a-lead-could-break-16eb93 = une promesse qu'un lead pourrait rompre

# a promise that is not decided
a-promise-that-is-not-decided-6d5c37 = une promesse sur laquelle rien n'est décidé

# a promise that leads in the data break
a-promise-that-leads-in-the-data-break-b12c4e = une promesse que des leads des données rompent

# a property that is not declared
a-property-that-is-not-declared-6c2303 = une propriété non déclarée

# a quote in the data that is probably never closed
a-quote-in-the-data-that-is-probably-e79b10 = un guillemet dans les données qui n'est sans doute jamais fermé

# a range in which nothing lies
a-range-in-which-nothing-lies-4ea76b = une étendue qui ne contient rien

# a range that is never filled
a-range-that-is-never-filled-320628 = une étendue qui n'est jamais remplie

# a reserved word as a name
a-reserved-word-as-a-name-4f5a42 = un mot réservé comme nom

# a row that a table can't have
a-row-that-a-table-can-t-have-c5951f = une ligne qu'un tableau ne peut pas avoir

# a rule that always fires on this data
a-rule-that-always-fires-on-this-data-938426 = une règle qui s'applique toujours à ces données

# a rule that another always outdoes
a-rule-that-another-always-outdoes-0fe208 = une règle qu'une autre surpasse toujours

# a rule that ends before it begins
a-rule-that-ends-before-it-begins-934363 = une règle qui finit avant de commencer

# a rule that never changes a stage or label
a-rule-that-never-changes-a-stage-or-2b1650 = une règle qui ne change jamais de phase ni d'étiquette

# a rule that never fires on this data
a-rule-that-never-fires-on-this-data-0da105 = une règle qui ne s'applique jamais à ces données

# a rule whose last day is past
a-rule-whose-last-day-is-past-78e358 = une règle dont le dernier jour est passé

# a score or group without rules
a-score-or-group-without-rules-315a87 = un score ou un groupe sans règles

# a score that is the same for every lead
a-score-that-is-the-same-for-every-ac6f9e = un score qui est le même pour tous les leads

# a score's range without its upper end
a-score-s-range-without-its-upper-end-314aba = l'étendue d'un score sans sa fin

# a setting in the wrong place
a-setting-in-the-wrong-place-589742 = un réglage au mauvais endroit

# a setting that does not fit
a-setting-that-does-not-fit-78d07c = un réglage qui ne convient pas

# a sign that the rules don't use
a-sign-that-the-rules-don-t-use-67c547 = un signe que les règles n'emploient pas

# a stage named twice, or with a name that is taken
a-stage-named-twice-or-with-a-name-be7924 = une phase nommée deux fois, ou dont le nom est déjà pris

# a stage that another hides
a-stage-that-another-hides-e51c05 = une phase qu'une autre cache

# a stage that every lead reaches
a-stage-that-every-lead-reaches-a629f1 = une phase que chaque lead atteint

# a stage that is not declared
a-stage-that-is-not-declared-25ae66 = une phase non déclarée

# a stage that no lead can reach
a-stage-that-no-lead-can-reach-bd51a9 = une phase qu'aucun lead ne peut atteindre

# a stage to be had with less than the one below asks for
a-stage-to-be-had-with-less-than-6dd25e = une phase qui s'obtient avec moins que n'en demande celle d'en dessous

# a statement in the wrong place
a-statement-in-the-wrong-place-1128b1 = une instruction au mauvais endroit

# a test that expects nothing
a-test-that-expects-nothing-7b85ce = un test qui n'attend rien

# a test's event in the future
a-test-s-event-in-the-future-3cd9f9 = un événement d'un test dans le futur

# a text has no closing quote
a-text-has-no-closing-quote-b8f069 = un texte n'a pas de guillemet fermant

# a text that the label never says
a-text-that-the-label-never-says-a11e01 = un texte que l'étiquette ne donne jamais

# a text without quotes
a-text-without-quotes-b03cdc = un texte sans guillemets

# a value after `or`
a-value-after-or-0b7bfa = une valeur après `or`

# a value named twice
a-value-named-twice-eac1dc = une valeur nommée deux fois

# a value that the data could never hold
a-value-that-the-data-could-never-hold-7c67ed = une valeur que les données ne peuvent jamais contenir

# a value where a condition must stand, or the reverse
a-value-where-a-condition-must-stand-or-7f85e5 = une valeur à la place d'une condition, ou l'inverse

# a whole number compared with a fraction
a-whole-number-compared-with-a-fraction-afb2fa = un nombre entier comparé à une fraction

# a window longer than the points last
a-window-longer-than-the-points-last-3d927e = une période plus longue que ne durent les points

# a window or a number of times that does not fit
a-window-or-a-number-of-times-that-801a22 = une période ou un nombre de fois qui ne convient pas

# a word that is not known here
a-word-that-is-not-known-here-839d7d = un mot qui n'est pas connu ici

# accounts that are not declared, or not joined with leads
accounts-that-are-not-declared-or-not-joined-7958fd = des comptes non déclarés, ou non reliés aux leads

# an `or` between negations of which one always holds
an-or-between-negations-of-which-one-always-7c7ab2 = un `or` entre des négations dont l'une vaut toujours

# an `otherwise` of a label that is never reached
an-otherwise-of-a-label-that-is-never-fab4ef = un `otherwise` d'étiquette qui n'est jamais atteint

# an agreement that can't be kept
an-agreement-that-can-t-be-kept-926ea5 = un accord qui ne peut pas être tenu

# an agreement that is due for review
an-agreement-that-is-due-for-review-df45fc = un accord à revoir

# an agreement that was signed and has changed since
an-agreement-that-was-signed-and-has-changed-2dc7a9 = un accord signé et modifié depuis

# an empty list
an-empty-list-4269d1 = une liste qui ne contient rien

# an option that is not declared
an-option-that-is-not-declared-6e731d = une option non déclarée

# an option that never comes
an-option-that-never-comes-3f14bb = une option qui ne vient jamais

# an order that leads can't be listed in
an-order-that-leads-can-t-be-listed-f9a0ae = un ordre dans lequel les leads ne peuvent pas être rangés

# an owner that is nearly another
an-owner-that-is-nearly-another-6f3fe8 = un responsable presque pareil à un autre

# an unknown time zone
an-unknown-time-zone-02a4c1 = un fuseau horaire inconnu

# an unknown version of the language
an-unknown-version-of-the-language-48746c = une version inconnue du langage

# blanks are missing around a sign
blanks-are-missing-around-a-sign-79134b = il manque des espaces autour d'un signe

# brackets are missing after `where`
brackets-are-missing-after-where-85e3fd = il manque des parenthèses après `where`

# events of a kind that is not declared
events-of-a-kind-that-is-not-declared-90a994 = des événements d'un type non déclaré

# events that can't be used
events-that-can-t-be-used-2ebc12 = des événements inutilisables

# events that share a number
events-that-share-a-number-d8bada = des événements qui ont le même numéro

# events that two rules count
events-that-two-rules-count-1aae8f = des événements que deux règles comptent

# files that use each other in a circle
files-that-use-each-other-in-a-circle-5775e5 = des fichiers qui s'utilisent en boucle

# kinds of event that no rule looks at
kinds-of-event-that-no-rule-looks-at-db3abe = des types d'événements qu'aucune règle ne regarde

# leads and accounts that wait for each other
leads-and-accounts-that-wait-for-each-other-7586ad = des leads et des comptes qui s'attendent mutuellement

# leads that share a key
leads-that-share-a-key-ce5692 = des leads qui ont la même clé

# leads without a key
leads-without-a-key-20f058 = des leads sans clé

# nested too deeply
nested-too-deeply-e9aa09 = trop de niveaux imbriqués

# numbers that may be thousands
numbers-that-may-be-thousands-f963b3 = des nombres qui sont peut-être des milliers

# per cent of a number that goes far beyond 1
per-cent-of-a-number-that-goes-far-d596f7 = un pourcentage d'un nombre qui va bien au-delà de 1

# points are missing or written otherwise
points-are-missing-or-written-otherwise-0c7028 = les points manquent ou s'écrivent autrement

# points beyond what the score can hold
points-beyond-what-the-score-can-hold-33dbe3 = des points au-delà de ce que le score peut contenir

# points for an outcome
points-for-an-outcome-deb39c = des points pour une issue

# points for each of what can't be counted
points-for-each-of-what-can-t-be-4ad6e5 = des points « pour chaque » pour ce qui ne se compte pas

# points for few events that leads without any get
points-for-few-events-that-leads-without-any-451ab0 = des points pour peu d'événements que reçoivent aussi les leads qui n'en ont aucun

# points for what tells of disinterest
points-for-what-tells-of-disinterest-aeb78c = des points pour ce qui montre un manque d'intérêt

# points that every lead gets
points-that-every-lead-gets-40cb97 = des points que chaque lead reçoit

# points that only excluded leads get
points-that-only-excluded-leads-get-12bc64 = des points que seuls des leads mis à part reçoivent

# points too fine or too many
points-too-fine-or-too-many-d7d572 = des points trop fins ou trop nombreux

# said twice in a test
said-twice-in-a-test-399038 = dit deux fois dans un test

# the data has no such column
the-data-has-no-such-column-0dfccc = les données n'ont pas cette colonne

# the key does not tell leads apart
the-key-does-not-tell-leads-apart-2fa5e5 = la clé ne distingue pas les leads

# the same thing is said twice
the-same-thing-is-said-twice-10488f = la même chose est dite deux fois

# the version of the language is not said first
the-version-of-the-language-is-not-said-3241d0 = la version du langage n'est pas indiquée en premier

# things that can't be compared
things-that-can-t-be-compared-a6ee92 = des choses qui ne se comparent pas

# this line can't be read
this-line-can-t-be-read-47a41b = cette ligne ne peut pas être lue

# too much of something
too-much-of-something-42b857 = plus de quelque chose que le langage n'en admet

# two kinds of event with one text in the log
two-kinds-of-event-with-one-text-in-5dd356 = deux types d'événements avec un seul texte dans le journal

# two options with one name
two-options-with-one-name-9ce628 = deux options avec un seul nom

# two rows of a table overlap
two-rows-of-a-table-overlap-8e47f7 = deux lignes d'un tableau se chevauchent

# two rules for the same leads
two-rules-for-the-same-leads-5007cf = deux règles pour les mêmes leads

# values between the rows of a table
values-between-the-rows-of-a-table-afaa59 = des valeurs entre les lignes d'un tableau

# values that are none of the options
values-that-are-none-of-the-options-c91f48 = des valeurs qui ne sont aucune des options

# values that do not fit their field
values-that-do-not-fit-their-field-45f1c3 = des valeurs qui ne conviennent pas à leur champ

# values that two rules count
values-that-two-rules-count-394e4a = des valeurs que deux règles comptent

# dead or doubled rules
dead-or-doubled-rules-fd0048 = règles mortes ou en double

# missing data
missing-data-1c1745 = données manquantes

# names and types
names-and-types-f0bfcb = noms et types

# owners and dates
owners-and-dates-ec9d2d = responsables et dates

# promises and tests
promises-and-tests-66df67 = promesses et tests

# ranges and tables
ranges-and-tables-7d6ffb = étendues et tableaux

# reading the file
reading-the-file-bf7596 = lecture du fichier

# scores and stages
scores-and-stages-1b3ce2 = scores et phases

# the data
the-data-58255c = les données
