### Velden, namen en wat aangegeven is.

# A cell that says so must mean one of them (capitals make no difference): take one out.
a-cell-that-says-so-must-mean-one-507177 = Een cel waarin dat staat, moet er één bedoelen (hoofdletters maken geen verschil): haal er een weg.

# A choice has at most {count} options; a field with more is a text.
a-choice-has-at-most-count-options-a-6b124f = Een keuze heeft hoogstens { $count } opties; een veld met meer is een tekst.

# A column says one thing of an event: whose it is (`lead`), what happened (`event`), when (`time`), or which one it is (`id`, a number of its own). Take the column out of one of the two lines.
a-column-says-one-thing-of-an-event-bc340a = Een kolom zegt één ding over een gebeurtenis: van wie ze is (`lead`), wat er gebeurde (`event`), wanneer (`time`) of welke het is (`id`, een eigen nummer). Haal de kolom weg uit een van beide lijnen.

# A computed score is made from other scores and numbers; the stage and labels come after all scores.
a-computed-score-is-made-from-other-scores-d97ef8 = Een berekende score bestaat uit andere scores en getallen; de fase en de labels komen na alle scores.

# A label can use scores, the stage, and the labels that stand above it.
a-label-can-use-scores-the-stage-and-25b347 = Een label kan scores gebruiken, de fase en de labels die erboven staan.

# A lead had one stage: keep `previous stage` at the field that the last run, or the CRM, wrote.
a-lead-had-one-stage-keep-previous-stage-af609f = Een lead had één fase: laat `previous stage` staan bij het veld dat de vorige keer, of door het CRM, ingevuld werd.

# A lead has one account: keep one of the two lines.
a-lead-has-one-account-keep-one-of-614e51 = Een lead heeft één account: behoud een van beide lijnen.

# A lead is set apart by what is known of it, before points count; scores can be used in `stages`, labels, promises and tests.
a-lead-is-set-apart-by-what-is-ebf990 = Een lead wordt apart gezet op grond van wat erover bekend is, voordat er punten tellen; scores kun je gebruiken in `stages`, labels, beloften en tests.

# A lead that `exclude` sets apart has that stage; choose another name.
a-lead-that-exclude-sets-apart-has-that-fcb8dd = Een lead die `exclude` apart zet, heeft die fase; kies een andere naam.

# A lead that bears this name had one of them: take it out of one.
a-lead-that-bears-this-name-had-one-690bce = Een lead met deze naam had er één van: haal de naam bij een van beide weg.

# A list for a choice names its options; add the option, or take the line out of the file.
a-list-for-a-choice-names-its-options-34e768 = Een lijst voor een keuze noemt opties ervan; voeg de optie toe of haal de lijn uit het bestand.

# A list holds texts, options, numbers or dates, not a mix of them; texts stand in quotes.
a-list-holds-texts-options-numbers-or-dates-2cb3d2 = In een lijst staan teksten, opties, getallen of datums, niet door elkaar; teksten staan tussen aanhalingstekens.

# A row of the log is one event of one kind (capitals make no difference): take one out.
a-row-of-the-log-is-one-event-54e828 = Een rij van het logboek is één gebeurtenis van één soort (hoofdletters maken geen verschil): haal er een weg.

# A rule that gives points has its limit with `up to`.
a-rule-that-gives-points-has-its-limit-21c599 = Een regel die punten geeft, krijgt zijn grens met `up to`.

# A rule that takes points away has its limit with `down to`.
a-rule-that-takes-points-away-has-its-0cf97a = Een regel die punten afneemt, krijgt zijn grens met `down to`.

# A score foretells the outcome, so it can't look at it: for the {leads} of today it is not known yet; take the rule out, or take `outcome` from the field if it is known before.
a-score-foretells-the-outcome-so-it-can-8a5ac0 = Een score voorspelt de afloop en kan er dus niet naar kijken: voor de { $leads } van vandaag is die nog niet bekend. Haal de regel weg, of haal `outcome` weg bij het veld als het vooraf bekend is.

# A test about one lead begins with `lead country BE, …`; leads have names only in tests of the account that they belong to.
a-test-about-one-lead-begins-with-lead-0f4ece = Een test over één lead begint met `lead country BE, …`; leads hebben alleen namen in tests van het account waar ze bij horen.

# A text is compared with a text, which stands in quotes.
a-text-is-compared-with-a-text-which-71c990 = Een tekst vergelijk je met een tekst, en die staat tussen aanhalingstekens.

# A zone is named after its region and a large city in it, such as `Europe/Brussels` or `UTC`.
a-zone-is-named-after-its-region-and-08b721 = Een tijdzone heet naar haar werelddeel en een grote stad, zoals `Europe/Brussels`, of is `UTC`.

# After `except` stands the name of a list: leads that bear one of its texts have no account.
after-except-stands-the-name-of-a-list-37177c = Na `except` staat de naam van een lijst: leads met een van de teksten daarin hebben geen account.

# All events stand in one log; where its column has several names, `from` takes them all.
all-events-stand-in-one-log-where-its-1be13d = Alle gebeurtenissen staan in één logboek; heeft een kolom daarin verschillende namen, noem ze dan allemaal na `from`.

# An account is set apart by what is known of it, before points count; scores can be used in `stages`, labels, promises and tests.
an-account-is-set-apart-by-what-is-a7250f = Een account wordt apart gezet op grond van wat erover bekend is, voordat er punten tellen; scores kun je gebruiken in `stages`, labels, beloften en tests.

# An age is a number of full days, and at least one must pass.
an-age-is-a-number-of-full-days-0f214f = Een leeftijd is een aantal hele dagen, en er moet er minstens één voorbijgaan.

# An empty text is never in the data: what is not there is unknown. Ask `is unknown` or `is known`.
an-empty-text-is-never-in-the-data-19779c = Een tekst zonder inhoud staat nooit in de data: wat er niet staat, is onbekend. Vraag `is unknown` of `is known`.

