//! Accounts: what the leads of a company come to together. In: the accounts' own data, and leads batch by batch as they are
//! scored; out: what leads ask of their account, and what comes out for each account. Leads and accounts take turns, as
//! [`leadrules_language::ir::Accounts`] says; this room knows which leads belong together, and adds up.

mod company;
mod gathering;
mod numbers;
mod table;

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::{Array, Int32Array, StringArray, UInt16Array};
use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};

use crate::columns::{Column, Leads, Need, Needed, Results};
use crate::data::{self, Error, Input, Keys, ReadOptions, ReadReport, Seen};
use crate::engine::{ForAccounts, Ledger, Members, Moment, Options, Plan};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{self, FieldId, OfAccount, Subject};

pub use company::company;
use gathering::Gathering;
use numbers::NONE;
use table::{Named, Names, Table};

/// Where the accounts' own data is.
#[derive(Copy, Clone, Debug)]
pub enum AccountSource<'a> {
    /// In a file.
    File(&'a Input, &'a ReadOptions),
    /// Nowhere: there are the accounts that leads name, and nothing else is known of them.
    None,
}

/// The rules of a run: what they say of leads, and of accounts.
#[derive(Copy, Clone, Debug)]
pub struct Both<'r> {
    /// The rules.
    pub leads: &'r ir::Rules,
    /// The same for accounts.
    pub accounts: &'r ir::Accounts,
}

/// The accounts of a run.
#[derive(Debug)]
pub struct Accounts {
    known: Known,
    taking: Taking,
    /// What reading their data noticed, if there is any.
    report: Option<ReadReport>,
}

/// What is known of accounts while leads are scored.
#[derive(Debug)]
pub struct Known {
    plan: Arc<Plan>,
    moment: Moment,
    /// Whether there is one account, and all leads are its own, whatever keys they bear.
    is_of_all: bool,
    /// The tallies of events that accounts look at.
    tallies: Vec<usize>,
    table: Table,
    /// By what leads ask, what it is for each account, as far as it is known.
    answers: Vec<Column>,
    /// What came out for them in the last turn.
    results: Vec<Results>,
}

/// What is taken in of leads that have been scored.
#[derive(Debug)]
pub struct Taking {
    turn: u16,
    tallies: Vec<usize>,
    /// Accounts that only leads name, and that were not known before this turn.
    named: Named,
    gathering: Gathering,
    members: Members,
    /// The keys of the leads so far: of several rows with one key, the first is a lead of its account.
    seen: Seen,
}

/// What comes out for the accounts of a run.
#[derive(Debug)]
pub struct AccountResults {
    /// First those of the data, in its order, then those that only leads name; each with how many leads it has.
    pub results: Vec<Results>,
    /// What reading their data noticed, if there is any.
    pub report: Option<ReadReport>,
}

/// Accounts as leads of the rules about accounts.
#[derive(Debug)]
pub struct AsLeads {
    /// The rules about accounts, made ready.
    pub plan: Arc<Plan>,
    /// What their leads did together, by the keys of accounts.
    pub ledger: Ledger,
    /// They themselves, with what was gathered of their leads.
    pub leads: Vec<Leads>,
    /// Of each, how many leads it has that count.
    pub members: Vec<u32>,
    /// What reading their data noticed, if there is any.
    pub report: Option<ReadReport>,
}

/// A batch of leads that have been scored, on its way to their accounts.
#[derive(Debug)]
pub struct Share {
    /// By row, the number of the account, as far as it is known.
    places: Vec<u32>,
    /// Rows whose account is not known yet, and its key.
    new: Vec<(usize, String)>,
    exclusions: UInt16Array,
    keys: Keys,
    told: ForAccounts,
}

/// A field of accounts, beside their key, that rules about leads or accounts look at: without data of accounts it is known of none.
#[must_use]
pub fn field_looked_at(accounts: &ir::Accounts) -> Option<&str> {
    let plan = Plan::new(&accounts.rules, Options { log: true, rule_points: false, trace: false });
    let is_asked = |id: FieldId| accounts.asked.iter().any(|asked| asked.of == OfAccount::Field(id));
    let is_needed = |id: FieldId| plan.needed().fields[usize::from(id.0)] > Need::Nothing || is_asked(id);
    let mut fields = accounts.rules.declared();
    fields.find(|(id, _)| *id != accounts.key && is_needed(*id)).map(|(_, field)| field.name.as_str())
}

