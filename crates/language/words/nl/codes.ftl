### Hoe bevindingen heten.

# `=>` is missing
is-missing-1a4d80 = `=>` ontbreekt

# `and` and `or` are mixed without brackets
and-and-or-are-mixed-without-brackets-c12a7e = `and` en `or` staan door elkaar zonder haakjes

# `is` asked of a list
is-asked-of-a-list-05f957 = `is` gevraagd van een lijst

# `where` with two tests and no brackets
where-with-two-tests-and-no-brackets-ceb71c = `where` met twee voorwaarden en zonder haakjes

# a bar that leads are over for a day only
a-bar-that-leads-are-over-for-a-75ce4d = een drempel waar leads maar één dag boven blijven

# a brace has no partner
a-brace-has-no-partner-9eb5cc = een accolade staat alleen

# a bracket has no partner
a-bracket-has-no-partner-525c11 = een haakje staat alleen

# a cap of the wrong sign
a-cap-of-the-wrong-sign-2833d0 = een grens met het verkeerde teken

# a cap that takes away from the first
a-cap-that-takes-away-from-the-first-3ab83a = een grens die al de eerste keer iets afneemt

# a cap that takes nothing away
a-cap-that-takes-nothing-away-9366b2 = een grens die niets afneemt

# a character that nobody can see
a-character-that-nobody-can-see-93456a = een teken dat niemand ziet

# a column of the log that is read as two things
a-column-of-the-log-that-is-read-422088 = een kolom van het logboek die voor twee dingen dient

# a comma is missing or too many
a-comma-is-missing-or-too-many-16b767 = er ontbreekt een komma, of er staat er een te veel

# a condition that is never true
a-condition-that-is-never-true-243fa0 = een voorwaarde die nooit waar is

# a date that does not exist, or is written otherwise
a-date-that-does-not-exist-or-is-7cda56 = een datum die niet bestaat, of anders geschreven wordt

# a decay that can't be reckoned
a-decay-that-can-t-be-reckoned-acaf3e = een afkoeling die niet berekend kan worden

# a definition or score made from itself
a-definition-or-score-made-from-itself-d44d5e = een definitie of score die uit zichzelf gemaakt is

# a definition that nothing uses
a-definition-that-nothing-uses-11a851 = een definitie die nergens gebruikt wordt

# a field that can't hold the stage before
a-field-that-can-t-hold-the-stage-396dc7 = een veld dat de vorige fase niet kan bevatten

# a file can't be read
a-file-can-t-be-read-3bcccc = een bestand kan niet gelezen worden

# a form of dates that can't be read
a-form-of-dates-that-can-t-be-1eedd9 = een schrijfwijze van datums die niet gelezen kan worden

# a formula from a spreadsheet
a-formula-from-a-spreadsheet-e91fe7 = een formule uit een rekenblad

# a group's decay without events
a-group-s-decay-without-events-c2814c = afkoeling van een groep zonder gebeurtenissen

# a hairline gap between the rows of a table
a-hairline-gap-between-the-rows-of-a-8bf05c = een heel smal gat tussen de rijen van een tabel

# a kind of event that is not declared
a-kind-of-event-that-is-not-declared-c9c7b1 = een soort gebeurtenis die niet aangegeven is

# a kind of event that never happens
a-kind-of-event-that-never-happens-cd4e4f = een soort gebeurtenis die nooit voorkomt

# a label without `otherwise`
a-label-without-otherwise-f343dc = een label zonder `otherwise`

# a lead of a test that can't be told from others
a-lead-of-a-test-that-can-t-a2a70d = een lead van een test die niet van andere te onderscheiden is

# a line after `otherwise`
a-line-after-otherwise-ffaffe = een lijn na `otherwise`

# a line of a label that is never reached
a-line-of-a-label-that-is-never-d40819 = een lijn van een label die nooit bereikt wordt

# a list of unlike entries
a-list-of-unlike-entries-8120cf = een lijst met ongelijksoortige waarden

# a list that is not declared
a-list-that-is-not-declared-a1f590 = een lijst die niet aangegeven is

# a list that nothing uses
a-list-that-nothing-uses-3ca698 = een lijst die nergens gebruikt wordt

# a merge left two versions
a-merge-left-two-versions-f613c0 = een samenvoeging liet twee versies achter

# a name alone where a condition is needed
a-name-alone-where-a-condition-is-needed-9b4c1c = alleen een naam waar een voorwaarde nodig is

