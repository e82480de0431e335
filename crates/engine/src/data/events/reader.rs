//! A file of events, batch by batch. In: the log of the rules and a file; out: [`Events`], and a report of what was
//! noticed.

use hashbrown::HashMap;

use super::{EVENT, EventPart, EventPlan, LEAD, Noticed, TIME, UNKNOWN_KINDS};
use crate::columns::{Events, Needed};
use crate::data::fitness::Fitness;
use crate::data::frame::Frame;
use crate::data::input::{Error, Input, ReadOptions};
use crate::data::merge::{self, SeenNames, merge_fields, missing_columns, start_report};
use crate::data::names;
use crate::data::opening;
use crate::data::pipeline::{Decode, Decoded, Pipeline};
use crate::data::projection::ProjectedColumn;
use crate::data::projection::{Header, Projection};
use crate::data::report::{Counted, EventsReport, FieldReport, Place, ReadReport};
use crate::data::source::{About, Source};
use leadrules_language::calendar::Zone;
use leadrules_language::ir::Rules;
use leadrules_language::words::say;

/// A file of events, batch by batch.
pub type EventReader = Pipeline<EventDecoder>;

/// How frames of a log are decoded.
pub struct EventDecoder {
    plan: EventPlan,
    zone: Zone,
    /// The properties that are read, and the names that their columns may have.
    wanted: Vec<(String, Vec<String>)>,
    /// What the log must hold.
    fitness: Option<Fitness>,
    /// The names of properties, by their ids.
    named: Vec<String>,
    /// The names that the column with each event's own id may have.
    number: Vec<String>,
}

/// Opens a file of events.
///
/// # Errors
/// When it can't be read, or has no column for the lead, the kind or the time of events.
pub fn read_events(input: &Input, rules: &Rules, needed: &Needed, options: &ReadOptions) -> Result<EventReader, Error> {
    let Some(log) = &rules.log else {
        return Err(Error::new(
            &input.name(),
            say!("the rules have no `events` block that says what its columns mean"),
        ));
    };
    let (plan, wanted) = EventPlan::new(rules, log, needed);
    let source = opening::open(
        input,
        options,
        &Projection { wanted: wanted.clone(), events: None, header: Header::Names(Vec::new()) },
    )?;
    check_log_columns(&source, &wanted)?;
    let mut report = start_report(&source, log.properties.len());
    report.events = Some(EventsReport::default());
    let asked = plan.properties.iter().zip(&log.properties);
    let wanted = asked.clone().filter(|(plan, _)| plan.needed);
    let wanted: Vec<_> = wanted.map(|(_, property)| (property.name.clone(), property.columns.clone())).collect();
    let fitness = options.fitness.clone();
    if let (Some(fitness), Some(_)) = (&fitness, &source.found) {
        fitness.log(&source.path, &source.columns, &wanted, None)?;
    }
    let named = log.properties.iter().map(|property| property.name.clone()).collect();
    for (field, (plan, property)) in report.fields.iter_mut().zip(asked) {
        field.read = plan.needed;
        field.column = column_of(&source, plan.needed.then_some(plan.target), &property.columns);
    }
    let merging = MergeLog { report, names: SeenNames::new(&source.columns), events: MergeEvents::default() };
    let number = log.number_columns();
    Ok(Pipeline::new(source, EventDecoder { plan, zone: rules.zone.clone(), wanted, fitness, named, number }, merging))
}

/// The column that a target was found in.
pub(in crate::data) fn column_of(source: &Source, target: Option<usize>, wanted: &[String]) -> Option<String> {
    match &source.found {
        Some(found) => target.and_then(|target| found[target].clone()),
        None => names::find(&source.columns, wanted).map(|at| source.columns[at].clone()),
    }
}

fn check_log_columns(source: &Source, wanted: &[ProjectedColumn]) -> Result<(), Error> {
    for target in [LEAD, EVENT, TIME] {
        let names = &wanted[target].names;
        let there = match &source.found {
            Some(found) => found[target].is_some(),
            // Later objects in the file may have other names; an empty file has none.
            None => source.columns.is_empty() || names::find(&source.columns, names).is_some(),
        };
        if !there {
            let list = |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let (near, names) = (names::near(&source.columns, names), list(names));
            let looked_for = match (target, near) {
                (LEAD, None) => say!("no column says whose each event is: looked for {names}.", names),
                (LEAD, Some(near)) => {
                    say!("no column says whose each event is: looked for {names}; did you mean `{near}`?", names, near)
                }
                (EVENT, None) => say!("no column says what happened: looked for {names}.", names),
                (EVENT, Some(near)) => {
                    say!("no column says what happened: looked for {names}; did you mean `{near}`?", names, near)
                }
                (_, None) => say!("no column says when it happened: looked for {names}.", names),
                (_, Some(near)) => {
                    say!("no column says when it happened: looked for {names}; did you mean `{near}`?", names, near)
                }
            };
            let way = say!(
                "Its columns are {columns}. Name the right one with `from` in the `events` block",
                columns = list(&source.columns)
            );
            return Err(Error::new(&source.path, looked_for.and_then(way)));
        }
    }
    Ok(())
}

