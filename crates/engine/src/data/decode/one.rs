//! One cell to a plain value. In: the cell; out: what it holds, or nothing at all if it does not fit: to say why is up to reading
//! it with its column.

use super::{ColumnDecoder, ColumnNotes, Kind, RowSet, is_email, plain_text};
use crate::columns::Column;
use crate::data::cell::Cell;
use crate::data::cell::time::Clock;
use leadrules_language::decimal::Decimal;
use leadrules_language::types::{Type, Value};

impl ColumnDecoder {
    /// What the cell holds; `None` if it does not fit. Of a text of which it is only asked whether it is there, it is not said
    /// which.
    pub(in crate::data) fn one(
        &self,
        cell: &Cell<'_>,
        clock: &mut Clock<'_>,
        buffer: &mut String,
    ) -> Option<Option<Value>> {
        if *cell == Cell::Missing {
            return Some(None);
        }
        match &self.kind {
            Kind::Presence if !cell.is_several() => {
                Some(self.is_there(&plain_text(cell)).then(|| Value::Text(String::new())))
            }
            Kind::Text | Kind::Email if !cell.is_several() => {
                let written = plain_text(cell);
                let text = self.text(&written);
                let fits = |text: &str| matches!(self.kind, Kind::Text) || is_email(text);
                text.as_deref().is_none_or(fits).then(|| text.map(|text| Value::Text(text.into_owned())))
            }
            Kind::Presence | Kind::Text | Kind::Email => None,
            &Kind::Number { mark, whole, low, high } => {
                let value = self.number_within(cell, (mark, whole), (low, high)).ok()?;
                Some(value.map(|(value, _)| Value::Number(Decimal(value.into()))))
            }
            Kind::YesNo => Some(self.truth(cell).ok()?.map(Value::Truth)),
            Kind::Date { form, low, high } => {
                Some(self.day(cell, (form.as_ref(), *low, *high), clock).ok()?.map(Value::Date))
            }
            Kind::Choice(options) if !cell.is_several() => {
                Some(self.option(options, &plain_text(cell), buffer).ok()?.map(Value::Choice))
            }
            Kind::Choice(_) => None,
            Kind::Texts { .. } | Kind::Choices { .. } => {
                let mut notes = ColumnNotes::default();
                let column = self.fill(RowSet::All(1), |_| cell.clone(), clock, &mut notes);
                (notes.invalid == 0).then(|| column.value(0))
            }
        }
    }

    /// The key that the cell is, as a column of keys would have it.
    pub(in crate::data) fn key(&self, cell: &Cell<'_>, ty: &Type, clock: &mut Clock<'_>) -> Option<Column> {
        let mut notes = ColumnNotes::default();
        let column = self.fill(RowSet::All(1), |_| cell.clone(), clock, &mut notes);
        (notes.invalid == 0).then(|| super::key_column(column, ty))
    }
}
