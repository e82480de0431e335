### Qui se déplace quand les règles changent, ce qui est prouvé, ce qui est convenu.

# {leads} {leads|lead|leads} as of {instant}
leads-leads-lead-leads-as-of-instant-cf18a4 = { $leads ->
    [one] { $leads } lead, vu
   *[other] { $leads } leads, vus
  } au { $instant }

# {accounts} {accounts|account|accounts} as of {instant}
accounts-accounts-account-accounts-as-of-instant-105f2c = { $accounts ->
    [one] { $accounts } compte, vu
   *[other] { $accounts } comptes, vus
  } au { $instant }

# Who moves: {leads} {leads|lead|leads} as of {instant}
who-moves-leads-leads-lead-leads-as-of-aa9076 = Qui se déplace : { $leads ->
    [one] { $leads } lead, vu
   *[other] { $leads } leads, vus
  } au { $instant }

# Who moves: {accounts} {accounts|account|accounts} as of {instant}
who-moves-accounts-accounts-account-accounts-as-of-01413e = Qui se déplace : { $accounts ->
    [one] { $accounts } compte, vu
   *[other] { $accounts } comptes, vus
  } au { $instant }

# No lead moves; {others} more {others|has|have} other scores.
no-lead-moves-others-more-others-has-have-90acb7 = Aucun lead ne se déplace ; { $others ->
    [one] { $others } lead a
   *[other] { $others } leads ont
  } d'autres scores.

# No account moves; {others} more {others|has|have} other scores.
no-account-moves-others-more-others-has-have-4cffe8 = Aucun compte ne se déplace ; { $others ->
    [one] { $others } compte a
   *[other] { $others } comptes ont
  } d'autres scores.

# {moved} {moved|lead moves|leads move}; {others} more {others|has|have} other scores at the stage that they had.
moved-moved-lead-moves-leads-move-others-more-464410 = { $moved ->
    [one] { $moved } lead se déplace
   *[other] { $moved } leads se déplacent
  } ; { $others ->
    [one] { $others } autre lead reste à la même phase, mais a
   *[other] { $others } autres leads restent à la même phase, mais ont
  } d'autres scores.

# {moved} {moved|account moves|accounts move}; {others} more {others|has|have} other scores at the stage that they had.
moved-moved-account-moves-accounts-move-others-more-d31d08 = { $moved ->
    [one] { $moved } compte se déplace
   *[other] { $moved } comptes se déplacent
  } ; { $others ->
    [one] { $others } autre compte reste à la même phase, mais a
   *[other] { $others } autres comptes restent à la même phase, mais ont
  } d'autres scores.

# (no owner)
no-owner-03bc2e = (sans responsable)

# {owner}: {edits} {edits|edit, which decides|edits, which decide} no move
owner-edits-edits-edit-which-decides-edits-which-236100 = { $owner } : { $edits ->
    [one] { $edits } modification, qui ne décide d'aucun déplacement
   *[other] { $edits } modifications, qui ne décident d'aucun déplacement
  }

# {owner}: {edits} {edits|edit, which decides|edits, which decide} {moves} {moves|move|moves}: {flows}
owner-edits-edits-edit-which-decides-edits-which-412216 = { $owner } : { $edits ->
    [one] { $edits } modification, qui décide
   *[other] { $edits } modifications, qui décident
  } de { $moves ->
    [one] { $moves } déplacement
   *[other] { $moves } déplacements
  } : { $flows }

# {leads} from {before} to {after}
leads-from-before-to-after-b5f5aa = { $leads } depuis { $before } vers { $after }

# {what} {before} to {after}
what-before-to-after-ca1e6d = { $what } : { $before }, puis { $after }

# {score} {before} to {after} ({change})
score-before-to-after-change-80cf78 = { $score } de { $before } à { $after } ({ $change })

# {who}  {before} to {after}
who-before-to-after-8cf471 = { $who }  depuis { $before } vers { $after }

# {before} to {after}
before-to-after-19399d = depuis { $before } vers { $after }

# {before} to {after}: {reason}
before-to-after-reason-187927 = depuis { $before } vers { $after } : { $reason }

