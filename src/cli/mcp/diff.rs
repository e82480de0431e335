//! `diff`: what changes when rules change: what can move at all, or who moves of given leads. In: two rule sets, and leads if
//! there are any; out: moves, edits, whether both mean the same.

use leadrules_decide::diff::{self, Edit, Mover};
use leadrules_engine::run::Request;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check::is_none;
use super::data::{DataGiven, unread};
use super::given::{Given, as_of};
use super::refused::Answer;
use super::session::Session;

/// At most this many of each are told.
const SHOWN: usize = 20;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    /// The rules as they are.
    old: Given,
    /// The rules as they are to be.
    new: Given,
    /// The leads that may move; without them, what can move at all is proved.
    data: Option<DataGiven>,
    /// Without `data`: the instant from which leads are seen.
    as_of: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Compared {
    as_of: String,
    /// Whether both mean the same for every lead that could exist (without data), or these leads stay where they are.
    same: Option<bool>,
    /// How many leads there are; only with data.
    #[serde(skip_serializing_if = "Option::is_none")]
    leads: Option<u64>,
    /// How many change only their points; only with data.
    #[serde(skip_serializing_if = "Option::is_none")]
    only_scores: Option<u64>,
    moves: Vec<Move>,
    /// How many more moves there are.
    #[serde(skip_serializing_if = "is_none")]
    more_moves: usize,
    /// Scores that can differ: `fit`; without data only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    scores: Vec<String>,
    /// What was edited.
    edits: Vec<Edited>,
    /// The leads that move, the first of them; only with data.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    movers: Vec<Moving>,
    /// Why nothing could be compared, or what was not decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    undecided: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Move {
    from: String,
    to: String,
    /// How many; only with data.
    #[serde(skip_serializing_if = "Option::is_none")]
    leads: Option<u64>,
    /// A made-up lead that moves so; without data only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lead: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Edited {
    /// `fit`, `stage SQL`
    what: String,
    /// `added`, `removed`, `changed`, or `changed by what it uses`.
    how: String,
    before: Option<String>,
    after: Option<String>,
    /// For how many leads it gives different points.
    #[serde(skip_serializing_if = "Option::is_none")]
    leads: Option<u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Moving {
    /// Its name in this session, which `explain` takes.
    lead: Option<String>,
    from: String,
    to: String,
    /// What made the difference: `fit: +10 country Belgium`.
    because: Vec<String>,
}

/// Compares two rule sets.
pub(super) fn diff(session: &Session, asked: &Asked) -> Answer<Compared> {
    let (_, old) = asked.old.usable(session)?;
    let (_, new) = asked.new.usable(session)?;
    let Some(given) = &asked.data else {
        let possible = diff::possible(&old, &new, as_of(asked.as_of.as_ref(), &new)?);
        return Ok(of_possible(&possible));
    };
    let opened = given.open(session, &[&new, &old])?;
    let of = |rules| Request { rule_points: true, ..opened.data.request(rules) };
    let moves = diff::moves(&of(&old), &of(&new), &[], &mut |_| ()).map_err(|error| unread(session, &error))?;
    let flows: Vec<_> = moves.matrix.iter().filter(|flow| flow.before != flow.after && flow.leads > 0).collect();
    let moving = |mover: &Mover| Moving {
        lead: mover.key.as_deref().map(|key| session.lead(key)),
        from: mover.before.clone(),
        to: mover.after.clone(),
        because: mover
            .scores
            .iter()
            .flat_map(|score| {
                score.lines.iter().map(move |line| format!("{}: {} {}", score.score, line.points.signed(), line.title))
            })
            .take(8)
            .collect(),
    };
    Ok(Compared {
        as_of: moves.as_of.clone(),
        same: Some(moves.moved == 0 && moves.only_scores == 0),
        leads: Some(moves.leads),
        only_scores: Some(moves.only_scores),
        more_moves: flows.len().saturating_sub(SHOWN),
        moves: flows
            .iter()
            .take(SHOWN)
            .map(|flow| Move {
                from: flow.before.clone(),
                to: flow.after.clone(),
                leads: Some(flow.leads),
                lead: Vec::new(),
            })
            .collect(),
        scores: Vec::new(),
        edits: moves.edits.iter().take(SHOWN).map(edited).collect(),
        movers: moves.movers.iter().take(SHOWN).map(moving).collect(),
        undecided: Vec::new(),
    })
}

fn of_possible(possible: &diff::Possible) -> Compared {
    let decided = possible.moves.iter().filter(|one| one.undecided.is_none());
    let moves: Vec<Move> = decided
        .map(|one| Move { from: one.before.clone(), to: one.after.clone(), leads: None, lead: one.lead.clone() })
        .collect();
    let open = possible.moves.iter().filter_map(|one| {
        Some(format!("whether a lead can go from {} to {}: {}", one.before, one.after, one.undecided.as_ref()?))
    });
    let open_scores =
        possible.scores.iter().filter_map(|one| Some(format!("score {}: {}", one.score, one.undecided.as_ref()?)));
    let differs = possible.scores.iter().filter(|one| one.can_differ == Some(true));
    Compared {
        as_of: possible.as_of.clone(),
        same: possible.same,
        leads: None,
        only_scores: None,
        more_moves: moves.len().saturating_sub(SHOWN),
        moves: moves.into_iter().take(SHOWN).collect(),
        scores: differs.map(|one| one.score.clone()).collect(),
        edits: possible.edits.iter().take(SHOWN).map(edited).collect(),
        movers: Vec::new(),
        undecided: possible
            .incomparable
            .iter()
            .chain(&possible.read_otherwise)
            .map(ToString::to_string)
            .chain(open)
            .chain(open_scores)
            .take(SHOWN)
            .collect(),
    }
}

fn edited(edit: &Edit) -> Edited {
    Edited {
        what: edit.named().to_string(),
        how: edit.kind.word().to_string(),
        before: edit.before.clone(),
        after: edit.after.clone(),
        leads: edit.leads,
    }
}
