//! What became of the leads that have each value of each column. In: the profile of the leads and, in a second reading, their
//! rows; out: how many leads with a value converted and did not. Memory follows the columns and their few levels, never the rows.

use hashbrown::HashMap;

use leadrules_engine::data::Table;
use leadrules_engine::data::cell::Cell;
use leadrules_engine::data::cell::number::{self, Mark};
use leadrules_language::text;

use super::ending::{self, Won};
use super::guess::{Guess, Kind, guesses, loose};
use super::profile::{Column, Profile, entries};
use crate::misleading::Fates;

type Map<V> = HashMap<String, V, foldhash::fast::FixedState>;

/// Numbers are parted into so many ranges of about as many leads.
const RANGES: u64 = 12;

/// Of a text with more values only whether there is one is looked at.
const VALUES: usize = 30;

/// Leads, read a second time to see what became of those that have each value.
#[derive(Debug)]
pub struct Crossing {
    /// The column that says which leads converted.
    outcome: usize,
    /// By its values: whether they say so.
    won: Map<bool>,
    /// Whether any value does.
    any: bool,
    /// By column.
    levels: Vec<Levels>,
}

/// What became of the leads in some rows, by column and level.
#[derive(Debug)]
pub struct Counts {
    columns: Vec<Vec<Fates>>,
    all: Fates,
}

impl Counts {
    /// Takes in what other rows hold.
    pub fn merge(&mut self, other: Self) {
        for (sum, fates) in self.columns.iter_mut().flatten().zip(other.columns.into_iter().flatten()) {
            *sum = add(*sum, fates);
        }
        self.all = add(self.all, other.all);
    }
}

/// The levels of a column. Level 0 is what is unknown, level 1 what is known and is no other; of a list each entry is one, and a
/// lead has several.
#[derive(Debug, Default)]
struct Levels {
    by_text: Map<usize>,
    numbers: Option<Ranges>,
    mark: Option<char>,
    is_list: bool,
    count: usize,
}

/// Ranges of numbers: level 2 is what lies below the first cut.
#[derive(Debug)]
struct Ranges {
    mark: Mark,
    missing: Option<i64>,
    cuts: Vec<i64>,
}

/// What became of the leads by what one column says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'c> {
    levels: &'c Levels,
    fates: &'c [Fates],
    all: Fates,
}

impl Crossing {
    /// The columns to be crossed with the one that says which leads converted; none if none says so.
    #[must_use]
    pub fn new(leads: &Profile) -> Option<Self> {
        let guesses = guesses(leads);
        let (outcome, says) = ending::converted(leads, &guesses)?;
        let is_won = |value: &str| match &says {
            Won::Yes => text::yes_no(value) == Some(true),
            Won::Values(values) => values.contains(&loose(value)),
            Won::Known => true,
        };
        let column = &leads.columns[outcome];
        let mut won: Map<bool> =
            column.values.sorted().into_iter().map(|(value, _)| (value.to_owned(), is_won(value))).collect();
        won.extend(empty(column, &guesses[outcome]).map(|word| (word, false)));
        let levels: Vec<Levels> =
            leads.columns.iter().zip(&guesses).map(|(column, guess)| Levels::of(column, guess)).collect();
        Some(Self { outcome, won, any: says == Won::Known, levels })
    }

    /// What became of no leads yet.
    #[must_use]
    pub fn nothing(&self) -> Counts {
        Counts { columns: self.levels.iter().map(|levels| vec![[0, 0]; levels.count]).collect(), all: [0, 0] }
    }

    /// Whether a column is looked at.
    pub(super) fn looks_at(&self, column: usize) -> bool {
        column == self.outcome || self.levels[column].count > 0
    }

