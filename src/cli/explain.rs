//! `leadrules explain`: why one lead has its scores and its stage. In: rules, leads, a key; out: an explanation as text
//! or JSON.

use leadrules_decide::reach::{self, Limits};
use leadrules_engine::run::Request;
use leadrules_language::diagnostic;
use leadrules_language::explain;

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
  leadrules explain my.leadrules leads.csv --lead L1042 --no-events --format json

Exit codes: 0 fine, 1 could not run (no such lead, for one), 2 the rules have errors.")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    /// The key of the lead, its mail or its name; without a key field, its row number
    #[arg(long, value_name = "KEY")]
    lead: String,

    /// Say what would lift the lead to this stage: facts worth asking for, things that it could do
    #[arg(long, value_name = "STAGE")]
    to: Option<String>,

    /// How the explanation is shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// Explains the lead.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[])?;
    let rules = match RuleSet::usable(args.over.rule_set(), terminal, Quiet::Yes)? {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let rules = &rules;
    let data = args.over.held(&[rules])?;
    let request = data.request(rules);
    if let Some(stage) = &args.to {
        return ways(args, &request, stage, terminal);
    }
    let cases = lead::find_all(&request, &args.over.leads, &args.lead, terminal)?;
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

/// Says what would lift the lead to a stage.
fn ways(args: &Args, request: &Request<'_>, stage: &str, terminal: &Terminal) -> Result<Exit, Failure> {
    let rules = request.rules;
    let steps = &rules.stages.steps;
    let step = steps.iter().position(|step| step.name == stage).and_then(|at| u16::try_from(at).ok());
    let Some(step) = step else {
        let names: Vec<&str> = steps.iter().map(|step| step.name.as_str()).collect();
        let near = diagnostic::nearest(stage, names.iter().copied());
        let near = near
            .map_or_else(|| format!("the steps are {}", names.join(", ")), |near| format!("did you mean `{near}`?"));
        return Err(Failure::new(format!("--to: there is no step `{stage}`; {near}")));
    };
    let case = lead::find(request, &args.over.leads, &args.lead, terminal)?;
    let reach = reach::reach(rules, &case, request.as_of, step, Limits::default());
    let text = match args.format {
        Format::Text => reach::render(&reach, terminal.out.style),
        Format::Json => json(&reach),
    };
    say_or_pass(args.format == Format::Text, &text)?;
    Ok(Exit::Fine)
}
