# De pagina als geheel

pane-rules = Regels
pane-figures = Wat ze doen
pane-leads = Leads
panes = Delen van de pagina
language = Taal
theme-system = Licht of donker: zoals het systeem
theme-light = Licht
theme-dark = Donker
save = Bewaren
saved = Bewaard
unsaved = Niet bewaard
download-rules = Regels downloaden
cancel = Annuleren
close = Sluiten
loading = Een ogenblik …
try-again = Opnieuw proberen
save-errors = De regels bevatten fouten, en wat ermee draait zou stoppen. Bewaar nog eens om ze zo te bewaren.
trouble-no-answer = Het programma antwoordt niet. Loopt het nog?
no-token = Open het adres dat het programma getoond heeft, met alles wat na het # staat: zo blijkt dat je hier mag kijken.
seen-from = Gezien op { $day }
announce = { $stages }. { $findings ->
    [0] Niets te verbeteren.
    [one] Eén bevinding.
   *[other] { $findings } bevindingen.
  }
data-notices = { $count ->
    [one] Eén opmerking over de data
   *[other] { $count } opmerkingen over de data
  }
draft-restored = Je ontwerp van { $files } staat er weer.
draft-discard = Ontwerp weggooien
draft-keep = Houden
events-count = { $count ->
    [one] één gebeurtenis
   *[other] { $count } gebeurtenissen
  }
leads-count = { $count ->
    [one] één lead
   *[other] { $count } leads
  }

# De startpagina

start-title = Welke leads verdienen een telefoontje?
start-says = Regels zeggen lijn per lijn wat een goede lead is, en hier zie je wat ze met je eigen leads doen. Breng een export van je leads mee; regels, gebeurtenissen en accounts zijn welkom maar niet nodig. Niets verlaat deze computer.
start-drop = Sleep je bestanden hierheen
start-kinds = Leads, gebeurtenissen en accounts als CSV, Excel, JSON of Parquet; regels als .leadrules
start-choose = Bestanden kiezen …
start-chosen = Gekozen bestanden
start-role = Wat er in { $file } staat
start-rules = Regels
start-leads = Leads
start-events = Gebeurtenissen: wat leads deden
start-accounts = Accounts: de bedrijven van leads
start-remove = { $file } weglaten
start-open = Openen
start-needs-leads = De leads ontbreken nog.
start-samples = Of bekijk een voorbeeld
start-sample = { $leads } leads, { $events } gebeurtenissen

# De regels

view-as = Tonen als
view-text = Tekst
view-form = Formulier
files = Bestanden
format = Netjes zetten
editor-label = De regels
editor-hint = Met Escape en dan Tab verlaat je de editor
completions = Voorstellen
jump-to-text = Tonen in de tekst
line = lijn { $line }
note-changed = { $now }, was { $was }
note-hint = Geldt voor { $fired } van { $leads } leads
forms-wait = Het formulier verschijnt zodra de tekst zonder fouten is.
forms-stale = Er staat een fout in de tekst. Verbeter die daar eerst.
forms-bars = Waar fases beginnen
forms-bar = { $stage } vanaf { $score }
forms-number = { $name }, als getal
forms-in-text = in de tekst

findings-title = Bevindingen
findings-none = Niets te verbeteren
findings-count = { $errors ->
    [0] { $others ->
        [one] Eén opmerking
       *[other] { $others } opmerkingen
      }
    [one] Eén fout{ $others ->
        [0] { "" }
        [one] , één opmerking
       *[other] , { $others } opmerkingen
      }
   *[other] { $errors } fouten{ $others ->
        [0] { "" }
        [one] , één opmerking
       *[other] , { $others } opmerkingen
      }
  }
code-page = Wat deze bevinding betekent
code-page-open = Wat betekent dit?
severity-error = Fout:
severity-warning = Waarschuwing:
severity-advice = Advies:
fix-sure = ✓ { $title }
fix-all = { $count ->
    [one] Verbeteren wat zeker is
   *[other] Alle { $count } verbeteren die zeker zijn
  }

search-find = Zoeken
search-replace-with = Vervangen door
search-next = volgende
search-previous = vorige
search-all = alle
search-case = hoofdletters tellen
search-word = hele woorden
search-regexp = patroon
search-replace = vervangen
search-replace-all = alles vervangen
search-current = huidige vondst
search-replaced-line = vervangen in regel $
search-replaced = $ vervangen
search-on-line = in regel
search-go-to-line = Naar regel
search-go = ga

