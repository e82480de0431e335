### Le premier fichier de règles, à partir des données.

# Companies. Leads that share one are an account of which rules can speak, too; what is known of it comes from\ndata of its own (--accounts).
companies-leads-that-share-one-are-an-account-4a9f63 = Entreprises. Les leads d'une même entreprise forment un compte, dont les règles peuvent aussi
    parler ; ce qu'on en sait vient de données à part (--accounts).

# Dates and times without a zone are read in UTC. If yours are not, say where they are from:
dates-and-times-without-a-zone-are-read-22e0ab = Les dates et heures sans fuseau horaire sont lues en UTC. Si les vôtres n'y sont pas, dites d'où
    elles viennent :

# Engaged
engaged-28601e = Engagé

# In the data, but no step of these rules yet:
in-the-data-but-no-step-of-these-34f622 = Dans les données, mais pas encore une phase de ces règles :

# It passes `leadrules check` and scores this data as it stands. What follows is a guess from the\nvalues: correct what is wrong, drop what you do not need, and put your own rules in place of ours.
it-passes-leadrules-check-and-scores-this-data-702920 = `leadrules check` l'accepte, et il calcule les scores de ces données telles quelles. Ce qui suit est
    deviné d'après les valeurs : corrigez ce qui est faux, enlevez ce qui est inutile et mettez vos
    règles à la place des nôtres.

# Leads that have addresses at the same domain seem to work for one company. Rules can speak of it: take the `#` away from\nwhat follows, and add what is known of companies from data of their own (--accounts, here and of `score`).
leads-that-have-addresses-at-the-same-domain-040690 = Les leads dont l'adresse est au même domaine semblent travailler pour une même entreprise. Les
    règles peuvent en parler : enlevez le `#` devant ce qui suit, et ajoutez ce que vous savez des
    entreprises avec des données à part (--accounts, ici et pour `score`).

# Leads that share a `{field}` seem to work for one company. Rules can speak of it: take the `#` away from\nwhat follows, and add what is known of companies from data of their own (--accounts, here and of `score`).
leads-that-share-a-field-seem-to-work-eafd58 = Les leads qui ont le même `{ $field }` semblent travailler pour une même entreprise. Les règles peuvent
    en parler : enlevez le `#` devant ce qui suit, et ajoutez ce que vous savez des entreprises avec des
    données à part (--accounts, ici et pour `score`).

# Left out of the rules to start from, though yours may speak of them:
left-out-of-the-rules-to-start-from-5ee33f = Absents des règles de départ, mais les vôtres peuvent en parler :

# Made by `leadrules init` from {files}.
made-by-leadrules-init-from-files-08b967 = Fait par `leadrules init` à partir de { $files }.

# Marked `outcome`, since each alone tells too well who converted, as what is filled in afterwards does.\nTake the mark away from what is known beforehand:
marked-outcome-since-each-alone-tells-too-well-0800f2 = Marqués `outcome`, car chacun à lui seul révèle trop bien qui est gagné, comme ce qu'on remplit
    après coup. Enlevez la marque de ce qui est connu d'avance :

# No column tells the leads apart (an id, a number, an address): the row number does.
no-column-tells-the-leads-apart-an-id-da3343 = Aucune colonne ne distingue les leads (un identifiant, un numéro, une adresse) : c'est le numéro de
    ligne qui le fait.

# Rules of your own could look like these:
rules-of-your-own-could-look-like-these-d81f46 = Vos propres règles pourraient ressembler à ceci :

# Target
target-67f168 = Cible

# The same in every row, and so of no use to rules:
the-same-in-every-row-and-so-of-c93cd0 = Identiques dans toutes les lignes, donc inutiles aux règles :

# The steps of a lead, lowest first. Raise the bars as your rules grow.
the-steps-of-a-lead-lowest-first-raise-4b04c9 = Les phases d'un lead, la plus basse d'abord. Relevez les seuils à mesure que vos règles s'étoffent.

# What a company is, and what its leads do together.
what-a-company-is-and-what-its-leads-962aae = Ce qu'est une entreprise, et ce que ses leads font ensemble.

# What a lead can do. Each entry of a lead's `events` is one event.
what-a-lead-can-do-each-entry-of-5c5e85 = Ce qu'un lead peut faire. Chaque élément des `events` d'un lead est un événement.

# What a lead can do. Each row of the log is one event.
what-a-lead-can-do-each-row-of-7b4e84 = Ce qu'un lead peut faire. Chaque ligne du journal est un événement.

# What a lead does.
what-a-lead-does-d58437 = Ce que fait un lead.

# What a lead is. Each line: a condition, and the points it gives.
what-a-lead-is-each-line-a-condition-165e6d = Ce qu'est un lead. Chaque ligne : une condition, et les points qu'elle donne.

# What stands for an empty cell, in every column.
what-stands-for-an-empty-cell-in-every-ab02e9 = Ce qu'une cellule contient quand la valeur manque, dans toutes les colonnes.

