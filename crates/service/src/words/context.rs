//! Which words of the language fit at a place. In: the text before it; out: words. What stands there may be unfinished, so blocks and
//! lines are all that is looked at: rather a word too many than one too few.

use leadrules_language::keyword::{RESERVED, STATEMENTS};

/// What conditions and quantities are made of.
const CONDITION: &[&str] = &[
    "contains", "all", "starts", "with", "ends", "mentions", "matches", "at", "least", "most", "times", "time",
    "exactly", "between", "since", "before", "after", "last", "next", "older", "than", "count", "of", "total",
    "average", "highest", "lowest", "latest", "days", "hours", "weeks", "months", "years", "day", "hour", "week",
    "month", "year", "below", "stage", "every", "lead", "leads", "account",
];
/// What a line gives, and until when.
const GAIN: &[&str] = &[
    "each", "per", "once", "up", "to", "down", "halving", "every", "fading", "over", "losing", "compound", "linear",
    "as", "because", "by", "from", "until", "points", "best", "kept", "while",
];
/// What fields and properties are.
const TYPE: &[&str] = &[
    "text", "email", "number", "integer", "date", "choice", "list", "of", "key", "missing", "outcome", "fixed",
    "optional", "decimal", "comma", "split", "by", "from", "as", "previous", "stage",
];
/// What the head of a score or group says.
const HEAD: &[&str] = &[
    "by", "up", "to", "down", "best", "group", "from", "until", "halving", "every", "fading", "over", "losing",
    "compound", "linear", "of", "account",
];
/// What is put together in an agreement.
const AGREED: &[&str] =
    &["between", "covers", "everything", "review", "by", "stages", "stage", "label", "score", "promise", "exclude"];

/// The words that fit after this text.
pub(super) fn words(before: &str) -> Vec<&'static str> {
    let place = Place::of(before);
    let first = place.statement.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("");
    let is_start = place.statement.trim().is_empty();
    let gives = place.statement.contains("=>");
    let sets: &[&[&'static str]] = match (place.outer.as_str(), place.depth) {
        // A line may go on with the condition of the one before.
        ("", _) if is_start => &[&STATEMENTS, &["and", "or"]],
        ("", _) => match first {
            "list" => &[&["from"]],
            "time" => &[&["zone"]],
            "rank" => &[&["by"]],
            "exclude" | "stages" | "label" | "promise" if !place.statement.contains('=') => &[&["of", "account"]],
            "use" | "lead" | "account" | "events" | "ignore" | "test" | "agreement"
                if !place.statement.contains('=') =>
            {
                &[]
            }
            _ => &[&RESERVED, CONDITION, HEAD],
        },
        ("account", 1) => &[TYPE, &["leads", "except", "yes", "no"]],
        ("lead", 1) | ("events", 1..=2) => &[TYPE, &["lead", "event", "time", "yes", "no"]],
        ("list", _) => &[&["yes", "no"]],
        ("lead" | "account" | "events", _) => &[],
        ("agreement", _) => &[AGREED],
        ("test", _) if is_start => &[&["as", "of", "lead", "account", "event", "was", "expect", "and", "or"]],
        ("test", _) => &[&RESERVED, CONDITION, &["ago", "on", "as", "of"]],
        ("score" | "stages" | "label" | "exclude", _) if gives => &[&RESERVED, GAIN, CONDITION],
        ("score", _) if is_start || first == "group" => &[&RESERVED, CONDITION, HEAD],
        ("promise", _) if is_start => &[&["always", "never"]],
        _ => &[&RESERVED, CONDITION],
    };
    let mut words: Vec<&'static str> = sets.iter().copied().flatten().copied().collect();
    let mut known = std::collections::HashSet::new();
    words.retain(|word| known.insert(*word));
    words
}

/// Whose names stand at a place.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    Leads,
    Accounts,
    /// Those of accounts, and those of leads that a test names.
    Both,
}

/// Whose names stand after this text.
pub(super) fn whose(before: &str) -> Whose {
    let place = Place::of(before);
    let head = if place.head.is_empty() { &place.statement } else { &place.head };
    let words: Vec<&str> = head.split_whitespace().collect();
    let said = |pair: [&str; 2]| words.windows(2).any(|two| two == pair);
    match (words.first().copied(), place.statement.split_whitespace().next()) {
        (Some("test"), Some("account")) => Whose::Accounts,
        (Some("test"), Some("expect" | "and" | "or")) if !is_over_leads(&place.statement) => Whose::Both,
        (Some("test"), _) => Whose::Leads,
        _ if said(["exclude", "account"]) || said(["of", "account"]) => {
            if is_over_leads(&place.statement) {
                Whose::Leads
            } else {
                Whose::Accounts
            }
        }
        _ => Whose::Leads,
    }
}

