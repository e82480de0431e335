//! The shape of a line: `=>`, points, commas, brackets, `and` beside `or`, and single words that are missing or
//! superfluous.

use super::broken::{Broken, Candidate};
use super::signs::{is_dash, takes_away};
use crate::codes;
use crate::parse::context::Context;
use crate::parse::lex::Kind;
use crate::visible;
use crate::words::{Text, say};

/// A missing `=>`.
pub fn arrow(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    if !broken.decides() || broken.arrow().is_some() || broken.tokens.is_empty() {
        return;
    }
    let end = broken.tokens.len();
    for at in (1..end).rev().take(12) {
        let place = broken.tokens[at].start;
        let found =
            Candidate::new(&codes::LR0124, broken.place(at), say!("`=>` is missing before what this line gives"))
                .label(say!("what it gives"))
                .help(say!("A line reads `condition => what it gives`."))
                .title(say!("write `=>` before it"))
                .edit(place..place, "=> ");
        // `employees 20` may be a comparison without its sign.
        out.push(if broken.kind(at) == Some(Kind::Number) { found.guess() } else { found });
    }
    let whole = broken.range(0, end - 1);
    let (what, example) = gives(broken.context);
    if whole.end == broken.at || broken.culprit >= end {
        out.push(
            Candidate::new(&codes::LR0124, whole.end..whole.end, say!("this line does not say {what}", what))
                .label(say!("`=>` must follow"))
                .help(say!("A line reads `condition => what it gives`, as in `… => {example}`.", example))
                .in_any_case(),
        );
    }
}

/// What a line of this block gives, and an example.
fn gives(context: Context) -> (Text, &'static str) {
    match context {
        Context::Stages => (say!("which stage it leads to"), "MQL"),
        Context::Label => (say!("what the label then is"), "\"Sales\""),
        Context::Exclude => (say!("why such a lead is set apart"), "\"own staff\""),
        _ => (say!("how many points it gives"), "+10"),
    }
}

/// What comes after `=>`.
pub fn outcome(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let Some(arrow) = broken.arrow().filter(|_| broken.decides()) else { return };
    let next = arrow + 1;
    let (what, example) = gives(broken.context);
    if next >= broken.tokens.len() {
        out.push(
            Candidate::new(&codes::LR0113, broken.place(arrow), say!("this line does not say {what}", what))
                .label(say!("nothing stands after it"))
                .help(say!("A line reads `condition => what it gives`, as in `… => {example}`.", example))
                .in_any_case(),
        );
        return;
    }
    if !broken.gives_points() {
        if matches!(broken.word(next), "+" | "-") && broken.kind(next + 1) == Some(Kind::Number) {
            out.push(
                Candidate::new(
                    &codes::LR0113,
                    broken.range(next, next + 1),
                    say!("points stand where none can be given"),
                )
                .label(say!("points"))
                .help(say!(
                    "A line here says {what}, as in `… => {example}`. Points belong in a `score`.",
                    what,
                    example
                ))
                .in_any_case(),
            );
        }
        return;
    }
    let end = broken.tokens.len() - 1;
    match broken.kind(next) {
        Some(Kind::Text) if broken.culprit == next => {
            let text = broken.word(next).trim_matches('"');
            let digits = text.trim_start_matches(['+', '-']);
            if digits.starts_with(|c: char| c.is_ascii_digit()) {
                out.push(
                    Candidate::new(&codes::LR0113, broken.place(next), say!("points stand without quotes"))
                        .help(say!("Points are a number, not a text."))
                        .title(say!("write `{text}`", text))
                        .edit(broken.place(next), text),
                );
            }
            out.push(
                Candidate::new(&codes::LR0113, broken.place(next), say!("a score gives points, not a text"))
                    .label(say!("a text"))
                    .help(say!("A text can be given by a `label`; a score adds up points such as `+10`."))
                    .in_any_case(),
            );
        }
        Some(Kind::Word) if broken.culprit == next && next == end => out.push(
            Candidate::new(&codes::LR0113, broken.place(next), say!("a score gives points, not a name"))
                .label(say!("how many points?"))
                .help(say!("A score adds up points such as `+10`. Stages stand in `stages {{ … }}`."))
                .in_any_case(),
        ),
        _ => {}
    }
    points(broken, arrow, out);
}

