//! Gives a rule set its meaning: names become ids, values get their types, sugar is removed. In: the files that `load`
//! read; out: [`ir::Rules`], if nothing is wrong, and all findings. What takes a proof over all leads is left to
//! `analyze`.

mod accounts;
mod agreements;
mod award;
mod before;
mod between;
mod beyond;
mod company;
mod cond;
mod declarations;
mod disinterest;
mod either;
mod entries;
mod events;
mod few;
mod fields;
mod findings;
mod form;
mod lists;
mod mentions;
mod missing;
mod occurrences;
mod operand;
mod options;
mod ordered;
mod overlap;
mod owners;
mod pattern;
mod quantity;
mod question;
mod rank;
mod resolver;
mod scores;
mod settings;
mod stage_names;
mod stages;
mod symbols;
mod test_blocks;
#[cfg(test)]
mod tests;
mod turns;
mod unused;
mod words;

use std::collections::HashSet;
use std::sync::Arc;

use crate::ast::About;
use crate::diagnostic::{Diagnostic, has_errors, sort};
use crate::ir;
use crate::load::Loaded;
use crate::source::Span;

use accounts::Both;
use declarations::Declarations;
use mentions::Mentions;
pub use mentions::{Mention, What};
use resolver::Resolver;
pub use symbols::written;

/// The rule set as meant, if none of the findings is an error; and the findings, including those of [`Loaded`], in the
/// order of the files.
#[must_use]
pub fn resolve(loaded: &Loaded) -> (Option<ir::Rules>, Vec<Diagnostic>) {
    let (leads, gathered) = Declarations::gather(loaded, About::Lead);
    let (accounts, of_accounts) = Declarations::gather(loaded, About::Account);
    let mut resolver = Resolver::new(&leads, Some(&accounts));
    let mut others = Resolver::new(&accounts, Some(&leads));
    let mut parts = Parts::all(&mut resolver);
    let about_accounts = Parts::all(&mut others);
    let mut both = Both { leads: &mut resolver, accounts: &mut others };
    both.are_declared();
    parts.tests = both.tests();
    // Definitions that nothing uses may ask something of accounts, too.
    both.leads.used.add(&both.accounts.used);
    both.leads.definitions_left();
    let joined = accounts.has_accounts.then(|| {
        let rules =
            about_accounts.rules(loaded, &mut both.accounts.definitions, &accounts, both.accounts.used.activity);
        both.accounts(rules)
    });
    resolver.used.add(&others.used);
    resolver.owners();
    let mut findings = loaded.findings.clone();
    findings.extend(gathered);
    findings.append(&mut resolver.findings.list);
    // What is about both has been looked at twice.
    let known: HashSet<_> = findings.iter().map(said).collect();
    findings.extend(of_accounts.into_iter().chain(others.findings.list).filter(|one| !known.contains(&said(one))));
    // A broken rule may be the one that uses a name.
    if !has_errors(&findings) {
        resolver.unused();
        findings.append(&mut resolver.findings.list);
    }
    let mut rules = (!has_errors(&findings)).then(|| {
        let remembers = resolver.used.before;
        let activity = resolver.used.activity;
        let mut rules = parts.rules(loaded, &mut resolver.definitions, &leads, activity);
        rules.fields.extend(resolver.asked.into_iter().map(|(_, field)| field));
        rules.accounts = joined.flatten().map(Box::new);
        if let Some(accounts) = &mut rules.accounts {
            accounts.rules.log.clone_from(&rules.log);
        }
        if remembers {
            let id = ir::FieldId(u16::try_from(rules.fields.len()).unwrap_or(u16::MAX));
            rules.fields.push(leads.before.field());
            rules.before = Some(id);
            rules.move_field(before::ID, id);
        }
        rules.number();
        rules
    });
    findings.extend(rules.as_mut().and_then(turns::settle));
    if has_errors(&findings) {
        rules = None;
    }
    findings.extend(rules.iter().flat_map(missing::advice));
    for rules in rules.iter().flat_map(|rules| [Some(rules), rules.accounts.as_ref().map(|accounts| &accounts.rules)]) {
        let Some(rules) = rules else { continue };
        findings.extend(few::advice(rules));
        findings.extend(disinterest::advice(rules));
        findings.extend(beyond::findings(rules));
    }
    sort(&mut findings);
    (rules, findings)
}

/// What a finding says, and where.
fn said(finding: &Diagnostic) -> (&'static str, Span) {
    (finding.code.id, finding.span())
}

/// Where names stand in a rule set, and what each stands for; also where there are errors elsewhere. Sorted by place.
#[must_use]
pub fn mentions(loaded: &Loaded) -> Vec<Mention> {
    let (leads, _) = Declarations::gather(loaded, About::Lead);
    let (accounts, _) = Declarations::gather(loaded, About::Account);
    let mut resolver = Resolver::new(&leads, Some(&accounts));
    let mut others = Resolver::new(&accounts, Some(&leads));
    resolver.mentions = Mentions::of(loaded, &leads);
    others.mentions = Mentions::of(loaded, &accounts);
    Parts::all(&mut resolver);
    let about_accounts = Parts::all(&mut others);
    let mut both = Both { leads: &mut resolver, accounts: &mut others };
    both.tests();
    let rules = about_accounts.rules(loaded, &mut both.accounts.definitions, &accounts, true);
    both.accounts(rules);
    resolver.used.add(&others.used);
    resolver.definitions_left();
    resolver.mentions.all(others.mentions)
}

/// What refers to declarations, resolved.
struct Parts {
    scores: Vec<ir::Score>,
    exclusions: Vec<ir::Exclusion>,
    ignored: Vec<ir::Occurrences>,
    stages: ir::Stages,
    labels: Vec<ir::Label>,
    promises: Vec<ir::Promise>,
    tests: Vec<ir::Test>,
    rank: Vec<ir::ScoreId>,
    agreements: Vec<ir::Agreement>,
}

impl Parts {
    /// All of it but the tests, for which leads and accounts are both needed.
    fn all(resolver: &mut Resolver<'_>) -> Self {
        Self {
            scores: resolver.scores(),
            exclusions: resolver.exclusions(),
            ignored: resolver.ignored(),
            stages: resolver.stages(),
            labels: resolver.labels(),
            promises: resolver.promises(),
            tests: Vec::new(),
            rank: resolver.rank(),
            agreements: resolver.agreements(),
        }
    }

    /// The rule set that these make, without what leads and accounts ask of each other.
    fn rules(
        self,
        loaded: &Loaded,
        definitions: &mut Vec<ir::Definition>,
        declared: &Declarations<'_>,
        asks_activity: bool,
    ) -> ir::Rules {
        let has_log = declared.has_log || asks_activity;
        ir::Rules {
            sources: Arc::clone(&loaded.sources),
            zone: declared.zone.clone(),
            fields: declared.fields.clone(),
            declared_fields: u16::try_from(declared.fields.len()).unwrap_or(u16::MAX),
            before: None,
            key: declared.key,
            log: has_log.then(|| ir::Log { ignored: self.ignored, ..declared.log.clone() }),
            definitions: std::mem::take(definitions),
            exclusions: self.exclusions,
            scores: self.scores,
            stages: self.stages,
            labels: self.labels,
            promises: self.promises,
            accounts: None,
            tests: self.tests,
            rank: self.rank,
            agreements: self.agreements,
        }
    }
}