/// What is read of the accounts' own data: all fields, or what rules about accounts look at, and what leads ask of them.
#[must_use]
pub fn needed_of(ir: &ir::Accounts, plan: &Plan, (as_of, needs_all): (Instant, bool)) -> Needed {
    let mut needed = plan.needed_at(&plan.at(as_of));
    needed.events = false;
    if needs_all {
        needed.fields.fill(Need::Values);
    }
    // What accounts ask of their leads is not in the data.
    for gathered in &ir.gathered {
        needed.fields[usize::from(gathered.field.0)] = Need::Nothing;
    }
    for asked in &ir.asked {
        if let OfAccount::Field(id) = asked.of {
            needed.fields[usize::from(id.0)] = Need::Values;
        }
    }
    needed
}

/// Lets leads and accounts in memory, which carry their events, take turns until each knows what it asks of the others: leads then
/// have it in their fields, and accounts are leads of the rules about them. The plans are those of [`Plan::with_accounts`]. Leads with a key
/// that counts `elsewhere`, in a row that is not among these, count for no account.
#[must_use]
pub fn settle(
    rules: Both<'_>,
    (plan, of_accounts): (&Plan, &Arc<Plan>),
    as_of: Instant,
    (leads, elsewhere): (&mut [Leads], &[&str]),
    accounts: Vec<Leads>,
) -> AsLeads {
    let ir = rules.accounts;
    let elsewhere = Keys::new(&elsewhere.iter().map(Some).collect::<StringArray>());
    let mut ledger = plan.ledger(plan.at(as_of));
    let mut accounts = Accounts::new(ir, Arc::clone(of_accounts), as_of, accounts);
    plan.close_for_accounts(&mut ledger, accounts.tallies());
    for turn in 0..=ir.turns {
        accounts.begin(ir, turn, &ledger);
        accounts.taking.seen.repeated(&elsewhere);
        accounts.gather(rules, plan, leads, &ledger);
        if turn < ir.turns {
            accounts.end(ir, &ledger);
        }
    }
    accounts.into_leads(ir, &ledger)
}

/// The key of the account of each lead, as keys of accounts are compared; none for leads without one.
#[must_use]
pub fn keys(rules: Both<'_>, leads: &Leads) -> Vec<Option<String>> {
    let keys = keys_of_accounts(rules, leads);
    (0..leads.rows).map(|row| keys.get(row).map(Cow::into_owned)).collect()
}

