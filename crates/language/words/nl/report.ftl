### Wat een rapport zegt.

# , and no other row holds
and-no-other-row-holds-b4fcf1 = als geen andere rij geldt

# --before: there are no leads in it, or none to hold against them
before-there-are-no-leads-in-it-or-54b8c0 = --before: er staan geen leads in, of er zijn er geen om mee te vergelijken

# --cohorts: there is no stage `{stage}`; there are {stages}
cohorts-there-is-no-stage-stage-there-are-0f94ea = --cohorts: er is geen fase `{ $stage }`; er zijn { $stages }

# --since: `{day}` is no day; write it as 2026-11-16
since-day-is-no-day-write-it-as-101170 = --since: `{ $day }` is geen dag; schrijf een dag als 2026-11-16

# 1 lead is at {stage}: call it.
lead-is-at-stage-call-it-cea580 = 1 lead staat op { $stage }: bel die.

# AUC if dropped
auc-if-dropped-64ffed = AUC als ze wegvalt

# AUC of {score}
auc-of-score-59884d = AUC van { $score }

# AUC {area}
auc-area-2b4477 = AUC { $area }

# AUC {area} ({low} to {high})
auc-area-low-to-high-ae076d = AUC { $area } ({ $low } tot { $high })

# Accounts
accounts-67e71d = Accounts

# Are leads called in time
are-leads-called-in-time-72b4c3 = Worden leads op tijd gebeld?

# At most one of these, by {by}
at-most-one-of-these-by-by-84a7f9 = Hoogstens een van deze, volgens { $by }

# Bar chart: how many leads have how many points of {score}; from {least} to {most}, on average {mean}.
bar-chart-how-many-leads-have-how-many-02c764 = Staafdiagram: hoeveel leads hoeveel punten van { $score } hebben; van { $least } tot { $most }, gemiddeld { $mean }.

# Bars: what share converted. Strokes: the interval that holds it with {confidence} certainty. Rings: what a smooth curve through all leads expects.
bars-what-share-converted-strokes-the-interval-that-1cda28 = Balken: welk aandeel gewonnen is. Strepen: het interval waarin dat met { $confidence } zekerheid ligt. Ringen: wat een vloeiende kromme door alle leads verwacht.

# By the month in which they did. Fields are taken as they are today.
by-the-month-in-which-they-did-fields-b098b7 = Per maand waarin ze dat werden. Velden tellen zoals ze vandaag zijn.

# By {name}
by-name-0a49c1 = Per { $name }

# Data
data-5279c5 = Data

# Drifted from the leads of {file}: {what} and {count} more.
drifted-from-the-leads-of-file-what-and-17db15 = Wijkt af van de leads van { $file }: { $what } en nog { $count }.

# Drifted from the leads of {file}: {what}.
drifted-from-the-leads-of-file-what-a57288 = Wijkt af van de leads van { $file }: { $what }.

# Drifted: {what}.
drifted-what-96e8ed = Wijkt af: { $what }.

# Each lead was seen as of the moment before its “{field}”.
each-lead-was-seen-as-of-the-moment-0d521a = Elke lead is gezien op het moment vóór zijn “{ $field }”.

# Each lead was seen as of {instant}.
each-lead-was-seen-as-of-instant-375748 = Elke lead is gezien op { $instant }.

# Fewer than half of the leads that became {stage} have been called
fewer-than-half-of-the-leads-that-became-cc4984 = Minder dan de helft van de leads die { $stage } werden, is gebeld

# Fewer than half of the leads that became {stage} have been called, and {rate} within the promised {promised}
fewer-than-half-of-the-leads-that-became-5f1b87 = Minder dan de helft van de leads die { $stage } werden, is gebeld, en { $rate } binnen de beloofde tijd ({ $promised })

# First leads
first-leads-de31da = Eerste leads

# From entering {stage} to the first “{touch}”: {leads} {leads|lead was|leads were} called.
from-entering-stage-to-the-first-touch-leads-8a74a7 = Vanaf { $stage } tot de eerste “{ $touch }”: { $leads ->
    [one] 1 lead is
   *[other] { $leads } leads zijn
  } gebeld.

# From {least} to {most}, on average {mean}.
from-least-to-most-on-average-mean-73f9ef = Van { $least } tot { $most }, gemiddeld { $mean }.

# From {least} to {most}, on average {mean}; unknown of {leads} leads.
from-least-to-most-on-average-mean-unknown-ee6567 = Van { $least } tot { $most }, gemiddeld { $mean }; onbekend van { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }.

