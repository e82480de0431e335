//! Conditions and quantities as two flat lists, in which each entry refers only to earlier ones and equal ones are kept
//! once, so that what rules share is evaluated once. `compile` fills them, `evaluate` runs them over a batch.

use hashbrown::HashMap;

use leadrules_language::ast::Arithmetic;
use leadrules_language::calendar::Window;
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{Comparison, DateRange, ScoreId, StageId, Subject, TextTest};
use leadrules_language::types::Truth;

use super::matcher::Matcher;

/// A condition: its index in [`Program::nodes`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// A quantity: its index in [`Program::numbers`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NumberId(pub u32);

/// A tally of events: its index among those of the plan.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TallyId(pub u32);

/// A span of days: its index among those of the plan.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpanId(pub u32);

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
    /// A value is known.
    Known(Subject),
    /// A quantity is known.
    NumberKnown(NumberId),
    /// A yes/no value is yes.
    Truth(Subject),
    /// A quantity lies in one of these, ends included, in millionths.
    Number(NumberId, Vec<(i128, i128)>),
    /// Two quantities compare in this way.
    Compare(Comparison, NumberId, NumberId),
    /// A day lies in one of these.
    Date(Subject, Vec<SpanId>),
    /// Two days compare in this way.
    CompareDates(Comparison, Subject, Subject),
    /// A text, or at least one entry of a list, passes.
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
    /// Unknown in every row: made from events where there is no log.
    Unknown,
    /// A field or a property.
    Column(Subject),
    /// A score, which is worked out before this is asked for.
    Score(ScoreId),
    /// The day of `as of` minus a date.
    DaysSince(Subject),
    /// What is read from a tally.
    Tally(TallyId, Reading),
    /// Worked out from two others.
    Binary(Arithmetic, NumberId, NumberId),
}

/// What is read from a tally's counters as a quantity.
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
    /// The full days since the latest, up to `as of`.
    DaysSince,
}

/// All conditions and quantities over one kind of row: leads, or events.
#[derive(Debug, Default)]
pub struct Program {
    nodes: Vec<Node>,
    numbers: Vec<Number>,
    /// By node: what searches its texts.
    matchers: Vec<Option<Matcher>>,
    /// By node: whether it is used in more than one place.
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

    /// Notes that a condition is used in a further place.
    pub fn share(&mut self, id: NodeId) {
        self.shared[id.0 as usize] = true;
    }

    /// Whether a condition is used in more than one place.
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

    /// The condition that always has this truth.
    pub fn constant(&mut self, truth: Truth) -> NodeId {
        self.node(Node::Constant(truth))
    }

    /// All of these: true if there are none, and a single one as it is.
    pub fn all(&mut self, mut nodes: Vec<NodeId>) -> NodeId {
        nodes.sort_unstable();
        nodes.dedup();
        match nodes[..] {
            [] => self.constant(Truth::True),
            [one] => one,
            _ => self.node(Node::All(nodes)),
        }
    }

    /// Any of these: false if there are none, and a single one as it is.
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

/// The entries of a program that can change with the instant, or once something else has happened. All others depend on
/// fields (or properties) alone.
#[derive(Debug, Default)]
pub struct Passing {
    /// Conditions.
    pub nodes: Vec<NodeId>,
    /// Quantities.
    pub numbers: Vec<NumberId>,
}

impl Passing {
    /// Those of a program whose dates are compared with these spans.
    pub fn of(program: &Program, spans: &[DateRange]) -> Self {
        let mut numbers = vec![false; program.numbers.len()];
        for (at, number) in program.numbers.iter().enumerate() {
            numbers[at] = match number {
                Number::Constant(_) | Number::Unknown | Number::Column(_) => false,
                Number::DaysSince(_) | Number::Score(_) | Number::Tally(..) => true,
                Number::Binary(_, left, right) => numbers[left.0 as usize] || numbers[right.0 as usize],
            };
        }
        let mut nodes = vec![false; program.nodes.len()];
        let label = |subject: &Subject| matches!(subject, Subject::Label(_));
        for (at, node) in program.nodes.iter().enumerate() {
            let node_passes = |id: &NodeId| nodes[id.0 as usize];
            let number_passes = |id: &NumberId| numbers[id.0 as usize];
            nodes[at] = match node {
                Node::Constant(_) => false,
                Node::Happened(..) | Node::Stage(_) => true,
                Node::Not(inner) => node_passes(inner),
                Node::All(parts) | Node::Any(parts) => parts.iter().any(node_passes),
                Node::NumberKnown(number) | Node::Number(number, _) => number_passes(number),
                Node::Compare(_, left, right) => number_passes(left) || number_passes(right),
                Node::Date(_, asked) => asked.iter().any(|span| moves(spans[span.0 as usize])),
                Node::Known(subject)
                | Node::Truth(subject)
                | Node::Text(subject, _)
                | Node::Choice(subject, _)
                | Node::Choices(subject, ..)
                | Node::Texts(subject, ..) => label(subject),
                Node::CompareDates(_, left, right) | Node::Same(left, right) => label(left) || label(right),
            };
        }
        let passing = |flags: Vec<bool>| (0..).zip(flags).filter(|(_, passes)| *passes).map(|(at, _)| at);
        Self { nodes: passing(nodes).map(NodeId).collect(), numbers: passing(numbers).map(NumberId).collect() }
    }
}

/// Whether a span of days changes with the day from which it is seen.
fn moves(range: DateRange) -> bool {
    match range {
        DateRange::Days(..) => false,
        DateRange::Window(window) => match window {
            Window::InLast(_) | Window::OlderThan(_) | Window::InNext(_) => true,
            Window::Between(..) | Window::Since(_) | Window::Before(_) | Window::After(_) => false,
        },
    }
}
