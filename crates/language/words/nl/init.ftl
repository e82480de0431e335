### Het eerste regelbestand uit data.

# Companies. Leads that share one are an account of which rules can speak, too; what is known of it comes from\ndata of its own (--accounts).
companies-leads-that-share-one-are-an-account-4a9f63 = Bedrijven. Leads van hetzelfde bedrijf vormen samen een account, waar regels ook over kunnen gaan;
    wat ervan bekend is, komt uit eigen data (--accounts).

# Dates and times without a zone are read in UTC. If yours are not, say where they are from:
dates-and-times-without-a-zone-are-read-22e0ab = Datums en tijdstippen zonder tijdzone worden in UTC gelezen. Gelden de jouwe in een
    andere tijdzone, noem die dan:

# Engaged
engaged-28601e = Betrokken

# In the data, but no step of these rules yet:
in-the-data-but-no-step-of-these-34f622 = Wel in de data, maar nog geen fase van deze regels:

# It passes `leadrules check` and scores this data as it stands. What follows is a guess from the\nvalues: correct what is wrong, drop what you do not need, and put your own rules in place of ours.
it-passes-leadrules-check-and-scores-this-data-702920 = `leadrules check` keurt het goed, en het berekent scores voor deze data zoals ze zijn. Wat volgt, is
    geraden uit de waarden: verbeter wat fout is, schrap wat je niet nodig hebt, en zet je eigen regels
    in de plaats van de onze.

# Leads that have addresses at the same domain seem to work for one company. Rules can speak of it: take the `#` away from\nwhat follows, and add what is known of companies from data of their own (--accounts, here and of `score`).
leads-that-have-addresses-at-the-same-domain-040690 = Leads met een adres op hetzelfde domein werken wellicht voor één bedrijf. Regels kunnen daarover
    gaan: haal de `#` weg voor wat volgt, en voeg toe wat je van bedrijven weet, uit eigen data
    (--accounts, hier en bij `score`).

# Leads that share a `{field}` seem to work for one company. Rules can speak of it: take the `#` away from\nwhat follows, and add what is known of companies from data of their own (--accounts, here and of `score`).
leads-that-share-a-field-seem-to-work-eafd58 = Leads die `{ $field }` gemeen hebben, werken wellicht voor één bedrijf. Regels kunnen daarover gaan:
    haal de `#` weg voor wat volgt, en voeg toe wat je van bedrijven weet, uit eigen data (--accounts,
    hier en bij `score`).

# Left out of the rules to start from, though yours may speak of them:
left-out-of-the-rules-to-start-from-5ee33f = Niet gebruikt in de regels om mee te beginnen, maar de jouwe mogen erover gaan:

# Made by `leadrules init` from {files}.
made-by-leadrules-init-from-files-08b967 = Gemaakt door `leadrules init` uit { $files }.

# Marked `outcome`, since each alone tells too well who converted, as what is filled in afterwards does.\nTake the mark away from what is known beforehand:
marked-outcome-since-each-alone-tells-too-well-0800f2 = Gemerkt met `outcome`, want elk op zich verraadt te goed wie gewonnen is, zoals wat achteraf
    ingevuld wordt. Haal het merk weg bij wat vooraf bekend is:

# No column tells the leads apart (an id, a number, an address): the row number does.
no-column-tells-the-leads-apart-an-id-da3343 = Geen enkele kolom onderscheidt de leads (een id, een nummer, een adres): het rijnummer doet het.

# Rules of your own could look like these:
rules-of-your-own-could-look-like-these-d81f46 = Je eigen regels kunnen er zo uitzien:

# Target
target-67f168 = Doelbedrijf

# The same in every row, and so of no use to rules:
the-same-in-every-row-and-so-of-c93cd0 = In elke rij hetzelfde, en dus zonder nut voor regels:

# The steps of a lead, lowest first. Raise the bars as your rules grow.
the-steps-of-a-lead-lowest-first-raise-4b04c9 = De fases van een lead, de laagste eerst. Leg de drempels hoger naarmate er regels bij komen.

# What a company is, and what its leads do together.
what-a-company-is-and-what-its-leads-962aae = Wat een bedrijf is, en wat zijn leads samen doen.

# What a lead can do. Each entry of a lead's `events` is one event.
what-a-lead-can-do-each-entry-of-5c5e85 = Wat een lead kan doen. Elk element van de `events` van een lead is één gebeurtenis.

# What a lead can do. Each row of the log is one event.
what-a-lead-can-do-each-row-of-7b4e84 = Wat een lead kan doen. Elke rij van het logboek is één gebeurtenis.

# What a lead does.
what-a-lead-does-d58437 = Wat een lead doet.

# What a lead is. Each line: a condition, and the points it gives.
what-a-lead-is-each-line-a-condition-165e6d = Wat een lead is. Elke lijn: een voorwaarde, en de punten die ze geeft.

# What stands for an empty cell, in every column.
what-stands-for-an-empty-cell-in-every-ab02e9 = Wat er in een cel staat als de waarde ontbreekt, in alle kolommen.

