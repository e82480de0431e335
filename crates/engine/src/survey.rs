//! What data shows about the rules that read it: what does not fit them, rules that never fire, rules that always do,
//! and promises that leads break. In: the rules and the data; out: findings. This is the part of `check` that needs
//! data.

use crate::accounts::field_looked_at;
use crate::data::{self, Before, Fitness, Input, Noun, ReadOptions};
use crate::run::{self, AccountSource, Counts, Error, EventSource, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::codes;
use leadrules_language::diagnostic::{Diagnostic, has_errors, sort};
use leadrules_language::ir::{About, Gain, Rules};
use leadrules_language::words::say;

/// The data that rules are compared with.
#[derive(Debug)]
pub struct Surveyed {
    /// The leads. They are read more than once: for the values, and for the rules.
    pub leads: Input,
    /// How they are read.
    pub options: ReadOptions,
    /// The event log, if events are not nested in the leads.
    pub events: Option<(Input, ReadOptions)>,
    /// The accounts' own data, if there is any, and what it must hold to be scored.
    pub accounts: Option<(Input, ReadOptions, Option<Fitness>)>,
}

/// What the data shows about the rules, seen from an instant. If the data is not what `fitness` asks for, so that it
/// could not be scored, that is an error, and which rules fire is not looked at.
///
/// # Errors
/// When a file can't be read.
pub fn survey(
    rules: &Rules,
    data: &Surveyed,
    fitness: Option<&Fitness>,
    as_of: Instant,
) -> Result<Vec<Diagnostic>, Error> {
    let events = data.events.as_ref().map(|(input, options)| (input, options));
    let options = ReadOptions { before: Before::IfMarked, ..data.options.clone() };
    let mut found = data::check((rules, About::Lead), (&data.leads, &options), events, fitness)?;
    let accounts = rules.accounts.as_deref();
    if let (Some(accounts), Some((input, options, fitness))) = (accounts, &data.accounts) {
        let about = (&accounts.rules, About::Account);
        found.extend(data::check(about, (input, options), None, fitness.as_ref())?);
    }
    // Without the stage that leads had, nobody can say which rules fire.
    let is_before_unknown = rules.before.is_some_and(|field| rules.field(field).columns.is_empty());
    // Nor without what they look at of accounts.
    let are_unknown = data.accounts.is_none() && accounts.is_some_and(|accounts| field_looked_at(accounts).is_some());
    if has_errors(&found) || is_before_unknown || are_unknown {
        return Ok(found);
    }
    let of_accounts = match &data.accounts {
        Some((input, options, _)) => AccountSource::File(input, options),
        None => AccountSource::None,
    };
    let request = Request {
        rules,
        leads: &data.leads,
        options: &options,
        events: events.map_or(EventSource::Leads, |(input, options)| EventSource::Log(input, options)),
        keep: &[],
        as_of,
        rule_points: false,
        trace: false,
        accounts: accounts.map(|_| of_accounts),
    };
    let scored = run::score(&request, &mut |_| ());
    match scored.and_then(|scored| scored.map(drop).for_each(&mut |(), _| Ok(()), &mut |_| ())) {
        Ok(outcome) => {
            found.extend(numbers(rules, &outcome));
            found.extend(findings(rules, &outcome));
        }
        // Without events, nobody can say which rules fire.
        Err(Error::NoEvents { .. }) => {}
        Err(error) => return Err(error),
    }
    Ok(found)
}

/// Ids that several events share, reported where the rules first mention events.
fn numbers(rules: &Rules, outcome: &run::RunReport) -> Option<Diagnostic> {
    let ((events, set_aside), declared) = outcome.events().zip(rules.log.as_ref())?;
    let column = events.number.as_ref()?;
    let said = set_aside.repeated.other_events_said()?;
    let help = if declared.id.is_empty() {
        say!(
            "{said}. The column \"{column}\", which nothing else is read from, is taken for the number of each event, by which \
             repeated rows count once. If it is the number of something else (a message, a campaign), name the right one with \
             `id from …`, or read it as a property; if the log brings an event again with another time, let it bring each once.",
            said,
            column
        )
    } else {
        say!(
            "{said}. The column \"{column}\" is taken for the number of each event, by which repeated rows count once. If it is \
             the number of something else (a message, a campaign), name the right one with `id from …`, or read it as a \
             property; if the log brings an event again with another time, let it bring each once.",
            said,
            column
        )
    };
    let first = declared.kinds.first()?.span;
    let message = say!("events of one lead share a number");
    Some(Diagnostic::new(&codes::LR0915, message, first, say!("the events are read here")).help(help))
}

/// Rules that tell no two leads or accounts apart, and promises that some of them break, judging by a run.
#[must_use]
pub fn findings(rules: &Rules, outcome: &run::RunReport) -> Vec<Diagnostic> {
    let mut found = counted(rules, &outcome.counts, About::Lead);
    if let Some((accounts, results)) = rules.accounts.as_ref().zip(outcome.accounts.as_ref()) {
        let counts = Counts::of_accounts(&accounts.rules, results);
        found.extend(counted(&accounts.rules, &counts, About::Account));
    }
    sort(&mut found);
    found
}

/// The same of leads, or of accounts, by what was counted over all of them.
fn counted(rules: &Rules, counts: &Counts, about: About) -> Vec<Diagnostic> {
    let all = counts.leads;
    if all == 0 {
        return Vec::new();
    }
    let noun = Noun::from(about);
    let (lead, leads) = (noun.one(), noun.many());
    let mut findings = Vec::new();
    for ((_, rule), &fired) in rules.rules().iter().zip(&counts.fired) {
        let title = &rule.title;
        if fired == 0 {
            let message = say!("`{title}` is true of no {lead} in this data", title, lead = &lead);
            let label = say!("never fires, on {all} {leads}", all = all.to_string(), leads = &leads);
            let help = say!(
                "if such {leads} should be there, look at how the data spells what the rule asks for; if they are only rare, \
                 leave it",
                leads = &leads
            );
            findings.push(Diagnostic::new(&codes::LR0910, message, rule.span, label).help(help));
        } else if fired == all && all > 1 && matches!(rule.gain, Gain::Once { decay: None, .. }) {
            // What is given by how much or how often there is of something differs from lead to lead.
            let (message, help) = match about {
                About::Lead => (
                    say!("`{title}` is true of every lead in this data", title),
                    say!("points that every lead gets tell no two leads apart; ask for more, or drop it"),
                ),
                About::Account => (
                    say!("`{title}` is true of every account in this data", title),
                    say!("points that every account gets tell no two accounts apart; ask for more, or drop it"),
                ),
            };
            let label = say!("fires for all {all} {leads}", all = all.to_string(), leads = &leads);
            findings.push(Diagnostic::new(&codes::LR0911, message, rule.span, label).help(help));
        }
    }
    let lines = rules.promises.iter().flat_map(|promise| promise.lines.iter().map(move |line| (promise, line)));
    for ((promise, line), breaches) in lines.zip(&counts.broken).filter(|(_, breaches)| breaches.leads > 0) {
        let title = &promise.title;
        let message = match breaches.leads {
            1 => say!("1 {lead} breaks the promise \"{title}\" in this data", lead = &lead, title),
            count => say!(
                "{count} {leads} break the promise \"{title}\" in this data",
                count = count.to_string(),
                leads = &leads,
                title
            ),
        };
        let examples = breaches.named();
        let label =
            if line.always { say!("not so of {examples}", examples) } else { say!("so of {examples}", examples) };
        let help = match about {
            About::Lead => say!(
                "`leadrules explain` says how such a lead came to it; ask for more in the stage or the rule, or promise less"
            ),
            About::Account => say!(
                "`leadrules explain` says how such an account came to it; ask for more in the stage or the rule, or promise less"
            ),
        };
        findings.push(Diagnostic::new(&codes::LR0912, message, line.condition.span, label).help(help));
    }
    sort(&mut findings);
    findings
}
