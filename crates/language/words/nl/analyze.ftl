### Wat bewezen is.

# A higher stage usually asks for as much as the one below, and for more. Raise its bar, or leave the score out of the lower one.
a-higher-stage-usually-asks-for-as-much-715822 = Een hogere fase vraagt meestal evenveel als de fase eronder, en meer. Verhoog de drempel, of laat de score weg uit de lagere fase.

# A lead has the highest stage whose condition is true. Ask for more in the higher stage, or for less here.
a-lead-has-the-highest-stage-whose-condition-da851d = Een lead heeft de hoogste fase waarvan de voorwaarde waar is. Vraag meer in de hogere fase, of minder hier.

# A step that everybody takes tells nobody apart, and the steps below it are never seen.
a-step-that-everybody-takes-tells-nobody-apart-126ad7 = Een fase die iedereen bereikt, onderscheidt niemand, en de fases eronder zie je nooit.

# An account has the highest stage whose condition is true. Ask for more in the higher stage, or for less here.
an-account-has-the-highest-stage-whose-condition-7f3610 = Een account heeft de hoogste fase waarvan de voorwaarde waar is. Vraag meer in de hogere fase, of minder hier.

# Its parts exclude each other, or ask for what leads never come to.
its-parts-exclude-each-other-or-ask-for-bf84ff = De delen spreken elkaar tegen, of vragen iets wat leads nooit halen.

# Its parts exclude each other, or ask for what no account is.
its-parts-exclude-each-other-or-ask-for-b393bb = De delen spreken elkaar tegen, of vragen iets wat geen enkel account is.

# Its parts exclude each other.
its-parts-exclude-each-other-c67ebe = De delen spreken elkaar tegen.

# The most that a lead can have in `{score}` is {points}.
the-most-that-a-lead-can-have-in-8a4e21 = Een lead kan in `{ $score }` hoogstens { $points } hebben.

# The most that a lead can have in `{score}` is {points}: {made}.
the-most-that-a-lead-can-have-in-6b626e = Een lead kan in `{ $score }` hoogstens { $points } hebben: { $made }.

# The most that an account can have in `{score}` is {points}.
the-most-that-an-account-can-have-in-37e01c = Een account kan in `{ $score }` hoogstens { $points } hebben.

# The most that an account can have in `{score}` is {points}: {made}.
the-most-that-an-account-can-have-in-8f3a37 = Een account kan in `{ $score }` hoogstens { $points } hebben: { $made }.

# asks for `{score}` too, but lets less of it through
asks-for-score-too-but-lets-less-of-a87fd5 = vraagt ook `{ $score }`, maar neemt genoegen met minder

# asks for {points}
asks-for-points-3f3279 = vraagt { $points }

# every account reaches the stage `{stage}`
every-account-reaches-the-stage-stage-1b1d25 = elk account bereikt de fase `{ $stage }`

# every lead reaches the stage `{stage}`
every-lead-reaches-the-stage-stage-71c6a8 = elke lead bereikt de fase `{ $stage }`

# its condition is true of every account that could exist
its-condition-is-true-of-every-account-that-cdd48c = de voorwaarde geldt voor elk account dat kan bestaan

# its condition is true of every lead that could exist
its-condition-is-true-of-every-lead-that-6e754f = de voorwaarde geldt voor elke lead die kan bestaan

# no account can reach the stage `{stage}`
no-account-can-reach-the-stage-stage-e98f15 = geen enkel account kan de fase `{ $stage }` bereiken

# no account stays in the stage `{stage}`
no-account-stays-in-the-stage-stage-a4fcab = geen enkel account blijft in de fase `{ $stage }`

# no lead can reach the stage `{stage}`
no-lead-can-reach-the-stage-stage-9d7d80 = geen enkele lead kan de fase `{ $stage }` bereiken

# no lead stays in the stage `{stage}`
no-lead-stays-in-the-stage-stage-d7e0c8 = geen enkele lead blijft in de fase `{ $stage }`

# takes them all
takes-them-all-349048 = neemt ze allemaal

# the stage `{stage}` can be had with less `{score}` than `{lower}` asks for
the-stage-stage-can-be-had-with-less-cc7b2c = de fase `{ $stage }` is te bereiken met minder `{ $score }` dan `{ $lower }` vraagt

# whether a lead can have the stage `{stage}` with less `{score}` than `{lower}` asks for
whether-a-lead-can-have-the-stage-stage-eb9f5e = of een lead de fase `{ $stage }` kan hebben met minder `{ $score }` dan `{ $lower }` vraagt

# whether a lead can reach the stage `{stage}`
whether-a-lead-can-reach-the-stage-stage-7c0205 = of een lead de fase `{ $stage }` kan bereiken

# whether a lead can stay in the stage `{stage}`
whether-a-lead-can-stay-in-the-stage-8a1142 = of een lead in de fase `{ $stage }` kan blijven

# whether an account can have the stage `{stage}` with less `{score}` than `{lower}` asks for
whether-an-account-can-have-the-stage-stage-9ad92b = of een account de fase `{ $stage }` kan hebben met minder `{ $score }` dan `{ $lower }` vraagt

