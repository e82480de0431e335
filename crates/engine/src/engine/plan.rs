//! A rule set made ready for one instant: programs, tallies and scores. It is made once and used for every batch.

mod single;

use std::sync::Arc;

use arrow_array::builder::Int64Builder;
use arrow_array::{Array, UInt16Array};
use hashbrown::HashMap;

use crate::columns::{EventLeads, LabelColumn, Leads, Need, Needed, Results, ScoreColumn};
use leadrules_language::calendar::{Instant, Zone};
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::{Cond, LabelBody, Rule, Rules, ScoreBody, StageId, Subject};
use leadrules_language::types::{Bounds, Truth};

use super::compile::{Compiler, Rows};
use super::count::Nested;
use super::evaluate::Frame;
use super::ledger::Ledger;
use super::points::{Factors, Notes, PartPlan, RuleRecord, Sums, within};
use super::program::{Node, NodeId, Number, NumberId, Program};
use super::tally::{Layout, Measure, Store, Tallied, Tally};

pub use single::{Single, SingleOutcome};

/// How a rule set is to be run.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The instant from which time is seen, in microseconds.
    pub as_of: Instant,
    /// Whether there is an event log (an empty one is one); without, every event condition is unknown.
    pub log: bool,
    /// Whether [`Results::rules`] is wanted.
    pub rule_points: bool,
    /// Whether [`Plan::trace`] is wanted: events are then counted on where rules need no more of them, and values are read
    /// where rules need only know which are there.
    pub trace: bool,
}

/// A rule set made ready to run.
#[derive(Debug)]
pub struct Plan {
    options: Options,
    leads: Program,
    events: EventPlan,
    exclusions: Vec<NodeId>,
    scores: Vec<(Bounds<Points>, ScorePlan)>,
    stages: Vec<NodeId>,
    labels: Vec<LabelPlan>,
    /// By line of the promises: whether its condition must be true, and not the other way round.
    promises: Vec<(bool, NodeId)>,
    expectations: Vec<NodeId>,
    rule_count: usize,
    needed: Needed,
}

/// What of a plan looks at events.
#[derive(Debug)]
pub struct EventPlan {
    pub(super) as_of: Instant,
    pub(super) zone: Zone,
    pub(super) program: Program,
    pub(super) tallies: Vec<Tally>,
    pub(super) layout: Layout,
    pub(super) factors: Vec<Option<Factors>>,
    /// By kind, the kinds that are not declared last: the tallies that count it.
    pub(super) by_kind: Vec<Vec<usize>>,
    pub(super) ignored: Vec<(Option<Vec<u16>>, Option<NodeId>)>,
    pub(super) kind_names: Vec<String>,
}

#[derive(Debug)]
enum ScorePlan {
    Parts(Vec<PartPlan>),
    Computed(NumberId),
}

#[derive(Debug)]
enum LabelPlan {
    Lines { lines: Vec<(NodeId, u16)>, otherwise: Option<u16>, texts: Arc<[String]> },
    Joined(Vec<usize>),
}

/// All that happened to a batch, for explaining.
#[derive(Debug)]
pub struct Trace {
    /// What came out.
    pub results: Results,
    /// By rule id: its truth and points, row by row; empty columns for a rule outside its dates.
    pub rules: Vec<RuleRecord>,
    /// The sums of the groups before and after their caps, row by row, in the order they stand.
    pub groups: Vec<(Vec<i64>, Vec<i64>)>,
    /// By score id: the sum before the score's range; empty for computed scores.
    pub sums: Vec<Vec<i64>>,
    /// By expectation: its truth, row by row.
    pub expectations: Vec<Vec<Truth>>,
}

impl Plan {
    /// Makes a rule set ready.
    #[must_use]
    pub fn new(rules: &Rules, options: Options) -> Self {
        Self::with_expectations(rules, options, &[])
    }

