//! What is asked of a subject: comparisons, ranges, `in`, `is known`. In: the subject as an operand and the rest as
//! written; out: an [`ir::Cond`], or nothing where a finding says why. Texts and options are in `words`.

use crate::ast::{self, About, Compare};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, Comparison, Cond, CondKind, Quantity, QuantityKind, StageId, Subject};
use crate::words::{Text, say};

use super::before::Had;
use super::declarations::Declarations;
use super::mentions::What;
use super::operand::{Kind, Operand, Whose};
use super::resolver::{Place, Resolver};
use super::symbols;
use crate::source::{Span, one_line, quoted};

/// A subject, with the spans of itself and of the whole question.
#[derive(Copy, Clone, Debug)]
pub(super) struct Asked {
    /// The subject's own words.
    pub subject: Span,
    /// The whole question; for a row of a table, the row's part.
    pub whole: Span,
    /// Where its subject is.
    pub form: Form,
}

/// Where the subject of a question is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// In the question, before what is asked.
    Whole,
    /// In the head of a table; the row leaves it out.
    Row,
}

impl<'a> Resolver<'a> {
    pub(super) fn question(&mut self, question: &'a ast::Question, place: Place) -> Option<Cond> {
        let operand = self.operand(&question.subject, place)?;
        let asked = Asked { subject: question.subject.span(), whole: question.span, form: Form::Whole };
        self.ask(&operand, &question.tail, asked, place)
    }

    /// What a tail asks of an operand.
    pub(super) fn ask(
        &mut self,
        operand: &Operand<'a>,
        tail: &'a ast::Tail,
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let cond = |kind| Some(Cond::written(kind, asked.whole));
        match tail {
            ast::Tail::Known => cond(self.known(operand, asked)?),
            ast::Tail::Unknown => {
                let known = Cond::written(self.known(operand, asked)?, asked.whole);
                Some(known.opposite(asked.whole))
            }
            ast::Tail::Compare { op, right } => self.compare(operand, *op, right, asked, place),
            ast::Tail::Range(range) => match operand {
                Operand::Number(quantity, numbers) => {
                    let range = self.number_range(range, *numbers, asked)?;
                    cond(CondKind::Number(quantity.clone(), vec![range]))
                }
                Operand::Subject(subject, Kind::Date(_)) => {
                    let range = self.date_range(range)?;
                    cond(CondKind::Date(*subject, vec![range]))
                }
                Operand::Subject(..)
                | Operand::Condition(_)
                | Operand::Stage(_)
                | Operand::Text(_)
                | Operand::Date(_)
                | Operand::Truth(_) => {
                    self.unfit(operand, asked, range.span, say!("a range"), say!("Ranges hold numbers and dates."))
                }
            },
            ast::Tail::In { negated: not, entries } => {
                let cond = self.is_in(operand, entries, asked, place)?;
                Some(if *not { cond.negated(asked.whole) } else { cond })
            }
            ast::Tail::Texts { op, values } => self.texts(operand, *op, values, asked),
            ast::Tail::Matches(pattern) => self.matches(operand, pattern, asked),
            ast::Tail::AtLeast(name) => {
                let (whose, from) = self.step(operand, name, asked)?;
                let ids = self.stages_where(whose, |id| id >= from);
                Some(self.stage_is(whose, &ids, asked.whole))
            }
            ast::Tail::Below(name) => {
                let (whose, to) = self.step(operand, name, asked)?;
                let mut below = self.stages_where(whose, |id| id < to);
                if whose == Whose::Before {
                    below.extend([Had::New, Had::At(StageId::Excluded)]);
                }
                Some(self.stage_is(whose, &below, asked.whole))
            }
        }
    }

    /// `X is known`
    pub(super) fn known(&mut self, operand: &Operand<'a>, asked: Asked) -> Option<CondKind> {
        match operand {
            Operand::Subject(subject, _) => Some(CondKind::Known(ir::Operand::Subject(*subject))),
            Operand::Number(Quantity { kind: QuantityKind::Field(id), .. }, _) => {
                Some(CondKind::Known(ir::Operand::Subject(Subject::Field(*id))))
            }
            Operand::Number(Quantity { kind: QuantityKind::Property(id), .. }, _) => {
                Some(CondKind::Known(ir::Operand::Subject(Subject::Property(*id))))
            }
            Operand::Number(quantity, _) => Some(CondKind::Known(ir::Operand::Quantity(quantity.clone()))),
            Operand::Stage(Whose::Account(id)) => Some(CondKind::Known(ir::Operand::Subject(Subject::Field(*id)))),
            Operand::Condition(_) | Operand::Stage(_) | Operand::Text(_) | Operand::Date(_) | Operand::Truth(_) => {
                let words = self.findings.text(asked.subject);
                let message = say!("`{words}` is {kind}: known does not fit it", words, kind = operand.word());
                self.findings.push(
                    Diagnostic::new(&codes::LR0209, message, asked.whole, say!("asked here"))
                        .help(say!("Whether something is known is asked of fields, labels and quantities.")),
                );
                None
            }
        }
    }