# whether an account can reach the stage `{stage}`
whether-an-account-can-reach-the-stage-stage-006c7e = of een account de fase `{ $stage }` kan bereiken

# whether an account can stay in the stage `{stage}`
whether-an-account-can-stay-in-the-stage-d0d175 = of een account in de fase `{ $stage }` kan blijven

# whether every account reaches the stage `{stage}`
whether-every-account-reaches-the-stage-stage-cc6408 = of elk account de fase `{ $stage }` bereikt

# whether every lead reaches the stage `{stage}`
whether-every-lead-reaches-the-stage-stage-0baf4b = of elke lead de fase `{ $stage }` bereikt

# whoever meets it meets a higher one too, or is excluded
whoever-meets-it-meets-a-higher-one-too-a733eb = wie eraan voldoet, voldoet ook aan een hogere fase, of is apart gezet

# A lead that breaks it could exist: change the rules so that none can, or the promise.
a-lead-that-breaks-it-could-exist-change-21ec5a = Er kan een lead bestaan die ze breekt: verander de regels zodat dat niet kan, of verander de belofte.

# An account that breaks it could exist: change the rules so that none can, or the promise.
an-account-that-breaks-it-could-exist-change-d31d17 = Er kan een account bestaan dat ze breekt: verander de regels zodat dat niet kan, of verander de belofte.

# it is not decided whether the promise "{promise}" is kept
it-is-not-decided-whether-the-promise-promise-2e1919 = het is niet beslist of de belofte "{ $promise }" gehouden wordt

# neither proved nor refuted
neither-proved-nor-refuted-d06b74 = niet bewezen en niet weerlegd

# not true of the account below
not-true-of-the-account-below-187b36 = niet waar voor het account hieronder

# not true of the lead below
not-true-of-the-lead-below-3b663b = niet waar voor de lead hieronder

# the promise "{promise}" can be broken
the-promise-promise-can-be-broken-6cd63a = de belofte "{ $promise }" kan gebroken worden

# true of the account below
true-of-the-account-below-4c945b = waar voor het account hieronder

# true of the lead below
true-of-the-lead-below-f52130 = waar voor de lead hieronder

# {reason}. `leadrules prove` looks longer.
reason-leadrules-prove-looks-longer-0657f5 = { $reason }. `leadrules prove` zoekt langer.

# A value in the data that does not fit the field, being none of its options for one, is unknown and gets nothing here. If it is to count, write a row `unknown`, or declare the field as a text.
a-value-in-the-data-that-does-not-dfc276 = Een waarde in de data die niet in het veld past, bijvoorbeeld omdat ze geen van de opties is, is onbekend en krijgt hier niets. Moet ze meetellen, schrijf dan een rij `unknown`, of geef het veld aan als tekst.

# In a group with `best` only the rule that gives most counts.
in-a-group-with-best-only-the-rule-0b1d6d = In een groep met `best` telt alleen de regel die het meest geeft.

# Its parts exclude each other, or ask for values that the field can't hold.
its-parts-exclude-each-other-or-ask-for-e788ab = De delen spreken elkaar tegen, of vragen waarden die het veld niet kan bevatten.

# Points that all accounts get tell none of them apart.
points-that-all-accounts-get-tell-none-of-b2b246 = Punten die alle accounts krijgen, onderscheiden er geen enkel.

# Points that all leads get tell none of them apart.
points-that-all-leads-get-tell-none-of-1dfbaf = Punten die alle leads krijgen, onderscheiden er geen enkele.

# Write one rule with the points of both, or take out the one that was left by mistake.
write-one-rule-with-the-points-of-both-c9e1ef = Schrijf één regel met de punten van allebei, of haal de regel weg die per vergissing is blijven staan.

# asks the same as the other
asks-the-same-as-the-other-dbbab7 = vraagt hetzelfde als de andere

# each value that can be known has a row
each-value-that-can-be-known-has-a-5de185 = elke waarde die gekend kan zijn, heeft een rij

# every account gets these points
every-account-gets-these-points-53d72e = elk account krijgt deze punten

# every lead gets these points
every-lead-gets-these-points-4c98d3 = elke lead krijgt deze punten

# for each rule of the group whether another always outdoes it
for-each-rule-of-the-group-whether-another-f6d079 = voor elke regel van de groep: of er altijd een andere boven gaat

# gives as much or more
gives-as-much-or-more-3c44f2 = geeft evenveel of meer

# there are too many combinations of their values to compare them all
there-are-too-many-combinations-of-their-values-b1840a = er zijn te veel combinaties van hun waarden om ze allemaal te vergelijken

# there are too many rules in groups with `best` to compare each with each
there-are-too-many-rules-in-groups-with-f2f26a = er zijn te veel regels in groepen met `best` om ze elk met elk te vergelijken

# this `otherwise` can never be used
this-otherwise-can-never-be-used-5c888d = deze `otherwise` kan nooit gebruikt worden

# this condition can never be used
this-condition-can-never-be-used-bd5d26 = deze voorwaarde kan nooit gebruikt worden

# this exclusion can never be used
this-exclusion-can-never-be-used-fc91c3 = deze lijn van `exclude` kan nooit gebruikt worden

