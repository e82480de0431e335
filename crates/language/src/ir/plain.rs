//! A rule set in which what is written otherwise and asks the same is the same. In: a rule set; out: one without definitions, whose
//! conditions are flat; and nodes whose parts stand in an order of their own, whatever the author's was. Ids of rules, scores and labels
//! stay.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use crate::ast::Arithmetic;

use super::{
    ChildMut, Cond, CondKind, DefinitionBody, Function, Gain, LabelBody, NumberRange, Occurrences, Part, Quantity,
    QuantityKind, Rule, Rules, Score, ScoreBody, StageId, Subject,
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

    /// What these rules say of time: windows, days, periods and decays, each with what it is about; and, of what is spoken of in several
    /// ways, with the line that says it. Two sets that say the same of it differ tomorrow where they differ today.
    #[must_use]
    pub(crate) fn times(&self) -> BTreeSet<u64> {
        let mut own = self.clone();
        let mut said: Vec<Said> = Vec::new();
        own.each_line(&mut |line, node| of_time(node, &mut |about, what| said.push(Said { about, what, line })));
        let mut times = BTreeSet::new();
        for (score, rule) in self.rules() {
            let line = of_line(&score.name, rule);
            if rule.from.is_some() || rule.until.is_some() {
                times.insert(line);
            }
            match &rule.gain {
                Gain::Once { decay: Some((decay, of)), .. } => {
                    said.push(Said { about: about(of), what: hash(&(decay, of)), line });
                }
                Gain::PerOccurrence { of, once_per, decay, .. } if once_per.is_some() || decay.is_some() => {
                    said.push(Said { about: about(of), what: hash(&(of, once_per, decay)), line });
                }
                Gain::Once { .. } | Gain::PerUnit { .. } | Gain::PerOccurrence { .. } => {}
            }
        }
        // On one day 31 days are a month: where both are said of the same, it matters which line says which.
        let is_with = |one: &Said, other: &Said| {
            let any = About::Activity(None);
            let are_events = matches!((one.about, other.about), (About::Activity(_), About::Activity(_)));
            one.about == other.about || are_events && (one.about == any || other.about == any)
        };
        for one in &said {
            let is_alone = said.iter().all(|other| one.what == other.what || !is_with(one, other));
            times.insert(if is_alone { one.what } else { hash(&(one.what, one.line)) });
        }
        times
    }

    /// Puts the parts of all conditions and scores in an order of their own.
    pub(crate) fn sort(&mut self) {
        self.each(&mut sort_node);
        self.scores.iter_mut().for_each(sort_score);
    }

    /// All conditions and quantities that are not part of others, but those of the log and of tests.
    fn each(&mut self, take: &mut dyn FnMut(ChildMut<'_>)) {
        self.each_line(&mut |_, node| take(node));
    }

    /// The same with what the line says that each is part of.
    fn each_line(&mut self, take: &mut dyn FnMut(u64, ChildMut<'_>)) {
        for score in &mut self.scores {
            each_of_score(score, take);
        }
        for line in &mut self.exclusions {
            take(hash(&line.condition), ChildMut::Cond(&mut line.condition));
        }
        for step in &mut self.stages.steps {
            take(hash(&(&step.name, &step.condition)), ChildMut::Cond(&mut step.condition));
        }
        for label in &mut self.labels {
            if let LabelBody::Lines { lines, .. } = &mut label.body {
                for (line, text) in lines.iter_mut() {
                    take(hash(&(&label.name, &*line, &*text)), ChildMut::Cond(line));
                }
            }
        }
        for promise in &mut self.promises {
            for line in &mut promise.lines {
                take(hash(&(&promise.title, &line.condition)), ChildMut::Cond(&mut line.condition));
            }
        }
        for gathered in self.accounts.iter_mut().flat_map(|accounts| &mut accounts.gathered) {
            if let Some(filter) = &mut gathered.filter {
                take(hash(&*filter), ChildMut::Cond(filter));
            }
            if let Some(of) = gathered.of.quantity_mut() {
                take(hash(&*of), ChildMut::Quantity(of));
            }
        }
    }
}

/// Something that is said of time.
struct Said {
    about: About,
    what: u64,
    /// What the line says that it stands in.
    line: u64,
}

/// What something is said about.
#[derive(Copy, Clone, PartialEq, Eq)]
enum About {
    /// A date.
    Date(Subject),
    /// Events of these kinds, as a hash; of any kind.
    Activity(Option<u64>),
}

fn about(of: &Occurrences) -> About {
    About::Activity(of.kinds.as_ref().map(hash))
}

fn each_of_score(score: &mut Score, take: &mut dyn FnMut(u64, ChildMut<'_>)) {
    let name = score.name.clone();
    match &mut score.body {
        ScoreBody::Computed(quantity) => take(hash(&(&name, &*quantity)), ChildMut::Quantity(quantity)),
        ScoreBody::Rules(parts) => parts.iter_mut().for_each(|part| each_of_part(&name, part, take)),
    }
}

fn each_of_part(score: &str, part: &mut Part, take: &mut dyn FnMut(u64, ChildMut<'_>)) {
    match part {
        Part::Rule(rule) => each_of_rule(score, rule, take),
        Part::Table(table) => {
            take(hash(&(score, &table.known)), ChildMut::Cond(&mut table.known));
            table.rows.iter_mut().for_each(|row| each_of_rule(score, &mut row.rule, take));
        }
        Part::Group(group) => group.parts.iter_mut().for_each(|part| each_of_part(score, part, take)),
    }
}

fn each_of_rule(score: &str, rule: &mut Rule, take: &mut dyn FnMut(u64, ChildMut<'_>)) {
    let line = of_line(score, rule);
    take(line, ChildMut::Cond(&mut rule.condition));
    match &mut rule.gain {
        Gain::Once { decay, .. } => {
            if let Some((_, of)) = decay {
                take(line, ChildMut::Occurrences(of));
            }
        }
        Gain::PerUnit { of, .. } => take(line, ChildMut::Quantity(of)),
        Gain::PerOccurrence { of, .. } => take(line, ChildMut::Occurrences(of)),
    }
}

/// What a rule says.
fn of_line(score: &str, rule: &Rule) -> u64 {
    let by_time = match &rule.gain {
        Gain::Once { decay, .. } => hash(decay),
        Gain::PerUnit { per, .. } => hash(per),
        Gain::PerOccurrence { once_per, decay, .. } => hash(&(once_per, decay)),
    };
    hash(&(score, of_rule(rule), by_time))
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

/// What a node says of time, and about what.
fn of_time(node: ChildMut<'_>, found: &mut dyn FnMut(About, u64)) {
    match node {
        ChildMut::Cond(cond) => {
            if let CondKind::Date(subject, _) = cond.kind {
                found(About::Date(subject), hash(cond));
            }
            cond.children_mut().into_iter().for_each(|child| of_time(child, found));
        }
        ChildMut::Quantity(quantity) => {
            match &quantity.kind {
                QuantityKind::DaysSince(subject) => found(About::Date(*subject), hash(quantity)),
                QuantityKind::Aggregate(Function::DaysSince, of) => found(about(of), hash(quantity)),
                _ => {}
            }
            quantity.children_mut().into_iter().for_each(|child| of_time(child, found));
        }
        ChildMut::Occurrences(of) => {
            if of.window.is_some() {
                found(about(of), hash(of));
            }
            if let Some(filter) = &mut of.filter {
                of_time(ChildMut::Cond(filter), found);
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
    each_of_score(score, &mut |_, node| sort_node(node));
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
