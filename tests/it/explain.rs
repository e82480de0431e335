//! What `explain` says about a condition: each part has its own answer, in the author's own words.

use leadrules_language::explain::{Answer, Explanation, PartExplained, Piece, explain};
use leadrules_language::reference::Lead;
use leadrules_language::types::Value;

use crate::rules;

/// Explains a lead whose texts are these, in the order in which the fields are declared.
fn explained(text: &str, texts: &[&str]) -> Explanation {
    let set = rules::read("explained.leadrules", text.to_owned());
    let lead = Lead { fields: texts.iter().map(|text| Some(Value::Text((*text).to_owned()))).collect() };
    let as_of = rules::usable(&set).zone.parse_as_of("2026-11-23").expect("a day");
    explain(rules::usable(&set), as_of, None, &lead, None)
}

/// The condition of the first rule of the first score.
fn condition(explanation: &Explanation) -> &Piece {
    let PartExplained::Rule(rule) = &explanation.scores[0].parts[0] else { panic!("a rule stands first") };
    &rule.condition
}

#[test]
fn two_tests_in_one_line_have_an_answer_each() {
    let text =
        "leadrules 1\nlead {\n  company text\n  parent text\n}\nscore s {\n  company in \"acme\", parent => +5\n}\n";
    let explanation = explained(text, &["foo", "foo"]);
    let whole = condition(&explanation);
    assert_eq!(whole.outcome, Answer::Met);
    let parts: Vec<(usize, Answer)> = whole.parts.iter().map(|part| (part.facts.len(), part.outcome)).collect();
    assert_eq!(parts, [(1, Answer::NotMet), (2, Answer::Met)], "{whole:#?}");
}

#[test]
fn quoted_texts_stay_and_comments_are_left_out() {
    let text = "leadrules 1\nlead {\n  company text\n  name text\n}\nscore s {\n  company is \"a   b\"  # asked for by \"Ann\"\n    and name is \"x # y\" => +5\n}\n";
    let explanation = explained(text, &["a   b", "z"]);
    let whole = condition(&explanation);
    assert_eq!(whole.text, "company is \"a   b\" and name is \"x # y\"");
    assert_eq!(whole.parts[0].text, "company is \"a   b\"");
}
