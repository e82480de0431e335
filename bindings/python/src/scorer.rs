//! Rules made ready for an instant. In: leads and events, as tables, dicts or files; out: scores, or why one lead has them.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use arrow_array::RecordBatch;
use leadrules::{AsOf, RuleSet, ScoredLead};
use leadrules_engine::columns::Results;
use leadrules_engine::data::write::{self, Explain, Layout, WriteError};
use leadrules_engine::run::{self, Request, RunReport};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyList, PyString};

use crate::explanation::Explanation;
use crate::given::{self, Data, Terms};
use crate::scores::Scores;
use crate::summary::Summary;
use crate::threads::detached;
use crate::{error, json};

/// Rules made ready to score leads as of an instant. It can be shared between threads.
#[pyclass(frozen, module = "leadrules")]
#[derive(Debug)]
pub struct Scorer {
    rules: Arc<RuleSet>,
    as_of: AsOf,
    /// For one lead at a time, of which not everything need be there.
    single: leadrules::Scorer,
}

impl Scorer {
    pub fn new(rules: Arc<RuleSet>, as_of: AsOf) -> Self {
        let single = rules.scorer(as_of).asking(None);
        Self { rules, as_of, single }
    }
}

#[pymethods]
impl Scorer {
    /// The instant from which leads are seen, as ISO 8601 in UTC.
    #[getter]
    fn as_of(&self) -> String {
        self.as_of.to_string()
    }

    /// Scores leads.
    ///
    /// `leads` is a table that speaks Arrow (a data frame of pandas or Polars, a table of PyArrow, a relation of DuckDB), which is
    /// read where it lies; or a list of dicts; or the path of a file, which is read as the command `leadrules score` reads it. `events` is the
    /// same, or `None` if they are nested in the leads (a column `events` with a list of structs), or `False`, which says that
    /// nothing is known of what leads did.
    ///
    /// For rules about accounts, `accounts` is what is known of them, in the same forms; `False` says that this is nothing but what their
    /// leads say and do. What comes out for them is in the result's `accounts`.
    ///
    /// With `rules=True` there is a column `why` with the rules that gave points; with `rules="columns"` one for each rule.
    ///
    /// What data must hold: a column that rules look at and that is not there is refused, unless `missing_is_unknown`; of the values of
    /// a field `max_invalid` per cent may be unreadable (fewer than twenty never matter). They are counted in `summary.unread`.
    ///
    /// For rules that ask for the stage before, `previous` is what an earlier run gave: scores, a table or a file with the key and
    /// `stage`; `False` says that there was none.
    ///
    /// Raises `DataError` if leads or events can't be read or are not what the rules are about, `FileNotFoundError` if there is
    /// no such file, `TypeError` if something else is given.
    #[pyo3(signature = (leads, events=None, *, accounts=None, rules=None, missing_is_unknown=false, max_invalid=20, previous=None))]
    #[expect(clippy::too_many_arguments, reason = "each is an option that is given or not")]
    fn score(
        &self,
        py: Python<'_>,
        leads: &Bound<'_, PyAny>,
        events: Option<&Bound<'_, PyAny>>,
        accounts: Option<&Bound<'_, PyAny>>,
        rules: Option<&Bound<'_, PyAny>>,
        missing_is_unknown: bool,
        max_invalid: u8,
        previous: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Scores> {
        if max_invalid > 100 {
            return Err(PyValueError::new_err("`max_invalid` is per cent: from 0 to 100"));
        }
        let explain = shown(rules)?;
        let (rules, as_of) = (self.rules.rules(), self.as_of.micros());
        let terms = Terms { missing_is_unknown, max_invalid, before: given::before(rules, previous)? };
        let data = Data::new(leads, events)?.with_accounts(&[rules], accounts)?;
        let layout = Layout::new(rules, &[], explain);
        let schema = write::schema(&layout);
        let made = detached(py, |is_over| {
            let data = data.on(&[rules], as_of, terms);
            let request = Request { rule_points: explain != Explain::No, ..data.request(rules, as_of) };
            let batch = |results: Results| write::batch(&layout, &schema, &results);
            let mut batches = Vec::new();
            let mut keep = |batch: Result<RecordBatch, WriteError>, _| {
                batches.push(batch?);
                if is_over.load(Ordering::Relaxed) {
                    Err(WriteError::Format("it was stopped".to_owned()))
                } else {
                    Ok(())
                }
            };
            let report = run::score(&request, &mut |_| ())
                .and_then(|scoring| scoring.map(batch).for_each(&mut keep, &mut |_| ()));
            report.map(|report| (batches, report))
        })?;
        let (batches, report): (Vec<RecordBatch>, RunReport) = made.map_err(|failed| error::run(&failed))?;
        let accounts =
            Scores::of_accounts(py, rules, &report, explain)?.map(|accounts| Py::new(py, accounts)).transpose()?;
        let summary = Py::new(py, Summary::new(py, rules, &report)?)?;
        Ok(Scores { schema, batches, summary, accounts })
    }

    /// Scores one lead, given as a mapping of the columns that the rules name to values, with what it did as a list of mappings
    /// in `events`. What is not there is unknown.
    ///
    /// Returns a dict with `key`, `stage`, `excluded` (why, or `None`), `scores` and `labels` by name, `why` (the rules that gave
    /// points) and `unread`: what could not be read and is unknown to every rule. Points are `decimal.Decimal`.
    ///
    /// Raises `TypeError` for a value of a type that leads don't have.
    fn one<'py>(&self, py: Python<'py>, lead: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
        let text = json::object(lead)?;
        let scored = py.detach(|| self.single.score_json_noticing(&text));
        let (leads, report) = scored.map_err(|failed| error::facade(py, &failed))?;
        let [lead] = leads.as_slice() else { return Err(nothing()) };
        dict(py, lead, &leadrules::unread(self.rules.rules(), &report))
    }

