//! Results compared with those of an earlier run. In: a file that `score` wrote, and batches of results; out: the same
//! batches with what has changed for each lead, and at the end the leads that are gone. Leads are identified by their
//! key.

use std::hash::BuildHasher;
use std::sync::Arc;

use arrow_array::{Array, Int64Array, StringArray, UInt16Array};
use hashbrown::{HashMap, HashTable};

use leadrules_engine::columns::{Change, Changes, LabelColumn, Picked, Results, ScoreColumn, SetAside};
use leadrules_engine::data::cell::number::{self, Mark};
use leadrules_engine::data::{Columns, Error, Input, ReadOptions, StagesBefore, Table, read_columns, read_table};
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::text;
use leadrules_language::words::{Text, say};

/// An earlier run.
#[derive(Debug)]
pub struct Previous {
    leads: Vec<Lead>,
    /// Their keys, in the same order.
    keys: Keys,
    /// The leads by their keys.
    places: HashTable<u32>,
    /// The lead that probably comes next: mostly they are in the order in which they were.
    next: usize,
    /// By score id, by row of that file: the points, in hundredths; empty if that file has no column of a score.
    scores: Vec<Vec<Option<i64>>>,
    texts: Arc<[String]>,
    /// For each text, the stage that it is now; `None` for one that the rules do not have.
    known: Vec<Option<StageId>>,
    /// How many leads have changed in each way, in the order of [`Change::ALL`].
    pub counts: [u64; 5],
    /// Keys that several rows of that file have; the last of them counts.
    pub repeated: u64,
}

/// A lead of that run.
#[derive(Copy, Clone, Debug)]
struct Lead {
    /// The index of its stage among the texts.
    stage: u16,
    /// Whether a batch had it.
    is_seen: bool,
    /// Its row in that file.
    row: u32,
}

/// Many keys, one after the other.
#[derive(Clone, Debug, Default)]
struct Keys {
    text: String,
    ends: Vec<usize>,
}

impl Keys {
    fn push(&mut self, key: &str) {
        self.text.push_str(key);
        self.ends.push(self.text.len());
    }

    fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.text[start..end])
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).filter_map(|at| self.get(at))
    }
}

/// The stages of that run.
#[derive(Debug, Default)]
struct Stages {
    texts: Vec<String>,
    places: HashMap<String, u16, foldhash::fast::FixedState>,
}

/// Some rows of that file.
#[derive(Debug, Default)]
struct Rows {
    keys: Keys,
    stages: Keys,
    /// By score.
    points: Vec<Vec<Option<i64>>>,
}

/// Why a file is not an earlier run.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.said())]
pub enum NotARun {
    /// It can't be read.
    Read(#[from] Error),
    /// A column is missing.
    NoColumn {
        /// The file.
        file: String,
        /// The column.
        column: String,
    },
    /// It has more stages than any rules have.
    NoStages {
        /// The file.
        file: String,
    },
}

impl From<NotARun> for Text {
    fn from(error: NotARun) -> Self {
        error.said()
    }
}

impl Previous {
    /// Reads an earlier run.
    ///
    /// # Errors
    /// When the file can't be read, or has no column for the key or the stage.
    pub fn read(rules: &Rules, input: &Input, options: &ReadOptions) -> Result<Self, NotARun> {
        let key = rules.key.map_or("row", |id| rules.field(id).name.as_str());
        let columns = read_columns(input, options)?;
        let find = |name: &str| {
            // A column that was passed on may have nearly the same name.
            let as_written = columns.names.iter().position(|column| column == name);
            let found =
                as_written.or_else(|| columns.names.iter().position(|column| text::key(column) == text::key(name)));
            found.ok_or_else(|| NotARun::NoColumn { file: input.name(), column: name.to_owned() })
        };
        let (key, stage) = (find(key)?, find("stage")?);
        let scores: Vec<Option<usize>> = rules.scores.iter().map(|score| find(&score.name).ok()).collect();
        let has_scores = scores.iter().any(Option::is_some);
        // Nothing else of it is read.
        let mut asked = vec![columns.names[key].clone(), columns.names[stage].clone()];
        let mut ask = |column: usize| {
            asked.push(columns.names[column].clone());
            asked.len() - 1
        };
        let scores: Vec<Option<usize>> = scores.into_iter().map(|column| column.map(&mut ask)).collect();
        let columns = Columns { names: asked, ..columns };
        let (key, stage) = (0, 1);
        let names = rules.scores.len();
        let read = |table: &Table<'_>| {
            let mut rows = Rows { points: vec![Vec::new(); if has_scores { names } else { 0 }], ..Rows::default() };
            table.each(key, |_, cell| rows.keys.push(&text::clean(&cell.text())));
            table.each(stage, |_, cell| rows.stages.push(&text::clean(&cell.text())));
            for (points, column) in rows.points.iter_mut().zip(&scores) {
                match column {
                    Some(column) => table.each(*column, |_, cell| points.push(hundredths(&cell.text()))),
                    None => points.resize(table.rows(), None),
                }
            }
            rows
        };
        let mut previous = Self {
            leads: Vec::new(),
            keys: Keys::default(),
            places: HashTable::new(),
            next: 0,
            scores: vec![Vec::new(); if has_scores { names } else { 0 }],
            texts: Vec::new().into(),
            known: Vec::new(),
            counts: [0; 5],
            repeated: 0,
        };
        let (mut stages, mut count, mut are_stages) = (Stages::default(), 0, true);
        read_table(input, options, &columns, read, |rows| {
            for (all, points) in previous.scores.iter_mut().zip(&rows.points) {
                all.extend(points);
            }
            for (key, stage) in rows.keys.all().zip(rows.stages.all()) {
                let row = count;
                count += 1;
                // A lead that was already gone in that run has no stage there.
                if are_stages && !key.is_empty() && !stage.is_empty() {
                    are_stages = previous.add(key, stage, row, &mut stages);
                }
            }
        })?;
        if !are_stages {
            return Err(NotARun::NoStages { file: input.name() });
        }
        let Stages { texts, .. } = stages;
        let stage = |name: &String| rules.stages.ids().find(|id| rules.stages.name(*id) == name);
        previous.known = texts.iter().map(stage).collect();
        previous.texts = texts.into();
        Ok(previous)
    }

