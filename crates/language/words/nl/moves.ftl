### Wie verschuift als regels veranderen, wat bewezen is, wat afgesproken is.

# {leads} {leads|lead|leads} as of {instant}
leads-leads-lead-leads-as-of-instant-cf18a4 = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }, gezien op { $instant }

# {accounts} {accounts|account|accounts} as of {instant}
accounts-accounts-account-accounts-as-of-instant-105f2c = { $accounts ->
    [one] 1 account
   *[other] { $accounts } accounts
  }, gezien op { $instant }

# Who moves: {leads} {leads|lead|leads} as of {instant}
who-moves-leads-leads-lead-leads-as-of-aa9076 = Wie verschuift: { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }, gezien op { $instant }

# Who moves: {accounts} {accounts|account|accounts} as of {instant}
who-moves-accounts-accounts-account-accounts-as-of-01413e = Wie verschuift: { $accounts ->
    [one] 1 account
   *[other] { $accounts } accounts
  }, gezien op { $instant }

# No lead moves; {others} more {others|has|have} other scores.
no-lead-moves-others-more-others-has-have-90acb7 = Geen lead verschuift; { $others ->
    [one] 1 lead krijgt
   *[other] { $others } leads krijgen
  } andere scores.

# No account moves; {others} more {others|has|have} other scores.
no-account-moves-others-more-others-has-have-4cffe8 = Geen account verschuift; { $others ->
    [one] 1 account krijgt
   *[other] { $others } accounts krijgen
  } andere scores.

# {moved} {moved|lead moves|leads move}; {others} more {others|has|have} other scores at the stage that they had.
moved-moved-lead-moves-leads-move-others-more-464410 = { $moved ->
    [one] 1 lead verschuift
   *[other] { $moved } leads verschuiven
  }; { $others ->
    [one] 1 andere lead blijft in dezelfde fase, maar krijgt
   *[other] { $others } andere leads blijven in dezelfde fase, maar krijgen
  } andere scores.

# {moved} {moved|account moves|accounts move}; {others} more {others|has|have} other scores at the stage that they had.
moved-moved-account-moves-accounts-move-others-more-d31d08 = { $moved ->
    [one] 1 account verschuift
   *[other] { $moved } accounts verschuiven
  }; { $others ->
    [one] 1 ander account blijft in dezelfde fase, maar krijgt
   *[other] { $others } andere accounts blijven in dezelfde fase, maar krijgen
  } andere scores.

# (no owner)
no-owner-03bc2e = (geen verantwoordelijke)

# {owner}: {edits} {edits|edit, which decides|edits, which decide} no move
owner-edits-edits-edit-which-decides-edits-which-236100 = { $owner }: { $edits ->
    [one] 1 wijziging, die over geen enkele verschuiving beslist
   *[other] { $edits } wijzigingen, die over geen enkele verschuiving beslissen
  }

# {owner}: {edits} {edits|edit, which decides|edits, which decide} {moves} {moves|move|moves}: {flows}
owner-edits-edits-edit-which-decides-edits-which-412216 = { $owner }: { $edits ->
    [one] 1 wijziging, die beslist
   *[other] { $edits } wijzigingen, die beslissen
  } over { $moves ->
    [one] 1 verschuiving
   *[other] { $moves } verschuivingen
  }: { $flows }

# {leads} from {before} to {after}
leads-from-before-to-after-b5f5aa = { $leads } van { $before } naar { $after }

# {what} {before} to {after}
what-before-to-after-ca1e6d = { $what } van { $before } naar { $after }

# {score} {before} to {after} ({change})
score-before-to-after-change-80cf78 = { $score } van { $before } naar { $after } ({ $change })

# {who}  {before} to {after}
who-before-to-after-8cf471 = { $who }  van { $before } naar { $after }

# {before} to {after}
before-to-after-19399d = van { $before } naar { $after }

# {before} to {after}: {reason}
before-to-after-reason-187927 = van { $before } naar { $after }: { $reason }

# {change}: {why}
change-why-ffa2b5 = { $change }: { $why }

# limit of {title}
limit-of-title-e7aaad = grens van "{ $title }"

