//! Results as Parquet, with the types of the Arrow batches that are written.

use ::parquet::arrow::ArrowWriter;
use ::parquet::basic::Compression;
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use arrow_schema::SchemaRef;

use crate::columns::Results;

use super::arrow;
use super::error::{Out, WriteError};
use super::layout::Layout;

/// A Parquet file that grows batch by batch.
pub(super) struct Writer {
    schema: SchemaRef,
    writer: ArrowWriter<Out>,
}

impl Writer {
    /// A file with the columns of `layout`.
    pub(super) fn new(layout: &Layout, out: Out) -> Result<Self, WriteError> {
        let schema = arrow::schema(layout);
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer = ArrowWriter::try_new(out, schema.clone(), Some(properties)).map_err(failed)?;
        Ok(Self { schema, writer })
    }

    /// Writes a batch.
    pub(super) fn write(&mut self, layout: &Layout, results: &Results) -> Result<(), WriteError> {
        let batch = arrow::batch(layout, &self.schema, results)?;
        self.writer.write(&batch).map_err(failed)
    }

    /// Writes the end of the file.
    pub(super) fn finish(self) -> Result<(), WriteError> {
        self.writer.close().map(|_| ()).map_err(failed)
    }
}

fn failed(error: ParquetError) -> WriteError {
    match error {
        ParquetError::External(error) => match error.downcast::<std::io::Error>() {
            Ok(io) => WriteError::Io(*io),
            Err(other) => WriteError::Format(other.to_string()),
        },
        other => WriteError::Format(other.to_string()),
    }
}
