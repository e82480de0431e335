//! Texts and options: `is`, `in`, `contains` and the like, and the lists to the right of them. In: a subject and the
//! values as written; out: an [`ir::Cond`] with folded texts and the indexes of options, or a finding.

use std::collections::HashSet;

use crate::ast::{self, TextOp};
use crate::codes;
use crate::diagnostic::{Diagnostic, nearest};
use crate::ir::{Cond, CondKind, Subject, TextTest};
use crate::source::Span;
use crate::text;
use crate::words::{Text, say};

use super::operand::{Kind, Operand};
use super::question::Asked;
use super::resolver::{Place, Resolver};
use super::symbols::{Entity, listing};
use crate::source::quoted;

impl<'a> Resolver<'a> {
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
                Some(Cond::written(CondKind::Text(subject, TextTest::In(vec![key])), span))
            }
            ast::Expr::Value(ast::Value::Name(name)) => {
                let kind = self.text_name(left, subject, name, asked, place)?;
                Some(Cond::written(kind, span))
            }
            ast::Expr::Value(value @ (ast::Value::Number(_) | ast::Value::Date(_) | ast::Value::Truth(..))) => {
                self.bare_value(left, value, asked)
            }
            ast::Expr::Member { .. }
            | ast::Expr::Aggregate(_)
            | ast::Expr::Binary { .. }
            | ast::Expr::Paren(..)
            | ast::Expr::OfLead { .. }
            | ast::Expr::StageBefore(_) => match self.operand(right, place)? {
                Operand::Subject(other, Kind::Text | Kind::Label(_)) => {
                    Some(Cond::written(CondKind::Same(subject, other), span))
                }
                other => self.unlike(left, &other, right.span(), asked, say!("Compare it with a text in quotes.")),
            },
        }
    }

    /// A number, date or truth value to the right of a text: it needs quotes.
    fn bare_value<T>(&mut self, left: &Operand<'a>, value: &ast::Value, asked: Asked) -> Option<T> {
        let (words, subject) = (self.findings.text(value.span()), self.findings.text(asked.subject));
        self.findings.push(
            Diagnostic::new(
                &codes::LR0209,
                say!("`{name}` is {what}, and `{value}` is none", name = subject, what = left.word(), value = words),
                value.span(),
                say!("without quotes"),
            )
            .help(say!("A text is compared with a text, which stands in quotes."))
            .fix(say!("put it in quotes"), value.span(), quoted(words)),
        );
        None
    }

    /// A bare name to the right of `is` after a text.
    fn text_name(
        &mut self,
        left: &Operand<'a>,
        subject: Subject,
        name: &'a ast::Name,
        asked: Asked,
        place: Place,
    ) -> Option<CondKind> {
        if let Some(event) = place.event
            && !event.properties.iter().any(|id| self.declared.log.property(*id).name == name.text)
            && self.declared.symbols.get(&name.text).is_none()
        {
            self.unquoted(&name.text, name.span);
            return None;
        }
        match self.declared.symbols.get(&name.text) {
            Some(Entity::List(at)) => {
                self.meant(name);
                self.used.lists[at] = true;
                self.list_after_is(&name.text, name.span, asked);
                return None;
            }
            None if place.event.is_none() && name.text != "stage" => {
                if !self.declared.symbols.may_be_unread(&name.text) {
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
                say!("Compare it with a text in quotes, or with another text field."),
            ),
        }
    }

    /// A text to be equal to: folded, and, for a label, one that the label can say.
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
            let label = &self.declared.labels[*at].name.text;
            let said: Vec<&str> = texts.iter().map(String::as_str).collect();
            let finding = Diagnostic::new(
                &codes::LR0211,
                say!("the label `{label}` never says `{text}`", label, text = &text.value),
                text.span,
                say!("not one of its texts"),
            );
            self.findings.push(match nearest(&text.value, said.iter().copied()) {
                Some(near) => finding.help(say!("Did you mean `{near}`?", near)).guess(
                    say!("write {text}", text = quoted(near)),
                    text.span,
                    quoted(near),
                ),
                None => finding.help(say!("It says {texts}.", texts = listing(&said))),
            });
            return None;
        }
        Some(key)
    }

    /// The texts that a label can say, unless there are too many to list.
    fn label_texts(&self, at: usize) -> Option<Vec<String>> {
        const MOST: usize = 1000;
        let mut left = MOST;
        self.label_texts_within(at, &mut left)
    }

    /// `left` is how many more texts may be looked at: for labels that join joined labels, they double with each step.
    fn label_texts_within(&self, at: usize, left: &mut usize) -> Option<Vec<String>> {
        match &self.declared.labels[at].body {
            ast::LabelBody::Lines(block) => {
                *left = left.checked_sub(block.statements.len().max(1))?;
                Some(block.statements.iter().map(|line| line.node.text.value.clone()).collect())
            }
            ast::LabelBody::Joined(names) => {
                let mut texts = vec![String::new()];
                for name in names {
                    let Some(Entity::Label(part)) = self.declared.symbols.get(&name.text) else { return None };
                    *left = left.checked_sub(texts.len())?;
                    let parts = (part < at).then(|| self.label_texts_within(part, left)).flatten()?;
                    *left = left.checked_sub(texts.len() * parts.len())?;
                    texts =
                        texts.iter().flat_map(|text| parts.iter().map(move |part| format!("{text}{part}"))).collect();
                }
                Some(texts)
            }
        }
    }

    pub(super) fn empty(&mut self, span: Span) {
        self.findings.push(
            Diagnostic::new(&codes::LR0212, say!("an empty text"), span, say!("nothing to look for")).help(say!(
                "An empty text is never in the data: what is not there is unknown. Ask `is unknown` or `is known`."
            )),
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
        let mut said: HashSet<String> = HashSet::new();
        for entry in entries {
            let found = match entry {
                ast::Entry::Range(range) => {
                    self.unfit(left, asked, range.span, say!("a range"), say!("Ranges hold numbers and dates."))
                }
                ast::Entry::Value(ast::Value::Text(text)) => self.equal_to(left, text).map(|key| {
                    if !said.insert(key.clone()) {
                        self.repeated(entry.span());
                    }
                    texts.push(key);
                }),
                ast::Entry::Value(ast::Value::Name(name)) => match self.declared.symbols.get(&name.text) {
                    Some(Entity::List(at)) => self.list_texts(name, at, text::key).map(|listed| {
                        said.extend(listed.iter().cloned());
                        texts.extend(listed);
                    }),
                    Some(_) => self
                        .text_name(left, subject, name, asked, place)
                        .map(|kind| same.push(Cond::written(kind, asked.whole))),
                    None => self.text_or_list(left, subject, name, asked, place).map(|kind| {
                        same.push(Cond::written(kind, asked.whole));
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
        let own = Cond::written(CondKind::Text(subject, TextTest::In(texts)), asked.whole);
        Some(joined(own, same))
    }

    /// A name that is not declared, where a list may be meant.
    fn text_or_list(
        &mut self,
        left: &Operand<'a>,
        subject: Subject,
        name: &'a ast::Name,
        asked: Asked,
        place: Place,
    ) -> Option<CondKind> {
        let lists = self.findings.candidates(self.declared.symbols.of(|entity| matches!(entity, Entity::List(_))));
        if nearest(&name.text, lists.iter().copied()).is_some() && !self.declared.symbols.may_be_unread(&name.text) {
            self.findings.push(super::symbols::no_such(&codes::LR0227, say!("list"), &name.text, name.span, &lists));
            return None;
        }
        self.text_name(left, subject, name, asked, place)
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
            Operand::Subject(subject, Kind::Texts) if member => {
                let mut texts = self.words(values, text::key, asked)?;
                texts.sort_unstable();
                texts.dedup();
                CondKind::Texts { subject: *subject, texts, all }
            }
            Operand::Subject(subject, Kind::Text | Kind::Label(_) | Kind::Texts) => {
                CondKind::Text(*subject, TextTest::Part(op, self.words(values, literal, asked)?))
            }
            Operand::Subject(subject, Kind::Choices(choice)) if member => {
                let mut options = self.members(choice, values, asked)?;
                options.sort_unstable();
                options.dedup();
                CondKind::Choices { subject: *subject, options, all }
            }
            Operand::Subject(subject, kind @ (Kind::Choice(choice) | Kind::Choices(choice))) => {
                let test = TextTest::Part(op, self.words(values, literal, asked)?);
                let span = values.first()?.span().to(values.last()?.span());
                self.passing((*subject, *kind), choice, &|option| test.passes(option), span, asked)?
            }
            Operand::Subject(_, Kind::YesNo | Kind::Date(_))
            | Operand::Number(..)
            | Operand::Condition(_)
            | Operand::Stage(_)
            | Operand::Text(_)
            | Operand::Date(_)
            | Operand::Truth(_) => {
                let word = Text::verbatim(format!("`{}`", op.word()));
                return self.unfit(
                    operand,
                    asked,
                    values.first()?.span(),
                    word,
                    say!("Only texts, choices and lists can be looked into."),
                );
            }
        };
        Some(Cond::written(kind, asked.whole))
    }

    /// The texts to the right of a text operator, including those of lists.
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
                ast::Value::Name(name) => match self.declared.symbols.get(&name.text) {
                    Some(Entity::List(at)) => self.list_texts(name, at, read),
                    Some(entity) => {
                        self.mark_used(entity);
                        self.findings.push(
                            Diagnostic::new(
                                &codes::LR0209,
                                say!("`{name}` is {what}, not a text", name = &name.text, what = entity.word()),
                                name.span,
                                say!("can't be looked for"),
                            )
                            .help(say!("What is looked for is a text in quotes, or a list.")),
                        );
                        None
                    }
                    None => {
                        let lists = self
                            .findings
                            .candidates(self.declared.symbols.of(|entity| matches!(entity, Entity::List(_))));
                        if self.declared.symbols.may_be_unread(&name.text) {
                        } else if nearest(&name.text, lists.iter().copied()).is_some() {
                            self.findings.push(super::symbols::no_such(
                                &codes::LR0227,
                                say!("list"),
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
        | Operand::Stage(_)
        | Operand::Text(_)
        | Operand::Date(_)
        | Operand::Truth(_)
        | Operand::Subject(_, Kind::YesNo | Kind::Date(_)) = operand
        {
            return self.unfit(
                operand,
                asked,
                pattern.span,
                Text::verbatim("`matches`"),
                say!("Only texts, choices and lists can be looked into."),
            );
        }
        let meant = match super::pattern::translate(&pattern.value) {
            Ok(meant) => meant,
            Err(why) => {
                self.findings.push(
                    Diagnostic::new(&codes::LR0213, why.message, pattern.span, say!("in this pattern")).help(why.help),
                );
                return None;
            }
        };
        let kind = match operand {
            Operand::Subject(subject, Kind::Text | Kind::Label(_) | Kind::Texts) => {
                CondKind::Text(*subject, TextTest::Matches(meant))
            }
            Operand::Subject(subject, kind @ (Kind::Choice(choice) | Kind::Choices(choice))) => {
                self.passing((*subject, *kind), choice, &|option| meant.is_match(option), pattern.span, asked)?
            }
            Operand::Subject(_, Kind::YesNo | Kind::Date(_))
            | Operand::Number(..)
            | Operand::Condition(_)
            | Operand::Stage(_)
            | Operand::Text(_)
            | Operand::Date(_)
            | Operand::Truth(_) => return None,
        };
        Some(Cond::written(kind, asked.whole))
    }
}

/// A text to search for: folded, with its blanks kept, since they may be what is searched for.
fn literal(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text::fold(&text.nfc().collect::<String>())
}

pub(super) fn joined(own: Cond, mut same: Vec<Cond>) -> Cond {
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
        _ => Cond::written(CondKind::Or(same.into_iter().map(Cond::made).collect()), span),
    }
}
