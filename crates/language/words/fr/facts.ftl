### Ce qui fait monter un lead, ce que les données disent des règles, et ce qu'un éditeur et la page en disent.

# (fixed)
fixed-548cde = (fixe)

# ({tried} combinations of up to {things} things were tried; each way was verified by evaluating it)
tried-combinations-of-up-to-things-things-were-3314f4 = ({ $tried } combinaisons de { $things } choses au plus ont été essayées ; chaque voie a été vérifiée par le calcul)

# ({tried} single things were tried; each way was verified by evaluating it)
tried-single-things-were-tried-each-way-was-0513e6 = ({ $tried ->
    [one] { $tried } chose a été essayée
   *[other] { $tried } choses ont été essayées une à une
  } ; chaque voie a été vérifiée par le calcul)

# `{field}` becomes {what} (say, {example})
field-becomes-what-say-example-0f7c65 = `{ $field }` devient { $what } (par exemple { $example })

# `{field}` of {lead} becomes {what} (say, {example})
field-of-lead-becomes-what-say-example-f2bd78 = `{ $field }` (lead : { $lead }) devient { $what } (par exemple { $example })

# `{field}` turns out to be {what}
field-turns-out-to-be-what-d094ff = `{ $field }` s'avère être { $what }

# `{field}` of {lead} turns out to be {what}
field-of-lead-turns-out-to-be-what-0532dc = `{ $field }` (lead : { $lead }) s'avère être { $what }

# it turns out that {what} (say, {example})
it-turns-out-that-what-say-example-f3e2df = `{ $what }` s'avère vrai (par exemple { $example })

# it turns out of {lead} that {what} (say, {example})
it-turns-out-of-lead-that-what-say-221324 = `{ $what }` s'avère vrai pour { $lead } (par exemple { $example })

# a day passes
a-day-passes-eb3b1b = un jour passe

# {days} days pass
days-days-pass-7929c0 = { $days } jours passent

# all combinations of up to {things} things were tried ({tried})
all-combinations-of-up-to-things-things-were-8232bd = toutes les combinaisons de { $things } choses au plus ont été essayées ({ $tried })

# each single thing that can turn out or happen was tried ({tried})
each-single-thing-that-can-turn-out-or-9bfba9 = chaque chose qui peut s'avérer ou arriver a été essayée seule ({ $tried })

# nothing can be asked for, and nothing can happen, that these rules look at
nothing-can-be-asked-for-and-nothing-can-a14f61 = il n'y a rien à demander, et rien ne peut arriver, que ces règles regardent

# and between {least} and {most} with all that can be asked
and-between-least-and-most-with-all-that-8f607a = et entre { $least } et { $most } avec tout ce qui peut être demandé

# and between {least} and {most} with what was tried at once
and-between-least-and-most-with-what-was-119046 = et entre { $least } et { $most } avec ce qui a été essayé à la fois

# whatever is asked or done
whatever-is-asked-or-done-a8bb56 = quoi qu'on demande ou fasse

# whatever was tried at once
whatever-was-tried-at-once-146fa4 = quoi qu'on ait essayé à la fois

# anything at all
anything-at-all-da434b = n'importe quoi

# another {name}
another-name-0ba4a1 = autre { $name }

# each another {name}
each-another-name-634ba0 = chaque fois une autre valeur de { $name }

# {now}; between {least} and {most}
now-between-least-and-most-e5667b = { $now } ; entre { $least } et { $most }

# counted as a lead that was {before} at the last run
counted-as-a-lead-that-was-before-at-e468e4 = compté comme un lead qui était { $before } au dernier calcul

# it is at {stage} already, or higher
it-is-at-stage-already-or-higher-f7b647 = la phase est déjà { $stage }, ou une phase plus haute

# known, and nothing that rules single out
known-and-nothing-that-rules-single-out-96870a = connu, et rien que les règles distinguent

# less than {end}
less-than-end-027dca = moins de { $end }

# more than {end}
more-than-end-442ed2 = plus de { $end }

