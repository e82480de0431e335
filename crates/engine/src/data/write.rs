//! Results to files. In: batches of [`Results`], in order; out: bytes in one of the [`Format`]s. [`Layout`] settles
//! which columns there are and what they are called; nothing is computed here.

mod arrow;
mod csv;
mod error;
mod excel;
mod json;
mod layout;
#[cfg_attr(not(feature = "parquet"), path = "write/left_out.rs")]
mod parquet;
mod table;
mod typed;
#[cfg_attr(not(feature = "sheets"), path = "write/left_out.rs", allow(clippy::duplicate_mod))]
mod xlsx;

use std::io::Write;

use crate::columns::Results;
use error::Out;

pub use arrow::{batch, schema};
pub use error::WriteError;
pub use layout::{Column, Explain, Layout, Pieces, Shown, What};
pub use table::Fit;

/// A form of results.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Comma-separated values: RFC 4180, a header, lines that end in `\n`.
    Csv,
    /// One JSON object per line.
    Ndjson,
    /// One JSON array.
    Json,
    /// Apache Parquet; points are `decimal(18, 2)`.
    Parquet,
    /// An Excel workbook.
    Xlsx,
    /// A table for reading.
    Table,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Csv, Self::Ndjson, Self::Json, Self::Parquet, Self::Xlsx, Self::Table];

    /// Whether it is for programs only, and would garble a terminal.
    #[must_use]
    pub fn is_binary(self) -> bool {
        match self {
            Self::Parquet | Self::Xlsx => true,
            Self::Csv | Self::Ndjson | Self::Json | Self::Table => false,
        }
    }
}

/// A batch as a format writes it. It is made independently of the file, so that several can be made in parallel.
#[derive(Debug)]
pub enum Encoded {
    /// Its bytes.
    Text(Vec<u8>),
    /// The batch itself, for formats whose batches depend on each other.
    Rows(Results),
}

/// Prepares a batch for a [`Writer`] of this format with these columns.
#[must_use]
pub fn encode(format: Format, layout: &Layout, results: Results) -> Encoded {
    let mut text = Vec::new();
    match format {
        Format::Csv if layout.is_for_excel() => excel::rows(layout, &results, &mut text),
        Format::Csv => csv::rows(layout, &results, &mut text),
        Format::Ndjson => json::rows(layout, &results, b"", b"\n", &mut text),
        Format::Json => json::rows(layout, &results, b",\n  ", b"", &mut text),
        Format::Parquet | Format::Xlsx | Format::Table => return Encoded::Rows(results),
    }
    Encoded::Text(text)
}

/// Writes batches of results, in order.
pub struct Writer {
    format: Format,
    layout: Layout,
    out: Sink,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("layout", &self.layout).finish_non_exhaustive()
    }
}

enum Sink {
    /// Lines.
    Text(Out),
    /// A JSON array, and whether there is anything in it yet.
    Array(Out, bool),
    Parquet(Box<parquet::Writer>),
    Xlsx(Box<xlsx::Writer>),
    Table(Out, table::Writer),
}

impl Writer {
    /// A writer to `out`. `fit` says how a table is fitted; other formats have no use for it.
    ///
    /// # Errors
    /// When the header can't be written.
    pub fn new(format: Format, layout: Layout, mut out: Out, fit: Fit) -> Result<Self, WriteError> {
        let out = match format {
            Format::Csv => {
                let mut buffer = Vec::new();
                if layout.is_for_excel() {
                    excel::header(&layout, &mut buffer);
                } else {
                    csv::header(&layout, &mut buffer);
                }
                out.write_all(&buffer)?;
                Sink::Text(out)
            }
            Format::Ndjson => Sink::Text(out),
            Format::Json => {
                out.write_all(b"[")?;
                Sink::Array(out, false)
            }
            Format::Parquet => Sink::Parquet(Box::new(parquet::Writer::new(&layout, out)?)),
            Format::Xlsx => Sink::Xlsx(Box::new(xlsx::Writer::new(&layout, out)?)),
            Format::Table => Sink::Table(out, table::Writer::new(fit)),
        };
        Ok(Self { format, layout, out })
    }

    /// Writes the next batch.
    ///
    /// # Errors
    /// When the file can't be written, or the format can't hold the rows.
    pub fn write(&mut self, results: Results) -> Result<(), WriteError> {
        let encoded = encode(self.format, &self.layout, results);
        self.write_encoded(encoded)
    }

    /// Writes the next batch, which [`encode`] prepared for this format and these columns.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn write_encoded(&mut self, encoded: Encoded) -> Result<(), WriteError> {
        let layout = &self.layout;
        match (&mut self.out, encoded) {
            (Sink::Text(out), Encoded::Text(text)) => out.write_all(&text)?,
            (Sink::Array(out, rows), Encoded::Text(text)) => {
                // The first object of the array has no comma before it.
                let first = usize::from(!*rows && !text.is_empty());
                out.write_all(&text[first..])?;
                *rows |= first == 1;
            }
            (Sink::Parquet(writer), Encoded::Rows(results)) => writer.write(layout, &results)?,
            (Sink::Xlsx(writer), Encoded::Rows(results)) => writer.write(layout, &results)?,
            (Sink::Table(_, table), Encoded::Rows(results)) => table.write(layout, &results),
            (Sink::Text(_) | Sink::Array(..), Encoded::Rows(_))
            | (Sink::Parquet(_) | Sink::Xlsx(_) | Sink::Table(..), Encoded::Text(_)) => {
                return Err(WriteError::Format("a batch was made ready for another format".to_owned()));
            }
        }
        Ok(())
    }

    /// Writes what is left. Without this the file is incomplete.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn finish(self) -> Result<(), WriteError> {
        match self.out {
            Sink::Text(mut out) => out.flush()?,
            Sink::Array(mut out, filled) => {
                out.write_all(if filled { b"\n]\n" } else { b"]\n" })?;
                out.flush()?;
            }
            Sink::Parquet(writer) => writer.finish()?,
            Sink::Xlsx(writer) => writer.finish()?,
            Sink::Table(mut out, table) => {
                out.write_all(table.finish(&self.layout).as_bytes())?;
                out.flush()?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
