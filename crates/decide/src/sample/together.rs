//! Leads, or accounts, of rules about both, each seen as it was before its moment: an account together with its leads as they were then,
//! a lead together with its account and all that belong to it.

use std::sync::Arc;

use arrow_array::Array;
use hashbrown::{HashMap, HashSet};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::held::Held;
use super::moments::{Moment, Says};
use super::{Noticed, Part, Wanted};
use crate::whom::Whom;
use leadrules_engine::accounts::{self, Both};
use leadrules_engine::columns::{Leads, Need, Needed, Picked};
use leadrules_engine::data::{self, ReadReport};
use leadrules_engine::engine::{Asked, Options, Plan};
use leadrules_engine::run::{AccountSource, Error, EventSource, Step};
use leadrules_language::calendar::Instant;

/// Leads and accounts in memory, and who belongs to whom.
struct Together<'a> {
    both: Both<'a>,
    held: Held,
    accounts: Vec<Leads>,
    /// By lead, in the order of the data: the key of its account.
    bears: Vec<Vec<Option<String>>>,
    /// Of the leads with a key, where each key stands first: that row counts.
    first: HashMap<String, Picked>,
    /// By the key of an account: its leads.
    members: HashMap<String, Vec<Picked>>,
    /// By key: where the account's own data is.
    listed: HashMap<String, Picked>,
}