# Half of the leads are called within {half} of becoming {stage}
half-of-the-leads-are-called-within-half-be6d93 = De helft van de leads wordt gebeld binnen { $half } nadat ze { $stage } werden

# Half of the leads are called within {half} of becoming {stage}, and {rate} within the promised {promised}
half-of-the-leads-are-called-within-half-da73a6 = De helft van de leads wordt gebeld binnen { $half } nadat ze { $stage } werden, en { $rate } binnen de beloofde tijd ({ $promised })

# Heat map: how many leads have how many points of {across} (across) and of {up} (upwards), with lines where stages begin.
heat-map-how-many-leads-have-how-many-d600ed = Warmtekaart: hoeveel leads hoeveel punten van { $across } (naar rechts) en van { $up } (naar boven) hebben, met lijnen waar fases beginnen.

# How good the data is
how-good-the-data-is-e4a681 = Hoe goed de data zijn

# In short
in-short-9c628c = In het kort

# Is it still right
is-it-still-right-9bf122 = Klopt het nog?

# Leads
leads-520074 = Leads

# Leads at the stage or a higher one, for each place of its bar; all else that it asks for stays.
leads-at-the-stage-or-a-higher-one-f084a2 = Leads in de fase of een hogere, voor elke plaats van de drempel; al het andere dat de fase vraagt, blijft.

# Leads of which it is known what became of them ({leads}) are left out where others are open; otherwise those that did not convert are shown.
leads-of-which-it-is-known-what-became-c10ea8 = Leads waarvan de afloop bekend is ({ $leads }), zijn weggelaten als er nog andere open zijn; anders staan hier de leads die niet gewonnen zijn.

# Month by month
month-by-month-b664a8 = Maand per maand

# Months
months-edd1e2 = Maanden

# No account has another stage than by {previous}.
no-account-has-another-stage-than-by-previous-d4a56f = Geen enkel account heeft een andere fase dan volgens { $previous }.

# No lead has another stage than by {previous}.
no-lead-has-another-stage-than-by-previous-356706 = Geen enkele lead heeft een andere fase dan volgens { $previous }.

# Nobody to call: no lead is at {stage}.
nobody-to-call-no-lead-is-at-stage-61bc17 = Niemand om te bellen: geen enkele lead staat op { $stage }.

# Nothing has drifted from the leads of {file}.
nothing-has-drifted-from-the-leads-of-file-16d8ad = Niets wijkt af van de leads van { $file }.

# Nothing has shifted by {limit} (population stability index) or more, beyond chance.
nothing-has-shifted-by-limit-population-stability-index-c96f3d = Van niets is aangetoond dat het { $limit } (population stability index) of meer verschoven is: wat hoger uitkomt, kan toeval zijn.

# Of the leads that became {stage}, {parts}.
of-the-leads-that-became-stage-parts-e6c75a = Van de leads die { $stage } werden: { $parts }.

# Of the {leads} leads with “{outcome}”, {caught} {caught|was|were} at {stage}: {rate}.
of-the-leads-leads-with-outcome-caught-caught-ba7c4d = Van de { $leads } leads met “{ $outcome }” { $caught ->
    [one] stond er 1
   *[other] stonden er { $caught }
  } op { $stage }: { $rate }.

# Of {leads} {leads|lead|leads} more nothing says when.
of-leads-leads-lead-leads-more-nothing-says-643f2f = Van nog { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  } zegt niets wanneer dat was.

# Parts of this report
parts-of-this-report-c21cf0 = Delen van dit rapport

# Rules
rules-8b2d80 = Regels

# Set apart
set-apart-a5d4bd = Apart gezet

# Set apart, because
set-apart-because-5a62bf = Apart gezet, omdat

# Since {since} no lead has moved.
since-since-no-lead-has-moved-3f2be1 = Sinds { $since } is geen enkele lead verschoven.

# Since {since} {up} {up|lead went|leads went} up ({reached} to {top}), and {down} down.
since-since-up-up-lead-went-leads-went-b54ef1 = Sinds { $since } { $up ->
    [one] ging 1 lead
   *[other] gingen { $up } leads
  } omhoog ({ $reached } naar { $top }), en { $down } omlaag.

# Stages
stages-b47c1a = Fases

# Stages, the highest first
stages-the-highest-first-164e73 = Fases, de hoogste eerst

# Table
table-0ceb7f = Tabel

# The figures
the-figures-f5d365 = De cijfers

# The first accounts, the people behind them, and why
the-first-accounts-the-people-behind-them-and-3bc6cd = De eerste accounts, de mensen erachter, en waarom

