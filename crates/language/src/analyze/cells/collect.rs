//! What rules ask of each field and, within `where`, of each property. In: conditions and quantities; out: the values
//! at which an answer can change. Nothing is evaluated here, except that a quantity made from one field is followed to
//! the value at which it passes a border.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::ast::Arithmetic;
use crate::calendar::Day;
use crate::decimal::{SCALE, VALUE_LIMIT};
use crate::ir::{
    Child, Cond, CondKind, DateRange, FieldId, Gain, Item, NumberRange, Operand, Quantity, QuantityKind, Rules,
    ScoreBody, Subject,
};

use super::super::doubt::Doubt;
use super::super::effort::Effort;
use super::super::groups::Groups;
use super::ask::Ask;
use super::follow::{Follow, Step};
use super::what::What;
use crate::words::say;

/// What is asked of several fields together, or of one in a way that is not monotonic.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::analyze) enum Together {
    /// The value of a quantity.
    Value(Quantity),
    /// How one quantity compares with another.
    Order(Quantity, Quantity),
}

/// How the values of a quantity are covered.
pub(in crate::analyze) enum Way {
    /// By the cells of the fields in it.
    Cells,
    /// By cells of its own.
    Together,
    /// Not at all; samples only.
    Sampled(Doubt),
}

/// What is asked of all fields, or of all properties.
#[derive(Clone, Debug)]
pub(in crate::analyze) struct Asked<'a> {
    rules: &'a Rules,
    today: Day,
    /// Whether it is asked of properties rather than fields.
    properties: bool,
    whats: Vec<What<'a>>,
    /// Groups of fields that are compared with each other.
    group: Groups,
    /// How many more cuts fields may get.
    room: usize,
    /// How much work may still be done to find texts.
    effort: Rc<Effort>,
    /// For each definition, its weight: how much it stands for.
    weights: Vec<u64>,
    /// What is asked of fields together, with the values (in millionths) at which an answer changes.
    together: Vec<(Together, Vec<i128>)>,
    /// The index of each of them.
    places: HashMap<Together, usize>,
    /// Whether all that is asked was collected: what was not has no cells of its own.
    closed: bool,
}

/// At most this many quantities of several fields have cells of their own.
const MOST_TOGETHER: usize = 200;

/// A quantity that stands for more than this, once names are expanded, is not looked into.
const MOST_PARTS: u64 = 1_000;

/// At most this many values are told apart, over all fields.
const MOST_CUTS: usize = 2_000_000;

/// Fields that are compared with each other have at most this many cells in total.
const MOST_COMPARED: usize = 4_000_000;

/// At most this much work is done to find texts that fields can hold.
const MOST_EFFORT: u64 = 300_000_000;

/// A rule that counts units of a quantity tells at most this many apart.
const MOST_UNITS: i128 = 400;

impl<'a> Asked<'a> {
    /// What all rules ask of the lead's fields.
    pub(in crate::analyze) fn of_rules(rules: &'a Rules, today: Day) -> Self {
        let mut asked = Self::new(rules, today, false, rules.fields.len(), Rc::new(Effort::of(MOST_EFFORT)));
        rules.walk(&mut |item| match item {
            Item::Test(test) => asked.test(test),
            Item::Quantity(quantity) => asked.seen(quantity),
            Item::Gain(rule) => asked.units(rule),
        });
        for score in &rules.scores {
            if let ScoreBody::Computed(of) = &score.body {
                asked.loose(of);
            }
        }
        asked.close();
        asked
    }

