//! Positive points for a sign of disinterest (`unsubscribed => +10`), which is mostly a forgotten minus. In: the
//! resolved rules; out: advice. Only names are looked at: kinds of event, options, yes/no fields; nothing is proved
//! here.

use crate::codes;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, CondKind, DefinitionBody, Gain, Occurrences, Part, Rule, Rules, Score, Subject};
use crate::text;
use crate::types::Type;
use crate::words::say;

/// Beginnings of words that express it, in English, Dutch, French and German.
const WORDS: &[&str] = &[
    "unsubscrib",
    "optout",
    "optedout",
    "bounce",
    "spam",
    "complain",
    "unfollow",
    "uninterested",
    "uitgeschreven",
    "uitschrij",
    "afgemeld",
    "afmeld",
    "klacht",
    "onbestelbaar",
    "désabonn",
    "desabonn",
    "désinscri",
    "desinscri",
    "plainte",
    "abgemeldet",
    "abmeld",
    "abbestell",
    "beschwerde",
    "unzustellbar",
];
/// Words that express it side by side.
const PHRASES: &[&str] = &[
    "opt out",
    "opted out",
    "not interested",
    "no interest",
    "geen interesse",
    "niet geïnteresseerd",
    "niet geinteresseerd",
    "pas intéressé",
    "pas interesse",
    "kein interesse",
    "nicht interessiert",
];
/// Words that turn it into the opposite.
const TURNED: &[&str] = &[
    "not", "no", "never", "non", "without", "resolved", "niet", "geen", "zonder", "opgelost", "pas", "sans", "kein",
    "keine", "nicht", "ohne", "rate",
];
/// Words in the names of scores that count something bad.
const BAD: &[&str] = &[
    "risk",
    "churn",
    "negative",
    "penalty",
    "malus",
    "disinterest",
    "decay",
    "bad",
    "minus",
    "risico",
    "risque",
    "risiko",
    "fatigue",
    "loss",
    "spam",
    "unsubscribe",
    "unsubscribes",
    "bounces",
    "complaints",
    "klachten",
];

/// Advice for every rule that gives points for disinterest, in scores that do not count just that.
pub(super) fn advice(rules: &Rules) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let names = Names::of(rules);
    for score in rules.scores.iter().filter(|score| !words(&score.name).iter().any(|word| BAD.contains(&word.as_str())))
    {
        let given: Vec<&Rule> = given(score).collect();
        let odd: Vec<(&Rule, &str)> = given.iter().filter_map(|rule| Some((*rule, names.of_rule(rule)?))).collect();
        // A score of nothing else counts disinterest.
        if odd.len() < given.len() {
            found.extend(odd.into_iter().map(|(rule, name)| finding(rule, name)));
        }
    }
    found
}

/// The rules of a score that give points.
fn given(score: &Score) -> impl Iterator<Item = &Rule> {
    score.parts().iter().flat_map(Part::rules).filter(|rule| rule.gain.points() > Points::ZERO)
}

fn finding(rule: &Rule, name: &str) -> Diagnostic {
    Diagnostic::new(&codes::LR0521, say!("`{name}` adds points", name), rule.left, say!("sounds like disinterest"))
        .help(say!(
            "Who unsubscribes, complains or can't be reached is mostly worth less: write a minus if points are to be \
             taken away. If it is good news here, leave it."
        ))
}

/// What things are called.
struct Names<'r> {
    rules: &'r Rules,
    /// For each definition, the name by which it asks for disinterest; a definition comes before those that use it.
    definitions: Vec<Option<&'r str>>,
}

impl<'r> Names<'r> {
    fn of(rules: &'r Rules) -> Self {
        let mut names = Self { rules, definitions: Vec::new() };
        for definition in &rules.definitions {
            let name = match &definition.body {
                DefinitionBody::Cond(body) => names.told(body),
                DefinitionBody::Quantity(_) => None,
            };
            names.definitions.push(name);
        }
        names
    }

