//! One report from what was noticed of many batches. In: notes of batches, in the order of the file; out: a report whose
//! counts and first examples are those of the whole file.

use std::ops::Deref;

use hashbrown::HashSet;

use super::decode::{ColumnNotes, UNLISTED};
use super::names;
use super::report::{EXAMPLES, FieldReport, MissingColumn, OddEnd, Place, ReadReport};
use super::source::{About, Source};

/// At most this many names of columns are told apart.
const NAMES: usize = 10_000;

pub(super) fn start_report(source: &Source, fields: usize) -> ReadReport {
    ReadReport {
        dialect: source.dialect.clone(),
        columns: source.columns.clone(),
        repeated_columns: source.repeated.clone(),
        open_quotes: source.open_quotes.clone(),
        odd_lines: source.odd_lines.clone(),
        odd_values: source.odd_values.clone(),
        repeated_headers: source.headers.clone(),
        merged_cells: source.merged.clone(),
        blank_formulas: source.formulas.clone(),
        fields: vec![FieldReport::default(); fields],
        ..ReadReport::default()
    }
}

/// The names of columns that were seen, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct SeenNames {
    names: Vec<String>,
    known: HashSet<String, foldhash::fast::FixedState>,
}

impl SeenNames {
    pub(super) fn new(names: &[String]) -> Self {
        Self { names: names.to_vec(), known: names.iter().cloned().collect() }
    }

    pub(super) fn add(&mut self, more: &[String]) {
        for name in more {
            if self.names.len() < NAMES && !self.known.contains(name) {
                self.known.insert(name.clone());
                self.names.push(name.clone());
            }
        }
    }
}

impl Deref for SeenNames {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.names
    }
}

/// Adds what a batch noticed about its rows to the report.
pub(super) fn merge_about(report: &mut ReadReport, names: &mut SeenNames, about: &About) {
    let base = about.base;
    report.short_rows.merge_from(&about.short_rows, base);
    report.long_rows.merge_from(&about.long_rows, base);
    report.odd_lines.merge_from(&about.odd_lines, base);
    report.odd_values.merge_from(&about.odd_values, base);
    report.broken_rows.merge_from(&about.broken, base);
    report.repeated_headers.merge_from(&about.headers, base);
    report.repeated_names.merge_from(&about.repeated_names, base);
    if about.rows > 0 {
        report.odd_end = about.end.clone().map(|end| OddEnd { place: end.place.after(about.base), ..end });
    }
    report.blank_rows += about.blank_rows;
    report.open_quotes.merge(&about.open_quotes, about.base);
    names.add(&about.names);
}

/// Adds what a batch noticed about its fields to the report.
pub(super) fn merge_fields(reports: &mut [FieldReport], notes: Vec<ColumnNotes>, place: impl Fn(usize) -> Place) {
    for (report, notes) in reports.iter_mut().zip(notes) {
        report.known += notes.known;
        report.rounded += notes.rounded;
        report.thousands.merge(notes.thousands);
        report.dropped += notes.dropped;
        report.invalid.count += notes.invalid;
        for (row, misfit) in notes.examples {
            if report.invalid.examples.len() < EXAMPLES {
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
            } else if report.unlisted.len() < UNLISTED {
                report.unlisted.push((text, count));
            }
        }
    }
}

/// Sorts the texts that are not options; those that differ only in capitals count as one.
pub(super) fn finish_fields(reports: &mut [FieldReport]) {
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

/// Names the columns of objects, which are known only at the end.
pub(super) fn found_later<'w>(
    reports: &mut [FieldReport],
    names: &[String],
    wanted: impl Iterator<Item = &'w (String, Vec<String>)>,
) {
    let index = names::Index::new(names);
    for (report, (_, wanted)) in reports.iter_mut().filter(|report| report.read).zip(wanted) {
        report.column = index.find(wanted).map(|at| names[at].clone());
    }
}

/// What was wanted and is not among the names; nothing for data without rows.
pub(super) fn missing_columns(names: &[String], wanted: &[(String, Vec<String>)], rows: u64) -> Vec<MissingColumn> {
    if rows == 0 && names.is_empty() {
        return Vec::new();
    }
    let index = names::Index::new(names);
    let (there, missing): (Vec<_>, Vec<_>) =
        wanted.iter().map(|one| (one, index.find(&one.1))).partition(|(_, found)| found.is_some());
    if missing.is_empty() {
        return Vec::new();
    }
    // A column that another field has is no misspelling of this one: `address1` beside `address2`.
    let taken: HashSet<usize> = there.into_iter().filter_map(|(_, found)| found).collect();
    let free = names.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    let free: Vec<String> = free.map(|(_, name)| name.clone()).collect();
    missing
        .into_iter()
        .map(|((name, columns), _)| MissingColumn {
            name: name.clone(),
            wanted: columns.clone(),
            near: names::near(&free, columns).map(str::to_owned),
        })
        .collect()
}
