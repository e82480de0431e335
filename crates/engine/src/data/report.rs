//! What reading noticed: values that do not fit, rows without a key, missing columns. They are counted, each with its
//! first examples and their places; nothing here stops a run.

use std::fmt;

use super::cell::Why;
use super::dialect::Dialect;
use super::thousands::Thousands;
use leadrules_language::words::{Text, say};

/// How many examples are kept of each kind.
pub const EXAMPLES: usize = 3;

/// Where a row is in the data, as a person finds it.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The number of the row, from 1, not counting the header.
    pub row: u64,
    /// The line of a text file or the row number of a spreadsheet, from 1; 0 if there are none.
    pub line: u64,
}

impl Place {
    /// `row 5`, `line 6`
    #[must_use]
    pub fn said(self) -> Text {
        match self.line {
            0 => say!("row {row}", row = self.row.to_string()),
            line => say!("line {line}", line = line.to_string()),
        }
    }
}

/// In English.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.said(), f)
    }
}

/// Something that happened in some rows, with the first examples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted<T = String> {
    /// In how many rows.
    pub count: u64,
    /// The first of them, with what was there.
    pub examples: Vec<(Place, T)>,
}

impl<T> Default for Counted<T> {
    fn default() -> Self {
        Self { count: 0, examples: Vec::new() }
    }
}

impl<T> Counted<T> {
    /// Counts one more.
    pub fn add(&mut self, place: Place, what: impl FnOnce() -> T) {
        self.count += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push((place, what()));
        }
    }

    /// Takes in what was counted in later rows.
    pub fn merge(&mut self, later: Self) {
        self.count += later.count;
        let room = EXAMPLES.saturating_sub(self.examples.len());
        self.examples.extend(later.examples.into_iter().take(room));
    }

    /// Adds what was counted in a part of the file, which begins at `base`.
    pub(super) fn merge_from(&mut self, part: &Self, base: Place)
    where
        T: Clone,
    {
        let mut part = part.clone();
        part.shift(base);
        self.merge(part);
    }

    /// Moves the places of the examples to where their rows are in the whole.
    pub(super) fn shift(&mut self, base: Place) {
        for (place, _) in &mut self.examples {
            *place = place.after(base);
        }
    }
}

/// Quotes that open a cell and are probably never closed: what follows, up to the next quote, was read as one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenQuotes {
    /// Where they open, and how many further lines their cells take in.
    pub cells: Counted<u64>,
    /// How many lines all of them take in.
    pub lines: u64,
}

impl OpenQuotes {
    pub(super) fn add(&mut self, place: Place, lines: u64) {
        self.cells.add(place, || lines);
        self.lines += lines;
    }

    /// Adds those of a part of the file that starts at `base`.
    pub(super) fn merge(&mut self, later: &Self, base: Place) {
        let mut cells = later.cells.clone();
        cells.shift(base);
        self.cells.merge(cells);
        self.lines += later.lines;
    }

    /// What they are, what became of the lines, and what to do; `None` if there are none.
    #[must_use]
    pub fn said(&self) -> Option<Text> {
        let lines = self.lines;
        Some(match self.cells.examples.as_slice() {
            [] => return None,
            [(place, _)] => say!(
                "a quote opens in {place} and is probably never closed: {lines} {lines|line|lines} after it became part of its \
                 cell. Close it, or write it twice if it belongs to the text",
                place = place.said(),
                lines
            ),
            several => {
                let example = |(place, lines): &(Place, u64)| {
                    say!("{place} with {lines} after it", place = place.said(), lines = *lines)
                };
                let mut examples: Vec<Text> = several.iter().map(example).collect();
                if self.cells.count > several.len() as u64 {
                    examples.push(Text::verbatim("…"));
                }
                say!(
                    "{count} quotes open and are probably never closed, so that {lines} {lines|line|lines} became part of their \
                     cells: {examples}. Close them, or write each twice if it belongs to the text",
                    count = self.cells.count,
                    lines,
                    examples = Text::row(examples, ", ")
                )
            }
        })
    }
}

impl Place {
    /// This place, counted from `base`.
    pub(super) fn after(self, base: Self) -> Self {
        Self { row: self.row + base.row, line: if self.line == 0 { 0 } else { self.line + base.line } }
    }
}

/// A value that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// As it is written in the data, shortened if it is long.
    pub text: String,
    /// Why it does not fit.
    pub why: Why,
}