# more than {start} and less than {end}
more-than-start-and-less-than-end-5d7569 = plus de { $start } et moins de { $end }

# more than {start}, up to {most}
more-than-start-up-to-most-d23ebe = plus de { $start }, jusqu'à { $most }

# no field that the scores look at is unknown
no-field-that-the-scores-look-at-is-ed1a97 = aucun champ que les scores regardent n'est inconnu

# not known, the field worth most first
not-known-the-field-worth-most-first-5d27e5 = non connu, le champ qui vaut le plus d'abord

# nothing was found that lifts it to {stage}
nothing-was-found-that-lifts-it-to-stage-f42b10 = rien n'a été trouvé qui mène à { $stage }

# once the rest is known
once-the-rest-is-known-5f8e26 = une fois le reste connu

# set apart, {reason}: {condition}
set-apart-reason-condition-be289c = mis à part, { $reason } : { $condition }

# {now}; unknown whatever turns out
now-unknown-whatever-turns-out-ef9d86 = { $now } ; inconnu quoi qu'il s'avère

# what stands in the way
what-stands-in-the-way-b0d6a3 = ce qui fait obstacle

# what would lift it to {stage}
what-would-lift-it-to-stage-2b6971 = ce qui mènerait à { $stage }

# {all}, and {one}
all-and-one-e52cf3 = { $all }, et { $one }

# {condition}: it is {now}
condition-it-is-now-7011d5 = { $condition } : { $now } pour l'instant

# {event} happens
event-happens-49fce0 = { $event } se produit

# {event} happens on {times} days
event-happens-on-times-days-dc806c = { $event } se produit lors de { $times } jours différents

# {event} happens on {times} days, done by {lead}
event-happens-on-times-days-done-by-lead-5b2bbd = { $event } se produit lors de { $times } jours différents, par { $lead }

# {event} happens {times} times
event-happens-times-times-7e547a = { $event } se produit { $times } fois

# {event} happens {times} times, done by {lead}
event-happens-times-times-done-by-lead-1458d3 = { $event } se produit { $times } fois, par { $lead }

# {event} happens {times} times, every {days} days
event-happens-times-times-every-days-days-8b9549 = { $event } se produit { $times } fois, tous les { $days } jours

# {event} happens {times} times, every {days} days, done by {lead}
event-happens-times-times-every-days-days-done-778c38 = { $event } se produit { $times } fois, tous les { $days } jours, par { $lead }

# {event} happens, done by {lead}
event-happens-done-by-lead-c5e229 = { $event } se produit, par { $lead }

# {field} of {lead}
field-of-lead-68eb30 = { $field } ({ $lead })

# {least} or later
least-or-later-754885 = { $least } ou plus tard

# {least} or more
least-or-more-52c024 = { $least } ou plus

# {least} or more, and less than {end}
least-or-more-and-less-than-end-241538 = { $least } ou plus, et moins de { $end }

# {least} to {most}
least-to-most-d53ea8 = { $least } à { $most }

# {most} or before
most-or-before-166734 = { $most } ou avant

# {most} or less
most-or-less-76a14e = { $most } ou moins

# {score} {least} to {most}
score-least-to-most-759068 = { $score } { $least } à { $most }

# {things} (it is {stage} then)
things-it-is-stage-then-caf0cf = { $things } (ce sera alors { $stage })

# {what} ({said})
what-said-4f96e7 = { $what } ({ $said })

# no longer excluded: {reason}
no-longer-excluded-reason-9bacf1 = n'est plus mis à part : { $reason }

# other fields or rules
other-fields-or-rules-069498 = autres champs ou règles

# other fields or rules: {changes}
other-fields-or-rules-changes-d22c8b = autres champs ou règles : { $changes }

# time: {changes}
time-changes-fbba2f = temps : { $changes }

# {events}: {changes}
events-changes-fc9f35 = { $events } : { $changes }

# {name} on {day}
name-on-day-414f01 = { $name } le { $day }

# {name} on {day} ({times} times)
name-on-day-times-times-f475a0 = { $name } le { $day } ({ $times } fois)

