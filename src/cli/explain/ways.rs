//! What would lift a lead or an account to a stage. In: a request, who, and the name of the stage; out: the ways there, as text or JSON.

use std::path::Path;

use leadrules_decide::company::Who;
use leadrules_decide::reach::{self, Limits};
use leadrules_engine::run::Request;
use leadrules_language::diagnostic;
use leadrules_language::ir::Rules;
use leadrules_language::words::{Junction, Text, say};

use super::super::account::{find, of_lead};
use super::super::args::Format;
use super::super::exit::{Exit, Failure};
use super::super::json::json;
use super::super::lead::find as named;
use super::super::terminal::{Terminal, say_or_pass};

/// Who is to be lifted, and where to.
#[derive(Copy, Clone, Debug)]
pub(super) struct Asked<'a> {
    /// The file of the leads.
    pub(super) leads: &'a Path,
    /// What names the lead; not looked at where an account is named.
    pub(super) lead: &'a str,
    /// The key of the account.
    pub(super) account: Option<&'a str>,
    /// The stage.
    pub(super) stage: &'a str,
}

/// Says what would lift it there.
pub(super) fn run(
    format: Format,
    request: &Request<'_>,
    Asked { leads, lead, account, stage }: Asked<'_>,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let (rules, limits) = (request.rules, Limits::default());
    let among = |company, who, step| {
        reach::reach_among(rules, (&company, who), request.as_of, step, limits)
            .expect("a company is found by rules about accounts")
    };
    let reach = if let Some(key) = account {
        let company = find(request, key, terminal)?;
        let about = rules.accounts.as_ref().expect("an account was found");
        among(company, Who::Account, step(&about.rules, stage)?)
    } else {
        let step = step(rules, stage)?;
        let case = named(request, leads, lead, terminal)?;
        match of_lead(request, &case)? {
            Some((company, place)) => among(company, Who::Lead(place), step),
            None => reach::reach(rules, &case, request.as_of, step, limits),
        }
    };
    let text = match format {
        Format::Text => reach::render(&reach, terminal.out.style),
        Format::Json => json(&reach),
    };
    say_or_pass(format == Format::Text, &text)?;
    Ok(Exit::Fine)
}

/// The step of this name.
fn step(rules: &Rules, stage: &str) -> Result<u16, Failure> {
    let steps = &rules.stages.steps;
    let step = steps.iter().position(|step| step.name == stage).and_then(|at| u16::try_from(at).ok());
    step.ok_or_else(|| {
        let names = || steps.iter().map(|step| step.name.as_str());
        Failure::new(match diagnostic::nearest(stage, names()) {
            _ if steps.is_empty() => say!("--to: there is no stage `{stage}`: the rules have none there", stage),
            Some(near) => say!("--to: there is no stage `{stage}`; did you mean `{near}`?", stage, near),
            None => {
                let names = Text::list(names().map(Text::verbatim), Junction::And);
                say!("--to: there is no stage `{stage}`; there are {names}", stage, names)
            }
        })
    })
}
