### Ce qui se passe avec le temps : parcours, cohortes, suivi, seuils, décalages, jugement après coup.

# ({events} {events|event|events} changed nothing)
events-events-event-events-changed-nothing-d6054c = ({ $events ->
    [one] { $events } événement n'a
   *[other] { $events } événements n'ont
  } rien changé)

# --before: there are no leads in it
before-there-are-no-leads-in-it-ad0f06 = --before : aucun lead n'y figure

# --capacity: nothing says when leads came, so there is no telling how many get there in a time; declare the date on which they came (`created date`), or say how many of all in the data, as in --capacity 200
capacity-nothing-says-when-leads-came-so-there-f3cc02 = --capacity : rien ne dit quand les leads sont arrivés, donc impossible de dire combien y parviennent en un temps donné ; déclarez la date de leur arrivée (`created date`), ou dites combien sur tous les leads des données, comme --capacity 200

# --no-events: then nothing is known of what leads did, nor of touches that are events; name the log with --events, or a date field with --touch
no-events-then-nothing-is-known-of-what-e097b8 = --no-events : alors rien n'est connu de ce que les leads ont fait, ni des contacts qui sont des événements ; nommez le journal avec --events, ou un champ de date avec --touch

# --of accounts: the rules say nothing about accounts; declare them with `account {{ … }}`, or leave this out
of-accounts-the-rules-say-nothing-about-accounts-850fe3 = --of accounts : les règles ne disent rien des comptes ; déclarez-les avec `account {"{"} … {"}"}`, ou retirez cette option

# --reached has no drawing; take text, json or csv
reached-has-no-drawing-take-text-json-or-1486c2 = --reached n'a pas de dessin ; prenez text, json ou csv

# --score: there is no score `{score}`; there are {scores}
score-there-is-no-score-score-there-are-2dff8a = --score : score `{ $score }` introuvable ; il y a : { $scores }

# --since: `{day}` is no day; write it as 2026-10-01
since-day-is-no-day-write-it-as-713cf9 = --since : `{ $day }` n'est pas un jour ; écrivez-le comme 2026-10-01

# --since: no date field says by its name when leads came; name one with --came
since-no-date-field-says-by-its-name-24792b = --since : aucun champ de date ne dit par son nom quand les leads sont arrivés ; nommez-en un avec --came

# --touch: `{name}` is neither a kind of event nor a date field that the rules declare; there are {kinds}
touch-name-is-neither-a-kind-of-event-7e69a9 = --touch : `{ $name }` n'est ni un type d'événement ni un champ de date que les règles déclarent ; il y a : { $kinds }

# --touch: `{name}` is neither a kind of event nor a date field that the rules declare; they declare no events
touch-name-is-neither-a-kind-of-event-f658a6 = --touch : `{ $name }` n'est ni un type d'événement ni un champ de date que les règles déclarent ; elles ne déclarent aucun événement

# 1 hour
hour-43fb4a = 1 heure

# AUC
auc-9ea548 = AUC

# Bar chart: what share of accounts converted, by points of {score}. {rates}.
bar-chart-what-share-of-accounts-converted-by-5adfe4 = Histogramme : part des comptes gagnés, selon les points de { $score }. { $rates }.

# Bar chart: what share of leads converted, by points of {score}. {rates}.
bar-chart-what-share-of-leads-converted-by-af0a7b = Histogramme : part des leads gagnés, selon les points de { $score }. { $rates }.

# Fields are taken as they are today, and so is which leads the account has; what is replayed is what its leads did, and the passing of time.
fields-are-taken-as-they-are-today-and-066d87 = Les champs sont pris tels qu'ils sont aujourd'hui, de même que les leads du compte ; ce qui est rejoué, c'est ce que ses leads ont fait, et le temps qui passe.

