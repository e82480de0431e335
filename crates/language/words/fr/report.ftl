### Ce que dit un rapport.

# , and no other row holds
and-no-other-row-holds-b4fcf1 = si aucune autre ligne ne joue

# --before: there are no leads in it, or none to hold against them
before-there-are-no-leads-in-it-or-54b8c0 = --before : il n'y a pas de leads dedans, ou aucun à leur comparer

# --cohorts: there is no stage `{stage}`; there are {stages}
cohorts-there-is-no-stage-stage-there-are-0f94ea = --cohorts : phase `{ $stage }` introuvable ; il y a { $stages }

# --since: `{day}` is no day; write it as 2026-11-16
since-day-is-no-day-write-it-as-101170 = --since : `{ $day }` n'est pas un jour ; écrivez un jour comme 2026-11-16

# 1 lead is at {stage}: call it.
lead-is-at-stage-call-it-cea580 = 1 lead est en phase { $stage } : appelez-le.

# AUC if dropped
auc-if-dropped-64ffed = AUC si on la retire

# AUC of {score}
auc-of-score-59884d = AUC de « { $score } »

# AUC {area}
auc-area-2b4477 = AUC { $area }

# AUC {area} ({low} to {high})
auc-area-low-to-high-ae076d = AUC { $area } ({ $low } à { $high })

# Accounts
accounts-67e71d = Comptes

# Are leads called in time
are-leads-called-in-time-72b4c3 = Les leads sont-ils appelés à temps ?

# At most one of these, by {by}
at-most-one-of-these-by-by-84a7f9 = Au plus une de celles-ci, selon { $by }

# Bar chart: how many leads have how many points of {score}; from {least} to {most}, on average {mean}.
bar-chart-how-many-leads-have-how-many-02c764 = Diagramme en colonnes : combien de leads ont combien de points de « { $score } » ; de { $least } à { $most }, en moyenne { $mean }.

# Bars: what share converted. Strokes: the interval that holds it with {confidence} certainty. Rings: what a smooth curve through all leads expects.
bars-what-share-converted-strokes-the-interval-that-1cda28 = Colonnes : quelle part a été gagnée. Traits : l'intervalle où elle se trouve avec { $confidence } de certitude. Cercles : ce que prévoit une courbe lisse à travers tous les leads.

# By the month in which they did. Fields are taken as they are today.
by-the-month-in-which-they-did-fields-b098b7 = Par mois où ils le sont devenus. Les champs comptent tels qu'ils sont aujourd'hui.

# By {name}
by-name-0a49c1 = Par { $name }

# Data
data-5279c5 = Données

# Drifted from the leads of {file}: {what} and {count} more.
drifted-from-the-leads-of-file-what-and-17db15 = S'écarte des leads de { $file } : { $what } et encore { $count }.

# Drifted from the leads of {file}: {what}.
drifted-from-the-leads-of-file-what-a57288 = S'écarte des leads de { $file } : { $what }.

# Drifted: {what}.
drifted-what-96e8ed = S'écarte : { $what }.

# Each lead was seen as of the moment before its “{field}”.
each-lead-was-seen-as-of-the-moment-0d521a = Chaque lead est vu au moment qui précède son « { $field } ».

# Each lead was seen as of {instant}.
each-lead-was-seen-as-of-instant-375748 = Chaque lead est vu au { $instant }.

# Fewer than half of the leads that became {stage} have been called
fewer-than-half-of-the-leads-that-became-cc4984 = Moins de la moitié des leads devenus { $stage } ont été appelés

# Fewer than half of the leads that became {stage} have been called, and {rate} within the promised {promised}
fewer-than-half-of-the-leads-that-became-5f1b87 = Moins de la moitié des leads devenus { $stage } ont été appelés, et { $rate } dans le délai promis ({ $promised })

# First leads
first-leads-de31da = Premiers leads

# From entering {stage} to the first “{touch}”: {leads} {leads|lead was|leads were} called.
from-entering-stage-to-the-first-touch-leads-8a74a7 = De l'entrée en phase { $stage } au premier « { $touch } » : { $leads ->
    [one] { $leads } lead a été appelé
   *[other] { $leads } leads ont été appelés
  }.

# From {least} to {most}, on average {mean}.
from-least-to-most-on-average-mean-73f9ef = De { $least } à { $most }, en moyenne { $mean }.

# From {least} to {most}, on average {mean}; unknown of {leads} leads.
from-least-to-most-on-average-mean-unknown-ee6567 = De { $least } à { $most }, en moyenne { $mean } ; inconnu pour { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }.

