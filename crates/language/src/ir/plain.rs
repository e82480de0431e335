//! A rule set in which what is written otherwise and asks the same is the same. In: a rule set; out: one without definitions, whose
//! conditions are flat; and nodes whose parts stand in an order of their own, whatever the author's was. Ids of rules, scores and labels
//! stay.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use crate::ast::Arithmetic;

use super::{
    ChildMut, Cond, CondKind, DefinitionBody, Function, Gain, LabelBody, NumberRange, Part, Quantity, QuantityKind,
    Rule, Rules, Score, ScoreBody, StageId,
};

/// At most this many nodes are written out.
const MOST: usize = 200_000;

impl Rules {
    /// The same without definitions: each stands written out where it is used. `None` where that would be too much.
    #[must_use]
    pub fn written_out(&self) -> Option<Self> {
        let mut plain = self.clone();
        let mut writer = Writer { rules: self, left: MOST };
        plain.each(&mut |node| writer.write(node));
        if writer.left == 0 {
            return None;
        }
        plain.definitions.clear();
        plain.tests.clear();
        plain.number();
        Some(plain)
    }

    /// What these rules say of time: windows, days, periods and decays, each with what it is about. Two sets that say the same of it differ
    /// tomorrow where they differ today.
    #[must_use]
    pub(crate) fn times(&self) -> BTreeSet<u64> {
        let mut own = self.clone();
        let mut times = BTreeSet::new();
        for (_, rule) in self.rules() {
            if rule.from.is_some() || rule.until.is_some() {
                times.insert(hash(&(rule.from, rule.until, hash(&rule.condition), rule.gain.points().0)));
            }
            match &rule.gain {
                Gain::Once { decay, .. } => times.extend(decay.as_ref().map(|(decay, of)| hash(&(decay, of)))),
                Gain::PerUnit { .. } => {}
                Gain::PerOccurrence { of, once_per, decay, .. } => {
                    if once_per.is_some() || decay.is_some() {
                        times.insert(hash(&(of, once_per, decay)));
                    }
                }
            }
        }
        own.each(&mut |node| of_time(node, &mut times));
        times
    }

    /// Puts the parts of all conditions and scores in an order of their own.
    pub(crate) fn sort(&mut self) {
        self.each(&mut sort_node);
        self.scores.iter_mut().for_each(sort_score);
    }

