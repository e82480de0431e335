//! All leads and events, in memory: each lead is seen from a moment of its own, with the events that it had by then.

use hashbrown::HashMap;

use leadrules_engine::columns::{Column, EventLeads, Events, Leads, Need, Needed, Picked};
use leadrules_engine::data::{self, ReadReport};
use leadrules_engine::run::{Error, EventSource, Phase, Request, Step};

/// All leads and events, in memory.
pub(super) struct Held {
    pub(super) leads: Vec<Leads>,
    events: Vec<Events>,
    /// The events of leads that carry their own, by batch and row.
    nested: HashMap<Picked, Vec<Picked>>,
    pub(super) report: ReadReport,
}

impl Held {
    /// Reads them, with columns to be passed on.
    pub(super) fn read(
        request: &Request<'_>,
        keep: &[String],
        progress: &mut (dyn FnMut(Step) + Send),
    ) -> Result<Self, Error> {
        let Request { rules, events, .. } = *request;
        // Which rules are in force depends on the moment, and so does what they look at.
        let mut needed = Needed {
            fields: vec![Need::Values; rules.fields.len()],
            properties: vec![true; rules.log.as_ref().map_or(0, |log| log.properties.len())],
            events: rules.log.is_some() && !matches!(events, EventSource::None),
        };
        // What leads ask of their account is not in the data.
        for asked in rules.accounts.iter().flat_map(|accounts| &accounts.asked) {
            needed.fields[usize::from(asked.field.0)] = Need::Nothing;
        }
        let mut reader = data::read_leads(request.leads, rules, &needed, keep, request.options)?;
        let mut held =
            Self { leads: Vec::new(), events: Vec::new(), nested: HashMap::new(), report: ReadReport::default() };
        match events {
            EventSource::Log(input, options) if needed.events => {
                let mut log = data::read_events(input, rules, &needed, options)?;
                for events in log.by_ref() {
                    held.events.push(events?.written_out());
                }
            }
            EventSource::Leads if needed.events && !reader.has_events() => {
                return Err(Error::NoEvents { leads: request.leads.name() });
            }
            EventSource::Log(..) | EventSource::Leads | EventSource::None => {}
        }
        for leads in reader.by_ref() {
            let mut leads = leads?;
            if let Some(events) = leads.events.take().filter(|_| matches!(request.events, EventSource::Leads)) {
                held.take_nested(events);
            }
            held.leads.push(leads.written_out());
        }
        let (bytes, of) = reader.progress();
        progress(Step { phase: Phase::Leads, rows: reader.report().rows, bytes, of });
        held.report = reader.report().clone();
        Ok(held)
    }

    /// The number of a lead's row in the data.
    pub(super) fn row(&self, (batch, row): Picked) -> u64 {
        self.leads[batch].first_row + row as u64
    }

    /// Adds the events nested in the batch of leads that comes next.
    fn take_nested(&mut self, events: Events) {
        let EventLeads::Rows(leads) = &events.leads else { unreachable!("nested events name the rows of their leads") };
        let (batch, at) = (self.leads.len(), self.events.len());
        for (row, &lead) in leads.iter().enumerate() {
            self.nested.entry((batch, lead as usize)).or_default().push((at, row));
        }
        self.events.push(events.written_out());
    }

    /// The events of the log, by the key of their lead.
    pub(super) fn by_key(&self) -> HashMap<&str, Vec<Picked>> {
        let mut by_key: HashMap<&str, Vec<Picked>> = HashMap::new();
        for (batch, events) in self.events.iter().enumerate() {
            for (row, key) in keys(&events.leads).into_iter().enumerate() {
                by_key.entry(key).or_default().push((batch, row));
            }
        }
        by_key
    }

    /// Some leads, with their events nested in them.
    pub(super) fn leads_at(&self, rows: &[Picked], by_key: &HashMap<&str, Vec<Picked>>, log: bool) -> Leads {
        let mut leads = Leads::gather(&self.leads, rows);
        if !log || self.events.is_empty() {
            return leads;
        }
        let (mut picked, mut of) = (Vec::new(), Vec::new());
        for ((lead, row), key) in (0..).zip(rows).zip(leads.keys.iter()) {
            let own = self.nested.get(row);
            for &event in own.or_else(|| by_key.get(key?)).into_iter().flatten() {
                picked.push(event);
                of.push(lead);
            }
        }
        leads.events = Some(Events::gather(&self.events, &picked, of));
        leads
    }
}

/// The key of the lead of each event.
fn keys(leads: &EventLeads) -> Vec<&str> {
    use arrow_array::cast::AsArray;
    match leads {
        EventLeads::Rows(_) => Vec::new(),
        EventLeads::Views(keys) => keys.iter().map(Option::unwrap_or_default).collect(),
        EventLeads::Keys(Column::Text(keys)) => keys.iter().map(Option::unwrap_or_default).collect(),
        EventLeads::Keys(Column::CodedText(codes)) => {
            let texts: &arrow_array::StringArray = codes.values().as_string();
            let place = |code: Option<i32>| code.and_then(|code| usize::try_from(code).ok());
            codes.keys().iter().map(|code| place(code).map_or("", |code| texts.value(code))).collect()
        }
        EventLeads::Keys(other) => unreachable!("keys are texts, not {other:?}"),
    }
}