# Half of the leads are called within {half} of becoming {stage}
half-of-the-leads-are-called-within-half-be6d93 = La moitié des leads sont appelés moins de { $half } après être devenus { $stage }

# Half of the leads are called within {half} of becoming {stage}, and {rate} within the promised {promised}
half-of-the-leads-are-called-within-half-da73a6 = La moitié des leads sont appelés moins de { $half } après être devenus { $stage }, et { $rate } dans le délai promis ({ $promised })

# Heat map: how many leads have how many points of {across} (across) and of {up} (upwards), with lines where stages begin.
heat-map-how-many-leads-have-how-many-d600ed = Carte de chaleur : combien de leads ont combien de points de « { $across } » (vers la droite) et de « { $up } » (vers le haut), avec des lignes où les phases commencent.

# How good the data is
how-good-the-data-is-e4a681 = Ce que valent les données

# In short
in-short-9c628c = En bref

# Is it still right
is-it-still-right-9bf122 = Est-ce encore juste ?

# Leads
leads-520074 = Leads

# Leads at the stage or a higher one, for each place of its bar; all else that it asks for stays.
leads-at-the-stage-or-a-higher-one-f084a2 = Leads dans la phase ou une plus haute, pour chaque place de son seuil ; tout ce qu'elle demande d'autre reste.

# Leads of which it is known what became of them ({leads}) are left out where others are open; otherwise those that did not convert are shown.
leads-of-which-it-is-known-what-became-c10ea8 = Les leads dont l'issue est connue ({ $leads }) sont laissés de côté s'il y en a d'ouverts ; sinon, ce sont ceux qui n'ont pas été gagnés.

# Month by month
month-by-month-b664a8 = Mois par mois

# Months
months-edd1e2 = Mois

# No account has another stage than by {previous}.
no-account-has-another-stage-than-by-previous-d4a56f = Aucun compte n'a une autre phase que selon { $previous }.

# No lead has another stage than by {previous}.
no-lead-has-another-stage-than-by-previous-356706 = Aucun lead n'a une autre phase que selon { $previous }.

# Nobody to call: no lead is at {stage}.
nobody-to-call-no-lead-is-at-stage-61bc17 = Personne à appeler : aucun lead n'est en phase { $stage }.

# Nothing has drifted from the leads of {file}.
nothing-has-drifted-from-the-leads-of-file-16d8ad = Rien ne s'écarte des leads de { $file }.

# Nothing has shifted by {limit} (population stability index) or more, beyond chance.
nothing-has-shifted-by-limit-population-stability-index-c96f3d = Aucun décalage de { $limit } (population stability index) ou plus n'est établi : des valeurs plus hautes peuvent être dues au hasard.

# Of the leads that became {stage}, {parts}.
of-the-leads-that-became-stage-parts-e6c75a = Parmi les leads devenus { $stage } : { $parts }.

# Of the {leads} leads with “{outcome}”, {caught} {caught|was|were} at {stage}: {rate}.
of-the-leads-leads-with-outcome-caught-caught-ba7c4d = Sur les { $leads } leads avec « { $outcome } », { $caught ->
    [one] { $caught } était
   *[other] { $caught } étaient
  } en phase { $stage } : { $rate }.

# Of {leads} {leads|lead|leads} more nothing says when.
of-leads-leads-lead-leads-more-nothing-says-643f2f = Pour { $leads ->
    [one] { $leads } autre lead
   *[other] { $leads } autres leads
  }, rien ne dit quand.

# Parts of this report
parts-of-this-report-c21cf0 = Parties de ce rapport

# Rules
rules-8b2d80 = Règles

# Set apart
set-apart-a5d4bd = Mis à part

# Set apart, because
set-apart-because-5a62bf = Mis à part, parce que

# Since {since} no lead has moved.
since-since-no-lead-has-moved-3f2be1 = Depuis le { $since }, aucun lead ne s'est déplacé.

# Since {since} {up} {up|lead went|leads went} up ({reached} to {top}), and {down} down.
since-since-up-up-lead-went-leads-went-b54ef1 = Depuis le { $since }, { $up ->
    [one] { $up } lead est monté
   *[other] { $up } leads sont montés
  } ({ $reached } à { $top }), et { $down } { $down ->
    [one] est descendu
   *[other] sont descendus
  }.

# Stages
stages-b47c1a = Phases

# Stages, the highest first
stages-the-highest-first-164e73 = Phases, la plus haute d'abord

# Table
table-0ceb7f = Tableau

# The figures
the-figures-f5d365 = Les chiffres

# The first accounts, the people behind them, and why
the-first-accounts-the-people-behind-them-and-3bc6cd = Les premiers comptes, les personnes derrière eux, et pourquoi