# What we know about a lead. `from` names the column in the data; `outcome` marks what is known only\nafterwards (won, lost, a judgement of sales), so that no rule scores on it by mistake.
what-we-know-about-a-lead-from-names-1b788e = Ce que nous savons d'un lead. `from` nomme la colonne des données ; `outcome` marque ce qui n'est
    connu qu'après coup (gagné, perdu, un avis des commerciaux), pour qu'aucune règle n'y donne des
    points par erreur.

# `{field}` has the stage that each lead is at, so a step can be kept until a lead cools\ndown, and does not come and go with every mail:
field-has-the-stage-that-each-lead-is-0dc138 = `{ $field }` dit dans quelle phase est chaque lead. Une phase peut donc être gardée jusqu'à ce que le
    lead refroidisse, au lieu d'aller et venir à chaque e-mail :

# a program changes it too
a-program-changes-it-too-d84560 = un programme le change aussi

# account_fit
account-fit-dfa6c8 = profil_compte

# account_heat
account-heat-39c447 = chaleur_compte

# another for each lead: it names leads and says nothing of them
another-for-each-lead-it-names-leads-and-3d2be9 = différent pour chaque lead : cela désigne les leads et ne dit rien d'eux

# another number for each lead: it names leads and says nothing of them
another-number-for-each-lead-it-names-leads-ede72e = un autre numéro pour chaque lead : cela désigne les leads et ne dit rien d'eux

# by the name a code and no amount
by-the-name-a-code-and-no-amount-dc4b72 = un code d'après son nom, et non une quantité

# engagement
engagement-6b8c0e = engagement

# filled in for {converted} of the leads that converted and {others} of the others: it may be filled in once that is known
filled-in-for-converted-of-the-leads-that-e4b08b = rempli pour { $converted } des leads gagnés et { $others } des autres : peut-être seulement une fois l'issue connue

# filled in for {converted} of the leads that converted and {others} of the others: it may be the time of the outcome itself
filled-in-for-converted-of-the-leads-that-dd79a2 = rempli pour { $converted } des leads gagnés et { $others } des autres : c'est peut-être le moment de l'issue elle-même

# free_mail
free-mail-3fe353 = mail_gratuit

# hardly any lead has one
hardly-any-lead-has-one-01e0c5 = presque aucun lead ne l'a

# how many days ago it is says little
how-many-days-ago-it-is-says-little-bffabd = le nombre de jours écoulés ne dit pas grand-chose

# it counts the rows
it-counts-the-rows-ff08d0 = cela compte les lignes

# known for {share} %
known-for-share-6c1557 = connu pour { $share } %

# most leads have the same day, as if all had been imported on it
most-leads-have-the-same-day-as-if-e4d6c7 = la plupart des leads ont le même jour, comme s'ils avaient tous été importés ce jour-là

# nearly all leads have the same
nearly-all-leads-have-the-same-a05d55 = presque tous les leads ont la même valeur

# no single fact known beforehand tells so much, as a rule; it may be filled in or changed after a contact
no-single-fact-known-beforehand-tells-so-much-e5b28a = un seul fait connu d'avance en dit rarement autant ; peut-être est-il rempli ou modifié après un contact

# no value is frequent; values that few leads have are not shown
no-value-is-frequent-values-that-few-leads-56af94 = aucune valeur n'est fréquente ; les valeurs de peu de leads ne sont pas montrées

# often {values}; values that few leads have are not shown
often-values-values-that-few-leads-have-are-021512 = souvent { $values } ; les valeurs de peu de leads ne sont pas montrées

# or is it "{form}"? All values fit both
or-is-it-form-all-values-fit-both-090101 = ou est-ce "{ $form }" ? Toutes les valeurs vont avec les deux

# profile
profile-74caee = profil

# the stage that leads are at: `previous stage` lets steps be kept, and labels say who moves
the-stage-that-leads-are-at-previous-stage-45c54f = la phase où sont les leads : `previous stage` permet de garder une phase, et les étiquettes disent qui se déplace

# what sales do changes it
what-sales-do-changes-it-889312 = ce que font les commerciaux le change

# when a lead came, and not who it is
when-a-lead-came-and-not-who-it-e49455 = quand un lead est venu, et non qui il est

# whether to score people on it is yours to say
whether-to-score-people-on-it-is-yours-14321c = c'est à vous de dire si cela donne des points

# who works on it, and not who it is
who-works-on-it-and-not-who-it-623f8a = qui s'en occupe, et non qui c'est

# wrote {written}; next: leadrules score {path} {leads}{data}
wrote-written-next-leadrules-score-path-leads-data-ca41b2 = { $written } écrit ; ensuite : leadrules score { $path } { $leads }{ $data }

# {column}: always empty
column-always-empty-3b8275 = { $column } : jamais rempli

# {column}: always {value}
column-always-value-a6b34d = { $column } : toujours { $value }

