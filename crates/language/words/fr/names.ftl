### Champs, noms et déclarations.

# A cell that says so must mean one of them (capitals make no difference): take one out.
a-cell-that-says-so-must-mean-one-507177 = Une cellule qui le dit doit en désigner une seule (les majuscules ne comptent pas) : retirez-en une.

# A choice has at most {count} options; a field with more is a text.
a-choice-has-at-most-count-options-a-6b124f = Un choix a au plus { $count } options ; un champ qui en a davantage est un texte.

# A column says one thing of an event: whose it is (`lead`), what happened (`event`), when (`time`), or which one it is (`id`, a number of its own). Take the column out of one of the two lines.
a-column-says-one-thing-of-an-event-bc340a = Une colonne dit une seule chose d'un événement : à qui il se rapporte (`lead`), ce qui s'est passé (`event`), quand (`time`) ou lequel c'est (`id`, un numéro propre). Retirez la colonne d'une des deux lignes.

# A computed score is made from other scores and numbers; the stage and labels come after all scores.
a-computed-score-is-made-from-other-scores-d97ef8 = Un score calculé se compose d'autres scores et de nombres ; la phase et les étiquettes viennent après tous les scores.

# A label can use scores, the stage, and the labels that stand above it.
a-label-can-use-scores-the-stage-and-25b347 = Une étiquette peut utiliser les scores, la phase et les étiquettes qui se trouvent au-dessus d'elle.

# A lead had one stage: keep `previous stage` at the field that the last run, or the CRM, wrote.
a-lead-had-one-stage-keep-previous-stage-af609f = Un lead avait une seule phase : gardez `previous stage` au champ rempli par le dernier calcul ou par le CRM.

# A lead has one account: keep one of the two lines.
a-lead-has-one-account-keep-one-of-614e51 = Un lead a un seul compte : gardez une des deux lignes.

# A lead is set apart by what is known of it, before points count; scores can be used in `stages`, labels, promises and tests.
a-lead-is-set-apart-by-what-is-ebf990 = Un lead est mis à part d'après ce qu'on sait de lui, avant que des points comptent ; les scores s'utilisent dans `stages`, les étiquettes, les promesses et les tests.

# A lead that `exclude` sets apart has that stage; choose another name.
a-lead-that-exclude-sets-apart-has-that-fcb8dd = Un lead mis à part par `exclude` a cette phase ; choisissez un autre nom.

# A lead that bears this name had one of them: take it out of one.
a-lead-that-bears-this-name-had-one-690bce = Un lead qui porte ce nom avait une seule des deux : retirez le nom de l'une d'elles.

# A list for a choice names its options; add the option, or take the line out of the file.
a-list-for-a-choice-names-its-options-34e768 = Une liste pour un choix en cite des options ; ajoutez l'option, ou retirez la ligne du fichier.

# A list holds texts, options, numbers or dates, not a mix of them; texts stand in quotes.
a-list-holds-texts-options-numbers-or-dates-2cb3d2 = Une liste contient des textes, des options, des nombres ou des dates, sans les mélanger ; les textes sont entre guillemets.

# A row of the log is one event of one kind (capitals make no difference): take one out.
a-row-of-the-log-is-one-event-54e828 = Une ligne du journal est un seul événement d'un seul type (les majuscules ne comptent pas) : retirez l'un des deux.

# A rule that gives points has its limit with `up to`.
a-rule-that-gives-points-has-its-limit-21c599 = Une règle qui donne des points a sa limite avec `up to`.

# A rule that takes points away has its limit with `down to`.
a-rule-that-takes-points-away-has-its-0cf97a = Une règle qui retire des points a sa limite avec `down to`.

# A score foretells the outcome, so it can't look at it: for the {leads} of today it is not known yet; take the rule out, or take `outcome` from the field if it is known before.
a-score-foretells-the-outcome-so-it-can-8a5ac0 = Un score prédit l'issue et ne peut donc pas s'appuyer sur elle : pour les { $leads } d'aujourd'hui, elle n'est pas encore connue. Retirez la règle, ou retirez `outcome` du champ s'il est connu avant.

# A test about one lead begins with `lead country BE, …`; leads have names only in tests of the account that they belong to.
a-test-about-one-lead-begins-with-lead-0f4ece = Un test sur un seul lead commence par `lead country BE, …` ; les leads n'ont un nom que dans les tests du compte auquel ils appartiennent.

# A text is compared with a text, which stands in quotes.
a-text-is-compared-with-a-text-which-71c990 = Un texte se compare à un texte, qui s'écrit entre guillemets.

# A zone is named after its region and a large city in it, such as `Europe/Brussels` or `UTC`.
a-zone-is-named-after-its-region-and-08b721 = Un fuseau porte le nom de sa région et d'une grande ville, comme `Europe/Brussels`, ou est `UTC`.

# After `except` stands the name of a list: leads that bear one of its texts have no account.
after-except-stands-the-name-of-a-list-37177c = Après `except` vient le nom d'une liste : les leads qui portent un de ses textes n'ont pas de compte.

# All events stand in one log; where its column has several names, `from` takes them all.
all-events-stand-in-one-log-where-its-1be13d = Tous les événements sont dans un seul journal ; si une colonne y a plusieurs noms, citez-les tous après `from`.

# An account is set apart by what is known of it, before points count; scores can be used in `stages`, labels, promises and tests.
an-account-is-set-apart-by-what-is-a7250f = Un compte est mis à part d'après ce qu'on sait de lui, avant que des points comptent ; les scores s'utilisent dans `stages`, les étiquettes, les promesses et les tests.

# An age is a number of full days, and at least one must pass.
an-age-is-a-number-of-full-days-0f214f = Une ancienneté est un nombre de jours entiers, et il doit s'en écouler au moins un.

# An empty text is never in the data: what is not there is unknown. Ask `is unknown` or `is known`.
an-empty-text-is-never-in-the-data-19779c = Un texte sans contenu n'est jamais dans les données : ce qui n'y est pas est inconnu. Demandez `is unknown` ou `is known`.

