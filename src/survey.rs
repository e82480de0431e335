//! What a run over data shows about the rules themselves: those that never fire, and those that always do. In: the rules
//! and what a run counted; out: advice. The data itself is looked at in `data`.

use crate::codes;
use crate::diagnostic::{Diagnostic, sort};
use crate::ir::Rules;
use crate::run::Counts;

/// Advice on rules that tell no two leads apart.
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
    sort(&mut findings);
    findings
}
