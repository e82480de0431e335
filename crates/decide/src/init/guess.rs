//! The type of a column from what its cells have in common. In: a column's profile; out: a type that nearly all of its
//! values fit, what stands for an empty cell, and how many values do not fit.

use hashbrown::HashMap;

use leadrules_engine::data::cell::number::{self, Mark};
use leadrules_language::decimal::{Decimal, SCALE};
use leadrules_language::text;

use super::names;
use leadrules_language::calendar::form::COMMON_FORMS;

use super::profile::{Column, Numbers, Profile};
use super::tally::Tally;

/// A choice has at most this many options.
const OPTIONS: usize = 25;

/// An option has at most this many characters.
const LONGEST_OPTION: usize = 60;

/// What a column seems to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing at all.
    Empty,
    /// The same in every row.
    Constant(String),
    Text,
    Email,
    Number {
        comma: bool,
    },
    Integer {
        comma: bool,
    },
    YesNo,
    Date {
        form: Option<&'static str>,
        /// Another form that all values have as well.
        or: Option<&'static str>,
    },
    Choice(Vec<Choice>),
    ListOfText,
    ListOfChoice(Vec<Choice>, Option<char>),
}

/// An option, with the ways in which it is written other than its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) name: String,
    pub(super) synonyms: Vec<String>,
    pub(super) count: u64,
}

/// What is guessed about a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) kind: Kind,
    /// What stands for an empty cell, as written.
    pub(super) missing: Vec<String>,
    /// A number that stands for an empty cell.
    pub(super) missing_number: Option<Decimal>,
    /// How many cells hold a value.
    pub(super) known: u64,
    /// How many values do not fit.
    pub(super) misfits: u64,
    /// The least and the greatest number, in millionths.
    pub(super) span: Option<(i64, i64)>,
    /// A number that a quarter of the known values reach.
    pub(super) high: Option<Decimal>,
    /// Its frequent options, where those that few leads have are not told, so that it is no choice.
    pub(super) often: Option<Vec<String>>,
    /// Whether the least and the greatest number, each that of some lead, are not told.
    pub(super) hides_span: bool,
}

impl Guess {
    /// Drops what fewer leads have than so many: a choice with such options is a text of which the others are told.
    pub(super) fn keep_common(&mut self, least: u64, rows: u64) {
        self.hides_span = true;
        let (options, text) = match &mut self.kind {
            Kind::Choice(options) => (options, Kind::Text),
            Kind::ListOfChoice(options, _) => (options, Kind::ListOfText),
            Kind::Constant(value) => {
                if rows < least {
                    "…".clone_into(value);
                }
                return;
            }
            Kind::Empty
            | Kind::Text
            | Kind::Email
            | Kind::Number { .. }
            | Kind::Integer { .. }
            | Kind::YesNo
            | Kind::Date { .. }
            | Kind::ListOfText => return,
        };
        if options.iter().any(|option| option.count < least) {
            let frequent = options.iter().filter(|option| option.count >= least);
            self.often = Some(frequent.map(|option| option.name.clone()).collect());
            self.kind = text;
        }
    }

    /// A round number that about a quarter of the known values reach; none that is not above zero.
    pub(super) fn bar(&self) -> Option<Decimal> {
        let high = self.high.filter(|high| high.0 > 0)?;
        let mut unit = 1_i128;
        while high.0 / unit >= 100 {
            unit *= 10;
        }
        Some(Decimal(high.0 / unit * unit))
    }
}

/// What the columns of a table hold.
pub(super) fn guesses(profile: &Profile) -> Vec<Guess> {
    let commas = has_commas(profile);
    profile.columns.iter().map(|column| guess(column, commas)).collect()
}

/// Whether some column can only be read with decimal commas; if so, those that could be either have them too.
pub(super) fn has_commas(profile: &Profile) -> bool {
    profile.columns.iter().any(|column| {
        let base = base(column);
        column.coded == 0 && fits(column.comma.count, base) && column.point.count < column.comma.count
    })
}