# An end of this range is {wanted}, written out.
an-end-of-this-range-is-wanted-written-c04113 = Écrivez à chaque extrémité de cette étendue la valeur elle-même : { $wanted }.

# An event is ignored by what it says itself.
an-event-is-ignored-by-what-it-says-d55c15 = Un événement est ignoré d'après ce qu'il dit lui-même.

# An option that is not a name stands in quotes, so that it is not taken for a value.
an-option-that-is-not-a-name-stands-9a942d = Une option qui n'est pas un nom s'écrit entre guillemets, pour ne pas être prise pour une valeur.

# Ask it of what the leads did, as in `count of leads where (demo_requested in last 30 days)`.
ask-it-of-what-the-leads-did-as-601066 = Demandez-le pour ce que les leads ont fait, comme dans `count of leads where (demo_requested in last 30 days)`.

# Dates and times of all files are read in one zone, and `{zone}` is given already ({place}).
dates-and-times-of-all-files-are-read-2e35c1 = Les dates et les heures de tous les fichiers sont lues dans un seul fuseau, et `{ $zone }` est déjà indiqué ({ $place }).

# Dates are written year, month, day, as in `2026-11-23`; the years go from 1 to 9999.
dates-are-written-year-month-day-as-in-b29cd2 = Une date s'écrit année, mois, jour, comme dans `2026-11-23` ; les années vont de 1 à 9999.

# Did you mean `{near}`?
did-you-mean-near-babb9d = Vouliez-vous dire `{ $near }` ?

# Each definition and each score is made from others that do not need it; take this name out.
each-definition-and-each-score-is-made-from-0db5e2 = Chaque définition et chaque score se composent d'autres, qui n'ont pas besoin d'eux ; retirez ce nom.

# Each lead of a test has a name of its own.
each-lead-of-a-test-has-a-name-6de32d = Chaque lead d'un test a un nom à lui.

# Each step stands once, so that a lead's stage has one place in the order; join them with `or`.
each-step-stands-once-so-that-a-lead-84f385 = Chaque phase figure une seule fois, pour n'avoir qu'une place dans l'ordre ; réunissez les conditions avec `or`.

# Expect something of each by itself, joined with `and`.
expect-something-of-each-by-itself-joined-with-748dd0 = Attendez quelque chose de chacun séparément, relié par `and`.

# From one definition to the next there may be at most {count} steps; join some of them.
from-one-definition-to-the-next-there-may-811a15 = D'une définition à l'autre, il peut y avoir au plus { $count } pas ; réunissez-en quelques-unes.

# Give the values themselves, or a list; two fields are compared with `is`, `<` and the like.
give-the-values-themselves-or-a-list-two-7f6569 = Donnez les valeurs elles-mêmes ou une liste ; deux champs se comparent avec `is`, `<` et ainsi de suite.

# In a rule set with accounts `count of leads` counts the leads of an account; choose another name, and keep the name that the data has with `from`.
in-a-rule-set-with-accounts-count-of-40ab1b = Dans des règles avec des comptes, `count of leads` compte les leads d'un compte ; choisissez un autre nom, et gardez avec `from` celui des données.

# In a rule set with accounts it means the account of a lead, as in `account.employees`; choose another name, and keep the name that the data has with `from`.
in-a-rule-set-with-accounts-it-means-e8b759 = Dans des règles avec des comptes, il désigne le compte d'un lead, comme dans `account.employees` ; choisissez un autre nom, et gardez avec `from` celui des données.

# In a test of an account each event is that of one lead: `event of "An" email_opened 1 day ago`.
in-a-test-of-an-account-each-event-bf77bd = Dans un test d'un compte, chaque événement est celui d'un seul lead : `event of "An" email_opened 1 day ago`.

# In a test of an account each lead has a name, by which its events and what is expected of it are told from those of others: `lead "An", country BE`.
in-a-test-of-an-account-each-lead-a1943f = Dans un test d'un compte, chaque lead a un nom, qui distingue ses événements et ce qu'on en attend de ceux des autres : `lead "An", country BE`.

# In a test with an `account`, each of its leads has a name, as in `lead "An", country BE`.
in-a-test-with-an-account-each-of-5b10b9 = Dans un test avec un `account`, chacun de ses leads a un nom, comme dans `lead "An", country BE`.

# In what is said of accounts, their fields, scores and labels stand alone.
in-what-is-said-of-accounts-their-fields-5ec6df = Dans ce qui concerne les comptes, leurs champs, scores et étiquettes s'écrivent seuls.

# It holds from the first day to the last, both included, so it never holds.
it-holds-from-the-first-day-to-the-4cbc73 = Elle vaut du premier au dernier jour inclus, donc jamais.

# It is above 0% and at most 100%, as in `losing 25% every 30 days, compound`.
it-is-above-0-and-at-most-100-078970 = Elle est de plus de 0 % et d'au plus 100 %, comme dans `losing 25% every 30 days, compound`.

# It is not known here.
it-is-not-known-here-4e5592 = Ce n'est pas connu ici.

# It is the column of the results that gives the reason why a lead is set apart; choose another.
it-is-the-column-of-the-results-that-744605 = C'est la colonne des résultats qui donne la raison pour laquelle un lead est mis à part ; choisissez un autre nom.

# It is {what} already ({place}), and a name means one thing in a whole rule set: rename one of them, or remove it.
it-is-what-already-place-and-a-name-041a21 = C'est déjà { $what } ({ $place }), et un nom désigne une seule chose dans l'ensemble des règles : renommez l'un des deux, ou retirez-le.

# It is {what} of accounts. A lead asks its account for it: `account.{name}`.
it-is-what-of-accounts-a-lead-asks-6a6209 = C'est { $what } des comptes. Un lead le demande à son compte : `account.{ $name }`.

# It is {what} of leads, of which an account may have several: ask over them, as in `any lead where ({name} …)` or `highest {name} of leads`, or in a test name the lead: `{name} of "An"`.
it-is-what-of-leads-of-which-an-57b464 = C'est { $what } des leads, et un compte peut en avoir plusieurs : demandez-le pour l'ensemble, comme dans `any lead where ({ $name } …)` ou `highest { $name } of leads`, ou nommez le lead dans un test : `{ $name } of "An"`.

