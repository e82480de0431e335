//! What an event log seems to say: which column names the lead, which the kind and the time, and what else each kind
//! carries. In: the profile of the log and, on a second reading, its rows; out: what the `events` block needs.

use hashbrown::HashMap;

use leadrules_engine::data::Table;
use leadrules_language::text;
use leadrules_language::words::{Text, say};

use super::guess::{Guess, Kind, best_form, guess, has_commas, time_form};
use super::names::snake;
use super::profile::{Column, Profile};
use super::tally::fingerprint;

/// At most this many kinds are declared; the others count as activity.
const KINDS: usize = 40;

/// The columns of a log, by their roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Roles {
    /// Which lead the event belongs to; `None` for events nested in the leads.
    pub lead: Option<usize>,
    /// What happened.
    pub event: usize,
    /// When.
    pub time: usize,
    /// The event's id: rows with the same one count once.
    pub id: Option<usize>,
}

/// Where events are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nesting {
    /// In a file of their own.
    Apart,
    /// Each in the lead that it belongs to.
    Nested,
}

/// Something that no column of a log says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// Which lead each event belongs to.
    Lead,
    /// What happened.
    Event,
    /// When.
    Time,
}

impl Unsaid {
    /// What is said of a log with these columns.
    pub(super) fn said(self, input: String, columns: String) -> Text {
        match self {
            Self::Lead => say!(
                "{input}: this event log does not say whose each event is: no column has values of one that tells the leads apart; its \
                 columns are {columns}",
                input,
                columns
            ),
            Self::Event => say!(
                "{input}: this event log does not say what happened: no column has a few words that come again and again; its columns \
                 are {columns}",
                input,
                columns
            ),
            Self::Time => say!(
                "{input}: this event log does not say when it happened: no column has dates or times that can be read (2026-11-20, \
                 2026-11-20T10:00:00Z); its columns are {columns}",
                input,
                columns
            ),
        }
    }
}

impl Roles {
    /// The roles of a log's columns. Events nested in the leads need no column for the lead.
    ///
    /// # Errors
    /// What no column says.
    pub fn find(events: &Profile, leads: &Profile, nesting: Nesting) -> Result<Self, Unsaid> {
        let columns = &events.columns;
        let time = best(columns, |_, column| time_rank(column)).ok_or(Unsaid::Time)?;
        let event = best(columns, |at, column| event_rank(column).filter(|_| at != time)).ok_or(Unsaid::Event)?;
        let lead = (0..columns.len())
            .filter(|&at| at != time && at != event)
            .filter_map(|at| Some((lead_rank(&columns[at], leads)?, std::cmp::Reverse(at))))
            .max()
            .map(|(_, at)| at.0);
        let free = (0..columns.len()).filter(|&at| at != time && at != event && lead != Some(at));
        let id =
            free.filter_map(|at| Some((number_rank(&columns[at])?, std::cmp::Reverse(at)))).max().map(|(_, at)| at.0);
        let lead = match nesting {
            Nesting::Nested => None,
            Nesting::Apart => Some(lead.ok_or(Unsaid::Lead)?),
        };
        Ok(Self { lead, event, time, id })
    }

    /// Whether a column is none of these: what the events carry.
    fn is_property(&self, column: usize) -> bool {
        ![Some(self.event), Some(self.time), self.lead, self.id].contains(&Some(column))
    }
}

/// Adds what a later batch holds.
pub fn merge(all: &mut ByKind, batch: ByKind) {
    all.iter_mut().zip(batch).for_each(|(all, batch)| all.merge(batch));
}

/// The first of the columns with the greatest rank.
fn best(columns: &[Column], rank: impl Fn(usize, &Column) -> Option<u64>) -> Option<usize> {
    let ranked = columns.iter().enumerate().filter_map(|(at, column)| Some((rank(at, column)?, std::cmp::Reverse(at))));
    ranked.max().map(|(_, at)| at.0)
}

