//! Cells to columns: how one field or property is read, compiled once, applied to batch after batch. In: the cells of a
//! column, row by row; out: a [`Column`], and notes of what did not fit. Rows are numbers within the batch here.

mod arrays;
mod choices;
mod gather;
mod lists;
mod one;
mod options;
mod texts;

use arrow_array::{BooleanArray, Date32Array, Int32Array, Int64Array, UInt16Array};
use arrow_buffer::{BooleanBuffer, BooleanBufferBuilder, NullBuffer};
use hashbrown::HashMap;

use super::cell::number::{self, Mark};
use super::cell::time::{Clock, Moment};
use super::cell::{self, Cell, Why};
use super::report::{EXAMPLES, Misfit, shorten};
use super::thousands::Thousands;
use crate::columns::{Column, Need};
use leadrules_language::calendar::form::{Form, LocalTime};
use leadrules_language::calendar::{Day, FIRST_DAY, LAST_DAY};
use leadrules_language::ir::Field;
use leadrules_language::text;
use leadrules_language::types::{Bounds, DateType, NumberType, Type};

pub(crate) use gather::gather;
pub(super) use gather::{pick, pick_views};
use options::Options;
pub(crate) use texts::key_column;

/// How a column is read.
#[derive(Debug)]
pub(super) struct ColumnDecoder {
    kind: Kind,
    missing: Missing,
}

#[derive(Debug)]
enum Kind {
    /// A text of which all that is asked is whether it is there.
    Presence,
    Text,
    Email,
    Number {
        mark: Mark,
        whole: bool,
        low: i64,
        high: i64,
    },
    YesNo,
    Date {
        form: Option<Form>,
        low: Day,
        high: Day,
    },
    Choice(Options),
    Texts {
        split: String,
    },
    Choices {
        options: Options,
        split: String,
    },
}

/// What stands for an empty cell.
#[derive(Debug, Default)]
struct Missing {
    texts: Vec<String>,
    /// The same as numbers, days or truth values, however the data writes them.
    numbers: Vec<i64>,
    days: Vec<Day>,
    truths: Vec<bool>,
}

/// Rows of a batch: all of them, or some in their order.
#[derive(Copy, Clone, Debug)]
pub(super) enum RowSet<'r> {
    /// This many, from the first.
    All(usize),
    /// These.
    Some(&'r [u32]),
}

impl RowSet<'_> {
    pub(super) fn len(self) -> usize {
        match self {
            Self::All(count) => count,
            Self::Some(rows) => rows.len(),
        }
    }

    #[inline]
    pub(super) fn at(self, index: usize) -> usize {
        match self {
            Self::All(_) => index,
            Self::Some(rows) => rows[index] as usize,
        }
    }
}

/// What reading a column noticed; rows are counted within the batch.
#[derive(Debug)]
pub(super) struct ColumnNotes {
    pub(super) known: u64,
    pub(super) invalid: u64,
    pub(super) examples: Vec<(usize, Misfit)>,
    pub(super) rounded: u64,
    pub(super) thousands: Thousands,
    pub(super) dropped: u64,
    pub(super) unlisted: HashMap<String, u64, foldhash::fast::FixedState>,
    pub(super) seen: Vec<u64>,
    most: usize,
}

/// At most this many different texts that are not options are told apart.
pub(super) const UNLISTED: usize = 1000;

impl Default for ColumnNotes {
    fn default() -> Self {
        Self {
            known: 0,
            invalid: 0,
            examples: Vec::new(),
            rounded: 0,
            thousands: Thousands::default(),
            dropped: 0,
            unlisted: HashMap::default(),
            seen: Vec::new(),
            most: EXAMPLES,
        }
    }
}

impl ColumnNotes {
    #[cold]
    fn invalid(&mut self, row: usize, why: Why, text: &str) {
        self.invalid += 1;
        if self.examples.len() < self.most {
            self.examples.push((row, Misfit { text: shorten(text), why }));
        }
        if why == Why::NotAnOption {
            self.unlisted(text, 1);
        }
    }

    fn unlisted(&mut self, text: &str, times: u64) {
        let text = shorten(&cell::clean(text));
        if let Some(count) = self.unlisted.get_mut(&text) {
            *count += times;
        } else if self.unlisted.len() < UNLISTED {
            self.unlisted.insert(text, times);
        }
    }
}

