//! `init`: a first rule file from data. In: leads, a log and accounts; out: a draft. What few leads have is left out, unless leads may
//! be named.

use leadrules_decide::init::{self, Quoted, Sources};
use leadrules_engine::data::{Input, ReadOptions};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::exit::Failure;
use super::data::unusable;
use super::files::columns;
use super::refused::Answer;
use super::session::{Session, Use};

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    /// The file of the leads, below a folder of this server.
    leads: String,
    /// The file of the event log, if there is one.
    events: Option<String>,
    /// The file of the accounts' own data, if there is one: the companies that leads work for.
    accounts: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Begun {
    /// The rule file: fields with types and columns, kinds of events, a few rules to start from.
    text: String,
    /// What was noticed about the data; only where leads may be named.
    notes: Vec<String>,
    /// What to do next.
    next: String,
}

/// Makes a first rule file.
pub(super) fn init(session: &Session, asked: &Asked) -> Answer<Begun> {
    let open = |path: &String| {
        let found = session.find(path, Use::Data)?;
        columns(session, &found)?;
        let name = found.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok((Input::path(found), ReadOptions::default(), name))
    };
    let (leads, options, name) = open(&asked.leads)?;
    let events = asked.events.as_ref().map(open).transpose()?;
    let quoted = if session.show_leads { Quoted::All } else { Quoted::Common };
    let accounts = asked.accounts.as_ref().map(open).transpose()?;
    let [events_name, accounts_name] = [&events, &accounts].map(|from| from.as_ref().map(|(_, _, name)| name.as_str()));
    let sources = Sources { leads: &name, events: events_name, accounts: accounts_name, quoted, language: None };
    let [events, accounts] = [&events, &accounts].map(|from| from.as_ref().map(|(input, options, _)| (input, options)));
    let first = init::read((&leads, &options), events, accounts, sources)
        .map_err(|error| unusable(session, &Failure::new(error)))?;
    Ok(Begun {
        text: first.text,
        notes: if session.show_leads { first.remarks.iter().map(ToString::to_string).collect() } else { Vec::new() },
        next: "put what the user said in place of the starter rules, add tests for it, and `check` the text".to_owned(),
    })
}