# An end of this range is {wanted}, written out.
an-end-of-this-range-is-wanted-written-c04113 = Schrijf bij elk uiteinde van dit bereik de waarde zelf: { $wanted }.

# An event is ignored by what it says itself.
an-event-is-ignored-by-what-it-says-d55c15 = Een gebeurtenis wordt genegeerd op grond van wat ze zelf zegt.

# An option that is not a name stands in quotes, so that it is not taken for a value.
an-option-that-is-not-a-name-stands-9a942d = Een optie die geen naam is, staat tussen aanhalingstekens, zodat ze niet voor een waarde doorgaat.

# Ask it of what the leads did, as in `count of leads where (demo_requested in last 30 days)`.
ask-it-of-what-the-leads-did-as-601066 = Vraag het over wat de leads deden, zoals in `count of leads where (demo_requested in last 30 days)`.

# Dates and times of all files are read in one zone, and `{zone}` is given already ({place}).
dates-and-times-of-all-files-are-read-2e35c1 = Datums en tijden van alle bestanden worden in één tijdzone gelezen, en `{ $zone }` is al gegeven ({ $place }).

# Dates are written year, month, day, as in `2026-11-23`; the years go from 1 to 9999.
dates-are-written-year-month-day-as-in-b29cd2 = Schrijf een datum als jaar, maand, dag, zoals in `2026-11-23`; de jaren gaan van 1 tot 9999.

# Did you mean `{near}`?
did-you-mean-near-babb9d = Bedoel je `{ $near }`?

# Each definition and each score is made from others that do not need it; take this name out.
each-definition-and-each-score-is-made-from-0db5e2 = Elke definitie en elke score bestaat uit andere, die haar zelf niet nodig hebben; haal deze naam weg.

# Each lead of a test has a name of its own.
each-lead-of-a-test-has-a-name-6de32d = Elke lead van een test heeft een eigen naam.

# Each step stands once, so that a lead's stage has one place in the order; join them with `or`.
each-step-stands-once-so-that-a-lead-84f385 = Elke fase staat er één keer, zodat ze één plaats in de volgorde heeft; voeg de voorwaarden samen met `or`.

# Expect something of each by itself, joined with `and`.
expect-something-of-each-by-itself-joined-with-748dd0 = Verwacht iets van elk apart, verbonden met `and`.

# From one definition to the next there may be at most {count} steps; join some of them.
from-one-definition-to-the-next-there-may-811a15 = Van de ene definitie naar de andere mogen er hoogstens { $count } stappen zijn; voeg er enkele samen.

# Give the values themselves, or a list; two fields are compared with `is`, `<` and the like.
give-the-values-themselves-or-a-list-two-7f6569 = Geef de waarden zelf of een lijst; twee velden vergelijk je met `is`, `<` en dergelijke.

# In a rule set with accounts `count of leads` counts the leads of an account; choose another name, and keep the name that the data has with `from`.
in-a-rule-set-with-accounts-count-of-40ab1b = In regels met accounts telt `count of leads` de leads van een account; kies een andere naam, en behoud met `from` de naam uit de data.

# In a rule set with accounts it means the account of a lead, as in `account.employees`; choose another name, and keep the name that the data has with `from`.
in-a-rule-set-with-accounts-it-means-e8b759 = In regels met accounts betekent het het account van een lead, zoals in `account.employees`; kies een andere naam, en behoud met `from` de naam uit de data.

# In a test of an account each event is that of one lead: `event of "An" email_opened 1 day ago`.
in-a-test-of-an-account-each-event-bf77bd = In een test van een account is elke gebeurtenis die van één lead: `event of "An" email_opened 1 day ago`.

# In a test of an account each lead has a name, by which its events and what is expected of it are told from those of others: `lead "An", country BE`.
in-a-test-of-an-account-each-lead-a1943f = In een test van een account heeft elke lead een naam, die zijn gebeurtenissen en wat je ervan verwacht onderscheidt van die van andere: `lead "An", country BE`.

# In a test with an `account`, each of its leads has a name, as in `lead "An", country BE`.
in-a-test-with-an-account-each-of-5b10b9 = In een test met een `account` heeft elke lead ervan een naam, zoals in `lead "An", country BE`.

# In what is said of accounts, their fields, scores and labels stand alone.
in-what-is-said-of-accounts-their-fields-5ec6df = In wat over accounts gaat, staan hun velden, scores en labels op zichzelf.

# It holds from the first day to the last, both included, so it never holds.
it-holds-from-the-first-day-to-the-4cbc73 = Ze geldt van de eerste tot en met de laatste dag, en dus nooit.

# It is above 0% and at most 100%, as in `losing 25% every 30 days, compound`.
it-is-above-0-and-at-most-100-078970 = Het is meer dan 0% en hoogstens 100%, zoals in `losing 25% every 30 days, compound`.

# It is not known here.
it-is-not-known-here-4e5592 = Dat is hier niet bekend.

# It is the column of the results that gives the reason why a lead is set apart; choose another.
it-is-the-column-of-the-results-that-744605 = Zo heet de kolom van de resultaten met de reden waarom een lead apart gezet is; kies een andere naam.

# It is {what} already ({place}), and a name means one thing in a whole rule set: rename one of them, or remove it.
it-is-what-already-place-and-a-name-041a21 = Het is al { $what } ({ $place }), en een naam betekent in alle regels samen maar één ding: geef een van beide een andere naam, of haal een weg.

# It is {what} of accounts. A lead asks its account for it: `account.{name}`.
it-is-what-of-accounts-a-lead-asks-6a6209 = Het is { $what } van accounts. Een lead vraagt het aan zijn account: `account.{ $name }`.

# It is {what} of leads, of which an account may have several: ask over them, as in `any lead where ({name} …)` or `highest {name} of leads`, or in a test name the lead: `{name} of "An"`.
it-is-what-of-leads-of-which-an-57b464 = Het is { $what } van leads, en een account kan er verschillende hebben: vraag het over alle samen, zoals in `any lead where ({ $name } …)` of `highest { $name } of leads`, of noem in een test de lead: `{ $name } of "An"`.

