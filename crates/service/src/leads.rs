//! The table of leads: filtered, sorted, a window at a time. In: leads on a shelf and what came of them; out: rows.

use std::cmp::Ordering;
use std::io;

use arrow_array::{Array, StringArray};
use leadrules_decide::call_list;
use leadrules_decide::diff;
use leadrules_engine::columns::{Leads, Results};
use leadrules_engine::shelf::Shelf;
use leadrules_language::decimal::{Amount, Points};
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::text;
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;
use serde::{Deserialize, Serialize};

use crate::ranks::Ranks;
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

impl Rows {
    /// The numbers of the rows.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.rows.iter().map(|row| row.row)
    }
}

/// Leads and what came of them.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    leads: &'a Shelf,
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
    pub fn new(leads: &'a Shelf, kept: &'a [String], draft: Side<'a>, base: Option<Side<'a>>) -> Self {
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
    fn cells(&self, leads: &Leads, row: usize) -> Vec<Option<String>> {
        self.shown.iter().map(|&shown| self.cell(shown, leads, row)).collect()
    }

    fn cell(&self, shown: Shown, leads: &Leads, row: usize) -> Option<String> {
        match shown {
            Shown::Field(id) => leads.fields.get(id)?.value(row).map(|value| value.shown(&self.rules().fields[id].ty)),
            Shown::Kept(at) => leads.kept[at].is_valid(row).then(|| leads.kept[at].value(row).to_owned()),
        }
    }

    /// All rows that pass a filter, sorted.
    ///
    /// # Errors
    /// If leads that were read can't be read back.
    pub fn rows(&self, filter: &Filter, sort: Option<&Sort>) -> io::Result<Vec<u32>> {
        let starts = starts(self.leads);
        let passing = |at: usize| -> io::Result<Vec<u32>> {
            let leads = filter.asks_leads().then(|| self.leads.leads(at)).transpose()?;
            let rows = (0..self.draft.batches[at].rows()).filter(|&row| self.passes(filter, leads.as_deref(), at, row));
            Ok(rows.map(|row| starts[at] + number(row)).collect())
        };
        let found = (0..self.leads.len()).into_par_iter().map(passing).collect::<io::Result<Vec<Vec<u32>>>>()?;
        match sort {
            None => Ok(Ranks::new(self.draft.batches, &call_list::order(self.rules())).sorted(&found, &starts)),
            Some(sort) => self.sorted(&found, &starts, sort),
        }
    }

    fn sorted(&self, found: &[Vec<u32>], starts: &[u32], sort: &Sort) -> io::Result<Vec<u32>> {
        let by = self.by(&sort.by);
        let keyed = |at: usize| -> io::Result<Vec<(SortKey, u32)>> {
            let leads = by.asks_leads().then(|| self.leads.leads(at)).transpose()?;
            let key = |&row: &u32| (self.key(by, leads.as_deref(), at, (row - starts[at]) as usize), row);
            Ok(found[at].iter().map(key).collect())
        };
        let keyed = (0..found.len()).into_par_iter().map(keyed).collect::<io::Result<Vec<_>>>()?;
        let mut keyed: Vec<(SortKey, u32)> = keyed.into_iter().flatten().collect();
        keyed.par_sort_by(|(one, row), (other, after)| one.order(other, sort.descending).then(row.cmp(after)));
        Ok(keyed.into_iter().map(|(_, row)| row).collect())
    }

    fn by(&self, name: &str) -> By {
        let rules = self.rules();
        let score = || rules.scores.iter().position(|score| score.name == name).map(By::Score);
        match name {
            "stage" => By::Stage,
            "key" => By::Key,
            _ => score().or_else(|| self.label_or_column(name)).unwrap_or(By::Nothing),
        }
    }

    fn label_or_column(&self, name: &str) -> Option<By> {
        let label = self.rules().labels.iter().position(|label| label.name == name).map(By::Label);
        label.or_else(|| self.shown.iter().copied().find(|shown| self.name(*shown) == name).map(By::Column))
    }

    fn key(&self, by: By, leads: Option<&Leads>, batch: usize, row: usize) -> SortKey {
        let results = &self.draft.batches[batch];
        let text = |text: &str| SortKey::Text(text.to_lowercase());
        match by {
            By::Nothing => SortKey::Unknown,
            By::Stage => {
                let stage = results.stages[row];
                SortKey::Number(if stage == StageId::EXCLUDED_NUMBER { -1 } else { i64::from(stage) })
            }
            By::Key => leads.and_then(|leads| key(leads, row)).map_or(SortKey::Unknown, text),
            By::Score(at) => results.scores[at].get(row).map_or(SortKey::Unknown, SortKey::Number),
            By::Label(at) => results.label(at, row).map_or(SortKey::Unknown, text),
            By::Column(shown) => match leads.and_then(|leads| self.cell(shown, leads, row)) {
                None => SortKey::Unknown,
                Some(cell) => match leadrules_language::decimal::Decimal::parse(&cell) {
                    Ok((number, _)) => SortKey::Number(i64::try_from(number.0).unwrap_or(i64::MAX)),
                    Err(_) => text(&cell),
                },
            },
        }
    }

    /// `leads` are those of the batch, if [the filter asks for them](Filter::asks_leads).
    fn passes(&self, filter: &Filter, leads: Option<&Leads>, batch: usize, row: usize) -> bool {
        let results = self.draft.batches[batch];
        let rules = self.rules();
        if filter.stage.as_ref().is_some_and(|name| stage(rules, results, row) != name) {
            return false;
        }
        if let Some(way) = filter.moved {
            let Some(base) = self.base else { return false };
            let before = stage(base.rules, base.batches[batch], row);
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
            let is_near = |points: i64| (hundredths(near.at) - points).abs() <= hundredths(near.within);
            if !results.scores[at].get(row).is_some_and(is_near) {
                return false;
            }
        }
        let Some(leads) = leads else { return true };
        let cells = self.cells(leads, row);
        if let Some(cell) = &filter.column {
            // A column that is passed on may be called as anything is.
            let value = match self.label_or_column(&cell.name) {
                Some(By::Label(at)) => results.label(at, row).map(str::to_owned),
                Some(By::Column(shown)) => self.cell(shown, leads, row),
                _ => None,
            };
            if !text::searched(value.as_deref().unwrap_or("")).contains(&text::searched(cell.value.trim())) {
                return false;
            }
        }
        let Some(search) = filter.search() else { return true };
        let search = text::searched(search);
        let mut texts = key(leads, row).into_iter().chain(cells.iter().flatten().map(String::as_str));
        texts.any(|text| text::searched(text).contains(&search))
    }

    /// A window of rows that were found by [`Self::rows`].
    ///
    /// # Errors
    /// If leads that were read can't be read back.
    pub fn window(&self, found: &[u32], window: &Window, generation: u64) -> io::Result<Rows> {
        let to = window.from.saturating_add(window.count.min(MOST)).min(found.len());
        let shown = found.get(window.from.min(to)..to).unwrap_or_default();
        let row = |number: u32, leads: &Leads, place: (usize, usize)| self.row(number, leads, place);
        let rows = of_each(self.leads, shown, row)?;
        let labels = self.rules().labels.iter().map(|label| label.name.clone()).collect();
        let columns = self.columns();
        let named = columns.iter().filter(|name| rank_of_name(name) < WHO.len()).count();
        Ok(Rows { generation, total: found.len(), labels, columns, named, rows })
    }

    fn row(&self, number: u32, leads: &Leads, (batch, row): (usize, usize)) -> Row {
        let (rules, results) = (self.rules(), self.draft.batches[batch]);
        let now = stage(rules, results, row);
        let before = self.base.map(|base| stage(base.rules, base.batches[batch], row));
        Row {
            row: number,
            key: key(leads, row).map(str::to_owned),
            stage: now.to_owned(),
            before: before.filter(|before| *before != now).map(str::to_owned),
            scores: results.scores.iter().map(|score| score.get(row).map(|points| Amount(Points(points)))).collect(),
            labels: (0..rules.labels.len()).map(|at| results.label(at, row).map(str::to_owned)).collect(),
            columns: self.cells(leads, row),
        }
    }
}

