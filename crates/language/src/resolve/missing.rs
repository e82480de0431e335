//! Advice on `not`, `is not`, `not in` over a field that can be missing: where the condition is unknown, so is its
//! negation, and the rule does not fire. In: the resolved rules; out: advice that offers both readings as fixes.
//! Nothing is proved here.

use std::collections::BTreeSet;

use super::either;
use super::symbols::many;
use crate::ast::About;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{
    Child, Cond, CondKind, DefinitionBody, DefinitionId, FieldId, Gathered, LabelBody, Operand, Origin, Over, Part,
    Rules, Subject,
};
use crate::words::say;

/// Advice for every negation that a missing value makes unknown, in rules about leads and in those about accounts.
pub(super) fn advice(rules: &Rules) -> Vec<Diagnostic> {
    let mut findings = of(rules, (About::Lead, &[]));
    if let Some(accounts) = &rules.accounts {
        // Leads can always be counted, and what they have added up.
        let is_known = |gathered: &&Gathered| match gathered.of {
            Over::Count | Over::CountOthers | Over::Total(_) => true,
            Over::Average(_) | Over::Highest(_) | Over::Lowest(_) => false,
        };
        let known: Vec<FieldId> = accounts.gathered.iter().filter(is_known).map(|gathered| gathered.field).collect();
        findings.extend(of(&accounts.rules, (About::Account, &known)));
    }
    findings
}

fn of(rules: &Rules, (about, known): (About, &[FieldId])) -> Vec<Diagnostic> {
    let mut visit = Visit { rules, about, known, findings: Vec::new() };
    for definition in &rules.definitions {
        if let DefinitionBody::Cond(cond) = &definition.body {
            visit.cond(cond, &[], Stands::Alone);
        }
    }
    let exclusions = rules.exclusions.iter().map(|exclusion| &exclusion.condition);
    let stages = rules.stages.steps.iter().map(|stage| &stage.condition);
    let labels = rules.labels.iter().flat_map(|label| match &label.body {
        LabelBody::Lines { lines, .. } => lines.as_slice(),
        LabelBody::Joined(_) => &[],
    });
    for cond in exclusions.chain(stages).chain(labels.map(|(cond, _)| cond)) {
        visit.cond(cond, &[], Stands::Alone);
    }
    visit.filters_over_leads();
    // The rows of a table can have an `unknown` row beside them, so they are left alone.
    let parts = rules.scores.iter().flat_map(crate::ir::Score::parts);
    let parts = parts.flat_map(|part| match part {
        Part::Group(group) => group.parts.as_slice(),
        Part::Rule(_) | Part::Table(_) => std::slice::from_ref(part),
    });
    for part in parts {
        if let Part::Rule(rule) = part {
            visit.cond(&rule.condition, &[], Stands::Alone);
        }
    }
    visit.findings
}

/// Whether a condition is one part of a larger one, so that a replacement of several parts needs brackets.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Stands {
    Alone,
    Inside,
}

struct Visit<'a> {
    rules: &'a Rules,
    /// Whom the rules are about.
    about: About,
    /// Fields that are never unknown.
    known: &'a [FieldId],
    findings: Vec<Diagnostic>,
}