# this line can never be used
this-line-can-never-be-used-2728af = deze lijn kan nooit gebruikt worden

# this row can never be used
this-row-can-never-be-used-f5e76f = deze rij kan nooit gebruikt worden

# this rule can never be used
this-rule-can-never-be-used-b6d66b = deze regel kan nooit gebruikt worden

# this rule never counts
this-rule-never-counts-037379 = deze regel telt nooit

# true of every account that could exist
true-of-every-account-that-could-exist-fc3525 = geldt voor elk account dat kan bestaan

# true of every lead that could exist
true-of-every-lead-that-could-exist-98261c = geldt voor elke lead die kan bestaan

# true of no account that could exist
true-of-no-account-that-could-exist-c67685 = geldt voor geen enkel account dat kan bestaan

# true of no lead that could exist
true-of-no-lead-that-could-exist-93ef7c = geldt voor geen enkele lead die kan bestaan

# two rules give points to the same accounts
two-rules-give-points-to-the-same-accounts-1891be = twee regels geven punten aan dezelfde accounts

# two rules give points to the same leads
two-rules-give-points-to-the-same-leads-b4d98d = twee regels geven punten aan dezelfde leads

# whether `{one}` is met without `{other}`
whether-one-is-met-without-other-c694be = of aan `{ $one }` voldaan wordt zonder `{ $other }`

# whether every account gets these points
whether-every-account-gets-these-points-7c6533 = of elk account deze punten krijgt

# whether every lead gets these points
whether-every-lead-gets-these-points-e14f3c = of elke lead deze punten krijgt

# whether this `otherwise` can ever be used
whether-this-otherwise-can-ever-be-used-7b34fc = of deze `otherwise` ooit gebruikt kan worden

# whether this condition can ever be used
whether-this-condition-can-ever-be-used-df9bb5 = of deze voorwaarde ooit gebruikt kan worden

# whether this exclusion can ever be used
whether-this-exclusion-can-ever-be-used-73bb66 = of deze lijn van `exclude` ooit gebruikt kan worden

# whether this line can ever be used
whether-this-line-can-ever-be-used-147208 = of deze lijn ooit gebruikt kan worden

# whether this row can ever be used
whether-this-row-can-ever-be-used-9a0c5a = of deze rij ooit gebruikt kan worden

# whether this rule asks the same as another
whether-this-rule-asks-the-same-as-another-6ee7d4 = of deze regel hetzelfde vraagt als een andere

# whether this rule asks the same as another of the same fields and events
whether-this-rule-asks-the-same-as-another-54bae1 = of deze regel hetzelfde vraagt als een andere over dezelfde velden en gebeurtenissen

# whether this rule can ever be used
whether-this-rule-can-ever-be-used-4bad14 = of deze regel ooit gebruikt kan worden

# whoever meets it meets the other too
whoever-meets-it-meets-the-other-too-533b3f = wie aan deze voldoet, voldoet ook aan de andere

# An excluded account has no stage, whatever its points. Take the rule out, or exclude fewer accounts.
an-excluded-account-has-no-stage-whatever-its-7083c1 = Een account dat apart gezet is, heeft geen fase, hoeveel punten het ook heeft. Haal de regel weg, of zet minder accounts apart.

# An excluded lead has no stage, whatever its points. Take the rule out, or exclude fewer leads.
an-excluded-lead-has-no-stage-whatever-its-71a117 = Een lead die apart gezet is, heeft geen fase, hoeveel punten hij ook heeft. Haal de regel weg, of zet minder leads apart.

# Take it out, or give it a later `until`. Leave it only while accounts are still scored as of days before.
take-it-out-or-give-it-a-later-48e443 = Haal hem weg, of geef hem een latere `until`. Laat hem alleen staan zolang accounts nog gezien worden op dagen ervoor.

# Take it out, or give it a later `until`. Leave it only while leads are still scored as of days before.
take-it-out-or-give-it-a-later-512f70 = Haal hem weg, of geef hem een latere `until`. Laat hem alleen staan zolang leads nog gezien worden op dagen ervoor.

# its last day is past
its-last-day-is-past-53cc15 = de laatste dag ervan is voorbij

# only excluded accounts get these points
only-excluded-accounts-get-these-points-07336d = alleen accounts die apart gezet zijn, krijgen deze punten

# only excluded leads get these points
only-excluded-leads-get-these-points-623ade = alleen leads die apart gezet zijn, krijgen deze punten

# this rule gives nothing since {day}
this-rule-gives-nothing-since-day-132f0c = deze regel geeft niets meer sinds { $day }

# whether a lead that is not excluded gets these points
whether-a-lead-that-is-not-excluded-gets-73683e = of een lead die niet apart gezet is, deze punten krijgt

# whether an account that is not excluded gets these points
whether-an-account-that-is-not-excluded-gets-aa72b7 = of een account dat niet apart gezet is, deze punten krijgt

# whoever meets it is excluded
whoever-meets-it-is-excluded-f0be72 = wie eraan voldoet, wordt apart gezet

# Its points can't be given so often that they come to {cap}. Lower the cap, or leave it out.
its-points-can-t-be-given-so-often-588ab0 = De punten kunnen niet zo vaak gegeven worden dat ze aan { $cap } komen. Verlaag de grens, of laat ze weg.

