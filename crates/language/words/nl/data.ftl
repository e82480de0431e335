### Wat de gegevens over de regels laten zien; wat van afspraken en aflopen te zeggen is; en wat `check` daarbij zegt.
###
### Waar $lead of $leads een woord is, kan er ook een account of een gebeurtenis staan, in het enkelvoud of het meervoud; $place is "lijn 3" of "rij 3".

# They are so many that such data is refused, unless --max-invalid allows it.
they-are-so-many-that-such-data-is-445a6b = Het zijn er zoveel dat zulke data geweigerd worden, tenzij --max-invalid ze toelaat.

# "{title}" is due for review since {day}
title-is-due-for-review-since-day-c4d2d6 = "{ $title }" moet sinds { $day } herbekeken worden

# 1 {lead} breaks the promise "{title}" in this data
lead-breaks-the-promise-title-in-this-data-dd1067 = 1 { $lead } breekt de belofte "{ $title }" in deze data

# A quote opens in {place} and is probably never closed: {lines} {lines|line|lines} after it became part of its cell. Close it, or write it twice if it belongs to the text.
a-quote-opens-in-place-and-is-probably-c4a467 = Op { $place } begint een aanhalingsteken dat waarschijnlijk nooit gesloten wordt: { $lines } { $lines ->
    [one] lijn erna werd
   *[other] lijnen erna werden
  } deel van de cel. Sluit het, of schrijf het twee keer als het bij de tekst hoort.

# a quote opens in {place} and is probably never closed: {lines} {lines|line|lines} after it became part of its cell. Close it, or write it twice if it belongs to the text
a-quote-opens-in-place-and-is-probably-8c8993 = op { $place } begint een aanhalingsteken dat waarschijnlijk nooit gesloten wordt: { $lines } { $lines ->
    [one] lijn erna werd
   *[other] lijnen erna werden
  } deel van de cel. Sluit het, of schrijf het twee keer als het bij de tekst hoort

# Compare it, as in `revenue > 0`.
compare-it-as-in-revenue-0-cc7c84 = Vergelijk het, zoals in `revenue > 0`.

# Declare accounts with `account {{ … }}`, or judge the rules by what became of leads.
declare-accounts-with-account-or-judge-the-rules-47408a = Beschrijf accounts met `account {"{"} … {"}"}`, of beoordeel de regels op wat er van leads werd.

# Does the log call it {near}?
does-the-log-call-it-near-d46627 = Heet het in het logboek { $near }?

# In {places}.
in-places-3daf74 = Op { $places }.

# Is it the column `{near}`?
is-it-the-column-near-056a42 = Is het de kolom `{ $near }`?

# It knows the answer before the question is put, so it would look better than it is; leave it out, or judge by another outcome.
it-knows-the-answer-before-the-question-is-fc2e26 = Zo is het antwoord bekend voor de vraag gesteld wordt, en lijkt het resultaat beter dan het is; laat dit weg, of beoordeel op een andere afloop.

# Look at it together, and write the day of the next review.
look-at-it-together-and-write-the-day-373604 = Bekijk het samen, en schrijf op welke dag jullie het opnieuw bekijken.

# Name its column with `from`.
name-its-column-with-from-96f3b8 = Noem de kolom met `from`.

# Name its column with `from`; the columns are {columns}.
name-its-column-with-from-the-columns-are-7cca20 = Noem de kolom met `from`; de kolommen zijn { $columns }.

# Nothing tells them apart, so such data is refused: name the right column with `from`, or read it as it stands, as `text key`.
nothing-tells-them-apart-so-such-data-is-e93b49 = Niets onderscheidt ze, dus worden zulke data geweigerd: noem de juiste kolom met `from`, of lees ze zoals ze er staat, als `text key`.

# Put it back; or if all agree that it ends, take the signed copy out of the folder, in a change that is reviewed.
put-it-back-or-if-all-agree-that-ee498f = Zet het terug; of haal, als iedereen het ermee eens is dat het ophoudt, de ondertekende kopie uit de map, in een wijziging die nagelezen wordt.

# Rules on it give nothing on this data.
rules-on-it-give-nothing-on-this-data-a3aa1b = Regels erover geven niets met deze data.

# Rules on it give nothing on this data. If the data has another word for it, declare that: `option ("…")`.
rules-on-it-give-nothing-on-this-data-8d23bf = Regels erover geven niets met deze data. Hebben de data er een ander woord voor, geef dat dan op: `option ("…")`.

# Such data is refused, unless the field is `optional` or --missing-columns unknown says that it is unknown of all.
such-data-is-refused-unless-the-field-is-63023e = Zulke data worden geweigerd, tenzij het veld `optional` is of --missing-columns unknown zegt dat het van iedereen onbekend is.

