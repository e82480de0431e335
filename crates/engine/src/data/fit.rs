//! Whether data is what the rules speak of. In: the columns that a file has, and what reading it noticed; out: nothing, or
//! why leads scored from it would be blank. Without a [`Fitness`] nothing is asked.

use super::fitness::Fitness;
use super::input::Error;
use super::merge::missing_columns;
use super::report::{Counted, EventsReport, FieldReport, MissingColumn, Place, ReadReport};
use leadrules_language::text::{counted, grouped};

/// Fewer that can't be read are no reason to refuse a file.
const FEW: u64 = 20;
/// At most so many columns are named.
const NAMED: usize = 12;

impl Fitness {
    /// The columns of leads; `wanted` are the fields that are read, with the names that their columns may have.
    pub(super) fn leads(&self, path: &str, names: &[String], wanted: &[(String, Vec<String>)]) -> Result<(), Error> {
        let hint = match names {
            [_] => "it has one column: is the mark between cells another one (--delimiter)?",
            _ => "is it the right file? Or do the names stand in another row (--header-row)?",
        };
        self.columns(path, names, wanted, hint, |_| true)
    }

    /// The same of objects, of which so many came: a few of them may leave out what is unknown of all.
    pub(super) fn objects(
        &self,
        path: &str,
        names: &[String],
        wanted: &[(String, Vec<String>)],
        count: u64,
    ) -> Result<(), Error> {
        self.columns(path, names, wanted, "is it the right file?", |missing| count >= FEW || missing.near.is_some())
    }

    fn columns(
        &self,
        path: &str,
        names: &[String],
        wanted: &[(String, Vec<String>)],
        hint: &str,
        counts: impl Fn(&MissingColumn) -> bool,
    ) -> Result<(), Error> {
        let used = |name: &String| self.key.as_ref() == Some(name) || self.fields.contains(name);
        let wanted: Vec<_> = wanted.iter().filter(|(name, _)| used(name)).cloned().collect();
        let missing = missing_columns(names, &wanted, 1);
        if missing.is_empty() {
            return Ok(());
        }
        let of_key = missing.iter().find(|missing| Some(&missing.name) == self.key.as_ref());
        let is_none = missing.len() == wanted.len() && missing.iter().all(|missing| missing.near.is_none());
        if is_none && (wanted.len() > 1 || of_key.is_none()) {
            let wanted: Vec<String> = wanted.iter().flat_map(|(_, columns)| columns.clone()).collect();
            return Err(Error::new(
                path,
                format!(
                    "none of its columns is one that the rules speak of; {hint} It has {}; the rules look for {}",
                    listed(names),
                    listed(&wanted)
                ),
            ));
        }
        if let Some(key) = of_key {
            return Err(Error::new(
                path,
                format!(
                    "{}, which tells leads apart. Name the right one with `from` at the field `{}`; its columns are {}",
                    not_there(key),
                    key.name,
                    listed(names)
                ),
            ));
        }
        let missing: Vec<_> = missing.into_iter().filter(counts).collect();
        self.missing(path, &missing, names)
    }

    /// The columns of a log beside its own.
    pub(super) fn log(&self, path: &str, names: &[String], wanted: &[(String, Vec<String>)]) -> Result<(), Error> {
        let wanted: Vec<_> = wanted.iter().filter(|(name, _)| self.properties.contains(name)).cloned().collect();
        self.missing(path, &missing_columns(names, &wanted, 1), names)
    }

    fn missing(&self, path: &str, missing: &[MissingColumn], names: &[String]) -> Result<(), Error> {
        let columns: Vec<String> =
            missing.iter().filter(|missing| !self.optional.contains(&missing.name)).map(not_there).collect();
        if columns.is_empty() || self.missing_is_unknown {
            return Ok(());
        }
        Err(Error::new(
            path,
            format!(
                "{}, which rules look at. Name the right one with `from`, write `optional` behind the field, or say \
                 --missing-columns unknown to score without it; its columns are {}",
                columns.join("; "),
                listed(names)
            ),
        ))
    }