# only the best of {title}
only-the-best-of-title-f3d123 = alleen het beste van "{ $title }"

# range of {title}
range-of-title-6a44e3 = grenzen van { $title }

# weight of {title}
weight-of-title-696dca = gewicht van { $title }

# rounding
rounding-58f41d = afronding

# set apart now: {reason}
set-apart-now-reason-24d70b = nu apart gezet: { $reason }

# no longer set apart: {reason}
no-longer-set-apart-reason-22736f = niet meer apart gezet: { $reason }

# no single edit decides it
no-single-edit-decides-it-1befd8 = geen enkele wijziging beslist er op zichzelf over

# {what} {how}
what-how-cef2ab = { $what } { $how }

# {what}, {how}
what-how-744329 = { $what }, { $how }

# {what}, {how}: {effects}
what-how-effects-d95d71 = { $what }, { $how }: { $effects }

# {what}, {how} ({owner})
what-how-owner-4456ff = { $what }, { $how } ({ $owner })

# {what}, {how} ({owner}): {effects}
what-how-owner-effects-96b8eb = { $what }, { $how } ({ $owner }): { $effects }

# added
added-2656e5 = toegevoegd

# removed
removed-f7ffdb = weggehaald

# changed
changed-29e89b = gewijzigd

# changed by what it uses
changed-by-what-it-uses-fd4601 = gewijzigd door wat er gebruikt wordt

# no lead has other points
no-lead-has-other-points-497415 = geen enkele lead heeft andere punten

# no account has other points
no-account-has-other-points-d664a6 = geen enkel account heeft andere punten

# other points for {leads} {leads|lead|leads}, {points} in all
other-points-for-leads-leads-lead-leads-points-0d0507 = andere punten voor { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  }, { $points } in totaal

# other points for {accounts} {accounts|account|accounts}, {points} in all
other-points-for-accounts-accounts-account-accounts-points-c90d2f = andere punten voor { $accounts ->
    [one] 1 account
   *[other] { $accounts } accounts
  }, { $points } in totaal

# alone decides {moves} {moves|move|moves}
alone-decides-moves-moves-move-moves-2698ac = beslist op zichzelf over { $moves ->
    [one] 1 verschuiving
   *[other] { $moves } verschuivingen
  }

# {moves} {moves|move has|moves have} no single edit to decide them: several edits would each be enough
moves-moves-move-has-moves-have-no-single-589a7c = { $moves ->
    [one] 1 verschuiving hangt niet van één wijziging af
   *[other] { $moves } verschuivingen hangen niet van één wijziging af
  }: meerdere wijzigingen zouden elk volstaan

# {capacity}, {more} too many
capacity-more-too-many-1fc6f3 = { $capacity }, { $more } te veel

# {capacity}, room for {more}
capacity-room-for-more-e8e698 = { $capacity }, plaats voor { $more }

# before
before-45ff3e = ervoor

# after
after-6e7dc9 = erna

# change
change-9d01bd = verschil

# capacity
capacity-18cf89 = capaciteit

# from
from-cd8075 = van

# to
to-454824 = naar

# why
why-f40e39 = waarom

# who goes where (a row: the stage before; a column: the stage after)
who-goes-where-a-row-the-stage-before-0181d9 = wie waarheen gaat (rij: de fase voor de wijziging; kolom: de fase erna)

# From (row) to (column)
from-row-to-column-b622f4 = Van (rij) naar (kolom)

# Whose edits
whose-edits-e3c5aa = Van wie de wijzigingen zijn

# whose edits (an edit decides a move that would not be without it)
whose-edits-an-edit-decides-a-move-that-cd1420 = van wie de wijzigingen zijn (een wijziging beslist over een verschuiving die er zonder haar niet zou zijn)

# nothing differs that gives a lead other points or another stage
nothing-differs-that-gives-a-lead-other-points-8656ea = niets verschilt dat een lead andere punten of een andere fase geeft

# nothing differs that gives an account other points or another stage
nothing-differs-that-gives-an-account-other-points-d4b245 = niets verschilt dat een account andere punten of een andere fase geeft

# leads that move
leads-that-move-382ae6 = leads die verschuiven