# {change}: {why}
change-why-ffa2b5 = { $change } : { $why }

# limit of {title}
limit-of-title-e7aaad = limite de « { $title } »

# only the best of {title}
only-the-best-of-title-f3d123 = uniquement le meilleur de « { $title } »

# range of {title}
range-of-title-6a44e3 = limites de « { $title } »

# weight of {title}
weight-of-title-696dca = poids de « { $title } »

# rounding
rounding-58f41d = arrondi

# set apart now: {reason}
set-apart-now-reason-24d70b = désormais mis à part : { $reason }

# no longer set apart: {reason}
no-longer-set-apart-reason-22736f = n'est plus mis à part : { $reason }

# no single edit decides it
no-single-edit-decides-it-1befd8 = aucune modification n'en décide à elle seule

# {what} {how}
what-how-cef2ab = { $what } ({ $how })

# {what}, {how}
what-how-744329 = { $what } ({ $how })

# {what}, {how}: {effects}
what-how-effects-d95d71 = { $what } ({ $how }) : { $effects }

# {what}, {how} ({owner})
what-how-owner-4456ff = { $what } ({ $how }, { $owner })

# {what}, {how} ({owner}): {effects}
what-how-owner-effects-96b8eb = { $what } ({ $how }, { $owner }) : { $effects }

# added
added-2656e5 = ajout

# removed
removed-f7ffdb = suppression

# changed
changed-29e89b = modification

# changed by what it uses
changed-by-what-it-uses-fd4601 = modification de ce qui est utilisé

# no lead has other points
no-lead-has-other-points-497415 = aucun lead n'a d'autres points

# no account has other points
no-account-has-other-points-d664a6 = aucun compte n'a d'autres points

# other points for {leads} {leads|lead|leads}, {points} in all
other-points-for-leads-leads-lead-leads-points-0d0507 = d'autres points pour { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }, { $points } en tout

# other points for {accounts} {accounts|account|accounts}, {points} in all
other-points-for-accounts-accounts-account-accounts-points-c90d2f = d'autres points pour { $accounts ->
    [one] { $accounts } compte
   *[other] { $accounts } comptes
  }, { $points } en tout

# alone decides {moves} {moves|move|moves}
alone-decides-moves-moves-move-moves-2698ac = décide à elle seule de { $moves ->
    [one] { $moves } déplacement
   *[other] { $moves } déplacements
  }

# {moves} {moves|move has|moves have} no single edit to decide them: several edits would each be enough
moves-moves-move-has-moves-have-no-single-589a7c = { $moves ->
    [one] { $moves } déplacement ne dépend pas d'une seule modification
   *[other] { $moves } déplacements ne dépendent pas d'une seule modification
  } : plusieurs modifications suffiraient chacune

# {capacity}, {more} too many
capacity-more-too-many-1fc6f3 = { $capacity }, { $more } de trop

# {capacity}, room for {more}
capacity-room-for-more-e8e698 = { $capacity }, place pour { $more }

# before
before-45ff3e = avant

# after
after-6e7dc9 = après

# change
change-9d01bd = écart

# capacity
capacity-18cf89 = capacité

# from
from-cd8075 = depuis

# to
to-454824 = vers

# why
why-f40e39 = pourquoi

# who goes where (a row: the stage before; a column: the stage after)
who-goes-where-a-row-the-stage-before-0181d9 = qui va où (ligne : la phase avant la modification ; colonne : la phase après)

# From (row) to (column)
from-row-to-column-b622f4 = Depuis (ligne) vers (colonne)

# Whose edits
whose-edits-e3c5aa = À qui sont les modifications

# whose edits (an edit decides a move that would not be without it)
whose-edits-an-edit-decides-a-move-that-cd1420 = à qui sont les modifications (une modification décide d'un déplacement qui n'aurait pas lieu sans elle)

# nothing differs that gives a lead other points or another stage
nothing-differs-that-gives-a-lead-other-points-8656ea = rien ne diffère qui donne à un lead d'autres points ou une autre phase

# nothing differs that gives an account other points or another stage
nothing-differs-that-gives-an-account-other-points-d4b245 = rien ne diffère qui donne à un compte d'autres points ou une autre phase

