//! In place of a format that is left out of the build: nothing is written in it.

use std::convert::Infallible;

use super::error::{Out, WriteError};
use super::layout::Layout;
use crate::columns::Results;

/// No file is ever begun.
pub(super) struct Writer(Infallible);

impl Writer {
    pub(super) fn new(_layout: &Layout, _out: Out) -> Result<Self, WriteError> {
        let said = "this build of leadrules leaves out Parquet, workbooks or both: take .csv, .ndjson or .json";
        Err(WriteError::Format(said.to_owned()))
    }

    pub(super) fn write(&mut self, _layout: &Layout, _results: &Results) -> Result<(), WriteError> {
        match self.0 {}
    }

    pub(super) fn finish(self) -> Result<(), WriteError> {
        match self.0 {}
    }
}