# {score} is known, or no longer
score-is-known-or-no-longer-ce4037 = { $score } est maintenant connu, ou ne l'est plus

# --previous {path}: the rules say which stages there are, and they have errors; open them without it first
previous-path-the-rules-say-which-stages-there-372f8a = --previous { $path } : les règles disent quelles phases il y a, et elles contiennent des erreurs ; ouvrez-les d'abord sans cette option

# A definition
a-definition-cde2ad = Une définition

# A field of accounts
a-field-of-accounts-0060c7 = Un champ des comptes

# A field of the lead
a-field-of-the-lead-99dfd8 = Un champ du lead

# A kind of event
a-kind-of-event-ea5353 = Un type d'événement

# A label
a-label-189262 = Une étiquette

# A label of accounts
a-label-of-accounts-6ff94d = Une étiquette des comptes

# A list
a-list-6a882c = Une liste

# A score
a-score-34166e = Un score

# A score of accounts
a-score-of-accounts-63c6a9 = Un score des comptes

# A stage
a-stage-9fe332 = Une phase

# A stage of accounts
a-stage-of-accounts-63437d = Une phase des comptes

# A text
a-text-083ad3 = Un texte

# An option
an-option-01f9c7 = Une option

# What an event says
what-an-event-says-330aca = Ce que dit un événement

# By proof, a lead can have {least} points at least; the most was not decided.
by-proof-a-lead-can-have-least-points-779184 = Preuve : un lead peut avoir { $least } points au moins ; le plus n'est pas établi.

# By proof, a lead can have {least} to {most} points.
by-proof-a-lead-can-have-least-to-2ff89f = Preuve : un lead peut avoir de { $least } à { $most } points.

# By proof, a lead can have {most} points at most; the least was not decided.
by-proof-a-lead-can-have-most-points-3ba4a8 = Preuve : un lead peut avoir { $most } points au plus ; le moins n'est pas établi.

# Which points a lead can have was not decided.
which-points-a-lead-can-have-was-not-03e14e = Les points qu'un lead peut avoir ne sont pas établis.

# Its column: {texts}.
its-column-texts-38d16f = La colonne : { $texts }.

# Its text in the log: {texts}.
its-text-in-the-log-texts-41eac4 = Le texte dans le journal : { $texts }.

# Of `{field}`.
of-field-2d1180 = De `{ $field }`.

# `{name}` counts as a {what} too ({place}), which would change as well
name-counts-as-a-what-too-place-which-e8a6b1 = `{ $name }` désigne aussi autre chose ({ $what }, { $place }), qui changerait aussi

# `{name}` is a word of the language; a name is made of letters, digits and `_`, and begins with a letter
name-is-a-word-of-the-language-a-9b4379 = `{ $name }` est un mot du langage des règles ; un nom se compose de lettres, de chiffres et de `_`, et commence par une lettre

# `{name}` is no name; a name is made of letters, digits and `_`, and begins with a letter
name-is-no-name-a-name-is-made-060084 = `{ $name }` n'est pas un nom ; un nom se compose de lettres, de chiffres et de `_`, et commence par une lettre

# a name has at least one letter
a-name-has-at-least-one-letter-46d2a3 = un nom a au moins une lettre

# all of {leads} {leads|lead|leads}
all-of-leads-leads-lead-leads-be42ee = { $leads ->
    [one] { $leads } lead sur { $leads }
   *[other] les { $leads } leads
  }

# none of {leads} {leads|lead|leads}
none-of-leads-leads-lead-leads-e2101d = { $leads ->
    [one] 0 sur { $leads } lead
   *[other] 0 sur { $leads } leads
  }

# {count} of {leads} {leads|lead|leads}
count-of-leads-leads-lead-leads-79688e = { $leads ->
    [one] { $count } sur { $leads } lead
   *[other] { $count } sur { $leads } leads
  }

# {percent} % of {leads} {leads|lead|leads}
percent-of-leads-leads-lead-leads-f2f65f = { $leads ->
    [one] { $percent } % de { $leads } lead
   *[other] { $percent } % de { $leads } leads
  }

