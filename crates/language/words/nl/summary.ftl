### Wat na een run gezegd wordt.

# "{promise}": {line}, but {count} {count|account|accounts}: {named}
promise-line-but-count-count-account-accounts-named-123b67 = "{ $promise }": { $line }, maar { $count ->
    [one] 1 account
   *[other] { $count } accounts
  }: { $named }

# "{promise}": {line}, but {count} {count|lead|leads}: {named}
promise-line-but-count-count-lead-leads-named-b86ffb = "{ $promise }": { $line }, maar { $count ->
    [one] 1 lead
   *[other] { $count } leads
  }: { $named }

# and {rules} more rules
and-rules-more-rules-f915b9 = en nog { $rules } regels

# and {rules} more rules, {never} of which never fired
and-rules-more-rules-never-of-which-never-326883 = en nog { $rules } regels, waarvan { $never } nooit golden

# columns that the data does not have: unknown of every account
columns-that-the-data-does-not-have-unknown-d1f945 = kolommen die de data niet hebben: onbekend van elk account

# columns that the data does not have: unknown of every lead
columns-that-the-data-does-not-have-unknown-7aa288 = kolommen die de data niet hebben: onbekend van elke lead

# columns that the log does not have
columns-that-the-log-does-not-have-fb8742 = kolommen die het logboek niet heeft

# down
down-b9b915 = lager

# events read as {form}
events-read-as-form-a69f62 = gebeurtenissen gelezen als { $form }

# gone
gone-62aaae = weg

# least
least-6712b6 = laagste

# mean
mean-de2954 = gemiddeld

# most
most-532132 = hoogste

# new
new-999611 = nieuw

# promises that accounts break
promises-that-accounts-break-d3503b = beloften die accounts breken

# promises that leads break
promises-that-leads-break-811250 = beloften die leads breken

# properties that no event has
properties-that-no-event-has-8abeb4 = eigenschappen die geen enkele gebeurtenis heeft

# read as {form}
read-as-form-4eba8f = gelezen als { $form }

# rows of accounts
rows-of-accounts-7dfb07 = rijen van accounts

# rows of leads
rows-of-leads-28f4e2 = rijen van leads

# rows of the log
rows-of-the-log-f54230 = rijen van het logboek

# rows with a key that another row of {file} has: {rows}; the last counts
rows-with-a-key-that-another-row-of-b30a60 = rijen met een sleutel die een andere rij van { $file } heeft: { $rows }; de laatste telt

# rules: share of leads for which each fired
rules-share-of-leads-for-which-each-fired-6add90 = regels: aandeel van de leads voor wie elke regel gold

# same
same-0c4a3b = gelijk

# since {file}
since-file-05a22d = sinds { $file }

# stages that these rules do not have, taken as the lowest: {stages}
stages-that-these-rules-do-not-have-taken-f638e8 = fases die deze regels niet hebben, als de laagste beschouwd: { $stages }

# stages that these rules do not have: such leads count as new
stages-that-these-rules-do-not-have-such-e36ce6 = fases die deze regels niet hebben: zulke leads tellen als nieuw

# the column {column} stands there again, here called {new}
the-column-column-stands-there-again-here-called-348e02 = de kolom { $column } staat er nog eens, hier { $new } genoemd

# the column {column} taken for the number of each event, as no rule says what it is
the-column-column-taken-for-the-number-of-49ff68 = de kolom { $column } is als nummer van elke gebeurtenis genomen, want geen regel zegt wat ze is

# the rules look at no events, so the log was not read
the-rules-look-at-no-events-so-the-9401b0 = de regels kijken niet naar gebeurtenissen, dus is het logboek niet gelezen

# unknown of every lead
unknown-of-every-lead-c13875 = onbekend van elke lead

# unknown of {leads} leads
unknown-of-leads-leads-ad1c46 = { $leads ->
    [one] onbekend van 1 lead
   *[other] onbekend van { $leads } leads
  }

# up
up-430b20 = hoger

# values that do not fit their field: unknown to every rule
values-that-do-not-fit-their-field-unknown-552d81 = waarden die niet in hun veld passen: onbekend voor elke regel

# values that do not fit their property
values-that-do-not-fit-their-property-c04a44 = waarden die niet bij hun eigenschap passen

# without an event log: nothing is known of what leads did
without-an-event-log-nothing-is-known-of-81d689 = zonder logboek: er is niets bekend van wat leads deden

# wrote {path}
wrote-path-39d2c3 = { $path } geschreven

# {accounts} {accounts|account|accounts}
accounts-accounts-account-accounts-c12228 = { $accounts ->
    [one] 1 account
   *[other] { $accounts } accounts
  }

# {events} ignored, as the rules say
events-ignored-as-the-rules-say-4647a3 = { $events ->
    [one] 1 genegeerd
   *[other] { $events } genegeerd
  }, zoals de regels zeggen

# {events} later than this instant, left out
events-later-than-this-instant-left-out-5a7099 = { $events } later dan dit moment, weggelaten

