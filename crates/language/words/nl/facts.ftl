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
each-another-name-634ba0 = telkens met een andere waarde van { $name }

# {now}; between {least} and {most}
now-between-least-and-most-e5667b = { $now }; tussen { $least } en { $most }

# counted as a lead that was {before} at the last run
counted-as-a-lead-that-was-before-at-e468e4 = geteld als een lead die bij de vorige run { $before } was

# it is at {stage} already, or higher
it-is-at-stage-already-or-higher-f7b647 = de fase is al { $stage } of hoger

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

# {now}; unknown whatever turns out
now-unknown-whatever-turns-out-ef9d86 = { $now }; onbekend, wat er ook blijkt

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

# --previous {path}: the rules say which stages there are, and they have errors; open them without it first
previous-path-the-rules-say-which-stages-there-372f8a = --previous { $path }: de regels zeggen welke fases er zijn, en ze bevatten fouten; open ze eerst zonder

# A definition
a-definition-cde2ad = Een definitie

# A field of accounts
a-field-of-accounts-0060c7 = Een veld van accounts

# A field of the lead
a-field-of-the-lead-99dfd8 = Een veld van de lead

# A kind of event
a-kind-of-event-ea5353 = Een soort gebeurtenis

# A label
a-label-189262 = Een label

# A label of accounts
a-label-of-accounts-6ff94d = Een label van accounts

# A list
a-list-6a882c = Een lijst

# A score
a-score-34166e = Een score

# A score of accounts
a-score-of-accounts-63c6a9 = Een score van accounts

# A stage
a-stage-9fe332 = Een fase

# A stage of accounts
a-stage-of-accounts-63437d = Een fase van accounts

# A text
a-text-083ad3 = Een tekst

# An option
an-option-01f9c7 = Een optie

# What an event says
what-an-event-says-330aca = Wat een gebeurtenis zegt

# By proof, a lead can have {least} points at least; the most was not decided.
by-proof-a-lead-can-have-least-points-779184 = Bewezen: een lead kan minstens { $least } punten hebben; het meeste is niet beslist.

# By proof, a lead can have {least} to {most} points.
by-proof-a-lead-can-have-least-to-2ff89f = Bewezen: een lead kan { $least } tot { $most } punten hebben.

# By proof, a lead can have {most} points at most; the least was not decided.
by-proof-a-lead-can-have-most-points-3ba4a8 = Bewezen: een lead kan hoogstens { $most } punten hebben; het minste is niet beslist.

# Which points a lead can have was not decided.
which-points-a-lead-can-have-was-not-03e14e = Welke punten een lead kan hebben, is niet beslist.

# Its column: {texts}.
its-column-texts-38d16f = De kolom: { $texts }.

# Its text in the log: {texts}.
its-text-in-the-log-texts-41eac4 = De tekst in het logboek: { $texts }.

# Of `{field}`.
of-field-2d1180 = Van `{ $field }`.

# `{name}` counts as a {what} too ({place}), which would change as well
name-counts-as-a-what-too-place-which-e8a6b1 = `{ $name }` staat ook voor iets anders ({ $what }, { $place }), en dat zou mee veranderen

# `{name}` is a word of the language; a name is made of letters, digits and `_`, and begins with a letter
name-is-a-word-of-the-language-a-9b4379 = `{ $name }` is een woord van de regeltaal; een naam bestaat uit letters, cijfers en `_`, en begint met een letter

# `{name}` is no name; a name is made of letters, digits and `_`, and begins with a letter
name-is-no-name-a-name-is-made-060084 = `{ $name }` is geen naam; een naam bestaat uit letters, cijfers en `_`, en begint met een letter

# a name has at least one letter
a-name-has-at-least-one-letter-46d2a3 = een naam heeft minstens één letter

# all of {leads} {leads|lead|leads}
all-of-leads-leads-lead-leads-be42ee = { $leads ->
    [one] { $leads } van { $leads } lead
   *[other] alle { $leads } leads
  }

# none of {leads} {leads|lead|leads}
none-of-leads-leads-lead-leads-e2101d = { $leads ->
    [one] geen van { $leads } lead
   *[other] geen van { $leads } leads
  }

