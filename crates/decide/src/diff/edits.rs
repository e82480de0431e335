//! What differs between two rule sets: rules, limits, formulas, exclusions, stages, each with its line before and after.

use serde::Serialize;

use super::moved::{Flow, total};
use super::undone::{Compared, Place};
use crate::change::{Exact, Pair};
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Label, LabelBody, Rules, ScoreBody};
use leadrules_language::source::one_line;
use leadrules_language::types::Bounds;
use leadrules_language::words::{Text, say};

/// Something that differs between two rule sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What it is.
    pub what: Edited,
    /// How it differs.
    pub kind: EditKind,
    /// The title of the rule or group, the name of the score or stage, the reason of the exclusion.
    pub title: String,
    /// The score that it belongs to.
    pub score: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The line before; `None` for what is new.
    pub before: Option<String>,
    /// The line after; `None` for what is gone.
    pub after: Option<String>,
    /// For a rule: for how many leads it gives different points.
    pub leads: Option<u64>,
    /// For a rule: how much more it gives to all leads together, before limits of groups and scores.
    pub points: Option<Exact>,
    /// The moves that would not happen without this edit.
    pub decides: Vec<Flow>,
    #[serde(skip)]
    pub(super) place: Place,
}

impl Edit {
    /// What was edited: a rule together with its score, anything else by its own name.
    #[must_use]
    pub fn named(&self) -> Text {
        let title = &self.title;
        // Named in words of the rules, but for what they have no word for.
        Text::verbatim(match self.what {
            Edited::Rule => self.score.clone().unwrap_or_default(),
            Edited::Group => format!("group \"{title}\""),
            Edited::Score => format!("score {title}"),
            Edited::Exclusion => return say!("exclusion \"{reason}\"", reason = title),
            Edited::Stage => format!("stage {title}"),
            Edited::Declaration => title.clone(),
        })
    }
}

/// What can be edited.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Edited {
    /// A rule, or a row of a table.
    Rule,
    /// The limits of a group, or whether only its best part counts.
    Group,
    /// The range of a score, or its formula.
    Score,
    /// What excludes leads.
    Exclusion,
    /// The condition of a stage, or what keeps leads there.
    Stage,
    /// A field, an event, a list, a definition, a label, a promise.
    Declaration,
}

/// How something differs.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Its line has changed.
    Changed,
    /// Its line is the same, but not what it does: a definition, a list or a field that it uses has changed.
    Indirect,
}

impl EditKind {
    /// Its word.
    #[must_use]
    pub fn word(self) -> Text {
        match self {
            Self::Added => say!("added"),
            Self::Removed => say!("removed"),
            Self::Changed => say!("changed"),
            Self::Indirect => say!("changed by what it uses"),
        }
    }

    fn of(before: Option<&String>, after: Option<&String>) -> Option<Self> {
        match (before, after) {
            (None, None) => None,
            (None, Some(_)) => Some(Self::Added),
            (Some(_), None) => Some(Self::Removed),
            (Some(before), Some(after)) => Some(if before == after { Self::Indirect } else { Self::Changed }),
        }
    }
}

/// What was declared otherwise, by the lines of both: those that only one of them has; or all, if they only stand in another order.
#[must_use]
pub fn declared(old: &[(String, Vec<String>)], new: &[(String, Vec<String>)]) -> Vec<Edit> {
    let none = Vec::new();
    let lines = |of: &'_ [(String, Vec<String>)], name: &str| {
        of.iter().find(|(other, _)| other == name).map(|(_, lines)| lines.clone())
    };
    let gone = old.iter().filter(|(name, _)| new.iter().all(|(other, _)| other != name));
    let names = new.iter().chain(gone).map(|(name, _)| name);
    let edit = |name: &String| {
        let (was, is) = (lines(old, name), lines(new, name));
        if was == is {
            return None;
        }
        let only = |one: &Option<Vec<String>>, other: &Option<Vec<String>>| {
            let other = other.as_ref().unwrap_or(&none);
            let lines: Vec<&String> = one.iter().flatten().filter(|line| !other.contains(line)).collect();
            (!lines.is_empty()).then(|| lines.into_iter().map(String::as_str).collect::<Vec<_>>().join("; "))
        };
        let (mut before, mut after) = (only(&was, &is), only(&is, &was));
        if before.is_none() && after.is_none() {
            (before, after) = (was.map(|lines| lines.join("; ")), is.map(|lines| lines.join("; ")));
        }
        Some(Edit {
            what: Edited::Declaration,
            kind: EditKind::of(before.as_ref(), after.as_ref())?,
            title: name.clone(),
            score: None,
            owner: None,
            before,
            after,
            leads: None,
            points: None,
            decides: Vec::new(),
            place: Place::Elsewhere,
        })
    };
    names.filter_map(edit).collect()
}

