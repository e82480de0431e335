//! Which columns a plan looks at: its projection. In: its programs, and which rules count; out: what readers are asked
//! for. A rule outside its dates asks for nothing.

use crate::columns::{Need, Needed};
use leadrules_language::ir::{Bucket, PropertyId, Rules, Subject};

use super::super::measure::Measure;
use super::super::moment::Moment;
use super::super::points::{GainPlan, PartPlan, RulePlan};
use super::super::program::{Node, NodeId, Number, NumberId, Program, TallyId};
use super::{LabelPlan, Plan, ScorePlan};

impl Plan {
    /// Which columns of leads and events it looks at, at any instant.
    #[must_use]
    pub fn needed(&self) -> &Needed {
        &self.needed
    }

    /// Which of them it looks at, seen from this moment.
    #[must_use]
    pub fn needed_at(&self, moment: &Moment) -> Needed {
        if moment.has_all_in_force() {
            return self.needed.clone();
        }
        self.looked_at(&self.needed, &|rule| moment.is_in_force(rule))
    }

    /// The columns that it could look at, none of them marked yet.
    pub(super) fn nothing_needed(rules: &Rules) -> Needed {
        Needed {
            fields: vec![Need::Nothing; rules.fields.len()],
            properties: vec![false; rules.log.as_ref().map_or(0, |log| log.properties.len())],
            events: false,
        }
    }

    /// The tallies that anything looks at.
    pub(super) fn looked_for(&self) -> Vec<usize> {
        let mut tallies: Vec<usize> = self.marked(&|_| true).tallies.iter().map(|tally| tally.0 as usize).collect();
        tallies.sort_unstable();
        tallies.dedup();
        tallies
    }

    /// What is looked at if only these rules count; `like` has as many fields and properties as there are.
    pub(super) fn looked_at(&self, like: &Needed, counts: &dyn Fn(u32) -> bool) -> Needed {
        let leads = self.marked(counts);
        let mut events = Marked::new(&self.events.program);
        let tallies = leads.tallies.iter().map(|tally| &self.events.tallies[tally.0 as usize]);
        tallies.clone().filter_map(|tally| tally.filter).for_each(|filter| events.node(filter));
        self.events.ignored.iter().filter_map(|(_, filter)| *filter).for_each(|filter| events.node(filter));
        events.finish();
        let mut needed = Needed {
            fields: vec![Need::Nothing; like.fields.len()],
            properties: vec![false; like.properties.len()],
            events: !leads.tallies.is_empty(),
        };
        for (subject, need) in leads.subjects.into_iter().chain(events.subjects) {
            match subject {
                Subject::Field(id) | Subject::FieldDomain(id) => {
                    let field = &mut needed.fields[usize::from(id.0)];
                    *field = need.max(*field);
                }
                Subject::Property(id) | Subject::PropertyDomain(id) => needed.properties[usize::from(id.0)] = true,
                Subject::Label(_) => {}
            }
        }
        for tally in tallies {
            match tally.measure {
                Measure::Sum(property)
                | Measure::Highest(property)
                | Measure::Lowest(property)
                | Measure::LatestValue(property)
                | Measure::Buckets(Bucket::Value(PropertyId(property)), _) => {
                    needed.properties[usize::from(property)] = true;
                }
                Measure::Count | Measure::Latest | Measure::Factors(_) | Measure::Buckets(..) => {}
            }
        }
        if self.options.trace { needed.with_values() } else { needed }
    }

    fn marked(&self, counts: &dyn Fn(u32) -> bool) -> Marked<'_> {
        let mut leads = Marked::new(&self.leads);
        let ends = self.parts.exclusions.iter().chain(&self.parts.stages).chain(&self.parts.expectations);
        ends.for_each(|&node| leads.node(node));
        self.parts.promises.iter().for_each(|&(_, node)| leads.node(node));
        for label in &self.parts.labels {
            if let LabelPlan::Lines { lines, .. } = label {
                for &(node, _) in lines {
                    leads.node(node);
                }
            }
        }
        for (_, score) in &self.parts.scores {
            match score {
                ScorePlan::Computed(number) => leads.number(*number),
                ScorePlan::Parts(parts) => parts.iter().for_each(|part| leads.part(part, counts)),
            }
        }
        self.parts.quantities.iter().for_each(|&number| leads.number(number));
        leads.tallies.extend(&self.parts.occurrences);
        leads.finish();
        leads
    }
}

