# The page as a whole

pane-rules = Rules
pane-figures = What they do
pane-leads = Leads
panes = Parts of the page
language = Language
theme-system = Light or dark: as the system
theme-light = Light
theme-dark = Dark
save = Save
saved = Saved
unsaved = Not saved
download-rules = Download the rules
cancel = Cancel
close = Close
loading = One moment …
try-again = Try again
save-errors = The rules have errors, and what runs them would stop. Save again to save them as they are.
trouble-no-answer = The program does not answer. Is it still running?
no-token = Please open the address that the program printed, with everything after the #: it shows that you may look in here.
seen-from = Seen from { $day }
announce = { $stages }. { $findings ->
    [0] Nothing to mend.
    [one] One finding.
   *[other] { $findings } findings.
  }
data-notices = { $count ->
    [one] One remark about the data
   *[other] { $count } remarks about the data
  }
draft-restored = Your draft of { $files } is back.
draft-discard = Discard the draft
draft-keep = Keep it
events-count = { $count ->
    [one] one event
   *[other] { $count } events
  }
leads-count = { $count ->
    [one] one lead
   *[other] { $count } leads
  }

# The start page

start-title = Which leads deserve a call?
start-says = Rules say what makes a good lead, line by line, and here you see what they do to your own. Bring an export of your leads; rules, events and accounts are welcome but not needed. Nothing leaves this computer.
start-drop = Drop your files here
start-kinds = Leads, events and accounts as CSV, Excel, JSON or Parquet; rules as .leadrules
start-choose = Choose files …
start-chosen = Chosen files
start-role = What { $file } holds
start-rules = Rules
start-leads = Leads
start-events = Events: what leads did
start-accounts = Accounts: the companies of leads
start-remove = Leave out { $file }
start-open = Open
start-needs-leads = The leads are still missing.
start-samples = Or look at a sample
start-sample = { $leads } leads, { $events } events

# The rules

view-as = Show as
view-text = Text
view-form = Form
files = Files
format = Tidy up
editor-label = The rules
editor-hint = Escape and then Tab leaves the editor
completions = Proposals
jump-to-text = Show in the text
line = line { $line }
note-changed = { $now }, was { $was }
note-hint = Fires for { $fired } of { $leads } leads
forms-wait = The form appears once the text is without errors.
forms-stale = The text has an error. Mend it there first.
forms-bars = Where stages begin
forms-bar = { $stage } from { $score }
forms-number = { $name }, as a number
forms-in-text = in the text

findings-title = Findings
findings-none = Nothing to mend
findings-count = { $errors ->
    [0] { $others ->
        [one] One remark
       *[other] { $others } remarks
      }
    [one] One error{ $others ->
        [0] { "" }
        [one] , one remark
       *[other] , { $others } remarks
      }
   *[other] { $errors } errors{ $others ->
        [0] { "" }
        [one] , one remark
       *[other] , { $others } remarks
      }
  }
code-page = What this finding means
code-page-open = What does it mean?
severity-error = Error:
severity-warning = Warning:
severity-advice = Advice:
fix-sure = ✓ { $title }
fix-all = { $count ->
    [one] Mend what is certain
   *[other] Mend all { $count } that are certain
  }

search-find = Find
search-replace-with = Replace with
search-next = next
search-previous = previous
search-all = all
search-case = capitals count
search-word = whole words
search-regexp = pattern
search-replace = replace
search-replace-all = replace all
search-current = current match
search-replaced-line = replaced in line $
search-replaced = $ replaced
search-on-line = in line
search-go-to-line = Go to line
search-go = go

merge-title = { $file } has changed meanwhile
merge-says = Somebody else wrote this file while you were working on it. Take over what you want from the disk, and change what is to be saved as you like.
merge-disk = On disk
merge-mine = To be saved
merge-take-disk = Take the one on disk
merge-unchanged = $ lines that are the same
merge-take-this = Take this from the disk
merge-keep-mine = Keep mine
merge-save = Save this
merge-next = Next file

# What they do

figures-wait = Scoring the leads …
figures-errors = What the rules do appears once they are without errors.
figures-no-leads = Without leads there is nothing to count yet.
figures-stale = As before the error
figures-all = All { $leads } leads
figures-sample = Estimated from { $leads } leads
scoring = Scoring
scoring-progress = { $leads } of { $of }
reading-progress = Reading: { $rows } rows

card-stages = Stages
card-accounts = Accounts
card-scores = Scores
card-heat = Two scores together
card-movers = Who moves
card-capacity = What sales can handle
card-proofs = Agreements, promises and tests

stage = Stage
stages = Stages
leads = Leads
change = Change
share = Share
converted = Converted
exclusions = Set apart:
outcome-known = outcome known of { $known }, { $share } converted
stage-was = { $before } by the saved rules
stage-was-named = { $before } by the saved rules
filter-by-stage = Show only the leads at { $stage }
now = now
saved-before = saved