# accounts that move
accounts-that-move-75a5ef = accounts die verschuiven

# row {row} (without a key)
row-row-without-a-key-01ca52 = rij { $row } (zonder sleutel)

# and {more} more; --format json lists all, --leads N more of them
and-more-more-format-json-lists-all-leads-bd1e01 = en nog { $more }; --format json toont ze allemaal, --leads N toont er meer

# and {more} more
and-more-more-8e064e = en nog { $more }

# {leads} {leads|lead|leads} on {nights} {nights|night|nights}, {since} to {until}
leads-leads-lead-leads-on-nights-nights-night-e33107 = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  } op { $nights ->
    [one] 1 nacht
   *[other] { $nights } nachten
  }, van { $since } tot en met { $until }

# Night by night: {leads} {leads|lead|leads} on {nights} {nights|night|nights}, {since} to {until}
night-by-night-leads-leads-lead-leads-on-88f444 = Nacht na nacht: { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
  } op { $nights ->
    [one] 1 nacht
   *[other] { $nights } nachten
  }, van { $since } tot en met { $until }

# On every night every lead is at the same stage by both.
on-every-night-every-lead-is-at-the-927a2c = Elke nacht staat elke lead volgens beide in dezelfde fase.

# {apart} {apart|lead is|leads are} at another stage on some night; on the last one {at_end} {at_end|is|are}.
apart-apart-lead-is-leads-are-at-another-5f7846 = { $apart ->
    [one] 1 lead staat
   *[other] { $apart } leads staan
  } op minstens één nacht in een andere fase; op de laatste nacht { $at_end }.

# Each night each file starts from the stage that it gave the night before. Fields are taken as they are today.
each-night-each-file-starts-from-the-stage-1d7edf = Elke nacht vertrekt elk bestand van de fase die het de nacht ervoor gaf. Velden worden genomen zoals ze vandaag zijn.

# reached: before
reached-before-72cae4 = bereikt: ervoor

# left: before
left-before-058105 = verlaten: ervoor

# leads that flap: before
leads-that-flap-before-fda159 = leads die heen en weer gaan: ervoor

# {nights} {nights|night|nights} apart, first on {day}; {before} {before|change|changes} of stage before, {after} after; now {was} before, {is} after
nights-nights-night-nights-apart-first-on-day-fc9e80 = { $nights ->
    [one] 1 nacht
   *[other] { $nights } nachten
  } verschillend, voor het eerst op { $day }; fasewisselingen: { $before } (voor), { $after } (na); nu { $was } (voor), { $is } (na)

# how often leads come to a stage and fall below it again
how-often-leads-come-to-a-stage-and-aac576 = hoe vaak leads een fase bereiken en er weer onder vallen

# leads at another stage, those on the most nights first
leads-at-another-stage-those-on-the-most-07cda5 = leads in een andere fase, die met de meeste nachten eerst

# Leads at another stage
leads-at-another-stage-f96b80 = Leads in een andere fase

# nights apart
nights-apart-c04bd0 = nachten verschillend

# first
first-81d841 = voor het eerst

# changes before
changes-before-98b5f9 = wisselingen ervoor

# now before
now-before-93cb8e = nu ervoor

# the rules are about accounts too, and how these move depends on the leads that they have: name leads with --data
the-rules-are-about-accounts-too-and-how-bf9d1e = de regels gaan ook over accounts, en hoe die verschuiven, hangt af van hun leads: geef leads op met --data

# What can move
what-can-move-1642be = Wat kan verschuiven

# What can move is not decided: {reason}.
what-can-move-is-not-decided-reason-631c9d = Wat kan verschuiven, is niet beslist: { $reason }.

# No lead that could exist has another stage or other points; what labels say differs.
no-lead-that-could-exist-has-another-stage-22ed7c = Geen enkele lead die kan bestaan, heeft een andere fase of andere punten; wat labels zeggen, verschilt.

# Both mean the same: no lead that could exist has another stage or other points.
both-mean-the-same-no-lead-that-could-2446d9 = Beide betekenen hetzelfde: geen enkele lead die kan bestaan, heeft een andere fase of andere punten.