impl Filter {
    /// Whether it needs what leads say, beside what came of them.
    fn asks_leads(&self) -> bool {
        self.column.is_some() || self.search().is_some()
    }

    fn search(&self) -> Option<&str> {
        self.search.as_deref().map(str::trim).filter(|search| !search.is_empty())
    }
}

/// By what rows are sorted.
#[derive(Copy, Clone, Debug)]
enum By {
    Stage,
    Key,
    Score(usize),
    Label(usize),
    Column(Shown),
    /// There is no such thing: all are alike.
    Nothing,
}

impl By {
    /// Whether it needs what leads say, beside what came of them.
    fn asks_leads(self) -> bool {
        matches!(self, Self::Key | Self::Column(_))
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

fn stage<'a>(rules: &'a Rules, results: &Batch, row: usize) -> &'a str {
    rules.stages.name(StageId::of_number(results.stages[row]))
}

fn key(leads: &Leads, row: usize) -> Option<&str> {
    leads.keys.is_valid(row).then(|| leads.keys.value(row))
}

fn number(row: usize) -> u32 {
    u32::try_from(row).expect("rows are counted in 32 bits")
}

#[expect(clippy::cast_possible_truncation, reason = "points that a person types are far below what this holds")]
fn hundredths(points: f64) -> i64 {
    (points * 100.0).round() as i64
}

