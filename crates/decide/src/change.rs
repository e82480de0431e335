//! What a change of scores is made of. In: a lead before and after (another instant, another rule file), each with the
//! engine's outcome; out: for each score the rules, limits and weights that made the difference, whose points add up
//! exactly to the change.

mod linear;
mod matched;
mod named;

use serde::Serialize;

use leadrules_engine::engine::{Asked, LeadTrace, Options, Plan};
use leadrules_language::decimal::Amount;
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::{Part, Quantity, Rules};
use leadrules_language::words::{Text, say};

use linear::{Formulas, WorkedOut};
pub use matched::{Matched, Pair, Within};
pub use named::RuleNamed;
pub(crate) use named::groups;

use named::times;

/// A lead as one rule set sees it at one instant.
#[derive(Copy, Clone, Debug)]
pub struct Side<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The outcome, from a plan that [`plan`] made.
    pub outcome: &'a LeadTrace,
}

/// Prepares a rule set so that its outcomes can be compared with others; with or without an event log.
#[must_use]
pub fn plan(rules: &Rules, log: bool) -> Plan {
    plan_asking(rules, log, Asked::default()).0
}

/// The same with further conditions and quantities; and how many quantities come before those.
#[must_use]
pub fn plan_asking(rules: &Rules, log: bool, further: Asked<'_>) -> (Plan, usize) {
    let mut all = quantities(rules);
    let own = all.len();
    all.extend_from_slice(further.quantities);
    let asked = Asked { quantities: &all, ..further };
    (Plan::asking(rules, Options { log, rule_points: true, trace: true }, asked), own)
}

/// What a plan has to be asked so that its outcomes can be compared with others.
#[must_use]
pub fn quantities(rules: &Rules) -> Vec<Quantity> {
    Formulas::of(rules).quantities
}

/// How a score changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoreChange {
    /// Its name.
    pub score: String,
    /// Its points before; `None` if it was unknown, or the rules had no such score.
    pub before: Option<Amount>,
    /// Its points after.
    pub after: Option<Amount>,
    /// What made the difference, if both are known: the points add up to `after - before`.
    pub lines: Vec<Line>,
}

/// Something that made a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// The title of the rule or the group, or the score, or the text of the quantity.
    pub title: String,
    /// Who looks after it.
    pub owner: Option<String>,
    /// How much: after minus before.
    pub points: Exact,
    /// File and line before; `None` for what was not there.
    pub before: Option<String>,
    /// File and line after.
    pub after: Option<String>,
}

/// What makes a difference.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What a rule gives before its own limit.
    Rule,
    /// What the rule's own limit takes away.
    RuleLimit,
    /// What others in a `best` group take away: none but the best counts.
    Best,
    /// What a group's limit takes away.
    GroupLimit,
    /// What the score's range changes.
    Range,
    /// Another score, times its weight in a computed score (the weight before).
    Score,
    /// The change of that weight, times the other score (the score after).
    Weight,
    /// Another quantity of a computed score.
    Quantity,
    /// What rounding a computed score to two places amounts to.
    Rounding,
}

impl Line {
    /// What it is, in words: `limit of e-mail`.
    #[must_use]
    pub fn words(&self) -> Text {
        let title = &self.title;
        match self.kind {
            Kind::Rule | Kind::Score | Kind::Quantity => Text::verbatim(title),
            Kind::RuleLimit | Kind::GroupLimit => say!("limit of {title}", title),
            Kind::Best => say!("only the best of {title}", title),
            Kind::Range => say!("range of {title}", title),
            Kind::Weight => say!("weight of {title}", title),
            Kind::Rounding => say!("rounding"),
        }
    }
}

/// An exact decimal, written as a number.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(pub Decimal);

impl Exact {
    /// With its sign: `+2.5`.
    #[must_use]
    pub fn signed(self) -> Text {
        let sign = if self.0 > Decimal::ZERO { "+" } else { "" };
        Text::row(vec![Text::verbatim(sign), Text::figure(self.0)], "")
    }
}

