//! Why a lead has its scores and its stage. In: the library's explanation; out: the program's text, and dicts.

use leadrules_language::explain::{self, Explanation as Explained};
use leadrules_language::page::Style;
use pyo3::prelude::*;

/// Why a lead has its scores and its stage. `str()` is what `leadrules explain` prints.
#[pyclass(frozen, module = "leadrules")]
#[derive(Debug)]
pub struct Explanation {
    explained: Explained,
}

impl Explanation {
    pub fn new(explained: Explained) -> Self {
        Self { explained }
    }
}

#[pymethods]
impl Explanation {
    /// The lead's key; `None` if it has none.
    #[getter]
    fn key(&self) -> Option<&str> {
        self.explained.key.as_deref()
    }

    /// The lead's stage.
    #[getter]
    fn stage(&self) -> &str {
        &self.explained.stage
    }

    /// As dicts and lists, in the form of `leadrules explain --format json`. Points and other numbers are `int` or
    /// `decimal.Decimal`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, serde_json::to_string(&self.explained))
    }

    fn __str__(&self) -> String {
        explain::render(&self.explained, Style::default()).trim_end().to_owned()
    }

    fn __repr__(&self) -> String {
        format!("<Explanation of {}: {}>", self.explained.key.as_deref().unwrap_or("a lead"), self.explained.stage)
    }
}

/// JSON as Python values, whose numbers are exact.
pub fn to_python(py: Python<'_>, json: serde_json::Result<String>) -> PyResult<Bound<'_, PyAny>> {
    let json = json.map_err(|error| pyo3::exceptions::PyValueError::new_err(error.to_string()))?;
    let options = pyo3::types::PyDict::new(py);
    options.set_item("parse_float", py.import("decimal")?.getattr("Decimal")?)?;
    py.import("json")?.call_method("loads", (json,), Some(&options))
}