    /// What these conditions ask of events' properties; `numbers` are properties that are used in calculations.
    pub(in crate::analyze) fn of_events(
        rules: &'a Rules,
        today: Day,
        filters: &[&'a Cond],
        numbers: &[(usize, Vec<i128>)],
        effort: &Rc<Effort>,
    ) -> Self {
        let count = rules.log.as_ref().map_or(0, |log| log.properties.len());
        let mut asked = Self::new(rules, today, true, count, Rc::clone(effort));
        for filter in filters {
            rules.walk_condition(filter, &mut |item| match item {
                Item::Test(test) => asked.test(test),
                Item::Quantity(quantity) => asked.seen(quantity),
                Item::Gain(_) => {}
            });
        }
        for (property, cuts) in numbers {
            let what = &mut asked.whats[*property];
            what.asked = true;
            what.cut(cuts.iter().copied(), &mut asked.room);
        }
        asked.close();
        asked
    }

    fn new(rules: &'a Rules, today: Day, properties: bool, count: usize, effort: Rc<Effort>) -> Self {
        Self {
            rules,
            today,
            properties,
            whats: vec![What::default(); count],
            group: Groups::new(count),
            room: MOST_CUTS,
            effort,
            weights: rules.weights(),
            together: Vec::new(),
            closed: false,
            places: HashMap::new(),
        }
    }

    pub(in crate::analyze) fn is_asked(&self, id: FieldId) -> bool {
        self.whats[usize::from(id.0)].asked
    }

    /// How much work may still be done to find texts.
    pub(super) fn effort(&self) -> &Effort {
        &self.effort
    }

    pub(in crate::analyze) fn of(&self, at: usize) -> &What<'a> {
        &self.whats[at]
    }

    /// Asks that `count` values of each cell of a property be told apart.
    pub(in crate::analyze) fn tell_apart(&mut self, at: usize, count: usize) {
        self.whats[at].compared = self.whats[at].compared.max(count);
    }

    fn place(&self, subject: Subject) -> Option<(usize, bool)> {
        match subject {
            Subject::Field(id) if !self.properties => Some((usize::from(id.0), false)),
            Subject::FieldDomain(id) if !self.properties => Some((usize::from(id.0), true)),
            Subject::Property(id) if self.properties => Some((usize::from(id.0), false)),
            Subject::PropertyDomain(id) if self.properties => Some((usize::from(id.0), true)),
            Subject::Field(_)
            | Subject::FieldDomain(_)
            | Subject::Property(_)
            | Subject::PropertyDomain(_)
            | Subject::Label(_) => None,
        }
    }

    /// The field that a quantity is, if it is one.
    fn field(&self, quantity: &Quantity) -> Option<usize> {
        match (&self.rules.plain(quantity).kind, self.properties) {
            (QuantityKind::Field(id), false) => Some(usize::from(id.0)),
            (QuantityKind::Property(id), true) => Some(usize::from(id.0)),
            _ => None,
        }
    }

    fn with(&mut self, subject: Subject) -> Option<(&mut What<'a>, bool)> {
        let (at, of_domain) = self.place(subject)?;
        let what = &mut self.whats[at];
        what.asked = true;
        Some((what, of_domain))
    }

    /// Adds cuts to a field.
    fn cut(&mut self, at: usize, cuts: impl IntoIterator<Item = i128>) {
        self.whats[at].asked = true;
        self.whats[at].cut(cuts, &mut self.room);
    }

    fn test(&mut self, test: &'a Cond) {
        match &test.kind {
            CondKind::Known(Operand::Subject(subject)) | CondKind::Truth(subject) | CondKind::Choice(subject, _) => {
                self.with(*subject);
            }
            CondKind::Number(quantity, ranges) => {
                let borders: Vec<i128> = ranges.iter().flat_map(ends).collect();
                self.borders(quantity, &borders);
            }
            CondKind::Compare(_, left, right) => match (self.field(left), self.field(right)) {
                (Some(left), Some(right)) => self.link(left, right),
                _ => match (&self.rules.plain(left).kind, &self.rules.plain(right).kind) {
                    (_, QuantityKind::Constant(value)) => self.borders(left, &[value.0]),
                    (QuantityKind::Constant(value), _) => self.borders(right, &[value.0]),
                    _ => match self.way_of_both(left, right) {
                        Way::Together => self.ask_together(Together::Order((*left).clone(), (*right).clone()), &[]),
                        Way::Cells | Way::Sampled(_) => {
                            self.loose(left);
                            self.loose(right);
                        }
                    },
                },
            },
            CondKind::Date(subject, ranges) => {
                let today = self.today;
                if let Some((at, _)) = self.place(*subject) {
                    self.whats[at].asked = true;
                    for range in ranges {
                        let (first, last) = match range {
                            DateRange::Days(first, last) => (*first, *last),
                            DateRange::Window(window) => {
                                let (first, last) = window.days(today);
                                (Some(first), Some(last))
                            }
                        };
                        self.cut(at, first.into_iter().chain(last).map(i128::from));
                    }
                }
            }
            CondKind::CompareDates(_, left, right) | CondKind::Same(left, right) => {
                let places = (self.place(*left), self.place(*right));
                self.with(*left);
                self.with(*right);
                if let (Some((left, a)), Some((right, b))) = places {
                    self.link(left, right);
                    if a || b {
                        let doubt = Doubt::of(say!("parts of addresses are compared with each other"));
                        self.whats[left].doubt = doubt.clone();
                        self.whats[right].doubt = doubt;
                    }
                }
            }
            CondKind::Text(subject, test) => {
                if let Some((what, of_domain)) = self.with(*subject) {
                    what.ask(Ask { test: Cow::Borrowed(test), of_domain });
                }
            }
            CondKind::Choices { subject, options, .. } => {
                if let Some((what, _)) = self.with(*subject) {
                    what.options.extend(options);
                }
            }
            CondKind::Texts { subject, texts, .. } => {
                if let Some((what, _)) = self.with(*subject) {
                    what.texts(texts);
                }
            }
            CondKind::Known(Operand::Quantity(quantity)) => self.borders(quantity, &[]),
            CondKind::Constant(_)
            | CondKind::Not(_)
            | CondKind::And(_)
            | CondKind::Or(_)
            | CondKind::Defined(_)
            | CondKind::Happened { .. }
            | CondKind::Stage(_) => {}
        }
    }