# Fields are taken as they are today, those of the account too; what is replayed is what the lead and the others of its account did, and the passing of time.
fields-are-taken-as-they-are-today-those-b91461 = Les champs sont pris tels qu'ils sont aujourd'hui, ceux du compte aussi ; ce qui est rejoué, c'est ce que le lead et les autres de son compte ont fait, et le temps qui passe.

# Fields are taken as they are today. These rules ask for the stage that a lead had, so they are run at the end of each day, each time from the stage of the day before; the lead is new before its first event.
fields-are-taken-as-they-are-today-these-1283a3 = Les champs sont pris tels qu'ils sont aujourd'hui. Ces règles demandent la phase qu'avait un lead ; elles sont donc appliquées à la fin de chaque jour, à partir de la phase de la veille. Avant son premier événement, le lead est nouveau.

# Fields are taken as they are today; what is replayed is what the lead did, and the passing of time.
fields-are-taken-as-they-are-today-what-936d8a = Les champs sont pris tels qu'ils sont aujourd'hui ; ce qui est rejoué, c'est ce que le lead a fait, et le temps qui passe.

# Fill in when the others were decided, too (lost, closed, given up), or say --draw-moments: each gets one drawn from those of the rest
fill-in-when-the-others-were-decided-too-90851a = Indiquez aussi quand les autres ont été décidés (perdus, clos, abandonnés), ou dites --draw-moments : chacun en reçoit alors un, tiré au sort parmi ceux des autres

# Those without are seen as they are today beside those seen as they were, so that any score may look right.
those-without-are-seen-as-they-are-today-8a33da = Ceux qui n'en ont pas sont vus tels qu'ils sont aujourd'hui, à côté de ceux qui sont vus tels qu'ils étaient : ainsi, n'importe quel score peut sembler juste.

# `{text}` is no instant for --since; write a day (2026-11-23) or a time
text-is-no-instant-for-since-write-a-588bb5 = `{ $text }` n'est pas un moment pour --since ; écrivez un jour (2026-11-23) ou un instant

# a lead
a-lead-45b702 = un lead

# a week
a-week-b5c9e8 = par semaine

# all
all-254bc4 = total

# all accounts came to the same end, so there is nothing to tell apart
all-accounts-came-to-the-same-end-so-49966a = tous les comptes ont eu la même issue : il n'y a rien à distinguer

# all leads came to the same end, so there is nothing to tell apart
all-leads-came-to-the-same-end-so-d93eb5 = tous les leads ont eu la même issue : il n'y a rien à distinguer

# all {count} as before, for all that so many leads can tell
all-count-as-before-for-all-that-so-75d900 = aucun décalage ({ $count } au total), dans la mesure où ce nombre de leads permet de le voir

# and {leads} more; --format json names all
and-leads-more-format-json-names-all-46d8a9 = et encore { $leads } ; --format json les nomme tous

# before any lead of the account did anything
before-any-lead-of-the-account-did-anything-4ae134 = avant tout événement d'un lead du compte

# before its first event
before-its-first-event-69704a = avant son premier événement

# capacity {leads}
capacity-leads-9aa556 = capacité { $leads }

# capacity {leads}/day
capacity-leads-day-8f8287 = capacité { $leads }/jour

# capacity {leads}/month
capacity-leads-month-2319cf = capacité { $leads }/mois

# capacity {leads}/week
capacity-leads-week-2e1b0b = capacité { $leads }/semaine

# capacity {leads}/year
capacity-leads-year-e7a2ce = capacité { $leads }/an

# convert
convert-39b678 = gagnés

# converted
converted-afaff9 = gagnés

# drifted: {what}
drifted-what-a0df31 = décalage : { $what }

# each account seen as of the moment before its `{at}`
each-account-seen-as-of-the-moment-before-fb6e52 = chaque compte vu juste avant son `{ $at }`

# each account seen as of {as_of}
each-account-seen-as-of-as-of-632821 = chaque compte vu au { $as_of }

