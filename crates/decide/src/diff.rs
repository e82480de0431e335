//! Who moves when rules change. In: two rule sets, the same leads and events, one instant; out: how many leads go from
//! which stage to which, what made the difference for each of them, and what each edit and each owner brings about.
//!
//! Stages and points of all leads come from the engine. A lead that moves is evaluated again with an edit undone: the edit
//! decides the move if the lead would be at another stage without it.

mod asked;
mod edits;
mod held;
mod history;
mod markdown;
mod moved;
mod pair;
mod possible;
mod reading;
mod stream;
mod text;
mod undone;

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;

use crate::change::{self, Matched, ScoreChange, Side, changes};
use crate::replay::Case;
use crate::whom::Whom;
use leadrules_engine::engine::Plan;
use leadrules_engine::run::{Error, Request, Step};
use leadrules_language::calendar::{Instant, format_instant};
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Rules, StageId};

pub use asked::Answer;
pub use edits::{Edit, EditKind, Edited, declared};
pub use history::{Crossed, Crossings, History, history, markdown_history, render_history};
pub use markdown::markdown;
pub use moved::{Flow, names};
pub use possible::{
    Possible, PossibleMove, PossibleScore, edits_between, markdown_possible, possible, render_possible,
};
pub use text::render;

use held::{Held, pairs};
use moved::{Found, Moved, exclusion_of};

use pair::Pair;
use stream::Both;
use undone::{Compared, Place};

/// What moves when the rules change.
#[derive(Clone, Debug, Serialize)]
pub struct Moves {
    /// The instant from which leads are seen.
    pub as_of: String,
    /// How many leads there are.
    pub leads: u64,
    /// How many change their stage.
    pub moved: u64,
    /// How many keep their stage, but not all their scores.
    pub only_scores: u64,
    /// The stages, the highest first, including those that only one of the sets has.
    pub stages: Vec<Volume>,
    /// How many leads go from which stage to which, including those that stay; pairs without leads are left out.
    pub matrix: Vec<Flow>,
    /// What each owner's edits bring about.
    pub owners: Vec<OwnerMoves>,
    /// What each edit brings about.
    pub edits: Vec<Edit>,
    /// How many of the leads that move do so because of no single edit, since each of several would be enough.
    pub by_several: u64,
    /// The leads that move, in the order of the data.
    pub movers: Vec<Mover>,
    /// The columns of the input that are shown of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<String>,
    /// Whom all this is about.
    #[serde(skip)]
    pub whom: Whom,
    /// The same for accounts, if both rule sets say something about them; in it, `leads` counts accounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accounts: Option<Box<Moves>>,
}

impl Moves {
    /// Those of leads, then those of accounts, if there are any.
    pub fn both(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.accounts.as_deref())
    }

    /// The same without those that move: no key and no value of any is left.
    #[must_use]
    pub fn without_movers(self) -> Self {
        let accounts = self.accounts.map(|accounts| Box::new(accounts.without_movers()));
        Self { movers: Vec::new(), accounts, ..self }
    }
}

/// How many leads are at a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Volume {
    /// The stage.
    pub stage: String,
    /// Before.
    pub before: u64,
    /// After.
    pub after: u64,
    /// How many can be handled.
    pub capacity: Option<u64>,
}

impl Volume {
    /// Whether there are more than can be handled.
    #[must_use]
    pub fn is_exceeded(&self) -> bool {
        self.capacity.is_some_and(|most| self.after > most)
    }
}

/// What an owner's edits bring about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnerMoves {
    /// The owner; `None` for edits of what nobody looks after.
    pub owner: Option<String>,
    /// How many edits there are.
    pub edits: u64,
    /// The moves that would not happen without these edits.
    pub decides: Vec<Flow>,
}

/// A lead that moves.
#[derive(Clone, Debug, Serialize)]
pub struct Mover {
    /// Its key.
    pub key: Option<String>,
    /// The number of its row in the data, from 1.
    pub row: u64,
    /// What the columns of [`Moves::keep`] say of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<Option<String>>,
    /// Its stage before.
    pub before: String,
    /// Its stage after.
    pub after: String,
    /// Its scores that changed, and why.
    pub scores: Vec<ScoreChange>,
    /// Why it is excluded, before and after.
    pub excluded: (Option<String>, Option<String>),
    /// Whose edits decide the move: without them it would not happen.
    pub owners: Vec<Option<String>>,
    /// The edits that decide it alone, by index in [`Moves::edits`].
    pub edits: Vec<usize>,
    /// What it asks of its account, or an account of its leads, where that has changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Answer>,
}

