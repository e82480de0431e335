//! The table of leads: filtered, sorted, a window at a time. In: leads in memory and what came of them; out: rows.

use std::cmp::{Ordering, Reverse};

use arrow_array::{Array, StringArray};
use leadrules_decide::call_list;
use leadrules_decide::diff;
use leadrules_engine::columns::{Leads, Results};
use leadrules_language::decimal::{Amount, Points};
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::text;
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;
use serde::{Deserialize, Serialize};

use crate::scored::{Batch, Side};

/// Which leads are wanted; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    stage: Option<String>,
    moved: Option<Way>,
    near: Option<Near>,
    column: Option<Cell>,
    search: Option<String>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Way {
    Any,
    Up,
    Down,
}

/// Points of a score within so many of a bar.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Near {
    score: String,
    at: f64,
    within: f64,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Cell {
    name: String,
    value: String,
}

/// By what leads are sorted: a score, `stage`, `key`, a label or a column.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Sort {
    by: String,
    descending: bool,
}

/// A window of the table.
#[derive(Clone, Debug, Deserialize)]
pub struct Window {
    /// Which leads.
    #[serde(default)]
    pub filter: Filter,
    /// In which order; the best first if not given.
    #[serde(default)]
    pub sort: Option<Sort>,
    /// The first row wanted.
    pub from: usize,
    /// How many.
    pub count: usize,
}

/// At most this many rows are given at once.
const MOST: usize = 1_000;

/// A window, filled.
#[derive(Clone, Debug, Serialize)]
pub struct Rows {
    generation: u64,
    total: usize,
    labels: Vec<String>,
    columns: Vec<String>,
    /// How many columns, the first ones, say who a lead is.
    named: usize,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, Serialize)]
struct Row {
    row: u32,
    key: Option<String>,
    stage: String,
    before: Option<String>,
    scores: Vec<Option<Amount>>,
    labels: Vec<Option<String>>,
    columns: Vec<Option<String>>,
}

/// Leads and what came of them.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    leads: &'a [Leads],
    kept: &'a [String],
    draft: Side<'a>,
    base: Option<Side<'a>>,
    /// The columns besides scores and labels: fields that are no key, and those passed on. Those that say who a lead is
    /// come first.
    shown: Vec<Shown>,
}

/// What a row is sorted by; what is unknown comes last, whichever way.
#[derive(Clone, Debug, PartialEq)]
enum SortKey {
    Number(i64),
    Text(String),
    Unknown,
}

impl SortKey {
    fn order(&self, other: &Self, descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Unknown, Self::Unknown) => return Ordering::Equal,
            (Self::Unknown, _) => return Ordering::Greater,
            (_, Self::Unknown) => return Ordering::Less,
            (Self::Number(one), Self::Number(other)) => one.cmp(other),
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        };
        if descending { order.reverse() } else { order }
    }
}

impl<'a> Table<'a> {
    /// These leads, with all their fields and the further columns of these names; what came of them by the draft, and by
    /// the saved rules, if these can be run.
    #[must_use]
    pub fn new(leads: &'a [Leads], kept: &'a [String], draft: Side<'a>, base: Option<Side<'a>>) -> Self {
        let rules = draft.rules;
        let fields = (0..rules.fields.len()).filter(|&id| !is_key(rules, id)).map(Shown::Field);
        let mut table = Self { leads, kept, draft, base, shown: Vec::new() };
        let mut shown: Vec<Shown> = fields.chain((0..kept.len()).map(Shown::Kept)).collect();
        shown.sort_by_key(|shown| rank_of_name(table.name(*shown)));
        table.shown = shown;
        table
    }

    fn rules(&self) -> &Rules {
        self.draft.rules
    }

    fn name(&self, shown: Shown) -> &str {
        match shown {
            Shown::Field(id) => &self.rules().fields[id].name,
            Shown::Kept(at) => &self.kept[at],
        }
    }

