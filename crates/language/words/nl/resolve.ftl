### Voorwaarden, punten en fasen.

# `(?` is not known here
is-not-known-here-5fe856 = `(?` bestaat hier niet

# `+1 per 10` gives a point for each full 10; the number after `per` is above 0.
per-10-gives-a-point-for-each-full-4732fb = `+1 per 10` geeft een punt voor elk vol tiental; het getal na `per` is groter dan 0.

# `<` or `>`
or-94d966 = `<` of `>`

# `\{character}` is not known here
character-is-not-known-here-5eb8bc = `\{ $character }` bestaat hier niet

# `^` and `$` can't be repeated
and-can-t-be-repeated-dc2ff8 = `^` en `$` kun je niet herhalen

# `at least` or `below`
at-least-or-below-508c89 = `at least` of `below`

# `days since` counts from a field of type date, or from the latest event of a kind.
days-since-counts-from-a-field-of-type-107371 = `days since` telt vanaf een veld van type `date`, of vanaf de laatste gebeurtenis van een soort.

# `excluded` is no step
excluded-is-no-step-11fbb6 = `excluded` is geen gewone fase

# `new` is no step
new-is-no-step-be8d30 = `new` is geen gewone fase

# `no` and how often contradict each other
no-and-how-often-contradict-each-other-329287 = `no` en hoe vaak spreken elkaar tegen

# `no` does not belong here
no-does-not-belong-here-dc28b7 = `no` hoort hier niet

# `no` says that an event never happened; of anything else, `not` says that it does not hold.
no-says-that-an-event-never-happened-of-e7f096 = `no` zegt dat een gebeurtenis nooit gebeurde; van al het andere zegt `not` dat het niet geldt.

# `once per` takes a property that has one value at a time.
once-per-takes-a-property-that-has-one-dfc1b6 = Na `once per` komt een eigenschap met één waarde tegelijk.

# `once per` takes days, weeks, months or years
once-per-takes-days-weeks-months-or-years-a24563 = na `once per` komen dagen, weken, maanden of jaren

# `otherwise` is for a known value that no other row takes, `unknown` for one that is not there.
otherwise-is-for-a-known-value-that-no-318206 = `otherwise` is voor een bekende waarde die geen andere rij neemt, `unknown` voor een waarde die er niet is.

# `where` and how often are asked of events; of a field, ask for its value.
where-and-how-often-are-asked-of-events-3f8be9 = `where` en hoe vaak vraag je over gebeurtenissen; bij een veld vraag je naar de waarde.

# `where` looks at one event of `{event}` at a time, and at what that event says itself.
where-looks-at-one-event-of-event-at-a9115f = `where` kijkt naar één gebeurtenis van `{ $event }` tegelijk, en naar wat die gebeurtenis zelf zegt.

# `where` takes one test; several that hold for the same event stand in round brackets.
where-takes-one-test-several-that-hold-for-9300f5 = `where` neemt één voorwaarde; zet verschillende die voor dezelfde gebeurtenis gelden tussen ronde haakjes.

# `{character}` after a repetition
character-after-a-repetition-e92ba6 = `{ $character }` na een herhaling

# `{character}` has nothing before it to repeat
character-has-nothing-before-it-to-repeat-df51db = voor `{ $character }` staat niets om te herhalen

# `{event}` declares no properties that it could be
event-declares-no-properties-that-it-could-be-c12e74 = bij `{ $event }` zijn geen eigenschappen aangegeven die het kunnen zijn

# `{name}` adds points
name-adds-points-d03299 = `{ $name }` geeft punten bij

# `{name}` alone is not a condition
name-alone-is-not-a-condition-7ee9c0 = `{ $name }` alleen is geen voorwaarde

# `{name}` can't be {words}
name-can-t-be-words-954b71 = `{ $name }` kan niet { $words } zijn

# `{name}` has no parts
name-has-no-parts-b509af = `{ $name }` heeft geen delen

# `{name}` is a kind of event
name-is-a-kind-of-event-c43d12 = `{ $name }` is een soort gebeurtenis

# `{name}` is a list
name-is-a-list-6a5eb7 = `{ $name }` is een lijst

# `{name}` is a text
name-is-a-text-40b718 = `{ $name }` is een tekst

# `{name}` is a {type_name}, not a number
name-is-a-type-name-not-a-number-09c2aa = `{ $name }` heeft type `{ $type_name }` en is geen getal

# `{name}` is named twice
name-is-named-twice-bb69c7 = `{ $name }` wordt twee keer genoemd

# `{name}` is {what}, not a field
name-is-what-not-a-field-1ee6a2 = `{ $name }` is { $what }, geen veld

# `{name}` is {what}, not a kind of event
name-is-what-not-a-kind-of-event-157f19 = `{ $name }` is { $what }, geen soort gebeurtenis

# `{name}` is {what}, not a label
name-is-what-not-a-label-e4c56c = `{ $name }` is { $what }, geen label

# `{name}` is {what}, not a property of `{event}`
name-is-what-not-a-property-of-event-c2ec52 = `{ $name }` is { $what }, geen eigenschap van `{ $event }`

# `{name}` is {what}, not a score
name-is-what-not-a-score-a14754 = `{ $name }` is { $what }, geen score

# `{name}` is {what}, which has no time
name-is-what-which-has-no-time-f84535 = `{ $name }` is { $what }, en dat heeft geen tijdstip

# `{name}` takes one value
name-takes-one-value-d9cd83 = `{ $name }` neemt één waarde

# `{name}` waits for itself
name-waits-for-itself-ec4682 = `{ $name }` hangt van zichzelf af

# `{number}%` is hundredths of one, and `{score}` counts in whole points
number-is-hundredths-of-one-and-score-counts-22ac19 = `{ $number }%` zijn honderdsten van één, en `{ $score }` telt in hele punten

# `{value}` is a value of `{subject}`, not a condition
value-is-a-value-of-subject-not-a-0504e4 = `{ $value }` is een waarde van `{ $subject }`, geen voorwaarde

# `{what}` is there twice
what-is-there-twice-d5990f = `{ $what }` staat er twee keer

# `{words}` alone is not a condition
words-alone-is-not-a-condition-27b862 = `{ $words }` alleen is geen voorwaarde

# `{words}` and `{other}` have different options
words-and-other-have-different-options-8e54ee = `{ $words }` en `{ $other }` hebben verschillende opties

# `{words}` holds several values
words-holds-several-values-762f3c = `{ $words }` bevat verschillende waarden

# `{words}` holds several values, so it is never one of them
words-holds-several-values-so-it-is-never-533532 = `{ $words }` bevat verschillende waarden en is dus nooit één ervan

# `{words}` is a date
words-is-a-date-47dfd5 = `{ $words }` is een datum

# `{words}` is a date, not a number
words-is-a-date-not-a-number-0c366a = `{ $words }` is een datum, geen getal

# `{words}` is a number
words-is-a-number-a65984 = `{ $words }` is een getal

# `{words}` is a whole number, and {value} is not
words-is-a-whole-number-and-value-is-62c9e8 = `{ $words }` is een geheel getal, en { $value } niet

# `{words}` is never {value}
words-is-never-value-e9f13b = `{ $words }` is nooit { $value }