# It looks like `{near}`, but the name as it is declared has a {odd} where it looks like `{plain}`.
it-looks-like-near-but-the-name-as-fd1262 = Cela ressemble à `{ $near }`, mais le nom tel qu'il est déclaré contient un { $odd } là où l'on voit `{ $plain }`.

# It looks like `{near}`, but what stands here has a {odd} where it looks like `{plain}`.
it-looks-like-near-but-what-stands-here-d74530 = Cela ressemble à `{ $near }`, mais ce qui est écrit ici contient un { $odd } là où l'on voit `{ $plain }`.

# It names the one stage of a lead that no step takes.
it-names-the-one-stage-of-a-lead-a638e5 = Il nomme la seule phase des leads qui n'entrent dans aucune autre.

# It says {texts}.
it-says-texts-c5399c = Elle peut dire ceci : { $texts }.

# Its leads are called {names}.
its-leads-are-called-names-11d353 = Les leads du test s'appellent ainsi : { $names }.

# Its options are {options}.
its-options-are-options-0ff209 = Les options sont : { $options }.

# Leads bear the key of their account as the accounts' own data has it: give both the same type.
leads-bear-the-key-of-their-account-as-f07a6c = Les leads portent la clé de leur compte telle qu'elle figure dans les données des comptes : donnez le même type aux deux.

# Leads bear the key of their account in one of their fields: name it with `leads by company_id`, or `leads by email.domain`.
leads-bear-the-key-of-their-account-in-a80dab = Les leads portent la clé de leur compte dans un de leurs champs : indiquez-le avec `leads by company_id` ou `leads by email.domain`.

# Leads belong to the account whose key they bear: write `key` after the type of the field that tells accounts apart.
leads-belong-to-the-account-whose-key-they-bd9217 = Les leads appartiennent au compte dont ils portent la clé : écrivez `key` après le type du champ qui distingue les comptes.

# Leads that no step takes are there until one does; they need nothing to keep them.
leads-that-no-step-takes-are-there-until-134fdd = Les leads qui n'entrent dans aucune autre phase sont ici jusqu'à ce qu'ils y entrent ; rien n'est nécessaire pour les garder.

# Months differ in length, and the same points must come out for events of the same age.
months-differ-in-length-and-the-same-points-9e4cae = Les mois n'ont pas tous la même longueur, et des événements aussi anciens doivent donner les mêmes points.

# Name the field of a lead that holds the key of its account: a text, a number or a choice, or the domain of an email.
name-the-field-of-a-lead-that-holds-49b179 = Indiquez le champ d'un lead qui contient la clé de son compte : un texte, un nombre ou un choix, ou le domaine d'une adresse e-mail.

# Nothing is ever in it, so a condition that asks for it never holds.
nothing-is-ever-in-it-so-a-condition-0b674d = Rien n'y figure jamais ; une condition qui la demande ne vaut donc jamais.

# Only `time` says how it is written; take this one out.
only-time-says-how-it-is-written-take-3c19d6 = Seul `time` dit comment il s'écrit ; retirez ceci.

# Only numbers, integers and dates can be held to a range; take it out, or change the type.
only-numbers-integers-and-dates-can-be-held-d2f50e = Seuls les nombres, les nombres entiers et les dates peuvent avoir une étendue ; retirez-la, ou changez le type.

# Over leads there are `count`, `total`, `average`, `highest` and `lowest`; what happened last is asked of events: `days since webinar_attended` looks at those of all leads of the account.
over-leads-there-are-count-total-average-highest-a4510a = Pour des leads, il y a `count`, `total`, `average`, `highest` et `lowest` ; ce qui s'est passé en dernier se demande aux événements : `days since webinar_attended` regarde ceux de tous les leads du compte.

# Owners are told apart by their names, and `{near}` is named {times} times. Did you mean `{near}`?
owners-are-told-apart-by-their-names-and-6ee957 = Les responsables se distinguent par leur nom, et `{ $near }` est cité { $times } fois. Vouliez-vous dire `{ $near }` ?

# Points come from what is known of the account; scores, the stage and labels are made from points, so they come later. A score made from others is computed: `score total of account = profile + engagement`.
points-come-from-what-is-known-of-the-9d9f93 = Les points viennent de ce qu'on sait du compte ; les scores, la phase et les étiquettes se font à partir des points et viennent donc après. Un score composé d'autres se calcule : `score total of account = profile + engagement`.

# Points come from what is known of the lead; scores, the stage and labels are made from points, so they come later. A score made from others is computed: `score total = profile + engagement`.
points-come-from-what-is-known-of-the-2016b0 = Les points viennent de ce qu'on sait du lead ; les scores, la phase et les étiquettes se font à partir des points et viennent donc après. Un score composé d'autres se calcule : `score total = profile + engagement`.

# Points stay below 1,000,000,000 either way.
points-stay-below-1-000-000-000-either-8d1855 = Les points restent sous 1 000 000 000, en plus comme en moins.

# Say which mark stands between two entries, as in `split by ","`.
say-which-mark-stands-between-two-entries-as-4d4f23 = Indiquez quel signe sépare deux valeurs, comme dans `split by ","`.

# Scores are added up and shown with two places, so that nothing is lost on the way.
scores-are-added-up-and-shown-with-two-9d97de = Les scores sont additionnés et affichés avec deux décimales, pour que rien ne se perde en route.

# Scores are added up and shown with two places.
scores-are-added-up-and-shown-with-two-8535dd = Les scores sont additionnés et affichés avec deux décimales.

# The data may say it so, and rules then call the option `{option}`.
the-data-may-say-it-so-and-rules-a0477b = Les données peuvent l'écrire ainsi, mais dans les règles l'option s'appelle `{ $option }`.

# The form shows how the data writes a date, such as `dd/mm/yyyy`, `m/d/yy` or `yyyymmdd`.
the-form-shows-how-the-data-writes-a-41369d = Le format montre comment les données écrivent une date, comme `dd/mm/yyyy`, `m/d/yy` ou `yyyymmdd`.

