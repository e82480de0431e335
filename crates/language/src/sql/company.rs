//! Leads and accounts in one query: they take turns as [`crate::ir::Accounts`] says, each turn a step that is a query of its
//! own, until what is asked for can be worked out. In: rules and options; out: the query.
//!
//! ```text
//! account_fields ▶ leads_1 ▶ members_1 ▶ gathered_1 ▶ accounts_1 ▶ leads_2 …
//! ```

use super::expr::Expr;
use super::needed::Needed;
use super::options::{AccountData, AsOf, Of, Options, Refusal};
use super::query::column;
use super::query::{self, Column, Names, Step};
use super::side::{ACCOUNT_KEY, COUNTS, OfAccounts, OfLeads, ROW_OF_KEY, Side, Wanted, known, number, over, takes};
use super::writer::{Explained, LEADS, Writer, Written};
use crate::calendar;
use crate::ir::{Accounts, Field, FieldId, OfAccount, Over, Rules};
use crate::words::{Text, say};

/// The query and, for the columns of rules if they were asked for, their names and meanings.
pub(super) fn select(rules: &Rules, options: &Options<'_>) -> Result<(String, Explained), Vec<Refusal>> {
    let (written, tells_sigmas) = Chain::write(rules, options, false);
    // Few rules ask for a sigma, and without one folding costs less. Folded so, texts contain none.
    let asks_for_sigma = tells_sigmas || written.as_ref().is_ok_and(|(text, _)| text.contains(['σ', 'ς']));
    if asks_for_sigma { Chain::write(rules, options, true).0 } else { written }
}

/// A query in the making.
struct Chain<'a> {
    options: &'a Options<'a>,
    asks_for_sigma: bool,
    names: Names,
    steps: Vec<Step>,
    refusals: Vec<Refusal>,
    tells_sigmas: bool,
}

impl<'a> Chain<'a> {
    fn write(
        rules: &'a Rules,
        options: &'a Options<'a>,
        asks_for_sigma: bool,
    ) -> (Result<(String, Explained), Vec<Refusal>>, bool) {
        let mut chain = Self {
            options,
            asks_for_sigma,
            names: Names::default(),
            steps: Vec::new(),
            refusals: Vec::new(),
            tells_sigmas: false,
        };
        let written = match (&rules.accounts, options.of) {
            (Some(accounts), Of::Accounts) => chain.company(rules, accounts),
            (Some(accounts), Of::Leads) if accounts.are_asked() => chain.company(rules, accounts),
            (_, Of::Leads) => chain.part(rules, options, Side::Alone, &Wanted::Results),
            (None, Of::Accounts) => {
                let reason = say!("the rules say nothing about them: declare them in a block `account {{ … }}`");
                chain.refuse(say!("a query of accounts"), reason, None);
                chain.part(rules, options, Side::Alone, &Wanted::Results)
            }
        };
        let tells_sigmas = chain.tells_sigmas;
        (chain.finish(written), tells_sigmas)
    }

    fn refuse(&mut self, construct: Text, reason: Text, field: Option<&Field>) {
        let refusal = Refusal { construct, dialect: self.options.dialect, reason, span: field.map(|field| field.span) };
        if !self.refusals.contains(&refusal) {
            self.refusals.push(refusal);
        }
    }

    fn part(&mut self, rules: &Rules, options: &Options<'_>, side: Side<'_>, wanted: &Wanted<'_>) -> Written {
        let mut writer = Writer::new(rules, options, side, self.asks_for_sigma);
        let written = writer.write(wanted);
        self.tells_sigmas |= written.tells_sigmas;
        for refusal in std::mem::take(&mut writer.refusals) {
            if !self.refusals.contains(&refusal) {
                self.refusals.push(refusal);
            }
        }
        written
    }

    /// Adds a step that is a query of its own; gives its name.
    fn nested(&mut self, name: &str, note: &'static str, written: &Written) -> String {
        let dialect = self.options.dialect.engine();
        let name = self.names.free(dialect, name);
        let text = query::render(dialect, &[], &written.steps, &written.last);
        self.steps.push(Step { name: name.clone(), note, body: text.lines().map(str::to_owned).collect() });
        name
    }

