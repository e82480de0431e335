//! Data as it is, before any rules say what its columns mean: for making a first rule file. In: a file; out: the names
//! of its columns, and its cells, batch by batch. Nothing is converted here.

use super::cell::Cell;
use super::decode::RowSet;
use super::dialect::Dialect;
use super::frame::Frame;
use super::input::{Error, Input, ReadOptions};
use super::merge;
use super::opening;
use super::pipeline::{Decode, Decoded, Pipeline};
use super::projection::ProjectedColumn;
use super::projection::{Header, Projection};
use super::report::ReadReport;
use super::source::{About, Source};

/// The columns of a file.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// How the file is written.
    pub dialect: Dialect,
    /// The names of its columns; of JSON, those in its first part.
    pub names: Vec<String>,
    /// The names in the events nested in its rows, if there are any.
    pub nested: Option<Vec<String>>,
}

/// Finds the columns of a file.
///
/// # Errors
/// When it can't be read.
pub fn read_columns(input: &Input, options: &ReadOptions) -> Result<Columns, Error> {
    let source = opening::open(
        input,
        options,
        &Projection { events: Some(Vec::new()), header: Header::Looks, ..Projection::default() },
    )?;
    let nested = source.has_events.then_some(source.event_columns);
    let mut names = source.columns;
    // What Salesforce adds to each record: its kind, and where it can be fetched.
    let of_record = ["attributes.type", "attributes.url"];
    if of_record.iter().all(|of_record| names.iter().any(|name| name == of_record)) {
        names.retain(|name| !of_record.contains(&name.as_str()));
    }
    Ok(Columns { dialect: source.dialect, names, nested })
}

/// A batch of rows as they are.
pub struct Table<'t> {
    frame: &'t Frame<'t>,
}

impl Table<'_> {
    /// How many rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.frame.rows()
    }

    /// Gives the cell of each row of a column, in their order.
    pub fn each(&self, column: usize, mut give: impl FnMut(usize, &Cell<'_>)) {
        match self.frame.cells(column) {
            Some(cells) => cells.each(RowSet::All(self.rows()), |row, cell| give(row, &cell)),
            None => (0..self.rows()).for_each(|row| give(row, &Cell::Missing)),
        }
    }

    /// The events nested in the rows.
    pub fn nested<R>(&self, look: impl FnOnce(&Table<'_>) -> R) -> Option<R> {
        self.frame.events().map(|(events, _)| look(&Table { frame: &events }))
    }
}

/// What a caller makes of a table.
struct TableDecoder<F>(F);

impl<P: Send, F: Fn(&Table<'_>) -> P + Sync> Decoded for TableDecoder<F> {
    type Batch = P;
}

impl<P: Send, F: Fn(&Table<'_>) -> P + Sync> Decode for TableDecoder<F> {
    type Noticed = ();
    type Report = ReadReport;

    fn decode(&self, frame: &Frame<'_>) -> (Option<P>, ()) {
        (Some((self.0)(&Table { frame })), ())
    }

    fn merge(&self, report: &mut ReadReport, (): (), about: &About) {
        report.rows += about.rows;
        merge::merge_about(report, &mut merge::SeenNames::default(), about);
    }

    fn place(&self, _: &mut ReadReport, _: &mut P, _: u64) {}

    fn needs_places(&self) -> bool {
        false
    }

    fn finish(&self, _: &mut ReadReport, _: &Source) -> Result<(), Error> {
        Ok(())
    }
}

/// Reads a file with these columns. `work` sees the batches, several at a time; `sink` gets the results, in the order
/// of the file. The report says what was noticed about whole rows; it knows nothing about fields.
///
/// # Errors
/// When it can't be read to its end.
pub fn read_table<P: Send>(
    input: &Input,
    options: &ReadOptions,
    columns: &Columns,
    work: impl Fn(&Table<'_>) -> P + Sync,
    mut sink: impl FnMut(P),
) -> Result<ReadReport, Error> {
    let wanted = |names: &[String]| -> Vec<ProjectedColumn> {
        names
            .iter()
            .map(|name| ProjectedColumn { names: vec![name.clone()], exact: true, ..ProjectedColumn::default() })
            .collect()
    };
    let events = columns.nested.as_ref().map(|names| wanted(names));
    // The names are those of the header that was found.
    let header_row = columns.dialect.header.map(|header| header.row).or(options.header_row);
    let options = ReadOptions { header_row, ..options.clone() };
    let asked = Projection { wanted: wanted(&columns.names), events, header: Header::First };
    let source = opening::open(input, &options, &asked)?;
    let report = merge::start_report(&source, 0);
    let mut table = Pipeline::new(source, TableDecoder(work), report);
    table.by_ref().try_for_each(|batch| batch.map(&mut sink))?;
    Ok(table.report)
}
