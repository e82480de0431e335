//! A rule set prepared to run: programs, tallies and scores. It is made once, and run for every batch and any instant.

mod at;
mod counting;
mod course;
mod needed;
mod outcome;
mod single;
mod watch;

use std::sync::Arc;

use arrow_array::builder::Int64Builder;
use arrow_array::{Array, UInt16Array};
use hashbrown::HashMap;

use crate::columns::{EventLeads, LabelColumn, Leads, Needed, Results, ScoreColumn, SetAside};
use leadrules_language::calendar::{Day, Instant};
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::{
    Accounts, Cond, DateRange, FieldId, LabelBody, Occurrences, Quantity, Rules, ScoreBody, StageId,
};
use leadrules_language::types::{Bounds, Truth};

use super::compile::{Compiler, Rows};
use super::count::{Nested, Seen};
use super::counters::Beside;
use super::evaluate::{Frame, Numbers};
use super::event_plan::{ByKind, EventPlan};
use super::ledger::{Found, Ledger};
use super::measure::Measure;
use super::moment::Moment;
use super::numbering::Numbering;
use super::once::Once;
use super::points::{Notes, PartPlan, RuleRecord, Sums, within};
use super::program::{NodeId, NumberId, Passing, Program, TallyId};
use super::repeated::{Repeated, repeated};
use super::tallied::Tallied;
use super::tally::Tally;

pub use course::Course;
pub use outcome::{Known, LeadTrace, SingleOutcome};
pub use single::{Idle, Single, Supposed};
pub use watch::{Looking, Watch};

/// How a rule set is to be run.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether there is an event log (an empty one counts as one); without one, every event condition is unknown.
    pub log: bool,
    /// Whether [`Results::rules`] is wanted.
    pub rule_points: bool,
    /// Whether [`Plan::trace`] is wanted: events are then counted beyond what rules need, and values are read even
    /// where rules only need to know which are there.
    pub trace: bool,
}

/// What else is told about a lead besides its results.
#[derive(Copy, Clone, Debug, Default)]
pub struct Asked<'a> {
    /// Conditions of the rule set.
    pub conditions: &'a [Cond],
    /// Quantities of the rule set.
    pub quantities: &'a [Quantity],
    /// Occurrences of the rule set; [`Single::is_one_of`] tells whether an event is one of them.
    pub occurrences: &'a [Occurrences],
}

/// A rule set, prepared to run.
#[derive(Debug)]
pub struct Plan {
    options: Options,
    leads: Program,
    pub(super) events: Arc<EventPlan>,
    parts: Parts,
    /// What in the leads' program can change with the instant, or with other events.
    passing: Passing,
    /// How many of the further conditions and quantities were asked for; the others are for accounts.
    asked: (usize, usize),
    /// By rule id: the first and the last day on which it is in force.
    pub(super) dates: Vec<(Option<Day>, Option<Day>)>,
    /// The spans of days that dates are compared with.
    pub(super) spans: Vec<DateRange>,
    needed: Needed,
    /// The field that holds the stage before, if rules ask for it.
    before: Option<FieldId>,
}

/// What a rule set asks of each lead, by its programs.
#[derive(Debug)]
struct Parts {
    exclusions: Vec<NodeId>,
    scores: Vec<(Bounds<Points>, ScorePlan)>,
    stages: Vec<NodeId>,
    labels: Vec<LabelPlan>,
    /// For each line of the promises: whether its condition must be true (otherwise it must not be), and the condition.
    promises: Vec<(bool, NodeId)>,
    expectations: Vec<NodeId>,
    quantities: Vec<NumberId>,
    occurrences: Vec<TallyId>,
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

/// What accounts need of a batch of leads.
#[derive(Debug)]
pub struct ForAccounts {
    /// By further condition: its truth, row by row, as in a frame.
    pub(super) conditions: Vec<Vec<u8>>,
    /// By further quantity: its values.
    pub(super) quantities: Vec<Numbers>,
    /// What the leads did.
    pub(super) done: Done,
}

/// What leads did, to be added up for their accounts.
#[derive(Debug)]
pub(super) enum Done {
    /// Nothing that anyone asks for.
    Nothing,
    /// By row: where the ledger has its record.
    InLedger(Vec<Option<Found>>),
    /// By row: its record; and what stands beside these.
    Here(Vec<Vec<u8>>, Beside),
}

/// Everything that happened in a batch, for explaining.
#[derive(Debug)]
pub struct Trace {
    /// What came out.
    pub results: Results,
    /// By rule id: its truth and points, row by row; empty columns for a rule outside its dates.
    pub rules: Vec<RuleRecord>,
    /// The sums of the groups before and after their caps, row by row, in the order they are written.
    pub groups: Vec<(Vec<i64>, Vec<i64>)>,
    /// By score id: the sum before the score's range; empty for computed scores.
    pub sums: Vec<Vec<i64>>,
    /// By expectation: its truth, row by row.
    pub expectations: Vec<Vec<Truth>>,
}

impl ForAccounts {
    /// Whether the further condition with this index holds for the lead in a row.
    #[must_use]
    pub fn holds(&self, condition: usize, row: usize) -> bool {
        self.conditions[condition][row] == Truth::True as u8
    }