    /// What became of the leads in a batch of rows. `places` says for each column where the table has it.
    #[must_use]
    pub fn look(&self, table: &Table<'_>, places: &[Option<usize>]) -> Counts {
        let mut counts = self.nothing();
        let mut converted = Vec::with_capacity(table.rows());
        table.each(places[self.outcome].expect("it is read"), |_, cell| {
            let written = cell.text();
            let value = text::clean(&written);
            let is_won = !cell.is_missing() && self.won.get(value.as_ref()).copied().unwrap_or(self.any);
            counts.all[usize::from(is_won)] += 1;
            converted.push(usize::from(is_won));
        });
        for (at, (levels, fates)) in self.levels.iter().zip(&mut counts.columns).enumerate() {
            if levels.count > 0
                && at != self.outcome
                && let Some(place) = places[at]
            {
                table.each(place, |row, cell| levels.each_of(cell, |level| fates[level][converted[row]] += 1));
            }
        }
        counts
    }

    /// What became of the leads by what each column says; none of one that has nothing to tell.
    pub(super) fn told<'c>(&'c self, counts: &'c Counts, column: usize) -> Option<Told<'c>> {
        let (levels, fates) = (&self.levels[column], counts.columns[column].as_slice());
        (levels.count > 0 && self.outcome != column).then_some(Told { levels, fates, all: counts.all })
    }
}

/// What is written where nothing is known.
fn empty<'c>(column: &'c Column, guess: &'c Guess) -> impl Iterator<Item = String> + 'c {
    let words = column.empty_words.sorted().into_iter().map(|(word, _)| word.to_owned());
    words.chain(guess.missing.iter().cloned())
}

impl Levels {
    fn of(column: &Column, guess: &Guess) -> Self {
        let mut levels = Self { count: 2, ..Self::default() };
        let values = column.values.sorted();
        match &guess.kind {
            Kind::Empty | Kind::Constant(_) => return Self::default(),
            Kind::Choice(options) => {
                let places: Map<usize> =
                    options.iter().zip(2..).map(|(option, level)| (loose(&option.name), level)).collect();
                let placed =
                    values.iter().filter_map(|(value, _)| Some(((*value).to_owned(), *places.get(&loose(value))?)));
                levels.by_text.extend(placed);
                levels.count += options.len();
            }
            Kind::YesNo => {
                let truth = |value: &str| text::yes_no(value).map(|truth| 2 + usize::from(truth));
                levels
                    .by_text
                    .extend(values.iter().filter_map(|(value, _)| Some(((*value).to_owned(), truth(value)?))));
                levels.count += 2;
            }
            Kind::Text if !column.values.many => {
                let mut places: Map<usize> = Map::default();
                for (value, _) in &values {
                    let next = places.len() + 2;
                    places.entry(loose(value)).or_insert(next);
                }
                if places.len() <= VALUES {
                    levels.by_text.extend(values.iter().map(|(value, _)| ((*value).to_owned(), places[&loose(value)])));
                    levels.count += places.len();
                }
            }
            Kind::Number { comma } | Kind::Integer { comma } => {
                let mark = if *comma { Mark::Comma } else { Mark::Point };
                let missing = guess.missing_number.and_then(|number| i64::try_from(number.0).ok());
                let cuts = cuts(column, guess, mark, missing);
                levels.count += cuts.len() + 1;
                levels.numbers = Some(Ranges { mark, missing, cuts });
            }
            Kind::ListOfChoice(options, mark) => {
                levels.by_text.extend(options.iter().zip(2..).flat_map(|(option, level)| {
                    std::iter::once(&option.name).chain(&option.synonyms).map(move |text| (loose(text), level))
                }));
                levels.is_list = true;
                levels.mark = Some(mark.unwrap_or(';'));
                levels.count += options.len();
            }
            Kind::ListOfText => levels.is_list = true,
            Kind::Text | Kind::Email | Kind::Date { .. } => {}
        }
        levels.by_text.extend(empty(column, guess).map(|word| (word, 0)));
        // Where all is known and nothing else is looked at, there is nothing to count.
        if levels.count == 2 && column.filled == column.rows && guess.missing.is_empty() {
            Self::default()
        } else {
            levels
        }
    }

