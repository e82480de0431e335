//! Leads, events and results as typed columns on Arrow arrays, a batch at a time. Readers fill the first two, the engine
//! the third, writers read it. Rows keep the order of the data.

mod gather;
mod plain;
mod set_aside;
mod values;

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    Array, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Int64Array, ListArray, StringArray,
    StringViewArray, UInt16Array,
};
use arrow_buffer::BooleanBuffer;

pub use gather::Picked;
pub use set_aside::{Repeats, SetAside};

/// The values of a field or a property, typed; null is unknown.
#[derive(Clone, Debug, Default)]
pub enum Column {
    /// Unknown in every row: not in the data, or not asked for.
    #[default]
    Absent,
    /// Whether there is a value, of any type, if nothing else was asked for.
    Presence(BooleanBuffer),
    /// `text`, `email`: cleaned by [`leadrules_language::text::clean`], never empty.
    Text(StringArray),
    /// The same as a dictionary, if the data has few distinct values.
    CodedText(DictionaryArray<Int32Type>),
    /// `number`, `integer`: in millionths, under 10^12.
    Number(Int64Array),
    /// The same where some are larger: only what is worked out over the leads of an account.
    Wide(Decimal128Array),
    /// `yes/no`
    Truth(BooleanArray),
    /// `date`: days since 1970-01-01.
    Date(Date32Array),
    /// `choice`: the index of the option.
    Choice(UInt16Array),
    /// `list of text`: a list of [`StringArray`] values, cleaned, without duplicates; an empty list is null.
    Texts(ListArray),
    /// `list of choice`: a list of [`UInt16Array`] indexes, without duplicates; an empty list is null.
    Choices(ListArray),
}

impl Column {
    /// In which of so many rows there is a value.
    #[must_use]
    pub fn known(&self, rows: usize) -> BooleanBuffer {
        let array: &dyn Array = match self {
            Self::Absent => return BooleanBuffer::new_unset(rows),
            Self::Presence(known) => return known.clone(),
            Self::Text(array) => array,
            Self::CodedText(array) => array,
            Self::Number(array) => array,
            Self::Wide(array) => array,
            Self::Truth(array) => array,
            Self::Date(array) => array,
            Self::Choice(array) => array,
            Self::Texts(array) | Self::Choices(array) => array,
        };
        array.logical_nulls().map_or_else(|| BooleanBuffer::new_set(rows), |nulls| nulls.inner().clone())
    }
}

/// A batch of leads.
#[derive(Clone, Debug)]
pub struct Leads {
    /// How many leads.
    pub rows: usize,
    /// The row number of its first lead in the data, from 0.
    pub first_row: u64,
    /// By field id: the columns asked for.
    pub fields: Vec<Column>,
    /// The key of each lead as text (an `email` key folded); null if it has none. Without a key field, the row number
    /// from 1.
    pub keys: StringArray,
    /// The events nested in the leads, if the data has them there.
    pub events: Option<Events>,
    /// Input columns passed on as they are, in the order they were asked for.
    pub kept: Vec<StringArray>,
}

impl Leads {
    /// One lead of which nothing is known, not even its key.
    #[must_use]
    pub fn nobody(fields: usize) -> Self {
        Self {
            rows: 1,
            first_row: 0,
            fields: vec![Column::Absent; fields],
            keys: StringArray::new_null(1),
            events: None,
            kept: Vec::new(),
        }
    }
}

/// A batch of events. Rows whose lead, kind or time can't be read are not in it.
#[derive(Clone, Debug)]
pub struct Events {
    /// How many events.
    pub rows: usize,
    /// Whose they are.
    pub leads: EventLeads,
    /// The index of the kind; [`OTHER_KIND`] for one that is not declared.
    pub kinds: Vec<u16>,
    /// When, in microseconds since 1970.
    pub times: Vec<i64>,
    /// The row's id, if the log has one.
    pub ids: Option<StringArray>,
    /// By property id: the columns asked for; null also where the row's kind does not have the property.
    pub properties: Vec<Column>,
}

impl Events {
    /// That leads did nothing, where an event has so many properties.
    #[must_use]
    pub fn nothing(properties: usize) -> Self {
        Self {
            rows: 0,
            leads: EventLeads::Rows(Vec::new()),
            kinds: Vec::new(),
            times: Vec::new(),
            ids: None,
            properties: vec![Column::Absent; properties],
        }
    }
}

/// A kind of event that the rules do not declare.
pub const OTHER_KIND: u16 = u16::MAX;

