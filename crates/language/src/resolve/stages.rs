//! What is decided after points: exclusions, stages, labels, promises; and also ignored events. In: the statements as
//! written; out: their ir, or nothing for those that are broken.

use crate::ast::{self, About};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, Cond, CondKind};
use crate::source::Span;
use crate::words::say;

use super::before::Had;
use super::resolver::{Place, Resolver, Role};
use super::symbols::Entity;

impl<'a> Resolver<'a> {
    pub(super) fn exclusions(&mut self) -> Vec<ir::Exclusion> {
        let declared = self.declared;
        let mut exclusions = Vec::new();
        for (exclusion, span) in &declared.exclusions {
            let condition = self.cond(&exclusion.condition, Place::of(Role::Exclusion));
            exclusions.extend(condition.map(|condition| ir::Exclusion {
                condition,
                reason: exclusion.reason.value.clone(),
                span: *span,
            }));
        }
        exclusions
    }

    /// `ignore { E where … }`
    pub(super) fn ignored(&mut self) -> Vec<ir::Occurrences> {
        let declared = self.declared;
        let mut ignored = Vec::new();
        for happens in &declared.ignored {
            let extra = [
                happens.negated,
                happens.frequency.as_ref().map(|frequency| frequency.span),
                happens.window.as_ref().map(|window| window.span),
            ];
            if let Some(span) = extra.into_iter().flatten().next() {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0214,
                        say!("an ignored event never counts"),
                        span,
                        say!("makes no difference here"),
                    )
                    .help(say!(
                        "Whether an event is ignored depends on the event alone: its kind, and what `where` asks of \
                         it."
                    )),
                );
                continue;
            }
            if let ast::What::Activity(span) = &happens.what {
                self.findings.push(
                    Diagnostic::new(&codes::LR0214, say!("all activity would be ignored"), *span, say!("every event"))
                        .help(say!("Name the kinds of event that do not count.")),
                );
                continue;
            }
            ignored.extend(self.occurrences(happens, Place::of(Role::Ignore)));
        }
        ignored
    }

    pub(super) fn stages(&mut self) -> ir::Stages {
        let declared = self.declared;
        let mut steps = Vec::new();
        for line in &declared.stage_lines {
            let Some(condition) = &line.condition else { continue };
            let own = self.cond(condition, Place::of(Role::Stages));
            let kept = line.kept.as_ref().map(|kept| self.kept(kept, &line.stage));
            let (Some(own), Some(kept)) = (own, kept.map_or(Some(None), |kept| kept.map(Some))) else { continue };
            let is_kept = kept.is_some();
            let condition = match kept {
                Some(kept) => {
                    let span = own.span;
                    Cond::sugar(CondKind::Or(vec![own, kept]), span)
                }
                None => own,
            };
            steps.push(ir::Stage { name: line.stage.text.clone(), condition, is_kept, span: line.stage.span });
        }
        ir::Stages { steps, none: declared.stages.none.clone() }
    }

    /// What keeps a lead at a step: that it was there or higher, and what must be true meanwhile.
    fn kept(&mut self, kept: &'a ast::Kept, step: &ast::OptionName) -> Option<Cond> {
        self.use_before(kept.span, Place::of(Role::Stages))?;
        let from = self.declared.stages.find(&step.text)?;
        let there: Vec<_> = self.declared.stages.ids().filter(|id| *id >= from).map(Had::At).collect();
        let was_there = self.declared.before.is_one_of(&there, kept.span);
        Some(match &kept.condition {
            Some(condition) => {
                let condition = self.cond(condition, Place::of(Role::Stages))?;
                Cond::sugar(CondKind::And(vec![was_there, condition]), kept.span)
            }
            None => was_there,
        })
    }

    pub(super) fn labels(&mut self) -> Vec<ir::Label> {
        let declared = self.declared;
        let mut labels = Vec::new();
        for (at, label) in declared.labels.iter().enumerate() {
            let body = match &label.body {
                ast::LabelBody::Lines(block) => self.label_lines(at, label, block),
                ast::LabelBody::Joined(names) => self.joined(at, names),
            };
            labels.push(ir::Label { name: label.name.text.clone(), body, span: label.name.span });
        }
        labels
    }

    fn label_lines(&mut self, at: usize, label: &ast::Label, block: &'a ast::Block<ast::LabelLine>) -> ir::LabelBody {
        let mut lines = Vec::new();
        let mut otherwise: Option<(&ast::Text, Span)> = None;
        let about = self.declared.about;
        for line in &block.statements {
            if line.node.text.value.is_empty() {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0212,
                        say!("a label that says nothing"),
                        line.node.text.span,
                        say!("an empty text"),
                    )
                    .help(say!("Where nothing is to be said, leave the line out: the label is then unknown.")),
                );
            }
            if let Some((_, first)) = otherwise {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0507,
                        say!("this line is never reached"),
                        line.span,
                        say!("after `otherwise`"),
                    )
                    .also(
                        first,
                        match about {
                            About::Lead => say!("takes all leads that are left"),
                            About::Account => say!("takes all accounts that are left"),
                        },
                    )
                    .help(say!("The first line that is true counts, so `otherwise` stands last.")),
                );
            }
            match &line.node.condition {
                Some(condition) => {
                    let condition = self.cond(condition, Place::of(Role::Label(at)));
                    if otherwise.is_none() {
                        lines.extend(condition.map(|condition| (condition, line.node.text.value.clone())));
                    }
                }
                None if otherwise.is_none() => otherwise = Some((&line.node.text, line.span)),
                None => {}
            }
        }
        if otherwise.is_none() && self.declared.symbols.is_whole(block.span) {
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0508,
                    say!("the label `{name}` has no `otherwise`", name = &label.name.text),
                    label.name.span,
                    match about {
                        About::Lead => say!("unknown for a lead that no line takes"),
                        About::Account => say!("unknown for an account that no line takes"),
                    },
                )
                .help(match about {
                    About::Lead => {
                        say!("Say what it is for all other leads with `otherwise => \"…\"`, unless none is meant.")
                    }
                    About::Account => {
                        say!("Say what it is for all other accounts with `otherwise => \"…\"`, unless none is meant.")
                    }
                }),
            );
        }
        ir::LabelBody::Lines { lines, otherwise: otherwise.map(|(text, _)| text.value.clone()) }
    }

    /// `label grade = fit_grade, heat_grade`
    fn joined(&mut self, at: usize, names: &[ast::Name]) -> ir::LabelBody {
        let mut parts = Vec::new();
        for name in names {
            match self.meant(name) {
                Some(Entity::Label(part)) => parts.extend(self.use_label(part, name.span, Place::of(Role::Label(at)))),
                Some(entity) => {
                    self.mark_used(entity);
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0209,
                            say!("`{name}` is {what}, not a label", name = &name.text, what = entity.word()),
                            name.span,
                            say!("only labels can be joined"),
                        )
                        .help(say!("Make a label of it first, with a line for each text that it can say.")),
                    );
                }
                None => self.unknown_name(say!("label"), name, |entity| matches!(entity, Entity::Label(_))),
            }
        }
        ir::LabelBody::Joined(parts)
    }

    pub(super) fn promises(&mut self) -> Vec<ir::Promise> {
        let declared = self.declared;
        let mut promises = Vec::new();
        for (promise, span) in &declared.promises {
            let mut lines = Vec::new();
            for line in &promise.lines.statements {
                let condition = self.cond(&line.node.condition, Place::of(Role::Promise));
                lines.extend(condition.map(|condition| ir::PromiseLine { always: line.node.always, condition }));
            }
            if promise.lines.statements.is_empty() && self.declared.symbols.is_whole(promise.lines.span) {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0701,
                        say!("a promise of nothing"),
                        *span,
                        say!("no `never` and no `always`"),
                    )
                    .help(match declared.about {
                        About::Lead => {
                            say!("Say what must hold for every lead, as in `never stage is SQL and email is unknown`.")
                        }
                        About::Account => say!(
                            "Say what must hold for every account, as in `never stage is SQL and email is unknown`."
                        ),
                    }),
                );
            }
            promises.push(ir::Promise { title: promise.title.value.clone(), lines, span: *span });
        }
        promises
    }
}
