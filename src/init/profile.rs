//! What the cells of a column have in common, gathered one by one. In: cells; out: counts from which a type is guessed.
//! Memory stays bounded for columns with ever new values, but for their fingerprints, which tell whether all differ.

use std::hash::BuildHasher;

use hashbrown::{HashMap, HashSet};

use crate::calendar::Zone;
use crate::calendar::form::Form;
use crate::data::Table;
use crate::data::cell::number::{self, Mark};
use crate::data::cell::time::Clock;
use crate::data::cell::{self, Cell};
use crate::text;

/// Distinct values that are counted one by one.
pub(super) const DISTINCT: usize = 2000;

/// Texts that stand for an empty cell, whatever the column holds; folded.
const EMPTY_WORDS: &[&str] = &[
    "select",
    "unknown",
    "n/a",
    "#n/a",
    "null",
    "nan",
    "-",
    "--",
    "?",
    "(blank)",
    "(empty)",
    "undefined",
    "not set",
    "(not set)",
    "not specified",
    "not provided",
    "not available",
    "unspecified",
    "onbekend",
    "n.v.t.",
    "inconnu",
    "0000-00-00",
];

/// Texts that stand for an empty cell where all other values are numbers, dates and the like; folded.
const MAYBE_EMPTY_WORDS: &[&str] = &["na", "none", "nil", "tbd", "missing", "nvt", "nihil", "aucun", "."];

/// The forms of dates that are looked for, the likeliest first.
pub(super) const DATE_FORMS: &[&str] = &[
    "dd/mm/yyyy",
    "mm/dd/yyyy",
    "dd-mm-yyyy",
    "dd.mm.yyyy",
    "yyyy/mm/dd",
    "dd/mm/yyyy hh:mm",
    "mm/dd/yyyy hh:mm",
    "dd-mm-yyyy hh:mm",
    "dd.mm.yyyy hh:mm",
    "yyyy/mm/dd hh:mm",
    "dd/mm/yyyy hh:mm:ss",
    "mm/dd/yyyy hh:mm:ss",
    "dd-mm-yyyy hh:mm:ss",
    "dd.mm.yyyy hh:mm:ss",
    "yyyy/mm/dd hh:mm:ss",
    "mm/dd/yyyy hh:mm am",
    "dd/mm/yyyy hh:mm am",
    "dd/mm/yy",
    "mm/dd/yy",
];

/// All columns of a table.
#[derive(Debug)]
pub struct Profile {
    /// In the order of the data.
    pub(super) columns: Vec<Column>,
    forms: Vec<Form>,
}

impl Profile {
    /// A profile of columns with these names.
    #[must_use]
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        let forms = DATE_FORMS.iter().map(|form| Form::new(form).expect("a form of ours is one")).collect();
        Self { columns: names.into_iter().map(Column::new).collect(), forms }
    }

    /// Takes in a cell of a column; the cells of a column come in the order of its rows.
    pub fn add(&mut self, column: usize, cell: &Cell<'_>) {
        self.columns[column].add(cell, &self.forms);
    }

    /// Takes in a batch of rows.
    pub fn add_table(&mut self, table: &Table<'_>) {
        for column in 0..self.columns.len() {
            table.each(column, |_, cell| self.add(column, cell));
        }
    }

    /// Takes in what was gathered from later rows of the same columns.
    pub fn merge(&mut self, later: Self) {
        for (column, later) in self.columns.iter_mut().zip(later.columns) {
            column.merge(later);
        }
    }

    /// How many rows were taken in.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.columns.iter().map(|column| column.rows).max().unwrap_or(0)
    }

    /// The names of the columns.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }
}

/// The numbers of a column, read with one of the marks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Numbers {
    /// How many cells are numbers.
    pub(super) count: u64,
    /// How many of them are whole.
    pub(super) whole: u64,
    /// The least, in millionths.
    pub(super) least: Option<i64>,
    /// The greatest, in millionths.
    pub(super) greatest: Option<i64>,
}

impl Numbers {
    fn add(&mut self, value: i64) {
        self.count += 1;
        self.whole += u64::from(value % 1_000_000 == 0);
        self.least = Some(self.least.map_or(value, |least| least.min(value)));
        self.greatest = Some(self.greatest.map_or(value, |greatest| greatest.max(value)));
    }
}

impl Numbers {
    fn merge(&mut self, later: Self) {
        self.count += later.count;
        self.whole += later.whole;
        self.least = self.least.into_iter().chain(later.least).min();
        self.greatest = self.greatest.into_iter().chain(later.greatest).max();
    }
}