# What we know about a lead. `from` names the column in the data; `outcome` marks what is known only\nafterwards (won, lost, a judgement of sales), so that no rule scores on it by mistake.
what-we-know-about-a-lead-from-names-1b788e = Wat we van een lead weten. `from` noemt de kolom in de data; `outcome` staat bij wat pas achteraf
    bekend is (gewonnen, verloren, een oordeel van sales), zodat geen enkele regel er per vergissing
    punten voor geeft.

# `{field}` has the stage that each lead is at, so a step can be kept until a lead cools\ndown, and does not come and go with every mail:
field-has-the-stage-that-each-lead-is-0dc138 = In `{ $field }` staat in welke fase elke lead is. Zo kan een lead in een fase blijven tot hij afkoelt,
    en komt en gaat hij niet met elke mail:

# a program changes it too
a-program-changes-it-too-d84560 = een programma verandert het ook

# account_fit
account-fit-dfa6c8 = accountprofiel

# account_heat
account-heat-39c447 = accountwarmte

# another for each lead: it names leads and says nothing of them
another-for-each-lead-it-names-leads-and-3d2be9 = bij elke lead anders: het duidt leads aan en zegt niets over hen

# another number for each lead: it names leads and says nothing of them
another-number-for-each-lead-it-names-leads-ede72e = bij elke lead een ander nummer: het duidt leads aan en zegt niets over hen

# by the name a code and no amount
by-the-name-a-code-and-no-amount-dc4b72 = naar de naam een code en geen hoeveelheid

# engagement
engagement-6b8c0e = betrokkenheid

# filled in for {converted} of the leads that converted and {others} of the others: it may be filled in once that is known
filled-in-for-converted-of-the-leads-that-e4b08b = ingevuld bij { $converted } van de gewonnen leads en { $others } van de andere: misschien wordt het pas ingevuld als de afloop bekend is

# filled in for {converted} of the leads that converted and {others} of the others: it may be the time of the outcome itself
filled-in-for-converted-of-the-leads-that-dd79a2 = ingevuld bij { $converted } van de gewonnen leads en { $others } van de andere: misschien is het het tijdstip van de afloop zelf

# free_mail
free-mail-3fe353 = gratis_mail

# hardly any lead has one
hardly-any-lead-has-one-01e0c5 = bijna geen enkele lead heeft dit

# how many days ago it is says little
how-many-days-ago-it-is-says-little-bffabd = hoeveel dagen geleden het is, zegt weinig

# it counts the rows
it-counts-the-rows-ff08d0 = het telt de rijen

# known for {share} %
known-for-share-6c1557 = bekend bij { $share } %

# most leads have the same day, as if all had been imported on it
most-leads-have-the-same-day-as-if-e4d6c7 = de meeste leads hebben dezelfde dag, alsof ze die dag allemaal geïmporteerd zijn

# nearly all leads have the same
nearly-all-leads-have-the-same-a05d55 = bijna alle leads hebben hetzelfde

# no single fact known beforehand tells so much, as a rule; it may be filled in or changed after a contact
no-single-fact-known-beforehand-tells-so-much-e5b28a = één feit dat vooraf bekend is, zegt zelden zoveel; misschien wordt het na een contact ingevuld of veranderd

# no value is frequent; values that few leads have are not shown
no-value-is-frequent-values-that-few-leads-56af94 = geen enkele waarde komt vaak voor; waarden van weinig leads worden niet getoond

# often {values}; values that few leads have are not shown
often-values-values-that-few-leads-have-are-021512 = vaak { $values }; waarden van weinig leads worden niet getoond

# or is it "{form}"? All values fit both
or-is-it-form-all-values-fit-both-090101 = of is het "{ $form }"? Alle waarden passen bij beide

# profile
profile-74caee = profiel

# the stage that leads are at: `previous stage` lets steps be kept, and labels say who moves
the-stage-that-leads-are-at-previous-stage-45c54f = de fase waarin leads zijn: met `previous stage` kan een fase behouden blijven, en labels zeggen wie verschuift

# what sales do changes it
what-sales-do-changes-it-889312 = wat sales doet, verandert het

# when a lead came, and not who it is
when-a-lead-came-and-not-who-it-e49455 = wanneer een lead kwam, en niet wie het is

# whether to score people on it is yours to say
whether-to-score-people-on-it-is-yours-14321c = of mensen daar punten voor krijgen, is aan jou

# who works on it, and not who it is
who-works-on-it-and-not-who-it-623f8a = wie ermee bezig is, en niet wie het is

# wrote {written}; next: leadrules score {path} {leads}{data}
wrote-written-next-leadrules-score-path-leads-data-ca41b2 = { $written } geschreven; en nu: leadrules score { $path } { $leads }{ $data }

# {column}: always empty
column-always-empty-3b8275 = { $column }: nooit ingevuld

# {column}: always {value}
column-always-value-a6b34d = { $column }: altijd { $value }