/// Runs both rule sets and compares them. The requests ask for the points of rules, and name the same leads, events and
/// instant.
///
/// # Errors
/// As [`leadrules_engine::run::score`].
pub fn moves(
    old: &Request<'_>,
    new: &Request<'_>,
    capacity: &[(String, u64)],
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Moves, Error> {
    if old.rules.accounts.is_none() && new.rules.accounts.is_none() {
        let mut tally = Tally::new(old.rules, new.rules);
        let mut both = Both::open(old, new, progress)?;
        while let Some(pair) = both.next(progress)? {
            tally.row(&pair);
        }
        return Ok(tally.finish(both.plans(), new.as_of, capacity));
    }
    let leads = [Held::leads(old, progress)?, Held::leads(new, progress)?];
    let leads = moves_of(Whom::Leads, (old.rules, new.rules), &leads, new.as_of, capacity);
    let accounts = Held::accounts(old, progress)?.zip(Held::accounts(new, progress)?);
    let about = Whom::Accounts.rules(old.rules).zip(Whom::Accounts.rules(new.rules));
    let accounts = about.zip(accounts).map(|(rules, (before, after))| {
        Box::new(moves_of(Whom::Accounts, rules, &[before, after], new.as_of, capacity))
    });
    Ok(Moves { accounts, ..leads })
}

/// Compares what two rule sets say of leads, or of accounts.
fn moves_of(
    whom: Whom,
    (old, new): (&Rules, &Rules),
    sides: &[Held; 2],
    as_of: Instant,
    capacity: &[(String, u64)],
) -> Moves {
    let mut tally = Tally::new(old, new);
    let [before, after] = sides.each_ref();
    for pair in pairs([before, after]) {
        tally.row(&pair);
    }
    Moves { whom, ..tally.finish(sides.each_ref().map(Held::plan), as_of, capacity) }
}

/// The stage and the scores of a lead by older rules, and by newer rules with every edit undone: the same, unless rules
/// went from one group to another or stages changed their order. For tests.
#[doc(hidden)]
#[must_use]
pub fn undone(old: &Rules, new: &Rules, as_of: Instant, case: &Case) -> [(String, Vec<Option<Points>>); 2] {
    let log = case.events.is_some();
    let plans = [change::plan(old, log), change::plan(new, log)];
    let plans = [&plans[0], &plans[1]];
    let events = case.events.as_deref().unwrap_or_default();
    let known = plans.map(|plan| plan.single(as_of).known(&case.lead, events));
    let moved =
        Moved::new(plans, as_of, Found { row: case.row, key: case.key.clone(), kept: case.kept.clone(), known });
    let matched = Matched::between(old, new);
    let compared = Compared::new((old, new), plans, as_of, &matched);
    let (stage, points) = compared.seen(&moved, &compared.places());
    let was = moved.before.1.scores.iter().map(|score| score.points).collect();
    [(moved.flow(old, new).0, was), (stage.to_owned(), points)]
}

/// What is counted over all leads.
struct Tally<'r> {
    old: &'r Rules,
    new: &'r Rules,
    matched: Matched,
    leads: u64,
    moved: u64,
    only_scores: u64,
    /// The names of all stages, the lowest first.
    names: Vec<String>,
    flows: Vec<Vec<u64>>,
    /// For each pair of rules: for how many leads they give different points, and how much the difference is in all (in
    /// hundredths).
    effects: Vec<(u64, i128)>,
    /// The leads that move, in order.
    movers: Vec<Found>,
}

fn stage_name(rules: &Rules, number: u16) -> &str {
    rules.stages.name(StageId::of_number(number))
}

impl<'r> Tally<'r> {
    fn new(old: &'r Rules, new: &'r Rules) -> Self {
        let names = names(old, new);
        let flows = vec![vec![0; names.len()]; names.len()];
        let matched = Matched::between(old, new);
        let effects = vec![(0, 0); matched.rules.len()];
        Self { old, new, matched, leads: 0, moved: 0, only_scores: 0, flows, names, effects, movers: Vec::new() }
    }

    fn row(&mut self, pair: &Pair<'_>) {
        let (old, new, matched) = (self.old, self.new, &self.matched);
        let [(before, from), (after, to)] = pair.results();
        let (was, is) = (stage_name(old, before.stages[from]), stage_name(new, after.stages[to]));
        let place = |name: &str| self.names.iter().position(|other| other == name).unwrap_or(0);
        let (at, towards) = (place(was), place(is));
        self.flows[at][towards] += 1;
        if was == is {
            let points = |results: &leadrules_engine::columns::Results, id: Option<usize>, row: usize| {
                id.and_then(|id| results.scores[id].points.iter().nth(row).flatten())
            };
            let differs =
                |pair: &crate::change::Pair| points(before, pair.before, from) != points(after, pair.after, to);
            self.only_scores += u64::from(matched.scores.iter().any(differs));
        } else {
            self.moved += 1;
            self.movers.push(pair.found());
        }
        self.leads += 1;
        let gave = |results: &leadrules_engine::columns::Results, id: Option<usize>, row: usize| {
            id.zip(results.rules.as_ref()).map_or(0, |(id, rules)| rules[id][row])
        };
        for (pair, effect) in matched.rules.iter().zip(&mut self.effects) {
            let by = gave(after, pair.pair.after, to) - gave(before, pair.pair.before, from);
            effect.0 += u64::from(by != 0);
            effect.1 += i128::from(by);
        }
    }

