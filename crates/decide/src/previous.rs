//! Results compared with those of an earlier run. In: a file that `score` wrote, and batches of results; out: the same
//! batches with what has changed for each lead, and at the end the leads that are gone. Leads are identified by their
//! key.

use std::sync::Arc;

use arrow_array::{Array, Int64Array, StringArray, UInt16Array};
use hashbrown::{HashMap, HashSet};

use leadrules_engine::columns::{Change, Changes, LabelColumn, Picked, Results, ScoreColumn, SetAside};
use leadrules_engine::data::cell::number::{self, Mark};
use leadrules_engine::data::{Error, Input, ReadOptions, StagesBefore, read_columns, read_table};
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::text;

/// An earlier run.
#[derive(Debug)]
pub struct Previous {
    /// By key: the index of the stage among the texts, and the row in that file.
    stages: HashMap<String, (u16, usize), foldhash::fast::FixedState>,
    /// By score id, by row of that file: the points, in hundredths; empty if that file has no column of a score.
    scores: Vec<Vec<Option<i64>>>,
    /// The keys in the order of that file.
    order: Vec<String>,
    texts: Arc<[String]>,
    /// For each text, the stage that it is now; `None` for one that the rules do not have.
    known: Vec<Option<StageId>>,
    seen: HashSet<String, foldhash::fast::FixedState>,
    /// How many leads have changed in each way, in the order of [`Change::ALL`].
    pub counts: [u64; 5],
    /// Keys that several rows of that file have; the last of them counts.
    pub repeated: u64,
}

/// Why a file is not an earlier run.
#[derive(Debug, thiserror::Error)]
pub enum NotARun {
    /// It can't be read.
    #[error(transparent)]
    Read(#[from] Error),
    /// A column is missing.
    #[error("{file} has no column `{column}`; an earlier run is a file that `leadrules score` wrote with these rules")]
    NoColumn {
        /// The file.
        file: String,
        /// The column.
        column: String,
    },
    /// It has more stages than any rules have.
    #[error("{file}: the column `stage` holds too many different texts to be stages")]
    NoStages {
        /// The file.
        file: String,
    },
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
            let found = columns.names.iter().position(|column| text::key(column) == text::key(name));
            found.ok_or_else(|| NotARun::NoColumn { file: input.name(), column: name.to_owned() })
        };
        let (key, stage) = (find(key)?, find("stage")?);
        let scores: Vec<Option<usize>> = rules.scores.iter().map(|score| find(&score.name).ok()).collect();
        let has_scores = scores.iter().any(Option::is_some);
        let mut rows: Vec<(String, String, Vec<Option<i64>>)> = Vec::new();
        read_table(
            input,
            options,
            &columns,
            |table| {
                let mut keys = vec![String::new(); table.rows()];
                let mut stages = vec![String::new(); table.rows()];
                table.each(key, |row, cell| keys[row] = text::clean(&cell.text()).into_owned());
                table.each(stage, |row, cell| stages[row] = text::clean(&cell.text()).into_owned());
                let mut points = vec![vec![None; if has_scores { scores.len() } else { 0 }]; table.rows()];
                for (at, column) in scores.iter().enumerate().filter_map(|(at, column)| Some((at, (*column)?))) {
                    table.each(column, |row, cell| points[row][at] = hundredths(&cell.text()));
                }
                keys.into_iter()
                    .zip(stages)
                    .zip(points)
                    .map(|((key, stage), points)| (key, stage, points))
                    .collect::<Vec<_>>()
            },
            |part| rows.extend(part),
        )?;
        let mut places: HashMap<String, u16, foldhash::fast::FixedState> = HashMap::default();
        let mut texts: Vec<String> = Vec::new();
        let mut previous = Self {
            stages: HashMap::default(),
            scores: vec![Vec::with_capacity(rows.len()); if has_scores { rules.scores.len() } else { 0 }],
            order: Vec::new(),
            texts: Vec::new().into(),
            known: Vec::new(),
            seen: HashSet::default(),
            counts: [0; 5],
            repeated: 0,
        };
        for (row, (key, stage, points)) in rows.into_iter().enumerate() {
            for (of_score, points) in previous.scores.iter_mut().zip(points) {
                of_score.push(points);
            }
            // A lead that was already gone in that run has no stage there.
            if key.is_empty() || stage.is_empty() {
                continue;
            }
            let Some(place) = places.get(&stage).copied().or_else(|| u16::try_from(texts.len()).ok()) else {
                return Err(NotARun::NoStages { file: input.name() });
            };
            if usize::from(place) == texts.len() {
                places.insert(stage.clone(), place);
                texts.push(stage);
            }
            match previous.stages.insert(key.clone(), (place, row)) {
                None => previous.order.push(key),
                Some(_) => previous.repeated += 1,
            }
        }
        let stage = |name: &String| rules.stages.ids().find(|id| rules.stages.name(*id) == name);
        previous.known = texts.iter().map(stage).collect();
        previous.texts = texts.into();
        Ok(previous)
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
        let leads = self.stages.iter().map(|(key, (place, _))| (key.clone(), *place));
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
            let known = key.and_then(|key| self.stages.get(key).copied());
            let place = known.map(|(place, _)| place);
            rows.push(known.map(|(_, row)| row));
            let change = match place {
                None => Change::New,
                Some(place) => self.change(place, results.stages[row]),
            };
            if let (Some(key), Some(_)) = (key, place)
                && !self.seen.contains(key)
            {
                self.seen.insert(key.to_owned());
            }
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
        let gone: Vec<&String> = self.order.iter().filter(|key| !self.seen.contains(*key)).collect();
        let rows = gone.len();
        let nothing = || UInt16Array::new_null(rows);
        let score = || ScoreColumn { points: Int64Array::new_null(rows), unknown_rules: vec![0; rows] };
        let label = || LabelColumn { texts: Vec::new().into(), values: nothing() };
        let rule_count = rules.rule_count();
        let before: UInt16Array = gone.iter().map(|key| self.stages.get(*key).map(|(place, _)| *place)).collect();
        let in_file: Vec<Option<usize>> = gone.iter().map(|key| self.stages.get(*key).map(|(_, row)| *row)).collect();
        let results = Results {
            rows,
            first_row: 0,
            keys: gone.iter().map(|key| Some(key.as_str())).collect(),
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