/// Labels that are written otherwise: nothing is said of whom they are otherwise for.
pub(super) fn labels(old: &Rules, new: &Rules) -> Vec<Edit> {
    let lines = |rules: &Rules| -> Vec<(String, Vec<String>)> {
        let of = |label: &Label| match &label.body {
            LabelBody::Joined(parts) => {
                vec![parts.iter().map(|id| rules.label(*id).name.clone()).collect::<Vec<_>>().join(", ")]
            }
            LabelBody::Lines { lines, otherwise } => {
                let line = |(condition, text): &(_, String)| {
                    let condition: &leadrules_language::ir::Cond = condition;
                    format!("{} => \"{text}\"", one_line(rules.text(condition.span)))
                };
                let otherwise = otherwise.iter().map(|text| format!("otherwise => \"{text}\""));
                lines.iter().map(line).chain(otherwise).collect()
            }
        };
        rules.labels.iter().map(|label| (format!("label {}", label.name), of(label))).collect()
    };
    declared(&lines(old), &lines(new))
}

/// Everything that differs; `effects` are those of each pair of rules. Things with the same line on both sides are
/// among them: whether they do something else is for the caller to find out.
pub(super) fn edits(compared: &Compared<'_>, effects: &[(u64, i128)]) -> Vec<Edit> {
    compared.places().into_iter().filter_map(|place| edit(compared, effects, place)).collect()
}

fn edit(compared: &Compared<'_>, effects: &[(u64, i128)], place: Place) -> Option<Edit> {
    let (old, new, matched) = (compared.old, compared.new, compared.matched);
    let sides = |pair: Pair, line: &dyn Fn(&Rules, usize) -> Option<String>| {
        (pair.before.and_then(|at| line(old, at)), pair.after.and_then(|at| line(new, at)))
    };
    let score = |pair: Pair| pair.after.map(|at| &new.scores[at]).or(pair.before.map(|at| &old.scores[at]));
    let (what, title, of, owner, (before, after), effect) = match place {
        Place::Rule(at) => {
            let (pair, score) = (matched.rules[at].pair, score(matched.rules[at].score)?);
            let (was, is) = (pair.before.map(|id| &matched.named.0[id]), pair.after.map(|id| &matched.named.1[id]));
            let rule = is.or(was)?;
            let lines = (was.map(|rule| rule.text.clone()), is.map(|rule| rule.text.clone()));
            (Edited::Rule, rule.title.clone(), Some(&score.name), rule.owner.clone(), lines, Some(effects[at]))
        }
        Place::Group(at) => {
            let (pair, score) = (matched.groups[at].pair, score(matched.groups[at].score)?);
            let groups = &compared.groups;
            let group = pair.after.map(|at| groups.1[at]).or(pair.before.map(|at| groups.0[at]))?;
            let lines = (
                pair.before.map(|at| one_line(old.text(groups.0[at].span))),
                pair.after.map(|at| one_line(new.text(groups.1[at].span))),
            );
            (Edited::Group, group.title.clone(), Some(&score.name), score.owner.clone(), lines, None)
        }
        Place::Score(at) => {
            let score = score(matched.scores[at])?;
            let lines = sides(matched.scores[at], &|rules, at| Some(head(rules, at)));
            (Edited::Score, score.name.clone(), Some(&score.name), score.owner.clone(), lines, None)
        }
        Place::Exclusion(at) => {
            let lines = sides(compared.exclusions[at], &|rules, at| {
                let line = &rules.exclusions[at];
                Some(format!("{} => \"{}\"", one_line(rules.text(line.condition.span)), line.reason))
            });
            let pair = compared.exclusions[at];
            let line = pair.after.map(|at| &new.exclusions[at]).or(pair.before.map(|at| &old.exclusions[at]))?;
            (Edited::Exclusion, line.reason.clone(), None, None, lines, None)
        }
        Place::Elsewhere => return None,
        Place::Stage(at) => {
            let lines = sides(compared.stages[at], &|rules, at| {
                let step = &rules.stages.steps[at];
                let kept = step.kept().map_or(String::new(), |kept| format!(", {}", one_line(rules.text(kept.span))));
                Some(format!("{} => {}{kept}", one_line(rules.text(step.own().span)), step.name))
            });
            let pair = compared.stages[at];
            let step = pair.after.map(|at| &new.stages.steps[at]).or(pair.before.map(|at| &old.stages.steps[at]))?;
            (Edited::Stage, step.name.clone(), None, None, lines, None)
        }
    };
    Some(Edit {
        what,
        kind: EditKind::of(before.as_ref(), after.as_ref())?,
        title,
        score: of.cloned(),
        owner,
        before,
        after,
        leads: effect.map(|(leads, _)| leads),
        points: effect.map(|(_, points)| total(points)),
        decides: Vec::new(),
        place,
    })
}

/// `score fit 0..50`, `score total 0..100 = 0.6 * fit + 0.4 * interest`
fn head(rules: &Rules, at: usize) -> String {
    let score = &rules.scores[at];
    let formula = match &score.body {
        ScoreBody::Rules(_) => String::new(),
        ScoreBody::Computed(quantity) => format!(" = {}", one_line(rules.text(quantity.span))),
    };
    format!("score {}{}{formula}", score.name, range(&score.range))
}

fn range(range: &Bounds<Points>) -> String {
    let end = |end: Option<Points>| end.map_or(String::new(), |points| points.to_string());
    let dots = if range.half_open { "..<" } else { ".." };
    match (range.low, range.high) {
        (None, None) => String::new(),
        (low, high) => format!(" {}{dots}{}", end(low), end(high)),
    }
}