# Such data is refused: this column tells them apart.
such-data-is-refused-this-column-tells-them-a6153c = Zulke data worden geweigerd: deze kolom onderscheidt ze.

# Such {leads} have no `{name}` for the rules. Declare each as an option, as another word for one, `option ("…")`, or as `missing` if it stands for an empty cell.
such-leads-have-no-name-for-the-rules-3109f2 = Voor de regels hebben zulke { $leads } geen `{ $name }`. Geef elke waarde op als een optie, als een ander woord voor een optie, `option ("…")`, of als `missing` als ze hetzelfde betekent als een cel zonder inhoud.

# The columns are {columns}; the rules look for {wanted}. Such data is refused: is it the right file, is the mark between cells another one (--delimiter), do the names stand in another row (--header-row)?
the-columns-are-columns-the-rules-look-for-82914b = De kolommen zijn { $columns }; de regels zoeken { $wanted }. Zulke data worden geweigerd: is het wel het juiste bestand, staat er een ander teken tussen de cellen (--delimiter), staan de namen in een andere rij (--header-row)?

# They are scored, but no event can be theirs.
they-are-scored-but-no-event-can-be-d1439b = Ze krijgen een score, maar geen gebeurtenis kan van hen zijn.

# They are scored, but no lead can be theirs.
they-are-scored-but-no-lead-can-be-2db0bb = Ze krijgen een score, maar geen lead kan erbij horen.

# They can be read with a decimal comma: `1.234,5`.
they-can-be-read-with-a-decimal-comma-2fd20e = Ze kunnen gelezen worden met een decimale komma: `1.234,5`.

# They can be read with {forms}: say which is meant.
they-can-be-read-with-forms-say-which-92d798 = Ze kunnen gelezen worden met { $forms }: zeg wat er bedoeld is.

# They can be read with {form}.
they-can-be-read-with-form-02559a = Ze kunnen gelezen worden met { $form }.

# They count for `any activity` and `no activity`, and for nothing else. Declare the kinds that say something about a lead, or leave them so.
they-count-for-any-activity-and-no-activity-9e0527 = Ze tellen mee voor `any activity` en `no activity`, en voor niets anders. Geef de soorten op die iets zeggen over een lead, of laat het zo.

# What became of a lead has to stand in a field that no rule looks at, as in `won` or `status is "won"`.
what-became-of-a-lead-has-to-stand-509b02 = Wat er van een lead werd, moet in een veld staan waar geen regel naar kijkt, zoals in `won` of `status is "won"`.

# What became of an account has to stand in a field that no rule looks at, its own or its leads', as in `deal` or `any lead where (won)`.
what-became-of-an-account-has-to-stand-d3597e = Wat er van een account werd, moet in een veld staan waar geen regel naar kijkt, van het account zelf of van zijn leads, zoals in `deal` of `any lead where (won)`.

# `12,500` is read as twelve and a half. If thousands are meant, leave out `decimal comma`. A range for the field (`0..50`) says that they are not.
is-read-as-twelve-and-a-half-if-fa3337 = `12,500` wordt gelezen als twaalf en een half. Zijn het duizendtallen, laat dan `decimal comma` weg. Een bereik voor het veld (`0..50`) zegt dat het er geen zijn.

# `12.500` is read as twelve and a half. If thousands are meant, write `decimal comma` behind the type. A range for the field (`0..50`) says that they are not.
is-read-as-twelve-and-a-half-if-4b9eaa = `12.500` wordt gelezen als twaalf en een half. Zijn het duizendtallen, schrijf dan `decimal comma` achter het type. Een bereik voor het veld (`0..50`) zegt dat het er geen zijn.

# `leadrules explain` says how such a lead came to it; ask for more in the stage or the rule, or promise less
leadrules-explain-says-how-such-a-lead-came-361b82 = `leadrules explain` zegt hoe zo een lead daartoe kwam; vraag meer in de fase of de regel, of beloof minder

# `leadrules explain` says how such an account came to it; ask for more in the stage or the rule, or promise less
leadrules-explain-says-how-such-an-account-came-cee5ff = `leadrules explain` zegt hoe zo een account daartoe kwam; vraag meer in de fase of de regel, of beloof minder

# `{command}` writes it so; what it means stays the same.
command-writes-it-so-what-it-means-stays-5ce45e = `{ $command }` zet het in die vorm; wat het betekent, blijft hetzelfde.

# `{name}` is unknown for all {leads}, so no rule on it gives points.
name-is-unknown-for-all-leads-so-no-a01561 = `{ $name }` is onbekend voor alle { $leads }, dus geeft geen enkele regel erover punten.

