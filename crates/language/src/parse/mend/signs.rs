//! Signs from spreadsheets, programming languages and word processors.

use super::broken::{Broken, Candidate};
use crate::codes;
use crate::parse::context::Context;
use crate::parse::lex::Kind;
use crate::visible;
use crate::words::{Text, say};

/// Foreign signs and what the rules write instead; if several may be meant, each is tried.
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

/// Whether a sign is a minus, a hyphen or a dash of any kind.
pub fn is_dash(sign: &str) -> bool {
    let mut chars = sign.chars();
    let is_one = chars.next().is_some_and(|c| {
        matches!(
            c,
            '-' | '\u{2010}'
                ..='\u{2015}'
                    | '\u{2043}'
                    | '\u{207b}'
                    | '\u{2212}'
                    | '\u{2796}'
                    | '\u{fe58}'
                    | '\u{fe63}'
                    | '\u{ff0d}'
        )
    });
    is_one && chars.next().is_none()
}

/// Whether a word, in lower case, means that the number after it is deducted.
pub fn takes_away(word: &str, after_arrow: bool) -> bool {
    const ANYWHERE: &[&str] = &[
        "minus",
        "subtract",
        "subtracts",
        "deduct",
        "deducts",
        "remove",
        "removes",
        "reduce",
        "penalty",
        "malus",
        "aftrek",
        "retirer",
        "abzug",
    ];
    const AFTER_ARROW: &[&str] = &["lose", "loses", "min", "moins", "less", "take", "takes", "down"];
    ANYWHERE.contains(&word) || (after_arrow && AFTER_ARROW.contains(&word))
}

/// Whether a word, in lower case, belongs to a range or to points that are deducted.
pub fn is_understood(word: &str) -> bool {
    takes_away(word, true) || FROM.contains(&word) || TO.iter().any(|(words, _)| words.split(' ').any(|to| to == word))
}

/// Each foreign sign of a statement, replaced wherever it stands.
pub fn foreign(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let mut seen: Vec<&str> = Vec::new();
    for (at, token) in broken.tokens.iter().enumerate() {
        let sign = broken.word(at);
        if token.kind != Kind::Sign || seen.contains(&sign) {
            continue;
        }
        let meant = FOREIGN.iter().find(|(foreign, _)| *foreign == sign).map(|(_, meant)| *meant);
        let Some(meant) = meant.or_else(|| (is_dash(sign) && sign != "-").then_some(DASHES)) else { continue };
        seen.push(sign);
        for write in meant {
            let is_other = sign == ":" && *write != "=>" && broken.decides() && broken.arrow().is_none();
            if is_other || *write == "=>" && broken.arrow().is_some() {
                continue;
            }
            let once = *write == "=>" || sign == "." || sign == ">" || sign == "=";
            let all = broken.positions(|broken, at| broken.kind(at) == Some(Kind::Sign) && broken.word(at) == sign);
            let places = if once { rows(&all, *write == "=>") } else { vec![all] };
            for places in places {
                let found = replaced(broken, sign, write, &places);
                match may_compare(broken, places[0]) {
                    Some(true) if *write == "=>" => out.push(found.guess()),
                    Some(false) if *write == "=>" => {}
                    _ => out.push(found),
                }
            }
        }
    }
}

/// What any dash other than the minus may be.
const DASHES: &[&str] = &["-", ".."];

/// Whether the sign at `at`, before a number without a sign, may be meant as a comparison rather than an arrow; `None`
/// if it certainly is not.
fn may_compare(broken: &Broken<'_>, at: usize) -> Option<bool> {
    let compares =
        |at: usize| matches!(broken.word(at), "=" | "==" | "is" | "in" | "<" | ">" | "<=" | ">=" | "!=" | "..");
    if broken.kind(at + 1) != Some(Kind::Number) || !matches!(broken.word(at), "=" | ">" | "==" | "=<") {
        return None;
    }
    let is_first = !(0..at).any(compares) && broken.kind(at.wrapping_sub(1)) == Some(Kind::Word);
    is_first.then_some(broken.word(at) == "=")
}