# {events} left out: its time can't be read: {named}
events-left-out-its-time-can-t-be-db60a7 = { $events } weggelaten: het tijdstip is niet te lezen: { $named }

# {events} left out: no kind named: {named}
events-left-out-no-kind-named-named-9e7334 = { $events } weggelaten: er is geen soort genoemd: { $named }

# {events} left out: no lead named: {named}
events-left-out-no-lead-named-named-c847e8 = { $events } weggelaten: er is geen lead genoemd: { $named }

# {events} left out: not an event: {named}
events-left-out-not-an-event-named-154358 = { $events } weggelaten: geen gebeurtenis: { $named }

# {events} {events|event has|events have} the number of another lead's event; each counts for its own lead
events-events-event-has-events-have-the-number-e1d397 = { $events ->
    [one] 1 gebeurtenis heeft
   *[other] { $events } gebeurtenissen hebben
  } het nummer van een gebeurtenis van een andere lead; elk telt voor de eigen lead

# {events} {events|event of a kind|events of kinds} that the rules do not declare: {kinds}
events-events-event-of-a-kind-events-of-9658a4 = { $events ->
    [one] 1 gebeurtenis van een soort
   *[other] { $events } gebeurtenissen van soorten
  } die de regels niet aangeven: { $kinds }

# {events} {events|event|events}
events-events-event-events-5a8f96 = { $events ->
    [one] 1 gebeurtenis
   *[other] { $events } gebeurtenissen
  }

# {events} {events|event|events} of {leads} {leads|lead that is|leads that are} not in the data: {names}
events-events-event-events-of-leads-leads-lead-46433f = { $events ->
    [one] 1 gebeurtenis
   *[other] { $events } gebeurtenissen
  } van { $leads ->
    [one] 1 lead die niet in de data staat
   *[other] { $leads } leads die niet in de data staan
  }: { $names }

# {leads} {leads|lead|leads} scored as of {as_of}
leads-leads-lead-leads-scored-as-of-as-14f1c9 = { $leads ->
    [one] 1 lead gescoord
   *[other] { $leads } leads gescoord
  }, gezien op { $as_of }

# {name}: no {wanted}
name-no-wanted-95d10a = { $name }: geen { $wanted }

# {name}: no {wanted}; is it {near}?
name-no-wanted-is-it-near-b03a4d = { $name }: geen { $wanted }; is het { $near }?

# {name}: {count} ({of}), {named}
name-count-of-named-d68e9a = { $name }: { $count } ({ $of }), { $named }

# {name}: {count} ({of}), {why}: {named}
name-count-of-why-named-86f60e = { $name }: { $count } ({ $of }), { $why }: { $named }

# {name}: {entries} entries are no option, {named}
name-entries-entries-are-no-option-named-e08b8f = { $name }: { $entries } waarden in lijsten zijn geen optie, { $named }

# {name}: {values} rounded to six places
name-values-rounded-to-six-places-1944c6 = { $name }: { $values } afgerond op zes decimalen

# {path}: {errors}; nothing was written
path-errors-nothing-was-written-063077 = { $path }: { $errors }; er is niets geschreven

# {rows} blank, left out
rows-blank-left-out-c00c01 = { $rows ->
    [one] 1 rij zonder inhoud
   *[other] { $rows } rijen zonder inhoud
  }, weggelaten

# {rows} not in UTF-8, read as Windows-1252: {odd}
rows-not-in-utf-8-read-as-windows-625011 = { $rows } niet in UTF-8, gelezen als Windows-1252: { $odd }

# {rows} of these {rows|says|say} something else in its properties: the lowest values count
rows-of-these-rows-says-say-something-else-3a96b9 = { $rows ->
    [one] 1 daarvan zegt
   *[other] { $rows } daarvan zeggen
  } iets anders in de eigenschappen: de laagste waarden tellen

# {rows} with a key that an earlier one has: {keys}
rows-with-a-key-that-an-earlier-one-b699c4 = { $rows } met een sleutel die een eerdere rij heeft: { $keys }

# {rows} with fewer cells than columns, the rest unknown{places}
rows-with-fewer-cells-than-columns-the-rest-aeeccb = { $rows } met minder cellen dan kolommen, de rest onbekend{ $places }

# {rows} with more cells than columns, the rest left out{places}
rows-with-more-cells-than-columns-the-rest-f405de = { $rows } met meer cellen dan kolommen, de rest weggelaten{ $places }

# {rows} with the header again or a line under it, left out{places}
rows-with-the-header-again-or-a-line-6cd930 = { $rows } met nog eens de kop of een lijn eronder, weggelaten{ $places }

# {rows} without a key{places}
rows-without-a-key-places-16c8d6 = { $rows } zonder sleutel{ $places }

# {rows} {rows|row repeats|rows repeat} the number, lead, kind and time of another, each such event counted once
rows-rows-row-repeats-rows-repeat-the-number-e521dc = { $rows ->
    [one] 1 rij herhaalt
   *[other] { $rows } rijen herhalen
  } nummer, lead, soort en tijdstip van een andere; elke zulke gebeurtenis telt één keer