# each lead seen as of the moment before its `{at}`
each-lead-seen-as-of-the-moment-before-7d0e8f = chaque lead vu juste avant son `{ $at }`

# each lead seen as of {as_of}
each-lead-seen-as-of-as-of-61a8f2 = chaque lead vu au { $as_of }

# entered
entered-5d3c54 = entrés

# expected
expected-2b9ed9 = attendu

# fields are taken as they are today
fields-are-taken-as-they-are-today-f97074 = les champs sont pris tels qu'ils sont aujourd'hui

# fields: of how many leads each can't be read
fields-of-how-many-leads-each-can-t-99aa3e = champs : pour combien de leads chacun est illisible

# fields: of how many leads each is unknown
fields-of-how-many-leads-each-is-unknown-c07b42 = champs : pour combien de leads chacun est inconnu

# fired
fired-54cb87 = a joué

# first reached
first-reached-7013e3 = atteint pour la première fois

# for
for-f38390 = attend depuis

# from entering {stage} to the first `{touch}`, as of {as_of}
from-entering-stage-to-the-first-touch-as-b445e9 = de l'arrivée en { $stage } au premier `{ $touch }`, vu au { $as_of }

# got there
got-there-2dd11f = arrivés

# half of them in
half-of-them-in-2cad3c = la moitié après

# half within
half-within-56f67b = moitié après

# how often {field} can't be read
how-often-field-can-t-be-read-823fa9 = la part des leads dont { $field } est illisible

# how often {field} is unknown
how-often-field-is-unknown-aefc9b = la part des leads dont { $field } est inconnu

# how often “{rule}” fires
how-often-rule-fires-de7abf = la part des leads pour qui « { $rule } » joue

# how well {score} ranks
how-well-score-ranks-eec544 = la qualité du classement par { $score }

# if nothing happens
if-nothing-happens-9ba5fa = si rien ne se passe

# in {time}
in-time-ca8d75 = en { $time }

# it does not fall below {stage} before {until}
it-does-not-fall-below-stage-before-until-073755 = reste au moins { $stage } jusqu'au { $until }

# it is no longer {stage}: it is {then} then
it-is-no-longer-stage-it-is-then-294cb5 = n'est alors plus { $stage }, mais { $then }

# keeps {share}
keeps-share-bf9d7a = garde { $share }

# known
known-48538c = connus

# leads by the month in which they entered {stage}, as of {as_of}
leads-by-the-month-in-which-they-entered-374f3e = leads selon le mois de leur entrée en { $stage }, vus au { $as_of }

# left
left-4aec70 = redescendus

# lift
lift-c75a7c = lift

# month
month-7a0605 = mois

# months: rate, and how well each score ranks
months-rate-and-how-well-each-score-ranks-269fc1 = mois : le taux, et la qualité du classement par chaque score

# more than {factor}
more-than-factor-52a96c = plus de { $factor }

# no lead at a stage
no-lead-at-a-stage-622684 = aucun lead dans une phase

# no stage that is asked about holds a score against a number, as `profile >= 40 => MQL` does, so there is no bar to place
no-stage-that-is-asked-about-holds-a-11e414 = aucune des phases demandées ne compare un score à un nombre, comme le fait `profile >= 40 => MQL` ; il n'y a donc pas de seuil à placer

# nothing changed
nothing-changed-05188a = rien n'a changé

# nothing changes before {until}
nothing-changes-before-until-7c49dc = rien ne change avant le { $until }

# nothing has shifted by {limit} or more, beyond chance
nothing-has-shifted-by-limit-or-more-beyond-b37f56 = aucun décalage de { $limit } ou plus n'est établi : des valeurs plus hautes peuvent être dues au hasard

# now
now-b19af7 = maintenant

# of all
of-all-02d55b = du total

# of {leads} of them nothing says when: they are left out
of-leads-of-them-nothing-says-when-they-fc96be = { $leads ->
    [one] pour { $leads } d'entre eux, rien ne dit quand : il est laissé de côté
   *[other] pour { $leads } d'entre eux, rien ne dit quand : ils sont laissés de côté
  }