impl Visit<'_> {
    /// Which leads accounts ask about. Each of them bears the key of its account; what a test asks is left alone, as its leads are
    /// written beside it.
    fn filters_over_leads(&mut self) {
        let Some(accounts) = &self.rules.accounts else { return };
        let borne: &[FieldId] = match &accounts.by {
            Subject::Field(id) | Subject::FieldDomain(id) => std::slice::from_ref(id),
            Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => &[],
        };
        let companies = || self.rules.tests.iter().filter_map(|test| test.company.as_ref());
        let is_of_a_test = |gathered: &&Gathered| {
            companies().flat_map(|company| &company.expectations).any(|expected| expected.span.contains(gathered.span))
        };
        let filters = accounts.gathered.iter().filter(|gathered| !is_of_a_test(gathered));
        for filter in filters.filter_map(|gathered| gathered.filter.as_ref()) {
            self.cond(filter, borne, Stands::Alone);
        }
    }

    /// `said` are the fields that the author, beside this condition, asks to be known or unknown.
    fn cond(&mut self, cond: &Cond, said: &[FieldId], stands: Stands) {
        match &cond.kind {
            CondKind::And(parts) | CondKind::Or(parts) => {
                let mut said = said.to_vec();
                said.extend(parts.iter().filter_map(asks_known));
                if let (CondKind::Or(_), Some(finding)) = (&cond.kind, either::always(self.rules, cond, parts)) {
                    // What the condition says about missing values is not what is wrong here.
                    self.findings.push(finding);
                    return;
                }
                for part in parts {
                    self.cond(part, &said, Stands::Inside);
                }
            }
            CondKind::Not(inner) => self.negation(cond, inner, said, stands),
            _ => {}
        }
    }

    fn negation(&mut self, cond: &Cond, inner: &Cond, said: &[FieldId], stands: Stands) {
        match cond.origin {
            Origin::Written => {}
            // `consent is no` and `is unknown` are negations that the author did not write as such.
            Origin::Sugar => return,
        }
        let words = self.rules.text(cond.span);
        let mut fields = Vec::new();
        self.fields(inner, &mut fields, &mut BTreeSet::new());
        fields.sort_unstable();
        fields.dedup();
        let [field] = fields.as_slice() else { return };
        // The stage before is never unknown: who was not there is new.
        if self.known.contains(field)
            || said.contains(field)
            || self.rules.key == Some(*field)
            || self.rules.before == Some(*field)
        {
            return;
        }
        let (name, leads) = (&self.rules.field(*field).name, many(self.about));
        let around = |text: String| if stands == Stands::Inside { format!("({text})") } else { text };
        self.findings.push(
            Diagnostic::new(
                &codes::LR0301,
                say!("{leads} whose `{field}` is unknown are left out here", leads = &leads, field = name),
                cond.span,
                say!("unknown where it is missing"),
            )
            .help(say!(
                "What is not known is neither so nor not so. Say which {leads} you mean: those whose `{field}` is known to \
                 be another, or those without one too.",
                leads = &leads,
                field = name
            ))
            .fix(
                say!("count {leads} without `{field}` too", leads, field = name),
                cond.span,
                around(format!("{words} or {name} is unknown")),
            )
            .fix(say!("say that `{field}` must be known", field = name), cond.span, around(format!("{name} is known and {words}"))),
        );
    }

    /// The fields whose absence makes a condition unknown; each definition is followed once.
    fn fields(&self, cond: &Cond, fields: &mut Vec<FieldId>, followed: &mut BTreeSet<DefinitionId>) {
        if !matches!(cond.kind, CondKind::Known(_)) {
            cond.children().into_iter().for_each(|child| self.child(child, fields, followed));
        }
    }

    fn child(&self, child: Child<'_>, fields: &mut Vec<FieldId>, followed: &mut BTreeSet<DefinitionId>) {
        match child {
            Child::Cond(cond) => self.fields(cond, fields, followed),
            Child::Quantity(quantity) => {
                quantity.children().into_iter().for_each(|child| self.child(child, fields, followed));
            }
            Child::Subject(subject) => fields.extend(field_of(subject)),
            Child::Definition(id) => {
                if followed.insert(id) {
                    match &self.rules.definition(id).body {
                        DefinitionBody::Cond(body) => self.fields(body, fields, followed),
                        DefinitionBody::Quantity(body) => self.child(Child::Quantity(body), fields, followed),
                    }
                }
            }
            Child::Occurrences(_) | Child::Score(_) | Child::Stage => {}
        }
    }
}

fn field_of(subject: Subject) -> Option<FieldId> {
    match subject {
        Subject::Field(id) | Subject::FieldDomain(id) => Some(id),
        Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => None,
    }
}

/// The field that `X is known` or `X is unknown` asks about.
fn asks_known(cond: &Cond) -> Option<FieldId> {
    match &cond.kind {
        CondKind::Known(Operand::Subject(subject)) => field_of(*subject),
        CondKind::Not(inner) => asks_known(inner),
        _ => None,
    }
}