# gives {points} at least
gives-points-at-least-82339a = geeft minstens { $points }

# gives {points} at most
gives-points-at-most-369bde = geeft hoogstens { $points }

# this cap never takes anything away
this-cap-never-takes-anything-away-d88a2b = deze grens neemt nooit iets af

# this is asked of {rules} rules
this-is-asked-of-rules-rules-613fb8 = dit wordt van hoogstens { $rules } regels gevraagd

# whether the caps of this and further rules ever take anything away
whether-the-caps-of-this-and-further-rules-1f21da = of de grenzen van deze en verdere regels ooit iets afnemen

# whether this cap ever takes anything away
whether-this-cap-ever-takes-anything-away-ac3ab2 = of deze grens ooit iets afneemt

# Its range leaves nothing of the rules: widen it.
its-range-leaves-nothing-of-the-rules-widen-3f9cde = Het bereik laat niets van de regels over: maak het ruimer.

# Leave the cap out, or look for a rule that is missing.
leave-the-cap-out-or-look-for-a-cd83c4 = Laat de grens weg, of zoek naar een regel die ontbreekt.

# One alone already gives more than the cap lets through.
one-alone-already-gives-more-than-the-cap-e50cce = Eén keer geeft al meer dan de grens doorlaat.

# People read points against the range's end: let it end where accounts can come, or raise the points.
people-read-points-against-the-range-s-end-0d4006 = Mensen zetten punten af tegen het einde van het bereik: laat het eindigen waar accounts kunnen komen, of geef meer punten.

# People read points against the range's end: let it end where leads can come, or raise the points.
people-read-points-against-the-range-s-end-c09695 = Mensen zetten punten af tegen het einde van het bereik: laat het eindigen waar leads kunnen komen, of geef meer punten.

# Points that are given once never come to {cap}; with `each` they would.
points-that-are-given-once-never-come-to-94e1cd = Punten die één keer gegeven worden, komen nooit aan { $cap }; met `each` wel.

# The points have faded away before the window ends: leave it out, or let them fade more slowly.
the-points-have-faded-away-before-the-window-9f7fdc = De punten zijn helemaal afgekoeld voor de periode eindigt: laat de periode weg, of laat de punten trager afkoelen.

# after {days} days nothing is left
after-days-days-nothing-is-left-eac0c9 = na { $days } dagen blijft er niets over

# always cut off at the same end
always-cut-off-at-the-same-end-d7fa84 = altijd aan hetzelfde uiteinde afgesneden

# every account has {points} points in `{score}`
every-account-has-points-points-in-score-a4e95e = elk account heeft { $points } punten in `{ $score }`

# every lead has {points} points in `{score}`
every-lead-has-points-points-in-score-70f1ad = elke lead heeft { $points } punten in `{ $score }`

# gives {points} once
gives-points-once-a54d33 = geeft één keer { $points }

# how far accounts come in `{score}`
how-far-accounts-come-in-score-d53a7b = hoe ver accounts komen in `{ $score }`

# how far leads come in `{score}`
how-far-leads-come-in-score-1ee8d8 = hoe ver leads komen in `{ $score }`

# its rules give {points} at least
its-rules-give-points-at-least-b51690 = de regels ervan geven minstens { $points }

# its rules give {points} at most
its-rules-give-points-at-most-ef2c44 = de regels ervan geven hoogstens { $points }

# no account has more than {points} points in `{score}`
no-account-has-more-than-points-points-in-1baeb8 = geen enkel account heeft meer dan { $points } punten in `{ $score }`

# no lead has more than {points} points in `{score}`
no-lead-has-more-than-points-points-in-199657 = geen enkele lead heeft meer dan { $points } punten in `{ $score }`

# the group's cap of {cap} never takes anything away
the-group-s-cap-of-cap-never-takes-d6558a = de grens van { $cap } van deze groep neemt nooit iets af

# the range goes to {points}
the-range-goes-to-points-09bbbb = het bereik gaat tot { $points }

# the window is longer than the points last
the-window-is-longer-than-the-points-last-465276 = de periode is langer dan de punten duren

# this cap takes away from the first
this-cap-takes-away-from-the-first-20776e = deze grens neemt al de eerste keer iets af

# whether the group's cap ever takes anything away
whether-the-group-s-cap-ever-takes-anything-64d204 = of de grens van de groep ooit iets afneemt

# {points} each, but {cap} at most
points-each-but-cap-at-most-bf3c3e = telkens { $points }, maar hoogstens { $cap }

# Let the two rows meet, or say what it gives.
let-the-two-rows-meet-or-say-what-865032 = Laat de twee rijen op elkaar aansluiten, of zeg wat deze waarde geeft.

# Rules add up. Let one of the ranges end before it, or write both as rows of a table, which gives the points of one.
rules-add-up-let-one-of-the-ranges-2e8852 = Regels tellen op. Laat een van de bereiken eindigen waar het andere begint, of schrijf allebei als rijen van een tabel: die geeft de punten van één rij.

