//! The models of a rule set: of its leads, and of its accounts where it says anything about them. What the two ask of each other is
//! free in each, within what the other can reach. In: a rule set and an instant; out: what is made of each model.

use super::among::Among;
use std::collections::BTreeMap;

use super::cells;
use super::kin::Who;
use super::model::Model;
use super::problem::Mode;
use super::realise::{OfAccounts, OfLeads};
use super::relations;
use super::space::Given;
use crate::calendar::Instant;
use crate::decimal::Decimal;
use crate::ir::{
    Accounts, Asked, Cond, CondKind, FieldId, Gathered, NumberRange, OfAccount, Over, Rules, ScoreId, Subject,
};
use crate::source::Span;
use crate::types::Value;
use crate::words::{Text, say};

/// The part of the steps of a question that a question on the way to it may take.
const PART: u64 = 16;

/// Steps that all of these may take.
const ALL: u64 = 12_000_000;

/// Asks the models of leads and of accounts; accounts, if there are any, come second.
pub(super) fn asked<T>(
    rules: &Rules,
    as_of: Instant,
    steps: u64,
    goes_on: &dyn Fn() -> bool,
    ask: &mut dyn FnMut(&Model<'_>) -> T,
) -> (T, Option<T>) {
    let Some(accounts) = rules.accounts.as_deref() else {
        return (ask(&Model::asked(rules, as_of, steps, goes_on)), None);
    };
    let told = told_apart(rules, accounts, as_of);
    // It is asked for leads that are likely to do, of which there are others.
    let free = Model::asked(&told, as_of, steps / PART, goes_on).with_steps(ALL);
    let of_accounts = |leads: &Model<'_>| {
        Model::related((&accounts.rules, as_of), steps, goes_on, &Given::new(), |space| {
            relations::of_gathered(space, leads, &accounts.gathered)
        })
    };
    let real = || OfAccounts::new(among(rules, accounts, (as_of, &free)), &free);
    let mut first = of_accounts(&free);
    first.who = Who::Accounts;
    first.elsewhere = asked_of_accounts(accounts);
    first.kin = Some(Box::new(real()));
    let mut leads = Model::related((&told, as_of), steps, goes_on, &given(accounts), |space| {
        relations::of_asked(space, rules, accounts, &first)
    });
    leads.elsewhere = asked_of_leads(rules, accounts);
    leads.ends = ends(accounts, &first);
    leads.kin = Some(Box::new(OfLeads { accounts: &first, others: real() }));
    let of_leads = ask(&leads);
    if accounts.gathered.iter().all(|gathered| gathered.turn == 0) {
        return (of_leads, Some(ask(&first)));
    }
    // Where accounts look at what leads ask of them, leads that are bounded by accounts bound them in turn.
    let mut second = of_accounts(&leads);
    second.who = Who::Accounts;
    second.elsewhere = asked_of_accounts(accounts);
    second.kin = Some(Box::new(real()));
    (of_leads, Some(ask(&second)))
}

/// The same rules about leads, with each value at which accounts tell the greatest or the least of a quantity of leads apart as a
/// question to each of them.
fn told_apart(rules: &Rules, accounts: &Accounts, as_of: Instant) -> Rules {
    let asked = cells::Asked::of_rules(&accounts.rules, rules.zone.day_of(as_of));
    let mut told = rules.clone();
    let Some(more) = told.accounts.as_mut() else { return told };
    for gathered in &accounts.gathered {
        let Some(of) = gathered.of.quantity().filter(|_| asked.is_asked(gathered.field)) else { continue };
        let cuts = &asked.of(usize::from(gathered.field.0)).cuts;
        if cuts.is_empty() {
            continue;
        }
        let ranges = cuts.iter().map(|cut| NumberRange::only(Decimal(*cut))).collect();
        let filter = Cond::written(CondKind::Number(of.clone(), ranges), Span::default());
        let (field, turn) = (FieldId(u16::MAX), 0);
        more.gathered.push(Gathered { field, of: Over::Count, filter: Some(filter), turn, span: Span::default() });
    }
    told
}

/// The texts that leads can be told of their account.
fn given(accounts: &Accounts) -> Given {
    let texts = |field| Some((field, relations::texts(accounts, field)?.into_iter().map(Value::Text).collect()));
    accounts.asked.iter().filter_map(|asked| texts(asked.field)).collect()
}

/// The most that leads can be told of each score of their account.
fn ends(accounts: &Accounts, of: &Model<'_>) -> BTreeMap<FieldId, (Decimal, Text)> {
    let end = |asked: &Asked| {
        let OfAccount::Score(id) = asked.of else { return None };
        let most = of.extreme(id, Mode::Most).ok().flatten().filter(|most| most.doubt.reason().is_none())?;
        let name = &accounts.rules.score(id).name;
        let said = say!("No account has more than {points} in `{score}`.", points = most.points, score = name);
        Some((asked.field, (most.points.to_decimal(), said)))
    };
    accounts.asked.iter().filter_map(end).collect()
}

/// The scores of accounts that leads ask for.
fn asked_of_accounts(accounts: &Accounts) -> Vec<ScoreId> {
    let score = |of| match of {
        OfAccount::Score(id) => Some(id),
        OfAccount::Itself | OfAccount::Field(_) | OfAccount::Label(_) | OfAccount::Stage => None,
    };
    accounts.asked.iter().filter_map(|asked| score(asked.of)).collect()
}

/// The scores of leads that accounts ask for.
fn asked_of_leads(rules: &Rules, accounts: &Accounts) -> Vec<ScoreId> {
    let mut asked = Vec::new();
    for gathered in &accounts.gathered {
        let filter = gathered.filter.iter().map(|filter| rules.dependencies_of_condition(filter));
        let quantity = gathered.of.quantity().map(|of| rules.dependencies_of_quantity(of));
        asked.extend(filter.chain(quantity).flat_map(|looks| looks.scores));
    }
    asked.sort_unstable();
    asked.dedup();
    asked
}

fn among<'a>(rules: &'a Rules, accounts: &'a Accounts, (as_of, leads): (Instant, &Model<'_>)) -> Among<'a> {
    let by = match accounts.by {
        Subject::Field(id) | Subject::FieldDomain(id) => Some(id),
        Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => None,
    };
    let is_asked = |field: Option<FieldId>| field.is_some_and(|field| leads.space.field_asked(field).is_some());
    let asks_account = |of: &OfAccount| *of == OfAccount::Field(accounts.key);
    let by_accounts = cells::Asked::of_rules(&accounts.rules, rules.zone.day_of(as_of)).is_asked(accounts.key);
    Among {
        whole: rules,
        accounts,
        as_of,
        says_by: is_asked(by),
        says_key: is_asked(rules.key),
        says_account_key: by_accounts || accounts.asked.iter().any(|asked| asks_account(&asked.of)),
    }
}