# leads that move
leads-that-move-382ae6 = leads qui se déplacent

# accounts that move
accounts-that-move-75a5ef = comptes qui se déplacent

# row {row} (without a key)
row-row-without-a-key-01ca52 = ligne { $row } (sans clé)

# and {more} more; --format json lists all, --leads N more of them
and-more-more-format-json-lists-all-leads-bd1e01 = et encore { $more } ; --format json les donne tous, --leads N en montre davantage

# and {more} more
and-more-more-8e064e = et encore { $more }

# {leads} {leads|lead|leads} on {nights} {nights|night|nights}, {since} to {until}
leads-leads-lead-leads-on-nights-nights-night-e33107 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  } sur { $nights ->
    [one] { $nights } nuit
   *[other] { $nights } nuits
  }, du { $since } au { $until }

# Night by night: {leads} {leads|lead|leads} on {nights} {nights|night|nights}, {since} to {until}
night-by-night-leads-leads-lead-leads-on-88f444 = Nuit après nuit : { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  } sur { $nights ->
    [one] { $nights } nuit
   *[other] { $nights } nuits
  }, du { $since } au { $until }

# On every night every lead is at the same stage by both.
on-every-night-every-lead-is-at-the-927a2c = Chaque nuit, chaque lead est à la même phase selon les deux.

# {apart} {apart|lead is|leads are} at another stage on some night; on the last one {at_end} {at_end|is|are}.
apart-apart-lead-is-leads-are-at-another-5f7846 = { $apart ->
    [one] { $apart } lead est
   *[other] { $apart } leads sont
  } à une autre phase une nuit au moins ; la dernière nuit, { $at_end }.

# Each night each file starts from the stage that it gave the night before. Fields are taken as they are today.
each-night-each-file-starts-from-the-stage-1d7edf = Chaque nuit, chaque fichier part de la phase qu'il a donnée la nuit précédente. Les champs sont pris tels qu'ils sont aujourd'hui.

# reached: before
reached-before-72cae4 = atteinte : avant

# left: before
left-before-058105 = quittée : avant

# leads that flap: before
leads-that-flap-before-fda159 = leads qui vont et viennent : avant

# {nights} {nights|night|nights} apart, first on {day}; {before} {before|change|changes} of stage before, {after} after; now {was} before, {is} after
nights-nights-night-nights-apart-first-on-day-fc9e80 = { $nights ->
    [one] { $nights } nuit d'écart
   *[other] { $nights } nuits d'écart
  }, la première le { $day } ; changements de phase : { $before } (avant), { $after } (après) ; maintenant { $was } (avant), { $is } (après)

# how often leads come to a stage and fall below it again
how-often-leads-come-to-a-stage-and-aac576 = combien de fois des leads atteignent une phase et retombent en dessous

# leads at another stage, those on the most nights first
leads-at-another-stage-those-on-the-most-07cda5 = leads à une autre phase, d'abord ceux qui le sont le plus de nuits

# Leads at another stage
leads-at-another-stage-f96b80 = Leads à une autre phase

# nights apart
nights-apart-c04bd0 = nuits d'écart

# first
first-81d841 = première fois

# changes before
changes-before-98b5f9 = changements avant

# now before
now-before-93cb8e = maintenant avant

# the rules are about accounts too, and how these move depends on the leads that they have: name leads with --data
the-rules-are-about-accounts-too-and-how-bf9d1e = les règles portent aussi sur des comptes, dont les déplacements dépendent de leurs leads : indiquez des leads avec --data

# What can move
what-can-move-1642be = Ce qui peut se déplacer

# What can move is not decided: {reason}.
what-can-move-is-not-decided-reason-631c9d = Ce qui peut se déplacer n'est pas établi : { $reason }.

# No lead that could exist has another stage or other points; what labels say differs.
no-lead-that-could-exist-has-another-stage-22ed7c = Aucun lead possible n'a une autre phase ou d'autres points ; ce que disent les étiquettes diffère.

# Both mean the same: no lead that could exist has another stage or other points.
both-mean-the-same-no-lead-that-could-2446d9 = Les deux signifient la même chose : aucun lead possible n'a une autre phase ou d'autres points.