    fn compare(
        &mut self,
        left: &Operand<'a>,
        op: Compare,
        right: &'a ast::Expr,
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let comparison = comparison(op);
        let equality = matches!(comparison, Comparison::Eq | Comparison::Ne);
        if !equality
            && let Operand::Subject(_, kind) = left
            && !matches!(kind, Kind::Date(_))
        {
            return self.unfit(
                left,
                asked,
                right.span(),
                say!("`<` or `>`"),
                say!("Only numbers and dates are in an order."),
            );
        }
        if equality && self.is_nothing(left, comparison, right, asked) {
            return None;
        }
        let positive = match left {
            Operand::Number(..) | Operand::Date(_) | Operand::Subject(_, Kind::Date(_)) => {
                return self.compare_ordered(left, comparison, right, asked, place);
            }
            Operand::Stage(whose) => {
                if !equality {
                    return self.unfit(
                        left,
                        asked,
                        right.span(),
                        say!("`<` or `>`"),
                        say!("Stages are compared with `at least` and `below`."),
                    );
                }
                let ast::Expr::Value(value) = right else {
                    return self.unfit(
                        left,
                        asked,
                        right.span(),
                        say!("a quantity"),
                        say!("Compare it with the name of a stage."),
                    );
                };
                let id = self.stage(*whose, value)?;
                self.stage_is(*whose, &[id], asked.whole)
            }
            Operand::Subject(subject, Kind::Choice(choice)) => {
                self.is_choice((*subject, choice), right, asked, place)?
            }
            Operand::Subject(subject, Kind::Text | Kind::Label(_)) => {
                self.is_text(left, *subject, right, asked, place)?
            }
            Operand::Subject(_, Kind::Texts | Kind::Choices(_)) => {
                self.list_is(asked, comparison, right);
                return None;
            }
            Operand::Subject(_, Kind::YesNo) | Operand::Condition(_) if self.is_truth_abroad(right) => return None,
            Operand::Subject(subject, Kind::YesNo) => match self.operand(right, place)? {
                Operand::Truth(truth) => truth_is(Cond::written(CondKind::Truth(*subject), asked.whole), truth),
                Operand::Subject(other, Kind::YesNo) => Cond::written(CondKind::Same(*subject, other), asked.whole),
                other => return self.yes_or_no(left, &other, right, asked),
            },
            Operand::Condition(id) => match self.operand(right, place)? {
                Operand::Truth(truth) if equality => {
                    truth_is(Cond::written(CondKind::Defined(*id), asked.whole), truth)
                }
                other => return self.yes_or_no(left, &other, right, asked),
            },
            Operand::Text(_) | Operand::Truth(_) => {
                return self.unfit(
                    left,
                    asked,
                    asked.subject,
                    say!("the left side"),
                    say!("What is asked about stands left: a field, an event or a quantity."),
                );
            }
        };
        Some(if comparison == Comparison::Ne { positive.negated(asked.whole) } else { positive })
    }

    /// `X is true`, `X is ja`: other languages' words for `yes` and `no`.
    fn is_truth_abroad(&mut self, right: &ast::Expr) -> bool {
        let ast::Expr::Value(ast::Value::Name(name)) = right else { return false };
        let word = match name.text.to_lowercase().as_str() {
            "true" | "ja" | "waar" | "oui" | "vrai" | "wahr" => "yes",
            "false" | "nee" | "onwaar" | "non" | "faux" | "nein" | "falsch" => "no",
            _ => return false,
        };
        if self.declared.symbols.get(&name.text).is_some() {
            return false;
        }
        self.findings.push(
            Diagnostic::new(
                &codes::LR0106,
                say!("rules say `{word}`, not `{name}`", word, name = &name.text),
                name.span,
                say!("another word for it"),
            )
            .help(say!("Truth values are `yes` and `no`."))
            .fix(say!("write `{text}`", text = word), name.span, word),
        );
        true
    }