    /// The value of the further quantity with this index, in millionths.
    #[must_use]
    pub fn value(&self, quantity: usize, row: usize) -> Option<i128> {
        self.quantities[quantity].get(row).map(|value| value.0)
    }
}

impl Plan {
    /// Prepares a rule set.
    #[must_use]
    pub fn new(rules: &Rules, options: Options) -> Self {
        Self::asking(rules, options, Asked::default())
    }

    /// Prepares a rule set, with further conditions and quantities whose outcomes are told besides the results.
    #[must_use]
    pub fn asking(rules: &Rules, options: Options, asked: Asked<'_>) -> Self {
        let mut compiler = Compiler::new(rules, options.log);
        let parts = Parts::new(rules, &mut compiler, asked);
        let events = Arc::new(EventPlan::new(rules, &mut compiler, options));
        let leads = std::mem::take(&mut compiler.leads);
        Self::joined(rules, options, (parts, leads), (events, compiler.spans.into_entries()))
    }

    /// Prepares a rule set and what it says about accounts, which count the same events: the plan for leads, which tells what
    /// accounts ask of them besides what is asked, and the plan for accounts. What is asked is so of leads, then of accounts.
    #[must_use]
    pub fn with_accounts(
        rules: &Rules,
        accounts: &Accounts,
        options: Options,
        (asked, asked_of_accounts): (Asked<'_>, Asked<'_>),
    ) -> (Self, Self) {
        let gathered = &accounts.gathered;
        let own = (asked.conditions.len(), asked.quantities.len());
        let filters = gathered.iter().filter_map(|gathered| gathered.filter.clone());
        let conditions: Vec<Cond> = asked.conditions.iter().cloned().chain(filters).collect();
        let values = gathered.iter().filter_map(|gathered| gathered.of.quantity().cloned());
        let quantities: Vec<Quantity> = asked.quantities.iter().cloned().chain(values).collect();
        let asked = Asked { conditions: &conditions, quantities: &quantities, ..asked };
        let mut compiler = Compiler::new(rules, options.log);
        let of_leads = Parts::new(rules, &mut compiler, asked);
        let leads = compiler.turn_to(&accounts.rules);
        let of_accounts = Parts::new(&accounts.rules, &mut compiler, asked_of_accounts);
        let events = Arc::new(EventPlan::new(rules, &mut compiler, options));
        let program = std::mem::take(&mut compiler.leads);
        let spans = compiler.spans.into_entries();
        let mut plan = Self::joined(rules, options, (of_leads, leads), (Arc::clone(&events), spans.clone()));
        let of_accounts = Self::joined(&accounts.rules, options, (of_accounts, program), (events, spans));
        plan.asked = own;
        plan.needed.count(&of_accounts.needed);
        (plan, of_accounts)
    }

    fn joined(
        rules: &Rules,
        options: Options,
        (parts, leads): (Parts, Program),
        (events, spans): (Arc<EventPlan>, Vec<DateRange>),
    ) -> Self {
        let mut dates = vec![(None, None); rules.rule_count()];
        for (_, rule) in rules.rules() {
            dates[rule.id.0 as usize] = (rule.from, rule.until);
        }
        let mut plan = Self {
            options,
            passing: Passing::of(&leads, &spans),
            leads,
            events,
            asked: (parts.expectations.len(), parts.quantities.len()),
            parts,
            dates,
            spans,
            needed: Self::nothing_needed(rules),
            before: rules.before,
        };
        plan.needed = plan.looked_at(&plan.needed, &|_| true);
        plan
    }

    /// How it is run.
    #[must_use]
    pub fn options(&self) -> Options {
        self.options
    }

    /// An empty ledger, to add events to, seen from this moment.
    #[must_use]
    pub fn ledger(&self, moment: Moment) -> Ledger {
        Ledger::new(&self.events, moment)
    }

    /// A closed ledger without events: for leads that did nothing, or whose events are nested in them.
    #[must_use]
    pub fn no_ledger(&self, as_of: Instant) -> Ledger {
        let mut ledger = self.ledger(self.at(as_of));
        self.close(&mut ledger);
        ledger
    }