impl Serialize for Exact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.to_string();
        match text.parse::<i64>() {
            Ok(whole) => serializer.serialize_i64(whole),
            // The binary fraction nearest to so few digits is written back as those digits.
            Err(_) => serializer.serialize_f64(text.parse().expect("a decimal is written as a number")),
        }
    }
}

/// The scores that changed, each with what made the difference.
#[must_use]
pub fn changes(matched: &Matched, before: &Side<'_>, after: &Side<'_>) -> Vec<ScoreChange> {
    let of = |side: &Side<'_>, id: Option<usize>| id.and_then(|id| side.outcome.scores[id].points);
    let changed = |pair: &&Pair| of(before, pair.before) != of(after, pair.after);
    let change = |pair: &Pair| {
        let (from, to) = (of(before, pair.before), of(after, pair.after));
        let lines = match from.zip(to) {
            Some((from, to)) => Lines { matched, before, after, found: Vec::new() }.of(*pair, to.0 - from.0),
            None => Vec::new(),
        };
        let name = pair.after.map(|id| &after.rules.scores[id]).or(pair.before.map(|id| &before.rules.scores[id]));
        ScoreChange {
            score: name.map_or(String::new(), |score| score.name.clone()),
            before: from.map(Amount),
            after: to.map(Amount),
            lines,
        }
    };
    matched.scores.iter().filter(changed).map(change).collect()
}

struct Lines<'a> {
    matched: &'a Matched,
    before: &'a Side<'a>,
    after: &'a Side<'a>,
    found: Vec<Line>,
}

fn decimal(points: i64) -> i128 {
    Points(points).to_decimal().0
}