/// Whose events they are.
#[derive(Clone, Debug)]
pub enum EventLeads {
    /// By key, as in [`Leads::keys`] ([`Column::Text`] or [`Column::CodedText`], without nulls).
    Keys(Column),
    /// By key, as the data was read, without nulls.
    Views(StringViewArray),
    /// By the row of the lead in its batch, for nested events.
    Rows(Vec<u32>),
}

/// What came out for a batch of leads.
#[derive(Clone, Debug)]
pub struct Results {
    /// How many leads.
    pub rows: usize,
    /// The row number of the first lead in the data, from 0.
    pub first_row: u64,
    /// As in [`Leads::keys`].
    pub keys: StringArray,
    /// By score id.
    pub scores: Vec<ScoreColumn>,
    /// By label id.
    pub labels: Vec<LabelColumn>,
    /// By row: [`StageId::number`](leadrules_language::ir::StageId::number).
    pub stages: Vec<u16>,
    /// The index of the exclusion, for excluded leads; null for others.
    pub exclusions: UInt16Array,
    /// By rule id: the points each rule gave, in hundredths, after its own cap and before its group's; 0 for a row that the
    /// table did not take and for a rule that lost in a `best` group. Only if asked for.
    pub rules: Option<Vec<Vec<i64>>>,
    /// By rule id: for how many leads of the batch it fired (for a row of a table: was taken).
    pub fired: Vec<u64>,
    /// How many results of the batch were too large, and so unknown.
    pub overflows: u64,
    /// Of the events nested in the leads, how many do not count.
    pub set_aside: SetAside,
    /// For each line of the promises, in the order they are written: the rows of the leads that break it.
    pub broken: Vec<Vec<u32>>,
    /// Input columns passed on, as in [`Leads::kept`].
    pub kept: Vec<StringArray>,
    /// How the leads compare with an earlier run, if one was given.
    pub changes: Option<Changes>,
    /// By row: how many leads it has that are not set apart, if these are accounts.
    pub leads: Option<Vec<u32>>,
}

/// How leads compare with an earlier run.
#[derive(Clone, Debug)]
pub struct Changes {
    /// By row: what changed.
    pub changes: Vec<Change>,
    /// The stage in the earlier run; null for leads that are new.
    pub stages: LabelColumn,
    /// By score id: the points in the earlier run, in hundredths; null if it did not say. Empty if it has no score's points.
    pub scores: Vec<Int64Array>,
    /// By row: why it changed; null if that was not asked.
    pub reasons: StringArray,
}

/// What has changed for a lead since an earlier run.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It was not there.
    New,
    /// It is at a higher step, or is no longer excluded.
    Up,
    /// It is at a lower step, or is now excluded.
    Down,
    /// Its stage is the same.
    Same,
    /// It is no longer in the data: its row has its key and its earlier stage, and nothing else.
    Gone,
}

impl Change {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::New, Self::Up, Self::Down, Self::Same, Self::Gone];

    /// Its word in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Up => "up",
            Self::Down => "down",
            Self::Same => "same",
            Self::Gone => "gone",
        }
    }
}

/// A score of a batch.
#[derive(Clone, Debug)]
pub struct ScoreColumn {
    /// In hundredths; null if it is computed and unknown.
    pub points: Int64Array,
    /// How many of its rules were unknown, by row; empty for computed scores. A rule is unknown when its condition is, or
    /// when the condition holds and the quantity that `each` or `per` counts is unknown. A table counts as one rule: it is
    /// unknown when its subject is, unless it has a row for that. A rule outside its dates is not.
    pub unknown_rules: Vec<u32>,
}

/// A label of a batch.
#[derive(Clone, Debug)]
pub struct LabelColumn {
    /// The texts that it can have.
    pub texts: Arc<[String]>,
    /// The index of the text; null if the label is unknown.
    pub values: UInt16Array,
}

/// Which columns are to be read; the others stay [`Column::Absent`]. Keys, kinds and times are always read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needed {
    /// By field id.
    pub fields: Vec<Need>,
    /// By property id.
    pub properties: Vec<bool>,
    /// Whether events are needed at all.
    pub events: bool,
}

/// What is needed of a column.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// It is not to be read.
    #[default]
    Nothing,
    /// Whether there is a value; a reader may give the values.
    Presence,
    /// Its values.
    Values,
}

impl Needed {
    /// Also asks for the events that others need, and what these say.
    pub fn count(&mut self, others: &Self) {
        self.events |= others.events;
        self.properties.iter_mut().zip(&others.properties).for_each(|(need, other)| *need |= other);
    }

    /// The same, but with values where only their presence was needed.
    #[must_use]
    pub fn with_values(mut self) -> Self {
        for need in self.fields.iter_mut().filter(|need| **need == Need::Presence) {
            *need = Need::Values;
        }
        self
    }
}