# The form shows how the log writes a time, such as `dd/mm/yyyy hh:mm`.
the-form-shows-how-the-log-writes-a-d40102 = Le format montre comment le journal écrit un moment, comme `dd/mm/yyyy hh:mm`.

# The key stands in the results, where that column gives the reason why a lead is set apart; choose another.
the-key-stands-in-the-results-where-that-04d0c3 = La clé figure dans les résultats, où cette colonne donne la raison pour laquelle un lead est mis à part ; choisissez un autre nom.

# The key tells leads apart, so there is one: keep `key` at the field that is in every row, once.
the-key-tells-leads-apart-so-there-is-08aff0 = La clé distingue les leads, il n'y en a donc qu'une : gardez `key` une seule fois, au champ rempli dans chaque ligne.

# The key tells leads apart: take a field of type text, email, integer, number or choice.
the-key-tells-leads-apart-take-a-field-d11011 = La clé distingue les leads : prenez un champ de type `text`, `email`, `integer`, `number` ou `choice`.

# The list ({place}) is compared with something else than texts; mend the line, or take it out of the file.
the-list-place-is-compared-with-something-else-baa8c2 = La liste ({ $place }) est comparée à autre chose que des textes ; corrigez la ligne, ou retirez-la du fichier.

# The list is compared with something that is a date; dates stand without quotes.
the-list-is-compared-with-something-that-is-e0dfb2 = La liste est comparée à une date ; les dates s'écrivent sans guillemets.

# The list is compared with something that is a number; take its quotes off.
the-list-is-compared-with-something-that-is-7aa79c = La liste est comparée à un nombre ; retirez les guillemets.

# The list is compared with something that is a text; put it in quotes.
the-list-is-compared-with-something-that-is-80c6c7 = La liste est comparée à un texte ; mettez ceci entre guillemets.

# The lower end stands first.
the-lower-end-stands-first-11af93 = L'extrémité la plus basse vient en premier.

# The row number then stands for a lead, and events can't be told whose they are; write `key` after the type of the field that tells leads apart.
the-row-number-then-stands-for-a-lead-3d51b6 = Le numéro de ligne désigne alors un lead, et on ne peut pas dire de qui sont les événements ; écrivez `key` après le type du champ qui distingue les leads.

# The stage comes of scores and of what is known of the account; labels come after it.
the-stage-comes-of-scores-and-of-what-e4865a = La phase découle des scores et de ce qu'on sait du compte ; les étiquettes viennent après.

# The stage comes of scores and of what is known of the lead; labels come after it.
the-stage-comes-of-scores-and-of-what-ea3431 = La phase découle des scores et de ce qu'on sait du lead ; les étiquettes viennent après.

# The steps have one order, lowest first, so they stand in one block: the other is in {place}.
the-steps-have-one-order-lowest-first-so-2b18b2 = Les phases ont un seul ordre, la plus basse d'abord, et figurent donc dans un seul bloc : l'autre est dans { $place }.

# The steps of accounts are listed in `stages of account {{ … }}`, lowest first.
the-steps-of-accounts-are-listed-in-stages-b4c9a7 = Les phases des comptes figurent dans `stages of account {"{"} … {"}"}`, la plus basse d'abord.

# The test has no leads: give them with `lead "An", country BE`.
the-test-has-no-leads-give-them-with-e63555 = Le test n'a pas de leads : donnez-les avec `lead "An", country BE`.

# There may be at most {count}.
there-may-be-at-most-count-d84f6c = Il peut y en avoir au plus { $count }.

# There {count|is|are} {names}.
there-count-is-are-names-e60dfa = Il y a en revanche : { $names }.

# This word is for the fields of a lead; take it out.
this-word-is-for-the-fields-of-a-55294b = Ce mot est réservé aux champs d'un lead ; retirez-le.

# To name a value twice changes nothing; was another one meant?
to-name-a-value-twice-changes-nothing-was-757bd4 = Citer une valeur deux fois ne change rien ; en vouliez-vous une autre ?

# What a lead can ask of its account are its fields, scores and labels, and its stage.
what-a-lead-can-ask-of-its-account-303adc = Un lead peut demander à son compte ses champs, ses scores, ses étiquettes et sa phase.

# What a run remembers is the stage of each lead: leave this out, and mark the field of the lead that holds it.
what-a-run-remembers-is-the-stage-of-c91d16 = Ce qui est retenu d'un calcul à l'autre, c'est la phase de chaque lead : omettez ceci, et marquez, parmi les champs du lead, celui qui contient cette phase.

# What a run remembers is the stage of each lead; ask it of the leads, as in `any lead where (stage before is SQL)`.
what-a-run-remembers-is-the-stage-of-12abf8 = D'un calcul à l'autre, c'est la phase de chaque lead qui est retenue ; demandez-la aux leads, comme dans `any lead where (stage before is SQL)`.

# What holds the stage that a lead had is a field of type text, or a choice.
what-holds-the-stage-that-a-lead-had-232257 = La phase qu'avait un lead figure dans un champ de type `text` ou dans un choix.

# What is asked over several leads is asked of their account, in `score … of account`, `stages of account` and the like; a lead can then ask its account, as in `account.stage is Engaged`.
what-is-asked-over-several-leads-is-asked-93e8f5 = Ce qui porte sur plusieurs leads se demande à leur compte, dans `score … of account`, `stages of account` et ainsi de suite ; un lead peut alors le demander à son compte, comme dans `account.stage is Engaged`.

# What is known of a company is declared in a block of its own, with its key and the field by which leads belong to it: `account {{ id text key; leads by company_id }}`.
what-is-known-of-a-company-is-declared-8e2de0 = Ce qu'on sait d'une entreprise se déclare dans un bloc à part, avec sa clé et le champ par lequel les leads y appartiennent : `account {"{"} id text key; leads by company_id {"}"}`.

# What is looked for is a text in quotes, or a list.
what-is-looked-for-is-a-text-in-d4ec8c = Cherchez un texte entre guillemets, ou une liste.

