//! Signs from spreadsheets, programming languages and word processors.

use super::broken::{Broken, Candidate};
use crate::codes;
use crate::parse::context::Context;
use crate::parse::lex::Kind;

/// Signs and what the rules write for them; where several may be meant, each is tried.
const FOREIGN: &[(&str, &[&str])] = &[
    ("->", &["=>"]),
    ("==>", &["=>"]),
    ("-->", &["=>"]),
    ("–>", &["=>"]),
    ("—>", &["=>"]),
    ("→", &["=>"]),
    ("⇒", &["=>"]),
    ("➔", &["=>"]),
    ("=", &["=>"]),
    (">", &["=>"]),
    ("~=", &["!="]),
    ("==", &["=", "=>"]),
    ("===", &["="]),
    ("!==", &["!="]),
    ("<>", &["!="]),
    ("≠", &["!="]),
    ("≤", &["<="]),
    ("≥", &[">="]),
    ("=<", &["<=", "=>"]),
    ("=~", &["matches"]),
    ("&&", &["and"]),
    ("&", &["and"]),
    ("||", &["or"]),
    ("|", &["or", ","]),
    ("!", &["not "]),
    ("…", &[".."]),
    ("...", &[".."]),
    (".", &[".."]),
    ("−", &["-"]),
    ("–", &["-", ".."]),
    ("—", &["-", ".."]),
    (":=", &["="]),
    (":", &["=>", "=", ""]),
    ("×", &["*"]),
    ("÷", &["/"]),
    ("**", &["*"]),
    ("+=", &["+"]),
    ("$", &[""]),
    ("€", &[""]),
    ("£", &[""]),
];

/// Each foreign sign of a statement, replaced wherever it stands.
pub fn foreign(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let mut seen: Vec<&str> = Vec::new();
    for (at, token) in broken.tokens.iter().enumerate() {
        let sign = broken.word(at);
        if token.kind != Kind::Sign || seen.contains(&sign) {
            continue;
        }
        let Some((_, meant)) = FOREIGN.iter().find(|(foreign, _)| *foreign == sign) else { continue };
        seen.push(sign);
        for write in *meant {
            if *write == "=>" && broken.arrow().is_some() {
                continue;
            }
            let once = *write == "=>" || sign == "." || sign == ">" || sign == "=";
            let all = broken.positions(|broken, at| broken.kind(at) == Some(Kind::Sign) && broken.word(at) == sign);
            let places = if once { rows(&all, *write == "=>") } else { vec![all] };
            for places in places {
                out.push(replaced(broken, sign, write, &places));
            }
        }
    }
}

/// `10 < employees < 20`: one comparison a test.
pub fn between(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let order = |at: usize| matches!(broken.word(at), "<" | "<=" | ">" | ">=");
    for at in 2..=broken.culprit.min(broken.tokens.len()) {
        if !(order(at - 1) && broken.kind(at) == Some(Kind::Word) && order(at + 1) && broken.tokens.len() > at + 2) {
            continue;
        }
        let turned = match broken.word(at - 1) {
            "<" => ">",
            "<=" => ">=",
            ">" => "<",
            _ => "<=",
        };
        let (low, name, high) = (broken.word(at - 2), broken.word(at), broken.word(at + 2));
        let text = format!("{name} {turned} {low} and {name} {} {high}", broken.word(at + 1));
        out.push(
            Candidate::new(
                &codes::LR0105,
                broken.range(at - 2, at + 2),
                format!("`{name}` is compared with one value at a time"),
            )
            .label("two comparisons in one")
            .help(format!(
                "Write two tests with `and`, or a range such as `{name} 10..20`, whose ends both belong to it."
            ))
            .title(format!("write `{text}`"))
            .edit(broken.range(at - 2, at + 2), text),
        );
    }
}

/// One place at a time; for an arrow the last first, since conditions stand before it.
fn rows(all: &[usize], last_first: bool) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = all.iter().map(|&at| vec![at]).collect();
    if last_first {
        rows.reverse();
    }
    rows
}