# a name is declared twice
a-name-is-declared-twice-b8ac29 = een naam is twee keer aangegeven

# a name that can't be used here
a-name-that-can-t-be-used-here-b413f7 = een naam die hier niet gebruikt kan worden

# a name that is not declared
a-name-that-is-not-declared-bf5175 = een naam die niet aangegeven is

# a name that stands twice in an object
a-name-that-stands-twice-in-an-object-5fc5ca = een naam die twee keer in een object staat

# a name that the language needs itself
a-name-that-the-language-needs-itself-462141 = een naam die de taal zelf nodig heeft

# a negation leaves out leads with missing data
a-negation-leaves-out-leads-with-missing-data-3b003e = een ontkenning laat leads met ontbrekende data weg

# a number is not written so
a-number-is-not-written-so-8d0a0d = zo wordt een getal niet geschreven

# a number outside the range
a-number-outside-the-range-a98914 = een getal buiten het bereik

# a number that can be read in two ways
a-number-that-can-be-read-in-two-c330a4 = een getal dat op twee manieren gelezen kan worden

# a party that has not signed
a-party-that-has-not-signed-70cd9c = een partij die niet ondertekend heeft

# a pattern that can't be used
a-pattern-that-can-t-be-used-ef1474 = een patroon dat niet gebruikt kan worden

# a promise that a lead could break
a-promise-that-a-lead-could-break-16eb93 = een belofte die een lead kan breken

# a promise that is not decided
a-promise-that-is-not-decided-6d5c37 = een belofte waarover niet beslist is

# a promise that leads in the data break
a-promise-that-leads-in-the-data-break-b12c4e = een belofte die leads in de data breken

# a property that is not declared
a-property-that-is-not-declared-6c2303 = een eigenschap die niet aangegeven is

# a quote in the data that is probably never closed
a-quote-in-the-data-that-is-probably-e79b10 = een aanhalingsteken in de data dat wellicht nooit gesloten wordt

# a range in which nothing lies
a-range-in-which-nothing-lies-4ea76b = een bereik waar niets in ligt

# a range that is never filled
a-range-that-is-never-filled-320628 = een bereik dat nooit gevuld raakt

# a reserved word as a name
a-reserved-word-as-a-name-4f5a42 = een gereserveerd woord als naam

# a row that a table can't have
a-row-that-a-table-can-t-have-c5951f = een rij die een tabel niet kan hebben

# a rule that always fires on this data
a-rule-that-always-fires-on-this-data-938426 = een regel die bij deze data altijd geldt

# a rule that another always outdoes
a-rule-that-another-always-outdoes-0fe208 = een regel waar een andere altijd boven gaat

# a rule that ends before it begins
a-rule-that-ends-before-it-begins-934363 = een regel die eindigt voor hij begint

# a rule that never changes a stage or label
a-rule-that-never-changes-a-stage-or-2b1650 = een regel die nooit een fase of label verandert

# a rule that never fires on this data
a-rule-that-never-fires-on-this-data-0da105 = een regel die bij deze data nooit geldt

# a rule whose last day is past
a-rule-whose-last-day-is-past-78e358 = een regel waarvan de laatste dag voorbij is

# a score or group without rules
a-score-or-group-without-rules-315a87 = een score of groep zonder regels

# a score that is the same for every lead
a-score-that-is-the-same-for-every-ac6f9e = een score die voor elke lead dezelfde is

# a score's range without its upper end
a-score-s-range-without-its-upper-end-314aba = het bereik van een score zonder bovenkant

# a setting in the wrong place
a-setting-in-the-wrong-place-589742 = een instelling op de verkeerde plaats

# a setting that does not fit
a-setting-that-does-not-fit-78d07c = een instelling die niet past

# a sign that the rules don't use
a-sign-that-the-rules-don-t-use-67c547 = een teken dat de regels niet kennen

# a stage named twice, or with a name that is taken
a-stage-named-twice-or-with-a-name-be7924 = een fase die twee keer genoemd is, of waarvan de naam al bezet is

# a stage that another hides
a-stage-that-another-hides-e51c05 = een fase die achter een andere verdwijnt

# a stage that every lead reaches
a-stage-that-every-lead-reaches-a629f1 = een fase die elke lead bereikt

# a stage that is not declared
a-stage-that-is-not-declared-25ae66 = een fase die niet aangegeven is

