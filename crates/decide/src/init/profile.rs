//! What the cells of a column have in common, gathered one by one. In: cells; out: counts from which a type is guessed.
//! Memory stays bounded for columns whose values are always new, except for their fingerprints, which tell whether all
//! differ.

use std::hash::{BuildHasherDefault, Hasher};

use hashbrown::HashSet;

use leadrules_engine::data::Table;
use leadrules_engine::data::cell::Cell;
use leadrules_language::calendar::form::COMMON_FORMS;
use leadrules_language::text;

use super::again::Again;
use super::empty::Said;
use super::look::Look;
use super::order::Order;
use super::tally::{Tally, fingerprint};

/// All columns of a table.
#[derive(Debug)]
pub struct Profile {
    /// In the order of the data.
    pub(super) columns: Vec<Column>,
}

impl Profile {
    /// A profile of columns with these names.
    #[must_use]
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        Self { columns: names.into_iter().map(Column::new).collect() }
    }

    /// The same for columns in which it does not matter whether all values differ.
    pub(super) fn counting(names: impl IntoIterator<Item = String>) -> Self {
        let mut profile = Self::new(names);
        profile.columns.iter_mut().for_each(|column| column.prints = None);
        profile
    }

    /// An empty profile for a batch of rows that will be merged into this one: what is settled here is not gathered there.
    pub(super) fn batch(&self) -> Self {
        Self { columns: self.columns.iter().map(Column::batch).collect() }
    }

    /// Adds a batch of rows.
    pub fn add_table(&mut self, table: &Table<'_>) {
        for (at, column) in self.columns.iter_mut().enumerate() {
            let mut again = Again::default();
            table.each(at, |_, cell| {
                if !again.is(cell) {
                    column.add(cell);
                    again.note(cell, |text| column.is_still(text));
                }
            });
            again.counted().for_each(|(value, times)| column.add_again(&value, times));
        }
    }

    /// Adds what was gathered from later rows of the same columns.
    pub fn merge(&mut self, later: Self) {
        for (column, later) in self.columns.iter_mut().zip(later.columns) {
            column.merge(later);
        }
    }

    /// How many rows were added.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.columns.iter().map(|column| column.rows).max().unwrap_or(0)
    }

    /// The names of the columns.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }
}

/// The numbers of a column, read with one of the decimal marks.
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

