# La page dans son ensemble

pane-rules = Règles
pane-figures = Leur effet
pane-leads = Leads
panes = Parties de la page
language = Langue
theme-system = Clair ou sombre : comme le système
theme-light = Clair
theme-dark = Sombre
save = Enregistrer
saved = Enregistré
unsaved = Non enregistré
download-rules = Télécharger les règles
cancel = Annuler
close = Fermer
loading = Un instant …
try-again = Réessayer
save-errors = Les règles contiennent des erreurs, et ce qui les utilise s’arrêterait. Enregistrez encore une fois pour les garder telles quelles.
trouble-no-answer = Le programme ne répond pas. Tourne-t-il encore ?
no-token = Ouvrez l’adresse que le programme a affichée, avec tout ce qui suit le # : c’est ce qui montre que vous pouvez entrer ici.
seen-from = Vu au { $day }
announce = { $stages }. { $findings ->
    [0] Rien à corriger.
    [one] { $findings } constat.
   *[other] { $findings } constats.
  }
data-notices = { $count ->
    [one] { $count } remarque sur les données
   *[other] { $count } remarques sur les données
  }
draft-restored = Votre brouillon de { $files } est de retour.
draft-discard = Abandonner le brouillon
draft-keep = Le garder
events-count = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
  }
leads-count = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
  }

# La page de départ

start-title = Quels leads méritent un appel ?
start-says = Les règles disent, ligne par ligne, ce qui fait un bon lead ; ici, vous voyez ce qu’elles font de vos propres leads. Apportez un export de vos leads ; règles, événements et comptes sont les bienvenus, mais pas nécessaires. Rien ne quitte cet ordinateur.
start-drop = Déposez vos fichiers ici
start-kinds = Leads, événements et comptes en CSV, Excel, JSON ou Parquet ; règles en .leadrules
start-choose = Choisir des fichiers …
start-chosen = Fichiers choisis
start-role = Ce que contient { $file }
start-rules = Règles
start-leads = Leads
start-events = Événements : ce que les leads ont fait
start-accounts = Comptes : les entreprises des leads
start-remove = Retirer { $file }
start-open = Ouvrir
start-needs-leads = Les leads manquent encore.
start-samples = Ou regardez un exemple
start-sample = { $leads } leads, { $events } événements

# Les règles

view-as = Afficher comme
view-text = Texte
view-form = Formulaire
files = Fichiers
format = Mettre en forme
editor-label = Les règles
editor-hint = Échap, puis Tab, quitte l’éditeur
completions = Propositions
jump-to-text = Montrer dans le texte
line = ligne { $line }
note-changed = { $now }, était { $was }
note-hint = Vaut pour { $fired } leads sur { $leads }
forms-wait = Le formulaire apparaît dès que le texte est sans erreur.
forms-stale = Le texte contient une erreur. Corrigez-la d’abord là.
forms-bars = Où commencent les phases
forms-bar = { $stage } à partir de { $score }
forms-number = { $name }, en nombre
forms-in-text = dans le texte

findings-title = Constats
findings-none = Rien à corriger
findings-count = { $errors ->
    [0] { $others ->
        [one] { $others } remarque
       *[other] { $others } remarques
      }
    [one] { $errors } erreur{ $others ->
        [0] { "" }
        [one] , { $others } remarque
       *[other] , { $others } remarques
      }
   *[other] { $errors } erreurs{ $others ->
        [0] { "" }
        [one] , { $others } remarque
       *[other] , { $others } remarques
      }
  }
code-page = Ce que signifie ce constat
code-page-open = Qu’est-ce que cela signifie ?
severity-error = Erreur :
severity-warning = Avertissement :
severity-advice = Conseil :
fix-sure = ✓ { $title }
fix-all = { $count ->
    [one] Corriger ce qui est certain
   *[other] Corriger les { $count } qui sont certains
  }

search-find = Chercher
search-replace-with = Remplacer par
search-next = suivant
search-previous = précédent
search-all = tout
search-case = majuscules distinctes
search-word = mots entiers
search-regexp = motif
search-replace = remplacer
search-replace-all = tout remplacer
search-current = résultat actuel
search-replaced-line = remplacé à la ligne $
search-replaced = $ remplacés
search-on-line = à la ligne
search-go-to-line = Aller à la ligne
search-go = aller