fn time_rank(column: &Column) -> Option<u64> {
    time_form(column)?;
    let words =
        ["time", "timestamp", "at", "when", "date", "occurred", "happened", "tijd", "tijdstip", "datum", "moment"];
    let named = snake(&column.name).split('_').any(|word| words.contains(&word));
    let complete = column.filled == column.rows;
    Some(4 * u64::from(complete) + 2 * u64::from(column.timed > 0) + u64::from(named))
}

fn event_rank(column: &Column) -> Option<u64> {
    if column.values.many || column.filled == 0 || column.point.count == column.filled {
        return None;
    }
    match guess(column, false).kind {
        Kind::Date { .. } | Kind::Email | Kind::YesNo | Kind::Empty => return None,
        Kind::Constant(_)
        | Kind::Text
        | Kind::Number { .. }
        | Kind::Integer { .. }
        | Kind::Choice(_)
        | Kind::ListOfText
        | Kind::ListOfChoice(..) => {}
    }
    let words = ["event", "activity", "action", "actie", "kind", "type", "what", "activiteit", "gebeurtenis", "soort"];
    let name = snake(&column.name);
    let named = words.iter().position(|word| name.split('_').any(|part| part == *word));
    let few = column.values.len() <= 60;
    let complete = column.filled == column.rows;
    (few || named.is_some())
        .then(|| 100 * u64::from(complete) + named.map_or(0, |at| 50 - at as u64) + u64::from(few) * 5)
}

/// How well a column's values match the keys of leads; `None` if they do not.
fn lead_rank(column: &Column, leads: &Profile) -> Option<u64> {
    let values = column.values.sorted();
    if values.is_empty() || column.lists > 0 {
        return None;
    }
    let shared = |of: &Column| values.iter().filter(|(value, _)| of.has(fingerprint(value))).count() as u64;
    let most = leads.columns.iter().filter(|of| of.is_nearly_unique()).map(shared).max().unwrap_or(0);
    let share = most * 100 / values.len() as u64;
    let words = ["lead", "contact", "prospect", "customer", "klant", "klantnr", "id", "key", "email", "record"];
    let name = snake(&column.name);
    let named = name.split('_').filter(|part| words.contains(part)).count() as u64;
    (share >= 20 || named > 0).then_some(share * 10 + named)
}

/// How well a column numbers the rows of the log; `None` if it does not. Its values are distinct for all rows, or
/// nearly: a row that was delivered twice has the same number twice.
fn number_rank(column: &Column) -> Option<u64> {
    if column.lists > 0 || !column.is_nearly_unique() || column.emails > 0 {
        return None;
    }
    // Amounts, times and texts may be distinct for all rows too.
    if column.typed_numbers > 0 && column.point.whole < column.point.count || column.has_blanks() {
        return None;
    }
    let name = snake(&column.name);
    let has = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
    let is_number = has(&[
        "id",
        "guid",
        "uuid",
        "key",
        "nr",
        "no",
        "number",
        "nummer",
        "volgnummer",
        "numéro",
        "sleutel",
        "ref",
        "reference",
    ]);
    let of_events =
        has(&["event", "events", "activity", "activiteit", "action", "actie", "gebeurtenis", "log", "row", "record"]);
    let is_whole = column.is_unique();
    match (is_number, of_events) {
        (true, true) => Some(4),
        (true, false) if name.split('_').count() == 1 => Some(3),
        (true, false) => is_whole.then_some(2),
        (false, _) => (is_whole && column.are_codes()).then_some(1),
    }
}

/// The column of the leads whose values the log refers to.
pub(super) fn key_of(leads: &Profile, column: &Column) -> Option<usize> {
    let values = column.values.sorted();
    let shared = |of: &Column| values.iter().filter(|(value, _)| of.has(fingerprint(value))).count();
    let unique = leads.columns.iter().enumerate().filter(|(_, of)| of.is_nearly_unique());
    let ranked = unique.map(|(at, of)| (shared(of), std::cmp::Reverse(at)));
    ranked.max().filter(|(count, _)| *count > 0).map(|(_, at)| at.0)
}