# `{title}` is true of every lead in this data
title-is-true-of-every-lead-in-this-7d881e = `{ $title }` is waar voor elke lead in deze data

# `{title}` is true of every account in this data
title-is-true-of-every-account-in-this-019eaf = `{ $title }` is waar voor elk account in deze data

# points that every lead gets tell no two leads apart; ask for more, or drop it
points-that-every-lead-gets-tell-no-two-5ed561 = punten die elke lead krijgt, onderscheiden geen leads van elkaar; vraag meer, of schrap de regel

# points that every account gets tell no two accounts apart; ask for more, or drop it
points-that-every-account-gets-tell-no-two-5211ed = punten die elk account krijgt, onderscheiden geen accounts van elkaar; vraag meer, of schrap de regel

# `{title}` is true of no {lead} in this data
title-is-true-of-no-lead-in-this-52de6a = `{ $title }` is voor geen { $lead } in deze data waar

# a field of {all} {leads}
a-field-of-all-leads-fd69d1 = een veld van { $all } { $leads }

# a lead has no `{name}`
a-lead-has-no-name-3d8368 = een lead heeft geen `{ $name }`

# a lead has the same `{name}` as an earlier one
a-lead-has-the-same-name-as-an-62db4f = een lead heeft in `{ $name }` dezelfde waarde als een eerdere

# an account has no `{name}`
an-account-has-no-name-3e3feb = een account heeft geen `{ $name }`

# an account has the same `{name}` as an earlier one
an-account-has-the-same-name-as-an-b6d6a4 = een account heeft in `{ $name }` dezelfde waarde als een eerder account

# a quote in the {leads} is probably never closed
a-quote-in-the-leads-is-probably-never-900b16 = een aanhalingsteken in de { $leads } wordt waarschijnlijk nooit gesloten

# account
account-4fc75c = account

# all {count} values of `{name}` with a comma have three digits behind it, as thousands have
all-count-values-of-name-with-a-comma-46794f = alle { $count } waarden van `{ $name }` met een komma hebben er drie cijfers achter, zoals duizendtallen

# all {count} values of `{name}` with a point have three digits behind it, as thousands have
all-count-values-of-name-with-a-point-85e340 = alle { $count } waarden van `{ $name }` met een punt hebben er drie cijfers achter, zoals duizendtallen

# an event of the data can't be used
an-event-of-the-data-can-t-be-da87d7 = een gebeurtenis in de data is niet bruikbaar

# {count} events of the data can't be used
count-events-of-the-data-can-t-be-99e050 = { $count } gebeurtenissen in de data zijn niet bruikbaar

# an object of the {leads} says something twice
an-object-of-the-leads-says-something-twice-3e0a7a = een object in de { $leads } zegt iets twee keer

# and {more} more edits
and-more-more-edits-493bef = en nog { $more } { $more ->
    [one] wijziging
   *[other] wijzigingen
  }

# broken
broken-6dd8a0 = gebroken

# kept
kept-614759 = gehouden

# columns are named from here on
columns-are-named-from-here-on-b47406 = vanaf hier worden kolommen genoemd

# declare them as options
declare-them-as-options-62cbb9 = geef ze op als opties

# event
event-30d09f = gebeurtenis

# events
events-d8e384 = gebeurtenissen

# events of kinds that are not declared: {kinds}
events-of-kinds-that-are-not-declared-kinds-76e807 = gebeurtenissen van soorten die niet opgegeven zijn: { $kinds }

# events of one lead share a number
events-of-one-lead-share-a-number-eaf2e6 = gebeurtenissen van een lead delen een nummer

# exclusion "{reason}"
exclusion-reason-75a2bd = apart gezet wegens "{ $reason }"

# fine
fine-f086ed = in orde

# fires for all {all} {leads}
fires-for-all-all-leads-12ba0e = waar voor alle { $all } { $leads }

# has options that never come
has-options-that-never-come-a64c08 = heeft opties die nooit voorkomen

# if such {leads} should be there, look at how the data spells what the rule asks for; if they are only rare, leave it
if-such-leads-should-be-there-look-at-10da8e = als er zulke { $leads } horen te zijn, kijk dan hoe de data schrijven wat de regel vraagt; zijn ze gewoon zeldzaam, laat het dan zo

# it has errors: {first}
it-has-errors-first-cc26f7 = ze bevat fouten: { $first }

# it was signed by {by}, not by {party}
it-was-signed-by-by-not-by-party-70d093 = ze is ondertekend door { $by }, niet door { $party }

# its first line does not say who signed, and when
its-first-line-does-not-say-who-signed-ee7d1d = de eerste lijn zegt niet wie ondertekende, en wanneer

