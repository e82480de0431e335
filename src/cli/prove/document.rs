//! Proofs as a program gets them. In: rules and what was proved about them; out: what becomes JSON. Fields are added,
//! never renamed.

use leadrules_language::analyze::{Promised, Proof, Reach, ScoreProof, Witness};
use leadrules_language::decimal::{Amount, Points};
use leadrules_language::ir::{self, Rules};
use leadrules_language::words::Text;
use serde::{Serialize, Serializer};

/// All that was proved.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    scores: Vec<Score<'a>>,
    stages: Vec<Stage<'a>>,
    promises: Vec<Promise<'a>>,
    /// The same of accounts, if the rules are about them too.
    #[serde(skip_serializing_if = "Option::is_none")]
    accounts: Option<Box<Document<'a>>>,
}

/// The lead that shows it, or the account with its leads, line by line.
type Lead = Vec<String>;

#[derive(Serialize)]
struct Score<'a> {
    score: &'a str,
    least: Verdict<Amount>,
    most: Verdict<Amount>,
    totals: Verdict<Vec<Amount>>,
}

/// An end of a score, with a lead that has it; or all totals that occur.
#[derive(Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
enum Verdict<T> {
    Proved {
        points: T,
        #[serde(skip_serializing_if = "Option::is_none")]
        lead: Option<Lead>,
    },
    #[serde(rename = "never known")]
    Never,
    Undecided {
        reason: Text,
        #[serde(skip_serializing_if = "Option::is_none")]
        found: Option<T>,
        #[serde(skip_serializing_if = "Option::is_none")]
        lead: Option<Lead>,
    },
}

#[derive(Serialize)]
struct Stage<'a> {
    stage: &'a str,
    #[serde(flatten)]
    verdict: OfStage<'a>,
}

#[derive(Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
enum OfStage<'a> {
    Reached {
        /// For each score, the fewest points with which it is reached.
        #[serde(serialize_with = "in_order")]
        least: Vec<(&'a str, Amount)>,
        lead: Lead,
        without_the_one_below: Option<Lead>,
    },
    Never,
    Undecided {
        reason: Text,
    },
}

#[derive(Serialize)]
struct Promise<'a> {
    promise: &'a str,
    #[serde(flatten)]
    verdict: OfPromise,
}

#[derive(Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
enum OfPromise {
    Kept,
    Broken {
        /// Which line of the promise, from 1.
        line: usize,
        lead: Lead,
    },
    Undecided {
        reason: Text,
    },
}

fn in_order<S: Serializer>(pairs: &[(&str, Amount)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, amount)| (name, amount)))
}

impl<'a> Document<'a> {
    /// What was proved about these rules.
    pub(super) fn new(rules: &'a Rules, proof: &'a Proof) -> Self {
        let lead = |witness: &Witness| witness.lines(rules);
        let end = |end: &'a Reach<(Points, Witness)>| match end {
            Reach::Proved((points, witness)) => Verdict::Proved { points: Amount(*points), lead: Some(lead(witness)) },
            Reach::Never => Verdict::Never,
            Reach::Undecided(found, reason) => {
                let (found, lead) = found.as_ref().map(|(points, seen)| (Amount(*points), lead(seen))).unzip();
                Verdict::Undecided { reason: reason.clone(), found, lead }
            }
        };
        let score = |(score, proved): (&'a ir::Score, &'a ScoreProof)| Score {
            score: &score.name,
            least: end(&proved.least),
            most: end(&proved.most),
            totals: totals(&proved.totals),
        };
        let stages = proof.stages.iter().map(|stage| {
            let verdict = match &stage.reached {
                Reach::Proved(witness) => OfStage::Reached {
                    least: rules
                        .scores
                        .iter()
                        .zip(&stage.least)
                        .filter_map(|(score, least)| Some((score.name.as_str(), Amount((*least)?))))
                        .collect(),
                    lead: lead(witness),
                    without_the_one_below: match &stage.skips {
                        Reach::Proved(witness) => Some(lead(witness)),
                        Reach::Never | Reach::Undecided(..) => None,
                    },
                },
                Reach::Never => OfStage::Never,
                Reach::Undecided(_, reason) => OfStage::Undecided { reason: reason.clone() },
            };
            Stage { stage: rules.stages.name(stage.stage), verdict }
        });
        let promises = rules.promises.iter().zip(&proof.promises).map(|(promise, proved)| {
            let verdict = match proved {
                Promised::Kept => OfPromise::Kept,
                Promised::Broken(line, witness) => OfPromise::Broken { line: line + 1, lead: lead(witness) },
                Promised::Undecided(reason) => OfPromise::Undecided { reason: reason.clone() },
            };
            Promise { promise: &promise.title, verdict }
        });
        Self {
            scores: rules.scores.iter().zip(&proof.scores).map(score).collect(),
            stages: stages.collect(),
            promises: promises.collect(),
            accounts: rules
                .accounts
                .as_ref()
                .zip(proof.accounts.as_ref())
                .map(|(accounts, proof)| Box::new(Self::new(&accounts.rules, proof))),
        }
    }
}

fn totals(totals: &Reach<Vec<Points>>) -> Verdict<Vec<Amount>> {
    let amounts = |totals: &Vec<Points>| totals.iter().copied().map(Amount).collect();
    match totals {
        Reach::Proved(totals) => Verdict::Proved { points: amounts(totals), lead: None },
        Reach::Never => Verdict::Never,
        Reach::Undecided(found, reason) => {
            Verdict::Undecided { reason: reason.clone(), found: found.as_ref().map(amounts), lead: None }
        }
    }
}