merge-title = { $file } a changé entre-temps
merge-says = Quelqu’un d’autre a écrit ce fichier pendant que vous y travailliez. Reprenez du disque ce que vous voulez, et adaptez ce qui sera enregistré.
merge-disk = Sur le disque
merge-mine = À enregistrer
merge-take-disk = Prendre celui du disque
merge-unchanged = $ lignes identiques
merge-take-this = Prendre ceci du disque
merge-keep-mine = Garder le mien
merge-save = Enregistrer ceci
merge-next = Fichier suivant

# Leur effet

figures-wait = Les leads reçoivent leurs points …
figures-errors = L’effet des règles apparaît dès qu’elles sont sans erreur.
figures-no-leads = Sans leads, il n’y a encore rien à compter.
figures-stale = Comme avant l’erreur
figures-all = Les { $leads } leads
figures-sample = Estimé d’après { $leads } leads
scoring = Calcul des points
scoring-progress = { $leads } sur { $of }
reading-progress = Lecture : { $rows } lignes

card-stages = Phases
card-accounts = Comptes
card-scores = Scores
card-heat = Deux scores ensemble
card-movers = Qui se déplace
card-capacity = Ce que les commerciaux peuvent traiter
card-proofs = Accords, promesses et tests

stage = Phase
stages = Phases
leads = Leads
change = Écart
share = Part
converted = Gagnés
exclusions = Mis à part :
outcome-known = issue connue pour { $known }, { $share } gagnés
stage-was = { $before } selon les règles enregistrées
stage-was-named = { $before } selon les règles enregistrées
filter-by-stage = Ne montrer que les leads à la phase { $stage }
now = maintenant
saved-before = enregistré

score-empty = Pas encore de points
score-range = de { $least } à { $most }, { $mean } en moyenne
score-unknown = { $count } sans score connu
histogram-label = Comment { $score } se répartit sur les leads
histogram-bin = de { $from } à { $to } : { $leads } leads, { $before } auparavant
bar-label = { $stage } commence à { $score }
heat-label = { $x } face à { $y }
heat-cell = { $x } · { $y } : { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }
heat-hint = Plus la couleur est forte, plus il y a de leads. Glissez une ligne pour déplacer un seuil.

moved-unknown = Les règles enregistrées contiennent des erreurs : il n’y a rien à quoi comparer.
moved-nobody = Personne : le brouillon donne à chaque lead la même chose que les règles enregistrées.
moved-total = { $count ->
    [one] { $count } lead change de phase
   *[other] { $count } leads changent de phase
  }
moved-only-scores = { $count ->
    [0] { "" }
    [one] { $count } garde sa phase avec d’autres points.
   *[other] { $count } gardent leur phase avec d’autres points.
  }
moved-whose = Par la modification de qui ?
moved-no-owner = de personne
moved-edit = { $points } points sur { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
  }
moved-decides-none = ne déplace personne à elle seule
moved-by-several = { $count ->
    [one] { $count } se déplace par plusieurs modifications, dont chacune suffit.
   *[other] { $count } se déplacent par plusieurs modifications, dont chacune suffit.
  }
moved-who = Quelques-uns d’entre eux

capacity-call = Nous pouvons appeler
capacity-bar = Seuil
capacity-no-bars = Aucune phase ne demande un nombre de points.
capacity-label = Combien de leads arrivent, selon l’endroit où { $stage } commence sur { $score }
capacity-leads = À partir de { $at } points : { $leads ->
    [one] { $leads } lead.
   *[other] { $leads } leads.
  }
capacity-keeps = Cela garde { $share } de ceux qui ont été gagnés.
capacity-put = Mettre le seuil à { $at }
capacity-is-there = Le seuil y est
capacity-too-many = Aucune valeur de ce seuil n’est assez haute : il arrive des leads à la phase { $stage } qu’il n’écarte pas sur { $score }.
capacity-limit = ce que les commerciaux peuvent appeler
capacity-converted = gagnés qui sont gardés

