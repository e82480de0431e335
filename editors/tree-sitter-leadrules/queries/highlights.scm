; No piece is captured twice, since editors disagree about which pattern wins.

(comment) @comment
(text) @string
[(number) (points)] @number
(date) @number
(truth) @boolean
(unit) @keyword

[(arrow) (dots) "=" "!=" "<" "<=" ">" ">=" "+" "-" "*" "/"] @operator
["{" "}" "(" ")"] @punctuation.bracket
["," ";" "."] @punctuation.delimiter

; Statements and lines
[
  "leadrules" "use" "zone" "rank" "list" "define" "events" "ignore" "exclude" "score" "stages" "label" "promise" "test"
  "agreement" "group" "lead" "account" "event" "time" "id"
] @keyword
["leads" "except" "missing" "from" "outcome" "fixed" "optional" "previous" "key" "split" "decimal" "comma"] @keyword
["expect" "was" "on" "ago" "never" "always" "covers" "everything" "review" "kept" "while"] @keyword

["text" "email" "yes/no" "number" "integer" "date" "choice"] @type.builtin

; Points
[
  "each" "once" "per" "up" "down" "to" "points" "halving" "every" "fading" "over" "losing" "compound" "linear" "best" "as"
  "because" "by" "until"
] @keyword

; Conditions and quantities
["and" "or" "not" "is" "in" "no"] @keyword.operator
[
  "any" "activity" "where" "known" "unknown" "otherwise" "contains" "all" "starts" "ends" "with" "mentions" "matches" "at"
  "least" "most" "times" "exactly" "below" "before" "after" "last" "next" "older" "than" "between" "since" "stage"
  "count" "of" "days" "total" "average" "highest" "lowest" "latest"
] @keyword

; What the author declares
(field name: (name) @variable.member)
(property name: (name) @variable.member)
(kind name: (name) @variable.member)
(score name: (name) @function)
(label name: (name) @function)
(define name: (name) @function)
(list name: (name) @function)
(step stage: (name) @constant)
(options option: (name) @constant)
(_ owner: (name) @type)
