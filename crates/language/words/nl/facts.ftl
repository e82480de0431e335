### Wat een lead hoger brengt, wat data bij de regels zeggen, en wat een editor en de pagina daarover zeggen.

# (fixed)
fixed-548cde = (vast)

# ({tried} combinations of up to {things} things were tried; each way was verified by evaluating it)
tried-combinations-of-up-to-things-things-were-3314f4 = ({ $tried } combinaties van hoogstens { $things } dingen geprobeerd; elke weg is nagerekend)

# ({tried} single things were tried; each way was verified by evaluating it)
tried-single-things-were-tried-each-way-was-0513e6 = ({ $tried ->
    [one] één ding
   *[other] { $tried } dingen afzonderlijk
  } geprobeerd; elke weg is nagerekend)

# `{field}` becomes {what} (say, {example})
field-becomes-what-say-example-0f7c65 = `{ $field }` wordt { $what } (bijvoorbeeld { $example })

# `{field}` of {lead} becomes {what} (say, {example})
field-of-lead-becomes-what-say-example-f2bd78 = `{ $field }` van { $lead } wordt { $what } (bijvoorbeeld { $example })

# `{field}` turns out to be {what}
field-turns-out-to-be-what-d094ff = `{ $field }` blijkt { $what } te zijn

# `{field}` of {lead} turns out to be {what}
field-of-lead-turns-out-to-be-what-0532dc = `{ $field }` van { $lead } blijkt { $what } te zijn

# it turns out that {what} (say, {example})
it-turns-out-that-what-say-example-f3e2df = `{ $what }` blijkt te kloppen (bijvoorbeeld { $example })

# it turns out of {lead} that {what} (say, {example})
it-turns-out-of-lead-that-what-say-221324 = `{ $what }` blijkt te kloppen van { $lead } (bijvoorbeeld { $example })

# a day passes
a-day-passes-eb3b1b = er gaat een dag voorbij

# {days} days pass
days-days-pass-7929c0 = er gaan { $days } dagen voorbij

# all combinations of up to {things} things were tried ({tried})
all-combinations-of-up-to-things-things-were-8232bd = alle combinaties van hoogstens { $things } dingen zijn geprobeerd ({ $tried })

# each single thing that can turn out or happen was tried ({tried})
each-single-thing-that-can-turn-out-or-9bfba9 = alles wat kan blijken of gebeuren, is afzonderlijk geprobeerd ({ $tried })

# nothing can be asked for, and nothing can happen, that these rules look at
nothing-can-be-asked-for-and-nothing-can-a14f61 = er valt niets te vragen en er kan niets gebeuren waar deze regels naar kijken

# and between {least} and {most} with all that can be asked
and-between-least-and-most-with-all-that-8f607a = en tussen { $least } en { $most } met alles wat gevraagd kan worden

# and between {least} and {most} with what was tried at once
and-between-least-and-most-with-what-was-119046 = en tussen { $least } en { $most } met wat tegelijk geprobeerd is

# whatever is asked or done
whatever-is-asked-or-done-a8bb56 = wat er ook gevraagd of gedaan wordt

# whatever was tried at once
whatever-was-tried-at-once-146fa4 = wat er ook tegelijk geprobeerd is

# anything at all
anything-at-all-da434b = om het even wat

# another {name}
another-name-0ba4a1 = een andere { $name }

# each another {name}
each-another-name-634ba0 = telkens een andere { $name }

# between {least} and {most}
between-least-and-most-af0cfc = tussen { $least } en { $most }

# between {least} and {most} or further
between-least-and-most-or-further-1e5a67 = tussen { $least } en { $most }, of nog verder

# counted as a lead that was {before} at the last run
counted-as-a-lead-that-was-before-at-e468e4 = geteld als een lead die bij de vorige run { $before } was

# it is at {stage} already, or higher
it-is-at-stage-already-or-higher-f7b647 = de fase is al { $stage } of hoger

# known
known-48538c = bekend

# known, and nothing that rules single out
known-and-nothing-that-rules-single-out-96870a = bekend, en niets waar regels apart naar vragen

# less than {end}
less-than-end-027dca = minder dan { $end }

# more than {end}
more-than-end-442ed2 = meer dan { $end }

# more than {start} and less than {end}
more-than-start-and-less-than-end-5d7569 = meer dan { $start } en minder dan { $end }

