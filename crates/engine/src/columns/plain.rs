//! Rows of columns as plain values: for one lead that is explained or replayed. Batches of data never pass through here.

use arrow_array::Array;

use super::{EventLeads, Events, Leads, OTHER_KIND, Picked};
use leadrules_language::ir::KindId;
use leadrules_language::lead::{Event, Lead};

impl Leads {
    /// What is known of the lead in a row: nothing for fields that were not read.
    #[must_use]
    pub fn lead(&self, row: usize) -> Lead {
        Lead { fields: self.fields.iter().map(|column| column.value(row)).collect() }
    }

    /// The events that are nested in the lead in a row.
    #[must_use]
    pub fn events_of(&self, row: usize) -> Vec<Event> {
        let Some(events) = &self.events else { return Vec::new() };
        let EventLeads::Rows(rows) = &events.leads else { return Vec::new() };
        let own = rows.iter().enumerate().filter(|(_, of)| **of as usize == row);
        own.map(|(at, _)| events.event(at)).collect()
    }
}

impl Events {
    /// The events nested in the lead in a row, as the events of a single lead.
    #[must_use]
    pub fn of_row(&self, row: usize) -> Self {
        let EventLeads::Rows(rows) = &self.leads else {
            unreachable!("events nested in leads are told apart by their rows")
        };
        let own = rows.iter().enumerate().filter(|(_, of)| **of as usize == row);
        let picked: Vec<Picked> = own.map(|(at, _)| (0, at)).collect();
        Self::gather(std::slice::from_ref(self), &picked, vec![0; picked.len()])
    }

    /// The event in a row.
    #[must_use]
    pub fn event(&self, row: usize) -> Event {
        let kind = self.kinds[row];
        Event {
            kind: (kind != OTHER_KIND).then_some(KindId(kind)),
            time: self.times[row],
            id: self.ids.as_ref().filter(|ids| ids.is_valid(row)).map(|ids| ids.value(row).to_owned()),
            properties: self.properties.iter().map(|column| column.value(row)).collect(),
        }
    }
}
