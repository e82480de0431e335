//! What is declared of leads and events, as meant.

use super::{KindId, Occurrences, PropertyId};
use crate::calendar::form::{Form, Moment};
use crate::calendar::{Day, Zone};
use crate::decimal::Decimal;
use crate::source::Span;
use crate::text;
use crate::types::{Type, Value};

/// A field of the lead, or a property of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the rules.
    pub name: String,
    /// What it holds.
    pub ty: Type,
    /// Its columns in the data, of which the first one present is taken; its own name if the file gives none.
    pub columns: Vec<String>,
    /// Texts that stand for an empty cell, including those for all fields. Compared by [`crate::text::key`].
    pub missing: Vec<String>,
    /// Known only afterwards.
    pub outcome: bool,
    /// Can't be changed by the lead.
    pub fixed: bool,
    /// Data may lack its column; the field is then unknown.
    pub optional: bool,
    /// Its name in the file.
    pub span: Span,
    /// Where its declaration can be continued.
    pub places: FieldPlaces,
}

impl Field {
    /// The days that stand for an empty cell of a date field, however the data writes them.
    #[must_use]
    pub fn missing_days(&self) -> Vec<Day> {
        let Type::Date(date) = &self.ty else { return Vec::new() };
        let form = date.form.as_ref().and_then(|form| Form::new(form).ok()).filter(|form| form.epoch().is_none());
        let zone = Zone::utc();
        let day = |text: &String| {
            let by_form = form.as_ref().and_then(|form| form.parse(text.trim()));
            match by_form {
                Some(Moment::Local(local)) => Some(local.day),
                Some(Moment::Instant(instant)) => Some(zone.day_of(instant)),
                None => zone.parse_time(text).map(|instant| zone.day_of(instant)),
            }
        };
        self.missing.iter().filter_map(day).collect()
    }

    /// The numbers that stand for an empty cell of a number field, or of a date field whose dates are counted.
    #[must_use]
    pub fn missing_numbers(&self) -> Vec<Decimal> {
        let comma = match (self.ty.numbers(), &self.ty) {
            (Some(numbers), _) => numbers.decimal_comma,
            (None, Type::Date(_)) => false,
            (None, _) => return Vec::new(),
        };
        let read = |text: &String| {
            let point = Decimal::parse(text.trim());
            let number = if comma { point.or_else(|_| Decimal::parse(&text.trim().replace(',', "."))) } else { point };
            number.ok().map(|(number, _)| number)
        };
        self.missing.iter().filter_map(read).collect()
    }

    /// Whether a value that the data might hold stands for an empty cell, so that no lead has it. Of numbers that `missing` writes
    /// with marks or units, nothing is said.
    #[must_use]
    pub fn takes_for_empty(&self, value: &Value) -> bool {
        let is_empty = |text: &str| {
            let key = text::key(text);
            self.missing.iter().any(|missing| text::key(missing) == key)
        };
        match value {
            Value::Number(number) => {
                let read = |text: &String| Decimal::parse(text.trim()).is_ok_and(|(missing, _)| missing == *number);
                self.missing.iter().any(read)
            }
            Value::Date(day) => self.missing_days().contains(day),
            Value::Truth(truth) => self.missing_truths().contains(truth),
            Value::Text(text) => is_empty(text),
            // Whichever way it is written.
            Value::Choice(option) => match &self.ty {
                Type::Choice(choice) => choice.options.get(usize::from(*option)).is_some_and(|option| {
                    is_empty(&option.name) && option.synonyms.iter().all(|synonym| is_empty(synonym))
                }),
                _ => false,
            },
            // Single entries are left out of lists.
            Value::Texts(_) | Value::Choices(_) => false,
        }
    }

    /// The values that stand for an empty cell of a yes/no field, whatever words the data uses for them.
    #[must_use]
    pub fn missing_truths(&self) -> Vec<bool> {
        if self.ty != Type::YesNo {
            return Vec::new();
        }
        self.missing.iter().filter_map(|text| text::yes_no(text.trim())).collect()
    }
}

/// Where the parts of a field's declaration are, so that an edit can add to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPlaces {
    /// The whole declaration.
    pub whole: Span,
    /// Its type.
    pub ty: Span,
    /// The columns after `from`.
    pub from: Vec<Span>,
    /// The last of its options, including its synonyms.
    pub last_option: Option<Span>,
}

/// The event log.
#[derive(Clone, Debug)]
pub struct Log {
    /// The column names of the lead's key, in the order they are tried.
    pub lead: Vec<String>,
    /// Those of the kind.
    pub event: Vec<String>,
    /// Those of the time.
    pub time: Vec<String>,
    /// How times are written, unless in ISO 8601: `dd/mm/yyyy hh:mm`.
    pub time_form: Option<String>,
    /// The column names of the event's own id; empty if the file declares none: see [`Log::number_columns`].
    pub id: Vec<String>,
    /// The kinds of event.
    pub kinds: Vec<Kind>,
    /// The properties of all kinds; kinds that declare a property in the same way share it.
    pub properties: Vec<Field>,
    /// Events that never count.
    pub ignored: Vec<Occurrences>,
}

impl Log {
    /// The columns in which an event's own id is looked for: those that the rules name, or else `id`, unless the rules
    /// read something else from it. Empty if they do.
    #[must_use]
    pub fn number_columns(&self) -> Vec<String> {
        if !self.id.is_empty() {
            return self.id.clone();
        }
        let taken = [&self.lead, &self.event, &self.time];
        let of_properties = self.properties.iter().map(|property| &property.columns);
        let mut taken = taken.into_iter().chain(of_properties).flatten();
        if taken.any(|column| text::column_key(column) == "id") { Vec::new() } else { vec!["id".to_owned()] }
    }

    /// The kind with this id.
    #[must_use]
    pub fn kind(&self, id: KindId) -> &Kind {
        &self.kinds[usize::from(id.0)]
    }

    /// The property with this id.
    #[must_use]
    pub fn property(&self, id: PropertyId) -> &Field {
        &self.properties[usize::from(id.0)]
    }
}

/// A kind of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name in the rules.
    pub name: String,
    /// The texts that stand for it in the log, compared by [`crate::text::key`]; its own name if the file gives none.
    pub texts: Vec<String>,
    /// Its properties, in the order they are declared.
    pub properties: Vec<PropertyId>,
    /// Its name in the file.
    pub span: Span,
    /// The texts after `from`.
    pub from: Vec<Span>,
}
