//! Why an account has its scores and its stage, and what a lead asks of its account. In: a request, and a key or leads; out: an
//! explanation as text or JSON, or the leads with what they ask.

use leadrules_decide::replay::Case;
use leadrules_engine::run::{EventSource, Request};
use leadrules_language::explain::{explain_account, render_account};

use super::super::account;
use super::super::args::Format;
use super::super::exit::{Exit, Failure};
use super::super::json::json;
use super::super::terminal::{Terminal, say_or_pass};

/// Explains an account.
pub(super) fn run(format: Format, request: &Request<'_>, key: &str, terminal: &Terminal) -> Result<Exit, Failure> {
    let rules = request.rules;
    let found = account::find(request, key, terminal)?;
    let accounts = rules.accounts.as_ref().expect("an account was found");
    let has_log = !matches!(request.events, EventSource::None) && rules.log.is_some();
    let company = found.evaluated(rules, request.as_of, has_log);
    let keys: Vec<Option<String>> = found.leads.iter().map(|case| case.key.clone()).collect();
    let explanation = explain_account(rules, accounts, request.as_of, (found.key.clone(), &keys), &company);
    let text = match format {
        Format::Text => render_account(rules, &explanation, terminal.out.style),
        Format::Json => json(&explanation),
    };
    say_or_pass(format == Format::Text, &text)?;
    Ok(Exit::Fine)
}

/// Gives leads what they ask of their accounts.
pub(in super::super) fn ask(request: &Request<'_>, cases: &mut [Case]) -> Result<(), Failure> {
    let rules = request.rules;
    let has_log = !matches!(request.events, EventSource::None) && rules.log.is_some();
    for case in cases {
        let Some((found, _)) = account::of_lead(request, case)? else { continue };
        let company = found.evaluated(rules, request.as_of, has_log);
        for asked in rules.accounts.iter().flat_map(|about| &about.asked) {
            case.lead.fields[usize::from(asked.field.0)] = company.answer(asked.of);
        }
    }
    Ok(())
}