    fn finish(mut self, plans: [&Plan; 2], as_of: Instant, capacity: &[(String, u64)]) -> Moves {
        let movers = std::mem::take(&mut self.movers);
        let moved: Vec<Moved> = movers.into_par_iter().map(|mover| Moved::new(plans, as_of, mover)).collect();
        let (old, new, matched) = (self.old, self.new, &self.matched);
        let compared = &Compared::new((old, new), plans, as_of, matched);
        let decides = |places: &[Place]| -> Vec<bool> {
            moved.par_iter().map(|lead| compared.stage(lead, places) != lead.stage(new)).collect()
        };
        let mut edits = Vec::new();
        let mut decided: Vec<Vec<bool>> = Vec::new();
        for mut edit in edits::edits(compared, &self.effects) {
            let moves = decides(&[edit.place]);
            // Where the line is the same, it counts as an edit if it does something else.
            if edit.kind != EditKind::Indirect || edit.leads.is_some_and(|leads| leads > 0) || moves.contains(&true) {
                edit.decides = flows_of(old, new, &moved, &moves);
                edits.push(edit);
                decided.push(moves);
            }
        }
        for edit in edits::labels(old, new) {
            edits.push(edit);
            decided.push(vec![false; moved.len()]);
        }
        let mut owners: Vec<Option<String>> = edits.iter().map(|edit| edit.owner.clone()).collect();
        owners.sort();
        owners.dedup();
        let places = |owner: &Option<String>| -> Vec<Place> {
            edits.iter().filter(|edit| edit.owner == *owner).map(|edit| edit.place).collect()
        };
        let by_owner: Vec<(&Option<String>, usize, Vec<bool>)> = owners
            .iter()
            .map(|owner| {
                let places = places(owner);
                (owner, places.len(), decides(&places))
            })
            .collect();
        let owners = by_owner.iter().map(|(owner, edits, decided)| OwnerMoves {
            owner: (*owner).clone(),
            edits: *edits as u64,
            decides: flows_of(old, new, &moved, decided),
        });
        let alone = |lead: usize| -> Vec<usize> {
            decided.iter().enumerate().filter(|(_, moves)| moves[lead]).map(|(edit, _)| edit).collect()
        };
        let movers = moved.iter().enumerate().map(|(at, lead)| {
            let (before, after) = lead.flow(old, new);
            Mover {
                key: lead.key.clone(),
                row: lead.row + 1,
                kept: lead.kept.clone(),
                before,
                after,
                scores: changes(
                    matched,
                    &Side { rules: old, outcome: &lead.before.1 },
                    &Side { rules: new, outcome: &lead.after.1 },
                ),
                excluded: (exclusion_of(old, &lead.before.1), exclusion_of(new, &lead.after.1)),
                owners: by_owner
                    .iter()
                    .filter(|(_, _, decided)| decided[at])
                    .map(|(owner, ..)| (*owner).clone())
                    .collect(),
                edits: alone(at),
                asked: asked::answers((old, &lead.before.0), (new, &lead.after.0)),
            }
        });
        let movers: Vec<Mover> = movers.collect();
        let sum = |at: usize| self.flows.iter().map(|row| row[at]).sum::<u64>();
        let volume = |(at, name): (usize, &String)| Volume {
            stage: name.clone(),
            before: self.flows[at].iter().sum(),
            after: sum(at),
            capacity: capacity.iter().find(|(stage, _)| stage == name).map(|(_, leads)| *leads),
        };
        let mut stages: Vec<Volume> = self.names.iter().enumerate().skip(1).rev().map(volume).collect();
        stages.extend(self.names.iter().enumerate().take(1).map(volume).filter(|v| v.before + v.after > 0));
        Moves {
            as_of: format_instant(compared.as_of),
            leads: self.leads,
            moved: self.moved,
            only_scores: self.only_scores,
            stages,
            matrix: self.matrix(),
            owners: owners.collect(),
            by_several: movers.iter().filter(|mover| mover.edits.is_empty()).count() as u64,
            movers,
            keep: Vec::new(),
            whom: Whom::Leads,
            accounts: None,
            edits,
        }
    }

    fn matrix(&self) -> Vec<Flow> {
        let cells = self.names.iter().zip(&self.flows).rev().flat_map(|(before, row)| {
            let flow =
                move |(after, &leads): (&String, &u64)| Flow { before: before.clone(), after: after.clone(), leads };
            self.names.iter().zip(row).rev().filter(|(_, leads)| **leads > 0).map(flow)
        });
        cells.collect()
    }
}

fn flows_of(old: &Rules, new: &Rules, moved: &[Moved], decided: &[bool]) -> Vec<Flow> {
    let mut flows: Vec<Flow> = Vec::new();
    for (lead, _) in moved.iter().zip(decided).filter(|(_, decided)| **decided) {
        let (before, after) = lead.flow(old, new);
        match flows.iter_mut().find(|flow| flow.before == before && flow.after == after) {
            Some(flow) => flow.leads += 1,
            None => flows.push(Flow { before, after, leads: 1 }),
        }
    }
    flows.sort_by_key(|flow| std::cmp::Reverse(flow.leads));
    flows
}