    /// Adds a lead; `false` if its stage is one too many.
    fn add(&mut self, key: &str, stage: &str, row: u32, stages: &mut Stages) -> bool {
        let place = stages.places.get(stage).copied().or_else(|| u16::try_from(stages.texts.len()).ok());
        let Some(place) = place else { return false };
        if usize::from(place) == stages.texts.len() {
            stages.places.insert(stage.to_owned(), place);
            stages.texts.push(stage.to_owned());
        }
        let lead = Lead { stage: place, is_seen: false, row };
        if let Some(at) = self.find(key) {
            self.leads[at] = lead;
            self.repeated += 1;
            return true;
        }
        let at = u32::try_from(self.leads.len()).expect("leads are counted in 32 bits");
        self.leads.push(lead);
        self.keys.push(key);
        let keys = &self.keys;
        self.places.insert_unique(hash(key), at, |at| hash(keys.get(*at as usize).unwrap_or_default()));
        true
    }

    /// The place of the lead with a key.
    fn find(&self, key: &str) -> Option<usize> {
        let is_it = |at: &u32| self.keys.get(*at as usize) == Some(key);
        self.places.find(hash(key), is_it).map(|at| *at as usize)
    }

    /// The stages of that run that the rules do not have: they count as lower than any step.
    #[must_use]
    pub fn strangers(&self) -> Vec<&str> {
        let unknown = self.texts.iter().zip(&self.known).filter(|(_, known)| known.is_none());
        unknown.map(|(text, _)| text.as_str()).collect()
    }

    /// The stage of each lead, for rules that ask for it.
    #[must_use]
    pub fn stages(&self) -> StagesBefore {
        let leads = self.keys.all().zip(&self.leads).map(|(key, lead)| (key.to_owned(), lead.stage));
        StagesBefore::new(self.texts.to_vec(), leads)
    }

    /// Whether that file says what scores were.
    #[must_use]
    pub fn has_scores(&self) -> bool {
        !self.scores.is_empty()
    }

    /// The points of each score in these rows of that file.
    fn points(&self, rows: &[Option<usize>]) -> Vec<Int64Array> {
        let of = |score: &Vec<Option<i64>>| rows.iter().map(|row| row.and_then(|row| score[row])).collect();
        self.scores.iter().map(of).collect()
    }