# No lead that could exist changes its stage, whether scores can differ is not decided.
no-lead-that-could-exist-changes-its-stage-2af66d = Geen enkele lead die kan bestaan, verandert van fase; of scores kunnen verschillen, is niet beslist.

# No lead that could exist changes its stage, but scores can differ.
no-lead-that-could-exist-changes-its-stage-b0fc34 = Geen enkele lead die kan bestaan, verandert van fase, maar scores kunnen verschillen.

# {moves} {moves|move can be|moves can be, each shown by a lead}.
moves-moves-move-can-be-moves-can-be-fafffe = { $moves ->
    [one] 1 verschuiving is mogelijk
   *[other] { $moves } verschuivingen zijn mogelijk, elk door een lead getoond
  }.

# No other can, for any lead that could exist.
no-other-can-for-any-lead-that-could-1b7470 = Andere zijn niet mogelijk, welke lead er ook bestaat.

# Of {moves} {moves|move|moves} it is not decided.
of-moves-moves-move-moves-it-is-not-bdf3a5 = Over { $moves ->
    [one] 1 andere
   *[other] { $moves } andere
  } is niet beslist.

# every lead that could exist, as of {instant}
every-lead-that-could-exist-as-of-instant-da54f7 = elke lead die kan bestaan, gezien op { $instant }

# moves that can be, each with a lead that shows it
moves-that-can-be-each-with-a-lead-f885c7 = mogelijke verschuivingen, elk met een lead die ze toont

# moves of which it is not decided
moves-of-which-it-is-not-decided-3ac221 = verschuivingen waarover niet beslist is

# {score} can have other points
score-can-have-other-points-cdc12e = { $score } kan andere punten hebben

# {score} is the same for every lead
score-is-the-same-for-every-lead-8c6eba = { $score } is dezelfde voor elke lead

# {score}: not decided, {reason}
score-not-decided-reason-cc69fa = { $score }: niet beslist, { $reason }

# no rule, limit, formula, exclusion or stage differs in its line
no-rule-limit-formula-exclusion-or-stage-differs-d55b70 = geen enkele lijn van een regel, grens, formule, uitsluiting of fase verschilt

# what differs
what-differs-02bbb2 = wat verschilt

# {party} on {day}
party-on-day-456a96 = { $party } op { $day }

# {party} on {day}, who must sign again
party-on-day-who-must-sign-again-a91978 = { $party } op { $day }, die opnieuw moet ondertekenen

# agreed: "{title}" ({signed})
agreed-title-signed-d9e428 = afgesproken: "{ $title }" ({ $signed })

# not agreed: "{title}" ({signed})
not-agreed-title-signed-222763 = niet afgesproken: "{ $title }" ({ $signed })

# between {parties}
between-parties-742841 = tussen { $parties }

# to be looked at again by {day}
to-be-looked-at-again-by-day-fd27fb = opnieuw te bekijken tegen { $day }

# who is at which stage
who-is-at-which-stage-262949 = wie in welke fase staat

# {stage} if {condition}
stage-if-condition-1dc7af = { $stage } als { $condition }

# {stage} if {condition}; {kept}
stage-if-condition-kept-bed034 = { $stage } als { $condition }; { $kept }

# {stage} otherwise
stage-otherwise-63d5a9 = anders { $stage }

# set apart, because "{reason}", if {condition}
set-apart-because-reason-if-condition-c71e5b = apart gezet, met als reden "{ $reason }", als { $condition }

# the score {score}, by {rules} rules, as they are written
the-score-score-by-rules-rules-as-they-d449b6 = de score { $score }, met { $rules ->
    [one] 1 regel
   *[other] { $rules } regels
  }, zoals ze er staan

# what {label} says
what-label-says-db0f31 = wat { $label } zegt

# {labels}, one after the other
labels-one-after-the-other-0f486f = { $labels }, na elkaar

# "{text}" if {condition}
text-if-condition-3885d0 = "{ $text }" als { $condition }

# "{text}" otherwise
text-otherwise-15da44 = anders "{ $text }"

# the promise "{promise}"
the-promise-promise-15974e = de belofte "{ $promise }"

