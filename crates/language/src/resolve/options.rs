//! Options of a choice: `is`, `in`, `contains`, and the lists that name them. In: a subject and the values as written; out:
//! an [`ir::Cond`](crate::ir::Cond) with the indexes of options, or a finding that names the option that was meant.

use crate::ast;
use crate::codes;
use crate::diagnostic::{Diagnostic, nearest};
use crate::ir::{Cond, CondKind, Subject};
use crate::source::Span;
use crate::text;
use crate::types::ChoiceType;
use crate::words::say;

use super::lists::Entries;
use super::operand::{Kind, Operand};
use super::question::{Asked, Form};
use super::resolver::{Place, Resolver};
use super::symbols::{Entity, alike, listing, written};
use super::words::joined;
use crate::source::quoted;

impl<'a> Resolver<'a> {
    /// `country is BE`; right of a choice, a bare name is an option first, and a field otherwise.
    pub(super) fn is_choice(
        &mut self,
        (subject, choice): (Subject, &'a ChoiceType),
        right: &'a ast::Expr,
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let ast::Expr::Value(value) = right else {
            let other = self.operand(right, place)?;
            return self.same_choice((subject, choice), &other, right.span(), asked);
        };
        if let ast::Value::Name(name) = value
            && option_at(choice, &name.text).is_none()
            && let Some(cond) = self.other_choice((subject, choice), name, asked, place)
        {
            return cond;
        }
        let option = self.option(choice, value, asked.subject)?;
        Some(Cond::written(CondKind::Choice(subject, vec![option]), asked.whole))
    }

    /// A name right of a choice that is not an option but is declared: a field with the same options, or a finding.
    /// `None` if the name is not declared.
    #[expect(clippy::option_option, reason = "not declared, declared but broken, and declared are three things")]
    fn other_choice(
        &mut self,
        (subject, choice): (Subject, &'a ChoiceType),
        name: &'a ast::Name,
        asked: Asked,
        place: Place,
    ) -> Option<Option<Cond>> {
        let declared = match place.event {
            Some(event) => event.properties.iter().any(|id| self.declared.log.property(*id).name == name.text),
            None => matches!(self.declared.symbols.get(&name.text), Some(Entity::Field(_) | Entity::List(_))),
        };
        if !declared {
            return None;
        }
        if let (Some(Entity::List(at)), None) = (self.declared.symbols.get(&name.text), place.event) {
            self.meant(name);
            self.used.lists[at] = true;
            self.list_after_is(&name.text, name.span, asked);
            return Some(None);
        }
        let Some(other) = self.named(name, place) else { return Some(None) };
        Some(self.same_choice((subject, choice), &other, name.span, asked))
    }

    /// A choice, and what it is compared with at `span`: it must have the same options.
    fn same_choice(
        &mut self,
        (subject, choice): (Subject, &'a ChoiceType),
        other: &Operand<'a>,
        span: Span,
        asked: Asked,
    ) -> Option<Cond> {
        if let Operand::Subject(second, Kind::Choice(options)) = other
            && options.options.iter().map(|o| &o.name).eq(choice.options.iter().map(|o| &o.name))
        {
            return Some(Cond::written(CondKind::Same(subject, *second), asked.whole));
        }
        let left = Operand::Subject(subject, Kind::Choice(choice));
        let help = say!("Compare it with one of its options, or with a field that has the same options.");
        self.unlike(&left, other, span, asked, help)
    }

    pub(super) fn list_after_is(&mut self, list: &str, span: Span, asked: Asked) {
        let words = self.findings.text(asked.subject);
        let fixed = format!("{words} in {list}");
        let finding = Diagnostic::new(&codes::LR0209, say!("`{list}` is a list", list), span, say!("several values"))
            .help(say!("`is` compares with one value; `in` asks for one of several."));
        self.findings.push(if asked.form == Form::Whole {
            finding.fix(say!("write `{text}`", text = &fixed), asked.whole, fixed)
        } else {
            finding
        });
    }

    /// The index of the option that a value names.
    pub(super) fn option(&mut self, choice: &ChoiceType, value: &ast::Value, subject: Span) -> Option<u16> {
        let (name, span) = match value {
            ast::Value::Name(name) => (name.text.as_str(), name.span),
            ast::Value::Text(text) => (text.value.as_str(), text.span),
            ast::Value::Number(_) | ast::Value::Date(_) | ast::Value::Truth(..) => {
                let words = self.findings.text(value.span());
                if let Some(at) = option_at(choice, words) {
                    let option = &choice.options[usize::from(at)].name;
                    self.findings.push(
                        Diagnostic::bare(
                            &codes::LR0112,
                            say!("the option `{option}` has no quotes", option),
                            value.span(),
                        )
                        .help(say!(
                            "An option that is not a name stands in quotes, so that it is not taken for a value."
                        ))
                        .fix(say!("put it in quotes"), value.span(), quoted(option)),
                    );
                    return None;
                }
                (words, value.span())
            }
        };
        if let Some(at) = option_at(choice, name) {
            self.mentions.option(span, choice, at);
            return Some(at);
        }
        if self.declared.symbols.may_be_unread(self.findings.text(subject)) {
            return None;
        }
        let words = self.findings.text(subject);
        let message = say!("`{field}` has no option `{option}`", field = words, option = name);
        let finding = Diagnostic::new(&codes::LR0203, message, span, say!("not one of its options"));
        let names = self.findings.candidates(choice.options.iter().map(|option| option.name.as_str()));
        let finding = if let Some(at) = choice.meant(name) {
            let option = &choice.options[usize::from(at)];
            let fixed = written(&option.name);
            finding
                .help(say!("The data may say it so, and rules then call the option `{option}`.", option = &option.name))
                .fix(say!("write `{text}`", text = &fixed), span, fixed)
        } else if let Some((near, help)) = alike(name, &names) {
            finding.help(help).guess(say!("write `{text}`", text = written(near)), span, written(near))
        } else if let Some(near) = nearest(name, names.iter().copied()) {
            finding.help(say!("Did you mean `{near}`?", near)).guess(
                say!("write `{text}`", text = written(near)),
                span,
                written(near),
            )
        } else {
            finding.help(say!("Its options are {options}.", options = listing(&names)))
        };
        self.findings.push(finding);
        None
    }

    /// `country in BE, NL, benelux, home_country`
    pub(super) fn choice_in(
        &mut self,
        (subject, choice): (Subject, &'a ChoiceType),
        entries: &'a [ast::Entry],
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let (mut options, mut same, mut broken) = (Vec::new(), Vec::new(), false);
        for entry in entries {
            match entry {
                ast::Entry::Range(range) => {
                    let left = Operand::Subject(subject, Kind::Choice(choice));
                    self.unfit::<()>(
                        &left,
                        asked,
                        range.span,
                        say!("a range"),
                        say!("Ranges hold numbers and dates; list the options."),
                    );
                    broken = true;
                }
                ast::Entry::Value(ast::Value::Name(name)) if option_at(choice, &name.text).is_none() => {
                    if let Some(Entity::List(at)) = self.declared.symbols.get(&name.text) {
                        self.meant(name);
                        match self.list_options(at, choice, name.span, asked.subject) {
                            Some(listed) => options.extend(listed),
                            None => broken = true,
                        }
                    } else if let Some(cond) = self.other_choice((subject, choice), name, asked, place) {
                        match cond {
                            Some(cond) => same.push(cond),
                            None => broken = true,
                        }
                    } else {
                        broken |= self.option_or_list(choice, name, asked).is_none();
                    }
                }
                ast::Entry::Value(value) => match self.option(choice, value, asked.subject) {
                    Some(option) if options.contains(&option) => self.repeated(value.span()),
                    Some(option) => options.push(option),
                    None => broken = true,
                },
            }
        }
        if broken {
            return None;
        }
        options.sort_unstable();
        options.dedup();
        let own = Cond::written(CondKind::Choice(subject, options), asked.whole);
        Some(joined(own, same))
    }

    /// A name that is neither an option nor declared: reports which one it is nearest to.
    fn option_or_list(&mut self, choice: &ChoiceType, name: &ast::Name, asked: Asked) -> Option<u16> {
        let lists = self.findings.candidates(self.declared.symbols.of(|entity| matches!(entity, Entity::List(_))));
        let options = self.findings.candidates(choice.options.iter().map(|option| option.name.as_str()));
        let near_option = nearest(&name.text, options);
        match nearest(&name.text, lists.iter().copied()) {
            Some(list) if near_option.is_none() && !self.declared.symbols.may_be_unread(&name.text) => {
                self.findings.push(super::symbols::no_such(
                    &codes::LR0227,
                    say!("list"),
                    &name.text,
                    name.span,
                    &[list],
                ));
                None
            }
            _ => self.option(choice, &ast::Value::Name(name.clone()), asked.subject),
        }
    }

    pub(super) fn repeated(&mut self, span: Span) {
        let words = self.findings.text(span);
        self.findings.push(
            Diagnostic::new(&codes::LR0504, say!("`{value}` is named twice", value = words), span, say!("again"))
                .help(say!("To name a value twice changes nothing; was another one meant?")),
        );
    }

    /// The options that a list names.
    fn list_options(&mut self, at: usize, choice: &ChoiceType, by: Span, subject: Span) -> Option<Vec<u16>> {
        self.used.lists[at] = true;
        let declared = self.declared;
        let list = &declared.lists[at];
        match &list.entries {
            Entries::Written(values) => {
                let options: Vec<_> = values.iter().map(|value| self.option(choice, value, subject)).collect();
                options.into_iter().collect()
            }
            Entries::Read(path, lines) => {
                let mut options = Vec::new();
                for line in *lines {
                    let found = choice.meant(line);
                    let Some(found) = found else {
                        let words = self.findings.text(subject);
                        self.findings.push(
                            Diagnostic::new(
                                &codes::LR0203,
                                say!(
                                    "`{field}` has no option `{option}`, which the list `{list}` names",
                                    field = words,
                                    option = line,
                                    list = &list.name.text
                                ),
                                by,
                                say!("the list"),
                            )
                            .also(*path, say!("it is read from here"))
                            .help(say!("A list for a choice names its options; add the option, or take the line out of the file.")),
                        );
                        return None;
                    };
                    options.push(found);
                }
                Some(options)
            }
            Entries::Unreadable => None,
        }
    }

    /// The options whose names pass a test of texts.
    pub(super) fn passing(
        &mut self,
        (subject, kind): (Subject, Kind<'a>),
        choice: &ChoiceType,
        passes: &dyn Fn(&str) -> bool,
        span: Span,
        asked: Asked,
    ) -> Option<CondKind> {
        self.mentions.looked_into(span, choice);
        let places = choice.options.iter().enumerate().filter(|(_, option)| passes(&text::key(&option.name)));
        let options: Vec<u16> = places.map(|(at, _)| u16::try_from(at).unwrap_or(u16::MAX)).collect();
        if options.is_empty() {
            let words = self.findings.text(asked.subject);
            let names: Vec<&str> = choice.options.iter().map(|option| option.name.as_str()).collect();
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0203,
                    say!("no option of `{field}` is such", field = words),
                    span,
                    say!("none is so called"),
                )
                .help(say!("Its options are {options}.", options = listing(&names))),
            );
            return None;
        }
        Some(match kind {
            Kind::Choices(_) => CondKind::Choices { subject, options, all: false },
            Kind::Choice(_) | Kind::Text | Kind::Label(_) | Kind::YesNo | Kind::Date(_) | Kind::Texts => {
                CondKind::Choice(subject, options)
            }
        })
    }

    /// `interests contains a, b, some_list`
    pub(super) fn members(
        &mut self,
        choice: &'a ChoiceType,
        values: &'a [ast::Value],
        asked: Asked,
    ) -> Option<Vec<u16>> {
        let mut options = Vec::new();
        let mut broken = false;
        for value in values {
            let found = match value {
                ast::Value::Name(name) if option_at(choice, &name.text).is_none() => {
                    match self.declared.symbols.get(&name.text) {
                        Some(Entity::List(at)) => {
                            self.meant(name);
                            self.list_options(at, choice, name.span, asked.subject)
                        }
                        _ => self.option_or_list(choice, name, asked).map(|option| vec![option]),
                    }
                }
                ast::Value::Name(_)
                | ast::Value::Text(_)
                | ast::Value::Number(_)
                | ast::Value::Date(_)
                | ast::Value::Truth(..) => self.option(choice, value, asked.subject).map(|option| vec![option]),
            };
            match found {
                Some(found) => options.extend(found),
                None => broken = true,
            }
        }
        (!broken).then_some(options)
    }
}

/// The index of the option with exactly this name.
pub(super) fn option_at(choice: &ChoiceType, name: &str) -> Option<u16> {
    choice.place(&text::clean(name))
}
