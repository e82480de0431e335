//! Every sentence of the code is in every catalogue, with its places, and nothing else is. In: the sources and the catalogues; out:
//! what is missing, as it would be written down.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{Locale, english, id};
use english::Piece;

/// The top of the repository.
fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The sentences of the code, with the file that says each.
fn sentences() -> BTreeMap<String, String> {
    let top = top();
    let mut sources = Vec::new();
    for folder in ["src", "crates", "bindings/python/src"] {
        collect(&top.join(folder), &mut sources);
    }
    assert!(sources.len() > 100, "the sources are beside this crate");
    let mut found = BTreeMap::new();
    for path in sources {
        #[expect(clippy::disallowed_methods, reason = "the test looks at the sources")]
        let text = std::fs::read_to_string(&path).expect("a source is text");
        let name = path.strip_prefix(&top).expect("below the top").display().to_string();
        for english in said(&text) {
            found.entry(english).or_insert_with(|| name.clone());
        }
    }
    found
}

fn collect(folder: &Path, sources: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if entry.is_dir() && name != "tests" {
            collect(&entry, sources);
        } else if entry.extension().is_some_and(|extension| extension == "rs")
            && !["tests.rs", "complete.rs"].contains(&name)
        {
            sources.push(entry);
        }
    }
}

/// The sentences of a source: what `say!` says, and the titles of codes.
fn said(source: &str) -> Vec<String> {
    let mut found: Vec<String> = source.lines().filter_map(title).collect();
    for (at, _) in source.match_indices("say!(") {
        let before = source[..at].chars().next_back();
        let rest = source[at + "say!(".len()..].trim_start();
        let is_comment = source[..at].rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with("//"));
        let is_pattern = rest.starts_with('@');
        let is_other = before.is_some_and(|before| before.is_alphanumeric() || before == '_');
        if !is_pattern && !is_other && !is_comment {
            found.push(literal(rest).unwrap_or_else(|| panic!("`say!` begins with a text: {rest:.60}")));
        }
    }
    found
}

/// The title in a line such as `LR0101 Error "this line can't be read"`.
fn title(line: &str) -> Option<String> {
    let mut words = line.trim_start().splitn(3, ' ');
    let is_code = words.next()?.starts_with("LR0");
    let is_severity = ["Error", "Warning", "Advice"].contains(&words.next()?);
    literal(words.next()?).filter(|_| is_code && is_severity)
}

/// A text of Rust, as the compiler reads it.
fn literal(source: &str) -> Option<String> {
    let mut chars = source.strip_prefix('"')?.chars().peekable();
    let mut text = String::new();
    loop {
        match chars.next()? {
            '"' => return Some(text),
            '\\' => match chars.next()? {
                'n' => text.push('\n'),
                'u' => {
                    let digits: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
                    text.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
                }
                '\n' => while chars.next_if(|c| c.is_whitespace()).is_some() {},
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
}

/// A sentence of a catalogue.
struct Translated {
    english: String,
    places: BTreeSet<String>,
    room: String,
}

/// The files of a catalogue, by the room that says what stands in them.
fn files(locale: Locale) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("words").join(locale.code());
    let files = std::fs::read_dir(&folder).expect("its folder").map(|entry| entry.expect("an entry").path());
    #[expect(clippy::disallowed_methods, reason = "the test looks at the sources")]
    let named = |file: PathBuf| {
        let room = file.file_stem().expect("a name").to_string_lossy().into_owned();
        (room, std::fs::read_to_string(&file).expect("UTF-8"))
    };
    let mut files: Vec<_> = files.map(named).collect();
    files.sort();
    files
}

/// What a catalogue has, by name.
fn catalogue(locale: Locale, wrong: &mut Vec<String>) -> BTreeMap<String, Translated> {
    let mut found = BTreeMap::new();
    for (room, text) in files(locale) {
        let read = match fluent_syntax::parser::parse(text.as_str()) {
            Ok(read) => read,
            Err((read, errors)) => {
                wrong.push(format!("{}/{room}.ftl can't be read: {errors:?}", locale.code()));
                read
            }
        };
        for entry in read.body {
            let Entry::Message(message) = entry else { continue };
            let english = message.comment.map(|comment| comment.content.join("\n")).unwrap_or_default();
            let mut places = BTreeSet::new();
            message.value.iter().for_each(|pattern| in_pattern(pattern, &mut places));
            let translated = Translated { english, places, room: room.clone() };
            if found.insert(message.id.name.to_owned(), translated).is_some() {
                wrong.push(format!("{}/{room}.ftl has {} a second time", locale.code(), message.id.name));
            }
        }
    }
    found
}

fn in_pattern(pattern: &Pattern<&str>, places: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, places);
        }
    }
}