# {field} mentions "director", "owner" => +12
field-mentions-director-owner-12-e99a2a = { $field } mentions "directeur", "zaakvoerder" => +12

# {first}; {next}
first-next-db2e0f = { $first }; { $next }

# {input}: there are no columns in it, so there is nothing to say
input-there-are-no-columns-in-it-so-35bc3a = { $input }: er staan geen kolommen in, dus er is niets over te zeggen

# {input}: this data of accounts does not say which leads belong to which: no column of the leads has values of one that tells the accounts apart, nor addresses at such a domain; its columns are {columns}
input-this-data-of-accounts-does-not-say-0c9994 = { $input }: deze data van accounts zeggen niet welke leads bij welk account horen: geen enkele kolom van de leads heeft waarden van een kolom die de accounts onderscheidt, en ook geen adressen op zo'n domein; de kolommen zijn { $columns }

# {input}: this event log does not say what happened: no column has a few words that come again and again; its columns are {columns}
input-this-event-log-does-not-say-what-d92b8f = { $input }: dit logboek zegt niet wat er gebeurde: in geen enkele kolom komen enkele woorden telkens terug; de kolommen zijn { $columns }

# {input}: this event log does not say when it happened: no column has dates or times that can be read (2026-11-20, 2026-11-20T10:00:00Z); its columns are {columns}
input-this-event-log-does-not-say-when-4040f6 = { $input }: dit logboek zegt niet wanneer het gebeurde: geen enkele kolom heeft datums of tijdstippen die te lezen zijn (2026-11-20, 2026-11-20T10:00:00Z); de kolommen zijn { $columns }

# {input}: this event log does not say whose each event is: no column has values of one that tells the leads apart; its columns are {columns}
input-this-event-log-does-not-say-whose-3d12a7 = { $input }: dit logboek zegt niet van wie elke gebeurtenis is: geen enkele kolom heeft waarden van een kolom die de leads onderscheidt; de kolommen zijn { $columns }

# {input}: {said}.
input-said-bb2ce2 = { $input }: { $said }.

# {kinds} kinds that few rows have are not named here: ask somebody who knows, and declare them.
kinds-kinds-that-few-rows-have-are-not-1a5ae7 = { $kinds ->
    [one] 1 soort die in weinig rijen staat, wordt
   *[other] { $kinds } soorten die in weinig rijen staan, worden
  } hier niet genoemd: vraag het aan wie ze kent, en geef ze op.

# {kinds} more kinds are not declared: they count as any other activity.
kinds-more-kinds-are-not-declared-they-count-c054d7 = { $kinds ->
    [one] Nog 1 soort is niet opgegeven: ze telt
   *[other] Nog { $kinds } soorten zijn niet opgegeven: ze tellen
  } mee zoals elke andere activiteit.

# {leads} leads, {columns} columns, {accounts} accounts.
leads-leads-columns-columns-accounts-accounts-5533a7 = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }, { $columns ->
    [one] 1 kolom
   *[other] { $columns } kolommen
  }, { $accounts ->
    [one] 1 account
   *[other] { $accounts } accounts
  }.

# {leads} leads, {columns} columns, {events} events, {accounts} accounts.
leads-leads-columns-columns-events-events-accounts-accounts-35824d = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }, { $columns ->
    [one] 1 kolom
   *[other] { $columns } kolommen
  }, { $events ->
    [one] 1 gebeurtenis
   *[other] { $events } gebeurtenissen
  }, { $accounts ->
    [one] 1 account
   *[other] { $accounts } accounts
  }.

# {leads} leads, {columns} columns, {events} events.
leads-leads-columns-columns-events-events-3e52db = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }, { $columns ->
    [one] 1 kolom
   *[other] { $columns } kolommen
  }, { $events ->
    [one] 1 gebeurtenis
   *[other] { $events } gebeurtenissen
  }.

# {leads} leads, {columns} columns.
leads-leads-columns-columns-be5a7d = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }, { $columns ->
    [one] 1 kolom
   *[other] { $columns } kolommen
  }.

# {least} to {greatest}
least-to-greatest-c170dc = { $least } tot { $greatest }

# {path} is a rule file, by its name; `init` makes one from leads
path-is-a-rule-file-by-its-name-fb1cd0 = { $path } is naar de naam een regelbestand; `init` maakt er een uit leads

# {rows} {rows|row repeats|rows repeat} a key
rows-rows-row-repeats-rows-repeat-a-key-5f2a21 = { $rows ->
    [one] 1 rij herhaalt een sleutel
   *[other] { $rows } rijen herhalen een sleutel
  }

# {these} of these converted, {others} of the others
these-of-these-converted-others-of-the-others-2447f4 = hiervan { $these } gewonnen, van de andere { $others }

# {values} {values|value does|values do} not fit
values-values-value-does-values-do-not-fit-2fb116 = { $values ->
    [one] 1 waarde past niet
   *[other] { $values } waarden passen niet
  }
