//! `test "title" { … }`: a lead, its events, and what is expected. In: the block as written; out: [`ir::Test`]s with typed
//! values and instants. A value that the data could never hold is a finding here, not an unknown.

use crate::ast::{self, TestLine, Value as Written};
use crate::calendar::{self, Instant, Period};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir;
use crate::source::Span;
use crate::text;
use crate::types::{Bounds, Type, Value};
use crate::words::{Text, say};

use super::operand::Whose;
use super::resolver::{Event, Place, Resolver, Role};
use super::symbols::Entity;
use crate::source::quoted;

/// When a test takes place unless it says so: 2026-01-01T00:00Z.
const USUAL: Instant = 1_767_225_600_000_000;

impl<'a> Resolver<'a> {
    /// The instant of a test, and the test with nothing in it yet.
    pub(super) fn empty_test(&mut self, test: &'a ast::Test, head: Span) -> ir::Test {
        let mut as_of = None;
        for line in &test.lines.statements {
            let TestLine::AsOf(written) = &line.node else { continue };
            if let Some((_, first)) = as_of {
                self.findings.push(twice("as of", line.span, first));
                continue;
            }
            as_of = Some((self.instant(written), line.span));
        }
        let as_of = as_of.and_then(|(instant, _)| instant).unwrap_or(USUAL);
        ir::Test {
            title: test.title.value.clone(),
            as_of,
            lead: Vec::new(),
            events: Vec::new(),
            expectations: Vec::new(),
            company: None,
            span: head,
        }
    }

    /// A test about one lead.
    pub(super) fn test(&mut self, test: &'a ast::Test, head: Span) -> ir::Test {
        let mut meant = self.empty_test(test, head);
        let as_of = meant.as_of;
        let (mut lead, mut was, mut expects) = (None, None, false);
        for line in &test.lines.statements {
            match &line.node {
                TestLine::AsOf(_) | TestLine::Account(_) => {}
                TestLine::Lead { fields: setters, .. } => {
                    if let Some(first) = lead {
                        self.findings.push(twice("lead", line.span, first));
                        continue;
                    }
                    lead = Some(line.span);
                    meant.lead.extend(self.given(setters));
                }
                TestLine::Event { kind, when, properties, .. } => {
                    meant.events.extend(self.event(kind, when, properties, as_of));
                }
                TestLine::Was(stage) => {
                    if let Some(first) = was.replace(line.span) {
                        self.findings.push(twice("was", line.span, first));
                        continue;
                    }
                    let before = self.use_before(line.span, Place::of(Role::Test));
                    let id = before.and_then(|()| self.stage_named(Whose::Before, &stage.text, stage.span));
                    meant.lead.extend(id.and_then(|id| self.declared.before.value(id)));
                }
                TestLine::Expect(condition) => {
                    expects = true;
                    meant.expectations.extend(self.cond(condition, Place::of(Role::Test)));
                }
            }
        }
        if !expects {
            self.expects_nothing(test, head);
        }
        meant
    }

    /// Reports a test without `expect`, unless there may be one that could not be read.
    pub(super) fn expects_nothing(&mut self, test: &ast::Test, head: Span) {
        if self.declared.symbols.is_whole(test.lines.span) {
            self.findings.push(
                Diagnostic::new(&codes::LR0702, say!("the test expects nothing"), head, say!("no `expect`")).help(
                    say!(
                        "A test that expects nothing can't fail: say what must come out, as in `expect profile = 45`."
                    ),
                ),
            );
        }
    }

    fn instant(&mut self, written: &ast::Instant) -> Option<Instant> {
        let instant = self.declared.zone.parse_as_of(&written.written);
        if instant.is_none() {
            self.bad_instant(written);
        }
        instant
    }

    fn bad_instant(&mut self, written: &ast::Instant) {
        self.findings.push(
            Diagnostic::new(
                &codes::LR0109,
                say!("`{written}` is no time", written = &written.written),
                written.span,
                say!("not in the calendar"),
            )
            .help(say!("Write a day, `2026-11-23`, or a day and a time, `2026-11-23T12:00Z`.")),
        );
    }

