//! Leads with what became of them: each is scored, and its outcome looked up. In: a run's request, an outcome, and (if
//! wanted) the column that says when it was known; out: batches of leads with everything that the rules did to them.
//! With such a column each lead is seen as it was right before that moment, without its later events. Accounts are looked at in the
//! same way.

mod clock;
mod few;
mod held;
mod moments;
mod of_accounts;
mod together;
mod wanted;

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

pub(crate) use self::clock::{Clock, created};
pub use self::few::Rows;
pub use self::wanted::{Noticed, Part, Wanted};
use crate::outcome::{Legible, illegible};
use crate::whom::Whom;
use held::Held;
use leadrules_engine::columns::{Leads, Picked};
use leadrules_engine::engine::{Asked, Options, Plan};
use leadrules_engine::run::{self, Error, EventSource, Request, Step};
use leadrules_language::types::Truth;
use moments::Says;

/// Hands on all leads, batch by batch. If they have moments of their own, leads with the same moment come together;
/// otherwise they come in the order of the data.
///
/// # Errors
/// When a file can't be read, or events are needed and there are none.
pub fn each(
    wanted: &Wanted<'_>,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Noticed, Error> {
    let legible = Legible::new(wanted.outcome, wanted.whom, &wanted.request);
    let wanted = &Wanted { request: legible.request(wanted.request), ..*wanted };
    let mut moments = [(0, 0); 2];
    let mut counted = |part: Part| {
        for (outcome, moment) in part.outcome.iter().zip(&part.moments) {
            let of = match outcome {
                Truth::True => &mut moments[0],
                Truth::False => &mut moments[1],
                Truth::Unknown => continue,
            };
            of.0 += u64::from(moment.is_some());
            of.1 += 1;
        }
        take(part);
    };
    let noticed = match (wanted.at, wanted.whom) {
        (None, Whom::Leads) => at_once(wanted, &mut counted, progress),
        (None, Whom::Accounts) => of_accounts::at_once(wanted, &mut counted, progress),
        (Some(at), _) if wanted.request.rules.accounts.is_some() => {
            together::by_moment(wanted, at, &mut counted, progress)
        }
        (Some(at), _) => by_moment(wanted, at, None, &mut counted, progress),
    };
    let noticed = noticed?;
    let rules = wanted.request.rules;
    let illegible = wanted.outcome.map(|outcome| illegible(rules, outcome, wanted.whom, &noticed.leads));
    let illegible = illegible.unwrap_or_default();
    Ok(Noticed { whom: wanted.whom, with_outcome: moments[0].1 + moments[1].1, moments, illegible, ..noticed })
}

/// Hands on the leads in some rows of the data, as [`each`] does all. Of a log only their events are kept.
///
/// # Errors
/// As [`each`].
pub fn some(
    wanted: &Wanted<'_>,
    rows: &Rows,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<(), Error> {
    match wanted.at {
        None => {
            let mut part = |(leads, rows, trace): few::Traced| take(wanted.part(leads, rows, trace, (None, None)));
            few::at_once(&wanted.request, (&wanted.conditions(), wanted.fields), rows, &mut part, progress)
        }
        Some(at) => by_moment(wanted, at, Some(rows), take, progress).map(drop),
    }
}

fn at_once(
    wanted: &Wanted<'_>,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Noticed, Error> {
    let conditions = wanted.conditions();
    let request = Request { rule_points: true, trace: true, ..wanted.request };
    let mut opened = run::open_asking(&request, &conditions, wanted.fields, progress)?;
    loop {
        let batches = opened.next_group()?;
        if batches.is_empty() {
            break;
        }
        let trace = |leads: Leads| {
            let trace = opened.plan.trace(&leads, &opened.ledger);
            let rows = (leads.first_row..).take(leads.rows).collect();
            wanted.part(leads, rows, trace, (None, None))
        };
        let parts: Vec<Part> = batches.into_par_iter().map(trace).collect();
        parts.into_iter().for_each(&mut *take);
        progress(opened.step());
    }
    let outcome = opened.finish(request.as_of, run::Counts::new(request.rules));
    Ok(Noticed { leads: outcome.leads, ..Noticed::default() })
}

fn by_moment(
    wanted: &Wanted<'_>,
    at: &str,
    only: Option<&Rows>,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Noticed, Error> {
    let Request { rules, .. } = wanted.request;
    let says = Says::of(rules, at);
    let held = Held::read(&wanted.request, &says.keep(), progress)?;
    let mut noticed = Noticed { leads: held.report.clone(), ..Noticed::default() };
    let counts = |picked: Picked| only.is_none_or(|only| only.place(held.row(picked)).is_some());
    let moments = says.moments((rules, wanted), &held.leads, &counts, &mut noticed);
    let by_key = held.by_key();
    let conditions = wanted.conditions();
    let log = !matches!(wanted.request.events, EventSource::None);
    let asked = Asked { conditions: &conditions, ..Asked::default() };
    let plan = Plan::asking(rules, Options { log, rule_points: true, trace: true }, asked);
    for group in moments.chunks(64) {
        let parts: Vec<Part> = group
            .par_iter()
            .map(|((as_of, _), moment)| {
                let leads = held.leads_at(&moment.rows, &by_key, log);
                let trace = plan.trace(&leads, &plan.no_ledger(*as_of));
                let rows = moment.rows.iter().map(|&picked| held.row(picked)).collect();
                wanted.part(leads, rows, trace, (moment.at, moment.month.clone()))
            })
            .collect();
        parts.into_iter().for_each(&mut *take);
    }
    Ok(noticed)
}