# on to {outcome}
on-to-outcome-46b93b = issue : { $outcome }

# on to {stage}
on-to-stage-70d019 = passés en { $stage }

# one lead has no csv; take text, json or svg
one-lead-has-no-csv-take-text-json-758a32 = pour un lead isolé, il n'y a pas de csv ; prenez text, json ou svg

# overdue
overdue-dea08b = en retard

# range
range-dc0cd2 = limites

# rate
rate-839c67 = taux

# rate {share}
rate-share-167844 = taux { $share }

# row
row-0e1d7b = ligne

# rules: for how many leads each fired
rules-for-how-many-leads-each-fired-e91ce6 = règles : pour combien de leads chacune a joué

# rules: how often each fired, what became of accounts with and without it, and what dropping it does
rules-how-often-each-fired-what-became-of-8636e5 = règles : combien de fois chacune a joué, l'issue des comptes avec et sans elle, et ce que change sa suppression

# rules: how often each fired, what became of leads with and without it, and what dropping it does
rules-how-often-each-fired-what-became-of-e672e2 = règles : combien de fois chacune a joué, l'issue des leads avec et sans elle, et ce que change sa suppression

# score {name}
score-name-e3953e = score { $name }

# score {name}: AUC {auc}
score-name-auc-auc-3bf2f0 = score { $name } : AUC { $auc }

# score {name}: AUC {auc} ({low} to {high})
score-name-auc-auc-low-to-high-1c58d6 = score { $name } : AUC { $auc } ({ $low } à { $high })

# scores: their mean, how far their points have shifted
scores-their-mean-how-far-their-points-have-bf49de = scores : leur moyenne, et le décalage de leurs points

# scores: their mean, how far their points have shifted, and how well they rank (AUC)
scores-their-mean-how-far-their-points-have-c76a05 = scores : leur moyenne, le décalage de leurs points, et la qualité de leur classement (AUC)

# set apart: no reason to {reason}
set-apart-no-reason-to-reason-944783 = mis à part : { $reason }

# set apart: {before} to {after}
set-apart-before-to-after-79d93f = mis à part : d'abord { $before }, maintenant { $after }

# set apart: {reason} to no reason
set-apart-reason-to-no-reason-2aae1d = n'est plus mis à part (était : { $reason })

# shift
shift-019347 = décalage

# since
since-36a99d = depuis le

# something else
something-else-6a20b4 = autre chose

# stage {before} to {after}
stage-before-to-after-dc4787 = phase : de { $before } à { $after }

# stages, shifted by {index}
stages-shifted-by-index-229fd2 = phases, décalage { $index }

# ten points more multiply the odds by {odds}; bands lie {off} percentage points off that curve; Brier {brier}
ten-points-more-multiply-the-odds-by-odds-1de3bf = dix points de plus multiplient les chances (gagnés par rapport aux autres) par { $odds } ; écart moyen des tranches à la courbe qui en résulte, en points de pourcentage : { $off } ; Brier { $brier }

# the highest stage among the leads of an account: what leads alone say
the-highest-stage-among-the-leads-of-an-e8dbb2 = la phase la plus haute parmi les leads d'un compte : ce que disent les leads seuls

# the other {count} as before, or shifted less
the-other-count-as-before-or-shifted-less-01c257 = pas de décalage, ou moindre : les { $count } autres

# the points of {score}
the-points-of-score-be6d08 = les points de { $score }

# the stages
the-stages-a3d663 = les phases

# there is no higher stage and no outcome to look for: name a lower stage, or --outcome
there-is-no-higher-stage-and-no-outcome-294cac = il n'y a ni phase plus haute ni issue à regarder : nommez une phase plus basse, ou --outcome

# they came within {days} days, as `{by}` says
they-came-within-days-days-as-by-says-eeb709 = arrivés en { $days } jours, d'après `{ $by }`

