//! A rule set prepared to run: programs, tallies and scores. It is made once, and run for every batch and any instant.

mod asked;
mod at;
mod counting;
mod course;
mod for_accounts;
mod needed;
mod outcome;
mod parts;
mod results;
mod single;
mod watch;

use std::sync::Arc;

use crate::columns::{EventLeads, Leads, Needed, Results, SetAside};
use leadrules_language::calendar::{Day, Instant};
use leadrules_language::ir::{Accounts, Cond, DateRange, FieldId, Quantity, Rules};
use leadrules_language::types::Truth;

use super::compile::Compiler;
use super::count::{Nested, Seen};
use super::counters::Beside;
use super::evaluate::Frame;
use super::event_plan::EventPlan;
use super::ledger::Ledger;
use super::moment::Moment;
use super::numbering::Numbering;
use super::points::{Notes, RuleRecord};
use super::program::{Passing, Program, TallyId};
use super::repeated::{Repeated, repeated};
use super::tallied::Tallied;
use parts::{LabelPlan, Parts, ScorePlan};

pub use asked::{Asked, Options};
pub use course::Course;
pub(super) use for_accounts::Done;
pub use for_accounts::ForAccounts;
pub use outcome::{Known, LeadTrace, SingleOutcome};
pub use single::{Idle, Single, Supposed};
pub use watch::{Looking, Watch};

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
}

fn truth_of(byte: u8) -> Truth {
    match byte {
        0 => Truth::False,
        1 => Truth::Unknown,
        _ => Truth::True,
    }
}
