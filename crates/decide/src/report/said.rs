//! What the page says first: how many to call, whether the highest stage converts better than the one below it, what it catches,
//! since when, and what changed. In: what was counted; out: sentences, the plainest first.

use super::gather::Gatherer;
use super::weekly::{sentences, with_interval};
use super::words::Words;
use crate::backtest::{Backtest, Share};
use crate::statistic::{Rate, is_more};
use leadrules_language::text::{counted, grouped};

/// The sentences of the first paragraph.
pub(super) fn said(gathered: &Gatherer<'_>, words: &Words<'_>) -> Vec<String> {
    let Some(top) = gathered.rules.stages.steps.last().map(|step| step.name.as_str()) else { return Vec::new() };
    let [open, all] = gathered.ready;
    let mut said = Vec::new();
    let leads = |count: u64| format!("{} at {top}", counted(count, "lead is", "leads are"));
    said.push(match (all, open) {
        (0, _) => format!("Nobody to call: no lead is at {top}."),
        (1, open) if gathered.decided == 0 || open == 1 => format!("{}: call it.", leads(1)),
        (all, open) if gathered.decided == 0 || all == open => format!("{}: call them.", leads(all)),
        (all, 0) => format!("{}, and it is known what became of each.", leads(all)),
        (all, open) => {
            format!("{}; what becomes of {} of them is open: call these.", leads(all), grouped(open))
        }
    });
    if let Some((outcome, _, backtest)) = words.backtest {
        said.extend(better(top, backtest));
        said.extend(caught(top, outcome, backtest));
        if let (Some(first), Some(last)) = (backtest.months.first(), backtest.months.last()) {
            said.push(if first.month == last.month {
                format!("What became of leads was known in {}.", first.month)
            } else {
                format!("What became of leads was known from {} to {}.", first.month, last.month)
            });
        }
    }
    said.extend(sentences(gathered.rules, &words.weekly));
    if let Some((previous, moves)) = words.previous {
        said.push(match moves.moved {
            0 => format!("No lead has another stage than by {previous}."),
            moved => {
                let mut flows: Vec<_> = moves.matrix.iter().filter(|flow| flow.before != flow.after).collect();
                flows.sort_by_key(|flow| std::cmp::Reverse(flow.leads));
                let named = |flow: &&crate::diff::Flow| {
                    format!("{} from {} to {}", grouped(flow.leads), flow.before, flow.after)
                };
                let most: Vec<String> = flows.iter().take(3).map(named).collect();
                let more = if flows.len() > most.len() { ", …" } else { "" };
                let leads = counted(moved, "lead has", "leads have");
                format!("{leads} another stage than by {previous}: {}{more}.", most.join(", "))
            }
        });
        said.extend(moves.accounts.as_ref().map(|moves| match moves.moved {
            0 => format!("No account has another stage than by {previous}."),
            moved => format!("{} another stage than by {previous}.", counted(moved, "account has", "accounts have")),
        }));
    }
    said
}

/// Whether the highest stage converts better than the one below it, and whether the figures can tell.
fn better(top: &str, backtest: &Backtest) -> Option<String> {
    let known = |share: &&Share| share.rate.leads > 0 && share.name != leadrules_language::ir::EXCLUDED;
    let mut stages = backtest.stages.iter().filter(known);
    let (one, other): (&Share, &Share) = (stages.next().filter(|share| share.name == top)?, stages.next()?);
    let rates = format!(
        "{} of the leads at {top} converted, and {} of those at {}",
        with_interval(one.rate),
        with_interval(other.rate),
        other.name
    );
    let verdict = if is_more(one.rate, other.rate, backtest.confidence) {
        "that is more, and more than chance"
    } else if is_more(other.rate, one.rate, backtest.confidence) {
        "that is less, and more than chance: the bar is at the wrong place, or the rules are"
    } else {
        "these figures do not tell whether that is more"
    };
    Some(format!("{rates}: {verdict}."))
}

/// The share of all that converted that was at the highest stage.
fn caught(top: &str, outcome: &str, backtest: &Backtest) -> Option<String> {
    let share = backtest.stages.iter().find(|share| share.name == top)?;
    let all = backtest.all.conversions;
    let rate = Rate::new(share.rate.conversions, all, crate::statistic::deviations(backtest.confidence));
    let were = counted(rate.conversions, "was", "were");
    (all > 0)
        .then(|| format!("Of the {} leads with “{outcome}”, {were} at {top}: {}.", grouped(all), with_interval(rate)))
}