# time passes
time-passes-06b4a9 = le temps passe

# touched
touched-882159 = contactés

# wait
wait-2e4ca0 = attendent encore

# what became of {unknown} of {of} accounts is unknown: they count as accounts, and in no rate
what-became-of-unknown-of-of-accounts-is-889f55 = { $unknown ->
    [one] l'issue est inconnue pour { $unknown } compte sur { $of } : il compte
   *[other] l'issue est inconnue pour { $unknown } comptes sur { $of } : ils comptent
  } comme compte, mais dans aucun taux

# what became of {unknown} of {of} leads is unknown: they count as leads, and in no rate
what-became-of-unknown-of-of-leads-is-45c2d3 = { $unknown ->
    [one] l'issue est inconnue pour { $unknown } lead sur { $of } : il compte
   *[other] l'issue est inconnue pour { $unknown } leads sur { $of } : ils comptent
  } comme lead, mais dans aucun taux

# what came within {days} days of entering; {early} entered later than that, and are left out
what-came-within-days-days-of-entering-early-4ab292 = ce qui est arrivé dans les { $days } jours suivant l'entrée ; entrés trop récemment pour cela, et laissés de côté : { $early }

# what happened
what-happened-79ec90 = ce qui s'est passé

# what is ahead
what-is-ahead-78605c = ce qui vient

# who waits now, the longest first
who-waits-now-the-longest-first-b7b7d0 = qui attend maintenant, la plus longue attente d'abord

# with
with-4afe69 = avec

# without
without-f21de3 = sans

# {by}: {event}
by-event-99a2f2 = { $by } : { $event }

# {count} accounts have a moment that can't be read ("{examples}"): write it as 2026-11-23 or 2026-11-23T12:00Z, or declare it as a date with its form; they are seen as of the instant of the run
count-accounts-have-a-moment-that-can-t-2bdf6d = { $count ->
    [one] { $count } compte a un moment illisible
   *[other] { $count } comptes ont un moment illisible
  } ("{ $examples }") : écrivez-le comme 2026-11-23 ou 2026-11-23T12:00Z, ou déclarez-le comme date avec son format ; le moment du calcul est pris à la place

# {count} leads have a moment that can't be read ("{examples}"): write it as 2026-11-23 or 2026-11-23T12:00Z, or declare it as a date with its form; they are seen as of the instant of the run
count-leads-have-a-moment-that-can-t-9065d6 = { $count ->
    [one] { $count } lead a un moment illisible
   *[other] { $count } leads ont un moment illisible
  } ("{ $examples }") : écrivez-le comme 2026-11-23 ou 2026-11-23T12:00Z, ou déclarez-le comme date avec son format ; le moment du calcul est pris à la place

# {count} set apart by the rules: not in scores, rules and months
count-set-apart-by-the-rules-not-in-549df9 = { $count ->
    [one] { $count } mis à part par les règles : absent
   *[other] { $count } mis à part par les règles : absents
  } des scores, des règles et des mois

# {count} {count|account has|accounts have} no moment: seen as of the instant of the run, in no month
count-count-account-has-accounts-have-no-moment-9041ae = { $count ->
    [one] { $count } compte sans moment : vu
   *[other] { $count } comptes sans moment : vus
  } au moment du calcul, dans aucun mois

# {count} {count|account without a moment got one|accounts without a moment got one each}, drawn from those of the others
count-count-account-without-a-moment-got-one-42e6a9 = { $count ->
    [one] { $count } compte sans moment en a reçu un
   *[other] { $count } comptes sans moment en ont reçu un chacun
  }, tiré au sort parmi ceux des autres

# {count} {count|lead has|leads have} no moment: seen as of the instant of the run, in no month
count-count-lead-has-leads-have-no-moment-79fb7a = { $count ->
    [one] { $count } lead sans moment : vu
   *[other] { $count } leads sans moment : vus
  } au moment du calcul, dans aucun mois

