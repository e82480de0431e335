//! Leads in memory, read for some rules. In: where they come from; out: them, and how often the data has which values. They serve all
//! rules that read data in the same way.

use std::collections::HashMap;

use arrow_array::cast::AsArray;
use arrow_array::{Array, StringArray};
use leadrules_engine::columns::Column;
use leadrules_engine::data::{self, Input, ReadOptions};
use leadrules_engine::hold::{self, Kept};
use leadrules_engine::run::{EventSource, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;
use leadrules_language::types::Type;

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
        Self { leads, options, events, without_events, keep: Vec::new() }
    }
}

/// Leads in memory, and the rules that they were read for.
#[derive(Debug)]
pub struct Data {
    /// Where they come from.
    pub source: Source,
    /// The rules.
    pub rules: Rules,
    /// The leads.
    pub kept: Kept,
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
    ) -> Result<Self, String> {
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
        };
        let kept = hold::read(&request, &mut |step| progress(step.rows)).map_err(|error| error.to_string())?;
        let seen = seen(rules, &kept);
        Ok(Self { source: source.clone(), rules: rules.clone(), kept, seen })
    }
}

fn seen(rules: &Rules, kept: &Kept) -> Seen {
    let fields = || kept.report.fields.iter();
    Seen {
        options: fields().map(|field| field.seen.clone()).collect(),
        unlisted: fields().map(|field| common(field.unlisted.iter().cloned())).collect(),
        texts: (0..rules.fields.len()).map(|at| texts(rules, kept, at)).collect(),
    }
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

/// How often a field of texts has which; nothing of keys and addresses, which name leads.
fn texts(rules: &Rules, kept: &Kept, at: usize) -> Vec<(String, u64)> {
    let is_key = rules.key.is_some_and(|key| usize::from(key.0) == at);
    if is_key || !matches!(rules.fields[at].ty, Type::Text | Type::ListOfText { .. }) {
        return Vec::new();
    }
    let mut counts: HashMap<&str, u64> = HashMap::new();
    for batch in kept.held.leads.iter() {
        match batch.fields.get(at) {
            Some(Column::Text(texts)) => count(texts, |_| 1, &mut counts),
            Some(Column::CodedText(coded)) => {
                let mut of = vec![0; coded.values().len()];
                coded.keys().iter().flatten().filter_map(|key| usize::try_from(key).ok()).for_each(|key| of[key] += 1);
                count(coded.values().as_string::<i32>(), |at| of[at], &mut counts);
            }
            Some(Column::Texts(lists)) => count(lists.values().as_string::<i32>(), |_| 1, &mut counts),
            _ => {}
        }
        if counts.len() > DISTINCT {
            return Vec::new();
        }
    }
    common(counts.into_iter().map(|(text, count)| (text.to_owned(), count)))
}

fn count<'t>(texts: &'t StringArray, times: impl Fn(usize) -> u64, counts: &mut HashMap<&'t str, u64>) {
    for at in (0..texts.len()).filter(|&at| texts.is_valid(at)) {
        *counts.entry(texts.value(at)).or_default() += times(at);
    }
}