    /// Makes a rule set ready, with further conditions (those of a test) whose truth a [`Trace`] then has.
    #[must_use]
    pub fn with_expectations(rules: &Rules, options: Options, expectations: &[Cond]) -> Self {
        let mut compiler = Compiler::new(rules, options.as_of, options.log);
        let today = rules.zone.day_of(options.as_of);
        let active = |rule: &Rule| rule.in_force(today);
        let exclusions = rules.exclusions.iter().map(|line| compiler.condition(&line.condition, Rows::Leads)).collect();
        let scores = rules
            .scores
            .iter()
            .map(|score| {
                let plan = match &score.body {
                    ScoreBody::Rules(parts) => ScorePlan::Parts(
                        parts.iter().filter_map(|part| PartPlan::new(part, &mut compiler, &active)).collect(),
                    ),
                    ScoreBody::Computed(quantity) => ScorePlan::Computed(compiler.quantity(quantity, Rows::Leads)),
                };
                (score.range, plan)
            })
            .collect();
        let stages = rules.stages.steps.iter().map(|step| compiler.condition(&step.condition, Rows::Leads)).collect();
        let labels = rules.labels.iter().map(|label| LabelPlan::new(&label.body, &mut compiler)).collect();
        let lines = rules.promises.iter().flat_map(|promise| &promise.lines);
        let promises = lines.map(|line| (line.always, compiler.condition(&line.condition, Rows::Leads))).collect();
        let expectations = expectations.iter().map(|cond| compiler.condition(cond, Rows::Leads)).collect();
        let events = EventPlan::new(rules, &mut compiler, options);
        let leads = compiler.leads;
        let needed = needed(rules, &leads, &events);
        let needed = if options.trace { needed.with_values() } else { needed };
        let rule_count = rules.rules().len();
        Self { options, leads, events, exclusions, scores, stages, labels, promises, expectations, rule_count, needed }
    }

    /// How it is run.
    #[must_use]
    pub fn options(&self) -> Options {
        self.options
    }

    /// Which columns of leads and events it looks at.
    #[must_use]
    pub fn needed(&self) -> &Needed {
        &self.needed
    }

