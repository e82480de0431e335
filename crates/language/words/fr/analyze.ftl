### Ce qui est prouvé.

# A higher stage usually asks for as much as the one below, and for more. Raise its bar, or leave the score out of the lower one.
a-higher-stage-usually-asks-for-as-much-715822 = Une phase plus haute demande d'ordinaire autant que celle d'en dessous, et davantage. Relevez son seuil, ou retirez le score de la phase plus basse.

# A lead has the highest stage whose condition is true. Ask for more in the higher stage, or for less here.
a-lead-has-the-highest-stage-whose-condition-da851d = Un lead a la phase la plus haute dont la condition est vraie. Demandez plus dans la phase plus haute, ou moins ici.

# A step that everybody takes tells nobody apart, and the steps below it are never seen.
a-step-that-everybody-takes-tells-nobody-apart-126ad7 = Une phase que tous atteignent ne distingue personne, et celles d'en dessous ne se voient jamais.

# An account has the highest stage whose condition is true. Ask for more in the higher stage, or for less here.
an-account-has-the-highest-stage-whose-condition-7f3610 = Un compte a la phase la plus haute dont la condition est vraie. Demandez plus dans la phase plus haute, ou moins ici.

# Its parts exclude each other, or ask for what leads never come to.
its-parts-exclude-each-other-or-ask-for-bf84ff = Ses parties se contredisent, ou demandent ce à quoi les leads n'arrivent jamais.

# Its parts exclude each other, or ask for what no account is.
its-parts-exclude-each-other-or-ask-for-b393bb = Ses parties se contredisent, ou demandent ce qu'aucun compte n'est.

# Its parts exclude each other.
its-parts-exclude-each-other-c67ebe = Ses parties se contredisent.

# The most that a lead can have in `{score}` is {points}.
the-most-that-a-lead-can-have-in-8a4e21 = Un lead peut avoir au plus { $points } dans `{ $score }`.

# The most that a lead can have in `{score}` is {points}: {made}.
the-most-that-a-lead-can-have-in-6b626e = Un lead peut avoir au plus { $points } dans `{ $score }` : { $made }.

# The most that an account can have in `{score}` is {points}.
the-most-that-an-account-can-have-in-37e01c = Un compte peut avoir au plus { $points } dans `{ $score }`.

# The most that an account can have in `{score}` is {points}: {made}.
the-most-that-an-account-can-have-in-8f3a37 = Un compte peut avoir au plus { $points } dans `{ $score }` : { $made }.

# asks for `{score}` too, but lets less of it through
asks-for-score-too-but-lets-less-of-a87fd5 = demande aussi `{ $score }`, mais se contente de moins

# asks for {points}
asks-for-points-3f3279 = demande { $points }

# every account reaches the stage `{stage}`
every-account-reaches-the-stage-stage-1b1d25 = chaque compte atteint la phase `{ $stage }`

# every lead reaches the stage `{stage}`
every-lead-reaches-the-stage-stage-71c6a8 = chaque lead atteint la phase `{ $stage }`

# its condition is true of every account that could exist
its-condition-is-true-of-every-account-that-cdd48c = sa condition vaut pour tout compte possible

# its condition is true of every lead that could exist
its-condition-is-true-of-every-lead-that-6e754f = sa condition vaut pour tout lead possible

# no account can reach the stage `{stage}`
no-account-can-reach-the-stage-stage-e98f15 = aucun compte ne peut atteindre la phase `{ $stage }`

# no account stays in the stage `{stage}`
no-account-stays-in-the-stage-stage-a4fcab = aucun compte ne reste dans la phase `{ $stage }`

# no lead can reach the stage `{stage}`
no-lead-can-reach-the-stage-stage-9d7d80 = aucun lead ne peut atteindre la phase `{ $stage }`

# no lead stays in the stage `{stage}`
no-lead-stays-in-the-stage-stage-d7e0c8 = aucun lead ne reste dans la phase `{ $stage }`

# takes them all
takes-them-all-349048 = les prend tous

# the stage `{stage}` can be had with less `{score}` than `{lower}` asks for
the-stage-stage-can-be-had-with-less-cc7b2c = la phase `{ $stage }` s'obtient avec moins de `{ $score }` que n'en demande `{ $lower }`

# whether a lead can have the stage `{stage}` with less `{score}` than `{lower}` asks for
whether-a-lead-can-have-the-stage-stage-eb9f5e = si un lead peut avoir la phase `{ $stage }` avec moins de `{ $score }` que n'en demande `{ $lower }`

# whether a lead can reach the stage `{stage}`
whether-a-lead-can-reach-the-stage-stage-7c0205 = si un lead peut atteindre la phase `{ $stage }`

# whether a lead can stay in the stage `{stage}`
whether-a-lead-can-stay-in-the-stage-8a1142 = si un lead peut rester dans la phase `{ $stage }`

# whether an account can have the stage `{stage}` with less `{score}` than `{lower}` asks for
whether-an-account-can-have-the-stage-stage-9ad92b = si un compte peut avoir la phase `{ $stage }` avec moins de `{ $score }` que n'en demande `{ $lower }`