    /// Counts a batch of events into the ledger.
    pub fn add_events(&self, ledger: &mut Ledger, events: crate::columns::Events) {
        self.note_events(ledger, events);
        if ledger.is_full() {
            self.add_up(ledger);
        }
    }

    /// Notes a batch of events in the ledger; several may be noted at a time. When it is full, call [`Plan::add_up`].
    pub fn note_events(&self, ledger: &Ledger, events: crate::columns::Events) {
        ledger.note(&self.events, events);
    }

    /// Adds up what has been noted in the ledger.
    pub fn add_up(&self, ledger: &mut Ledger) {
        ledger.add_up();
    }

    /// Closes the ledger: all events are in.
    pub fn close(&self, ledger: &mut Ledger) {
        ledger.close(&self.events, &[]);
    }

    /// Scores a batch of leads. The ledger must be closed; events nested in the leads are counted here instead.
    #[must_use]
    pub fn score(&self, leads: &Leads, ledger: &Ledger) -> Results {
        let mut notes = Notes::new(self.dates.len(), self.options.rule_points);
        self.with_frame(leads, ledger, |frame| self.results(frame, leads, &mut notes))
    }

    /// Scores a batch of leads, and says of each further condition of which leads it is true.
    #[must_use]
    pub fn score_and_ask(&self, leads: &Leads, ledger: &Ledger) -> (Results, Vec<Vec<Truth>>) {
        let mut notes = Notes::new(self.dates.len(), self.options.rule_points);
        self.with_frame(leads, ledger, |frame| {
            let results = self.results(frame, leads, &mut notes);
            (results, self.asked(frame))
        })
    }

    /// Scores a batch of leads and keeps everything that happened.
    #[must_use]
    pub fn trace(&self, leads: &Leads, ledger: &Ledger) -> Trace {
        let mut notes = Notes::new(self.dates.len(), true);
        notes.records = Some(vec![RuleRecord::default(); self.dates.len()]);
        self.with_frame(leads, ledger, |frame| {
            frame.keep_all();
            let results = self.results(frame, leads, &mut notes);
            let expectations = self.asked(frame);
            Trace {
                results,
                rules: notes.records.take().unwrap_or_default(),
                groups: std::mem::take(&mut notes.groups),
                sums: std::mem::take(&mut notes.sums),
                expectations,
            }
        })
    }

    /// Scores a batch of leads, and tells what accounts need of them: the plan is one of [`Plan::with_accounts`]. `tallies` are
    /// those that accounts look at.
    #[must_use]
    pub fn score_for_accounts(&self, leads: &Leads, ledger: &Ledger, tallies: &[usize]) -> (Results, ForAccounts) {
        let mut notes = Notes::new(self.dates.len(), self.options.rule_points);
        let (counted, done) = self.counted_for_accounts(leads, ledger, tallies);
        let (tallied, set_aside) = counted;
        let mut frame = Frame::new(&self.leads, ledger.moment(), leads.rows, &leads.fields).with_tallied(tallied);
        frame.set_aside = set_aside;
        let results = self.results(&mut frame, leads, &mut notes);
        let (conditions, quantities) =
            (&self.parts.expectations[self.asked.0..], &self.parts.quantities[self.asked.1..]);
        let conditions = conditions.iter().map(|&node| frame.truth(node).to_vec()).collect();
        let quantities = quantities.iter().map(|&number| frame.number(number).clone()).collect();
        (results, ForAccounts { conditions, quantities, done })
    }