/// The entries of a program that are looked at.
struct Marked<'p> {
    program: &'p Program,
    nodes: Vec<bool>,
    numbers: Vec<bool>,
    tallies: Vec<TallyId>,
    subjects: Vec<(Subject, Need)>,
}

impl<'p> Marked<'p> {
    fn new(program: &'p Program) -> Self {
        Self {
            program,
            nodes: vec![false; program.nodes().len()],
            numbers: vec![false; program.numbers().len()],
            tallies: Vec::new(),
            subjects: Vec::new(),
        }
    }

    fn node(&mut self, id: NodeId) {
        self.nodes[id.0 as usize] = true;
    }

    fn number(&mut self, id: NumberId) {
        self.numbers[id.0 as usize] = true;
    }

    fn part(&mut self, part: &PartPlan, counts: &dyn Fn(u32) -> bool) {
        match part {
            PartPlan::Rule(rule) => self.rule(rule, counts),
            PartPlan::Table { known, rows } => {
                self.node(*known);
                for (_, rule) in rows {
                    self.rule(rule, counts);
                }
            }
            PartPlan::Group(group) => group.parts.iter().for_each(|part| self.part(part, counts)),
        }
    }

    fn rule(&mut self, rule: &RulePlan, counts: &dyn Fn(u32) -> bool) {
        if !counts(rule.id) {
            return;
        }
        self.node(rule.condition);
        match &rule.gain {
            GainPlan::Once(_) => {}
            GainPlan::Faded { latest: tally, .. } | GainPlan::PerOccurrence { of: tally, .. } => {
                self.tallies.extend(*tally);
            }
            GainPlan::PerUnit { of, .. } => self.number(*of),
        }
    }

    /// Marks everything that the marked entries look at: each refers only to earlier ones.
    fn finish(&mut self) {
        let program = self.program;
        for (at, node) in program.nodes().iter().enumerate().rev() {
            if self.nodes[at] {
                self.inside(node);
            }
        }
        for (at, number) in program.numbers().iter().enumerate().rev() {
            if self.numbers[at] {
                match number {
                    Number::Constant(_) | Number::Unknown | Number::Score(_) => {}
                    Number::Column(subject) | Number::DaysSince(subject) => self.values(*subject),
                    Number::Tally(tally, _) => self.tallies.push(*tally),
                    Number::Binary(_, left, right) => {
                        self.number(*left);
                        self.number(*right);
                    }
                }
            }
        }
    }

    fn values(&mut self, subject: Subject) {
        self.subjects.push((subject, Need::Values));
    }

    fn inside(&mut self, node: &Node) {
        match node {
            Node::Constant(_) | Node::Stage(_) => {}
            Node::Not(inner) => self.node(*inner),
            Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|&part| self.node(part)),
            Node::Known(subject) => self.subjects.push((*subject, Need::Presence)),
            Node::Truth(subject)
            | Node::Date(subject, _)
            | Node::Text(subject, _)
            | Node::Choice(subject, _)
            | Node::Choices(subject, ..)
            | Node::Texts(subject, ..) => self.values(*subject),
            Node::CompareDates(_, left, right) | Node::Same(left, right) => {
                self.values(*left);
                self.values(*right);
            }
            Node::NumberKnown(number) | Node::Number(number, _) => self.number(*number),
            Node::Compare(_, left, right) => {
                self.number(*left);
                self.number(*right);
            }
            Node::Happened(tally, ..) => self.tallies.push(*tally),
        }
    }
}