# whether an account can reach the stage `{stage}`
whether-an-account-can-reach-the-stage-stage-006c7e = si un compte peut atteindre la phase `{ $stage }`

# whether an account can stay in the stage `{stage}`
whether-an-account-can-stay-in-the-stage-d0d175 = si un compte peut rester dans la phase `{ $stage }`

# whether every account reaches the stage `{stage}`
whether-every-account-reaches-the-stage-stage-cc6408 = si chaque compte atteint la phase `{ $stage }`

# whether every lead reaches the stage `{stage}`
whether-every-lead-reaches-the-stage-stage-0baf4b = si chaque lead atteint la phase `{ $stage }`

# whoever meets it meets a higher one too, or is excluded
whoever-meets-it-meets-a-higher-one-too-a733eb = qui la remplit en remplit aussi une plus haute, ou est mis à part

# A lead that breaks it could exist: change the rules so that none can, or the promise.
a-lead-that-breaks-it-could-exist-change-21ec5a = Un lead qui la rompt pourrait exister : changez les règles pour que ce soit impossible, ou changez la promesse.

# An account that breaks it could exist: change the rules so that none can, or the promise.
an-account-that-breaks-it-could-exist-change-d31d17 = Un compte qui la rompt pourrait exister : changez les règles pour que ce soit impossible, ou changez la promesse.

# it is not decided whether the promise "{promise}" is kept
it-is-not-decided-whether-the-promise-promise-2e1919 = on ne sait pas si la promesse « { $promise } » est tenue

# neither proved nor refuted
neither-proved-nor-refuted-d06b74 = ni prouvé ni réfuté

# not true of the account below
not-true-of-the-account-below-187b36 = pas vrai du compte ci-dessous

# not true of the lead below
not-true-of-the-lead-below-3b663b = pas vrai du lead ci-dessous

# the promise "{promise}" can be broken
the-promise-promise-can-be-broken-6cd63a = la promesse « { $promise } » peut être rompue

# true of the account below
true-of-the-account-below-4c945b = vrai du compte ci-dessous

# true of the lead below
true-of-the-lead-below-f52130 = vrai du lead ci-dessous

# {reason}. `leadrules prove` looks longer.
reason-leadrules-prove-looks-longer-0657f5 = { $reason }. `leadrules prove` cherche plus longtemps.

# A value in the data that does not fit the field, being none of its options for one, is unknown and gets nothing here. If it is to count, write a row `unknown`, or declare the field as a text.
a-value-in-the-data-that-does-not-dfc276 = Une valeur des données qui ne convient pas au champ, par exemple parce qu'elle n'est aucune de ses options, est inconnue et ne reçoit rien ici. Si elle doit compter, écrivez une ligne `unknown`, ou déclarez le champ comme texte.

# In a group with `best` only the rule that gives most counts.
in-a-group-with-best-only-the-rule-0b1d6d = Dans un groupe avec `best`, seule compte la règle qui donne le plus.

# Its parts exclude each other, or ask for values that the field can't hold.
its-parts-exclude-each-other-or-ask-for-e788ab = Ses parties se contredisent, ou demandent des valeurs que le champ ne peut pas contenir.

# Points that all accounts get tell none of them apart.
points-that-all-accounts-get-tell-none-of-b2b246 = Des points que tous les comptes reçoivent n'en distinguent aucun.

# Points that all leads get tell none of them apart.
points-that-all-leads-get-tell-none-of-1dfbaf = Des points que tous les leads reçoivent n'en distinguent aucun.

# Write one rule with the points of both, or take out the one that was left by mistake.
write-one-rule-with-the-points-of-both-c9e1ef = Écrivez une seule règle avec les points des deux, ou retirez celle qui est restée par erreur.

# asks the same as the other
asks-the-same-as-the-other-dbbab7 = demande la même chose que l'autre

# each value that can be known has a row
each-value-that-can-be-known-has-a-5de185 = chaque valeur qui peut être connue a une ligne

# every account gets these points
every-account-gets-these-points-53d72e = chaque compte reçoit ces points

# every lead gets these points
every-lead-gets-these-points-4c98d3 = chaque lead reçoit ces points

# for each rule of the group whether another always outdoes it
for-each-rule-of-the-group-whether-another-f6d079 = pour chaque règle du groupe, si une autre la surpasse toujours

# gives as much or more
gives-as-much-or-more-3c44f2 = donne autant ou plus

# there are too many combinations of their values to compare them all
there-are-too-many-combinations-of-their-values-b1840a = il y a trop de combinaisons de leurs valeurs pour les comparer toutes

# there are too many rules in groups with `best` to compare each with each
there-are-too-many-rules-in-groups-with-f2f26a = il y a trop de règles dans les groupes avec `best` pour les comparer deux à deux

# this `otherwise` can never be used
this-otherwise-can-never-be-used-5c888d = cet `otherwise` ne peut jamais servir

# this condition can never be used
this-condition-can-never-be-used-bd5d26 = cette condition ne peut jamais servir

# this exclusion can never be used
this-exclusion-can-never-be-used-fc91c3 = cette ligne de `exclude` ne peut jamais servir

