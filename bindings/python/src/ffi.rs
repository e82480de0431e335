//! Tables of other programs, by the Arrow C stream interface. In: a Python object that gives a capsule with a stream; out:
//! its batches, as they are in memory. The only file of the binding with unsafe code.

use std::ptr::NonNull;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, ArrayReader, ArrayRef, RecordBatch, RecordBatchOptions, RecordBatchReader};
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods, PyIterator};

use crate::error::DataError;

/// What a capsule with a stream is called.
pub const STREAM: &std::ffi::CStr = c"arrow_array_stream";
/// What a capsule with a schema is called.
pub const SCHEMA: &std::ffi::CStr = c"arrow_schema";

/// The batches that an object gives, if it gives any; `name` is what messages call it.
pub fn stream(object: &Bound<'_, PyAny>, name: &str) -> PyResult<Option<Box<dyn RecordBatchReader + Send>>> {
    if !object.hasattr("__arrow_c_stream__")? {
        return Ok(None);
    }
    if object.hasattr("iter_slices")?
        && let Some(slices) = Slices::new(object, name)?
    {
        return Ok(Some(Box::new(slices)));
    }
    Ok(Some(Box::new(Rows::new(object, name)?)))
}

/// The rows of a stream of structs.
struct Rows {
    schema: SchemaRef,
    reader: ArrayStreamReader,
}

impl Rows {
    fn new(object: &Bound<'_, PyAny>, name: &str) -> PyResult<Self> {
        let given = object.call_method0("__arrow_c_stream__")?;
        let capsule = given
            .cast::<PyCapsule>()
            .map_err(|_| PyTypeError::new_err(format!("{name}: its `__arrow_c_stream__` gives no capsule")))?;
        let stream: NonNull<FFI_ArrowArrayStream> = capsule.pointer_checked(Some(STREAM))?.cast();
        // SAFETY: a capsule of this name holds a stream, by the Arrow PyCapsule interface, and lives until the end of this
        // function. What is taken leaves a released stream behind, which the capsule does not release again.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) };
        if stream.release().is_none() {
            let what = format!("{name}: it is a stream, which can be read only once, and it was read before");
            return Err(DataError::new_err(what));
        }
        let reader = ArrayStreamReader::try_new(stream)
            .map_err(|cause| DataError::new_err(format!("{name}: it can't be read: {cause}")))?;
        let kind = reader.field().data_type();
        let DataType::Struct(fields) = kind else {
            return Err(DataError::new_err(format!("{name}: it is no table with columns that have names, but {kind}")));
        };
        Ok(Self { schema: Arc::new(Schema::new(fields.clone())), reader })
    }
}

impl Iterator for Rows {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = |array: ArrayRef| {
            if array.null_count() > 0 {
                let what = "a whole row is null, which is no lead and no event";
                return Err(ArrowError::InvalidArgumentError(what.to_owned()));
            }
            let rows = RecordBatchOptions::new().with_row_count(Some(array.len()));
            let columns = array.as_struct().columns().to_vec();
            RecordBatch::try_new_with_options(Arc::clone(&self.schema), columns, &rows)
        };
        Some(self.reader.next()?.and_then(batch))
    }
}

impl RecordBatchReader for Rows {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}

/// The slices of a Polars frame, one after the other: given as a whole, the chunks of a frame that has several would first be put
/// together, which is a copy of it.
struct Slices {
    open: Rows,
    rest: Py<PyIterator>,
    name: String,
}

/// The most rows of a slice.
const SLICE: usize = 65_536;

impl Slices {
    /// None of a frame without rows.
    fn new(frame: &Bound<'_, PyAny>, name: &str) -> PyResult<Option<Self>> {
        let mut slices = frame.call_method1("iter_slices", (SLICE,))?.try_iter()?;
        let Some(first) = slices.next() else { return Ok(None) };
        Ok(Some(Self { open: Rows::new(&first?, name)?, rest: slices.unbind(), name: name.to_owned() }))
    }

    /// Opens the next slice, if there is one.
    fn open(&mut self) -> Option<PyResult<()>> {
        Python::attach(|py| {
            let slice = self.rest.bind(py).clone().next()?;
            Some(slice.and_then(|slice| Rows::new(&slice, &self.name)).map(|rows| self.open = rows))
        })
    }
}

impl Iterator for Slices {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(batch) = self.open.next() {
                return Some(batch);
            }
            if let Err(error) = self.open()? {
                return Some(Err(ArrowError::ExternalError(Box::new(error))));
            }
        }
    }
}

impl RecordBatchReader for Slices {
    fn schema(&self) -> SchemaRef {
        self.open.schema()
    }
}