impl ColumnDecoder {
    /// How this field is read, given what is needed of it.
    pub(super) fn new(field: &Field, need: Need) -> Self {
        let kind = match &field.ty {
            Type::Text if need < Need::Values => Kind::Presence,
            Type::Text => Kind::Text,
            Type::Email => Kind::Email,
            Type::Number(ty) => number_kind(ty, false),
            Type::Integer(ty) => number_kind(ty, true),
            Type::YesNo => Kind::YesNo,
            Type::Date(DateType { form, range }) => {
                let (low, high) = ends(*range, i64::from);
                let narrow = |day: i64| Day::try_from(day.clamp(FIRST_DAY.into(), LAST_DAY.into())).unwrap_or(LAST_DAY);
                // A form that is not valid fits no text; `resolve` reports it.
                let form = form.as_ref().map(|form| Form::new(form));
                match form.transpose() {
                    Ok(form) if low <= i64::from(LAST_DAY) && high >= i64::from(FIRST_DAY) => {
                        Kind::Date { form, low: narrow(low), high: narrow(high) }
                    }
                    Ok(form) => Kind::Date { form, low: LAST_DAY, high: FIRST_DAY },
                    Err(_) => Kind::Date { form: None, low: LAST_DAY, high: FIRST_DAY },
                }
            }
            Type::Choice(choice) => Kind::Choice(Options::new(choice)),
            Type::ListOfText { split } => Kind::Texts { split: split.clone() },
            Type::ListOfChoice { choice, split } => {
                Kind::Choices { options: Options::new(choice), split: split.clone() }
            }
        };
        Self { missing: Missing::new(field, &kind), kind }
    }

