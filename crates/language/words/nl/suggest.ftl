### Wat de data zouden zeggen: een voorstel voor punten en regels.

# AUC {auc}
auc-auc-d69ec3 = AUC { $auc }

# AUC {auc} ({low} to {high})
auc-auc-low-to-high-b09f79 = AUC { $auc } ({ $low } tot { $high })

# Proposed by `leadrules suggest` from what became of {leads} leads ({which}).
proposed-by-leadrules-suggest-from-what-became-of-d71d83 = Voorgesteld door `leadrules suggest`, uit de afloop van { $leads } leads ({ $which }).

# `{at}` is known of {converted} of the leads that converted and of {others} of the others: they would be seen at different times, and that alone would tell them apart; give --at a column that all leads have, such as the day each was decided or first called
at-is-known-of-converted-of-the-leads-31a49b = `{ $at }` is bekend van { $converted } van de gewonnen leads en van { $others } van de andere: ze zouden op verschillende momenten bekeken worden, en dat alleen al zou ze onderscheiden; geef --at een kolom die alle leads hebben, zoals de dag waarop over elke lead beslist is of waarop hij voor het eerst gebeld is

# `{field}` was left out: alone it reaches an AUC of {auc}, {why}
field-was-left-out-alone-it-reaches-an-8c2e12 = `{ $field }` is weggelaten: op zichzelf haalt het een AUC van { $auc }, { $why }

# a date: how long ago it is depends on when one looks
a-date-how-long-ago-it-is-depends-f112b8 = een datum: hoelang geleden die is, hangt af van wanneer je kijkt

# a text of {values} values; they can earn points once it is `choice {{ {options} }}`
a-text-of-values-values-they-can-earn-b11c51 = een tekst met { $values } waarden; die kunnen punten opleveren zodra je `choice {"{"} { $options } {"}"}` schrijft

# a text that is the same for all that have one
a-text-that-is-the-same-for-all-4755e2 = een tekst die bij alle leads die hem hebben dezelfde is

# a text, and empty
a-text-and-empty-a5e471 = een tekst, en nooit ingevuld

# a text: declare the values that matter as a choice
a-text-declare-the-values-that-matter-as-5b2e1c = een tekst: geef de waarden die ertoe doen op als `choice`

# all leads of about the same time have about the same: it says when a lead came
all-leads-of-about-the-same-time-have-2b94ff = leads van ongeveer dezelfde tijd hebben ongeveer hetzelfde: het zegt wanneer een lead kwam

# an address
an-address-4590da = een adres

# and over time
and-over-time-ef05b9 = en door de tijd heen

# and the score's range as {range}, so that nothing is cut off
and-the-score-s-range-as-range-so-f4f63e = en het bereik van de score wordt { $range }, zodat er niets afgesneden wordt

# as it is
as-it-is-aa3ef2 = zoals nu

# as suggested
as-suggested-d5b9d2 = zoals voorgesteld

# before {day} by {field}
before-day-by-field-7de695 = vóór { $day } volgens { $field }

# each rule on the leads it was tried on: what became of them with and without it, what dropping it does
each-rule-on-the-leads-it-was-tried-5ecab7 = elke regel, op de proefleads: wat er met en zonder de regel van hen werd, en wat weglaten doet

# every lead was at it before: say --capacity or --rate to set it by
every-lead-was-at-it-before-say-capacity-92f3dd = vroeger haalde elke lead die drempel: kies hem met --capacity of --rate

# fields left aside
fields-left-aside-9a24e9 = velden die niet gebruikt zijn

# how well it ranks the leads it was tried on
how-well-it-ranks-the-leads-it-was-feb0f2 = hoe goed de score de proefleads rangschikt

# learnt from
learnt-from-9ba7a1 = hieruit geleerd

# lines about events can't be tried ({why}); please report this with the rule file
lines-about-events-can-t-be-tried-why-13512b = lijnen over gebeurtenissen kunnen niet uitgeprobeerd worden ({ $why }); meld dit, met het regelbestand erbij

# more leads than that have the most points there are: none get there
more-leads-than-that-have-the-most-points-7b085c = meer leads dan dat hebben het hoogste aantal punten: geen enkele haalt het

# new rules
new-rules-9990aa = nieuwe regels

# no bar is high enough for that rate: here {share} of the leads learnt from convert
no-bar-is-high-enough-for-that-rate-8612f0 = geen enkele drempel is daar hoog genoeg voor: hier is { $share } van de leads waaruit geleerd is gewonnen

# no better than it is: leave the rules as they are, or come back with more leads
no-better-than-it-is-leave-the-rules-77e8b5 = niet beter dan nu: laat de regels zoals ze zijn, of kom terug met meer leads

# no date says when leads came: so many of all leads in the data get there
no-date-says-when-leads-came-so-many-988e9f = geen datum zegt wanneer leads kwamen: zoveel van alle leads in de data halen het

# no lead was at it before: say --capacity or --rate to set it by
no-lead-was-at-it-before-say-capacity-04f767 = vroeger haalde geen enkele lead die drempel: kies hem met --capacity of --rate

# nothing in the data tells leads that converted from the others for certain, so there is nothing to suggest
nothing-in-the-data-tells-leads-that-converted-4e2a1b = niets in de data onderscheidt gewonnen leads met zekerheid van de andere, dus er is niets voor te stellen

