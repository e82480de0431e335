//! What data says about rules, in a few words at each of their lines. In: rules, what came of leads in memory by them, and by the saved
//! rules; out: notes. They say how many, and never who.

use std::sync::Arc;

use leadrules_engine::data::FieldReport;
use leadrules_engine::run::{Counts, Spread};
use leadrules_language::calendar::Instant;
use leadrules_language::decimal::Points;
use leadrules_language::ir::Rules;
use leadrules_language::types::Bounds;
use leadrules_language::words::{Text, say};

use crate::data::Data;
use crate::figures;
use crate::scored::{Scorer, Side};
use crate::settled::Settled;
use crate::typing::{Note, Topic};

/// What came of leads by some rules: how many, and nothing else.
#[derive(Debug)]
pub struct Sums {
    rules: Arc<Rules>,
    counts: Counts,
}

impl Sums {
    /// Scores all leads, as long as `goes_on` says that somebody waits; `None` if nobody did, and if leads can't be read back.
    pub fn new(rules: Arc<Rules>, data: &Data, as_of: Instant, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<Self> {
        let scorer = Scorer::new(&rules, None, as_of, data.kept.has_events);
        let settled = Settled::new(data, &rules, as_of).ok()?;
        let leads = &settled.leads.leads;
        let batches = scorer.batches(leads, &(0..leads.len()).collect::<Vec<_>>(), goes_on).ok()?;
        let batches: Vec<_> = batches.iter().collect();
        let counts = figures::counted(Side { rules: &rules, batches: &batches });
        Some(Self { rules, counts })
    }

    /// What they say about the rules; `saved` are those of the rules as saved, if they are others.
    #[must_use]
    pub fn notes(&self, saved: Option<&Self>, data: &Data) -> Vec<Note> {
        let Self { rules, counts } = self;
        let all = counts.leads;
        let note = |topic, span, text| Note { topic, span, text };
        let fired = rules.rules().into_iter().map(|(_, rule)| {
            note(
                Topic::Rule,
                rule.span,
                say!("fires for {share}", share = share(counts.fired[rule.id.0 as usize], all)),
            )
        });
        let scores = rules.scores.iter().zip(&counts.scores);
        let scores =
            scores.filter_map(|(score, spread)| Some(note(Topic::Score, score.span, reached(score.range, spread)?)));
        let steps = rules.stages.steps.iter().zip(&counts.stages[1..]);
        let steps = steps.map(|(step, &count)| {
            let before = saved.and_then(|saved| figures::at_stage(&saved.rules, &saved.counts, &step.name));
            note(Topic::Stage, step.span, at_stage(count, before))
        });
        let excluded = rules.exclusions.iter().zip(&counts.exclusions);
        let excluded = excluded.map(|(line, &count)| {
            note(Topic::Exclusion, line.span, say!("excludes {share}", share = share(count, all)))
        });
        let promised = rules.promises.iter().flat_map(|promise| &promise.lines).zip(&counts.broken);
        let promised = promised.map(|(line, breaches)| {
            let text = if breaches.leads == 0 {
                say!("kept for all leads")
            } else {
                say!("broken by {share}", share = share(breaches.leads, all))
            };
            note(Topic::Promise, line.condition.span, text)
        });
        let fields = rules.declared().map(|(id, field)| {
            let report = &data.kept.report.fields[usize::from(id.0)];
            note(Topic::Field, field.span, known(report, all))
        });
        fired.chain(scores).chain(steps).chain(excluded).chain(promised).chain(fields).collect()
    }
}

/// `12 % of 8,412 leads`
fn share(count: u64, leads: u64) -> Text {
    match (count, leads) {
        (0, _) => say!("none of {leads} {leads|lead|leads}", leads),
        (count, leads) if count == leads => say!("all of {leads} {leads|lead|leads}", leads),
        // A percent or less is easier to see as leads.
        (count, leads) if count * 100 <= leads => say!("{count} of {leads} {leads|lead|leads}", count, leads),
        (count, leads) => {
            // All and none were said above: what is rounded to them is not them.
            let percent = ((count * 200 + leads) / (2 * leads)).clamp(1, 99);
            say!("{percent} % of {leads} {leads|lead|leads}", percent, leads)
        }
    }
}

/// `0..50, leads reach 5..45`
fn reached(range: Bounds<Points>, spread: &Spread) -> Option<Text> {
    let (least, most) = (Points(spread.least?), Points(spread.most?));
    let end = |end: Option<Points>| end.map(|points| points.to_string()).unwrap_or_default();
    Some(match (range.low, range.high) {
        (None, None) => say!("leads reach {least}..{most}", least, most),
        (low, high) => {
            let range = format!("{}..{}", end(low), end(high));
            say!("{range}, leads reach {least}..{most}", range, least, most)
        }
    })
}

/// `3 leads at this stage, 2 fewer than saved`
fn at_stage(leads: u64, before: Option<u64>) -> Text {
    match before {
        Some(before) if before > leads => {
            let fewer = before - leads;
            say!("{leads} {leads|lead|leads} at this stage, {fewer} fewer than saved", leads, fewer)
        }
        Some(before) if before < leads => {
            let more = leads - before;
            say!("{leads} {leads|lead|leads} at this stage, {more} more than saved", leads, more)
        }
        Some(_) | None => say!("{leads} {leads|lead|leads} at this stage", leads),
    }
}

/// `known of 93 % of 8,412 leads`
fn known(report: &FieldReport, all: u64) -> Text {
    if report.read && report.column.is_none() {
        return say!("the data has no such column");
    }
    say!("known of {share}", share = share(report.known, all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_never_rounded_to_all_or_none() {
        assert_eq!(share(0, 8_412).to_string(), "none of 8,412 leads");
        assert_eq!(share(8_412, 8_412).to_string(), "all of 8,412 leads");
        assert_eq!(share(1_010, 8_412).to_string(), "12 % of 8,412 leads");
        assert_eq!(share(8_411, 8_412).to_string(), "99 % of 8,412 leads");
        assert_eq!(share(84, 8_412).to_string(), "84 of 8,412 leads");
        assert_eq!(share(1, 1).to_string(), "all of 1 lead");
        assert_eq!(share(0, 0).to_string(), "none of 0 leads");
    }

    #[test]
    fn stages_are_compared_with_those_saved() {
        assert_eq!(at_stage(3, Some(5)).to_string(), "3 leads at this stage, 2 fewer than saved");
        assert_eq!(at_stage(1, Some(0)).to_string(), "1 lead at this stage, 1 more than saved");
        assert_eq!(at_stage(0, Some(0)).to_string(), "0 leads at this stage");
        assert_eq!(at_stage(2_000, None).to_string(), "2,000 leads at this stage");
    }
}