    /// `X is null`: other languages' words for a value that is not there.
    fn is_nothing(&mut self, left: &Operand<'a>, comparison: Comparison, right: &ast::Expr, asked: Asked) -> bool {
        let ast::Expr::Value(ast::Value::Name(name)) = right else { return false };
        let is_option = matches!(left, Operand::Subject(_, Kind::Choice(choice))
            if choice.place(&name.text).is_some());
        let is_subject = matches!(left, Operand::Subject(..) | Operand::Number(..));
        const NOTHING: &[&str] = &[
            "null",
            "nil",
            "none",
            "nothing",
            "empty",
            "blank",
            "missing",
            "leeg",
            "onbekend",
            "vide",
            "inconnu",
            "leer",
            "unbekannt",
        ];
        const THERE: &[&str] =
            &["filled", "present", "set", "ingevuld", "bekend", "connu", "renseigné", "bekannt", "ausgefüllt"];
        let word = name.text.to_lowercase();
        let is_there = THERE.contains(&&*word);
        if !is_subject
            || is_option
            || self.declared.symbols.get(&name.text).is_some()
            || !(is_there || NOTHING.contains(&&*word))
        {
            return false;
        }
        let is_negated = (comparison == Comparison::Ne) != is_there;
        let (said, word, fixed) = match asked.form {
            Form::Whole => {
                let word = if is_negated { "is known" } else { "is unknown" };
                let fixed = format!("{} {word}", self.findings.text(asked.subject));
                (asked.subject.after().to(right.span()), word, fixed)
            }
            Form::Row => {
                let word = if is_negated { "otherwise" } else { "unknown" };
                (asked.whole, word, word.to_owned())
            }
        };
        let finding = Diagnostic::new(
            &codes::LR0106,
            say!("rules say `{word}`, not `{other}`", word, other = one_line(self.findings.text(said))),
            right.span(),
            say!("another word for it"),
        )
        .help(say!("A value that is not there is unknown."));
        self.findings.push(finding.fix(say!("write `{text}`", text = &fixed), asked.whole, fixed));
        true
    }