/// Points written otherwise: `20`, `score += 20`, `points: 20`, `- 20`, `subtract 20`, `(20)`, `10%`.
fn points(broken: &Broken<'_>, arrow: usize, out: &mut Vec<Candidate>) {
    let next = arrow + 1;
    let numbers = (next..broken.tokens.len().min(next + 6)).filter(|&at| broken.kind(at) == Some(Kind::Number));
    let Some(number) = numbers.min() else { return };
    let between = next..number;
    let opens = |at: usize| matches!(broken.kind(at), Some(Kind::Sign | Kind::Word | Kind::OpenBracket));
    if !between.clone().all(opens) {
        return;
    }
    let digits = broken.word(number).trim_end_matches('%');
    let mut last = number;
    if broken.word(last + 1) == "%" {
        last += 1;
    }
    let is_bracketed =
        broken.kind(next) == Some(Kind::OpenBracket) && broken.kind(last + 1) == Some(Kind::CloseBracket);
    let ends_with_dash = is_dash(broken.word(last + 1)) && broken.touches_next(last) && last + 2 >= broken.tokens.len();
    last += usize::from(is_bracketed || ends_with_dash);
    let takes = |at: usize| {
        let (word, before) = (broken.lower(at), at.checked_sub(1).map_or("", |at| broken.word(at)));
        word.chars().any(|c| is_dash(c.encode_utf8(&mut [0; 4])))
            || takes_away(&word, before == "=>" || before == ":" || before == "=")
    };
    let sign = if is_bracketed || ends_with_dash || between.clone().any(takes) { "-" } else { "+" };
    let text = format!("{sign}{digits}");
    let range = broken.range(next, last);
    let alike = between.clone().find_map(|at| {
        let c = broken.word(at).chars().next()?;
        visible::looks_like(c).map(|plain| (c, plain))
    });
    let is_nothing = number == next && digits.trim_start_matches('0').is_empty();
    if broken.written(&range) == text || is_nothing {
        return;
    }
    if number == next && last == number && digits == broken.word(number) {
        let place = broken.tokens[next].start;
        let found =
            Candidate::new(&codes::LR0113, broken.place(next), say!("points carry their sign: `{text}`", text = &text))
                .label(say!("plus or minus?"))
                .help(say!("A rule shows at a glance whether it gives or takes points."))
                .title(say!("write `{text}`", text = &text))
                .edit(place..place, "+");
        out.push(if may_ask(broken, arrow) { found.guess() } else { found });
    } else {
        let mut help = say!("After `=>` stand the points with their sign, and nothing before them.");
        if let Some((c, plain)) = alike {
            help = help.and_then(say!(
                "`{written}` ({name}) only looks like `{plain}`.",
                written = c.to_string(),
                name = visible::named(c),
                plain = plain.to_string()
            ));
        }
        out.push(
            Candidate::new(&codes::LR0113, range.clone(), say!("points are written `{text}`", text = &text))
                .label(say!("points"))
                .help(help)
                .title(say!("write `{text}`", text = &text))
                .edit(range, text),
        );
    }
}

/// Whether a number after `=>` may be compared with what comes before it, as with `>=`.
fn may_ask(broken: &Broken<'_>, arrow: usize) -> bool {
    let Some(name) = arrow.checked_sub(1).filter(|&at| broken.kind(at) == Some(Kind::Word)) else { return false };
    let is_asked = name > 0 && broken.word(name - 1) == "where";
    let type_of = broken.names.get(broken.word(name)).copied();
    broken.is_measured(name) && (name == 0 || is_asked || matches!(broken.word(name - 1), "and" | "or" | "not"))
        || is_asked && type_of != Some("yes")
}

/// Commas that are missing or superfluous.
pub fn commas(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in [broken.culprit, broken.culprit.wrapping_sub(1)] {
        if broken.kind(at) == Some(Kind::Comma) && !broken.is_decimal_comma(at) {
            let place = broken.place(at);
            out.push(
                Candidate::new(&codes::LR0116, place.clone(), say!("this comma parts nothing"))
                    .label(say!("too many"))
                    .help(say!("A comma stands between two entries, and before a setting such as `up to 20`."))
                    .title(say!("leave out the comma"))
                    .edit(place, ""),
            );
        }
    }
    for at in [broken.culprit, broken.culprit.wrapping_sub(1)] {
        if at == 0 || at >= broken.tokens.len() {
            continue;
        }
        let place = broken.tokens[at - 1].end;
        let word = broken.word(at);
        out.push(
            Candidate::new(&codes::LR0116, broken.place(at), say!("a comma is missing before `{word}`", word))
                .label(say!("begins something new"))
                .help(say!("A comma stands between entries, and before a setting such as `up to 20`."))
                .title(say!("write `,` before `{word}`", word))
                .edit(place..place, ","),
        );
    }
}