# this line can never be used
this-line-can-never-be-used-2728af = cette ligne ne peut jamais servir

# this row can never be used
this-row-can-never-be-used-f5e76f = cette ligne du tableau ne peut jamais servir

# this rule can never be used
this-rule-can-never-be-used-b6d66b = cette règle ne peut jamais servir

# this rule never counts
this-rule-never-counts-037379 = cette règle ne compte jamais

# true of every account that could exist
true-of-every-account-that-could-exist-fc3525 = vaut pour tout compte possible

# true of every lead that could exist
true-of-every-lead-that-could-exist-98261c = vaut pour tout lead possible

# true of no account that could exist
true-of-no-account-that-could-exist-c67685 = ne vaut pour aucun compte possible

# true of no lead that could exist
true-of-no-lead-that-could-exist-93ef7c = ne vaut pour aucun lead possible

# two rules give points to the same accounts
two-rules-give-points-to-the-same-accounts-1891be = deux règles donnent des points aux mêmes comptes

# two rules give points to the same leads
two-rules-give-points-to-the-same-leads-b4d98d = deux règles donnent des points aux mêmes leads

# whether `{one}` is met without `{other}`
whether-one-is-met-without-other-c694be = si `{ $one }` est rempli sans `{ $other }`

# whether every account gets these points
whether-every-account-gets-these-points-7c6533 = si chaque compte reçoit ces points

# whether every lead gets these points
whether-every-lead-gets-these-points-e14f3c = si chaque lead reçoit ces points

# whether this `otherwise` can ever be used
whether-this-otherwise-can-ever-be-used-7b34fc = si cet `otherwise` peut servir un jour

# whether this condition can ever be used
whether-this-condition-can-ever-be-used-df9bb5 = si cette condition peut servir un jour

# whether this exclusion can ever be used
whether-this-exclusion-can-ever-be-used-73bb66 = si cette ligne de `exclude` peut servir un jour

# whether this line can ever be used
whether-this-line-can-ever-be-used-147208 = si cette ligne peut servir un jour

# whether this row can ever be used
whether-this-row-can-ever-be-used-9a0c5a = si cette ligne du tableau peut servir un jour

# whether this rule asks the same as another
whether-this-rule-asks-the-same-as-another-6ee7d4 = si cette règle demande la même chose qu'une autre

# whether this rule asks the same as another of the same fields and events
whether-this-rule-asks-the-same-as-another-54bae1 = si cette règle demande la même chose qu'une autre sur les mêmes champs et événements

# whether this rule can ever be used
whether-this-rule-can-ever-be-used-4bad14 = si cette règle peut servir un jour

# whoever meets it meets the other too
whoever-meets-it-meets-the-other-too-533b3f = qui remplit celle-ci remplit aussi l'autre

# An excluded account has no stage, whatever its points. Take the rule out, or exclude fewer accounts.
an-excluded-account-has-no-stage-whatever-its-7083c1 = Un compte mis à part n'a pas de phase, quels que soient ses points. Retirez la règle, ou mettez moins de comptes à part.

# An excluded lead has no stage, whatever its points. Take the rule out, or exclude fewer leads.
an-excluded-lead-has-no-stage-whatever-its-71a117 = Un lead mis à part n'a pas de phase, quels que soient ses points. Retirez la règle, ou mettez moins de leads à part.

# Take it out, or give it a later `until`. Leave it only while accounts are still scored as of days before.
take-it-out-or-give-it-a-later-48e443 = Retirez-la, ou donnez-lui un `until` plus tardif. Ne la gardez que tant que des comptes sont encore vus à des jours antérieurs.

# Take it out, or give it a later `until`. Leave it only while leads are still scored as of days before.
take-it-out-or-give-it-a-later-512f70 = Retirez-la, ou donnez-lui un `until` plus tardif. Ne la gardez que tant que des leads sont encore vus à des jours antérieurs.

# its last day is past
its-last-day-is-past-53cc15 = son dernier jour est passé

# only excluded accounts get these points
only-excluded-accounts-get-these-points-07336d = seuls des comptes mis à part reçoivent ces points

# only excluded leads get these points
only-excluded-leads-get-these-points-623ade = seuls des leads mis à part reçoivent ces points

# this rule gives nothing since {day}
this-rule-gives-nothing-since-day-132f0c = cette règle ne donne plus rien depuis le { $day }

# whether a lead that is not excluded gets these points
whether-a-lead-that-is-not-excluded-gets-73683e = si un lead qui n'est pas mis à part reçoit ces points

# whether an account that is not excluded gets these points
whether-an-account-that-is-not-excluded-gets-aa72b7 = si un compte qui n'est pas mis à part reçoit ces points

# whoever meets it is excluded
whoever-meets-it-is-excluded-f0be72 = qui la remplit est mis à part

# Its points can't be given so often that they come to {cap}. Lower the cap, or leave it out.
its-points-can-t-be-given-so-often-588ab0 = Ses points ne peuvent pas être donnés assez souvent pour arriver à { $cap }. Abaissez la limite, ou supprimez-la.