# broken by {share}
broken-by-share-1170a6 = non tenue par { $share }

# condition
condition-12fabe = condition

# drop a file of leads, a rule file, or both
drop-a-file-of-leads-a-rule-file-3b421a = déposez un fichier de leads, un fichier de règles, ou les deux

# excludes {share}
excludes-share-932c05 = met à part { $share }

# failed: {came}
failed-came-db070c = échoué : { $came }

# fires for {share}
fires-for-share-f82e52 = joue pour { $share }

# it asks something of its account, so a test needs the account and its other leads too: write one that begins with `account`
it-asks-something-of-its-account-so-a-ac1011 = quelque chose est demandé à son compte ; un test a donc besoin aussi du compte et de ses autres leads : écrivez-en un qui commence par `account`

# it did something that the rules do not declare, which a test can't say
it-did-something-that-the-rules-do-not-945060 = ce lead a fait quelque chose que les règles ne déclarent pas, et un test ne peut pas le dire

# it ends with Ctrl-C
it-ends-with-ctrl-c-55a24f = Ctrl-C y met fin

# kept for all leads
kept-for-all-leads-0b4aba = tenue pour tous les leads

# known of {share}
known-of-share-7bd4de = connu pour { $share }

# leads reach {least}..{most}
leads-reach-least-most-4bf08b = les leads vont de { $least } à { $most }

# {range}, leads reach {least}..{most}
range-leads-reach-least-most-9e050a = { $range }, les leads vont de { $least } à { $most }

# mend all that is sure
mend-all-that-is-sure-7dd5da = corriger tout ce qui est sûr

# no browser could be opened; open that address yourself
no-browser-could-be-opened-open-that-address-7cc2c8 = aucun navigateur n'a pu être ouvert ; ouvrez cette adresse vous-même

# no column was found for `{name}`: it is unknown of every lead
no-column-was-found-for-name-it-is-f250bc = aucune colonne trouvée pour `{ $name }` : inconnu pour chaque lead

# no draft has been run yet
no-draft-has-been-run-yet-67faa2 = aucun brouillon n'a encore été calculé

# passed
passed-3cb799 = réussi

# quantity
quantity-728fd8 = valeur calculée

# that name can't be taken: another name would stand for something else
that-name-can-t-be-taken-another-name-dde0eb = ce nom n'est pas possible : un autre nom désignerait alors autre chose

# that name can't be taken: {why}
that-name-can-t-be-taken-why-b2025e = ce nom n'est pas possible : { $why }

# that port is taken; name another one, or none: one that is free is found
that-port-is-taken-name-another-one-or-62ff51 = ce port est occupé ; indiquez-en un autre, ou aucun : un port libre sera trouvé

# the file is not open
the-file-is-not-open-68760d = le fichier n'est pas ouvert

# the file is part of another set too ({other}), which would not know the new name
the-file-is-part-of-another-set-too-0e79a2 = le fichier fait aussi partie d'autres règles ({ $other }), qui ne connaîtraient pas le nouveau nom

# the leads can't be used
the-leads-can-t-be-used-e4e2fc = les leads ne sont pas utilisables

# the leads that were read can't be read back: {why}
the-leads-that-were-read-can-t-be-12d11e = les leads lus ne peuvent pas être relus : { $why }

# the log has {events} events of {leads} leads that are not in the data ({examples})
the-log-has-events-events-of-leads-leads-d23591 = le journal a { $events ->
    [one] { $events } événement
   *[other] { $events } événements
  } de { $leads ->
    [one] { $leads } lead absent
   *[other] { $leads } leads absents
  } des données ({ $examples })

# the page can't be served: {why}
the-page-can-t-be-served-why-0df396 = la page ne peut pas être servie : { $why }

# the rules have errors, so nobody moves
the-rules-have-errors-so-nobody-moves-fbf619 = les règles contiennent des erreurs, personne ne se déplace donc