# `{words}` is not a kind of event
words-is-not-a-kind-of-event-27f125 = `{ $words }` is geen soort gebeurtenis

# `{words}` is one date
words-is-one-date-7d2018 = `{ $words }` is één datum

# `{words}` is {kind}, and `{other}` is {other_kind}
words-is-kind-and-other-is-other-kind-1033d4 = `{ $words }` is { $kind } en `{ $other }` is { $other_kind }

# `{words}` is {kind}: known does not fit it
words-is-kind-known-does-not-fit-it-7373f7 = `{ $words }` is { $kind }: daar past `is known` niet bij

# `{words}` is {kind}: {what} does not fit it
words-is-kind-what-does-not-fit-it-30c94a = `{ $words }` is { $kind }: dat gaat niet samen met { $what }

# `{words}` is {what}, not a date
words-is-what-not-a-date-5dc1f4 = `{ $words }` is { $what }, geen datum

# `{words}` is {what}, not a number
words-is-what-not-a-number-b9b031 = `{ $words }` is { $what }, geen getal

# `{word}` is no row of a table
word-is-no-row-of-a-table-fc3cc8 = `{ $word }` is geen rij van een tabel

# `{word}` is there twice
word-is-there-twice-a1af41 = `{ $word }` staat er twee keer

# `{word}` needs no quotes here
word-needs-no-quotes-here-1bb3fe = `{ $word }` staat hier zonder aanhalingstekens

# `{written}` is no time
written-is-no-time-22803a = `{ $written }` is geen tijdstip

# `{written}` is {value}, and `{words}` goes up to {high}
written-is-value-and-words-goes-up-to-21c01f = `{ $written }` is { $value }, en `{ $words }` gaat tot { $high }

# `{{{low},{high}}}` is upside down
low-high-is-upside-down-6648b9 = `{"{"}{ $low },{ $high }{"}"}` staat omgekeerd

# a `(` without its `)`
a-without-its-59b443 = een `(` zonder `)`

# a `)` without its `(`
a-without-its-7b91bf = een `)` zonder `(`

# a `[` inside `[…]`
a-inside-5733f7 = een `[` binnen `[…]`

# a `[` without its `]`
a-without-its-36d9e0 = een `[` zonder `]`

