//! From the rule set as meant to the programs that run: definitions become their bodies, and occurrences become
//! tallies. Nothing here knows the instant from which leads are seen: windows and spans of days are kept in lists,
//! which [`super::moment`] resolves.

use std::sync::Arc;

use hashbrown::HashMap;

use leadrules_language::calendar::Window;
use leadrules_language::ir::{
    Cond, CondKind, DateRange, Decay, DefinitionBody, DefinitionId, Function, NumberRange, Occurrences, Operand,
    Quantity, QuantityKind, Rules, Subject,
};
use leadrules_language::types::Truth;

use super::factors::Factors;
use super::measure::Measure;
use super::once::Once;
use super::program::{Node, NodeId, Number, NumberId, Program, Reading, SpanId, TallyId};
use super::tally::Tally;

/// At most this many decays have a table of their factors, of some 32 kB each; the factors of further ones are worked
/// out event by event.
const MOST_TABLES: usize = 256;

/// What kind of rows a condition is about.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Leads.
    Leads,
    /// Events: inside a `where`.
    Events,
}

/// Fills the programs of a plan.
pub struct Compiler<'a> {
    rules: &'a Rules,
    log: bool,
    /// Conditions on leads.
    pub leads: Program,
    /// Conditions on events.
    pub events: Program,
    /// What is counted of events.
    pub tallies: Once<Tally>,
    /// The windows of tallies, without duplicates.
    pub windows: Once<Window>,
    /// The spans of days that dates are compared with, without duplicates.
    pub spans: Once<DateRange>,
    /// By tally: how many occurrences are enough to know; `u32::MAX` if every one counts.
    pub enough: Vec<u32>,
    conditions: Vec<Option<NodeId>>,
    quantities: Vec<Option<NumberId>>,
    factors: HashMap<Decay, Arc<Factors>, foldhash::fast::FixedState>,
}

impl<'a> Compiler<'a> {
    /// For rules with or without an event log.
    pub fn new(rules: &'a Rules, log: bool) -> Self {
        Self {
            rules,
            log,
            leads: Program::default(),
            events: Program::default(),
            tallies: Once::default(),
            windows: Once::default(),
            spans: Once::default(),
            enough: Vec::new(),
            factors: HashMap::default(),
            conditions: vec![None; rules.definitions.len()],
            quantities: vec![None; rules.definitions.len()],
        }
    }

    /// Goes on with another rule set about the same events; gives the program of the one so far.
    pub fn turn_to(&mut self, rules: &'a Rules) -> Program {
        self.rules = rules;
        self.conditions = vec![None; rules.definitions.len()];
        self.quantities = vec![None; rules.definitions.len()];
        std::mem::take(&mut self.leads)
    }

    fn program(&mut self, rows: Rows) -> &mut Program {
        match rows {
            Rows::Leads => &mut self.leads,
            Rows::Events => &mut self.events,
        }
    }

    /// A condition on leads or, in a `where`, on events.
    pub fn condition(&mut self, cond: &Cond, rows: Rows) -> NodeId {
        let node = match &cond.kind {
            CondKind::Constant(value) => Node::Constant(Truth::from(*value)),
            CondKind::Not(inner) => Node::Not(self.condition(inner, rows)),
            CondKind::And(parts) => {
                let parts = parts.iter().map(|part| self.condition(part, rows)).collect();
                return self.program(rows).all(parts);
            }
            CondKind::Or(parts) => {
                let parts = parts.iter().map(|part| self.condition(part, rows)).collect();
                return self.program(rows).any(parts);
            }
            CondKind::Defined(id) => return self.defined_condition(*id),
            CondKind::Known(Operand::Subject(subject)) => Node::Known(*subject),
            CondKind::Known(Operand::Quantity(quantity)) => Node::NumberKnown(self.quantity(quantity, rows)),
            CondKind::Truth(subject) => Node::Truth(*subject),
            CondKind::Number(quantity, ranges) => {
                Node::Number(self.quantity(quantity, rows), ranges.iter().map(closed).collect())
            }
            CondKind::Compare(comparison, left, right) => {
                Node::Compare(*comparison, self.quantity(left, rows), self.quantity(right, rows))
            }
            CondKind::Date(subject, ranges) => {
                Node::Date(*subject, ranges.iter().map(|range| self.span(*range)).collect())
            }
            CondKind::CompareDates(comparison, left, right) => Node::CompareDates(*comparison, *left, *right),
            CondKind::Text(subject, test) => Node::Text(*subject, test.clone()),
            CondKind::Choice(subject, options) => Node::Choice(*subject, options.clone()),
            CondKind::Choices { subject, options, all } => Node::Choices(*subject, options.clone(), *all),
            CondKind::Texts { subject, texts, all } => Node::Texts(*subject, texts.clone(), *all),
            CondKind::Same(left, right) => Node::Same(*left, *right),
            CondKind::Happened { of, at_least, at_most } => {
                match self.count(of, at_most.map_or(*at_least, |most| most.saturating_add(1).max(*at_least))) {
                    Some(tally) => Node::Happened(tally, *at_least, *at_most),
                    None => Node::Constant(Truth::Unknown),
                }
            }
            CondKind::Stage(stages) => {
                let mut stages = stages.clone();
                stages.sort_unstable();
                Node::Stage(stages)
            }
        };
        self.program(rows).node(node)
    }