    /// The values of fields, or of properties of events.
    pub(super) fn values<'f>(
        &self,
        path: &str,
        fields: impl Iterator<Item = (&'f String, &'f FieldReport)>,
    ) -> Result<(), Error> {
        for (name, report) in fields {
            let is_used =
                self.fields.contains(name) || self.properties.contains(name) || self.key.as_ref() == Some(name);
            let all = report.known + report.invalid.count;
            if !is_used || !self.is_too_much(report.invalid.count, all) {
                continue;
            }
            let examples = report
                .invalid
                .examples
                .iter()
                .map(|(place, misfit)| format!("\"{}\" in {place} is {}", misfit.text, misfit.why));
            return Err(Error::new(
                path,
                format!(
                    "{} of {} values of `{name}` do not fit the field: {}. Correct its type or its options \
                     (`leadrules check --data` proposes how), or allow more with --max-invalid {}%",
                    grouped(report.invalid.count),
                    grouped(all),
                    examples.collect::<Vec<_>>().join("; "),
                    share(report.invalid.count, all)
                ),
            ));
        }
        Ok(())
    }

    /// The keys of leads, of which at least one must be there; `key` is the field that tells leads apart.
    pub(super) fn keys(
        &self,
        path: &str,
        report: &ReadReport,
        key: Option<(&String, &FieldReport)>,
    ) -> Result<(), Error> {
        let Some((name, field)) = key.filter(|_| report.rows > 0 && report.keyless.count == report.rows) else {
            return Ok(());
        };
        let Some((place, misfit)) = field.invalid.examples.first() else {
            let column = field.column.as_ref().unwrap_or(name);
            let what = format!(
                "no lead has a key: the column `{column}` is blank in every row. Name the right one with `from` at the field \
                 `{name}`"
            );
            return Err(Error::new(path, what));
        };
        let (all, text, why) = (counted(field.invalid.count, "value", "values"), &misfit.text, misfit.why);
        Err(Error::new(
            path,
            format!(
                "no lead has a key: {all} of `{name}` and none that fits the field; \"{text}\" in {place} is {why}. What only \
                 tells leads apart is best read as it stands: `{name} text key`"
            ),
        ))
    }

    /// The lines of a file, of which some can't be read at all.
    pub(super) fn lines(&self, path: &str, report: &ReadReport) -> Result<(), Error> {
        let (unread, all) = (report.broken_rows.count, report.rows + report.broken_rows.count);
        let Some((place, text)) = report.broken_rows.examples.first().filter(|_| self.is_too_much(unread, all)) else {
            return Ok(());
        };
        Err(Error::new(
            path,
            format!(
                "{} of {} can't be read as JSON, the first in {place}: \"{text}\". Write the file again, or allow more with \
                 --max-invalid {}%",
                grouped(unread),
                counted(all, "line", "lines"),
                share(unread, all)
            ),
        ))
    }

    /// The events of a log, or of leads.
    pub(super) fn events(&self, path: &str, report: &EventsReport) -> Result<(), Error> {
        fn first<T>(of: &Counted<T>, text: impl Fn(&T) -> String) -> String {
            let place = |(place, what): &(Place, T)| format!(" ({}{place})", text(what));
            of.examples.first().map(place).unwrap_or_default()
        }
        let EventsReport { without_lead, without_kind, without_time, .. } = report;
        let unread = without_lead.count + without_kind.count + without_time.count;
        let all = report.rows + unread;
        if !self.is_too_much(unread, all) {
            return Ok(());
        }
        let quoted = |text: &String| if text.is_empty() { String::new() } else { format!("\"{text}\" in ") };
        let why = [
            (without_time.count, "without a time that can be read", first(without_time, quoted)),
            (without_lead.count, "without a lead", first(without_lead, quoted)),
            (without_kind.count, "without what happened", first(without_kind, |()| String::new())),
        ];
        let why = why.iter().filter(|(count, ..)| *count > 0);
        let why: Vec<String> = why.map(|(count, what, at)| format!("{} {what}{at}", grouped(*count))).collect();
        Err(Error::new(
            path,
            format!(
                "{} of {} can't be read: {}. Say in the `events` block which columns they are and how times are written \
                 (`as`), or allow more with --max-invalid {}%",
                grouped(unread),
                counted(all, "event", "events"),
                why.join(", "),
                share(unread, all)
            ),
        ))
    }

    fn is_too_much(&self, unread: u64, all: u64) -> bool {
        unread >= FEW && u128::from(unread) * 100 > u128::from(all) * u128::from(self.max_invalid)
    }
}

/// The least share, in percent, that allows so much.
fn share(part: u64, all: u64) -> u64 {
    (part * 100).div_ceil(all.max(1))
}

fn not_there(missing: &MissingColumn) -> String {
    let near = missing.near.as_ref().map_or_else(String::new, |near| format!(" (is it `{near}`?)"));
    let wanted: Vec<String> = missing.wanted.iter().map(|name| format!("`{name}`")).collect();
    format!("there is no column {}{near}", wanted.join(" or "))
}

fn listed(names: &[String]) -> String {
    let more = if names.len() > NAMED { ", …" } else { "" };
    let names: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") + more }
}