# all that these are made of counts with them; meaning {meaning}
all-that-these-are-made-of-counts-with-8122e9 = alle onderdelen hiervan tellen mee; vingerafdruk van de betekenis: { $meaning }

# {party} signed on {day}: it still holds
party-signed-on-day-it-still-holds-bc94ef = { $party } ondertekende op { $day }: dat geldt nog

# {party} signed on {day}; it still holds
party-signed-on-day-it-still-holds-bc1002 = { $party } ondertekende op { $day }; dat geldt nog

# {party} signed on {day}; since then
party-signed-on-day-since-then-98a66e = { $party } ondertekende op { $day }; sindsdien

# what {party} signed can't be read: {path}: {why}
what-party-signed-can-t-be-read-path-4032a0 = wat { $party } ondertekende, is onleesbaar: { $path }: { $why }

# Agreement "{title}": agreed
agreement-title-agreed-1d44e1 = Afspraak "{ $title }": afgesproken

# Agreement "{title}": **not agreed**
agreement-title-not-agreed-a470aa = Afspraak "{ $title }": **niet afgesproken**

# **{party} must sign**: they never did
party-must-sign-they-never-did-01e174 = **{ $party } moet ondertekenen**: dat is nog nooit gebeurd

# **{party} must sign again**
party-must-sign-again-04dc63 = **{ $party } moet opnieuw ondertekenen**

# **{party} must sign again**: {path}: {why}
party-must-sign-again-path-why-283dae = **{ $party } moet opnieuw ondertekenen**: { $path }: { $why }

# {one}; {other}
one-other-ff16aa = { $one }; { $other }

# {line}  # shows it
line-shows-it-6ddde3 = { $line }  # toont het

# # a lead of which nothing is known
a-lead-of-which-nothing-is-known-4dab3d = # een lead waarvan niets bekend is

# {file} has no column `{column}`; an earlier run is a file that `leadrules score` wrote with these rules
file-has-no-column-column-an-earlier-run-4a0343 = { $file } heeft geen kolom `{ $column }`; een vorige run is een bestand dat `leadrules score` met deze regels schreef

# {file}: the column `stage` holds too many different texts to be stages
file-the-column-stage-holds-too-many-different-c2354b = { $file }: de kolom `stage` bevat te veel verschillende teksten om fases te zijn

# {line}  # {times} times
line-times-times-867b9e = { $line }  # { $times } keer

# totals {totals}
totals-totals-0ba773 = totalen { $totals }

# totals {totals}; undecided: {reason}
totals-totals-undecided-reason-5d324f = totalen { $totals }; niet beslist: { $reason }

# totals undecided: {reason}
totals-undecided-reason-7ae229 = totalen niet beslist: { $reason }

# {totals} of them: {first}, …, {last}
totals-of-them-first-last-3205db = ({ $totals }): { $first }, …, { $last }

# at most {points}; undecided: {reason}
at-most-points-undecided-reason-c2525e = hoogstens { $points }; niet beslist: { $reason }

# at least {points}; undecided: {reason}
at-least-points-undecided-reason-b326bc = minstens { $points }; niet beslist: { $reason }

# undecided: {reason}
undecided-reason-567d6c = niet beslist: { $reason }

# it is never known
it-is-never-known-97181d = nooit bekend

# can be reached
can-be-reached-7c1a00 = kan bereikt worden

# with {score} {points} or more
with-score-points-or-more-790d54 = met { $score } { $points } of meer

# also without what {stage} asks:
also-without-what-stage-asks-50ff88 = ook zonder wat { $stage } vraagt:

# no lead can reach it
no-lead-can-reach-it-ce858e = geen enkele lead kan ze bereiken

# no account can reach it
no-account-can-reach-it-dfd065 = geen enkel account kan ze bereiken

# stages of account
stages-of-account-126344 = fases van accounts

# promises
promises-a41823 = beloften

# promises of account
promises-of-account-51e04b = beloften over accounts

# {name}: {verdict}
name-verdict-2bb3df = { $name }: { $verdict }

# what is signed lies beside the rule file: name the file, not standard input
what-is-signed-lies-beside-the-rule-file-6df093 = wat ondertekend is, ligt naast het regelbestand: geef het bestand op, niet de standaardinvoer

