//! What hangs on the day. A lead that came ten days ago today is like one that came ten days ago tomorrow, and so is whatever rules ask of
//! the last thirty days; but what they say of a given date, of months, or of days that a field can't pass, shows one thing today and
//! another tomorrow. In: a rule set; out: which conditions and scores are of that kind, so that nothing is claimed of them that is only
//! seen from today.

use std::collections::BTreeSet;

use crate::calendar::{Unit, Window};
use crate::ir::{
    Bucket, Child, Cond, CondKind, DateRange, Gain, LabelBody, LabelId, Occurrences, Part, Quantity, QuantityKind,
    Rule, Rules, Score, ScoreBody, ScoreId, Subject,
};
use crate::types::{Bounds, Type};

/// What of a rule set hangs on the day.
#[derive(Debug, Default)]
pub(in crate::analyze) struct Dated {
    scores: BTreeSet<ScoreId>,
    /// Whether stages or exclusions do, and so what asks for the stage.
    stages: bool,
}

impl Dated {
    /// Looks through a rule set.
    pub(in crate::analyze) fn of(rules: &Rules) -> Self {
        let mut found = Self::default();
        // Scores may be made of others, and ask for the stage no more than these do.
        loop {
            let more = (0..)
                .map(ScoreId)
                .zip(&rules.scores)
                .filter(|(id, score)| !found.scores.contains(id) && found.has_score(rules, score));
            let more: Vec<ScoreId> = more.map(|(id, _)| id).collect();
            let lines = rules.exclusions.iter().map(|line| &line.condition);
            let lines = lines.chain(rules.stages.steps.iter().map(|step| &step.condition));
            // Where two sets are one, the exclusions and stages of the old one stand there.
            let of_promises = rules.promises.iter().flat_map(|promise| &promise.lines).map(|line| &line.condition);
            let mut lines = lines.chain(of_promises);
            let stages = found.stages || lines.any(|condition| found.has(rules, condition));
            if more.is_empty() && stages == found.stages {
                return found;
            }
            found.scores.extend(more);
            found.stages = stages;
        }
    }

    /// Whether a score does.
    pub(in crate::analyze) fn has_id(&self, score: ScoreId) -> bool {
        self.scores.contains(&score)
    }

    /// Whether stages or exclusions do.
    pub(in crate::analyze) fn has_stages(&self) -> bool {
        self.stages
    }

    /// Whether a condition does, or a score that it asks for.
    pub(in crate::analyze) fn has(&self, rules: &Rules, cond: &Cond) -> bool {
        match &cond.kind {
            CondKind::Date(subject, ranges) => ranges.iter().any(|range| match range {
                DateRange::Days(..) => true,
                DateRange::Window(window) => is_of_calendar(*window) || is_bounded(rules, *subject),
            }),
            CondKind::CompareDates(_, one, other) => is_bounded(rules, *one) || is_bounded(rules, *other),
            _ => self.has_any(rules, cond.children()),
        }
    }

    fn has_any(&self, rules: &Rules, children: Vec<Child<'_>>) -> bool {
        children.into_iter().any(|child| match child {
            Child::Cond(cond) => self.has(rules, cond),
            Child::Quantity(quantity) => self.has_quantity(rules, quantity),
            Child::Occurrences(of) => self.has_events(rules, of),
            Child::Score(id) => self.scores.contains(&id),
            Child::Stage => self.stages,
            Child::Subject(Subject::Label(id)) => self.has_label(rules, id),
            Child::Subject(_) => false,
            // Where rules are compared, none is left.
            Child::Definition(_) => true,
        })
    }

    fn has_quantity(&self, rules: &Rules, quantity: &Quantity) -> bool {
        match &quantity.kind {
            QuantityKind::DaysSince(subject) => is_bounded(rules, *subject),
            _ => self.has_any(rules, quantity.children()),
        }
    }

    fn has_events(&self, rules: &Rules, of: &Occurrences) -> bool {
        of.window.is_some_and(is_of_calendar) || of.filter.as_deref().is_some_and(|filter| self.has(rules, filter))
    }

    /// Whether the lines of a label do, or of those that it joins.
    pub(in crate::analyze) fn has_label(&self, rules: &Rules, id: LabelId) -> bool {
        match rules.labels.get(usize::from(id.0)).map(|label| &label.body) {
            Some(LabelBody::Lines { lines, .. }) => lines.iter().any(|(line, _)| self.has(rules, line)),
            Some(LabelBody::Joined(parts)) => parts.iter().any(|&part| self.has_label(rules, part)),
            None => true,
        }
    }

    fn has_score(&self, rules: &Rules, score: &Score) -> bool {
        match &score.body {
            ScoreBody::Computed(quantity) => self.has_quantity(rules, quantity),
            ScoreBody::Rules(parts) => parts.iter().flat_map(Part::rules).any(|rule| self.has_rule(rules, rule)),
        }
    }

    fn has_rule(&self, rules: &Rules, rule: &Rule) -> bool {
        let in_gain = match &rule.gain {
            Gain::Once { decay, .. } => decay.as_ref().is_some_and(|(_, of)| self.has_events(rules, of)),
            Gain::PerUnit { of, .. } => self.has_quantity(rules, of),
            Gain::PerOccurrence { of, once_per, .. } => {
                // How many days, weeks or months some hours touch depends on when they begin.
                let counts_days = matches!(once_per, Some(Bucket::Days(_) | Bucket::Weeks(_) | Bucket::Months(_)));
                counts_days || self.has_events(rules, of)
            }
        };
        rule.from.is_some() || rule.until.is_some() || in_gain || self.has(rules, &rule.condition)
    }
}

/// Whether a window begins or ends on a given day, or is as long as the calendar has it.
fn is_of_calendar(window: Window) -> bool {
    match window {
        Window::InLast(period) | Window::OlderThan(period) | Window::InNext(period) => {
            matches!(period.unit, Unit::Month | Unit::Year)
        }
        Window::Between(..) | Window::Since(_) | Window::Before(_) | Window::After(_) => true,
    }
}

/// Whether a date has days that it can't pass.
fn is_bounded(rules: &Rules, subject: Subject) -> bool {
    let ty = match subject {
        Subject::Field(id) | Subject::FieldDomain(id) => &rules.field(id).ty,
        Subject::Property(id) | Subject::PropertyDomain(id) => match &rules.log {
            Some(log) => &log.property(id).ty,
            None => return true,
        },
        Subject::Label(_) => return true,
    };
    matches!(ty, Type::Date(date) if date.range != Bounds::default())
}
