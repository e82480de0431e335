//! Scored leads. In: batches of results; out: the same to whoever speaks Arrow, as dicts, and as a table in a notebook.

use std::fmt::Write as _;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::SchemaRef;
use arrow_schema::ffi::FFI_ArrowSchema;
use leadrules_engine::data::write::{self, Explain, Layout};
use leadrules_engine::run::RunReport;
use leadrules_language::ir::Rules;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};

use crate::summary::Summary;
use crate::{cell, error, ffi};

/// At most this many leads are shown in a notebook.
const SHOWN: usize = 10;

/// Scored leads: one row for each, in the order of the data.
///
/// The columns are the key (text), each score (`decimal(18, 2)`), each label and `stage` (dictionaries of texts), `excluded`
/// (why, for those that are), and with `rules` what each rule gave. Points are never floating point.
///
/// It speaks Arrow itself: `polars.DataFrame(scores)`, `pyarrow.table(scores)`, or in DuckDB `SELECT … FROM scores`, any number
/// of times.
#[pyclass(frozen, module = "leadrules")]
#[derive(Debug)]
pub struct Scores {
    pub schema: SchemaRef,
    pub batches: Vec<RecordBatch>,
    pub summary: Py<Summary>,
    /// What came out for accounts; `None` where rules say nothing about them, and of accounts themselves.
    pub accounts: Option<Py<Self>>,
}

impl Scores {
    /// What came out for the accounts of a run, if its rules say anything about them.
    pub fn of_accounts(py: Python<'_>, rules: &Rules, report: &RunReport, explain: Explain) -> PyResult<Option<Self>> {
        let Some((about, found)) = rules.accounts.as_ref().zip(report.accounts.as_ref()) else { return Ok(None) };
        let layout = Layout::of_accounts(about, explain);
        let schema = write::schema(&layout);
        let batches = found.results.iter().map(|results| write::batch(&layout, &schema, results));
        let batches = batches.collect::<Result<_, _>>().map_err(|failed| error::run(&failed.into()))?;
        let summary = Py::new(py, Summary::of_accounts(py, rules, report, (about, found))?)?;
        Ok(Some(Self { schema, batches, summary, accounts: None }))
    }

    fn rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    /// The first rows, cell by cell.
    fn first<'py>(&self, py: Python<'py>, count: usize) -> PyResult<Vec<Vec<Bound<'py, PyAny>>>> {
        let rows = self.batches.iter().flat_map(|batch| (0..batch.num_rows()).map(move |row| (batch, row)));
        let cells = |(batch, row): (&RecordBatch, usize)| {
            batch.columns().iter().map(|column| cell::value(py, column, row)).collect()
        };
        rows.take(count).map(cells).collect()
    }
}

#[pymethods]
impl Scores {
    /// How many leads there are at each stage, how scores are spread, what could not be read; its text is the program's.
    #[getter]
    fn summary(&self, py: Python<'_>) -> Py<Summary> {
        self.summary.clone_ref(py)
    }

    /// What came out for accounts, one row for each: first those that were given, in their order, then those that only leads name. As
    /// for leads, with a column `leads` that says how many an account has. `None` if the rules say nothing about accounts.
    #[getter]
    fn accounts(&self, py: Python<'_>) -> Option<Py<Self>> {
        self.accounts.as_ref().map(|accounts| accounts.clone_ref(py))
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.names()
    }

    fn __len__(&self) -> usize {
        self.rows()
    }

    fn __repr__(&self) -> String {
        format!("<Scores of {} {}: {}>", self.rows(), self.summary.get().many(), self.names().join(", "))
    }

    /// The Arrow C stream interface: a new stream with each call. What schema is asked for makes no difference.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = RecordBatchIterator::new(self.batches.clone().into_iter().map(Ok), self.schema.clone());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), ffi::STREAM)
    }

    /// The Arrow C schema interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref())
            .map_err(|error| pyo3::exceptions::PyValueError::new_err(error.to_string()))?;
        PyCapsule::new_with_value(py, schema, ffi::SCHEMA)
    }

    /// As a `pandas.DataFrame`; points are `decimal.Decimal`. Needs pandas and PyArrow.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Self::to_arrow(slf)?.call_method0("to_pandas")
    }

    /// As a `polars.DataFrame`. Needs Polars.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("polars")?.call_method1("DataFrame", (slf,))
    }

    /// As a `pyarrow.Table`. Needs PyArrow.
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("pyarrow")?.call_method1("table", (slf,))
    }

    /// As a list of dicts; points are `decimal.Decimal`. Needs nothing else.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let names = self.names();
        let list = PyList::empty(py);
        for row in self.first(py, usize::MAX)? {
            let dict = PyDict::new(py);
            for (name, value) in names.iter().zip(row) {
                dict.set_item(name, value)?;
            }
            list.append(dict)?;
        }
        Ok(list)
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let mut html = String::from("<table><thead><tr>");
        for name in self.names() {
            let _ = write!(html, "<th>{}</th>", escaped(&name));
        }
        html += "</tr></thead><tbody>";
        for row in self.first(py, SHOWN)? {
            html += "<tr>";
            for cell in row {
                let text = if cell.is_none() { String::new() } else { cell.str()?.to_string() };
                let _ = write!(html, "<td>{}</td>", escaped(&text));
            }
            html += "</tr>";
        }
        html += "</tbody></table>";
        let (rows, stages) = (self.rows(), self.summary.get().by_stage(py)?);
        let stages: Vec<String> = stages.iter().map(|(stage, count)| format!("{} {count}", escaped(stage))).collect();
        let more = if rows > SHOWN { format!(", {SHOWN} of them shown") } else { String::new() };
        let many = self.summary.get().many();
        let _ = write!(html, "<p>{rows} {many}{more}: {}</p>", stages.join(", "));
        Ok(html)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