# its options do not cover the data
its-options-do-not-cover-the-data-77e6db = de opties dekken de data niet

# kinds are declared here
kinds-are-declared-here-cd0a82 = hier worden soorten opgegeven

# known only afterwards
known-only-afterwards-364a9b = pas achteraf bekend

# known only then
known-only-then-065ed5 = pas dan bekend

# lead
lead-48ca2f = lead

# line {line}
line-line-0c43df = lijn { $line }

# row {row}
row-row-828d2d = rij { $row }

# mended {count} {count|finding|findings} in {files}
mended-count-count-finding-findings-in-files-36742b = { $count } { $count ->
    [one] bevinding
   *[other] bevindingen
  } verbeterd in { $files }

# neither yes nor no
neither-yes-nor-no-137ebb = ja noch nee

# never fires, on {all} {leads}
never-fires-on-all-leads-938e71 = nooit waar, bij { $all } { $leads }

# never happens
never-happens-fc2978 = komt nooit voor

# no accounts
no-accounts-f95c26 = geen accounts

# no event of the data is {kinds}
no-event-of-the-data-is-kinds-a26c27 = geen gebeurtenis in de data is { $kinds }

# no longer agreed
no-longer-agreed-c978cd = niet meer afgesproken

# no such column
no-such-column-87ceed = die kolom is er niet

# no {lead} is {options} in `{name}`
no-lead-is-options-in-name-36ccca = geen { $lead } heeft { $options } in `{ $name }`

# none of the columns of the {leads} is one that the rules speak of
none-of-the-columns-of-the-leads-is-6b2f1b = geen enkele kolom van de { $leads } komt in de regels voor

# not a fact of the account
not-a-fact-of-the-account-96f926 = geen feit over het account

# not a fact of the lead
not-a-fact-of-the-lead-dfa01d = geen feit over de lead

# not a single value
not-a-single-value-f1f7f2 = geen enkelvoudige waarde

# not a whole number
not-a-whole-number-573b1b = geen geheel getal

# not agreed yet
not-agreed-yet-99f5d4 = nog niet afgesproken

# not an e-mail address
not-an-e-mail-address-bbb112 = geen e-mailadres

# not in canonical form
not-in-canonical-form-a8477b = niet in de standaardvorm

# not one of the options
not-one-of-the-options-99e596 = geen van de opties

# not so of {examples}
not-so-of-examples-b19c2e = niet zo bij { $examples }

# so of {examples}
so-of-examples-67e1b5 = zo bij { $examples }

# nothing found
nothing-found-8330da = niets gevonden

# outside the range
outside-the-range-a17fba = buiten het bereik

# read it from {column}
read-it-from-column-ef7f38 = lees het uit { $column }

# read numbers with a decimal comma
read-numbers-with-a-decimal-comma-ca71a2 = lees getallen met een decimale komma

# read with a decimal comma
read-with-a-decimal-comma-cb410c = gelezen met een decimale komma

# read with a decimal point
read-with-a-decimal-point-59e405 = gelezen met een decimale punt

# say how dates are written
say-how-dates-are-written-7bfbaa = zeg hoe datums geschreven zijn

# the answer
the-answer-146906 = het antwoord

# the event log
the-event-log-11b4d6 = het logboek van gebeurtenissen

# the events are read here
the-events-are-read-here-c37231 = de gebeurtenissen worden hier gelezen

# the {leads} are read here
the-leads-are-read-here-20c5db = de { $leads } worden hier gelezen

# the exclusion "{reason}"
the-exclusion-reason-0e1a70 = wat apart zet wegens "{ $reason }"

# the key
the-key-30a593 = de sleutel

# the label `{name}`
the-label-name-9bc785 = het label `{ $name }`

# the rule `{title}`
the-rule-title-38116e = de regel `{ $title }`

# the score `{name}`
the-score-name-e6fbf9 = de score `{ $name }`

# the stage `{name}`
the-stage-name-0493b5 = de fase `{ $name }`

# the outcome is a number; it has to be something that is so or is not
the-outcome-is-a-number-it-has-to-3d4ec9 = de afloop is een getal; het moet iets zijn dat waar is of niet

# the outcome looks at a label
the-outcome-looks-at-a-label-056234 = de afloop kijkt naar een label

# the outcome looks at a label of the account
the-outcome-looks-at-a-label-of-the-d23f99 = de afloop kijkt naar een label van het account

# the outcome looks at a score
the-outcome-looks-at-a-score-aa656c = de afloop kijkt naar een score

# the outcome looks at a score of the account
the-outcome-looks-at-a-score-of-the-646f61 = de afloop kijkt naar een score van het account