    /// Says why a lead, given as in `one`, has its scores and its stage: every rule with what it gave, and each condition piece by
    /// piece.
    fn explain(&self, py: Python<'_>, lead: &Bound<'_, PyAny>) -> PyResult<Explanation> {
        let text = json::object(lead)?;
        let explained = py.detach(|| self.single.explain_json(&text));
        let explained = explained.map_err(|failed| error::facade(py, &failed))?;
        explained.into_iter().next().map(Explanation::new).ok_or_else(nothing)
    }

    fn __repr__(&self) -> String {
        format!("<Scorer as of {}>", self.as_of)
    }
}

/// How rules' points are asked for.
fn shown(rules: Option<&Bound<'_, PyAny>>) -> PyResult<Explain> {
    let Some(rules) = rules else { return Ok(Explain::No) };
    if let Ok(asked) = rules.cast::<PyBool>() {
        return Ok(if asked.is_true() { Explain::List } else { Explain::No });
    }
    if rules.cast::<PyString>().is_ok_and(|word| word.to_string_lossy() == "columns") {
        return Ok(Explain::Columns);
    }
    Err(PyTypeError::new_err("`rules` is True (a column `why`), \"columns\" (one for each rule) or False"))
}

fn nothing() -> PyErr {
    PyValueError::new_err("this is no lead: nothing is in it")
}

fn dict<'py>(py: Python<'py>, lead: &ScoredLead, unread: &[String]) -> PyResult<Bound<'py, PyDict>> {
    let points = |amount: leadrules_language::decimal::Amount| json::decimal(py, &amount.0.to_string());
    let (scores, labels, why) = (PyDict::new(py), PyDict::new(py), PyList::empty(py));
    for score in &lead.scores {
        scores.set_item(&score.name, score.value.map(points).transpose()?)?;
    }
    for label in &lead.labels {
        labels.set_item(&label.name, label.value.as_deref())?;
    }
    for rule in &lead.rules {
        let given = PyDict::new(py);
        given.set_item("rule", &rule.name)?;
        given.set_item("points", points(rule.value)?)?;
        why.append(given)?;
    }
    let dict = PyDict::new(py);
    dict.set_item("key", lead.key.as_deref())?;
    dict.set_item("stage", &lead.stage)?;
    dict.set_item("excluded", lead.excluded.as_deref())?;
    dict.set_item("scores", scores)?;
    dict.set_item("labels", labels)?;
    dict.set_item("why", why)?;
    dict.set_item("unread", unread)?;
    Ok(dict)
}
