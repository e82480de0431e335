//! `visit at most 3 times => +5` also gives its points to leads that never visited, which is seldom meant. In: the
//! resolved rules; out: advice that offers a frequency without them. Only the form is looked at; nothing is proved
//! here.

use crate::codes;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::{CondKind, Gain, Rule, Rules};
use crate::words::say;

/// Advice for every rule that gives points for few events, and for nothing else, to leads without any.
pub(super) fn advice(rules: &Rules) -> Vec<Diagnostic> {
    rules.rules().into_iter().filter_map(|(_, rule)| of(rules, rule)).collect()
}

fn of(rules: &Rules, rule: &Rule) -> Option<Diagnostic> {
    let (CondKind::Happened { at_least: 0, at_most: Some(most), .. }, Gain::Once { points, decay: None }) =
        (&rule.condition.kind, &rule.gain)
    else {
        return None;
    };
    // Whoever writes 0 means none, and a deduction for few events is meant for none too.
    if *most == 0 || *points <= Points::ZERO {
        return None;
    }
    let words = rules.text(rule.condition.span);
    let finding = Diagnostic::new(
        &codes::LR0520,
        say!("leads that did nothing get these points too"),
        rule.condition.span,
        say!("true of none at all"),
    )
    .help(say!(
        "Leads without any are among them, and mostly the most. Ask for at least one where they should have done it."
    ));
    Some(match in_words(words, *most) {
        Some(instead) => finding.guess(say!("write `{text}`", text = &instead), rule.condition.span, instead),
        None => finding,
    })
}

/// The condition with a frequency from one upwards in place of `at most 3 times`, which comes after all texts of the
/// filter.
fn in_words(words: &str, most: u32) -> Option<String> {
    let (before, after) = words.split_at(words.rfind("at most ")?);
    let phrase: String = after.split_inclusive(' ').take(4).collect();
    let phrase = phrase.trim_end();
    let is_whole = phrase.ends_with(" times") || phrase.ends_with(" time");
    let often = if most == 1 { "exactly 1 time".to_owned() } else { format!("1..{most} times") };
    is_whole.then(|| format!("{before}{often}{}", &after[phrase.len()..]))
}