impl Accounts {
    /// Reads the accounts' own data, as seen from an instant; all fields, or those that anything looks at.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn open(
        ir: &ir::Accounts,
        plan: Arc<Plan>,
        (as_of, needs_all): (Instant, bool),
        source: AccountSource<'_>,
    ) -> Result<Self, Error> {
        let (batches, report) = match source {
            AccountSource::File(input, options) => {
                let mut reader =
                    data::read_leads(input, &ir.rules, &needed_of(ir, &plan, (as_of, needs_all)), &[], options)?;
                let batches = reader.by_ref().collect::<Result<Vec<Leads>, Error>>()?;
                (batches, Some(reader.report().clone()))
            }
            AccountSource::None => (Vec::new(), None),
        };
        Ok(Self { report, ..Self::new(ir, plan, as_of, batches) })
    }

    /// Accounts of which this is known.
    fn new(ir: &ir::Accounts, plan: Arc<Plan>, as_of: Instant, batches: Vec<Leads>) -> Self {
        let table = Table::new(ir, batches);
        let tallies = plan.tallies();
        let taking = Taking {
            turn: 0,
            tallies: tallies.clone(),
            named: Named::after(&table),
            gathering: Gathering::new(ir, table.len()),
            members: Members::default(),
            seen: Seen::default(),
        };
        let answers = vec![Column::Absent; ir.asked.len()];
        let moment = plan.at(as_of);
        let known = Known { plan, moment, is_of_all: false, tallies, table, answers, results: Vec::new() };
        Self { known, taking, report: None }
    }

    /// Asks for what tells whose a lead is, and for what accounts ask of events.
    pub fn need(&self, ir: &ir::Accounts, needed: &mut Needed) {
        needed.count(&self.known.plan.needed_at(&self.known.moment));
        if let Subject::Field(id) | Subject::FieldDomain(id) = ir.by {
            needed.fields[usize::from(id.0)] = Need::Values;
        }
        // What leads ask of their account is not in the data.
        for asked in &ir.asked {
            needed.fields[usize::from(asked.field.0)] = Need::Nothing;
        }
    }

    /// The tallies of events that accounts look at.
    #[must_use]
    pub fn tallies(&self) -> &[usize] {
        &self.known.tallies
    }

    /// What is known of accounts, and what takes in leads.
    pub fn apart(&mut self) -> (&Known, &mut Taking) {
        (&self.known, &mut self.taking)
    }

    /// Begins a turn: nothing has been gathered of the leads.
    pub fn begin(&mut self, ir: &ir::Accounts, turn: u16, ledger: &Ledger) {
        let accounts = self.known.table.len();
        self.taking.turn = turn;
        self.taking.named = Named::after(&self.known.table);
        self.taking.gathering = Gathering::new(ir, accounts);
        self.taking.members = ledger.members(accounts);
        self.taking.seen = Seen::default();
    }

    /// Scores leads that wait, and gathers what accounts ask of them.
    pub fn gather(&mut self, rules: Both<'_>, plan: &Plan, leads: &mut [Leads], ledger: &Ledger) {
        let known = &self.known;
        let share = |leads: &mut Leads| {
            known.fill(rules, leads);
            known.score(rules, plan, leads, ledger).1
        };
        let shares: Vec<Share> = leads.par_iter_mut().map(share).collect();
        for share in shares {
            self.taking.take(share);
        }
    }

    /// Ends a turn: all leads have been taken in, and accounts are scored.
    pub fn end(&mut self, ir: &ir::Accounts, ledger: &Ledger) {
        let Self { known, taking, .. } = self;
        let gathered = known.take_in(ir, taking);
        let members = std::mem::take(&mut taking.members);
        let records = members.records(ledger, known.table.len(), &taking.tallies);
        known.score_accounts(&known.batches(ir, &gathered), (ledger, &records));
        let answer = |asked: &ir::Asked| {
            let is_known = asked.turn <= taking.turn.saturating_add(1);
            if is_known { known.table.answer(ir, asked.of, &known.results) } else { Column::Absent }
        };
        known.answers = ir.asked.iter().map(answer).collect();
    }

    /// Ends the last turn as [`Accounts::end`] does, but instead of being scored, accounts become leads of the rules about them,
    /// which know what was gathered: their plan, what they did by their keys, and they themselves, in the order of their numbers.
    #[must_use]
    pub fn into_leads(self, ir: &ir::Accounts, ledger: &Ledger) -> AsLeads {
        let Self { mut known, mut taking, report } = self;
        let gathered = known.take_in(ir, &mut taking);
        let accounts = known.table.len();
        let records = std::mem::take(&mut taking.members).records(ledger, accounts, &taking.tallies);
        let leads = known.batches(ir, &gathered);
        let keys: Vec<_> = leads.iter().map(|batch| batch.keys.clone()).collect();
        let ledger = ledger.of_accounts(known.moment, &keys, &records);
        AsLeads { plan: known.plan, ledger, leads, members: taking.gathering.leads(), report }
    }

    /// Once the first turn has ended: lets leads and accounts take turns until each lead knows what it asks, and begins the last turn.
    pub fn take_turns(&mut self, rules: Both<'_>, plan: &Plan, leads: &mut [Leads], ledger: &Ledger) {
        for turn in 1..rules.accounts.turns {
            self.begin(rules.accounts, turn, ledger);
            self.gather(rules, plan, leads, ledger);
            self.end(rules.accounts, ledger);
        }
        leads.par_iter_mut().for_each(|leads| self.known.fill(rules, leads));
        self.begin(rules.accounts, rules.accounts.turns, ledger);
    }

    /// What came out, once the last turn has ended.
    #[must_use]
    pub fn finish(self) -> AccountResults {
        let mut leads = self.taking.gathering.leads().into_iter();
        let with_leads = |results: Results| {
            let leads = leads.by_ref().take(results.rows).collect();
            Results { leads: Some(leads), ..results }
        };
        AccountResults { results: self.known.results.into_iter().map(with_leads).collect(), report: self.report }
    }
}

