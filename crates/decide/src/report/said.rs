//! What the page says first: how many to call, whether the highest stage converts better than the one below it, what it catches,
//! since when, and what changed. In: what was counted; out: sentences, the plainest first.

use super::answer::with_interval;
use super::gather::Gatherer;
use super::weekly::sentences;
use super::words::Words;
use crate::backtest::{Backtest, Share};
use crate::diff::{Flow, Moves};
use crate::statistic::{Rate, is_more};
use leadrules_language::words::{Text, say};

/// The sentences of the first paragraph.
pub(super) fn said(gathered: &Gatherer<'_>, words: &Words<'_>) -> Vec<Text> {
    let Some(stage) = gathered.rules.stages.steps.last().map(|step| step.name.as_str()) else { return Vec::new() };
    let [open, leads] = gathered.ready;
    let mut said = vec![match (leads, open) {
        (0, _) => say!("Nobody to call: no lead is at {stage}.", stage),
        (1, open) if gathered.decided == 0 || open == 1 => say!("1 lead is at {stage}: call it.", stage),
        (leads, open) if gathered.decided == 0 || leads == open => {
            say!("{leads} {leads|lead is|leads are} at {stage}: call them.", leads, stage)
        }
        (leads, 0) => {
            say!("{leads} {leads|lead is|leads are} at {stage}, and it is known what became of each.", leads, stage)
        }
        (leads, open) => say!(
            "{leads} {leads|lead is|leads are} at {stage}; what becomes of {open} of them is open: call these.",
            leads,
            stage,
            open
        ),
    }];
    if let Some((outcome, _, backtest)) = words.backtest {
        said.extend(better(stage, backtest));
        said.extend(caught(stage, outcome, backtest));
        if let (Some(first), Some(last)) = (backtest.months.first(), backtest.months.last()) {
            let [from, to] = [first, last].map(|month| Text::moment(&month.month));
            said.push(if first.month == last.month {
                say!("What became of leads was known in {month}.", month = from)
            } else {
                say!("What became of leads was known from {from} to {to}.", from, to)
            });
        }
    }
    said.extend(sentences(gathered.rules, words));
    if let Some((previous, moves)) = words.previous {
        said.push(moved(previous, moves));
        said.extend(moves.accounts.as_ref().map(|moves| match moves.moved {
            0 => say!("No account has another stage than by {previous}.", previous),
            accounts => say!(
                "{accounts} {accounts|account has|accounts have} another stage than by {previous}.",
                accounts,
                previous
            ),
        }));
    }
    said
}

/// How many leads move, and from where to where most do.
fn moved(previous: &str, moves: &Moves) -> Text {
    if moves.moved == 0 {
        return say!("No lead has another stage than by {previous}.", previous);
    }
    let mut flows: Vec<_> = moves.matrix.iter().filter(|flow| flow.before != flow.after).collect();
    flows.sort_by_key(|flow| std::cmp::Reverse(flow.leads));
    let named = |flow: &&Flow| {
        say!("{leads} from {before} to {after}", leads = flow.leads, before = &flow.before, after = &flow.after)
    };
    let mut most: Vec<Text> = flows.iter().take(3).map(named).collect();
    if flows.len() > most.len() {
        most.push(Text::verbatim("…"));
    }
    say!(
        "{leads} {leads|lead has|leads have} another stage than by {previous}: {flows}.",
        leads = moves.moved,
        previous,
        flows = Text::row(most, ", ")
    )
}

/// Whether the highest stage converts better than the one below it, and whether the figures can tell.
fn better(top: &str, backtest: &Backtest) -> Option<Text> {
    let known = |share: &&Share| share.rate.leads > 0 && share.name != leadrules_language::ir::EXCLUDED;
    let mut stages = backtest.stages.iter().filter(known);
    let (one, other): (&Share, &Share) = (stages.next().filter(|share| share.name == top)?, stages.next()?);
    let (rate, below, stage) = (with_interval(one.rate), with_interval(other.rate), &other.name);
    Some(if is_more(one.rate, other.rate, backtest.confidence) {
        say!(
            "{rate} of the leads at {top} converted, and {below} of those at {stage}: that is more, and more than chance.",
            rate,
            top,
            below,
            stage
        )
    } else if is_more(other.rate, one.rate, backtest.confidence) {
        say!(
            "{rate} of the leads at {top} converted, and {below} of those at {stage}: that is less, and more than chance: the bar is at \
             the wrong place, or the rules are.",
            rate,
            top,
            below,
            stage
        )
    } else {
        say!(
            "{rate} of the leads at {top} converted, and {below} of those at {stage}: these figures do not tell whether that is more.",
            rate,
            top,
            below,
            stage
        )
    })
}

/// The share of all that converted that was at the highest stage.
fn caught(stage: &str, outcome: &str, backtest: &Backtest) -> Option<Text> {
    let share = backtest.stages.iter().find(|share| share.name == stage)?;
    let all = backtest.all.conversions;
    let rate = Rate::new(share.rate.conversions, all, crate::statistic::deviations(backtest.confidence));
    (all > 0).then(|| {
        say!(
            "Of the {leads} leads with “{outcome}”, {caught} {caught|was|were} at {stage}: {rate}.",
            leads = all,
            outcome,
            caught = rate.conversions,
            stage,
            rate = with_interval(rate)
        )
    })
}