/// Values that are counted one by one, until there are too many.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: HashMap<String, u64, foldhash::fast::FixedState>,
    /// Whether there were more than are counted.
    pub(super) many: bool,
}

impl Tally {
    fn add(&mut self, value: &str) {
        if let Some(count) = self.counts.get_mut(value) {
            *count += 1;
        } else if self.counts.len() < DISTINCT {
            self.counts.insert(value.to_owned(), 1);
        } else {
            self.many = true;
        }
    }

    fn merge(&mut self, later: Self) {
        self.many |= later.many;
        for (value, count) in later.sorted() {
            if let Some(sum) = self.counts.get_mut(value) {
                *sum += count;
            } else if self.counts.len() < DISTINCT {
                self.counts.insert(value.to_owned(), count);
            } else {
                self.many = true;
            }
        }
    }

    /// How many there are, as far as they are counted.
    pub(super) fn len(&self) -> usize {
        self.counts.len()
    }

    /// The values, the most frequent first.
    pub(super) fn sorted(&self) -> Vec<(&str, u64)> {
        let mut values: Vec<(&str, u64)> = self.counts.iter().map(|(value, &count)| (value.as_str(), count)).collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        values
    }
}

/// What is known of a column.
#[derive(Debug)]
pub(super) struct Column {
    /// Its name in the data.
    pub(super) name: String,
    /// How many cells were seen.
    pub(super) rows: u64,
    /// How many hold something, words for an empty cell left out.
    pub(super) filled: u64,
    /// Words for an empty cell, as written, with their counts.
    pub(super) empty_words: Tally,
    /// Words that are one only beside numbers and the like; they are in `filled` and `values` too.
    pub(super) maybe_empty_words: Tally,
    /// The values, cleaned.
    pub(super) values: Tally,
    /// Read with a decimal point, and with a decimal comma.
    pub(super) point: Numbers,
    /// See `point`.
    pub(super) comma: Numbers,
    /// Numbers with a leading zero or plus: codes and telephone numbers.
    pub(super) coded: u64,
    /// Words for yes and no.
    pub(super) truths: u64,
    /// Addresses.
    pub(super) emails: u64,
    /// Dates in ISO 8601, with a mark between their parts.
    pub(super) iso: u64,
    /// Dates in ISO 8601 without marks: `20261123`.
    pub(super) bare_iso: u64,
    /// Those with a time of day.
    pub(super) timed: u64,
    /// By [`DATE_FORMS`].
    pub(super) forms: Vec<u64>,
    /// Lists as the format gives them.
    pub(super) lists: u64,
    /// The entries of lists, of texts split at `;`, and at `,`.
    pub(super) entries: [Tally; 3],
    /// How many texts hold `;`, and `,`.
    pub(super) parted: [u64; 2],
    /// Characters of the longest text.
    pub(super) longest: usize,
    /// Fingerprints of all values, until one comes twice.
    prints: Option<HashSet<u64, foldhash::fast::FixedState>>,
}

impl Column {
    pub(super) fn new(name: String) -> Self {
        Self {
            name,
            rows: 0,
            filled: 0,
            empty_words: Tally::default(),
            maybe_empty_words: Tally::default(),
            values: Tally::default(),
            point: Numbers::default(),
            comma: Numbers::default(),
            coded: 0,
            truths: 0,
            emails: 0,
            iso: 0,
            bare_iso: 0,
            timed: 0,
            forms: vec![0; DATE_FORMS.len()],
            lists: 0,
            entries: Default::default(),
            parted: [0; 2],
            longest: 0,
            prints: Some(HashSet::default()),
        }
    }

    /// Whether all cells hold something, each something else.
    pub(super) fn is_unique(&self) -> bool {
        self.prints.is_some() && self.filled == self.rows
    }

    /// Whether a value is among those seen, by its fingerprint; false once one was seen twice.
    pub(super) fn has(&self, print: u64) -> bool {
        self.prints.as_ref().is_some_and(|prints| prints.contains(&print))
    }