/// Whether a statement ends within the condition on leads: after `leads where (`, or `lead where` up to a bare `and` or `or`; or with
/// what is worked out over them, whose name comes before `of`.
fn is_over_leads(statement: &str) -> bool {
    let function = statement.split_whitespace().next_back();
    if matches!(function, Some("total" | "average" | "highest" | "lowest")) {
        return true;
    }
    let Some((_, after)) = ["lead where", "leads where"]
        .iter()
        .filter_map(|begin| statement.rsplit_once(begin))
        .min_by_key(|(_, after)| after.len())
    else {
        return false;
    };
    let open = after.matches('(').count() > after.matches(')').count();
    let goes_on = after.split_whitespace().any(|word| matches!(word, "and" | "or"));
    !after.contains("=>") && (open || !(after.contains('(') || goes_on))
}

/// How deep the line after this text stands, in steps of two blanks: one for each open block, two for what goes on.
pub(crate) fn depth(before: &str) -> usize {
    let place = Place::of(before);
    place.depth + if place.statement.trim().is_empty() { 0 } else { 2 }
}

/// Where a place is.
struct Place {
    /// The word that the outermost open block begins with; empty outside of blocks.
    outer: String,
    /// All that stands before the brace of that block.
    head: String,
    /// How many blocks are open.
    depth: usize,
    /// What stands before it in its statement.
    statement: String,
}

impl Place {
    fn of(before: &str) -> Self {
        let mut heads: Vec<String> = Vec::new();
        let mut statement = String::new();
        let mut chars = before.chars().peekable();
        let mut is_quoted = false;
        while let Some(c) = chars.next() {
            match c {
                '"' => is_quoted = !is_quoted,
                '\\' if is_quoted => {
                    let _ = chars.next_if(|c| *c != '\n');
                    continue;
                }
                '\n' => {
                    is_quoted = false;
                    if !goes_on(&statement) {
                        statement.clear();
                        continue;
                    }
                }
                _ if is_quoted => continue,
                '#' => {
                    while chars.next_if(|c| *c != '\n').is_some() {}
                    continue;
                }
                '{' => {
                    heads.push(std::mem::take(&mut statement));
                    continue;
                }
                '}' | ';' => {
                    if c == '}' {
                        heads.pop();
                    }
                    statement.clear();
                    continue;
                }
                _ => {}
            }
            if !(statement.is_empty() && c.is_whitespace()) {
                statement.push(c);
            }
        }
        let depth = heads.len();
        let head = heads.into_iter().next().unwrap_or_default();
        Self { outer: head.split_whitespace().next().unwrap_or("").to_owned(), head, depth, statement }
    }
}

/// Whether a statement that ends a line so goes on in the next one.
fn goes_on(statement: &str) -> bool {
    let end = statement.trim_end();
    let is_sign = end.ends_with([',', '=', '>', '<', '+', '-', '*', '/', '(']);
    let last = end.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("");
    is_sign || matches!(last, "and" | "or" | "not" | "is" | "in" | "where" | "of")
}

#[cfg(test)]
mod tests {
    use leadrules_language::parse::tokens::{Token, tokens};
    use leadrules_language::source::FileId;

    /// Rule files below a folder.
    fn below(folder: &std::path::Path, files: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("it is a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                below(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "leadrules") {
                files.push(path);
            }
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test opens its files itself")]
    fn every_word_is_proposed_where_rules_use_it() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut files = vec![root.join("tests/editors/words.leadrules")];
        below(&root.join("examples"), &mut files);
        below(&root.join("tests/cases"), &mut files);
        let (mut places, mut proposed, mut missing) = (0, 0, std::collections::BTreeSet::new());
        for file in files {
            let text = std::fs::read_to_string(&file).expect("it can be read");
            for (span, token) in tokens(&text, FileId::default()) {
                let word = &text[span.range()];
                if token != Token::Keyword || !leadrules_language::keyword::all().any(|known| known == word) {
                    continue;
                }
                let words = super::words(&text[..span.range().start]);
                places += 1;
                proposed += words.len();
                if !words.contains(&word) {
                    let line = text[..span.range().start].rsplit('\n').next().unwrap_or("").to_owned();
                    missing
                        .insert(format!("{word} after `{line}` ({})", file.file_name().unwrap_or_default().display()));
                }
            }
        }
        assert!(
            missing.is_empty(),
            "{} places lack a word:\n{}",
            missing.len(),
            missing.into_iter().collect::<Vec<_>>().join("\n")
        );
        let all = leadrules_language::keyword::all().count();
        assert!(
            places > 3_000 && proposed < places * all * 2 / 3,
            "{places} places, {proposed} words of {all} at each"
        );
    }
}
