//! Files from and to columns: leads and events in CSV, JSON, NDJSON, Parquet and spreadsheets, packed or not. In: an
//! [`Input`] and the rules that say what its columns mean; out: batches of typed columns in the order of the file, and a
//! [`ReadReport`] of what did not fit. This is the one room that opens files.
//!
//! ```text
//! Input ──input──▶ text, Parquet or sheet ──source──▶ blocks ──csv, json, …──▶ frames of cells
//!                                                               ──convert──▶ columns ──leads, events──▶ batches
//! ```

mod arrow;
mod blocks;
pub mod cell;
mod check;
mod convert;
mod csv;
mod dialect;
mod events;
mod frame;
mod input;
mod json;
mod leads;
mod names;
mod ordered_map;
mod parquet;
mod pipeline;
mod report;
mod seen;
mod sheet;
mod sixteens;
mod source;
mod table;
pub mod write;

pub use check::{check, findings};
pub use dialect::{Dialect, Format, LineEnds, Packing};
pub use events::{EventReader, read_events};
pub use input::{Error, Input, ReadOptions};
pub use leads::{LeadReader, leads_from_batches, leads_from_json, read_leads};
pub use pipeline::{Batches, Pipeline, Position};
pub use report::{Counted, EXAMPLES, EventsReport, FieldReport, Misfit, MissingColumn, Place, ReadReport};
pub use table::{Columns, Table, read_columns, read_table};

use convert::Notes;

/// So many names of columns are told apart.
const NAMES: usize = 10_000;

fn start_report(source: &source::Source, fields: usize) -> ReadReport {
    ReadReport {
        dialect: source.dialect.clone(),
        columns: source.columns.clone(),
        repeated_columns: source.repeated.clone(),
        fields: vec![FieldReport::default(); fields],
        ..ReadReport::default()
    }
}

/// Takes what a batch noticed of its rows into the report.
fn merge_about(report: &mut ReadReport, names: &mut Vec<String>, about: &source::About) {
    let mut short = about.short_rows.clone();
    short.shift(about.base);
    report.short_rows.merge(short);
    let mut long = about.long_rows.clone();
    long.shift(about.base);
    report.long_rows.merge(long);
    let mut odd = about.odd_lines.clone();
    odd.shift(about.base);
    report.odd_lines.merge(odd);
    report.blank_rows += about.blank_rows;
    add_names(names, &about.names);
}

fn add_names(names: &mut Vec<String>, more: &[String]) {
    for name in more {
        if names.len() < NAMES && !names.contains(name) {
            names.push(name.clone());
        }
    }
}

/// Takes what a batch noticed of its fields into the report.
fn merge_fields(reports: &mut [FieldReport], notes: Vec<Notes>, place: impl Fn(usize) -> Place) {
    for (report, notes) in reports.iter_mut().zip(notes) {
        report.known += notes.known;
        report.rounded += notes.rounded;
        report.dropped += notes.dropped;
        report.invalid.count += notes.invalid;
        for (row, misfit) in notes.examples {
            if report.invalid.examples.len() < report::EXAMPLES {
                report.invalid.examples.push((place(row), misfit));
            }
        }
        if report.seen.len() < notes.seen.len() {
            report.seen.resize(notes.seen.len(), 0);
        }
        report.seen.iter_mut().zip(&notes.seen).for_each(|(sum, count)| *sum += count);
        for (text, count) in notes.unlisted {
            if let Some((_, sum)) = report.unlisted.iter_mut().find(|(other, _)| *other == text) {
                *sum += count;
            } else if report.unlisted.len() < convert::UNLISTED {
                report.unlisted.push((text, count));
            }
        }
    }
}

/// Puts the texts that are no options in order; those that differ in capitals only are one.
fn finish_fields(reports: &mut [FieldReport]) {
    for report in reports {
        report.unlisted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut places = std::collections::HashMap::new();
        let mut texts: Vec<(String, u64)> = Vec::new();
        for (text, count) in report.unlisted.drain(..) {
            let at = *places.entry(leadrules_language::text::key(&text)).or_insert(texts.len());
            match texts.get_mut(at) {
                Some((_, sum)) => *sum += count,
                None => texts.push((text, count)),
            }
        }
        report.unlisted = texts;
        report.unlisted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    }
}

/// Names the columns of objects, which only their end shows.
fn found_later<'w>(
    reports: &mut [FieldReport],
    names: &[String],
    wanted: impl Iterator<Item = &'w (String, Vec<String>)>,
) {
    for (report, (_, wanted)) in reports.iter_mut().filter(|report| report.read).zip(wanted) {
        report.column = names::find(names, wanted).map(|at| names[at].clone());
    }
}

/// What was wanted and is not among the names; of data without rows nothing is said.
fn missing_columns(names: &[String], wanted: &[(String, Vec<String>)], rows: u64) -> Vec<MissingColumn> {
    if rows == 0 && names.is_empty() {
        return Vec::new();
    }
    let missing = wanted.iter().filter(|(_, columns)| names::find(names, columns).is_none());
    missing
        .map(|(name, columns)| MissingColumn {
            name: name.clone(),
            wanted: columns.clone(),
            near: names::near(names, columns).map(str::to_owned),
        })
        .collect()
}

#[cfg(test)]
mod tests;