# nothing was written: on the leads that nothing was learnt from, `{score}` ranks worse as suggested (AUC {after}) than as it is ({before}); --force writes it all the same
nothing-was-written-on-the-leads-that-nothing-d82c19 = er is niets geschreven: op de leads waar niets uit geleerd is, rangschikt `{ $score }` slechter zoals voorgesteld (AUC { $after }) dan zoals nu ({ $before }); met --force wordt het toch geschreven

# rules go that look at what is not to be used: as it is, the score may rank well because it knows the answer
rules-go-that-look-at-what-is-not-447bc0 = regels die kijken naar wat niet gebruikt mag worden, vallen weg: zoals nu rangschikt de score misschien goed omdat ze het antwoord kent

# rules that are there
rules-that-are-there-5bbfd1 = bestaande regels

# score {score}: learnt from {learnt} leads, tried on {held_out} others
score-score-learnt-from-learnt-leads-tried-on-ac656e = score { $score }: geleerd uit { $learnt } leads, uitgeprobeerd op { $held_out } andere

# seed {seed}
seed-seed-0d39eb = seed { $seed }

# stages of the leads it was tried on, as suggested
stages-of-the-leads-it-was-tried-on-93a545 = fases van de proefleads, zoals voorgesteld

# suspicious: fields that alone tell leads apart too well
suspicious-fields-that-alone-tell-leads-apart-too-ec6051 = verdacht: velden die op zichzelf leads te goed onderscheiden

# texts: declare the entries that matter as a list of choices
texts-declare-the-entries-that-matter-as-a-631176 = teksten: geef de waarden die ertoe doen op als `list of choice`

# the others are the latest: their `{field}` is {day} or later
the-others-are-the-latest-their-field-is-ee8020 = de andere zijn de laatste: hun `{ $field }` is { $day } of later

# the suggested rules can't be used ({why}); please report this with the rule file
the-suggested-rules-can-t-be-used-why-455816 = de voorgestelde regels zijn niet bruikbaar ({ $why }); meld dit, met het regelbestand erbij

# there is no field `{field}` to ignore or trust
there-is-no-field-field-to-ignore-or-ee3a90 = er is geen veld `{ $field }` om te negeren of te vertrouwen

# there is no rule `{rule}` in the score whose sign could be kept
there-is-no-rule-rule-in-the-score-f0cffb = de score heeft geen regel `{ $rule }` waarvan het teken behouden kan blijven

# there is no score `{score}` that is made of rules
there-is-no-score-score-that-is-made-7ccc76 = er is geen score `{ $score }` die uit regels bestaat

# too few leads to learn from: {converted} that converted and {others} that did not, where {fewest} of each are the least that says anything
too-few-leads-to-learn-from-converted-that-4b4cbd = te weinig leads om uit te leren: { $converted } gewonnen en { $others } niet gewonnen, en met minder dan { $fewest } van elk valt er niets te zeggen

# what leads did is seen as of one instant: if some were decided before it, name the column that says when with --at, or what they did afterwards counts as well
what-leads-did-is-seen-as-of-one-820345 = wat leads deden, wordt op één moment bekeken: is over sommige eerder beslist, noem dan met --at de kolom die zegt wanneer, want anders telt ook mee wat ze daarna deden

# where stages begin
where-stages-begin-14ee36 = waar fases beginnen

# which leads are which follows from their keys and --seed {seed}
which-leads-are-which-follows-from-their-keys-3209bb = uit hun sleutels en --seed { $seed } volgt waarvoor elke lead dient

# {field}: AUC {auc} alone; {why} (a rule that is there looks at it)
field-auc-auc-alone-why-a-rule-that-a5164a = { $field }: op zichzelf AUC { $auc }; { $why } (een bestaande regel kijkt ernaar)

# {field}: AUC {auc} alone; {why} (left out; --trust {field} uses it)
field-auc-auc-alone-why-left-out-trust-ce02af = { $field }: op zichzelf AUC { $auc }; { $why } (weggelaten; met --trust { $field } wordt het gebruikt)

# {field}: AUC {auc} alone; {why} (used, since it is trusted)
field-auc-auc-alone-why-used-since-it-f1f32b = { $field }: op zichzelf AUC { $auc }; { $why } (gebruikt, want je vertrouwt het)

# {from} → gone
from-gone-71e146 = { $from } → weg

# {leads} leads, {rate} converted
leads-leads-rate-converted-28a567 = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }, { $rate } gewonnen

# {stage}: {score} >= {from} → {to}; {before} leads were at this bar before, {now} would be
stage-score-from-to-before-leads-were-at-aa301e = { $stage }: { $score } >= { $from } → { $to }; tot nu { $before ->
    [one] 1 lead
   *[other] { $before } leads
  }, straks { $now }

# {stage}: {score} >= {from} → {to}; {before} leads were at this bar before, {now} would be ({remark})
stage-score-from-to-before-leads-were-at-a6d7bd = { $stage }: { $score } >= { $from } → { $to }; tot nu { $before ->
    [one] 1 lead
   *[other] { $before } leads
  }, straks { $now } ({ $remark })