# The first leads, and why
the-first-leads-and-why-e81790 = De eerste leads, en waarom

# The highest stage first, within a stage by {score}.
the-highest-stage-first-within-a-stage-by-8b05a7 = De hoogste fase eerst, en binnen een fase volgens { $score }.

# The highest stage first.
the-highest-stage-first-4ef4b2 = De hoogste fase eerst.

# The highest stage first. The people behind an account are its leads that have come furthest, of {accounts} accounts in all.
the-highest-stage-first-the-people-behind-an-096812 = De hoogste fase eerst. De mensen achter een account zijn de leads die het verst gekomen zijn, van { $accounts } accounts in totaal.

# The leads that move
the-leads-that-move-0a430d = De leads die verschuiven

# The next {count}
the-next-count-597152 = De volgende { $count }

# The rules look at no field.
the-rules-look-at-no-field-4a4138 = De regels kijken naar geen enkel veld.

# The stronger the colour, the more leads. The lines are where stages begin, as far as these two scores decide it.
the-stronger-the-colour-the-more-leads-the-162c15 = Hoe sterker de kleur, hoe meer leads. De lijnen tonen waar fases beginnen, voor zover deze twee scores dat beslissen.

# The table
the-table-108ba8 = De tabel

# There is none.
there-is-none-915a5b = Er is er geen.

# Those that rose come first. Fields are taken as they are today.
those-that-rose-come-first-fields-are-taken-119a5b = Wie omhoog ging, staat eerst. Velden tellen zoals ze vandaag zijn.

# Was it right
was-it-right-4e7ad9 = Klopte het?

# What became of leads was known from {from} to {to}.
what-became-of-leads-was-known-from-from-861ce8 = De afloop van leads werd bekend van { $from } tot { $to }.

# What became of leads was known in {month}.
what-became-of-leads-was-known-in-month-c72729 = De afloop van leads werd bekend in { $month }.

# What became of the leads that each rule fires for stands with the rules.
what-became-of-the-leads-that-each-rule-c07c9a = Hoe het afliep met de leads voor wie een regel geldt, staat bij de regels.

# What became of those who became {stage}
what-became-of-those-who-became-stage-1054c9 = Wat er gebeurde met wie { $stage } werd

# What became of {leads} others is unknown.
what-became-of-leads-others-is-unknown-53146f = { $leads ->
    [one] Van 1 andere lead is de afloop onbekend.
   *[other] Van { $leads } andere leads is de afloop onbekend.
  }

# What came within {time} counts, of leads that entered that long ago.
what-came-within-time-counts-of-leads-that-a50bdd = Wat binnen { $time } kwam, telt, van leads die minstens zo lang geleden in deze fase kwamen.

# What drifted
what-drifted-7df5ed = Wat afwijkt

# What the rules say
what-the-rules-say-63947c = Wat de regels zeggen

# What these words mean
what-these-words-mean-611566 = Wat deze woorden betekenen

# What was edited
what-was-edited-4b98e3 = Wat er gewijzigd is

# Where the accounts are
where-the-accounts-are-7c150b = Waar de accounts staan

# Where the bar could be
where-the-bar-could-be-a9fd64 = Waar de drempel kan liggen

# Where the leads are
where-the-leads-are-b2f7aa = Waar de leads staan

# Who moved since {since}
who-moved-since-since-836d96 = Wie verschoof sinds { $since }

# Who moves
who-moves-57f28d = Wie verschuift

# Who moves by the new rules
who-moves-by-the-new-rules-01a330 = Wie verschuift door de nieuwe regels

# Who waits now, the longest first
who-waits-now-the-longest-first-702170 = Wie nu wacht, het langst eerst

# With time for {what} no place of the bar of {stage} on {score} is high enough (now {now}).
with-time-for-what-no-place-of-the-4f4845 = Met tijd voor { $what } is geen plaats van de drempel van { $stage } op { $score } hoog genoeg (nu { $now }).

# With time for {what} the bar of {stage} could lie at {score} {points} (now {now}).
with-time-for-what-the-bar-of-stage-0e253a = Met tijd voor { $what } kan de drempel van { $stage } op { $score } { $points } liggen (nu { $now }).

# With time for {what} the bar of {stage} lies where it should, at {score} {now}.
with-time-for-what-the-bar-of-stage-b6f5ab = Met tijd voor { $what } ligt de drempel van { $stage } waar hij moet liggen, op { $score } { $now }.

# a report is for a browser; write it to a file with -o report.html
a-report-is-for-a-browser-write-it-39e958 = een rapport is voor een browser; schrijf het naar een bestand met -o report.html