impl Lines<'_> {
    fn of(mut self, pair: Pair, change: i64) -> Vec<Line> {
        self.rules(pair);
        self.groups(pair);
        self.computed(pair);
        let range = |side: &Side<'_>, id: Option<usize>| {
            let outcome = id.map(|id| side.outcome.scores[id]);
            outcome.and_then(|o| Some(o.points?.0 - o.uncut?.0)).unwrap_or(0)
        };
        let (after, before) = (range(self.after, pair.after), range(self.before, pair.before));
        self.score_line(pair, Kind::Range, decimal(after - before));
        let sum: i128 = self.found.iter().map(|line| line.points.0.0).sum();
        self.score_line(pair, Kind::Rounding, decimal(change) - sum);
        self.found
    }

    fn score_line(&mut self, pair: Pair, kind: Kind, points: i128) {
        self.add(kind, points, |lines| {
            (lines.before.score(pair.before, str::to_owned), lines.after.score(pair.after, str::to_owned))
        });
    }

    /// Adds a line if there is a difference; `named` gives name and place on each side, as far as it is there.
    fn add(&mut self, kind: Kind, points: i128, named: impl Fn(&Self) -> (Option<Named>, Option<Named>)) {
        if points == 0 {
            return;
        }
        let (before, after) = named(self);
        let Some((title, owner, _)) = after.clone().or(before.clone()) else { return };
        let (before, after) = (before.map(|named| named.2), after.map(|named| named.2));
        self.found.push(Line { kind, title, owner, points: Exact(Decimal(points)), before, after });
    }

    fn rules(&mut self, score: Pair) {
        let matched = self.matched;
        for pair in matched.rules.iter().filter(|rule| rule.is_of(score)).map(|rule| rule.pair) {
            let gave = |side: &Side<'_>, id: Option<usize>| {
                let rule = id.map(|id| side.outcome.rules[id]);
                rule.map_or((0, 0), |rule| (rule.raw.0, rule.capped.0 - rule.raw.0))
            };
            let (before, after) = (gave(self.before, pair.before), gave(self.after, pair.after));
            let named = |lines: &Self| {
                let (was, is) = (&matched.named.0, &matched.named.1);
                (lines.before.rule(was, pair.before), lines.after.rule(is, pair.after))
            };
            self.add(Kind::Rule, decimal(after.0 - before.0), named);
            self.add(Kind::RuleLimit, decimal(after.1 - before.1), named);
        }
    }

    fn groups(&mut self, score: Pair) {
        let matched = self.matched;
        for pair in matched.groups.iter().filter(|group| group.is_of(score)).map(|group| group.pair) {
            let took = |side: &Side<'_>, id: Option<usize>| {
                let Some((id, (_, group))) = id.and_then(|id| Some((id, *groups(side.rules).get(id)?))) else {
                    return (0, 0);
                };
                let outcome = side.outcome.groups[id];
                let rules = group.parts.iter().flat_map(Part::rules);
                let capped: i64 = rules.map(|rule| side.outcome.rules[rule.id.0 as usize].capped.0).sum();
                (outcome.raw.0 - capped, outcome.capped.0 - outcome.raw.0)
            };
            let (was, is) = (took(self.before, pair.before), took(self.after, pair.after));
            let named = |lines: &Self| (lines.before.group(pair.before), lines.after.group(pair.after));
            self.add(Kind::Best, decimal(is.0 - was.0), named);
            self.add(Kind::GroupLimit, decimal(is.1 - was.1), named);
        }
    }

    fn computed(&mut self, pair: Pair) {
        let matched = self.matched;
        let formula = |formulas: &Formulas, side: &Side<'_>, id: Option<usize>| {
            id.map(|id| formulas.worked_out(id, &side.outcome.values)).unwrap_or_default()
        };
        let was = formula(&matched.formulas.0, self.before, pair.before);
        let is = formula(&matched.formulas.1, self.after, pair.after);
        let points = |side: &Side<'_>, id: Option<usize>| {
            id.and_then(|id| side.outcome.scores[id].points).unwrap_or_default().to_decimal()
        };
        for other in &matched.scores {
            let weight = |formula: &WorkedOut, id: Option<usize>| {
                id.and_then(|id| formula.scores.get(&id)).copied().unwrap_or(Decimal::ZERO)
            };
            let (old, new) = (weight(&was, other.before), weight(&is, other.after));
            let (from, to) = (points(self.before, other.before), points(self.after, other.after));
            let weighted = |name: &str| if old == Decimal::ONE { name.to_owned() } else { format!("{old} × {name}") };
            let moved = times(old, to).0 - times(old, from).0;
            self.add(Kind::Score, moved, |lines| {
                (lines.before.score(other.before, weighted), lines.after.score(other.after, weighted))
            });
            self.add(Kind::Weight, times(new, to).0 - times(old, to).0, |lines| {
                (lines.before.score(other.before, str::to_owned), lines.after.score(other.after, str::to_owned))
            });
        }
        let mut texts: Vec<&String> = was.others.iter().chain(&is.others).map(|(text, _)| text).collect();
        texts.sort();
        texts.dedup();
        for text in texts {
            let sum = |formula: &WorkedOut| {
                formula.others.iter().filter(|(other, _)| other == text).map(|(_, value)| value.0).sum::<i128>()
            };
            let side = |formula: &WorkedOut, side: &Side<'_>, id: Option<usize>| {
                let there = formula.others.iter().any(|(other, _)| other == text);
                side.score(id, |_| text.clone()).filter(|_| there)
            };
            self.add(Kind::Quantity, sum(&is) - sum(&was), |lines| {
                (side(&was, lines.before, pair.before), side(&is, lines.after, pair.after))
            });
        }
    }
}

impl Side<'_> {
    /// A score, by the name that `name` makes from its own.
    fn score(&self, id: Option<usize>, name: impl Fn(&str) -> String) -> Option<Named> {
        let score = &self.rules.scores[id?];
        Some((name(&score.name), score.owner.clone(), self.rules.sources.place(score.span)))
    }

    fn rule(&self, named: &[RuleNamed], id: Option<usize>) -> Option<Named> {
        let rule = &named[id?];
        Some((rule.title.clone(), rule.owner.clone(), self.rules.sources.place(rule.span)))
    }

    fn group(&self, id: Option<usize>) -> Option<Named> {
        let (score, group) = *groups(self.rules).get(id?)?;
        Some((group.title.clone(), self.rules.scores[score].owner.clone(), self.rules.sources.place(group.span)))
    }
}

/// A name, its owner, its place.
type Named = (String, Option<String>, String);
