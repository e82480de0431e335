//! `rank by total, engagement`: in which order the leads of a stage are listed. In: the lines as written; out: scores, and findings on
//! what is no score or said twice.

use crate::ast;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::ScoreId;
use crate::words::say;

use super::resolver::{Resolver, State};
use super::symbols::Entity;

impl<'a> Resolver<'a> {
    pub(super) fn rank(&mut self) -> Vec<ScoreId> {
        let declared = self.declared;
        let Some(((names, first), others)) = declared.ranks.split_first() else { return Vec::new() };
        for (_, span) in others {
            self.findings.push(
                Diagnostic::new(&codes::LR0810, say!("leads are ranked in two ways"), *span, say!("another order"))
                    .also(*first, say!("the first is given here"))
                    .help(say!("Lists, reports and the workbench show leads in one order: keep one of the two lines.")),
            );
        }
        let mut rank = Vec::new();
        for name in *names {
            let Some(score) = self.ranked(name) else { continue };
            if rank.contains(&score) {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0810,
                        say!("`{name}` is named twice", name = &name.text),
                        name.span,
                        say!("again"),
                    )
                    .help(say!(
                        "Leads with as many points of it are told apart by the scores after it: name each once."
                    )),
                );
            } else {
                rank.push(score);
            }
        }
        rank
    }

    fn ranked(&mut self, name: &'a ast::Name) -> Option<ScoreId> {
        match self.meant(name) {
            Some(Entity::Score(at)) => match self.score_states[at] {
                State::Done(id) => Some(id),
                State::Waiting | State::Open | State::Broken => None,
            },
            Some(other) => {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0810,
                        say!("`{name}` is {what}, not a score", name = &name.text, what = other.word()),
                        name.span,
                        say!("leads can't be ranked by it"),
                    )
                    .help(say!(
                        "Leads of a stage are listed by points, the most first: name a score, as in `rank by total`."
                    )),
                );
                None
            }
            None => {
                self.undeclared(say!("score"), name, |entity| matches!(entity, Entity::Score(_)));
                None
            }
        }
    }
}