/// Braces around options or a list that lack their partner.
pub fn braces(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let count = |kind| broken.tokens.iter().filter(|token| token.kind == kind).count();
    let (open, close) = (count(Kind::OpenBrace), count(Kind::CloseBrace));
    if open > close {
        let at = broken.tokens.iter().position(|token| token.kind == Kind::OpenBrace).unwrap_or(0);
        let found = Candidate::new(&codes::LR0102, broken.place(at), say!("this `{{` is never closed"))
            .label(say!("no `}}` ends what begins here"))
            .help(say!("What begins with `{{` ends with `}}`."))
            .title(say!("write `{text}`", text = "}"));
        for end in (at + 1..=broken.tokens.len()).rev() {
            let place = broken.tokens[end - 1].end;
            out.push(found.clone().edit(place..place, " }").guess());
        }
        out.push(found.in_any_case());
    } else if close > open {
        let at = broken.tokens.iter().position(|token| token.kind == Kind::CloseBrace).unwrap_or(0);
        let found = Candidate::new(&codes::LR0102, broken.place(at), say!("this `}}` ends what has no `{{`"))
            .label(say!("where does it begin?"))
            .help(say!("What ends with `}}` begins with `{{`."))
            .title(say!("write `{text}`", text = "{"));
        for start in 1..=at {
            let place = broken.tokens[start].start;
            out.push(found.clone().edit(place..place, "{ ").guess());
        }
        out.push(found.in_any_case());
    }
}

/// Brackets without a partner, and brackets from other languages.
pub fn brackets(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let mut open = Vec::new();
    let mut stray = None;
    for (at, token) in broken.tokens.iter().enumerate() {
        match token.kind {
            Kind::OpenBracket => open.push(at),
            Kind::CloseBracket if open.pop().is_none() => stray = stray.or(Some(at)),
            _ => {}
        }
    }
    if let Some(at) = stray {
        let place = broken.place(at);
        let mut starts = vec![0];
        starts.extend(
            (0..at).filter(|&before| matches!(broken.word(before), "and" | "or" | "where" | "not")).map(|b| b + 1),
        );
        out.push(
            Candidate::new(&codes::LR0103, place.clone(), say!("this `)` closes nothing"))
                .label(say!("no bracket is open here"))
                .help(say!("Every `)` ends what began with `(`."))
                .title(say!("leave out `{text}`", text = ")"))
                .edit(place, ""),
        );
    }
    if let Some(&at) = open.last() {
        let place = broken.place(at);
        let ends = (at + 1..=broken.tokens.len()).filter(|&end| {
            end == broken.tokens.len()
                || matches!(broken.kind(end), Some(Kind::Arrow | Kind::Comma | Kind::OpenBrace | Kind::CloseBrace))
                || matches!(broken.word(end), "or" | "and" | "in" | "at" | ">=" | "<=" | ">" | "<" | "=")
        });
        let mut ends: Vec<usize> = ends.collect();
        // The longest stretch that may be meant comes first.
        ends.reverse();
        let found = Candidate::new(&codes::LR0103, place, say!("this `(` is never closed"))
            .label(say!("opens here"))
            .help(say!("Every `(` needs its `)`."));
        for end in ends {
            let close = broken.tokens[end - 1].end;
            out.push(found.clone().title(say!("write `{text}`", text = ")")).edit(close..close, ")").guess());
        }
        out.push(found.in_any_case());
    }
    if let Some(at) = broken.tokens.iter().position(|token| matches!(token.text(broken.text), "[" | "]")) {
        let mut candidate =
            Candidate::new(&codes::LR0105, broken.place(at), say!("lists stand without square brackets"))
                .help(say!("Write the entries with commas between them: `country in BE, NL`."))
                .title(say!("leave out the brackets"));
        candidate.edits = broken
            .positions(|broken, at| matches!(broken.word(at), "[" | "]"))
            .into_iter()
            .map(|at| (broken.place(at), String::new()))
            .collect();
        out.push(candidate);
    }
    listed(broken, out);
}

/// `in (BE, NL)`, `contains ("a", "b")`, `in {BE, NL}`
fn listed(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 1..broken.tokens.len() {
        if !matches!(broken.kind(at), Some(Kind::OpenBracket | Kind::OpenBrace))
            || !matches!(broken.word(at - 1), "in" | "contains" | "mentions" | "with" | "all" | "any" | "of")
        {
            continue;
        }
        let close = (at..broken.tokens.len())
            .find(|&end| matches!(broken.kind(end), Some(Kind::CloseBracket | Kind::CloseBrace)));
        let Some(close) = close else { continue };
        out.push(
            Candidate::new(&codes::LR0105, broken.place(at), say!("lists stand without brackets"))
                .label(say!("not needed"))
                .help(say!("Write the entries with commas between them: `country in BE, NL`."))
                .title(say!("leave out the brackets"))
                .edit(broken.place(at), "")
                .edit(broken.place(close), ""),
        );
    }
}