# The field is a number and may have places: write `..<{number}` for the lower row, so that they meet.
the-field-is-a-number-and-may-have-8fec03 = Het veld is een getal en kan decimalen hebben: schrijf `..<{ $number }` voor de rij met de laagste waarden, zodat ze op elkaar aansluiten.

# The gap is small beside the rows around it. If these values are to give nothing, say so: a row with `=> 0`.
the-gap-is-small-beside-the-rows-around-cd2631 = Het gat is klein naast de rijen eromheen. Moeten deze waarden niets geven, zeg dat dan: een rij met `=> 0`.

# a value such as {value} falls between two rows
a-value-such-as-value-falls-between-two-294c0a = een waarde als { $value } valt tussen twee rijen

# begins at {value}
begins-at-value-3c7ff1 = begint bij { $value }

# ends at {value}
ends-at-value-32890d = eindigt bij { $value }

# more than {most} pairs of ranges overlap
more-than-most-pairs-of-ranges-overlap-bd5783 = meer dan { $most } paren van bereiken overlappen

# takes it
takes-it-05ee88 = telt deze waarden

# takes it too
takes-it-too-cfe11a = telt deze waarden ook

# which values further rules count twice
which-values-further-rules-count-twice-5aa5c2 = welke waarden verdere regels dubbel tellen

# {from} to {to} are counted twice
from-to-to-are-counted-twice-1362e5 = { $from } tot { $to } tellen dubbel

# {from} to {to} are in no row
from-to-to-are-in-no-row-f3f09d = { $from } tot { $to } staan in geen enkele rij

# {value} falls between two rows
value-falls-between-two-rows-04ba9b = { $value } valt tussen twee rijen

# {value} is counted twice
value-is-counted-twice-6ba610 = { $value } telt dubbel

# Lower the bar, or give more points: what fades is less from the second day on.
lower-the-bar-or-give-more-points-what-56501e = Verlaag de drempel, of geef meer punten: wat afkoelt, is vanaf de tweede dag minder.

# `{score}` comes to {points} with new events and to {later} a day later.
score-comes-to-points-with-new-events-and-4e5cee = `{ $score }` haalt { $points } met nieuwe gebeurtenissen en { $later } een dag later.

# accounts stay over this bar for a day only: {what}
accounts-stay-over-this-bar-for-a-day-c5255f = accounts blijven maar één dag boven deze drempel, die van { $what }

# as high as points are before they fade
as-high-as-points-are-before-they-fade-5bacb9 = even hoog als de punten zijn voor ze afkoelen

# leads stay over this bar for a day only: {what}
leads-stay-over-this-bar-for-a-day-eb4ea6 = leads blijven maar één dag boven deze drempel, die van { $what }

# the label "{label}"
the-label-label-ca1aa6 = het label "{ $label }"

# the stage `{stage}`
the-stage-stage-985d6a = de fase `{ $stage }`

# whether points that fade are above a bar for longer than a day
whether-points-that-fade-are-above-a-bar-445b17 = of punten die afkoelen langer dan een dag boven een drempel blijven

# No account gets the text of `otherwise`. Leave it out, or look for a line that takes more than it should.
no-account-gets-the-text-of-otherwise-leave-6f7c3a = Geen enkel account krijgt de tekst van `otherwise`. Laat `otherwise` weg, of zoek een lijn die meer neemt dan zou mogen.

# No lead gets the text of `otherwise`. Leave it out, or look for a line that takes more than it should.
no-lead-gets-the-text-of-otherwise-leave-1d1f49 = Geen enkele lead krijgt de tekst van `otherwise`. Laat `otherwise` weg, of zoek een lijn die meer neemt dan zou mogen.

# The first line that is true gives the text. Put the line that asks for more above, or take this one out.
the-first-line-that-is-true-gives-the-8a1735 = De eerste lijn die waar is, geeft de tekst. Zet de lijn die meer vraagt erboven, of haal deze weg.

# `otherwise` of the label `{label}` is never reached
otherwise-of-the-label-label-is-never-reached-184391 = `otherwise` van het label `{ $label }` wordt nooit bereikt

# for each line of `{label}` whether the lines above leave it any account
for-each-line-of-label-whether-the-lines-d52677 = voor elke lijn van `{ $label }`: of de lijnen erboven nog een account overlaten

# for each line of `{label}` whether the lines above leave it any lead
for-each-line-of-label-whether-the-lines-866d0e = voor elke lijn van `{ $label }`: of de lijnen erboven nog een lead overlaten

# its lines take every account that could exist
its-lines-take-every-account-that-could-exist-8432f8 = de lijnen ervan nemen elk account dat kan bestaan

# its lines take every lead that could exist
its-lines-take-every-lead-that-could-exist-8d388b = de lijnen ervan nemen elke lead die kan bestaan

# the lines above take every account that meets it
the-lines-above-take-every-account-that-meets-d569d3 = de lijnen erboven nemen elk account dat eraan voldoet

# the lines above take every lead that meets it
the-lines-above-take-every-lead-that-meets-ef4fd6 = de lijnen erboven nemen elke lead die eraan voldoet

# there are too many lines in labels to hold each against those above it
there-are-too-many-lines-in-labels-to-d9e360 = er zijn te veel lijnen in labels om elke naast de lijnen erboven te leggen