fn base(column: &Column) -> u64 {
    column.filled - column.maybe_empty_words.total()
}

/// Whether all but a few of many values have a form.
fn fits(count: u64, base: u64) -> bool {
    count > 0 && count + base / 20 >= base
}

/// What a column holds; `commas` says whether its neighbours have decimal commas.
pub(super) fn guess(column: &Column, commas: bool) -> Guess {
    let base = base(column);
    let mut guess = Guess {
        kind: Kind::Text,
        missing: column.empty_words.sorted().into_iter().map(|(word, _)| word.to_owned()).collect(),
        missing_number: None,
        known: column.filled,
        misfits: 0,
        span: None,
        high: None,
        often: None,
        hides_span: false,
    };
    if column.filled == 0 {
        guess.kind = Kind::Empty;
        return guess;
    }
    if column.filled == column.rows && column.rows > 1 && column.lists == 0 && column.values.len() == 1 {
        let value = column.values.sorted()[0].0.to_owned();
        guess.kind = Kind::Constant(value);
        return guess;
    }
    if let Some((kind, count)) = typed(column, base, commas) {
        guess.misfits = base - count;
        guess.known = count;
        guess.missing.extend(column.maybe_empty_words.sorted().into_iter().map(|(word, _)| word.to_owned()));
        if let Kind::Number { comma } | Kind::Integer { comma } = kind {
            numbers(column, comma, &mut guess);
        }
        guess.kind = kind;
        return guess;
    }
    guess.kind = listed(column).or_else(|| choice(column)).unwrap_or(Kind::Text);
    guess
}

/// The form of a column's times, if times are what it holds, even if all are the same; the inner `None` is ISO 8601.
pub(super) fn time_form(column: &Column) -> Option<Option<&'static str>> {
    let kind = match guess(column, false).kind {
        Kind::Constant(_) => typed(column, base(column), false)?.0,
        kind => kind,
    };
    if let Kind::Date { form, .. } = kind { Some(form) } else { None }
}

/// A type that nearly all values have, and how many do.
fn typed(column: &Column, base: u64, commas: bool) -> Option<(Kind, u64)> {
    let name = names::snake(&column.name);
    let hinted = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
    let is_count = hinted(&["number", "count", "aantal", "nombre", "visits", "total", "times"]);
    if column.truths == base && base > 0 && !is_count && is_yes_no(&column.values) {
        return Some((Kind::YesNo, base));
    }
    if fits(column.emails, base) {
        return Some((Kind::Email, column.emails));
    }
    if fits(column.iso, base) {
        return Some((Kind::Date { form: None, or: None }, column.iso));
    }
    if column.bare_iso == base
        && base > 0
        && column.typed_numbers == 0
        && hinted(&["date", "datum", "day", "dag", "created", "on"])
    {
        return Some((Kind::Date { form: None, or: None }, base));
    }
    let counted = || best_form(&column.forms, false).filter(|(form, count)| is_epoch(form) && fits(*count, base));
    if is_time_name(&name)
        && let Some((form, count)) = counted()
    {
        return Some((Kind::Date { form: Some(form), or: None }, count));
    }
    let is_of_digits = names::is_of_digits(&name) && column.point.least.is_some_and(|least| least >= 1_000_000_000);
    if column.coded == 0 && !is_of_digits {
        let wants_comma =
            column.comma.count > column.point.count || (commas && column.comma.count == column.point.count);
        let (comma, numbers) = if wants_comma { (true, column.comma) } else { (false, column.point) };
        if fits(numbers.count, base) {
            let has_mark = column.values.sorted().iter().any(|(value, _)| value.contains([',', '.']));
            let comma = comma && has_mark;
            let is_whole = numbers.whole == numbers.count;
            let kind = if is_whole { Kind::Integer { comma } } else { Kind::Number { comma } };
            return Some((kind, numbers.count));
        }
    }
    let (form, count) = best_form(&column.forms, false).filter(|(form, _)| !is_epoch(form))?;
    let or = COMMON_FORMS.iter().zip(&column.forms).find(|(other, n)| **other == swapped(form) && **n == count);
    fits(count, base).then(|| (Kind::Date { form: Some(form), or: or.map(|(form, _)| *form) }, count))
}