    /// An empty ledger, to add events to.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        Ledger::default()
    }

    /// Counts a batch of events into the ledger.
    pub fn add_events(&self, ledger: &mut Ledger, events: crate::columns::Events) {
        self.note_events(ledger, events);
        if ledger.is_full() {
            self.add_up(ledger);
        }
    }

    /// Notes a batch of events in the ledger; several may be noted at a time. When it is full, it is to be added up.
    pub fn note_events(&self, ledger: &Ledger, events: crate::columns::Events) {
        ledger.note(&self.events, events);
    }

    /// Adds up what was noted in the ledger.
    pub fn add_up(&self, ledger: &mut Ledger) {
        ledger.add_up(&self.events);
    }

    /// Closes the ledger: all events are in.
    pub fn close(&self, ledger: &mut Ledger) {
        ledger.close(&self.events);
    }

    /// Scores a batch of leads. The ledger is closed; events nested in the leads are counted here, in its place.
    #[must_use]
    pub fn score(&self, leads: &Leads, ledger: &Ledger) -> Results {
        let mut notes = Notes::new(self.rule_count, self.options.rule_points);
        self.with_frame(leads, ledger, |frame| self.results(frame, leads, &mut notes))
    }

    /// Scores a batch of leads and keeps all that happened.
    #[must_use]
    pub fn trace(&self, leads: &Leads, ledger: &Ledger) -> Trace {
        let mut notes = Notes::new(self.rule_count, true);
        notes.records = Some(vec![RuleRecord::default(); self.rule_count]);
        self.with_frame(leads, ledger, |frame| {
            frame.keep_all();
            let results = self.results(frame, leads, &mut notes);
            let mut truths = |node| frame.truth(node).iter().map(|&truth| truth_of(truth)).collect();
            let expectations = self.expectations.iter().map(|&node| truths(node)).collect();
            Trace {
                results,
                rules: notes.records.take().unwrap_or_default(),
                groups: std::mem::take(&mut notes.groups),
                sums: std::mem::take(&mut notes.sums),
                expectations,
            }
        })
    }

    fn with_frame<R>(&self, leads: &Leads, ledger: &Ledger, run: impl FnOnce(&mut Frame<'_>) -> R) -> R {
        let nested: Store;
        let tallied = match &leads.events {
            Some(events) if self.needed.events => {
                nested = self.count_nested(leads, events);
                Tallied {
                    places: &self.events.layout.places,
                    store: Some(&nested),
                    slots: (0..).take(leads.rows).collect(),
                    picked: None,
                }
            }
            _ if self.needed.events => ledger.tallied(&self.events, &leads.keys),
            _ => Tallied::default(),
        };
        run(&mut Frame::new(&self.leads, leads.rows, &leads.fields, tallied))
    }

    fn count_nested(&self, leads: &Leads, events: &crate::columns::Events) -> Store {
        let EventLeads::Rows(rows) = &events.leads else {
            unreachable!("events nested in leads are told apart by their rows")
        };
        let dropped = self.events.repeated(std::slice::from_ref(events)).remove(0);
        let mut store = self.events.layout.store();
        store.grow(leads.rows);
        self.events.count(events, &dropped, &mut Nested { store: &mut store, rows });
        store.close();
        store
    }

    fn results(&self, frame: &mut Frame<'_>, leads: &Leads, notes: &mut Notes) -> Results {
        let exclusions = first_true(frame, self.exclusions.iter().copied());
        let mut rules = notes.rule_points.then(|| vec![Vec::new(); self.rule_count]);
        for (range, score) in &self.scores {
            let column = match score {
                ScorePlan::Computed(number) => {
                    notes.sums.push(Vec::new());
                    computed(frame, *number, range)
                }
                ScorePlan::Parts(parts) => {
                    let mut sums =
                        Sums { points: vec![0; leads.rows], unknown: vec![0; leads.rows], rules: rules.take() };
                    for part in parts {
                        part.add_to(frame, self.options.as_of, notes, &mut sums);
                    }
                    let Sums { mut points, unknown: unknown_rules, rules: by_rule } = sums;
                    rules = by_rule;
                    notes.sums.push(if notes.records.is_some() { points.clone() } else { Vec::new() });
                    for points in &mut points {
                        *points = within(range, *points);
                    }
                    ScoreColumn { points: points.into(), unknown_rules }
                }
            };
            frame.scores.push(column);
        }
        // Those that gave nothing: rules outside their dates.
        for points in rules.iter_mut().flatten().filter(|points| points.len() < leads.rows) {
            points.resize(leads.rows, 0);
        }
        frame.stages = vec![0; leads.rows];
        let mut stages = vec![0; leads.rows];
        for (at, &step) in self.stages.iter().enumerate() {
            let number = StageId::Step(u16::try_from(at).expect("stages are counted in u16")).number();
            for (stage, truth) in stages.iter_mut().zip(frame.truth(step)) {
                *stage = if *truth == Truth::True as u8 { number } else { *stage };
            }
        }
        for (row, stage) in stages.iter_mut().enumerate() {
            *stage = if exclusions.is_valid(row) { StageId::EXCLUDED_NUMBER } else { *stage };
        }
        frame.stages.clone_from(&stages);
        for label in &self.labels {
            let column = Self::label(label, frame);
            frame.labels.push(column);
        }
        let broken = self.promises.iter().map(|&(always, node)| rows_where(frame, node, !always)).collect();
        Results {
            rows: leads.rows,
            first_row: leads.first_row,
            keys: leads.keys.clone(),
            scores: frame.scores.clone(),
            labels: frame.labels.clone(),
            stages,
            exclusions,
            rules,
            fired: std::mem::take(&mut notes.fired),
            overflows: frame.overflows,
            broken,
            kept: leads.kept.clone(),
            changes: None,
        }
    }

    fn label(label: &LabelPlan, frame: &mut Frame<'_>) -> LabelColumn {
        match label {
            LabelPlan::Lines { lines, otherwise, texts } => {
                let first = first_true(frame, lines.iter().map(|line| line.0));
                let text = |line: Option<u16>| line.map(|line| lines[usize::from(line)].1).or(*otherwise);
                LabelColumn { texts: texts.clone(), values: first.iter().map(text).collect() }
            }
            LabelPlan::Joined(parts) => joined(&parts.iter().map(|&part| &frame.labels[part]).collect::<Vec<_>>()),
        }
    }
}