# a stage that no lead can reach
a-stage-that-no-lead-can-reach-bd51a9 = een fase die geen enkele lead kan bereiken

# a stage to be had with less than the one below asks for
a-stage-to-be-had-with-less-than-6dd25e = een fase die je haalt met minder dan de fase eronder vraagt

# a statement in the wrong place
a-statement-in-the-wrong-place-1128b1 = een instructie op de verkeerde plaats

# a test that expects nothing
a-test-that-expects-nothing-7b85ce = een test die niets verwacht

# a test's event in the future
a-test-s-event-in-the-future-3cd9f9 = een gebeurtenis van een test in de toekomst

# a text has no closing quote
a-text-has-no-closing-quote-b8f069 = een tekst heeft geen aanhalingsteken aan het eind

# a text that the label never says
a-text-that-the-label-never-says-a11e01 = een tekst die het label nooit geeft

# a text without quotes
a-text-without-quotes-b03cdc = een tekst zonder aanhalingstekens

# a value after `or`
a-value-after-or-0b7bfa = een waarde na `or`

# a value named twice
a-value-named-twice-eac1dc = een waarde die twee keer genoemd is

# a value that the data could never hold
a-value-that-the-data-could-never-hold-7c67ed = een waarde die nooit in de data kan staan

# a value where a condition must stand, or the reverse
a-value-where-a-condition-must-stand-or-7f85e5 = een waarde waar een voorwaarde moet staan, of omgekeerd

# a whole number compared with a fraction
a-whole-number-compared-with-a-fraction-afb2fa = een geheel getal vergeleken met een breuk

# a window longer than the points last
a-window-longer-than-the-points-last-3d927e = een periode die langer is dan de punten duren

# a window or a number of times that does not fit
a-window-or-a-number-of-times-that-801a22 = een periode of een aantal keer dat niet past

# a word that is not known here
a-word-that-is-not-known-here-839d7d = een woord dat hier niet gekend is

# accounts that are not declared, or not joined with leads
accounts-that-are-not-declared-or-not-joined-7958fd = accounts die niet aangegeven zijn, of niet met leads verbonden

# an `or` between negations of which one always holds
an-or-between-negations-of-which-one-always-7c7ab2 = een `or` tussen ontkenningen waarvan er altijd één geldt

# an `otherwise` of a label that is never reached
an-otherwise-of-a-label-that-is-never-fab4ef = een `otherwise` van een label die nooit bereikt wordt

# an agreement that can't be kept
an-agreement-that-can-t-be-kept-926ea5 = een afspraak die niet nagekomen kan worden

# an agreement that is due for review
an-agreement-that-is-due-for-review-df45fc = een afspraak die herbekeken moet worden

# an agreement that was signed and has changed since
an-agreement-that-was-signed-and-has-changed-2dc7a9 = een afspraak die ondertekend is en sindsdien veranderd

# an empty list
an-empty-list-4269d1 = een lijst waar niets in staat

# an option that is not declared
an-option-that-is-not-declared-6e731d = een optie die niet aangegeven is

# an option that never comes
an-option-that-never-comes-3f14bb = een optie die nooit voorkomt

# an order that leads can't be listed in
an-order-that-leads-can-t-be-listed-f9a0ae = een volgorde waarin leads niet gezet kunnen worden

# an owner that is nearly another
an-owner-that-is-nearly-another-6f3fe8 = een verantwoordelijke die bijna gelijk is aan een andere

# an unknown time zone
an-unknown-time-zone-02a4c1 = een onbekende tijdzone

# an unknown version of the language
an-unknown-version-of-the-language-48746c = een onbekende versie van de taal

# blanks are missing around a sign
blanks-are-missing-around-a-sign-79134b = er ontbreken spaties rond een teken

# brackets are missing after `where`
brackets-are-missing-after-where-85e3fd = er ontbreken haakjes na `where`

# events of a kind that is not declared
events-of-a-kind-that-is-not-declared-90a994 = gebeurtenissen van een soort die niet aangegeven is

# events that can't be used
events-that-can-t-be-used-2ebc12 = gebeurtenissen die niet gebruikt kunnen worden

# events that share a number
events-that-share-a-number-d8bada = gebeurtenissen met hetzelfde nummer

# events that two rules count
events-that-two-rules-count-1aae8f = gebeurtenissen die twee regels tellen