# activity
activity-29d2ec = activiteit

# after {day}
after-day-4972a5 = na { $day }

# always
always-36afe4 = altijd

# and {count} more
and-count-more-b1ff6a = en nog { $count }

# at least one {events}
at-least-one-events-4e0674 = minstens één keer { $events }

# at least {cap} in all
at-least-cap-in-all-a1b9c9 = minstens { $cap } in totaal

# at least {least} {events}
at-least-least-events-363a7b = minstens { $least } keer { $events }

# at most 1 {events}
at-most-1-events-601803 = hoogstens 1 keer { $events }

# at most {cap} in all
at-most-cap-in-all-88f077 = hoogstens { $cap } in totaal

# at most {most} {events}
at-most-most-events-ba4483 = hoogstens { $most } keer { $events }

# at {stage}
at-stage-8ab194 = op { $stage }

# because of
because-of-0f6b44 = waardoor

# before {day}
before-day-3dd2a6 = vóór { $day }

# before, then now
before-then-now-9a90c1 = vroeger, dan nu

# between {from} and {to}
between-from-and-to-58935b = tussen { $from } en { $to }

# called
called-f0dbc0 = gebeld

# can't be read: {field}
can-t-be-read-field-26c1a7 = niet te lezen: { $field }

# column
column-f8d227 = kolom

# converted with it
converted-with-it-86b1cc = gewonnen met

# decides alone
decides-alone-bcd0dd = beslist alleen over

# does not fit
does-not-fit-e84532 = past niet

# edit
edit-e7d591 = wijziging

# edits
edits-f5b2c6 = wijzigingen

# exactly 1 {events}
exactly-1-events-57dbc7 = precies 1 keer { $events }

# exactly {count} {events}
exactly-count-events-6c8a07 = precies { $count } keer { $events }

# fading to nothing over {days} days
fading-to-nothing-over-days-days-ba11f2 = koelt in { $days } dagen af tot niets

# fires for
fires-for-ba7e49 = geldt voor

# fires: {rule}
fires-rule-e2cfe2 = geldt: { $rule }

# for each full one of {what}
for-each-full-one-of-what-c2eaef = voor elke volle eenheid van { $what }

# for each full {unit} of {what}
for-each-full-unit-of-what-581911 = voor elke volle { $unit } van { $what }

# for each {events}
for-each-events-9ed2d4 = voor elke keer { $events }

# from {day}
from-day-efb031 = vanaf { $day }

# from {from} until {until}
from-from-until-until-2362b1 = van { $from } tot en met { $until }

# from {low}
from-low-e6eb69 = vanaf { $low }

# gives on average
gives-on-average-19644d = geeft gemiddeld

# halving every {days} days
halving-every-days-days-e03c17 = halvering om de { $days } dagen

# in the last {number} {count|day|days}
in-the-last-number-count-day-days-dafa9a = { $count ->
    [one] in de laatste dag
   *[other] in de laatste { $number } dagen
  }

# in the last {number} {count|hour|hours}
in-the-last-number-count-hour-hours-1656de = { $count ->
    [one] in het laatste uur
   *[other] in de laatste { $number } uur
  }

# in the last {number} {count|month|months}
in-the-last-number-count-month-months-b10342 = { $count ->
    [one] in de laatste maand
   *[other] in de laatste { $number } maanden
  }

# in the last {number} {count|week|weeks}
in-the-last-number-count-week-weeks-5375ae = { $count ->
    [one] in de laatste week
   *[other] in de laatste { $number } weken
  }

# in the last {number} {count|year|years}
in-the-last-number-count-year-years-ce28b0 = { $count ->
    [one] in het laatste jaar
   *[other] in de laatste { $number } jaar
  }

# in the next {number} {count|day|days}
in-the-next-number-count-day-days-cd95ff = { $count ->
    [one] in de komende dag
   *[other] in de komende { $number } dagen
  }

# in the next {number} {count|hour|hours}
in-the-next-number-count-hour-hours-9cdc3b = { $count ->
    [one] in het komende uur
   *[other] in de komende { $number } uur
  }

# in the next {number} {count|month|months}
in-the-next-number-count-month-months-69dcff = { $count ->
    [one] in de komende maand
   *[other] in de komende { $number } maanden
  }

# in the next {number} {count|week|weeks}
in-the-next-number-count-week-weeks-5684bb = { $count ->
    [one] in de komende week
   *[other] in de komende { $number } weken
  }