# whether `otherwise` of `{label}` is ever reached
whether-otherwise-of-label-is-ever-reached-20aec7 = of `otherwise` van `{ $label }` ooit bereikt wordt

# whether this line of `{label}` is ever reached
whether-this-line-of-label-is-ever-reached-b9e3ff = of deze lijn van `{ $label }` ooit bereikt wordt

# No account has more than {points} in `{score}`.
no-account-has-more-than-points-in-score-b9f759 = Geen enkel account heeft meer dan { $points } in `{ $score }`.

# Rules add up: such an event gives {points}. If that is too much, let one of them give less, or take it out. If both are meant, a limit on one of them (`up to`) says so.
rules-add-up-such-an-event-gives-points-77c0c3 = Regels tellen op: zo'n gebeurtenis geeft { $points }. Is dat te veel, laat dan een van de twee minder geven, of haal er een weg. Zijn ze allebei bedoeld, dan zegt een grens op een ervan (`up to`) dat.

# an event is counted by two rules
an-event-is-counted-by-two-rules-530f70 = twee regels tellen dezelfde gebeurtenis

# an event of the last {period} is counted by two rules
an-event-of-the-last-period-is-counted-15652d = twee regels tellen dezelfde gebeurtenis van de laatste { $period }

# gives {points} for it
gives-points-for-it-dd532a = geeft er { $points } voor

# there are more than {most} pairs of rules that count events
there-are-more-than-most-pairs-of-rules-7ebdc2 = er zijn meer dan { $most } paren van regels die gebeurtenissen tellen

# which events further rules count twice
which-events-further-rules-count-twice-265965 = welke gebeurtenissen verdere regels dubbel tellen

# {number} {count|day|days}
number-count-day-days-ca04a6 = { $number } { $count ->
    [one] dag
   *[other] dagen
  }

# {number} {count|hour|hours}
number-count-hour-hours-f719ea = { $number } { $count ->
    [one] uur
   *[other] uur
  }

# {number} {count|month|months}
number-count-month-months-fabc6e = { $number } { $count ->
    [one] maand
   *[other] maanden
  }

# {number} {count|week|weeks}
number-count-week-weeks-0cc1aa = { $number } { $count ->
    [one] week
   *[other] weken
  }

# {number} {count|year|years}
number-count-year-years-793fac = { $number } { $count ->
    [one] jaar
   *[other] jaar
  }

# Whoever meets it is on the same side of each bar with these points and without. Give more points, or leave it out.
whoever-meets-it-is-on-the-same-side-f4f07f = Wie eraan voldoet, staat met deze punten aan dezelfde kant van elke drempel als zonder. Geef meer punten, of laat de regel weg.

# for each rule whether its points can decide a stage or a label
for-each-rule-whether-its-points-can-decide-59d980 = voor elke regel: of zijn punten over een fase of een label kunnen beslissen

# stages and labels compare scores with too many numbers
stages-and-labels-compare-scores-with-too-many-5c2343 = fases en labels vergelijken scores met te veel getallen

# this is asked in files of up to {rules} rules
this-is-asked-in-files-of-up-to-de25c8 = dit wordt gevraagd in bestanden met hoogstens { $rules } regels

# this rule never changes a stage or a label
this-rule-never-changes-a-stage-or-a-97c055 = deze regel verandert nooit een fase of een label

# whether these points can decide a stage or a label
whether-these-points-can-decide-a-stage-or-e30a8d = of deze punten over een fase of een label kunnen beslissen

# {points} to `{score}`, which carry nobody past {bars}
points-to-score-which-carry-nobody-past-bars-3723d2 = { $points } bij `{ $score }`, wat niemand over een drempel brengt ({ $bars })

# `{calculation}` is reckoned from values that can't all be tried
calculation-is-reckoned-from-values-that-can-t-ab0b09 = `{ $calculation }` wordt berekend uit waarden die niet allemaal te proberen zijn

# `{property}` is added up over events
property-is-added-up-over-events-70cc58 = `{ $property }` wordt over gebeurtenissen opgeteld

# `{rule}` can be given more than {times} times
rule-can-be-given-more-than-times-times-e25cf1 = `{ $rule }` kan meer dan { $times } keer gegeven worden

# nothing limits how often `{rule}` is given
nothing-limits-how-often-rule-is-given-b32ffb = niets begrenst hoe vaak `{ $rule }` gegeven wordt

# rules compare events with more numbers than can be told apart
rules-compare-events-with-more-numbers-than-can-afddd4 = regels vergelijken gebeurtenissen met meer getallen dan te onderscheiden zijn

# `{field}` meets more questions than can be tried together
field-meets-more-questions-than-can-be-tried-f00345 = over `{ $field }` worden meer vragen gesteld dan samen te proberen zijn

# `{property}` of `{kind}` is declared otherwise
property-of-kind-is-declared-otherwise-3d1ffd = `{ $property }` van `{ $kind }` is anders aangegeven

# `{property}` of `{kind}` is shared otherwise among events
property-of-kind-is-shared-otherwise-among-events-1e05c3 = `{ $property }` van `{ $kind }` wordt anders onder gebeurtenissen gedeeld

