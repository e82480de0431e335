//! What callers give as leads, as events, or as an earlier run: a path, a table by the Arrow C stream interface, or dicts. In:
//! a Python object; out: an input that the engine reads.

use std::sync::Arc;

use leadrules_decide::previous::Previous;
use leadrules_engine::accounts::field_looked_at;
use leadrules_engine::data::{Asker, Before, Error, Fitness, Format, Input, ReadOptions};
use leadrules_engine::engine::{Options, Plan};
use leadrules_engine::run::{AccountSource, EventSource, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Accounts, Rules};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyMapping, PyString};

use crate::error::{self, DataError};
use crate::{ffi, json};

/// The input that an object stands for, and how it is read; `name` is what messages call it unless it is a file.
pub fn input(object: &Bound<'_, PyAny>, name: &str) -> PyResult<(Input, ReadOptions)> {
    let plain = |input| Ok((input, ReadOptions::default()));
    if let Some(path) = path(object)? {
        return plain(Input::path(path));
    }
    if let Some(batches) = ffi::stream(object, name)? {
        return plain(Input::stream(name, batches));
    }
    if object.cast::<PyMapping>().is_ok() {
        return Err(refused(name, "it is one mapping; a single lead goes to `one`, several are a list of them"));
    }
    if object.hasattr("collect")? {
        let kind = object.get_type().name()?;
        return Err(refused(name, &format!("it is a {kind}, which is not worked out yet; `collect()` it first")));
    }
    if object.hasattr("iloc")? {
        return Err(refused(name, "it is a frame of a pandas before 2.2"));
    }
    let Ok(leads) = object.try_iter() else {
        let kind = object.get_type().name()?;
        return Err(refused(name, &format!("it is no table, but of type {kind}")));
    };
    let lines = json::lines(leads, name)?;
    Ok((Input::bytes(name, lines), ReadOptions { format: Some(Format::Ndjson), ..ReadOptions::default() }))
}

/// The path that an object stands for, if it does.
pub fn path(object: &Bound<'_, PyAny>) -> PyResult<Option<std::path::PathBuf>> {
    let is_path = object.is_instance_of::<PyString>() || object.hasattr("__fspath__")?;
    is_path.then(|| object.extract()).transpose()
}

fn refused(name: &str, why: &str) -> PyErr {
    PyTypeError::new_err(format!(
        "{name}: {why}. Give a path, a list of dicts, or a table that speaks Arrow (pandas 2.2 or later with pyarrow, \
         Polars, PyArrow, DuckDB)"
    ))
}

/// Whether an object is `False` itself, which says that there is none.
fn is_false(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(object.is_instance_of::<PyBool>() && !object.is_truthy()?)
}

/// Leads, what they did, and their accounts, as they were given.
pub struct Data {
    leads: (Input, ReadOptions),
    events: Events,
    accounts: Option<(Input, ReadOptions)>,
}

enum Events {
    /// In the leads.
    Nested,
    /// Nowhere: nothing is known of what leads did.
    Nowhere,
    /// In a table of their own.
    Log(Input, ReadOptions),
}

/// How strictly data is held to what the rules speak of, and the stage that leads had.
pub struct Terms {
    /// Whether the values of a missing column are unknown, instead of a reason to refuse the data.
    pub missing_is_unknown: bool,
    /// How many per cent of a field's values, or of the events, may be unreadable.
    pub max_invalid: u8,
    /// Where the stage that leads had comes from.
    pub before: Before,
}