/// The rows for which a condition is true, or is not.
fn rows_where(frame: &mut Frame<'_>, condition: NodeId, is_true: bool) -> Vec<u32> {
    let truths = (0..).zip(frame.truth(condition));
    truths.filter(|&(_, &truth)| (truth == Truth::True as u8) == is_true).map(|(row, _)| row).collect()
}

/// By row: the place of the first of these conditions that is true.
fn first_true(frame: &mut Frame<'_>, conditions: impl Iterator<Item = NodeId>) -> UInt16Array {
    let mut first: Vec<Option<u16>> = vec![None; frame.rows()];
    for (at, condition) in (0..).zip(conditions) {
        for (first, truth) in first.iter_mut().zip(frame.truth(condition)) {
            if first.is_none() && *truth == Truth::True as u8 {
                *first = Some(at);
            }
        }
    }
    first.into()
}

fn computed(frame: &mut Frame<'_>, number: NumberId, range: &Bounds<Points>) -> ScoreColumn {
    let rows = frame.rows();
    let numbers = frame.number(number);
    let mut points = Int64Builder::with_capacity(rows);
    let mut overflows = 0;
    for row in 0..rows {
        let value = numbers.get(row);
        let rounded = value.and_then(Decimal::round_to_points);
        overflows += u64::from(value.is_some() && rounded.is_none());
        points.append_option(rounded.map(|value| within(range, value.0)));
    }
    frame.overflows += overflows;
    ScoreColumn { points: points.finish(), unknown_rules: Vec::new() }
}

/// The texts of several labels, one after the other; unknown where one of them is.
fn joined(parts: &[&LabelColumn]) -> LabelColumn {
    let rows = parts.first().map_or(0, |part| part.values.len());
    let mut places: HashMap<String, u16> = HashMap::new();
    let mut texts = Vec::new();
    let values = (0..rows)
        .map(|row| {
            let text = parts.iter().try_fold(String::new(), |text, part| {
                let known = part.values.is_valid(row);
                known.then(|| text + &part.texts[usize::from(part.values.value(row))])
            })?;
            Some(*places.entry(text).or_insert_with_key(|text| {
                texts.push(text.clone());
                u16::try_from(texts.len() - 1).expect("a batch has no more leads than this")
            }))
        })
        .collect();
    LabelColumn { texts: texts.into(), values }
}

fn truth_of(byte: u8) -> Truth {
    match byte {
        0 => Truth::False,
        1 => Truth::Unknown,
        _ => Truth::True,
    }
}

impl LabelPlan {
    fn new(body: &LabelBody, compiler: &mut Compiler<'_>) -> Self {
        match body {
            LabelBody::Joined(labels) => Self::Joined(labels.iter().map(|label| usize::from(label.0)).collect()),
            LabelBody::Lines { lines, otherwise } => {
                let mut texts = Vec::new();
                let mut place = |text: &String| {
                    let known = texts.iter().position(|known| known == text);
                    let at = known.unwrap_or_else(|| {
                        texts.push(text.clone());
                        texts.len() - 1
                    });
                    u16::try_from(at).expect("labels have fewer lines than this")
                };
                let lines =
                    lines.iter().map(|(cond, text)| (compiler.condition(cond, Rows::Leads), place(text))).collect();
                let otherwise = otherwise.as_ref().map(place);
                Self::Lines { lines, otherwise, texts: texts.into() }
            }
        }
    }
}