# It looks like `{near}`, but the name as it is declared has a {odd} where it looks like `{plain}`.
it-looks-like-near-but-the-name-as-fd1262 = Het lijkt op `{ $near }`, maar in de aangegeven naam staat een { $odd } waar je `{ $plain }` ziet.

# It looks like `{near}`, but what stands here has a {odd} where it looks like `{plain}`.
it-looks-like-near-but-what-stands-here-d74530 = Het lijkt op `{ $near }`, maar hier staat een { $odd } waar je `{ $plain }` ziet.

# It names the one stage of a lead that no step takes.
it-names-the-one-stage-of-a-lead-a638e5 = Het noemt de ene fase van leads die in geen andere fase terechtkomen.

# It says {texts}.
it-says-texts-c5399c = Het kan dit zeggen: { $texts }.

# Its leads are called {names}.
its-leads-are-called-names-11d353 = Zo heten de leads van de test: { $names }.

# Its options are {options}.
its-options-are-options-0ff209 = De opties zijn: { $options }.

# Leads bear the key of their account as the accounts' own data has it: give both the same type.
leads-bear-the-key-of-their-account-as-f07a6c = Leads dragen de sleutel van hun account zoals die in de data van de accounts staat: geef beide hetzelfde type.

# Leads bear the key of their account in one of their fields: name it with `leads by company_id`, or `leads by email.domain`.
leads-bear-the-key-of-their-account-in-a80dab = Leads dragen de sleutel van hun account in een van hun velden: noem dat veld met `leads by company_id` of `leads by email.domain`.

# Leads belong to the account whose key they bear: write `key` after the type of the field that tells accounts apart.
leads-belong-to-the-account-whose-key-they-bd9217 = Leads horen bij het account waarvan ze de sleutel dragen: schrijf `key` na het type van het veld dat accounts onderscheidt.

# Leads that no step takes are there until one does; they need nothing to keep them.
leads-that-no-step-takes-are-there-until-134fdd = Leads die in geen andere fase terechtkomen, staan hier tot dat wel gebeurt; er is niets nodig om ze te houden.

# Months differ in length, and the same points must come out for events of the same age.
months-differ-in-length-and-the-same-points-9e4cae = Maanden zijn niet even lang, en gebeurtenissen die even oud zijn moeten dezelfde punten opleveren.

# Name the field of a lead that holds the key of its account: a text, a number or a choice, or the domain of an email.
name-the-field-of-a-lead-that-holds-49b179 = Noem het veld van een lead met de sleutel van zijn account: een tekst, een getal of een keuze, of het domein van een e-mailadres.

# Nothing is ever in it, so a condition that asks for it never holds.
nothing-is-ever-in-it-so-a-condition-0b674d = Er staat nooit iets in, dus een voorwaarde die ernaar vraagt geldt nooit.

# Only `time` says how it is written; take this one out.
only-time-says-how-it-is-written-take-3c19d6 = Alleen `time` zegt hoe het geschreven is; haal dit weg.

# Only numbers, integers and dates can be held to a range; take it out, or change the type.
only-numbers-integers-and-dates-can-be-held-d2f50e = Alleen getallen, gehele getallen en datums kunnen een bereik hebben; haal het weg of verander het type.

# Over leads there are `count`, `total`, `average`, `highest` and `lowest`; what happened last is asked of events: `days since webinar_attended` looks at those of all leads of the account.
over-leads-there-are-count-total-average-highest-a4510a = Over leads heen zijn er `count`, `total`, `average`, `highest` en `lowest`; wat het laatst gebeurde vraag je aan gebeurtenissen: `days since webinar_attended` kijkt naar die van alle leads van het account.

# Owners are told apart by their names, and `{near}` is named {times} times. Did you mean `{near}`?
owners-are-told-apart-by-their-names-and-6ee957 = Verantwoordelijken onderscheid je aan hun naam, en `{ $near }` wordt { $times } keer genoemd. Bedoel je `{ $near }`?

# Points come from what is known of the account; scores, the stage and labels are made from points, so they come later. A score made from others is computed: `score total of account = profile + engagement`.
points-come-from-what-is-known-of-the-9d9f93 = Punten komen van wat over het account bekend is; scores, de fase en labels worden uit punten gemaakt en komen dus later. Een score die uit andere bestaat, wordt berekend: `score total of account = profile + engagement`.

# Points come from what is known of the lead; scores, the stage and labels are made from points, so they come later. A score made from others is computed: `score total = profile + engagement`.
points-come-from-what-is-known-of-the-2016b0 = Punten komen van wat over de lead bekend is; scores, de fase en labels worden uit punten gemaakt en komen dus later. Een score die uit andere bestaat, wordt berekend: `score total = profile + engagement`.

# Points stay below 1,000,000,000 either way.
points-stay-below-1-000-000-000-either-8d1855 = Punten blijven onder 1.000.000.000, positief of negatief.

# Say which mark stands between two entries, as in `split by ","`.
say-which-mark-stands-between-two-entries-as-4d4f23 = Zeg welk teken tussen twee waarden staat, zoals in `split by ","`.

# Scores are added up and shown with two places, so that nothing is lost on the way.
scores-are-added-up-and-shown-with-two-9d97de = Scores worden opgeteld en getoond met twee cijfers na de komma, zodat er onderweg niets verloren gaat.

# Scores are added up and shown with two places.
scores-are-added-up-and-shown-with-two-8535dd = Scores worden opgeteld en getoond met twee cijfers na de komma.

# The data may say it so, and rules then call the option `{option}`.
the-data-may-say-it-so-and-rules-a0477b = In de data mag het zo staan, maar in regels heet de optie `{ $option }`.

# The form shows how the data writes a date, such as `dd/mm/yyyy`, `m/d/yy` or `yyyymmdd`.
the-form-shows-how-the-data-writes-a-41369d = De notatie toont hoe een datum in de data geschreven is, zoals `dd/mm/yyyy`, `m/d/yy` of `yyyymmdd`.