merge-title = { $file } is intussen veranderd
merge-says = Iemand anders heeft dit bestand geschreven terwijl je eraan werkte. Neem van de schijf over wat je wilt, en pas aan wat er bewaard wordt.
merge-disk = Op schijf
merge-mine = Te bewaren
merge-take-disk = Die van de schijf nemen
merge-unchanged = $ regels die gelijk zijn
merge-take-this = Dit van de schijf nemen
merge-keep-mine = Het mijne houden
merge-save = Dit bewaren
merge-next = Volgend bestand

# Wat ze doen

figures-wait = De leads krijgen hun punten …
figures-errors = Wat de regels doen, verschijnt zodra ze zonder fouten zijn.
figures-no-leads = Zonder leads valt er nog niets te tellen.
figures-stale = Zoals voor de fout
figures-all = Alle { $leads } leads
figures-sample = Geschat op basis van { $leads } leads
scoring = Punten berekenen
scoring-progress = { $leads } van { $of }
reading-progress = Aan het lezen: { $rows } rijen

card-stages = Fases
card-accounts = Accounts
card-scores = Scores
card-heat = Twee scores samen
card-movers = Wie verschuift
card-capacity = Wat sales aankan
card-proofs = Afspraken, beloften en tests

stage = Fase
stages = Fases
leads = Leads
change = Verschil
share = Aandeel
converted = Gewonnen
exclusions = Apart gezet:
outcome-known = afloop bekend van { $known }, { $share } gewonnen
stage-was = { $before } volgens de bewaarde regels
stage-was-named = { $before } volgens de bewaarde regels
filter-by-stage = Alleen de leads in { $stage } tonen
now = nu
saved-before = bewaard

score-empty = Nog geen punten
score-range = { $least } tot { $most }, gemiddeld { $mean }
score-unknown = { $count } onbekend
histogram-label = Hoe { $score } over de leads verdeeld is
histogram-bin = { $from } tot { $to }: { $leads } leads, voordien { $before }
bar-label = { $stage } begint bij { $score }
heat-label = { $x } tegenover { $y }
heat-cell = { $x } · { $y }: { $leads ->
    [one] één lead
   *[other] { $leads } leads
  }
heat-hint = Hoe sterker de kleur, hoe meer leads. Versleep een lijn om een drempel te verleggen.

moved-unknown = In de bewaarde regels staan fouten, dus is er niets om mee te vergelijken.
moved-nobody = Niemand: het ontwerp geeft elke lead hetzelfde als de bewaarde regels.
moved-total = { $count ->
    [one] Eén lead verandert van fase
   *[other] { $count } leads veranderen van fase
  }
moved-only-scores = { $count ->
    [0] { "" }
    [one] Eén houdt zijn fase met andere punten.
   *[other] { $count } houden hun fase met andere punten.
  }
moved-whose = Door wiens wijziging?
moved-no-owner = van niemand
moved-edit = { $points } punten over { $leads ->
    [one] één lead
   *[other] { $leads } leads
  }
moved-decides-none = verschuift op zichzelf niemand
moved-by-several = { $count ->
    [one] Eén verschuift door meerdere wijzigingen, die elk volstaan.
   *[other] { $count } verschuiven door meerdere wijzigingen, die elk volstaan.
  }
moved-who = Enkele van hen

capacity-call = We kunnen bellen
capacity-bar = Drempel
capacity-no-bars = Geen enkele fase vraagt een aantal punten.
capacity-label = Hoeveel leads er komen, naargelang waar { $stage } begint op { $score }
capacity-leads = Vanaf { $at } punten: { $leads ->
    [one] één lead.
   *[other] { $leads } leads.
  }
capacity-keeps = Zo houd je { $share } van wie gewonnen werd.
capacity-put = Leg de drempel op { $at }
capacity-is-there = De drempel ligt daar
capacity-too-many = Geen enkele waarde van deze drempel is hoog genoeg: er komen leads in { $stage } die hij op { $score } niet tegenhoudt.
capacity-limit = wat sales kan bellen
capacity-converted = gewonnen leads die je houdt

