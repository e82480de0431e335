//! Where results go, and why they could not be written. In: nothing; out: the errors of all formats.

use std::io::{self, Write};

use leadrules_language::words::{Text, say};

/// What takes the bytes.
pub(super) type Out = Box<dyn Write + Send>;

/// Why results could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.said())]
pub enum WriteError {
    /// Writing to the file, the disk or the pipe failed.
    Io(#[from] io::Error),
    /// A workbook can hold no more.
    TooManyRows,
    /// A workbook can hold no more.
    TooManyColumns,
    /// A cell of a workbook can hold no more.
    TooLong {
        /// The row of the data, from 1.
        row: u64,
    },
    /// Anything else that a format refuses.
    Format(String),
}

impl WriteError {
    /// Why, in no language yet.
    #[must_use]
    pub fn said(&self) -> Text {
        match self {
            Self::Io(error) => Text::verbatim(error.to_string()),
            Self::TooManyRows => say!(
                "an Excel sheet holds at most {rows} rows, its header included; write .csv or .parquet instead",
                rows = 1_048_576_u64
            ),
            Self::TooManyColumns => say!(
                "an Excel sheet holds at most {columns} columns; write .csv or .parquet instead",
                columns = 16_384_u64
            ),
            Self::TooLong { row } => say!(
                "row {row}: a cell of an Excel sheet holds at most {characters} characters; write .csv or .parquet instead",
                row = row.to_string(),
                characters = 32_767_u64
            ),
            Self::Format(what) => Text::verbatim(what.as_str()),
        }
    }
}

impl From<WriteError> for Text {
    fn from(error: WriteError) -> Self {
        error.said()
    }
}