# more than {start}, up to {most}
more-than-start-up-to-most-d23ebe = meer dan { $start }, tot en met { $most }

# no field that the scores look at is unknown
no-field-that-the-scores-look-at-is-ed1a97 = geen enkel veld waar de scores naar kijken, is onbekend

# not known, the field worth most first
not-known-the-field-worth-most-first-5d27e5 = niet bekend, het veld dat het meest waard is eerst

# nothing was found that lifts it to {stage}
nothing-was-found-that-lifts-it-to-stage-f42b10 = er is niets gevonden dat tot { $stage } leidt

# once the rest is known
once-the-rest-is-known-5f8e26 = zodra de rest bekend is

# set apart, {reason}: {condition}
set-apart-reason-condition-be289c = apart gezet, { $reason }: { $condition }

# unknown whatever turns out
unknown-whatever-turns-out-2ed3bd = onbekend, wat er ook blijkt

# what stands in the way
what-stands-in-the-way-b0d6a3 = wat in de weg staat

# what would lift it to {stage}
what-would-lift-it-to-stage-2b6971 = wat tot { $stage } zou leiden

# {all}, and {one}
all-and-one-e52cf3 = { $all }, en { $one }

# {condition}: it is {now}
condition-it-is-now-7011d5 = { $condition }: nu { $now }

# {event} happens
event-happens-49fce0 = { $event } gebeurt

# {event} happens on {times} days
event-happens-on-times-days-dc806c = { $event } gebeurt op { $times } dagen

# {event} happens on {times} days, done by {lead}
event-happens-on-times-days-done-by-lead-5b2bbd = { $event } gebeurt op { $times } dagen, door { $lead }

# {event} happens {times} times
event-happens-times-times-7e547a = { $event } gebeurt { $times } keer

# {event} happens {times} times, done by {lead}
event-happens-times-times-done-by-lead-1458d3 = { $event } gebeurt { $times } keer, door { $lead }

# {event} happens {times} times, every {days} days
event-happens-times-times-every-days-days-8b9549 = { $event } gebeurt { $times } keer, om de { $days } dagen

# {event} happens {times} times, every {days} days, done by {lead}
event-happens-times-times-every-days-days-done-778c38 = { $event } gebeurt { $times } keer, om de { $days } dagen, door { $lead }

# {event} happens, done by {lead}
event-happens-done-by-lead-c5e229 = { $event } gebeurt, door { $lead }

# {field} of {lead}
field-of-lead-68eb30 = { $field } van { $lead }

# {least} or later
least-or-later-754885 = { $least } of later

# {least} or more
least-or-more-52c024 = { $least } of meer

# {least} or more, and less than {end}
least-or-more-and-less-than-end-241538 = { $least } of meer, en minder dan { $end }

# {least} to {most}
least-to-most-d53ea8 = { $least } tot { $most }

# {most} or before
most-or-before-166734 = { $most } of vroeger

# {most} or less
most-or-less-76a14e = { $most } of minder

# {score} {before} to {after}
score-before-to-after-32f25d = { $score } van { $before } naar { $after }

# {score} {before} to {after} ({by})
score-before-to-after-by-b19d91 = { $score } van { $before } naar { $after } ({ $by })

# {score} {least} to {most}
score-least-to-most-759068 = { $score } { $least } tot { $most }

# {things} (it is {stage} then)
things-it-is-stage-then-caf0cf = { $things } (dan is het { $stage })

# {what} ({said})
what-said-4f96e7 = { $what } ({ $said })

# no longer excluded: {reason}
no-longer-excluded-reason-9bacf1 = niet meer apart gezet: { $reason }

# other fields or rules
other-fields-or-rules-069498 = andere velden of regels

# other fields or rules: {changes}
other-fields-or-rules-changes-d22c8b = andere velden of regels: { $changes }

# something else
something-else-6a20b4 = iets anders

# time: {changes}
time-changes-fbba2f = tijd: { $changes }

# {events}: {changes}
events-changes-fc9f35 = { $events }: { $changes }

# {name} on {day}
name-on-day-414f01 = { $name } op { $day }

# {name} on {day} ({times} times)
name-on-day-times-times-f475a0 = { $name } op { $day } ({ $times } keer)

# {score} is known, or no longer
score-is-known-or-no-longer-ce4037 = { $score } is nu bekend, of niet meer
