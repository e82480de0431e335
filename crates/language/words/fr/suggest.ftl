### Ce que diraient les données : des points et des règles proposés.

# AUC {auc}
auc-auc-d69ec3 = AUC { $auc }

# AUC {auc} ({low} to {high})
auc-auc-low-to-high-b09f79 = AUC { $auc } ({ $low } à { $high })

# Proposed by `leadrules suggest` from what became of {leads} leads ({which}).
proposed-by-leadrules-suggest-from-what-became-of-d71d83 = Proposé par `leadrules suggest`, d'après l'issue de { $leads } leads ({ $which }).

# `{at}` is known of {converted} of the leads that converted and of {others} of the others: they would be seen at different times, and that alone would tell them apart; give --at a column that all leads have, such as the day each was decided or first called
at-is-known-of-converted-of-the-leads-31a49b = `{ $at }` est connu pour { $converted } des leads gagnés et pour { $others } des autres : ils seraient vus à des moments différents, et cela seul les distinguerait ; donnez à --at une colonne que tous les leads ont, comme le jour de la décision ou celui du premier appel

# `{field}` was left out: alone it reaches an AUC of {auc}, {why}
field-was-left-out-alone-it-reaches-an-8c2e12 = `{ $field }` est laissé de côté : à lui seul, il atteint une AUC de { $auc }, { $why }

# a date: how long ago it is depends on when one looks
a-date-how-long-ago-it-is-depends-f112b8 = une date : son ancienneté dépend du moment où l'on regarde

# a text of {values} values; they can earn points once it is `choice {{ {options} }}`
a-text-of-values-values-they-can-earn-b11c51 = un texte à { $values } valeurs ; elles peuvent rapporter des points dès que vous écrivez `choice {"{"} { $options } {"}"}`

# a text that is the same for all that have one
a-text-that-is-the-same-for-all-4755e2 = un texte identique chez tous les leads qui l'ont

# a text, and empty
a-text-and-empty-a5e471 = un texte, jamais rempli

# a text: declare the values that matter as a choice
a-text-declare-the-values-that-matter-as-5b2e1c = un texte : déclarez les valeurs qui comptent comme `choice`

# all leads of about the same time have about the same: it says when a lead came
all-leads-of-about-the-same-time-have-2b94ff = les leads d'une même époque ont à peu près la même valeur : elle dit quand un lead est venu

# an address
an-address-4590da = une adresse

# and over time
and-over-time-ef05b9 = et au fil du temps

# and the score's range as {range}, so that nothing is cut off
and-the-score-s-range-as-range-so-f4f63e = et l'étendue du score devient { $range }, pour que rien ne soit coupé

# as it is
as-it-is-aa3ef2 = tel quel

# as suggested
as-suggested-d5b9d2 = proposé

# before {day} by {field}
before-day-by-field-7de695 = avant le { $day } selon { $field }

# each rule on the leads it was tried on: what became of them with and without it, what dropping it does
each-rule-on-the-leads-it-was-tried-5ecab7 = chaque règle, sur les leads d'essai : ce qu'ils sont devenus avec et sans elle, et l'effet de sa suppression

# every lead was at it before: say --capacity or --rate to set it by
every-lead-was-at-it-before-say-capacity-92f3dd = avant, chaque lead atteignait ce seuil : fixez-le avec --capacity ou --rate

# fields left aside
fields-left-aside-9a24e9 = champs laissés de côté

# how well it ranks the leads it was tried on
how-well-it-ranks-the-leads-it-was-feb0f2 = comment le score classe les leads d'essai

# learnt from
learnt-from-9ba7a1 = apprentissage

# lines about events can't be tried ({why}); please report this with the rule file
lines-about-events-can-t-be-tried-why-13512b = impossible d'essayer des lignes sur les événements ({ $why }) ; signalez-le, avec le fichier de règles

# more leads than that have the most points there are: none get there
more-leads-than-that-have-the-most-points-7b085c = plus de leads que cela ont le maximum de points : aucun n'y arrive

# new rules
new-rules-9990aa = nouvelles règles

# no bar is high enough for that rate: here {share} of the leads learnt from convert
no-bar-is-high-enough-for-that-rate-8612f0 = aucun seuil n'est assez haut pour cela : ici, { $share } des leads d'apprentissage sont gagnés

# no better than it is: leave the rules as they are, or come back with more leads
no-better-than-it-is-leave-the-rules-77e8b5 = pas mieux qu'avant : laissez les règles telles quelles, ou revenez avec plus de leads

# no date says when leads came: so many of all leads in the data get there
no-date-says-when-leads-came-so-many-988e9f = aucune date ne dit quand les leads sont venus : c'est le nombre qui y arrive, de tous les leads des données

# no lead was at it before: say --capacity or --rate to set it by
no-lead-was-at-it-before-say-capacity-04f767 = avant, aucun lead n'atteignait ce seuil : fixez-le avec --capacity ou --rate

# nothing in the data tells leads that converted from the others for certain, so there is nothing to suggest
nothing-in-the-data-tells-leads-that-converted-4e2a1b = rien dans les données ne distingue avec certitude les leads gagnés des autres, il n'y a donc rien à proposer