agreement-holds = convenu
agreement-open = non convenu
agreement-due = Devait être revu avant le { $day }.
signed-never = { $who } n’a pas signé.
signed-unreadable = Ce que { $who } a signé est illisible : { $why }.
signed-holds = { $who } a signé le { $day } ; cela vaut encore.
signed-changed = { $who } a signé le { $day } et doit signer à nouveau, car des leads sont traités autrement :
proofs-wait = Sera prouvé quand vous ferez une pause.
proofs-running = Recherche de preuves …
proofs-old = Du texte d’avant votre dernière modification ; sera prouvé à nouveau quand vous ferez une pause.
proofs-none = Les règles ne contiennent encore ni accords, ni promesses, ni tests.
promise-proved = vaut pour tout lead qui peut exister
promise-broken = peut être rompue
promise-undecided = non décidé
promise-leads = { $count ->
    [one] { $count } lead la rompt : { $examples }
   *[other] { $count } leads la rompent, par exemple { $examples }
  }
test-passed = réussi
test-failed = échoué
witness = Un lead qui le montre

# Les leads

key = Lead
labels = Étiquettes
leads-none = Aucun lead ne correspond à ce filtre.
download-list = Télécharger la liste (.xlsx)
row = Ligne { $row }
filters = Filtrer les leads
search = Chercher
filter-stage = Phase
filter-all-stages = Toutes les phases
filter-moved = Déplacés
filter-moved-or-not = Déplacés ou non
filter-moved-any = Déplacés
filter-moved-up = Montés
filter-moved-down = Descendus
filter-near = Près d’un seuil
filter-near-any = Seuil : peu importe
filter-near-bar = À moins de { $within } de { $stage } ({ $score })
filter-column = Colonne
filter-column-any = Toute colonne
filter-value = Valeur
filter-value-of = Valeur de { $column }
filter-clear = Effacer

account = Compte
accounts = Comptes
accounts-count = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
  }
accounts-search = Chercher des comptes
accounts-more = En montrer plus
over-leads = Ce qui est demandé à ses leads
leads-of-account = Ses leads
leads-of-account-none = Aucun lead n’y appartient.

explanation = Explication
make-test = En faire un test
test-title = { $key } est { $stage }
kept-by = tenu par { $owner }
together = Ensemble
unknown = inconnu
met = rempli
not-met = non rempli
happened = arrivé
no-data = pas connu
best-counts = seul le meilleur compte
cap-of-group = Limite du groupe
range-changed = Étendue { $range }
rule-out-of-date = pas en vigueur aujourd’hui
rule-outdone = une autre compte à sa place
rule-capped = limité, serait { $raw }
rules-without-points = { $count ->
    [one] { $count } règle sans points
   *[other] { $count } règles sans points
  }
known-of-lead = Ce qui est connu
lead-breaks = Rompt la promesse « { $promise } ».
lead-excluded = Mis à part : { $reason }

lift-title = Ce qui ferait monter ce lead
lift-title-account = Ce qui ferait monter ce compte
lift-to = Vers quelle phase
lift-is-there = La phase est déjà { $stage } ou plus haut.
lift-no-way = Rien de ce qui a été essayé ne mène à { $stage }.
lift-now = maintenant { $now }
lift-at-most = au plus { $most }
lift-fact = { $field } s’avère être : { $what }
lift-event = { $times ->
    [one] Cela arrive une fois : { $what }
   *[other] Cela arrive { $times } fois : { $what }
  }
lift-event-every = { $days ->
    [one] Cela arrive { $times } fois, chaque jour : { $what }
   *[other] Cela arrive { $times } fois, tous les { $days } jours : { $what }
  }
lift-wait = { $days ->
    [one] Un jour passe
   *[other] { $days } jours passent
  }
worth-asking = À demander

course-title = Comment on en est arrivé là
course-label = Points au fil du temps
course-falls = Si rien n’arrive, la phase devient { $stage } le { $day }.
course-nothing = Rien de ce qui est arrivé n’a changé les points.
course-time = le temps a passé
