//! The moment at which it was known what became of each lead. In: leads, and the field or column that says so; out: leads by moment.

use arrow_array::Array;
use hashbrown::HashMap;

use super::{Noticed, Wanted};
use crate::statistic;
use leadrules_engine::columns::{Column, Leads, Picked};
use leadrules_engine::data;
use leadrules_language::calendar::{Instant, format_day};
use leadrules_language::ir::Rules;
use leadrules_language::types::Type;

/// The leads of one moment.
#[derive(Debug, Default)]
pub(super) struct Moment {
    pub(super) rows: Vec<Picked>,
    pub(super) at: Option<Instant>,
    pub(super) month: Option<String>,
}

/// What says when.
#[derive(Debug)]
pub(super) struct Says {
    /// The date field, if it is one.
    field: Option<usize>,
    /// Otherwise the column, which is the only one that is passed on.
    column: String,
}

impl Says {
    /// A field of the rules with this name, or a column.
    pub(super) fn of(rules: &Rules, at: &str) -> Self {
        let field = rules.fields.iter().position(|field| field.name == at && matches!(field.ty, Type::Date(_)));
        let column = rules.fields.iter().find(|field| field.name == at).and_then(|field| field.columns.first());
        Self { field, column: column.map_or(at, String::as_str).to_owned() }
    }

    /// The columns that have to be passed on.
    pub(super) fn keep(&self) -> Vec<String> {
        if self.field.is_some() { Vec::new() } else { vec![self.column.clone()] }
    }

    /// The leads that count by moment, the first moment first: the instant from which they are seen, and whether it is one of their own.
    pub(super) fn moments(
        &self,
        (rules, wanted): (&Rules, &Wanted<'_>),
        leads: &[Leads],
        counts: &dyn Fn(Picked) -> bool,
        noticed: &mut Noticed,
    ) -> Vec<((Instant, bool), Moment)> {
        let mut said: Vec<Vec<Option<Instant>>> = Vec::new();
        for leads in leads {
            said.push((0..leads.rows).map(|row| self.moment(rules, leads, row, noticed)).collect());
        }
        if wanted.draw {
            noticed.drawn = draw(leads, &mut said);
        }
        let mut moments: HashMap<(Instant, bool), Moment> = HashMap::new();
        for (batch, said) in said.into_iter().enumerate() {
            for (row, moment) in said.into_iter().enumerate().filter(|(row, _)| counts((batch, *row))) {
                let key = moment.map_or((wanted.request.as_of, false), |moment| (moment.saturating_sub(1), true));
                let entry = moments.entry(key).or_default();
                entry.rows.push((batch, row));
                if entry.at.is_none() {
                    entry.at = moment;
                    entry.month = moment.map(|moment| format_day(rules.zone.day_of(moment))[..7].to_owned());
                }
            }
        }
        let mut moments: Vec<_> = moments.into_iter().collect();
        moments.sort_unstable_by_key(|(key, _)| *key);
        moments
    }

    /// When the outcome of a lead was known: a day is its first instant.
    fn moment(&self, rules: &Rules, leads: &Leads, row: usize, noticed: &mut Noticed) -> Option<Instant> {
        if let Some(field) = self.field {
            let day = match &leads.fields[field] {
                Column::Date(days) => days.is_valid(row).then(|| days.value(row)),
                _ => None,
            };
            noticed.without_moment += u64::from(day.is_none());
            return day.map(|day| rules.zone.start_of(day));
        }
        let text = Some(&leads.kept[0])
            .filter(|kept| kept.is_valid(row))
            .map(|kept| leadrules_language::text::trim(kept.value(row)))
            .filter(|text| !text.is_empty());
        let Some(text) = text else {
            noticed.without_moment += 1;
            return None;
        };
        let moment = rules.zone.parse_time(text);
        if moment.is_none() {
            let (count, examples) = &mut noticed.odd_moments;
            *count += 1;
            if examples.len() < data::EXAMPLES {
                examples.push(text.to_owned());
            }
        }
        moment
    }
}

/// Gives each lead without a moment one of those of the others, chosen by its key; returns how many were given one.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "moments are counted in far less than 2^52, and a fraction of their number is one of them"
)]
fn draw(leads: &[Leads], said: &mut [Vec<Option<Instant>>]) -> u64 {
    let mut all: Vec<Instant> = said.iter().flatten().flatten().copied().collect();
    all.sort_unstable();
    let mut drawn = 0;
    for (leads, said) in leads.iter().zip(said) {
        for (row, moment) in said.iter_mut().enumerate().filter(|(_, moment)| moment.is_none()) {
            let row_number = || (leads.first_row + row as u64).to_string();
            let key = if leads.keys.is_valid(row) { leads.keys.value(row).to_owned() } else { row_number() };
            *moment = all.get((statistic::drawn(&key, 0) * all.len() as f64) as usize).copied();
            drawn += u64::from(moment.is_some());
        }
    }
    drawn
}