# gives {points} at least
gives-points-at-least-82339a = donne au moins { $points }

# gives {points} at most
gives-points-at-most-369bde = donne au plus { $points }

# this cap never takes anything away
this-cap-never-takes-anything-away-d88a2b = cette limite ne retire jamais rien

# this is asked of {rules} rules
this-is-asked-of-rules-rules-613fb8 = cela n'est demandé que pour { $rules } règles

# whether the caps of this and further rules ever take anything away
whether-the-caps-of-this-and-further-rules-1f21da = si les limites de cette règle et des suivantes retirent parfois quelque chose

# whether this cap ever takes anything away
whether-this-cap-ever-takes-anything-away-ac3ab2 = si cette limite retire parfois quelque chose

# Its range leaves nothing of the rules: widen it.
its-range-leaves-nothing-of-the-rules-widen-3f9cde = Son étendue ne laisse rien des règles : élargissez-la.

# Leave the cap out, or look for a rule that is missing.
leave-the-cap-out-or-look-for-a-cd83c4 = Supprimez la limite, ou cherchez une règle qui manque.

# One alone already gives more than the cap lets through.
one-alone-already-gives-more-than-the-cap-e50cce = Une seule fois donne déjà plus que la limite ne laisse passer.

# People read points against the range's end: let it end where accounts can come, or raise the points.
people-read-points-against-the-range-s-end-0d4006 = On lit les points par rapport à la fin de l'étendue : faites-la finir là où les comptes peuvent arriver, ou donnez plus de points.

# People read points against the range's end: let it end where leads can come, or raise the points.
people-read-points-against-the-range-s-end-c09695 = On lit les points par rapport à la fin de l'étendue : faites-la finir là où les leads peuvent arriver, ou donnez plus de points.

# Points that are given once never come to {cap}; with `each` they would.
points-that-are-given-once-never-come-to-94e1cd = Des points donnés une seule fois n'arrivent jamais à { $cap } ; avec `each`, si.

# The points have faded away before the window ends: leave it out, or let them fade more slowly.
the-points-have-faded-away-before-the-window-9f7fdc = Les points ont entièrement refroidi avant la fin de la période : supprimez la période, ou laissez les points refroidir plus lentement.

# after {days} days nothing is left
after-days-days-nothing-is-left-eac0c9 = après { $days } jours il ne reste rien

# always cut off at the same end
always-cut-off-at-the-same-end-d7fa84 = toujours coupé au même bout

# every account has {points} points in `{score}`
every-account-has-points-points-in-score-a4e95e = chaque compte a { $points } points dans `{ $score }`

# every lead has {points} points in `{score}`
every-lead-has-points-points-in-score-70f1ad = chaque lead a { $points } points dans `{ $score }`

# gives {points} once
gives-points-once-a54d33 = donne { $points } une fois

# how far accounts come in `{score}`
how-far-accounts-come-in-score-d53a7b = jusqu'où vont les comptes dans `{ $score }`

# how far leads come in `{score}`
how-far-leads-come-in-score-1ee8d8 = jusqu'où vont les leads dans `{ $score }`

# its rules give {points} at least
its-rules-give-points-at-least-b51690 = ses règles donnent au moins { $points }

# its rules give {points} at most
its-rules-give-points-at-most-ef2c44 = ses règles donnent au plus { $points }

# no account has more than {points} points in `{score}`
no-account-has-more-than-points-points-in-1baeb8 = aucun compte n'a plus de { $points } points dans `{ $score }`

# no lead has more than {points} points in `{score}`
no-lead-has-more-than-points-points-in-199657 = aucun lead n'a plus de { $points } points dans `{ $score }`

# the group's cap of {cap} never takes anything away
the-group-s-cap-of-cap-never-takes-d6558a = la limite de { $cap } du groupe ne retire jamais rien

# the range goes to {points}
the-range-goes-to-points-09bbbb = l'étendue va jusqu'à { $points }

# the window is longer than the points last
the-window-is-longer-than-the-points-last-465276 = la période est plus longue que ne durent les points

# this cap takes away from the first
this-cap-takes-away-from-the-first-20776e = cette limite retire des points dès la première fois

# whether the group's cap ever takes anything away
whether-the-group-s-cap-ever-takes-anything-64d204 = si la limite du groupe retire parfois quelque chose

# {points} each, but {cap} at most
points-each-but-cap-at-most-bf3c3e = { $points } chaque fois, mais { $cap } au plus

# Let the two rows meet, or say what it gives.
let-the-two-rows-meet-or-say-what-865032 = Faites se rejoindre les deux lignes, ou dites ce que cette valeur donne.

# Rules add up. Let one of the ranges end before it, or write both as rows of a table, which gives the points of one.
rules-add-up-let-one-of-the-ranges-2e8852 = Les règles s'additionnent. Faites finir l'une des étendues là où l'autre commence, ou écrivez les deux comme lignes d'un tableau, qui donne les points d'une seule.

# The field is a number and may have places: write `..<{number}` for the lower row, so that they meet.
the-field-is-a-number-and-may-have-8fec03 = Le champ est un nombre et peut avoir des décimales : écrivez `..<{ $number }` pour la ligne des valeurs les plus basses, pour qu'elles se rejoignent.