# The form shows how the log writes a time, such as `dd/mm/yyyy hh:mm`.
the-form-shows-how-the-log-writes-a-d40102 = De notatie toont hoe een tijdstip in het logboek geschreven is, zoals `dd/mm/yyyy hh:mm`.

# The key stands in the results, where that column gives the reason why a lead is set apart; choose another.
the-key-stands-in-the-results-where-that-04d0c3 = De sleutel staat in de resultaten, waar die kolom zegt waarom een lead apart gezet is; kies een andere naam.

# The key tells leads apart, so there is one: keep `key` at the field that is in every row, once.
the-key-tells-leads-apart-so-there-is-08aff0 = De sleutel onderscheidt leads, dus is er maar één: laat `key` één keer staan, bij het veld dat in elke rij ingevuld is.

# The key tells leads apart: take a field of type text, email, integer, number or choice.
the-key-tells-leads-apart-take-a-field-d11011 = De sleutel onderscheidt leads: neem een veld van type `text`, `email`, `integer`, `number` of `choice`.

# The list ({place}) is compared with something else than texts; mend the line, or take it out of the file.
the-list-place-is-compared-with-something-else-baa8c2 = De lijst ({ $place }) wordt vergeleken met iets anders dan teksten; verbeter de lijn of haal ze uit het bestand.

# The list is compared with something that is a date; dates stand without quotes.
the-list-is-compared-with-something-that-is-e0dfb2 = De lijst wordt vergeleken met een datum; datums staan zonder aanhalingstekens.

# The list is compared with something that is a number; take its quotes off.
the-list-is-compared-with-something-that-is-7aa79c = De lijst wordt vergeleken met een getal; haal de aanhalingstekens weg.

# The list is compared with something that is a text; put it in quotes.
the-list-is-compared-with-something-that-is-80c6c7 = De lijst wordt vergeleken met een tekst; zet dit tussen aanhalingstekens.

# The lower end stands first.
the-lower-end-stands-first-11af93 = Het laagste uiteinde staat eerst.

# The row number then stands for a lead, and events can't be told whose they are; write `key` after the type of the field that tells leads apart.
the-row-number-then-stands-for-a-lead-3d51b6 = Het rijnummer staat dan voor een lead, en van gebeurtenissen is niet te zeggen van wie ze zijn; schrijf `key` na het type van het veld dat leads onderscheidt.

# The stage comes of scores and of what is known of the account; labels come after it.
the-stage-comes-of-scores-and-of-what-e4865a = De fase volgt uit scores en uit wat over het account bekend is; labels komen erna.

# The stage comes of scores and of what is known of the lead; labels come after it.
the-stage-comes-of-scores-and-of-what-ea3431 = De fase volgt uit scores en uit wat over de lead bekend is; labels komen erna.

# The steps have one order, lowest first, so they stand in one block: the other is in {place}.
the-steps-have-one-order-lowest-first-so-2b18b2 = De fases hebben één volgorde, de laagste eerst, en staan dus in één blok: het andere staat in { $place }.

# The steps of accounts are listed in `stages of account {{ … }}`, lowest first.
the-steps-of-accounts-are-listed-in-stages-b4c9a7 = De fases van accounts staan in `stages of account {"{"} … {"}"}`, de laagste eerst.

# The test has no leads: give them with `lead "An", country BE`.
the-test-has-no-leads-give-them-with-e63555 = De test heeft geen leads: geef ze met `lead "An", country BE`.

# There may be at most {count}.
there-may-be-at-most-count-d84f6c = Het mogen er hoogstens { $count } zijn.

# There {count|is|are} {names}.
there-count-is-are-names-e60dfa = Er { $count ->
    [one] is
   *[other] zijn
  } wel: { $names }.

# This word is for the fields of a lead; take it out.
this-word-is-for-the-fields-of-a-55294b = Dit woord is voor de velden van een lead; haal het weg.

# To name a value twice changes nothing; was another one meant?
to-name-a-value-twice-changes-nothing-was-757bd4 = Een waarde twee keer noemen verandert niets; was er een andere bedoeld?

# What a lead can ask of its account are its fields, scores and labels, and its stage.
what-a-lead-can-ask-of-its-account-303adc = Een lead kan zijn account naar velden, scores en labels vragen, en naar de fase.

# What a run remembers is the stage of each lead: leave this out, and mark the field of the lead that holds it.
what-a-run-remembers-is-the-stage-of-c91d16 = Wat tussen twee runs onthouden wordt, is de fase van elke lead: laat dit weg, en duid het veld van de lead aan waarin ze staat.

# What a run remembers is the stage of each lead; ask it of the leads, as in `any lead where (stage before is SQL)`.
what-a-run-remembers-is-the-stage-of-12abf8 = Wat tussen twee runs onthouden wordt, is de fase van elke lead; vraag het aan de leads, zoals in `any lead where (stage before is SQL)`.

# What holds the stage that a lead had is a field of type text, or a choice.
what-holds-the-stage-that-a-lead-had-232257 = De fase die een lead had, staat in een veld van type `text` of in een keuze.

# What is asked over several leads is asked of their account, in `score … of account`, `stages of account` and the like; a lead can then ask its account, as in `account.stage is Engaged`.
what-is-asked-over-several-leads-is-asked-93e8f5 = Wat over verschillende leads gaat, vraag je aan hun account, in `score … of account`, `stages of account` en dergelijke; een lead kan het dan aan zijn account vragen, zoals in `account.stage is Engaged`.

# What is known of a company is declared in a block of its own, with its key and the field by which leads belong to it: `account {{ id text key; leads by company_id }}`.
what-is-known-of-a-company-is-declared-8e2de0 = Wat over een bedrijf bekend is, geef je aan in een eigen blok, met de sleutel en het veld waardoor leads erbij horen: `account {"{"} id text key; leads by company_id {"}"}`.

# What is looked for is a text in quotes, or a list.
what-is-looked-for-is-a-text-in-d4ec8c = Zoek naar een tekst tussen aanhalingstekens, of naar een lijst.

