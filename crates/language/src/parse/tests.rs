//! What people write instead of the language, and how it is mended.

use super::parse;
use crate::ast;
use crate::diagnostic::{Diagnostic, render};
use crate::page::Style;
use crate::source::Sources;

const EXAMPLE: &str = include_str!("fixtures/inbound.leadrules");

fn read(text: &str) -> (ast::File, Vec<Diagnostic>, Sources) {
    let mut sources = Sources::default();
    let file = sources.add("test.leadrules", text);
    let (ast, found) = parse(&sources, file);
    (ast, found, sources)
}

fn shown(found: &[Diagnostic], sources: &Sources) -> String {
    found.iter().map(|finding| render(finding, sources, Style::default())).collect()
}

/// The file with one line in a block of this kind.
fn around(block: &str, line: &str) -> String {
    match block {
        "file" => format!("leadrules 1\n{line}\n"),
        "table" => format!("leadrules 1\nscore s {{\n  employees {{\n    {line}\n  }}\n}}\n"),
        "score" => format!("leadrules 1\nscore s {{\n  {line}\n}}\n"),
        "label" => format!("leadrules 1\nlabel l {{\n  {line}\n}}\n"),
        "promise" | "test" | "agreement" => format!("leadrules 1\n{block} \"p\" {{\n  {line}\n}}\n"),
        _ => format!("leadrules 1\n{block} {{\n  {line}\n}}\n"),
    }
}

/// The text after the first fix of its first finding.
fn mended(text: &str, found: &[Diagnostic]) -> Option<String> {
    let mut edits = found.first()?.fixes.first()?.edits.clone();
    edits.sort_by_key(|(span, _)| std::cmp::Reverse((span.start, span.end)));
    let mut text = text.to_owned();
    for (span, new) in edits {
        text.replace_range(span.range(), &new);
    }
    Some(text)
}

