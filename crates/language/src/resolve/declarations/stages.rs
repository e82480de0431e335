//! The stages that a rule set declares, and the field that holds the one before. In: their blocks and that field; out: their names,
//! lowest first, and findings.

use std::collections::HashMap;

use super::Gathering;
use crate::ast::{self, About};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::EXCLUDED;
use crate::resolve::before::Before;
use crate::resolve::symbols::place;
use crate::source::Span;
use crate::text;
use crate::types::ChoiceOption;
use crate::words::say;

impl<'a> Gathering<'a> {
    /// `stages { … }`
    pub(super) fn stages(&mut self, block: &'a ast::Block<ast::StageLine>, span: Span) {
        let word = Span { end: span.start + 6, ..span };
        if let Some(first) = self.stages {
            self.findings.push(
                Diagnostic::new(&codes::LR0601, say!("stages in two places"), word, say!("a second block of stages"))
                    .also(first, say!("the first one"))
                    .help(say!(
                        "The steps have one order, lowest first, so they stand in one block: the other is in {place}.",
                        place = place(self.declared.sources, first)
                    )),
            );
            return;
        }
        self.stages = Some(word);
        let mut otherwise: Option<&ast::OptionName> = None;
        let mut seen: HashMap<String, &ast::OptionName> = HashMap::new();
        for line in &block.statements {
            let name = &line.node.stage;
            if let (None, Some(span)) = (
                &line.node.condition,
                line.node.kept.as_ref().map(|kept| kept.span).or(line.node.former.first().map(|former| former.span)),
            ) {
                self.findings.push(
                    Diagnostic::new(&codes::LR0606, say!("`otherwise` is no step"), span, say!("only a step is kept"))
                        .help(say!(
                            "Leads that no step takes are there until one does; they need nothing to keep them."
                        )),
                );
            }
            if let Some(first) = seen.get(&text::key(&name.text)) {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0602,
                        say!("the stage `{stage}` is there twice", stage = &name.text),
                        name.span,
                        say!("again"),
                    )
                    .also(first.span, say!("first here"))
                    .help(say!(
                        "Each step stands once, so that a lead's stage has one place in the order; join them with `or`."
                    )),
                );
                continue;
            }
            if name.text == EXCLUDED {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0602,
                        say!("the stage `{stage}` is taken", stage = EXCLUDED),
                        name.span,
                        say!("named here"),
                    )
                    .help(say!("A lead that `exclude` sets apart has that stage; choose another name.")),
                );
                continue;
            }
            seen.insert(text::key(&name.text), name);
            if line.node.condition.is_some() {
                self.former(&line.node, &mut seen);
                self.declared.stages.push(&name.text);
            } else if let Some(first) = otherwise.replace(name) {
                self.findings.push(
                    Diagnostic::new(&codes::LR0602, say!("`otherwise` is there twice"), name.span, say!("again"))
                        .also(first.span, say!("first here"))
                        .help(say!("It names the one stage of a lead that no step takes.")),
                );
            }
            self.declared.stage_lines.push(&line.node);
        }
        match otherwise {
            Some(name) => self.declared.stages.none.clone_from(&name.text),
            None => {
                if let Some(contact) = seen
                    .get(&text::key(&self.declared.stages.none))
                    .filter(|name| name.text == self.declared.stages.none)
                {
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0602,
                            say!("the stage `{stage}` is taken", stage = &contact.text),
                            contact.span,
                            say!("named here"),
                        )
                        .help(
                            say!("What no step takes has that stage; name another for those with `otherwise => …`, or this step \
                             otherwise."),
                        ),
                    );
                }
            }
        }
    }

    /// The former names of a step, which are no other's.
    fn former(&mut self, line: &'a ast::StageLine, seen: &mut HashMap<String, &'a ast::OptionName>) {
        for former in &line.former {
            let is_own = text::key(&former.value) == text::key(&line.stage.text);
            match seen.get(&text::key(&former.value)) {
                Some(first) if !is_own => self.findings.push(
                    Diagnostic::new(
                        &codes::LR0602,
                        say!("two stages are called `{stage}`", stage = &former.value),
                        former.span,
                        say!("again"),
                    )
                    .also(first.span, say!("first here"))
                    .help(say!("A lead that bears this name had one of them: take it out of one.")),
                ),
                _ => {
                    seen.insert(text::key(&former.value), &line.stage);
                }
            }
        }
    }

    /// `previous stage`
    pub(super) fn previous(&mut self, field: &'a ast::Field) {
        let Some(span) = field.previous else { return };
        if self.declared.about == About::Account {
            self.findings.push(
                Diagnostic::new(&codes::LR0207, say!("accounts have no stage before"), span, say!("only leads have")).help(
                    say!("What a run remembers is the stage of each lead: leave this out, and mark the field of the lead that holds it."),
                ),
            );
            return;
        }
        match &field.ty {
            ast::Type::Text | ast::Type::Choice(_) => {}
            _ => self.findings.push(
                Diagnostic::new(&codes::LR0621, say!("the stage before is a name"), span, say!("not a text"))
                    .help(say!("What holds the stage that a lead had is a field of type text, or a choice.")),
            ),
        }
        if let Some(first) = self.previous {
            self.findings.push(
                Diagnostic::new(&codes::LR0621, say!("two fields hold the stage before"), span, say!("the second"))
                    .also(first.name.span, say!("the first"))
                    .help(say!(
                        "A lead had one stage: keep `previous stage` at the field that the last run, or the CRM, wrote."
                    )),
            );
            return;
        }
        self.previous = Some(field);
    }

    /// What stages may be called that leads had before, once all are known.
    pub(super) fn before(&mut self) {
        let declared = &mut self.declared;
        let lines = declared.stage_lines.iter().filter(|line| line.condition.is_some());
        let steps = lines.map(|line| ChoiceOption {
            name: text::clean(&line.stage.text).into_owned(),
            synonyms: line.former.iter().map(|former| text::clean(&former.value).into_owned()).collect(),
        });
        let field = self.previous.and_then(|field| declared.fields.iter().find(|one| one.span == field.name.span));
        let before = Before::new(&declared.stages.none, steps.collect(), field.cloned());
        declared.before = before;
    }
}