# The gap is small beside the rows around it. If these values are to give nothing, say so: a row with `=> 0`.
the-gap-is-small-beside-the-rows-around-cd2631 = Le trou est petit à côté des lignes qui l'entourent. Si ces valeurs ne doivent rien donner, dites-le : une ligne avec `=> 0`.

# a value such as {value} falls between two rows
a-value-such-as-value-falls-between-two-294c0a = une valeur comme { $value } tombe entre deux lignes

# begins at {value}
begins-at-value-3c7ff1 = commence à { $value }

# ends at {value}
ends-at-value-32890d = finit à { $value }

# more than {most} pairs of ranges overlap
more-than-most-pairs-of-ranges-overlap-bd5783 = plus de { $most } paires d'étendues se chevauchent

# takes it
takes-it-05ee88 = compte ces valeurs

# takes it too
takes-it-too-cfe11a = compte aussi ces valeurs

# which values further rules count twice
which-values-further-rules-count-twice-5aa5c2 = quelles valeurs les autres règles comptent deux fois

# {from} to {to} are counted twice
from-to-to-are-counted-twice-1362e5 = de { $from } à { $to }, tout est compté deux fois

# {from} to {to} are in no row
from-to-to-are-in-no-row-f3f09d = de { $from } à { $to }, rien n'est dans une ligne

# {value} falls between two rows
value-falls-between-two-rows-04ba9b = { $value } tombe entre deux lignes

# {value} is counted twice
value-is-counted-twice-6ba610 = { $value } est compté deux fois

# Lower the bar, or give more points: what fades is less from the second day on.
lower-the-bar-or-give-more-points-what-56501e = Abaissez le seuil, ou donnez plus de points : ce qui refroidit diminue dès le deuxième jour.

# `{score}` comes to {points} with new events and to {later} a day later.
score-comes-to-points-with-new-events-and-4e5cee = `{ $score }` arrive à { $points } avec de nouveaux événements et à { $later } un jour plus tard.

# accounts stay over this bar for a day only: {what}
accounts-stay-over-this-bar-for-a-day-c5255f = les comptes ne restent qu'un jour au-dessus de ce seuil, celui de { $what }

# as high as points are before they fade
as-high-as-points-are-before-they-fade-5bacb9 = à la hauteur des points avant qu'ils ne refroidissent

# leads stay over this bar for a day only: {what}
leads-stay-over-this-bar-for-a-day-eb4ea6 = les leads ne restent qu'un jour au-dessus de ce seuil, celui de { $what }

# the label "{label}"
the-label-label-ca1aa6 = l'étiquette « { $label } »

# the stage `{stage}`
the-stage-stage-985d6a = la phase `{ $stage }`

# whether points that fade are above a bar for longer than a day
whether-points-that-fade-are-above-a-bar-445b17 = si des points qui refroidissent restent plus d'un jour au-dessus d'un seuil

# No account gets the text of `otherwise`. Leave it out, or look for a line that takes more than it should.
no-account-gets-the-text-of-otherwise-leave-6f7c3a = Aucun compte ne reçoit le texte de `otherwise`. Supprimez-le, ou cherchez une ligne qui prend plus qu'elle ne devrait.

# No lead gets the text of `otherwise`. Leave it out, or look for a line that takes more than it should.
no-lead-gets-the-text-of-otherwise-leave-1d1f49 = Aucun lead ne reçoit le texte de `otherwise`. Supprimez-le, ou cherchez une ligne qui prend plus qu'elle ne devrait.

# The first line that is true gives the text. Put the line that asks for more above, or take this one out.
the-first-line-that-is-true-gives-the-8a1735 = La première ligne qui est vraie donne le texte. Placez au-dessus la ligne qui demande plus, ou retirez celle-ci.

# `otherwise` of the label `{label}` is never reached
otherwise-of-the-label-label-is-never-reached-184391 = `otherwise` de l'étiquette `{ $label }` n'est jamais atteint

# for each line of `{label}` whether the lines above leave it any account
for-each-line-of-label-whether-the-lines-d52677 = pour chaque ligne de `{ $label }`, si les lignes au-dessus lui laissent un compte

# for each line of `{label}` whether the lines above leave it any lead
for-each-line-of-label-whether-the-lines-866d0e = pour chaque ligne de `{ $label }`, si les lignes au-dessus lui laissent un lead

# its lines take every account that could exist
its-lines-take-every-account-that-could-exist-8432f8 = ses lignes prennent tout compte possible

# its lines take every lead that could exist
its-lines-take-every-lead-that-could-exist-8d388b = ses lignes prennent tout lead possible

# the lines above take every account that meets it
the-lines-above-take-every-account-that-meets-d569d3 = les lignes au-dessus prennent tout compte qui la remplit

# the lines above take every lead that meets it
the-lines-above-take-every-lead-that-meets-ef4fd6 = les lignes au-dessus prennent tout lead qui la remplit