# What is not known is neither so nor not so. Say which {leads} you mean: those whose `{field}` is known to be another, or those without one too.
what-is-not-known-is-neither-so-nor-bb9e08 = Ce qui n'est pas connu n'est ni vrai ni faux. Dites quels { $leads } vous visez : ceux dont `{ $field }` est connu et différent, ou aussi ceux qui n'en ont pas.

# What is worked out over leads are their number fields and their scores.
what-is-worked-out-over-leads-are-their-e39a72 = Ce qui se calcule pour des leads, ce sont leurs champs numériques et leurs scores.

# What no step takes has that stage; name another for those with `otherwise => …`, or this step otherwise.
what-no-step-takes-has-that-stage-name-5e0392 = Ce qui n'entre dans aucune autre phase a celle-là ; nommez-en une autre pour cela avec `otherwise => …`, ou renommez cette phase.

# What stands for an empty cell is a text of the data, and texts stand in quotes.
what-stands-for-an-empty-cell-is-a-7993c0 = Ce qui marque une cellule sans contenu est un texte des données, et les textes s'écrivent entre guillemets.

# Without its column no lead could be told from another; leave `optional` out.
without-its-column-no-lead-could-be-told-9a26c0 = Sans sa colonne, aucun lead ne se distingue d'un autre ; omettez `optional`.

# `..<` leaves the upper end out, and here it is the lower end too; `..` takes it in.
leaves-the-upper-end-out-and-here-it-f1980f = `..<` laisse de côté l'extrémité supérieure, et c'est ici aussi l'inférieure ; `..` la comprend.

# `compound` or `linear` is missing
compound-or-linear-is-missing-f3e162 = `compound` ou `linear` manque

# `compound` takes it of what is left, so that the points never quite reach 0; `linear` takes it of what they were at first.
compound-takes-it-of-what-is-left-so-78ac69 = `compound` la prend sur ce qui reste, si bien que les points n'atteignent jamais tout à fait 0 ; `linear` la prend sur ce qu'ils étaient au départ.

# `down to` can't hold points that are given
down-to-can-t-hold-points-that-are-05bbf5 = `down to` ne peut pas limiter des points qui sont donnés

# `is` compares with one value; `in` asks for one of several.
is-compares-with-one-value-in-asks-for-dc533e = `is` compare à une seule valeur ; `in` en demande une parmi plusieurs.

# `no` is asked of events
no-is-asked-of-events-5d9632 = `no` se demande pour des événements

# `otherwise` is no step
otherwise-is-no-step-b3152c = `otherwise` n'est pas une phase où l'on reste

# `otherwise` is there twice
otherwise-is-there-twice-d67331 = `otherwise` figure deux fois

# `stage before` can't be used here
stage-before-can-t-be-used-here-d15c2d = `stage before` ne peut pas s'utiliser ici

# `stage` always means the step of `stages` that a lead has reached; choose another name, and let a field keep its column with `from "stage"`.
stage-always-means-the-step-of-stages-that-684db1 = `stage` désigne toujours la phase de `stages` qu'un lead a atteinte ; choisissez un autre nom, et laissez un champ garder sa colonne avec `from "stage"`.

# `stage` can't be used here
stage-can-t-be-used-here-340884 = `stage` ne peut pas s'utiliser ici

# `up to` can't hold points that are taken away
up-to-can-t-hold-points-that-are-cb040e = `up to` ne peut pas limiter des points qui sont retirés

# `was` says where the lead of a test was before, and this test is about an account with several; make a test of its own for that lead.
was-says-where-the-lead-of-a-test-bc58f5 = `was` dit où se trouvait auparavant le lead d'un test, et ce test porte sur un compte qui en a plusieurs ; faites un test à part pour ce lead.

# `where` looks at one event at a time, and at what that event says itself.
where-looks-at-one-event-at-a-time-85f034 = `where` regarde un événement à la fois, et ce que cet événement dit lui-même.

# `{entry}` in the list `{list}` is not {wanted}
entry-in-the-list-list-is-not-wanted-f87d45 = `{ $entry }` dans la liste `{ $list }` devrait être { $wanted }

# `{field}` can't be the key of an account, which is of type {type_name}
field-can-t-be-the-key-of-an-8fdc42 = `{ $field }` ne peut pas être la clé d'un compte, car cette clé est de type `{ $type_name }`

# `{field}` has no option `{option}`
field-has-no-option-option-366d02 = `{ $field }` n'a pas d'option `{ $option }`

# `{field}` has no option `{option}`, which the list `{list}` names
field-has-no-option-option-which-the-list-d74620 = `{ $field }` n'a pas d'option `{ $option }`, citée par la liste `{ $list }`

# `{first}` and `{second}` are both read from the column "{column}"
first-and-second-are-both-read-from-the-dbafec = `{ $first }` et `{ $second }` sont tous deux lus dans la colonne « { $column } »

# `{list}` is a list
list-is-a-list-0500fc = `{ $list }` est une liste

# `{name}` has no form
name-has-no-form-bec559 = `{ $name }` n'a pas de format

# `{name}` is declared twice
name-is-declared-twice-f35700 = `{ $name }` est déclaré deux fois

# `{name}` is made from itself
name-is-made-from-itself-0b0740 = `{ $name }` se compose de lui-même

# `{name}` is no number of a lead
name-is-no-number-of-a-lead-7a2726 = `{ $name }` n'est pas un nombre d'un lead

# `{name}` is {what}, and `{value}` is none
name-is-what-and-value-is-none-859f70 = `{ $name }` est { $what }, mais pas `{ $value }`

# `{name}` is {what}, not a list
name-is-what-not-a-list-87d972 = `{ $name }` est { $what }, pas une liste

# `{name}` is {what}, not a text
name-is-what-not-a-text-b061f5 = `{ $name }` est { $what }, pas un texte

# `{name}` is {what}, not {wanted} or a list
name-is-what-not-wanted-or-a-list-65cc80 = `{ $name }` est { $what } ; il faut ici { $wanted } ou une liste