    fn columns(&self) -> Vec<String> {
        self.shown.iter().map(|&shown| self.name(shown).to_owned()).collect()
    }

    /// The cells of a row in the order of [`Self::columns`].
    fn cells(&self, batch: usize, row: usize) -> Vec<Option<String>> {
        let (rules, leads) = (self.rules(), &self.leads[batch]);
        let cell = |&shown: &Shown| match shown {
            Shown::Field(id) => leads.fields.get(id)?.value(row).map(|value| value.shown(&rules.fields[id].ty)),
            Shown::Kept(at) => leads.kept[at].is_valid(row).then(|| leads.kept[at].value(row).to_owned()),
        };
        self.shown.iter().map(cell).collect()
    }

    /// All rows that pass a filter, sorted.
    #[must_use]
    pub fn rows(&self, filter: &Filter, sort: Option<&Sort>) -> Vec<u32> {
        let starts: Vec<u32> = starts(self.leads);
        let passing = |at: usize| {
            let rows = (0..self.leads[at].rows).filter(|&row| self.passes(filter, at, row));
            rows.map(|row| starts[at] + u32::try_from(row).expect("rows are counted in 32 bits")).collect::<Vec<u32>>()
        };
        let found: Vec<Vec<u32>> = (0..self.leads.len()).into_par_iter().map(passing).collect();
        let rows: Vec<u32> = found.concat();
        let place = |row: u32| place(&starts, row);
        match sort {
            None => {
                let order = call_list::order(self.rules());
                let mut ranked: Vec<_> = rows
                    .par_iter()
                    .map(|&row| {
                        let (batch, at) = place(row);
                        (Reverse(rank(&self.draft.batches[batch].results, at, &order)), row)
                    })
                    .collect();
                ranked.par_sort_unstable();
                ranked.into_iter().map(|(_, row)| row).collect()
            }
            Some(sort) => {
                let columns = self.columns();
                let key = |&row: &u32| {
                    let (batch, at) = place(row);
                    (self.key(&sort.by, &columns, batch, at), row)
                };
                let mut keyed: Vec<(SortKey, u32)> = rows.par_iter().map(key).collect();
                keyed.par_sort_by(|(one, row), (other, after)| one.order(other, sort.descending).then(row.cmp(after)));
                keyed.into_iter().map(|(_, row)| row).collect()
            }
        }
    }

    fn key(&self, by: &str, columns: &[String], batch: usize, row: usize) -> SortKey {
        let results = &self.draft.batches[batch].results;
        let rules = self.rules();
        if by == "stage" {
            let stage = results.stages[row];
            return SortKey::Number(if stage == StageId::EXCLUDED_NUMBER { -1 } else { i64::from(stage) });
        }
        if by == "key" {
            let keys = &results.keys;
            return if keys.is_valid(row) { SortKey::Text(keys.value(row).to_lowercase()) } else { SortKey::Unknown };
        }
        if let Some(at) = rules.scores.iter().position(|score| score.name == by) {
            let points = &results.scores[at].points;
            return if points.is_valid(row) { SortKey::Number(points.value(row)) } else { SortKey::Unknown };
        }
        if let Some(at) = rules.labels.iter().position(|label| label.name == by) {
            return label(results, at, row).map_or(SortKey::Unknown, |text| SortKey::Text(text.to_lowercase()));
        }
        let cell = columns.iter().position(|name| name == by).and_then(|at| self.cells(batch, row).swap_remove(at));
        match cell {
            None => SortKey::Unknown,
            Some(text) => match leadrules_language::decimal::Decimal::parse(&text) {
                Ok((number, _)) => SortKey::Number(i64::try_from(number.0).unwrap_or(i64::MAX)),
                Err(_) => SortKey::Text(text.to_lowercase()),
            },
        }
    }

