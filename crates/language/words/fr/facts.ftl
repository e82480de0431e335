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
each-another-name-634ba0 = chaque fois autre { $name }

# between {least} and {most}
between-least-and-most-af0cfc = entre { $least } et { $most }

# between {least} and {most} or further
between-least-and-most-or-further-1e5a67 = entre { $least } et { $most }, ou au-delà

# counted as a lead that was {before} at the last run
counted-as-a-lead-that-was-before-at-e468e4 = compté comme un lead qui était { $before } au dernier calcul

# it is at {stage} already, or higher
it-is-at-stage-already-or-higher-f7b647 = la phase est déjà { $stage } ou plus haut

# known
known-48538c = connu

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

# unknown whatever turns out
unknown-whatever-turns-out-2ed3bd = inconnu quoi qu'il s'avère

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
event-happens-on-times-days-dc806c = { $event } se produit { $times } jours différents

# {event} happens on {times} days, done by {lead}
event-happens-on-times-days-done-by-lead-5b2bbd = { $event } se produit { $times } jours différents, par { $lead }

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

# {score} {before} to {after}
score-before-to-after-32f25d = { $score } de { $before } à { $after }

# {score} {before} to {after} ({by})
score-before-to-after-by-b19d91 = { $score } de { $before } à { $after } ({ $by })

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

# something else
something-else-6a20b4 = autre chose

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
