//! Leads and accounts, read once for some rules. In: where they come from; out: them, and how often the data has which values. They
//! serve all rules that read data in the same way.

use std::collections::HashMap;
use std::io;

use arrow_array::cast::AsArray;
use arrow_array::{Array, StringArray};
use leadrules_engine::columns::Column;
use leadrules_engine::data::{self, Held, Input, ReadOptions, ReadReport};
use leadrules_engine::hold::{self, Kept};
use leadrules_engine::run::{EventSource, Request};
use leadrules_engine::shelf::{Filling, Shelf};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Accounts, Rules};
use leadrules_language::types::Type;
use leadrules_language::words::Text;

use crate::words::Seen;

/// Where leads come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// The leads, readable any number of times.
    pub leads: Input,
    /// How they are read.
    pub options: ReadOptions,
    /// The log, if there is one.
    pub events: Option<(Input, ReadOptions)>,
    /// Whether nothing is to be known of what leads did.
    pub without_events: bool,
    /// The accounts' own data, if there is any; without it, there are those that leads name.
    pub accounts: Option<(Input, ReadOptions)>,
    /// Further columns to show.
    pub keep: Vec<String>,
}

impl Source {
    /// These leads; nothing is known of what they did where neither they nor a log say so.
    #[must_use]
    pub fn new(
        (leads, options): (Input, ReadOptions),
        events: Option<(Input, ReadOptions)>,
        rules: Option<&Rules>,
    ) -> Self {
        let asks = rules.is_some_and(|rules| rules.log.is_some());
        let has_nested = || data::read_columns(&leads, &options).is_ok_and(|columns| columns.nested.is_some());
        let without_events = asks && events.is_none() && !has_nested();
        Self { leads, options, events, without_events, accounts: None, keep: Vec::new() }
    }
}

/// Leads that were read, and the rules that they were read for.
#[derive(Debug)]
pub struct Data {
    /// Where they come from.
    pub source: Source,
    /// The rules.
    pub rules: Rules,
    /// The leads.
    pub kept: Kept,
    /// The accounts' own data, and what reading it noticed; `None` without such data, and where rules say nothing about accounts.
    pub accounts: Option<(Held, ReadReport)>,
    /// How often they have which values.
    pub seen: Seen,
}

impl Data {
    /// Reads leads for these rules. The error is a sentence.
    ///
    /// # Errors
    /// If they can't be read, or are refused.
    pub fn read(
        source: &Source,
        rules: &Rules,
        as_of: Instant,
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<Self, Text> {
        let request = Request {
            rules,
            leads: &source.leads,
            options: &source.options,
            events: match &source.events {
                _ if source.without_events => EventSource::None,
                Some((log, options)) => EventSource::Log(log, options),
                None => EventSource::Leads,
            },
            keep: &source.keep,
            as_of,
            rule_points: false,
            trace: false,
            accounts: None,
        };
        let kept = hold::read(&request, Filling::default(), &mut |step| progress(step.rows)).map_err(Text::from)?;
        let read = |(about, (input, options)): (&Accounts, &(Input, ReadOptions))| {
            hold::read_accounts(about, input, options).map_err(Text::from)
        };
        let accounts = rules.accounts.as_deref().zip(source.accounts.as_ref()).map(read).transpose()?;
        let seen = seen(rules, &kept).map_err(|error| Text::verbatim(error.to_string()))?;
        Ok(Self { source: source.clone(), rules: rules.clone(), kept, accounts, seen })
    }
}

fn seen(rules: &Rules, kept: &Kept) -> io::Result<Seen> {
    let fields = || kept.report.fields.iter();
    Ok(Seen {
        options: fields().map(|field| field.seen.clone()).collect(),
        unlisted: fields().map(|field| common(field.unlisted.iter().cloned())).collect(),
        texts: texts(rules, &kept.held.leads)?,
    })
}

/// So many leads have a value before it is shown: one that fewer have may say who a lead is.
const COMMON: u64 = 10;
/// At most this many values of a field are shown.
const MOST: usize = 50;
/// A field with more values than this tells leads apart, and is not counted to its end.
const DISTINCT: usize = 20_000;

/// The values that many have, the most frequent first.
fn common(values: impl Iterator<Item = (String, u64)>) -> Vec<(String, u64)> {
    let mut values: Vec<(String, u64)> = values.filter(|(_, count)| *count >= COMMON).collect();
    values.sort_by(|(one, count), (other, more)| (more, one).cmp(&(count, other)));
    values.truncate(MOST);
    values
}

/// How often each field of texts has which; nothing of keys and addresses, which name leads.
fn texts(rules: &Rules, leads: &Shelf) -> io::Result<Vec<Vec<(String, u64)>>> {
    let is_key = |at: usize| rules.key.is_some_and(|key| usize::from(key.0) == at);
    let is_counted = |at: usize| !is_key(at) && matches!(rules.fields[at].ty, Type::Text | Type::ListOfText { .. });
    let mut counts: Vec<Option<HashMap<String, u64>>> =
        (0..rules.fields.len()).map(|at| is_counted(at).then(HashMap::new)).collect();
    for batch in 0..leads.len() {
        if counts.iter().all(Option::is_none) {
            break;
        }
        let batch = leads.leads(batch)?;
        for (column, counts) in batch.fields.iter().zip(&mut counts) {
            if let Some(of_field) = counts {
                add(column, of_field);
                if of_field.len() > DISTINCT {
                    *counts = None;
                }
            }
        }
    }
    Ok(counts.into_iter().map(|counts| common(counts.into_iter().flatten())).collect())
}

/// Takes in how often a batch has which texts.
fn add(column: &Column, counts: &mut HashMap<String, u64>) {
    match column {
        Column::Text(texts) => count(texts, |_| 1, counts),
        Column::CodedText(coded) => {
            let mut of = vec![0; coded.values().len()];
            coded.keys().iter().flatten().filter_map(|key| usize::try_from(key).ok()).for_each(|key| of[key] += 1);
            count(coded.values().as_string::<i32>(), |at| of[at], counts);
        }
        Column::Texts(lists) => count(lists.values().as_string::<i32>(), |_| 1, counts),
        _ => {}
    }
}

fn count(texts: &StringArray, times: impl Fn(usize) -> u64, counts: &mut HashMap<String, u64>) {
    for at in (0..texts.len()).filter(|&at| texts.is_valid(at)) {
        match counts.get_mut(texts.value(at)) {
            Some(count) => *count += times(at),
            None => {
                counts.insert(texts.value(at).to_owned(), times(at));
            }
        }
    }
}
