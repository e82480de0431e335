//! The program, as a command that the package carries. In: its arguments; out: its exit code.

use std::ffi::OsString;

use pyo3::prelude::*;

/// Runs the program `leadrules` with these arguments, its own name first, and returns its exit code. It takes the process
/// for its own; `python -m leadrules` is how it is meant to be called.
#[pyfunction]
pub fn run(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| leadrules::program(arguments))
}