    fn passes(&self, filter: &Filter, batch: usize, row: usize) -> bool {
        let results = &self.draft.batches[batch].results;
        let rules = self.rules();
        if filter.stage.as_ref().is_some_and(|name| stage(rules, results, row) != name) {
            return false;
        }
        if let Some(way) = filter.moved {
            let Some(base) = self.base else { return false };
            let before = stage(base.rules, &base.batches[batch].results, row);
            let after = stage(rules, results, row);
            let names = diff::names(base.rules, rules);
            let place = |name: &str| names.iter().position(|other| other == name);
            let is_so = match way {
                Way::Any => before != after,
                Way::Up => place(before) < place(after),
                Way::Down => place(before) > place(after),
            };
            if !is_so {
                return false;
            }
        }
        if let Some(near) = &filter.near {
            let Some(at) = rules.scores.iter().position(|score| score.name == near.score) else { return false };
            let points = &results.scores[at].points;
            if !points.is_valid(row) || (hundredths(near.at) - points.value(row)).abs() > hundredths(near.within) {
                return false;
            }
        }
        if filter.column.is_none() && filter.search.is_none() {
            return true;
        }
        let cells = self.cells(batch, row);
        if let Some(cell) = &filter.column {
            let at_label = rules.labels.iter().position(|label| label.name == cell.name);
            let value = match at_label {
                Some(at) => label(results, at, row).map(str::to_owned),
                None => self.columns().iter().position(|name| *name == cell.name).and_then(|at| cells[at].clone()),
            };
            if !text::searched(value.as_deref().unwrap_or("")).contains(&text::searched(cell.value.trim())) {
                return false;
            }
        }
        let Some(search) = filter.search.as_deref().map(str::trim).filter(|search| !search.is_empty()) else {
            return true;
        };
        let search = text::searched(search);
        let key = results.keys.is_valid(row).then(|| results.keys.value(row));
        let texts = key.into_iter().chain(cells.iter().flatten().map(String::as_str));
        let mut texts = texts;
        texts.any(|text| text::searched(text).contains(&search))
    }

    /// A window of rows that were found by [`Self::rows`].
    #[must_use]
    pub fn window(&self, found: &[u32], window: &Window, generation: u64) -> Rows {
        let starts = starts(self.leads);
        let to = window.from.saturating_add(window.count.min(MOST)).min(found.len());
        let shown = found.get(window.from.min(to)..to).unwrap_or_default();
        let rows = shown.iter().map(|&row| self.row(row, place(&starts, row))).collect();
        let labels = self.rules().labels.iter().map(|label| label.name.clone()).collect();
        let columns = self.columns();
        let named = columns.iter().filter(|name| rank_of_name(name) < WHO.len()).count();
        Rows { generation, total: found.len(), labels, columns, named, rows }
    }

    fn row(&self, number: u32, (batch, row): (usize, usize)) -> Row {
        let (rules, results) = (self.rules(), &self.draft.batches[batch].results);
        let now = stage(rules, results, row);
        let before = self.base.map(|base| stage(base.rules, &base.batches[batch].results, row));
        let points = |points: &arrow_array::Int64Array| points.is_valid(row).then(|| Amount(Points(points.value(row))));
        Row {
            row: number,
            key: results.keys.is_valid(row).then(|| results.keys.value(row).to_owned()),
            stage: now.to_owned(),
            before: before.filter(|before| *before != now).map(str::to_owned),
            scores: results.scores.iter().map(|score| points(&score.points)).collect(),
            labels: (0..rules.labels.len()).map(|at| label(results, at, row).map(str::to_owned)).collect(),
            columns: self.cells(batch, row),
        }
    }
}

/// A column of the table.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Shown {
    /// A field, by its id.
    Field(usize),
    /// A column that was passed on.
    Kept(usize),
}