# in the next {number} {count|year|years}
in-the-next-number-count-year-years-ea7e7d = { $count ->
    [one] in het komende jaar
   *[other] in de komende { $number } jaar
  }

# in time
in-time-137d5b = op tijd

# is at least {low}
is-at-least-low-941eef = is minstens { $low }

# is at least {low} and less than {high}
is-at-least-low-and-less-than-high-fe7326 = is minstens { $low } en minder dan { $high }

# is at most {high}
is-at-most-high-5bae17 = is hoogstens { $high }

# is between {low} and {high}
is-between-low-and-high-321a1c = ligt tussen { $low } en { $high }

# is known
is-known-acb26e = is bekend

# is less than {high}
is-less-than-high-e7383f = is minder dan { $high }

# is more than {low}
is-more-than-low-202439 = is meer dan { $low }

# is more than {low} and at most {high}
is-more-than-low-and-at-most-high-e65c04 = is meer dan { $low } en hoogstens { $high }

# is more than {low} and less than {high}
is-more-than-low-and-less-than-high-25cb9c = is meer dan { $low } en minder dan { $high }

# is {formula}.
is-formula-9ed3bd = is { $formula }.

# is {number}
is-number-783a50 = is { $number }

# it is known not to be so that {condition}
it-is-known-not-to-be-so-that-be5da2 = dit is zeker niet zo: { $condition }

# its {property}
its-property-a746bc = { $property }

# kept by
kept-by-3c5586 = verantwoordelijke

# kept by {owner}
kept-by-owner-326509 = verantwoordelijke: { $owner }

# known of
known-of-fc0ef5 = bekend van

# losing {share} % of the start every {days} days
losing-share-of-the-start-every-days-days-bd4c24 = verliest elke { $days } dagen { $share } % van de beginpunten

# losing {share} % of what is left every {days} days
losing-share-of-what-is-left-every-days-1f787c = verliest elke { $days } dagen { $share } % van wat overblijft

# months
months-182bc2 = maanden

# more than {number} {count|day|days} ago
more-than-number-count-day-days-ago-30a073 = { $count ->
    [one] meer dan { $number } dag geleden
   *[other] meer dan { $number } dagen geleden
  }

# more than {number} {count|hour|hours} ago
more-than-number-count-hour-hours-ago-2dc707 = { $count ->
    [one] meer dan { $number } uur geleden
   *[other] meer dan { $number } uur geleden
  }

# more than {number} {count|month|months} ago
more-than-number-count-month-months-ago-f17a4b = { $count ->
    [one] meer dan { $number } maand geleden
   *[other] meer dan { $number } maanden geleden
  }

# more than {number} {count|week|weeks} ago
more-than-number-count-week-weeks-ago-8b6217 = { $count ->
    [one] meer dan { $number } week geleden
   *[other] meer dan { $number } weken geleden
  }

# more than {number} {count|year|years} ago
more-than-number-count-year-years-ago-9be999 = { $count ->
    [one] meer dan { $number } jaar geleden
   *[other] meer dan { $number } jaar geleden
  }

# moves
moves-11a225 = verschuivingen

# no {events}
no-events-1ac1e5 = geen enkele keer { $events }

# nobody
nobody-7f6c5e = niemand

# of
of-343c68 = onderdeel

# of all that convert
of-all-that-convert-adf6d7 = van alle gewonnen leads

# on any day
on-any-day-09374c = op welke dag ook

# on or after {day}
on-or-after-day-18e357 = op of na { $day }

# on or before {day}
on-or-before-day-233f5c = op of vóór { $day }

# on {day}
on-day-29737c = op { $day }

# once a day
once-a-day-4973ed = één keer per dag

# once a month
once-a-month-39c975 = één keer per maand

# once a week
once-a-week-d78ced = één keer per week

# once for {what}
once-for-what-141663 = één keer per { $what }

# once in {count} days
once-in-count-days-9834d3 = één keer per { $count } dagen

# once in {count} months
once-in-count-months-01072f = één keer per { $count } maanden

# once in {count} weeks
once-in-count-weeks-3dc9d5 = één keer per { $count } weken

# other points for
other-points-for-f4a72b = andere punten voor

# otherwise
otherwise-ff121d = anders

# outcome
outcome-3bc533 = afloop

# points of {score}
points-of-score-36259b = punten van { $score }

# reason
reason-a35e19 = reden

# remark
remark-4fe491 = opmerking

# remarks
remarks-c54fc6 = opmerkingen

# share
share-c9fc38 = aandeel