agreement-holds = overeengekomen
agreement-open = niet overeengekomen
agreement-due = Moest tegen { $day } opnieuw bekeken worden.
signed-never = { $who } heeft niet getekend.
signed-unreadable = Wat { $who } tekende, is niet leesbaar: { $why }.
signed-holds = { $who } tekende op { $day }; dat geldt nog.
signed-changed = { $who } tekende op { $day } en moet opnieuw tekenen, want leads worden anders behandeld:
proofs-wait = Wordt bewezen wanneer je pauzeert.
proofs-running = Bewijzen zoeken …
proofs-old = Van de tekst voor je laatste wijziging; wordt opnieuw bewezen wanneer je pauzeert.
proofs-none = De regels bevatten nog geen afspraken, geen beloften en geen tests.
promise-proved = geldt voor elke lead die kan bestaan
promise-broken = kan gebroken worden
promise-undecided = niet beslist
promise-leads = { $count ->
    [one] Eén lead breekt ze: { $examples }
   *[other] { $count } leads breken ze, bijvoorbeeld { $examples }
  }
test-passed = geslaagd
test-failed = mislukt
witness = Een lead die het toont

# De leads

key = Lead
labels = Labels
leads-none = Geen enkele lead past bij deze filter.
download-list = Lijst downloaden (.xlsx)
row = Rij { $row }
filters = Leads filteren
search = Zoeken
filter-stage = Fase
filter-all-stages = Alle fases
filter-moved = Verschoven
filter-moved-or-not = Verschoven of niet
filter-moved-any = Verschoven
filter-moved-up = Gestegen
filter-moved-down = Gedaald
filter-near = Dicht bij een drempel
filter-near-any = Drempel: om het even
filter-near-bar = Binnen { $within } van { $stage } ({ $score })
filter-column = Kolom
filter-column-any = Eender welke kolom
filter-value = Waarde
filter-value-of = Waarde van { $column }
filter-clear = Wissen

account = Account
accounts = Accounts
accounts-count = { $count ->
    [one] Eén account
   *[other] { $count } accounts
  }
accounts-search = Accounts zoeken
accounts-more = Meer tonen
over-leads = Wat over de leads gevraagd wordt
leads-of-account = De leads van dit account
leads-of-account-none = Geen enkele lead hoort erbij.

explanation = Uitleg
make-test = Maak er een test van
test-title = { $key } is { $stage }
kept-by = beheerd door { $owner }
together = Samen
unknown = onbekend
met = voldaan
not-met = niet voldaan
happened = gebeurd
no-data = niet geweten
best-counts = alleen de beste telt
cap-of-group = Grens van de groep
range-changed = Bereik { $range }
rule-out-of-date = vandaag niet van kracht
rule-outdone = een andere telt in haar plaats
rule-capped = begrensd, zou { $raw } zijn
rules-without-points = { $count ->
    [one] Eén regel zonder punten
   *[other] { $count } regels zonder punten
  }
known-of-lead = Wat er geweten is
lead-breaks = Breekt de belofte “{ $promise }”.
lead-excluded = Apart gezet: { $reason }

lift-title = Wat deze lead hoger brengt
lift-title-account = Wat dit account hoger brengt
lift-to = Naar welke fase
lift-is-there = De fase is al { $stage } of hoger.
lift-no-way = Niets van wat geprobeerd werd, leidt naar { $stage }.
lift-now = nu { $now }
lift-at-most = hoogstens { $most }
lift-fact = { $field } blijkt te zijn: { $what }
lift-event = { $times ->
    [one] Het gebeurt één keer: { $what }
   *[other] Het gebeurt { $times } keer: { $what }
  }
lift-event-every = { $days ->
    [one] Het gebeurt { $times } keer, elke dag: { $what }
   *[other] Het gebeurt { $times } keer, om de { $days } dagen: { $what }
  }
lift-wait = { $days ->
    [one] Er gaat één dag voorbij
   *[other] Er gaan { $days } dagen voorbij
  }
worth-asking = De moeite om te vragen

course-title = Hoe het zo kwam
course-label = Punten door de tijd
course-falls = Als er niets gebeurt, wordt dit { $stage } op { $day }.
course-nothing = Niets van wat gebeurde, heeft de punten veranderd.
course-time = de tijd verstreek
