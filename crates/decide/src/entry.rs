//! When leads entered a stage, for whoever asks what came after: which month they belong to, and how long it took from there. In:
//! leads with what they did; out: an instant for each. Fields are taken as they are today.

use std::collections::BTreeMap;

use arrow_array::Array;
use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::ir::{FieldId, LabelId, Rules};
use leadrules_language::types::Value;
use leadrules_language::words::{self, Text, say};

use crate::replay::Case;
use crate::sample::{Part, created};
use crate::timeline::{Day, ReachedDays};

/// When a lead first was at a step or a higher one; `None` if it never was, or nothing says when. A lead that was there before it
/// did anything entered on the day on which it came, if a field says that.
pub(crate) fn entered(rules: &Rules, case: &Case, reached: &ReachedDays, step: usize) -> Entered {
    match &reached.days[step] {
        Day::Never => Entered::Never,
        Day::On(_, at) => Entered::At(*at),
        Day::Before => match created(rules).and_then(|field| case.lead.fields[usize::from(field.0)].as_ref()) {
            Some(Value::Date(day)) => Entered::At(rules.zone.start_of(*day)),
            _ => Entered::Unknown,
        },
    }
}

/// When a lead entered a stage.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Entered {
    /// It never did.
    Never,
    /// It did, and nothing says when.
    Unknown,
    /// At this instant.
    At(Instant),
}

/// The fields that must be read to know when leads entered.
#[must_use]
pub fn fields(rules: &Rules) -> Vec<FieldId> {
    created(rules).into_iter().collect()
}

/// What leads are told apart by.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// A field.
    Field(FieldId),
    /// A label.
    Label(LabelId),
}

impl By {
    /// The label or field of this name.
    #[must_use]
    pub fn named(rules: &Rules, name: &str) -> Option<Self> {
        let label = rules.labels.iter().position(|label| label.name == name);
        let label = label.and_then(|at| u16::try_from(at).ok()).map(|at| Self::Label(LabelId(at)));
        let field = || rules.fields.iter().position(|field| field.name == name);
        label.or_else(|| field().and_then(|at| u16::try_from(at).ok()).map(|at| Self::Field(FieldId(at))))
    }

    /// What a lead has there, for people; `none` if that is unknown.
    pub(crate) fn of(self, rules: &Rules, case: &Case, reached: &ReachedDays) -> Text {
        let text = match self {
            Self::Label(id) => reached.labels[usize::from(id.0)].as_deref().map(Text::verbatim),
            Self::Field(id) => {
                let value = case.lead.fields[usize::from(id.0)].as_ref();
                value.map(|value| value.said(&rules.field(id).ty))
            }
        };
        text.unwrap_or_else(|| say!("none"))
    }

    /// The same for a lead of a batch, of which the field was read.
    #[must_use]
    pub fn in_part(self, rules: &Rules, part: &Part, row: usize) -> Text {
        let text = match self {
            Self::Label(id) => {
                let label = &part.trace.results.labels[usize::from(id.0)];
                let place = label.values.is_valid(row).then(|| usize::from(label.values.value(row)));
                place.map(|place| Text::verbatim(label.texts[place].as_str()))
            }
            Self::Field(id) => {
                let value = part.leads.fields[usize::from(id.0)].value(row);
                value.map(|value| value.said(&rules.field(id).ty))
            }
        };
        text.unwrap_or_else(|| say!("none"))
    }
}

/// How long it took until half of the leads had got there, those that have not yet counting as long as they were watched
/// (E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", 1958); `None` if fewer than half will have by
/// what was seen. In: for each lead how long it took or has been watched, and whether it got there.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]
pub(crate) fn median(mut waits: Vec<(i64, bool)>) -> Option<i64> {
    // At one time those that got there come before those that were watched no longer.
    waits.sort_unstable_by_key(|&(wait, got)| (wait, !got));
    let mut counts: BTreeMap<i64, (u64, u64)> = BTreeMap::new();
    for (wait, got) in waits {
        let (there, watched) = counts.entry(wait).or_default();
        *(if got { there } else { watched }) += 1;
    }
    let mut left: u64 = counts.values().map(|(there, watched)| there + watched).sum();
    let mut share = 1.0;
    for (wait, (there, watched)) in counts {
        share *= 1.0 - there as f64 / left as f64;
        if share <= 0.5 {
            return Some(wait);
        }
        left -= there + watched;
    }
    None
}

/// A span of time for people: `40 minutes`, `5 hours`, `2.5 days`.
pub(crate) fn span(micros: i64) -> Text {
    const MINUTE: i64 = 60_000_000;
    let tenths = |unit: i64| {
        let tenths = (micros * 10 + unit / 2) / unit;
        let rest = if tenths % 10 == 0 { String::new() } else { format!(".{}", tenths % 10) };
        words::Value::Rounded(format!("{}{rest}", tenths / 10))
    };
    match micros {
        micros if micros < 60 * MINUTE => {
            let minutes = u64::try_from((micros + MINUTE / 2) / MINUTE).unwrap_or(0);
            say!("{minutes} {minutes|minute|minutes}", minutes)
        }
        micros if micros < 2 * DAY => match tenths(60 * MINUTE) {
            words::Value::Rounded(one) if one == "1" => say!("1 hour"),
            hours => say!("{hours} hours", hours),
        },
        _ => say!("{days} days", days = tenths(DAY)),
    }
}

/// The same for hours.
#[expect(clippy::cast_possible_truncation, reason = "it was made from whole microseconds")]
pub(crate) fn span_of_hours(hours: f64) -> Text {
    span((hours * 3_600e6).round() as i64)
}

/// The same for days.
pub(crate) fn span_of_days(days: f64) -> Text {
    span_of_hours(days * 24.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_as_people_say_them() {
        let minutes = |minutes: i64| span(minutes * 60_000_000).to_string();
        assert_eq!(
            [0, 1, 59, 60, 90, 47 * 60, 48 * 60, 60 * 60].map(minutes),
            ["0 minutes", "1 minute", "59 minutes", "1 hour", "1.5 hours", "47 hours", "2 days", "2.5 days"]
        );
    }

    #[test]
    fn half_of_the_leads_count_those_who_still_wait() {
        assert_eq!(median(vec![(1, true), (2, true), (3, true)]), Some(2));
        // Of four, two got there; the others have been watched for longer: at 2 half had.
        assert_eq!(median(vec![(1, true), (2, true), (9, false), (9, false)]), Some(2));
        assert_eq!(median(vec![(1, true), (9, false), (9, false)]), None);
        // Those watched for less than that say nothing about it.
        assert_eq!(median(vec![(1, false), (1, false), (2, true), (3, true)]), Some(2));
        assert_eq!(median(Vec::new()), None);
    }
}