# `{name}` is {what}, which an account does not have
name-is-what-which-an-account-does-not-d5ee69 = `{ $name }` est { $what }, ce qu'un compte n'a pas

# `{name}` leads through too many definitions
name-leads-through-too-many-definitions-a1be7b = `{ $name }` passe par trop de définitions

# `{name}`, which looks at the label `{label}`, can't be used here
name-which-looks-at-the-label-label-can-82300a = `{ $name }`, qui regarde l'étiquette `{ $label }`, ne peut pas s'utiliser ici

# `{name}`, which looks at the score `{score}`, can't be used here
name-which-looks-at-the-score-score-can-020142 = `{ $name }`, qui regarde le score `{ $score }`, ne peut pas s'utiliser ici

# `{name}`, which looks at the stage before, can't be used here
name-which-looks-at-the-stage-before-can-7091b7 = `{ $name }`, qui regarde la phase précédente, ne peut pas s'utiliser ici

# `{name}`, which looks at the stage, can't be used here
name-which-looks-at-the-stage-can-t-7c1922 = `{ $name }`, qui regarde la phase, ne peut pas s'utiliser ici

# `{value}` is named twice
value-is-named-twice-77d479 = `{ $value }` est cité deux fois

# a date such as 2026-11-23
a-date-such-as-2026-11-23-ea8fd2 = une date comme 2026-11-23

# a date, such as `2026-11-23`
a-date-such-as-2026-11-23-6c93b8 = une date, comme `2026-11-23`

# a form of dates
a-form-of-dates-f38bce = un format de dates

# a list of keys
a-list-of-keys-047a3f = une liste de clés

# a number is needed here
a-number-is-needed-here-433256 = il faut ici un nombre

# a number, such as `1234.5`
a-number-such-as-1234-5-8b87d5 = un nombre, comme `1234.5`

# a property of this event
a-property-of-this-event-268db6 = une propriété de cet événement

# a second block of stages
a-second-block-of-stages-f19b8d = un deuxième bloc de phases

# a second key
a-second-key-6a4a6f = une deuxième clé

# a test of an account
a-test-of-an-account-79dbe7 = un test d'un compte

# a time is asked of events
a-time-is-asked-of-events-71f061 = un moment se demande pour des événements

# a {type_name} can't be the key
a-type-name-can-t-be-the-key-7b14ae = un champ de type `{ $type_name }` ne peut pas être la clé

# a {type_name} has no range
a-type-name-has-no-range-31f6c2 = un champ de type `{ $type_name }` n'a pas d'étendue

# accounts
accounts-968efd = comptes

# accounts have no key
accounts-have-no-key-bd07bf = les comptes n'ont pas de clé

# accounts have no stage before
accounts-have-no-stage-before-9f3c25 = les comptes n'ont pas de phase précédente

# accounts have no stages
accounts-have-no-stages-6be317 = les comptes n'ont pas de phases

# again
again-3fe54f = à nouveau

# an empty text
an-empty-text-5b3eae = un texte sans contenu

# an event has no `{word}`
an-event-has-no-word-ec6613 = un événement n'a pas de `{ $word }`

# an outcome
an-outcome-8409a6 = une issue

# another lead
another-lead-aec5ea = un autre lead

# another zone
another-zone-a8e56a = un autre fuseau

# asked of an account
asked-of-an-account-7e2928 = se demande à un compte

# asked of events
asked-of-events-0e85dd = se demande pour des événements

# asks for accounts
asks-for-accounts-955628 = demande des comptes

# can't be looked for
can-t-be-looked-for-7b1b78 = ne peut pas se chercher

# count {leads} without `{field}` too
count-leads-without-field-too-1ab177 = compter aussi les { $leads } sans `{ $field }`

# declared again here
declared-again-here-770b77 = déclaré à nouveau ici

# declared here
declared-here-80adaf = déclaré ici

# definition
definition-145ca0 = définition

# definitions
definitions-0e2029 = définitions

# does not say
does-not-say-13f81e = ne le dit pas

# field
field-826267 = champ

# field, score or label of accounts
field-score-or-label-of-accounts-ecbafd = champ, score ou étiquette des comptes

# fields
fields-40657c = champs

# first declared here
first-declared-here-e4f1e5 = d'abord déclaré ici

# first here
first-here-749d4d = d'abord ici

# has no name
has-no-name-3e3ad1 = n'a pas de nom

# how often is asked of events
how-often-is-asked-of-events-074d65 = la fréquence se demande pour des événements

# in this pattern
in-this-pattern-7c1d6c = dans ce motif

# is the owner `{owner}` really another than `{near}`?
is-the-owner-owner-really-another-than-near-4ac514 = le responsable `{ $owner }` est-il vraiment un autre que `{ $near }` ?

# it is read from here
it-is-read-from-here-d1e5f2 = elle provient d'ici

# kind of event
kind-of-event-a1f8dc = type d'événement

# kinds of event
kinds-of-event-c11451 = types d'événements

# label
label-9717fd = étiquette

# labels
labels-da148a = étiquettes

# leads
leads-968ed4 = leads

# leads are not events
leads-are-not-events-232604 = les leads ne sont pas des événements

# leads back to it
leads-back-to-it-71bfe1 = renvoie ici

# leads belong to an account in two ways
leads-belong-to-an-account-in-two-ways-dcf12f = les leads appartiennent à un compte de deux façons

# leads can't be asked for here
leads-can-t-be-asked-for-here-c8f2dd = on ne peut pas interroger les leads ici

# leads can't belong to an account by this
leads-can-t-belong-to-an-account-by-0999a8 = les leads ne peuvent pas appartenir à un compte par ceci

# leads have names in tests only
leads-have-names-in-tests-only-41c576 = les leads n'ont un nom que dans les tests

# leads have no order in time
leads-have-no-order-in-time-ed8089 = les leads n'ont pas d'ordre dans le temps

# lines in one label
lines-in-one-label-14e9e9 = lignes dans une même étiquette

# lines of `exclude`
lines-of-exclude-5004f3 = lignes de `exclude`