impl Known {
    /// The number of each lead's account, as far as it is known; and of the others the rows, and the keys of their accounts.
    fn places(&self, rules: Both<'_>, leads: &Leads) -> (Vec<u32>, Vec<(usize, String)>) {
        if self.is_of_all {
            return (vec![0; leads.rows], Vec::new());
        }
        let keys = keys_of_accounts(rules, leads);
        let (mut places, mut new) = (vec![NONE; leads.rows], Vec::new());
        for (row, place) in places.iter_mut().enumerate() {
            let Some(key) = keys.get(row) else { continue };
            match self.table.find(&key) {
                Some(number) => *place = number,
                None => new.push((row, key.into_owned())),
            }
        }
        (places, new)
    }

    /// Gives leads what they ask of their account, as far as it is known.
    pub fn fill(&self, rules: Both<'_>, leads: &mut Leads) {
        let ir = rules.accounts;
        if ir.asked.is_empty() {
            return;
        }
        let (places, _) = self.places(rules, leads);
        let place = |&place: &u32| i32::try_from(place).ok().filter(|_| place != NONE);
        let places: Int32Array = places.iter().map(place).collect();
        for (asked, answers) in ir.asked.iter().zip(&self.answers) {
            leads.fields[usize::from(asked.field.0)] = data::gather(answers, places.clone());
        }
    }

    /// Scores a batch of leads, and prepares what their accounts need of them.
    #[must_use]
    pub fn score(&self, rules: Both<'_>, plan: &Plan, leads: &Leads, ledger: &Ledger) -> (Results, Share) {
        let (results, told) = plan.score_for_accounts(leads, ledger, &self.tallies);
        let (places, new) = self.places(rules, leads);
        let (exclusions, keys) = (results.exclusions.clone(), Keys::new(&leads.keys));
        (results, Share { places, new, exclusions, keys, told })
    }

    /// Takes in the accounts that only leads name: what was gathered of the leads, a row for each account.
    fn take_in(&mut self, ir: &ir::Accounts, taking: &mut Taking) -> Vec<Column> {
        self.table.add(&mut taking.named);
        taking.gathering.grow(self.table.len());
        taking.gathering.columns(ir, taking.turn)
    }

    /// All accounts with what was gathered of their leads, batch by batch.
    fn batches(&self, ir: &ir::Accounts, gathered: &[Column]) -> Vec<Leads> {
        let mut first = 0;
        let mut batches = self.table.batches(ir);
        for batch in &mut batches {
            for (gathered, column) in ir.gathered.iter().zip(gathered) {
                batch.fields[usize::from(gathered.field.0)] = table::slice(column, first, batch.rows);
            }
            batch.first_row = first as u64;
            first += batch.rows;
        }
        batches
    }

    /// Scores all accounts, which did this.
    fn score_accounts(&mut self, batches: &[Leads], (ledger, records): (&Ledger, &[u8])) {
        self.results.clear();
        let mut first = 0;
        for batch in batches {
            self.results.push(self.plan.score_accounts(batch, (ledger, &self.moment), (records, first)));
            first += batch.rows;
        }
    }
}

impl Taking {
    /// Takes in a batch of leads; batches come in the order of the data.
    pub fn take(&mut self, share: Share) {
        let Share { mut places, new, exclusions, keys, told } = share;
        for (row, key) in new {
            places[row] = self.named.find_or_add(key);
        }
        for row in self.seen.repeated(&keys) {
            places[row] = NONE;
        }
        for (row, place) in places.iter_mut().enumerate() {
            *place = if exclusions.is_valid(row) { NONE } else { *place };
        }
        let accounts = self.named.end();
        self.gathering.grow(accounts);
        self.gathering.take(&places, &told);
        self.members.take(&places, accounts, told, &self.tallies);
    }
}

/// The keys of the accounts that leads bear.
fn keys_of_accounts(rules: Both<'_>, leads: &Leads) -> Names {
    let (id, is_domain) = match rules.accounts.by {
        Subject::FieldDomain(id) => (id, true),
        Subject::Field(id) => (id, false),
        Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => {
            unreachable!("`resolve` lets only fields tell whose a lead is")
        }
    };
    let column = leads.fields[usize::from(id.0)].clone();
    let texts = data::key_texts(data::key_column(column, &rules.leads.field(id).ty), leads.rows);
    Names::new(rules.accounts, texts, is_domain)
}