    /// Notes what has changed for each lead of a batch.
    pub fn hold(&mut self, results: &mut Results) {
        let mut changes = Vec::with_capacity(results.rows);
        let mut before = Vec::with_capacity(results.rows);
        let mut rows = Vec::with_capacity(results.rows);
        for row in 0..results.rows {
            let key = results.keys.is_valid(row).then(|| results.keys.value(row));
            let at = key.and_then(|key| match self.keys.get(self.next) {
                Some(next) if next == key => Some(self.next),
                _ => self.find(key),
            });
            if let Some(at) = at {
                self.leads[at].is_seen = true;
                self.next = at + 1;
            }
            let known = at.map(|at| self.leads[at]);
            let place = known.map(|lead| lead.stage);
            rows.push(known.map(|lead| lead.row as usize));
            let change = match place {
                None => Change::New,
                Some(place) => self.change(place, results.stages[row]),
            };
            self.count(change, 1);
            changes.push(change);
            before.push(place);
        }
        let stages = LabelColumn { texts: self.texts.clone(), values: before.into() };
        let (scores, reasons) = (self.points(&rows), StringArray::new_null(results.rows));
        results.changes = Some(Changes { changes, stages, scores, reasons });
    }

    fn count(&mut self, change: Change, leads: u64) {
        for (other, count) in Change::ALL.iter().zip(&mut self.counts) {
            *count += if *other == change { leads } else { 0 };
        }
    }

    fn change(&self, place: u16, stage: u16) -> Change {
        let rank = |number: u16| if number == StageId::EXCLUDED_NUMBER { -1 } else { i32::from(number) };
        let now = rank(stage);
        let before = self.known[usize::from(place)].map_or(-2, |id| rank(id.number()));
        match now.cmp(&before) {
            std::cmp::Ordering::Less => Change::Down,
            std::cmp::Ordering::Equal => Change::Same,
            std::cmp::Ordering::Greater => Change::Up,
        }
    }

    /// The leads of that run that were in no batch, in its order: rows with only a key and an earlier stage. `kept` is
    /// the number of input columns passed on; `rule_points` says whether results have the points of rules.
    pub fn gone(&mut self, rules: &Rules, kept: usize, rule_points: bool) -> Results {
        let gone: Vec<(&str, &Lead)> = self.keys.all().zip(&self.leads).filter(|(_, lead)| !lead.is_seen).collect();
        let rows = gone.len();
        let nothing = || UInt16Array::new_null(rows);
        let score = || ScoreColumn { points: Int64Array::new_null(rows), unknown_rules: vec![0; rows] };
        let label = || LabelColumn { texts: Vec::new().into(), values: nothing() };
        let rule_count = rules.rule_count();
        let before: UInt16Array = gone.iter().map(|(_, lead)| Some(lead.stage)).collect();
        let in_file: Vec<Option<usize>> = gone.iter().map(|(_, lead)| Some(lead.row as usize)).collect();
        let results = Results {
            rows,
            first_row: 0,
            keys: gone.iter().map(|(key, _)| Some(*key)).collect(),
            scores: rules.scores.iter().map(|_| score()).collect(),
            labels: rules.labels.iter().map(|_| label()).collect(),
            stages: vec![0; rows],
            exclusions: nothing(),
            rules: rule_points.then(|| vec![vec![0; rows]; rule_count]),
            fired: vec![0; rule_count],
            overflows: 0,
            set_aside: SetAside::default(),
            broken: Vec::new(),
            kept: vec![StringArray::new_null(rows); kept],
            leads: None,
            changes: Some(Changes {
                changes: vec![Change::Gone; rows],
                stages: LabelColumn { texts: self.texts.clone(), values: before },
                scores: self.points(&in_file),
                reasons: StringArray::new_null(rows),
            }),
        };
        self.count(Change::Gone, rows as u64);
        results
    }
}

impl NotARun {
    /// Why, in no language yet.
    #[must_use]
    pub fn said(&self) -> Text {
        match self {
            Self::Read(error) => error.said(),
            Self::NoColumn { file, column } => say!(
                "{file} has no column `{column}`; an earlier run is a file that `leadrules score` wrote with these rules",
                file,
                column
            ),
            Self::NoStages { file } => {
                say!("{file}: the column `stage` holds too many different texts to be stages", file)
            }
        }
    }
}

fn hash(key: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one(key)
}

/// Points as results have them, `36.87` or `36,87`; in hundredths.
fn hundredths(text: &str) -> Option<i64> {
    let text = text::trim(text);
    let points = [Mark::Point, Mark::Comma].iter().find_map(|mark| number::read(text, *mark).ok());
    points.map(|(millionths, _)| millionths / 10_000)
}

/// The rows of leads for which something has changed.
#[must_use]
pub fn only_changes(results: &Results) -> Results {
    let Some(changes) = &results.changes else { return results.clone() };
    let is_changed = |row: &usize| changes.changes[*row] != Change::Same;
    let rows: Vec<Picked> = (0..results.rows).filter(is_changed).map(|row| (0, row)).collect();
    Results { first_row: results.first_row, ..Results::gather(std::slice::from_ref(results), &rows) }
}