fn replaced(broken: &Broken<'_>, sign: &str, write: &str, places: &[usize]) -> Candidate {
    let first = broken.place(places[0]);
    let is_word = write.chars().all(char::is_alphabetic) && !write.is_empty();
    let (message, title) = if write.is_empty() {
        (format!("`{sign}` has no place here"), format!("leave out `{sign}`"))
    } else {
        (format!("rules write `{}`, not `{sign}`", write.trim()), format!("write `{}`", write.trim()))
    };
    let mut candidate = Candidate::new(&codes::LR0105, first, message).label(meaning(write)).title(title);
    candidate.help = match write {
        "=>" => "What a rule gives stands after `=>`, its condition before it.".to_owned(),
        ".." => "A range reads `100..200`; both ends belong to it.".to_owned(),
        "" => "Leave it out.".to_owned(),
        _ => format!("Write `{}`.", write.trim()),
    };
    for &at in places {
        let place = broken.place(at);
        let text = if is_word || write == "=>" {
            spaced(broken, at, write)
        } else if matches!(write, "=" | "!=" | "<=" | ">=")
            && at > 0
            && broken.touches_next(at - 1)
            && !broken.touches_next(at)
        {
            format!(" {write}")
        } else {
            write.to_owned()
        };
        candidate = candidate.edit(place, text);
    }
    candidate
}

/// A word in place of a sign, with blanks where there are none.
fn spaced(broken: &Broken<'_>, at: usize, word: &str) -> String {
    let before = if at > 0 && broken.touches_next(at - 1) { " " } else { "" };
    let after = if broken.touches_next(at) { " " } else { "" };
    format!("{before}{word}{after}")
}

fn meaning(write: &str) -> &'static str {
    match write.trim() {
        "=>" => "before what the rule gives",
        "=" | "!=" => "compares two values",
        "<=" | ">=" => "compares two numbers",
        "and" => "both must hold",
        "or" => "one must hold",
        "not" => "the opposite",
        ".." => "a range",
        _ => "",
    }
}

/// Ranges written otherwise: `100-200`, `100 – 200`, `100 to 200`, `100 .. 200`, `between 100 and 200`, `100+`.
pub fn ranges(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let number = |at: usize| broken.kind(at) == Some(Kind::Number);
    let signed = |at: usize| if matches!(broken.word(at), "-" | "−") && number(at + 1) { at + 1 } else { at };
    for at in 0..broken.tokens.len() {
        let low_end = signed(at);
        if !number(low_end) || (at > 0 && low_end == at && broken.word(at - 1) == "-" && broken.touches_next(at - 1)) {
            continue;
        }
        let low = broken.written(&broken.range(at, low_end)).replace('−', "-");
        let middle = low_end + 1;
        let is_dash = matches!(broken.word(middle), "-" | "–" | "—" | "−" | "to" | ".." | "..." | "…" | "until");
        if is_dash && number(signed(middle + 1)) {
            let high_end = signed(middle + 1);
            let high = broken.written(&broken.range(middle + 1, high_end)).replace('−', "-");
            let mut from = at;
            if at > 0 && matches!(broken.word(at - 1), "from" | "between" | "in" | "is") {
                from = at - 1;
            }
            for from in [from, at] {
                out.push(range(broken, broken.range(from, high_end), &format!("{low}..{high}")));
            }
        } else if at > 0
            && broken.word(at - 1) == "between"
            && broken.word(middle) == "and"
            && number(signed(middle + 1))
        {
            let high_end = signed(middle + 1);
            let high = broken.written(&broken.range(middle + 1, high_end));
            let start = if at > 1 && broken.word(at - 2) == "is" { at - 2 } else { at - 1 };
            for from in [start, at - 1] {
                out.push(range(broken, broken.range(from, high_end), &format!("{low}..{high}")));
            }
        } else if broken.word(middle) == "+" && broken.touches_next(low_end) {
            out.push(range(broken, broken.range(at, middle), &format!("{low}..")));
        } else if matches!(broken.word(middle), ".." | "..<") && !broken.touches_next(low_end) {
            let text = format!("{low}{}", broken.word(middle));
            out.push(range(broken, broken.range(at, middle), &text));
        }
        if at > 0 && matches!(broken.word(at - 1), ".." | "..<") && !broken.touches_next(at - 1) {
            out.push(range(broken, broken.range(at - 1, low_end), &format!("{}{low}", broken.word(at - 1))));
        }
        // `0.100` for `0..100`, `.9` for `..9`
        if let Some((whole, rest)) = broken.word(at).split_once('.') {
            out.push(range(broken, broken.place(at), &format!("{whole}..{rest}")));
        }
    }
}

