//! The instant from which leads are seen. In: a text, a day or a time of Python; out: the library's instant.

use leadrules::{AsOf, RuleSet};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::error;

/// The instant that is meant: a day is its last microsecond in the time zone of the rules, and a time without an offset is a
/// time there.
pub fn of(rules: &RuleSet, given: &Bound<'_, PyAny>) -> PyResult<AsOf> {
    let py = given.py();
    let text = if let Ok(text) = given.extract::<String>() {
        text
    } else if let Some(said) = given.getattr_opt("isoformat")? {
        said.call0()?.extract()?
    } else {
        let what = given.get_type().name()?;
        return Err(PyTypeError::new_err(format!(
            "`as_of` is a text like \"2026-11-23\", a date or a datetime, not {what}"
        )));
    };
    rules.as_of(&text).map_err(|failed| error::facade(py, &failed))
}

/// The same; now, if none is given.
pub fn or_now(rules: &RuleSet, given: Option<&Bound<'_, PyAny>>) -> PyResult<AsOf> {
    // The binding is where the clock comes in; the library stays without.
    #[expect(clippy::disallowed_methods, reason = "whoever asks without an instant asks about now")]
    given.map_or_else(|| Ok(std::time::SystemTime::now().into()), |given| of(rules, given))
}