# files that use each other in a circle
files-that-use-each-other-in-a-circle-5775e5 = bestanden die elkaar in een kring gebruiken

# kinds of event that no rule looks at
kinds-of-event-that-no-rule-looks-at-db3abe = soorten gebeurtenissen waar geen regel naar kijkt

# leads and accounts that wait for each other
leads-and-accounts-that-wait-for-each-other-7586ad = leads en accounts die op elkaar wachten

# leads that share a key
leads-that-share-a-key-ce5692 = leads met dezelfde sleutel

# leads without a key
leads-without-a-key-20f058 = leads zonder sleutel

# nested too deeply
nested-too-deeply-e9aa09 = te diep genest

# numbers that may be thousands
numbers-that-may-be-thousands-f963b3 = getallen die duizendtallen kunnen zijn

# per cent of a number that goes far beyond 1
per-cent-of-a-number-that-goes-far-d596f7 = procent van een getal dat ver boven 1 gaat

# points are missing or written otherwise
points-are-missing-or-written-otherwise-0c7028 = de punten ontbreken of worden anders geschreven

# points beyond what the score can hold
points-beyond-what-the-score-can-hold-33dbe3 = punten boven wat de score kan bevatten

# points for an outcome
points-for-an-outcome-deb39c = punten voor een afloop

# points for each of what can't be counted
points-for-each-of-what-can-t-be-4ad6e5 = punten per stuk voor wat niet geteld kan worden

# points for few events that leads without any get
points-for-few-events-that-leads-without-any-451ab0 = punten voor weinig gebeurtenissen die leads zonder ook krijgen

# points for what tells of disinterest
points-for-what-tells-of-disinterest-aeb78c = punten voor wat op weinig interesse wijst

# points that every lead gets
points-that-every-lead-gets-40cb97 = punten die elke lead krijgt

# points that only excluded leads get
points-that-only-excluded-leads-get-12bc64 = punten die alleen leads krijgen die apart gezet zijn

# points too fine or too many
points-too-fine-or-too-many-d7d572 = te fijne of te veel punten

# said twice in a test
said-twice-in-a-test-399038 = twee keer gezegd in een test

# the data has no such column
the-data-has-no-such-column-0dfccc = die kolom staat niet in de data

# the key does not tell leads apart
the-key-does-not-tell-leads-apart-2fa5e5 = de sleutel houdt leads niet uit elkaar

# the same thing is said twice
the-same-thing-is-said-twice-10488f = hetzelfde staat er twee keer

# the version of the language is not said first
the-version-of-the-language-is-not-said-3241d0 = de versie van de taal staat niet eerst

# things that can't be compared
things-that-can-t-be-compared-a6ee92 = dingen die niet vergeleken kunnen worden

# this line can't be read
this-line-can-t-be-read-47a41b = deze lijn kan niet gelezen worden

# too much of something
too-much-of-something-42b857 = meer van iets dan de taal aankan

# two kinds of event with one text in the log
two-kinds-of-event-with-one-text-in-5dd356 = twee soorten gebeurtenissen met één tekst in het logboek

# two options with one name
two-options-with-one-name-9ce628 = twee opties met één naam

# two rows of a table overlap
two-rows-of-a-table-overlap-8e47f7 = twee rijen van een tabel overlappen

# two rules for the same leads
two-rules-for-the-same-leads-5007cf = twee regels voor dezelfde leads

# values between the rows of a table
values-between-the-rows-of-a-table-afaa59 = waarden tussen de rijen van een tabel

# values that are none of the options
values-that-are-none-of-the-options-c91f48 = waarden die geen van de opties zijn

# values that do not fit their field
values-that-do-not-fit-their-field-45f1c3 = waarden die niet in hun veld passen

# values that two rules count
values-that-two-rules-count-394e4a = waarden die twee regels tellen

# dead or doubled rules
dead-or-doubled-rules-fd0048 = dode of dubbele regels

# missing data
missing-data-1c1745 = ontbrekende data

# names and types
names-and-types-f0bfcb = namen en types

# owners and dates
owners-and-dates-ec9d2d = verantwoordelijken en datums

# promises and tests
promises-and-tests-66df67 = beloften en tests

# ranges and tables
ranges-and-tables-7d6ffb = bereiken en tabellen

# reading the file
reading-the-file-bf7596 = het bestand lezen

# scores and stages
scores-and-stages-1b3ce2 = scores en fases

# the data
the-data-58255c = de data