# The first leads, and why
the-first-leads-and-why-e81790 = Les premiers leads, et pourquoi

# The highest stage first, within a stage by {score}.
the-highest-stage-first-within-a-stage-by-8b05a7 = La phase la plus haute d'abord, et dans une phase selon { $score }.

# The highest stage first.
the-highest-stage-first-4ef4b2 = La phase la plus haute d'abord.

# The highest stage first. The people behind an account are its leads that have come furthest, of {accounts} accounts in all.
the-highest-stage-first-the-people-behind-an-096812 = La phase la plus haute d'abord. Les personnes derrière un compte sont ses leads qui sont allés le plus loin, sur { $accounts } comptes en tout.

# The leads that move
the-leads-that-move-0a430d = Les leads qui se déplacent

# The next {count}
the-next-count-597152 = Les { $count } suivants

# The rules look at no field.
the-rules-look-at-no-field-4a4138 = Les règles ne regardent aucun champ.

# The stronger the colour, the more leads. The lines are where stages begin, as far as these two scores decide it.
the-stronger-the-colour-the-more-leads-the-162c15 = Plus la couleur est forte, plus il y a de leads. Les lignes montrent où les phases commencent, pour autant que ces deux scores en décident.

# The table
the-table-108ba8 = Le tableau

# There is none.
there-is-none-915a5b = Il n'y en a pas.

# Those that rose come first. Fields are taken as they are today.
those-that-rose-come-first-fields-are-taken-119a5b = Ceux qui sont montés viennent d'abord. Les champs comptent tels qu'ils sont aujourd'hui.

# Was it right
was-it-right-4e7ad9 = Était-ce juste ?

# What became of leads was known from {from} to {to}.
what-became-of-leads-was-known-from-from-861ce8 = L'issue des leads a été connue de { $from } à { $to }.

# What became of leads was known in {month}.
what-became-of-leads-was-known-in-month-c72729 = L'issue des leads a été connue en { $month }.

# What became of the leads that each rule fires for stands with the rules.
what-became-of-the-leads-that-each-rule-c07c9a = Ce que sont devenus les leads pour qui une règle joue se trouve auprès des règles.

# What became of those who became {stage}
what-became-of-those-who-became-stage-1054c9 = Ce qu'il est advenu des leads devenus { $stage }

# What became of {leads} others is unknown.
what-became-of-leads-others-is-unknown-53146f = { $leads ->
    [one] L'issue d'un autre lead est inconnue.
   *[other] L'issue de { $leads } autres leads est inconnue.
  }

# What came within {time} counts, of leads that entered that long ago.
what-came-within-time-counts-of-leads-that-a50bdd = Compte ce qui est venu en { $time }, pour les leads entrés depuis au moins aussi longtemps.

# What drifted
what-drifted-7df5ed = Ce qui s'écarte

# What the rules say
what-the-rules-say-63947c = Ce que disent les règles

# What these words mean
what-these-words-mean-611566 = Ce que ces mots veulent dire

# What was edited
what-was-edited-4b98e3 = Ce qui a été modifié

# Where the accounts are
where-the-accounts-are-7c150b = Où en sont les comptes

# Where the bar could be
where-the-bar-could-be-a9fd64 = Où le seuil pourrait être

# Where the leads are
where-the-leads-are-b2f7aa = Où en sont les leads

# Who moved since {since}
who-moved-since-since-836d96 = Qui s'est déplacé depuis le { $since }

# Who moves
who-moves-57f28d = Qui se déplace

# Who moves by the new rules
who-moves-by-the-new-rules-01a330 = Qui se déplace selon les nouvelles règles

# Who waits now, the longest first
who-waits-now-the-longest-first-702170 = Qui attend maintenant, le plus longtemps d'abord

# With time for {what} no place of the bar of {stage} on {score} is high enough (now {now}).
with-time-for-what-no-place-of-the-4f4845 = Avec du temps pour { $what }, aucune place du seuil de « { $stage } » sur { $score } n'est assez haute (maintenant { $now }).

# With time for {what} the bar of {stage} could lie at {score} {points} (now {now}).
with-time-for-what-the-bar-of-stage-0e253a = Avec du temps pour { $what }, le seuil de « { $stage } » pourrait être à { $score } { $points } (maintenant { $now }).

# With time for {what} the bar of {stage} lies where it should, at {score} {now}.
with-time-for-what-the-bar-of-stage-b6f5ab = Avec du temps pour { $what }, le seuil de « { $stage } » est où il doit être, à { $score } { $now }.