impl Decoded for EventDecoder {
    type Batch = Events;
}

impl Decode for EventDecoder {
    type Noticed = Noticed;
    type Report = MergeLog;

    fn decode(&self, frame: &Frame<'_>) -> (Option<Events>, Noticed) {
        let EventPart { events, noticed } = self.plan.read(frame, None, &self.zone);
        ((events.rows > 0).then_some(events), noticed)
    }

    fn merge(&self, report: &mut MergeLog, noticed: Noticed, about: &About) {
        report.merge(noticed, about);
    }

    /// Events name their leads; their position in the file does not matter.
    fn place(&self, _: &mut MergeLog, _: &mut Events, _: u64) {}

    fn needs_places(&self) -> bool {
        false
    }

    fn finish(&self, merging: &mut MergeLog, source: &Source) -> Result<(), Error> {
        let MergeLog { report, events, names } = merging;
        if let Some(seen) = &mut report.events {
            events.finish(seen);
            seen.number = names::find(names, &self.number).map(|at| names[at].clone());
        }
        merge::finish_fields(&mut report.fields);
        if source.found.is_none() {
            merge::found_later(&mut report.fields, names, self.wanted.iter());
        }
        report.missing_columns = missing_columns(names, &self.wanted, report.rows);
        let Some(fitness) = &self.fitness else { return Ok(()) };
        fitness.lines(&source.path, report)?;
        if source.found.is_none() && report.rows > 0 {
            fitness.log(&source.path, names, &self.wanted, Some(report.rows))?;
        }
        fitness.values(&source.path, self.named.iter().zip(&report.fields))?;
        report.events.as_ref().map_or(Ok(()), |seen| fitness.events(&source.path, seen))
    }
}

/// Collects what batches noticed into one report.
#[derive(Debug, Default)]
pub(in crate::data) struct MergeEvents {
    unknown: HashMap<String, u64, foldhash::fast::FixedState>,
}

/// Collects what batches of a log noticed into its report.
#[derive(Debug)]
pub(in crate::data) struct MergeLog {
    report: ReadReport,
    events: MergeEvents,
    names: SeenNames,
}

impl MergeLog {
    fn merge(&mut self, noticed: Noticed, about: &About) {
        let report = &mut self.report;
        merge::merge_about(report, &mut self.names, about);
        report.rows += noticed.seen.rows;
        let seen = report.events.get_or_insert_default();
        self.events.merge(noticed, about, seen, &mut report.fields);
    }
}

impl MergeEvents {
    /// Adds what a batch noticed to `report` and `properties`.
    pub(in crate::data) fn merge(
        &mut self,
        noticed: Noticed,
        about: &About,
        report: &mut EventsReport,
        properties: &mut [FieldReport],
    ) {
        let Noticed { notes, mut seen, unknown, places } = noticed;
        let place = |row: usize| {
            places.iter().find(|(other, _)| *other == row).map(|(_, place)| place.after(about.base)).unwrap_or_default()
        };
        merge_fields(properties, notes, place);
        report.rows += seen.rows;
        report.kinds.resize(seen.kinds.len(), 0);
        report.kinds.iter_mut().zip(&seen.kinds).for_each(|(sum, count)| *sum += count);
        report.unknown_kind_rows += seen.unknown_kind_rows;
        fn take<T>(into: &mut Counted<T>, mut from: Counted<T>, base: Place) {
            from.shift(base);
            into.merge(from);
        }
        take(&mut report.without_lead, std::mem::take(&mut seen.without_lead), about.base);
        take(&mut report.without_kind, std::mem::take(&mut seen.without_kind), about.base);
        take(&mut report.without_time, std::mem::take(&mut seen.without_time), about.base);
        take(&mut report.not_events, about.not_events.clone(), about.base);
        for (name, count) in unknown {
            if let Some(sum) = self.unknown.get_mut(&name) {
                *sum += count;
            } else if self.unknown.len() < UNKNOWN_KINDS {
                self.unknown.insert(name, count);
            }
        }
    }

    /// Sorts the unknown kinds.
    pub(in crate::data) fn finish(&mut self, report: &mut EventsReport) {
        let mut kinds: Vec<_> = self.unknown.drain().collect();
        kinds.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        if !kinds.is_empty() {
            report.unknown_kinds = kinds;
        }
    }
}

impl EventReader {
    /// What reading noticed; complete once the last batch has been read.
    #[must_use]
    pub fn report(&self) -> &ReadReport {
        &self.report.report
    }
}
