//! The points of rules, tables, groups and scores. In: the parts of scores; out: the steps from `taken` to `score`, and
//! the columns that explain them.

use super::expr::Expr;
use super::query::{Column, Step};
use super::writer::{Known, Row, Writer};
use crate::decimal::{Points, RULE_LIMIT};
use crate::ir::{Cond, CondKind, Gain, Group, Part, RowKind, Rule, RuleId, ScoreBody, Table};
use crate::types::Bounds;

/// A rule's column, and the part of a `best` group that it belongs to.
struct Given {
    id: RuleId,
    column: String,
    note: String,
    best: Option<(String, usize)>,
}

/// What is gathered on the way through the scores.
#[derive(Default)]
struct Gathered {
    taken: Vec<Column>,
    rules: Vec<Column>,
    best: Vec<Column>,
    given: Vec<Given>,
}

impl Writer<'_> {
    /// The steps that give scores made of rules, and the columns that explain them; `before` is the last step.
    pub(super) fn points(&mut self, before: &mut String) -> (Vec<Step>, Vec<Column>) {
        let mut all = Gathered::default();
        let mut scores = Vec::new();
        let rules = self.rules;
        for (at, score) in rules.scores.iter().enumerate() {
            let ScoreBody::Rules(parts) = &score.body else { continue };
            let sums: Vec<Expr> = parts.iter().map(|part| self.part(part, None, &mut all)).collect();
            let sum = self.clamped(added(&sums), range(&score.range));
            let name = self.dialect.name(&score.name);
            let sql = format!("CAST({sum} AS {})", self.dialect.decimal_type(18, 2));
            scores.push((u16::try_from(at).expect("scores are counted in 16 bits"), Column { name, sql, note: None }));
        }
        let mut steps = Vec::new();
        let rule_columns = all.rules;
        let mut score_columns = Vec::new();
        for (id, column) in scores {
            self.scores.insert(id, column.name.clone());
            score_columns.push(column);
        }
        for (name, note, columns) in [
            ("taken", "which row of each table a lead takes", all.taken),
            ("rule", "the points of each rule, its own cap applied", rule_columns),
            ("best", "which part of a `best` group counts", all.best),
            ("score", "the points of each score, within its range", score_columns),
        ] {
            self.step(&mut steps, name, note, columns, before);
        }
        self.known = Known::Scores;
        let none = self.dialect.points(Points::ZERO);
        all.given.sort_by_key(|given| given.id);
        let explained = all.given.into_iter().map(|given| {
            let sql = match &given.best {
                Some((best, part)) => format!("CASE WHEN {best} = {part} THEN {} ELSE {none} END", given.column),
                None => given.column.clone(),
            };
            let exact = format!("CAST({sql} AS {})", self.dialect.decimal_type(18, 2));
            Column { name: given.column, sql: exact, note: Some(given.note) }
        });
        let explained = explained.collect();
        (steps, explained)
    }

    /// Adds a step, unless it is empty.
    pub(super) fn step(
        &self,
        steps: &mut Vec<Step>,
        name: &str,
        note: &'static str,
        columns: Vec<Column>,
        before: &mut String,
    ) {
        if columns.is_empty() {
            return;
        }
        let from = vec![format!("FROM {before}")];
        steps.push(Step::selecting(name, note, Some(before), &columns, from));
        name.clone_into(before);
    }

    fn part(&mut self, part: &Part, best: Option<(String, usize)>, all: &mut Gathered) -> Expr {
        match part {
            Part::Rule(rule) => {
                self.needs.events = false;
                // None give none: what is counted anyway need not be asked for.
                let holds = if self.is_counted(rule) { Expr::truth(true) } else { self.holds(rule) };
                self.rule(rule, holds, best, all)
            }
            Part::Table(table) => self.table(table, best, all),
            Part::Group(group) => self.group(group, all),
        }
    }

    fn group(&mut self, group: &Group, all: &mut Gathered) -> Expr {
        let raw = if group.best {
            let name = self.names.free(self.dialect, &format!("best {}", group.title));
            let parts: Vec<Expr> =
                (1..).zip(&group.parts).map(|(at, part)| self.part(part, Some((name.clone(), at)), all)).collect();
            if parts.is_empty() {
                return self.dialect.points(Points::ZERO);
            }
            let best = self.best(&parts);
            all.best.push(Column { name: name.clone(), sql: best, note: Some(group.title.clone()) });
            let whens: String =
                (1..).zip(&parts).map(|(at, part): (usize, _)| format!(" WHEN {at} THEN {part}")).collect();
            Expr::atom(format!("CASE {name}{whens} END"))
        } else {
            let parts: Vec<Expr> = group.parts.iter().map(|part| self.part(part, None, all)).collect();
            added(&parts)
        };
        self.clamped(raw, (group.down_to, group.up_to))
    }

    /// The index of the part that gives the most; if none gives more than zero, of the one furthest below. Of equal
    /// ones the earlier.
    fn best(&self, parts: &[Expr]) -> String {
        let list = parts.iter().map(Expr::to_string).collect::<Vec<_>>().join(", ");
        let place = |extreme: &str| {
            let whens: String =
                (1..).zip(parts).map(|(at, part): (usize, _)| format!(" WHEN {part} THEN {at}")).collect();
            format!("CASE {extreme}{whens} END")
        };
        if parts.len() == 1 {
            return "1".to_owned();
        }
        let (most, least) = (format!("GREATEST({list})"), format!("LEAST({list})"));
        format!("CASE WHEN {most} > 0 THEN {} ELSE {} END", place(&most), place(&least))
    }

    /// Rows outside their dates count as if they were not written; of the others, at most one is taken.
    fn table(&mut self, table: &Table, best: Option<(String, usize)>, all: &mut Gathered) -> Expr {
        let name = self.names.free(self.dialect, &format!("{} row", self.rules.text(table.span)));
        let known = self.cond(&table.known, Row::Lead);
        let mut whens = [Vec::new(), Vec::new(), Vec::new()];
        for (at, row) in (1..).zip(&table.rows) {
            let at: usize = at;
            let in_force = self.in_force(&row.rule);
            if in_force == Expr::truth(false) {
                continue;
            }
            let holds = Expr::all(vec![in_force, self.holds(&row.rule)]);
            let (place, condition) = match row.kind {
                RowKind::Values => (0, holds),
                RowKind::Otherwise => (1, Expr::all(vec![known.clone(), holds])),
                RowKind::Unknown => (2, Expr::all(vec![known.negated(), holds])),
            };
            whens[place].push(format!(" WHEN {condition} THEN {at}"));
        }
        let whens = whens.concat().concat();
        let sql = if whens.is_empty() { "0".to_owned() } else { format!("CASE{whens} ELSE 0 END") };
        all.taken.push(Column { name: name.clone(), sql, note: Some(self.rules.text(table.span).to_owned()) });
        let rows: Vec<Expr> = (1..)
            .zip(&table.rows)
            .map(|(at, row): (usize, _)| {
                self.needs.events = true;
                self.rule(&row.rule, Expr::test(format!("{name} = {at}")), best.clone(), all)
            })
            .collect();
        added(&rows)
    }

    /// Whether all that a rule asks is that something happened, and it gives points for just that.
    fn is_counted(&self, rule: &Rule) -> bool {
        let CondKind::Happened { of: asked, at_least: 1, at_most: None } = &rule.condition.kind else { return false };
        let counted = match &rule.gain {
            Gain::PerOccurrence { of, .. } => of,
            Gain::Once { decay: Some((_, of)), .. } => of,
            Gain::Once { decay: None, .. } | Gain::PerUnit { .. } => return false,
        };
        self.has_events() && asked == counted
    }

    /// When a rule fires. What it counts need not be checked: where that is unknown, so are the points, which then
    /// count as none.
    fn holds(&mut self, rule: &Rule) -> Expr {
        let condition = self.cond(&rule.condition, Row::Lead);
        let countable = self.gain(rule).1;
        match countable {
            None => condition,
            Some(countable) if is_always(&rule.condition) => countable.is_known(),
            Some(countable) => Expr::all(vec![condition, countable.is_known()]),
        }
    }

    /// A column for a rule, and the column's name.
    fn rule(&mut self, rule: &Rule, holds: Expr, best: Option<(String, usize)>, all: &mut Gathered) -> Expr {
        let name = self.rule_names[&rule.id].clone();
        let none = self.dialect.points(Points::ZERO);
        let in_force = self.in_force(rule);
        let is_out = in_force == Expr::truth(false);
        let holds = Expr::all(vec![in_force, holds]);
        let sql = if is_out {
            none.to_string()
        } else {
            let points = self.gain(rule).0;
            let points = match rule.cap {
                Some(cap) if cap < Points::ZERO => self.clamped(points, (Some(cap), None)),
                Some(cap) => self.clamped(points, (None, Some(cap))),
                None => points,
            };
            if holds == Expr::truth(true) {
                points.to_string()
            } else {
                format!("CASE WHEN {holds} THEN {points} ELSE {none} END")
            }
        };
        let dates = if is_out { " (not on this day)" } else { "" };
        let note = format!("{}{dates}", rule.title);
        let is_early = !self.needs.events && self.dialect.joins_narrow() && self.has_events();
        let rules = if is_early { &mut self.lead_rules } else { &mut all.rules };
        rules.push(Column { name: name.clone(), sql, note: Some(note.clone()) });
        all.given.push(Given { id: rule.id, column: name.clone(), note, best });
        Expr::atom(name)
    }

    /// What a rule gives when it fires, before its cap; and what must be known for that, if anything.
    fn gain(&mut self, rule: &Rule) -> (Expr, Option<Expr>) {
        let dialect = self.dialect;
        match &rule.gain {
            Gain::Once { points, decay: None } => (dialect.points(*points), None),
            Gain::Once { points, decay: Some((decay, of)) } => match self.latest_factor(of, *decay) {
                Some(factor) => (self.weighed(*points, rule.cap, &factor), None),
                None => (dialect.points(Points::ZERO), Some(self.unknown_number())),
            },
            Gain::PerUnit { points, per, of } => {
                let quantity = self.quantity(of, Row::Lead);
                let units = self.units(&quantity, *per);
                (self.limited(Expr::sum(format!("{} * {units}", dialect.points(*points).operand()))), Some(quantity))
            }
            Gain::PerOccurrence { points, of, once_per, decay } => match self.weight(of, *once_per, *decay) {
                Some(weight) if decay.is_some() => (self.weighed(*points, rule.cap, &weight), None),
                Some(count) => {
                    let product = Expr::sum(format!("{} * {count}", dialect.points(*points).operand()));
                    (self.limited_end(*points, rule.cap, product), None)
                }
                None => (dialect.points(Points::ZERO), Some(self.unknown_number())),
            },
        }
    }

    /// Points times a sum of factors, rounded half away from zero to two places.
    fn weighed(&self, points: Points, cap: Option<Points>, factors: &str) -> Expr {
        // Times the points it may have more digits than engines give to a product of two short numbers.
        let sum = format!("CAST({factors} AS {})", self.dialect.decimal_type(26, 6));
        let product = Expr::sum(format!("{} * {sum}", self.dialect.points(points).operand()));
        self.limited_end(points, cap, Expr::atom(format!("ROUND({product}, 2)")))
    }

    /// `product`, points times something that is never below zero, limited to what one rule may give: only one end can
    /// be passed, and if the rule has a cap of its own, that is tighter.
    fn limited_end(&self, points: Points, cap: Option<Points>, product: Expr) -> Expr {
        match cap {
            Some(_) => product,
            None if points < Points::ZERO => self.clamped(product, (Some(Points(-RULE_LIMIT)), None)),
            None => self.clamped(product, (None, Some(Points(RULE_LIMIT)))),
        }
    }

    /// Points limited to what one rule may give.
    fn limited(&self, points: Expr) -> Expr {
        self.clamped(points, (Some(Points(-RULE_LIMIT)), Some(Points(RULE_LIMIT))))
    }

    /// Points that are known, limited at both ends.
    fn clamped(&self, points: Expr, (low, high): (Option<Points>, Option<Points>)) -> Expr {
        let capped = match high {
            Some(high) => Expr::atom(format!("LEAST({points}, {})", self.dialect.points(high))),
            None => points,
        };
        match low {
            Some(low) => Expr::atom(format!("GREATEST({capped}, {})", self.dialect.points(low))),
            None => capped,
        }
    }
}

/// The ends of a range of points, both included.
pub(super) fn range(range: &Bounds<Points>) -> (Option<Points>, Option<Points>) {
    let high = range.high.map(|high| if range.half_open { Points(high.0 - 1) } else { high });
    (range.low, high)
}

fn is_always(condition: &Cond) -> bool {
    matches!(condition.kind, crate::ir::CondKind::Constant(true))
}

/// The sum of parts; zero points if there are none.
fn added(parts: &[Expr]) -> Expr {
    match parts {
        [] => Expr::atom("0.00"),
        [one] => one.clone(),
        _ => Expr::sum(parts.iter().map(Expr::operand).collect::<Vec<_>>().join(" + ")),
    }
}