    /// What leads did, and the same for their accounts.
    fn counted_for_accounts<'l>(
        &self,
        leads: &Leads,
        ledger: &'l Ledger,
        tallies: &[usize],
    ) -> ((Tallied<'l>, SetAside), Done) {
        match &leads.events {
            Some(events) if self.needed.events => {
                let pairs = ledger.layout().with_pairs(tallies);
                let (tallied, set_aside, beside) =
                    self.count_nested(ledger, ledger.numbering(), leads.rows, events, &pairs);
                let done = if tallies.is_empty() {
                    Done::Nothing
                } else {
                    Done::Here((0..leads.rows).map(|row| tallied.record(row).to_vec()).collect(), beside)
                };
                ((tallied, set_aside), done)
            }
            _ if self.needed.events => {
                let mut places = vec![None; leads.rows];
                let tallied = ledger.tallied_at(&leads.keys, &mut |row, found| places[row] = Some(found));
                ((tallied, SetAside::default()), Done::InLedger(places))
            }
            _ => ((Tallied::new(ledger.layout(), leads.rows), SetAside::default()), Done::Nothing),
        }
    }

    /// The tallies that it looks at.
    #[must_use]
    pub fn tallies(&self) -> Vec<usize> {
        self.looked_for()
    }

    /// Closes the ledger, so that what leads did can be added up for accounts, which look at these tallies.
    pub fn close_for_accounts(&self, ledger: &mut Ledger, tallies: &[usize]) {
        ledger.close(&self.events, tallies);
    }

    /// Scores a batch of accounts, the first of which has this number among those of `records`.
    #[must_use]
    pub fn score_accounts(
        &self,
        accounts: &Leads,
        (ledger, moment): (&Ledger, &Moment),
        (records, first): (&[u8], usize),
    ) -> Results {
        let mut notes = Notes::new(self.dates.len(), self.options.rule_points);
        let tallied = Tallied::of_accounts(ledger.layout(), records, first, accounts.rows);
        let mut frame = Frame::new(&self.leads, moment, accounts.rows, &accounts.fields).with_tallied(tallied);
        self.results(&mut frame, accounts, &mut notes)
    }

    /// By further condition: its truth, row by row.
    fn asked(&self, frame: &mut Frame<'_>) -> Vec<Vec<Truth>> {
        let mut truths = |node| frame.truth(node).iter().map(|&truth| truth_of(truth)).collect();
        self.parts.expectations[..self.asked.0].iter().map(|&node| truths(node)).collect()
    }

    /// What the plan knows of the lead in a row, seen from the ledger's instant, for looking at it again. Its values
    /// are those that were read: [`Options::trace`] asks for everything that rules look at.
    #[must_use]
    pub fn known(&self, leads: &Leads, row: usize, ledger: &Ledger) -> Known {
        let counters = |tallied: Tallied<'_>| {
            let tallies = (0..).take(self.events.tallies.len());
            tallies.map(|at| tallied.counter(TallyId(at), 0, ledger.moment().as_of())).collect()
        };
        let counters = match &leads.events {
            Some(events) if self.needed.events => {
                counters(self.count_nested(ledger, &self.events.numbering(), 1, &events.of_row(row), &[]).0)
            }
            _ if self.needed.events => counters(ledger.tallied(&leads.keys.slice(row, 1))),
            _ => Vec::new(),
        };
        Known { lead: leads.lead(row), counters }
    }

    fn with_frame<R>(&self, leads: &Leads, ledger: &Ledger, run: impl FnOnce(&mut Frame<'_>) -> R) -> R {
        let (tallied, set_aside) = match &leads.events {
            // Values have numbers of their own in each batch.
            Some(events) if self.needed.events => {
                let numbering = self.events.numbering();
                let (tallied, set_aside, _) = self.count_nested(ledger, &numbering, leads.rows, events, &[]);
                (tallied, set_aside)
            }
            _ if self.needed.events => (ledger.tallied(&leads.keys), SetAside::default()),
            _ => (Tallied::new(ledger.layout(), leads.rows), SetAside::default()),
        };
        let mut frame = Frame::new(&self.leads, ledger.moment(), leads.rows, &leads.fields).with_tallied(tallied);
        frame.set_aside = set_aside;
        run(&mut frame)
    }

    /// What leads with nested events did; and what stands beside their records, of these fields, before it is added up.
    fn count_nested<'l>(
        &self,
        ledger: &'l Ledger,
        numbering: &Numbering,
        leads: usize,
        events: &crate::columns::Events,
        pairs: &[usize],
    ) -> (Tallied<'l>, SetAside, Beside) {
        let EventLeads::Rows(rows) = &events.leads else {
            unreachable!("events nested in leads are told apart by their rows")
        };
        let Repeated { mut dropped, counts } = repeated(std::slice::from_ref(events));
        let dropped = dropped.remove(0);
        let layout = ledger.layout();
        let (mut tallied, mut beside) = (Tallied::new(layout, leads), Beside::new(layout));
        let seen = Seen { numbering, ..ledger.seen() };
        let mut book = Nested { layout, tallied: &mut tallied, beside: &mut beside, rows };
        let (late, ignored) = self.events.count(seen, events, &dropped, &mut book);
        let apart = beside.only(pairs);
        beside.close(layout, &mut tallied);
        (tallied, SetAside { late, ignored, repeated: counts }, apart)
    }