/// The number of the first row of each batch.
#[must_use]
pub fn starts(leads: &Shelf) -> Vec<u32> {
    let start = |next: &mut u32, rows: usize| {
        let start = *next;
        *next += number(rows);
        Some(start)
    };
    leads.rows().scan(0, start).collect()
}

/// The batch that a row is in, and its row there.
#[must_use]
pub fn place(starts: &[u32], row: u32) -> (usize, usize) {
    let batch = starts.partition_point(|&start| start <= row).saturating_sub(1);
    (batch, (row - starts[batch]) as usize)
}

/// What is said of each of these rows, in their order; each batch is looked at once.
fn of_each<T: Send>(
    leads: &Shelf,
    rows: &[u32],
    say: impl Fn(u32, &Leads, (usize, usize)) -> T + Sync,
) -> io::Result<Vec<T>> {
    let starts = starts(leads);
    let mut places: Vec<(usize, usize, usize)> = Vec::with_capacity(rows.len());
    places.extend(rows.iter().enumerate().map(|(at, &row)| {
        let (batch, row) = place(&starts, row);
        (batch, row, at)
    }));
    places.sort_unstable();
    let groups: Vec<&[(usize, usize, usize)]> = places.chunk_by(|one, other| one.0 == other.0).collect();
    let of_batch = |group: &&[(usize, usize, usize)]| -> io::Result<Vec<(usize, T)>> {
        let leads = leads.leads(group[0].0)?;
        Ok(group.iter().map(|&(batch, row, at)| (at, say(rows[at], &leads, (batch, row)))).collect())
    };
    let said = groups.par_iter().map(of_batch).collect::<io::Result<Vec<_>>>()?;
    let mut said: Vec<(usize, T)> = said.into_iter().flatten().collect();
    said.sort_unstable_by_key(|(at, _)| *at);
    Ok(said.into_iter().map(|(_, said)| said).collect())
}

/// Who leads are, for a list of them.
#[derive(Debug)]
pub struct Who {
    /// Their keys.
    pub keys: StringArray,
    /// The names of the fields that say who they are and how to reach them.
    pub names: Vec<String>,
    /// What each lead has there, then the columns that were passed on.
    pub columns: Vec<StringArray>,
}

/// Who the leads in these rows are.
///
/// # Errors
/// If leads that were read can't be read back.
pub fn who(rules: &Rules, leads: &Shelf, rows: &[u32]) -> io::Result<Who> {
    let mut fields: Vec<usize> = rules
        .declared()
        .map(|(id, _)| usize::from(id.0))
        .filter(|id| !is_key(rules, *id) && rank_of_name(&rules.fields[*id].name) < WHO.len())
        .collect();
    fields.sort_by_key(|id| rank_of_name(&rules.fields[*id].name));
    let say = |_, leads: &Leads, (_, row): (usize, usize)| {
        let text = |id: &usize| leads.fields.get(*id)?.value(row).map(|value| value.shown(&rules.fields[*id].ty));
        let texts: Vec<Option<String>> = fields.iter().map(text).chain(leads.kept_in(row)).collect();
        (key(leads, row).map(str::to_owned), texts)
    };
    let said = of_each(leads, rows, say)?;
    let columns = said.first().map_or(0, |(_, texts)| texts.len());
    Ok(Who {
        keys: said.iter().map(|(key, _)| key.as_deref()).collect(),
        names: fields.iter().map(|id| rules.fields[*id].name.clone()).collect(),
        columns: (0..columns).map(|at| said.iter().map(|(_, texts)| texts[at].as_deref()).collect()).collect(),
    })
}

/// What came of the leads in these rows, in this order, without who they are.
#[must_use]
pub fn results(batches: &[&Batch], starts: &[u32], rows: &[u32]) -> Results {
    let all: Vec<Results> = batches.par_iter().with_min_len(1).map(|batch| batch.results()).collect();
    let picked: Vec<(usize, usize)> = rows.iter().map(|&row| place(starts, row)).collect();
    Results::gather(&all, &picked)
}
