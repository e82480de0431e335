### Wat er met de tijd gebeurt: verloop, cohorten, opvolging, drempels, verschuivingen, achteraf gemeten.

# ({events} {events|event|events} changed nothing)
events-events-event-events-changed-nothing-d6054c = ({ $events ->
    [one] 1 gebeurtenis veranderde
   *[other] { $events } gebeurtenissen veranderden
  } niets)

# --before: there are no leads in it
before-there-are-no-leads-in-it-ad0f06 = --before: er staan geen leads in

# --capacity: nothing says when leads came, so there is no telling how many get there in a time; declare the date on which they came (`created date`), or say how many of all in the data, as in --capacity 200
capacity-nothing-says-when-leads-came-so-there-f3cc02 = --capacity: niets zegt wanneer leads binnenkwamen, dus is niet te zeggen hoeveel er in een bepaalde tijd geraken; geef de datum aan waarop ze binnenkwamen (`created date`), of zeg hoeveel van alle leads in de data, zoals --capacity 200

# --no-events: then nothing is known of what leads did, nor of touches that are events; name the log with --events, or a date field with --touch
no-events-then-nothing-is-known-of-what-e097b8 = --no-events: dan is niets bekend van wat leads deden, ook niet van contacten die gebeurtenissen zijn; noem het logboek met --events, of een datumveld met --touch

# --of accounts: the rules say nothing about accounts; declare them with `account {{ … }}`, or leave this out
of-accounts-the-rules-say-nothing-about-accounts-850fe3 = --of accounts: de regels zeggen niets over accounts; geef ze aan met `account {"{"} … {"}"}`, of laat dit weg

# --reached has no drawing; take text, json or csv
reached-has-no-drawing-take-text-json-or-1486c2 = --reached heeft geen tekening; neem text, json of csv

# --score: there is no score `{score}`; there are {scores}
score-there-is-no-score-score-there-are-2dff8a = --score: er is geen score `{ $score }`; er zijn: { $scores }

# --since: `{day}` is no day; write it as 2026-10-01
since-day-is-no-day-write-it-as-713cf9 = --since: `{ $day }` is geen dag; schrijf die als 2026-10-01

# --since: no date field says by its name when leads came; name one with --came
since-no-date-field-says-by-its-name-24792b = --since: geen enkel datumveld zegt door zijn naam wanneer leads binnenkwamen; noem er een met --came

# --touch: `{name}` is neither a kind of event nor a date field that the rules declare; there are {kinds}
touch-name-is-neither-a-kind-of-event-7e69a9 = --touch: `{ $name }` is geen soort gebeurtenis en geen datumveld dat de regels aangeven; er zijn: { $kinds }

# --touch: `{name}` is neither a kind of event nor a date field that the rules declare; they declare no events
touch-name-is-neither-a-kind-of-event-f658a6 = --touch: `{ $name }` is geen soort gebeurtenis en geen datumveld dat de regels aangeven; ze geven geen gebeurtenissen aan

# 1 hour
hour-43fb4a = 1 uur

# AUC
auc-9ea548 = AUC

# Bar chart: what share of accounts converted, by points of {score}. {rates}.
bar-chart-what-share-of-accounts-converted-by-5adfe4 = Staafdiagram: welk aandeel van de accounts gewonnen is, volgens de punten van { $score }. { $rates }.

# Bar chart: what share of leads converted, by points of {score}. {rates}.
bar-chart-what-share-of-leads-converted-by-af0a7b = Staafdiagram: welk aandeel van de leads gewonnen is, volgens de punten van { $score }. { $rates }.

# Fields are taken as they are today, and so is which leads the account has; what is replayed is what its leads did, and the passing of time.
fields-are-taken-as-they-are-today-and-066d87 = Velden zijn genomen zoals ze vandaag zijn, net als welke leads het account heeft; wat opnieuw afgespeeld wordt, is wat zijn leads deden en het verstrijken van de tijd.

# Fields are taken as they are today, those of the account too; what is replayed is what the lead and the others of its account did, and the passing of time.
fields-are-taken-as-they-are-today-those-b91461 = Velden zijn genomen zoals ze vandaag zijn, ook die van het account; wat opnieuw afgespeeld wordt, is wat de lead en de andere van zijn account deden, en het verstrijken van de tijd.

