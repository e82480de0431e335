//! Gives a rule set its meaning: names become ids, values get their types, sugar is removed. In: the files that `load`
//! read; out: [`ir::Rules`], if nothing is wrong, and all findings. What takes a proof over all leads is left to
//! `analyze`.

mod agreements;
mod award;
mod before;
mod beyond;
mod cond;
mod declarations;
mod disinterest;
mod either;
mod entries;
mod events;
mod few;
mod fields;
mod findings;
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
mod stages;
mod symbols;
mod test_blocks;
#[cfg(test)]
mod tests;
mod unused;
mod words;

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, has_errors, sort};
use crate::ir;
use crate::load::Loaded;

use declarations::Declarations;
use mentions::Mentions;
pub use mentions::{Mention, What};
use resolver::Resolver;
pub use symbols::written;

/// The rule set as meant, if none of the findings is an error; and the findings, including those of [`Loaded`], in the
/// order of the files.
#[must_use]
pub fn resolve(loaded: &Loaded) -> (Option<ir::Rules>, Vec<Diagnostic>) {
    let (declared, gathered) = Declarations::gather(loaded);
    let mut resolver = Resolver::new(&declared);
    let parts = Parts::all(&mut resolver);
    let has_log = declared.has_log || resolver.used.activity;
    let log = has_log.then(|| ir::Log { ignored: parts.ignored, ..declared.log.clone() });
    resolver.owners();
    let mut findings = loaded.findings.clone();
    findings.extend(gathered);
    findings.append(&mut resolver.findings.list);
    // A broken rule may be the one that uses a name.
    if !has_errors(&findings) {
        resolver.unused();
        findings.append(&mut resolver.findings.list);
    }
    let mut fields = declared.fields.clone();
    let remembers = resolver.used.before;
    if remembers {
        fields.push(declared.before.field());
    }
    let rules = ir::Rules {
        sources: Arc::clone(&loaded.sources),
        zone: declared.zone.clone(),
        fields,
        before: remembers.then(|| declared.before.id()),
        key: declared.key,
        log,
        definitions: resolver.definitions,
        exclusions: parts.exclusions,
        scores: parts.scores,
        stages: parts.stages,
        labels: parts.labels,
        promises: parts.promises,
        tests: parts.tests,
        rank: parts.rank,
        agreements: parts.agreements,
    };
    let mut rules = (!has_errors(&findings)).then_some(rules);
    if let Some(rules) = &mut rules {
        rules.number();
    }
    if let Some(rules) = &rules {
        findings.extend(missing::advice(rules));
        findings.extend(few::advice(rules));
        findings.extend(disinterest::advice(rules));
        findings.extend(beyond::findings(rules));
    }
    sort(&mut findings);
    (rules, findings)
}

/// Where names stand in a rule set, and what each stands for; also where there are errors elsewhere. Sorted by place.
#[must_use]
pub fn mentions(loaded: &Loaded) -> Vec<Mention> {
    let (declared, _) = Declarations::gather(loaded);
    let mut resolver = Resolver::new(&declared);
    resolver.mentions = Mentions::of(loaded, &declared);
    Parts::all(&mut resolver);
    resolver.mentions.all()
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
    /// All of it, definitions that nothing names included.
    fn all(resolver: &mut Resolver<'_>) -> Self {
        let parts = Self {
            scores: resolver.scores(),
            exclusions: resolver.exclusions(),
            ignored: resolver.ignored(),
            stages: resolver.stages(),
            labels: resolver.labels(),
            promises: resolver.promises(),
            tests: resolver.tests(),
            rank: resolver.rank(),
            agreements: resolver.agreements(),
        };
        for at in 0..resolver.declared.definitions.len() {
            resolver.definition(at, None);
        }
        parts
    }
}