# No lead that could exist changes its stage, whether scores can differ is not decided.
no-lead-that-could-exist-changes-its-stage-2af66d = Aucun lead possible ne change de phase ; on ne sait pas si des scores peuvent différer.

# No lead that could exist changes its stage, but scores can differ.
no-lead-that-could-exist-changes-its-stage-b0fc34 = Aucun lead possible ne change de phase, mais des scores peuvent différer.

# {moves} {moves|move can be|moves can be, each shown by a lead}.
moves-moves-move-can-be-moves-can-be-fafffe = { $moves ->
    [one] { $moves } déplacement est possible
   *[other] { $moves } déplacements sont possibles, chacun montré par un lead
  }.

# No other can, for any lead that could exist.
no-other-can-for-any-lead-that-could-1b7470 = Aucun autre n'est possible, quel que soit le lead.

# Of {moves} {moves|move|moves} it is not decided.
of-moves-moves-move-moves-it-is-not-bdf3a5 = { $moves ->
    [one] Pour { $moves } autre, ce n'est pas établi
   *[other] Pour { $moves } autres, ce n'est pas établi
  }.

# every lead that could exist, as of {instant}
every-lead-that-could-exist-as-of-instant-da54f7 = tout lead possible, vu au { $instant }

# moves that can be, each with a lead that shows it
moves-that-can-be-each-with-a-lead-f885c7 = déplacements possibles, chacun avec un lead qui le montre

# moves of which it is not decided
moves-of-which-it-is-not-decided-3ac221 = déplacements pour lesquels rien n'est établi

# {score} can have other points
score-can-have-other-points-cdc12e = { $score } peut avoir d'autres points

# {score} is the same for every lead
score-is-the-same-for-every-lead-8c6eba = { $score } est le même pour tout lead

# {score}: not decided, {reason}
score-not-decided-reason-cc69fa = { $score } : non établi, { $reason }

# no rule, limit, formula, exclusion or stage differs in its line
no-rule-limit-formula-exclusion-or-stage-differs-d55b70 = aucune ligne de règle, de limite, de formule, d'exclusion ou de phase ne diffère

# what differs
what-differs-02bbb2 = ce qui diffère

# {party} on {day}
party-on-day-456a96 = { $party } le { $day }

# {party} on {day}, who must sign again
party-on-day-who-must-sign-again-a91978 = { $party } le { $day }, qui doit signer à nouveau

# agreed: "{title}" ({signed})
agreed-title-signed-d9e428 = convenu : « { $title } » ({ $signed })

# not agreed: "{title}" ({signed})
not-agreed-title-signed-222763 = non convenu : « { $title } » ({ $signed })

# between {parties}
between-parties-742841 = entre { $parties }

# to be looked at again by {day}
to-be-looked-at-again-by-day-fd27fb = à revoir pour le { $day }

# who is at which stage
who-is-at-which-stage-262949 = qui est à quelle phase

# {stage} if {condition}
stage-if-condition-1dc7af = { $stage } si { $condition }

# {stage} if {condition}; {kept}
stage-if-condition-kept-bed034 = { $stage } si { $condition } ; { $kept }

# {stage} otherwise
stage-otherwise-63d5a9 = sinon { $stage }

# set apart, because "{reason}", if {condition}
set-apart-because-reason-if-condition-c71e5b = mis à part, avec la raison « { $reason } », si { $condition }

# the score {score}, by {rules} rules, as they are written
the-score-score-by-rules-rules-as-they-d449b6 = le score { $score }, par { $rules ->
    [one] { $rules } règle
   *[other] { $rules } règles
  }, comme c'est écrit

# what {label} says
what-label-says-db0f31 = ce que dit { $label }

# {labels}, one after the other
labels-one-after-the-other-0f486f = { $labels }, à la suite

# "{text}" if {condition}
text-if-condition-3885d0 = « { $text } » si { $condition }

# "{text}" otherwise
text-otherwise-15da44 = sinon « { $text } »

# the promise "{promise}"
the-promise-promise-15974e = la promesse « { $promise } »