# the outcome looks at events
the-outcome-looks-at-events-cca25a = de afloop kijkt naar gebeurtenissen

# the outcome looks at how many leads there are
the-outcome-looks-at-how-many-leads-there-2a1209 = de afloop kijkt naar hoeveel leads er zijn

# the outcome looks at labels of leads
the-outcome-looks-at-labels-of-leads-63c586 = de afloop kijkt naar labels van leads

# the outcome looks at scores of leads
the-outcome-looks-at-scores-of-leads-3d574a = de afloop kijkt naar scores van leads

# the outcome looks at the stage
the-outcome-looks-at-the-stage-6d01e8 = de afloop kijkt naar de fase

# the outcome looks at the stage of the account
the-outcome-looks-at-the-stage-of-the-154785 = de afloop kijkt naar de fase van het account

# the outcome looks at the stages of leads
the-outcome-looks-at-the-stages-of-leads-062cd9 = de afloop kijkt naar de fases van leads

# the outcome looks at what leads did
the-outcome-looks-at-what-leads-did-e3f99f = de afloop kijkt naar wat leads deden

# the outcome looks at no field of the account
the-outcome-looks-at-no-field-of-the-06b22d = de afloop kijkt naar geen enkel veld van het account

# the outcome looks at no field of the lead
the-outcome-looks-at-no-field-of-the-530c50 = de afloop kijkt naar geen enkel veld van de lead

# the rules look at `{field}` of accounts, so which rules fire is only known with the accounts' data: name it with --accounts
the-rules-look-at-field-of-accounts-so-fd723f = de regels kijken naar `{ $field }` van accounts, dus is pas met de data van de accounts bekend welke regels punten geven: noem ze met --accounts

# the rules say nothing about accounts, so they can't be judged by what became of these
the-rules-say-nothing-about-accounts-so-they-6ec55d = de regels zeggen niets over accounts, dus kunnen ze niet beoordeeld worden op wat daarvan werd

# the {leads} have no column `{name}`
the-leads-have-no-column-name-e4bb03 = de { $leads } hebben geen kolom `{ $name }`

# the {leads} have no column {columns}, which `{name}` is read from
the-leads-have-no-column-columns-which-name-439eb9 = de { $leads } hebben geen kolom { $columns }, waaruit `{ $name }` gelezen wordt

# too large: numbers stay under 10^12
too-large-numbers-stay-under-10-12-3c3b87 = te groot (getallen blijven onder 10^12)

# unknown
unknown-759fb9 = onbekend

# values of `{name}` are none of its options: {values}
values-of-name-are-none-of-its-options-e3a93a = waarden van `{ $name }` staan niet bij de opties: { $values }

# what is covered
what-is-covered-2344cf = wat eronder valt

# who agrees
who-agrees-7d5ca8 = wie de afspraak maakt

# what {party} signed can't be read
what-party-signed-can-t-be-read-b2964d = wat { $party } ondertekende, is onleesbaar

# what {party} signed on {day} has changed
what-party-signed-on-day-has-changed-bdecb8 = wat { $party } op { $day } ondertekende, is veranderd

# wrote {count} {count|test|tests} into {path}; see `{command}`
wrote-count-count-test-tests-into-path-see-edc175 = { $count } { $count ->
    [one] test
   *[other] tests
  } geschreven in { $path }; zie `{ $command }`

# {changes}. Look at it together, and sign again with {command}, or take it back.
changes-look-at-it-together-and-sign-again-321ea6 = { $changes }. Bekijk het samen, en onderteken opnieuw met { $command }, of draai het terug.

# {command} shows what is agreed, and writes the signed copy.
command-shows-what-is-agreed-and-writes-the-f38c37 = { $command } toont wat afgesproken is, en schrijft de ondertekende kopie.

# {count} are no objects ({examples})
count-are-no-objects-examples-aaebb7 = { $count } { $count ->
    [one] is geen object
   *[other] zijn geen objecten
  } ({ $examples })

# {count} do not say what happened ({examples})
count-do-not-say-what-happened-examples-619b50 = { $count } { $count ->
    [one] zegt
   *[other] zeggen
  } niet wat er gebeurde ({ $examples })

# {count} do not say whose they are ({examples})
count-do-not-say-whose-they-are-examples-d5f303 = { $count } { $count ->
    [one] zegt
   *[other] zeggen
  } niet bij wie ze { $count ->
    [one] hoort
   *[other] horen
  } ({ $examples })

# {count} have a time that can't be read ({examples})
count-have-a-time-that-can-t-be-1217b7 = { $count } { $count ->
    [one] heeft een onleesbaar tijdstip
   *[other] hebben een onleesbaar tijdstip
  } ({ $examples })

