//! The entries of a list that a rule names: as texts, options, numbers or days. In: the list and what is wanted; out:
//! the entries, or nothing where a finding says why.

use crate::ast;
use crate::calendar::{Day, Zone};
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::text;
use crate::words::{Text, say};

use super::lists::Entries;
use super::mentions::What;
use super::resolver::Resolver;
use super::symbols::{Entity, no_such, place};

impl Resolver<'_> {
    /// The entries of a list as texts, each made comparable by `read`.
    pub(super) fn list_texts(&mut self, name: &ast::Name, at: usize, read: fn(&str) -> String) -> Option<Vec<String>> {
        self.meant(name);
        self.used.lists[at] = true;
        let declared = self.declared;
        match &declared.lists[at].entries {
            Entries::Written(values) => {
                let mut texts = Vec::new();
                for value in values {
                    match value {
                        ast::Value::Text(text) if text::key(&text.value).is_empty() => {
                            self.empty(text.span);
                            return None;
                        }
                        ast::Value::Text(text) => {
                            self.mentions.note(text.span, text.span, What::Text);
                            texts.push(read(&text.value));
                        }
                        ast::Value::Name(name) => {
                            self.unquoted(&name.text, name.span);
                            return None;
                        }
                        ast::Value::Number(_) | ast::Value::Date(_) | ast::Value::Truth(..) => {
                            let help = say!("The list is compared with something that is a text; put it in quotes.");
                            self.wrong_entry(at, value.span(), say!("a text"), help);
                            return None;
                        }
                    }
                }
                Some(texts)
            }
            Entries::Read(_, lines) => Some(lines.iter().map(|line| read(line)).collect()),
            Entries::Unreadable => None,
        }
    }

    fn wrong_entry(&mut self, at: usize, span: Span, wanted: Text, help: Text) {
        let words = self.findings.text(span);
        let name = &self.declared.lists[at].name.text;
        let message = say!("`{entry}` in the list `{list}` is not {wanted}", entry = words, list = name, wanted);
        self.findings.push(Diagnostic::bare(&codes::LR0209, message, span).help(help));
    }

    fn list_named(&mut self, name: &ast::Name, wanted: Text) -> Option<usize> {
        match self.meant(name) {
            Some(Entity::List(at)) => {
                self.used.lists[at] = true;
                Some(at)
            }
            Some(entity) => {
                self.mark_used(entity);
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0209,
                        say!(
                            "`{name}` is {what}, not {wanted} or a list",
                            name = &name.text,
                            what = entity.word(),
                            wanted
                        ),
                        name.span,
                        say!("can't stand here"),
                    )
                    .help(say!(
                        "Give the values themselves, or a list; two fields are compared with `is`, `<` and the like."
                    )),
                );
                None
            }
            None => {
                if !self.declared.symbols.may_be_unread(&name.text) {
                    let lists =
                        self.findings.candidates(self.declared.symbols.of(|entity| matches!(entity, Entity::List(_))));
                    self.findings.push(no_such(&codes::LR0227, say!("list"), &name.text, name.span, &lists));
                }
                None
            }
        }
    }

    /// The numbers of a list.
    pub(super) fn list_numbers(&mut self, name: &ast::Name) -> Option<Vec<Decimal>> {
        let at = self.list_named(name, say!("a number"))?;
        let declared = self.declared;
        match &declared.lists[at].entries {
            Entries::Written(values) => {
                let mut numbers = Vec::new();
                for value in values {
                    let ast::Value::Number(number) = value else {
                        let help = say!("The list is compared with something that is a number; take its quotes off.");
                        self.wrong_entry(at, value.span(), say!("a number"), help);
                        return None;
                    };
                    numbers.push(number.value);
                }
                Some(numbers)
            }
            Entries::Read(path, lines) => {
                let numbers: Option<Vec<_>> =
                    lines.iter().map(|line| Decimal::parse(line).ok().map(|(number, _)| number)).collect();
                if numbers.is_none() {
                    let bad = lines.iter().find(|line| Decimal::parse(line).is_err()).map_or("", String::as_str);
                    self.wrong_line(at, bad, *path, say!("a number, such as `1234.5`"));
                }
                numbers
            }
            Entries::Unreadable => None,
        }
    }

    /// The days of a list.
    pub(super) fn list_days(&mut self, name: &ast::Name) -> Option<Vec<Day>> {
        let at = self.list_named(name, say!("a date"))?;
        let declared = self.declared;
        match &declared.lists[at].entries {
            Entries::Written(values) => {
                let mut days = Vec::new();
                for value in values {
                    let ast::Value::Date(date) = value else {
                        let help =
                            say!("The list is compared with something that is a date; dates stand without quotes.");
                        self.wrong_entry(at, value.span(), say!("a date"), help);
                        return None;
                    };
                    days.push(super::fields::day(date, &mut self.findings)?);
                }
                Some(days)
            }
            Entries::Read(path, lines) => {
                let zone = Zone::utc();
                let day = |line: &String| {
                    (line.len() == 10).then(|| zone.parse_as_of(line)).flatten().map(|instant| zone.day_of(instant))
                };
                let days: Option<Vec<Day>> = lines.iter().map(day).collect();
                if days.is_none() {
                    let bad = lines.iter().find(|line| day(line).is_none()).map_or("", String::as_str);
                    self.wrong_line(at, bad, *path, say!("a date, such as `2026-11-23`"));
                }
                days
            }
            Entries::Unreadable => None,
        }
    }

    fn wrong_line(&mut self, at: usize, line: &str, path: Span, wanted: Text) {
        let name = &self.declared.lists[at].name;
        self.findings.push(
            Diagnostic::new(
                &codes::LR0209,
                say!(
                    "the list `{list}` has the line `{line}`, which is not {wanted}",
                    list = &name.text,
                    line,
                    wanted
                ),
                path,
                say!("read from here"),
            )
            .help(say!(
                "The list ({place}) is compared with something else than texts; mend the line, or take it out of the file.",
                place = place(self.declared.sources, name.span)
            )),
        );
    }
}