# {count} {count|lead without a moment got one|leads without a moment got one each}, drawn from those of the others
count-count-lead-without-a-moment-got-one-e33fad = { $count ->
    [one] { $count } lead sans moment en a reçu un
   *[other] { $count } leads sans moment en ont reçu un chacun
  }, tiré au sort parmi ceux des autres

# {days} days
days-days-bef7bf = { $days } jours

# {first} or {other}
first-or-other-596a48 = { $first } ou { $other }

# {from} to {until}
from-to-until-beb710 = du { $from } au { $until }

# {hours} hours
hours-hours-1cf593 = { $hours } h

# {key}: {stage} as of {as_of}
key-stage-as-of-as-of-b6f439 = { $key } : { $stage }, vu au { $as_of }

# {key}: {stage} as of {as_of}; if nothing happens it is {then} on {day}
key-stage-as-of-as-of-if-nothing-667b50 = { $key } : { $stage }, vu au { $as_of } ; si rien ne se passe, { $then } le { $day }

# {label}: {before} to {after}
label-before-to-after-16219d = { $label } : { $before }, puis { $after }

# {leads} had been touched before: they are left out
leads-had-been-touched-before-they-are-left-4c0ad9 = { $leads ->
    [one] { $leads } avait déjà été contacté et est laissé de côté
   *[other] { $leads } avaient déjà été contactés et sont laissés de côté
  }

# {leads} leads entered {stage} or a higher stage; fields are taken as they are today
leads-leads-entered-stage-or-a-higher-stage-e39f5d = { $leads ->
    [one] { $leads } lead est entré
   *[other] { $leads } leads sont entrés
  } en { $stage } ou dans une phase plus haute ; les champs sont pris tels qu'ils sont aujourd'hui

# {leads} leads of {file}, held against {others} of {before}
leads-leads-of-file-held-against-others-of-4ede05 = { $leads ->
    [one] { $leads } lead de { $file }, comparé
   *[other] { $leads } leads de { $file }, comparés
  } à { $others } de { $before }

# {leads} leads that came since {day}, held against {others} that came before (`{field}`)
leads-leads-that-came-since-day-held-against-856fce = { $leads ->
    [one] { $leads } lead arrivé depuis le { $day }, comparé
   *[other] { $leads } leads arrivés depuis le { $day }, comparés
  } à { $others } d'avant (`{ $field }`)

# {leads} more entered it, and nothing says when
leads-more-entered-it-and-nothing-says-when-aacd1d = { $leads ->
    [one] { $leads } autre est entré
   *[other] { $leads } autres sont entrés
  }, et rien ne dit quand

# {leads} {leads|lead|leads}
leads-leads-lead-leads-f1edc0 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }

# {lowest} to {highest}
lowest-to-highest-23fcd6 = de { $lowest } à { $highest }

# {low} to {high}
low-to-high-434f50 = { $low } à { $high }

# {low} to {high} %
low-to-high-572f2f = { $low } à { $high } %

# {minutes} {minutes|minute|minutes}
minutes-minutes-minute-minutes-b01b04 = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }

# {outcome}: {converted} of {count} accounts, {rate}
outcome-converted-of-count-accounts-rate-cc0cd1 = { $outcome } : { $converted ->
    [one] { $converted } compte
   *[other] { $converted } comptes
  } sur { $count }, { $rate }

# {outcome}: {converted} of {count} leads, {rate}
outcome-converted-of-count-leads-rate-4ff364 = { $outcome } : { $converted ->
    [one] { $converted } lead
   *[other] { $converted } leads
  } sur { $count }, { $rate }

# {path}: `{at}` says when the outcome was known of {known} of {converted} accounts that converted, and of {told} of {others} others.
path-at-says-when-the-outcome-was-known-f825f2 = { $path } : `{ $at }` dit quand l'issue a été connue pour { $known ->
    [one] { $known } compte gagné
   *[other] { $known } comptes gagnés
  } sur { $converted }, et pour { $told ->
    [one] { $told } autre
   *[other] { $told } autres
  } sur { $others }.

