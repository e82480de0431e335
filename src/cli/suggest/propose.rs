//! Working a proposal out: learning from a part of the leads, and judging on the others what the new file does. In: rules,
//! data, what became of it; out: a suggestion, and how well the rules do before and after. Nothing is shown or written here.

use std::path::Path;

use leadrules_decide::backtest::{self, Backtest, Judge};
use leadrules_decide::outcome::{self, Outcome};
use leadrules_decide::sample::{self, Noticed, Part, Rows, Wanted};
use leadrules_decide::suggest::{
    self, Candidate, Edited, Goal, HeldOut, Learner, Quoted, Reached, Refused, Seen, Settings, Suggestion, Times,
};
use leadrules_decide::whom::Whom;
use leadrules_engine::run::{Error, Fields, Request};
use leadrules_language::diagnostic::{Diagnostic, has_errors};
use leadrules_language::ir::Rules;
use leadrules_language::load::{self, Loaded};
use leadrules_language::words::{Text, say};

use super::super::data::Data;
use super::super::exit::Failure;
use super::super::outcome::{is_fair, is_known};
use super::super::progress::Progress;

/// What is asked for.
pub(in crate::cli) struct Task<'a> {
    /// The files of the rules.
    pub(in crate::cli) loaded: &'a Loaded,
    pub(in crate::cli) rules: &'a Rules,
    pub(in crate::cli) outcome: &'a Outcome,
    /// The outcome as it was typed.
    pub(in crate::cli) condition: &'a str,
    pub(in crate::cli) at: Option<&'a str>,
    /// Whether leads without a moment get one.
    pub(in crate::cli) draw: bool,
    /// The leads, and where they are.
    pub(in crate::cli) data: &'a Data,
    pub(in crate::cli) leads: &'a Path,
    pub(in crate::cli) settings: Settings,
    pub(in crate::cli) goal: Goal,
    /// What of the log may stand in new lines.
    pub(in crate::cli) quoted: Quoted,
    /// Reads the other files of the rules.
    pub(in crate::cli) further: &'a dyn Fn(&str) -> Result<String, Text>,
}

/// What came out.
pub(in crate::cli) struct Proposed {
    pub(in crate::cli) suggestion: Suggestion,
    /// The rules as they are, on the leads that nothing was learnt from.
    pub(in crate::cli) before: Backtest,
    /// The same as suggested.
    pub(in crate::cli) after: Backtest,
}

/// Why nothing is proposed.
pub(in crate::cli) enum Wrong {
    /// The data can't be read.
    Read(Error),
    /// There is nothing to learn.
    Refused(Refused),
    /// Anything else.
    Failure(Failure),
}

impl From<Error> for Wrong {
    fn from(error: Error) -> Self {
        Self::Read(error)
    }
}

impl From<Refused> for Wrong {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<Failure> for Wrong {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl Wrong {
    /// As a command says it.
    pub(in crate::cli) fn said(self) -> Failure {
        match self {
            Self::Read(error) => Failure::new(error),
            Self::Refused(refused) => Failure::new(refused.said()),
            Self::Failure(failure) => failure,
        }
    }
}

impl Task<'_> {
    /// Works it out; `tell` hears what reading the leads noticed, and whether lines about events are tried.
    pub(in crate::cli) fn propose(
        &self,
        progress: &mut Progress,
        tell: &mut dyn FnMut(&Noticed, bool),
    ) -> Result<Proposed, Wrong> {
        let tried = tried(&self.data.request(self.rules), self.quoted)?;
        let mut learner = Learner::new(self.rules, self.settings.clone(), tried)?;
        let noticed = self.each((self.rules, self.outcome), progress, &mut |part| learner.add(&part));
        progress.clear();
        let noticed = noticed?;
        is_known(&self.outcome.text, self.leads, &noticed)?;
        is_fair(self.at, self.leads, &noticed)?;
        tell(&noticed, learner.tries_events());
        let held_out = learner.held_out();
        let mut judged = None;
        let mut suggestion = learner.finish(self.loaded, self.outcome, &mut |asked| {
            let (rules, outcome) = trial(self.loaded, asked.lines, self.condition)?;
            let mut times = Times::new(&rules, &asked.rows);
            let mut take = |part: &Part| times.add(part);
            if asked.is_choice {
                self.some((&rules, &outcome), &asked.rows, progress, &mut |part| take(&part))?;
            } else {
                // All leads are run by the rules as they are, too.
                judged = Some(self.judge(((&rules, &outcome), self.rules), &held_out, progress, &mut take)?);
            }
            Ok::<_, Wrong>(times.finish())
        })?;
        let own = (self.rules, self.outcome);
        let (before, was) = match judged {
            Some(judged) => judged,
            None => self.judge((own, self.rules), &held_out, progress, &mut |_| ())?,
        };
        // What counts is what the new file does, not what it was meant to do.
        let text = suggestion.edited.after.clone();
        let probe = if self.goal == Goal::Same { text.clone() } else { suggest::lowered(&text, &suggestion.score) };
        let (new_rules, new_outcome) = self.reread(&suggestion.edited.with(probe))?;
        let new = ((&new_rules, &new_outcome), &new_rules);
        let (mut after, now) = self.judge(new, &held_out, progress, &mut |_| ())?;
        suggestion.bars = suggest::bars(&text, &suggestion.score, self.goal, &was, &now);
        suggestion.course = suggest::course(self.rules, &suggestion.score, &was, &now);
        suggestion.edited.after = suggest::with_bars(&text, &suggestion.bars);
        if !suggestion.bars.is_empty() {
            let (new_rules, new_outcome) = self.reread(&suggestion.edited)?;
            let new = ((&new_rules, &new_outcome), &new_rules);
            after = self.judge(new, &held_out, progress, &mut |_| ())?.0;
        }
        Ok(Proposed { suggestion, before, after })
    }