impl EventPlan {
    fn new(rules: &Rules, compiler: &mut Compiler<'_>, options: Options) -> Self {
        let log = rules.log.as_ref();
        let ignored = log.map_or(&[][..], |log| &log.ignored).iter().map(|of| {
            let kinds = of.kinds.as_ref().map(|kinds| kinds.iter().map(|kind| kind.0).collect());
            (kinds, of.filter.as_deref().map(|filter| compiler.condition(filter, Rows::Events)))
        });
        let ignored = ignored.collect();
        let kind_names: Vec<String> =
            log.map_or(&[][..], |log| &log.kinds).iter().map(|kind| kind.name.clone()).collect();
        let tallies = std::mem::take(&mut compiler.tallies);
        let program = std::mem::take(&mut compiler.events);
        let decay = |tally: &Tally| match tally.measure {
            Measure::Factors(decay) | Measure::Buckets(_, Some(decay)) => Some(decay),
            _ => None,
        };
        let factors = tallies.iter().map(|tally| decay(tally).map(Factors::new)).collect();
        let counts = |tally: &Tally, kind: usize| match &tally.kinds {
            None => true,
            Some(kinds) => kinds.iter().any(|&counted| usize::from(counted) == kind),
        };
        let by_kind = (0..=kind_names.len())
            .map(|kind| (0..tallies.len()).filter(|&at| counts(&tallies[at], kind)).collect())
            .collect();
        let mut enough = std::mem::take(&mut compiler.enough);
        if options.trace {
            enough.fill(u32::MAX);
        }
        let layout = Layout::new(&tallies, &enough);
        let (as_of, zone) = (options.as_of, rules.zone.clone());
        Self { as_of, zone, program, tallies, layout, factors, by_kind, ignored, kind_names }
    }
}

/// What programs and tallies look at.
fn needed(rules: &Rules, leads: &Program, events: &EventPlan) -> Needed {
    let mut needed = Needed {
        fields: vec![Need::Nothing; rules.fields.len()],
        properties: vec![false; rules.log.as_ref().map_or(0, |log| log.properties.len())],
        events: !events.tallies.is_empty(),
    };
    for (subject, need) in subjects(leads).chain(subjects(&events.program)) {
        match subject {
            Subject::Field(id) | Subject::FieldDomain(id) => {
                let field = &mut needed.fields[usize::from(id.0)];
                *field = need.max(*field);
            }
            Subject::Property(id) | Subject::PropertyDomain(id) => needed.properties[usize::from(id.0)] = true,
            Subject::Label(_) => {}
        }
    }
    for tally in &events.tallies {
        match tally.measure {
            Measure::Sum(property)
            | Measure::Highest(property)
            | Measure::Lowest(property)
            | Measure::LatestValue(property)
            | Measure::Buckets(
                leadrules_language::ir::Bucket::Value(leadrules_language::ir::PropertyId(property)),
                _,
            ) => {
                needed.properties[usize::from(property)] = true;
            }
            Measure::Count | Measure::Latest | Measure::Factors(_) | Measure::Buckets(..) => {}
        }
    }
    needed
}

fn subjects(program: &Program) -> impl Iterator<Item = (Subject, Need)> {
    let values = |subject: &Subject| (*subject, Need::Values);
    let nodes = program.nodes().iter().flat_map(move |node| match node {
        Node::Known(subject) => vec![(*subject, Need::Presence)],
        Node::Truth(subject)
        | Node::Date(subject, _)
        | Node::Text(subject, _)
        | Node::Choice(subject, _)
        | Node::Choices(subject, ..)
        | Node::Texts(subject, ..) => vec![values(subject)],
        Node::CompareDates(_, left, right) | Node::Same(left, right) => vec![values(left), values(right)],
        Node::Constant(_)
        | Node::Not(_)
        | Node::All(_)
        | Node::Any(_)
        | Node::NumberKnown(_)
        | Node::Number(..)
        | Node::Compare(..)
        | Node::Happened(..)
        | Node::Stage(_) => Vec::new(),
    });
    let numbers = program.numbers().iter().filter_map(move |number| match number {
        Number::Column(subject) | Number::DaysSince(subject, _) => Some(values(subject)),
        Number::Constant(_) | Number::Unknown | Number::Score(_) | Number::Tally(..) | Number::Binary(..) => None,
    });
    nodes.chain(numbers)
}