# Fields are taken as they are today. These rules ask for the stage that a lead had, so they are run at the end of each day, each time from the stage of the day before; the lead is new before its first event.
fields-are-taken-as-they-are-today-these-1283a3 = Velden zijn genomen zoals ze vandaag zijn. Deze regels vragen naar de fase die een lead had; daarom worden ze aan het einde van elke dag toegepast, telkens vanaf de fase van de dag ervoor. Voor zijn eerste gebeurtenis is de lead nieuw.

# Fields are taken as they are today; what is replayed is what the lead did, and the passing of time.
fields-are-taken-as-they-are-today-what-936d8a = Velden zijn genomen zoals ze vandaag zijn; wat opnieuw afgespeeld wordt, is wat de lead deed en het verstrijken van de tijd.

# Fill in when the others were decided, too (lost, closed, given up), or say --draw-moments: each gets one drawn from those of the rest
fill-in-when-the-others-were-decided-too-90851a = Vul ook in wanneer het voor de andere beslist was (verloren, afgesloten, opgegeven), of zeg --draw-moments: dan krijgt elk er een, geloot uit die van de rest

# Those without are seen as they are today beside those seen as they were, so that any score may look right.
those-without-are-seen-as-they-are-today-8a33da = Wie er geen heeft, wordt gezien zoals vandaag, naast wie gezien wordt zoals toen: zo kan elke score juist lijken.

# `{text}` is no instant for --since; write a day (2026-11-23) or a time
text-is-no-instant-for-since-write-a-588bb5 = `{ $text }` is geen moment voor --since; schrijf een dag (2026-11-23) of een tijdstip

# a lead
a-lead-45b702 = een lead

# a week
a-week-b5c9e8 = per week

# all
all-254bc4 = totaal

# all accounts came to the same end, so there is nothing to tell apart
all-accounts-came-to-the-same-end-so-49966a = alle accounts liepen op dezelfde manier af, dus valt er niets te onderscheiden

# all leads came to the same end, so there is nothing to tell apart
all-leads-came-to-the-same-end-so-d93eb5 = alle leads liepen op dezelfde manier af, dus valt er niets te onderscheiden

# all {count} as before, for all that so many leads can tell
all-count-as-before-for-all-that-so-75d900 = niets verschoven (bekeken: { $count }), voor zover zoveel leads dat kunnen tonen

# and {leads} more; --format json names all
and-leads-more-format-json-names-all-46d8a9 = en nog { $leads }; --format json noemt ze allemaal

# before any lead of the account did anything
before-any-lead-of-the-account-did-anything-4ae134 = voordat een lead van het account iets deed

# before its first event
before-its-first-event-69704a = vóór zijn eerste gebeurtenis

# capacity {leads}
capacity-leads-9aa556 = capaciteit { $leads }

# capacity {leads}/day
capacity-leads-day-8f8287 = capaciteit { $leads }/dag

# capacity {leads}/month
capacity-leads-month-2319cf = capaciteit { $leads }/maand

# capacity {leads}/week
capacity-leads-week-2e1b0b = capaciteit { $leads }/week

# capacity {leads}/year
capacity-leads-year-e7a2ce = capaciteit { $leads }/jaar

# convert
convert-39b678 = gewonnen

# converted
converted-afaff9 = gewonnen

# drifted: {what}
drifted-what-a0df31 = verschoven: { $what }

# each account seen as of the moment before its `{at}`
each-account-seen-as-of-the-moment-before-fb6e52 = elk account gezien vlak vóór zijn `{ $at }`

# each account seen as of {as_of}
each-account-seen-as-of-as-of-632821 = elk account gezien op { $as_of }

# each lead seen as of the moment before its `{at}`
each-lead-seen-as-of-the-moment-before-7d0e8f = elke lead gezien vlak vóór zijn `{ $at }`

# each lead seen as of {as_of}
each-lead-seen-as-of-as-of-61a8f2 = elke lead gezien op { $as_of }

# entered
entered-5d3c54 = ingestroomd

# expected
expected-2b9ed9 = verwacht

# fields are taken as they are today
fields-are-taken-as-they-are-today-f97074 = velden zijn genomen zoals ze vandaag zijn

# fields: of how many leads each can't be read
fields-of-how-many-leads-each-can-t-99aa3e = velden: van hoeveel leads elk veld niet te lezen is

# fields: of how many leads each is unknown
fields-of-how-many-leads-each-is-unknown-c07b42 = velden: van hoeveel leads elk veld onbekend is

# fired
fired-54cb87 = gold

# first reached
first-reached-7013e3 = voor het eerst bereikt

# for
for-f38390 = wacht al