# each stage before and each after are {pairs} pairs, too many to ask of each
each-stage-before-and-each-after-are-pairs-76272e = elke fase voor met elke fase na, dat zijn { $pairs } paren: te veel om van elk te vragen

# only one of the two files names events to ignore
only-one-of-the-two-files-names-events-ed1476 = maar een van de twee bestanden noemt gebeurtenissen om over te slaan

# the field `{field}` is declared otherwise
the-field-field-is-declared-otherwise-d818ba = het veld `{ $field }` is anders aangegeven

# the stages are named otherwise, and rules ask for the one that a lead had
the-stages-are-named-otherwise-and-rules-ask-79c848 = de fases heten anders, en regels vragen welke fase een lead had

# the two files do not ignore the same events
the-two-files-do-not-ignore-the-same-ec52e3 = de twee bestanden slaan niet dezelfde gebeurtenissen over

# the two files have different time zones
the-two-files-have-different-time-zones-8b68fa = de twee bestanden hebben verschillende tijdzones

# the two files together have more than {most} definitions
the-two-files-together-have-more-than-most-b28650 = de twee bestanden samen hebben meer dan { $most } definities

# the two files together have more than {most} fields
the-two-files-together-have-more-than-most-c3a05f = de twee bestanden samen hebben meer dan { $most } velden

# the two files together have more than {most} kinds of event
the-two-files-together-have-more-than-most-4690c2 = de twee bestanden samen hebben meer dan { $most } soorten gebeurtenissen

# the two files together have more than {most} properties of events
the-two-files-together-have-more-than-most-de7b81 = de twee bestanden samen hebben meer dan { $most } eigenschappen van gebeurtenissen

# the two files together have more than {most} scores
the-two-files-together-have-more-than-most-9a9df1 = de twee bestanden samen hebben meer dan { $most } scores

# the two files together have more than {most} labels
the-two-files-together-have-more-than-most-919981 = de twee bestanden samen hebben meer dan { $most } labels

# `{rule}` asks too much at once
rule-asks-too-much-at-once-4f6ae0 = `{ $rule }` vraagt te veel in één keer

# `{rule}` has no limit within {units} units
rule-has-no-limit-within-units-units-1f00c4 = `{ $rule }` heeft geen grens binnen { $units } eenheden

# more fields are compared with each other than can be tried together
more-fields-are-compared-with-each-other-than-0971b9 = er worden meer velden met elkaar vergeleken dan samen te proberen zijn

# parts of addresses are compared with each other
parts-of-addresses-are-compared-with-each-other-3b857a = er worden delen van adressen met elkaar vergeleken

# accounts are read from the data in another way, or have other leads
accounts-are-read-from-the-data-in-another-6e5c19 = accounts worden anders uit de data gelezen, of hebben andere leads

# accounts ask something else of their leads
accounts-ask-something-else-of-their-leads-20b40d = accounts vragen iets anders van hun leads

# nothing is said about accounts any more
nothing-is-said-about-accounts-any-more-f0a259 = over accounts wordt niets meer gezegd

# nothing was said about accounts
nothing-was-said-about-accounts-ac1147 = over accounts werd niets gezegd

# what accounts ask of their leads may be something else
what-accounts-ask-of-their-leads-may-be-1eba6d = wat accounts van hun leads vragen, kan iets anders zijn

# what is said about accounts may mean something else
what-is-said-about-accounts-may-mean-something-5299a2 = wat over accounts gezegd wordt, kan iets anders betekenen

# {what}: {why}
what-why-a84923 = { $what }: { $why }

# all activity together can be in more ways than can be tried
all-activity-together-can-be-in-more-ways-aa0e62 = alle activiteit samen kan op meer manieren dan te proberen zijn

# events of different kinds are counted on the same days, or with the same values
events-of-different-kinds-are-counted-on-the-abfb6a = gebeurtenissen van verschillende soorten worden op dezelfde dagen of met dezelfde waarden geteld

# another field tells leads apart
another-field-tells-leads-apart-ecdea9 = een ander veld houdt leads uit elkaar

# the definitions written out are too large to be compared
the-definitions-written-out-are-too-large-to-cbaf3d = de definities zijn voluit te groot om te vergelijken

# the event `{kind}` is read from the data in another way
the-event-kind-is-read-from-the-data-e390e6 = de gebeurtenis `{ $kind }` wordt anders uit de data gelezen

# the field `{field}` is read from the data in another way
the-field-field-is-read-from-the-data-bbcd56 = het veld `{ $field }` wordt anders uit de data gelezen

# the label `{label}` is gone
the-label-label-is-gone-cb3115 = het label `{ $label }` is weg

# the label `{label}` was not there
the-label-label-was-not-there-9332ec = het label `{ $label }` was er niet

# the label has too many texts to compare
the-label-has-too-many-texts-to-compare-316803 = het label heeft te veel teksten om te vergelijken

# the log of events is read in another way
the-log-of-events-is-read-in-another-7c7397 = het logboek van gebeurtenissen wordt anders gelezen

# the promise "{promise}" is gone
the-promise-promise-is-gone-27cce5 = de belofte "{ $promise }" is weg