/// `where minutes => 20 => +50`: the first one compares.
pub fn at_least(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let arrows = broken.positions(|broken, at| broken.kind(at) == Some(Kind::Arrow));
    let compares = |at: &usize| *at > 0 && broken.kind(at + 1) == Some(Kind::Number);
    let is_alone = arrows.len() == 1;
    let Some(&at) = arrows.iter().find(|at| compares(at)) else { return };
    let found = |message: Text| {
        Candidate::new(&codes::LR0105, broken.place(at), message)
            .label(say!("compares two numbers"))
            .help(say!("`>=` asks whether a number is at least so large; `=>` stands before what the rule gives."))
    };
    if !is_alone {
        out.push(
            found(say!("rules write `{text}`, not `{written}`", text = ">=", written = "=>"))
                .title(say!("write `{text}`", text = ">="))
                .edit(broken.place(at), ">="),
        );
    } else if broken.gives_points() && broken.is_measured(at - 1) && !(0..at).any(|at| is_order(broken.word(at))) {
        out.push(found(say!("`>=` compares, and this line does not say how many points it gives")).in_any_case());
    }
}

fn is_order(word: &str) -> bool {
    matches!(word, "<" | "<=" | ">" | ">=" | "=" | "is" | "in")
}

/// `10 < employees < 20`: a test holds one comparison.
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
                say!("`{name}` is compared with one value at a time", name),
            )
            .label(say!("two comparisons in one"))
            .help(say!(
                "Write two tests with `and`, or a range such as `{name} 10..20`, whose ends both belong to it.",
                name
            ))
            .title(say!("write `{text}`", text = &text))
            .edit(broken.range(at - 2, at + 2), text),
        );
    }
}

