//! The days of all leads of the data. In: all leads, and who belongs together; out: in the order of the data, what is made of each.

use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::among::of_company;
use super::{Nights, ReachedDays, of_one, plan};
use crate::company::{Companies, Grouped, Plans};
use crate::replay::{Case, Everybody, Place};

/// Finds the days of all leads, and gives in their order what `kept` makes of each. Leads that ask something of their account are
/// followed with all others of `companies`; they are given with what they ask.
pub fn follow<T: Send>(
    rules: &Rules,
    all: &Everybody,
    companies: Option<&Companies>,
    as_of: Instant,
    kept: impl Fn(Case, ReachedDays) -> T + Sync,
) -> impl Iterator<Item = T> {
    let plan = plan(rules, all.has_log());
    let nights = Nights::new(rules, &plan, all.first(as_of), as_of);
    let of = |case: Case| {
        let reached = of_one(rules, &plan, &nights, &case);
        kept(case, reached)
    };
    let found: Vec<T> = match companies.zip(Plans::new(rules, all.has_log())) {
        None => {
            let of_some = |chunk| all.cases(chunk).into_iter().map(of).collect::<Vec<T>>();
            all.chunks().into_par_iter().map(of_some).collect::<Vec<_>>().into_iter().flatten().collect()
        }
        Some((companies, plans)) => {
            let watches = plans.watches(nights.watch.nights());
            let together = |company: &Grouped| {
                let leads = of_company(&plans, &watches, &nights, all, company);
                leads.into_iter().map(|(place, case, reached)| (place, kept(case, reached))).collect::<Vec<_>>()
            };
            let mut found: Vec<(Place, T)> = companies.companies.par_iter().flat_map_iter(together).collect();
            let alone = companies.alone.par_iter().map(|&place| (place, of(all.case(place))));
            found.append(&mut alone.collect());
            found.sort_by_key(|(place, _)| *place);
            found.into_iter().map(|(_, one)| one).collect()
        }
    };
    found.into_iter()
}