    fn defined_condition(&mut self, id: DefinitionId) -> NodeId {
        let at = usize::from(id.0);
        if let Some(node) = self.conditions[at] {
            self.leads.share(node);
            return node;
        }
        let rules = self.rules;
        let DefinitionBody::Cond(cond) = &rules.definition(id).body else {
            unreachable!("`resolve` names a definition as a condition only if it is one")
        };
        let node = self.condition(cond, Rows::Leads);
        self.conditions[at] = Some(node);
        node
    }

    /// A quantity of leads or, in a `where`, of events.
    pub fn quantity(&mut self, quantity: &Quantity, rows: Rows) -> NumberId {
        let number = match &quantity.kind {
            QuantityKind::Constant(value) => Number::Constant(*value),
            QuantityKind::Field(id) => Number::Column(Subject::Field(*id)),
            QuantityKind::Property(id) => Number::Column(Subject::Property(*id)),
            QuantityKind::Score(id) => Number::Score(*id),
            QuantityKind::Defined(id) => return self.defined_quantity(*id),
            QuantityKind::DaysSince(subject) => Number::DaysSince(*subject),
            QuantityKind::Aggregate(function, of) => {
                let (measure, reading) = match function {
                    Function::Count => (Measure::Count, Reading::Count),
                    Function::Total(property) => (Measure::Sum(property.0), Reading::Total),
                    Function::Average(property) => (Measure::Sum(property.0), Reading::Average),
                    Function::Highest(property) => (Measure::Highest(property.0), Reading::Value),
                    Function::Lowest(property) => (Measure::Lowest(property.0), Reading::Value),
                    Function::Latest(property) => (Measure::LatestValue(property.0), Reading::Value),
                    Function::DaysSince => (Measure::Latest, Reading::DaysSince),
                };
                match self.tally(of, measure) {
                    Some(tally) => Number::Tally(tally, reading),
                    None => Number::Unknown,
                }
            }
            QuantityKind::Binary(op, left, right) => {
                Number::Binary(*op, self.quantity(left, rows), self.quantity(right, rows))
            }
        };
        self.program(rows).number(number)
    }

    fn defined_quantity(&mut self, id: DefinitionId) -> NumberId {
        let at = usize::from(id.0);
        if let Some(number) = self.quantities[at] {
            return number;
        }
        let rules = self.rules;
        let DefinitionBody::Quantity(quantity) = &rules.definition(id).body else {
            unreachable!("`resolve` names a definition as a quantity only if it is one")
        };
        let number = self.quantity(quantity, Rows::Leads);
        self.quantities[at] = Some(number);
        number
    }

    /// The count of these occurrences; `enough` is how many are enough to know.
    pub fn count(&mut self, of: &Occurrences, enough: u32) -> Option<TallyId> {
        self.tally_up_to(of, Measure::Count, enough)
    }

    /// The tally of these occurrences; `enough` is how many, or how many buckets, are enough to know.
    pub fn tally_up_to(&mut self, of: &Occurrences, measure: Measure, enough: u32) -> Option<TallyId> {
        let tally = self.find_tally(of, measure)?;
        let known = &mut self.enough[tally.0 as usize];
        *known = enough.max(*known);
        Some(tally)
    }

    /// The tally of these occurrences, every one of which counts; `None` if there is no log.
    pub fn tally(&mut self, of: &Occurrences, measure: Measure) -> Option<TallyId> {
        self.tally_up_to(of, measure, u32::MAX)
    }

    fn find_tally(&mut self, of: &Occurrences, measure: Measure) -> Option<TallyId> {
        if !self.log {
            return None;
        }
        let tally = Tally {
            kinds: of.kinds.as_ref().map(|kinds| {
                let mut kinds: Vec<u16> = kinds.iter().map(|kind| kind.0).collect();
                kinds.sort_unstable();
                kinds.dedup();
                kinds
            }),
            filter: of.filter.as_deref().map(|filter| self.condition(filter, Rows::Events)),
            window: of.window.map(|window| self.windows.place(window)),
            measure,
        };
        let at = self.tallies.place(tally);
        self.enough.resize(self.tallies.len(), 0);
        Some(TallyId(u32::try_from(at).expect("fewer tallies than conditions")))
    }

    /// The factors of a decay, shared by everything that decays in the same way.
    pub fn factors(&mut self, decay: Decay) -> Arc<Factors> {
        let has_room = self.factors.len() < MOST_TABLES;
        let made = || Arc::new(if has_room { Factors::new(decay) } else { Factors::without_table(decay) });
        Arc::clone(self.factors.entry(decay).or_insert_with(made))
    }

    fn span(&mut self, range: DateRange) -> SpanId {
        let at = self.spans.place(range);
        SpanId(u32::try_from(at).expect("fewer spans than conditions"))
    }
}

/// A range in millionths, both ends included.
fn closed(range: &NumberRange) -> (i128, i128) {
    let low = range.low.map_or(i128::MIN, |(low, closed)| low.0 + i128::from(!closed));
    let high = range.high.map_or(i128::MAX, |(high, closed)| high.0 - i128::from(!closed));
    (low, high)
}