/// A log, read a second time to see what each kind carries.
#[derive(Debug)]
pub struct Log {
    /// Its columns.
    pub(super) profile: Profile,
    /// What they say.
    pub(super) roles: Roles,
    /// The kinds that are declared, by their folded texts.
    kinds: HashMap<String, usize, foldhash::fast::FixedState>,
    /// For each kind, how it is written most often.
    texts: Vec<String>,
    counts: Vec<u64>,
    filled: ByKind,
}

/// By kind: what its rows hold.
pub type ByKind = Vec<Profile>;

/// A property as it is declared: a column, as one or more kinds have it.
#[derive(Debug)]
pub(super) struct Property {
    /// The index of its column.
    pub(super) column: usize,
    /// What it holds.
    pub(super) guess: Guess,
    /// The kind that it is named after, if other kinds have something else in the same column.
    pub(super) of: Option<usize>,
}

/// A kind of event.
#[derive(Debug)]
pub(super) struct KindGuess<'a> {
    /// As the log writes it.
    pub(super) text: &'a str,
    /// How many rows of this kind there are.
    pub(super) count: u64,
    /// Its properties, by index in [`Log::properties`].
    pub(super) properties: Vec<usize>,
}

impl Log {
    /// A log with these columns.
    #[must_use]
    pub fn new(profile: Profile, roles: Roles) -> Self {
        let mut log = Self {
            kinds: HashMap::default(),
            texts: Vec::new(),
            counts: Vec::new(),
            filled: ByKind::new(),
            roles,
            profile,
        };
        for (text, count) in log.profile.columns[roles.event].values.sorted() {
            let folded = text::key(text);
            if let Some(&at) = log.kinds.get(&folded) {
                log.counts[at] += count;
            } else if log.texts.len() < KINDS {
                log.kinds.insert(folded, log.texts.len());
                log.texts.push(text.to_owned());
                log.counts.push(count);
            }
        }
        log.filled = log.nothing();
        log
    }

    /// What no rows hold.
    #[must_use]
    pub fn nothing(&self) -> ByKind {
        let names = || self.profile.names().map(str::to_owned);
        self.texts.iter().map(|_| Profile::counting(names())).collect()
    }

    /// Whether a column is looked at.
    pub(super) fn looks_at(&self, column: usize) -> bool {
        column == self.roles.event || self.roles.is_property(column)
    }

    /// What a batch of rows holds, by kind and column. `places` says for each column where the table has it.
    #[must_use]
    pub fn look(&self, table: &Table<'_>, places: &[Option<usize>]) -> ByKind {
        let mut kinds = Vec::with_capacity(table.rows());
        // As they are written: few.
        let mut known: HashMap<String, Option<usize>, foldhash::fast::FixedState> = HashMap::default();
        table.each(places[self.roles.event].expect("it is read"), |_, cell| {
            let written = cell.text();
            let kind = known.get(written.as_ref()).copied().unwrap_or_else(|| {
                let kind = self.kinds.get(&text::key(&written)).copied();
                if known.len() < KINDS {
                    known.insert(written.into_owned(), kind);
                }
                kind
            });
            kinds.push(kind);
        });
        let mut filled = self.nothing();
        for (at, place) in places.iter().enumerate().filter(|(at, _)| self.roles.is_property(*at)) {
            let Some(place) = *place else { continue };
            table.each(place, |row, cell| {
                if let Some(of_kind) = kinds[row].and_then(|kind| filled.get_mut(kind)) {
                    of_kind.columns[at].add(cell);
                }
            });
        }
        filled
    }

    /// Takes in what its rows hold, all batches together.
    pub fn set(&mut self, filled: ByKind) {
        self.filled = filled;
    }

