//! Where results go, and why they could not be written. In: nothing; out: the errors of all formats.

use std::io::{self, Write};

/// What takes the bytes.
pub(super) type Out = Box<dyn Write + Send>;

/// Why results could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Writing to the file, the disk or the pipe failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A workbook can hold no more.
    #[error("an Excel sheet holds at most 1,048,576 rows, its header included; write .csv or .parquet instead")]
    TooManyRows,
    /// A workbook can hold no more.
    #[error("an Excel sheet holds at most 16,384 columns; write .csv or .parquet instead")]
    TooManyColumns,
    /// A cell of a workbook can hold no more.
    #[error("row {row}: a cell of an Excel sheet holds at most 32,767 characters; write .csv or .parquet instead")]
    TooLong {
        /// The row of the data, from 1.
        row: u64,
    },
    /// Anything else that a format refuses.
    #[error("{0}")]
    Format(String),
}
