//! Leads as Python has them, as lines of JSON, so that a value means the same wherever it comes from. In: mappings of names to
//! values; out: text.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyFloat, PyInt, PyIterator, PyList, PyMapping, PyString, PyTuple, PyType};

/// Each of these as an object on a line of its own.
pub fn lines(leads: Bound<'_, PyIterator>, name: &str) -> PyResult<String> {
    let mut text = String::new();
    for (at, lead) in leads.enumerate() {
        let place = || format!("{name}, row {}", at + 1);
        write(&lead?, &mut text, &place)?;
        text.push('\n');
    }
    Ok(text)
}

/// One lead as an object.
pub fn object(lead: &Bound<'_, PyAny>) -> PyResult<String> {
    let mut text = String::new();
    write(lead, &mut text, &|| "the lead".to_owned())?;
    Ok(text)
}

fn write(lead: &Bound<'_, PyAny>, text: &mut String, place: &dyn Fn() -> String) -> PyResult<()> {
    let Ok(mapping) = lead.cast::<PyMapping>() else {
        let kind = lead.get_type().name()?;
        return Err(PyTypeError::new_err(format!(
            "{}: it is of type {kind}, and a lead is a mapping of names to values",
            place()
        )));
    };
    fields(mapping, text, place, &mut Vec::new())
}

/// The names that lead to a value.
type Path = Vec<String>;

fn fields(
    mapping: &Bound<'_, PyMapping>,
    text: &mut String,
    place: &dyn Fn() -> String,
    path: &mut Path,
) -> PyResult<()> {
    text.push('{');
    for (at, item) in mapping.items()?.iter().enumerate() {
        let (name, value) = item.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
        let Ok(name) = name.cast::<PyString>() else {
            return Err(PyTypeError::new_err(format!("{}: the name {} is no text", place(), name.repr()?)));
        };
        if at > 0 {
            text.push(',');
        }
        path.push(name.to_string_lossy().into_owned());
        quoted(name, text, place, path)?;
        text.push(':');
        self::value(&value, text, place, path)?;
        path.pop();
    }
    text.push('}');
    Ok(())
}

fn value(value: &Bound<'_, PyAny>, text: &mut String, place: &dyn Fn() -> String, path: &mut Path) -> PyResult<()> {
    let py = value.py();
    if value.is_none() {
        text.push_str("null");
    } else if let Ok(string) = value.cast::<PyString>() {
        quoted(string, text, place, path)?;
    } else if let Ok(truth) = value.cast::<PyBool>() {
        text.push_str(if truth.is_true() { "true" } else { "false" });
    } else if value.is_instance_of::<PyInt>() {
        // The number itself, whatever a subclass says of it.
        text.push_str(&value.call_method0(intern!(py, "__int__"))?.str()?.to_string_lossy());
    } else if let Ok(float) = value.cast::<PyFloat>() {
        number(float.extract()?, text);
    } else if value.is_instance(class(py, &DECIMAL, "decimal", "Decimal")?)? {
        let digits = value.str()?;
        let is_number: bool = value.call_method0(intern!(py, "is_finite"))?.extract()?;
        let is_nothing: bool = value.call_method0(intern!(py, "is_nan"))?.extract()?;
        match (is_number, is_nothing) {
            (true, _) => text.push_str(&digits.to_string_lossy()),
            (false, true) => text.push_str("null"),
            (false, false) => quoted(&digits, text, place, path)?,
        }
    } else if value.is_instance(class(py, &DATE, "datetime", "date")?)? {
        // What is not equal to itself is no time: pandas' NaT.
        if value.eq(value)? {
            quoted(value.call_method0(intern!(py, "isoformat"))?.cast()?, text, place, path)?;
        } else {
            text.push_str("null");
        }
    } else if let Ok(mapping) = value.cast::<PyMapping>() {
        fields(mapping, text, place, path)?;
    } else if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        text.push('[');
        for (at, item) in value.try_iter()?.enumerate() {
            if at > 0 {
                text.push(',');
            }
            self::value(&item?, text, place, path)?;
        }
        text.push(']');
    } else if value.is_instance(class(py, &UUID, "uuid", "UUID")?)? {
        quoted(&value.str()?, text, place, path)?;
    } else if let Some(plain) = plain(value)? {
        self::value(&plain, text, place, path)?;
    } else {
        let (kind, path) = (value.get_type().name()?, path.join("."));
        return Err(PyTypeError::new_err(format!(
            "{}, `{path}`: a value of type {kind} can't be read; give a text, a number, a truth value, a date, a time, or a \
             list of them",
            place()
        )));
    }
    Ok(())
}

/// What a value of NumPy or pandas is in Python.
fn plain<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    if value.get_type().name()? == "NAType" {
        return Ok(Some(value.py().None().into_bound(value.py())));
    }
    if !value.hasattr("dtype")? {
        return Ok(None);
    }
    value.call_method0("tolist").map(Some)
}

fn number(value: f64, text: &mut String) {
    if value.is_nan() {
        text.push_str("null");
    } else if value.is_infinite() {
        // No number for rules, and counted as such.
        text.push_str(if value > 0.0 { "\"inf\"" } else { "\"-inf\"" });
    } else {
        text.push_str(&serde_json::Value::from(value).to_string());
    }
}

fn quoted(string: &Bound<'_, PyString>, text: &mut String, place: &dyn Fn() -> String, path: &Path) -> PyResult<()> {
    let Ok(string) = string.to_cow() else {
        let path = path.join(".");
        return Err(PyValueError::new_err(format!(
            "{}, `{path}`: the text holds half a character (a surrogate)",
            place()
        )));
    };
    text.push_str(&serde_json::Value::from(string).to_string());
    Ok(())
}

static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static DATE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static UUID: PyOnceLock<Py<PyType>> = PyOnceLock::new();

fn class<'py>(
    py: Python<'py>,
    known: &'static PyOnceLock<Py<PyType>>,
    module: &str,
    name: &str,
) -> PyResult<&'py Bound<'py, PyType>> {
    known.import(py, module, name)
}

/// Points as Python's `Decimal`.
pub fn decimal<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    class(py, &DECIMAL, "decimal", "Decimal")?.call1((text,))
}
