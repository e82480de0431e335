//! Declarations that nothing uses. In: what the rules used; out: warnings for definitions and lists, and one piece of
//! advice for kinds of event. Fields are left alone: they describe the data, and it is good to describe all of it.

use crate::ast::LabelBody;
use crate::codes;
use crate::diagnostic::Diagnostic;

use super::names::listing;
use super::resolver::Resolver;

impl Resolver<'_> {
    pub(super) fn unused(&mut self) {
        let world = self.world;
        // A file that has no rules yet is being written: nothing can be used in it.
        let has_rules = !world.scores.is_empty()
            || !world.exclusions.is_empty()
            || !world.stage_lines.is_empty()
            || world.labels.iter().any(|label| matches!(label.body, LabelBody::Lines(_)));
        if !has_rules {
            return;
        }
        for (define, used) in world.definitions.iter().zip(&self.used.definitions) {
            if !used && !world.names.may_be_unread(&define.name.text) {
                self.findings.list.push(
                    Diagnostic::new(
                        &codes::LR0501,
                        format!("nothing uses `{}`", define.name.text),
                        define.name.span,
                        "defined here",
                    )
                    .help("Was it meant for a rule? Otherwise take it out, so that nobody thinks that it counts."),
                );
            }
        }
        for (list, used) in world.lists.iter().zip(&self.used.lists) {
            if !used && !world.names.may_be_unread(&list.name.text) {
                self.findings.list.push(
                    Diagnostic::new(&codes::LR0502, format!("nothing uses the list `{}`", list.name.text), list.name.span, "declared here")
                        .help(format!(
                            "Was it meant for a rule, as in `company in {}`? Otherwise take it out, so that nobody thinks that it counts.",
                            list.name.text
                        )),
                );
            }
        }
        let unused = |at: &usize| !self.used.kinds[*at] && !world.names.may_be_unread(&world.log.kinds[*at].name);
        let kinds: Vec<_> = (0..world.log.kinds.len()).filter(unused).map(|at| &world.log.kinds[at]).collect();
        if let (Some(first), false) = (kinds.first(), self.used.activity) {
            let names: Vec<&str> = kinds.iter().map(|kind| kind.name.as_str()).collect();
            self.findings.list.push(
                Diagnostic::new(
                    &codes::LR0503,
                    format!("no rule looks at {}", listing(&names)),
                    first.span,
                    "declared here",
                )
                .help("Such events change nothing; that is fine where they only describe the log."),
            );
        }
    }
}