/// What reading a field or a property noticed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldReport {
    /// Whether its column was asked for.
    pub read: bool,
    /// The column it was read from, as the data names it; `None` if the data has none.
    pub column: Option<String>,
    /// Rows in which it has a value.
    pub known: u64,
    /// Values that do not fit; unknown to every rule.
    pub invalid: Counted<Misfit>,
    /// Numbers of more than six places, which were rounded.
    pub rounded: u64,
    /// How its numbers are written, if they may be thousands.
    pub thousands: Thousands,
    /// Entries of lists that are not options, which were left out.
    pub dropped: u64,
    /// Texts that are not options, with how often each occurs, the most frequent first.
    pub unlisted: Vec<(String, u64)>,
    /// How often each option was seen, by its index; empty for other types.
    pub seen: Vec<u64>,
}

/// A field, property or log column whose column the data does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingColumn {
    /// Its name in the rules.
    pub name: String,
    /// The columns that were looked for.
    pub wanted: Vec<String>,
    /// A column of the data with nearly that name.
    pub near: Option<String>,
}

/// What reading a file of leads or of events noticed. Fields and properties are by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadReport {
    /// How the file is written.
    pub dialect: Dialect,
    /// The names of its columns; of JSON, those in its first part.
    pub columns: Vec<String>,
    /// Rows that came out: leads, or events that could be read.
    pub rows: u64,
    /// By field id, or by property id for events.
    pub fields: Vec<FieldReport>,
    /// The columns that were wanted and are missing.
    pub missing_columns: Vec<MissingColumn>,
    /// Columns with a name that came before, with the name that they were given instead.
    pub repeated_columns: Vec<(String, String)>,
    /// Rows with fewer cells than the header; the missing ones are unknown.
    pub short_rows: Counted<usize>,
    /// Rows with more; the extra ones were left out.
    pub long_rows: Counted<usize>,
    /// Rows with nothing in any cell, which are not leads.
    pub blank_rows: u64,
    /// Quotes of CSV that are probably never closed.
    pub open_quotes: OpenQuotes,
    /// Lines that are not UTF-8 in a file that otherwise is, with what they say; they were read as Windows-1252.
    pub odd_lines: Counted,
    /// Odd places of JSON: half characters, numbers that are not numbers. With what was read there, or that it is
    /// unknown.
    pub odd_values: Counted<Text>,
    /// Lines of JSON that are not an object and were left out, with what they say.
    pub broken_rows: Counted,
    /// Rows that repeat the header, or are a line drawn under it: they are not leads.
    pub repeated_headers: Counted<()>,
    /// The last rows, if they do not look like leads. They are read like any other.
    pub odd_end: Option<OddEnd>,
    /// Merged cells of a sheet, of which only the first holds the value.
    pub merged_cells: Counted,
    /// Formulas of a sheet without a stored value, which are unknown.
    pub blank_formulas: Counted,
    /// Names that occur more than once in a JSON object, of which the last counts.
    pub repeated_names: Counted,
    /// Leads with a key that an earlier one has.
    pub repeated_keys: Counted,
    /// Leads without a key.
    pub keyless: Counted<()>,
    /// What was noticed about events, or about those nested in leads.
    pub events: Option<EventsReport>,
}

/// Rows at the end of a table that do not look like its leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OddEnd {
    /// Where the first of them is.
    pub place: Place,
    /// Its first filled cell.
    pub text: String,
    /// How many there are.
    pub rows: usize,
    /// Whether that cell says that it sums up the rows above; otherwise there is nothing beside it.
    pub is_total: bool,
}

/// What reading events noticed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventsReport {
    /// Events that could be read.
    pub rows: u64,
    /// The column that was taken to hold each event's own id, if any.
    pub number: Option<String>,
    /// By property id; for a file of events these are the report's own fields, and this is empty.
    pub properties: Vec<FieldReport>,
    /// Properties of nested events that no event has.
    pub missing_columns: Vec<MissingColumn>,
    /// How often each kind was seen, by its id.
    pub kinds: Vec<u64>,
    /// Kinds that the rules do not declare, the most frequent first.
    pub unknown_kinds: Vec<(String, u64)>,
    /// Rows of such kinds.
    pub unknown_kind_rows: u64,
    /// Rows left out because they do not say which lead they belong to.
    pub without_lead: Counted,
    /// Rows left out because they do not say what happened.
    pub without_kind: Counted<()>,
    /// Rows left out because their time can't be read.
    pub without_time: Counted,
    /// Entries of a lead's `events` that are not objects, which were left out.
    pub not_events: Counted,
}