# a report is for a browser; write it to a file with -o report.html
a-report-is-for-a-browser-write-it-39e958 = un rapport est fait pour un navigateur ; écrivez-le dans un fichier avec -o report.html

# activity
activity-29d2ec = (tous genres confondus)

# after {day}
after-day-4972a5 = après le { $day }

# always
always-36afe4 = toujours

# and {count} more
and-count-more-b1ff6a = et encore { $count }

# at least one {events}
at-least-one-events-4e0674 = au moins un événement { $events }

# at least {cap} in all
at-least-cap-in-all-a1b9c9 = au moins { $cap } en tout

# at least {least} {events}
at-least-least-events-363a7b = au moins { $least } événements { $events }

# at most 1 {events}
at-most-1-events-601803 = au plus 1 événement { $events }

# at most {cap} in all
at-most-cap-in-all-88f077 = au plus { $cap } en tout

# at most {most} {events}
at-most-most-events-ba4483 = au plus { $most } événements { $events }

# at {stage}
at-stage-8ab194 = en phase { $stage }

# because of
because-of-0f6b44 = à cause de

# before {day}
before-day-3dd2a6 = avant le { $day }

# before, then now
before-then-now-9a90c1 = avant, puis maintenant

# between {from} and {to}
between-from-and-to-58935b = entre le { $from } et le { $to }

# called
called-f0dbc0 = appelés

# can't be read: {field}
can-t-be-read-field-26c1a7 = illisible : { $field }

# column
column-f8d227 = colonne

# converted with it
converted-with-it-86b1cc = gagnés avec elle

# decides alone
decides-alone-bcd0dd = décide à elle seule de

# does not fit
does-not-fit-e84532 = ne convient pas

# edit
edit-e7d591 = modification

# edits
edits-f5b2c6 = modifications

# exactly 1 {events}
exactly-1-events-57dbc7 = exactement 1 événement { $events }

# exactly {count} {events}
exactly-count-events-6c8a07 = exactement { $count } événements { $events }

# fading to nothing over {days} days
fading-to-nothing-over-days-days-ba11f2 = refroidit jusqu'à zéro en { $days } jours

# fires for
fires-for-ba7e49 = joue pour

# fires: {rule}
fires-rule-e2cfe2 = joue : { $rule }

# for each full one of {what}
for-each-full-one-of-what-c2eaef = pour chaque unité entière dans { $what }

# for each full {unit} of {what}
for-each-full-unit-of-what-581911 = pour chaque tranche entière de { $unit } dans { $what }

# for each {events}
for-each-events-9ed2d4 = pour chaque événement { $events }

# from {day}
from-day-efb031 = à partir du { $day }

# from {from} until {until}
from-from-until-until-2362b1 = du { $from } au { $until } inclus

# from {low}
from-low-e6eb69 = à partir de { $low }

# gives on average
gives-on-average-19644d = donne en moyenne

# halving every {days} days
halving-every-days-days-e03c17 = division par deux tous les { $days } jours

# in the last {number} {count|day|days}
in-the-last-number-count-day-days-dafa9a = { $count ->
    [one] dans le dernier jour
   *[other] dans les { $number } derniers jours
  }

# in the last {number} {count|hour|hours}
in-the-last-number-count-hour-hours-1656de = { $count ->
    [one] dans la dernière heure
   *[other] dans les { $number } dernières heures
  }

# in the last {number} {count|month|months}
in-the-last-number-count-month-months-b10342 = { $count ->
    [one] dans le dernier mois
   *[other] dans les { $number } derniers mois
  }

# in the last {number} {count|week|weeks}
in-the-last-number-count-week-weeks-5375ae = { $count ->
    [one] dans la dernière semaine
   *[other] dans les { $number } dernières semaines
  }

# in the last {number} {count|year|years}
in-the-last-number-count-year-years-ce28b0 = { $count ->
    [one] dans la dernière année
   *[other] dans les { $number } dernières années
  }

# in the next {number} {count|day|days}
in-the-next-number-count-day-days-cd95ff = { $count ->
    [one] dans le prochain jour
   *[other] dans les { $number } prochains jours
  }

# in the next {number} {count|hour|hours}
in-the-next-number-count-hour-hours-9cdc3b = { $count ->
    [one] dans la prochaine heure
   *[other] dans les { $number } prochaines heures
  }

# in the next {number} {count|month|months}
in-the-next-number-count-month-months-69dcff = { $count ->
    [one] dans le prochain mois
   *[other] dans les { $number } prochains mois
  }

# in the next {number} {count|week|weeks}
in-the-next-number-count-week-weeks-5684bb = { $count ->
    [one] dans la prochaine semaine
   *[other] dans les { $number } prochaines semaines
  }