    /// Reads the cells of `rows`.
    pub(super) fn fill<'a>(
        &self,
        rows: RowSet<'_>,
        get: impl Fn(usize) -> Cell<'a>,
        clock: &mut Clock<'_>,
        notes: &mut ColumnNotes,
    ) -> Column {
        let column = match &self.kind {
            Kind::Presence => self.fill_presence(rows, get, notes),
            Kind::Text => self.fill_texts(rows, get, |_| true, notes),
            Kind::Email => self.fill_texts(rows, get, is_email, notes),
            Kind::Number { .. } => self.fill_numbers(rows, get, notes),
            Kind::YesNo => {
                let (values, nulls) = fill_plain(rows, get, |cell, _| self.truth(cell), notes);
                Column::Truth(BooleanArray::new(bits(&values), nulls))
            }
            Kind::Date { form, low, high } => {
                let read = |cell: &Cell<'a>, _: &mut ColumnNotes| self.day(cell, (form.as_ref(), *low, *high), clock);
                let (values, nulls) = fill_plain(rows, get, read, notes);
                Column::Date(Date32Array::new(values.into(), nulls))
            }
            Kind::Choice(options) => self.fill_choice(options, rows, get, notes),
            Kind::Texts { split } => self.fill_text_lists(split, rows, get, notes),
            Kind::Choices { options, split } => self.fill_choice_lists(options, split, rows, get, notes),
        };
        notes.known += known(&column);
        column
    }

    fn fill_numbers<'a>(&self, rows: RowSet<'_>, get: impl Fn(usize) -> Cell<'a>, notes: &mut ColumnNotes) -> Column {
        let Kind::Number { mark, whole, low, high } = self.kind else { unreachable!("it is asked of numbers only") };
        let read = |cell: &Cell<'a>, notes: &mut ColumnNotes| {
            let Some((value, rounded)) = self.number_within(cell, (mark, whole), (low, high))? else { return Ok(None) };
            notes.rounded += u64::from(rounded);
            if let (Cell::Text(text), false) = (cell, whole) {
                notes.thousands.see(cell::trim(text).as_bytes(), value, mark);
            }
            Ok(Some(value))
        };
        let (values, nulls) = fill_plain(rows, get, read, notes);
        Column::Number(Int64Array::new(values.into(), nulls))
    }

    /// A number of this field, in millionths, and whether it was rounded to them.
    #[inline]
    fn number_within(
        &self,
        cell: &Cell<'_>,
        (mark, whole): (Mark, bool),
        (low, high): (i64, i64),
    ) -> Result<Option<(i64, bool)>, Why> {
        let Some((value, rounded)) = self.number(cell, mark)? else { return Ok(None) };
        if whole && (value % 1_000_000 != 0 || looks_grouped(cell, mark)) {
            return Err(Why::Fraction);
        }
        if value < low || value > high {
            return Err(Why::OutOfRange);
        }
        Ok(Some((value, rounded)))
    }

    /// Reads cells that are codes of `count` values: each value once. `places` are the indexes of the values of `rows`.
    pub(super) fn fill_coded<'a>(
        &self,
        rows: RowSet<'_>,
        places: Int32Array,
        count: usize,
        values: impl Fn(usize) -> Cell<'a>,
        clock: &mut Clock<'_>,
        notes: &mut ColumnNotes,
    ) -> Column {
        let mut each = ColumnNotes { most: usize::MAX, ..ColumnNotes::default() };
        let read = self.fill(RowSet::All(count), &values, clock, &mut each);
        notes.thousands.merge(each.thousands);
        let bad: HashMap<usize, Why> = each.examples.iter().map(|(value, misfit)| (*value, misfit.why)).collect();
        if !bad.is_empty() {
            for (index, place) in places.iter().enumerate() {
                let value = place.and_then(|place| usize::try_from(place).ok());
                if let Some((value, &why)) = value.and_then(|value| Some((value, bad.get(&value)?))) {
                    notes.invalid(rows.at(index), why, &values(value).text());
                }
            }
        }
        let column = gather(&read, places);
        if let (Column::Choice(array), Kind::Choice(options)) = (&column, &self.kind) {
            count_options(array, options.count, notes);
        }
        notes.known += known(&column);
        column
    }

    /// Whether the values of a coded column can be read once each, whatever its rows are.
    pub(super) fn by_value(&self) -> bool {
        matches!(self.kind, Kind::Presence | Kind::Text | Kind::Email | Kind::Choice(_) | Kind::YesNo)
    }

    fn number(&self, cell: &Cell<'_>, mark: Mark) -> Result<Option<(i64, bool)>, Why> {
        let (value, rounded) = match *cell {
            Cell::Text(text) => {
                let text = cell::trim(text);
                if text.is_empty() || self.missing.holds(text) {
                    return Ok(None);
                }
                number::read(text, mark)?
            }
            Cell::Number(text) => number::read(text, Mark::Point)?,
            Cell::Integer(value) => number::integer(value)?,
            // What some programs write for a missing value.
            Cell::Float(value) if value.is_nan() => return Ok(None),
            Cell::Float(value) => number::float(value)?,
            Cell::Decimal(value, places) => number::decimal(value, places)?,
            Cell::Digits(ref text) => number::read(text, Mark::Point)?,
            Cell::Missing => return Ok(None),
            Cell::Truth(_) | Cell::Day(_) | Cell::Instant(_) | Cell::Local(_) => return Err(Why::NotANumber),
            Cell::List(_) | Cell::Array(_) | Cell::Other(_) => return Err(Why::NotAValue),
        };
        Ok((!self.missing.numbers.contains(&value)).then_some((value, rounded)))
    }

    fn truth(&self, cell: &Cell<'_>) -> Result<Option<bool>, Why> {
        match *cell {
            Cell::Truth(value) => Ok(self.answer(value)),
            Cell::List(_) | Cell::Array(_) | Cell::Other(_) => Err(Why::NotAValue),
            Cell::Text(text) => self.truth_word(text),
            Cell::Missing
            | Cell::Number(_)
            | Cell::Integer(_)
            | Cell::Float(_)
            | Cell::Decimal(..)
            | Cell::Digits(_)
            | Cell::Day(_)
            | Cell::Instant(_)
            | Cell::Local(_) => self.truth_word(&plain_text(cell)),
        }
    }

    fn truth_word(&self, text: &str) -> Result<Option<bool>, Why> {
        let text = cell::trim(text);
        if text.is_empty() || self.missing.holds(text) {
            return Ok(None);
        }
        // `1.0` is what programs make of 1 if other cells of the column are empty.
        let as_number = || match number::read(text, Mark::Point) {
            Ok((0, false)) => Some(false),
            Ok((1_000_000, false)) => Some(true),
            Ok(_) | Err(_) => None,
        };
        let value = text::yes_no(text).or_else(as_number).ok_or(Why::NotYesNo)?;
        Ok(self.answer(value))
    }

    /// A truth value, unless it stands for an empty cell.
    fn answer(&self, value: bool) -> Option<bool> {
        (!self.missing.truths.contains(&value)).then_some(value)
    }

    fn day(
        &self,
        cell: &Cell<'_>,
        (form, low, high): (Option<&Form>, Day, Day),
        clock: &mut Clock<'_>,
    ) -> Result<Option<Day>, Why> {
        let Some(moment) = moment(cell, form, clock, |text| self.missing.holds(text))? else { return Ok(None) };
        let day = clock.day(moment);
        if self.missing.days.contains(&day) {
            return Ok(None);
        }
        if day < low || day > high {
            return Err(if (FIRST_DAY..=LAST_DAY).contains(&day) { Why::OutOfRange } else { Why::NotADate });
        }
        Ok(Some(day))
    }
}