impl Data {
    /// `events` is `None` if they are in the leads, and false if there are none.
    pub fn new(leads: &Bound<'_, PyAny>, events: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let events = match events {
            None => Events::Nested,
            Some(events) if is_false(events)? => Events::Nowhere,
            Some(events) => {
                let (input, options) = input(events, "events")?;
                Events::Log(input, options)
            }
        };
        Ok(Self { leads: input(leads, "leads")?, events, accounts: None })
    }

    /// The same with the accounts of its leads, for rules that ask; false says that nothing is known of them but what their leads say and
    /// do.
    pub fn with_accounts(self, rules: &[&Rules], accounts: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let about: Vec<&Accounts> = rules.iter().filter_map(|rules| rules.accounts.as_deref()).collect();
        let given = match accounts {
            Some(accounts) if is_false(accounts)? => None,
            Some(_) if about.is_empty() => {
                return Err(DataError::new_err("the rules say nothing about accounts: leave `accounts` out"));
            }
            Some(accounts) => Some(input(accounts, "accounts")?),
            None => match about.iter().find_map(|accounts| field_looked_at(accounts)) {
                Some(field) => {
                    return Err(DataError::new_err(format!(
                        "the rules look at `{field}` of accounts: give these as `accounts`, or say `accounts=False` (then nothing is \
                         known of them but what their leads say and do)"
                    )));
                }
                None => None,
            },
        };
        Ok(Self { accounts: given, ..self })
    }

    /// The same, held to what these rules look at.
    pub fn on(mut self, rules: &[&Rules], as_of: Instant, terms: Terms) -> Self {
        let Terms { missing_is_unknown, max_invalid, before } = terms;
        let fitness = |rules: &mut dyn Iterator<Item = &Rules>, log: bool| {
            let of = |rules: &Rules| {
                let plan = Plan::new(rules, Options { log, rule_points: false, trace: false });
                Fitness::of(rules, &plan.needed_at(&plan.at(as_of)))
            };
            let all = rules.map(of).reduce(Fitness::and);
            all.map(|all| Fitness { missing_is_unknown, max_invalid, asker: Asker::Program, ..all })
        };
        if let Some((_, options)) = &mut self.accounts {
            let about = rules.iter().filter_map(|rules| rules.accounts.as_ref());
            options.fitness = fitness(&mut about.map(|accounts| &accounts.rules), false);
        }
        let fitness = fitness(&mut rules.iter().copied(), !matches!(self.events, Events::Nowhere));
        if let Events::Log(_, options) = &mut self.events {
            options.fitness = fitness.clone();
        }
        self.leads.1 = ReadOptions { fitness, before, ..self.leads.1 };
        self
    }

    /// The same, readable any number of times.
    pub fn held(mut self) -> Result<Self, Error> {
        self.leads.0 = self.leads.0.held()?;
        if let Events::Log(log, options) = self.events {
            self.events = Events::Log(log.held()?, options);
        }
        if let Some((accounts, options)) = self.accounts {
            self.accounts = Some((accounts.held()?, options));
        }
        Ok(self)
    }

    /// A request to run these rules over it; the caller adds what else is wanted of the run.
    pub fn request<'a>(&'a self, rules: &'a Rules, as_of: Instant) -> Request<'a> {
        let events = match &self.events {
            Events::Nested => EventSource::Leads,
            Events::Nowhere => EventSource::None,
            Events::Log(log, options) => EventSource::Log(log, options),
        };
        let (leads, options) = &self.leads;
        let accounts = rules.accounts.as_ref().map(|_| match &self.accounts {
            Some((accounts, options)) => AccountSource::File(accounts, options),
            None => AccountSource::None,
        });
        Request { rules, leads, options, events, keep: &[], as_of, rule_points: false, trace: false, accounts }
    }
}

/// Where the stage that leads had comes from, for rules that ask for it: an earlier run, or false if there was none.
pub fn before(rules: &Rules, previous: Option<&Bound<'_, PyAny>>) -> PyResult<Before> {
    let Some(field) = rules.before else { return Ok(Before::default()) };
    match previous {
        Some(given) if is_false(given)? => Ok(Before::Nobody),
        Some(given) => {
            let (input, options) = input(given, "the earlier run")?;
            let run = input.held().map_err(|error| error::read(&error))?;
            let run = Previous::read(rules, &run, &options).map_err(|error| DataError::new_err(error.to_string()))?;
            Ok(Before::Run(Arc::new(run.stages())))
        }
        None if rules.field(field).columns.is_empty() => Err(DataError::new_err(
            "the rules ask for the stage that leads had: give the scores of the last run as `previous`, mark a field \
             `previous stage`, or say `previous=False` if this is the first run",
        )),
        None => Ok(Before::Marked),
    }
}