    /// Gives the levels that a cell has.
    fn each_of(&self, cell: &Cell<'_>, mut give: impl FnMut(usize)) {
        if cell.is_missing() {
            return give(0);
        }
        if self.is_list {
            return self.each_entry(cell, give);
        }
        let written = cell.text();
        let value = text::clean(&written);
        let value = value.as_ref();
        let level = match (&self.numbers, self.by_text.get(value)) {
            (_, Some(level)) => *level,
            (None, None) => 1,
            (Some(ranges), None) => ranges.level(value),
        };
        give(level);
    }

    fn each_entry(&self, cell: &Cell<'_>, mut give: impl FnMut(usize)) {
        let written = cell.text();
        let value = text::clean(&written);
        if self.by_text.get(value.as_ref()) == Some(&0) {
            return give(0);
        }
        give(1);
        let mut seen: Vec<usize> = Vec::new();
        let mut take = |entry: &str| {
            if let Some(&level) = self.by_text.get(&loose(&text::clean(entry)))
                && level > 1
                && !seen.contains(&level)
            {
                seen.push(level);
                give(level);
            }
        };
        match (entries(cell), self.mark) {
            (Some(entries), _) => entries.iter().for_each(|entry| take(entry)),
            (None, Some(mark)) => value.split(mark).for_each(|entry| take(text::trim(entry))),
            (None, None) => {}
        }
    }
}

impl Ranges {
    fn level(&self, value: &str) -> usize {
        match number::read(value, self.mark) {
            Ok((number, _)) if self.missing != Some(number) => 2 + self.cuts.partition_point(|cut| *cut <= number),
            Ok(_) | Err(_) => 0,
        }
    }
}

/// Where ranges of about as many leads begin, and where the upper quarter does, which rules are made of.
fn cuts(column: &Column, guess: &Guess, mark: Mark, missing: Option<i64>) -> Vec<i64> {
    let read = |(value, count): (&str, u64)| Some((number::read(value, mark).ok()?.0, count));
    let mut values: Vec<(i64, u64)> =
        column.values.sorted().into_iter().filter_map(read).filter(|(value, _)| Some(*value) != missing).collect();
    values.sort_unstable();
    let total: u64 = values.iter().map(|(_, count)| count).sum();
    let (mut cuts, mut held) = (Vec::new(), 0);
    for (value, count) in values {
        if held * RANGES >= total && held > 0 {
            cuts.push(value);
            held = 0;
        }
        held += count;
    }
    cuts.extend(guess.bar().and_then(|bar| i64::try_from(bar.0).ok()));
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

fn add([no, yes]: Fates, [more_no, more_yes]: Fates) -> Fates {
    [no + more_no, yes + more_yes]
}

impl Told<'_> {
    /// What became of all leads.
    pub(super) fn all(&self) -> Fates {
        self.all
    }

    /// Of those of which nothing is known.
    pub(super) fn unknown(&self) -> Fates {
        self.fates[0]
    }

    /// Of those of which something is.
    pub(super) fn known(&self) -> Fates {
        [self.all[0] - self.fates[0][0], self.all[1] - self.fates[0][1]]
    }

    /// Of those with an option or an entry, by its place.
    pub(super) fn option(&self, place: usize) -> Fates {
        self.fates[2 + place]
    }

    /// Of those that say yes.
    pub(super) fn yes(&self) -> Fates {
        self.fates[3]
    }

    /// Of those whose number is at least this one, which is where a range begins.
    pub(super) fn from(&self, bar: i64) -> Fates {
        let cuts = self.levels.numbers.as_ref().map_or(&[][..], |ranges| &ranges.cuts);
        let first = cuts.partition_point(|cut| *cut < bar);
        self.fates.iter().skip(3 + first).copied().fold([0, 0], add)
    }

    /// By value: what became of the leads that have it. Each list of values holds every lead once.
    pub(super) fn by_value(&self) -> Vec<Vec<Fates>> {
        if !self.levels.is_list {
            return vec![self.fates.to_vec()];
        }
        let with_others = |with: &Fates| vec![*with, [self.all[0] - with[0], self.all[1] - with[1]]];
        self.fates.iter().skip(2).map(with_others).collect()
    }
}
