//! Conditions and quantities as two flat lists, each entry naming only earlier ones, equal ones written once: what the
//! rules share is evaluated once. `compile` fills them, `evaluate` runs them over a batch.

use hashbrown::HashMap;

use leadrules_language::ast::Arithmetic;
use leadrules_language::calendar::{Day, Instant};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{Comparison, ScoreId, StageId, Subject, TextTest};
use leadrules_language::types::Truth;

use super::matcher::Matcher;

/// A condition: its place in [`Program::nodes`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// A quantity: its place in [`Program::numbers`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NumberId(pub u32);

/// A tally of events: its place among those of the plan.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TallyId(pub u32);

/// A condition over the rows of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// The same for every row.
    Constant(Truth),
    /// The negation of another.
    Not(NodeId),
    /// All of these.
    All(Vec<NodeId>),
    /// Any of these.
    Any(Vec<NodeId>),
    /// A value is there.
    Known(Subject),
    /// A quantity is there.
    NumberKnown(NumberId),
    /// A yes/no value is yes.
    Truth(Subject),
    /// A quantity lies in one of these, ends included, in millionths.
    Number(NumberId, Vec<(i128, i128)>),
    /// Two quantities stand so.
    Compare(Comparison, NumberId, NumberId),
    /// A day lies in one of these, ends included.
    Date(Subject, Vec<(Day, Day)>),
    /// Two days stand so.
    CompareDates(Comparison, Subject, Subject),
    /// A text, or one entry of a list, passes.
    Text(Subject, TextTest),
    /// A choice is one of these.
    Choice(Subject, Vec<u16>),
    /// A list of choices holds one (or all) of these.
    Choices(Subject, Vec<u16>, bool),
    /// A list of texts holds one (or all) of these.
    Texts(Subject, Vec<String>, bool),
    /// Two values are the same.
    Same(Subject, Subject),
    /// A tally of occurrences lies within these.
    Happened(TallyId, u32, Option<u32>),
    /// The stage is one of these.
    Stage(Vec<StageId>),
}

/// A quantity over the rows of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// The same for every row.
    Constant(Decimal),
    /// Unknown in every row: made of events where there is no log.
    Unknown,
    /// A field or a property.
    Column(Subject),
    /// A score, which is there before this is asked for.
    Score(ScoreId),
    /// The day of `as of`, given here, minus a date.
    DaysSince(Subject, Day),
    /// What a tally comes to.
    Tally(TallyId, Reading),
    /// Of two others.
    Binary(Arithmetic, NumberId, NumberId),
}

/// What a tally's counters are asked for as a quantity.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// How many.
    Count,
    /// The sum of a property.
    Total,
    /// The extreme or latest value of a property.
    Value,
    /// The average of a sum.
    Average,
    /// The full days since the latest, up to this instant.
    DaysSince(Instant),
}

/// All conditions and quantities over one kind of row: leads, or events.
#[derive(Debug, Default)]
pub struct Program {
    nodes: Vec<Node>,
    numbers: Vec<Number>,
    /// By node: what searches its texts.
    matchers: Vec<Option<Matcher>>,
    /// By node: whether it stands in more than one place.
    shared: Vec<bool>,
    node_ids: HashMap<Node, NodeId, foldhash::fast::FixedState>,
    number_ids: HashMap<Number, NumberId, foldhash::fast::FixedState>,
}

fn next(length: usize) -> u32 {
    u32::try_from(length).expect("a rule file of 4 GiB has fewer conditions")
}

impl Program {
    /// The condition's id, the same for an equal one.
    pub fn node(&mut self, node: Node) -> NodeId {
        if let Some(&id) = self.node_ids.get(&node) {
            self.share(id);
            return id;
        }
        let id = NodeId(next(self.nodes.len()));
        self.matchers.push(match &node {
            Node::Text(_, test) => Some(Matcher::new(test)),
            _ => None,
        });
        self.shared.push(false);
        self.nodes.push(node.clone());
        self.node_ids.insert(node, id);
        id
    }

    /// Says that a condition stands in another place too.
    pub fn share(&mut self, id: NodeId) {
        self.shared[id.0 as usize] = true;
    }

    /// Whether a condition stands in more than one place.
    pub fn is_shared(&self, id: NodeId) -> bool {
        self.shared[id.0 as usize]
    }

    /// The quantity's id, the same for an equal one.
    pub fn number(&mut self, number: Number) -> NumberId {
        if let Some(&id) = self.number_ids.get(&number) {
            return id;
        }
        let id = NumberId(next(self.numbers.len()));
        self.numbers.push(number.clone());
        self.number_ids.insert(number, id);
        id
    }

    /// The condition that is always this.
    pub fn constant(&mut self, truth: Truth) -> NodeId {
        self.node(Node::Constant(truth))
    }

    /// All of these: none is true, one is itself.
    pub fn all(&mut self, mut nodes: Vec<NodeId>) -> NodeId {
        nodes.sort_unstable();
        nodes.dedup();
        match nodes[..] {
            [] => self.constant(Truth::True),
            [one] => one,
            _ => self.node(Node::All(nodes)),
        }
    }

    /// Any of these: none is false, one is itself.
    pub fn any(&mut self, mut nodes: Vec<NodeId>) -> NodeId {
        nodes.sort_unstable();
        nodes.dedup();
        match nodes[..] {
            [] => self.constant(Truth::False),
            [one] => one,
            _ => self.node(Node::Any(nodes)),
        }
    }

    /// Every condition, in the order of their ids.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Every quantity, in the order of their ids.
    pub fn numbers(&self) -> &[Number] {
        &self.numbers
    }

    /// What searches the texts of a condition on a text.
    pub fn matcher(&self, id: NodeId) -> &Matcher {
        self.matchers[id.0 as usize].as_ref().expect("every condition on a text has its matcher")
    }
}
