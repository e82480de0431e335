//! From files to a first rule file: leads are read for what their columns have in common, once more for what became of
//! them, and the log for what happened. In: inputs; out: the text, and what was noticed on the way.

use std::sync::{Mutex, PoisonError};

use leadrules_engine::data::{self, Columns, Input, ReadOptions, Table};
use leadrules_language::format;
use leadrules_language::parse;
use leadrules_language::source;
use leadrules_language::words::{Text, say};

use super::log::merge;
use super::{Accounts, Counts, Crossing, Log, Nesting, Profile, Roles, Sources, write};

/// A first rule file.
#[derive(Clone, Debug)]
pub struct First {
    /// Its text, in canonical form.
    pub text: String,
    /// What reading the data noticed, each in a sentence.
    pub remarks: Vec<Text>,
}

/// Why there is none.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read.
    #[error(transparent)]
    Read(#[from] data::Error),
    /// There is nothing in it to begin with.
    #[error("{0}")]
    Nothing(Text),
}

impl std::convert::From<Error> for leadrules_language::words::Text {
    fn from(error: Error) -> Self {
        match error {
            Error::Read(error) => error.said(),
            Error::Nothing(_) => Text::verbatim(error.to_string()),
        }
    }
}

/// An input, and how it is read.
pub type From<'a> = (&'a Input, &'a ReadOptions);

/// Makes a first rule file from leads, from a log and from the accounts' own data if there are any.
///
/// # Errors
/// When a file can't be read, the leads have no columns, the log does not say what happened to whom and when, or no lead bears the
/// key of an account.
pub fn read(
    leads: From<'_>,
    events: Option<From<'_>>,
    accounts: Option<From<'_>>,
    sources: Sources<'_>,
) -> Result<First, Error> {
    let (input, options) = leads;
    let columns = data::read_columns(input, options)?;
    if columns.names.is_empty() {
        return Err(Error::Nothing(say!(
            "{input}: there are no columns in it, so there is nothing to say",
            input = input.name()
        )));
    }
    let mut remarks = Vec::new();
    let profile = profile(leads, &columns, Part::Rows, &mut remarks)?;
    let crossed = crossed(leads, &columns, &profile)?;
    let log = match events {
        Some(events) => {
            let columns = data::read_columns(events.0, events.1)?;
            Some(log(events, &columns, &profile, Part::Rows, &mut remarks)?)
        }
        None if columns.nested.is_some() => Some(log(leads, &columns, &profile, Part::Nested, &mut remarks)?),
        None => None,
    };
    let accounts = accounts.map(|from| of_accounts(from, &profile, &mut remarks)).transpose()?;
    let text = tidy(write(&profile, crossed.as_ref(), (log.as_ref(), accounts.as_ref()), sources));
    Ok(First { text, remarks })
}

/// Which rows of a file are meant.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Part {
    /// The rows of the file itself.
    Rows,
    /// The events nested in them.
    Nested,
}

impl Part {
    fn names(self, columns: &Columns) -> Vec<String> {
        match self {
            Self::Rows => columns.names.clone(),
            Self::Nested => columns.nested.clone().unwrap_or_default(),
        }
    }

    fn of<R>(self, table: &Table<'_>, look: impl FnOnce(&Table<'_>) -> R) -> Option<R> {
        match self {
            Self::Rows => Some(look(table)),
            Self::Nested => table.nested(look),
        }
    }
}

fn profile(
    (input, options): From<'_>,
    columns: &Columns,
    part: Part,
    remarks: &mut Vec<Text>,
) -> Result<Profile, Error> {
    let profile = Mutex::new(Profile::new(part.names(columns)));
    let so_far = || profile.lock().unwrap_or_else(PoisonError::into_inner);
    let gather = |table: &Table<'_>| {
        let mut batch = so_far().batch();
        part.of(table, |table| batch.add_table(table));
        batch
    };
    let read = data::read_table(input, options, columns, gather, |batch| so_far().merge(batch))?;
    let header = columns.dialect.header.filter(|_| part == Part::Rows).map(data::HeaderAt::said);
    let (quotes, names) = (read.open_quotes.said(), read.repeated_names_said());
    let said = [header, quotes, names, read.odd_end_said()].into_iter().flatten();
    let said = said.chain(read.odd_json_said());
    let said = said.chain(read.odd_cells_said());
    remarks.extend(said.map(|said| say!("{input}: {said}.", input = input.name(), said)));
    Ok(profile.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn of_accounts(from: From<'_>, leads: &Profile, remarks: &mut Vec<Text>) -> Result<Accounts, Error> {
    let columns = data::read_columns(from.0, from.1)?;
    let accounts = profile(from, &columns, Part::Rows, remarks)?;
    let columns = columns.names.join(", ");
    Accounts::new(accounts, leads).ok_or_else(|| {
        Error::Nothing(say!(
            "{input}: this data of accounts does not say which leads belong to which: no column of the leads has values of one that tells \
             the accounts apart, nor addresses at such a domain; its columns are {columns}",
            input = from.0.name(),
            columns
        ))
    })
}

/// What became of the leads by their values, where a column says which of them converted.
fn crossed(
    (input, options): From<'_>,
    columns: &Columns,
    leads: &Profile,
) -> Result<Option<(Crossing, Counts)>, Error> {
    let Some(crossing) = Crossing::new(leads) else { return Ok(None) };
    let mut counts = crossing.nothing();
    let (names, places) = some(&columns.names, &|at| crossing.looks_at(at));
    let columns = Columns { names, ..columns.clone() };
    data::read_table(input, options, &columns, |table| crossing.look(table, &places), |batch| counts.merge(batch))?;
    Ok(Some((crossing, counts)))
}

fn log(from: From<'_>, columns: &Columns, leads: &Profile, part: Part, remarks: &mut Vec<Text>) -> Result<Log, Error> {
    let (input, options) = from;
    let events = profile(from, columns, part, remarks)?;
    let nesting = if part == Part::Nested { Nesting::Nested } else { Nesting::Apart };
    let roles = Roles::find(&events, leads, nesting).map_err(|unsaid| {
        let names: Vec<&str> = events.names().collect();
        Error::Nothing(unsaid.said(input.name(), names.join(", ")))
    })?;
    let mut log = Log::new(events, roles);
    let mut filled = log.nothing();
    let (names, places) = some(&part.names(columns), &|at| log.looks_at(at));
    let columns = match part {
        Part::Rows => Columns { names, ..columns.clone() },
        Part::Nested => Columns { nested: Some(names), ..columns.clone() },
    };
    let look = |table: &Table<'_>| part.of(table, |table| log.look(table, &places)).unwrap_or_default();
    data::read_table(input, options, &columns, look, |batch| merge(&mut filled, batch))?;
    log.set(filled);
    Ok(log)
}

/// The names of the columns that are wanted, and for each column its place among these.
fn some(names: &[String], wanted: &dyn Fn(usize) -> bool) -> (Vec<String>, Vec<Option<usize>>) {
    let mut some = Vec::new();
    let mut place = |(at, name): (usize, &String)| {
        wanted(at).then(|| {
            some.push(name.clone());
            some.len() - 1
        })
    };
    let places = names.iter().enumerate().map(&mut place).collect();
    (some, places)
}

/// The text in its canonical form.
fn tidy(text: String) -> String {
    let mut sources = source::Sources::default();
    let id = sources.add("", text);
    let (file, findings) = parse::parse(&sources, id);
    if findings.is_empty() { format::format(&file) } else { sources.file(id).text.clone() }
}
