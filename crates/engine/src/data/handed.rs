//! Record batches that a program hands over: all at once, or as a stream that gives one after the other and is read only
//! once. In: a reader of batches; out: the batches, of a stream in pieces that several threads can share. Nothing is copied.

use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchOptions};
use arrow_schema::{Schema, SchemaRef};

use super::foreign::guarded;
use super::input::{Error, Reader};
use super::names;
use leadrules_language::words::{Text, say};

/// Rows of a piece of a stream: as many as of a Parquet file.
const ROWS: usize = 16_384;

/// What is said about a stream that ends before its end.
fn broken_off() -> Text {
    say!("the program that hands it over can't give all of it")
}

/// Batches on their way.
pub(super) struct Handed {
    reader: Reader,
    /// With names that tell all columns apart.
    pub(super) schema: SchemaRef,
    /// Which names are there again: the name, and what the column is called here.
    pub(super) repeated: Vec<(String, String)>,
    /// What is left of the last batch.
    rest: Option<RecordBatch>,
    /// The most rows of a piece.
    most: usize,
}

impl Handed {
    fn new(reader: Reader, most: usize) -> Self {
        let schema = reader.schema();
        let written: Vec<String> = schema.fields().iter().map(|field| field.name().clone()).collect();
        let (given, repeated) = names::header(&written);
        let is_new = |name: &String| repeated.iter().any(|(_, new)| new == name);
        let fields = schema.fields().iter().zip(given).map(|(field, name)| {
            if is_new(&name) { Arc::new(field.as_ref().clone().with_name(name)) } else { Arc::clone(field) }
        });
        let schema = if repeated.is_empty() {
            schema
        } else {
            Arc::new(Schema::new_with_metadata(fields.collect::<Vec<_>>(), schema.metadata().clone()))
        };
        Self { reader, schema, repeated, rest: None, most }
    }

    /// As they are.
    pub(super) fn whole(reader: Reader) -> Self {
        Self::new(reader, usize::MAX)
    }

    /// In pieces.
    pub(super) fn in_pieces(reader: Reader) -> Self {
        Self::new(reader, ROWS)
    }

    /// The next piece.
    pub(super) fn next(&mut self, name: &str) -> Result<Option<RecordBatch>, Error> {
        let batch = match self.rest.take() {
            Some(rest) => rest,
            None => match self.read(name)? {
                Some(batch) => batch,
                None => return Ok(None),
            },
        };
        if batch.num_rows() <= self.most {
            return Ok(Some(batch));
        }
        self.rest = Some(batch.slice(self.most, batch.num_rows() - self.most));
        Ok(Some(batch.slice(0, self.most)))
    }

    fn read(&mut self, name: &str) -> Result<Option<RecordBatch>, Error> {
        let broken = |cause| Error { cause: Some(Box::new(cause)), ..Error::new(name, broken_off()) };
        guarded(name, broken_off(), || {
            let Some(batch) = self.reader.next() else { return Ok(None) };
            let batch = batch.map_err(|cause| {
                Error::new(name, say!("{what}: {why}", what = broken_off(), why = cause.to_string()))
            })?;
            if self.repeated.is_empty() {
                return Ok(Some(batch));
            }
            let rows = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
            let (_, columns, _) = batch.into_parts();
            let renamed = RecordBatch::try_new_with_options(Arc::clone(&self.schema), columns, &rows);
            renamed.map(Some).map_err(broken)
        })
    }
}
