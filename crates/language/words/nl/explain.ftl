### Waarom een lead zijn punten heeft, en wat tests zeggen.

# (without a key)
without-a-key-c9e2b0 = (zonder sleutel)

# a lead without a key
a-lead-without-a-key-b9f8c2 = een lead zonder sleutel

# and {more} more; --coverage lists all
and-more-more-coverage-lists-all-f1f89b = en nog { $more }; --coverage toont alles

# breaks the promise "{promise}"
breaks-the-promise-promise-49085c = breekt de belofte "{ $promise }"

# breaks the promise "{promise}": {line}
breaks-the-promise-promise-line-d1bea8 = breekt de belofte "{ $promise }": { $line }

# excluded: {reason}
excluded-reason-062919 = apart gezet: { $reason }

# expected {condition}
expected-condition-6608d8 = verwacht: { $condition }

# expected {condition}; {came}
expected-condition-came-d4ee09 = verwacht: { $condition }; { $came }

# its leads
its-leads-0b9622 = de leads ervan

# kept there: a new lead like it would be {stage}
kept-there-a-new-lead-like-it-would-fb6f6e = daar gehouden: een nieuwe lead zoals deze zou { $stage } zijn

# kept within {range} (the rules give {sum})
kept-within-range-the-rules-give-sum-a024e2 = binnen { $range } gehouden (de regels geven { $sum })

# limit of the group (its rules give {sum})
limit-of-the-group-its-rules-give-sum-94d1bf = grens van de groep (haar regels geven { $sum })

# met
met-ad6a29 = voldaan

# no
no-366ffa = nee

# no data
no-data-bba6ae = geen data

# not met
not-met-20c5d0 = niet voldaan

# once
once-88b0c4 = één keer

# outside its dates
outside-its-dates-cd4e7f = buiten de datums ervan

# rules that no test made fire:
rules-that-no-test-made-fire-fe4257 = regels die geen enkele test deed gelden:

# set apart: {reason}
set-apart-reason-79e6a7 = apart gezet: { $reason }

# sides of conditions that no test had:
sides-of-conditions-that-no-test-had-f7e483 = uitkomsten van voorwaarden die geen enkele test had:

# the test "{test}" failed
the-test-test-failed-ee502d = de test "{ $test }" is mislukt

# what is asked over its leads
what-is-asked-over-its-leads-4e0eac = wat over de leads ervan gevraagd wordt

# yes
yes-9f3590 = ja

# {failed} {failed|test|tests} failed
failed-failed-test-tests-failed-eb9def = { $failed ->
    [one] 1 test mislukt
   *[other] { $failed } tests mislukt
  }

# {failed}, {passed} passed
failed-passed-passed-9b0ace = { $failed }, { $passed } geslaagd

# {fired} of {rules} rules fired in a test; {seen} of {sides} sides of conditions were seen
fired-of-rules-rules-fired-in-a-test-2fecfe = { $fired ->
    [one] { $fired } van { $rules } regels gold
   *[other] { $fired } van { $rules } regels golden
  } in een test; { $seen ->
    [one] { $seen } van { $sides } uitkomsten van voorwaarden is gezien
   *[other] { $seen } van { $sides } uitkomsten van voorwaarden zijn gezien
  }

# {key} is {stage} as of {as_of}
key-is-stage-as-of-as-of-4e98cf = { $key } is { $stage }, gezien op { $as_of }

# {name} is unknown
name-is-unknown-6830be = { $name } is onbekend

# {name} is {value}
name-is-value-5188f5 = { $name } is { $value }

# {passed} {passed|test|tests} passed
passed-passed-test-tests-passed-8cab20 = { $passed ->
    [one] 1 test geslaagd
   *[other] { $passed } tests geslaagd
  }

# {path}: no test with such a title
path-no-test-with-such-a-title-93013d = { $path }: geen test met zo'n titel

# {path}: no tests
path-no-tests-ce1328 = { $path }: geen tests

# {points} before its limit
points-before-its-limit-051c0a = { $points } voor de grens

# {points} outdone by another in the group
points-outdone-by-another-in-the-group-deecad = { $points } overtroffen door een andere in de groep

# {rules} {rules|rule|rules} could not be told: no data
rules-rules-rule-rules-could-not-be-told-beb1d5 = { $rules ->
    [one] van 1 regel is niet te zeggen of hij geldt
   *[other] van { $rules } regels is niet te zeggen of ze gelden
  }: geen data

# {score} (kept by {owner})
score-kept-by-owner-d80ec6 = { $score } (beheerd door { $owner })

# {stage} ({reason}; does not count)
stage-reason-does-not-count-fa9b3a = { $stage } ({ $reason }; telt niet mee)

# {subject} (no row)
subject-no-row-c55b8d = { $subject } (geen rij)

# {subject} (no row): {facts}
subject-no-row-facts-c29cd2 = { $subject } (geen rij): { $facts }

# {times} times
times-times-41b40d = { $times } keer

# {title} (group)
title-group-c29c29 = { $title } (groep)

# {title} (group, best only)
title-group-best-only-7930ad = { $title } (groep, alleen het beste)

# {what}: {note}
what-note-2c43f1 = { $what }: { $note }

# unknown how often
unknown-how-often-406d2f = onbekend hoe vaak