/// Reads a date or a time; `missing` says which texts stand for an empty cell.
pub(super) fn moment(
    cell: &Cell<'_>,
    form: Option<&Form>,
    clock: &Clock<'_>,
    missing: impl Fn(&str) -> bool,
) -> Result<Option<Moment>, Why> {
    use leadrules_language::calendar::DAY;
    let local = |micros: i64| {
        let day = Day::try_from(micros.div_euclid(DAY)).map_err(|_| Why::NotADate)?;
        Ok(Some(Moment::Local(LocalTime { day, micros: micros.rem_euclid(DAY) })))
    };
    let read = |text: &str| {
        let text = cell::trim(text);
        if text.is_empty() || missing(text) {
            return Ok(None);
        }
        clock.read(text, form).map(Some).ok_or(Why::NotADate)
    };
    match *cell {
        Cell::Missing => Ok(None),
        Cell::Text(text) => read(text),
        Cell::Day(day) => Ok(Some(Moment::Local(LocalTime { day, micros: 0 }))),
        Cell::Instant(instant) => Ok(Some(Moment::Instant(instant))),
        Cell::Local(micros) => local(micros),
        // `20261123`, or what the form says; nothing says what other numbers count.
        Cell::Number(_) | Cell::Integer(_) | Cell::Float(_) | Cell::Decimal(..) | Cell::Digits(_) => {
            read(&plain_text(cell))
        }
        Cell::Truth(_) => Err(Why::NotADate),
        Cell::List(_) | Cell::Array(_) | Cell::Other(_) => Err(Why::NotAValue),
    }
}

fn count_options(array: &UInt16Array, count: usize, notes: &mut ColumnNotes) {
    notes.seen.resize(count, 0);
    for place in array.iter().flatten() {
        notes.seen[usize::from(place)] += 1;
    }
}

/// A cell as text: NaN is empty, and equal numbers are the same text, whatever carries them.
pub(super) fn plain_text<'a>(cell: &Cell<'a>) -> std::borrow::Cow<'a, str> {
    match *cell {
        Cell::Float(value) if value.is_nan() => "".into(),
        Cell::Number(text) if text.contains(['.', 'e', 'E']) || text == "-0" => number::shortest(text).into(),
        _ => cell.text(),
    }
}

fn number_kind(ty: &NumberType, whole: bool) -> Kind {
    let mark = if ty.decimal_comma { Mark::Comma } else { Mark::Point };
    let (low, high) =
        ends(ty.range, |value| i64::try_from(value.0).unwrap_or(if value.0 < 0 { i64::MIN + 1 } else { i64::MAX - 1 }));
    Kind::Number { mark, whole, low, high }
}

/// Whether it is a text that its author may mean as thousands: better no value than one.
fn looks_grouped(cell: &Cell<'_>, mark: Mark) -> bool {
    matches!(cell, Cell::Text(text) if number::looks_grouped(cell::trim(text), mark))
}

/// The ends of a range, both included.
fn ends<T: Copy>(range: Bounds<T>, scaled: impl Fn(T) -> i64) -> (i64, i64) {
    let high = range.high.map_or(i64::MAX, &scaled);
    (range.low.map_or(i64::MIN, &scaled), if range.half_open && range.high.is_some() { high - 1 } else { high })
}