# {count} of {leads} {leads|lead|leads}
count-of-leads-leads-lead-leads-79688e = { $leads ->
    [one] { $count } van { $leads } lead
   *[other] { $count } van { $leads } leads
  }

# {percent} % of {leads} {leads|lead|leads}
percent-of-leads-leads-lead-leads-f2f65f = { $leads ->
    [one] { $percent } % van { $leads } lead
   *[other] { $percent } % van { $leads } leads
  }

# broken by {share}
broken-by-share-1170a6 = gebroken door { $share }

# condition
condition-12fabe = voorwaarde

# drop a file of leads, a rule file, or both
drop-a-file-of-leads-a-rule-file-3b421a = sleep een bestand met leads, een regelbestand of allebei hierheen

# excludes {share}
excludes-share-932c05 = zet apart: { $share }

# failed: {came}
failed-came-db070c = mislukt: { $came }

# fires for {share}
fires-for-share-f82e52 = geldt voor { $share }

# it asks something of its account, so a test needs the account and its other leads too: write one that begins with `account`
it-asks-something-of-its-account-so-a-ac1011 = er wordt iets van het account gevraagd, dus heeft een test ook het account en de andere leads ervan nodig: schrijf er een die met `account` begint

# it did something that the rules do not declare, which a test can't say
it-did-something-that-the-rules-do-not-945060 = deze lead deed iets wat de regels niet aangeven, en dat kan een test niet zeggen

# it ends with Ctrl-C
it-ends-with-ctrl-c-55a24f = stop met Ctrl-C

# kept for all leads
kept-for-all-leads-0b4aba = geldt voor alle leads

# known of {share}
known-of-share-7bd4de = bekend van { $share }

# leads reach {least}..{most}
leads-reach-least-most-4bf08b = leads halen { $least } tot { $most }

# {range}, leads reach {least}..{most}
range-leads-reach-least-most-9e050a = { $range }, leads halen { $least } tot { $most }

# mend all that is sure
mend-all-that-is-sure-7dd5da = alles verbeteren wat zeker is

# no browser could be opened; open that address yourself
no-browser-could-be-opened-open-that-address-7cc2c8 = er kon geen browser geopend worden; open dat adres zelf

# no column was found for `{name}`: it is unknown of every lead
no-column-was-found-for-name-it-is-f250bc = er is geen kolom gevonden voor `{ $name }`: onbekend van elke lead

# no draft has been run yet
no-draft-has-been-run-yet-67faa2 = er is nog geen ontwerp uitgevoerd

# passed
passed-3cb799 = geslaagd

# quantity
quantity-728fd8 = berekende waarde

# that name can't be taken: another name would stand for something else
that-name-can-t-be-taken-another-name-dde0eb = die naam kan niet: een andere naam zou dan voor iets anders staan

# that name can't be taken: {why}
that-name-can-t-be-taken-why-b2025e = die naam kan niet: { $why }

# that port is taken; name another one, or none: one that is free is found
that-port-is-taken-name-another-one-or-62ff51 = die poort is bezet; noem een andere, of geen: dan wordt er een vrije gezocht

# the file is not open
the-file-is-not-open-68760d = het bestand is niet open

# the file is part of another set too ({other}), which would not know the new name
the-file-is-part-of-another-set-too-0e79a2 = het bestand hoort ook bij andere regels ({ $other }), die de nieuwe naam niet zouden kennen

# the leads can't be used
the-leads-can-t-be-used-e4e2fc = de leads zijn niet bruikbaar

# the leads that were read can't be read back: {why}
the-leads-that-were-read-can-t-be-12d11e = de leads die gelezen zijn, zijn niet opnieuw te lezen: { $why }

# the log has {events} events of {leads} leads that are not in the data ({examples})
the-log-has-events-events-of-leads-leads-d23591 = het logboek heeft { $events ->
    [one] 1 gebeurtenis
   *[other] { $events } gebeurtenissen
  } van { $leads ->
    [one] 1 lead die niet in de data staat
   *[other] { $leads } leads die niet in de data staan
  } ({ $examples })

# the page can't be served: {why}
the-page-can-t-be-served-why-0df396 = de pagina kan niet getoond worden: { $why }