# from entering {stage} to the first `{touch}`, as of {as_of}
from-entering-stage-to-the-first-touch-as-b445e9 = van het bereiken van { $stage } tot de eerste `{ $touch }`, gezien op { $as_of }

# got there
got-there-2dd11f = bereikt

# half of them in
half-of-them-in-2cad3c = helft van hen na

# half within
half-within-56f67b = helft na

# how often {field} can't be read
how-often-field-can-t-be-read-823fa9 = hoe vaak { $field } niet te lezen is

# how often {field} is unknown
how-often-field-is-unknown-aefc9b = hoe vaak { $field } onbekend is

# how often “{rule}” fires
how-often-rule-fires-de7abf = hoe vaak “{ $rule }” geldt

# how well {score} ranks
how-well-score-ranks-eec544 = hoe goed { $score } rangschikt

# if nothing happens
if-nothing-happens-9ba5fa = als er niets gebeurt

# in {time}
in-time-ca8d75 = binnen { $time }

# it does not fall below {stage} before {until}
it-does-not-fall-below-stage-before-until-073755 = zakt zeker tot { $until } niet onder { $stage }

# it is no longer {stage}: it is {then} then
it-is-no-longer-stage-it-is-then-294cb5 = is dan niet langer { $stage }, maar { $then }

# keeps {share}
keeps-share-bf9d7a = behoudt { $share }

# known
known-48538c = bekend

# leads by the month in which they entered {stage}, as of {as_of}
leads-by-the-month-in-which-they-entered-374f3e = leads volgens de maand waarin ze in { $stage } kwamen, gezien op { $as_of }

# left
left-4aec70 = weggezakt

# lift
lift-c75a7c = lift

# month
month-7a0605 = maand

# months: rate, and how well each score ranks
months-rate-and-how-well-each-score-ranks-269fc1 = maanden: het aandeel, en hoe goed elke score rangschikt

# more than {factor}
more-than-factor-52a96c = meer dan { $factor }

# no lead at a stage
no-lead-at-a-stage-622684 = geen lead in een fase

# no stage that is asked about holds a score against a number, as `profile >= 40 => MQL` does, so there is no bar to place
no-stage-that-is-asked-about-holds-a-11e414 = geen van de gevraagde fases vergelijkt een score met een getal, zoals `profile >= 40 => MQL` doet, dus is er geen drempel om te plaatsen

# nothing changed
nothing-changed-05188a = er veranderde niets

# nothing changes before {until}
nothing-changes-before-until-7c49dc = er verandert niets voor { $until }

# nothing has shifted by {limit} or more, beyond chance
nothing-has-shifted-by-limit-or-more-beyond-b37f56 = van niets is aangetoond dat het { $limit } of meer verschoven is: wat hoger uitkomt, kan toeval zijn

# now
now-b19af7 = nu

# of all
of-all-02d55b = van alle

# of {leads} of them nothing says when: they are left out
of-leads-of-them-nothing-says-when-they-fc96be = { $leads ->
    [one] van 1 daarvan zegt niets wanneer: die is weggelaten
   *[other] van { $leads } daarvan zegt niets wanneer: die zijn weggelaten
  }

# on to {outcome}
on-to-outcome-46b93b = afloop: { $outcome }

# on to {stage}
on-to-stage-70d019 = verder naar { $stage }

# one lead has no csv; take text, json or svg
one-lead-has-no-csv-take-text-json-758a32 = van één lead is er geen csv; neem text, json of svg

# overdue
overdue-dea08b = te laat

# range
range-dc0cd2 = grenzen

# rate
rate-839c67 = aandeel

# rate {share}
rate-share-167844 = aandeel { $share }

# row
row-0e1d7b = rij

# rules: for how many leads each fired
rules-for-how-many-leads-each-fired-e91ce6 = regels: voor hoeveel leads elke regel gold

# rules: how often each fired, what became of accounts with and without it, and what dropping it does
rules-how-often-each-fired-what-became-of-8636e5 = regels: hoe vaak elke regel gold, hoe het afliep met accounts met en zonder, en wat schrappen verandert

# rules: how often each fired, what became of leads with and without it, and what dropping it does
rules-how-often-each-fired-what-became-of-e672e2 = regels: hoe vaak elke regel gold, hoe het afliep met leads met en zonder, en wat schrappen verandert

# score {name}
score-name-e3953e = score { $name }

# score {name}: AUC {auc}
score-name-auc-auc-3bf2f0 = score { $name }: AUC { $auc }