# {count} of {all} values of `{name}` {count|does|do} not fit
count-of-all-values-of-name-count-does-8b7d1f = { $count } van { $all } waarden van `{ $name }` { $count ->
    [one] past
   *[other] passen
  } niet

# {count} quotes in the {leads} are probably never closed
count-quotes-in-the-leads-are-probably-never-c8a8a5 = { $count } aanhalingstekens in de { $leads } worden waarschijnlijk nooit gesloten

# {count} quotes open and are probably never closed, so that {lines} {lines|line|lines} became part of their cells: {examples}. Close them, or write each twice if it belongs to the text
count-quotes-open-and-are-probably-never-closed-244100 = { $count } aanhalingstekens worden waarschijnlijk nooit gesloten, zodat { $lines } { $lines ->
    [one] lijn deel werd
   *[other] lijnen deel werden
  } van hun cellen: { $examples }. Sluit ze, of schrijf elk teken twee keer als het bij de tekst hoort

# {count} {count|error|errors}
count-count-error-errors-50203c = { $count } { $count ->
    [one] fout
   *[other] fouten
  }

# {count} {count|field|fields}
count-count-field-fields-2f5e58 = { $count } { $count ->
    [one] veld
   *[other] velden
  }

# {count} {count|field|fields} of accounts
count-count-field-fields-of-accounts-7a47c7 = { $count } { $count ->
    [one] veld
   *[other] velden
  } van accounts

# {count} {count|kind of event|kinds of event}
count-count-kind-of-event-kinds-of-event-fe3228 = { $count } { $count ->
    [one] soort gebeurtenis
   *[other] soorten gebeurtenissen
  }

# {count} {count|name stands|names stand} twice in an object, of which the last value counts: {examples}
count-count-name-stands-names-stand-twice-in-caf3a7 = { $count } { $count ->
    [one] naam staat
   *[other] namen staan
  } twee keer in een object, waarvan de laatste waarde telt: { $examples }

# {count} {count|piece of advice|pieces of advice}
count-count-piece-of-advice-pieces-of-advice-de047a = { $count } { $count ->
    [one] tip
   *[other] tips
  }

# {count} {count|rule|rules}
count-count-rule-rules-d7ebb4 = { $count } { $count ->
    [one] regel
   *[other] regels
  }

# {count} {count|stage|stages}
count-count-stage-stages-6c55b4 = { $count } { $count ->
    [one] fase
   *[other] fases
  }

# {count} {count|test|tests}
count-count-test-tests-19ac48 = { $count } { $count ->
    [one] test
   *[other] tests
  }

# {count} {count|warning|warnings}
count-count-warning-warnings-e9f6d8 = { $count } { $count ->
    [one] waarschuwing
   *[other] waarschuwingen
  }

# {count} {leads} break the promise "{title}" in this data
count-leads-break-the-promise-title-in-this-242719 = { $count } { $leads } breken de belofte "{ $title }" in deze data

# {count} {leads} have no `{name}`
count-leads-have-no-name-714ddd = { $count } { $leads } hebben geen `{ $name }`

# {count} {leads} have the same `{name}` as an earlier one
count-leads-have-the-same-name-as-an-0437fa = { $count } { $leads } hebben in `{ $name }` dezelfde waarde als een eerdere rij

# {events} {events|event has|events have} the number of another event of the same lead, but another kind or time: each counts
events-events-event-has-events-have-the-number-9bc747 = { $events } { $events ->
    [one] gebeurtenis heeft
   *[other] gebeurtenissen hebben
  } het nummer van een andere gebeurtenis van dezelfde lead, maar een andere soort of een ander tijdstip: elk ervan telt

# {examples}. Each row is scored by itself, all of them with the same events. Take out what is there twice, or make the field that tells leads apart the key.
examples-each-row-is-scored-by-itself-all-c12cf2 = { $examples }. Elke rij krijgt een eigen score, allemaal met dezelfde gebeurtenissen. Haal weg wat er twee keer staat, of maak het veld dat leads onderscheidt tot sleutel.

# {examples}. Leads belong to the first such row; the others have none. Take out what is there twice, or make the field that tells accounts apart the key.
examples-leads-belong-to-the-first-such-row-dfcf84 = { $examples }. Leads horen bij de eerste van die rijen; de andere hebben er geen. Haal weg wat er twee keer staat, of maak het veld dat accounts onderscheidt tot sleutel.

# {examples}. Such values are unknown to every rule.
examples-such-values-are-unknown-to-every-rule-6b55b1 = { $examples }. Voor elke regel zijn zulke waarden onbekend.

# {key} in {place}
key-in-place-3bf31c = { $key } op { $place }

# {name} ({place})
name-place-dba36e = { $name } ({ $place })