    /// The turns of leads and accounts, and the query that comes last.
    fn company(&mut self, rules: &Rules, accounts: &Accounts) -> Written {
        let options = self.options;
        for table in options.tables() {
            self.names.take(table.rsplit('.').next().unwrap_or(table));
        }
        let of_all = Needed::all(&accounts.rules);
        let asked_fields: Vec<FieldId> = accounts
            .asked
            .iter()
            .filter_map(|asked| match asked.of {
                OfAccount::Field(id) if id != accounts.key => Some(id),
                OfAccount::Field(_)
                | OfAccount::Itself
                | OfAccount::Score(_)
                | OfAccount::Label(_)
                | OfAccount::Stage => None,
            })
            .collect();
        let is_read = |id: &FieldId| accounts.rules.is_declared(*id) && *id != accounts.key;
        let mut read: Vec<FieldId> =
            of_all.fields.iter().copied().filter(is_read).chain(asked_fields.iter().copied()).collect();
        read.sort_unstable();
        read.dedup();
        let table = match options.accounts {
            AccountData::Table(table) => Some(table),
            AccountData::Nowhere => None,
            AccountData::NotSaid => {
                if let Some(first) = read.first() {
                    let field = accounts.rules.field(*first);
                    let reason = say!("name the table of accounts with --accounts, or say --no-accounts");
                    self.refuse(say!("the field `{field}` of accounts", field = &field.name), reason, Some(field));
                }
                None
            }
        };
        let is_told_apart = |id: &FieldId| !accounts.rules.field(*id).ty.is_list();
        let told_apart: Vec<FieldId> = read.iter().copied().filter(is_told_apart).collect();
        let last = match options.of {
            Of::Leads => accounts.asked.iter().map(|asked| asked.turn).max().unwrap_or(0),
            Of::Accounts => last_of_accounts(rules, accounts),
        };
        let alone = OfAccounts { accounts, leads: rules, table, told_apart: &told_apart, leads_steps: None };
        let mut found = None;
        if table.is_some() && accounts.asked.iter().any(|asked| matches!(asked.of, OfAccount::Field(_))) {
            let places = asked_until(accounts, 0);
            let only = Needed::default().only(&accounts.rules);
            let without = Options { events: None, ..options.clone() };
            let written = self.part(&only, &without, Side::Account(alone), &Wanted::OfAccounts(&places));
            found = Some(self.nested("account fields", "what is known of accounts", &written));
        }
        for turn in 0.. {
            let of_leads = OfLeads { accounts, known: found.as_deref(), turn };
            if turn == last && options.of == Of::Leads {
                return self.part(rules, options, Side::Lead(of_leads), &Wanted::Results);
            }
            let places = asked_until(accounts, turn + 1);
            let needed = if turn == last { of_all.clone() } else { needed_of_accounts(accounts, &places) };
            let gathered: Vec<usize> = (0..accounts.gathered.len())
                .filter(|at| {
                    let of = &accounts.gathered[*at];
                    needed.fields.contains(&of.field) && (of.turn <= turn || turn == last)
                })
                .collect();
            let (members, totals) = self.leads(rules, of_leads, turn, &gathered);
            let side = Side::Account(OfAccounts { leads_steps: Some((&members, &totals)), ..alone });
            if turn == last {
                return self.part(&accounts.rules, options, side, &Wanted::Results);
            }
            let only = needed.only(&accounts.rules);
            let written = self.part(&only, options, side, &Wanted::OfAccounts(&places));
            found = Some(self.nested(
                &format!("accounts {}", turn + 1),
                "accounts, as far as they are known now",
                &written,
            ));
        }
        unreachable!("turns come to an end")
    }