# list
list-fb5881 = liste

# lose of what is left
lose-of-what-is-left-3d9800 = retirer de ce qui reste

# lose of what it was
lose-of-what-it-was-246483 = retirer de ce qu'il y avait

# marked as the key
marked-as-the-key-47421b = marqué comme clé

# may its column be missing?
may-its-column-be-missing-1d61c8 = sa colonne peut-elle manquer ?

# named here only
named-here-only-376a36 = nommé seulement ici

# needs no `account.`
needs-no-account-7f00a2 = n'a pas besoin de `account.`

# no accounts are declared
no-accounts-are-declared-fcd8da = aucun compte n'est déclaré

# no entries
no-entries-453ade = rien dans la liste

# no field is marked `key`
no-field-is-marked-key-5a6c67 = aucun champ ne porte `key`

# no field is the key
no-field-is-the-key-b3910e = aucun champ n'est la clé

# no lead of this test is called "{name}"
no-lead-of-this-test-is-called-name-2ffc87 = aucun lead de ce test ne s'appelle « { $name } »

# no option of `{field}` is such
no-option-of-field-is-such-89befd = aucune option de `{ $field }` n'est ainsi

# no steps are listed
no-steps-are-listed-0a30a0 = aucune phase n'est citée

# none
none-a7afdb = aucun

# none is so called
none-is-so-called-310d86 = aucune ne s'appelle ainsi

# none of these fields is marked `key`
none-of-these-fields-is-marked-key-423bad = aucun de ces champs ne porte `key`

# not a text
not-a-text-ac4050 = pas un texte

# not between 0% and 100%
not-between-0-and-100-6ec09e = pas entre 0 % et 100 %

# not declared
not-declared-1992e4 = non déclaré

# not in days
not-in-days-f54964 = pas en jours

# not in the calendar
not-in-the-calendar-5d2204 = pas dans le calendrier

# not known
not-known-7f44f5 = pas connu

# not known yet
not-known-yet-730b83 = pas encore connu

# not one of its options
not-one-of-its-options-9a8343 = aucune de ses options

# not one of its texts
not-one-of-its-texts-cdef59 = aucun de ses textes

# not the key of an account
not-the-key-of-an-account-eabcd9 = pas la clé d'un compte

# not there
not-there-9ae0b0 = n'y est pas

# not {wanted}
not-wanted-3fed1f = il faut ici { $wanted }

# nothing lies in it
nothing-lies-in-it-ac847d = rien ne s'y trouve

# nothing of an account
nothing-of-an-account-073635 = ne fait pas partie d'un compte

# nothing to look for
nothing-to-look-for-73ce3d = rien à chercher

# nothing to split by
nothing-to-split-by-cc3d9c = rien pour séparer

# number or score of leads
number-or-score-of-leads-4665ab = nombre ou score des leads

# of another kind
of-another-kind-186d4f = d'une autre sorte

# of another type
of-another-type-f1b819 = d'un autre type

# of no lead
of-no-lead-aedd3f = d'aucun lead

# of one lead
of-one-lead-9f4a62 = d'un seul lead

# of what is the loss a part?
of-what-is-the-loss-a-part-039f55 = de quoi la perte est-elle une part ?

# one lead
one-lead-3bbe37 = un lead

# only a step is kept
only-a-step-is-kept-2b052e = on ne reste que dans une phase ordinaire

# only leads have
only-leads-have-654462 = seuls les leads en ont une

# option
option-e19b94 = option

# points fade over days or weeks
points-fade-over-days-or-weeks-5d43bb = les points refroidissent en jours ou en semaines

# points for `{name}`, which is known only afterwards
points-for-name-which-is-known-only-afterwards-0acc5f = des points pour `{ $name }`, connu seulement après coup

# points have at most two places
points-have-at-most-two-places-636946 = les points ont au plus deux décimales

# properties
properties-de6cdc = propriétés

# property
property-b302c8 = propriété

# put it in quotes
put-it-in-quotes-e8594f = mettre entre guillemets

# read as `{name}` here
read-as-name-here-52d674 = lu ici comme `{ $name }`

# read from here
read-from-here-744f8f = provient d'ici

# say that `{field}` must be known
say-that-field-must-be-known-7f1122 = dire que `{ $field }` doit être connu

# score
score-2f9095 = score

# scores
scores-e11a12 = scores

# several values
several-values-800523 = plusieurs valeurs

# stage
stage-5a9a2d = phase

# stages
stages-a101fa = phases

# stages in two places
stages-in-two-places-f7cbe9 = des phases à deux endroits

# swap the days
swap-the-days-d7ddec = échanger les jours

# swap the ends
swap-the-ends-f33451 = échanger les extrémités

# text
text-e64e3e = texte

# that is too many points
that-is-too-many-points-b3b50c = c'est trop de points

# the entries of this list are not alike
the-entries-of-this-list-are-not-alike-1fec42 = ce que contient cette liste n'est pas de même sorte

# the first
the-first-52e4ea = ici d'abord

# the first entry
the-first-entry-c89f86 = le premier de la liste

# the first is given here
the-first-is-given-here-7fdba7 = le premier est indiqué ici

# the first key
the-first-key-c88a65 = la première clé

# the first of them
the-first-of-them-4eadeb = la première d'entre elles

# the first one
the-first-one-15d136 = le premier

# the key can't be optional
the-key-can-t-be-optional-6fa7e5 = la clé ne peut pas être `optional`

# the key of accounts
the-key-of-accounts-ee7df8 = la clé des comptes

# the label `{label}` never says `{text}`
the-label-label-never-says-text-715283 = l'étiquette `{ $label }` ne dit jamais `{ $text }`

# the label `{name}` can't be used here
the-label-name-can-t-be-used-here-c539f8 = l'étiquette `{ $name }` ne peut pas s'utiliser ici

# the list
the-list-9c269c = la liste

# the list `{list}` has the line `{line}`, which is not {wanted}
the-list-list-has-the-line-line-which-fa8c46 = la liste `{ $list }` contient la ligne `{ $line }`, mais il y faut { $wanted }