# the average of {what} of {events}
the-average-of-what-of-events-ebe822 = het gemiddelde van { $what } over elke keer { $events }

# the data has no such column; is it “{near}”?
the-data-has-no-such-column-is-it-d83c0a = de data hebben geen kolom met die naam; is het “{ $near }”?

# the days since the latest {events}
the-days-since-the-latest-events-b87840 = het aantal dagen sinds de laatste keer { $events }

# the days since {date}
the-days-since-date-8f76b7 = het aantal dagen sinds { $date }

# the domain of its {property}
the-domain-of-its-property-1f33f6 = het domein van { $property }

# the domain of {field}
the-domain-of-field-8a0ecb = het domein van { $field }

# the highest of {what} of {events}
the-highest-of-what-of-events-7515a5 = de hoogste waarde van { $what } over elke keer { $events }

# the latest of {what} of {events}
the-latest-of-what-of-events-11fb86 = de laatste waarde van { $what } over elke keer { $events }

# the lowest of {what} of {events}
the-lowest-of-what-of-events-87e12b = de laagste waarde van { $what } over elke keer { $events }

# the number of {events}
the-number-of-events-3714cd = het aantal keer { $events }

# the people behind it
the-people-behind-it-4d79a6 = de mensen erachter

# the stage is {stages}
the-stage-is-stages-ff12ef = de fase is { $stages }

# the total of {what} of {events}
the-total-of-what-of-events-dc2e73 = het totaal van { $what } over elke keer { $events }

# type
type-27f14d = type

# unknown: {field}
unknown-field-f5c843 = onbekend: { $field }

# until {day}
until-day-d9cd87 = tot en met { $day }

# up to {high}
up-to-high-0054f3 = tot { $high }

# value
value-5ed3ca = waarde

# what
what-6e942f = wat

# when
when-778519 = wanneer

# when always
when-always-350f3a = altijd

# when never
when-never-5ac38f = nooit

# when {condition}
when-condition-ef4a98 = als dit klopt: { $condition }

# {accounts} {accounts|account has|accounts have} another stage than by {previous}.
accounts-accounts-account-has-accounts-have-another-stage-6b98ba = { $accounts ->
    [one] 1 account heeft
   *[other] { $accounts } accounts hebben
  } een andere fase dan volgens { $previous }.

# {accounts} {accounts|account is|accounts are} at {stage}, the highest of their stages.
accounts-accounts-account-is-accounts-are-at-stage-fcfe22 = { $accounts ->
    [one] 1 account staat
   *[other] { $accounts } accounts staan
  } op { $stage }, de hoogste van hun fases.

# {called}; {waiting}.
called-waiting-fd6e26 = { $called }; { $waiting }.

# {confidence} interval
confidence-interval-8e7386 = interval van { $confidence }

# {count} more
count-more-5b9e15 = nog { $count }

# {date} is at least {other}
date-is-at-least-other-4a1505 = { $date } valt niet vóór { $other }

# {date} is at most {other}
date-is-at-most-other-b7c347 = { $date } valt niet na { $other }

# {date} is equal to {other}
date-is-equal-to-other-c1f3b8 = { $date } valt op dezelfde dag als { $other }

# {date} is less than {other}
date-is-less-than-other-f13fe3 = { $date } valt vóór { $other }

# {date} is more than {other}
date-is-more-than-other-3b638b = { $date } valt na { $other }

# {date} is not equal to {other}
date-is-not-equal-to-other-58024b = { $date } valt niet op dezelfde dag als { $other }

# {date} lies {when}
date-lies-when-c96710 = { $date } valt { $when }

# {day} {time} UTC
day-time-utc-a49734 = { $day } { $time } UTC

# {events} where {condition}
events-where-condition-509ad8 = { $events } (waarvoor geldt: { $condition })

# {events} where {condition} {when}
events-where-condition-when-620408 = { $events } (waarvoor geldt: { $condition }) { $when }

# {fields} fields whose values all fit
fields-fields-whose-values-all-fit-2dc7db = { $fields ->
    [one] 1 veld waarvan
   *[other] { $fields } velden waarvan
  } alle waarden passen

# {group}: only what gives most counts
group-only-what-gives-most-counts-c02215 = { $group }: alleen wat het meest geeft, telt

# {is} leads of {now}, held against {was} of {before}.
is-leads-of-now-held-against-was-of-30b58c = { $is } leads van { $now }, vergeleken met { $was } van { $before }.

# {leads} leads
leads-leads-67d62b = { $leads } leads

# {leads} leads a day
leads-leads-a-day-30cc9a = { $leads } leads per dag

