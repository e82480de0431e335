//! Cells of the tables as values of the rules' types, as when data is read: what does not fit is unknown. In: the
//! fields and properties that the rules ask for; out: their columns.

use std::collections::HashSet;

use super::dialect::{Engine, texts_of};
use super::expr::Expr;
use super::options::Previous;
use super::query::column;
use super::side::Side;
use super::writer::{Form, Row, Writer};
use crate::calendar::ENDS;
use crate::calendar::form::Epoch;
use crate::decimal::Decimal;
use crate::ir::{Field, Kind, KindId, Log, Subject};
use crate::text;
use crate::types::{Bounds, ChoiceType, DateType, Type};
use crate::words::say;

/// The kind of an event that the rules do not declare.
pub(super) const OTHER_KIND: &str = "?";

impl<'a> Writer<'a> {
    /// The row that a subject is part of.
    pub(super) fn row_of(subject: Subject) -> Row {
        match subject {
            Subject::Field(_) | Subject::FieldDomain(_) | Subject::Label(_) => Row::Lead,
            Subject::Property(_) | Subject::PropertyDomain(_) => Row::Event,
        }
    }

    /// What the data calls a subject, and its type.
    pub(super) fn field_of(&self, subject: Subject) -> Option<&'a Field> {
        match subject {
            Subject::Field(id) | Subject::FieldDomain(id) => Some(self.rules.field(id)),
            Subject::Property(id) | Subject::PropertyDomain(id) => self.rules.log.as_ref().map(|log| log.property(id)),
            Subject::Label(_) => None,
        }
    }

    /// The cell of a field or a property, in the first step that reads the table.
    pub(super) fn cell(&mut self, subject: Subject) -> String {
        let whole = match subject {
            Subject::FieldDomain(id) => Subject::Field(id),
            Subject::PropertyDomain(id) => Subject::Property(id),
            Subject::Field(_) | Subject::Property(_) | Subject::Label(_) => subject,
        };
        if let Some(name) = self.cells.get(&whole) {
            return name.clone();
        }
        let field = self.field_of(whole).expect("labels are not read").clone();
        let row = Self::row_of(whole);
        let table = if row == Row::Lead { "l" } else { "e" };
        let source = match self.source_before(whole) {
            Some(source) => source,
            None => format!("{table}.{}", self.dialect.name(&field.columns[0])),
        };
        let sql = match &field.ty {
            Type::Text | Type::Email | Type::Choice(_) => self.dialect.clean(&source),
            Type::Number(_) | Type::Integer(_) => self.dialect.number_cell(&source),
            Type::ListOfText { .. } | Type::ListOfChoice { .. } => self.dialect.composed_list(&source),
            // For a time without a zone, its own day is taken.
            Type::Date(DateType { form, .. }) => match form.as_deref().and_then(Epoch::of_form) {
                Some(epoch) => self.dialect.local_day(
                    &instant_counted(self.dialect, epoch, &source, &field.missing_numbers()),
                    &self.rules.zone,
                ),
                None => self.dialect.day_cell(&source, &self.rules.zone),
            },
            Type::YesNo => source,
        };
        let name = self.names.free(self.dialect, &field.name);
        let cells = if row == Row::Lead { &mut self.lead_cells } else { &mut self.event_cells };
        cells.push(column(&name, sql));
        self.cells.insert(whole, name.clone());
        name
    }

    /// Where the stage that leads had is read, if that is what is asked for and it is no column of the leads.
    fn source_before(&mut self, subject: Subject) -> Option<String> {
        let Subject::Field(id) = subject else { return None };
        if self.rules.before != Some(id) {
            return None;
        }
        match self.options.previous {
            Previous::Marked if self.rules.field(id).columns.is_empty() => {
                self.refuse(
                    None,
                    say!("the stage before"),
                    say!("name the table of the last results with --previous, mark a field `previous stage`, or say --no-previous"),
                );
                Some(self.dialect.text(""))
            }
            Previous::Marked => None,
            Previous::Nobody => Some(self.dialect.text("")),
            Previous::Table(table) => {
                let key = self.rules.key.map(|key| self.rules.field(key).clone())?;
                let (of_lead, of_run) = (
                    self.key(&key, &format!("l.{}", self.dialect.name(&key.columns[0]))),
                    self.key(&key, &format!("p.{}", self.dialect.name(&key.name))),
                );
                let (table, stage) = (self.dialect.table(table), self.dialect.name("stage"));
                // Of a key that is there several times, one stage counts.
                self.previous_run = Some(format!(
                    "LEFT JOIN (SELECT {of_run} AS run_key, MAX(p.{stage}) AS run_stage FROM {table} AS p GROUP BY {of_run}) AS b \
                     ON b.run_key = {of_lead}"
                ));
                Some("b.run_stage".to_owned())
            }
        }
    }

    /// The column of a value in a form.
    pub(super) fn value(&mut self, subject: Subject, form: Form) -> String {
        if let Subject::Label(id) = subject {
            self.needs.results = true;
            let label = self.labels.get(&id.0).cloned();
            let label = label.unwrap_or_else(|| {
                self.refuse(None, say!("a label"), say!("it is asked for before it is known"));
                "NULL".to_owned()
            });
            return match form {
                Form::Plain | Form::Known => label,
                Form::Folded => self.folded(&label),
            };
        }
        if let Some(name) = self.given(subject, form) {
            return name;
        }
        let field = self.field_of(subject).expect("labels are not read");
        let form = self.form(subject, field, form);
        if let Some(name) = self.values.get(&(subject, form)) {
            return name.clone();
        }
        if form == Form::Known {
            return self.filled(subject, field);
        }
        let cell = self.cell(subject);
        let sql = self.typed(field, subject, form, &cell);
        let base = match (subject, form) {
            (Subject::FieldDomain(_) | Subject::PropertyDomain(_), _) => format!("{}_domain", field.name),
            (_, Form::Folded) => format!("{}_folded", field.name),
            (_, Form::Plain | Form::Known) => format!("{}_value", field.name),
        };
        // A value that is the cell itself keeps its name.
        let name = if sql == cell
            || form == Form::Plain && !matches!(subject, Subject::FieldDomain(_) | Subject::PropertyDomain(_))
        {
            cell
        } else {
            self.names.free(self.dialect, &base)
        };
        let columns = if Self::row_of(subject) == Row::Lead { &mut self.lead } else { &mut self.event_rows };
        columns.push(column(&name, sql));
        self.values.insert((subject, form), name.clone());
        name
    }

    /// The column of a property's value as it is compared with others: texts are folded.
    pub(super) fn compared(&mut self, subject: Subject, ty: &Type) -> String {
        self.folding.any_letter |= ty.holds_text();
        self.folding.tells_sigmas |= ty.holds_text();
        self.value(subject, if ty.holds_text() { Form::Folded } else { Form::Plain })
    }

    /// The form in which it costs least to find out whether a value is known: addresses are mostly needed folded
    /// anyway, and whether a text is blank can be told from its first character. Anything else that is valid is known.
    fn form(&self, subject: Subject, field: &Field, form: Form) -> Form {
        let is_whole = matches!(subject, Subject::Field(_) | Subject::Property(_));
        match (form, &field.ty) {
            (Form::Plain | Form::Folded, _) => form,
            (Form::Known, Type::Email) if is_whole => Form::Folded,
            (Form::Known, Type::Text)
                if is_whole
                    && !self.side.is_account()
                    && field.missing.is_empty()
                    && self.dialect.asks_presence_alone()
                    && !self.values.contains_key(&(subject, Form::Plain)) =>
            {
                Form::Known
            }
            (Form::Known, _) => Form::Plain,
        }
    }

    /// The column of a text, if all that is asked is whether there is one.
    fn filled(&mut self, subject: Subject, field: &Field) -> String {
        let row = Self::row_of(subject);
        let source = format!("{}.{}", if row == Row::Lead { "l" } else { "e" }, self.dialect.name(&field.columns[0]));
        let sql = self.dialect.filled(&source);
        let name = self.names.free(self.dialect, &format!("{}_known", field.name));
        let (cells, values) = match row {
            Row::Lead => (&mut self.lead_cells, &mut self.lead),
            Row::Event => (&mut self.event_cells, &mut self.event_rows),
        };
        cells.push(column(&name, sql));
        values.push(column(&name, name.clone()));
        self.values.insert((subject, Form::Known), name.clone());
        name
    }

    /// A cell as a value of its type: invalid and missing ones are unknown.
    pub(super) fn typed(&mut self, field: &Field, subject: Subject, form: Form, cell: &str) -> String {
        let dialect = self.dialect;
        let is_domain = matches!(subject, Subject::FieldDomain(_) | Subject::PropertyDomain(_));
        let missing: Vec<String> = field.missing.iter().map(|text| text::key(text)).collect();
        let known = |valid: Vec<Expr>, value: String| {
            if valid.is_empty() { value } else { format!("CASE WHEN {} THEN {value} END", Expr::all(valid)) }
        };
        let not_missing = || Expr::test(format!("{} NOT IN ({})", self.folded(cell), texts_of(dialect, &missing)));
        match &field.ty {
            Type::Text | Type::Email => {
                let mut valid = Vec::new();
                if !missing.is_empty() {
                    valid.push(not_missing());
                }
                if field.ty == Type::Email {
                    valid.push(dialect.is_email(cell));
                }
                known(
                    valid,
                    if is_domain {
                        self.folded(&dialect.after_at(cell))
                    } else if form == Form::Folded {
                        self.folded(cell)
                    } else {
                        cell.to_owned()
                    },
                )
            }
            Type::Number(number) | Type::Integer(number) => {
                let mut valid = within(number.range, cell, |value| dialect.number(value));
                if let Type::Integer(_) = field.ty {
                    valid.push(Expr::test(format!("{cell} = FLOOR({cell})")));
                }
                let numbers: Vec<String> =
                    field.missing_numbers().into_iter().map(|value| dialect.number(value).to_string()).collect();
                if !numbers.is_empty() {
                    valid.push(Expr::test(format!("{cell} NOT IN ({})", numbers.join(", "))));
                }
                known(valid, cell.to_owned())
            }
            Type::YesNo => {
                let truths = field.missing_truths();
                let mut valid = Vec::new();
                if truths.contains(&true) {
                    valid.push(Expr::atom(cell).negated());
                }
                if truths.contains(&false) {
                    valid.push(Expr::atom(cell));
                }
                known(valid, cell.to_owned())
            }
            Type::Date(date) => {
                let mut valid = within(date.range, cell, |day| Expr::atom(dialect.date(day)));
                let days: Vec<String> = field.missing_days().into_iter().map(|day| dialect.date(day)).collect();
                if !days.is_empty() {
                    valid.push(Expr::test(format!("{cell} NOT IN ({})", days.join(", "))));
                }
                known(valid, cell.to_owned())
            }
            Type::Choice(choice) => self.option(choice, &missing, cell),
            Type::ListOfText { .. } => {
                let clean = dialect.clean_entry("entry");
                let each = if form == Form::Folded { self.folded(&clean) } else { clean };
                let each = if missing.is_empty() {
                    each
                } else {
                    let stands_for_nothing =
                        format!("{} IN ({})", self.folded(&dialect.clean_entry("entry")), texts_of(dialect, &missing));
                    format!("CASE WHEN {stands_for_nothing} THEN NULL ELSE {each} END")
                };
                self.entries(field, cell, &each)
            }
            Type::ListOfChoice { choice, .. } => {
                let each = self.option(choice, &missing, &dialect.clean_entry("entry"));
                self.entries(field, cell, &each)
            }
        }
    }

    fn entries(&mut self, field: &Field, cell: &str, each: &str) -> String {
        self.dialect.map_entries(cell, "entry", each).unwrap_or_else(|| {
            self.refuse(
                Some(field.span),
                say!("the list field `{field}`", field = &field.name),
                say!("leadrules does not write lists for it"),
            );
            "NULL".to_owned()
        })
    }

    /// The name of the option that a cleaned text means.
    fn option(&self, choice: &ChoiceType, missing: &[String], cell: &str) -> String {
        let mut seen: HashSet<String> = missing.iter().cloned().collect();
        // Names take precedence over synonyms.
        let names = choice.options.iter().map(|option| (&option.name, option.name.as_str()));
        let synonyms = choice
            .options
            .iter()
            .flat_map(|option| option.synonyms.iter().map(move |text| (text, option.name.as_str())));
        let named: Vec<(String, &str)> = names
            .chain(synonyms)
            .map(|(text, name)| (text::key(text), name))
            .filter(|(key, _)| seen.insert(key.clone()))
            .collect();
        if named.is_empty() { self.no_text() } else { self.dialect.named(&self.folded(cell), &named) }
    }

    /// A text folded for comparing.
    pub(super) fn folded(&self, text: &str) -> String {
        self.dialect.folded(text, self.folding.asks_for_sigma)
    }

    /// The columns that tell leads and events apart.
    pub(super) fn read_keys(&mut self) {
        let Some(key) = self.rules.key.map(|id| self.rules.field(id).clone()) else {
            self.refuse(
                None,
                say!("a rule file without a key"),
                say!("rows of a table have no number: mark the field that tells leads apart with `key`"),
            );
            return;
        };
        if let Side::Account(side) = self.side {
            self.read_account_key(side);
        } else {
            let lead = format!("l.{}", self.dialect.name(&key.columns[0]));
            let sql = self.key(&key, &lead);
            self.lead_cells.insert(0, column("lead_key", sql));
            if let Type::Integer(_) = key.ty {
                let found = self.names.free(self.dialect, "key as found");
                self.lead_cells.insert(1, column(&found, lead));
                self.lead.insert(0, column(&found, found.clone()));
                self.key_as_found = Some(found);
            }
        }
        let Some(log) = self.rules.log.clone().filter(|_| self.options.events.is_some()) else { return };
        let event = format!("e.{}", self.dialect.name(&log.lead[0]));
        if let Side::Account(side) = self.side {
            self.read_account_events(side, &event);
        } else {
            let sql = self.key(&key, &event);
            self.event_cells.push(column("lead_key", sql));
        }
        let kind = self.kind(&log);
        self.event_cells.push(column("kind", kind));
        let time = format!("e.{}", self.dialect.name(&log.time[0]));
        let epoch = log.time_form.as_deref().and_then(Epoch::of_form);
        let time = epoch.map_or_else(|| time.clone(), |epoch| instant_counted(self.dialect, epoch, &time, &[]));
        self.event_cells.push(column("occurred_at", time));
        if let Some(id) = self.event_id() {
            let taken = [&log.lead, &log.event, &log.time];
            if taken.into_iter().flatten().any(|column| crate::text::column_key(column) == crate::text::column_key(&id))
            {
                self.refuse(
                    None,
                    say!("the column `{column}` as the number of each event", column = &id),
                    say!("the rules read from it whose an event is, what happened or when"),
                );
            }
            let source = format!("CAST(e.{} AS {})", self.dialect.name(&id), self.dialect.text_type());
            self.event_cells.push(column("event_id", self.dialect.clean(&source)));
        }
    }

    /// The column of the events' ids.
    pub(super) fn event_id(&self) -> Option<String> {
        let named = self.rules.log.as_ref().and_then(|log| log.id.first().cloned());
        named.or_else(|| self.options.event_id.map(str::to_owned))
    }

    /// A key as text.
    pub(super) fn key(&mut self, field: &Field, source: &str) -> String {
        let dialect = self.dialect;
        let missing: Vec<String> = field.missing.iter().map(|text| text::key(text)).collect();
        let source = format!("CAST({source} AS {})", dialect.text_type());
        let clean = dialect.clean(&source);
        let clean = if missing.is_empty() {
            clean
        } else {
            let stands_for_nothing = format!("{} IN ({})", self.folded(&clean), texts_of(dialect, &missing));
            format!("CASE WHEN {stands_for_nothing} THEN NULL ELSE {clean} END")
        };
        match &field.ty {
            Type::Text => clean,
            Type::Email => {
                self.folding.any_letter = true;
                self.folding.tells_sigmas = true;
                format!("CASE WHEN {} THEN {} END", dialect.is_email(&clean), self.folded(&clean))
            }
            Type::Integer(number) if *number == crate::types::NumberType::default() => clean,
            Type::Choice(choice) => self.option(choice, &[], &clean),
            Type::Number(_)
            | Type::Integer(_)
            | Type::YesNo
            | Type::Date(_)
            | Type::ListOfText { .. }
            | Type::ListOfChoice { .. } => {
                self.refuse(
                    Some(field.span),
                    say!("a key of type {kind}", kind = field.ty.word()),
                    say!("a key is a text, an email, a choice, or an integer without a range"),
                );
                clean
            }
        }
    }

    /// What happened, as a folded text; unknown if there is none. Where rows of the same event are looked for, it is the
    /// name of the kind, and [`OTHER_KIND`] for one that is not declared: those are all the same.
    fn kind(&self, log: &Log) -> String {
        let dialect = self.dialect;
        let clean = dialect.clean(&format!("e.{}", dialect.name(&log.event[0])));
        let key = self.folded(&clean);
        if self.event_id().is_none() {
            return key;
        }
        let other = format!("CASE WHEN {clean} IS NOT NULL THEN {} END", dialect.text(OTHER_KIND));
        let named: Vec<(String, &str)> = (log.kinds.iter().zip(keys_of_kinds(log)))
            .flat_map(|(kind, keys)| keys.into_iter().map(|key| (key, kind.name.as_str())))
            .collect();
        if named.is_empty() { other } else { format!("COALESCE({}, {other})", dialect.named(&key, &named)) }
    }

    /// What the column `kind` has for events of a kind.
    pub(super) fn texts_of_kind(&self, kind: KindId) -> Vec<String> {
        let log = self.rules.log.as_ref().expect("kinds belong to a log");
        if self.event_id().is_some() {
            vec![log.kind(kind).name.clone()]
        } else {
            keys_of_kinds(log).swap_remove(usize::from(kind.0))
        }
    }

    /// A list in an order that does not depend on how it was written.
    pub(super) fn sorted(&mut self, field: &Field, list: &str, each: &str) -> String {
        self.dialect.sorted_entries(list, "entry", each).unwrap_or_else(|| {
            self.refuse(
                Some(field.span),
                say!("the list `{field}`", field = &field.name),
                say!("leadrules does not write lists for it"),
            );
            "NULL".to_owned()
        })
    }
}

