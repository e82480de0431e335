//! Cells of scores as Python values. In: an array that the engine made, and a row; out: a text, points, a count, or a list.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, UInt16Type, UInt32Type};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use leadrules_language::decimal::Points;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::json::decimal;

/// The value of a row: `None`, a `str`, a `Decimal`, an `int`, or of `why` a list of dicts.
pub fn value<'py>(py: Python<'py>, array: &ArrayRef, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if array.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    match array.data_type() {
        DataType::Decimal128(..) => {
            let hundredths = array.as_primitive::<Decimal128Type>().value(row);
            decimal(py, &Points(i64::try_from(hundredths).unwrap_or(i64::MAX)).to_string())
        }
        DataType::UInt32 => Ok(array.as_primitive::<UInt32Type>().value(row).into_pyobject(py)?.into_any()),
        DataType::List(_) => {
            let given = array.as_list::<i32>().value(row);
            let given = given.as_struct();
            let list = PyList::empty(py);
            for at in 0..given.len() {
                let one = PyDict::new(py);
                for (name, column) in given.column_names().into_iter().zip(given.columns()) {
                    one.set_item(name, value(py, column, at)?)?;
                }
                list.append(one)?;
            }
            Ok(list.into_any())
        }
        DataType::Dictionary(..) => {
            let coded = array.as_dictionary::<UInt16Type>();
            let text = coded.values().as_string::<i32>().value(usize::from(coded.keys().value(row)));
            Ok(text.into_pyobject(py)?.into_any())
        }
        _ => Ok(array.as_string::<i32>().value(row).into_pyobject(py)?.into_any()),
    }
}
