//! Whether data is what the rules are about. In: the columns that a file has, and what reading it noticed; out:
//! nothing, or why leads scored from it would come out blank. Without a [`Fitness`] nothing is required.

use super::fitness::{Asker, Fitness};
use super::input::Error;
use super::merge::missing_columns;
use super::report::{Counted, EventsReport, FieldReport, MissingColumn, ReadReport};
use leadrules_language::words::{Junction, Text, say};

/// Fewer unreadable values than this are no reason to refuse a file.
const FEW: u64 = 20;
/// At most this many columns are named.
const NAMED: usize = 12;

/// What missing columns amount to.
pub(super) enum Unfit<'m> {
    /// None of those that the rules look at is there.
    All,
    /// The key's column is missing.
    Key(&'m MissingColumn),
    /// These columns are missing.
    Some(Vec<&'m MissingColumn>),
}

/// Whether a file is a workbook, by its name.
fn is_workbook(path: &str) -> bool {
    let path = path.to_lowercase();
    [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"].iter().any(|end| path.ends_with(end))
}

/// Whether the key of no lead could be read.
pub(super) fn are_keyless(report: &ReadReport) -> bool {
    report.rows > 0 && report.keyless.count == report.rows
}

impl Fitness {
    /// The columns of leads; `wanted` are the fields that are read, with the names that their columns may have.
    pub(super) fn leads(&self, path: &str, names: &[String], wanted: &[(String, Vec<String>)]) -> Result<(), Error> {
        let hint = match (self.asker, names) {
            (Asker::Program, _) => say!("is it the right data?"),
            (Asker::CommandLine, _) if is_workbook(path) => {
                say!("is it the right sheet (--sheet)? Or do the names stand in another row (--header-row)?")
            }
            (Asker::CommandLine, [_]) => {
                say!("it has one column: is the mark between cells another one (--delimiter)?")
            }
            (Asker::CommandLine, _) => {
                say!("is it the right file? Or do the names stand in another row (--header-row)?")
            }
        };
        self.columns(path, names, wanted, &hint, None)
    }

    /// The same for objects, given how many there were: a few of them may omit what is unknown of all.
    pub(super) fn objects(
        &self,
        path: &str,
        names: &[String],
        wanted: &[(String, Vec<String>)],
        count: u64,
    ) -> Result<(), Error> {
        let hint = match self.asker {
            Asker::Program => say!("is it the right data?"),
            Asker::CommandLine => say!("is it the right file?"),
        };
        self.columns(path, names, wanted, &hint, Some(count))
    }

    fn columns(
        &self,
        path: &str,
        names: &[String],
        wanted: &[(String, Vec<String>)],
        hint: &Text,
        objects: Option<u64>,
    ) -> Result<(), Error> {
        let missing = missing_columns(names, wanted, 1);
        let Some(how) = self.unfit(&missing, wanted.iter().map(|(name, _)| name), objects) else { return Ok(()) };
        Err(unfit(
            path,
            match how {
                Unfit::All => {
                    let wanted = wanted.iter().filter(|(name, _)| self.uses(name));
                    let wanted: Vec<String> = wanted.flat_map(|(_, columns)| columns.clone()).collect();
                    say!(
                        "none of its columns is one that the rules speak of; {hint} It has {columns}; the rules look for {wanted}",
                        hint,
                        columns = listed(names),
                        wanted = listed(&wanted)
                    )
                }
                Unfit::Key(key) => say!(
                    "{missing}, which tells leads apart. Name the right one with `from` at the field `{field}`; its columns are \
                     {columns}",
                    missing = not_there(key),
                    field = &key.name,
                    columns = listed(names)
                ),
                Unfit::Some(missing) => self.not_there(&missing, names),
            },
        ))
    }

    /// What missing columns of leads amount to, if data without them is refused; `read` are the fields that are read.
    /// If the rows are objects, of which there were this many, a few of them may omit what is unknown of all.
    pub(super) fn unfit<'m>(
        &self,
        missing: &'m [MissingColumn],
        read: impl Iterator<Item = impl AsRef<str>>,
        objects: Option<u64>,
    ) -> Option<Unfit<'m>> {
        let wanted = read.filter(|name| self.uses(name.as_ref())).count();
        let missing: Vec<&MissingColumn> = missing.iter().filter(|missing| self.uses(&missing.name)).collect();
        let of_key = missing.iter().find(|missing| Some(&missing.name) == self.key.as_ref());
        let is_none = missing.len() == wanted && missing.iter().all(|missing| missing.near.is_none());
        if !missing.is_empty() && is_none && (wanted > 1 || of_key.is_none()) {
            return Some(Unfit::All);
        }
        if let Some(key) = of_key {
            return Some(Unfit::Key(key));
        }
        self.some(missing.into_iter(), objects)
    }

    /// The same for the properties of a log.
    pub(super) fn unfit_log<'m>(&self, missing: &'m [MissingColumn], objects: Option<u64>) -> Option<Unfit<'m>> {
        self.some(missing.iter().filter(|missing| self.properties.contains(&missing.name)), objects)
    }

    fn some<'m>(&self, missing: impl Iterator<Item = &'m MissingColumn>, objects: Option<u64>) -> Option<Unfit<'m>> {
        let counts = |missing: &&MissingColumn| {
            let is_sure = objects.is_none_or(|count| count >= FEW || missing.near.is_some());
            is_sure && !self.optional.contains(&missing.name)
        };
        let missing: Vec<_> = missing.filter(counts).collect();
        (!missing.is_empty() && !self.missing_is_unknown).then_some(Unfit::Some(missing))
    }

    fn uses(&self, name: &str) -> bool {
        self.key.as_deref() == Some(name) || self.fields.iter().any(|field| field == name)
    }

    /// The columns of a log besides its own; for objects, given how many there were.
    pub(super) fn log(
        &self,
        path: &str,
        names: &[String],
        wanted: &[(String, Vec<String>)],
        objects: Option<u64>,
    ) -> Result<(), Error> {
        let missing = missing_columns(names, wanted, 1);
        match self.unfit_log(&missing, objects) {
            Some(Unfit::Some(missing)) => Err(unfit(path, self.not_there(&missing, names))),
            Some(Unfit::All | Unfit::Key(_)) | None => Ok(()),
        }
    }

    fn not_there(&self, missing: &[&MissingColumn], names: &[String]) -> Text {
        let missing = Text::row(missing.iter().map(|missing| not_there(missing)).collect(), "; ");
        match self.asker {
            Asker::CommandLine => say!(
                "{missing}, which rules look at. Name the right one with `from`, write `optional` behind the field, or say \
                 --missing-columns unknown to score without it; its columns are {columns}",
                missing,
                columns = listed(names)
            ),
            Asker::Program => say!(
                "{missing}, which rules look at. Name the right one with `from`, write `optional` behind the field, or set \
                 `missing_is_unknown` to score without it; its columns are {columns}",
                missing,
                columns = listed(names)
            ),
        }
    }

    /// How to allow more unreadable ones.
    fn more(&self, part: u64, all: u64) -> String {
        // The smallest percentage that allows this many.
        let share = (part * 100).div_ceil(all.max(1));
        match self.asker {
            Asker::CommandLine => format!("--max-invalid {share}%"),
            Asker::Program => format!("`max_invalid: {share}`"),
        }
    }

    /// The values of fields, or of properties of events.
    pub(super) fn values<'f>(
        &self,
        path: &str,
        fields: impl Iterator<Item = (&'f String, &'f FieldReport)>,
    ) -> Result<(), Error> {
        for (name, report) in fields {
            if !self.is_too_odd(name, report) {
                continue;
            }
            let all = report.known + report.invalid.count;
            let examples = report.invalid.examples.iter().map(|(place, misfit)| {
                let (text, why) = (&misfit.text, misfit.why.said());
                say!("\"{text}\" in {place} is {why}", text, place = place.said(), why)
            });
            return Err(unfit(
                path,
                say!(
                    "{count} of {all} values of `{name}` do not fit the field: {examples}. Correct its type or its options \
                     (`leadrules check --data` proposes how), or allow more with {option}",
                    count = report.invalid.count,
                    all,
                    name,
                    examples = Text::row(examples.collect(), "; "),
                    option = self.more(report.invalid.count, all)
                ),
            ));
        }
        Ok(())
    }

    /// The keys of leads, at least one of which must be there; `key` is the field that tells leads apart.
    pub(super) fn keys(
        &self,
        path: &str,
        report: &ReadReport,
        key: Option<(&String, &FieldReport)>,
    ) -> Result<(), Error> {
        let Some((name, field)) = key.filter(|_| self.key.is_some() && are_keyless(report)) else {
            return Ok(());
        };
        let Some((place, misfit)) = field.invalid.examples.first() else {
            let column = field.column.as_ref().unwrap_or(name);
            let what = say!(
                "no lead has a key: the column `{column}` is blank in every row. Name the right one with `from` at the field \
                 `{name}`",
                column,
                name
            );
            return Err(unfit(path, what));
        };
        Err(unfit(
            path,
            say!(
                "no lead has a key: {count} {count|value|values} of `{name}` and none that fits the field; \"{text}\" in {place} \
                 is {why}. What only tells leads apart is best read as it stands: `{name} text key`",
                count = field.invalid.count,
                name,
                text = &misfit.text,
                place = place.said(),
                why = misfit.why.said()
            ),
        ))
    }

    /// The lines of a file, some of which can't be read at all.
    pub(super) fn lines(&self, path: &str, report: &ReadReport) -> Result<(), Error> {
        let (unread, all) = (report.broken_rows.count, report.rows + report.broken_rows.count);
        let Some((place, text)) = report.broken_rows.examples.first().filter(|_| self.is_too_much(unread, all)) else {
            return Ok(());
        };
        Err(unfit(
            path,
            say!(
                "{unread} of {all} {all|line|lines} can't be read as JSON, the first in {place}: \"{text}\". Write the file again, \
                 or allow more with {option}",
                unread,
                all,
                place = place.said(),
                text,
                option = self.more(unread, all)
            ),
        ))
    }

    /// The events of a log, or of leads.
    pub(super) fn events(&self, path: &str, report: &EventsReport) -> Result<(), Error> {
        fn first<T>(what: Text, of: &Counted<T>, text: impl Fn(&T) -> Option<&String>) -> Option<Text> {
            let Some((place, found)) = of.examples.first() else { return (of.count > 0).then_some(what) };
            let example = match text(found) {
                Some(text) => say!("\"{text}\" in {place}", text, place = place.said()),
                None => place.said(),
            };
            (of.count > 0).then(|| say!("{what} ({example})", what, example))
        }
        let EventsReport { without_lead, without_kind, without_time, .. } = report;
        let (unread, all) = unread(report);
        if !self.are_too_odd(report) {
            return Ok(());
        }
        let why = [
            first(say!("{count} without a time that can be read", count = without_time.count), without_time, |text| {
                (!text.is_empty()).then_some(text)
            }),
            first(say!("{count} without a lead", count = without_lead.count), without_lead, |text| {
                (!text.is_empty()).then_some(text)
            }),
            first(say!("{count} without what happened", count = without_kind.count), without_kind, |()| None),
        ];
        Err(unfit(
            path,
            say!(
                "{unread} of {all} {all|event|events} can't be read: {why}. Say in the `events` block which columns they are and \
                 how times are written (`as`), or allow more with {option}",
                unread,
                all,
                why = Text::row(why.into_iter().flatten().collect(), ", "),
                option = self.more(unread, all)
            ),
        ))
    }

    /// Whether too many events can't be read.
    pub(super) fn are_too_odd(&self, report: &EventsReport) -> bool {
        let (unread, all) = unread(report);
        self.is_too_much(unread, all)
    }

    /// Whether too many values of a field that rules look at, or of a property, do not fit.
    pub(super) fn is_too_odd(&self, name: &String, report: &FieldReport) -> bool {
        let is_used = self.uses(name) || self.properties.contains(name);
        is_used && self.is_too_much(report.invalid.count, report.known + report.invalid.count)
    }

    fn is_too_much(&self, unread: u64, all: u64) -> bool {
        unread >= FEW && u128::from(unread) * 100 > u128::from(all) * u128::from(self.max_invalid)
    }
}

/// How many events can't be read, and how many there are.
fn unread(report: &EventsReport) -> (u64, u64) {
    let unread = report.without_lead.count + report.without_kind.count + report.without_time.count;
    (unread, report.rows + unread)
}

fn not_there(missing: &MissingColumn) -> Text {
    let names = Text::list(missing.wanted.iter().map(|name| Text::verbatim(format!("`{name}`"))), Junction::Or);
    match &missing.near {
        None => say!("there is no column {names}", names),
        Some(near) => say!("there is no column {names} (is it `{near}`?)", names, near),
    }
}

/// Data that can be read but is not what the rules are about.
fn unfit(path: &str, what: Text) -> Error {
    Error { is_unfit: true, ..Error::new(path, what) }
}

fn listed(names: &[String]) -> Text {
    let more = if names.len() > NAMED { ", …" } else { "" };
    let names: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    if names.is_empty() { say!("none") } else { Text::verbatim(names.join(", ") + more) }
}