# there are too many lines in labels to hold each against those above it
there-are-too-many-lines-in-labels-to-d9e360 = il y a trop de lignes dans les étiquettes pour comparer chacune à celles d'au-dessus

# whether `otherwise` of `{label}` is ever reached
whether-otherwise-of-label-is-ever-reached-20aec7 = si `otherwise` de `{ $label }` est parfois atteint

# whether this line of `{label}` is ever reached
whether-this-line-of-label-is-ever-reached-b9e3ff = si cette ligne de `{ $label }` est parfois atteinte

# No account has more than {points} in `{score}`.
no-account-has-more-than-points-in-score-b9f759 = Aucun compte n'a plus de { $points } dans `{ $score }`.

# Rules add up: such an event gives {points}. If that is too much, let one of them give less, or take it out. If both are meant, a limit on one of them (`up to`) says so.
rules-add-up-such-an-event-gives-points-77c0c3 = Les règles s'additionnent : un tel événement donne { $points }. Si c'est trop, faites que l'une donne moins, ou retirez-la. Si les deux sont voulues, une limite sur l'une d'elles (`up to`) le dit.

# an event is counted by two rules
an-event-is-counted-by-two-rules-530f70 = un événement est compté par deux règles

# an event of the last {period} is counted by two rules
an-event-of-the-last-period-is-counted-15652d = un événement de moins de { $period } est compté par deux règles

# gives {points} for it
gives-points-for-it-dd532a = donne { $points } pour lui

# there are more than {most} pairs of rules that count events
there-are-more-than-most-pairs-of-rules-7ebdc2 = il y a plus de { $most } paires de règles qui comptent des événements

# which events further rules count twice
which-events-further-rules-count-twice-265965 = quels événements les autres règles comptent deux fois

# {number} {count|day|days}
number-count-day-days-ca04a6 = { $number } { $count ->
    [one] jour
   *[other] jours
  }

# {number} {count|hour|hours}
number-count-hour-hours-f719ea = { $number } { $count ->
    [one] heure
   *[other] heures
  }

# {number} {count|month|months}
number-count-month-months-fabc6e = { $number } { $count ->
    [one] mois
   *[other] mois
  }

# {number} {count|week|weeks}
number-count-week-weeks-0cc1aa = { $number } { $count ->
    [one] semaine
   *[other] semaines
  }

# {number} {count|year|years}
number-count-year-years-793fac = { $number } { $count ->
    [one] an
   *[other] ans
  }

# Whoever meets it is on the same side of each bar with these points and without. Give more points, or leave it out.
whoever-meets-it-is-on-the-same-side-f4f07f = Qui la remplit est du même côté de chaque seuil avec ces points et sans eux. Donnez plus de points, ou supprimez la règle.

# for each rule whether its points can decide a stage or a label
for-each-rule-whether-its-points-can-decide-59d980 = pour chaque règle, si ses points peuvent décider d'une phase ou d'une étiquette

# stages and labels compare scores with too many numbers
stages-and-labels-compare-scores-with-too-many-5c2343 = les phases et les étiquettes comparent les scores à trop de nombres

# this is asked in files of up to {rules} rules
this-is-asked-in-files-of-up-to-de25c8 = cela n'est demandé que dans des fichiers d'au plus { $rules } règles

# this rule never changes a stage or a label
this-rule-never-changes-a-stage-or-a-97c055 = cette règle ne change jamais une phase ni une étiquette

# whether these points can decide a stage or a label
whether-these-points-can-decide-a-stage-or-e30a8d = si ces points peuvent décider d'une phase ou d'une étiquette

# {points} to `{score}`, which carry nobody past {bars}
points-to-score-which-carry-nobody-past-bars-3723d2 = { $points } pour `{ $score }`, ce qui ne fait passer aucun seuil à personne ({ $bars })

# `{calculation}` is reckoned from values that can't all be tried
calculation-is-reckoned-from-values-that-can-t-ab0b09 = `{ $calculation }` est calculé à partir de valeurs qui ne peuvent pas toutes être essayées

# `{property}` is added up over events
property-is-added-up-over-events-70cc58 = `{ $property }` est additionné sur des événements

# `{rule}` can be given more than {times} times
rule-can-be-given-more-than-times-times-e25cf1 = `{ $rule }` peut être donné plus de { $times } fois

# nothing limits how often `{rule}` is given
nothing-limits-how-often-rule-is-given-b32ffb = rien ne limite le nombre de fois que `{ $rule }` est donné

# rules compare events with more numbers than can be told apart
rules-compare-events-with-more-numbers-than-can-afddd4 = des règles comparent des événements à plus de nombres qu'il n'est possible de distinguer

# `{field}` meets more questions than can be tried together
field-meets-more-questions-than-can-be-tried-f00345 = `{ $field }` est l'objet de plus de questions qu'il n'est possible d'essayer ensemble

# `{property}` of `{kind}` is declared otherwise
property-of-kind-is-declared-otherwise-3d1ffd = `{ $property }` de `{ $kind }` est déclaré autrement

# `{property}` of `{kind}` is shared otherwise among events
property-of-kind-is-shared-otherwise-among-events-1e05c3 = `{ $property }` de `{ $kind }` est partagé autrement entre les événements