/// Hands on all leads or accounts; those with the same moment come together.
pub(super) fn by_moment(
    wanted: &Wanted<'_>,
    at: &str,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Noticed, Error> {
    let rules = wanted.request.rules;
    let about = wanted.whom.rules(rules).expect("rules about accounts");
    let says = Says::of(about, at);
    let mut noticed = Noticed::default();
    let all = Together::read(wanted, &says.keep(), &mut noticed.leads, progress)?;
    let mut moments = match wanted.whom {
        Whom::Leads => says.moments((about, wanted), &all.held.leads, &|_| true, &mut noticed),
        Whom::Accounts => {
            let first: HashSet<Picked> = all.listed.values().copied().collect();
            let counts = |picked: Picked| all.key(picked).is_none() || first.contains(&picked);
            says.moments((about, wanted), &all.accounts, &counts, &mut noticed)
        }
    };
    // Accounts that only leads name have no moment.
    let today = (wanted.request.as_of, false);
    if wanted.whom == Whom::Accounts && moments.iter().all(|(seen, _)| *seen != today) {
        moments.push((today, Moment::default()));
    }
    let conditions = wanted.conditions();
    let asked = Asked { conditions: &conditions, ..Asked::default() };
    let (of_leads, of_accounts) = match wanted.whom {
        Whom::Leads => (asked, Asked::default()),
        Whom::Accounts => (Asked::default(), asked),
    };
    let log = !matches!(wanted.request.events, EventSource::None);
    let options = Options { log, rule_points: true, trace: true };
    let (plan, of_accounts) = Plan::with_accounts(rules, all.both.accounts, options, (of_leads, of_accounts));
    let plans = (&plan, &Arc::new(of_accounts));
    let by_key = all.held.by_key();
    for group in moments.chunks(64) {
        let part = |(seen, moment): &((Instant, bool), Moment)| {
            let nested = |rows: &[Picked]| all.held.leads_at(rows, &by_key, log);
            match wanted.whom {
                Whom::Leads => vec![all.leads(wanted, plans, (seen.0, moment), &nested)],
                Whom::Accounts => all.of_moment(wanted, plans, (*seen, moment), &nested),
            }
        };
        let parts: Vec<Vec<Part>> = group.par_iter().map(part).collect();
        parts.into_iter().flatten().for_each(&mut *take);
    }
    Ok(noticed)
}

impl<'a> Together<'a> {
    fn read(
        wanted: &Wanted<'a>,
        keep: &[String],
        report: &mut ReadReport,
        progress: &mut (dyn FnMut(Step) + Send),
    ) -> Result<Self, Error> {
        let request = &wanted.request;
        let ir = request.rules.accounts.as_deref().expect("rules about accounts");
        let both = Both { leads: request.rules, accounts: ir };
        let (of_leads, of_accounts) = match wanted.whom {
            Whom::Leads => (keep, &[][..]),
            Whom::Accounts => (&[][..], keep),
        };
        let held = Held::read(request, of_leads, progress)?;
        report.clone_from(&held.report);
        let mut accounts = Vec::new();
        if let Some(AccountSource::File(input, options)) = request.accounts {
            let mut needed = Needed {
                fields: vec![Need::Values; ir.rules.fields.len()],
                properties: vec![false; ir.rules.log.as_ref().map_or(0, |log| log.properties.len())],
                events: false,
            };
            // What accounts ask of their leads is not in the data.
            for gathered in &ir.gathered {
                needed.fields[usize::from(gathered.field.0)] = Need::Nothing;
            }
            let mut reader = data::read_leads(input, &ir.rules, &needed, of_accounts, options)?;
            for batch in reader.by_ref() {
                accounts.push(batch?.written_out());
            }
            if wanted.whom == Whom::Accounts {
                report.clone_from(reader.report());
            }
        }
        let bears: Vec<Vec<Option<String>>> = held.leads.iter().map(|leads| accounts::keys(both, leads)).collect();
        let mut members: HashMap<String, Vec<Picked>> = HashMap::new();
        for (batch, keys) in bears.iter().enumerate() {
            for (row, key) in keys.iter().enumerate() {
                if let Some(key) = key {
                    members.entry_ref(key.as_str()).or_default().push((batch, row));
                }
            }
        }
        let mut first = HashMap::new();
        for (batch, leads) in held.leads.iter().enumerate() {
            for (row, key) in leads.keys.iter().enumerate() {
                if let Some(key) = key {
                    first.entry_ref(key).or_insert((batch, row));
                }
            }
        }
        let mut listed = HashMap::new();
        for (batch, leads) in accounts.iter().enumerate() {
            for (row, key) in leads.keys.iter().enumerate() {
                if let Some(key) = key {
                    listed.entry(ir.compared(key)).or_insert((batch, row));
                }
            }
        }
        Ok(Self { both, held, accounts, bears, first, members, listed })
    }

    /// The accounts of a moment: those with it, and if it is the instant of the request, those that only leads name.
    fn of_moment(
        &self,
        wanted: &Wanted<'_>,
        plans: (&Plan, &Arc<Plan>),
        ((as_of, is_own), moment): ((Instant, bool), &Moment),
        nested: &dyn Fn(&[Picked]) -> Leads,
    ) -> Vec<Part> {
        let mut rows: Vec<Picked> = moment.rows.iter().flat_map(|&picked| self.members_of(picked)).collect();
        if !is_own {
            let unlisted = self.members.iter().filter(|(key, _)| !self.listed.contains_key(*key));
            rows.extend(unlisted.flat_map(|(_, members)| members));
        }
        rows.sort_unstable();
        let accounts = gathered(&self.accounts, &moment.rows);
        let mut members: Vec<Leads> = if rows.is_empty() { Vec::new() } else { vec![nested(&rows)] };
        let settled = accounts::settle(self.both, plans, as_of, (&mut members, &self.elsewhere(&rows)), accounts);
        let part = |leads: Leads| {
            let trace = settled.plan.trace(&leads, &settled.ledger);
            let rows = (leads.first_row..).take(leads.rows).collect();
            wanted.part(leads, rows, trace, (moment.at, moment.month.clone()))
        };
        settled.leads.iter().filter(|leads| leads.rows > 0).cloned().map(part).collect()
    }

    /// The key of an account of the data.
    fn key(&self, (batch, row): Picked) -> Option<String> {
        let keys = &self.accounts[batch].keys;
        keys.is_valid(row).then(|| self.both.accounts.compared(keys.value(row)))
    }

    fn members_of(&self, account: Picked) -> Vec<Picked> {
        self.key(account).and_then(|key| self.members.get(&key)).cloned().unwrap_or_default()
    }

    /// The keys of those of these rows (in ascending order) whose first row is not among them.
    fn elsewhere(&self, rows: &[Picked]) -> Vec<&str> {
        let key = |&(batch, row): &Picked| {
            let keys = &self.held.leads[batch].keys;
            keys.is_valid(row).then(|| keys.value(row))
        };
        let is_elsewhere = |key: &&str| self.first.get(*key).is_some_and(|first| rows.binary_search(first).is_err());
        rows.iter().filter_map(key).filter(is_elsewhere).collect()
    }

    /// The leads of a moment, with what they ask of their accounts.
    fn leads(
        &self,
        wanted: &Wanted<'_>,
        (plan, of_accounts): (&Plan, &Arc<Plan>),
        (as_of, moment): (Instant, &Moment),
        nested: &dyn Fn(&[Picked]) -> Leads,
    ) -> Part {
        let borne = moment.rows.iter().filter_map(|&(batch, row)| self.bears[batch][row].as_deref());
        let keys: HashSet<&str> = borne.collect();
        let mut own: Vec<Picked> = keys.iter().filter_map(|key| self.listed.get(*key)).copied().collect();
        own.sort_unstable();
        let members = keys.iter().filter_map(|key| self.members.get(*key)).flatten().copied();
        let mut rows: Vec<Picked> = members.chain(moment.rows.iter().copied()).collect();
        rows.sort_unstable();
        rows.dedup();
        let mut all = [nested(&rows)];
        let plans = (plan, of_accounts);
        let _ = accounts::settle(
            self.both,
            plans,
            as_of,
            (&mut all, &self.elsewhere(&rows)),
            gathered(&self.accounts, &own),
        );
        let places: Vec<Picked> =
            moment.rows.iter().map(|picked| (0, rows.binary_search(picked).unwrap_or_default())).collect();
        let leads = Leads { events: nested(&moment.rows).events, ..Leads::gather(&all, &places) };
        let trace = plan.trace(&leads, &plan.no_ledger(as_of));
        let rows = moment.rows.iter().map(|&picked| self.held.row(picked)).collect();
        wanted.part(leads, rows, trace, (moment.at, moment.month.clone()))
    }
}

/// These rows, as a batch; none of nothing.
fn gathered(batches: &[Leads], rows: &[Picked]) -> Vec<Leads> {
    if rows.is_empty() { Vec::new() } else { vec![Leads::gather(batches, rows)] }
}
