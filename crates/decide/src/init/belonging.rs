//! Which leads belong to one company, as far as data tells: leads that share a company's number, or the domain of their address.
//! In: the profile of the leads, and of the accounts' own data if there is any; out: the column that says it.

use hashbrown::{HashMap, HashSet};
use leadrules_language::text;

use super::guess::{Guess, Kind};
use super::names::snake;
use super::profile::{Column, Profile};
use super::tally::fingerprint;

/// What tells whose a lead is, by the column of the leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// It bears the key of its account.
    Key(usize),
    /// It bears an address, at the domain of its account.
    Domain(usize),
}

impl By {
    /// The column of the leads.
    pub(super) fn column(self) -> usize {
        match self {
            Self::Key(at) | Self::Domain(at) => at,
        }
    }
}

/// Domains at which anybody can have an address.
const FREE_MAIL: [&str; 40] = [
    "gmail.com",
    "hotmail.com",
    "outlook.com",
    "yahoo.com",
    "googlemail.com",
    "live.com",
    "msn.com",
    "icloud.com",
    "me.com",
    "aol.com",
    "proton.me",
    "protonmail.com",
    "mail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "web.de",
    "t-online.de",
    "freenet.de",
    "hotmail.be",
    "hotmail.nl",
    "hotmail.fr",
    "hotmail.de",
    "live.be",
    "live.nl",
    "live.fr",
    "outlook.be",
    "outlook.fr",
    "yahoo.fr",
    "yahoo.de",
    "telenet.be",
    "skynet.be",
    "proximus.be",
    "ziggo.nl",
    "kpnmail.nl",
    "planet.nl",
    "xs4all.nl",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
];

/// So many of [`FREE_MAIL`] are known everywhere, and named whether the data has them or not.
const EVERYWHERE: usize = 4;

/// Of fewer companies that share leads nothing is said.
const LEAST: usize = 3;

/// Words in the name of a column that speaks of a company.
const COMPANY: &[&str] = &[
    "company",
    "account",
    "organisation",
    "organization",
    "bedrijf",
    "bedrijfs",
    "firma",
    "klant",
    "entreprise",
    "societe",
    "société",
    "unternehmen",
];

/// Words in the name of a column that numbers something.
const NUMBERS: &[&str] =
    &["id", "ids", "nr", "no", "number", "nummer", "key", "code", "ref", "guid", "uuid", "domain", "domein"];

/// What tells which leads belong together, from the leads alone; never their own key.
pub(super) fn shared(leads: &Profile, guesses: &[Guess], key: Option<usize>) -> Option<By> {
    let columns = || leads.columns.iter().enumerate().filter(|(at, column)| key != Some(*at) && column.lists == 0);
    let is_number = |column: &Column| {
        let name = snake(&column.name);
        let has = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
        has(COMPANY) && has(NUMBERS) && are_shared(column.values.sorted().into_iter().map(|(_, count)| count))
    };
    let numbered = columns().find(|(_, column)| is_number(column)).map(|(at, _)| By::Key(at));
    numbered.or_else(|| {
        let is_shared = |column: &Column| are_shared(domains(column).into_values());
        let mut addresses = leads.columns.iter().enumerate().filter(|(at, _)| guesses[*at].kind == Kind::Email);
        addresses.find(|(_, column)| is_shared(column)).map(|(at, _)| By::Domain(at))
    })
}

/// Whether companies with so many leads each are shared by several: a fifth of the leads are not alone.
fn are_shared(counts: impl Iterator<Item = u64>) -> bool {
    let (mut companies, mut leads, mut together) = (0, 0, 0);
    for count in counts {
        leads += count;
        if count > 1 {
            companies += 1;
            together += count;
        }
    }
    companies >= LEAST && together * 5 >= leads
}

/// The column of the accounts' own data that is their key, and what of the leads bears it: those that have the most in common.
pub(super) fn joined(leads: &Profile, guesses: &[Guess], accounts: &Profile) -> Option<(By, usize)> {
    let keys = accounts.columns.iter().enumerate().filter(|(_, column)| column.is_nearly_unique() && column.lists == 0);
    let mut best: Option<((u64, bool), By, usize)> = None;
    for (key, column) in keys {
        let folded: HashSet<String> = column.values.sorted().iter().map(|(value, _)| text::key(value)).collect();
        let has = |value: &str| folded.contains(value) || column.has(fingerprint(value));
        for (at, bearer) in leads.columns.iter().enumerate().filter(|(_, bearer)| bearer.lists == 0) {
            let values = bearer.values.sorted();
            let by_key = share(values.iter().map(|(value, _)| column.has(fingerprint(value))));
            // What each lead has for itself tells leads apart: that it is a number which some company has, too, is chance.
            let mut found: Vec<(u64, By)> =
                (!bearer.is_unique()).then_some((by_key, By::Key(at))).into_iter().collect();
            if guesses[at].kind == Kind::Email {
                found.push((share(domains(bearer).keys().map(|domain| has(domain))), By::Domain(at)));
            }
            for (share, by) in found {
                let is_named = snake(&column.name).split('_').any(|word| NUMBERS.contains(&word));
                if share >= 20 && best.is_none_or(|(most, ..)| (share, is_named) > most) {
                    best = Some(((share, is_named), by, key));
                }
            }
        }
    }
    best.map(|(_, by, key)| (by, key))
}

/// How many of a hundred.
fn share(are: impl Iterator<Item = bool>) -> u64 {
    let (mut so, mut all) = (0, 0);
    for is in are {
        so += u64::from(is);
        all += 1_u64;
    }
    so * 100 / all.max(1)
}

/// The domains of addresses, with how many have each; without those at which anybody can have one.
fn domains(column: &Column) -> HashMap<String, u64> {
    let mut domains = HashMap::new();
    for (address, count) in column.values.sorted() {
        let domain = domain(address).filter(|domain| !FREE_MAIL.contains(&domain.as_str()));
        if let Some(domain) = domain {
            *domains.entry(domain).or_default() += count;
        }
    }
    domains
}

fn domain(address: &str) -> Option<String> {
    address.rsplit_once('@').map(|(_, domain)| text::key(domain)).filter(|domain| domain.contains('.'))
}

/// The domains of free mail that a rule file names: the usual ones, and those that the addresses have.
pub(super) fn free_mail(column: &Column) -> Vec<&'static str> {
    let had: HashSet<String> = column.values.sorted().iter().filter_map(|(address, _)| domain(address)).collect();
    let is_named = |(at, name): &(usize, &'static str)| *at < EVERYWHERE || had.contains(*name);
    FREE_MAIL.into_iter().enumerate().filter(is_named).map(|(_, name)| name).collect()
}