/// Whether times of a form are numbers that count since 1970.
fn is_epoch(form: &str) -> bool {
    form.starts_with("epoch")
}

/// Whether a column's name sounds as if it says when: many other numbers also have ten or thirteen digits.
fn is_time_name(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "at",
        "on",
        "ts",
        "when",
        "time",
        "datetime",
        "timestamp",
        "epoch",
        "date",
        "datum",
        "tijd",
        "tijdstip",
        "zeit",
        "created",
        "updated",
        "modified",
        "changed",
        "seen",
        "visited",
        "contacted",
        "since",
        "moment",
        "occurred",
    ];
    let says_when = |word: &str| {
        let ends = word.ends_with("date") || word.ends_with("time") || word.ends_with("timestamp");
        WORDS.contains(&word) || (ends && !matches!(word, "candidate" | "mandate" | "lifetime" | "runtime"))
    };
    name.split('_').any(says_when)
}

/// The form that most values have; one with a time of day if `timed`.
pub(super) fn best_form(counts: &[u64], timed: bool) -> Option<(&'static str, u64)> {
    let wanted = COMMON_FORMS.iter().zip(counts).filter(|(form, _)| !timed || form.contains("hh") || is_epoch(form));
    let most = wanted.clone().map(|(_, &count)| count).max().filter(|&most| most > 0)?;
    wanted.into_iter().find(|(_, count)| **count == most).map(|(form, _)| (*form, most))
}

/// The form with day and month swapped.
fn swapped(form: &str) -> String {
    for mark in ['/', '-'] {
        let (day, month) = (format!("dd{mark}mm"), format!("mm{mark}dd"));
        if let Some(rest) = form.strip_prefix(&day) {
            return month + rest;
        }
        if let Some(rest) = form.strip_prefix(&month) {
            return day + rest;
        }
    }
    String::new()
}

/// Words for yes and no; of the digits, both must occur, since a lone `1` may count something.
fn is_yes_no(values: &Tally) -> bool {
    let values = values.sorted();
    let digits = values.iter().filter(|(value, _)| matches!(*value, "0" | "1")).count();
    digits == 0 || digits == 2 || values.len() > digits
}

/// Finds a number that stands for an empty cell, and the range of the others.
fn numbers(column: &Column, comma: bool, guess: &mut Guess) {
    let mark = if comma { Mark::Comma } else { Mark::Point };
    let all: Numbers = if comma { column.comma } else { column.point };
    guess.span = all.least.zip(all.greatest);
    if column.values.many {
        return;
    }
    let mut values: Vec<(i64, u64)> = column
        .values
        .sorted()
        .into_iter()
        .filter_map(|(value, count)| Some((number::read(value, mark).ok()?.0, count)))
        .collect();
    values.sort_unstable();
    if let Some(at) = placeholder(&values, guess.known) {
        let (value, count) = values.remove(at);
        guess.missing_number = Some(Decimal(value.into()));
        guess.known -= count;
        guess.span = values.first().zip(values.last()).map(|(first, last)| (first.0, last.0));
    }
    let mut left = guess.known / 4;
    guess.high = values.iter().rev().find_map(|&(value, count)| {
        left = left.saturating_sub(count);
        (left == 0).then(|| Decimal(value.into()))
    });
}

