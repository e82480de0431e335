//! Lists to columns: a JSON array, or a text split at a separator. Entries are cleaned, and duplicates left out.

use arrow_array::builder::{ListBuilder, StringBuilder, UInt16Builder};
use hashbrown::HashSet;

use super::options::Options;
use super::{ColumnDecoder, ColumnNotes, RowSet};
use crate::columns::Column;
use crate::data::cell::{self, Cell, Why};
use leadrules_language::text;

impl ColumnDecoder {
    pub(super) fn fill_text_lists<'a>(
        &self,
        split: &str,
        rows: RowSet<'_>,
        get: impl Fn(usize) -> Cell<'a>,
        notes: &mut ColumnNotes,
    ) -> Column {
        let mut lists = ListBuilder::new(StringBuilder::new());
        let mut seen = HashSet::new();
        for index in 0..rows.len() {
            let row = rows.at(index);
            let cell = get(row);
            seen.clear();
            let read = self.entries(&cell, split, &mut |entry| {
                if seen.insert(text::fold(entry)) {
                    lists.values().append_value(entry);
                }
            });
            if let Err(why) = read {
                notes.invalid(row, why, &cell.text());
            }
            lists.append(!seen.is_empty());
        }
        Column::Texts(lists.finish())
    }

    pub(super) fn fill_choice_lists<'a>(
        &self,
        options: &Options,
        split: &str,
        rows: RowSet<'_>,
        get: impl Fn(usize) -> Cell<'a>,
        notes: &mut ColumnNotes,
    ) -> Column {
        let mut lists = ListBuilder::new(UInt16Builder::new());
        notes.seen.resize(options.count, 0);
        let (mut places, mut buffer) = (Vec::new(), String::new());
        for index in 0..rows.len() {
            let row = rows.at(index);
            let cell = get(row);
            places.clear();
            let read = self.entries(&cell, split, &mut |entry| match options.find(entry, &mut buffer) {
                Some(place) if !places.contains(&place) => places.push(place),
                Some(_) => {}
                None => {
                    notes.dropped += 1;
                    notes.unlisted(entry, 1);
                }
            });
            if let Err(why) = read {
                notes.invalid(row, why, &cell.text());
            }
            for &place in &places {
                lists.values().append_value(place);
                notes.seen[usize::from(place)] += 1;
            }
            lists.append(!places.is_empty());
        }
        Column::Choices(lists.finish())
    }

    /// Gives each entry, cleaned; those that stand for nothing are left out.
    fn entries(&self, cell: &Cell<'_>, split: &str, give: &mut dyn FnMut(&str)) -> Result<(), Why> {
        let mut one = |text: &str| {
            let clean = cell::clean(text);
            if !clean.is_empty() && !self.missing.holds(&clean) {
                give(&clean);
            }
        };
        match cell {
            Cell::Missing => {}
            Cell::List(cells) => {
                for cell in cells.iter() {
                    match cell {
                        Cell::List(_) | Cell::Array(_) | Cell::Other(_) => return Err(Why::NotAValue),
                        _ => one(&super::plain_text(cell)),
                    }
                }
            }
            Cell::Text(text) => {
                let text = cell::trim(text);
                match text.starts_with('[').then(|| json_entries(text)).flatten() {
                    Some(entries) => entries.iter().for_each(|entry| one(entry)),
                    None if self.missing.holds(text) => {}
                    None if split.is_empty() => one(text),
                    None => text.split(split).for_each(one),
                }
            }
            Cell::Array(text) => json_entries(text).ok_or(Why::NotAValue)?.iter().for_each(|entry| one(entry)),
            Cell::Other(_) => return Err(Why::NotAValue),
            Cell::Number(_)
            | Cell::Integer(_)
            | Cell::Float(_)
            | Cell::Decimal(..)
            | Cell::Digits(_)
            | Cell::Truth(_)
            | Cell::Day(_)
            | Cell::Instant(_)
            | Cell::Local(_) => one(&super::plain_text(cell)),
        }
        Ok(())
    }
}

/// The entries of a JSON array of plain values.
fn json_entries(text: &str) -> Option<Vec<String>> {
    let values: Vec<serde_json::Value> = serde_json::from_str(text).ok()?;
    values
        .into_iter()
        .map(|value| match value {
            serde_json::Value::Null => Some(String::new()),
            serde_json::Value::String(text) => Some(text),
            serde_json::Value::Bool(_) => Some(value.to_string()),
            serde_json::Value::Number(number) => {
                Some(super::plain_text(&Cell::Number(&number.to_string())).into_owned())
            }
            serde_json::Value::Array(_) | serde_json::Value::Object(_) => None,
        })
        .collect()
}
