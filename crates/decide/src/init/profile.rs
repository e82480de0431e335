//! What the cells of a column have in common, gathered one by one. In: cells; out: counts from which a type is guessed.
//! Memory stays bounded for columns whose values are always new, except for their fingerprints, which tell whether all
//! differ.

use std::hash::{BuildHasher, BuildHasherDefault, Hasher};
use std::sync::{Arc, LazyLock};

use hashbrown::{HashSet, HashTable};

use leadrules_engine::data::Table;
use leadrules_engine::data::cell::Cell;
use leadrules_engine::data::cell::number::{self, Mark};
use leadrules_engine::data::cell::time::Clock;
use leadrules_language::calendar::Zone;
use leadrules_language::calendar::form::{COMMON_FORMS, Epoch, Form};
use leadrules_language::text;

use super::order::Order;

/// How many distinct values are counted one by one.
pub(super) const DISTINCT: usize = 2000;

/// Texts that stand for an empty cell, whatever the column holds; folded, in the order of their bytes.
const EMPTY_WORDS: &[&str] = &[
    "#n/a",
    "(blank)",
    "(empty)",
    "(not set)",
    "-",
    "--",
    "0000-00-00",
    "?",
    "inconnu",
    "n.v.t.",
    "n/a",
    "nan",
    "not available",
    "not provided",
    "not set",
    "not specified",
    "null",
    "onbekend",
    "select",
    "undefined",
    "unknown",
    "unspecified",
];

/// The greatest number of characters in one of the words for an empty cell.
const LONGEST_WORD: usize = 13;

/// Texts that stand for an empty cell if all other values are numbers, dates and the like; folded, in the order of their bytes.
const MAYBE_EMPTY_WORDS: &[&str] = &[".", "aucun", "missing", "na", "nihil", "nil", "none", "nvt", "tbd"];