# score {name}: AUC {auc} ({low} to {high})
score-name-auc-auc-low-to-high-1c58d6 = score { $name }: AUC { $auc } ({ $low } tot { $high })

# scores: their mean, how far their points have shifted
scores-their-mean-how-far-their-points-have-bf49de = scores: hun gemiddelde, en hoe ver hun punten verschoven zijn

# scores: their mean, how far their points have shifted, and how well they rank (AUC)
scores-their-mean-how-far-their-points-have-c76a05 = scores: hun gemiddelde, hoe ver hun punten verschoven zijn, en hoe goed ze rangschikken (AUC)

# set apart: no reason to {reason}
set-apart-no-reason-to-reason-944783 = apart gezet: { $reason }

# set apart: {before} to {after}
set-apart-before-to-after-79d93f = apart gezet: eerst { $before }, nu { $after }

# set apart: {reason} to no reason
set-apart-reason-to-no-reason-2aae1d = niet langer apart gezet (was: { $reason })

# shift
shift-019347 = verschuiving

# since
since-36a99d = sinds

# something else
something-else-6a20b4 = iets anders

# stage {before} to {after}
stage-before-to-after-dc4787 = fase: van { $before } naar { $after }

# stages, shifted by {index}
stages-shifted-by-index-229fd2 = fases, verschuiving { $index }

# ten points more multiply the odds by {odds}; bands lie {off} percentage points off that curve; Brier {brier}
ten-points-more-multiply-the-odds-by-odds-1de3bf = tien punten meer vermenigvuldigen de odds (kans op winst tegenover geen winst) met { $odds }; de klassen liggen gemiddeld { $off } procentpunt naast de kromme die daarbij hoort; Brier { $brier }

# the highest stage among the leads of an account: what leads alone say
the-highest-stage-among-the-leads-of-an-e8dbb2 = de hoogste fase onder de leads van een account: wat de leads alleen zeggen

# the other {count} as before, or shifted less
the-other-count-as-before-or-shifted-less-01c257 = niet of minder verschoven: de overige { $count }

# the points of {score}
the-points-of-score-be6d08 = de punten van { $score }

# the stages
the-stages-a3d663 = de fases

# there is no higher stage and no outcome to look for: name a lower stage, or --outcome
there-is-no-higher-stage-and-no-outcome-294cac = er is geen hogere fase en geen afloop om naar te kijken: noem een lagere fase, of --outcome

# they came within {days} days, as `{by}` says
they-came-within-days-days-as-by-says-eeb709 = ze kwamen in { $days } dagen tijd binnen, volgens `{ $by }`

# time passes
time-passes-06b4a9 = de tijd verstrijkt

# touched
touched-882159 = gecontacteerd

# wait
wait-2e4ca0 = wachten nog

# what became of {unknown} of {of} accounts is unknown: they count as accounts, and in no rate
what-became-of-unknown-of-of-accounts-is-889f55 = { $unknown ->
    [one] de afloop van 1 van { $of } accounts is onbekend: dat telt
   *[other] de afloop van { $unknown } van { $of } accounts is onbekend: die tellen
  } mee als account, maar in geen enkel aandeel

# what became of {unknown} of {of} leads is unknown: they count as leads, and in no rate
what-became-of-unknown-of-of-leads-is-45c2d3 = { $unknown ->
    [one] de afloop van 1 van { $of } leads is onbekend: die telt
   *[other] de afloop van { $unknown } van { $of } leads is onbekend: die tellen
  } mee als lead, maar in geen enkel aandeel

# what came within {days} days of entering; {early} entered later than that, and are left out
what-came-within-days-days-of-entering-early-4ab292 = wat binnen { $days } dagen na het instromen gebeurde; daarvoor te recent ingestroomd en weggelaten: { $early }

# what happened
what-happened-79ec90 = wat er gebeurde

# what is ahead
what-is-ahead-78605c = wat er komt

# who waits now, the longest first
who-waits-now-the-longest-first-b7b7d0 = wie nu wacht, wie het langst wacht eerst

# with
with-4afe69 = met

# without
without-f21de3 = zonder

# {by}: {event}
by-event-99a2f2 = { $by }: { $event }

# {count} accounts have a moment that can't be read ("{examples}"): write it as 2026-11-23 or 2026-11-23T12:00Z, or declare it as a date with its form; they are seen as of the instant of the run
count-accounts-have-a-moment-that-can-t-2bdf6d = { $count ->
    [one] 1 account heeft een moment dat niet te lezen is
   *[other] { $count } accounts hebben een moment dat niet te lezen is
  } ("{ $examples }"): schrijf het als 2026-11-23 of 2026-11-23T12:00Z, of geef het aan als datum met zijn notatie; nu wordt gekeken op het moment van de run