# {one} or with {other}
one-or-with-other-9b860e = { $one } of met { $other }

# {one} or {other}
one-or-other-74f286 = { $one } of { $other }

# {parts}. They are left out, so leads may score too low.
parts-they-are-left-out-so-leads-may-ed572e = { $parts }. Ze worden weggelaten, dus kunnen leads te laag scoren.

# {party} has not signed
party-has-not-signed-0818ac = { $party } heeft niet ondertekend

# {party} signed "{title}", and is no party of it any more
party-signed-title-and-is-no-party-of-308eb0 = { $party } ondertekende "{ $title }", en is daar geen partij meer van

# {party} signed "{title}", and the rules have no such agreement any more
party-signed-title-and-the-rules-have-no-bae9eb = { $party } ondertekende "{ $title }", en die afspraak staat niet meer in de regels

# {part} looks at `{field}`, which is known only afterwards
part-looks-at-field-which-is-known-only-7e9d6e = { $part } kijkt naar `{ $field }`, wat pas achteraf bekend is

# {part} looks at `{field}`, which is what the outcome asks for
part-looks-at-field-which-is-what-the-bd4828 = { $part } kijkt naar `{ $field }`, en daar vraagt de afloop naar

# {part} looks at `{field}`, which says when the outcome was known
part-looks-at-field-which-says-when-the-bc3d47 = { $part } kijkt naar `{ $field }`, wat zegt wanneer de afloop bekend was

# {path}: {counts}; left as it is
path-counts-left-as-it-is-90b153 = { $path }: { $counts }; niets aan veranderd

# {path}: {fine} ({parts})
path-fine-parts-f61639 = { $path }: { $fine } ({ $parts })

# {path}: {why}. Take it from the repository again, or sign anew with {command}.
path-why-take-it-from-the-repository-again-19c0a9 = { $path }: { $why }. Haal de kopie opnieuw uit de repository, of onderteken opnieuw met { $command }.

# {place} with {lines} after it
place-with-lines-after-it-a2b8de = { $place } met { $lines } { $lines ->
    [one] lijn
   *[other] lijnen
  } erna

# {said}. Look at what writes the file: what stands there first is lost.
said-look-at-what-writes-the-file-what-e17756 = { $said }. Kijk wat het bestand schrijft: wat er eerst staat, gaat verloren.

# {said}. The column "{column}" is taken for the number of each event, by which repeated rows count once. If it is the number of something else (a message, a campaign), name the right one with `id from …`, or read it as a property; if the log brings an event again with another time, let it bring each once.
said-the-column-column-is-taken-for-the-2ea89c = { $said }. De kolom "{ $column }" wordt genomen als het nummer van elke gebeurtenis, waardoor herhaalde rijen één keer tellen. Is het het nummer van iets anders (een bericht, een campagne), noem dan de juiste met `id from …`, of lees haar als een eigenschap; geeft het logboek een gebeurtenis opnieuw met een ander tijdstip, laat het dan elke gebeurtenis één keer geven.

# {said}. The column "{column}", which nothing else is read from, is taken for the number of each event, by which repeated rows count once. If it is the number of something else (a message, a campaign), name the right one with `id from …`, or read it as a property; if the log brings an event again with another time, let it bring each once.
said-the-column-column-which-nothing-else-is-393019 = { $said }. De kolom "{ $column }", waaruit verder niets gelezen wordt, wordt genomen als het nummer van elke gebeurtenis, waardoor herhaalde rijen één keer tellen. Is het het nummer van iets anders (een bericht, een campagne), noem dan de juiste met `id from …`, of lees haar als een eigenschap; geeft het logboek een gebeurtenis opnieuw met een ander tijdstip, laat het dan elke gebeurtenis één keer geven.

# {text} ({count})
text-count-dc6736 = { $text } ({ $count })

# {text} in {place} is {why}
text-in-place-is-why-199234 = { $text } op { $place } is { $why }

# {what} (kept by {owner})
what-kept-by-owner-c807f6 = { $what } (in beheer bij { $owner })

# {what}: another lead, which `sign` shows, was {before} and is {after}
what-another-lead-which-sign-shows-was-before-678199 = { $what }: bij een andere lead, die `sign` toont: { $before }, nu { $after }

# {what}: changed
what-changed-fb66eb = { $what }: veranderd

# {what}: this lead was {before} and is {after}
what-this-lead-was-before-and-is-after-b51b98 = { $what }: bij deze lead { $before }, nu { $after }

# {what}: what is written differs, and whether a lead is treated otherwise is not decided: {why}
what-what-is-written-differs-and-whether-a-705e22 = { $what }: wat er staat, verschilt, en of een lead anders behandeld wordt, is niet beslist: { $why }