# the promise `{promise}` was not there
the-promise-promise-was-not-there-893034 = de belofte `{ $promise }` was er niet

# the property `{property}` is read from the data in another way
the-property-property-is-read-from-the-data-1d6212 = de eigenschap `{ $property }` wordt anders uit de data gelezen

# the score `{score}` is gone
the-score-score-is-gone-2d4105 = de score `{ $score }` is weg

# the score `{score}` was not there
the-score-score-was-not-there-6a351c = de score `{ $score }` was er niet

# the stage before is read from the data in another way
the-stage-before-is-read-from-the-data-c0ee73 = de vorige fase wordt anders uit de data gelezen

# what the rules say of time has changed, so that other days may show what today does not
what-the-rules-say-of-time-has-changed-975649 = wat de regels over tijd zeggen is veranderd, zodat andere dagen kunnen tonen wat vandaag niet te zien is

# events are counted `once per` spans of different length
events-are-counted-once-per-spans-of-different-ab7297 = gebeurtenissen worden `once per` geteld in tijdvakken van verschillende lengte

# events are ignored within a window
events-are-ignored-within-a-window-54f550 = gebeurtenissen worden binnen een periode overgeslagen

# events of `{kind}` differ in more ways than can be tried
events-of-kind-differ-in-more-ways-than-aa0587 = gebeurtenissen van `{ $kind }` verschillen op meer manieren dan te proberen zijn

# more days, weeks or months count than are told apart
more-days-weeks-or-months-count-than-are-7d9163 = er tellen meer dagen, weken of maanden dan uit elkaar gehouden worden

# more values count `once per` than are told apart
more-values-count-once-per-than-are-told-a911f5 = er tellen met `once per` meer waarden dan uit elkaar gehouden worden

# points for {events} fade with every day
points-for-events-fade-with-every-day-21947b = punten voor { $events } koelen elke dag af

# points that are given once per value fade
points-that-are-given-once-per-value-fade-643b5f = punten die één keer per waarde gegeven worden, koelen af

# {events} can happen in more ways than can be tried
events-can-happen-in-more-ways-than-can-ee9f76 = { $events } kan op meer manieren gebeuren dan te proberen zijn

# events of different kinds are counted on the same days
events-of-different-kinds-are-counted-on-the-5b5d3e = gebeurtenissen van verschillende soorten worden op dezelfde dagen geteld

# events that differ are counted `once per` the same values
events-that-differ-are-counted-once-per-the-991e10 = gebeurtenissen die verschillen worden `once per` dezelfde waarden geteld

# values of events of different times are counted
values-of-events-of-different-times-are-counted-56afb1 = er worden waarden van gebeurtenissen van verschillende tijdstippen geteld

# more values meet in one question than can be tried together
more-values-meet-in-one-question-than-can-9736c8 = in één vraag komen meer waarden samen dan samen te proberen zijn

# no account with leads was found that shows it, which does not say that there is none
no-account-with-leads-was-found-that-shows-38a38a = er is geen account met leads gevonden dat het toont, wat niet zegt dat er geen is

# the file is too long to look at a lead for each question
the-file-is-too-long-to-look-at-d1b06e = het bestand is te lang om bij elke vraag een lead te bekijken

# the lead that should show it comes out otherwise, so nothing is claimed
the-lead-that-should-show-it-comes-out-489d0d = de lead die het moet tonen, komt anders uit: er wordt dus niets beweerd

# there are too many totals to show each by an account with leads
there-are-too-many-totals-to-show-each-b19db0 = er zijn te veel totalen om elk met een account met leads te tonen

# not decided, because {reason}:
not-decided-because-reason-101108 = niet beslist, want { $reason }:

# rules name more numbers and days than can be told apart
rules-name-more-numbers-and-days-than-can-539da3 = regels noemen meer getallen en dagen dan te onderscheiden zijn

# there are too many totals to show each by a lead
there-are-too-many-totals-to-show-each-034696 = er zijn te veel totalen om elk met een lead te tonen

# too many fields and events meet in these rules to try them all
too-many-fields-and-events-meet-in-these-aa8c6a = in deze regels komen te veel velden en gebeurtenissen samen om ze allemaal te proberen

# totals that depend on each other are not all found
totals-that-depend-on-each-other-are-not-af89cf = totalen die van elkaar afhangen, worden niet allemaal gevonden

# what events add up to can be in more ways than can be tried
what-events-add-up-to-can-be-in-440612 = waar gebeurtenissen samen op uitkomen, kan op meer manieren dan te proberen zijn

# today no lead shows a difference, but what they speak of hangs on the day, and other days may show one
today-no-lead-shows-a-difference-but-what-b7aa88 = vandaag laat geen lead een verschil zien, maar waarover ze spreken hangt van de dag af, en op andere dagen kan er een zijn

# Whatever the data says, the rules come to the same: look at what they ask, or leave the score out.
whatever-the-data-says-the-rules-come-to-5326b2 = Wat de data ook zegt, de regels komen op hetzelfde uit: kijk wat ze vragen, of laat de score weg.

# tells nobody apart
tells-nobody-apart-d20ef4 = onderscheidt niemand