# the rules have errors, so nobody moves
the-rules-have-errors-so-nobody-moves-fbf619 = de regels bevatten fouten, dus verschuift er niemand

# the rules have errors, so that not all places of the name are known: mend them first
the-rules-have-errors-so-that-not-all-6633d9 = de regels bevatten fouten, zodat niet alle plaatsen van de naam bekend zijn: verbeter die eerst

# the rules have errors: mend them first
the-rules-have-errors-mend-them-first-04d294 = de regels bevatten fouten: verbeter die eerst

# the rules say nothing about accounts
the-rules-say-nothing-about-accounts-651f1c = de regels zeggen niets over accounts

# the rules would not mean the same
the-rules-would-not-mean-the-same-19f0b3 = de regels zouden niet meer hetzelfde betekenen

# the workbench is at {address}
the-workbench-is-at-address-f77882 = de werkbank staat op { $address }

# there are no leads
there-are-no-leads-fce4ad = er zijn geen leads

# there is no account `{key}`
there-is-no-account-key-4b36fc = er is geen account `{ $key }`

# there is no code {code}
there-is-no-code-code-2ff146 = er is geen code { $code }

# there is no name that could be another one
there-is-no-name-that-could-be-another-d7ad7b = hier staat geen naam die je kunt wijzigen

# there is no stage `{stage}`
there-is-no-stage-stage-f82a20 = er is geen fase `{ $stage }`

# there is no such lead
there-is-no-such-lead-abbdad = die lead is er niet

# there is no test "{test}" any more
there-is-no-test-test-any-more-68b8fd = er is geen test "{ $test }" meer

# these are not the files of the set
these-are-not-the-files-of-the-set-648ae7 = dit zijn niet de bestanden van deze regels

# what can't be read can't be put in order; mend the errors first
what-can-t-be-read-can-t-be-85106c = wat niet te lezen is, kan niet netjes gezet worden; verbeter eerst de fouten

# {file} holds accounts, and the rules say nothing about any: declare them with `account {{ … }}`, or leave the file out
file-holds-accounts-and-the-rules-say-nothing-8bfdd5 = { $file } bevat accounts, en de regels zeggen er niets over: geef ze aan met `account {"{"} … {"}"}`, of laat het bestand weg

# {kind}, declared in {place}.
kind-declared-in-place-ac9507 = { $kind }, aangegeven in { $place }.

# {leads} {leads|lead|leads} at this stage
leads-leads-lead-leads-at-this-stage-5378c5 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  } in deze fase

# {leads} {leads|lead|leads} at this stage, {fewer} fewer than saved
leads-leads-lead-leads-at-this-stage-fewer-23db71 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  } in deze fase, { $fewer } minder dan bewaard

# {leads} {leads|lead|leads} at this stage, {more} more than saved
leads-leads-lead-leads-at-this-stage-more-629841 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  } in deze fase, { $more } meer dan bewaard

# {leads} {leads|lead|leads}; no option yet
leads-leads-lead-leads-no-option-yet-aa824f = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }; nog geen optie

# {name} is no rule file: it is not UTF-8
name-is-no-rule-file-it-is-not-24e17d = { $name } is geen regelbestand: het is geen UTF-8

# {name} lies outside of the folder of the rules
name-lies-outside-of-the-folder-of-the-2ff5e3 = { $name } ligt buiten de map van de regels

# {name} was dropped on the page, which does not say where it is: download it instead
name-was-dropped-on-the-page-which-does-a07d77 = { $name } is naar de pagina gesleept, die niet zegt waar het staat: download het

# {path} is no file
path-is-no-file-7b82ef = { $path } is geen bestand

# {what} of {event}
what-of-event-66919a = { $what } van { $event }

# ▶ run
run-0956d0 = ▶ uitvoeren

# ▶ run · {result}
run-result-444206 = ▶ uitvoeren · { $result }

# {said}; {more}
said-more-9467de = { $said }; { $more }

# {now}; between {least} and {most}, or further: not every way was tried
now-between-least-and-most-or-further-not-dd32f6 = { $now }; tussen { $least } en { $most }, mogelijk nog lager of hoger: niet alles is geprobeerd
