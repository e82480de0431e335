//! What could not be read. In: what reading noticed; out: a count with examples for each field.

use leadrules_engine::data::{FieldReport, ReadReport};
use leadrules_engine::run::RunReport;
use leadrules_language::ir::{Field, Rules};
use pyo3::prelude::*;

/// Values of a field that do not fit it: they are unknown to every rule.
#[pyclass(frozen, get_all, module = "leadrules")]
#[derive(Debug)]
pub struct Unread {
    /// The field, or the property of events.
    name: String,
    /// The column it was read from, as the data names it.
    column: Option<String>,
    /// Whether it is a property of events.
    of_events: bool,
    /// How many of its values do not fit.
    count: u64,
    /// How many do.
    known: u64,
    /// The first of them: the row, from 1, the text, and why it does not fit.
    examples: Vec<(u64, String, String)>,
}

#[pymethods]
impl Unread {
    fn __repr__(&self) -> String {
        format!("<Unread {self}>")
    }

    fn __str__(&self) -> String {
        self.to_string()
    }
}

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said: Vec<String> =
            self.examples.iter().map(|(row, text, why)| format!("\"{text}\" (row {row}), {why}")).collect();
        write!(f, "{}: {} of {}: {}", self.name, self.count, self.count + self.known, said.join("; "))
    }
}

/// What became of the events.
#[pyclass(frozen, get_all, module = "leadrules")]
#[derive(Debug)]
pub struct EventCounts {
    /// How many could be read.
    read: u64,
    /// How many of them are later than the instant, and do not count.
    late: u64,
    /// How many the rules say to ignore.
    ignored: u64,
    /// How many repeat another event, and do not count.
    repeated: u64,
    /// How many are of leads that are not in the data.
    of_strangers: u64,
    /// How many there are of each kind that the rules do not declare, the most frequent first.
    unknown_kinds: Vec<(String, u64)>,
    /// How many were left out, since they do not say whose they are, what happened, or when.
    left_out: u64,
}

#[pymethods]
impl EventCounts {
    fn __repr__(&self) -> String {
        format!("<EventCounts: {} read, {} left out>", self.read, self.left_out)
    }
}

impl EventCounts {
    /// Those of a run; `None` if it had no events.
    pub fn of(report: &RunReport) -> Option<Self> {
        let (seen, aside) = report.events()?;
        let strangers = report.log.as_ref().map_or(0, |log| log.strangers.events);
        Some(Self {
            read: seen.rows,
            late: aside.late,
            ignored: aside.ignored,
            repeated: aside.repeated.rows,
            of_strangers: strangers,
            unknown_kinds: seen.unknown_kinds.clone(),
            left_out: seen.without_lead.count
                + seen.without_kind.count
                + seen.without_time.count
                + seen.not_events.count,
        })
    }
}

/// The fields of leads and the properties of events of which something could not be read.
pub fn unread(rules: &Rules, leads: &ReadReport, log: Option<&ReadReport>) -> Vec<Unread> {
    let events = match log {
        Some(log) => log.fields.as_slice(),
        None => leads.events.as_ref().map_or(&[][..], |events| &events.properties),
    };
    let properties = rules.log.as_ref().map_or(&[][..], |log| &log.properties);
    of(&rules.fields, &leads.fields, false).chain(of(properties, events, true)).collect()
}

fn of<'a>(fields: &'a [Field], reports: &'a [FieldReport], of_events: bool) -> impl Iterator<Item = Unread> + 'a {
    let odd = fields.iter().zip(reports).filter(|(_, report)| report.invalid.count > 0);
    odd.map(move |(field, report)| Unread {
        name: field.name.clone(),
        column: report.column.clone(),
        of_events,
        count: report.invalid.count,
        known: report.known,
        examples: (report.invalid.examples.iter())
            .map(|(place, misfit)| (place.row, misfit.text.clone(), misfit.why.to_string()))
            .collect(),
    })
}
