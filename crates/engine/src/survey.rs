//! What a run over data shows about the rules themselves: those that never fire, those that always do, and promises that
//! leads break. In: the rules and what a run counted; out: findings. The data itself is looked at in `data`.

use crate::run::Counts;
use leadrules_language::codes;
use leadrules_language::diagnostic::{Diagnostic, sort};
use leadrules_language::ir::Rules;

/// Rules that tell no two leads apart, and broken promises.
#[must_use]
pub fn findings(rules: &Rules, counts: &Counts) -> Vec<Diagnostic> {
    let all = counts.leads;
    if all == 0 {
        return Vec::new();
    }
    let leads = if all == 1 { "the one lead".to_owned() } else { format!("all {all} leads") };
    let mut findings = Vec::new();
    for ((_, rule), &fired) in rules.rules().iter().zip(&counts.fired) {
        if fired == 0 {
            let message = format!("`{}` is true of no lead in this data", rule.title);
            findings.push(
                Diagnostic::new(&codes::LR0910, message, rule.span, format!("never fires, on {all} leads")).help(
                    "if such leads should be there, look at how the data spells what the rule asks for; if they are \
                     only rare, leave it",
                ),
            );
        } else if fired == all && all > 1 {
            let message = format!("`{}` is true of every lead in this data", rule.title);
            findings.push(
                Diagnostic::new(&codes::LR0911, message, rule.span, format!("fires for {leads}"))
                    .help("points that every lead gets tell no two leads apart; ask for more, or drop it"),
            );
        }
    }
    let lines = rules.promises.iter().flat_map(|promise| promise.lines.iter().map(move |line| (promise, line)));
    for ((promise, line), breaches) in lines.zip(&counts.broken).filter(|(_, breaches)| breaches.leads > 0) {
        let leads =
            if breaches.leads == 1 { "1 lead breaks".to_owned() } else { format!("{} leads break", breaches.leads) };
        let message = format!("{leads} the promise \"{}\" in this data", promise.title);
        let label = format!("{} of {}", if line.always { "not so" } else { "so" }, breaches.named());
        findings.push(
            Diagnostic::new(&codes::LR0912, message, line.condition.span, label).help(
                "`leadrules explain` says how such a lead came to it; ask for more in the stage or the rule, or promise less",
            ),
        );
    }
    sort(&mut findings);
    findings
}
