### Pourquoi un lead a ses points, et ce que disent les tests.

# (without a key)
without-a-key-c9e2b0 = (sans clé)

# a lead without a key
a-lead-without-a-key-b9f8c2 = un lead sans clé

# and {more} more; --coverage lists all
and-more-more-coverage-lists-all-f1f89b = et encore { $more } ; --coverage montre tout

# breaks the promise "{promise}"
breaks-the-promise-promise-49085c = ne tient pas la promesse "{ $promise }"

# breaks the promise "{promise}": {line}
breaks-the-promise-promise-line-d1bea8 = ne tient pas la promesse "{ $promise }" : { $line }

# excluded: {reason}
excluded-reason-062919 = mis à part : { $reason }

# expected {condition}
expected-condition-6608d8 = attendu : { $condition }

# expected {condition}; {came}
expected-condition-came-d4ee09 = attendu : { $condition } ; { $came }

# its leads
its-leads-0b9622 = ses leads

# kept there: a new lead like it would be {stage}
kept-there-a-new-lead-like-it-would-fb6f6e = maintenu là : un nouveau lead comme lui serait { $stage }

# kept within {range} (the rules give {sum})
kept-within-range-the-rules-give-sum-a024e2 = maintenu dans { $range } (les règles donnent { $sum })

# limit of the group (its rules give {sum})
limit-of-the-group-its-rules-give-sum-94d1bf = limite du groupe (ses règles donnent { $sum })

# met
met-ad6a29 = remplie

# no
no-366ffa = non

# no data
no-data-bba6ae = pas de données

# not met
not-met-20c5d0 = pas remplie

# once
once-88b0c4 = une fois

# outside its dates
outside-its-dates-cd4e7f = en dehors de ses dates

# rules that no test made fire:
rules-that-no-test-made-fire-fe4257 = règles qu'aucun test n'a fait jouer :

# set apart: {reason}
set-apart-reason-79e6a7 = mis à part : { $reason }

# sides of conditions that no test had:
sides-of-conditions-that-no-test-had-f7e483 = issues de conditions qu'aucun test n'a eues :

# the test "{test}" failed
the-test-test-failed-ee502d = le test "{ $test }" a échoué

# what is asked over its leads
what-is-asked-over-its-leads-4e0eac = ce qui est demandé sur ses leads

# yes
yes-9f3590 = oui

# {failed} {failed|test|tests} failed
failed-failed-test-tests-failed-eb9def = { $failed ->
    [one] { $failed } test échoué
   *[other] { $failed } tests échoués
  }

# {failed}, {passed} passed
failed-passed-passed-9b0ace = { $failed }, { $passed ->
    [one] { $passed } réussi
   *[other] { $passed } réussis
  }

# {fired} of {rules} rules fired in a test; {seen} of {sides} sides of conditions were seen
fired-of-rules-rules-fired-in-a-test-2fecfe = { $fired ->
    [one] { $fired } règle sur { $rules } a joué
   *[other] { $fired } règles sur { $rules } ont joué
  } dans un test ; { $seen ->
    [one] { $seen } issue de conditions sur { $sides } a été vue
   *[other] { $seen } issues de conditions sur { $sides } ont été vues
  }

# {key} is {stage} as of {as_of}
key-is-stage-as-of-as-of-4e98cf = { $key } est { $stage }, vu au { $as_of }

# {name} is unknown
name-is-unknown-6830be = { $name } est inconnu

# {name} is {value}
name-is-value-5188f5 = { $name } est { $value }

# {passed} {passed|test|tests} passed
passed-passed-test-tests-passed-8cab20 = { $passed ->
    [one] { $passed } test réussi
   *[other] { $passed } tests réussis
  }

# {path}: no test with such a title
path-no-test-with-such-a-title-93013d = { $path } : aucun test avec un tel titre

# {path}: no tests
path-no-tests-ce1328 = { $path } : aucun test

# {points} before its limit
points-before-its-limit-051c0a = { $points } avant sa limite

# {points} outdone by another in the group
points-outdone-by-another-in-the-group-deecad = { $points } dépassé par un autre dans le groupe

# {rules} {rules|rule|rules} could not be told: no data
rules-rules-rule-rules-could-not-be-told-beb1d5 = { $rules ->
    [one] { $rules } règle ne peut être jugée
   *[other] { $rules } règles ne peuvent être jugées
  } : pas de données

# {score} (kept by {owner})
score-kept-by-owner-d80ec6 = { $score } (tenu par { $owner })

# {stage} ({reason}; does not count)
stage-reason-does-not-count-fa9b3a = { $stage } ({ $reason } ; ne compte pas)

# {subject} (no row)
subject-no-row-c55b8d = { $subject } (aucune ligne)

# {subject} (no row): {facts}
subject-no-row-facts-c29cd2 = { $subject } (aucune ligne) : { $facts }

# {times} times
times-times-41b40d = { $times } fois

# {title} (group)
title-group-c29c29 = { $title } (groupe)

# {title} (group, best only)
title-group-best-only-7930ad = { $title } (groupe, le meilleur seulement)

# {what}: {note}
what-note-2c43f1 = { $what } : { $note }

# unknown how often
unknown-how-often-406d2f = on ne sait pas combien de fois