    /// A quantity of which it may matter only whether it is known.
    fn seen(&mut self, quantity: &Quantity) {
        match &quantity.kind {
            QuantityKind::Field(_) | QuantityKind::Property(_) => {
                if let Some(at) = self.field(quantity) {
                    self.whats[at].asked = true;
                }
            }
            QuantityKind::DaysSince(subject) => {
                self.with(*subject);
            }
            // A division by zero is unknown.
            QuantityKind::Binary(Arithmetic::Divide, _, right) if self.follow(right).is_some() => {
                self.borders(right, &[0]);
            }
            _ => {}
        }
    }

    /// The units of a quantity that a rule counts.
    fn units(&mut self, rule: &'a crate::ir::Rule) {
        let Gain::PerUnit { per, of, .. } = &rule.gain else { return };
        let most = self.most_units(rule);
        let shown = most.unwrap_or(MOST_UNITS).min(MOST_UNITS);
        let mut borders: Vec<i128> = (0..=shown).map(|units| units * per.0).collect();
        if most.is_none_or(|most| most > MOST_UNITS) {
            borders.extend([VALUE_LIMIT - 1, VALUE_LIMIT - SCALE]);
        }
        self.borders(of, &borders);
    }

    /// How many units a rule can count, if there is a limit.
    fn most_units(&self, rule: &crate::ir::Rule) -> Option<i128> {
        let Gain::PerUnit { points, per, of } = &rule.gain else { return None };
        let per_unit = i128::from(points.0.unsigned_abs().max(1));
        let capped = rule.cap.map(|cap| i128::from(cap.0.unsigned_abs()) / per_unit + 1);
        // A field used as the quantity has no more units than its range allows.
        let highest = self.field(of).and_then(|at| self.highest(at)).map(|highest| highest.max(0) / per.0);
        capped.into_iter().chain(highest).min()
    }

    /// Whether a rule can count more units than are told apart.
    pub(in crate::analyze) fn doubt_of_units(&self, rule: &crate::ir::Rule) -> Doubt {
        if self.most_units(rule).is_none_or(|most| most > MOST_UNITS) {
            Doubt::of(say!(
                "`{rule}` has no limit within {units} units",
                rule = &rule.title,
                units = MOST_UNITS.to_string()
            ))
        } else {
            Doubt::NONE
        }
    }

    /// The greatest number that a field can hold, if its range has an upper end.
    fn highest(&self, at: usize) -> Option<i128> {
        let field =
            if self.properties { self.rules.log.as_ref()?.properties.get(at)? } else { self.rules.fields.get(at)? };
        field.ty.numbers()?.range.high.map(|high| high.0)
    }