/// [`COMMON_FORMS`], read.
static FORMS: LazyLock<Vec<Form>> =
    LazyLock::new(|| COMMON_FORMS.iter().map(|form| Form::new(form).expect("a form of ours is one")).collect());

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
    pub(super) fn batch(&mut self) -> Self {
        Self { columns: self.columns.iter_mut().map(Column::batch).collect() }
    }

    /// Adds a batch of rows.
    pub fn add_table(&mut self, table: &Table<'_>) {
        for (at, column) in self.columns.iter_mut().enumerate() {
            table.each(at, |_, cell| column.add(cell));
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

/// Values that are counted one by one, until there are too many.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    counts: HashTable<Counted>,
    /// Whether there were more than can be counted.
    pub(super) many: bool,
    /// The values that are counted, once no more can come to them, for batches; and how often each came in this one.
    settled: Option<Arc<HashTable<Counted>>>,
    again: Vec<u64>,
}

/// A value, and how often it came.
#[derive(Clone, Debug)]
struct Counted {
    value: String,
    print: u64,
    count: u64,
    look: Look,
    /// Its place among those counted.
    place: usize,
}

impl Tally {
    fn get(&mut self, value: &str, print: u64) -> Option<&mut Counted> {
        self.counts.find_mut(print, |counted| counted.value == value)
    }

    /// Counts a value that is among those counted; `print` is its fingerprint. Returns what it looks like.
    fn again(&mut self, value: &str, print: u64) -> Option<Look> {
        if let Some(settled) = &self.settled
            && !self.again.is_empty()
        {
            let counted = settled.find(print, |counted| counted.value == value)?;
            self.again[counted.place] += 1;
            return Some(counted.look);
        }
        let counted = self.get(value, print)?;
        counted.count += 1;
        Some(counted.look)
    }

    /// Counts a value that looks like nothing in particular.
    fn add(&mut self, value: &str) {
        let print = fingerprint(value);
        if self.again(value, print).is_none() {
            self.insert(value, print, 1, Look::default());
        }
    }

    /// Takes in a value that is not among those counted.
    fn insert(&mut self, value: &str, print: u64, count: u64, look: Look) {
        if self.counts.len() < DISTINCT && self.again.is_empty() {
            let counted = Counted { value: value.to_owned(), print, count, look, place: self.counts.len() };
            self.counts.insert_unique(print, counted, |counted| counted.print);
        } else {
            self.many = true;
        }
    }

    /// Counts a value that came so often.
    fn sum(&mut self, value: &str, print: u64, count: u64, look: Look) {
        match self.get(value, print) {
            Some(counted) => counted.count += count,
            None => self.insert(value, print, count, look),
        }
    }

    fn merge(&mut self, later: Self) {
        self.many |= later.many;
        let mut values: Vec<_> = later.counts.into_iter().collect();
        values.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        for Counted { value, print, count, look, .. } in values {
            self.sum(&value, print, count, look);
        }
        for counted in later.settled.iter().flat_map(|settled| settled.iter()) {
            match later.again.get(counted.place) {
                None | Some(0) => {}
                Some(again) => self.sum(&counted.value, counted.print, *again, counted.look),
            }
        }
    }

    /// For a batch that will be merged into this one: where there is no room for further values here, only those that are counted
    /// already are counted there.
    fn batch(&mut self) -> Self {
        if !self.many {
            return Self::default();
        }
        let settled = self.settled.get_or_insert_with(|| Arc::new(self.counts.clone()));
        Self { settled: Some(Arc::clone(settled)), again: vec![0; self.counts.len()], ..Self::default() }
    }

    /// How many values there are, as far as they are counted.
    pub(super) fn len(&self) -> usize {
        self.counts.len()
    }

    /// How many cells they are in.
    pub(super) fn total(&self) -> u64 {
        self.counts.iter().map(|counted| counted.count).sum()
    }

    /// The values, the most frequent first.
    pub(super) fn sorted(&self) -> Vec<(&str, u64)> {
        let mut values: Vec<(&str, u64)> =
            self.counts.iter().map(|counted| (counted.value.as_str(), counted.count)).collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        values
    }

    /// The entries that the values consist of when split at `mark`; and in how many cells it occurs.
    pub(super) fn parted(&self, mark: char) -> (Self, u64) {
        let (mut entries, mut cells) = (Self::default(), 0);
        for (value, count) in self.sorted() {
            cells += if value.contains(mark) { count } else { 0 };
            for entry in value.split(mark).map(text::trim).filter(|entry| !entry.is_empty()) {
                entries.sum(entry, fingerprint(entry), count, Look::default());
            }
        }
        (entries, cells)
    }
}

/// What a single value looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked of every value by itself")]
struct Look {
    /// As a number with a decimal point, in millionths.
    point: Option<i64>,
    /// With a decimal comma.
    comma: Option<i64>,
    coded: bool,
    truth: bool,
    email: bool,
    iso: bool,
    bare_iso: bool,
    timed: bool,
    /// One of [`MAYBE_EMPTY_WORDS`].
    maybe_empty: bool,
    /// Which of [`COMMON_FORMS`] it has, one bit each.
    forms: u32,
}

impl Look {
    /// The look of what begins as a day in ISO 8601 does: that is no number and has none of the other forms. Logs have a time in
    /// each row, and no two are the same.
    fn at_day(value: &str) -> Option<Self> {
        let (&[a, b, c, d, b'-', e, f, b'-', g, h, ref rest @ ..], true) = (value.as_bytes(), value.len() <= 40) else {
            return None;
        };
        let is_time = matches!(rest, [] | [b'T' | b' ', b'0'..=b'9', ..]);
        let is_day = is_time && a != b'0' && [a, b, c, d, e, f, g, h].iter().all(u8::is_ascii_digit);
        let iso = is_day && !value.contains('@') && Clock::new(&Zone::utc()).read(value, None).is_some();
        let timed = !rest.is_empty() && !value.contains("00:00:00");
        iso.then(|| Self { iso, timed, ..Self::default() })
    }

    fn at(value: &str) -> Self {
        Self::at_day(value).unwrap_or_else(|| Self::at_any(value))
    }

    fn at_any(value: &str) -> Self {
        let mut look = Self { truth: text::yes_no(value).is_some(), email: text::is_email(value), ..Self::default() };
        if value.bytes().any(|byte| byte.is_ascii_digit()) {
            look.point = number::read(value, Mark::Point).ok().map(|(number, _)| number);
            look.comma = number::read(value, Mark::Comma).ok().map(|(number, _)| number);
            let mut bytes = value.bytes();
            let first = bytes.next();
            look.coded =
                first == Some(b'+') || (first == Some(b'0') && bytes.next().is_some_and(|b| b.is_ascii_digit()));
        }
        if value.len() <= 40 && value.bytes().any(|byte| byte.is_ascii_digit()) {
            if Clock::new(&Zone::utc()).read(value, None).is_some() {
                look.bare_iso = value.bytes().all(|b| b.is_ascii_digit());
                look.iso = !look.bare_iso;
                look.timed = value.len() > 10 && !value.contains("00:00:00");
            }
            for (at, form) in Form::likely(&FORMS, value) {
                let is_so = match form.epoch() {
                    Some(epoch) => Epoch::likely(value) == Some(epoch),
                    None => form.parse(value).is_some(),
                };
                look.forms |= u32::from(is_so) << at;
            }
        }
        look
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

    /// An empty column for a batch that will be merged into this one.
    fn batch(&mut self) -> Self {
        let prints = self.prints.as_ref().map(|_| HashSet::default());
        Self { prints, values: self.values.batch(), ..Self::new(self.name.clone()) }
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
        // Most values are too long to be such a word, or have a digit, which none of them has but zeros.
        let is_like_word = characters <= LONGEST_WORD && !value.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        let folded = is_like_word.then(|| text::fold(value));
        let is_among = |words: &[&str]| folded.as_deref().is_some_and(|folded| words.binary_search(&folded).is_ok());
        if is_among(EMPTY_WORDS) {
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
        let is_maybe_empty = is_among(MAYBE_EMPTY_WORDS);
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

/// A number that stands for a text.
pub(super) fn fingerprint(value: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_by_how_they_begin() {
        let days = ["2026-11-23", "2024-02-29", "1999-12-31", "2026-02-30", "2026-13-01", "0999-01-01", "12026-11-23"];
        let times = [
            "",
            "T10:00:00Z",
            " 10:00",
            "T10:00:00.123456789+01:00",
            "T00:00:00Z",
            " 00:00:00",
            "T24:00:00",
            " 10:00 UTC",
            "T1",
            " ",
            "-",
            " 9",
            "%",
            " 10:00 Europe/Brussels",
            "T10:00[Europe/Brussels]",
            "e5",
            " 1e5",
            "T10@x.be",
            " 10 EUR",
            "T10:00:00-",
        ];
        let mut told = 0;
        for value in days.iter().flat_map(|day| times.iter().map(move |time| format!("{day}{time}"))) {
            if let Some(look) = Look::at_day(&value) {
                assert_eq!(look, Look::at_any(&value), "{value}");
                told += 1;
            }
        }
        assert!(told > 20, "{told}");
    }

    #[test]
    fn words_for_an_empty_cell_are_found_by_halves() {
        for words in [EMPTY_WORDS, MAYBE_EMPTY_WORDS] {
            assert!(words.is_sorted());
            assert!(words.iter().all(|word| word.chars().count() <= LONGEST_WORD && *word == text::fold(word)));
            assert!(words.iter().all(|word| !word.bytes().any(|byte| matches!(byte, b'1'..=b'9'))));
        }
    }
}