/// The folded texts of each kind; one that two of them have belongs to the first.
fn keys_of_kinds(log: &Log) -> Vec<Vec<String>> {
    let mut seen = HashSet::new();
    let mut keys = |kind: &Kind| {
        kind.texts.iter().map(|text| text::key(text)).filter(|key| seen.insert(key.clone())).collect::<Vec<_>>()
    };
    log.kinds.iter().map(&mut keys).collect()
}

/// The instant that a number in a column stands for; unknown if the number is beyond the calendar, or one of `missing`.
fn instant_counted(dialect: &dyn Engine, epoch: Epoch, source: &str, missing: &[Decimal]) -> String {
    let places = epoch.places();
    let unit = 10_i64.pow(places);
    let bound = |micros: i64| {
        let rest = match (micros % unit).abs() {
            0 => String::new(),
            rest => format!(".{rest:0>width$}", width = places as usize),
        };
        dialect.exact(format!("{}{rest}", micros / unit)).operand()
    };
    let mut valid = vec![Expr::test(format!("v.x BETWEEN {} AND {}", bound(ENDS.0), bound(ENDS.1)))];
    if !missing.is_empty() {
        let numbers: Vec<String> = missing.iter().map(|value| dialect.number(*value).to_string()).collect();
        valid.push(Expr::test(format!("v.x NOT IN ({})", numbers.join(", "))));
    }
    let micros = if unit == 1 { "FLOOR(v.x)".to_owned() } else { format!("FLOOR(v.x * {unit})") };
    let instant = dialect.instant_of_microseconds(&format!("CAST({micros} AS BIGINT)"));
    let body = format!("CASE WHEN {} THEN {instant} END", Expr::all(valid));
    dialect.with(&[("x", dialect.counted_cell(source))], &body).to_string()
}

/// What bounds require of a value.
fn within<T: Copy>(range: Bounds<T>, cell: &str, literal: impl Fn(T) -> Expr) -> Vec<Expr> {
    let low = range.low.map(|low| Expr::test(format!("{cell} >= {}", literal(low).operand())));
    let sign = if range.half_open { "<" } else { "<=" };
    let high = range.high.map(|high| Expr::test(format!("{cell} {sign} {}", literal(high).operand())));
    low.into_iter().chain(high).collect()
}