    /// How the values of a quantity are covered.
    pub(in crate::analyze) fn way(&self, quantity: &Quantity) -> Way {
        if self.rules.weight_of(quantity, &self.weights) > MOST_PARTS {
            return Way::Sampled(self.doubt(quantity));
        }
        let fields = self.fields(quantity);
        match (&self.rules.plain(quantity).kind, fields.as_slice()) {
            // What is asked of a score, or of events alone, is covered where those are.
            (QuantityKind::Constant(_) | QuantityKind::Score(_) | QuantityKind::Aggregate(..), _) => Way::Cells,
            // Scores are taken with all their values.
            (_, []) if self.is_of_scores(quantity) => Way::Cells,
            (_, [_]) if self.follow(quantity).is_some() => Way::Cells,
            (_, [_, ..]) if !self.properties && self.is_of_fields(quantity) => {
                self.way_together(&Together::Value(self.rules.plain(quantity).clone()), quantity)
            }
            _ => Way::Sampled(self.doubt(quantity)),
        }
    }

    /// By cells of its own, if it has them, or as long as there is room for them.
    fn way_together(&self, asked: &Together, quantity: &Quantity) -> Way {
        let has_room = self.places.contains_key(asked) || (!self.closed && self.together.len() < MOST_TOGETHER);
        if has_room { Way::Together } else { Way::Sampled(self.doubt(quantity)) }
    }

    /// How the comparison of two quantities is covered.
    pub(in crate::analyze) fn way_of_both(&self, left: &Quantity, right: &Quantity) -> Way {
        let constant = |side: &Quantity| matches!(self.rules.plain(side).kind, QuantityKind::Constant(_));
        if constant(right) {
            return self.way(left);
        }
        if constant(left) {
            return self.way(right);
        }
        if self.field(left).is_some() && self.field(right).is_some() {
            return Way::Cells;
        }
        let is_small = |side: &Quantity| self.rules.weight_of(side, &self.weights) <= MOST_PARTS;
        if !self.properties && is_small(left) && is_small(right) && self.is_of_fields(left) && self.is_of_fields(right)
        {
            return self.way_together(&Together::Order(left.clone(), right.clone()), left);
        }
        Way::Sampled(self.doubt(left))
    }

    /// Whether a quantity consists of nothing but fields and constants.
    fn is_of_fields(&self, quantity: &Quantity) -> bool {
        let mut is_of_fields = true;
        self.rules.walk_quantity(quantity, &mut |item| {
            if let Item::Quantity(of) = item {
                is_of_fields &= !matches!(of.kind, QuantityKind::Aggregate(..) | QuantityKind::Score(_));
            }
        });
        is_of_fields
    }

    /// Whether a quantity consists of nothing but scores and constants.
    fn is_of_scores(&self, quantity: &Quantity) -> bool {
        let mut is_of_scores = true;
        self.rules.walk_quantity(quantity, &mut |item| {
            if let Item::Quantity(of) = item {
                is_of_scores &= !matches!(of.kind, QuantityKind::Aggregate(..));
            }
        });
        is_of_scores && self.fields(quantity).is_empty()
    }

    /// The doubt that a quantity is calculated from samples.
    fn doubt(&self, quantity: &Quantity) -> Doubt {
        Doubt::of(say!(
            "`{calculation}` is reckoned from values that can't all be tried",
            calculation = self.rules.text(quantity.span)
        ))
    }

    fn ask_together(&mut self, asked: Together, cuts: &[i128]) {
        let fields = match &asked {
            Together::Value(of) => self.fields(of),
            Together::Order(left, right) => [self.fields(left), self.fields(right)].concat(),
        };
        for at in fields {
            self.whats[at].asked = true;
        }
        if let Some(at) = self.places.get(&asked) {
            self.together[*at].1.extend(cuts);
        } else {
            self.places.insert(asked.clone(), self.together.len());
            self.together.push((asked, cuts.to_vec()));
        }
    }

    /// The index of what is asked of fields together.
    pub(in crate::analyze) fn place_of(&self, asked: &Together) -> Option<usize> {
        self.places.get(asked).copied()
    }

    /// What is asked of fields together, with the values at which an answer changes.
    pub(in crate::analyze) fn together(&self) -> &[(Together, Vec<i128>)] {
        &self.together
    }

    /// Cuts the field of a quantity where it passes one of these values (in millionths), and where it ceases to be known.
    fn borders(&mut self, quantity: &Quantity, borders: &[i128]) {
        match self.way(quantity) {
            Way::Cells => {
                let fields = self.fields(quantity);
                let (Some(follow), [at]) = (self.follow(quantity), fields.as_slice()) else { return };
                let at = *at;
                let cuts: Vec<i128> =
                    borders.iter().flat_map(|border| follow.passes(*border)).chain(follow.known()).collect();
                self.cut(at, cuts);
            }
            Way::Together => self.ask_together(Together::Value(self.rules.plain(quantity).clone()), borders),
            Way::Sampled(_) => self.loose(quantity),
        }
    }