# --events goes with --data
events-goes-with-data-64251e = --events hoort bij --data

# {party} has signed this already, and it still holds
party-has-signed-this-already-and-it-still-b1a3c7 = { $party } heeft dit al ondertekend, en dat geldt nog

# nothing was signed
nothing-was-signed-158bc5 = er is niets ondertekend

# nothing was signed: the rules can't be written as one file ({finding})
nothing-was-signed-the-rules-can-t-be-706120 = er is niets ondertekend: de regels kunnen niet als één bestand geschreven worden ({ $finding })

# nothing was signed: can't make the folder {folder}: {why}
nothing-was-signed-can-t-make-the-folder-d4e865 = er is niets ondertekend: de map { $folder } kan niet gemaakt worden: { $why }

# nothing was signed: nobody can be asked here; say --yes to sign
nothing-was-signed-nobody-can-be-asked-here-91df5c = er is niets ondertekend: hier kan niemand iets gevraagd worden; gebruik --yes om te ondertekenen

# nothing was signed: {path} has changed while it was being read; look at it again
nothing-was-signed-path-has-changed-while-it-449afc = er is niets ondertekend: { $path } is veranderd terwijl het gelezen werd; bekijk het opnieuw

# {party} signed "{title}": wrote {path}; commit it with the rules
party-signed-title-wrote-path-commit-it-with-da82b2 = { $party } ondertekende "{ $title }": { $path } is geschreven; commit het samen met de regels

# {path} has no agreement; write one: agreement "…" {{ between marketing, sales; covers stages }}
path-has-no-agreement-write-one-agreement-between-f17381 = { $path } heeft geen afspraak; schrijf er een: agreement "…" {"{"} between marketing, sales; covers stages {"}"}

# --agreement: there is no "{title}", but {titles}
agreement-there-is-no-title-but-titles-aef3b0 = --agreement: er is geen "{ $title }", wel { $titles }

# {party} is no party of "{title}", which is between {parties}.
party-is-no-party-of-title-which-is-f6a5c4 = { $party } is geen partij van "{ $title }", een afspraak tussen { $parties }.

# {party} is no party of "{title}" and the others, which is between {parties}.
party-is-no-party-of-title-and-the-948709 = { $party } is geen partij van "{ $title }" en de andere, die tussen { $parties } zijn.

# Sign as {party}? [y/N]
sign-as-party-y-n-e34467 = Ondertekenen als { $party }? [j/N]

# --events goes with --data: without leads every event that could happen is looked at
events-goes-with-data-without-leads-every-event-7e37eb = --events hoort bij --data: zonder leads wordt elke mogelijke gebeurtenis bekeken

# --accounts goes with --data: which accounts there are, and what they did, leads say
accounts-goes-with-data-which-accounts-there-are-183f40 = --accounts hoort bij --data: leads zeggen welke accounts er zijn, en wat die deden

# --capacity: there is no stage `{stage}`; the stages are {stages}
capacity-there-is-no-stage-stage-the-stages-acda74 = --capacity: er is geen fase `{ $stage }`; de fases zijn { $stages }

# --since: the rules are about accounts too, which are not followed night by night yet; leave it out to compare both files at one instant
since-the-rules-are-about-accounts-too-which-b38c72 = --since: de regels gaan ook over accounts, die nog niet nacht na nacht gevolgd worden; laat het weg om beide bestanden op één moment te vergelijken

# `{day}` is no day for --since; write it as 2026-11-23
day-is-no-day-for-since-write-it-226057 = `{ $day }` is geen dag voor --since; schrijf zoals 2026-11-23

# --since is later than --as-of: there is no night between them
since-is-later-than-as-of-there-is-6145d3 = --since is later dan --as-of: er ligt geen nacht tussen

# No lead that could exist has another stage or other points.
no-lead-that-could-exist-has-another-stage-577d1e = Geen lead die er zou kunnen zijn, heeft een andere fase of andere punten.

# The same data may give other leads: {why}. What follows is said of one and the same lead.
the-same-data-may-give-other-leads-why-3cbd7d = Dezelfde data kan andere leads geven: { $why }. Wat volgt, geldt van een en dezelfde lead.