# What is not known is neither so nor not so. Say which {leads} you mean: those whose `{field}` is known to be another, or those without one too.
what-is-not-known-is-neither-so-nor-bb9e08 = Wat niet bekend is, is noch zo, noch niet zo. Zeg welke { $leads } je bedoelt: die waarvan `{ $field }` zeker anders is, of ook die zonder.

# What is worked out over leads are their number fields and their scores.
what-is-worked-out-over-leads-are-their-e39a72 = Over leads heen reken je met hun velden met getallen en hun scores.

# What no step takes has that stage; name another for those with `otherwise => …`, or this step otherwise.
what-no-step-takes-has-that-stage-name-5e0392 = Wat in geen andere fase terechtkomt, heeft die fase; noem daarvoor een andere met `otherwise => …`, of geef deze fase een andere naam.

# What stands for an empty cell is a text of the data, and texts stand in quotes.
what-stands-for-an-empty-cell-is-a-7993c0 = Wat voor een cel zonder inhoud staat, is een tekst uit de data, en teksten staan tussen aanhalingstekens.

# Without its column no lead could be told from another; leave `optional` out.
without-its-column-no-lead-could-be-told-9a26c0 = Zonder die kolom is geen lead van een andere te onderscheiden; laat `optional` weg.

# `..<` leaves the upper end out, and here it is the lower end too; `..` takes it in.
leaves-the-upper-end-out-and-here-it-f1980f = `..<` laat het bovenste uiteinde weg, en hier is dat ook het onderste; `..` neemt het mee.

# `compound` or `linear` is missing
compound-or-linear-is-missing-f3e162 = `compound` of `linear` ontbreekt

# `compound` takes it of what is left, so that the points never quite reach 0; `linear` takes it of what they were at first.
compound-takes-it-of-what-is-left-so-78ac69 = `compound` neemt het van wat er nog over is, zodat de punten nooit helemaal op 0 komen; `linear` neemt het van wat ze in het begin waren.

# `down to` can't hold points that are given
down-to-can-t-hold-points-that-are-05bbf5 = `down to` kan geen punten begrenzen die gegeven worden

# `is` compares with one value; `in` asks for one of several.
is-compares-with-one-value-in-asks-for-dc533e = `is` vergelijkt met één waarde; `in` vraagt naar een van verschillende.

# `no` is asked of events
no-is-asked-of-events-5d9632 = `no` vraag je over gebeurtenissen

# `otherwise` is no step
otherwise-is-no-step-b3152c = `otherwise` is geen fase waarin leads blijven

# `otherwise` is there twice
otherwise-is-there-twice-d67331 = `otherwise` staat er twee keer

# `stage before` can't be used here
stage-before-can-t-be-used-here-d15c2d = `stage before` kan hier niet

# `stage` always means the step of `stages` that a lead has reached; choose another name, and let a field keep its column with `from "stage"`.
stage-always-means-the-step-of-stages-that-684db1 = `stage` betekent altijd de fase uit `stages` die een lead bereikt heeft; kies een andere naam, en laat een veld zijn kolom houden met `from "stage"`.

# `stage` can't be used here
stage-can-t-be-used-here-340884 = `stage` kan hier niet

# `up to` can't hold points that are taken away
up-to-can-t-hold-points-that-are-cb040e = `up to` kan geen punten begrenzen die afgenomen worden

# `was` says where the lead of a test was before, and this test is about an account with several; make a test of its own for that lead.
was-says-where-the-lead-of-a-test-bc58f5 = `was` zegt waar de lead van een test voorheen stond, en deze test gaat over een account met verschillende leads; maak een eigen test voor die lead.

# `where` looks at one event at a time, and at what that event says itself.
where-looks-at-one-event-at-a-time-85f034 = `where` kijkt naar één gebeurtenis tegelijk, en naar wat die zelf zegt.

# `{entry}` in the list `{list}` is not {wanted}
entry-in-the-list-list-is-not-wanted-f87d45 = `{ $entry }` in de lijst `{ $list }` zou { $wanted } moeten zijn

# `{field}` can't be the key of an account, which is of type {type_name}
field-can-t-be-the-key-of-an-8fdc42 = `{ $field }` kan de sleutel van een account niet zijn, want die sleutel is van type `{ $type_name }`

# `{field}` has no option `{option}`
field-has-no-option-option-366d02 = `{ $field }` heeft geen optie `{ $option }`

# `{field}` has no option `{option}`, which the list `{list}` names
field-has-no-option-option-which-the-list-d74620 = `{ $field }` heeft geen optie `{ $option }`, die in de lijst `{ $list }` staat

# `{first}` and `{second}` are both read from the column "{column}"
first-and-second-are-both-read-from-the-dbafec = `{ $first }` en `{ $second }` worden allebei uit de kolom "{ $column }" gelezen

# `{list}` is a list
list-is-a-list-0500fc = `{ $list }` is een lijst

# `{name}` has no form
name-has-no-form-bec559 = `{ $name }` heeft geen notatie

# `{name}` is declared twice
name-is-declared-twice-f35700 = `{ $name }` is twee keer aangegeven

# `{name}` is made from itself
name-is-made-from-itself-0b0740 = `{ $name }` is uit zichzelf gemaakt

# `{name}` is no number of a lead
name-is-no-number-of-a-lead-7a2726 = `{ $name }` is geen getal van een lead

# `{name}` is {what}, and `{value}` is none
name-is-what-and-value-is-none-859f70 = `{ $name }` is { $what }, en `{ $value }` niet

# `{name}` is {what}, not a list
name-is-what-not-a-list-87d972 = `{ $name }` is { $what }, geen lijst

# `{name}` is {what}, not a text
name-is-what-not-a-text-b061f5 = `{ $name }` is { $what }, geen tekst

# `{name}` is {what}, not {wanted} or a list
name-is-what-not-wanted-or-a-list-65cc80 = `{ $name }` is { $what }; hier hoort { $wanted } of een lijst

# `{name}` is {what}, which an account does not have
name-is-what-which-an-account-does-not-d5ee69 = `{ $name }` is { $what }, en dat heeft een account niet