    /// The fields of a lead or an account that setters give.
    pub(super) fn given(&mut self, setters: &'a [ast::Setter]) -> Vec<(ir::FieldId, Value)> {
        let declared = self.declared;
        let mut values = Vec::new();
        let mut seen: Vec<(ir::FieldId, Span)> = Vec::new();
        for setter in setters {
            let id = match self.meant(&setter.name) {
                Some(Entity::Field(id)) => id,
                Some(entity) => {
                    self.mark_used(entity);
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0201,
                            say!("`{name}` is {what}, not a field", name = &setter.name.text, what = entity.word()),
                            setter.name.span,
                            say!("can't be set"),
                        )
                        .help(say!("A test gives fields and events; what is made from them is expected, not given.")),
                    );
                    continue;
                }
                None => {
                    self.undeclared(say!("field"), &setter.name, |entity| matches!(entity, Entity::Field(_)));
                    continue;
                }
            };
            if let Some((_, first)) = seen.iter().find(|(other, _)| *other == id) {
                self.findings.push(twice(&setter.name.text, setter.span, *first));
                continue;
            }
            seen.push((id, setter.span));
            values.extend(self.value(&declared.fields[usize::from(id.0)], setter).map(|value| (id, value)));
        }
        values
    }

    pub(super) fn event(
        &mut self,
        kind: &'a ast::Name,
        when: &ast::When,
        setters: &'a [ast::Setter],
        as_of: Instant,
    ) -> Option<ir::Event> {
        let declared = self.declared;
        let id = self.kind(kind);
        let time = self.time(when, as_of);
        let id = id?;
        let own = &declared.log.kind(id).properties;
        let mut properties = Vec::new();
        let mut seen: Vec<(ir::PropertyId, Span)> = Vec::new();
        for setter in setters {
            let Some(property) = self.property(&setter.name, Event { properties: own, what: kind.span }) else {
                continue;
            };
            if let Some((_, first)) = seen.iter().find(|(other, _)| *other == property) {
                self.findings.push(twice(&setter.name.text, setter.span, *first));
                continue;
            }
            seen.push((property, setter.span));
            properties.extend(self.value(declared.log.property(property), setter).map(|value| (property, value)));
        }
        Some(ir::Event { kind: id, time: time?, properties })
    }

    fn time(&mut self, when: &ast::When, as_of: Instant) -> Option<Instant> {
        let zone = &self.declared.zone;
        let (time, span) = match when {
            ast::When::Ago(period) => {
                (zone.back(as_of, Period { count: period.count, unit: period.unit }), period.span)
            }
            ast::When::On(date) => {
                let day = super::fields::day(date, &mut self.findings)?;
                (zone.parse_time(&format!("{}T12:00", calendar::format_day(day)))?, date.span)
            }
            ast::When::At(written) => {
                let Some(time) = zone.parse_time(&written.written) else {
                    self.bad_instant(written);
                    return None;
                };
                (time, written.span)
            }
        };
        if time > as_of {
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0703,
                    say!("this event lies after the test's instant"),
                    span,
                    say!("does not count"),
                )
                .help(say!(
                    "Scoring never looks into the future, and the test looks from {instant}; say when it takes place \
                     with `as of …`.",
                    instant = calendar::format_instant(as_of)
                )),
            );
        }
        Some(time)
    }

    /// The value that a setter gives; `None` for `unknown`, or where a finding says why.
    fn value(&mut self, field: &ir::Field, setter: &'a ast::Setter) -> Option<Value> {
        let value = self.written(&field.ty, setter)?;
        if !field.takes_for_empty(&value) {
            return Some(value);
        }
        let span = setter.values.first().map_or(setter.name.span, Written::span);
        let help = say!("`missing` says that such a cell is empty: say `unknown`, or give another value.");
        self.impossible(&setter.name, span, say!("stands for an empty cell"), help)
    }

    /// The same, also of values that stand for an empty cell.
    fn written(&mut self, ty: &Type, setter: &'a ast::Setter) -> Option<Value> {
        let name = &setter.name;
        match ty {
            Type::ListOfText { .. } => {
                let mut texts: Vec<String> = Vec::new();
                for value in &setter.values {
                    let text = text::clean(&self.text_value(name, value)?).into_owned();
                    if !text.is_empty() && !texts.iter().any(|other| text::fold(other) == text::fold(&text)) {
                        texts.push(text);
                    }
                }
                (!texts.is_empty()).then_some(Value::Texts(texts))
            }
            Type::ListOfChoice { choice, .. } => {
                let mut options = Vec::new();
                for value in &setter.values {
                    let option = self.option(choice, value, name.span)?;
                    if !options.contains(&option) {
                        options.push(option);
                    }
                }
                (!options.is_empty()).then_some(Value::Choices(options))
            }
            _ => {
                let value = setter.values.first()?;
                if let Some(second) = setter.values.get(1) {
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0704,
                            say!("`{name}` takes one value", name = &name.text),
                            second.span(),
                            say!("a second value"),
                        )
                        .help(say!(
                            "Its type is {type_name}; only a list holds several values.",
                            type_name = ty.word()
                        )),
                    );
                    return None;
                }
                self.single(ty, name, value)
            }
        }
    }

    fn single(&mut self, ty: &Type, name: &ast::Name, value: &'a Written) -> Option<Value> {
        match (ty, value) {
            (Type::Text, _) => {
                let text = text::clean(&self.text_value(name, value)?).into_owned();
                (!text.is_empty()).then_some(Value::Text(text))
            }
            (Type::Email, _) => {
                let text = text::clean(&self.text_value(name, value)?).into_owned();
                if text.is_empty() {
                    return None;
                }
                if !text::is_email(&text) {
                    return self.impossible(
                        name,
                        value.span(),
                        say!("not an address"),
                        say!(
                            "In the data such a value would be invalid, and so unknown: an email has one `@` and a \
                             domain with a dot."
                        ),
                    );
                }
                Some(Value::Text(text))
            }
            (Type::Number(number) | Type::Integer(number), Written::Number(written)) => {
                if matches!(ty, Type::Integer(_)) && !written.value.is_whole() {
                    return self.impossible(
                        name,
                        value.span(),
                        say!("a fraction"),
                        say!("In the data such a value would be invalid, and so unknown: an integer has no places."),
                    );
                }
                if !number.range.contains(written.value) {
                    let range = shown(number.range, |end| end.to_string());
                    return self.out_of_range(name, value.span(), range);
                }
                Some(Value::Number(written.value))
            }
            (Type::YesNo, Written::Truth(truth, _)) => Some(Value::Truth(*truth)),
            (Type::Date(date), Written::Date(written)) => {
                let day = super::fields::day(written, &mut self.findings)?;
                if !date.range.contains(day) {
                    let range = shown(date.range, calendar::format_day);
                    return self.out_of_range(name, value.span(), range);
                }
                Some(Value::Date(day))
            }
            (Type::Choice(choice), _) => self.option(choice, value, name.span).map(Value::Choice),
            (
                Type::Number(_) | Type::Integer(_) | Type::YesNo | Type::Date(_),
                Written::Number(_) | Written::Text(_) | Written::Date(_) | Written::Truth(..) | Written::Name(_),
            ) => {
                let help = match ty {
                    Type::YesNo => say!(
                        "In the data such a value would be invalid, and so unknown: give `yes` or `no`, or `unknown`."
                    ),
                    Type::Date(_) => say!(
                        "In the data such a value would be invalid, and so unknown: give a date such as `2026-11-23`, \
                         or `unknown`."
                    ),
                    _ => say!(
                        "In the data such a value would be invalid, and so unknown: give a number such as `150`, or \
                         `unknown`."
                    ),
                };
                self.impossible(name, value.span(), say!("of another type"), help)
            }
            (Type::ListOfText { .. } | Type::ListOfChoice { .. }, _) => None,
        }
    }

    fn out_of_range(&mut self, name: &ast::Name, span: Span, range: String) -> Option<Value> {
        let help = say!("In the data such a value would be invalid, and so unknown: its range is {range}.", range);
        self.impossible(name, span, say!("outside its range"), help)
    }

    /// Reports a value that could never be read from data.
    fn impossible(&mut self, name: &ast::Name, span: Span, what: Text, help: Text) -> Option<Value> {
        let words = self.findings.text(span);
        self.findings.push(
            Diagnostic::new(&codes::LR0704, say!("`{name}` can't be {words}", name = &name.text, words), span, what)
                .help(help),
        );
        None
    }

    fn text_value(&mut self, name: &ast::Name, value: &Written) -> Option<String> {
        match value {
            Written::Text(text) => Some(text.value.clone()),
            Written::Name(bare) => {
                self.unquoted(&bare.text, bare.span);
                None
            }
            Written::Number(_) | Written::Date(_) | Written::Truth(..) => {
                let words = self.findings.text(value.span());
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0704,
                        say!("`{name}` is a text", name = &name.text),
                        value.span(),
                        say!("without quotes"),
                    )
                    .help(say!("Texts stand in quotes."))
                    .fix(say!("put it in quotes"), value.span(), quoted(words)),
                );
                None
            }
        }
    }
}

fn shown<T: Copy>(range: Bounds<T>, show: impl Fn(T) -> String) -> String {
    let dots = if range.half_open { "..<" } else { ".." };
    format!("{}{dots}{}", range.low.map_or_else(String::new, &show), range.high.map_or_else(String::new, &show))
}

pub(super) fn twice(what: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&codes::LR0705, say!("`{what}` is there twice", what), span, say!("again"))
        .also(first, say!("first here"))
        .help(say!(
            "A test is about one lead at one instant, and each field has one value; make a second test of the other."
        ))
}
