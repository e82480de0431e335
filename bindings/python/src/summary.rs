//! What a run came to, in numbers and as the program's text. In: the report of a run; out: counts by stage, score and rule.

use leadrules_decide::summary;
use leadrules_engine::accounts::AccountResults;
use leadrules_engine::run::{Counts, RunReport};
use leadrules_language::calendar::format_instant;
use leadrules_language::decimal::{Points, divide_rounded};
use leadrules_language::ir::{Accounts, EXCLUDED, Rules};
use leadrules_language::page::Style;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::json::decimal;
use crate::notes::{EventCounts, Unread, unread};

/// How a score is spread over the leads.
#[pyclass(frozen, get_all, module = "leadrules")]
#[derive(Debug)]
pub struct Spread {
    /// The least points (`Decimal`); `None` if they are known of no lead.
    least: Option<Py<PyAny>>,
    /// The mean, rounded to two places.
    mean: Option<Py<PyAny>>,
    /// The most points.
    most: Option<Py<PyAny>>,
    /// Of how many leads the score is known.
    known: u64,
}

#[pymethods]
impl Spread {
    fn __repr__(&self, py: Python<'_>) -> String {
        let said = |points: &Option<Py<PyAny>>| {
            points.as_ref().map_or("unknown".to_owned(), |points| points.bind(py).to_string())
        };
        format!("<Spread {} to {}, mean {}>", said(&self.least), said(&self.most), said(&self.mean))
    }
}

/// What a run came to. `str()` is the summary that the program prints.
#[pyclass(frozen, module = "leadrules")]
#[derive(Debug)]
pub struct Summary {
    /// How many leads were scored; of accounts, how many there are.
    #[pyo3(get)]
    leads: u64,
    /// The instant from which they were seen, as ISO 8601 in UTC.
    #[pyo3(get)]
    as_of: String,
    /// How many leads are at each stage, the highest first, then below all steps, then `"excluded"` if rules exclude.
    #[pyo3(get)]
    stages: Py<PyDict>,
    /// How many leads are excluded, by reason.
    #[pyo3(get)]
    excluded: Py<PyDict>,
    /// How each score is spread over the leads.
    #[pyo3(get)]
    scores: Py<PyDict>,
    /// For how many leads each rule fired: pairs of its title and the count, in the order of the rules.
    #[pyo3(get)]
    fired: Vec<(String, u64)>,
    /// Fields of which values could not be read.
    #[pyo3(get)]
    unread: Vec<Py<Unread>>,
    /// What became of the events; `None` if there were none to read.
    #[pyo3(get)]
    events: Option<Py<EventCounts>>,
    /// How many leads have no key.
    #[pyo3(get)]
    keyless: u64,
    /// How many leads have a key that an earlier one has.
    #[pyo3(get)]
    repeated_keys: u64,
    /// The promises that leads break, with the first of these leads, as the program words it; empty if all are kept.
    #[pyo3(get)]
    broken: String,
    /// What it counts: `leads`, or `accounts`.
    many: &'static str,
    text: String,
}

impl Summary {
    pub fn new(py: Python<'_>, rules: &Rules, report: &RunReport) -> PyResult<Self> {
        let read = &report.leads;
        let said = Said {
            many: "leads",
            broken: summary::broken(rules, report, Style::default()),
            text: summary::render(rules, report, Style::default()),
        };
        let unread = unread(rules, read, report.log.as_ref().map(|log| &log.report));
        let events = EventCounts::of(report).map(|events| Py::new(py, events)).transpose()?;
        let counted = Self::counted(py, rules, &report.counts, said)?;
        Ok(Self {
            as_of: format_instant(report.as_of),
            unread: unread.into_iter().map(|unread| Py::new(py, unread)).collect::<PyResult<_>>()?,
            events,
            keyless: read.keyless.count,
            repeated_keys: read.repeated_keys.count,
            ..counted
        })
    }

    /// The same of accounts.
    pub fn of_accounts(
        py: Python<'_>,
        rules: &Rules,
        report: &RunReport,
        (about, found): (&Accounts, &AccountResults),
    ) -> PyResult<Self> {
        let said = Said {
            many: "accounts",
            broken: summary::broken_by_accounts(rules, report, Style::default()),
            text: summary::of_accounts(rules, report, Style::default()),
        };
        let counted = Self::counted(py, &about.rules, &Counts::of_accounts(&about.rules, found), said)?;
        let unread = found.report.as_ref().map(|read| unread(&about.rules, read, None)).unwrap_or_default();
        Ok(Self {
            as_of: format_instant(report.as_of),
            unread: unread.into_iter().map(|unread| Py::new(py, unread)).collect::<PyResult<_>>()?,
            keyless: found.report.as_ref().map_or(0, |read| read.keyless.count),
            repeated_keys: found.report.as_ref().map_or(0, |read| read.repeated_keys.count),
            ..counted
        })
    }

    /// What was counted of leads or of accounts, and what is said of it.
    fn counted(py: Python<'_>, rules: &Rules, counts: &Counts, said: Said) -> PyResult<Self> {
        let stages = PyDict::new(py);
        for (step, count) in rules.stages.steps.iter().zip(&counts.stages[1..]).rev() {
            stages.set_item(&step.name, count)?;
        }
        stages.set_item(&rules.stages.none, counts.stages[0])?;
        let excluded = PyDict::new(py);
        if !rules.exclusions.is_empty() {
            stages.set_item(EXCLUDED, counts.excluded())?;
        }
        for (exclusion, count) in rules.exclusions.iter().zip(&counts.exclusions) {
            // Two of them may share a reason.
            let others: u64 = excluded.get_item(&exclusion.reason)?.map_or(Ok(0), |others| others.extract())?;
            excluded.set_item(&exclusion.reason, others + count)?;
        }
        let scores = PyDict::new(py);
        let points = |points: Option<i64>| {
            points.map(|points| decimal(py, &Points(points).to_string()).map(Bound::unbind)).transpose()
        };
        for (score, spread) in rules.scores.iter().zip(&counts.scores) {
            let mean = (spread.known > 0)
                .then(|| i64::try_from(divide_rounded(spread.sum, spread.known.into())).unwrap_or(i64::MAX));
            let spread = Spread {
                least: points(spread.least)?,
                mean: points(mean)?,
                most: points(spread.most)?,
                known: spread.known,
            };
            scores.set_item(&score.name, Py::new(py, spread)?)?;
        }
        let titles = rules.rules().into_iter().map(|(_, rule)| rule.title.clone());
        Ok(Self {
            leads: counts.leads,
            as_of: String::new(),
            stages: stages.unbind(),
            excluded: excluded.unbind(),
            scores: scores.unbind(),
            fired: titles.zip(counts.fired.iter().copied()).collect(),
            unread: Vec::new(),
            events: None,
            keyless: 0,
            repeated_keys: 0,
            broken: said.broken,
            many: said.many,
            text: said.text,
        })
    }
}

/// What a summary says in words.
struct Said {
    many: &'static str,
    broken: String,
    text: String,
}

impl Summary {
    /// What it counts: `leads`, or `accounts`.
    pub fn many(&self) -> &'static str {
        self.many
    }

    /// How many leads are at each stage.
    pub fn by_stage(&self, py: Python<'_>) -> PyResult<Vec<(String, u64)>> {
        self.stages.bind(py).items().extract()
    }
}

#[pymethods]
impl Summary {
    fn __str__(&self) -> &str {
        self.text.trim_end()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<Summary of {} {} as of {}: {}>", self.leads, self.many, self.as_of, self.stages.bind(py).repr()?))
    }
}
