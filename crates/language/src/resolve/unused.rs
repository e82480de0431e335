//! Declarations that nothing uses. In: what the rules used; out: warnings for definitions and lists, and one piece of
//! advice for kinds of event. Fields are left alone: they describe the data, and it is good to describe all of it.

use crate::ast::LabelBody;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::words::say;

use super::resolver::Resolver;
use super::symbols::listing;

impl Resolver<'_> {
    pub(super) fn unused(&mut self) {
        let declared = self.declared;
        // A file that has no rules yet is still being written: nothing can be used in it.
        let has_rules = !declared.scores.is_empty()
            || !declared.exclusions.is_empty()
            || !declared.stage_lines.is_empty()
            || declared.labels.iter().any(|label| matches!(label.body, LabelBody::Lines(_)));
        if !has_rules {
            return;
        }
        for (define, used) in declared.definitions.iter().zip(&self.used.definitions) {
            if !used && !declared.symbols.may_be_unread(&define.name.text) {
                self.findings.list.push(
                    Diagnostic::new(
                        &codes::LR0501,
                        say!("nothing uses `{name}`", name = &define.name.text),
                        define.name.span,
                        say!("defined here"),
                    )
                    .help(say!(
                        "Was it meant for a rule? Otherwise take it out, so that nobody thinks that it counts."
                    )),
                );
            }
        }
        for (list, used) in declared.lists.iter().zip(&self.used.lists) {
            if !used && !declared.symbols.may_be_unread(&list.name.text) {
                self.findings.list.push(
                    Diagnostic::new(
                        &codes::LR0502,
                        say!("nothing uses the list `{name}`", name = &list.name.text),
                        list.name.span,
                        say!("declared here"),
                    )
                    .help(say!(
                        "Was it meant for a rule, as in `company in {name}`? Otherwise take it out, so that nobody \
                         thinks that it counts.",
                        name = &list.name.text
                    )),
                );
            }
        }
        let unused =
            |at: &usize| !self.used.kinds[*at] && !declared.symbols.may_be_unread(&declared.log.kinds[*at].name);
        let kinds: Vec<_> = (0..declared.log.kinds.len()).filter(unused).map(|at| &declared.log.kinds[at]).collect();
        if let (Some(first), false) = (kinds.first(), self.used.activity) {
            let names: Vec<&str> = kinds.iter().map(|kind| kind.name.as_str()).collect();
            self.findings.list.push(
                Diagnostic::new(
                    &codes::LR0503,
                    say!("no rule looks at {kinds}", kinds = listing(&names)),
                    first.span,
                    say!("declared here"),
                )
                .help(say!("Such events change nothing; that is fine where they only describe the log.")),
            );
        }
    }
}