    /// The kinds, the most frequent first, and their properties.
    pub(super) fn kinds(&self) -> (Vec<KindGuess<'_>>, Vec<Property>) {
        let mut order: Vec<usize> = (0..self.texts.len()).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(self.counts[at]));
        let mut kinds: Vec<KindGuess<'_>> = order
            .iter()
            .map(|&at| KindGuess { text: &self.texts[at], count: self.counts[at], properties: Vec::new() })
            .collect();
        let commas = has_commas(&self.profile);
        let mut properties = Vec::new();
        for column in (0..self.profile.columns.len()).filter(|&at| self.roles.is_property(at)) {
            let of = |kind: &usize| &self.filled[order[*kind]].columns[column];
            let having: Vec<usize> =
                (0..order.len()).filter(|kind| of(kind).filled > 0 || of(kind).lists > 0).collect();
            let groups = alike(&having, |kind| of(&kind), commas);
            let is_shared = groups.len() == 1;
            for group in groups {
                let guess = if is_shared {
                    guess(&self.profile.columns[column], commas)
                } else {
                    let mut all = Column::new(self.profile.columns[column].name.clone());
                    for kind in &group {
                        all.take(of(kind));
                    }
                    guess(&all, commas)
                };
                for &kind in &group {
                    kinds[kind].properties.push(properties.len());
                }
                properties.push(Property { column, guess, of: (!is_shared).then(|| group[0]) });
            }
        }
        (kinds, properties)
    }

    /// How many kinds are not declared.
    pub(super) fn other_kinds(&self) -> usize {
        self.profile.columns[self.roles.event].values.len().saturating_sub(self.texts.len())
    }

    /// The form of the times, unless it is ISO 8601.
    pub(super) fn time_form(&self) -> Option<&'static str> {
        let column = &self.profile.columns[self.roles.time];
        let form = time_form(column)??;
        best_form(&column.forms, true)
            .map_or(Some(form), |(timed, count)| Some(if count * 2 >= column.filled { timed } else { form }))
    }
}

/// The kinds that have values in a column, in groups of kinds with the same ones, the most frequent kind first in each:
/// kinds whose options have nothing in common are kept apart, all others together.
fn alike<'c>(having: &[usize], of: impl Fn(usize) -> &'c Column, commas: bool) -> Vec<Vec<usize>> {
    let options = |kind: usize| -> Option<Vec<String>> {
        match guess(of(kind), commas).kind {
            Kind::Choice(options) => {
                let said = options.into_iter().flat_map(|option| std::iter::once(option.name).chain(option.synonyms));
                Some(said.map(|text| text::key(&text)).collect())
            }
            Kind::Constant(value) => Some(vec![text::key(&value)]),
            Kind::Text
            | Kind::Email
            | Kind::Number { .. }
            | Kind::Integer { .. }
            | Kind::YesNo
            | Kind::Date { .. }
            | Kind::Empty
            | Kind::ListOfText
            | Kind::ListOfChoice(..) => None,
        }
    };
    let mut groups: Vec<(Vec<usize>, Vec<String>)> = Vec::new();
    let mut choices = 0;
    for &kind in having {
        let Some(own) = options(kind) else { return vec![having.to_vec()] };
        choices += usize::from(own.len() > 1);
        let (shared, mut apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(_, options)| own.iter().any(|option| options.contains(option)));
        let mut group = (vec![kind], own);
        for (kinds, options) in shared {
            group.0.extend(kinds);
            group.1.extend(options);
        }
        group.0.sort_unstable();
        apart.push(group);
        groups = apart;
    }
    // Kinds with a single value each, which tells nothing about other kinds, do not get options of their own.
    if choices < 2 {
        return if having.is_empty() { Vec::new() } else { vec![having.to_vec()] };
    }
    let mut groups: Vec<Vec<usize>> = groups.into_iter().map(|(kinds, _)| kinds).collect();
    groups.sort_unstable();
    groups
}