/// Words by which people name columns that say who a lead is, the first ones best, in English, Dutch, French and German.
const WHO: [&[&str]; 4] = [
    &["name", "naam", "nom", "fullname", "volledigenaam", "contact", "firstname", "voornaam", "lastname", "achternaam"],
    &["company", "bedrijf", "organisation", "organization", "account", "klant", "entreprise", "firma", "societe"],
    &["email", "mail", "emailaddress", "emailadres"],
    &["phone", "telephone", "telefoon", "mobile", "gsm", "tel", "téléphone", "telefon"],
];

/// Where a column of this name comes: those that say who a lead is before the others.
fn rank_of_name(name: &str) -> usize {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    WHO.iter().position(|names| names.contains(&plain.as_str())).unwrap_or(WHO.len())
}

fn is_key(rules: &Rules, id: usize) -> bool {
    rules.key.is_some_and(|key| usize::from(key.0) == id)
}

fn stage<'a>(rules: &'a Rules, results: &Results, row: usize) -> &'a str {
    rules.stages.name(StageId::of_number(results.stages[row]))
}

fn label(results: &Results, at: usize, row: usize) -> Option<&str> {
    let label = &results.labels[at];
    label.values.is_valid(row).then(|| label.texts[usize::from(label.values.value(row))].as_str())
}

/// What comes first: the stage, then the points of these scores.
fn rank(results: &Results, row: usize, order: &[usize]) -> (u16, Vec<i64>) {
    let points = |&at: &usize| {
        let points = &results.scores[at].points;
        if points.is_valid(row) { points.value(row) } else { i64::MIN }
    };
    let stage = results.stages[row];
    let step = if stage == StageId::EXCLUDED_NUMBER { 0 } else { stage + 1 };
    (step, order.iter().map(points).collect())
}

#[expect(clippy::cast_possible_truncation, reason = "points that a person types are far below what this holds")]
fn hundredths(points: f64) -> i64 {
    (points * 100.0).round() as i64
}

/// The number of the first row of each batch.
#[must_use]
pub fn starts(leads: &[Leads]) -> Vec<u32> {
    let start = |next: &mut u32, leads: &Leads| {
        let start = *next;
        *next += u32::try_from(leads.rows).expect("rows are counted in 32 bits");
        Some(start)
    };
    leads.iter().scan(0, start).collect()
}

/// The batch that a row is in, and its row there.
#[must_use]
pub fn place(starts: &[u32], row: u32) -> (usize, usize) {
    let batch = starts.partition_point(|&start| start <= row).saturating_sub(1);
    (batch, (row - starts[batch]) as usize)
}

/// The fields that say who these leads are and how to reach them, by name, with what each lead has there.
#[must_use]
pub fn who(rules: &Rules, leads: &[Leads], starts: &[u32], rows: &[u32]) -> (Vec<String>, Vec<StringArray>) {
    let mut fields: Vec<usize> = rules
        .declared()
        .map(|(id, _)| usize::from(id.0))
        .filter(|id| !is_key(rules, *id) && rank_of_name(&rules.fields[*id].name) < WHO.len())
        .collect();
    fields.sort_by_key(|id| rank_of_name(&rules.fields[*id].name));
    let text = |id: usize, row: u32| {
        let (batch, at) = place(starts, row);
        leads[batch].fields.get(id)?.value(at).map(|value| value.shown(&rules.fields[id].ty))
    };
    let column = |id: &usize| rows.iter().map(|row| text(*id, *row)).collect::<StringArray>();
    (fields.iter().map(|id| rules.fields[*id].name.clone()).collect(), fields.iter().map(column).collect())
}

/// The results of these rows, in this order.
#[must_use]
pub fn results(batches: &[&Batch], starts: &[u32], rows: &[u32]) -> Results {
    let all: Vec<Results> = batches.par_iter().with_min_len(1).map(|batch| batch.results.clone()).collect();
    let picked: Vec<(usize, usize)> = rows.iter().map(|&row| place(starts, row)).collect();
    Results::gather(&all, &picked)
}
