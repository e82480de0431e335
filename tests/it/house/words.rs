//! The words of the language are listed once, and are those of the grammar. In: `grammar/leadrules.pest`; out: what
//! differs.

use std::collections::BTreeSet;

use leadrules_language::keyword;
use regex::Regex;

use crate::files;

/// The text of the grammar.
fn grammar() -> String {
    files::read("grammar/leadrules.pest")
}

/// What is between the braces of a rule, on its line or on those below.
fn body<'a>(grammar: &'a str, rule: &str) -> &'a str {
    let whole = Regex::new(&format!(r"(?m)^{rule}\s*= [@_$!]?\{{(.*\}}$|\n(?: .*\n)+)")).expect("a pattern");
    let found = whole.captures(grammar).unwrap_or_else(|| panic!("the grammar has a rule `{rule}`"));
    let made_of = found.get(1).expect("its group").as_str().trim();
    made_of.strip_suffix('}').unwrap_or(made_of).trim()
}

/// The words between quotes.
fn quoted(text: &str) -> BTreeSet<&str> {
    let words = Regex::new(r#""([a-z]{2,})""#).expect("a pattern");
    words.captures_iter(text).map(|found| found.get(1).expect("a word").as_str()).collect()
}

#[test]
fn reserved_words_are_those_of_the_grammar() {
    assert_eq!(quoted(body(&grammar(), "reserved")), BTreeSet::from(keyword::RESERVED));
}

#[test]
fn statements_begin_as_in_the_grammar() {
    let grammar = grammar();
    let rules = Regex::new(r"[a-z]\w+").expect("a pattern");
    let (mut begin, mut blocks) = (BTreeSet::new(), BTreeSet::new());
    for rule in rules.find_iter(body(&grammar, "item")) {
        let made_of = body(&grammar, rule.as_str());
        let words = made_of.split(' ').next().and_then(|first| first.strip_prefix("k_"));
        let word = words.unwrap_or_else(|| panic!("`{}` begins with a word", rule.as_str()));
        begin.insert(word);
        if made_of == format!("k_{word}") {
            blocks.insert(word);
        }
    }
    assert_eq!(begin, BTreeSet::from(keyword::STATEMENTS));
    assert_eq!(blocks, BTreeSet::from(keyword::BLOCKS));
}

#[test]
fn the_words_of_the_grammar_are_all_known() {
    let grammar = grammar();
    let known: BTreeSet<&str> = keyword::all().collect();
    assert_eq!(known.len(), keyword::all().count(), "a word stands twice");
    let words = Regex::new(r"(?m)^k_\w+ .*$").expect("a pattern");
    let own: BTreeSet<&str> = words.find_iter(&grammar).flat_map(|rule| quoted(rule.as_str())).collect();
    assert_eq!(
        own.difference(&known).collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "words that slips are not held against"
    );
    let written = quoted(&grammar);
    let strange: Vec<&&str> = known
        .iter()
        .filter(|word| !written.contains(*word) && !word.strip_suffix('s').is_some_and(|one| written.contains(one)))
        .collect();
    assert_eq!(strange, Vec::<&&str>::new(), "words that the grammar lacks");
}