# {leads} leads a month
leads-leads-a-month-c74a3e = { $leads } leads per maand

# {leads} leads a week
leads-leads-a-week-5161bc = { $leads } leads per week

# {leads} leads a year
leads-leads-a-year-89ba19 = { $leads } leads per jaar

# {leads} leads have another stage than by {previous}, on the same data and as of the same instant.
leads-leads-have-another-stage-than-by-previous-f007f5 = { $leads ->
    [one] 1 lead heeft
   *[other] { $leads } leads hebben
  } een andere fase dan volgens { $previous }, met dezelfde data en gezien op hetzelfde moment.

# {leads} leads of {source}, as of {instant}
leads-leads-of-source-as-of-instant-a52589 = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  } van { $source }, gezien op { $instant }

# {leads} {leads|lead had|leads had} been called before that, and are left out.
leads-leads-lead-had-leads-had-been-called-959de3 = { $leads ->
    [one] 1 lead was daarvoor al gebeld en telt niet mee.
   *[other] { $leads } leads waren daarvoor al gebeld en tellen niet mee.
  }

# {leads} {leads|lead has|leads have} another stage than by {previous}: {flows}.
leads-leads-lead-has-leads-have-another-stage-b6d1df = { $leads ->
    [one] 1 lead heeft
   *[other] { $leads } leads hebben
  } een andere fase dan volgens { $previous }: { $flows }.

# {leads} {leads|lead is|leads are} at {stage}, and it is known what became of each.
leads-leads-lead-is-leads-are-at-stage-497667 = { $leads ->
    [one] 1 lead staat op { $stage }, en de afloop is bekend.
   *[other] { $leads } leads staan op { $stage }, en van elk is de afloop bekend.
  }

# {leads} {leads|lead is|leads are} at {stage}: call them.
leads-leads-lead-is-leads-are-at-stage-b40a19 = { $leads ->
    [one] 1 lead staat
   *[other] { $leads } leads staan
  } op { $stage }: bel ze.

# {leads} {leads|lead is|leads are} at {stage}; what becomes of {open} of them is open: call these.
leads-leads-lead-is-leads-are-at-stage-9446d3 = { $leads ->
    [one] 1 lead staat
   *[other] { $leads } leads staan
  } op { $stage }; van { $open } daarvan is de afloop nog open: bel die.

# {leads} {leads|lead|leads} became {stage}.
leads-leads-lead-leads-became-stage-b940a7 = { $leads ->
    [one] 1 lead werd
   *[other] { $leads } leads werden
  } { $stage }.

# {leads} {leads|waits|wait} now
leads-leads-waits-wait-now-e21426 = { $leads ->
    [one] 1 wacht nu
   *[other] { $leads } wachten nu
  }

# {leads} {leads|waits|wait} now, all of them for longer than was promised
leads-leads-waits-wait-now-all-of-them-f4fff1 = { $leads ->
    [one] 1 wacht nu, langer dan beloofd
   *[other] { $leads } wachten nu, allemaal langer dan beloofd
  }

# {leads} {leads|waits|wait} now, {late} of them for longer than was promised
leads-leads-waits-wait-now-late-of-them-ebf3c4 = { $leads ->
    [one] 1 wacht nu
   *[other] { $leads } wachten nu
  }, { $late } daarvan langer dan beloofd

# {least} to {most} {events}
least-to-most-events-77dc27 = { $least } tot { $most } keer { $events }

# {name} ({stage})
name-stage-1b983b = { $name } ({ $stage })

# {one} and then {other}
one-and-then-other-f9ef37 = { $one } en dan { $other }

# {one} and {other}
one-and-other-945c94 = { $one } en { $other }

# {one} is at least {other}
one-is-at-least-other-07f019 = { $one } is minstens { $other }

# {one} is at most {other}
one-is-at-most-other-f45ac3 = { $one } is hoogstens { $other }

# {one} is equal to {other}
one-is-equal-to-other-7494c4 = { $one } is gelijk aan { $other }

# {one} is less than {other}
one-is-less-than-other-3ea89f = { $one } is minder dan { $other }

# {one} is more than {other}
one-is-more-than-other-eeeecf = { $one } is meer dan { $other }

# {one} is not equal to {other}
one-is-not-equal-to-other-33f19f = { $one } is niet gelijk aan { $other }

# {one} is the same as {other}
one-is-the-same-as-other-15013e = { $one } is hetzelfde als { $other }

# {one}; and {other}
one-and-other-def357 = { $one }; en { $other }