impl ReadReport {
    /// Which names occur more than once in an object, and what became of them; `None` if there are none.
    #[must_use]
    pub fn repeated_names_said(&self) -> Option<Text> {
        let count = self.repeated_names.count;
        let example = |(place, name): &(Place, String)| {
            say!("{name} ({place})", name = format!("\"{}\"", shorten(name)), place = place.said())
        };
        let mut examples: Vec<Text> = self.repeated_names.examples.iter().map(example).collect();
        if count > examples.len() as u64 {
            examples.push(Text::verbatim("…"));
        }
        let examples = Text::row(examples, ", ");
        (count > 0).then(|| {
            say!(
                "{count} {count|name stands|names stand} twice in an object, of which the last value counts: {examples}",
                count,
                examples
            )
        })
    }

    /// Which values of JSON are odd, and which lines can't be read; empty if there are none.
    #[must_use]
    pub fn odd_json_said(&self) -> Vec<Text> {
        let one = |text: Text, place: &Place| say!("{text} ({place})", text, place = place.said());
        let whole = |(place, text): &(Place, String)| one(Text::verbatim(format!("\"{text}\"")), place);
        let (odd, broken) = (&self.odd_values, &self.broken_rows);
        let odd_said = say!(
            "{count} odd {count|value|values} in JSON: {named}",
            count = odd.count,
            named = listed(odd.examples.iter().map(|(place, text)| one(text.clone(), place)).collect(), odd.count)
        );
        let broken_said = say!(
            "{count} {count|line|lines} that can't be read as JSON, left out: {named}",
            count = broken.count,
            named = listed(broken.examples.iter().map(whole).collect(), broken.count)
        );
        let said = [(odd.count, odd_said), (broken.count, broken_said)];
        said.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect()
    }

    /// That the last rows do not look like leads.
    #[must_use]
    pub fn odd_end_said(&self) -> Option<Text> {
        let OddEnd { place, text, rows, is_total } = self.odd_end.as_ref()?;
        let (text, place) = (format!("\"{}\"", shorten(text)), place.said());
        Some(match rows {
            _ if *is_total => say!(
                "the last row looks like a total ({text}, {place}) and was read as any other: take it out if it is one",
                text,
                place
            ),
            1 => say!(
                "the last row looks like a line below the table ({text}, {place}) and was read as any other: take it out if it is one",
                text,
                place
            ),
            rows => say!(
                "the last {rows} rows look like lines below the table (from {text}, {place}) and were read as any other: take them \
                 out if they are",
                rows = *rows,
                text,
                place
            ),
        })
    }

    /// What the cells of a sheet do not say, though something is meant by them.
    #[must_use]
    pub fn odd_cells_said(&self) -> Vec<Text> {
        let named = |of: &Counted| {
            listed(of.examples.iter().map(|(_, cell)| Text::verbatim(cell.as_str())).collect(), of.count)
        };
        let (merged, formulas) = (&self.merged_cells, &self.blank_formulas);
        let merged_said = say!(
            "{count} merged {count|range|ranges}, of which only the first cell holds the value, and the others are unknown: {named}",
            count = merged.count,
            named = named(merged)
        );
        let formulas_said = say!(
            "{count} {count|formula|formulas} without a stored value, which is unknown (a spreadsheet program stores it when it saves \
             the file): {named}",
            count = formulas.count,
            named = named(formulas)
        );
        let said = [(merged.count, merged_said), (formulas.count, formulas_said)];
        said.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect()
    }

    /// All values that do not fit, of any field.
    #[must_use]
    pub fn invalid(&self) -> u64 {
        let nested = self.events.iter().flat_map(|events| &events.properties);
        self.fields.iter().chain(nested).map(|field| field.invalid.count).sum()
    }
}

/// The first of so many.
fn listed(mut first: Vec<Text>, count: u64) -> Text {
    if count > first.len() as u64 {
        first.push(Text::verbatim("…"));
    }
    Text::row(first, ", ")
}

/// A value as an example shows it: on one line, and not too long.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let plain = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = plain.clone().take(MOST).collect();
    if plain.count() > MOST {
        short.pop();
        short.push('…');
    }
    short
}
