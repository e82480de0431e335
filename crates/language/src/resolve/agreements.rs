//! `agreement "title" { between …; covers …; review by … }`. In: the blocks as written; out: [`ir::Agreement`]s, and findings on what
//! is missing or not there.

use crate::ast::{self, AgreementLine, CoveredWhat};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir;
use crate::source::{Span, quoted};
use crate::words::{Text, say};

use super::before::Had;
use super::fields::day;
use super::operand::Whose;
use super::resolver::{Resolver, State};
use super::symbols::Entity;

impl<'a> Resolver<'a> {
    pub(super) fn agreements(&mut self) -> Vec<ir::Agreement> {
        let declared = self.declared;
        let mut titles: Vec<(&str, Span)> = Vec::new();
        let mut agreements = Vec::new();
        for (agreement, span) in &declared.agreements {
            let title = &agreement.title;
            if let Some((_, first)) = titles.iter().find(|(other, _)| *other == title.value) {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0809,
                        say!("two agreements are called \"{title}\"", title = &title.value),
                        title.span,
                        say!("again"),
                    )
                    .also(*first, say!("first here"))
                    .help(say!("Who signs must be able to say which of them is meant: give each a title of its own.")),
                );
            }
            titles.push((&title.value, title.span));
            agreements.push(self.agreement(agreement, *span));
        }
        agreements
    }

    fn agreement(&mut self, agreement: &'a ast::Agreement, head: Span) -> ir::Agreement {
        let mut meant = ir::Agreement {
            title: agreement.title.value.clone(),
            parties: Vec::new(),
            covers: Vec::new(),
            review: None,
            span: head,
        };
        let mut said: [Option<Span>; 3] = [None; 3];
        for line in &agreement.lines.statements {
            let (which, word) = match &line.node {
                AgreementLine::Between(_) => (0, "between"),
                AgreementLine::Covers(_) => (1, "covers"),
                AgreementLine::Review(_) => (2, "review by"),
            };
            if let Some(first) = said[which].replace(line.span) {
                self.findings.push(
                    Diagnostic::new(&codes::LR0809, say!("`{word}` is there twice", word), line.span, say!("again"))
                        .also(first, say!("first here"))
                        .help(say!("An agreement says each of its parts once: join the two lines.")),
                );
                continue;
            }
            match &line.node {
                AgreementLine::Between(parties) => meant.parties = self.parties(parties, line.span),
                AgreementLine::Covers(covered) => {
                    for one in covered {
                        if let Some(what) = self.covered(one)
                            && !meant.covers.contains(&what)
                        {
                            meant.covers.push(what);
                        }
                    }
                }
                AgreementLine::Review(date) => meant.review = day(date, &mut self.findings),
            }
        }
        if self.declared.symbols.is_whole(agreement.lines.span) {
            for (at, message, help) in [
                (0, say!("an agreement of nobody"), say!("Name two owners or more, as in `between marketing, sales`.")),
                (
                    1,
                    say!("an agreement on nothing"),
                    say!("Say what they agree on, as in `covers stages` or `covers everything`."),
                ),
            ] {
                if said[at].is_none() {
                    self.findings.push(Diagnostic::new(&codes::LR0809, message, head, say!("not said")).help(help));
                }
            }
        }
        meant
    }

    fn parties(&mut self, names: &[ast::Name], span: Span) -> Vec<String> {
        let mut parties: Vec<String> = Vec::new();
        for name in names {
            if parties.contains(&name.text) {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0809,
                        say!("`{name}` is named twice", name = &name.text),
                        name.span,
                        say!("again"),
                    )
                    .help(say!("Each party signs once.")),
                );
            } else {
                parties.push(name.text.clone());
            }
        }
        if parties.len() < 2 {
            self.findings.push(
                Diagnostic::new(&codes::LR0809, say!("an agreement with oneself"), span, say!("one party"))
                    .help(say!("Name two owners or more, as in `between marketing, sales`.")),
            );
        }
        parties
    }

    fn covered(&mut self, covered: &ast::Covered) -> Option<ir::Covered> {
        let declared = self.declared;
        Some(match &covered.what {
            CoveredWhat::Everything => ir::Covered::Everything,
            CoveredWhat::Stages => ir::Covered::Stages,
            CoveredWhat::Exclude => ir::Covered::Exclude,
            CoveredWhat::Stage(name) => match self.stage_named(Whose::Now, &name.text, name.span)? {
                Had::At(stage) => ir::Covered::Stage(stage),
                Had::New => return None,
            },
            CoveredWhat::Score(name) => match self.meant(name) {
                Some(Entity::Score(at)) => match self.score_states[at] {
                    State::Done(id) => ir::Covered::Score(id),
                    State::Waiting | State::Open | State::Broken => return None,
                },
                other => {
                    let not = |what| say!("`{name}` is {what}, not a score", name = &name.text, what);
                    return self
                        .no_such_part(say!("score"), name, other, not, |entity| matches!(entity, Entity::Score(_)));
                }
            },
            CoveredWhat::Label(name) => match self.meant(name) {
                Some(Entity::Label(at)) => ir::Covered::Label(ir::LabelId(u16::try_from(at).unwrap_or(u16::MAX))),
                other => {
                    let not = |what| say!("`{name}` is {what}, not a label", name = &name.text, what);
                    return self
                        .no_such_part(say!("label"), name, other, not, |entity| matches!(entity, Entity::Label(_)));
                }
            },
            CoveredWhat::Promise(title) => {
                let place = declared.promises.iter().position(|(promise, _)| promise.title.value == title.value);
                let Some(place) = place else {
                    self.no_such_promise(title);
                    return None;
                };
                ir::Covered::Promise(place)
            }
        })
    }

    fn no_such_part<T>(
        &mut self,
        what: Text,
        name: &ast::Name,
        other: Option<Entity>,
        not: impl Fn(Text) -> Text,
        fits: impl Fn(Entity) -> bool,
    ) -> Option<T> {
        match other {
            Some(entity) => self.findings.push(
                Diagnostic::new(&codes::LR0809, not(entity.word()), name.span, say!("can't be covered so")).help(say!(
                    "An agreement covers `everything`, `stages`, `exclude`, a `stage`, a `score`, a `label` or a \
                     `promise`."
                )),
            ),
            None => self.unknown_name(what, name, fits),
        }
        None
    }

    fn no_such_promise(&mut self, title: &ast::Text) {
        let titles: Vec<&str> =
            self.declared.promises.iter().map(|(promise, _)| promise.title.value.as_str()).collect();
        let finding = Diagnostic::new(
            &codes::LR0809,
            say!("there is no promise \"{title}\"", title = &title.value),
            title.span,
            say!("not in these rules"),
        );
        self.findings.push(match crate::diagnostic::nearest(&title.value, titles.iter().copied()) {
            Some(near) => finding.help(say!("Did you mean \"{near}\"?", near)).guess(
                say!("write {text}", text = quoted(near)),
                title.span,
                quoted(near),
            ),
            None => finding.help(say!("A promise is covered by its title, letter by letter.")),
        });
    }
}
