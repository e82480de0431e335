//! What became of a lead, as a condition outside the rules. In: a rule set's files and the text of a condition; out:
//! the rules together with the condition as meant; or findings, including one for each rule that looks at what the
//! outcome looks at: such a rule knows the answer before the question is put.

use std::collections::BTreeSet;
use std::sync::Arc;

use leadrules_language::codes;
use leadrules_language::diagnostic::{Diagnostic, has_errors, sort};
use leadrules_language::ir::{Cond, DefinitionBody, Dependencies, FieldId, Rules, ScoreBody};
use leadrules_language::load::Loaded;
use leadrules_language::resolve::resolve;
use leadrules_language::source::one_line;
use leadrules_language::source::{Sources, Span};
use leadrules_language::text;

/// The name that the condition has while it is read.
pub(crate) const NAME: &str = "outcome_of_leads";

/// What findings call the place where the condition was written.
const PLACE: &str = "--outcome";

/// A condition that says whether a lead became what was hoped for.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// When it did, as a condition.
    pub condition: Cond,
    /// The fields that it looks at.
    pub fields: BTreeSet<FieldId>,
    /// As the user wrote it, on one line.
    pub text: String,
}

/// Why an outcome can't be used: the texts, and the errors in them.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The files of the set, and the condition.
    pub sources: Arc<Sources>,
    /// The errors.
    pub findings: Vec<Diagnostic>,
}

/// The rules of a set, and the outcome that a text describes.
///
/// # Errors
/// When the text is not a condition on fields of the lead, or something that decides about leads looks at one of those
/// fields.
pub fn read(loaded: &Loaded, text: &str) -> Result<(Rules, Outcome), Refused> {
    read_at(loaded, text, None)
}

/// The same if a field or column says when the outcome was known; nothing that decides about leads may look at that
/// either.
///
/// # Errors
/// As [`read`].
pub fn read_at(loaded: &Loaded, text: &str, at: Option<&str>) -> Result<(Rules, Outcome), Refused> {
    let (rules, outcome) = condition(loaded, text)?;
    let findings = leaks(&rules, &outcome.fields, at.and_then(|at| moment(&rules, at)));
    if findings.is_empty() { Ok((rules, outcome)) } else { Err(refused(&rules.sources, findings)) }
}

/// The same for those who only ask what became of leads: rules may look at it, too.
///
/// # Errors
/// When the text is no condition on fields of the lead.
pub fn condition(loaded: &Loaded, text: &str) -> Result<(Rules, Outcome), Refused> {
    // On a line of its own, so that findings show what the user wrote and nothing else.
    let loaded = loaded.with(PLACE, format!("define {NAME} =\n{}\n", text.trim()));
    let (rules, mut findings) = resolve(&loaded);
    let refuse = |findings| refused(&loaded.sources, findings);
    let Some(rules) = rules.filter(|_| !has_errors(&findings)) else { return Err(refuse(findings)) };
    let definition = rules.definitions.iter().find(|definition| definition.name == NAME);
    let whole = definition.map_or_else(Span::default, |definition| definition.span);
    let Some(DefinitionBody::Cond(condition)) = definition.map(|definition| &definition.body) else {
        let message = "the outcome is a number; it has to be something that is so or is not";
        findings.push(Diagnostic::new(&codes::LR0208, message, whole, "").help("Compare it, as in `revenue > 0`."));
        return Err(refuse(findings));
    };
    let looks = rules.dependencies_of_condition(condition);
    findings.extend(unfit(condition, &looks));
    if has_errors(&findings) {
        return Err(refuse(findings));
    }
    let outcome = Outcome { condition: condition.clone(), fields: looks.fields, text: one_line(text) };
    Ok((rules, outcome))
}

fn refused(sources: &Arc<Sources>, mut findings: Vec<Diagnostic>) -> Refused {
    findings.retain(|finding| finding.severity == codes::Severity::Error);
    sort(&mut findings);
    Refused { sources: Arc::clone(sources), findings }
}

/// An outcome is a fact about the lead, not something that the rules say about it.
fn unfit(condition: &Cond, looks: &Dependencies) -> Option<Diagnostic> {
    let what = if !looks.scores.is_empty() {
        "a score"
    } else if !looks.labels.is_empty() {
        "a label"
    } else if looks.stage {
        "the stage"
    } else if looks.events {
        "events"
    } else if looks.fields.is_empty() {
        "no field of the lead"
    } else {
        return None;
    };
    let message = format!("the outcome looks at {what}");
    let help =
        "What became of a lead has to stand in a field that no rule looks at, as in `won` or `status is \"won\"`.";
    Some(Diagnostic::new(&codes::LR0207, message, condition.span, "not a fact of the lead").help(help))
}

/// The field that has this name, or is read from a column with this name.
fn moment(rules: &Rules, at: &str) -> Option<FieldId> {
    let is_it = |name: &String| text::key(name) == text::key(at);
    let place = rules.fields.iter().position(|field| is_it(&field.name) || field.columns.iter().any(is_it))?;
    u16::try_from(place).ok().map(FieldId)
}

/// An error for everything that decides about leads and looks at one of these fields, or at the one that says when.
fn leaks(rules: &Rules, fields: &BTreeSet<FieldId>, moment: Option<FieldId>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut look = |what: String, span: Span, looks: &Dependencies| {
        let shared = looks.fields.iter().find(|field| fields.contains(field));
        let afterwards = looks.fields.iter().find(|field| rules.field(**field).outcome);
        let when = looks.fields.iter().find(|field| moment == Some(**field));
        let Some(field) = shared.or(when).or(afterwards).map(|field| rules.field(*field)) else { return };
        let (why, known) = if shared.is_some() {
            ("which is what the outcome asks for", "the answer")
        } else if when.is_some() {
            ("which says when the outcome was known", "known only then")
        } else {
            ("which is known only afterwards", "known only afterwards")
        };
        found.push(
            Diagnostic::new(&codes::LR0605, format!("{what} looks at `{}`, {why}", field.name), span, known).help(
                "It knows the answer before the question is put, so it would look better than it is; leave it out, or \
                 judge by another outcome.",
            ),
        );
    };
    for score in &rules.scores {
        match &score.body {
            ScoreBody::Computed(quantity) => {
                look(format!("the score `{}`", score.name), quantity.span, &rules.dependencies_of_quantity(quantity));
            }
            ScoreBody::Rules(parts) => {
                for rule in parts.iter().flat_map(leadrules_language::ir::Part::rules) {
                    look(format!("the rule `{}`", rule.title), rule.span, &rules.dependencies_of_rule(rule));
                }
            }
        }
    }
    for line in &rules.exclusions {
        look(
            format!("the exclusion \"{}\"", line.reason),
            line.span,
            &rules.dependencies_of_condition(&line.condition),
        );
    }
    for step in &rules.stages.steps {
        let span = step.condition.span;
        look(format!("the stage `{}`", step.name), span, &rules.dependencies_of_condition(&step.condition));
    }
    for label in &rules.labels {
        look(format!("the label `{}`", label.name), label.span, &rules.dependencies_of_label(&label.body));
    }
    found
}
