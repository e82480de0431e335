//! What decides a stage or the scores: the single conditions on each field, the events that are looked at, and the numbers
//! that rules compare with.

use std::collections::{BTreeMap, BTreeSet};

use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{Bucket, Child, DefinitionId, KindId, Occurrences};
use leadrules_language::ir::{
    Cond, CondKind, DefinitionBody, FieldId, Function, Gain, Part, PropertyId, Quantity, QuantityKind, Rule, Rules,
    Score, ScoreBody, Subject,
};
use leadrules_language::types::Type;

/// What was gathered.
#[derive(Clone, Debug, Default)]
pub struct Gathered<'a> {
    /// For each field, the single conditions that look at it.
    pub leaves: BTreeMap<FieldId, Vec<&'a Cond>>,
    /// Fields that are looked at together with others, or counted: any two values may differ.
    pub mixed: BTreeSet<FieldId>,
    /// For each field, the numbers that decide.
    pub numbers: BTreeMap<FieldId, BTreeSet<Decimal>>,
    /// For each field, the fields that it is compared with.
    pub beside: BTreeMap<FieldId, BTreeSet<FieldId>>,
    /// Definitions that were looked into.
    pub followed: BTreeSet<DefinitionId>,
    /// The events that are looked at.
    pub events: Vec<&'a Occurrences>,
    /// For each kind (`None` for any), how often it may be worth happening.
    pub times: BTreeMap<Option<KindId>, BTreeSet<u32>>,
    /// For each property, the numbers that decide.
    pub amounts: BTreeMap<PropertyId, BTreeSet<Decimal>>,
    /// Properties that are summed or compared over occurrences: any two values may differ.
    pub summed: BTreeSet<PropertyId>,
    /// Properties by whose values occurrences are told apart.
    pub apart: BTreeSet<PropertyId>,
    /// For each kind, how many days apart occurrences must be for each to count.
    pub every: BTreeMap<Option<KindId>, BTreeSet<u32>>,
    seen_scores: BTreeSet<u16>,
}

/// No more occurrences of one thing than this are proposed.
const MOST_TIMES: u32 = 100;

impl<'a> Gathered<'a> {
    /// What decides whether a lead is at this step or a higher one.
    pub fn of_stage(rules: &'a Rules, step: u16) -> Self {
        let mut found = Self::default();
        rules.exclusions.iter().for_each(|line| found.cond(rules, &line.condition));
        rules.stages.steps[usize::from(step)..].iter().for_each(|step| found.cond(rules, &step.condition));
        found
    }

    /// What decides the scores.
    pub fn of_scores(rules: &'a Rules) -> Self {
        let mut found = Self::default();
        rules.scores.iter().for_each(|score| found.score(rules, score));
        found
    }

    /// What decides one part of a score.
    pub fn of_part(rules: &'a Rules, part: &'a Part) -> Self {
        let mut found = Self::default();
        found.part(rules, part);
        found
    }

    /// What decides one score.
    pub fn of_score(rules: &'a Rules, score: &'a Score) -> Self {
        let mut found = Self::default();
        found.score(rules, score);
        found
    }

    /// Whether it looks at this field.
    pub fn looks_at(&self, id: FieldId) -> bool {
        self.leaves.contains_key(&id) || self.mixed.contains(&id)
    }

    /// Whether it looks at anything that a lead asks of its account, or an account of its leads.
    pub fn looks_at_others(&self, rules: &Rules) -> bool {
        let others =
            (rules.declared_fields..).map(FieldId).take(rules.fields.len() - usize::from(rules.declared_fields));
        others.filter(|id| rules.before != Some(*id)).any(|id| self.looks_at(id))
    }

    /// Whether for each way in which conditions tell the values of this field apart, a value is tried. Of texts, dates and lists
    /// that is certain only where nothing is asked but whether they are known.
    pub fn tells_all_apart(&self, rules: &Rules, id: FieldId) -> bool {
        let is_known = |cond: &&Cond| matches!(cond.kind, CondKind::Known(_));
        !self.mixed.contains(&id)
            && match rules.field(id).ty {
                Type::Number(_) | Type::Integer(_) | Type::YesNo | Type::Choice(_) => true,
                Type::Text | Type::Email | Type::Date(_) | Type::ListOfText { .. } | Type::ListOfChoice { .. } => {
                    self.leaves.get(&id).is_none_or(|leaves| leaves.iter().all(is_known))
                }
            }
    }