# {field} mentions "director", "owner" => +12
field-mentions-director-owner-12-e99a2a = { $field } mentions "directeur", "gérant" => +12

# {first}; {next}
first-next-db2e0f = { $first } ; { $next }

# {input}: there are no columns in it, so there is nothing to say
input-there-are-no-columns-in-it-so-35bc3a = { $input } : il n'y a pas de colonnes, donc rien à en dire

# {input}: this data of accounts does not say which leads belong to which: no column of the leads has values of one that tells the accounts apart, nor addresses at such a domain; its columns are {columns}
input-this-data-of-accounts-does-not-say-0c9994 = { $input } : ces données de comptes ne disent pas quels leads vont avec quel compte : aucune colonne des leads n'a les valeurs d'une colonne qui distingue les comptes, ni des adresses à un tel domaine ; les colonnes sont { $columns }

# {input}: this event log does not say what happened: no column has a few words that come again and again; its columns are {columns}
input-this-event-log-does-not-say-what-d92b8f = { $input } : ce journal ne dit pas ce qui s'est passé : aucune colonne n'a quelques mots qui reviennent sans cesse ; les colonnes sont { $columns }

# {input}: this event log does not say when it happened: no column has dates or times that can be read (2026-11-20, 2026-11-20T10:00:00Z); its columns are {columns}
input-this-event-log-does-not-say-when-4040f6 = { $input } : ce journal ne dit pas quand cela s'est passé : aucune colonne n'a de dates ou d'heures lisibles (2026-11-20, 2026-11-20T10:00:00Z) ; les colonnes sont { $columns }

# {input}: this event log does not say whose each event is: no column has values of one that tells the leads apart; its columns are {columns}
input-this-event-log-does-not-say-whose-3d12a7 = { $input } : ce journal ne dit pas de qui vient chaque événement : aucune colonne n'a les valeurs d'une colonne qui distingue les leads ; les colonnes sont { $columns }

# {input}: {said}.
input-said-bb2ce2 = { $input } : { $said }.

# {kinds} kinds that few rows have are not named here: ask somebody who knows, and declare them.
kinds-kinds-that-few-rows-have-are-not-1a5ae7 = { $kinds ->
    [one] 1 type présent dans peu de lignes n'est pas nommé
   *[other] { $kinds } types présents dans peu de lignes ne sont pas nommés
  } ici : demandez à quelqu'un qui sait, et déclarez-les.

# {kinds} more kinds are not declared: they count as any other activity.
kinds-more-kinds-are-not-declared-they-count-c054d7 = { $kinds ->
    [one] { $kinds } autre type n'est pas déclaré : il compte
   *[other] { $kinds } autres types ne sont pas déclarés : ils comptent
  } comme toute autre activité.

# {leads} leads, {columns} columns, {accounts} accounts.
leads-leads-columns-columns-accounts-accounts-5533a7 = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }, { $columns ->
    [one] { $columns } colonne
   *[other] { $columns } colonnes
  }, { $accounts ->
    [one] { $accounts } compte
   *[other] { $accounts } comptes
  }.

# {leads} leads, {columns} columns, {events} events, {accounts} accounts.
leads-leads-columns-columns-events-events-accounts-accounts-35824d = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }, { $columns ->
    [one] { $columns } colonne
   *[other] { $columns } colonnes
  }, { $events ->
    [one] { $events } événement
   *[other] { $events } événements
  }, { $accounts ->
    [one] { $accounts } compte
   *[other] { $accounts } comptes
  }.

# {leads} leads, {columns} columns, {events} events.
leads-leads-columns-columns-events-events-3e52db = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }, { $columns ->
    [one] { $columns } colonne
   *[other] { $columns } colonnes
  }, { $events ->
    [one] { $events } événement
   *[other] { $events } événements
  }.

# {leads} leads, {columns} columns.
leads-leads-columns-columns-be5a7d = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }, { $columns ->
    [one] { $columns } colonne
   *[other] { $columns } colonnes
  }.

# {least} to {greatest}
least-to-greatest-c170dc = { $least } à { $greatest }

# {path} is a rule file, by its name; `init` makes one from leads
path-is-a-rule-file-by-its-name-fb1cd0 = { $path } est un fichier de règles, d'après son nom ; `init` en fait un à partir de leads

# {rows} {rows|row repeats|rows repeat} a key
rows-rows-row-repeats-rows-repeat-a-key-5f2a21 = { $rows ->
    [one] { $rows } ligne répète une clé
   *[other] { $rows } lignes répètent une clé
  }

# {these} of these converted, {others} of the others
these-of-these-converted-others-of-the-others-2447f4 = { $these } de ceux-ci gagnés, { $others } des autres

# {values} {values|value does|values do} not fit
values-values-value-does-values-do-not-fit-2fb116 = { $values ->
    [one] { $values } valeur ne convient pas
   *[other] { $values } valeurs ne conviennent pas
  }
