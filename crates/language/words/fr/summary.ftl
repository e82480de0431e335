### Ce qui est dit après un calcul.

# "{promise}": {line}, but {count} {count|account|accounts}: {named}
promise-line-but-count-count-account-accounts-named-123b67 = "{ $promise }" : { $line }, mais { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
  } : { $named }

# "{promise}": {line}, but {count} {count|lead|leads}: {named}
promise-line-but-count-count-lead-leads-named-b86ffb = "{ $promise }" : { $line }, mais { $count ->
    [one] { $count } lead
   *[other] { $count } leads
  } : { $named }

# and {rules} more rules
and-rules-more-rules-f915b9 = et encore { $rules } règles

# and {rules} more rules, {never} of which never fired
and-rules-more-rules-never-of-which-never-326883 = et encore { $rules } règles, dont { $never } n'ont jamais joué

# columns that the data does not have: unknown of every account
columns-that-the-data-does-not-have-unknown-d1f945 = colonnes absentes des données : inconnues pour chaque compte

# columns that the data does not have: unknown of every lead
columns-that-the-data-does-not-have-unknown-7aa288 = colonnes absentes des données : inconnues pour chaque lead

# columns that the log does not have
columns-that-the-log-does-not-have-fb8742 = colonnes absentes du journal

# down
down-b9b915 = plus bas

# events read as {form}
events-read-as-form-a69f62 = événements lus comme { $form }

# gone
gone-62aaae = parti

# least
least-6712b6 = minimum

# mean
mean-de2954 = moyenne

# most
most-532132 = maximum

# new
new-999611 = nouveau

# promises that accounts break
promises-that-accounts-break-d3503b = promesses que des comptes ne tiennent pas

# promises that leads break
promises-that-leads-break-811250 = promesses que des leads ne tiennent pas

# properties that no event has
properties-that-no-event-has-8abeb4 = propriétés qu'aucun événement n'a

# read as {form}
read-as-form-4eba8f = lu comme { $form }

# rows of accounts
rows-of-accounts-7dfb07 = lignes des comptes

# rows of leads
rows-of-leads-28f4e2 = lignes des leads

# rows of the log
rows-of-the-log-f54230 = lignes du journal

# rows with a key that another row of {file} has: {rows}; the last counts
rows-with-a-key-that-another-row-of-b30a60 = lignes avec une clé qu'une autre ligne de { $file } a aussi : { $rows } ; la dernière compte

# rules: share of leads for which each fired
rules-share-of-leads-for-which-each-fired-6add90 = règles : part des leads pour lesquels chacune a joué

# same
same-0c4a3b = pareil

# since {file}
since-file-05a22d = depuis { $file }

# stages that these rules do not have, taken as the lowest: {stages}
stages-that-these-rules-do-not-have-taken-f638e8 = phases que ces règles n'ont pas, prises pour la plus basse : { $stages }

# stages that these rules do not have: such leads count as new
stages-that-these-rules-do-not-have-such-e36ce6 = phases que ces règles n'ont pas : de tels leads comptent comme nouveaux

# the column {column} stands there again, here called {new}
the-column-column-stands-there-again-here-called-348e02 = la colonne { $column } s'y trouve encore une fois, appelée ici { $new }

# the column {column} taken for the number of each event, as no rule says what it is
the-column-column-taken-for-the-number-of-49ff68 = la colonne { $column } est prise pour le numéro de chaque événement, car aucune règle ne dit ce qu'elle est

# the rules look at no events, so the log was not read
the-rules-look-at-no-events-so-the-9401b0 = les règles ne regardent aucun événement, le journal n'a donc pas été lu

# unknown of every lead
unknown-of-every-lead-c13875 = inconnu pour chaque lead

# unknown of {leads} leads
unknown-of-leads-leads-ad1c46 = { $leads ->
    [one] inconnu pour { $leads } lead
   *[other] inconnu pour { $leads } leads
  }

# up
up-430b20 = plus haut

# values that do not fit their field: unknown to every rule
values-that-do-not-fit-their-field-unknown-552d81 = valeurs qui ne conviennent pas à leur champ : inconnues de chaque règle

# values that do not fit their property
values-that-do-not-fit-their-property-c04a44 = valeurs qui ne conviennent pas à leur propriété

# without an event log: nothing is known of what leads did
without-an-event-log-nothing-is-known-of-81d689 = sans journal : on ne sait rien de ce que les leads ont fait

# wrote {path}
wrote-path-39d2c3 = { $path } écrit

# {accounts} {accounts|account|accounts}
accounts-accounts-account-accounts-c12228 = { $accounts ->
    [one] { $accounts } compte
   *[other] { $accounts } comptes
  }

# {events} ignored, as the rules say
events-ignored-as-the-rules-say-4647a3 = { $events ->
    [one] { $events } ignoré
   *[other] { $events } ignorés
  }, comme le disent les règles

# {events} later than this instant, left out
events-later-than-this-instant-left-out-5a7099 = { $events } après ce moment, laissés de côté

# {events} left out: its time can't be read: {named}
events-left-out-its-time-can-t-be-db60a7 = { $events ->
    [one] { $events } laissé de côté
   *[other] { $events } laissés de côté
  } : le moment ne peut être lu : { $named }