fn range(broken: &Broken<'_>, place: std::ops::Range<usize>, text: &str) -> Candidate {
    let written = broken.written(&place);
    Candidate::new(&codes::LR0105, place.clone(), format!("the range `{written}` is written `{text}`"))
        .label("a range")
        .help("A range reads `100..200`, `100..` or `..200`; both ends belong to it, and it has no blanks inside.")
        .title(format!("write `{text}`"))
        .edit(place, text)
}

/// Signs of calculation without blanks around them, and names with a hyphen.
pub fn blanks(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let operand =
        |at: usize| matches!(broken.kind(at), Some(Kind::Word | Kind::Number | Kind::OpenBracket | Kind::CloseBracket));
    let mut edits = Vec::new();
    let mut first = None;
    for at in 1..broken.tokens.len() {
        let sign = broken.word(at);
        if !matches!(sign, "+" | "-" | "*" | "/") || !operand(at - 1) || !operand(at + 1) {
            continue;
        }
        let (before, after) = (broken.touches_next(at - 1), broken.touches_next(at));
        if before && after && sign == "-" && broken.kind(at - 1) == Some(Kind::Word) {
            hyphen(broken, at, out);
        }
        if before || after {
            first.get_or_insert(at);
            let text = format!("{}{sign}{}", if before { " " } else { "" }, if after { " " } else { "" });
            edits.push((broken.place(at), text));
        }
    }
    let Some(at) = first else { return };
    let sign = broken.word(at);
    let mut candidate =
        Candidate::new(&codes::LR0115, broken.range(at - 1, at + 1), format!("`{sign}` needs a blank on both sides"))
            .label("a calculation")
            .help("Blanks tell a calculation (`a - b`) from a sign (`-5`) and from a name.")
            .title(format!("write ` {sign} `"));
    candidate.edits = edits;
    out.push(candidate);
}

/// `C-level`: a text without quotes, or a name that should have `_`.
fn hyphen(broken: &Broken<'_>, at: usize, out: &mut Vec<Candidate>) {
    let is_joined = |at: usize| broken.word(at + 1) == "-" && broken.touches_next(at) && broken.touches_next(at + 1);
    let mut end = at + 1;
    while is_joined(end) {
        end += 2;
    }
    let range = broken.range(at - 1, end);
    let written = broken.written(&range);
    let before = if at > 1 { broken.word(at - 2) } else { "" };
    let is_value = matches!(
        before,
        "is" | "not"
            | "in"
            | ","
            | "="
            | "!="
            | "contains"
            | "mentions"
            | "with"
            | "=>"
            | "{"
            | "all"
            | ";"
            | "("
            | "or"
    );
    let message = format!("a name has no hyphen: `{written}`");
    let quoted = Candidate::new(&codes::LR0115, range.clone(), message.clone())
        .label("not a name")
        .help("An option or a stage with a hyphen is written as a text. In the name of a field, write `_`.")
        .title(format!("write `\"{written}\"`"))
        .edit(range.clone(), format!("\"{written}\""));
    let joined = written.replace('-', "_");
    let renamed = Candidate::new(&codes::LR0115, range.clone(), message)
        .label("not a name")
        .help("Names are made of letters, digits and `_`; a hyphen is a minus here.")
        .title(format!("write `{joined}`"))
        .edit(range, joined);
    let is_declared = matches!(before, "define" | "score" | "label" | "list");
    if broken.context == Context::File && !broken.has_block && !is_declared {
        // A formula: what touches here is calculated.
        return;
    }
    if is_value {
        out.push(quoted);
    }
    out.push(renamed);
}
