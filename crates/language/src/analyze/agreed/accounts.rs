//! What is said about accounts, as it was agreed and as it is. In: both rule sets, without definitions, and how two sets are compared;
//! out: why accounts, or leads that ask something of theirs, may be treated otherwise.

use crate::ir::{Accounts, Covered, Field, OfAccount, Rules};
use crate::words::{Text, say};

/// Whether two rule sets may treat something otherwise; the error says why nothing is known of it.
type Compared<'a> = &'a dyn Fn(&Rules, &Rules) -> Result<bool, Text>;

/// Why what is covered may have changed by what is said about accounts; `None` if it can't.
pub(super) fn changed(old: &Rules, new: &Rules, parts: &[Covered], is_changed: Compared<'_>) -> Option<Text> {
    let asking = |rules: &Rules| rules.accounts.as_ref().is_some_and(|accounts| accounts.are_asked());
    let are_asked = asking(old) || asking(new);
    let is_all = parts.contains(&Covered::Everything);
    if !is_all && !are_asked {
        return None;
    }
    let (one, other) = match (&old.accounts, &new.accounts) {
        (None, None) => return None,
        (Some(one), Some(other)) => (one, other),
        (None, Some(_)) => return Some(say!("nothing was said about accounts")),
        (Some(_), None) => return Some(say!("nothing is said about accounts any more")),
    };
    if is_read_otherwise((old, one), (new, other)) {
        return Some(say!("accounts are read from the data in another way, or have other leads"));
    }
    if asks(one) != asks(other) || !one.gathered.is_empty() && names(old) != names(new) {
        return Some(say!("accounts ask something else of their leads"));
    }
    let may = |is_changed: Result<bool, Text>, why: Text| match is_changed {
        Ok(false) => None,
        Ok(true) => Some(why),
        Err(unknown) => Some(say!("{what}: {why}", what = why, why = unknown)),
    };
    may(is_changed(&one.rules, &other.rules), say!("what is said about accounts may mean something else")).or_else(
        || {
            // Where all is covered, what leads come to is told part by part.
            let through_leads = !is_all && !one.gathered.is_empty();
            let why = say!("what accounts ask of their leads may be something else");
            through_leads.then(|| may(is_changed(old, new), why)).flatten()
        },
    )
}

fn place(field: &Field) -> (&str, &[String], &[String]) {
    (&field.name, &field.columns, &field.missing)
}

fn names(rules: &Rules) -> Vec<(&str, &[String], &[String])> {
    rules.declared().map(|(_, field)| place(field)).collect()
}

/// Whether the accounts' data, or which leads are theirs, is found in another way.
fn is_read_otherwise((old, one): (&Rules, &Accounts), (new, other): (&Rules, &Accounts)) -> bool {
    let key = |accounts: &Accounts| (accounts.rules.field(accounts.key).name.clone(), accounts.except.clone());
    let asked = |accounts: &Accounts| {
        let fields = accounts.asked.iter().filter_map(|asked| match asked.of {
            OfAccount::Field(id) => Some(accounts.rules.field(id).name.clone()),
            OfAccount::Itself | OfAccount::Score(_) | OfAccount::Label(_) | OfAccount::Stage => None,
        });
        fields.collect::<Vec<_>>()
    };
    let asked = [asked(one), asked(other), vec![key(one).0]].concat();
    let read = |accounts: &Accounts| {
        let fields = accounts.rules.declared().map(|(_, field)| field).filter(|field| asked.contains(&field.name));
        let mut read: Vec<_> =
            fields.map(|field| (field.name.clone(), field.columns.clone(), field.missing.clone())).collect();
        read.sort();
        read
    };
    // Fields are told apart by where they stand, so that both sets must have the same ones there.
    one.by != other.by || names(old) != names(new) || key(one) != key(other) || read(one) != read(other)
}

/// What accounts ask of their leads, by how it is written.
fn asks(accounts: &Accounts) -> Vec<(&str, &crate::ir::Over, Option<&crate::ir::Cond>)> {
    let asks = accounts.gathered.iter();
    let mut asks: Vec<_> =
        asks.map(|one| (accounts.rules.field(one.field).name.as_str(), &one.of, one.filter.as_ref())).collect();
    asks.sort_by_key(|(name, ..)| *name);
    asks
}