    fn of_rule(&self, rule: &'r Rule) -> Option<&'r str> {
        let counted = match &rule.gain {
            Gain::PerOccurrence { of, .. } => self.occurrences(of),
            Gain::Once { .. } | Gain::PerUnit { .. } => None,
        };
        counted.or_else(|| self.told(&rule.condition))
    }

    /// The name by which a condition asks for disinterest.
    fn told(&self, cond: &'r Cond) -> Option<&'r str> {
        if let CondKind::And(parts) = &cond.kind {
            return parts.iter().find_map(|part| self.told(part));
        }
        if let CondKind::Or(parts) = &cond.kind {
            let names: Option<Vec<&str>> = parts.iter().map(|part| self.told(part)).collect();
            return names.and_then(|names| names.first().copied());
        }
        if let CondKind::Defined(id) = &cond.kind {
            return self.definitions.get(usize::from(id.0)).copied().flatten();
        }
        if let CondKind::Happened { of, at_least: 1.., .. } = &cond.kind {
            return self.occurrences(of);
        }
        if let CondKind::Truth(Subject::Field(id)) = &cond.kind {
            return Some(self.rules.field(*id).name.as_str()).filter(|name| is_disinterest(name));
        }
        let CondKind::Choice(subject, options) = &cond.kind else { return None };
        let ty = match subject {
            Subject::Field(id) => &self.rules.field(*id).ty,
            Subject::Property(id) => &self.rules.log.as_ref()?.property(*id).ty,
            Subject::FieldDomain(_) | Subject::PropertyDomain(_) | Subject::Label(_) => return None,
        };
        let Type::Choice(choice) = ty else { return None };
        let names = options.iter().filter_map(|option| choice.options.get(usize::from(*option)));
        all(names.map(|option| option.name.as_str()))
    }

    fn occurrences(&self, of: &'r Occurrences) -> Option<&'r str> {
        let log = self.rules.log.as_ref()?;
        let kinds = of.kinds.as_ref().and_then(|kinds| all(kinds.iter().map(|kind| log.kind(*kind).name.as_str())));
        kinds.or_else(|| of.filter.as_ref().and_then(|filter| self.told(filter)))
    }
}

/// The first name, if every one expresses disinterest.
fn all<'n>(names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let names: Vec<&str> = names.collect();
    names.first().copied().filter(|_| names.iter().all(|name| is_disinterest(name)))
}

fn is_disinterest(name: &str) -> bool {
    let words = words(name);
    let joined = words.join(" ");
    if PHRASES.iter().any(|phrase| format!(" {joined} ").contains(&format!(" {phrase} "))) {
        return true;
    }
    let is_turned = words.iter().any(|word| TURNED.contains(&word.as_str()));
    !is_turned && words.iter().any(|word| WORDS.iter().any(|beginning| word.starts_with(beginning)))
}

/// The words of a name, in lower case: `E-mail_OptedOut` is `e mail opted out`.
fn words(name: &str) -> Vec<String> {
    let mut parted = String::new();
    let mut was_small = false;
    for letter in name.chars() {
        if was_small && letter.is_uppercase() {
            parted.push(' ');
        }
        was_small = letter.is_lowercase();
        parted.push(if letter.is_alphanumeric() { letter } else { ' ' });
    }
    text::key(&parted).split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::is_disinterest;

    #[test]
    fn names_are_known_in_four_languages_and_turned_ones_left_alone() {
        for name in [
            "unsubscribed",
            "email_unsubscribe",
            "opted_out",
            "OptedOut",
            "opt-out",
            "Email Bounced",
            "hard_bounce",
            "spam_complaint",
            "not interested",
            "uitgeschreven",
            "Afmelding nieuwsbrief",
            "klacht",
            "Geen interesse",
            "désabonnement",
            "Désinscription",
            "plainte",
            "Abgemeldet",
            "Newsletter abbestellt",
            "kein Interesse",
        ] {
            assert!(is_disinterest(name), "{name}");
        }
        for name in [
            "subscribed",
            "not_bounced",
            "no_spam",
            "complaint_resolved",
            "interested",
            "demo",
            "bounce_rate",
            "optimal",
            "option",
            "resubscribed",
            "niet afgemeld",
            "company",
        ] {
            assert!(!is_disinterest(name), "{name}");
        }
    }
}