# nothing was written: on the leads that nothing was learnt from, `{score}` ranks worse as suggested (AUC {after}) than as it is ({before}); --force writes it all the same
nothing-was-written-on-the-leads-that-nothing-d82c19 = rien n'a été écrit : sur les leads d'essai, `{ $score }` classe moins bien tel que proposé (AUC { $after }) que tel quel ({ $before }) ; --force l'écrit quand même

# rules go that look at what is not to be used: as it is, the score may rank well because it knows the answer
rules-go-that-look-at-what-is-not-447bc0 = les règles qui regardent ce qui ne doit pas servir disparaissent : tel quel, le score classe peut-être bien parce qu'il connaît la réponse

# rules that are there
rules-that-are-there-5bbfd1 = règles existantes

# score {score}: learnt from {learnt} leads, tried on {held_out} others
score-score-learnt-from-learnt-leads-tried-on-ac656e = score { $score } : appris sur { $learnt } leads, essayé sur { $held_out } autres

# seed {seed}
seed-seed-0d39eb = seed { $seed }

# stages of the leads it was tried on, as suggested
stages-of-the-leads-it-was-tried-on-93a545 = phases des leads d'essai, avec la proposition

# suspicious: fields that alone tell leads apart too well
suspicious-fields-that-alone-tell-leads-apart-too-ec6051 = suspects : les champs qui, à eux seuls, distinguent trop bien les leads

# texts: declare the entries that matter as a list of choices
texts-declare-the-entries-that-matter-as-a-631176 = des textes : déclarez les valeurs qui comptent comme `list of choice`

# the others are the latest: their `{field}` is {day} or later
the-others-are-the-latest-their-field-is-ee8020 = les autres sont les plus récents : leur `{ $field }` est le { $day } ou plus tard

# the suggested rules can't be used ({why}); please report this with the rule file
the-suggested-rules-can-t-be-used-why-455816 = les règles proposées sont inutilisables ({ $why }) ; signalez-le, avec le fichier de règles

# there is no field `{field}` to ignore or trust
there-is-no-field-field-to-ignore-or-ee3a90 = il n'y a pas de champ `{ $field }` à ignorer ou à croire

# there is no rule `{rule}` in the score whose sign could be kept
there-is-no-rule-rule-in-the-score-f0cffb = le score n'a pas de règle `{ $rule }` dont on pourrait garder le signe

# there is no score `{score}` that is made of rules
there-is-no-score-score-that-is-made-7ccc76 = il n'y a pas de score `{ $score }` fait de règles

# too few leads to learn from: {converted} that converted and {others} that did not, where {fewest} of each are the least that says anything
too-few-leads-to-learn-from-converted-that-4b4cbd = trop peu de leads pour apprendre : { $converted } gagnés et { $others } non gagnés, or il en faut au moins { $fewest } de chaque pour en dire quelque chose

# what leads did is seen as of one instant: if some were decided before it, name the column that says when with --at, or what they did afterwards counts as well
what-leads-did-is-seen-as-of-one-820345 = ce que les leads ont fait est vu à un seul moment : si certains ont été décidés avant, nommez avec --at la colonne qui dit quand, sinon ce qu'ils ont fait ensuite compte aussi

# where stages begin
where-stages-begin-14ee36 = où commencent les phases

# which leads are which follows from their keys and --seed {seed}
which-leads-are-which-follows-from-their-keys-3209bb = leurs clés et --seed { $seed } décident à quoi sert chaque lead

# {field}: AUC {auc} alone; {why} (a rule that is there looks at it)
field-auc-auc-alone-why-a-rule-that-a5164a = { $field } : à lui seul, AUC { $auc } ; { $why } (une règle existante le regarde)

# {field}: AUC {auc} alone; {why} (left out; --trust {field} uses it)
field-auc-auc-alone-why-left-out-trust-ce02af = { $field } : à lui seul, AUC { $auc } ; { $why } (laissé de côté ; --trust { $field } l'utilise)

# {field}: AUC {auc} alone; {why} (used, since it is trusted)
field-auc-auc-alone-why-used-since-it-f1f32b = { $field } : à lui seul, AUC { $auc } ; { $why } (utilisé, car vous vous y fiez)

# {from} → gone
from-gone-71e146 = { $from } → ôtée

# {leads} leads, {rate} converted
leads-leads-rate-converted-28a567 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }, { $rate } gagnés

# {stage}: {score} >= {from} → {to}; {before} leads were at this bar before, {now} would be
stage-score-from-to-before-leads-were-at-aa301e = { $stage } : { $score } >= { $from } → { $to } ; jusqu'ici { $before ->
    [one] { $before } lead
   *[other] { $before } leads
  }, ensuite { $now }

# {stage}: {score} >= {from} → {to}; {before} leads were at this bar before, {now} would be ({remark})
stage-score-from-to-before-leads-were-at-a6d7bd = { $stage } : { $score } >= { $from } → { $to } ; jusqu'ici { $before ->
    [one] { $before } lead
   *[other] { $before } leads
  }, ensuite { $now } ({ $remark })
