//! Which rules differ, and which moves each of these edits decides.

use serde::Serialize;

use super::{Flow, Moved, total};
use crate::change::{Exact, Matched, recomposed};
use crate::decimal::Points;
use crate::ir::{Rules, ScoreBody};
use crate::reference::stage_with;
use crate::run::Request;

/// A rule that differs between two rule sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// How.
    pub kind: EditKind,
    /// Its title.
    pub title: String,
    /// Its score.
    pub score: String,
    /// Who keeps it.
    pub owner: Option<String>,
    /// The line before; none for a rule that is new.
    pub before: Option<String>,
    /// The line after; none for a rule that is gone.
    pub after: Option<String>,
    /// For how many leads it gives other points.
    pub leads: u64,
    /// How much more it gives to all leads together, before limits of groups and scores.
    pub points: Exact,
    /// The moves that would not be without this edit.
    pub decides: Vec<Flow>,
    /// The pair of rules.
    #[serde(skip)]
    pub(super) pair: usize,
}

/// How a rule differs.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Its line is another.
    Changed,
    /// Its line is the same, but it gives other points: a definition, a list or a field that it uses is another.
    Indirect,
}

impl EditKind {
    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Indirect => "changed by what it uses",
        }
    }
}

/// The rules that differ; `effects` are those of each pair.
pub(super) fn edits(old: &Rules, new: &Rules, matched: &Matched, effects: &[(u64, i128)]) -> Vec<Edit> {
    let pairs = matched.rules.iter().enumerate().zip(effects);
    let edit = |((at, pair), &(leads, points)): ((usize, &crate::change::Within), &(u64, i128))| {
        let before = pair.pair.before.map(|id| &matched.named.0[id]);
        let after = pair.pair.after.map(|id| &matched.named.1[id]);
        let kind = match (before, after) {
            (None, _) => EditKind::Added,
            (_, None) => EditKind::Removed,
            (Some(before), Some(after)) if before.text != after.text => EditKind::Changed,
            (Some(_), Some(_)) if leads > 0 => EditKind::Indirect,
            (Some(_), Some(_)) => return None,
        };
        let rule = after.or(before)?;
        let score = pair.score.after.map(|id| &new.scores[id]).or(pair.score.before.map(|id| &old.scores[id]))?;
        Some(Edit {
            kind,
            title: rule.title.clone(),
            score: score.name.clone(),
            owner: rule.owner.clone(),
            before: before.map(|rule| rule.text.clone()),
            after: after.map(|rule| rule.text.clone()),
            leads,
            points: total(points),
            decides: Vec::new(),
            pair: at,
        })
    };
    pairs.filter_map(edit).collect()
}

/// Whether a lead would be at another stage under the new rules if these pairs of rules gave what they gave before. A rule
/// that is gone is put back beside its group: what it gave is added to the score.
pub(super) fn decides(old: &Request<'_>, new: &Request<'_>, matched: &Matched, lead: &Moved, pairs: &[usize]) -> bool {
    let (was, is) = (&lead.before.1, &lead.after.1);
    let mut given: Vec<Points> = is.rules.iter().map(|rule| rule.capped).collect();
    let mut more = vec![0; new.rules.scores.len()];
    for pair in pairs.iter().map(|&at| &matched.rules[at]) {
        let before = pair.pair.before.map(|id| was.rules[id]);
        match pair.pair.after {
            Some(id) => given[id] = before.map_or(Points::ZERO, |rule| rule.capped),
            None => {
                if let (Some(score), Some(before)) = (pair.score.after, before)
                    && matches!(new.rules.scores[score].body, ScoreBody::Rules(_))
                {
                    more[score] += before.counted.0;
                }
            }
        }
    }
    let points = recomposed(new.rules, &|id| given[id.0 as usize], &|id| Points(more[usize::from(id.0)]));
    let case = &lead.after.0;
    let stage = stage_with(new.rules, new.as_of, (&case.lead, case.events.as_deref()), &points);
    debug_assert_eq!(old.as_of, new.as_of, "both sets see time from one instant");
    stage != is.stage
}
