//! What assistants are told of how to work. In: what a user wishes; out: texts.

/// The name of the prompt.
pub(super) const NAME: &str = "write_rules";

/// What an assistant is told as it starts.
pub(super) const INSTRUCTIONS: &str = "\
Rules for lead scoring, in a small language of their own. Read `language` before you write any. Draft, then `check` the draft by its \
`text` until `ok` is true; `fix` mends what is certain. Add a `test` for each case that the user tells, with the numbers the user \
expects, and a `promise` for what must never happen. Never invent thresholds or points: ask, or say that they are yours. \
`write` saves only what holds. Leads are named by codes that mean something in this session alone.";

/// The prompt for a wish.
pub(super) fn text(wish: &str) -> String {
    format!(
        "Write a rule file for lead scoring from what I want:\n\n{wish}\n\n\
         1. Read `language`. If there is data (`files`), begin with `init`; otherwise declare the fields and events you need.\n\
         2. Write one line for each thing I said, with my numbers. Ask me where I was not clear; don't make numbers up.\n\
         3. Add a test for each case I told, and a promise for what I said must never happen.\n\
         4. `check` it until `ok` is true; `fix` mends what is certain.\n\
         5. Show me what a lead gets points for, in words, before you `write` it."
    )
}