# in the next {number} {count|year|years}
in-the-next-number-count-year-years-ea7e7d = { $count ->
    [one] dans la prochaine année
   *[other] dans les { $number } prochaines années
  }

# in time
in-time-137d5b = à temps

# is at least {low}
is-at-least-low-941eef = vaut au moins { $low }

# is at least {low} and less than {high}
is-at-least-low-and-less-than-high-fe7326 = vaut au moins { $low } et moins de { $high }

# is at most {high}
is-at-most-high-5bae17 = vaut au plus { $high }

# is between {low} and {high}
is-between-low-and-high-321a1c = se situe entre { $low } et { $high }

# is known
is-known-acb26e = a une valeur connue

# is less than {high}
is-less-than-high-e7383f = vaut moins de { $high }

# is more than {low}
is-more-than-low-202439 = vaut plus de { $low }

# is more than {low} and at most {high}
is-more-than-low-and-at-most-high-e65c04 = vaut plus de { $low } et au plus { $high }

# is more than {low} and less than {high}
is-more-than-low-and-less-than-high-25cb9c = vaut plus de { $low } et moins de { $high }

# is {formula}.
is-formula-9ed3bd = vaut { $formula }.

# is {number}
is-number-783a50 = vaut { $number }

# it is known not to be so that {condition}
it-is-known-not-to-be-so-that-be5da2 = on sait que ceci est faux : { $condition }

# its {property}
its-property-a746bc = « { $property } »

# kept by
kept-by-3c5586 = responsable

# kept by {owner}
kept-by-owner-326509 = responsable : { $owner }

# known of
known-of-fc0ef5 = connu de

# losing {share} % of the start every {days} days
losing-share-of-the-start-every-days-days-bd4c24 = perd { $share } % des points de départ tous les { $days } jours

# losing {share} % of what is left every {days} days
losing-share-of-what-is-left-every-days-1f787c = perd { $share } % de ce qui reste tous les { $days } jours

# months
months-182bc2 = mois

# more than {number} {count|day|days} ago
more-than-number-count-day-days-ago-30a073 = { $count ->
    [one] il y a plus de { $number } jour
   *[other] il y a plus de { $number } jours
  }

# more than {number} {count|hour|hours} ago
more-than-number-count-hour-hours-ago-2dc707 = { $count ->
    [one] il y a plus de { $number } heure
   *[other] il y a plus de { $number } heures
  }

# more than {number} {count|month|months} ago
more-than-number-count-month-months-ago-f17a4b = { $count ->
    [one] il y a plus de { $number } mois
   *[other] il y a plus de { $number } mois
  }

# more than {number} {count|week|weeks} ago
more-than-number-count-week-weeks-ago-8b6217 = { $count ->
    [one] il y a plus de { $number } semaine
   *[other] il y a plus de { $number } semaines
  }

# more than {number} {count|year|years} ago
more-than-number-count-year-years-ago-9be999 = { $count ->
    [one] il y a plus de { $number } an
   *[other] il y a plus de { $number } ans
  }

# moves
moves-11a225 = déplacements

# no {events}
no-events-1ac1e5 = aucun événement { $events }

# nobody
nobody-7f6c5e = personne

# of
of-343c68 = élément

# of all that convert
of-all-that-convert-adf6d7 = de tous les leads gagnés

# on any day
on-any-day-09374c = n'importe quel jour

# on or after {day}
on-or-after-day-18e357 = le { $day } ou après

# on or before {day}
on-or-before-day-233f5c = le { $day } ou avant

# on {day}
on-day-29737c = le { $day }

# once a day
once-a-day-4973ed = une fois par jour

# once a month
once-a-month-39c975 = une fois par mois

# once a week
once-a-week-d78ced = une fois par semaine

# once for {what}
once-for-what-141663 = une fois par { $what }

# once in {count} days
once-in-count-days-9834d3 = une fois tous les { $count } jours

# once in {count} months
once-in-count-months-01072f = une fois tous les { $count } mois

# once in {count} weeks
once-in-count-weeks-3dc9d5 = une fois toutes les { $count } semaines

# other points for
other-points-for-f4a72b = d'autres points pour

# otherwise
otherwise-ff121d = sinon

# outcome
outcome-3bc533 = issue

# points of {score}
points-of-score-36259b = points de « { $score } »

# reason
reason-a35e19 = raison

# remark
remark-4fe491 = remarque

# remarks
remarks-c54fc6 = remarques

# share
share-c9fc38 = part

# the average of {what} of {events}
the-average-of-what-of-events-ebe822 = la moyenne de { $what } pour les événements { $events }