# the rules have errors, so that not all places of the name are known: mend them first
the-rules-have-errors-so-that-not-all-6633d9 = les règles contiennent des erreurs, tous les endroits du nom ne sont donc pas connus : corrigez-les d'abord

# the rules have errors: mend them first
the-rules-have-errors-mend-them-first-04d294 = les règles contiennent des erreurs : corrigez-les d'abord

# the rules say nothing about accounts
the-rules-say-nothing-about-accounts-651f1c = les règles ne disent rien des comptes

# the rules would not mean the same
the-rules-would-not-mean-the-same-19f0b3 = les règles n'auraient plus le même sens

# the workbench is at {address}
the-workbench-is-at-address-f77882 = l'atelier se trouve à { $address }

# there are no leads
there-are-no-leads-fce4ad = il n'y a pas de leads

# there is no account `{key}`
there-is-no-account-key-4b36fc = il n'y a pas de compte `{ $key }`

# there is no code {code}
there-is-no-code-code-2ff146 = il n'y a pas de code { $code }

# there is no name that could be another one
there-is-no-name-that-could-be-another-d7ad7b = il n'y a ici aucun nom à changer

# there is no stage `{stage}`
there-is-no-stage-stage-f82a20 = il n'y a pas de phase `{ $stage }`

# there is no such lead
there-is-no-such-lead-abbdad = ce lead n'existe pas

# there is no test "{test}" any more
there-is-no-test-test-any-more-68b8fd = il n'y a plus de test "{ $test }"

# these are not the files of the set
these-are-not-the-files-of-the-set-648ae7 = ce ne sont pas les fichiers de ces règles

# what can't be read can't be put in order; mend the errors first
what-can-t-be-read-can-t-be-85106c = ce qui ne peut être lu ne peut être mis en forme ; corrigez d'abord les erreurs

# {file} holds accounts, and the rules say nothing about any: declare them with `account {{ … }}`, or leave the file out
file-holds-accounts-and-the-rules-say-nothing-8bfdd5 = { $file } contient des comptes, et les règles n'en disent rien : déclarez-les avec `account {"{"} … {"}"}`, ou laissez le fichier de côté

# {kind}, declared in {place}.
kind-declared-in-place-ac9507 = { $kind } (déclaration : { $place }).

# {leads} {leads|lead|leads} at this stage
leads-leads-lead-leads-at-this-stage-5378c5 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  } à cette phase

# {leads} {leads|lead|leads} at this stage, {fewer} fewer than saved
leads-leads-lead-leads-at-this-stage-fewer-23db71 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  } à cette phase, { $fewer } de moins que dans la version enregistrée

# {leads} {leads|lead|leads} at this stage, {more} more than saved
leads-leads-lead-leads-at-this-stage-more-629841 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  } à cette phase, { $more } de plus que dans la version enregistrée

# {leads} {leads|lead|leads}; no option yet
leads-leads-lead-leads-no-option-yet-aa824f = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  } ; pas encore une option

# {name} is no rule file: it is not UTF-8
name-is-no-rule-file-it-is-not-24e17d = { $name } n'est pas un fichier de règles : ce n'est pas de l'UTF-8

# {name} lies outside of the folder of the rules
name-lies-outside-of-the-folder-of-the-2ff5e3 = { $name } se trouve hors du dossier des règles

# {name} was dropped on the page, which does not say where it is: download it instead
name-was-dropped-on-the-page-which-does-a07d77 = { $name } a été déposé sur la page, qui ne dit pas où il se trouve : téléchargez-le plutôt

# {path} is no file
path-is-no-file-7b82ef = { $path } n'est pas un fichier

# {what} of {event}
what-of-event-66919a = { $what } de { $event }

# ▶ run
run-0956d0 = ▶ lancer

# ▶ run · {result}
run-result-444206 = ▶ lancer · { $result }

# {said}; {more}
said-more-9467de = { $said } ; { $more }

# {now}; between {least} and {most}, or further: not every way was tried
now-between-least-and-most-or-further-not-dd32f6 = { $now } ; entre { $least } et { $most }, peut-être plus bas ou plus haut : tout n'a pas été essayé