    fn add(&mut self, cell: &Cell<'_>, forms: &[Form]) {
        self.rows += 1;
        if cell.is_missing() {
            return;
        }
        if let Cell::List(entries) = cell {
            self.add_list(entries.iter().map(|entry| entry.text().into_owned()));
            return;
        }
        if let Cell::Array(json) | Cell::Text(json) = cell
            && json.trim_start().starts_with('[')
            && let Ok(entries) = serde_json::from_str::<Vec<serde_json::Value>>(json)
        {
            self.add_list(entries.iter().map(|entry| entry.as_str().map_or_else(|| entry.to_string(), str::to_owned)));
            return;
        }
        let written = cell.text();
        let value = text::clean(&written);
        let value = value.as_ref();
        let folded = text::fold(value);
        if EMPTY_WORDS.contains(&folded.as_str()) {
            self.empty_words.add(value);
            return;
        }
        self.filled += 1;
        self.values.add(value);
        self.longest = self.longest.max(value.chars().count());
        if let Some(prints) = &mut self.prints
            && !prints.insert(fingerprint(value))
        {
            self.prints = None;
        }
        if MAYBE_EMPTY_WORDS.contains(&folded.as_str()) {
            self.maybe_empty_words.add(value);
            return;
        }
        self.truths += u64::from(cell::yes_no(value).is_some());
        self.emails += u64::from(text::is_email(value));
        self.add_number(value);
        self.add_date(cell, value, forms);
        self.add_entries(value);
    }

    fn add_list(&mut self, entries: impl Iterator<Item = String>) {
        self.filled += 1;
        self.lists += 1;
        self.prints = None;
        for entry in entries {
            self.entries[0].add(&text::clean(&entry));
        }
    }

    /// Takes in what was gathered from later rows.
    fn merge(&mut self, later: Self) {
        self.rows += later.rows;
        self.filled += later.filled;
        self.empty_words.merge(later.empty_words);
        self.maybe_empty_words.merge(later.maybe_empty_words);
        self.values.merge(later.values);
        self.point.merge(later.point);
        self.comma.merge(later.comma);
        self.coded += later.coded;
        self.truths += later.truths;
        self.emails += later.emails;
        self.iso += later.iso;
        self.bare_iso += later.bare_iso;
        self.timed += later.timed;
        self.forms.iter_mut().zip(later.forms).for_each(|(sum, count)| *sum += count);
        self.lists += later.lists;
        for (tally, later) in self.entries.iter_mut().zip(later.entries) {
            tally.merge(later);
        }
        self.parted.iter_mut().zip(later.parted).for_each(|(sum, count)| *sum += count);
        self.longest = self.longest.max(later.longest);
        self.prints = match (self.prints.take(), later.prints) {
            (Some(mut prints), Some(later)) => {
                let all = prints.len() + later.len();
                prints.extend(later);
                (prints.len() == all).then_some(prints)
            }
            _ => None,
        };
    }

    fn add_number(&mut self, value: &str) {
        if !value.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        if let Ok((number, _)) = number::read(value, Mark::Point) {
            self.point.add(number);
        }
        if let Ok((number, _)) = number::read(value, Mark::Comma) {
            self.comma.add(number);
        }
        let mut digits = value.bytes();
        let first = digits.next();
        let is_coded =
            first == Some(b'+') || (first == Some(b'0') && digits.next().is_some_and(|b| b.is_ascii_digit()));
        self.coded += u64::from(is_coded);
    }

    fn add_date(&mut self, cell: &Cell<'_>, value: &str, forms: &[Form]) {
        match cell {
            Cell::Day(_) => self.iso += 1,
            Cell::Instant(_) | Cell::Local(_) => {
                self.iso += 1;
                self.timed += u64::from(!value.contains("T00:00:00"));
            }
            Cell::Text(_) if value.len() <= 40 && value.starts_with(|c: char| c.is_ascii_digit()) => {
                if Clock::new(&Zone::utc()).read(value, None).is_some() {
                    let is_bare = value.bytes().all(|b| b.is_ascii_digit());
                    self.iso += u64::from(!is_bare);
                    self.bare_iso += u64::from(is_bare);
                    self.timed += u64::from(value.len() > 10 && !value.contains("00:00:00"));
                }
                for (count, form) in self.forms.iter_mut().zip(forms) {
                    *count += u64::from(form.parse(value).is_some());
                }
            }
            Cell::Missing
            | Cell::Text(_)
            | Cell::Number(_)
            | Cell::Integer(_)
            | Cell::Float(_)
            | Cell::Decimal(..)
            | Cell::Truth(_)
            | Cell::List(_)
            | Cell::Array(_)
            | Cell::Other(_) => {}
        }
    }

    fn add_entries(&mut self, value: &str) {
        for (at, mark) in [(0, ';'), (1, ',')] {
            self.parted[at] += u64::from(value.contains(mark));
            // Before the first mark each value is its own entry; those are few, or not worth knowing.
            if !self.entries[at + 1].many {
                for entry in value.split(mark).map(text::trim).filter(|entry| !entry.is_empty()) {
                    self.entries[at + 1].add(entry);
                }
            }
        }
    }
}

/// A number that stands for a text.
pub(super) fn fingerprint(value: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one(value)
}