# `{name}` leads through too many definitions
name-leads-through-too-many-definitions-a1be7b = `{ $name }` loopt door te veel definities

# `{name}`, which looks at the label `{label}`, can't be used here
name-which-looks-at-the-label-label-can-82300a = `{ $name }` kijkt naar het label `{ $label }` en kan hier niet

# `{name}`, which looks at the score `{score}`, can't be used here
name-which-looks-at-the-score-score-can-020142 = `{ $name }` kijkt naar de score `{ $score }` en kan hier niet

# `{name}`, which looks at the stage before, can't be used here
name-which-looks-at-the-stage-before-can-7091b7 = `{ $name }` kijkt naar de vorige fase en kan hier niet

# `{name}`, which looks at the stage, can't be used here
name-which-looks-at-the-stage-can-t-7c1922 = `{ $name }` kijkt naar de fase en kan hier niet

# `{value}` is named twice
value-is-named-twice-77d479 = `{ $value }` wordt twee keer genoemd

# a date such as 2026-11-23
a-date-such-as-2026-11-23-ea8fd2 = een datum zoals 2026-11-23

# a date, such as `2026-11-23`
a-date-such-as-2026-11-23-6c93b8 = een datum, zoals `2026-11-23`

# a form of dates
a-form-of-dates-f38bce = een notatie voor datums

# a list of keys
a-list-of-keys-047a3f = een lijst met sleutels

# a number is needed here
a-number-is-needed-here-433256 = hier is een getal nodig

# a number, such as `1234.5`
a-number-such-as-1234-5-8b87d5 = een getal, zoals `1234.5`

# a property of this event
a-property-of-this-event-268db6 = een eigenschap van deze gebeurtenis

# a second block of stages
a-second-block-of-stages-f19b8d = een tweede blok met fases

# a second key
a-second-key-6a4a6f = een tweede sleutel

# a test of an account
a-test-of-an-account-79dbe7 = een test van een account

# a time is asked of events
a-time-is-asked-of-events-71f061 = een tijd vraag je over gebeurtenissen

# a {type_name} can't be the key
a-type-name-can-t-be-the-key-7b14ae = een veld van type `{ $type_name }` kan de sleutel niet zijn

# a {type_name} has no range
a-type-name-has-no-range-31f6c2 = een veld van type `{ $type_name }` heeft geen bereik

# accounts
accounts-968efd = accounts

# accounts have no key
accounts-have-no-key-bd07bf = accounts hebben geen sleutel

# accounts have no stage before
accounts-have-no-stage-before-9f3c25 = accounts hebben geen vorige fase

# accounts have no stages
accounts-have-no-stages-6be317 = accounts hebben geen fases

# again
again-3fe54f = nog eens

# an empty text
an-empty-text-5b3eae = een tekst zonder inhoud

# an event has no `{word}`
an-event-has-no-word-ec6613 = een gebeurtenis heeft geen `{ $word }`

# an outcome
an-outcome-8409a6 = een afloop

# another lead
another-lead-aec5ea = een andere lead

# another zone
another-zone-a8e56a = een andere tijdzone

# asked of an account
asked-of-an-account-7e2928 = vraag je aan een account

# asked of events
asked-of-events-0e85dd = vraag je over gebeurtenissen

# asks for accounts
asks-for-accounts-955628 = vraagt naar accounts

# can't be looked for
can-t-be-looked-for-7b1b78 = hier kun je niet naar zoeken

# count {leads} without `{field}` too
count-leads-without-field-too-1ab177 = tel ook { $leads } zonder `{ $field }` mee

# declared again here
declared-again-here-770b77 = hier opnieuw aangegeven

# declared here
declared-here-80adaf = hier aangegeven

# definition
definition-145ca0 = definitie

# definitions
definitions-0e2029 = definities

# does not say
does-not-say-13f81e = zegt het niet

# field
field-826267 = veld

# field, score or label of accounts
field-score-or-label-of-accounts-ecbafd = veld, score of label van accounts

# fields
fields-40657c = velden

# first declared here
first-declared-here-e4f1e5 = eerst hier aangegeven

# first here
first-here-749d4d = eerst hier

# has no name
has-no-name-3e3ad1 = heeft geen naam

# how often is asked of events
how-often-is-asked-of-events-074d65 = hoe vaak vraag je over gebeurtenissen

# in this pattern
in-this-pattern-7c1d6c = in dit patroon

# is the owner `{owner}` really another than `{near}`?
is-the-owner-owner-really-another-than-near-4ac514 = is de verantwoordelijke `{ $owner }` echt een andere dan `{ $near }`?

# it is read from here
it-is-read-from-here-d1e5f2 = ze wordt hieruit gelezen

# kind of event
kind-of-event-a1f8dc = soort gebeurtenis

# kinds of event
kinds-of-event-c11451 = soorten gebeurtenissen

# label
label-9717fd = label

# labels
labels-da148a = labels

# leads
leads-968ed4 = leads

# leads are not events
leads-are-not-events-232604 = leads zijn geen gebeurtenissen

# leads back to it
leads-back-to-it-71bfe1 = leidt ernaar terug

# leads belong to an account in two ways
leads-belong-to-an-account-in-two-ways-dcf12f = leads horen op twee manieren bij een account

# leads can't be asked for here
leads-can-t-be-asked-for-here-c8f2dd = hier kun je niet naar leads vragen

# leads can't belong to an account by this
leads-can-t-belong-to-an-account-by-0999a8 = hierdoor kunnen leads niet bij een account horen

# leads have names in tests only
leads-have-names-in-tests-only-41c576 = leads hebben alleen in tests een naam

# leads have no order in time
leads-have-no-order-in-time-ed8089 = leads staan niet in volgorde van tijd

# lines in one label
lines-in-one-label-14e9e9 = lijnen in één label

# lines of `exclude`
lines-of-exclude-5004f3 = lijnen van `exclude`

# list
list-fb5881 = lijst