    pub(super) fn score(&mut self, rules: &'a Rules, score: &'a Score) {
        match &score.body {
            ScoreBody::Rules(parts) => parts.iter().for_each(|part| self.part(rules, part)),
            ScoreBody::Computed(quantity) => {
                for field in self.quantity(rules, quantity, &[]) {
                    self.mixed.insert(field);
                }
            }
        }
    }

    fn part(&mut self, rules: &'a Rules, part: &'a Part) {
        match part {
            Part::Rule(rule) => self.rule(rules, rule),
            Part::Table(table) => {
                self.cond(rules, &table.known);
                table.rows.iter().for_each(|row| self.rule(rules, &row.rule));
            }
            Part::Group(group) => group.parts.iter().for_each(|part| self.part(rules, part)),
        }
    }

    fn rule(&mut self, rules: &'a Rules, rule: &'a Rule) {
        self.cond(rules, &rule.condition);
        let enough = |points: i64| rule.cap.map(|cap| cap.0.unsigned_abs().div_ceil(points.unsigned_abs().max(1)));
        match &rule.gain {
            Gain::Once { decay: None, .. } => {}
            Gain::Once { decay: Some((_, of)), .. } => self.events(of, &[]),
            Gain::PerUnit { points, per, of } => {
                let units = enough(points.0).unwrap_or(10);
                let whole = Decimal(per.0.saturating_mul(i128::from(units)));
                for field in self.quantity(rules, of, &[*per, whole]) {
                    self.mixed.insert(field);
                }
            }
            Gain::PerOccurrence { points, of, once_per, .. } => {
                let most = enough(points.0).map_or(3, |times| u32::try_from(times).unwrap_or(MOST_TIMES));
                self.events(of, &[1, 2, 3, most]);
                match once_per {
                    Some(Bucket::Value(property)) => {
                        self.apart.insert(*property);
                    }
                    Some(Bucket::Days(days)) => self.every(of, *days),
                    Some(Bucket::Weeks(weeks)) => self.every(of, weeks.saturating_mul(7)),
                    Some(Bucket::Months(months)) => self.every(of, months.saturating_mul(31)),
                    None => {}
                }
            }
        }
    }

    fn leaf(&mut self, field: FieldId, cond: &'a Cond) {
        self.leaves.entry(field).or_default().push(cond);
    }

    fn subject(&mut self, subject: Subject, cond: &'a Cond) {
        match subject {
            Subject::Field(id) | Subject::FieldDomain(id) => self.leaf(id, cond),
            Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => {}
        }
    }

    fn together(&mut self, left: Subject, right: Subject) {
        let field = |subject| match subject {
            Subject::Field(id) | Subject::FieldDomain(id) => Some(id),
            Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => None,
        };
        if let (Some(left), Some(right)) = (field(left), field(right)) {
            self.mixed.extend([left, right]);
            self.beside.entry(left).or_default().insert(right);
            self.beside.entry(right).or_default().insert(left);
        }
    }

    pub(super) fn cond(&mut self, rules: &'a Rules, cond: &'a Cond) {
        match &cond.kind {
            CondKind::Number(quantity, ranges) => {
                let ends = ranges.iter().flat_map(|range| [range.low, range.high]).flatten().map(|(end, _)| end);
                let ends: Vec<Decimal> = ends.collect();
                self.of_quantity(rules, quantity, &ends, cond);
            }
            CondKind::Compare(_, left, right) => {
                let mut fields = self.quantity(rules, left, &constants(right));
                fields.extend(self.quantity(rules, right, &constants(left)));
                for &field in &fields {
                    self.leaf(field, cond);
                    self.mixed.insert(field);
                    self.beside.entry(field).or_default().extend(fields.iter().filter(|other| **other != field));
                }
            }
            CondKind::Happened { of, at_least, at_most } => {
                let most = at_most.unwrap_or(*at_least);
                self.events(of, &[at_least.saturating_sub(1), *at_least, most, most.saturating_add(1)]);
            }
            _ => {
                let subjects: Vec<Subject> = cond.subjects().collect();
                for subject in &subjects {
                    self.subject(*subject, cond);
                }
                if let [left, right] = subjects[..] {
                    self.together(left, right);
                }
                for child in cond.children() {
                    match child {
                        Child::Cond(part) => self.cond(rules, part),
                        Child::Definition(id) => {
                            if let DefinitionBody::Cond(body) = &rules.definition(id).body
                                && self.followed.insert(id)
                            {
                                self.cond(rules, body);
                            }
                        }
                        // All that is asked is whether it is known.
                        Child::Quantity(quantity) => self.of_quantity(rules, quantity, &[], cond),
                        Child::Subject(_) | Child::Occurrences(_) | Child::Score(_) | Child::Stage => {}
                    }
                }
            }
        }
    }

