//! Texts and options: `is`, `in`, `contains` and the like, and the lists that stand right of them. In: a subject and the
//! values as written; out: an [`ir::Cond`] with folded texts and the places of options, or a finding.

use crate::ast::{self, TextOp};
use crate::calendar::Day;
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::{Diagnostic, nearest};
use crate::ir::{Cond, CondKind, Subject, TextTest};
use crate::source::Span;
use crate::text;
use crate::types::{ChoiceType, Type};

use super::findings::sentence;
use super::lists::Entries;
use super::names::{Entity, listing, place, quoted, written};
use super::operand::{Kind, Operand};
use super::question::{Asked, entry_span};
use super::resolver::{Place, Resolver};

impl<'a> Resolver<'a> {
    /// `country is BE`; right of a choice a bare name is first an option, then a field.
    pub(super) fn is_choice(
        &mut self,
        (subject, choice): (Subject, &'a ChoiceType),
        right: &'a ast::Expr,
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let ast::Expr::Value(value) = right else {
            let left = Operand::Subject(subject, Kind::Choice(choice));
            let other = self.operand(right, place)?;
            return self.unlike(&left, &other, right.span(), asked, "compare it with one of its options");
        };
        if let ast::Value::Name(name) = value
            && option_at(choice, &name.text).is_none()
            && let Some(cond) = self.other_choice((subject, choice), name, asked, place)
        {
            return cond;
        }
        let option = self.option(choice, value, asked.subject)?;
        Some(Cond { kind: CondKind::Choice(subject, vec![option]), span: asked.whole })
    }

    /// A name right of a choice that is no option but is declared: a field with the same options, or a finding.
    /// `None` where the name is not declared.
    #[expect(clippy::option_option, reason = "not declared, declared but broken, and declared are three things")]
    fn other_choice(
        &mut self,
        (subject, choice): (Subject, &'a ChoiceType),
        name: &'a ast::Name,
        asked: Asked,
        place: Place,
    ) -> Option<Option<Cond>> {
        let declared = match place.event {
            Some(event) => event.properties.iter().any(|id| self.world.log.property(*id).name == name.text),
            None => matches!(self.world.names.get(&name.text), Some(Entity::Field(_) | Entity::List(_))),
        };
        if !declared {
            return None;
        }
        if let (Some(Entity::List(at)), None) = (self.world.names.get(&name.text), place.event) {
            self.used.lists[at] = true;
            self.list_after_is(&name.text, name.span, asked);
            return Some(None);
        }
        let Some(other) = self.named(name, place) else { return Some(None) };
        if let Operand::Subject(second, Kind::Choice(options)) = &other
            && options.options.iter().map(|o| &o.name).eq(choice.options.iter().map(|o| &o.name))
        {
            return Some(Some(Cond { kind: CondKind::Same(subject, *second), span: asked.whole }));
        }
        let left = Operand::Subject(subject, Kind::Choice(choice));
        Some(self.unlike(
            &left,
            &other,
            name.span,
            asked,
            "compare it with one of its options, or with a field that has the same options",
        ))
    }

    fn list_after_is(&mut self, list: &str, span: Span, asked: Asked) {
        let words = self.findings.text(asked.subject);
        let fixed = format!("{words} in {list}");
        let finding = Diagnostic::new(&codes::LR0209, format!("`{list}` is a list"), span, "several values")
            .help("`is` compares with one value; `in` asks for one of several.");
        self.findings.push(if asked.whole.start == asked.subject.start {
            finding.fix(format!("write `{fixed}`"), asked.whole, fixed)
        } else {
            finding
        });
    }

    /// The place of the option that a value names.
    pub(super) fn option(&mut self, choice: &ChoiceType, value: &ast::Value, subject: Span) -> Option<u16> {
        let (name, span) = match value {
            ast::Value::Name(name) => (name.text.as_str(), name.span),
            ast::Value::Text(text) => (text.value.as_str(), text.span),
            ast::Value::Number(_) | ast::Value::Date(_) | ast::Value::Truth(..) => {
                let words = self.findings.text(value.span());
                if let Some(at) = option_at(choice, words) {
                    let option = &choice.options[usize::from(at)].name;
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0112,
                            format!("the option `{option}` has no quotes"),
                            value.span(),
                            "",
                        )
                        .help("An option that is not a name stands in quotes, so that it is not taken for a value.")
                        .fix("put it in quotes", value.span(), quoted(option)),
                    );
                    return None;
                }
                (words, value.span())
            }
        };
        if let Some(at) = option_at(choice, name) {
            return Some(at);
        }
        if self.world.names.may_be_unread(self.findings.text(subject)) {
            return None;
        }
        let key = text::key(name);
        let words = self.findings.text(subject);
        let message = format!("`{words}` has no option `{name}`");
        let finding = Diagnostic::new(&codes::LR0203, message, span, "not one of its options");
        let means = |option: &&crate::types::ChoiceOption| {
            text::key(&option.name) == key || option.synonyms.iter().any(|synonym| text::key(synonym) == key)
        };
        let names: Vec<&str> = choice.options.iter().map(|option| option.name.as_str()).collect();
        let finding = if let Some(option) = choice.options.iter().find(means) {
            let fixed = written(&option.name);
            finding.help(format!("The data may say it so, and rules then call the option `{}`.", option.name)).fix(
                format!("write `{fixed}`"),
                span,
                fixed,
            )
        } else if let Some(near) = nearest(name, names.iter().copied()) {
            finding.help(format!("Did you mean `{near}`?")).fix(format!("write `{near}`"), span, written(near))
        } else {
            finding.help(format!("Its options are {}.", listing(&names)))
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
                        "a range",
                        "ranges hold numbers and dates; list the options",
                    );
                    broken = true;
                }
                ast::Entry::Value(ast::Value::Name(name)) if option_at(choice, &name.text).is_none() => {
                    if let Some(Entity::List(at)) = self.world.names.get(&name.text) {
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
        let own = Cond { kind: CondKind::Choice(subject, options), span: asked.whole };
        Some(joined(own, same))
    }

    /// A name that is neither an option nor declared: nearest to which?
    fn option_or_list(&mut self, choice: &ChoiceType, name: &ast::Name, asked: Asked) -> Option<u16> {
        let lists = self.world.names.of(|entity| matches!(entity, Entity::List(_)));
        let near_option = nearest(&name.text, choice.options.iter().map(|option| option.name.as_str()));
        match nearest(&name.text, lists.iter().copied()) {
            Some(list) if near_option.is_none() && !self.world.names.may_be_unread(&name.text) => {
                self.findings.push(super::names::no_such(&codes::LR0227, "list", &name.text, name.span, &[list]));
                None
            }
            _ => self.option(choice, &ast::Value::Name(name.clone()), asked.subject),
        }
    }

    fn repeated(&mut self, span: Span) {
        let words = self.findings.text(span);
        self.findings.push(
            Diagnostic::new(&codes::LR0504, format!("`{words}` is named twice"), span, "again")
                .help("To name a value twice changes nothing; was another one meant?"),
        );
    }

    /// The options that a list names.
    fn list_options(&mut self, at: usize, choice: &ChoiceType, by: Span, subject: Span) -> Option<Vec<u16>> {
        self.used.lists[at] = true;
        let world = self.world;
        let list = &world.lists[at];
        match &list.entries {
            Entries::Written(values) => {
                let options: Vec<_> = values.iter().map(|value| self.option(choice, value, subject)).collect();
                options.into_iter().collect()
            }
            Entries::Read(path, lines) => {
                let mut options = Vec::new();
                for line in *lines {
                    let key = text::key(line);
                    let found = choice.options.iter().position(|option| {
                        text::key(&option.name) == key
                            || option.synonyms.iter().any(|synonym| text::key(synonym) == key)
                    });
                    let Some(found) = found else {
                        let words = self.findings.text(subject);
                        self.findings.push(
                            Diagnostic::new(
                                &codes::LR0203,
                                format!("`{words}` has no option `{line}`, which the list `{}` names", list.name.text),
                                by,
                                "the list",
                            )
                            .also(*path, "it is read from here")
                            .help("A list for a choice names its options; add the option, or take the line out of the file."),
                        );
                        return None;
                    };
                    options.push(u16::try_from(found).unwrap_or(u16::MAX));
                }
                Some(options)
            }
            Entries::Unreadable => None,
        }
    }

    /// `company is "Acme"`, `name is company`
    pub(super) fn is_text(
        &mut self,
        left: &Operand<'a>,
        subject: Subject,
        right: &'a ast::Expr,
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let span = asked.whole;
        match right {
            ast::Expr::Value(ast::Value::Text(text)) => {
                let key = self.equal_to(left, text)?;
                Some(Cond { kind: CondKind::Text(subject, TextTest::In(vec![key])), span })
            }
            ast::Expr::Value(ast::Value::Name(name)) => {
                let kind = self.text_name(left, subject, name, asked, place)?;
                Some(Cond { kind, span })
            }
            ast::Expr::Value(value @ (ast::Value::Number(_) | ast::Value::Date(_) | ast::Value::Truth(..))) => {
                self.bare_value(left, value, asked)
            }
            ast::Expr::Member { .. } | ast::Expr::Aggregate(_) | ast::Expr::Binary { .. } | ast::Expr::Paren(..) => {
                match self.operand(right, place)? {
                    Operand::Subject(other, Kind::Text | Kind::Label(_)) => {
                        Some(Cond { kind: CondKind::Same(subject, other), span })
                    }
                    other => self.unlike(left, &other, right.span(), asked, "compare it with a text in quotes"),
                }
            }
        }
    }

    /// A number, date or truth value right of a text: it needs quotes.
    fn bare_value<T>(&mut self, left: &Operand<'a>, value: &ast::Value, asked: Asked) -> Option<T> {
        let (words, subject) = (self.findings.text(value.span()), self.findings.text(asked.subject));
        self.findings.push(
            Diagnostic::new(
                &codes::LR0209,
                format!("`{subject}` is {}, and `{words}` is none", left.word()),
                value.span(),
                "without quotes",
            )
            .help("A text is compared with a text, which stands in quotes.")
            .fix("put it in quotes", value.span(), quoted(words)),
        );
        None
    }

    /// A bare name right of `is` after a text.
    fn text_name(
        &mut self,
        left: &Operand<'a>,
        subject: Subject,
        name: &'a ast::Name,
        asked: Asked,
        place: Place,
    ) -> Option<CondKind> {
        if let Some(event) = place.event
            && !event.properties.iter().any(|id| self.world.log.property(*id).name == name.text)
            && self.world.names.get(&name.text).is_none()
        {
            self.unquoted(&name.text, name.span);
            return None;
        }
        match self.world.names.get(&name.text) {
            Some(Entity::List(at)) => {
                self.used.lists[at] = true;
                self.list_after_is(&name.text, name.span, asked);
                return None;
            }
            None if place.event.is_none() && name.text != "stage" => {
                if !self.world.names.may_be_unread(&name.text) {
                    self.unquoted(&name.text, name.span);
                }
                return None;
            }
            Some(Entity::Field(_) | Entity::Kind(_) | Entity::Definition(_) | Entity::Score(_) | Entity::Label(_))
            | None => {}
        }
        match self.named(name, place)? {
            Operand::Subject(other, Kind::Text | Kind::Label(_)) => Some(CondKind::Same(subject, other)),
            other => self.unlike(
                left,
                &other,
                name.span,
                asked,
                "compare it with a text in quotes, or with another text field",
            ),
        }
    }

    /// A text to be equal to: folded, and one that a label can say.
    fn equal_to(&mut self, left: &Operand<'a>, text: &ast::Text) -> Option<String> {
        let key = text::key(&text.value);
        if key.is_empty() {
            self.empty(text.span);
            return None;
        }
        if let Operand::Subject(_, Kind::Label(at)) = left
            && let Some(texts) = self.label_texts(*at)
            && !texts.iter().any(|said| text::key(said) == key)
        {
            let label = &self.world.labels[*at].name.text;
            let said: Vec<&str> = texts.iter().map(String::as_str).collect();
            let finding = Diagnostic::new(
                &codes::LR0211,
                format!("the label `{label}` never says `{}`", text.value),
                text.span,
                "not one of its texts",
            );
            self.findings.push(match nearest(&text.value, said.iter().copied()) {
                Some(near) => finding.help(format!("Did you mean `{near}`?")).fix(
                    format!("write {}", quoted(near)),
                    text.span,
                    quoted(near),
                ),
                None => finding.help(format!("It says {}.", listing(&said))),
            });
            return None;
        }
        Some(key)
    }

    /// The texts that a label can say, unless they are too many to list.
    fn label_texts(&self, at: usize) -> Option<Vec<String>> {
        const MOST: usize = 1000;
        match &self.world.labels[at].body {
            ast::LabelBody::Lines(block) => {
                Some(block.statements.iter().map(|line| line.node.text.value.clone()).collect())
            }
            ast::LabelBody::Joined(names) => {
                let mut texts = vec![String::new()];
                for name in names {
                    let Some(Entity::Label(part)) = self.world.names.get(&name.text) else { return None };
                    if part >= at {
                        return None;
                    }
                    let parts = self.label_texts(part)?;
                    if texts.len() * parts.len() > MOST {
                        return None;
                    }
                    texts =
                        texts.iter().flat_map(|text| parts.iter().map(move |part| format!("{text}{part}"))).collect();
                }
                Some(texts)
            }
        }
    }

    fn empty(&mut self, span: Span) {
        self.findings.push(
            Diagnostic::new(&codes::LR0212, "an empty text", span, "nothing to look for").help(
                "An empty text is never in the data: what is not there is unknown. Ask `is unknown` or `is known`.",
            ),
        );
    }

    /// `company in "Acme", competitors`
    pub(super) fn text_in(
        &mut self,
        left: &Operand<'a>,
        subject: Subject,
        entries: &'a [ast::Entry],
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let (mut texts, mut same, mut broken) = (Vec::new(), Vec::new(), false);
        for entry in entries {
            let found = match entry {
                ast::Entry::Range(range) => {
                    self.unfit(left, asked, range.span, "a range", "ranges hold numbers and dates")
                }
                ast::Entry::Value(ast::Value::Text(text)) => self.equal_to(left, text).map(|key| {
                    if entries.len() > 1 && texts.contains(&key) {
                        self.repeated(entry_span(entry));
                    }
                    texts.push(key);
                }),
                ast::Entry::Value(ast::Value::Name(name)) => match self.world.names.get(&name.text) {
                    Some(Entity::List(at)) => self.list_texts(at, text::key).map(|listed| texts.extend(listed)),
                    Some(_) => self
                        .text_name(left, subject, name, asked, place)
                        .map(|kind| same.push(Cond { kind, span: asked.whole })),
                    None => self.text_or_list(left, subject, name, asked, place).map(|kind| {
                        same.push(Cond { kind, span: asked.whole });
                    }),
                },
                ast::Entry::Value(value @ (ast::Value::Number(_) | ast::Value::Date(_) | ast::Value::Truth(..))) => {
                    self.bare_value(left, value, asked)
                }
            };
            broken |= found.is_none();
        }
        if broken {
            return None;
        }
        texts.sort_unstable();
        texts.dedup();
        let own = Cond { kind: CondKind::Text(subject, TextTest::In(texts)), span: asked.whole };
        Some(joined(own, same))
    }

    /// A name that is not declared where a list may stand.
    fn text_or_list(
        &mut self,
        left: &Operand<'a>,
        subject: Subject,
        name: &'a ast::Name,
        asked: Asked,
        place: Place,
    ) -> Option<CondKind> {
        let lists = self.world.names.of(|entity| matches!(entity, Entity::List(_)));
        if nearest(&name.text, lists.iter().copied()).is_some() && !self.world.names.may_be_unread(&name.text) {
            self.findings.push(super::names::no_such(&codes::LR0227, "list", &name.text, name.span, &lists));
            return None;
        }
        self.text_name(left, subject, name, asked, place)
    }

    /// The entries of a list as texts, each made comparable by `read`.
    fn list_texts(&mut self, at: usize, read: fn(&str) -> String) -> Option<Vec<String>> {
        self.used.lists[at] = true;
        let world = self.world;
        match &world.lists[at].entries {
            Entries::Written(values) => {
                let mut texts = Vec::new();
                for value in values {
                    match value {
                        ast::Value::Text(text) if text::key(&text.value).is_empty() => {
                            self.empty(text.span);
                            return None;
                        }
                        ast::Value::Text(text) => texts.push(read(&text.value)),
                        ast::Value::Name(name) => {
                            self.unquoted(&name.text, name.span);
                            return None;
                        }
                        ast::Value::Number(_) | ast::Value::Date(_) | ast::Value::Truth(..) => {
                            self.wrong_entry(at, value.span(), "a text", "put it in quotes");
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

    fn wrong_entry(&mut self, at: usize, span: Span, wanted: &str, help: &str) {
        let words = self.findings.text(span);
        let name = &self.world.lists[at].name.text;
        self.findings.push(
            Diagnostic::new(&codes::LR0209, format!("`{words}` in the list `{name}` is not {wanted}"), span, "")
                .help(format!("The list is compared with something that is {wanted}; {help}.")),
        );
    }

    fn list_named(&mut self, name: &ast::Name, wanted: &str) -> Option<usize> {
        match self.world.names.get(&name.text) {
            Some(Entity::List(at)) => {
                self.used.lists[at] = true;
                Some(at)
            }
            Some(entity) => {
                self.mark_used(entity);
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0209,
                        format!("`{}` is {}, not {wanted} or a list", name.text, entity.word()),
                        name.span,
                        "can't stand here",
                    )
                    .help(
                        "Give the values themselves, or a list; two fields are compared with `is`, `<` and the like.",
                    ),
                );
                None
            }
            None => {
                if !self.world.names.may_be_unread(&name.text) {
                    let lists = self.world.names.of(|entity| matches!(entity, Entity::List(_)));
                    self.findings.push(super::names::no_such(&codes::LR0227, "list", &name.text, name.span, &lists));
                }
                None
            }
        }
    }

    /// The numbers of a list.
    pub(super) fn list_numbers(&mut self, name: &ast::Name) -> Option<Vec<Decimal>> {
        let at = self.list_named(name, "a number")?;
        let world = self.world;
        match &world.lists[at].entries {
            Entries::Written(values) => {
                let mut numbers = Vec::new();
                for value in values {
                    let ast::Value::Number(number) = value else {
                        self.wrong_entry(at, value.span(), "a number", "take its quotes off");
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
                    self.wrong_line(at, bad, *path, "a number, such as `1234.5`");
                }
                numbers
            }
            Entries::Unreadable => None,
        }
    }

    /// The days of a list.
    pub(super) fn list_days(&mut self, name: &ast::Name) -> Option<Vec<Day>> {
        let at = self.list_named(name, "a date")?;
        let world = self.world;
        match &world.lists[at].entries {
            Entries::Written(values) => {
                let mut days = Vec::new();
                for value in values {
                    let ast::Value::Date(date) = value else {
                        self.wrong_entry(at, value.span(), "a date", "dates stand without quotes");
                        return None;
                    };
                    days.push(super::fields::day(date, &mut self.findings)?);
                }
                Some(days)
            }
            Entries::Read(path, lines) => {
                let zone = crate::calendar::Zone::utc();
                let day = |line: &String| {
                    (line.len() == 10).then(|| zone.parse_as_of(line)).flatten().map(|instant| zone.day_of(instant))
                };
                let days: Option<Vec<Day>> = lines.iter().map(day).collect();
                if days.is_none() {
                    let bad = lines.iter().find(|line| day(line).is_none()).map_or("", String::as_str);
                    self.wrong_line(at, bad, *path, "a date, such as `2026-11-23`");
                }
                days
            }
            Entries::Unreadable => None,
        }
    }

    fn wrong_line(&mut self, at: usize, line: &str, path: Span, wanted: &str) {
        let name = &self.world.lists[at].name;
        self.findings.push(
            Diagnostic::new(
                &codes::LR0209,
                format!("the list `{}` has the line `{line}`, which is not {wanted}", name.text),
                path,
                "read from here",
            )
            .help(format!(
                "The list ({}) is compared with something else than texts; mend the line, or take it out of the file.",
                place(self.world.sources, name.span)
            )),
        );
    }

    /// `contains`, `starts with`, `mentions` and the like.
    pub(super) fn texts(
        &mut self,
        operand: &Operand<'a>,
        op: TextOp,
        values: &'a [ast::Value],
        asked: Asked,
    ) -> Option<Cond> {
        let all = op == TextOp::ContainsAll;
        let member = matches!(op, TextOp::Contains | TextOp::ContainsAll);
        let kind = match operand {
            Operand::Subject(subject, Kind::Text | Kind::Label(_)) => {
                CondKind::Text(*subject, test(op, self.words(values, literal, asked)?))
            }
            Operand::Subject(subject, Kind::Texts) if member => {
                let mut texts = self.words(values, text::key, asked)?;
                texts.sort_unstable();
                texts.dedup();
                CondKind::Texts { subject: *subject, texts, all }
            }
            Operand::Subject(subject, Kind::Texts) => {
                CondKind::Text(*subject, test(op, self.words(values, literal, asked)?))
            }
            Operand::Subject(subject, Kind::Choices(choice)) if member => {
                let mut options = self.members(choice, values, asked)?;
                options.sort_unstable();
                options.dedup();
                CondKind::Choices { subject: *subject, options, all }
            }
            Operand::Subject(subject, kind @ (Kind::Choice(choice) | Kind::Choices(choice))) => {
                let test = test(op, self.words(values, literal, asked)?);
                let span = values.first()?.span().to(values.last()?.span());
                self.passing((*subject, *kind), choice, &|option| passes(&test, option), span, asked)?
            }
            Operand::Subject(_, Kind::YesNo | Kind::Date(_))
            | Operand::Number(..)
            | Operand::Condition(_)
            | Operand::Stage
            | Operand::Text(_)
            | Operand::Date(_)
            | Operand::Truth(_) => {
                let word = format!("`{}`", word(op));
                return self.unfit(
                    operand,
                    asked,
                    values.first()?.span(),
                    &word,
                    "only texts, choices and lists can be looked into",
                );
            }
        };
        Some(Cond { kind, span: asked.whole })
    }

    /// The options whose names pass a test of texts.
    fn passing(
        &mut self,
        (subject, kind): (Subject, Kind<'a>),
        choice: &ChoiceType,
        passes: &dyn Fn(&str) -> bool,
        span: Span,
        asked: Asked,
    ) -> Option<CondKind> {
        let places = choice.options.iter().enumerate().filter(|(_, option)| passes(&text::key(&option.name)));
        let options: Vec<u16> = places.map(|(at, _)| u16::try_from(at).unwrap_or(u16::MAX)).collect();
        if options.is_empty() {
            let words = self.findings.text(asked.subject);
            let names: Vec<&str> = choice.options.iter().map(|option| option.name.as_str()).collect();
            self.findings.push(
                Diagnostic::new(&codes::LR0203, format!("no option of `{words}` is such"), span, "none is so called")
                    .help(format!("Its options are {}.", listing(&names))),
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
    fn members(&mut self, choice: &'a ChoiceType, values: &'a [ast::Value], asked: Asked) -> Option<Vec<u16>> {
        let mut options = Vec::new();
        let mut broken = false;
        for value in values {
            let found = match value {
                ast::Value::Name(name) if option_at(choice, &name.text).is_none() => {
                    match self.world.names.get(&name.text) {
                        Some(Entity::List(at)) => self.list_options(at, choice, name.span, asked.subject),
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

    /// The texts right of a text operator, lists taken in.
    fn words(&mut self, values: &'a [ast::Value], read: fn(&str) -> String, asked: Asked) -> Option<Vec<String>> {
        let mut texts = Vec::new();
        let mut broken = false;
        for value in values {
            let found = match value {
                ast::Value::Text(text) if read(&text.value).is_empty() => {
                    self.empty(text.span);
                    None
                }
                ast::Value::Text(text) => Some(vec![read(&text.value)]),
                ast::Value::Name(name) => match self.world.names.get(&name.text) {
                    Some(Entity::List(at)) => self.list_texts(at, read),
                    Some(entity) => {
                        self.mark_used(entity);
                        self.findings.push(
                            Diagnostic::new(
                                &codes::LR0209,
                                format!("`{}` is {}, not a text", name.text, entity.word()),
                                name.span,
                                "can't be looked for",
                            )
                            .help("What is looked for is a text in quotes, or a list."),
                        );
                        None
                    }
                    None => {
                        let lists = self.world.names.of(|entity| matches!(entity, Entity::List(_)));
                        if self.world.names.may_be_unread(&name.text) {
                        } else if nearest(&name.text, lists.iter().copied()).is_some() {
                            self.findings.push(super::names::no_such(
                                &codes::LR0227,
                                "list",
                                &name.text,
                                name.span,
                                &lists,
                            ));
                        } else {
                            self.unquoted(&name.text, name.span);
                        }
                        None
                    }
                },
                ast::Value::Number(_) | ast::Value::Date(_) | ast::Value::Truth(..) => {
                    let left = Operand::Subject(Subject::Field(crate::ir::FieldId(0)), Kind::Text);
                    self.bare_value::<Vec<String>>(&left, value, asked)
                }
            };
            match found {
                Some(found) => texts.extend(found),
                None => broken = true,
            }
        }
        (!broken).then_some(texts)
    }

    /// `X matches "re"`
    pub(super) fn matches(&mut self, operand: &Operand<'a>, pattern: &'a ast::Text, asked: Asked) -> Option<Cond> {
        if let Operand::Number(..)
        | Operand::Condition(_)
        | Operand::Stage
        | Operand::Text(_)
        | Operand::Date(_)
        | Operand::Truth(_)
        | Operand::Subject(_, Kind::YesNo | Kind::Date(_)) = operand
        {
            return self.unfit(
                operand,
                asked,
                pattern.span,
                "`matches`",
                "only texts, choices and lists can be looked into",
            );
        }
        let meant = match super::pattern::translate(&pattern.value) {
            Ok(meant) => meant,
            Err(why) => {
                self.findings.push(
                    Diagnostic::new(&codes::LR0213, why.message, pattern.span, "in this pattern")
                        .help(sentence(&why.help)),
                );
                return None;
            }
        };
        let kind = match operand {
            Operand::Subject(subject, Kind::Text | Kind::Label(_) | Kind::Texts) => {
                CondKind::Text(*subject, TextTest::Matches(meant))
            }
            Operand::Subject(subject, kind @ (Kind::Choice(choice) | Kind::Choices(choice))) => {
                let regex = regex::Regex::new(&meant.folded).ok()?;
                self.passing((*subject, *kind), choice, &|option| regex.is_match(option), pattern.span, asked)?
            }
            Operand::Subject(_, Kind::YesNo | Kind::Date(_))
            | Operand::Number(..)
            | Operand::Condition(_)
            | Operand::Stage
            | Operand::Text(_)
            | Operand::Date(_)
            | Operand::Truth(_) => return None,
        };
        Some(Cond { kind, span: asked.whole })
    }
}

/// The place of the option with exactly this name.
pub(super) fn option_at(choice: &ChoiceType, name: &str) -> Option<u16> {
    let name = text::clean(name);
    choice.options.iter().position(|option| option.name == name).and_then(|at| u16::try_from(at).ok())
}

/// A text to look for: folded, its blanks kept, for they may be what is looked for.
fn literal(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text::fold(&text.nfc().collect::<String>())
}

fn joined(own: Cond, mut same: Vec<Cond>) -> Cond {
    let span = own.span;
    if same.is_empty() {
        return own;
    }
    let own_is_empty = match &own.kind {
        CondKind::Choice(_, options) => options.is_empty(),
        CondKind::Text(_, TextTest::In(texts)) => texts.is_empty(),
        _ => false,
    };
    if !own_is_empty {
        same.insert(0, own);
    }
    match same.len() {
        1 => same.remove(0),
        _ => Cond { kind: CondKind::Or(same), span },
    }
}

fn test(op: TextOp, texts: Vec<String>) -> TextTest {
    match op {
        TextOp::Contains => TextTest::Contains(texts),
        TextOp::ContainsAll => TextTest::ContainsAll(texts),
        TextOp::StartsWith => TextTest::StartsWith(texts),
        TextOp::EndsWith => TextTest::EndsWith(texts),
        TextOp::Mentions => TextTest::Mentions(texts),
    }
}

fn word(op: TextOp) -> &'static str {
    match op {
        TextOp::Contains => "contains",
        TextOp::ContainsAll => "contains all",
        TextOp::StartsWith => "starts with",
        TextOp::EndsWith => "ends with",
        TextOp::Mentions => "mentions",
    }
}

/// Whether a folded text passes a test.
pub(super) fn passes(test: &TextTest, value: &str) -> bool {
    match test {
        TextTest::In(texts) => texts.binary_search_by(|text| text.as_str().cmp(value)).is_ok(),
        TextTest::Contains(texts) => texts.iter().any(|text| value.contains(text)),
        TextTest::ContainsAll(texts) => texts.iter().all(|text| value.contains(text)),
        TextTest::StartsWith(texts) => texts.iter().any(|text| value.starts_with(text)),
        TextTest::EndsWith(texts) => texts.iter().any(|text| value.ends_with(text)),
        TextTest::Mentions(texts) => texts.iter().any(|text| text::mentions(value, text)),
        TextTest::Matches(pattern) => regex::Regex::new(&pattern.folded).is_ok_and(|regex| regex.is_match(value)),
    }
}

/// Whether values of a type can be told apart for `once per`.
pub(super) fn is_single(ty: &Type) -> bool {
    match ty {
        Type::Text
        | Type::Email
        | Type::Number(_)
        | Type::Integer(_)
        | Type::YesNo
        | Type::Date(_)
        | Type::Choice(_) => true,
        Type::ListOfText { .. } | Type::ListOfChoice { .. } => false,
    }
}