# {count} leads have a moment that can't be read ("{examples}"): write it as 2026-11-23 or 2026-11-23T12:00Z, or declare it as a date with its form; they are seen as of the instant of the run
count-leads-have-a-moment-that-can-t-9065d6 = { $count ->
    [one] 1 lead heeft een moment dat niet te lezen is
   *[other] { $count } leads hebben een moment dat niet te lezen is
  } ("{ $examples }"): schrijf het als 2026-11-23 of 2026-11-23T12:00Z, of geef het aan als datum met zijn notatie; nu wordt gekeken op het moment van de run

# {count} set apart by the rules: not in scores, rules and months
count-set-apart-by-the-rules-not-in-549df9 = { $count } door de regels apart gezet: niet in scores, regels en maanden

# {count} {count|account has|accounts have} no moment: seen as of the instant of the run, in no month
count-count-account-has-accounts-have-no-moment-9041ae = { $count ->
    [one] 1 account heeft
   *[other] { $count } accounts hebben
  } geen tijdstip: gezien op het tijdstip van de run, en bij geen enkele maand gerekend

# {count} {count|account without a moment got one|accounts without a moment got one each}, drawn from those of the others
count-count-account-without-a-moment-got-one-42e6a9 = { $count ->
    [one] 1 account zonder moment kreeg er een
   *[other] { $count } accounts zonder moment kregen er elk een
  }, geloot uit die van de andere

# {count} {count|lead has|leads have} no moment: seen as of the instant of the run, in no month
count-count-lead-has-leads-have-no-moment-79fb7a = { $count ->
    [one] 1 lead heeft
   *[other] { $count } leads hebben
  } geen tijdstip: gezien op het tijdstip van de run, en bij geen enkele maand gerekend

# {count} {count|lead without a moment got one|leads without a moment got one each}, drawn from those of the others
count-count-lead-without-a-moment-got-one-e33fad = { $count ->
    [one] 1 lead zonder moment kreeg er een
   *[other] { $count } leads zonder moment kregen er elk een
  }, geloot uit die van de andere

# {days} days
days-days-bef7bf = { $days } dagen

# {first} or {other}
first-or-other-596a48 = { $first } of { $other }

# {from} to {until}
from-to-until-beb710 = { $from } tot { $until }

# {hours} hours
hours-hours-1cf593 = { $hours } uur

# {key}: {stage} as of {as_of}
key-stage-as-of-as-of-b6f439 = { $key }: { $stage }, gezien op { $as_of }

# {key}: {stage} as of {as_of}; if nothing happens it is {then} on {day}
key-stage-as-of-as-of-if-nothing-667b50 = { $key }: { $stage }, gezien op { $as_of }; als er niets gebeurt, { $then } op { $day }

# {label}: {before} to {after}
label-before-to-after-16219d = { $label }: van { $before } naar { $after }

# {leads} had been touched before: they are left out
leads-had-been-touched-before-they-are-left-4c0ad9 = { $leads ->
    [one] 1 was al eerder gecontacteerd en is weggelaten
   *[other] { $leads } waren al eerder gecontacteerd en zijn weggelaten
  }

# {leads} leads entered {stage} or a higher stage; fields are taken as they are today
leads-leads-entered-stage-or-a-higher-stage-e39f5d = { $leads ->
    [one] 1 lead kwam
   *[other] { $leads } leads kwamen
  } in { $stage } of een hogere fase; velden zijn genomen zoals ze vandaag zijn

# {leads} leads of {file}, held against {others} of {before}
leads-leads-of-file-held-against-others-of-4ede05 = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  } uit { $file }, vergeleken met { $others } uit { $before }

# {leads} leads that came since {day}, held against {others} that came before (`{field}`)
leads-leads-that-came-since-day-held-against-856fce = { $leads ->
    [one] 1 lead die sinds { $day } binnenkwam
   *[other] { $leads } leads die sinds { $day } binnenkwamen
  }, vergeleken met { $others } van daarvoor (`{ $field }`)

# {leads} more entered it, and nothing says when
leads-more-entered-it-and-nothing-says-when-aacd1d = { $leads ->
    [one] nog 1 stroomde in
   *[other] nog { $leads } stroomden in
  }, en niets zegt wanneer

