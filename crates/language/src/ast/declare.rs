//! Declarations as written: fields, events, lists and definitions.

use super::{Block, Comment, Cond, Expr, Name, OptionName, Range, Text, Value};
use crate::source::Span;

/// A line of `lead { … }`.
#[derive(Clone, Debug, PartialEq)]
pub enum LeadLine {
    /// `missing "n/a", 999`, for all fields
    Missing(Vec<Value>),
    /// `employees integer 0..10M, from "Number of employees"`
    Field(Field),
}

/// A line of `account { … }`.
#[derive(Clone, Debug, PartialEq)]
pub enum AccountLine {
    /// `missing "n/a", 999`, for all fields
    Missing(Vec<Value>),
    /// `employees integer 0..10M`
    Field(Field),
    /// `leads by email.domain except free_mail`
    Leads(LeadsBy),
}

/// Which leads belong to an account: those that bear its key.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadsBy {
    /// The field of the lead that bears the key, or its domain.
    pub field: Expr,
    /// The list of keys that are none.
    pub except: Option<Name>,
    /// The whole line.
    pub span: Span,
}

/// A field of a lead or an account, or a property of an event: `NAME TYPE [RANGE] [key] [, from …] [, missing …] [, outcome] [, fixed] [, optional] [, previous stage]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name in the rules.
    pub name: Name,
    /// What it holds.
    pub ty: Type,
    /// Where the type stands.
    pub ty_span: Span,
    /// The values it may have.
    pub range: Option<Range>,
    /// Where `key` is written, if it is.
    pub key: Option<Span>,
    /// `from "A", "B"`: its columns in the data.
    pub from: Vec<Text>,
    /// `missing "Select"`: what stands for an empty cell.
    pub missing: Vec<Value>,
    /// Where `outcome` is written: known only afterwards.
    pub outcome: Option<Span>,
    /// Where `fixed` is written: a lead can't change it.
    pub fixed: Option<Span>,
    /// Where `optional` is written: the data may lack its column.
    pub optional: Option<Span>,
    /// Where `previous stage` is written: it holds the stage that the lead had.
    pub previous: Option<Span>,
}

/// The type of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `text`
    Text,
    /// `email`
    Email,
    /// `number`, `number decimal comma`
    Number {
        /// Whether `decimal comma` follows.
        decimal_comma: bool,
    },
    /// `integer`, `integer decimal comma`
    Integer {
        /// Whether `decimal comma` follows.
        decimal_comma: bool,
    },
    /// `yes/no`
    YesNo,
    /// `date`, `date as "dd/mm/yyyy"`
    Date {
        /// The form it is written in, unless that is ISO 8601.
        form: Option<Text>,
    },
    /// `choice { BE ("Belgium"), NL }`
    Choice(Vec<ChoiceOption>),
    /// `list of text [split by ","]`
    ListOfText {
        /// What separates the entries, unless it is `;`.
        split: Option<Text>,
    },
    /// `list of choice { a, b } [split by ","]`
    ListOfChoice {
        /// The options that an entry may be.
        options: Vec<ChoiceOption>,
        /// What separates the entries, unless it is `;`.
        split: Option<Text>,
    },
}

/// `BE ("Belgium", "België")`
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption {
    /// The option.
    pub name: OptionName,
    /// Other texts that mean it.
    pub synonyms: Vec<Text>,
    /// The whole option.
    pub span: Span,
    /// Comments on lines of their own above it.
    pub before: Vec<Comment>,
    /// The comment at the end of its line.
    pub after: Option<Comment>,
}

/// A line of `events { … }`.
#[derive(Clone, Debug, PartialEq)]
pub enum EventsLine {
    /// `lead from "Contact ID"`, `time from "At" as "dd/mm/yyyy hh:mm"`
    Column {
        /// Which column of the log it is.
        role: LogColumn,
        /// The word itself.
        span: Span,
        /// Its names in the log.
        from: Vec<Text>,
        /// The form of `time`, unless that is ISO 8601.
        form: Option<Text>,
    },
    /// `webinar_attended from "Webinar" { minutes number }`
    Kind(Kind),
}

/// The columns that every event log has.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum LogColumn {
    /// `lead`: the key of the lead.
    Lead,
    /// `event`: the kind.
    Event,
    /// `time`: when it happened.
    Time,
    /// `id`: rows with the same one count once.
    Id,
}

/// A kind of event.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    /// Its name in the rules.
    pub name: Name,
    /// The texts that stand for it in the log.
    pub from: Vec<Text>,
    /// What an event of this kind carries.
    pub properties: Option<Block<Field>>,
}

/// `list NAME …`
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Its name.
    pub name: Name,
    /// Where its entries come from.
    pub source: ListSource,
}

/// Where a list's entries come from.
#[derive(Clone, Debug, PartialEq)]
pub enum ListSource {
    /// `{ "a", "b" }`
    Inline {
        /// In the order they stand; names stand for options.
        entries: Vec<ListEntry>,
        /// Comments after the last entry.
        closing: Vec<Comment>,
    },
    /// `from "file.txt"`
    File(Text),
}

/// One entry of an inline list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListEntry {
    /// The entry.
    pub value: Value,
    /// Comments on lines of their own above it.
    pub before: Vec<Comment>,
    /// The comment at the end of its line.
    pub after: Option<Comment>,
}

/// `define NAME = …`
#[derive(Clone, Debug, PartialEq)]
pub struct Define {
    /// Its name.
    pub name: Name,
    /// What it stands for.
    pub value: Term,
}

/// A condition or a quantity, where both may stand. A bare name is a condition here ([`Cond::Happens`]); `resolve`
/// decides what it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// `job_title mentions "owner"`
    Cond(Cond),
    /// `count of page_viewed`, `budget / 12`
    Expr(Expr),
}