# {events} left out: no kind named: {named}
events-left-out-no-kind-named-named-9e7334 = { $events ->
    [one] { $events } laissé de côté
   *[other] { $events } laissés de côté
  } : aucun type indiqué : { $named }

# {events} left out: no lead named: {named}
events-left-out-no-lead-named-named-c847e8 = { $events ->
    [one] { $events } laissé de côté
   *[other] { $events } laissés de côté
  } : aucun lead indiqué : { $named }

# {events} left out: not an event: {named}
events-left-out-not-an-event-named-154358 = { $events ->
    [one] { $events } laissé de côté
   *[other] { $events } laissés de côté
  } : pas un événement : { $named }

# {events} {events|event has|events have} the number of another lead's event; each counts for its own lead
events-events-event-has-events-have-the-number-e1d397 = { $events ->
    [one] { $events } événement a
   *[other] { $events } événements ont
  } le numéro d'un événement d'un autre lead ; chacun compte pour son propre lead

# {events} {events|event of a kind|events of kinds} that the rules do not declare: {kinds}
events-events-event-of-a-kind-events-of-9658a4 = { $events ->
    [one] { $events } événement d'un type
   *[other] { $events } événements de types
  } que les règles ne déclarent pas : { $kinds }

# {events} {events|event|events}
events-events-event-events-5a8f96 = { $events ->
    [one] { $events } événement
   *[other] { $events } événements
  }

# {events} {events|event|events} of {leads} {leads|lead that is|leads that are} not in the data: {names}
events-events-event-events-of-leads-leads-lead-46433f = { $events ->
    [one] { $events } événement
   *[other] { $events } événements
  } de { $leads ->
    [one] { $leads } lead absent
   *[other] { $leads } leads absents
  } des données : { $names }

# {leads} {leads|lead|leads} scored as of {as_of}
leads-leads-lead-leads-scored-as-of-as-14f1c9 = { $leads ->
    [one] { $leads } lead scoré, vu
   *[other] { $leads } leads scorés, vus
  } au { $as_of }

# {name}: no {wanted}
name-no-wanted-95d10a = { $name } : pas de { $wanted }

# {name}: no {wanted}; is it {near}?
name-no-wanted-is-it-near-b03a4d = { $name } : pas de { $wanted } ; est-ce { $near } ?

# {name}: {count} ({of}), {named}
name-count-of-named-d68e9a = { $name } : { $count } ({ $of }), { $named }

# {name}: {count} ({of}), {why}: {named}
name-count-of-why-named-86f60e = { $name } : { $count } ({ $of }), { $why } : { $named }

# {name}: {entries} entries are no option, {named}
name-entries-entries-are-no-option-named-e08b8f = { $name } : { $entries } valeurs de listes ne sont pas des options, { $named }

# {name}: {values} rounded to six places
name-values-rounded-to-six-places-1944c6 = { $name } : { $values } arrondi à six décimales

# {path}: {errors}; nothing was written
path-errors-nothing-was-written-063077 = { $path } : { $errors } ; rien n'a été écrit

# {rows} blank, left out
rows-blank-left-out-c00c01 = { $rows ->
    [one] { $rows } ligne blanche
   *[other] { $rows } lignes blanches
  }, laissées de côté

# {rows} not in UTF-8, read as Windows-1252: {odd}
rows-not-in-utf-8-read-as-windows-625011 = { $rows } pas en UTF-8, lu comme Windows-1252 : { $odd }

# {rows} of these {rows|says|say} something else in its properties: the lowest values count
rows-of-these-rows-says-say-something-else-3a96b9 = { $rows ->
    [one] { $rows } d'entre eux dit
   *[other] { $rows } d'entre eux disent
  } autre chose dans les propriétés : les valeurs les plus basses comptent

# {rows} with a key that an earlier one has: {keys}
rows-with-a-key-that-an-earlier-one-b699c4 = { $rows } avec une clé qu'une ligne précédente a : { $keys }

# {rows} with fewer cells than columns, the rest unknown{places}
rows-with-fewer-cells-than-columns-the-rest-aeeccb = { $rows } avec moins de cellules que de colonnes, le reste inconnu{ $places }

# {rows} with more cells than columns, the rest left out{places}
rows-with-more-cells-than-columns-the-rest-f405de = { $rows } avec plus de cellules que de colonnes, le reste laissé de côté{ $places }

# {rows} with the header again or a line under it, left out{places}
rows-with-the-header-again-or-a-line-6cd930 = { $rows } avec encore l'en-tête ou un trait dessous, laissé de côté{ $places }

# {rows} without a key{places}
rows-without-a-key-places-16c8d6 = { $rows } sans clé{ $places }

# {rows} {rows|row repeats|rows repeat} the number, lead, kind and time of another, each such event counted once
rows-rows-row-repeats-rows-repeat-the-number-e521dc = { $rows ->
    [one] { $rows } ligne répète
   *[other] { $rows } lignes répètent
  } le numéro, le lead, le type et le moment d'une autre ; un tel événement compte une fois