# a `\` at the end
a-at-the-end-fca11b = een `\` aan het einde

# a `{character}` that belongs to nothing
a-character-that-belongs-to-nothing-58f61a = een `{ $character }` die nergens bij hoort

# a `{{` that gives no number
a-that-gives-no-number-0a3b09 = een `{"{"}` zonder getal

# a choice
a-choice-3ab06f = een keuze

# a condition
a-condition-d298c1 = een voorwaarde

# a date has no hours
a-date-has-no-hours-447694 = een datum heeft geen uren

# a date or a kind of event is needed here
a-date-or-a-kind-of-event-is-a98bf2 = hier is een datum of een soort gebeurtenis nodig

# a date stands without quotes
a-date-stands-without-quotes-9709fe = een datum staat zonder aanhalingstekens

# a definition
a-definition-7c3f0d = een definitie

# a field
a-field-652c38 = een veld

# A field of type date knows the day alone; ask in days, weeks, months or years.
a-field-of-type-date-knows-the-day-c85124 = Een veld van type `date` kent alleen de dag; vraag in dagen, weken, maanden of jaren.

# a fraction
a-fraction-017f6e = een breuk

# A group holds rules and tables, so that it is plain which cap cuts what; put it beside the other.
a-group-holds-rules-and-tables-so-that-0e194a = Een groep bevat regels en tabellen, zodat duidelijk is welke grens wat afkapt; zet deze groep naast de andere.

# a group in a group
a-group-in-a-group-f5c57a = een groep in een groep

# a group takes no `{word}`
a-group-takes-no-word-9952aa = `{ $word }` hoort niet bij een groep

# a kind of event
a-kind-of-event-597ab3 = een soort gebeurtenis

# a label
a-label-78ac42 = een label

# a label that says nothing
a-label-that-says-nothing-019ec4 = een label dat niets zegt

# A lead that was not there before is new; ask `stage before is new`.
a-lead-that-was-not-there-before-is-810b3d = Een lead die er voordien niet was, is nieuw; vraag `stage before is new`.

# a list
a-list-f9b28c = een lijst

# A list is asked what it contains.
a-list-is-asked-what-it-contains-c97d62 = Vraag aan een lijst wat ze bevat.

# a list of choices
a-list-of-choices-9a3f9d = een lijst met keuzes

# a list of texts
a-list-of-texts-8940d1 = een lijst met teksten

# A list stands right of `in` or `contains`, as in `company in {name}`.
a-list-stands-right-of-in-or-contains-979929 = Een lijst staat rechts van `in` of `contains`, zoals in `company in { $name }`.

# a list with {texts}
a-list-with-texts-ec4b76 = een lijst met { $texts }

# a number of points
a-number-of-points-83b9a1 = een aantal punten

# a number stands without quotes
a-number-stands-without-quotes-524943 = een getal staat zonder aanhalingstekens

# a number, which has no age
a-number-which-has-no-age-a6cf26 = een getal, en dat wordt niet ouder

# A pattern is made of letters, `.`, `[…]`, `( )`, `|`, `* + ? {{m,n}}`, `^`, `$`, `\d`, `\w` and `\s`.
a-pattern-is-made-of-letters-m-n-1699d8 = Een patroon bestaat uit letters, `.`, `[…]`, `( )`, `|`, `* + ? {"{"}m,n{"}"}`, `^`, `$`, `\d`, `\w` en `\s`.

# A promise is covered by its title, letter by letter.
a-promise-is-covered-by-its-title-letter-f2f795 = Noem een belofte bij haar titel, letter voor letter.

# a promise of nothing
a-promise-of-nothing-8f1457 = een belofte zonder inhoud

# a property of `{event}`, outside its `where`
a-property-of-event-outside-its-where-1e0f7c = een eigenschap van `{ $event }`, buiten de `where`

# a quantity
a-quantity-303399 = een hoeveelheid

# a quantity does not fade
a-quantity-does-not-fade-e8fc33 = een hoeveelheid koelt niet af

# A quantity is made from the events that did happen.
a-quantity-is-made-from-the-events-that-7e3d4e = Een hoeveelheid komt uit de gebeurtenissen die wel gebeurd zijn.

# A range goes from one character to another.
a-range-goes-from-one-character-to-another-3af920 = Een bereik gaat van één teken tot een ander.

# a range to many characters
a-range-to-many-characters-23ebaf = een bereik tot verschillende tekens

# A rule reads `condition => +20`.
a-rule-reads-condition-20-c0f68e = Een regel ziet er zo uit: `condition => +20`.

# a rule takes no `best`
a-rule-takes-no-best-b29a8d = `best` hoort niet bij een regel

# a score
a-score-19c74e = een score

# a score's range takes in its upper end
a-score-s-range-takes-in-its-upper-a65607 = het hoogste uiteinde hoort bij het bereik van een score

# a second number
a-second-number-70e9e1 = een tweede getal

# a second value
a-second-value-515c81 = een tweede waarde

# a table
a-table-5e84b8 = een tabel

# A table asks about one field or quantity; a condition is a rule of its own.
a-table-asks-about-one-field-or-quantity-766690 = Een tabel vraagt naar één veld of hoeveelheid; een voorwaarde is een regel op zich.

# A test gives fields and events; what is made from them is expected, not given.
a-test-gives-fields-and-events-what-is-652bd3 = Een test geeft velden en gebeurtenissen; wat daaruit volgt, verwacht je en geef je niet.

# A test is about one lead at one instant, and each field has one value; make a second test of the other.
a-test-is-about-one-lead-at-one-ec6dc8 = Een test gaat over één lead op één tijdstip, en elk veld heeft één waarde; maak van de andere een tweede test.

# A test that expects nothing can't fail: say what must come out, as in `expect profile = 45`.
a-test-that-expects-nothing-can-t-fail-9428a2 = Een test die niets verwacht, kan niet mislukken: zeg wat eruit moet komen, zoals in `expect profile = 45`.

# A value that is not there is unknown.
a-value-that-is-not-there-is-unknown-5257a1 = Een waarde die er niet is, is onbekend.

# after `otherwise`
after-otherwise-f61fab = na `otherwise`

# all activity would be ignored
all-activity-would-be-ignored-f9f19b = alle activiteit zou genegeerd worden

# always 0
always-0-b9caf4 = altijd 0

# An agreement covers `everything`, `stages`, `exclude`, a `stage`, a `score`, a `label` or a `promise`.
an-agreement-covers-everything-stages-exclude-a-stage-d7d844 = Een afspraak gaat over `everything`, `stages`, `exclude`, een `stage`, een `score`, een `label` of een `promise`.

# an agreement of nobody
an-agreement-of-nobody-81d082 = een afspraak van niemand

# an agreement on nothing
an-agreement-on-nothing-c50436 = een afspraak over niets

# An agreement says each of its parts once: join the two lines.
an-agreement-says-each-of-its-parts-once-49b0c1 = Een afspraak zegt elk onderdeel één keer: voeg de twee lijnen samen.

# an agreement with oneself
an-agreement-with-oneself-18d164 = een afspraak met zichzelf

# an email has no `{other}`
an-email-has-no-other-6a0ca5 = een e-mailadres heeft geen `{ $other }`

# an empty `[]`
an-empty-080389 = een `[]` zonder inhoud

# An empty pattern matches anything; write what to look for.
an-empty-pattern-matches-anything-write-what-to-df2bb9 = Een patroon zonder inhoud past op alles; schrijf waarnaar je zoekt.

# an event
an-event-ae6b4e = een gebeurtenis

# An event has no value of its own: ask how often it happened, or when.
an-event-has-no-value-of-its-own-f5bfe9 = Een gebeurtenis heeft zelf geen waarde: vraag hoe vaak ze gebeurde, of wanneer.

# an event is needed here
an-event-is-needed-here-654cc7 = hier is een gebeurtenis nodig

# an ignored event never counts
an-ignored-event-never-counts-24b232 = een genegeerde gebeurtenis telt nooit

# another event
another-event-479d94 = een andere gebeurtenis

# another order
another-order-4882f4 = een andere volgorde

# apart from the order
apart-from-the-order-ec6d6c = buiten de volgorde

# Ask for fewer repetitions, or split it into two conditions.
ask-for-fewer-repetitions-or-split-it-into-eec862 = Vraag minder herhalingen, of splits het in twee voorwaarden.

# Ask whether it is `yes` or `no`.
ask-whether-it-is-yes-or-no-23ec2f = Vraag of het `yes` of `no` is.

# asked here
asked-here-f1351f = hier gevraagd

# asked of a list
asked-of-a-list-b78469 = gevraagd aan een lijst

# asked of each of them
asked-of-each-of-them-024780 = gevraagd over elk ervan

# asks for `{next}`
asks-for-next-c25b8d = vraagt naar `{ $next }`

# asks when
asks-when-c7d825 = vraagt wanneer

# At most one row of a table gives points; take one of the two out.
at-most-one-row-of-a-table-gives-51658e = Hoogstens één rij van een tabel geeft punten; haal een van beide weg.

# beyond the range
beyond-the-range-bbb788 = buiten het bereik

# can't be covered so
can-t-be-covered-so-379925 = zo hoort het niet bij een afspraak

# can't be set
can-t-be-set-5db9fb = kun je niet invullen

# Compare a field, a score or a quantity with a number.
compare-a-field-a-score-or-a-quantity-fa87ab = Vergelijk een veld, een score of een hoeveelheid met een getal.

# Compare it with `yes` or `no`.
compare-it-with-yes-or-no-3861d2 = Vergelijk het met `yes` of `no`.

# Compare it with a date, or compare the days that have passed since.
compare-it-with-a-date-or-compare-the-543541 = Vergelijk het met een datum, of vergelijk de dagen die sindsdien voorbij zijn.

# Compare it with a text in quotes, or with another text field.
compare-it-with-a-text-in-quotes-or-815a02 = Vergelijk het met een tekst tussen aanhalingstekens, of met een ander tekstveld.

# Compare it with a text in quotes.
compare-it-with-a-text-in-quotes-6705d3 = Vergelijk het met een tekst tussen aanhalingstekens.

# Compare it with one of its options, or with a field that has the same options.
compare-it-with-one-of-its-options-or-53f7ac = Vergelijk het met een van de opties, of met een veld met dezelfde opties.

# Compare it with the name of a stage.
compare-it-with-the-name-of-a-stage-c6d771 = Vergelijk het met de naam van een fase.

# Compare it, as in `>= 3`, or give points for each: `=> +1 each`.
compare-it-as-in-3-or-give-points-2a5657 = Vergelijk het, zoals in `>= 3`, of geef punten voor elk: `=> +1 each`.

# Compare things of one type.
compare-things-of-one-type-131770 = Vergelijk dingen van één type.

# date or kind of event
date-or-kind-of-event-c4ebd1 = datum of soort gebeurtenis

# Dates are written year, month, day: `2026-11-23`.
dates-are-written-year-month-day-2026-11-bcacbd = Schrijf een datum als jaar, maand, dag: `2026-11-23`.

# Declare it with the kind of event, as in `{event} {{ {name} text }}`.
declare-it-with-the-kind-of-event-as-c84eb3 = Geef ze aan bij de soort gebeurtenis, zoals in `{ $event } {"{"} { $name } text {"}"}`.

# defined here
defined-here-658ec8 = hier gedefinieerd

# Did you mean "{near}"?
did-you-mean-near-c82e39 = Bedoel je "{ $near }"?

# does `{name}` belong to `where`?
does-name-belong-to-where-a48637 = hoort `{ $name }` bij `where`?

# does not count
does-not-count-178692 = telt niet

# Each party signs once.
each-party-signs-once-4fb487 = Elke partij tekent één keer.

# events can't be asked for inside `where`
events-can-t-be-asked-for-inside-where-b1895e = binnen `where` kun je niet naar gebeurtenissen vragen

# events can't be counted inside `where`
events-can-t-be-counted-inside-where-437775 = binnen `where` kun je geen gebeurtenissen tellen

# events lie in the past
events-lie-in-the-past-375b12 = gebeurtenissen liggen in het verleden

# every event
every-event-1a8284 = elke gebeurtenis

# field, event or definition
field-event-or-definition-6d25bf = veld, gebeurtenis of definitie

# finer than a day
finer-than-a-day-946a49 = fijner dan een dag

# for a group
for-a-group-7d81f0 = voor een groep

# for a rule
for-a-rule-d022bf = voor een regel

# For anything but a blank write `[^\s]`.
for-anything-but-a-blank-write-s-35d450 = Schrijf `[^\s]` voor alles behalve een spatie.

# For anything but a digit write `[^0-9]`.
for-anything-but-a-digit-write-0-9-25b05a = Schrijf `[^0-9]` voor alles behalve een cijfer.

# For anything but a letter, digit or `_` write `[^0-9a-z_]`.
for-anything-but-a-letter-digit-or-write-cc4e39 = Schrijf `[^0-9a-z_]` voor alles behalve een letter, een cijfer of `_`.

# for event rules
for-event-rules-6571ff = voor regels over gebeurtenissen

# for events
for-events-3e3651 = voor gebeurtenissen

# Give dates, written year, month, day: `2026-11-23`.
give-dates-written-year-month-day-2026-11-9bb962 = Geef datums, geschreven als jaar, maand, dag: `2026-11-23`.

# Give numbers, written without quotes.
give-numbers-written-without-quotes-6946ec = Geef getallen, zonder aanhalingstekens.

# gives nothing
gives-nothing-66a9c8 = geeft niets

# hardly above nothing
hardly-above-nothing-53a42b = amper meer dan niets

# hardly above nothing in {low}..{high}
hardly-above-nothing-in-low-high-15d756 = amper meer dan niets in { $low }..{ $high }

# how often
how-often-d7c839 = hoe vaak

# how often does not belong here
how-often-does-not-belong-here-aca32c = hoe vaak hoort hier niet

# In `where` stand only the event's own properties, and this one declares none; a condition on the lead is joined by `and`, outside the brackets of `where`.
in-where-stand-only-the-event-s-own-f06714 = In `where` staan alleen eigenschappen van de gebeurtenis zelf, en deze heeft er geen; verbind een voorwaarde over de lead met `and`, buiten de haakjes van `where`.

# In `where` stand only the event's own properties: {properties}; a condition on the lead is joined by `and`, outside the brackets of `where`.
in-where-stand-only-the-event-s-own-e7f615 = In `where` staan alleen eigenschappen van de gebeurtenis zelf: { $properties }; verbind een voorwaarde over de lead met `and`, buiten de haakjes van `where`.

# in `{words}` there is no event to count for certain
in-words-there-is-no-event-to-count-992557 = in `{ $words }` is er niet altijd een gebeurtenis om te tellen

# in `{words}` there is no event to fade for certain
in-words-there-is-no-event-to-fade-14449c = in `{ $words }` is er niet altijd een gebeurtenis die kan afkoelen

# in `{words}` there is nothing to count
in-words-there-is-nothing-to-count-d5b53a = in `{ $words }` is er niets om te tellen

# in `{words}` there is nothing to fade
in-words-there-is-nothing-to-fade-477a55 = in `{ $words }` is er niets dat kan afkoelen

# In a `group "title", best {{ … }}` only the rule that gives most counts.
in-a-group-title-best-only-the-rule-dcfa29 = In een `group "title", best {"{"} … {"}"}` telt alleen de regel die het meest geeft.

# In quotes it is a text, which can't be compared with a number.
in-quotes-it-is-a-text-which-can-a1c4a2 = Tussen aanhalingstekens is het een tekst, en die kun je niet met een getal vergelijken.

# In the data such a value would be invalid, and so unknown: an email has one `@` and a domain with a dot.
in-the-data-such-a-value-would-be-9790ad = In de data zou zo'n waarde ongeldig zijn, en dus onbekend: een e-mailadres heeft één `@` en een domein met een punt.

# In the data such a value would be invalid, and so unknown: an integer has no places.
in-the-data-such-a-value-would-be-97e852 = In de data zou zo'n waarde ongeldig zijn, en dus onbekend: een geheel getal heeft geen cijfers na de komma.

# In the data such a value would be invalid, and so unknown: give `yes` or `no`, or `unknown`.
in-the-data-such-a-value-would-be-778401 = In de data zou zo'n waarde ongeldig zijn, en dus onbekend: geef `yes` of `no`, of `unknown`.

# In the data such a value would be invalid, and so unknown: give a date such as `2026-11-23`, or `unknown`.
in-the-data-such-a-value-would-be-05116d = In de data zou zo'n waarde ongeldig zijn, en dus onbekend: geef een datum zoals `2026-11-23`, of `unknown`.

# In the data such a value would be invalid, and so unknown: give a number such as `150`, or `unknown`.
in-the-data-such-a-value-would-be-9529a7 = In de data zou zo'n waarde ongeldig zijn, en dus onbekend: geef een getal zoals `150`, of `unknown`.

# In the data such a value would be invalid, and so unknown: its range is {range}.
in-the-data-such-a-value-would-be-c66a2e = In de data zou zo'n waarde ongeldig zijn, en dus onbekend: het bereik is { $range }.

# in the future
in-the-future-c4a82c = in de toekomst

# inside another group
inside-another-group-d5d045 = binnen een andere groep

# It asks for `{last}` itself.
it-asks-for-last-itself-0f5be4 = Het vraagt zelf naar `{ $last }`.

# It asks for {names}, and so for `{last}` itself.
it-asks-for-names-and-so-for-last-ae697c = Het vraagt naar { $names }, en zo naar `{ $last }` zelf.

# It parts the calendar, and the least part is one day.
it-parts-the-calendar-and-the-least-part-2c1f8d = Het verdeelt de kalender, en het kleinste deel is één dag.

# Its type is {type_name}; only a list holds several values.
its-type-is-type-name-only-a-list-0d96d3 = Het type is `{ $type_name }`; alleen een lijst bevat verschillende waarden.

# Its values all lie on one side of this number, so the comparison decides nothing; change the number, or the range.
its-values-all-lie-on-one-side-of-7f521a = Alle waarden liggen aan één kant van dit getal, dus de vergelijking beslist niets; verander het getal of het bereik.

# Kinds of event are declared in `events {{ … }}`.
kinds-of-event-are-declared-in-events-423eb5 = Soorten gebeurtenissen geef je aan in `events {"{"} … {"}"}`.

# Leads and accounts may ask each other, but not in a circle: take one of these questions out.
leads-and-accounts-may-ask-each-other-but-b256de = Leads en accounts mogen elkaar iets vragen, maar niet in een kring: haal een van deze vragen weg.

# leads are ranked in two ways
leads-are-ranked-in-two-ways-1711b6 = leads staan op twee manieren in volgorde

# leads can't be ranked by it
leads-can-t-be-ranked-by-it-eefbeb = leads kun je hier niet op ordenen

# Leads of a stage are listed by points, the most first: name a score, as in `rank by total`.
leads-of-a-stage-are-listed-by-points-a876f9 = Leads van een fase staan op punten geordend, de meeste eerst: noem een score, zoals in `rank by total`.

# leads that did nothing get these points too
leads-that-did-nothing-get-these-points-too-6157ab = leads die niets deden, krijgen deze punten ook

# Leads with as many points of it are told apart by the scores after it: name each once.
leads-with-as-many-points-of-it-are-654d3a = Leads met evenveel punten ervan worden geordend volgens de scores erna: noem elke score één keer.

# Leads without any are among them, and mostly the most. Ask for at least one where they should have done it.
leads-without-any-are-among-them-and-mostly-b48b38 = Leads zonder enkele zijn erbij, en meestal zijn dat de meeste. Vraag er minstens één als ze het gedaan moeten hebben.

# leaves it out
leaves-it-out-775c16 = laat het weg

# Left of `each` and `per` stands one quantity; the others are conditions, such as `budget >= 10k`.
left-of-each-and-per-stands-one-quantity-1f5f00 = Links van `each` en `per` staat één hoeveelheid; de andere zijn voorwaarden, zoals `budget >= 10k`.

# Left of `each`, `per` and `once per` stands an event or a number, alone or joined by `and` with conditions.
left-of-each-per-and-once-per-stands-f52bc0 = Links van `each`, `per` en `once per` staat een gebeurtenis of een getal, alleen of met `and` verbonden met voorwaarden.

# Lists, reports and the workbench show leads in one order: keep one of the two lines.
lists-reports-and-the-workbench-show-leads-in-ec63cf = Lijsten, rapporten en de workbench tonen leads in één volgorde: behoud een van beide lijnen.

# lower than all steps
lower-than-all-steps-ccc66d = lager dan alle fases

# Make a label of it first, with a line for each text that it can say.
make-a-label-of-it-first-with-a-b9b291 = Maak er eerst een label van, met een lijn voor elke tekst die het kan zeggen.

# makes no difference here
makes-no-difference-here-54e454 = maakt hier geen verschil

# Name the kinds of event that do not count.
name-the-kinds-of-event-that-do-not-24dac7 = Noem de soorten gebeurtenissen die niet tellen.

# Name the property to reckon with, as in `total minutes of webinar_attended`.
name-the-property-to-reckon-with-as-in-57f14c = Noem de eigenschap waarmee je rekent, zoals in `total minutes of webinar_attended`.

# Name two owners or more, as in `between marketing, sales`.
name-two-owners-or-more-as-in-between-f728ef = Noem twee of meer verantwoordelijken, zoals in `between marketing, sales`.

# never
never-c95089 = nooit

# never so often
never-so-often-83b5f1 = zo vaak kan nooit

# no `expect`
no-expect-fc066d = geen `expect`

# no `never` and no `always`
no-never-and-no-always-d0b22b = geen `never` en geen `always`

# no day lies between
no-day-lies-between-5d4cab = geen enkele dag ligt ertussen

# no event
no-event-3847ba = geen gebeurtenis

# no name that is declared
no-name-that-is-declared-bc9fc0 = geen aangegeven naam

# no rule looks at {kinds}
no-rule-looks-at-kinds-d9ded6 = geen enkele regel kijkt naar { $kinds }

# no value
no-value-322b4f = geen waarde

# not a date
not-a-date-e70a73 = geen datum

# not a number
not-a-number-c85ef6 = geen getal

# not a part of it
not-a-part-of-it-678e28 = geen deel ervan

# not above 0
not-above-0-14f287 = niet groter dan 0

# not all of these events have the same `{name}`
not-all-of-these-events-have-the-same-89fb62 = niet al deze gebeurtenissen hebben dezelfde `{ $name }`

# not an address
not-an-address-5c4819 = geen adres

# not an email
not-an-email-b61d39 = geen e-mailadres

# not for a date
not-for-a-date-39b64a = niet voor een datum

# not in these rules
not-in-these-rules-3532bd = niet in deze regels

# not said
not-said-aeb3cf = niet gezegd

# not said by the event
not-said-by-the-event-06c91f = zegt de gebeurtenis niet

# nothing in this group fades
nothing-in-this-group-fades-34ad07 = niets in deze groep koelt af

# Nothing is both, so whatever fails `{first}` passes `{second}`. Write `and` if it should be neither.
nothing-is-both-so-whatever-fails-first-passes-c41d00 = Niets is beide, dus wat niet aan `{ $first }` voldoet, voldoet aan `{ $second }`. Schrijf `and` als het geen van beide mag zijn.

# nothing uses `{name}`
nothing-uses-name-c88c79 = niets gebruikt `{ $name }`

# nothing uses the list `{name}`
nothing-uses-the-list-name-77390e = niets gebruikt de lijst `{ $name }`

# Numbers are fields of type number or integer, scores, and what is counted from events.
numbers-are-fields-of-type-number-or-integer-e83d9e = Getallen zijn velden van type `number` of `integer`, scores, en wat uit gebeurtenissen geteld wordt.

# One of several kinds must have happened; to name one twice changes nothing.
one-of-several-kinds-must-have-happened-to-6c21ce = Een van verschillende soorten moet gebeurd zijn; er een twee keer noemen verandert niets.

# one of these is always so
one-of-these-is-always-so-9089bc = een van deze is altijd zo

# one party
one-party-4c7e4f = één partij

# one value each
one-value-each-6010db = telkens één waarde

# Only a field of type email has a part with a name: its `domain`. What an event says is asked with `where`, as in `webinar_attended where minutes >= 20`.
only-a-field-of-type-email-has-a-a7e0b5 = Alleen een veld van type `email` heeft een deel met een naam: het `domain`. Wat een gebeurtenis zegt, vraag je met `where`, zoals in `webinar_attended where minutes >= 20`.

# only for events
only-for-events-6ca981 = alleen voor gebeurtenissen

# only labels can be joined
only-labels-can-be-joined-129ca6 = alleen labels kun je samenvoegen

# Only numbers and dates are in an order.
only-numbers-and-dates-are-in-an-order-994ba9 = Alleen getallen en datums hebben een volgorde.

# Only numbers can be added up, averaged and put in order; `count of` works with any event.
only-numbers-can-be-added-up-averaged-and-db50e0 = Alleen van getallen kun je een som, een gemiddelde of een volgorde maken; `count of` werkt met elke gebeurtenis.

# Only texts, choices and lists can be looked into.
only-texts-choices-and-lists-can-be-looked-49c7a6 = Alleen in teksten, keuzes en lijsten kun je zoeken.

# outside its range
outside-its-range-f10f3f = buiten het bereik

# outside {range}
outside-range-9a762d = buiten { $range }

# Per cent are hundredths of one, not of the most that there can be; write the number that you mean.
per-cent-are-hundredths-of-one-not-of-ab84fd = Procenten zijn honderdsten van één, niet van het hoogst mogelijke; schrijf het getal dat je bedoelt.

# Plain brackets group; a pattern is made of letters, `.`, `[…]`, `( )`, `|`, `* + ? {{m,n}}`, `^`, `$`, `\d`, `\w` and `\s`.
plain-brackets-group-a-pattern-is-made-of-2d0e8f = Gewone haakjes groeperen; een patroon bestaat uit letters, `.`, `[…]`, `( )`, `|`, `* + ? {"{"}m,n{"}"}`, `^`, `$`, `\d`, `\w` en `\s`.

# Points above the upper end are cut off at that end, so it belongs to the range.
points-above-the-upper-end-are-cut-off-de001b = Punten boven het hoogste uiteinde worden daar afgetopt, dus het hoort bij het bereik.

# Points fade with the age of an event, and no rule here gives points for one.
points-fade-with-the-age-of-an-event-d4af94 = Punten koelen af naarmate een gebeurtenis ouder wordt, en geen regel hier geeft er punten voor.

# Points fade with the age of an event, and this rule asks for none.
points-fade-with-the-age-of-an-event-a6f848 = Punten koelen af naarmate een gebeurtenis ouder wordt, en deze regel vraagt naar geen enkele.

# Points fade with the age of an event: write the event itself left of `=>`, with `each`.
points-fade-with-the-age-of-an-event-9db3a3 = Punten koelen af naarmate een gebeurtenis ouder wordt: schrijf de gebeurtenis zelf links van `=>`, met `each`.

# points per nothing
points-per-nothing-f9a424 = punten per niets

# put both tests in brackets
put-both-tests-in-brackets-b8817c = zet beide voorwaarden tussen haakjes

# Ranges hold numbers and dates.
ranges-hold-numbers-and-dates-fe27b0 = Een bereik gaat over getallen of datums.

# right of `or` stands a whole condition
right-of-or-stands-a-whole-condition-3d7907 = rechts van `or` hoort een hele voorwaarde

# rules say `{word}`, not `{name}`
rules-say-word-not-name-d2b1c1 = in regels schrijf je `{ $word }`, niet `{ $name }`

# rules say `{word}`, not `{other}`
rules-say-word-not-other-d3b61e = in regels schrijf je `{ $word }`, niet `{ $other }`

# Say how much it must be, as in `{name} >= 10`, or that it is known.
say-how-much-it-must-be-as-in-83fe0e = Zeg hoeveel het moet zijn, zoals in `{ $name } >= 10`, of dat het bekend is.

# Say what it is for all other accounts with `otherwise => "…"`, unless none is meant.
say-what-it-is-for-all-other-accounts-1c6be5 = Zeg met `otherwise => "…"` wat het is voor alle andere accounts, tenzij ze er geen mogen hebben.

# Say what it is for all other leads with `otherwise => "…"`, unless none is meant.
say-what-it-is-for-all-other-leads-2ee95a = Zeg met `otherwise => "…"` wat het is voor alle andere leads, tenzij ze er geen mogen hebben.

# Say what it must be, as in `{name} is "…"`, or that it is known.
say-what-it-must-be-as-in-name-70a125 = Zeg wat het moet zijn, zoals in `{ $name } is "…"`, of dat het bekend is.

# Say what it must hold, as in `{name} contains …`, or that it is known.
say-what-it-must-hold-as-in-name-4fa8ea = Zeg wat het moet bevatten, zoals in `{ $name } contains …`, of dat het bekend is.

# Say what must hold for every account, as in `never stage is SQL and email is unknown`.
say-what-must-hold-for-every-account-as-fbb95d = Zeg wat voor elk account moet gelden, zoals in `never stage is SQL and email is unknown`.

# Say what must hold for every lead, as in `never stage is SQL and email is unknown`.
say-what-must-hold-for-every-lead-as-bcfe84 = Zeg wat voor elke lead moet gelden, zoals in `never stage is SQL and email is unknown`.

# Say what they agree on, as in `covers stages` or `covers everything`.
say-what-they-agree-on-as-in-covers-5d0711 = Zeg waarover ze het eens zijn, zoals in `covers stages` of `covers everything`.

# Say when it must be, as in `{name} in last 30 days`, or that it is known.
say-when-it-must-be-as-in-name-f36aa4 = Zeg wanneer het moet zijn, zoals in `{ $name } in last 30 days`, of dat het bekend is.

# Say which option it must be, as in `{name} is {first}`, or that it is known.
say-which-option-it-must-be-as-in-18d89d = Zeg welke optie het moet zijn, zoals in `{ $name } is { $first }`, of dat het bekend is.

# Say which stage it must be, as in `stage is MQL`.
say-which-stage-it-must-be-as-in-024673 = Zeg welke fase het moet zijn, zoals in `stage is MQL`.

# Scoring never looks into the future, and the test looks from {instant}; say when it takes place with `as of …`.
scoring-never-looks-into-the-future-and-the-fe3336 = Scores kijken nooit in de toekomst, en de test is gezien op { $instant }; zeg met `as of …` wanneer de test plaatsvindt.

# Scoring never looks into the future: an event later than `as of` does not count. `in last …` looks back.
scoring-never-looks-into-the-future-an-event-1aa35a = Scores kijken nooit in de toekomst: een gebeurtenis na `as of` telt niet. `in last …` kijkt terug.

# several events
several-events-23b3cc = verschillende gebeurtenissen

# Several values of one field follow `in`: `{instead}`.
several-values-of-one-field-follow-in-instead-6a764e = Verschillende waarden van één veld komen na `in`: `{ $instead }`.

# sounds like disinterest
sounds-like-disinterest-f2ac72 = klinkt als geen interesse

# Split the pattern into two conditions.
split-the-pattern-into-two-conditions-abc17a = Splits het patroon in twee voorwaarden.

# Stages are compared with `at least` and `below`.
stages-are-compared-with-at-least-and-below-f8a2d7 = Fases vergelijk je met `at least` en `below`.

# Such events change nothing; that is fine where they only describe the log.
such-events-change-nothing-that-is-fine-where-399ecf = Zulke gebeurtenissen veranderen niets; dat is goed als ze alleen het logboek beschrijven.

# take the quotes off
take-the-quotes-off-fbcf33 = haal de aanhalingstekens weg

# takes all accounts that are left
takes-all-accounts-that-are-left-1df0dc = neemt alle overige accounts

# takes all leads that are left
takes-all-leads-that-are-left-f88723 = neemt alle overige leads

# Texts stand in quotes.
texts-stand-in-quotes-13ec97 = Teksten staan tussen aanhalingstekens.

# Texts stand in quotes; without them it would be the name of a field or a list.
texts-stand-in-quotes-without-them-it-would-056c4d = Teksten staan tussen aanhalingstekens; zonder zou het de naam van een veld of een lijst zijn.

# the brackets go too deep
the-brackets-go-too-deep-6ba9d3 = de haakjes zitten te diep in elkaar

# the days are the wrong way round
the-days-are-the-wrong-way-round-5186c8 = de dagen staan omgekeerd

# The days that have passed since a date are a number.
the-days-that-have-passed-since-a-date-05030d = De dagen die sinds een datum voorbij zijn, zijn een getal.

# The earlier day stands first.
the-earlier-day-stands-first-7296f1 = De vroegste dag staat eerst.

# The event must have happened whenever the rule fires: it stands alone, or is joined by `and`.
the-event-must-have-happened-whenever-the-rule-0eca5f = De gebeurtenis moet gebeurd zijn telkens als de regel geldt: ze staat alleen, of is verbonden met `and`.

# The first line that is true counts, so `otherwise` stands last.
the-first-line-that-is-true-counts-so-db6f36 = De eerste lijn die waar is, telt, dus `otherwise` staat laatst.

# the group "{title}" has no rules
the-group-title-has-no-rules-616829 = de groep "{ $title }" heeft geen regels

# the label `{name}` has no `otherwise`
the-label-name-has-no-otherwise-a3fb7a = het label `{ $name }` heeft geen `otherwise`

# the left side
the-left-side-d65794 = een plaats links

# The lower character stands first; case makes no difference, so `a-z` takes capitals too.
the-lower-character-stands-first-case-makes-no-6c3032 = Het laagste teken staat eerst; hoofdletters maken geen verschil, dus `a-z` neemt ze ook.

# The lower number stands first.
the-lower-number-stands-first-1f28d1 = Het laagste getal staat eerst.

# the pattern has an empty part
the-pattern-has-an-empty-part-517c7d = een deel van het patroon heeft geen inhoud

# the pattern is too large
the-pattern-is-too-large-b79187 = het patroon is te groot

# The quantity takes all events of the kind; to ask how often they happened, compare `count of` them.
the-quantity-takes-all-events-of-the-kind-fd1420 = De hoeveelheid neemt alle gebeurtenissen van die soort; wil je vragen hoe vaak ze gebeurden, vergelijk dan `count of` ervan.

# the range `{from}-{to}` is upside down
the-range-from-to-is-upside-down-22aabd = het bereik `{ $from }-{ $to }` staat omgekeerd

# the same for every lead
the-same-for-every-lead-a8ebe4 = hetzelfde voor elke lead

# the score `{name}` has no rules
the-score-name-has-no-rules-289baf = de score `{ $name }` heeft geen regels

# the stage
the-stage-791982 = de fase

# the stage before
the-stage-before-5538f1 = de vorige fase

# the stage of an account
the-stage-of-an-account-5f292d = de fase van een account

# the test expects nothing
the-test-expects-nothing-61f883 = de test verwacht niets

# There are no stages of accounts; they are listed in `stages of account {{ … }}`, lowest first.
there-are-no-stages-of-accounts-they-are-addda6 = Er zijn geen fases van accounts; ze staan in `stages of account {"{"} … {"}"}`, de laagste eerst.

# There are no stages of leads; they are listed in `stages {{ … }}`, lowest first.
there-are-no-stages-of-leads-they-are-c6495f = Er zijn geen fases van leads; ze staan in `stages {"{"} … {"}"}`, de laagste eerst.

# there is no promise "{title}"
there-is-no-promise-title-1e1317 = er is geen belofte "{ $title }"

# there is no property `{name}`
there-is-no-property-name-bd3dba = er is geen eigenschap `{ $name }`

# there is no stage `{name}`
there-is-no-stage-name-cd9383 = er is geen fase `{ $name }`

# There is one event to count: make a rule of each, or ask for the other with `count of … >= 1`.
there-is-one-event-to-count-make-a-ed677e = Er wordt maar één gebeurtenis geteld: maak van elk een regel, of vraag naar de andere met `count of … >= 1`.

# There is one event to count: make a rule of each.
there-is-one-event-to-count-make-a-e2380a = Er wordt maar één gebeurtenis geteld: maak van elk een regel.

# There is one event to fade: make a rule of each, or ask for the other with `count of … >= 1`.
there-is-one-event-to-fade-make-a-9c5d5d = Er kan maar één gebeurtenis afkoelen: maak van elk een regel, of vraag naar de andere met `count of … >= 1`.

# There is one event to fade: make a rule of each.
there-is-one-event-to-fade-make-a-00fcef = Er kan maar één gebeurtenis afkoelen: maak van elk een regel.

# There is one such day, so there is nothing to choose from; take this out.
there-is-one-such-day-so-there-is-d1d2fb = Er is maar één zo'n dag, dus er valt niets te kiezen; haal dit weg.

# There may be at most {most}.
there-may-be-at-most-most-51025c = Het mogen er hoogstens { $most } zijn.

# these can't be compared
these-can-t-be-compared-a9c5e3 = deze kun je niet vergelijken

# These compare stages, which are in the order of `stages`; numbers are compared with `>=` and `<`.
these-compare-stages-which-are-in-the-order-470b49 = Hiermee vergelijk je fases, in de volgorde van `stages`; getallen vergelijk je met `>=` en `<`.

# They declare it with different types or columns; declare it alike, or ask of each kind by itself, with `or`.
they-declare-it-with-different-types-or-columns-320c3b = Het is er met verschillende types of kolommen aangegeven; geef het overal hetzelfde aan, of vraag het per soort, verbonden met `or`.

# They stand for the start and the end of the text, which are there once.
they-stand-for-the-start-and-the-end-cfef17 = Ze staan voor het begin en het einde van de tekst, en die zijn er één keer.

# this event lies after the test's instant
this-event-lies-after-the-test-s-instant-8f6d2c = deze gebeurtenis valt na het tijdstip van de test

# this line is never reached
this-line-is-never-reached-9d47b3 = deze lijn komt nooit aan de beurt

# this row takes it
this-row-takes-it-a9755e = deze waarde valt in deze rij

# this row takes it too
this-row-takes-it-too-316910 = deze waarde valt ook in deze rij

# To look for the bracket itself, write `\(`.
to-look-for-the-bracket-itself-write-8b3413 = Zoek je het haakje zelf, schrijf dan `\(`.

# To look for the bracket itself, write `\)`.
to-look-for-the-bracket-itself-write-a4feb8 = Zoek je het haakje zelf, schrijf dan `\)`.

# To look for the bracket itself, write `\[`.
to-look-for-the-bracket-itself-write-42d31e = Zoek je het haakje zelf, schrijf dan `\[`.

# To look for the character itself, write `\{character}`.
to-look-for-the-character-itself-write-character-829fbb = Zoek je het teken zelf, schrijf dan `\{ $character }`.

# To look for the character itself, write it twice.
to-look-for-the-character-itself-write-it-bd2fa3 = Zoek je het teken zelf, schrijf het dan twee keer.

# Together they may come to {most}.
together-they-may-come-to-most-a5afea = Samen mogen het er { $most } zijn.

# too many repetitions within repetitions
too-many-repetitions-within-repetitions-fcdc6f = te veel herhalingen binnen herhalingen

# true of every lead of which it is known
true-of-every-lead-of-which-it-is-efbd6f = waar voor elke lead waarvan het bekend is

# true of none at all
true-of-none-at-all-8183f6 = ook waar als er geen enkele is

# Truth values are `yes` and `no`.
truth-values-are-yes-and-no-8623f3 = Waar en onwaar schrijf je als `yes` en `no`.

# two agreements are called "{title}"
two-agreements-are-called-title-c09281 = twee afspraken heten "{ $title }"

# two fixed numbers are compared
two-fixed-numbers-are-compared-7530e4 = twee vaste getallen worden vergeleken

# two rows of this table overlap
two-rows-of-this-table-overlap-1a2c9e = twee rijen van deze tabel overlappen

# under `or`, `not` or `no`
under-or-not-or-no-dae48d = onder `or`, `not` of `no`

# unknown for a lead that no line takes
unknown-for-a-lead-that-no-line-takes-827aa1 = onbekend voor een lead die geen enkele lijn neemt

# unknown for an account that no line takes
unknown-for-an-account-that-no-line-takes-bc65ac = onbekend voor een account waarvoor geen enkele lijn geldt

# Was it meant for a rule, as in `company in {name}`? Otherwise take it out, so that nobody thinks that it counts.
was-it-meant-for-a-rule-as-in-f31b9a = Was ze voor een regel bedoeld, zoals in `company in { $name }`? Haal ze anders weg, zodat niemand denkt dat ze telt.

# Was it meant for a rule? Otherwise take it out, so that nobody thinks that it counts.
was-it-meant-for-a-rule-otherwise-take-63c4d4 = Was het voor een regel bedoeld? Haal het anders weg, zodat niemand denkt dat het telt.

# What can be asked for is its `domain`: the part after `@`, in lower case.
what-can-be-asked-for-is-its-domain-37e6ab = Je kunt naar het `domain` vragen: het deel na `@`, in kleine letters.

# What is asked about stands left: a field, an event or a quantity.
what-is-asked-about-stands-left-a-field-acb95f = Links staat waarover je iets vraagt: een veld, een gebeurtenis of een hoeveelheid.

# What is beyond the range is cut off. Is there a digit too many, or is the range too narrow? To set leads apart whatever else they have, write an `exclude`.
what-is-beyond-the-range-is-cut-off-e5481e = Wat buiten het bereik valt, wordt afgekapt. Staat er een cijfer te veel, of is het bereik te klein? Wil je leads apart zetten, wat ze verder ook hebben, schrijf dan een `exclude`.

# What is set apart stands outside the order of the stages; ask `{words} is excluded`.
what-is-set-apart-stands-outside-the-order-43a484 = Wat apart gezet is, staat buiten de volgorde van de fases; vraag `{ $words } is excluded`.

# When something was can be asked of dates and of events.
when-something-was-can-be-asked-of-dates-5aed90 = Wanneer iets was, kun je vragen over datums en gebeurtenissen.

# Where nothing is to be said, leave the line out: the label is then unknown.
where-nothing-is-to-be-said-leave-the-8be4d0 = Moet er niets gezegd worden, laat de lijn dan weg: het label is dan onbekend.

# Whether a match is long or short makes no difference here; take it out.
whether-a-match-is-long-or-short-makes-2fc13b = Of een gevonden stuk lang of kort is, maakt hier geen verschil; haal het weg.

# Whether an event is ignored depends on the event alone: its kind, and what `where` asks of it.
whether-an-event-is-ignored-depends-on-the-a577df = Of een gebeurtenis genegeerd wordt, hangt alleen van de gebeurtenis zelf af: van haar soort en van wat `where` vraagt.

# Whether something is known is asked of fields, labels and quantities.
whether-something-is-known-is-asked-of-fields-ca68a6 = Of iets bekend is, vraag je over velden, labels en hoeveelheden.

# which number is counted?
which-number-is-counted-c6557c = welk getal telt?

# which of these events is meant?
which-of-these-events-is-meant-78be85 = welke van deze gebeurtenissen is bedoeld?

# which property?
which-property-9e7944 = welke eigenschap?

# Who signs must be able to say which of them is meant: give each a title of its own.
who-signs-must-be-able-to-say-which-fc28fa = Wie tekent, moet kunnen zeggen welke bedoeld is: geef elke afspraak een eigen titel.

# Who unsubscribes, complains or can't be reached is mostly worth less: write a minus if points are to be taken away. If it is good news here, leave it.
who-unsubscribes-complains-or-can-t-be-reached-0b2782 = Wie zich uitschrijft, klaagt of onbereikbaar is, is meestal minder waard: schrijf een min als er punten af moeten. Is het hier goed nieuws, laat het dan staan.

# Whole words are found by `mentions`.
whole-words-are-found-by-mentions-319a99 = Hele woorden vind je met `mentions`.

# write `and`
write-and-de0c07 = schrijf `and`

# write `contains`
write-contains-a2d66f = schrijf `contains`

# write `count of {name}`
write-count-of-name-5fd2cb = schrijf `count of { $name }`

# write `days since {words}`
write-days-since-words-81c6b8 = schrijf `days since { $words }`

# write `domain`
write-domain-bf0518 = schrijf `domain`

# Write `no …` for never, or how often without `no`.
write-no-for-never-or-how-often-without-3d1e02 = Schrijf `no …` voor nooit, of hoe vaak zonder `no`.

# write `not`
write-not-807047 = schrijf `not`

# write `{name} is known`
write-name-is-known-d24744 = schrijf `{ $name } is known`

# Write `{{3}}`, `{{2,}}` or `{{2,5}}`; to look for the bracket itself, `\{{`.
write-3-2-or-2-5-to-look-00c8f5 = Schrijf `{"{"}3{"}"}`, `{"{"}2,{"}"}` of `{"{"}2,5{"}"}`; zoek je het haakje zelf, `\{"{"}`.

# Write a day, `2026-11-23`, or a day and a time, `2026-11-23T12:00Z`.
write-a-day-2026-11-23-or-a-1d55b3 = Schrijf een dag, `2026-11-23`, of een dag en een uur, `2026-11-23T12:00Z`.

# Write it at each rule that it is for; a group takes `up to`, `down to`, a decay and `best`.
write-it-at-each-rule-that-it-is-2ade5e = Schrijf het bij elke regel waarvoor het bedoeld is; bij een groep horen `up to`, `down to`, afkoelen en `best`.

# Write the characters that may stand there.
write-the-characters-that-may-stand-there-b800a9 = Schrijf de tekens die daar mogen staan.

# Write the whole number that you mean, so that it is plain which side of it counts.
write-the-whole-number-that-you-mean-so-e35dda = Schrijf het gehele getal dat je bedoelt, zodat duidelijk is welke kant telt.

# Yes and no are truth values; in quotes they are texts.
yes-and-no-are-truth-values-in-quotes-1ccd6e = `yes` en `no` zijn waar en onwaar; tussen aanhalingstekens zijn het teksten.

# yes or no
yes-or-no-ed91fc = een ja of nee

# {before} and {text}
before-and-text-50c476 = { $before } en { $text }

# {kinds} does not declare it; `where` over several kinds asks for what all of them have.
kinds-does-not-declare-it-where-over-several-b246c9 = Bij { $kinds } is het niet aangegeven; `where` over verschillende soorten vraagt naar wat ze allemaal hebben.

# {most} repetitions are too many
most-repetitions-are-too-many-27fa4f = { $most } herhalingen zijn er te veel

# {points} is more than `{score}` can hold, which goes from {low} to {high}
points-is-more-than-score-can-hold-which-d55995 = { $points } is meer dan `{ $score }` aankan, want die gaat van { $low } tot { $high }

# {shown} falls in both, and a table gives the points of one row: let them part the values.
shown-falls-in-both-and-a-table-gives-33c1b0 = { $shown } past in beide, en een tabel geeft de punten van één rij: verdeel de waarden over de rijen.

# {shown} falls in both, and a table gives the points of one row; where several may hold, write them as rules in a `group "…", best {{ … }}`, of which the one that gives most counts.
shown-falls-in-both-and-a-table-gives-0ebdb7 = { $shown } past in beide, en een tabel geeft de punten van één rij; mogen er verschillende gelden, schrijf ze dan als regels in een `group "…", best {"{"} … {"}"}`, waarvan die telt die het meest geeft.

# {what}, neither true nor false
what-neither-true-nor-false-eb4276 = { $what }: waar noch onwaar

# `missing` says that such a cell is empty: say `unknown`, or give another value.
missing-says-that-such-a-cell-is-empty-558a6c = `missing` zegt dat zo'n cel onbekend is: zeg `unknown`, of geef een andere waarde.

# stands for an empty cell
stands-for-an-empty-cell-15c82d = staat voor een onbekende waarde
