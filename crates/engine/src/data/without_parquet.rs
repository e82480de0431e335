//! In place of `parquet` if that is left out of the build: a file of this form is refused.

use std::convert::Infallible;
use std::sync::Arc;

use super::arrow::{ArrowFrame, Layout};
use super::input::{Chunks, Error};
use super::projection::ProjectedColumn;
use leadrules_language::words::say;

/// No file is ever opened.
#[derive(Clone)]
pub(super) struct ParquetFile {
    pub(super) layout: Arc<Layout>,
    never: Infallible,
}

/// Refuses it.
pub(super) fn open(
    path: &str,
    _chunks: Chunks,
    _wanted: &[ProjectedColumn],
    _events: Option<&[ProjectedColumn]>,
) -> Result<ParquetFile, Error> {
    Err(Error::new(
        path,
        say!("it is a Parquet file, which this build of leadrules leaves out: save it as .csv or .ndjson"),
    ))
}

impl ParquetFile {
    pub(super) fn groups(&self) -> usize {
        match self.never {}
    }

    pub(super) fn frames(&self, _group: usize) -> Result<std::iter::Empty<Result<ArrowFrame, Error>>, Error> {
        match self.never {}
    }

    pub(super) fn size(&self, _group: usize) -> u64 {
        match self.never {}
    }
}