# {path}: `{at}` says when the outcome was known of {known} of {converted} leads that converted, and of {told} of {others} others.
path-at-says-when-the-outcome-was-known-0f2f47 = { $path } : `{ $at }` dit quand l'issue a été connue pour { $known ->
    [one] { $known } lead gagné
   *[other] { $known } leads gagnés
  } sur { $converted }, et pour { $told ->
    [one] { $told } autre
   *[other] { $told } autres
  } sur { $others }.

# {path}: no lead came before {day}; name a later day
path-no-lead-came-before-day-name-a-c7ab4f = { $path } : aucun lead n'est arrivé avant le { $day } ; nommez un jour plus tardif

# {path}: no lead came since {day}; name an earlier day
path-no-lead-came-since-day-name-an-11e4ac = { $path } : aucun lead n'est arrivé depuis le { $day } ; nommez un jour plus ancien

# {path}: nothing says of any lead when it came
path-nothing-says-of-any-lead-when-it-b9ddfb = { $path } : pour aucun lead, rien ne dit quand il est arrivé

# {path}: of none of its {count} {count|account|accounts} can be told whether `{condition}`: look at the columns and values that the condition asks for; `leadrules check --data` says what does not fit
path-of-none-of-its-count-count-account-0db847 = { $path } : impossible de dire si `{ $condition }`, pour aucun compte (sur { $count }) ; regardez les colonnes et les valeurs que la condition demande ; `leadrules check --data` dit ce qui ne convient pas

# {path}: of none of its {count} {count|lead|leads} can be told whether `{condition}`: look at the columns and values that the condition asks for; `leadrules check --data` says what does not fit
path-of-none-of-its-count-count-lead-415fdb = { $path } : impossible de dire si `{ $condition }`, pour aucun lead (sur { $count }) ; regardez les colonnes et les valeurs que la condition demande ; `leadrules check --data` dit ce qui ne convient pas

# {path}: there are no leads in it
path-there-are-no-leads-in-it-48e6b2 = { $path } : aucun lead n'y figure

# {points}: {rate}
points-rate-ba60ac = { $points } : { $rate }

# {score} {before} to {after}
score-before-to-after-32f25d = { $score } de { $before } à { $after }

# {score} {before} to {after} ({by})
score-before-to-after-by-b19d91 = { $score } de { $before } à { $after } ({ $by })

# {stage} begins at {score} {now}; the rest of what it asks for stays as it is
stage-begins-at-score-now-the-rest-of-8660e2 = { $stage } commence à { $score } { $now } ; le reste de ce que la phase demande ne change pas

# {sure} % interval
sure-interval-fec0d6 = intervalle { $sure } %

# {unknown} of {all} accounts left out: what became of them is unknown
unknown-of-all-accounts-left-out-what-became-0d216e = { $unknown ->
    [one] { $unknown } compte sur { $all } laissé
   *[other] { $unknown } comptes sur { $all } laissés
  } de côté : issue inconnue

# {unknown} of {all} leads left out: what became of them is unknown
unknown-of-all-leads-left-out-what-became-51c05d = { $unknown ->
    [one] { $unknown } lead sur { $all } laissé
   *[other] { $unknown } leads sur { $all } laissés
  } de côté : issue inconnue

# {what}: no place of this bar gives that
what-no-place-of-this-bar-gives-that-ca205e = { $what } : aucune position de ce seuil ne le permet

# keeps
keeps-8a58e1 = gardé

# {count} set apart by the rules: not in scores and rules
count-set-apart-by-the-rules-not-in-1b51d2 = { $count ->
    [one] { $count } mis à part par les règles : absent
   *[other] { $count } mis à part par les règles : absents
  } des scores et des règles
