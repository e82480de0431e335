//! A few leads out of many: what the others did is not even counted. In: rows of the data; out: these leads with everything that the
//! rules did to them.

use leadrules_engine::columns::{Leads, Need, Picked};
use leadrules_engine::engine::{Asked, Options, Plan, Trace};
use leadrules_engine::hold::{self, Apart, Own};
use leadrules_engine::run::{Error, EventSource, Fields, Request, Step};
use leadrules_language::ir::Cond;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// Rows of the data, each with its place in a list of them.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// By row: its place and one, or 0.
    places: Vec<u32>,
    count: usize,
}

impl Rows {
    /// Rows in the order in which they are given.
    ///
    /// # Panics
    /// If there are more than can be counted in 32 bits.
    #[must_use]
    pub fn new(rows: &[u64]) -> Self {
        let number = |row: u64| usize::try_from(row).expect("rows are held in memory");
        let mut places = vec![0; rows.iter().max().map_or(0, |last| number(*last) + 1)];
        for (&row, place) in rows.iter().zip(1..) {
            places[number(row)] = place;
        }
        Self { places, count: rows.len() }
    }

    /// The place of a row among them, from 0; `None` if it is not one of them.
    #[must_use]
    pub fn place(&self, row: u64) -> Option<usize> {
        let place = *self.places.get(usize::try_from(row).ok()?)?;
        (place as usize).checked_sub(1)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }
}

/// What is made of some leads: they, their rows, and what happened to them.
pub(super) type Traced = (Leads, Vec<u64>, Trace);

/// Hands on the leads in these rows, all seen at the instant of the request.
pub(super) fn at_once(
    request: &Request<'_>,
    (conditions, fields): (&[Cond], Fields),
    rows: &Rows,
    take: &mut dyn FnMut(Traced),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<(), Error> {
    let log = !matches!(request.events, EventSource::None);
    let asked = Asked { conditions, ..Asked::default() };
    let plan = Plan::asking(request.rules, Options { log, rule_points: true, trace: true }, asked);
    let ledger = plan.no_ledger(request.as_of);
    let mut needed = plan.needed_at(&plan.at(request.as_of));
    if fields == Fields::All {
        needed.fields.fill(Need::Values);
    }
    let mut numbers: Vec<Vec<u64>> = Vec::new();
    let mut pick = |leads: Leads| {
        let number = |row: u32| leads.first_row + u64::from(row);
        let found: Vec<u32> = (0..).take(leads.rows).filter(|&row| rows.place(number(row)).is_some()).collect();
        numbers.push(found.iter().map(|&row| number(row)).collect());
        let picked: Vec<Picked> = found.iter().map(|&row| (0, row as usize)).collect();
        let mut few = Leads::gather(std::slice::from_ref(&leads), &picked);
        few.events = leads.events.as_ref().map(|events| hold::nested_in(events, &found));
        few
    };
    let Apart { mut leads, events, own, .. } = hold::read_apart(request, &needed, Some(&mut pick), progress)?;
    if !matches!(request.events, EventSource::Leads) {
        for leads in &mut leads {
            leads.events = None;
        }
    }
    let own = own.into_iter().map(Some).chain(std::iter::repeat_with(|| None));
    let part = |(mut leads, rows, own): (Leads, Vec<u64>, Option<Vec<Own>>)| {
        if let Some(own) = own {
            leads.events = Some(hold::nested(&events, &own));
        }
        let trace = plan.trace(&leads, &ledger);
        (leads, rows, trace)
    };
    let mut batches = leads.into_iter().zip(numbers).zip(own).map(|((leads, rows), own)| (leads, rows, own));
    loop {
        let group: Vec<_> = batches.by_ref().take(2 * rayon::current_num_threads()).collect();
        if group.is_empty() {
            return Ok(());
        }
        let traced: Vec<Traced> = group.into_par_iter().filter(|(leads, ..)| leads.rows > 0).map(part).collect();
        traced.into_iter().for_each(&mut *take);
    }
}