impl Missing {
    fn new(field: &Field, kind: &Kind) -> Self {
        let texts: Vec<String> = field.missing.iter().map(|text| text::key(text)).collect();
        let numbers = match kind {
            Kind::Number { mark, .. } => {
                let read = |text: &String| number::read(text, Mark::Point).or_else(|_| number::read(text, *mark)).ok();
                texts.iter().filter_map(read).map(|(value, _)| value).collect()
            }
            Kind::Presence
            | Kind::Text
            | Kind::Email
            | Kind::YesNo
            | Kind::Date { .. }
            | Kind::Choice(_)
            | Kind::Texts { .. }
            | Kind::Choices { .. } => Vec::new(),
        };
        Self { texts, numbers, days: field.missing_days(), truths: field.missing_truths() }
    }

    /// Whether this text, trimmed, stands for an empty cell.
    #[inline]
    fn holds(&self, text: &str) -> bool {
        !self.texts.is_empty() && self.holds_one(text)
    }

    fn holds_one(&self, text: &str) -> bool {
        if text.is_ascii() {
            return self.texts.iter().any(|missing| missing.eq_ignore_ascii_case(text));
        }
        let key = text::key(text);
        self.texts.contains(&key)
    }
}

/// Whether a text is an address; fast for plain ones.
fn is_email(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut sign, mut dot) = (None, None);
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'@' if sign.is_none() && at > 0 => sign = Some(at),
            b'@' => return false,
            // A dot right after the `@` or another dot.
            b'.' if sign == Some(at.wrapping_sub(1)) && sign.is_some() => return false,
            b'.' if sign.is_some() && dot == Some(at.wrapping_sub(1)) => return false,
            b'.' if sign.is_some() => dot = Some(at),
            0x80.. => return text::is_email(text),
            _ if byte <= b' ' => return text::is_email(text),
            _ => {}
        }
    }
    dot.is_some_and(|dot| dot + 1 < bytes.len())
}

/// Reads values that are stored side by side.
fn fill_plain<'a, T: Copy + Default>(
    rows: RowSet<'_>,
    get: impl Fn(usize) -> Cell<'a>,
    mut read: impl FnMut(&Cell<'a>, &mut ColumnNotes) -> Result<Option<T>, Why>,
    notes: &mut ColumnNotes,
) -> (Vec<T>, Option<NullBuffer>) {
    let count = rows.len();
    let mut values = Vec::with_capacity(count);
    let known = BooleanBuffer::collect_bool(count, |index| {
        let row = rows.at(index);
        let cell = get(row);
        let value = read(&cell, notes).unwrap_or_else(|why| {
            notes.invalid(row, why, &cell.text());
            None
        });
        values.push(value.unwrap_or_default());
        value.is_some()
    });
    (values, where_missing(known))
}

/// Where values are missing, if any are.
fn where_missing(known: BooleanBuffer) -> Option<NullBuffer> {
    Some(NullBuffer::new(known)).filter(|nulls| nulls.null_count() > 0)
}

fn bits(values: &[bool]) -> BooleanBuffer {
    let mut builder = BooleanBufferBuilder::new(values.len());
    builder.append_slice(values);
    builder.finish()
}

/// How many rows of a column have a value.
pub(super) fn known(column: &Column) -> u64 {
    use arrow_array::Array;
    let (len, nulls) = match column {
        Column::Absent => (0, 0),
        Column::Presence(is_there) => (is_there.len(), is_there.len() - is_there.count_set_bits()),
        Column::Text(array) => (array.len(), array.null_count()),
        Column::CodedText(array) => (array.len(), array.null_count()),
        Column::Number(array) => (array.len(), array.null_count()),
        Column::Wide(array) => (array.len(), array.null_count()),
        Column::Truth(array) => (array.len(), array.null_count()),
        Column::Date(array) => (array.len(), array.null_count()),
        Column::Choice(array) => (array.len(), array.null_count()),
        Column::Texts(array) | Column::Choices(array) => (array.len(), array.null_count()),
    };
    (len - nulls) as u64
}