# {option}: the rules are about accounts too, which a report does not follow over time yet; leave it out, and the rest of the report is written
option-the-rules-are-about-accounts-too-which-61c297 = { $option }: de regels gaan ook over accounts, en die volgt een rapport nog niet in de tijd; laat de optie weg, dan wordt de rest van het rapport geschreven

# {outcome}: {converted} of {leads} leads, {rate}.
outcome-converted-of-leads-leads-rate-f71d66 = { $outcome }: { $converted } van { $leads } leads, { $rate }.

# {rate} became {name}
rate-became-name-db33c7 = { $rate } werd { $name }

# {rate} became {name}, half of them at once
rate-became-name-half-of-them-at-once-b9cf21 = { $rate } werd { $name }, de helft daarvan meteen

# {rate} became {name}, half of them in {time}
rate-became-name-half-of-them-in-time-ccb8fd = { $rate } werd { $name }, de helft daarvan binnen { $time }

# {rate} converted
rate-converted-a21ca1 = { $rate } gewonnen

# {rate} converted, half of them at once
rate-converted-half-of-them-at-once-b269b3 = { $rate } gewonnen, de helft daarvan meteen

# {rate} converted, half of them in {time}
rate-converted-half-of-them-in-time-0eeda3 = { $rate } gewonnen, de helft daarvan binnen { $time }

# {rate} of the leads at {top} converted, and {below} of those at {stage}: that is less, and more than chance: the bar is at the wrong place, or the rules are.
rate-of-the-leads-at-top-converted-and-9c3e0f = { $rate } van de leads op { $top } is gewonnen, en { $below } van die op { $stage }: dat is minder, en meer dan toeval. De drempel ligt verkeerd, of de regels kloppen niet.

# {rate} of the leads at {top} converted, and {below} of those at {stage}: that is more, and more than chance.
rate-of-the-leads-at-top-converted-and-22ba62 = { $rate } van de leads op { $top } is gewonnen, en { $below } van die op { $stage }: dat is meer, en meer dan toeval.

# {rate} of the leads at {top} converted, and {below} of those at {stage}: these figures do not tell whether that is more.
rate-of-the-leads-at-top-converted-and-a831f7 = { $rate } van de leads op { $top } is gewonnen, en { $below } van die op { $stage }: deze cijfers zeggen niet of dat meer is.

# {rules} {rules|rule|rules}
rules-rules-rule-rules-03013c = { $rules ->
    [one] 1 regel
   *[other] { $rules } regels
  }

# {share} ({interval})
share-interval-ae9e12 = { $share } ({ $interval })

# {stage} from which points of {score} on
stage-from-which-points-of-score-on-095a31 = { $stage } vanaf hoeveel punten van { $score }

# {time} (overdue)
time-overdue-22f171 = { $time } (te laat)

# {what} contains {texts}
what-contains-texts-387442 = { $what } bevat { $texts }

# {what} ends with {texts}
what-ends-with-texts-f7e36f = { $what } eindigt op { $texts }

# {what} include {options}
what-include-options-b98f7b = { $what } bevat { $options }

# {what} is known
what-is-known-0af71e = { $what } is bekend

# {what} is known and not {options}
what-is-known-and-not-options-234656 = { $what } is bekend en niet { $options }

# {what} is no
what-is-no-fa65e4 = { $what } is nee

# {what} is not known
what-is-not-known-1e2427 = { $what } is niet bekend

# {what} is yes
what-is-yes-164cd2 = { $what } is ja

# {what} is {options}
what-is-options-2263dd = { $what } is { $options }

# {what} matches the pattern “{pattern}”
what-matches-the-pattern-pattern-3ef408 = { $what } volgt het patroon “{ $pattern }”

# {what} mentions {texts}
what-mentions-texts-f52ffc = { $what } vermeldt { $texts }

# {what} starts with {texts}
what-starts-with-texts-8ff45e = { $what } begint met { $texts }

# {when}, and no other row holds
when-and-no-other-row-holds-2ecab9 = { $when }, en geen andere rij geldt

# {when}: {each}
when-each-9a1110 = { $when }: { $each }

# {when}; kept there for good
when-kept-there-for-good-c92718 = { $when }; blijft daar voorgoed

# {when}; kept there while {condition}
when-kept-there-while-condition-357db4 = { $when }; blijft daar zolang dit klopt: { $condition }

# “{name}” holds
name-holds-067fef = “{ $name }” geldt

# “{text}”
text-7fcbd5 = “{ $text }”

# “{text}” ({place})
text-place-8e3f53 = “{ $text }” ({ $place })