/// Each line of the fixture is `BLOCK | what people write ~~ what they mean` if that is certain, or has `~?` if it is
/// only the first guess; `-` stands for no fix.
#[test]
fn what_people_write_is_mended() {
    let mut wrong = String::new();
    let lines = include_str!("fixtures/mistakes.txt").lines();
    for line in lines.filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let (block, rest) = line.split_once(" | ").unwrap();
        let (is_sure, parts) = match rest.split_once(" ~? ") {
            Some(parts) => (false, parts),
            None => (true, rest.split_once(" ~~ ").expect("what is meant")),
        };
        let (mistake, meant) = parts;
        let (mistake, meant) = (mistake.trim(), meant.trim());
        let text = around(block, mistake);
        let (_, found, sources) = read(&text);
        let fixed = mended(&text, &found);
        let say =
            |what: &str| format!("--- {what}: {line}\n{}{}\n", shown(&found, &sources), fixed.as_deref().unwrap_or(""));
        if found.len() != 1 {
            wrong += &say("not one finding");
        } else if meant == "-" {
            if fixed.is_some() {
                wrong += &say("a fix where none is known");
            }
        } else if fixed.as_deref() != Some(around(block, meant).as_str()) {
            wrong += &say("another fix");
        } else if is_sure != matches!(&found[0].fixes[..], [only] if only.sure) {
            wrong += &say(if is_sure { "a guess" } else { "sure" });
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Words that a message must not use: the reader writes rules and has never heard of parsers.
const UNHEARD: [&str; 25] = [
    "expected",
    "token",
    "eoi",
    "soi",
    "pest",
    "parse",
    "parser",
    "syntax",
    "lexer",
    "grammar",
    "identifier",
    "literal",
    "expression",
    "operator",
    "null",
    "panic",
    "unwrap",
    "option<",
    "string",
    "utf",
    "byte",
    "rule_line",
    "lead_line",
    "row_line",
    "production",
];

/// A line in a dozen broken forms.
fn breakages(line: &str) -> Vec<String> {
    let body = line.trim_start();
    let indent = &line[..line.len() - body.len()];
    let mut out = Vec::new();
    let chars: Vec<(usize, char)> = line.char_indices().filter(|(at, _)| *at >= indent.len()).collect();
    for (at, c) in &chars {
        let mut dropped = line.to_owned();
        dropped.remove(*at);
        out.push(dropped);
        if "=<>.,(){}\"".contains(*c) {
            let mut doubled = line.to_owned();
            doubled.insert(*at, *c);
            out.push(doubled);
        }
    }
    for (from, to) in [
        ("=>", "->"),
        ("=>", "="),
        ("=>", "==>"),
        ("=>", ">"),
        ("=>", ""),
        ("=>", "then"),
        ("=>", "=> =>"),
        ("\"", "“"),
        (" and ", " && "),
        (" and ", " and and "),
        (" and ", " AND "),
        (" and ", " or "),
        (" or ", " || "),
        ("..", "-"),
        ("..", "–"),
        ("..", "..."),
        (" in ", " in the "),
        (" is ", " == "),
        (" is ", " is is "),
        (" is ", " equals "),
        ("+", ""),
        ("+", "+ "),
        ("{", ""),
        ("}", ""),
        ("(", ""),
        (")", ""),
        (", ", " "),
        (", ", ",, "),
        (" ", "-"),
        ("days", "dyas"),
        ("last", "lats"),
        ("every", "each"),
        ("once", "onec"),
        ("10", "10,5"),
        ("10", "1,000"),
        ("20", "20 points"),
        ("where", "wher"),
        ("score", "scores"),
        ("stages", "stage"),
        ("from", "form"),
        ("choice", "choise"),
    ] {
        if let Some(at) = line.find(from) {
            out.push(format!("{}{to}{}", &line[..at], &line[at + from.len()..]));
        }
    }
    for extra in ["%", "if", "=>", "§", "\"", "(", ")", "}", "{", "'"] {
        out.push(format!("{line} {extra}"));
        if body != "}" && !(extra == "\"" && body.ends_with('{')) {
            out.push(format!("{indent}{extra} {body}"));
        }
    }
    out.push(format!("<<<<<<< HEAD\n{line}\n=======\n{line}\n>>>>>>> theirs"));
    out
}

/// Each line of the example with the block it is in, and the block after it.
fn places() -> Vec<(String, usize)> {
    let blocks: Vec<&str> = EXAMPLE.trim_start_matches("leadrules 1\n").split("\n\n").collect();
    let top_level = |block: &str| !block.starts_with(' ');
    let mut items: Vec<String> = Vec::new();
    for block in blocks {
        if top_level(block.trim_start_matches('\n')) {
            items.push(block.to_owned());
        } else if let Some(last) = items.last_mut() {
            *last += &format!("\n\n{block}");
        }
    }
    let mut out = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let next = items.get(at + 1).map_or("", String::as_str);
        let text = format!("leadrules 1\n\n{item}\n\n{next}\n");
        out.extend((0..item.lines().count()).map(|line| (text.clone(), line + 2)));
    }
    out
}

#[test]
fn a_broken_line_is_one_finding_in_its_place() {
    // One line in five where somebody waits, all in the gate.
    let step = std::env::var_os("LEADRULES_TESTS").map_or(5, |_| 1);
    let places: Vec<_> = places().into_iter().step_by(step).collect();
    let halves: Vec<Vec<String>> = std::thread::scope(|scope| {
        let half = |part: usize| {
            places.iter().skip(part).step_by(2).flat_map(|(text, line)| broken_line(text, *line)).collect()
        };
        let other = scope.spawn(move || half(1));
        vec![half(0), other.join().unwrap()]
    });
    let wrong = halves.concat();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Breaks one line of a text in every way, and returns what is wrong with the findings.
fn broken_line(whole: &str, number: usize) -> Vec<String> {
    let lines: Vec<&str> = whole.lines().collect();
    let line = lines[number];
    if line.trim().is_empty() || line.starts_with('#') {
        return Vec::new();
    }
    let mut wrong = Vec::new();
    for breakage in breakages(line) {
        let mut all = lines.clone();
        all[number] = &breakage;
        let text = all.join("\n") + "\n";
        let (_, found, sources) = read(&text);
        let errors: Vec<&Diagnostic> =
            found.iter().filter(|finding| finding.severity == crate::codes::Severity::Error).collect();
        let starts = sources.file(crate::source::FileId(0)).line_starts();
        let on_line = |finding: &Diagnostic| {
            let line_of = |at: u32| starts.partition_point(|start| *start <= at as usize) - 1;
            finding.labels.iter().any(|label| line_of(label.span.start) == number)
        };
        let brace_moved = breakage.matches(['{', '}']).count() != line.matches(['{', '}']).count();
        if errors.len() > 1 {
            wrong.push(format!("@{} findings: {breakage}\n{}", errors.len(), shown(&found, &sources)));
        } else if errors.iter().any(|finding| !on_line(finding)) && !brace_moved {
            wrong.push(format!("@elsewhere: {breakage}\n{}", shown(&found, &sources)));
        }
        for finding in &found {
            let said =
                format!("{} {}", finding.message, finding.help.as_ref().map(ToString::to_string).unwrap_or_default())
                    .to_lowercase();
            for word in said.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '<') {
                if UNHEARD.contains(&word) {
                    wrong.push(format!("@says `{word}`: {breakage}\n{}", shown(&found, &sources)));
                }
            }
            for fix in &finding.fixes {
                assert!(fix.edits.iter().all(|(span, _)| text.get(span.range()).is_some()), "{breakage}");
            }
        }
    }
    wrong
}
