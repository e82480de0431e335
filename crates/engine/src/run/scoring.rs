//! Scores the leads of opened data, several batches at a time. In: [`Opened`] data, and what is done with each batch of results; out:
//! what was made of them, in the order of the data, and a report.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::{Counts, Error, Opened, Phase, Request, RunReport, Step, drop_nested, group_of, open};
use crate::accounts::{Accounts, Both};
use crate::columns::{Leads, Results};
use crate::data::Position;
use crate::data::write::WriteError;

/// The leads of opened data on their way to results, and what is done with the results on the thread that scored them.
#[must_use = "nothing is scored before `for_each`"]
pub struct Scoring<'r, F> {
    opened: Opened,
    request: Request<'r>,
    work: F,
}

/// Opens the leads, reads the log to its end, and prepares to score what comes.
///
/// # Errors
/// As [`open`].
pub fn score<'r>(
    request: &Request<'r>,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Scoring<'r, impl Fn(Results) -> Results + Sync + use<'r>>, Error> {
    Ok(Scoring { opened: open(request, progress)?, request: *request, work: std::convert::identity })
}

impl<'r, T: Send, F: Fn(Results) -> T + Sync> Scoring<'r, F> {
    /// Does something more with each batch of results, several at a time; their first row is 0 wherever they are in the
    /// data.
    pub fn map<U: Send>(self, then: impl Fn(T) -> U + Sync) -> Scoring<'r, impl Fn(Results) -> U + Sync> {
        let Self { opened, request, work } = self;
        Scoring { opened, request, work: move |results| then(work(results)) }
    }

    /// Scores all leads. `sink` gets what was made of them, in the order of the data, with the number of the first row.
    ///
    /// # Errors
    /// When a file can't be read, or `sink` fails.
    pub fn for_each(
        self,
        sink: &mut (dyn FnMut(T, u64) -> Result<(), WriteError> + Send),
        progress: &mut (dyn FnMut(Step) + Send),
    ) -> Result<RunReport, Error> {
        let Self { mut opened, request, work } = self;
        let mut counts = Counts::new(request.rules);
        let none = counts.clone();
        let counted = |results: Results| {
            let mut counts = none.clone();
            counts.add(&results);
            (counts, work(results))
        };
        let Opened { plan, ledger, leads, waiting, accounts, drops_nested, .. } = &mut opened;
        let (plan, ledger, drops_nested) = (&*plan, &*ledger, *drops_nested);
        let mut take = |(counted, made): (Counts, T), Position { first_row, rows, bytes, of }| {
            counts.join(counted.placed(first_row));
            sink(made, first_row)?;
            progress(Step { phase: Phase::Leads, rows, bytes, of });
            Ok::<(), Error>(())
        };
        match request.rules.accounts.as_ref().zip(accounts.as_mut()) {
            None => {
                let scored = leads.batches().map(|mut leads| {
                    drop_nested(&mut leads, drops_nested);
                    counted(plan.score(&leads, ledger))
                });
                scored.for_each(&mut take)?;
            }
            Some((ir, accounts)) => {
                let both = Both { leads: request.rules, accounts: ir };
                if waiting.is_none() {
                    accounts.begin(ir, 0, ledger);
                }
                let (known, taking) = accounts.apart();
                let scored = |leads: &Leads| {
                    let (results, share) = known.score(both, plan, leads, ledger);
                    // Wherever they are in the data, results count from their first row until they are placed.
                    (counted(Results { first_row: 0, ..results }), share)
                };
                let mut take = |(made, share), position| {
                    take(made, position)?;
                    taking.take(share);
                    Ok::<(), Error>(())
                };
                if let Some(waiting) = waiting {
                    let rows = waiting.iter().map(|leads| leads.rows as u64).sum();
                    while !waiting.is_empty() {
                        let group = group_of(waiting).into_par_iter();
                        let group: Vec<_> = group.map(|leads| (scored(&leads), leads.first_row)).collect();
                        for (made, first_row) in group {
                            take(made, Position { first_row, rows, bytes: 0, of: None })?;
                        }
                    }
                } else {
                    let scored = leads.batches().map(|mut leads| {
                        drop_nested(&mut leads, drops_nested);
                        scored(&leads)
                    });
                    scored.for_each(&mut take)?;
                }
                accounts.end(ir, ledger);
            }
        }
        let accounts = opened.accounts.take().map(Accounts::finish);
        Ok(RunReport { accounts, ..opened.finish(request.as_of, counts) })
    }
}