/// `and` beside `or`.
pub fn mixed(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    if !matches!(broken.word(broken.culprit), "and" | "or") {
        return;
    }
    // The stretch of conditions around the culprit, at the same depth of brackets.
    let (mut depth, mut start) = (0_i32, 0);
    for at in (0..broken.culprit).rev() {
        match broken.kind(at) {
            Some(Kind::CloseBracket) => depth += 1,
            Some(Kind::OpenBracket) => depth -= 1,
            _ => {}
        }
        if depth < 0 || (depth == 0 && matches!(broken.word(at), "expect" | "never" | "always" | "=")) {
            start = at + 1;
            break;
        }
    }
    let mut joins = Vec::new();
    let (mut depth, mut end, mut between) = (0_i32, broken.tokens.len(), false);
    for at in start..broken.tokens.len() {
        match broken.kind(at) {
            Some(Kind::OpenBracket) => depth += 1,
            Some(Kind::CloseBracket) => depth -= 1,
            _ => {}
        }
        if depth < 0 || broken.kind(at) == Some(Kind::Arrow) {
            end = at;
            break;
        }
        if depth == 0 {
            match broken.word(at) {
                "between" => between = true,
                "and" if between => between = false,
                "and" | "or" => joins.push(at),
                _ => {}
            }
        }
    }
    let Some(other) = joins.iter().find(|&&at| broken.word(at) != broken.word(broken.culprit)) else { return };
    if end <= start {
        return;
    }
    for outer in ["or", "and"] {
        let mut edits = Vec::new();
        let mut from = start;
        for &cut in joins.iter().filter(|&&at| broken.word(at) == outer).chain(std::iter::once(&end)) {
            if cut > from && joins.iter().any(|join| (from..cut).contains(join)) {
                let range = broken.range(from, cut - 1);
                edits.push((range.start..range.start, "(".to_owned()));
                edits.push((range.end..range.end, ")".to_owned()));
            }
            from = cut + 1;
        }
        let meaning = if outer == "or" {
            say!("put the parts joined by `and` in brackets")
        } else {
            say!("put the parts joined by `or` in brackets")
        };
        let mut candidate = Candidate::new(
            &codes::LR0110,
            broken.place(broken.culprit),
            say!("`and` and `or` stand side by side without brackets"),
        )
        .label(say!("`{second}` after `{first}`", second = broken.word(broken.culprit), first = broken.word(*other)))
        .help(say!("It can be read in two ways. Brackets say which is meant."))
        .title(meaning)
        .guess();
        candidate.edits = edits;
        out.push(candidate);
    }
}

/// `count of E where page is "x"`: in a quantity `where` takes brackets.
pub fn where_brackets(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 0..broken.tokens.len() {
        if broken.word(at) != "where" || at + 1 >= broken.tokens.len() || broken.kind(at + 1) == Some(Kind::OpenBracket)
        {
            continue;
        }
        let start = broken.tokens[at + 1].start;
        for end in at + 2..=broken.tokens.len().min(at + 16) {
            let close = broken.tokens[end - 1].end;
            out.push(
                Candidate::new(&codes::LR0123, start..close, say!("`where` in a quantity takes brackets"))
                    .label(say!("which events count"))
                    .help(say!("Brackets show where the condition on the events ends and the comparison goes on."))
                    .title(say!("put it in brackets"))
                    .edit(start..start, "(")
                    .edit(close..close, ")"),
            );
        }
    }
}

/// A word or sign that is written twice.
pub fn doubled(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in [broken.culprit, broken.culprit.wrapping_sub(1), broken.culprit + 1] {
        if at > 0 && at < broken.tokens.len() && broken.word(at) == broken.word(at - 1) {
            let place = broken.place(at);
            let word = broken.word(at);
            let before = broken.tokens[at - 1].end;
            out.push(
                Candidate::new(&codes::LR0114, place.clone(), say!("`{word}` stands twice", word))
                    .label(say!("the second"))
                    .help(say!("Once is enough."))
                    .title(say!("leave out one `{word}`", word))
                    .edit(before..place.end, ""),
            );
        }
    }
}