    fn yes_or_no(&mut self, left: &Operand<'a>, right: &Operand<'a>, expr: &ast::Expr, asked: Asked) -> Option<Cond> {
        if let Operand::Text(text) = right
            && ["yes", "no"].contains(&crate::text::key(&text.value).as_str())
        {
            let word = crate::text::key(&text.value);
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0209,
                    say!("`{word}` needs no quotes here", word = &word),
                    text.span,
                    say!("a text"),
                )
                .help(say!("Yes and no are truth values; in quotes they are texts."))
                .fix(say!("write `{text}`", text = &word), text.span, word),
            );
            return None;
        }
        self.unlike(left, right, expr.span(), asked, say!("Compare it with `yes` or `no`."))
    }

    /// `X in V, W, LIST`; also the entries of a table's row.
    pub(super) fn is_in(
        &mut self,
        operand: &Operand<'a>,
        entries: &'a [ast::Entry],
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let cond = |kind| Some(Cond::written(kind, asked.whole));
        match operand {
            Operand::Number(quantity, numbers) => {
                let ranges: Vec<_> = entries.iter().map(|entry| self.number_entry(entry, *numbers, asked)).collect();
                let ranges = ranges.into_iter().collect::<Option<Vec<_>>>()?.concat();
                cond(CondKind::Number(quantity.clone(), ranges))
            }
            Operand::Subject(subject, Kind::Date(_)) => {
                let ranges: Vec<_> = entries.iter().map(|entry| self.date_entry(entry, asked)).collect();
                let ranges = ranges.into_iter().collect::<Option<Vec<_>>>()?.concat();
                cond(CondKind::Date(*subject, ranges))
            }
            Operand::Stage(whose) => {
                let ids: Vec<Option<Had>> = entries
                    .iter()
                    .map(|entry| match entry {
                        ast::Entry::Value(value) => self.stage(*whose, value),
                        ast::Entry::Range(range) => self.unfit(
                            operand,
                            asked,
                            range.span,
                            say!("a range"),
                            say!("Stages are compared with `at least` and `below`."),
                        ),
                    })
                    .collect();
                let ids = ids.into_iter().collect::<Option<Vec<_>>>()?;
                Some(self.stage_is(*whose, &ids, asked.whole))
            }
            Operand::Subject(subject, Kind::Choice(choice)) => {
                self.choice_in((*subject, choice), entries, asked, place)
            }
            Operand::Subject(subject, Kind::Text | Kind::Label(_)) => {
                self.text_in(operand, *subject, entries, asked, place)
            }
            Operand::Subject(_, Kind::Texts | Kind::Choices(_)) => {
                let (first, last) = (entries.first()?.span(), entries.last()?.span());
                let (words, values) = (self.findings.text(asked.subject), self.findings.text(first.to(last)));
                let finding = Diagnostic::new(
                    &codes::LR0210,
                    say!("`{words}` holds several values", words),
                    first.to(last),
                    say!("one value each"),
                )
                .help(say!("A list is asked what it contains."));
                self.findings.push(if asked.form == Form::Whole {
                    finding.fix(say!("write `contains`"), asked.whole, format!("{words} contains {values}"))
                } else {
                    finding.fix(say!("write `contains`"), first.to(last), format!("contains {values}"))
                });
                None
            }
            Operand::Subject(_, Kind::YesNo) | Operand::Condition(_)
                if matches!(entries, [ast::Entry::Value(ast::Value::Truth(..))]) =>
            {
                let [ast::Entry::Value(ast::Value::Truth(truth, _))] = entries else { return None };
                let kind = match operand {
                    Operand::Subject(subject, _) => CondKind::Truth(*subject),
                    Operand::Condition(id) => CondKind::Defined(*id),
                    Operand::Number(..)
                    | Operand::Stage(_)
                    | Operand::Text(_)
                    | Operand::Date(_)
                    | Operand::Truth(_) => {
                        return None;
                    }
                };
                Some(truth_is(Cond::written(kind, asked.whole), *truth))
            }
            Operand::Subject(_, Kind::YesNo)
            | Operand::Condition(_)
            | Operand::Text(_)
            | Operand::Date(_)
            | Operand::Truth(_) => {
                let span = entries.first()?.span();
                self.unfit(operand, asked, span, say!("several values"), say!("Ask whether it is `yes` or `no`."))
            }
        }
    }

    /// The stage that a value names.
    fn stage(&mut self, whose: Whose, value: &ast::Value) -> Option<Had> {
        let (name, span) = match value {
            ast::Value::Name(name) => (&name.text, name.span),
            ast::Value::Text(text) => (&text.value, text.span),
            ast::Value::Number(_) | ast::Value::Date(_) | ast::Value::Truth(..) => {
                let words = self.findings.text(value.span()).to_owned();
                return self.stage_named(whose, &words, value.span());
            }
        };
        self.stage_named(whose, name, span)
    }

    pub(super) fn stage_named(&mut self, whose: Whose, name: &str, span: Span) -> Option<Had> {
        let declared = self.declared_of(whose);
        let stages = &declared.stages;
        let is_new = || (whose == Whose::Before && name == ir::NEW).then_some(Had::New);
        let found = stages.find(name).map(Had::At).or_else(is_new);
        if found.is_none() && !self.declared.symbols.may_be_unread(name) {
            self.findings.push(if stages.steps.is_empty() {
                Diagnostic::new(&codes::LR0226, say!("there is no stage `{name}`", name), span, say!("not declared"))
                    .help(match declared.about {
                        About::Lead => {
                            say!("There are no stages of leads; they are listed in `stages {{ … }}`, lowest first.")
                        }
                        About::Account => say!(
                            "There are no stages of accounts; they are listed in `stages of account {{ … }}`, lowest \
                             first."
                        ),
                    })
            } else {
                symbols::no_such(&codes::LR0226, say!("stage"), name, span, &self.findings.candidates(stages.all()))
            });
        }
        if let Some(place) = found.and(declared.stage_span(name)) {
            self.mentions.note(span, place, What::Stage);
        }
        found
    }

    /// The step that `at least` or `below` names.
    fn step(&mut self, operand: &Operand<'a>, name: &ast::OptionName, asked: Asked) -> Option<(Whose, StageId)> {
        let Operand::Stage(whose) = operand else {
            return self.unfit(
                operand,
                asked,
                name.span,
                say!("`at least` or `below`"),
                say!(
                    "These compare stages, which are in the order of `stages`; numbers are compared with `>=` and `<`."
                ),
            );
        };
        let Had::At(id) = self.stage_named(*whose, &name.text, name.span)? else {
            self.findings.push(
                Diagnostic::new(&codes::LR0209, say!("`new` is no step"), name.span, say!("lower than all steps"))
                    .help(say!("A lead that was not there before is new; ask `stage before is new`.")),
            );
            return None;
        };
        if id == StageId::Excluded {
            self.findings.push(
                Diagnostic::new(&codes::LR0209, say!("`excluded` is no step"), name.span, say!("apart from the order"))
                    .help(say!(
                        "What is set apart stands outside the order of the stages; ask `{words} is excluded`.",
                        words = self.findings.text(asked.subject)
                    )),
            );
            return None;
        }
        Some((*whose, id))
    }

    /// `stage` or `stage before` is one of these.
    fn stage_is(&self, whose: Whose, had: &[Had], span: Span) -> Cond {
        let stage = |had: &Had| match had {
            Had::New => None,
            Had::At(id) => Some(*id),
        };
        match whose {
            Whose::Now => Cond::written(CondKind::Stage(had.iter().filter_map(stage).collect()), span),
            Whose::Before => Cond { origin: ir::Origin::Written, ..self.declared.before.is_one_of(had, span) },
            Whose::Account(id) => {
                let options = had.iter().filter_map(|had| ir::Rules::had(stage(had))).collect();
                Cond::written(CondKind::Choice(Subject::Field(id), options), span)
            }
        }
    }

    /// The declarations that name this stage.
    fn declared_of(&self, whose: Whose) -> &'a Declarations<'a> {
        match whose {
            Whose::Now | Whose::Before => self.declared,
            Whose::Account(_) => self.others.expect("an account's stage is asked for where accounts are declared"),
        }
    }

    fn stages_where(&self, whose: Whose, holds: impl Fn(StageId) -> bool) -> Vec<Had> {
        self.declared_of(whose).stages.ids().filter(|id| holds(*id)).map(Had::At).collect()
    }

    /// Reports a question that does not fit the subject.
    pub(super) fn unfit<T>(
        &mut self,
        operand: &Operand<'a>,
        asked: Asked,
        span: Span,
        what: Text,
        help: Text,
    ) -> Option<T> {
        let words = self.findings.text(asked.subject);
        self.findings.push(
            Diagnostic::new(
                &codes::LR0209,
                say!("`{words}` is {kind}: {what} does not fit it", words, kind = operand.word(), what),
                span,
                say!("asked here"),
            )
            .help(help),
        );
        None
    }

    /// Reports two sides that can't be compared.
    pub(super) fn unlike<T>(
        &mut self,
        left: &Operand<'a>,
        right: &Operand<'a>,
        span: Span,
        asked: Asked,
        help: Text,
    ) -> Option<T> {
        let (words, other) = (self.findings.text(asked.subject), self.findings.text(span));
        let message = match (left, right) {
            (Operand::Subject(_, Kind::Choice(_)), Operand::Subject(_, Kind::Choice(_))) => {
                say!("`{words}` and `{other}` have different options", words, other)
            }
            _ => say!(
                "`{words}` is {kind}, and `{other}` is {other_kind}",
                words,
                kind = left.word(),
                other,
                other_kind = right.word()
            ),
        };
        self.findings.push(Diagnostic::new(&codes::LR0209, message, span, say!("these can't be compared")).help(help));
        None
    }

    /// Reports `is` on a list; the fix is `contains`.
    fn list_is(&mut self, asked: Asked, comparison: Comparison, right: &ast::Expr) {
        let (words, value) = (self.findings.text(asked.subject), self.findings.text(right.span()));
        let contains = format!("{words} contains {value}");
        let fixed = if comparison == Comparison::Ne { format!("not {contains}") } else { contains };
        let finding = Diagnostic::new(
            &codes::LR0210,
            say!("`{words}` holds several values, so it is never one of them", words),
            asked.whole,
            say!("asked of a list"),
        )
        .help(say!("A list is asked what it contains."));
        self.findings.push(if asked.form == Form::Whole {
            finding.fix(say!("write `{text}`", text = &fixed), asked.whole, fixed)
        } else {
            finding
        });
    }

    /// Reports a text without quotes.
    pub(super) fn unquoted(&mut self, text: &str, span: Span) {
        self.findings.push(
            Diagnostic::new(
                &codes::LR0112,
                say!("the text `{text}` has no quotes", text),
                span,
                say!("no name that is declared"),
            )
            .help(say!("Texts stand in quotes; without them it would be the name of a field or a list."))
            .fix(say!("put it in quotes"), span, quoted(text)),
        );
    }
}

fn comparison(op: Compare) -> Comparison {
    match op {
        Compare::Is | Compare::Eq => Comparison::Eq,
        Compare::IsNot | Compare::Ne => Comparison::Ne,
        Compare::Lt => Comparison::Lt,
        Compare::Le => Comparison::Le,
        Compare::Gt => Comparison::Gt,
        Compare::Ge => Comparison::Ge,
    }
}

fn truth_is(cond: Cond, truth: bool) -> Cond {
    let span = cond.span;
    if truth { cond } else { cond.opposite(span) }
}