# {leads} {leads|lead|leads}
leads-leads-lead-leads-f1edc0 = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }

# {lowest} to {highest}
lowest-to-highest-23fcd6 = { $lowest } tot { $highest }

# {low} to {high}
low-to-high-434f50 = { $low } tot { $high }

# {low} to {high} %
low-to-high-572f2f = { $low } tot { $high } %

# {minutes} {minutes|minute|minutes}
minutes-minutes-minute-minutes-b01b04 = { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
  }

# {outcome}: {converted} of {count} accounts, {rate}
outcome-converted-of-count-accounts-rate-cc0cd1 = { $outcome }: { $converted } van { $count } accounts, { $rate }

# {outcome}: {converted} of {count} leads, {rate}
outcome-converted-of-count-leads-rate-4ff364 = { $outcome }: { $converted } van { $count } leads, { $rate }

# {path}: `{at}` says when the outcome was known of {known} of {converted} accounts that converted, and of {told} of {others} others.
path-at-says-when-the-outcome-was-known-f825f2 = { $path }: `{ $at }` zegt wanneer de afloop bekend was van { $known } van { $converted } gewonnen accounts, en van { $told } van { $others } andere.

# {path}: `{at}` says when the outcome was known of {known} of {converted} leads that converted, and of {told} of {others} others.
path-at-says-when-the-outcome-was-known-0f2f47 = { $path }: `{ $at }` zegt wanneer de afloop bekend was van { $known } van { $converted } gewonnen leads, en van { $told } van { $others } andere.

# {path}: no lead came before {day}; name a later day
path-no-lead-came-before-day-name-a-c7ab4f = { $path }: geen enkele lead kwam binnen voor { $day }; noem een latere dag

# {path}: no lead came since {day}; name an earlier day
path-no-lead-came-since-day-name-an-11e4ac = { $path }: geen enkele lead kwam binnen sinds { $day }; noem een vroegere dag

# {path}: nothing says of any lead when it came
path-nothing-says-of-any-lead-when-it-b9ddfb = { $path }: van geen enkele lead is bekend wanneer die binnenkwam

# {path}: of none of its {count} {count|account|accounts} can be told whether `{condition}`: look at the columns and values that the condition asks for; `leadrules check --data` says what does not fit
path-of-none-of-its-count-count-account-0db847 = { $path }: van geen enkel account (van de { $count }) is te zeggen of `{ $condition }`: kijk naar de kolommen en waarden waar de voorwaarde naar vraagt; `leadrules check --data` zegt wat niet past

# {path}: of none of its {count} {count|lead|leads} can be told whether `{condition}`: look at the columns and values that the condition asks for; `leadrules check --data` says what does not fit
path-of-none-of-its-count-count-lead-415fdb = { $path }: van geen enkele lead (van de { $count }) is te zeggen of `{ $condition }`: kijk naar de kolommen en waarden waar de voorwaarde naar vraagt; `leadrules check --data` zegt wat niet past

# {path}: there are no leads in it
path-there-are-no-leads-in-it-48e6b2 = { $path }: er staan geen leads in

# {points}: {rate}
points-rate-ba60ac = { $points }: { $rate }

# {score} {before} to {after}
score-before-to-after-32f25d = { $score } van { $before } naar { $after }

# {score} {before} to {after} ({by})
score-before-to-after-by-b19d91 = { $score } van { $before } naar { $after } ({ $by })

# {stage} begins at {score} {now}; the rest of what it asks for stays as it is
stage-begins-at-score-now-the-rest-of-8660e2 = { $stage } begint bij { $score } { $now }; wat de fase verder vraagt, blijft zoals het is

# {sure} % interval
sure-interval-fec0d6 = interval { $sure } %

# {unknown} of {all} accounts left out: what became of them is unknown
unknown-of-all-accounts-left-out-what-became-0d216e = { $unknown } van { $all } accounts weggelaten: de afloop is onbekend

# {unknown} of {all} leads left out: what became of them is unknown
unknown-of-all-leads-left-out-what-became-51c05d = { $unknown } van { $all } leads weggelaten: de afloop is onbekend

# {what}: no place of this bar gives that
what-no-place-of-this-bar-gives-that-ca205e = { $what }: geen enkele plaats van deze drempel geeft dat

# keeps
keeps-8a58e1 = behouden

# {count} set apart by the rules: not in scores and rules
count-set-apart-by-the-rules-not-in-1b51d2 = { $count } door de regels apart gezet: niet meegeteld in de cijfers over scores en regels