/// The index of a number such as 999 or -1 that is far from all others and frequent.
fn placeholder(values: &[(i64, u64)], known: u64) -> Option<usize> {
    let whole = i64::try_from(SCALE).expect("a million fits");
    let (&(least, fewest), &(greatest, most)) = (values.first()?, values.last()?);
    if values.len() < 3 {
        return None;
    }
    let is_frequent = |count: u64| count > 1 && count * 100 >= known;
    let nines = [999, 9_999, 99_999, 999_999, 9_999_999].iter().any(|&nines| nines * whole == greatest);
    if nines && is_frequent(most) && values[values.len() - 2].0 <= greatest / 3 {
        return Some(values.len() - 1);
    }
    let negative = [-1, -9, -99, -999, -9_999].iter().any(|&value| value * whole == least);
    (negative && is_frequent(fewest) && values[1].0 >= 0).then_some(0)
}

/// A list, if the cells are lists, or texts that are separated in the same way.
fn listed(column: &Column) -> Option<Kind> {
    let given = &column.entries;
    let few = |tally: &Tally| !tally.many && tally.len() <= OPTIONS && tally.len() > 1;
    let options = |tally: &Tally| {
        let options = grouped(tally);
        options.iter().all(|option| option.name.chars().count() <= LONGEST_OPTION).then_some(options)
    };
    if column.lists * 2 > column.filled {
        return Some(if few(given) && column.filled >= 10 {
            options(given).map_or(Kind::ListOfText, |options| Kind::ListOfChoice(options, None))
        } else {
            Kind::ListOfText
        });
    }
    let total = column.values.total();
    let is_list = |(entries, cells): &(Tally, u64), share: u64| {
        *cells * share >= total && total >= 10 && few(entries) && entries.len() < column.values.len()
    };
    let semicolons = column.values.parted(';');
    if is_list(&semicolons, 10) {
        return options(&semicolons.0).map(|options| Kind::ListOfChoice(options, None));
    }
    let commas = column.values.parted(',');
    if is_list(&commas, 5) {
        return options(&commas.0).map(|options| Kind::ListOfChoice(options, Some(',')));
    }
    (semicolons.1 * 3 >= total && column.values.len() > OPTIONS).then_some(Kind::ListOfText)
}

/// A choice, if there are few values and each occurs often enough.
fn choice(column: &Column) -> Option<Kind> {
    const FREE: &[&str] = &[
        "name",
        "naam",
        "nom",
        "company",
        "bedrijf",
        "title",
        "phone",
        "telefoon",
        "mobile",
        "gsm",
        "url",
        "website",
        "address",
        "adres",
        "notes",
        "comment",
        "comments",
        "description",
        "message",
    ];
    let name = names::snake(&column.name);
    if column.values.many || name.split('_').any(|word| FREE.contains(&word)) {
        return None;
    }
    let options = grouped(&column.values);
    let is_frequent = options.len() as u64 * 3 <= column.filled || (options.len() == 2 && column.filled >= 4);
    let is_short = options.iter().all(|option| option.name.chars().count() <= LONGEST_OPTION);
    ((2..=OPTIONS).contains(&options.len()) && is_frequent && is_short).then_some(Kind::Choice(options))
}

/// What values have in common that differ in case or runs of blanks alone.
pub(super) fn loose(value: &str) -> String {
    text::key(value).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Values as options, the most frequent first. Values that differ only in case or runs of blanks are one option; the
/// most frequent gives the name. Those that differ only in case need no synonym.
fn grouped(values: &Tally) -> Vec<Choice> {
    let mut places: HashMap<String, usize, foldhash::fast::FixedState> = HashMap::default();
    let mut options: Vec<Choice> = Vec::new();
    for (value, count) in values.sorted() {
        let (folded, loose) = (text::key(value), loose(value));
        match places.get(&loose) {
            None => {
                places.insert(loose, options.len());
                options.push(Choice { name: value.to_owned(), synonyms: Vec::new(), count });
            }
            Some(&at) => {
                let option = &mut options[at];
                option.count += count;
                let is_new = text::key(&option.name) != folded
                    && option.synonyms.iter().all(|synonym| text::key(synonym) != folded);
                if is_new {
                    option.synonyms.push(value.to_owned());
                }
            }
        }
    }
    options.sort_by_key(|option| std::cmp::Reverse(option.count));
    options
}