/// What is known of a column.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its name in the data.
    pub(super) name: String,
    /// How many cells were seen.
    pub(super) rows: u64,
    /// How many hold something, not counting words for an empty cell.
    pub(super) filled: u64,
    /// Words for an empty cell, as written, with their counts.
    pub(super) empty_words: Tally,
    /// Words that mean an empty cell only beside numbers and the like; they are also in `filled` and `values`.
    pub(super) maybe_empty_words: Tally,
    /// The values, cleaned.
    pub(super) values: Tally,
    /// Read with a decimal point, and with a decimal comma.
    pub(super) point: Numbers,
    /// See `point`.
    pub(super) comma: Numbers,
    /// Those with a decimal point, in the order of the rows.
    pub(super) order: Order,
    /// Numbers with a leading zero or plus: codes and telephone numbers.
    pub(super) coded: u64,
    /// Words for yes and no.
    pub(super) truths: u64,
    /// Addresses.
    pub(super) emails: u64,
    /// Dates in ISO 8601, with separators between their parts.
    pub(super) iso: u64,
    /// Dates in ISO 8601 without separators: `20261123`.
    pub(super) bare_iso: u64,
    /// Those with a time of day.
    pub(super) timed: u64,
    /// For each of [`COMMON_FORMS`].
    pub(super) forms: Vec<u64>,
    /// Lists, as the format gives them.
    pub(super) lists: u64,
    /// Their entries.
    pub(super) entries: Tally,
    /// Numbers that came as such rather than as text, and are not dates.
    pub(super) typed_numbers: u64,
    /// The number of characters of the longest text.
    pub(super) longest: usize,
    /// Fingerprints of all values, until too many occur twice.
    prints: Option<HashSet<u64, AsItIs>>,
    /// How many values had occurred before.
    pub(super) repeats: u64,
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
            order: Order::default(),
            coded: 0,
            truths: 0,
            emails: 0,
            iso: 0,
            bare_iso: 0,
            timed: 0,
            forms: vec![0; COMMON_FORMS.len()],
            lists: 0,
            entries: Tally::default(),
            typed_numbers: 0,
            longest: 0,
            prints: Some(HashSet::default()),
            repeats: 0,
        }
    }

    /// An empty column for a batch that will be merged into this one: once fingerprints tell nothing here, none are taken there.
    fn batch(&self) -> Self {
        Self { prints: self.prints.as_ref().map(|_| HashSet::default()), ..Self::new(self.name.clone()) }
    }

    /// Whether all cells hold something, and each something different.
    pub(super) fn is_unique(&self) -> bool {
        self.prints.is_some() && self.filled == self.rows && self.repeats == 0
    }

    /// Whether all but a few of many cells hold something, and each something different: a key with slips in it.
    pub(super) fn is_nearly_unique(&self) -> bool {
        let slips = self.repeats + self.rows - self.filled;
        self.prints.is_some() && self.filled > 0 && slips * 50 <= self.rows
    }

    /// How many different values there are; none where too many come twice to tell.
    pub(super) fn distinct(&self) -> Option<u64> {
        self.prints.as_ref().map(|_| self.filled - self.repeats)
    }

    /// Whether one of the values contains a blank, as texts do.
    pub(super) fn has_blanks(&self) -> bool {
        self.values.sorted().iter().any(|(value, _)| value.contains(char::is_whitespace))
    }

    /// Whether each value is a single word with a digit in it.
    pub(super) fn are_numbered(&self) -> bool {
        let values = self.values.sorted();
        let is_numbered =
            |value: &str| value.bytes().any(|b| b.is_ascii_digit()) && !value.contains(char::is_whitespace);
        !values.is_empty() && values.iter().all(|(value, _)| is_numbered(value))
    }

    /// Whether all values are whole numbers such as a program counts: without a sign, a leading zero or separators, and
    /// short enough to be read exactly; zeros after a point (`17.0`, as tables with gaps write them) do no harm.
    pub(super) fn are_whole(&self) -> bool {
        let is_plain = |value: &str| {
            let (whole, rest) = value.split_once('.').unwrap_or((value, ""));
            !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit()) && rest.bytes().all(|b| b == b'0')
        };
        self.filled > 0
            && self.coded == 0
            && self.lists == 0
            && self.point.whole == self.filled
            && self.values.sorted().iter().all(|(value, _)| is_plain(value))
    }

    /// Whether all values look as if a program had made them up: long single words, with digits among the letters.
    pub(super) fn are_codes(&self) -> bool {
        let is_code = |value: &str| {
            let has = |of: fn(&u8) -> bool| value.as_bytes().iter().any(of);
            value.len() >= 16
                && has(u8::is_ascii_digit)
                && has(u8::is_ascii_alphabetic)
                && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'{' | b'}'))
        };
        let values = self.values.sorted();
        !values.is_empty() && values.iter().all(|(value, _)| is_code(value))
    }

    /// Whether a value is among those seen, by its fingerprint; false once too many were seen twice.
    pub(super) fn has(&self, print: u64) -> bool {
        self.prints.as_ref().is_some_and(|prints| prints.contains(&print))
    }

    /// Adds a cell; they come in the order of the rows.
    pub(super) fn add(&mut self, cell: &Cell<'_>) {
        self.rows += 1;
        if cell.is_missing() {
            return;
        }
        if let Some(entries) = entries(cell) {
            self.add_list(entries.into_iter());
            return;
        }
        self.typed_numbers += u64::from(matches!(
            cell,
            Cell::Number(_) | Cell::Integer(_) | Cell::Float(_) | Cell::Decimal(..) | Cell::Digits(_)
        ));
        let written = cell.text();
        let print = fingerprint(&written);
        // What was counted is clean, and no word for an empty cell.
        if let Some(look) = self.values.again(&written, print) {
            self.filled += 1;
            if self.prints.is_some() {
                self.repeats += 1;
                self.forget();
            }
            self.count(look);
            if look.maybe_empty {
                self.maybe_empty_words.add(&written);
            }
            return;
        }
        let value = text::clean(&written);
        let value = value.as_ref();
        let characters = if value.is_ascii() { value.len() } else { value.chars().count() };
        let said = Said::by(value);
        if said == Said::Empty {
            self.empty_words.add(value);
            return;
        }
        self.filled += 1;
        self.longest = self.longest.max(characters);
        let print = if value == written { print } else { fingerprint(value) };
        if let Some(prints) = &mut self.prints
            && !prints.insert(print)
        {
            self.repeats += 1;
            self.forget();
        }
        let is_maybe_empty = said == Said::MaybeEmpty;
        let look = self.values.again(value, print).unwrap_or_else(|| {
            let look = if is_maybe_empty { Look { maybe_empty: true, ..Look::default() } } else { Look::at(value) };
            self.values.insert(value, print, 1, look);
            look
        });
        if is_maybe_empty {
            self.maybe_empty_words.add(value);
        } else {
            self.count(look);
        }
    }

    /// Whether nothing depends on where a value stands: it is counted, is no number, and it does not matter any more whether all
    /// values differ.
    fn is_still(&self, value: &str) -> bool {
        self.prints.is_none() && self.values.look(value, fingerprint(value)).is_some_and(Look::is_still)
    }

    /// Adds a value that was counted before, and that came so often again.
    fn add_again(&mut self, value: &str, times: u64) {
        let Some(look) = self.values.come(value, fingerprint(value), times) else { return };
        self.rows += times;
        self.filled += times;
        let flags = [
            (look.coded, &mut self.coded),
            (look.truth, &mut self.truths),
            (look.email, &mut self.emails),
            (look.iso, &mut self.iso),
            (look.bare_iso, &mut self.bare_iso),
            (look.timed, &mut self.timed),
        ];
        flags.into_iter().filter(|(is_so, _)| *is_so).for_each(|(_, count)| *count += times);
        for (at, count) in self.forms.iter_mut().enumerate() {
            *count += u64::from(look.forms >> at & 1) * times;
        }
    }

    fn count(&mut self, look: Look) {
        look.point.into_iter().for_each(|number| {
            self.point.add(number);
            self.order.add(number);
        });
        look.comma.into_iter().for_each(|number| self.comma.add(number));
        self.coded += u64::from(look.coded);
        self.truths += u64::from(look.truth);
        self.emails += u64::from(look.email);
        self.iso += u64::from(look.iso);
        self.bare_iso += u64::from(look.bare_iso);
        self.timed += u64::from(look.timed);
        let mut forms = look.forms;
        while forms != 0 {
            self.forms[forms.trailing_zeros() as usize] += 1;
            forms &= forms - 1;
        }
    }

    /// Discards the fingerprints once they can no longer tell anything.
    fn forget(&mut self) {
        let distinct = self.prints.as_ref().map_or(0, HashSet::len) as u64;
        if self.repeats > 20 && self.repeats * 20 > distinct {
            self.prints = None;
        }
    }

    fn add_list(&mut self, entries: impl Iterator<Item = String>) {
        self.filled += 1;
        self.lists += 1;
        self.prints = None;
        for entry in entries {
            self.entries.add(&text::clean(&entry));
        }
    }

    /// Adds what another column holds.
    pub(super) fn take(&mut self, other: &Self) {
        self.merge(other.clone());
    }

    /// Adds what was gathered from later rows.
    fn merge(&mut self, later: Self) {
        self.rows += later.rows;
        self.filled += later.filled;
        self.empty_words.merge(later.empty_words);
        self.maybe_empty_words.merge(later.maybe_empty_words);
        self.values.merge(later.values);
        self.point.merge(later.point);
        self.comma.merge(later.comma);
        self.order.merge(later.order);
        self.coded += later.coded;
        self.truths += later.truths;
        self.emails += later.emails;
        self.iso += later.iso;
        self.bare_iso += later.bare_iso;
        self.timed += later.timed;
        self.forms.iter_mut().zip(later.forms).for_each(|(sum, count)| *sum += count);
        self.lists += later.lists;
        self.entries.merge(later.entries);
        self.typed_numbers += later.typed_numbers;
        self.longest = self.longest.max(later.longest);
        self.repeats += later.repeats;
        self.prints = match (self.prints.take(), later.prints) {
            (Some(mut prints), Some(later)) => {
                let all = prints.len() + later.len();
                prints.extend(later);
                self.repeats += (all - prints.len()) as u64;
                Some(prints)
            }
            _ => None,
        };
        self.forget();
    }
}

/// The entries of a cell that is a list.
pub(super) fn entries(cell: &Cell<'_>) -> Option<Vec<String>> {
    match cell {
        Cell::List(entries) => Some(entries.iter().map(|entry| entry.text().into_owned()).collect()),
        Cell::Array(json) | Cell::Text(json) if json.trim_start().starts_with('[') => {
            let entries: Vec<serde_json::Value> = serde_json::from_str(json).ok()?;
            Some(entries.iter().map(|entry| entry.as_str().map_or_else(|| entry.to_string(), str::to_owned)).collect())
        }
        _ => None,
    }
}

/// A fingerprint is a hash already.
type AsItIs = BuildHasherDefault<Itself>;

/// See [`AsItIs`].
#[derive(Default)]
struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("only fingerprints are hashed");
    }

    fn write_u64(&mut self, print: u64) {
        self.0 = print;
    }
}
