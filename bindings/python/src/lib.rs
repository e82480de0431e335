//! The Python package `leadrules`: rules, scorers and scores as Python has them, over the library's facade. In: Python
//! values, paths, and tables by the Arrow C stream interface; out: the same. Nothing is parsed or scored here, and while
//! something is, Python's lock is free.

#![allow(clippy::doc_markdown, reason = "the docs of what Python sees are Python's")]

mod cell;
mod command;
mod difference;
mod error;
mod explanation;
mod ffi;
mod finding;
mod given;
mod instant;
mod json;
mod notes;
mod rules;
mod scorer;
mod scores;
mod summary;
mod tests;
mod threads;

use pyo3::prelude::*;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Lead scoring by a rule file: what is behind the package `leadrules`.
#[pymodule]
mod _leadrules {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::command::run;
    #[pymodule_export]
    use crate::difference::Difference;
    #[pymodule_export]
    use crate::error::{DataError, Error, RulesError, SqlError};
    #[pymodule_export]
    use crate::explanation::Explanation;
    #[pymodule_export]
    use crate::finding::Finding;
    #[pymodule_export]
    use crate::notes::{EventCounts, Unread};
    #[pymodule_export]
    use crate::rules::{Field, Rules, format};
    #[pymodule_export]
    use crate::scorer::Scorer;
    #[pymodule_export]
    use crate::scores::Scores;
    #[pymodule_export]
    use crate::summary::{Spread, Summary};
    #[pymodule_export]
    use crate::tests::{TestReport, TestResult};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        let usual = std::panic::take_hook();
        // Of a panic that becomes an error nothing is said but the error.
        std::panic::set_hook(Box::new(move |panic| {
            if !leadrules_engine::data::panics_are_errors() {
                usual(panic);
            }
        }));
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