# each stage before and each after are {pairs} pairs, too many to ask of each
each-stage-before-and-each-after-are-pairs-76272e = chaque phase d'avant avec chaque phase d'après, cela fait { $pairs } paires : trop pour les examiner une à une

# only one of the two files names events to ignore
only-one-of-the-two-files-names-events-ed1476 = un seul des deux fichiers nomme des événements à ignorer

# the field `{field}` is declared otherwise
the-field-field-is-declared-otherwise-d818ba = le champ `{ $field }` est déclaré autrement

# the stages are named otherwise, and rules ask for the one that a lead had
the-stages-are-named-otherwise-and-rules-ask-79c848 = les phases portent d'autres noms, et des règles demandent celle qu'un lead avait

# the two files do not ignore the same events
the-two-files-do-not-ignore-the-same-ec52e3 = les deux fichiers n'ignorent pas les mêmes événements

# the two files have different time zones
the-two-files-have-different-time-zones-8b68fa = les deux fichiers ont des fuseaux horaires différents

# the two files together have more than {most} definitions
the-two-files-together-have-more-than-most-b28650 = les deux fichiers réunis ont plus de { $most } définitions

# the two files together have more than {most} fields
the-two-files-together-have-more-than-most-c3a05f = les deux fichiers réunis ont plus de { $most } champs

# the two files together have more than {most} kinds of event
the-two-files-together-have-more-than-most-4690c2 = les deux fichiers réunis ont plus de { $most } types d'événements

# the two files together have more than {most} properties of events
the-two-files-together-have-more-than-most-de7b81 = les deux fichiers réunis ont plus de { $most } propriétés d'événements

# the two files together have more than {most} scores
the-two-files-together-have-more-than-most-9a9df1 = les deux fichiers réunis ont plus de { $most } scores

# the two files together have more than {most} labels
the-two-files-together-have-more-than-most-919981 = les deux fichiers réunis ont plus de { $most } étiquettes

# `{rule}` asks too much at once
rule-asks-too-much-at-once-4f6ae0 = `{ $rule }` demande trop à la fois

# `{rule}` has no limit within {units} units
rule-has-no-limit-within-units-units-1f00c4 = `{ $rule }` n'a pas de limite sous { $units } unités

# more fields are compared with each other than can be tried together
more-fields-are-compared-with-each-other-than-0971b9 = plus de champs sont comparés entre eux qu'il n'est possible d'essayer ensemble

# parts of addresses are compared with each other
parts-of-addresses-are-compared-with-each-other-3b857a = des parties d'adresses sont comparées entre elles

# accounts are read from the data in another way, or have other leads
accounts-are-read-from-the-data-in-another-6e5c19 = les comptes sont lus autrement dans les données, ou ont d'autres leads

# accounts ask something else of their leads
accounts-ask-something-else-of-their-leads-20b40d = les comptes demandent autre chose à leurs leads

# nothing is said about accounts any more
nothing-is-said-about-accounts-any-more-f0a259 = rien n'est plus dit des comptes

# nothing was said about accounts
nothing-was-said-about-accounts-ac1147 = rien n'était dit des comptes

# what accounts ask of their leads may be something else
what-accounts-ask-of-their-leads-may-be-1eba6d = ce que les comptes demandent à leurs leads peut être autre chose

# what is said about accounts may mean something else
what-is-said-about-accounts-may-mean-something-5299a2 = ce qui est dit des comptes peut signifier autre chose

# {what}: {why}
what-why-a84923 = { $what } : { $why }

# all activity together can be in more ways than can be tried
all-activity-together-can-be-in-more-ways-aa0e62 = toute l'activité réunie est possible de plus de façons qu'il n'est possible d'en essayer

# events of different kinds are counted on the same days, or with the same values
events-of-different-kinds-are-counted-on-the-abfb6a = des événements de types différents sont comptés les mêmes jours, ou avec les mêmes valeurs

# another field tells leads apart
another-field-tells-leads-apart-ecdea9 = un autre champ distingue les leads

# the definitions written out are too large to be compared
the-definitions-written-out-are-too-large-to-cbaf3d = les définitions développées sont trop grandes pour être comparées

# the event `{kind}` is read from the data in another way
the-event-kind-is-read-from-the-data-e390e6 = l'événement `{ $kind }` est lu autrement dans les données

# the field `{field}` is read from the data in another way
the-field-field-is-read-from-the-data-bbcd56 = le champ `{ $field }` est lu autrement dans les données

# the label `{label}` is gone
the-label-label-is-gone-cb3115 = l'étiquette `{ $label }` a disparu

# the label `{label}` was not there
the-label-label-was-not-there-9332ec = l'étiquette `{ $label }` n'existait pas

# the label has too many texts to compare
the-label-has-too-many-texts-to-compare-316803 = l'étiquette a trop de textes à comparer

# the log of events is read in another way
the-log-of-events-is-read-in-another-7c7397 = le journal des événements est lu autrement

# the promise "{promise}" is gone
the-promise-promise-is-gone-27cce5 = la promesse « { $promise } » a disparu