# lose of what is left
lose-of-what-is-left-3d9800 = neem het van wat over is

# lose of what it was
lose-of-what-it-was-246483 = neem het van wat het was

# marked as the key
marked-as-the-key-47421b = als sleutel aangeduid

# may its column be missing?
may-its-column-be-missing-1d61c8 = mag de kolom ontbreken?

# named here only
named-here-only-376a36 = alleen hier genoemd

# needs no `account.`
needs-no-account-7f00a2 = heeft geen `account.` nodig

# no accounts are declared
no-accounts-are-declared-fcd8da = er zijn geen accounts aangegeven

# no entries
no-entries-453ade = niets in de lijst

# no field is marked `key`
no-field-is-marked-key-5a6c67 = bij geen veld staat `key`

# no field is the key
no-field-is-the-key-b3910e = geen veld is de sleutel

# no lead of this test is called "{name}"
no-lead-of-this-test-is-called-name-2ffc87 = geen lead van deze test heet "{ $name }"

# no option of `{field}` is such
no-option-of-field-is-such-89befd = geen optie van `{ $field }` is zo

# no steps are listed
no-steps-are-listed-0a30a0 = er staan geen fases

# none
none-a7afdb = geen

# none is so called
none-is-so-called-310d86 = geen enkele heet zo

# none of these fields is marked `key`
none-of-these-fields-is-marked-key-423bad = bij geen van deze velden staat `key`

# not a text
not-a-text-ac4050 = geen tekst

# not between 0% and 100%
not-between-0-and-100-6ec09e = niet tussen 0% en 100%

# not declared
not-declared-1992e4 = niet aangegeven

# not in days
not-in-days-f54964 = niet in dagen

# not in the calendar
not-in-the-calendar-5d2204 = staat niet in de kalender

# not known
not-known-7f44f5 = niet bekend

# not known yet
not-known-yet-730b83 = nog niet bekend

# not one of its options
not-one-of-its-options-9a8343 = geen van de opties

# not one of its texts
not-one-of-its-texts-cdef59 = geen van de teksten

# not the key of an account
not-the-key-of-an-account-eabcd9 = niet de sleutel van een account

# not there
not-there-9ae0b0 = is er niet

# not {wanted}
not-wanted-3fed1f = hier hoort { $wanted }

# nothing lies in it
nothing-lies-in-it-ac847d = er past niets in

# nothing of an account
nothing-of-an-account-073635 = hoort niet bij een account

# nothing to look for
nothing-to-look-for-73ce3d = niets om naar te zoeken

# nothing to split by
nothing-to-split-by-cc3d9c = niets om op te splitsen

# number or score of leads
number-or-score-of-leads-4665ab = getal of score van leads

# of another kind
of-another-kind-186d4f = van een andere soort

# of another type
of-another-type-f1b819 = van een ander type

# of no lead
of-no-lead-aedd3f = van geen lead

# of one lead
of-one-lead-9f4a62 = van één lead

# of what is the loss a part?
of-what-is-the-loss-a-part-039f55 = van wat is het verlies een deel?

# one lead
one-lead-3bbe37 = één lead

# only a step is kept
only-a-step-is-kept-2b052e = alleen in een gewone fase kun je leads houden

# only leads have
only-leads-have-654462 = alleen leads hebben dat

# option
option-e19b94 = optie

# points fade over days or weeks
points-fade-over-days-or-weeks-5d43bb = punten koelen af over dagen of weken

# points for `{name}`, which is known only afterwards
points-for-name-which-is-known-only-afterwards-0acc5f = punten voor `{ $name }`, dat pas achteraf bekend is

# points have at most two places
points-have-at-most-two-places-636946 = punten hebben hoogstens twee cijfers na de komma

# properties
properties-de6cdc = eigenschappen

# property
property-b302c8 = eigenschap

# put it in quotes
put-it-in-quotes-e8594f = zet het tussen aanhalingstekens

# read as `{name}` here
read-as-name-here-52d674 = hier gelezen als `{ $name }`

# read from here
read-from-here-744f8f = hieruit gelezen

# say that `{field}` must be known
say-that-field-must-be-known-7f1122 = zeg dat `{ $field }` bekend moet zijn

# score
score-2f9095 = score

# scores
scores-e11a12 = scores

# several values
several-values-800523 = verschillende waarden

# stage
stage-5a9a2d = fase

# stages
stages-a101fa = fases

# stages in two places
stages-in-two-places-f7cbe9 = fases op twee plaatsen

# swap the days
swap-the-days-d7ddec = wissel de dagen om

# swap the ends
swap-the-ends-f33451 = wissel de uiteinden om

# text
text-e64e3e = tekst

# that is too many points
that-is-too-many-points-b3b50c = dat zijn te veel punten

# the entries of this list are not alike
the-entries-of-this-list-are-not-alike-1fec42 = wat in deze lijst staat, is niet van dezelfde soort

# the first
the-first-52e4ea = eerst hier

# the first entry
the-first-entry-c89f86 = het eerste in de lijst

# the first is given here
the-first-is-given-here-7fdba7 = de eerste staat hier

# the first key
the-first-key-c88a65 = de eerste sleutel

# the first of them
the-first-of-them-4eadeb = de eerste ervan

# the first one
the-first-one-15d136 = het eerste

# the key can't be optional
the-key-can-t-be-optional-6fa7e5 = de sleutel kan niet `optional` zijn

# the key of accounts
the-key-of-accounts-ee7df8 = de sleutel van accounts

# the label `{label}` never says `{text}`
the-label-label-never-says-text-715283 = het label `{ $label }` zegt nooit `{ $text }`

# the label `{name}` can't be used here
the-label-name-can-t-be-used-here-c539f8 = het label `{ $name }` kan hier niet

# the list
the-list-9c269c = de lijst

# the list `{list}` has the line `{line}`, which is not {wanted}
the-list-list-has-the-line-line-which-fa8c46 = in de lijst `{ $list }` staat de lijn `{ $line }`, maar daar hoort { $wanted }

