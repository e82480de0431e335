//! `prove`: what holds for every lead that could exist. In: rules; out: ends of scores, stages that can be reached, promises.

use leadrules_language::analyze::{self, Promised, Proof, Reach, Witness};
use leadrules_language::calendar::format_instant;
use leadrules_language::decimal::Points;
use leadrules_language::ir::Rules;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::given::{Given, as_of};
use super::refused::Answer;
use super::session::Session;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    #[serde(flatten)]
    rules: Given,
    /// The instant from which leads are seen: a day (2026-11-23); now without it.
    as_of: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Proved {
    /// The instant from which leads are seen.
    as_of: String,
    scores: Vec<Score>,
    stages: Vec<Stage>,
    promises: Vec<Promise>,
    /// What holds of all accounts, if the rules are about them too.
    #[serde(skip_serializing_if = "Option::is_none")]
    accounts: Option<OfAccounts>,
}

/// What holds of all accounts, whatever leads they have.
#[derive(Debug, Serialize, JsonSchema)]
struct OfAccounts {
    scores: Vec<Score>,
    stages: Vec<Stage>,
    promises: Vec<Promise>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Score {
    score: String,
    least: End,
    most: End,
}

/// An end of a score.
#[derive(Debug, Serialize, JsonSchema)]
struct End {
    /// The points; nothing if the score is never known.
    points: Option<String>,
    /// Why it is not proved that none has less, or more; nothing if it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    undecided: Option<String>,
    /// A made-up lead that has these points, in the lines of a test.
    lead: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Stage {
    stage: String,
    /// `reached`, `never` or `undecided`.
    verdict: &'static str,
    /// Why it was not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    /// A made-up lead that is there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lead: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Promise {
    promise: String,
    /// `kept`, `broken` or `undecided`.
    verdict: &'static str,
    /// Why it was not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    /// A made-up lead that breaks it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lead: Vec<String>,
}

/// Proves what holds of all leads.
pub(super) fn prove(session: &Session, asked: Asked) -> Answer<Proved> {
    let (_, rules) = asked.rules.about_both(session)?;
    let instant = as_of(asked.as_of.as_ref(), &rules)?;
    let proof = analyze::prove(&rules, instant);
    let (scores, stages, promises) = said(&rules, &proof);
    let accounts = rules.accounts.as_ref().zip(proof.accounts.as_ref()).map(|(accounts, proof)| {
        let (scores, stages, promises) = said(&accounts.rules, proof);
        OfAccounts { scores, stages, promises }
    });
    Ok(Proved { as_of: format_instant(instant), scores, stages, promises, accounts })
}

fn said(rules: &Rules, proof: &Proof) -> (Vec<Score>, Vec<Stage>, Vec<Promise>) {
    let scores = rules.scores.iter().zip(&proof.scores).map(|(score, proved)| Score {
        score: score.name.clone(),
        least: end(rules, &proved.least),
        most: end(rules, &proved.most),
    });
    let stages = proof.stages.iter().map(|stage| {
        let (verdict, why, lead) = match &stage.reached {
            Reach::Proved(witness) => ("reached", None, witness.shown(rules)),
            Reach::Never => ("never", None, Vec::new()),
            Reach::Undecided(_, why) => ("undecided", Some(why.to_string()), Vec::new()),
        };
        Stage { stage: rules.stages.name(stage.stage).to_owned(), verdict, why, lead }
    });
    let promises = rules.promises.iter().zip(&proof.promises).map(|(promise, proved)| {
        let (verdict, why, lead) = match proved {
            Promised::Kept => ("kept", None, Vec::new()),
            Promised::Broken(_, witness) => ("broken", None, witness.shown(rules)),
            Promised::Undecided(why) => ("undecided", Some(why.to_string()), Vec::new()),
        };
        Promise { promise: promise.title.clone(), verdict, why, lead }
    });
    (scores.collect(), stages.collect(), promises.collect())
}

fn end(rules: &Rules, end: &Reach<(Points, Witness)>) -> End {
    let (found, undecided) = match end {
        Reach::Proved(found) => (Some(found), None),
        Reach::Never => (None, None),
        Reach::Undecided(found, why) => (found.as_ref(), Some(why.to_string())),
    };
    End {
        points: found.map(|(points, _)| points.to_string()),
        undecided,
        lead: found.map_or_else(Vec::new, |(_, witness)| witness.shown(rules)),
    }
}