    /// How well rules do on the leads held out, and what all leads get from them. They are run as a part of others, whose first
    /// scores and rules they are; what these do is taken in on the way.
    fn judge(
        &self,
        (run, rules): ((&Rules, &Outcome), &Rules),
        held_out: &HeldOut,
        progress: &mut Progress,
        take: &mut dyn FnMut(&Part),
    ) -> Result<(Backtest, Reached), Wrong> {
        let (mut judge, mut reached) = (Judge::new(rules), Reached::default());
        self.each(run, progress, &mut |mut part| {
            take(&part);
            reached.add(rules, held_out, &part);
            held_out.keep(rules, &mut part);
            judge.add(&part);
        })?;
        progress.clear();
        Ok((judge.finish(backtest::Settings::default()), reached))
    }

    fn each(
        &self,
        (rules, outcome): (&Rules, &Outcome),
        progress: &mut Progress,
        take: &mut dyn FnMut(Part),
    ) -> Result<Noticed, Error> {
        sample::each(&self.wanted(rules, outcome), take, &mut |step| progress.step(step))
    }

    /// The same for the leads in some rows.
    fn some(
        &self,
        (rules, outcome): (&Rules, &Outcome),
        rows: &Rows,
        progress: &mut Progress,
        take: &mut dyn FnMut(Part),
    ) -> Result<(), Error> {
        let wanted = Wanted { fields: Fields::Needed, ..self.wanted(rules, outcome) };
        sample::some(&wanted, rows, take, &mut |step| progress.step(step))
    }

    fn wanted<'w>(&'w self, rules: &'w Rules, outcome: &'w Outcome) -> Wanted<'w> {
        Wanted {
            request: self.data.request(rules),
            whom: Whom::Leads,
            outcome: Some(outcome),
            at: self.at,
            asked: &[],
            draw: self.draw,
            fields: Fields::All,
        }
    }

    /// The rules of the set with the edited file in place of the old one.
    fn reread(&self, edited: &Edited) -> Result<(Rules, Outcome), Failure> {
        let first = self.loaded.sources.iter().next().expect("a set has a file");
        let mut text_of = |path: &str| {
            if path == edited.path { Ok(edited.after.clone()) } else { (self.further)(path) }
        };
        let text = if first.0 == edited.file { edited.after.clone() } else { first.1.text.clone() };
        let again = load::load(&first.1.path, text, &mut text_of);
        outcome::read(&again, self.condition).map_err(|refused| {
            debug_assert!(has_errors(&refused.findings), "refused for a reason");
            let why = why(&refused.findings);
            Failure::new(say!("the suggested rules can't be used ({why}); please report this with the rule file", why))
        })
    }
}

/// Lines about events that are worth trying.
fn tried(request: &Request<'_>, quoted: Quoted) -> Result<Vec<Candidate>, Error> {
    let Some(log) = &request.rules.log else { return Ok(Vec::new()) };
    Ok(suggest::candidates(log, &Seen::read(request)?, quoted))
}

/// The rules with the lines that are tried.
fn trial(loaded: &Loaded, tried: &[Candidate], condition: &str) -> Result<(Rules, Outcome), Failure> {
    outcome::read(&suggest::with_trials(loaded, tried), condition).map_err(|refused| {
        let why = why(&refused.findings);
        Failure::new(say!("lines about events can't be tried ({why}); please report this with the rule file", why))
    })
}

/// What is wrong with rules.
fn why(findings: &[Diagnostic]) -> Text {
    findings.first().map_or_else(Text::empty, |finding| finding.message.clone())
}
