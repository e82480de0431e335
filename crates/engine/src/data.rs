//! Files from and to columns: leads and events in CSV, JSON, NDJSON, Parquet and spreadsheets, packed or not. In: an
//! [`Input`] and the rules that say what its columns mean; out: batches of typed columns in the order of the file, and a
//! [`ReadReport`] of what did not fit. This is the only room that opens files.
//!
//! ```text
//! Input ──input──▶ text, Parquet or sheet ──opening──▶ blocks ──csv, json, …──▶ frames of cells
//!                                                               ──decode──▶ columns ──leads, events──▶ batches
//! ```

mod arrow;
mod before;
mod blocks;
pub mod cell;
mod cells;
mod check;
mod csv;
mod decode;
mod dialect;
mod events;
mod fit;
mod fitness;
mod foreign;
mod frame;
mod handed;
mod header;
mod input;
mod json;
mod leads;
mod memo;
mod merge;
mod names;
mod no_table;
mod opening;
mod ordered_map;
mod packed;
#[cfg_attr(not(feature = "parquet"), path = "data/without_parquet.rs")]
mod parquet;
mod pipeline;
mod projection;
mod repeats;
mod report;
#[cfg_attr(not(feature = "sheets"), path = "data/without_sheets.rs")]
mod sheet;
mod simd;
mod source;
mod table;
mod thousands;
mod utf8;
pub mod write;

pub use before::{Before, StagesBefore};
pub(crate) use check::Noun;
pub use check::{check, findings};
pub(crate) use decode::{gather, key_column};
pub use dialect::{Dialect, Format, HeaderAt, LineEnds, Packing};
pub use events::{EventReader, read_events};
pub use fitness::{Asker, Fitness};
pub use foreign::panics_are_errors;
pub use input::{Error, Held, Input, ReadOptions};
pub(crate) use leads::key_texts;
pub use leads::{LeadParser, LeadReader, OneLead, leads_from_batches, leads_from_json, read_leads};
pub use pipeline::{Batches, Pipeline, Position};
pub(crate) use repeats::{Keys, Seen};
pub use report::{
    Counted, EXAMPLES, EventsReport, FieldReport, Misfit, MissingColumn, OddEnd, OpenQuotes, Place, ReadReport,
};
pub use table::{Columns, Table, read_columns, read_table};
pub use thousands::Thousands;

#[cfg(test)]
mod tests;