# the list `{list}` is empty
the-list-list-is-empty-5ccbb5 = in de lijst `{ $list }` staat niets

# the loss is a part of the points
the-loss-is-a-part-of-the-points-305aee = het verlies is een deel van de punten

# the name `stage` is taken
the-name-stage-is-taken-eddf20 = de naam `stage` is bezet

# the name `{name}` is taken
the-name-name-is-taken-ef6b81 = de naam `{ $name }` is bezet

# the option `{option}` has no quotes
the-option-option-has-no-quotes-ca27f2 = rond de optie `{ $option }` staan geen aanhalingstekens

# the range is empty
the-range-is-empty-a86d46 = in het bereik past niets

# the range is upside down
the-range-is-upside-down-ac7b09 = het bereik staat omgekeerd

# the rule ends before it begins
the-rule-ends-before-it-begins-0eaaae = de regel eindigt voor ze begint

# the rule set has {count} {what}
the-rule-set-has-count-what-d74a25 = de regels hebben { $count } { $what }

# the score `{name}` can't be used here
the-score-name-can-t-be-used-here-dc80dc = de score `{ $name }` kan hier niet

# the second
the-second-7bc8c0 = daarna hier

# the stage `{stage}` is taken
the-stage-stage-is-taken-9f6d69 = de fase `{ $stage }` is bezet

# the stage `{stage}` is there twice
the-stage-stage-is-there-twice-e5b5b4 = de fase `{ $stage }` staat er twee keer

# the stage before is a name
the-stage-before-is-a-name-ff26af = de vorige fase is een naam

# the text `{text}` has no quotes
the-text-text-has-no-quotes-f5ecaa = rond de tekst `{ $text }` staan geen aanhalingstekens

# there is no such day
there-is-no-such-day-3d591f = zo'n dag bestaat niet

# there is no time zone `{zone}`
there-is-no-time-zone-zone-bc7c63 = er is geen tijdzone `{ $zone }`

# there is no {what} `{name}`
there-is-no-what-name-0aab0b = er is geen { $what } `{ $name }`

# this can't be the end of the range
this-can-t-be-the-end-of-the-9bce5a = dit kan geen uiteinde van het bereik zijn

# this is about the account already
this-is-about-the-account-already-d604b6 = dit gaat al over het account

# too fine
too-fine-0438f3 = te fijn

# too many options
too-many-options-44d3aa = te veel opties

# two fields are the key
two-fields-are-the-key-846fa8 = twee velden zijn de sleutel

# two fields hold the stage before
two-fields-hold-the-stage-before-aa3ab1 = de vorige fase staat in twee velden

# two kinds of event are `{text}` in the log
two-kinds-of-event-are-text-in-the-4ae246 = twee soorten gebeurtenissen heten `{ $text }` in het logboek

# two leads are called "{name}"
two-leads-are-called-name-1e5800 = twee leads heten "{ $name }"

# two leads in one question
two-leads-in-one-question-53e3af = twee leads in één vraag

# two options are called `{option}`
two-options-are-called-option-9392bf = twee opties heten `{ $option }`

# two stages are called `{stage}`
two-stages-are-called-stage-b03a1f = twee fases heten `{ $stage }`

# two time zones
two-time-zones-7cbca1 = twee tijdzones

# unknown where it is missing
unknown-where-it-is-missing-3d7411 = onbekend waar het ontbreekt

# what it is made from starts here
what-it-is-made-from-starts-here-860396 = hier begint waaruit het gemaakt is

# which lead is this?
which-lead-is-this-d5d02d = welke lead is dit?

# which leads belong to an account?
which-leads-belong-to-an-account-c29988 = welke leads horen bij een account?

# whose event is this?
whose-event-is-this-12be34 = van wie is deze gebeurtenis?

# whose stage was this?
whose-stage-was-this-a0d0ad = van wie was deze fase?

# without quotes
without-quotes-9941b0 = zonder aanhalingstekens

# write "{text}"
write-text-9cd473 = schrijf "{ $text }"

# write `account.{name}`
write-account-name-21eaa2 = schrijf `account.{ $name }`

# write {text}
write-text-562f61 = schrijf { $text }

# {leads} whose `{field}` is unknown are left out here
leads-whose-field-is-unknown-are-left-out-0a4a27 = { $leads } waarvan `{ $field }` onbekend is, vallen hier weg

# {names} and {more} more
names-and-more-more-4a0140 = { $names } en nog { $more }

# {path}, line {line}
path-line-line-dd3ba0 = { $path }, lijn { $line }

# Ranges hold numbers and dates; list the options.
ranges-hold-numbers-and-dates-list-the-options-c8211e = Een bereik is voor getallen en datums; noem de opties.

# the form does not say what is counted; the forms of such numbers are `epoch s` (1795161600), `epoch ms` (1795161600000) and `epoch us`
the-form-does-not-say-what-is-counted-6e96ab = de notatie zegt niet wat er geteld wordt; zulke getallen hebben de notatie `epoch s` (1795161600), `epoch ms` (1795161600000) of `epoch us`

# `{word}` is not a part of a date; the parts are dd, mm, mmm, yyyy, yy, hh, mm, ss and am
word-is-not-a-part-of-a-date-4d5eec = `{ $word }` is geen deel van een datum; de delen zijn dd, mm, mmm, yyyy, yy, hh, mm, ss en am

# day (dd)
day-dd-98512c = de dag (dd)

# month (mm)
month-mm-50d162 = de maand (mm)

# year (yyyy)
year-yyyy-9960db = het jaar (yyyy)

# the form does not say where the {name} stands
the-form-does-not-say-where-the-name-091cb3 = de notatie zegt niet waar { $name } staat

# the form has the {name} twice
the-form-has-the-name-twice-942fc6 = { $name } staat twee keer in de notatie

# the form has the time twice
the-form-has-the-time-twice-735c6e = het uur staat twee keer in de notatie

# the form does not say where the hours (hh) stand
the-form-does-not-say-where-the-hours-ef9535 = de notatie zegt niet waar de uren (hh) staan
