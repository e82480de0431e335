(_
  "matches"
  .
  (text) @injection.content
  (#set! injection.language "regex"))