# all that these are made of counts with them; meaning {meaning}
all-that-these-are-made-of-counts-with-8122e9 = tout ce dont cela se compose compte aussi ; empreinte du sens : { $meaning }

# {party} signed on {day}: it still holds
party-signed-on-day-it-still-holds-bc94ef = { $party } a signé le { $day } : cela vaut toujours

# {party} signed on {day}; it still holds
party-signed-on-day-it-still-holds-bc1002 = { $party } a signé le { $day } ; cela vaut toujours

# {party} signed on {day}; since then
party-signed-on-day-since-then-98a66e = { $party } a signé le { $day } ; depuis

# what {party} signed can't be read: {path}: {why}
what-party-signed-can-t-be-read-path-4032a0 = ce que { $party } a signé est illisible : { $path } : { $why }

# Agreement "{title}": agreed
agreement-title-agreed-1d44e1 = Accord « { $title } » : convenu

# Agreement "{title}": **not agreed**
agreement-title-not-agreed-a470aa = Accord « { $title } » : **non convenu**

# **{party} must sign**: they never did
party-must-sign-they-never-did-01e174 = **{ $party } doit signer** : cela n'a jamais été fait

# **{party} must sign again**
party-must-sign-again-04dc63 = **{ $party } doit signer à nouveau**

# **{party} must sign again**: {path}: {why}
party-must-sign-again-path-why-283dae = **{ $party } doit signer à nouveau** : { $path } : { $why }

# {one}; {other}
one-other-ff16aa = { $one } ; { $other }

# {line}  # shows it
line-shows-it-6ddde3 = { $line }  # le montre

# # a lead of which nothing is known
a-lead-of-which-nothing-is-known-4dab3d = # un lead dont on ne sait rien

# {file} has no column `{column}`; an earlier run is a file that `leadrules score` wrote with these rules
file-has-no-column-column-an-earlier-run-4a0343 = { $file } n'a pas de colonne `{ $column }` ; un calcul précédent est un fichier que `leadrules score` a écrit avec ces règles

# {file}: the column `stage` holds too many different texts to be stages
file-the-column-stage-holds-too-many-different-c2354b = { $file } : la colonne `stage` contient trop de textes différents pour être des phases

# {line}  # {times} times
line-times-times-867b9e = { $line }  # { $times } fois

# totals {totals}
totals-totals-0ba773 = totaux { $totals }

# totals {totals}; undecided: {reason}
totals-totals-undecided-reason-5d324f = totaux { $totals } ; non établi : { $reason }

# totals undecided: {reason}
totals-undecided-reason-7ae229 = totaux non établis : { $reason }

# {totals} of them: {first}, …, {last}
totals-of-them-first-last-3205db = ({ $totals }) : { $first }, …, { $last }

# at most {points}; undecided: {reason}
at-most-points-undecided-reason-c2525e = au plus { $points } ; non établi : { $reason }

# at least {points}; undecided: {reason}
at-least-points-undecided-reason-b326bc = au moins { $points } ; non établi : { $reason }

# undecided: {reason}
undecided-reason-567d6c = non établi : { $reason }

# it is never known
it-is-never-known-97181d = jamais connu

# can be reached
can-be-reached-7c1a00 = peut être atteinte

# with {score} {points} or more
with-score-points-or-more-790d54 = avec { $score } { $points } ou plus

# also without what {stage} asks:
also-without-what-stage-asks-50ff88 = même sans ce que demande { $stage } :

# no lead can reach it
no-lead-can-reach-it-ce858e = aucun lead ne peut l'atteindre

# no account can reach it
no-account-can-reach-it-dfd065 = aucun compte ne peut l'atteindre

# stages of account
stages-of-account-126344 = phases des comptes

# promises
promises-a41823 = promesses

# promises of account
promises-of-account-51e04b = promesses sur les comptes

# {name}: {verdict}
name-verdict-2bb3df = { $name } : { $verdict }

# what is signed lies beside the rule file: name the file, not standard input
what-is-signed-lies-beside-the-rule-file-6df093 = ce qui est signé se trouve à côté du fichier de règles : indiquez le fichier, pas l'entrée standard