    /// The steps with leads, one row each, and with what is asked over those of each account; their names.
    fn leads(&mut self, rules: &Rules, side: OfLeads<'_>, turn: u16, gathered: &[usize]) -> (String, String) {
        let accounts = side.accounts;
        let mut needed = Needed::default();
        needed.exclusions(rules);
        for &at in gathered {
            let of = &accounts.gathered[at];
            let filter = of.filter.iter().map(|filter| rules.dependencies_of_condition(filter));
            let quantity = of.of.quantity().map(|of| rules.dependencies_of_quantity(of));
            filter.chain(quantity).for_each(|looks| needed.add(rules, looks));
        }
        let only = needed.only(rules);
        let written = self.part(&only, self.options, Side::Lead(side), &Wanted::OfLeads(gathered));
        let number_of_turn = turn + 1;
        let leads = self.nested(&format!("leads {number_of_turn}"), "leads, as far as they are known now", &written);
        let dialect = self.options.dialect.engine();
        let members = self.names.free(dialect, &format!("members {number_of_turn}"));
        let rank = format!("ROW_NUMBER() OVER (PARTITION BY lead_key ORDER BY {ACCOUNT_KEY})");
        let body = vec![
            "SELECT".to_owned(),
            "  t.*,".to_owned(),
            format!("  excluded IS NULL AND (lead_key IS NULL OR {ROW_OF_KEY} = 1) AS {COUNTS}"),
            format!("FROM (SELECT {leads}.*, {rank} AS {ROW_OF_KEY} FROM {leads}) AS t"),
            format!("WHERE {ACCOUNT_KEY} IS NOT NULL"),
        ];
        let note = "those with an account; of each one row counts, unless it is set apart";
        self.steps.push(Step { name: members.clone(), note, body });
        let totals = self.names.free(dialect, &format!("gathered {number_of_turn}"));
        let mut columns = vec![column(ACCOUNT_KEY, ACCOUNT_KEY)];
        let counts = || Expr::atom(COUNTS);
        columns.push(column(LEADS, dialect.aggregate("COUNT", "", None, Some(&counts()))));
        for &at in gathered {
            let of = &accounts.gathered[at];
            let is_taken = of.filter.as_ref().map(|_| Expr::atom(takes(at)));
            let own = match (&of.of, is_taken) {
                (Over::CountOthers, None) => Expr::truth(false),
                (Over::CountOthers, Some(taken)) => {
                    Expr::all(vec![counts(), Expr::atom(format!("COALESCE({taken}, FALSE)")).negated()])
                }
                (_, taken) => Expr::all([counts()].into_iter().chain(taken).collect()),
            };
            let value = number(at);
            let mut add = |name: String, function: &str, value: Option<&str>| {
                let sql = dialect.aggregate(function, "", value, Some(&own));
                columns.push(Column { name, sql, note: Some(rules.text(of.span).to_owned()) });
            };
            match of.of {
                Over::Count | Over::CountOthers => add(over(at), "COUNT", None),
                Over::Total(_) => add(over(at), "SUM", Some(&value)),
                Over::Average(_) => {
                    add(over(at), "SUM", Some(&value));
                    add(known(at), "COUNT", Some(&value));
                }
                Over::Highest(_) => add(over(at), "MAX", Some(&value)),
                Over::Lowest(_) => add(over(at), "MIN", Some(&value)),
            }
        }
        let from = vec![format!("FROM {members}"), format!("GROUP BY {ACCOUNT_KEY}")];
        let note = "what accounts ask over their leads";
        self.steps.push(Step::selecting(&totals, note, None, &columns, from));
        (members, totals)
    }

    /// The text of the query, if all of it could be written.
    fn finish(mut self, written: Written) -> Result<(String, Explained), Vec<Refusal>> {
        let (options, dialect) = (self.options, self.options.dialect.engine());
        let as_of = match options.as_of {
            AsOf::At(instant) => calendar::format_instant(instant),
            AsOf::CurrentTimestamp => "the time at which it runs".to_owned(),
            AsOf::DbtVariable => "the instant in the variable as_of".to_owned(),
            AsOf::Parameter => {
                format!("the instant that is its parameter, {}", dialect.instant_in(dialect.parameter_name()))
            }
        };
        let whose = match options.of {
            Of::Leads => "lead",
            Of::Accounts => "account",
        };
        let head = [
            format!("What each {whose} scores on {}, as of {as_of}.", options.dialect),
            "Written by leadrules from the rule file: change the rules, not this text.".to_owned(),
        ];
        let mut steps = std::mem::take(&mut self.steps);
        steps.extend(written.steps);
        let text = query::render(dialect, &head, &steps, &written.last);
        if let Some((what, why)) = dialect.misread(&text) {
            self.refuse(what, why, None);
        }
        if text.contains('\0') {
            self.refuse(say!("the character U+0000"), say!("texts there can't hold it"), None);
        }
        if self.refusals.is_empty() { Ok((text, written.explained)) } else { Err(self.refusals) }
    }
}

/// What leads ask of their account that is known by a turn, by place.
fn asked_until(accounts: &Accounts, turn: u16) -> Vec<usize> {
    (0..accounts.asked.len()).filter(|at| accounts.asked[*at].turn <= turn).collect()
}

/// What has to be worked out of accounts to answer leads.
fn needed_of_accounts(accounts: &Accounts, places: &[usize]) -> Needed {
    let mut needed = Needed::default();
    for &at in places {
        match accounts.asked[at].of {
            OfAccount::Itself | OfAccount::Field(_) => {}
            OfAccount::Score(id) => needed.score(&accounts.rules, id),
            OfAccount::Label(id) => needed.label(&accounts.rules, id),
            OfAccount::Stage => needed.stage(&accounts.rules),
        }
    }
    needed
}

/// The turn in which all of accounts is known; what they still tell their leads then may come later.
fn last_of_accounts(rules: &Rules, accounts: &Accounts) -> u16 {
    let mut needed = Needed::default();
    needed.exclusions(rules);
    let asked = accounts.asked.iter().filter(|asked| needed.fields.contains(&asked.field));
    let gathered = accounts.gathered.iter().map(|gathered| gathered.turn);
    asked.map(|asked| asked.turn).chain(gathered).max().unwrap_or(0)
}