fn in_expression(expression: &Expression<&str>, places: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, places),
        Expression::Select { selector, variants } => {
            in_inline(selector, places);
            for variant in variants {
                in_pattern(&variant.value, places);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, places: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            places.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, places),
        _ => {}
    }
}

/// A sentence as it stands in the comment above its translation.
fn comment(english: &str) -> String {
    english.replace('\n', "\\n")
}

/// A sentence as a catalogue would have it, in English.
fn skeleton(english: &str) -> String {
    let literal = |c: char| match c {
        '\n' => "\n    ".to_owned(),
        '{' | '}' => format!("{{\"{c}\"}}"),
        c => c.to_string(),
    };
    let text = english::pieces(english).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.chars().map(literal).collect(),
        Piece::Place(name) => format!("{{ ${name} }}"),
        Piece::Plural(name, one, many) => format!("{{ ${name} ->\n    [one] {one}\n   *[other] {many}\n  }}"),
    });
    format!("# {}\n{} = {}\n", comment(english), id(english), text.collect::<String>())
}

#[test]
fn every_sentence_is_in_every_language() {
    let sentences = sentences();
    let names: BTreeMap<String, &String> = sentences.keys().map(|english| (id(english), english)).collect();
    assert_eq!(names.len(), sentences.len(), "no two sentences have one name");
    let mut wrong = Vec::new();
    for locale in [Locale::Dutch, Locale::French] {
        let code = locale.code();
        let catalogue = catalogue(locale, &mut wrong);
        for (name, translated) in &catalogue {
            let room = &translated.room;
            match names.get(name) {
                None => wrong.push(format!("{code}/{room}.ftl: nothing says {name} any more")),
                Some(english) if translated.english != comment(english) => {
                    wrong.push(format!("{code}/{room}.ftl: above {name} stands not `# {}`", comment(english)));
                }
                Some(_) => {}
            }
        }
        for (english, source) in &sentences {
            let Some(translated) = catalogue.get(&id(english)) else {
                wrong.push(format!("{code} lacks, of {source}:\n{}", skeleton(english)));
                continue;
            };
            let (mut needed, mut known) = (BTreeSet::new(), BTreeSet::new());
            for piece in english::pieces(english) {
                match piece {
                    Piece::Words(_) => {}
                    Piece::Place(name) => {
                        needed.insert(name.to_owned());
                    }
                    Piece::Plural(name, ..) => {
                        known.insert(name.to_owned());
                    }
                }
            }
            known.extend(needed.iter().cloned());
            let (missing, unknown): (Vec<_>, Vec<_>) =
                (needed.difference(&translated.places).collect(), translated.places.difference(&known).collect());
            if !missing.is_empty() || !unknown.is_empty() {
                let (room, name) = (&translated.room, id(english));
                wrong.push(format!(
                    "{code}/{room}.ftl: {name} lacks {missing:?} and fills {unknown:?}, which nobody knows"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The words that the glossary sets aside: the last column of its table.
fn avoided() -> Vec<String> {
    #[expect(clippy::disallowed_methods, reason = "the test looks at the documents")]
    let glossary = std::fs::read_to_string(top().join("docs/glossary.md")).expect("the glossary is there");
    let rows = glossary.lines().filter(|line| line.starts_with("| ") && line.matches('|').count() == 6);
    rows.flat_map(|row| row.split('|').nth(5).unwrap_or_default().split(','))
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty() && word != "not" && !word.contains("---"))
        .collect()
}

#[test]
fn words_follow_the_glossary() {
    let quoted = regex::Regex::new("`[^`]*`").expect("a pattern");
    let avoided = avoided();
    assert!(avoided.len() > 15, "{avoided:?}");
    for locale in [Locale::Dutch, Locale::French] {
        for (room, text) in files(locale) {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let said = line.split_once(" = ").map_or(line, |(_, said)| said);
                let said = quoted.replace_all(said, "").to_lowercase();
                let mut words = said.split(|c: char| !c.is_alphabetic());
                let found = words.find(|word| {
                    avoided.iter().any(|avoided| *word == avoided || word.strip_suffix('s') == Some(avoided))
                });
                assert_eq!(found, None, "{}/{room}.ftl: {line}", locale.code());
            }
        }
    }
}

#[test]
fn sentences_are_found_as_the_compiler_reads_them() {
    let source =
        "say!(\"a {b}\", b); words::say!(\n  \"c \\\n   d\\u{e9}\\\"\\n\"); // nothing\n/// `say!(no)`\nunsay!(x)";
    assert_eq!(said(source), ["a {b}", "c dé\"\n"]);
    assert_eq!(said("codes! {\n    LR0101 Error \"a\"\n    LR0108 Warning \"b\"\n}"), ["a", "b"]);
}