    /// All conditions and quantities that are not part of others, but those of the log and of tests.
    fn each(&mut self, take: &mut dyn FnMut(ChildMut<'_>)) {
        for score in &mut self.scores {
            each_of_score(score, take);
        }
        self.exclusions.iter_mut().for_each(|line| take(ChildMut::Cond(&mut line.condition)));
        self.stages.steps.iter_mut().for_each(|step| take(ChildMut::Cond(&mut step.condition)));
        for label in &mut self.labels {
            if let LabelBody::Lines { lines, .. } = &mut label.body {
                for (line, _) in lines.iter_mut() {
                    take(ChildMut::Cond(line));
                }
            }
        }
        let lines = self.promises.iter_mut().flat_map(|promise| &mut promise.lines);
        lines.for_each(|line| take(ChildMut::Cond(&mut line.condition)));
    }
}

fn each_of_score(score: &mut Score, take: &mut dyn FnMut(ChildMut<'_>)) {
    match &mut score.body {
        ScoreBody::Computed(quantity) => take(ChildMut::Quantity(quantity)),
        ScoreBody::Rules(parts) => parts.iter_mut().for_each(|part| each_of_part(part, take)),
    }
}

fn each_of_part(part: &mut Part, take: &mut dyn FnMut(ChildMut<'_>)) {
    match part {
        Part::Rule(rule) => each_of_rule(rule, take),
        Part::Table(table) => {
            take(ChildMut::Cond(&mut table.known));
            table.rows.iter_mut().for_each(|row| each_of_rule(&mut row.rule, take));
        }
        Part::Group(group) => group.parts.iter_mut().for_each(|part| each_of_part(part, take)),
    }
}

fn each_of_rule(rule: &mut Rule, take: &mut dyn FnMut(ChildMut<'_>)) {
    take(ChildMut::Cond(&mut rule.condition));
    match &mut rule.gain {
        Gain::Once { decay, .. } => {
            if let Some((_, of)) = decay {
                take(ChildMut::Occurrences(of));
            }
        }
        Gain::PerUnit { of, .. } => take(ChildMut::Quantity(of)),
        Gain::PerOccurrence { of, .. } => take(ChildMut::Occurrences(of)),
    }
}

/// Writes definitions out.
struct Writer<'a> {
    rules: &'a Rules,
    /// How many more nodes may be written.
    left: usize,
}

impl Writer<'_> {
    fn write(&mut self, node: ChildMut<'_>) {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            return;
        }
        match node {
            ChildMut::Cond(cond) => {
                if let CondKind::Defined(id) = cond.kind
                    && let DefinitionBody::Cond(body) = &self.rules.definition(id).body
                {
                    cond.kind = body.kind.clone();
                    return self.write(ChildMut::Cond(cond));
                }
                cond.children_mut().into_iter().for_each(|child| self.write(child));
                self.join(cond);
            }
            ChildMut::Quantity(quantity) => {
                if let QuantityKind::Defined(id) = quantity.kind
                    && let DefinitionBody::Quantity(body) = &self.rules.definition(id).body
                {
                    quantity.kind = body.kind.clone();
                    return self.write(ChildMut::Quantity(quantity));
                }
                quantity.children_mut().into_iter().for_each(|child| self.write(child));
            }
            ChildMut::Occurrences(of) => {
                if let Some(filter) = &mut of.filter {
                    self.write(ChildMut::Cond(filter));
                }
            }
            _ => {}
        }
    }

    /// What is denied is denied part by part, and questions about the stage, which is always known, become one.
    fn join(&self, cond: &mut Cond) {
        let is_and = matches!(cond.kind, CondKind::And(_));
        match &mut cond.kind {
            CondKind::Not(inner) => match &mut inner.kind {
                CondKind::Stage(stages) => {
                    let others = self.rules.stages.ids().filter(|id| !stages.contains(id)).collect();
                    cond.kind = CondKind::Stage(others);
                }
                CondKind::And(parts) => {
                    cond.kind = CondKind::Or(self.denied(std::mem::take(parts)));
                    self.join(cond);
                }
                CondKind::Or(parts) => {
                    cond.kind = CondKind::And(self.denied(std::mem::take(parts)));
                    self.join(cond);
                }
                _ => {}
            },
            CondKind::And(parts) | CondKind::Or(parts) => {
                let mut joined: Option<Vec<StageId>> = None;
                parts.retain(|part| {
                    let CondKind::Stage(stages) = &part.kind else { return true };
                    joined = Some(match joined.take() {
                        None => stages.clone(),
                        Some(so_far) if is_and => so_far.into_iter().filter(|id| stages.contains(id)).collect(),
                        Some(so_far) => so_far.into_iter().chain(stages.iter().copied()).collect(),
                    });
                    false
                });
                if let Some(stages) = joined {
                    parts.push(Cond::sugar(CondKind::Stage(stages), cond.span));
                }
                if let [only] = parts.as_mut_slice() {
                    cond.kind = std::mem::replace(&mut only.kind, CondKind::Or(Vec::new()));
                }
            }
            _ => {}
        }
    }

    fn denied(&self, parts: Vec<Cond>) -> Vec<Cond> {
        let deny = |part: Cond| {
            let span = part.span;
            let mut not = Cond::sugar(CondKind::Not(Box::new(part)), span);
            self.join(&mut not);
            not
        };
        parts.into_iter().map(deny).collect()
    }
}

/// What a node says of time.
fn of_time(node: ChildMut<'_>, times: &mut BTreeSet<u64>) {
    match node {
        ChildMut::Cond(cond) => {
            if matches!(cond.kind, CondKind::Date(..)) {
                times.insert(hash(cond));
            }
            cond.children_mut().into_iter().for_each(|child| of_time(child, times));
        }
        ChildMut::Quantity(quantity) => {
            if matches!(quantity.kind, QuantityKind::DaysSince(_) | QuantityKind::Aggregate(Function::DaysSince, _)) {
                times.insert(hash(quantity));
            }
            quantity.children_mut().into_iter().for_each(|child| of_time(child, times));
        }
        ChildMut::Occurrences(of) => {
            if of.window.is_some() {
                times.insert(hash(of));
            }
            if let Some(filter) = &mut of.filter {
                of_time(ChildMut::Cond(filter), times);
            }
        }
        _ => {}
    }
}

fn sort_node(node: ChildMut<'_>) {
    match node {
        ChildMut::Cond(cond) => sort_cond(cond),
        ChildMut::Quantity(quantity) => sort_quantity(quantity),
        ChildMut::Occurrences(of) => {
            if let Some(filter) = &mut of.filter {
                sort_cond(filter);
            }
        }
        _ => {}
    }
}

fn sort_quantity(quantity: &mut Quantity) {
    quantity.children_mut().into_iter().for_each(sort_node);
    if let QuantityKind::Binary(Arithmetic::Add | Arithmetic::Multiply, left, right) = &mut quantity.kind
        && hash(left) > hash(right)
    {
        std::mem::swap(left, right);
    }
}

/// What a range leaves out, if it has one end.
fn beyond(range: NumberRange) -> Option<NumberRange> {
    match range {
        NumberRange { low: Some((low, closed)), high: None } => {
            Some(NumberRange { low: None, high: Some((low, !closed)) })
        }
        NumberRange { low: None, high: Some((high, closed)) } => {
            Some(NumberRange { low: Some((high, !closed)), high: None })
        }
        _ => None,
    }
}

/// Puts the parts of a condition in an order of their own.
pub(crate) fn sort_cond(cond: &mut Cond) {
    cond.children_mut().into_iter().for_each(sort_node);
    let is_and = matches!(cond.kind, CondKind::And(_));
    match &mut cond.kind {
        CondKind::And(parts) | CondKind::Or(parts) => {
            let mut flat: Vec<Cond> = Vec::with_capacity(parts.len());
            for part in parts.drain(..) {
                match part.kind {
                    CondKind::And(inner) if is_and => flat.extend(inner),
                    CondKind::Or(inner) if !is_and => flat.extend(inner),
                    kind => flat.push(Cond { kind, ..part }),
                }
            }
            flat.sort_by_key(hash);
            flat.dedup();
            *parts = flat;
            if let [only] = parts.as_slice() {
                cond.kind = only.kind.clone();
            }
        }
        CondKind::Not(inner) => {
            let turned = match &inner.kind {
                CondKind::Not(twice) => Some(twice.kind.clone()),
                // What is unknown of a number is unknown of its opposite.
                CondKind::Number(quantity, ranges) => match ranges.as_slice() {
                    [range] => beyond(*range).map(|range| CondKind::Number(quantity.clone(), vec![range])),
                    _ => None,
                },
                _ => None,
            };
            if let Some(turned) = turned {
                cond.kind = turned;
            }
        }
        CondKind::Choice(_, options) | CondKind::Choices { options, .. } => {
            options.sort_unstable();
            options.dedup();
        }
        CondKind::Texts { texts, .. } => {
            texts.sort_unstable();
            texts.dedup();
        }
        CondKind::Stage(stages) => {
            stages.sort_unstable();
            stages.dedup();
        }
        CondKind::Number(_, ranges) => {
            ranges.sort_by_key(hash);
            ranges.dedup();
        }
        _ => {}
    }
}

/// Puts the parts of a score in an order of their own: they are added up, or the best is taken.
pub(crate) fn sort_score(score: &mut Score) {
    each_of_score(score, &mut sort_node);
    if let ScoreBody::Rules(parts) = &mut score.body {
        sort_parts(parts);
    }
}

fn sort_parts(parts: &mut [Part]) {
    for part in parts.iter_mut() {
        match part {
            Part::Group(group) => sort_parts(&mut group.parts),
            Part::Table(table) => table.rows.sort_by_key(|row| of_rule(&row.rule)),
            Part::Rule(_) => {}
        }
    }
    parts.sort_by_key(of_part);
}

fn of_part(part: &Part) -> u64 {
    match part {
        Part::Rule(rule) => of_rule(rule),
        Part::Table(table) => hash(&table.rows.iter().map(|row| of_rule(&row.rule)).collect::<Vec<_>>()),
        Part::Group(group) => hash(&group.parts.iter().map(of_part).collect::<Vec<_>>()),
    }
}

fn of_rule(rule: &Rule) -> u64 {
    let of = match &rule.gain {
        Gain::PerUnit { of, .. } => hash(of),
        Gain::PerOccurrence { of, .. } => hash(of),
        Gain::Once { .. } => 0,
    };
    hash(&(hash(&rule.condition), rule.gain.points().0, of, rule.from, rule.until))
}

fn hash<T: Hash + ?Sized>(node: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    node.hash(&mut hasher);
    hasher.finish()
}