    /// A quantity whose values are not covered: its fields get a few round values.
    fn loose(&mut self, quantity: &Quantity) {
        let doubt = if self.properties { self.doubt(quantity) } else { Doubt::NONE };
        for at in self.fields(quantity) {
            let what = &mut self.whats[at];
            what.doubt = what.doubt.or(&doubt);
            let round = [0, 1, 2, 10, 100, 1000, 10_000, 100_000, 1_000_000, 999_999_999_999].map(|n: i128| n * SCALE);
            self.cut(at, round.iter().flat_map(|value| [*value, -*value]));
        }
        for at in self.date_fields(quantity) {
            let today = i128::from(self.today);
            self.cut(at, [0, 1, 7, 30, 90, 365, 3650].iter().flat_map(|days| [today - days, today + days]));
        }
    }

    fn fields(&self, quantity: &Quantity) -> Vec<usize> {
        let mut fields = Vec::new();
        self.rules.walk_quantity(quantity, &mut |item| {
            if let Item::Quantity(of) = item {
                let subjects = of.children().into_iter().filter_map(|child| match child {
                    Child::Subject(subject) => self.place(subject),
                    _ => None,
                });
                fields.extend(subjects.map(|(at, _)| at));
            }
        });
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    fn date_fields(&self, quantity: &Quantity) -> Vec<usize> {
        let mut fields = Vec::new();
        self.rules.walk_quantity(quantity, &mut |item| {
            if let Item::Quantity(Quantity { kind: QuantityKind::DaysSince(subject), .. }) = item {
                fields.extend(self.place(*subject).map(|(at, _)| at));
            }
        });
        fields
    }

    /// How a quantity follows its only field, if it is monotonic in it.
    fn follow(&self, quantity: &Quantity) -> Option<Follow> {
        let of = self.rules.plain(quantity);
        Some(match &of.kind {
            QuantityKind::Field(_) | QuantityKind::Property(_) => Follow::number(),
            QuantityKind::DaysSince(_) => Follow::days_since(self.today),
            QuantityKind::Binary(operation, left, right) => {
                let constant = |side: &Quantity| match self.rules.plain(side).kind {
                    QuantityKind::Constant(value) => Some(value),
                    _ => None,
                };
                match (constant(left), constant(right)) {
                    (None, Some(value)) => self.follow(left)?.then(Step::Right(*operation, value))?,
                    (Some(value), None) if *operation != Arithmetic::Divide => {
                        self.follow(right)?.then(Step::Left(value, *operation))?
                    }
                    _ => return None,
                }
            }
            _ => return None,
        })
    }

    fn link(&mut self, a: usize, b: usize) {
        for at in [a, b] {
            self.whats[at].asked = true;
        }
        self.group.join(a, b);
    }

    /// Makes fields that are compared with each other share their cuts and tests.
    fn close(&mut self) {
        self.closed = true;
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..self.whats.len() {
            groups.entry(self.group.of(at)).or_default().push(at);
        }
        for members in groups.into_values().filter(|members| members.len() > 1) {
            let mut cuts: Vec<i128> = members.iter().flat_map(|at| self.whats[*at].cuts.clone()).collect();
            cuts.sort_unstable();
            cuts.dedup();
            // Each has as many values in each gap as there are members.
            if members.len().saturating_mul(members.len()).saturating_mul(cuts.len() + 1) > MOST_COMPARED {
                for at in members {
                    self.whats[at].doubt =
                        Doubt::of(say!("more fields are compared with each other than can be tried together"));
                }
                continue;
            }
            let mut all = What::default();
            for ask in members.iter().flat_map(|at| self.whats[*at].asks.clone()) {
                all.ask(ask);
            }
            let asks = all.asks;
            for at in &members {
                self.whats[*at].cuts = cuts.clone();
                self.whats[*at].asks = asks.clone();
                self.whats[*at].compared = members.len();
            }
        }
    }
}

/// The ends of a range.
fn ends(range: &NumberRange) -> Vec<i128> {
    [range.low, range.high].into_iter().flatten().map(|(end, _)| end.0).collect()
}