    fn results(&self, frame: &mut Frame<'_>, leads: &Leads, notes: &mut Notes) -> Results {
        let exclusions = first_true(frame, self.parts.exclusions.iter().copied());
        let mut rules = notes.rule_points.then(|| vec![Vec::new(); self.dates.len()]);
        for (range, score) in &self.parts.scores {
            let column = match score {
                ScorePlan::Computed(number) => {
                    notes.sums.push(Vec::new());
                    computed(frame, *number, range)
                }
                ScorePlan::Parts(parts) => {
                    let mut sums =
                        Sums { points: vec![0; leads.rows], unknown: vec![0; leads.rows], rules: rules.take() };
                    for part in parts {
                        part.add_to(frame, notes, &mut sums);
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
        for (at, &step) in self.parts.stages.iter().enumerate() {
            let number = StageId::Step(u16::try_from(at).expect("stages are counted in u16")).number();
            for (stage, truth) in stages.iter_mut().zip(frame.truth(step)) {
                *stage = if *truth == Truth::True as u8 { number } else { *stage };
            }
        }
        for (row, stage) in stages.iter_mut().enumerate() {
            *stage = if exclusions.is_valid(row) { StageId::EXCLUDED_NUMBER } else { *stage };
        }
        frame.stages.clone_from(&stages);
        for label in &self.parts.labels {
            let column = Self::label(label, frame);
            frame.labels.push(column);
        }
        let broken = self.parts.promises.iter().map(|&(always, node)| rows_where(frame, node, !always)).collect();
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
            set_aside: frame.set_aside,
            broken,
            kept: leads.kept.clone(),
            changes: None,
            leads: None,
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

/// By row: the index of the first of these conditions that is true.
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

/// The texts of several labels, joined; unknown where one of them is.
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

impl Parts {
    fn new(rules: &Rules, compiler: &mut Compiler<'_>, asked: Asked<'_>) -> Self {
        let exclusions = rules.exclusions.iter().map(|line| compiler.condition(&line.condition, Rows::Leads)).collect();
        let scores = rules
            .scores
            .iter()
            .map(|score| {
                let plan = match &score.body {
                    ScoreBody::Rules(parts) => {
                        ScorePlan::Parts(parts.iter().map(|part| PartPlan::new(part, compiler)).collect())
                    }
                    ScoreBody::Computed(quantity) => ScorePlan::Computed(compiler.quantity(quantity, Rows::Leads)),
                };
                (score.range, plan)
            })
            .collect();
        let stages = rules.stages.steps.iter().map(|step| compiler.condition(&step.condition, Rows::Leads)).collect();
        let labels = rules.labels.iter().map(|label| LabelPlan::new(&label.body, compiler)).collect();
        let lines = rules.promises.iter().flat_map(|promise| &promise.lines);
        let promises = lines.map(|line| (line.always, compiler.condition(&line.condition, Rows::Leads))).collect();
        let expectations = asked.conditions.iter().map(|cond| compiler.condition(cond, Rows::Leads)).collect();
        let quantities = asked.quantities.iter().map(|of| compiler.quantity(of, Rows::Leads)).collect();
        let occurrences = asked.occurrences.iter().filter_map(|of| compiler.count(of, 1)).collect();
        Self { exclusions, scores, stages, labels, promises, expectations, quantities, occurrences }
    }
}

impl LabelPlan {
    fn new(body: &LabelBody, compiler: &mut Compiler<'_>) -> Self {
        match body {
            LabelBody::Joined(labels) => Self::Joined(labels.iter().map(|label| usize::from(label.0)).collect()),
            LabelBody::Lines { lines, otherwise } => {
                let mut texts: Once<String> = Once::default();
                let mut place = |text: &String| {
                    u16::try_from(texts.place(text.clone())).expect("labels have fewer lines than this")
                };
                let lines =
                    lines.iter().map(|(cond, text)| (compiler.condition(cond, Rows::Leads), place(text))).collect();
                let otherwise = otherwise.as_ref().map(place);
                Self::Lines { lines, otherwise, texts: texts.into_entries().into() }
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
        let tallies = std::mem::take(&mut compiler.tallies).into_entries();
        let program = std::mem::take(&mut compiler.events);
        let decay = |tally: &Tally| match tally.measure {
            Measure::Factors(decay) | Measure::Buckets(_, Some(decay)) => Some(decay),
            _ => None,
        };
        let factors = tallies.iter().map(|tally| decay(tally).map(|decay| compiler.factors(decay))).collect();
        let counted = ByKind::new(&tallies, log.map_or(0, |log| log.kinds.len()));
        let mut enough = std::mem::take(&mut compiler.enough);
        if options.trace {
            enough.fill(u32::MAX);
        }
        let properties = log.map_or(0, |log| log.properties.len());
        let (zone, windows) = (rules.zone.clone(), std::mem::take(&mut compiler.windows).into_entries());
        Self { zone, windows, program, tallies, enough, properties, factors, counted, ignored }
    }
}