# the promise `{promise}` was not there
the-promise-promise-was-not-there-893034 = la promesse `{ $promise }` n'existait pas

# the property `{property}` is read from the data in another way
the-property-property-is-read-from-the-data-1d6212 = la propriété `{ $property }` est lue autrement dans les données

# the score `{score}` is gone
the-score-score-is-gone-2d4105 = le score `{ $score }` a disparu

# the score `{score}` was not there
the-score-score-was-not-there-6a351c = le score `{ $score }` n'existait pas

# the stage before is read from the data in another way
the-stage-before-is-read-from-the-data-c0ee73 = la phase précédente est lue autrement dans les données

# what the rules say of time has changed, so that other days may show what today does not
what-the-rules-say-of-time-has-changed-975649 = ce que les règles disent du temps a changé, si bien que d'autres jours peuvent montrer ce qu'aujourd'hui ne montre pas

# events are counted `once per` spans of different length
events-are-counted-once-per-spans-of-different-ab7297 = des événements sont comptés `once per` sur des durées de longueurs différentes

# events are ignored within a window
events-are-ignored-within-a-window-54f550 = des événements sont ignorés pendant une période

# events of `{kind}` differ in more ways than can be tried
events-of-kind-differ-in-more-ways-than-aa0587 = les événements de `{ $kind }` diffèrent de plus de façons qu'il n'est possible d'en essayer

# more days, weeks or months count than are told apart
more-days-weeks-or-months-count-than-are-7d9163 = il compte plus de jours, de semaines ou de mois qu'on n'en distingue

# more values count `once per` than are told apart
more-values-count-once-per-than-are-told-a911f5 = `once per` compte plus de valeurs qu'on n'en distingue

# points for {events} fade with every day
points-for-events-fade-with-every-day-21947b = les points pour { $events } refroidissent chaque jour

# points that are given once per value fade
points-that-are-given-once-per-value-fade-643b5f = des points donnés une fois par valeur refroidissent

# {events} can happen in more ways than can be tried
events-can-happen-in-more-ways-than-can-ee9f76 = { $events } peut arriver de plus de façons qu'il n'est possible d'en essayer

# events of different kinds are counted on the same days
events-of-different-kinds-are-counted-on-the-5b5d3e = des événements de types différents sont comptés les mêmes jours

# events that differ are counted `once per` the same values
events-that-differ-are-counted-once-per-the-991e10 = des événements différents sont comptés `once per` pour les mêmes valeurs

# values of events of different times are counted
values-of-events-of-different-times-are-counted-56afb1 = des valeurs d'événements de moments différents sont comptées

# more values meet in one question than can be tried together
more-values-meet-in-one-question-than-can-9736c8 = une question réunit plus de valeurs qu'il n'est possible d'essayer ensemble

# no account with leads was found that shows it, which does not say that there is none
no-account-with-leads-was-found-that-shows-38a38a = aucun compte avec des leads qui le montre n'a été trouvé, ce qui ne dit pas qu'il n'y en a pas

# the file is too long to look at a lead for each question
the-file-is-too-long-to-look-at-d1b06e = le fichier est trop long pour regarder un lead à chaque question

# the lead that should show it comes out otherwise, so nothing is claimed
the-lead-that-should-show-it-comes-out-489d0d = le lead qui devrait le montrer donne autre chose, donc rien n'est affirmé

# there are too many totals to show each by an account with leads
there-are-too-many-totals-to-show-each-b19db0 = il y a trop de totaux pour montrer chacun par un compte avec des leads

# not decided, because {reason}:
not-decided-because-reason-101108 = non décidé, car { $reason } :

# rules name more numbers and days than can be told apart
rules-name-more-numbers-and-days-than-can-539da3 = des règles nomment plus de nombres et de jours qu'il n'est possible d'en distinguer

# there are too many totals to show each by a lead
there-are-too-many-totals-to-show-each-034696 = il y a trop de totaux pour montrer chacun par un lead

# too many fields and events meet in these rules to try them all
too-many-fields-and-events-meet-in-these-aa8c6a = trop de champs et d'événements se rencontrent dans ces règles pour les essayer tous

# totals that depend on each other are not all found
totals-that-depend-on-each-other-are-not-af89cf = les totaux qui dépendent les uns des autres ne sont pas tous trouvés

# what events add up to can be in more ways than can be tried
what-events-add-up-to-can-be-in-440612 = le total des événements est possible de plus de façons qu'il n'est possible d'en essayer

# today no lead shows a difference, but what they speak of hangs on the day, and other days may show one
today-no-lead-shows-a-difference-but-what-b7aa88 = aujourd'hui aucun lead ne montre de différence, mais ce dont elles parlent dépend du jour, et d'autres jours peuvent en montrer une

# Whatever the data says, the rules come to the same: look at what they ask, or leave the score out.
whatever-the-data-says-the-rules-come-to-5326b2 = Quoi que disent les données, les règles reviennent au même : regardez ce qu'elles demandent, ou laissez le score.

# tells nobody apart
tells-nobody-apart-d20ef4 = ne distingue personne