# the data has no such column; is it “{near}”?
the-data-has-no-such-column-is-it-d83c0a = les données n'ont pas de colonne de ce nom ; est-ce « { $near } » ?

# the days since the latest {events}
the-days-since-the-latest-events-b87840 = le nombre de jours depuis le dernier événement { $events }

# the days since {date}
the-days-since-date-8f76b7 = le nombre de jours depuis { $date }

# the domain of its {property}
the-domain-of-its-property-1f33f6 = le domaine de « { $property } »

# the domain of {field}
the-domain-of-field-8a0ecb = le domaine de « { $field } »

# the highest of {what} of {events}
the-highest-of-what-of-events-7515a5 = la plus haute valeur de { $what } pour les événements { $events }

# the latest of {what} of {events}
the-latest-of-what-of-events-11fb86 = la dernière valeur de { $what } pour les événements { $events }

# the lowest of {what} of {events}
the-lowest-of-what-of-events-87e12b = la plus basse valeur de { $what } pour les événements { $events }

# the number of {events}
the-number-of-events-3714cd = le nombre d'événements { $events }

# the people behind it
the-people-behind-it-4d79a6 = les personnes derrière lui

# the stage is {stages}
the-stage-is-stages-ff12ef = la phase est { $stages }

# the total of {what} of {events}
the-total-of-what-of-events-dc2e73 = le total de { $what } pour les événements { $events }

# type
type-27f14d = type

# unknown: {field}
unknown-field-f5c843 = inconnu : { $field }

# until {day}
until-day-d9cd87 = jusqu'au { $day } inclus

# up to {high}
up-to-high-0054f3 = jusqu'à { $high }

# value
value-5ed3ca = valeur

# what
what-6e942f = quoi

# when
when-778519 = quand

# when always
when-always-350f3a = toujours

# when never
when-never-5ac38f = jamais

# when {condition}
when-condition-ef4a98 = quand { $condition }

# {accounts} {accounts|account has|accounts have} another stage than by {previous}.
accounts-accounts-account-has-accounts-have-another-stage-6b98ba = { $accounts ->
    [one] { $accounts } compte a
   *[other] { $accounts } comptes ont
  } une autre phase que selon { $previous }.

# {accounts} {accounts|account is|accounts are} at {stage}, the highest of their stages.
accounts-accounts-account-is-accounts-are-at-stage-fcfe22 = { $accounts ->
    [one] 1 compte est
   *[other] { $accounts } comptes sont
  } en phase { $stage }, la plus haute de leurs phases.

# {called}; {waiting}.
called-waiting-fd6e26 = { $called } ; { $waiting }.

# {confidence} interval
confidence-interval-8e7386 = intervalle à { $confidence }

# {count} more
count-more-5b9e15 = encore { $count }

# {date} is at least {other}
date-is-at-least-other-4a1505 = { $date } ne tombe pas avant { $other }

# {date} is at most {other}
date-is-at-most-other-b7c347 = { $date } ne tombe pas après { $other }

# {date} is equal to {other}
date-is-equal-to-other-c1f3b8 = { $date } tombe le même jour que { $other }

# {date} is less than {other}
date-is-less-than-other-f13fe3 = { $date } tombe avant { $other }

# {date} is more than {other}
date-is-more-than-other-3b638b = { $date } tombe après { $other }

# {date} is not equal to {other}
date-is-not-equal-to-other-58024b = { $date } ne tombe pas le même jour que { $other }

# {date} lies {when}
date-lies-when-c96710 = { $date } se situe { $when }

# {day} {time} UTC
day-time-utc-a49734 = { $day } { $time } UTC

# {events} where {condition}
events-where-condition-509ad8 = { $events } (où { $condition })

# {events} where {condition} {when}
events-where-condition-when-620408 = { $events } (où { $condition }) { $when }

# {fields} fields whose values all fit
fields-fields-whose-values-all-fit-2dc7db = { $fields ->
    [one] { $fields } champ dont
   *[other] { $fields } champs dont
  } toutes les valeurs conviennent

# {group}: only what gives most counts
group-only-what-gives-most-counts-c02215 = { $group } : seul compte ce qui donne le plus

# {is} leads of {now}, held against {was} of {before}.
is-leads-of-now-held-against-was-of-30b58c = { $is } leads de { $now }, comparés à { $was } de { $before }.

# {leads} leads
leads-leads-67d62b = { $leads } leads

# {leads} leads a day
leads-leads-a-day-30cc9a = { $leads } leads par jour

# {leads} leads a month
leads-leads-a-month-c74a3e = { $leads } leads par mois