# the list `{list}` is empty
the-list-list-is-empty-5ccbb5 = la liste `{ $list }` ne contient rien

# the loss is a part of the points
the-loss-is-a-part-of-the-points-305aee = la perte est une part des points

# the name `stage` is taken
the-name-stage-is-taken-eddf20 = le nom `stage` est déjà pris

# the name `{name}` is taken
the-name-name-is-taken-ef6b81 = le nom `{ $name }` est déjà pris

# the option `{option}` has no quotes
the-option-option-has-no-quotes-ca27f2 = l'option `{ $option }` n'a pas de guillemets

# the range is empty
the-range-is-empty-a86d46 = l'étendue ne contient rien

# the range is upside down
the-range-is-upside-down-ac7b09 = l'étendue est à l'envers

# the rule ends before it begins
the-rule-ends-before-it-begins-0eaaae = la règle finit avant de commencer

# the rule set has {count} {what}
the-rule-set-has-count-what-d74a25 = les règles ont { $count } { $what }

# the score `{name}` can't be used here
the-score-name-can-t-be-used-here-dc80dc = le score `{ $name }` ne peut pas s'utiliser ici

# the second
the-second-7bc8c0 = ici ensuite

# the stage `{stage}` is taken
the-stage-stage-is-taken-9f6d69 = la phase `{ $stage }` est déjà prise

# the stage `{stage}` is there twice
the-stage-stage-is-there-twice-e5b5b4 = la phase `{ $stage }` figure deux fois

# the stage before is a name
the-stage-before-is-a-name-ff26af = la phase précédente est un nom

# the text `{text}` has no quotes
the-text-text-has-no-quotes-f5ecaa = le texte `{ $text }` n'a pas de guillemets

# there is no such day
there-is-no-such-day-3d591f = ce jour n'existe pas

# there is no time zone `{zone}`
there-is-no-time-zone-zone-bc7c63 = il n'y a pas de fuseau horaire `{ $zone }`

# there is no {what} `{name}`
there-is-no-what-name-0aab0b = { $what } `{ $name }` introuvable

# this can't be the end of the range
this-can-t-be-the-end-of-the-9bce5a = ceci ne peut pas être une extrémité de l'étendue

# this is about the account already
this-is-about-the-account-already-d604b6 = ceci porte déjà sur le compte

# too fine
too-fine-0438f3 = trop fin

# too many options
too-many-options-44d3aa = trop d'options

# two fields are the key
two-fields-are-the-key-846fa8 = deux champs sont la clé

# two fields hold the stage before
two-fields-hold-the-stage-before-aa3ab1 = deux champs contiennent la phase précédente

# two kinds of event are `{text}` in the log
two-kinds-of-event-are-text-in-the-4ae246 = deux types d'événements s'appellent `{ $text }` dans le journal

# two leads are called "{name}"
two-leads-are-called-name-1e5800 = deux leads s'appellent « { $name } »

# two leads in one question
two-leads-in-one-question-53e3af = deux leads dans une seule question

# two options are called `{option}`
two-options-are-called-option-9392bf = deux options s'appellent `{ $option }`

# two stages are called `{stage}`
two-stages-are-called-stage-b03a1f = deux phases s'appellent `{ $stage }`

# two time zones
two-time-zones-7cbca1 = deux fuseaux horaires

# unknown where it is missing
unknown-where-it-is-missing-3d7411 = inconnu là où il manque

# what it is made from starts here
what-it-is-made-from-starts-here-860396 = ce dont il se compose commence ici

# which lead is this?
which-lead-is-this-d5d02d = quel lead est-ce ?

# which leads belong to an account?
which-leads-belong-to-an-account-c29988 = quels leads appartiennent à un compte ?

# whose event is this?
whose-event-is-this-12be34 = de qui est cet événement ?

# whose stage was this?
whose-stage-was-this-a0d0ad = de qui était cette phase ?

# without quotes
without-quotes-9941b0 = sans guillemets

# write "{text}"
write-text-9cd473 = écrire "{ $text }"

# write `account.{name}`
write-account-name-21eaa2 = écrire `account.{ $name }`

# write {text}
write-text-562f61 = écrire { $text }

# {leads} whose `{field}` is unknown are left out here
leads-whose-field-is-unknown-are-left-out-0a4a27 = les { $leads } dont `{ $field }` est inconnu ne comptent pas ici

# {names} and {more} more
names-and-more-more-4a0140 = { $names } et { $more } de plus

# {path}, line {line}
path-line-line-dd3ba0 = { $path }, ligne { $line }

# Ranges hold numbers and dates; list the options.
ranges-hold-numbers-and-dates-list-the-options-c8211e = Une étendue contient des nombres ou des dates ; citez les options.

# the form does not say what is counted; the forms of such numbers are `epoch s` (1795161600), `epoch ms` (1795161600000) and `epoch us`
the-form-does-not-say-what-is-counted-6e96ab = le format ne dit pas ce qui est compté ; de tels nombres ont le format `epoch s` (1795161600), `epoch ms` (1795161600000) ou `epoch us`

# `{word}` is not a part of a date; the parts are dd, mm, mmm, yyyy, yy, hh, mm, ss and am
word-is-not-a-part-of-a-date-4d5eec = `{ $word }` n'est pas une partie d'une date ; les parties sont dd, mm, mmm, yyyy, yy, hh, mm, ss et am

# day (dd)
day-dd-98512c = le jour (dd)

# month (mm)
month-mm-50d162 = le mois (mm)

# year (yyyy)
year-yyyy-9960db = l'année (yyyy)

# the form does not say where the {name} stands
the-form-does-not-say-where-the-name-091cb3 = le format ne dit pas où se trouve { $name }

# the form has the {name} twice
the-form-has-the-name-twice-942fc6 = le format contient deux fois { $name }

# the form has the time twice
the-form-has-the-time-twice-735c6e = le format contient deux fois l'heure

# the form does not say where the hours (hh) stand
the-form-does-not-say-where-the-hours-ef9535 = le format ne dit pas où se trouvent les heures (hh)
