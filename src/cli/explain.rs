//! `leadrules explain`: why one lead has its scores and its stage. In: rules, leads, a key; out: an explanation as text
//! or JSON.

pub(super) mod account;
mod ways;

use leadrules_language::explain;
use leadrules_language::words::say;

use super::args::Format;
use super::data::OverLeads;
use super::exit::{Exit, Failure};
use super::json::json;
use super::lead;
use super::rules::{Quiet, RuleSet};
use super::terminal::{Terminal, say_or_pass};

/// Say why a lead has its scores and its stage
///
/// Shows every rule with whether it is met, not met, or can't be told for want of data; the points it gave, what limits
/// took away, and each stage's condition piece by piece. The points add up exactly.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules explain my.leadrules leads.csv --lead L1042 --events events.csv
  leadrules explain my.leadrules leads.csv --lead L1042 --events events.csv --to SQL
  leadrules explain my.leadrules leads.csv --lead an@hetvat.example   by mail or by name
  leadrules explain my.leadrules leads.csv --lead 12                  without a key field: row 12
  leadrules explain my.leadrules leads.csv --accounts accounts.csv --events events.csv --account C17
  leadrules explain my.leadrules leads.csv --accounts accounts.csv --events events.csv --account C17 --to Engaged
  leadrules explain my.leadrules leads.csv --lead L1042 --no-events --format json

Exit codes: 0 fine, 1 could not run (no such lead, for one), 2 the rules have errors.")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    /// The key of the lead, its mail or its name; without a key field, its row number
    #[arg(long, value_name = "KEY", required_unless_present = "account")]
    lead: Option<String>,

    /// The key of an account: says why it has its scores and its stage, lead by lead
    #[arg(long, value_name = "KEY", conflicts_with = "lead")]
    account: Option<String>,

    /// Say what would lift the lead, or the account, to this stage: facts worth asking for, things that could be done
    #[arg(long, value_name = "STAGE")]
    to: Option<String>,

    /// How the explanation is shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// Explains the lead.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[])?;
    let rules = match RuleSet::read(args.over.rules(), args.over.allow())?.if_usable(terminal, Quiet::Yes) {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let rules = &rules;
    let data = args.over.held(&[rules], terminal)?;
    let request = data.request(rules);
    if let Some(stage) = &args.to {
        let (lead, account) = (args.lead.as_deref().unwrap_or_default(), args.account.as_deref());
        let asked = ways::Asked { leads: &args.over.leads, lead, account, stage };
        return ways::run(args.format, &request, asked, terminal);
    }
    if let Some(account) = &args.account {
        return account::run(args.format, &request, account, terminal);
    }
    let Some(named) = &args.lead else {
        return Err(Failure::new(say!("name a lead with --lead, or an account with --account")));
    };
    let mut cases = lead::find_all(&request, &args.over.leads, named, terminal)?;
    account::ask(&request, &mut cases)?;
    let explanations: Vec<_> = cases
        .into_iter()
        .map(|case| explain::explain(rules, request.as_of, case.key, &case.lead, case.events.as_deref()))
        .collect();
    let text = match (args.format, &explanations[..]) {
        (Format::Text, all) => {
            let texts: Vec<String> = all.iter().map(|one| explain::render(one, terminal.out.style)).collect();
            texts.join("\n")
        }
        (Format::Json, [only]) => json(only),
        (Format::Json, all) => json(&all),
    };
    say_or_pass(args.format == Format::Text, &text)?;
    Ok(Exit::Fine)
}
