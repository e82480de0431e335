//! What changes between two rule sets. In: both, and perhaps leads; out: the program's text, and dicts.

use leadrules_decide::diff::{self, Moves, Possible};
use leadrules_engine::data::{Before, Fitness};
use leadrules_engine::run::Request;
use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;
use leadrules_language::page::Style;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::error;
use crate::explanation::to_python;
use crate::given::{Data, Terms};
use crate::threads::detached;

/// At most this many leads that move are shown in the text.
const SHOWN: usize = 10;

/// What changes between two rule sets. `str()` is what `leadrules diff` prints.
#[pyclass(frozen, module = "leadrules")]
#[derive(Debug)]
pub struct Difference {
    found: Found,
}

#[derive(Debug)]
enum Found {
    /// Of leads that could exist.
    Possible(Box<Possible>),
    /// Of leads that do.
    Moves(Box<Moves>),
}

impl Difference {
    pub fn possible(py: Python<'_>, old: &Rules, new: &Rules, as_of: Instant) -> PyResult<Self> {
        let possible = detached(py, |_| diff::possible(old, new, as_of))?;
        Ok(Self { found: Found::Possible(Box::new(possible)) })
    }

    pub fn moves(
        py: Python<'_>,
        old: &Rules,
        new: &Rules,
        as_of: Instant,
        data: Data,
        before: Before,
    ) -> PyResult<Self> {
        let terms = Terms { missing_is_unknown: false, max_invalid: Fitness::MAX_INVALID, before };
        let moves = detached(py, |_| {
            let data = data.on(&[new, old], as_of, terms).held().map_err(|failed| error::read(&failed))?;
            let request = |rules| Request { rule_points: true, ..data.request(rules, as_of) };
            diff::moves(&request(old), &request(new), &[], &mut |_| ())
                .map_err(|failed| PyValueError::new_err(failed.to_string()))
        })?;
        Ok(Self { found: Found::Moves(Box::new(moves?)) })
    }
}

#[pymethods]
impl Difference {
    /// Whether both give every lead the same stage and the same points: every lead that could exist, or, where leads were given,
    /// these. `None` if it was not decided.
    #[getter]
    fn same(&self) -> Option<bool> {
        match &self.found {
            Found::Possible(possible) => possible.same,
            Found::Moves(moves) => Some(moves.moved == 0 && moves.only_scores == 0),
        }
    }

    /// As dicts and lists, in the form of `leadrules diff --format json`. Numbers are `int` or `decimal.Decimal`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(
            py,
            match &self.found {
                Found::Possible(possible) => serde_json::to_string(possible),
                Found::Moves(moves) => serde_json::to_string(moves),
            },
        )
    }

    fn __str__(&self) -> String {
        let text = match &self.found {
            Found::Possible(possible) => diff::render_possible(possible, Style::default()),
            Found::Moves(moves) => diff::render(moves, SHOWN, Style::default()),
        };
        text.trim_end().to_owned()
    }

    fn __repr__(&self) -> &'static str {
        match self.same() {
            Some(true) => "<Difference: none>",
            Some(false) => "<Difference: leads are treated otherwise>",
            None => "<Difference: not decided>",
        }
    }
}