# {leads} leads a week
leads-leads-a-week-5161bc = { $leads } leads par semaine

# {leads} leads a year
leads-leads-a-year-89ba19 = { $leads } leads par an

# {leads} leads have another stage than by {previous}, on the same data and as of the same instant.
leads-leads-have-another-stage-than-by-previous-f007f5 = { $leads ->
    [one] { $leads } lead a
   *[other] { $leads } leads ont
  } une autre phase que selon { $previous }, avec les mêmes données et vus au même moment.

# {leads} leads of {source}, as of {instant}
leads-leads-of-source-as-of-instant-a52589 = { $leads ->
    [one] { $leads } lead de { $source }, vu
   *[other] { $leads } leads de { $source }, vus
  } au { $instant }

# {leads} {leads|lead had|leads had} been called before that, and are left out.
leads-leads-lead-had-leads-had-been-called-959de3 = { $leads ->
    [one] { $leads } lead avait été appelé avant cela et ne compte pas.
   *[other] { $leads } leads avaient été appelés avant cela et ne comptent pas.
  }

# {leads} {leads|lead has|leads have} another stage than by {previous}: {flows}.
leads-leads-lead-has-leads-have-another-stage-b6d1df = { $leads ->
    [one] { $leads } lead a
   *[other] { $leads } leads ont
  } une autre phase que selon { $previous } : { $flows }.

# {leads} {leads|lead is|leads are} at {stage}, and it is known what became of each.
leads-leads-lead-is-leads-are-at-stage-497667 = { $leads ->
    [one] { $leads } lead est en phase { $stage }, et son issue est connue.
   *[other] { $leads } leads sont en phase { $stage }, et l'issue de chacun est connue.
  }

# {leads} {leads|lead is|leads are} at {stage}: call them.
leads-leads-lead-is-leads-are-at-stage-b40a19 = { $leads ->
    [one] { $leads } lead est
   *[other] { $leads } leads sont
  } en phase { $stage } : appelez-les.

# {leads} {leads|lead is|leads are} at {stage}; what becomes of {open} of them is open: call these.
leads-leads-lead-is-leads-are-at-stage-9446d3 = { $leads ->
    [one] { $leads } lead est
   *[other] { $leads } leads sont
  } en phase { $stage } ; pour { $open } d'entre eux, l'issue est encore ouverte : appelez-les.

# {leads} {leads|lead|leads} became {stage}.
leads-leads-lead-leads-became-stage-b940a7 = { $leads ->
    [one] { $leads } lead est devenu
   *[other] { $leads } leads sont devenus
  } { $stage }.

# {leads} {leads|waits|wait} now
leads-leads-waits-wait-now-e21426 = { $leads ->
    [one] { $leads } attend maintenant
   *[other] { $leads } attendent maintenant
  }

# {leads} {leads|waits|wait} now, all of them for longer than was promised
leads-leads-waits-wait-now-all-of-them-f4fff1 = { $leads ->
    [one] { $leads } attend maintenant, plus longtemps que promis
   *[other] { $leads } attendent maintenant, tous plus longtemps que promis
  }

# {leads} {leads|waits|wait} now, {late} of them for longer than was promised
leads-leads-waits-wait-now-late-of-them-ebf3c4 = { $leads ->
    [one] { $leads } attend maintenant
   *[other] { $leads } attendent maintenant
  }, dont { $late } plus longtemps que promis

# {least} to {most} {events}
least-to-most-events-77dc27 = de { $least } à { $most } événements { $events }

# {name} ({stage})
name-stage-1b983b = { $name } ({ $stage })

# {one} and then {other}
one-and-then-other-f9ef37 = { $one } puis { $other }

# {one} and {other}
one-and-other-945c94 = { $one } et { $other }

# {one} is at least {other}
one-is-at-least-other-07f019 = { $one } vaut au moins { $other }

# {one} is at most {other}
one-is-at-most-other-f45ac3 = { $one } vaut au plus { $other }

# {one} is equal to {other}
one-is-equal-to-other-7494c4 = { $one } vaut autant que { $other }

# {one} is less than {other}
one-is-less-than-other-3ea89f = { $one } vaut moins que { $other }

# {one} is more than {other}
one-is-more-than-other-eeeecf = { $one } vaut plus que { $other }

# {one} is not equal to {other}
one-is-not-equal-to-other-33f19f = { $one } ne vaut pas autant que { $other }

# {one} is the same as {other}
one-is-the-same-as-other-15013e = { $one } est identique à { $other }

# {one}; and {other}
one-and-other-def357 = { $one } ; et { $other }