/// A single word that is missing or superfluous.
pub fn single(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    const MISSING: [&str; 25] = [
        "is", "and", "=>", "in", "=", "of", "to", "per", "every", "over", "times", "from", "as", "by", "because",
        "last", "than", "with", "where", "least", "up to", "ago", "days", "each", "zone",
    ];
    for at in [broken.culprit, broken.culprit.wrapping_sub(1)] {
        if at > broken.tokens.len() {
            continue;
        }
        let place = broken.tokens.get(at).map_or(broken.text.len(), |token| token.start);
        // What is compared, or who is meant, is not guessed.
        let before = at.checked_sub(1).map_or("", |before| broken.word(before));
        let is_order = |word: &str| matches!(word, ">" | ">=" | "<" | "<=");
        if is_order(before) || before == "by" || matches!(before, "and" | "or") && is_order(broken.word(at)) {
            continue;
        }
        for word in MISSING {
            let before = broken.word(at);
            let message = if before.is_empty() {
                say!("`{word}` is missing at the end", word)
            } else {
                say!("`{word}` is missing before `{next}`", word, next = before)
            };
            let blank = if at > 0 && place > 0 && broken.tokens[at - 1].end == place { " " } else { "" };
            out.push(
                Candidate::new(&codes::LR0101, broken.place(at), message)
                    .label(if before.is_empty() {
                        say!("something must follow")
                    } else {
                        say!("`{word}` before this?", word)
                    })
                    .help(say!("With `{word}` the line can be read.", word))
                    .title(say!("write `{text}`", text = word))
                    .edit(place..place, if before.is_empty() { format!(" {word}") } else { format!("{blank}{word} ") })
                    .only_whole(),
            );
        }
    }
    for at in [broken.culprit, broken.culprit.wrapping_sub(1)] {
        if at < broken.tokens.len() && broken.tokens.len() > 1 && !broken.is_decimal_comma(at) {
            let (place, word) = (broken.place(at), broken.word(at));
            let start = if at > 0 { broken.tokens[at - 1].end } else { place.start };
            out.push(
                Candidate::new(&codes::LR0101, place.clone(), say!("`{word}` does not fit here", word))
                    .label(say!("can't stand here"))
                    .help(say!("Without it the line can be read."))
                    .title(say!("leave out `{text}`", text = word))
                    .edit(start..place.end, "")
                    .only_whole(),
            );
        }
    }
}

/// A formula from a spreadsheet: `=IF(employees>100,20,0)`.
pub fn formula(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let Some(at) = (0..broken.tokens.len().min(6)).find(|&at| {
        broken.kind(at + 1) == Some(Kind::OpenBracket)
            && broken.touches_next(at)
            && matches!(
                broken.word(at).to_uppercase().as_str(),
                "IF" | "IFS"
                    | "AND"
                    | "OR"
                    | "SUM"
                    | "COUNTIF"
                    | "COUNTIFS"
                    | "SUMIF"
                    | "VLOOKUP"
                    | "ALS"
                    | "SI"
                    | "WENN"
            )
            && broken.kind(at) == Some(Kind::Word)
            && (broken.word(at).chars().all(char::is_uppercase) || broken.word(0) == "=" || broken.word(at) == "if")
    }) else {
        return;
    };
    let found = Candidate::new(
        &codes::LR0121,
        broken.range(at, at + 1),
        say!("a rule is not written as a formula of a spreadsheet"),
    )
    .label(say!("a formula begins here"))
    .help(say!(
        "A rule reads `condition => points`, as in `employees > 100 => +20`. A line that holds gives its points."
    ));
    let (mut depth, mut parts, mut from, mut close) = (0_i32, Vec::new(), at + 2, None);
    for end in at + 1..broken.tokens.len() {
        match broken.kind(end) {
            Some(Kind::OpenBracket) => depth += 1,
            Some(Kind::CloseBracket) => depth -= 1,
            _ => {}
        }
        let is_cut = matches!(broken.kind(end), Some(Kind::Comma | Kind::Semicolon)) && depth == 1;
        if (is_cut || depth == 0) && end > from {
            parts.push(broken.written(&broken.range(from, end - 1)));
            from = end + 1;
        }
        if depth == 0 {
            close = Some(end);
            break;
        }
    }
    if let (Some(close), [condition, points, rest @ ..]) = (close, parts.as_slice()) {
        let points = points.trim_start_matches('+');
        let sign = if points.starts_with('-') { "" } else { "+" };
        if rest.iter().all(|other| *other == "0") {
            let text = format!("{condition} => {sign}{points}");
            out.push(found.clone().title(say!("write `{text}`", text = &text)).edit(broken.range(0, close), text));
        }
    }
    out.push(found.in_any_case());
}