# --events goes with --data
events-goes-with-data-64251e = --events va avec --data

# {party} has signed this already, and it still holds
party-has-signed-this-already-and-it-still-b1a3c7 = { $party } a déjà signé cela, et cela vaut toujours

# nothing was signed
nothing-was-signed-158bc5 = rien n'a été signé

# nothing was signed: the rules can't be written as one file ({finding})
nothing-was-signed-the-rules-can-t-be-706120 = rien n'a été signé : les règles ne peuvent pas s'écrire en un seul fichier ({ $finding })

# nothing was signed: can't make the folder {folder}: {why}
nothing-was-signed-can-t-make-the-folder-d4e865 = rien n'a été signé : impossible de créer le dossier { $folder } : { $why }

# nothing was signed: nobody can be asked here; say --yes to sign
nothing-was-signed-nobody-can-be-asked-here-91df5c = rien n'a été signé : personne ne peut répondre ici ; utilisez --yes pour signer

# nothing was signed: {path} has changed while it was being read; look at it again
nothing-was-signed-path-has-changed-while-it-449afc = rien n'a été signé : { $path } a changé pendant la lecture ; regardez-le à nouveau

# {party} signed "{title}": wrote {path}; commit it with the rules
party-signed-title-wrote-path-commit-it-with-da82b2 = { $party } a signé « { $title } » : { $path } est écrit ; faites-en un commit avec les règles

# {path} has no agreement; write one: agreement "…" {{ between marketing, sales; covers stages }}
path-has-no-agreement-write-one-agreement-between-f17381 = { $path } ne contient aucun accord ; écrivez-en un : agreement "…" {"{"} between marketing, sales; covers stages {"}"}

# --agreement: there is no "{title}", but {titles}
agreement-there-is-no-title-but-titles-aef3b0 = --agreement : « { $title } » n'existe pas, mais bien { $titles }

# {party} is no party of "{title}", which is between {parties}.
party-is-no-party-of-title-which-is-f6a5c4 = { $party } n'est pas une partie de « { $title } », accord entre { $parties }.

# {party} is no party of "{title}" and the others, which is between {parties}.
party-is-no-party-of-title-and-the-948709 = { $party } n'est pas une partie de « { $title } » et des autres, qui sont entre { $parties }.

# Sign as {party}? [y/N]
sign-as-party-y-n-e34467 = Signer en tant que { $party } ? [o/N]

# --events goes with --data: without leads every event that could happen is looked at
events-goes-with-data-without-leads-every-event-7e37eb = --events va avec --data : sans leads, tout événement possible est examiné

# --accounts goes with --data: which accounts there are, and what they did, leads say
accounts-goes-with-data-which-accounts-there-are-183f40 = --accounts va avec --data : ce sont les leads qui disent quels comptes existent, et ce qu'ils ont fait

# --capacity: there is no stage `{stage}`; the stages are {stages}
capacity-there-is-no-stage-stage-the-stages-acda74 = --capacity : phase `{ $stage }` introuvable ; les phases sont { $stages }

# --since: the rules are about accounts too, which are not followed night by night yet; leave it out to compare both files at one instant
since-the-rules-are-about-accounts-too-which-b38c72 = --since : les règles portent aussi sur des comptes, qui ne sont pas encore suivis nuit après nuit ; omettez-le pour comparer les deux fichiers à un seul moment

# `{day}` is no day for --since; write it as 2026-11-23
day-is-no-day-for-since-write-it-226057 = `{ $day }` n'est pas un jour pour --since ; écrivez comme 2026-11-23

# --since is later than --as-of: there is no night between them
since-is-later-than-as-of-there-is-6145d3 = --since est postérieur à --as-of : il n'y a aucune nuit entre les deux

# No lead that could exist has another stage or other points.
no-lead-that-could-exist-has-another-stage-577d1e = Aucun lead qui pourrait exister n'a une autre phase ou d'autres points.

# The same data may give other leads: {why}. What follows is said of one and the same lead.
the-same-data-may-give-other-leads-why-3cbd7d = Les mêmes données peuvent donner d'autres leads : { $why }. Ce qui suit est dit d'un seul et même lead.
