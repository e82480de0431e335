//! A sure fix is sure: `check --fix` applies it unseen. Each number with its sign, each text and each name of the
//! author's is in what it writes; what it writes can be read, and raises no error that was not there; and mending it
//! again changes nothing. This is tried on the rule files of the project, on what people are known to write, and on
//! lines broken at random. What is in a line is determined here by other means than the language's own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use leadrules_language::check::Checked;
use leadrules_language::codes::{self, Severity};
use leadrules_language::diagnostic::{Diagnostic, Fix};
use leadrules_language::fix::{self, Which};
use regex::Regex;

use crate::codes::Case;
use crate::{docs, files, rules, share};

/// The fix of a finding that is applied without asking.
fn sure(finding: &Diagnostic) -> Option<&Fix> {
    match &finding.fixes[..] {
        [only] if only.sure && finding.severity > Severity::Advice => Some(only),
        _ => None,
    }
}

fn errors(checked: &Checked) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in checked.findings.iter().filter(|finding| finding.severity == Severity::Error) {
        *counts.entry(finding.code.id).or_default() += 1;
    }
    counts
}

/// What is wrong with the sure fixes of a text, each applied alone.
fn wrong(name: &str, text: &str) -> Vec<String> {
    let checked = rules::read(name, text.to_owned());
    let before = errors(&checked);
    let mut wrong = Vec::new();
    for finding in &checked.findings {
        let Some(fix) = sure(finding) else { continue };
        if fix.edits.iter().any(|(span, _)| checked.sources().file(span.file).path != name) {
            continue;
        }
        let alone = [finding.clone()];
        let Some(mended) = fix::apply(&alone, checked.sources(), Which::Sure).pop() else { continue };
        let (old, new) = (changed(text, &mended.text), changed(&mended.text, text));
        let mut say = |what: &str| {
            wrong.push(format!("{name}: {what}\n  {} {}\n  - {old}\n  + {new}", finding.code.id, finding.message));
        };
        if let Some(lost) = lost(&old, &new) {
            say(&lost);
        }
        let again = rules::read(name, mended.text.clone());
        let after = errors(&again);
        let own = usize::from(finding.severity == Severity::Error);
        let allowed =
            |code: &str| before.get(code).copied().unwrap_or(0) - if code == finding.code.id { own } else { 0 };
        if let Some((code, _)) = after.iter().find(|(code, count)| **count > allowed(code)) {
            say(&format!("then there is {code}"));
        }
        let line = finding.span().range().start;
        let touched = |other: &&Diagnostic| other.message == finding.message && other.span().range().start == line;
        if again.findings.iter().filter(touched).any(|other| sure(other).is_some()) {
            say("and again, and again");
        }
    }
    wrong
}

/// The lines of a text that are not in another one.
fn changed(text: &str, other: &str) -> String {
    let same = |(a, b): &(&str, &str)| a == b;
    let front = text.lines().zip(other.lines()).take_while(same).count();
    let lines: Vec<&str> = text.lines().skip(front).collect();
    let rest: Vec<&str> = other.lines().skip(front).collect();
    let back = lines.iter().rev().zip(rest.iter().rev()).take_while(|(a, b)| a == b).count();
    lines[..lines.len() - back.min(lines.len())].join("\n")
}

