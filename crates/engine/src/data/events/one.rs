//! One event to plain values. In: its cells; out: the event, or nothing if it says too little, its kind is not declared, or anything
//! in it does not fit.

use super::{EVENT, EventPlan, ID, TIME};
use crate::data::cell::time::Clock;
use crate::data::cell::{self, Cell};
use crate::data::decode;
use crate::data::json::JsonRow;
use leadrules_language::ir::KindId;
use leadrules_language::lead::Event;

impl EventPlan {
    /// The event in a row; it takes the place of one that is no longer wanted.
    pub(in crate::data) fn one(
        &self,
        row: &JsonRow<'_>,
        clock: &mut Clock<'_>,
        buffer: &mut String,
        into: &mut Event,
    ) -> Option<()> {
        let (said, id) = (row.cell(EVENT), row.cell(ID));
        if self.bad_form || said.is_several() {
            return None;
        }
        let kind = match &said {
            Cell::Text(text) => self.kind(text, buffer)?,
            _ => self.kind(&decode::plain_text(&said), buffer)?,
        };
        let moment = decode::moment(&row.cell(TIME), self.form.as_ref(), clock, |_| false).ok()??;
        let has_id = row.has(ID);
        let id = has_id.then(|| cell::clean(&decode::plain_text(&id)).into_owned());
        if id.as_ref().is_some_and(String::is_empty) {
            return None;
        }
        let time = clock.instant_of(moment);
        into.properties.clear();
        for plan in &self.properties {
            let is_its_own = plan.kinds[usize::from(kind)];
            let is_read = (plan.needed || has_id) && is_its_own && row.has(plan.target);
            let value = if is_read { plan.reading.one(&row.cell(plan.target), clock, buffer)? } else { None };
            into.properties.push(value);
        }
        (into.kind, into.time, into.id) = (Some(KindId(kind)), time, id);
        Some(())
    }

    /// Which of the declared kinds a text is.
    fn kind(&self, text: &str, buffer: &mut String) -> Option<u16> {
        self.kinds.get(cell::fold_into(text, buffer)).copied()
    }
}