    /// A condition on a quantity.
    fn of_quantity(&mut self, rules: &'a Rules, quantity: &'a Quantity, ends: &[Decimal], cond: &'a Cond) {
        let fields = self.quantity(rules, quantity, ends);
        for &field in &fields {
            self.leaf(field, cond);
            if fields.len() > 1 {
                self.mixed.insert(field);
            }
        }
    }

    /// The fields of a quantity that is compared with these numbers.
    pub(super) fn quantity(&mut self, rules: &'a Rules, quantity: &'a Quantity, ends: &[Decimal]) -> BTreeSet<FieldId> {
        match &quantity.kind {
            QuantityKind::Field(id) | QuantityKind::DaysSince(Subject::Field(id)) => {
                self.numbers.entry(*id).or_default().extend(ends);
                BTreeSet::from([*id])
            }
            QuantityKind::Score(id) => {
                if self.seen_scores.insert(id.0) {
                    self.score(rules, rules.score(*id));
                }
                BTreeSet::new()
            }
            QuantityKind::Defined(id) => match &rules.definition(*id).body {
                DefinitionBody::Quantity(body) => self.quantity(rules, body, ends),
                DefinitionBody::Cond(_) => BTreeSet::new(),
            },
            QuantityKind::Aggregate(function, of) => {
                let whole = |end: &Decimal| u32::try_from(end.0 / leadrules_language::decimal::SCALE).ok();
                let mut times = vec![1];
                match function {
                    Function::Count => times.extend(ends.iter().filter_map(whole).flat_map(|end| [end, end + 1])),
                    Function::DaysSince => {}
                    Function::Total(id)
                    | Function::Average(id)
                    | Function::Highest(id)
                    | Function::Lowest(id)
                    | Function::Latest(id) => {
                        self.amounts.entry(*id).or_default().extend(ends);
                        self.summed.insert(*id);
                    }
                }
                self.events(of, &times);
                BTreeSet::new()
            }
            QuantityKind::Binary(_, left, right) => {
                let mut numbers = ends.to_vec();
                numbers.extend(constants(left).into_iter().chain(constants(right)));
                let mut fields = self.quantity(rules, left, &numbers);
                fields.extend(self.quantity(rules, right, &numbers));
                self.mixed.extend(&fields);
                fields
            }
            _ => BTreeSet::new(),
        }
    }

    fn every(&mut self, of: &Occurrences, days: u32) {
        for kind in kinds(of) {
            self.every.entry(kind).or_default().insert(days);
        }
    }

    fn events(&mut self, of: &'a Occurrences, times: &[u32]) {
        self.events.push(of);
        for kind in kinds(of) {
            let known = self.times.entry(kind).or_default();
            known.insert(1);
            known.extend(times.iter().filter(|times| (1..=MOST_TIMES).contains(*times)));
        }
        if let Some(filter) = &of.filter {
            self.filter(filter);
        }
    }

    /// The numbers that a filter compares properties with.
    fn filter(&mut self, cond: &'a Cond) {
        match &cond.kind {
            CondKind::Number(quantity, ranges) => {
                let ends = ranges.iter().flat_map(|range| [range.low, range.high]).flatten().map(|(end, _)| end);
                let ends: Vec<Decimal> = ends.collect();
                for property in properties(quantity) {
                    self.amounts.entry(property).or_default().extend(&ends);
                }
            }
            CondKind::Compare(_, left, right) => {
                for property in properties(left).into_iter().chain(properties(right)) {
                    self.amounts
                        .entry(property)
                        .or_default()
                        .extend(constants(left).into_iter().chain(constants(right)));
                }
            }
            _ => cond.parts().iter().for_each(|part| self.filter(part)),
        }
    }
}

/// The kinds of these occurrences; `None` for any.
fn kinds(of: &Occurrences) -> Vec<Option<KindId>> {
    match &of.kinds {
        Some(kinds) => kinds.iter().map(|kind| Some(*kind)).collect(),
        None => vec![None],
    }
}

fn properties(quantity: &Quantity) -> Vec<PropertyId> {
    let of = |child| match child {
        Child::Subject(Subject::Property(id)) => vec![id],
        Child::Quantity(part) => properties(part),
        _ => Vec::new(),
    };
    quantity.children().into_iter().flat_map(of).collect()
}

fn constants(quantity: &Quantity) -> Vec<Decimal> {
    if let QuantityKind::Constant(value) = quantity.kind {
        return vec![value];
    }
    let of = |child| if let Child::Quantity(part) = child { constants(part) } else { Vec::new() };
    quantity.children().into_iter().flat_map(of).collect()
}