/// What is looked for in lines, compiled once.
struct Patterns {
    texts: Regex,
    comments: Regex,
    digits: Regex,
    /// A sign right before a number, where nothing stands that it could be taken from.
    unary: Regex,
    share: Regex,
    names: Vec<(&'static str, Regex)>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let pattern = |text: &str| Regex::new(text).expect("a regular expression");
    Patterns {
        texts: pattern(r#""[^"\n]*"|'[^'\n]*'|«[^»\n]*»"#),
        comments: pattern(r"#.*"),
        digits: pattern(r"[0-9]+"),
        unary: pattern(&format!(
            r"(?:=>|[<>=,(:+]|\.\.) *[{DASHES}] *([0-9]+)| (?:minus|subtract|deduct|remove|penalty) +([0-9]+)"
        )),
        share: pattern(r"([0-9]+) ?%"),
        names: NAMES.iter().map(|&name| (name, pattern(&format!(r"(?-u:\b){name}(?-u:\b)")))).collect(),
    }
});

const DASHES: &str = r"\-\u{2010}-\u{2015}\u{2043}\u{2212}\u{fe58}\u{fe63}\u{ff0d}";

/// What was in the old lines and is not in the new ones.
fn lost(old: &str, new: &str) -> Option<String> {
    let plain = |text: &str| {
        let wide = |c: char| char::from_digit(u32::from(c).wrapping_sub(0xff10), 10).unwrap_or(c);
        text.replace(['“', '”', '„'], "\"").chars().map(wide).collect::<String>()
    };
    let (old, new) = (&plain(old), &plain(new));
    let Patterns { texts, comments, digits, unary, share, names } = &*PATTERNS;
    let [bare_old, bare_new] =
        [old, new].map(|text| comments.replace_all(&texts.replace_all(text, "\"\""), "").into_owned());
    for text in texts.find_iter(old) {
        let inside = text.as_str().trim_matches(['"', '\'', '«', '»', '%']).trim_start_matches('+');
        if !new.contains(inside) {
            return Some(format!("the text `{inside}` is lost"));
        }
    }
    let groups = |text: &str| {
        let mut groups: Vec<String> =
            digits.find_iter(text).map(|group| group.as_str().trim_start_matches('0').to_owned()).collect();
        groups.sort();
        groups
    };
    let all = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut left = groups(new);
    let kept = groups(&bare_old).into_iter().all(|group| {
        let at = left.iter().position(|other| *other == group);
        at.map(|at| left.remove(at)).is_some()
    });
    if !kept && all(&bare_old) != all(&bare_new) {
        return Some("a number is lost".to_owned());
    }
    for found in unary.captures_iter(&bare_old) {
        let digits = found.get(1).or(found.get(2)).map_or("", |group| group.as_str());
        if !new.contains(&format!("-{digits}")) && !new.contains(&format!("- {digits}")) {
            return Some(format!("the sign of {digits} is lost"));
        }
    }
    for found in share.captures_iter(&bare_old) {
        if !new.contains(&format!("{}%", &found[1])) {
            return Some(format!("{}% is lost", &found[1]));
        }
    }
    names
        .iter()
        .find(|(_, word)| word.find_iter(&bare_old).count() > word.find_iter(new).count())
        .map(|(name, _)| format!("`{name}` is lost"))
}

/// The names of [`BASE`].
const NAMES: &[&str] = &[
    "job_title",
    "employees",
    "revenue",
    "country",
    "created",
    "consent",
    "webinar",
    "minutes",
    "demo",
    "opened",
    "benelux",
    "profile",
    "engagement",
    "Warm",
    "Hot",
    "BE",
    "NL",
    "limit",
    "of_age",
];

/// A file in which each line is broken in turn. Some of its names are words that mean something elsewhere.
const BASE: &str = "\
leadrules 1

lead {
  id text key
  email email
  job_title text
  employees integer 0..10M
  revenue number, from \"Revenue\", \"Omzet\"
  country choice { BE (\"Belgium\"), NL }
  created date
  consent yes/no
  limit number
  of_age yes/no
}

events {
  webinar { minutes number; host text }
  demo
  opened from \"E-mail opened\"
}

define benelux = country in BE, NL

score profile -50..100 {
  benelux => +10
  employees 100..200 => +20
  revenue > 10k and employees >= 50 => +15
  job_title contains \"director\", \"chief\" => +25
  email.domain is \"acme.example\" => -20
  limit < -5 => -10
  created in last 30 days => +5, as \"new\"
  employees {
    ..9 => -10
    10..99 => +5
    otherwise => 0
  }
}

score engagement 0..100 {
  webinar where minutes >= 20 => +50 once
  demo at least 2 times in last 60 days => +40, halving every 30 days
  opened in last 90 days => +1 each, up to 20
  no webinar => -2.5
}

score both = 0.5 * profile + 25% * engagement

stages {
  profile >= 20 => Warm
  profile >= 40 and engagement >= 60 => Hot
}
";

/// What is written where something of the language should be.
const SLIPS: &[&str] = &[
    "‐",
    "‑",
    "‒",
    "–",
    "—",
    "−",
    "--",
    "+-",
    "+",
    "-",
    "- ",
    "(",
    ")",
    "%",
    "€",
    "$",
    "=",
    "==",
    "=>",
    "->",
    "→",
    ">=",
    "<>",
    "!",
    "&&",
    "||",
    ":",
    ",",
    ";",
    ".",
    "..",
    "...",
    "*",
    "x",
    "•",
    "1.",
    "10",
    "60",
    "0.5",
    "1,000",
    "1.000,50",
    "2,5",
    "10m",
    "3x",
    "30d",
    "“CEO”",
    "'CEO'",
    "\"%CEO%\"",
    "like",
    "LIKE \"CEO%\"",
    "not",
    "NOT",
    "is",
    "is not",
    "in",
    "and",
    "or",
    "of",
    "minus",
    "subtract",
    "deduct",
    "less",
    "min",
    "max",
    "points",
    "punten",
    "Punkte",
    "tot",
    "bis",
    "à",
    "to",
    "until",
    "en",
    "et",
    "und",
    "ou",
    "oder",
    "niet",
    "nicht",
    "pas",
    "geen",
    "kein",
    "no",
    "bevat",
    "contient",
    "enthält",
    "begint met",
    "tussen",
    "entre",
    "zwischen",
    "minstens",
    "au moins",
    "mindestens",
    "keer",
    "fois",
    "mal",
    "laatste",
    "letzte",
    "dagen",
    "jours",
    "Tage",
    "maanden",
    "minutes",
    "days",
    "month",
    "anders",
    "sinon",
    "sonst",
    "else",
    "if",
    "then",
    "when",
    "case when",
    "where",
    "twice",
    "above",
    "under",
    "limit",
    "benelux",
    "null",
    "each",
    "per",
    "every",
    "last",
    "domain",
    "\"text\"",
    "２０",
];

/// This many lines are broken.
fn rounds() -> u64 {
    share::of_number(1_000)
}

/// The words and signs of a line, each with its position.
fn pieces(line: &str) -> Vec<std::ops::Range<usize>> {
    let piece = Regex::new(r#""[^"]*"|=>|>=|<=|\.\.|[A-Za-z0-9_%]+(\.[0-9]+)?|[^ ]"#).expect("a regular expression");
    piece.find_iter(line).map(|found| found.range()).collect()
}

#[test]
fn sure_fixes_of_broken_lines_keep_what_was_said() {
    let lines: Vec<&str> = BASE.lines().collect();
    let mut seed = 7_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("it fits") % below
    };
    let (mut all, mut done) = (Vec::new(), 0);
    while done < rounds() {
        let number = random(lines.len());
        let line = lines[number];
        let pieces = pieces(line);
        if pieces.len() < 2 {
            continue;
        }
        done += 1;
        let mut broken = line.to_owned();
        let at = pieces[random(pieces.len())].clone();
        let slip = SLIPS[random(SLIPS.len())];
        match random(7) {
            0 => broken.replace_range(at, ""),
            1 => broken.insert_str(at.end, &format!(" {}", &line[at])),
            2 | 3 => broken.replace_range(at, slip),
            4 => broken.insert_str(at.start, slip),
            5 => broken.insert_str(at.start, &format!("{slip} ")),
            _ => {
                let other = pieces[random(pieces.len())].clone();
                broken.replace_range(at, &line[other]);
            }
        }
        let mut all_lines = lines.clone();
        all_lines[number] = &broken;
        all.push(all_lines.join("\n") + "\n");
    }
    let wrong: Vec<String> = all.iter().flat_map(|text| wrong("broken.leadrules", text)).collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), rounds(), wrong.join("\n"));
}

#[test]
fn sure_fixes_of_what_people_write_keep_what_was_said() {
    let mut wrong = Vec::new();
    let fixture = files::read("crates/language/src/parse/fixtures/mistakes.txt");
    let mut count = 0;
    for line in fixture.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (block, rest) = line.split_once(" | ").expect("a block");
        let mistake = rest.split_once(" ~").expect("what is meant").0;
        let text = match block {
            "file" => format!("{BASE}{mistake}\n"),
            "table" => format!("{BASE}score s {{\n  limit {{\n    {mistake}\n  }}\n}}\n"),
            "account" => {
                let key = if mistake.contains("key") { "" } else { "  key text key\n" };
                let leads = if mistake.contains("company_id") || mistake.contains("email") {
                    ""
                } else {
                    "  leads by company_id\n"
                };
                format!("{BASE}lead {{\n  company_id text\n}}\naccount {{\n{key}  {mistake}\n{leads}}}\n")
            }
            "score" | "label" => format!("{BASE}{block} s {{\n  {mistake}\n}}\n"),
            "promise" | "test" => format!("{BASE}{block} \"p\" {{\n  {mistake}\n}}\n"),
            _ => format!("{BASE}{block} {{\n  {mistake}\n}}\n"),
        };
        wrong.extend(self::wrong("people.leadrules", &text));
        count += 1;
    }
    assert!(count > 300, "only {count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sure_fixes_of_the_projects_files_keep_what_was_said() {
    let mut texts = Vec::new();
    for folder in ["examples", "tests/cases", "tests/planted", "tests/cmd"] {
        for path in files::under(folder, "leadrules") {
            texts.push((path.to_string_lossy().into_owned(), files::read(&path)));
        }
    }
    for code in codes::ALL {
        let case = Case::read(code.id);
        texts.extend(case.texts().map(|(name, text)| (name, text.to_owned())));
    }
    texts.extend(docs::all_blocks());
    let wrong: Vec<String> = texts.iter().flat_map(|(name, text)| wrong(name, text)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