score-empty = No points yet
score-range = { $least } to { $most }, { $mean } on average
score-unknown = { $count } unknown
histogram-label = How { $score } is spread over the leads
histogram-bin = { $from } to { $to }: { $leads } leads, { $before } before
bar-label = { $stage } begins at { $score }
heat-label = { $x } against { $y }
heat-cell = { $x } · { $y }: { $leads ->
    [one] one lead
   *[other] { $leads } leads
  }
heat-hint = The stronger the colour, the more leads. Drag a line to move a bar.

moved-unknown = The saved rules have errors, so there is nothing to compare with.
moved-nobody = Nobody: the draft gives every lead the same as the saved rules.
moved-total = { $count ->
    [one] One lead changes its stage
   *[other] { $count } leads change their stage
  }
moved-only-scores = { $count ->
    [0] { "" }
    [one] One keeps its stage with other points.
   *[other] { $count } keep their stage with other points.
  }
moved-whose = Whose edit moves them?
moved-no-owner = nobody’s
moved-edit = { $points } points over { $leads ->
    [one] one lead
   *[other] { $leads } leads
  }
moved-decides-none = moves nobody by itself
moved-by-several = { $count ->
    [one] One moves by several edits, each of which is enough.
   *[other] { $count } move by several edits, each of which is enough.
  }
moved-who = Some of them

capacity-call = We can call
capacity-bar = Bar
capacity-no-bars = No stage asks for a number of points.
capacity-label = How many leads come, by where { $stage } begins on { $score }
capacity-leads = From { $at } points: { $leads ->
    [one] one lead.
   *[other] { $leads } leads.
  }
capacity-keeps = That keeps { $share } of those who converted.
capacity-put = Put the bar at { $at }
capacity-is-there = The bar is there
capacity-too-many = No place of this bar is high enough: leads come to { $stage } that it does not keep out on { $score }.
capacity-limit = what sales can call
capacity-converted = converted that are kept

agreement-holds = agreed
agreement-open = not agreed
agreement-due = Was to be looked at again by { $day }.
signed-never = { $who } has not signed.
signed-unreadable = What { $who } signed can't be read: { $why }.
signed-holds = { $who } signed on { $day }; it still holds.
signed-changed = { $who } signed on { $day } and must sign again, since leads are treated otherwise:
proofs-wait = Proved when you pause.
proofs-running = Proving …
proofs-old = Of the text before your last change; proved again when you pause.
proofs-none = The rules hold no agreements, no promises and no tests yet.
promise-proved = holds for every lead that could exist
promise-broken = can be broken
promise-undecided = not decided
promise-leads = { $count ->
    [one] One lead breaks it: { $examples }
   *[other] { $count } leads break it, for instance { $examples }
  }
test-passed = passed
test-failed = failed
witness = A lead that shows it

# The leads

key = Lead
labels = Labels
leads-none = No lead fits this filter.
download-list = Download list (.xlsx)
row = Row { $row }
filters = Filter the leads
search = Search
filter-stage = Stage
filter-all-stages = All stages
filter-moved = Moved
filter-moved-or-not = Moved or not
filter-moved-any = Moved
filter-moved-up = Moved up
filter-moved-down = Moved down
filter-near = Near a bar
filter-near-any = Near a bar or not
filter-near-bar = Within { $within } of { $stage } ({ $score })
filter-column = Column
filter-column-any = Any column
filter-value = Value
filter-value-of = Value of { $column }
filter-clear = Clear

account = Account
accounts = Accounts
accounts-count = { $count ->
    [one] One account
   *[other] { $count } accounts
  }
accounts-search = Search accounts
accounts-more = Show more
over-leads = What is asked over its leads
leads-of-account = Its leads
leads-of-account-none = No lead belongs to it.

explanation = Explanation
make-test = Make it a test
test-title = { $key } is { $stage }
kept-by = kept by { $owner }
together = Together
unknown = unknown
met = met
not-met = not met
happened = happened
no-data = not known
best-counts = only the best counts
cap-of-group = Limit of the group
range-changed = Range { $range }
rule-out-of-date = not in force today
rule-outdone = another counts in its place
rule-capped = limited, would be { $raw }
rules-without-points = { $count ->
    [one] One rule without points
   *[other] { $count } rules without points
  }
known-of-lead = What is known
lead-breaks = Breaks the promise “{ $promise }”.
lead-excluded = Set apart: { $reason }

lift-title = What would lift it
lift-title-account = What would lift the account
lift-to = To which stage
lift-is-there = It is at { $stage } or higher.
lift-no-way = Nothing that was tried brings it to { $stage }.
lift-now = now { $now }
lift-at-most = at most { $most }
lift-fact = { $field } turns out to be: { $what }
lift-event = { $times ->
    [one] It happens once: { $what }
   *[other] It happens { $times } times: { $what }
  }
lift-event-every = It happens { $times } times, every { $days ->
    [one] day
   *[other] { $days } days
  }: { $what }
lift-wait = { $days ->
    [one] One day passes
   *[other] { $days } days pass
  }
worth-asking = Worth asking

course-title = How it came there
course-label = Points over time
course-falls = If nothing happens it becomes { $stage } on { $day }.
course-nothing = Nothing that happened has changed the points.
course-time = time went by