/// One place at a time; for an arrow the last one first, since conditions come before it.
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
        (say!("`{sign}` has no place here", sign), say!("leave out `{text}`", text = sign))
    } else {
        // Signs that look alike are told apart by their names.
        let mut chars = sign.chars();
        let alike = chars.next().filter(|c| chars.next().is_none() && visible::looks_like(*c).is_some());
        let (text, written) = (write.trim(), sign);
        let message = match alike {
            Some(c) => {
                say!("rules write `{text}`, not `{written}` ({name})", text, written, name = visible::named(c))
            }
            None => say!("rules write `{text}`, not `{written}`", text, written),
        };
        (message, say!("write `{text}`", text))
    };
    let mut candidate = Candidate::new(&codes::LR0105, first, message).label(meaning(write)).title(title);
    candidate.help = match write {
        "=>" => say!("What a rule gives stands after `=>`, its condition before it."),
        ".." => say!("A range reads `100..200`; both ends belong to it."),
        "" => say!("Leave it out."),
        _ => say!("Write `{text}`.", text = write.trim()),
    };
    for &at in places {
        let mut place = broken.place(at);
        if write.is_empty() && at > 0 && at + 1 == broken.tokens.len() {
            place.start = broken.tokens[at - 1].end;
        }
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

/// A word in place of a sign, with blanks added where there are none.
fn spaced(broken: &Broken<'_>, at: usize, word: &str) -> String {
    let before = if at > 0 && broken.touches_next(at - 1) { " " } else { "" };
    let after = if broken.touches_next(at) { " " } else { "" };
    format!("{before}{word}{after}")
}

fn meaning(write: &str) -> Text {
    match write.trim() {
        "=>" => say!("before what the rule gives"),
        "=" | "!=" => say!("compares two values"),
        "<=" | ">=" => say!("compares two numbers"),
        "and" => say!("both must hold"),
        "or" => say!("one must hold"),
        "not" => say!("the opposite"),
        ".." => say!("a range"),
        _ => Text::empty(),
    }
}

/// Words between the ends of a range, and how many tokens each one is.
const TO: &[(&str, usize)] = &[
    ("to", 1),
    ("until", 1),
    ("tot", 1),
    ("bis", 1),
    ("à", 1),
    ("through", 1),
    ("thru", 1),
    ("tm", 1),
    ("t / m", 3),
    ("up to", 2),
];

/// Words before the lower end of a range.
const FROM: &[&str] = &["from", "between", "in", "is", "van", "tussen", "vanaf", "de", "entre", "von", "zwischen"];

/// Ranges written otherwise: `100-200`, `100 – 200`, `100 to 200`, `100 .. 200`, `between 100 and 200`, `100+`.
pub fn ranges(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let number = |at: usize| broken.kind(at) == Some(Kind::Number);
    let signed = |at: usize| if is_dash(broken.word(at)) && number(at + 1) { at + 1 } else { at };
    let plain = |from: usize, to: usize| {
        let written = broken.written(&broken.range(from, to));
        written
            .strip_prefix(|c: char| is_dash(c.encode_utf8(&mut [0; 4])))
            .map_or(written.to_owned(), |rest| format!("-{}", rest.trim_start()))
    };
    for at in 0..broken.tokens.len() {
        let low_end = signed(at);
        let is_second = at > 0 && low_end == at && is_dash(broken.word(at - 1)) && broken.touches_next(at - 1);
        if !number(low_end) || is_second {
            continue;
        }
        let low = plain(at, low_end);
        let middle = low_end + 1;
        let before = |back: usize| at.checked_sub(back).map_or(String::new(), |at| broken.lower(at));
        let is_between = matches!(before(1).as_str(), "between" | "tussen" | "entre" | "zwischen");
        let words = TO.iter().find(|(word, count)| {
            word.split(' ').zip(middle..middle + count).all(|(word, at)| broken.lower(at) == word)
        });
        let length = match (words, broken.lower(middle).as_str()) {
            (Some((_, count)), _) => *count,
            (None, "and" | "en" | "et" | "und") if is_between => 1,
            (None, ".." | "..." | "…") => 1,
            (None, sign) if is_dash(sign) => 1,
            _ => 0,
        };
        if length > 0 && number(signed(middle + length)) {
            let high_end = signed(middle + length);
            let text = format!("{low}..{}", plain(middle + length, high_end));
            let mut starts = vec![at];
            if FROM.contains(&before(1).as_str()) {
                starts.insert(0, at - 1);
                if matches!(before(2).as_str(), "is" | "est" | "ist") {
                    starts.insert(0, at - 2);
                }
            }
            for from in starts {
                out.push(range(broken, broken.range(from, high_end), &text));
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
    Candidate::new(&codes::LR0105, place.clone(), say!("the range `{written}` is written `{text}`", written, text))
        .label(say!("a range"))
        .help(say!(
            "A range reads `100..200`, `100..` or `..200`; both ends belong to it, and it has no blanks inside."
        ))
        .title(say!("write `{text}`", text))
        .edit(place, text)
}

/// Arithmetic signs without blanks around them, and names with a hyphen.
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
    let mut candidate = Candidate::new(
        &codes::LR0115,
        broken.range(at - 1, at + 1),
        say!("`{sign}` needs a blank on both sides", sign),
    )
    .label(say!("a calculation"))
    .help(say!("Blanks tell a calculation (`a - b`) from a sign (`-5`) and from a name."))
    .title(say!("write ` {sign} `", sign));
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
    let message = say!("a name has no hyphen: `{written}`", written);
    let quoted = Candidate::new(&codes::LR0115, range.clone(), message.clone())
        .label(say!("not a name"))
        .help(say!("An option or a stage with a hyphen is written as a text. In the name of a field, write `_`."))
        .title(say!("write `\"{text}\"`", text = written))
        .edit(range.clone(), format!("\"{written}\""));
    let joined = written.replace('-', "_");
    let renamed = Candidate::new(&codes::LR0115, range.clone(), message)
        .label(say!("not a name"))
        .help(say!("Names are made of letters, digits and `_`; a hyphen is a minus here."))
        .title(say!("write `{text}`", text = &joined))
        .edit(range, joined);
    let is_declared = matches!(before, "define" | "score" | "label" | "list");
    if broken.context == Context::File && !broken.has_block && !is_declared {
        // A formula: parts that touch are an arithmetic expression.
        return;
    }
    if is_value {
        out.push(quoted);
    }
    out.push(renamed);
}