# {option}: the rules are about accounts too, which a report does not follow over time yet; leave it out, and the rest of the report is written
option-the-rules-are-about-accounts-too-which-61c297 = { $option } : les règles concernent aussi des comptes, qu'un rapport ne suit pas encore dans le temps ; retirez l'option, et le reste du rapport est écrit

# {outcome}: {converted} of {leads} leads, {rate}.
outcome-converted-of-leads-leads-rate-f71d66 = { $outcome } : { $converted } leads sur { $leads }, { $rate }.

# {rate} became {name}
rate-became-name-db33c7 = { $rate } devenus { $name }

# {rate} became {name}, half of them at once
rate-became-name-half-of-them-at-once-b9cf21 = { $rate } devenus { $name }, dont la moitié aussitôt

# {rate} became {name}, half of them in {time}
rate-became-name-half-of-them-in-time-ccb8fd = { $rate } devenus { $name }, dont la moitié en { $time }

# {rate} converted
rate-converted-a21ca1 = { $rate } gagnés

# {rate} converted, half of them at once
rate-converted-half-of-them-at-once-b269b3 = { $rate } gagnés, dont la moitié aussitôt

# {rate} converted, half of them in {time}
rate-converted-half-of-them-in-time-0eeda3 = { $rate } gagnés, dont la moitié en { $time }

# {rate} of the leads at {top} converted, and {below} of those at {stage}: that is less, and more than chance: the bar is at the wrong place, or the rules are.
rate-of-the-leads-at-top-converted-and-9c3e0f = { $rate } des leads en phase { $top } ont été gagnés, et { $below } de ceux en phase { $stage } : c'est moins, et plus que le hasard. Le seuil est mal placé, ou les règles sont fausses.

# {rate} of the leads at {top} converted, and {below} of those at {stage}: that is more, and more than chance.
rate-of-the-leads-at-top-converted-and-22ba62 = { $rate } des leads en phase { $top } ont été gagnés, et { $below } de ceux en phase { $stage } : c'est plus, et plus que le hasard.

# {rate} of the leads at {top} converted, and {below} of those at {stage}: these figures do not tell whether that is more.
rate-of-the-leads-at-top-converted-and-a831f7 = { $rate } des leads en phase { $top } ont été gagnés, et { $below } de ceux en phase { $stage } : ces chiffres ne disent pas si c'est plus.

# {rules} {rules|rule|rules}
rules-rules-rule-rules-03013c = { $rules ->
    [one] { $rules } règle
   *[other] { $rules } règles
  }

# {share} ({interval})
share-interval-ae9e12 = { $share } ({ $interval })

# {stage} from which points of {score} on
stage-from-which-points-of-score-on-095a31 = { $stage } à partir de combien de points de « { $score } »

# {time} (overdue)
time-overdue-22f171 = { $time } (en retard)

# {what} contains {texts}
what-contains-texts-387442 = { $what } contient { $texts }

# {what} ends with {texts}
what-ends-with-texts-f7e36f = { $what } se termine par { $texts }

# {what} include {options}
what-include-options-b98f7b = { $what } comprend { $options }

# {what} is known
what-is-known-0af71e = on connaît { $what }

# {what} is known and not {options}
what-is-known-and-not-options-234656 = on connaît { $what }, et ce n'est pas { $options }

# {what} is no
what-is-no-fa65e4 = { $what } vaut non

# {what} is not known
what-is-not-known-1e2427 = on ne connaît pas { $what }

# {what} is yes
what-is-yes-164cd2 = { $what } vaut oui

# {what} is {options}
what-is-options-2263dd = { $what } est { $options }

# {what} matches the pattern “{pattern}”
what-matches-the-pattern-pattern-3ef408 = { $what } suit le modèle « { $pattern } »

# {what} mentions {texts}
what-mentions-texts-f52ffc = { $what } mentionne { $texts }

# {what} starts with {texts}
what-starts-with-texts-8ff45e = { $what } commence par { $texts }

# {when}, and no other row holds
when-and-no-other-row-holds-2ecab9 = { $when }, et aucune autre ligne ne joue

# {when}: {each}
when-each-9a1110 = { $when } : { $each }

# {when}; kept there for good
when-kept-there-for-good-c92718 = { $when } ; y reste pour de bon

# {when}; kept there while {condition}
when-kept-there-while-condition-357db4 = { $when } ; y reste tant que ceci est vrai : { $condition }

# “{name}” holds
name-holds-067fef = « { $name } » est vrai

# “{text}”
text-7fcbd5 = « { $text } »

# “{text}” ({place})
text-place-8e3f53 = « { $text } » ({ $place })