# {what}: {before} became {after}
what-before-became-after-cbe7e7 = { $what }: { $before } werd { $after }

# {what}: {line} is gone
what-line-is-gone-7f3a04 = { $what }: { $line } is weg

# {what}: {line} is new
what-line-is-new-bb5867 = { $what }: { $line } is nieuw

# {what}: {line} means something else
what-line-means-something-else-fe8002 = { $what }: { $line } betekent iets anders

# everything
everything-022a20 = alles

# the header was found in row {row}, under {above} blank {above|row|rows}
the-header-was-found-in-row-row-under-b7b880 = de kop staat in rij { $row }, onder { $above } lege { $above ->
        [one] rij
       *[other] rijen
    }

# the header was found in row {row}, under {above} {above|row|rows} of titles
the-header-was-found-in-row-row-under-572196 = de kop staat in rij { $row }, onder { $above } { $above ->
        [one] rij
       *[other] rijen
    } met titels

# spreadsheet
spreadsheet-2745d9 = rekenblad

# comma
comma-fa8578 = komma

# semicolon
semicolon-15d01e = puntkomma

# tab
tab-f72e4c = tab

# bar
bar-b77d1a = verticale streep

# sheet “{name}”
sheet-name-244c10 = blad “{ $name }”

# list “{name}”
list-name-f95c03 = lijst “{ $name }”

# {format} ({parts})
format-parts-f00f4b = { $format } ({ $parts })

# {text} ({place})
text-place-6107fe = { $text } ({ $place })

# {count} odd {count|value|values} in JSON: {named}
count-odd-count-value-values-in-json-named-7f559b = { $count } vreemde { $count ->
        [one] waarde
       *[other] waarden
    } in JSON: { $named }

# {count} {count|line|lines} that can't be read as JSON, left out: {named}
count-count-line-lines-that-can-t-be-2b5ea3 = { $count } { $count ->
        [one] lijn die niet als JSON te lezen is, weggelaten
       *[other] lijnen die niet als JSON te lezen zijn, weggelaten
    }: { $named }

# the last row looks like a total ({text}, {place}) and was read as any other: take it out if it is one
the-last-row-looks-like-a-total-text-bbe09b = de laatste rij lijkt een totaal ({ $text }, { $place }) en is gelezen als elke andere: verwijder ze als het er een is

# the last row looks like a line below the table ({text}, {place}) and was read as any other: take it out if it is one
the-last-row-looks-like-a-line-below-090e5d = de laatste rij lijkt een opmerking onder de tabel ({ $text }, { $place }) en is gelezen als elke andere: verwijder ze als het er een is

# the last {rows} rows look like lines below the table (from {text}, {place}) and were read as any other: take them out if they are
the-last-rows-rows-look-like-lines-below-47cec8 = de laatste { $rows } rijen lijken opmerkingen onder de tabel (vanaf { $text }, { $place }) en zijn gelezen als alle andere: verwijder ze als ze dat zijn

# {count} merged {count|range|ranges}, of which only the first cell holds the value, and the others are unknown: {named}
count-merged-count-range-ranges-of-which-only-12954f = { $count } samengevoegde { $count ->
        [one] bereik
       *[other] bereiken
    }, waarvan alleen de eerste cel de waarde bevat en de andere onbekend zijn: { $named }

# {count} {count|formula|formulas} without a stored value, which is unknown (a spreadsheet program stores it when it saves the file): {named}
count-count-formula-formulas-without-a-stored-value-e7af58 = { $count } { $count ->
        [one] formule
       *[other] formules
    } zonder bewaarde waarde, die dus onbekend is (een rekenprogramma bewaart ze wanneer het bestand wordt opgeslagen): { $named }

# a control character
a-control-character-8bba3a = een stuurteken

# a stray backslash
a-stray-backslash-b90889 = een losse backslash

# half a character, read as {sign},
half-a-character-read-as-sign-e67801 = een half teken, gelezen als { $sign },

# {word}, which is unknown,
word-which-is-unknown-a3b400 = { $word }, dus onbekend,

# {what} in "{name}"
what-in-name-4e932d = { $what } in "{ $name }"

# and the columns {left_out}
and-the-columns-left-out-083584 = en de kolommen { $left_out }

# and {more} more; -o FILE writes all
and-more-more-o-file-writes-all-392234 = en nog { $more }; -o BESTAND schrijft ze allemaal

# is it the right sheet (--sheet)? Or do the names stand in another row (--header-row)?
is-it-the-right-sheet-sheet-or-do-4d59f2 = is het het juiste werkblad (--sheet)? Of staan de namen in een andere rij (--header-row)?
