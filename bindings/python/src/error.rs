//! What can go wrong, as exceptions. In: errors of the library; out: exceptions that read as the program's messages.

use leadrules::{ErrorKind, Findings};
use leadrules_engine::data;
use leadrules_engine::run;
use pyo3::create_exception;
use pyo3::exceptions::{PyException, PyFileNotFoundError, PyOSError, PyValueError};
use pyo3::prelude::*;

use crate::finding;

create_exception!(leadrules, Error, PyException, "What can go wrong here: the base of the other errors.");
create_exception!(
    leadrules,
    RulesError,
    Error,
    "The rules have errors. Its text is what `leadrules check` prints; `findings` has them as objects."
);
create_exception!(
    leadrules,
    DataError,
    Error,
    "Leads or events can't be read, or are not what the rules are about, so that leads would be scored as blank."
);
create_exception!(
    leadrules,
    SqlError,
    Error,
    "The dialect can't do in the same way what the rules ask. Its text names everything that stands in the way."
);

/// The rules have errors.
pub fn rules(py: Python<'_>, findings: &Findings) -> PyErr {
    let error = RulesError::new_err(findings.to_string().trim_end().to_owned());
    match finding::list(py, findings).and_then(|list| error.value(py).setattr("findings", list)) {
        Ok(()) => error,
        Err(other) => other,
    }
}

/// An error of the facade.
pub fn facade(py: Python<'_>, error: &leadrules::Error) -> PyErr {
    let said = error.to_string();
    match error.kind() {
        ErrorKind::Rules => {
            let cause = std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<Findings>());
            cause.map_or_else(|| RulesError::new_err(said), |findings| rules(py, findings))
        }
        ErrorKind::NotFound => PyFileNotFoundError::new_err(said),
        ErrorKind::Instant => PyValueError::new_err(said),
        ErrorKind::Refused => SqlError::new_err(said),
        _ => DataError::new_err(said),
    }
}

/// An error of reading.
pub fn read(error: &data::Error) -> PyErr {
    let cause = error.cause.as_ref().and_then(|cause| cause.downcast_ref::<std::io::Error>());
    match cause.map(std::io::Error::kind) {
        Some(std::io::ErrorKind::NotFound) => PyFileNotFoundError::new_err(error.to_string()),
        _ => DataError::new_err(error.to_string()),
    }
}

/// An error of a run.
pub fn run(error: &run::Error) -> PyErr {
    match error {
        run::Error::Read(error) => read(error),
        run::Error::NoEvents { leads } => DataError::new_err(format!(
            "the rules use events, but {leads} holds none and no events were given: give them as `events`, or say \
             `events=False` (then nothing is known of what leads did)"
        )),
        run::Error::Write(error) => PyOSError::new_err(error.to_string()),
    }
}
