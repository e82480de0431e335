//! What became of leads, for commands that judge rules by it. In: a rule file and the condition a user typed; out: rules
//! and outcome, or the findings that rule them out, which are shown.

use std::path::Path;

use leadrules_decide::outcome::{self, Outcome, Refused};
use leadrules_decide::sample::Noticed;
use leadrules_decide::whom::Whom;
use leadrules_language::diagnostic;
use leadrules_language::ir::{Cond, Rules};
use leadrules_language::load::Loaded;
use leadrules_language::visible;
use leadrules_language::words::{Text, say};

use clap::ValueEnum;

use super::args::Allow;
use super::exit::{Exit, Failure, shown};
use super::findings::{self, Counts, Format, Found};
use super::rules::{Quiet, RuleSet};
use super::terminal::{Terminal, note};

/// Who is judged by what became of them.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Of {
    /// Leads
    #[default]
    Leads,
    /// Accounts, the companies that leads work for
    Accounts,
}

impl From<Of> for Whom {
    fn from(of: Of) -> Self {
        match of {
            Of::Leads => Self::Leads,
            Of::Accounts => Self::Accounts,
        }
    }
}

/// Rules, and the outcome that they are judged by if there is one.
pub(super) struct Judged {
    pub(super) rules: Rules,
    pub(super) whom: Whom,
    pub(super) outcome: Option<Outcome>,
    /// Of accounts: from the highest stage of leads down, whether one of theirs has come to it.
    pub(super) reached: Vec<(String, Cond)>,
}

impl Judged {
    /// What the rules say of those that are judged.
    pub(super) fn about(&self) -> &Rules {
        self.whom.rules(&self.rules).unwrap_or(&self.rules)
    }

    /// A rule set that can be judged by an outcome, if there is one; otherwise its errors are shown.
    pub(super) fn read(
        (path, allow): (&Path, &Allow),
        of: Of,
        (condition, at): (Option<&str>, Option<&str>),
        terminal: &Terminal,
    ) -> Result<Result<Self, Exit>, Failure> {
        let whom = Whom::from(of);
        let set = RuleSet::read(path, allow)?;
        let loaded = set.checked.loaded.clone();
        let rules = match set.if_usable(terminal, if condition.is_some() { Quiet::Yes } else { Quiet::No }) {
            Ok(rules) => rules,
            Err(exit) => return Ok(Err(exit)),
        };
        if whom.rules(&rules).is_none() {
            return Err(Failure::new(say!(
                "--of accounts: the rules say nothing about accounts; declare them with `account {{ … }}`, or leave this out"
            )));
        }
        let Some(condition) = condition else {
            return Ok(Ok(Self { rules, whom, outcome: None, reached: Vec::new() }));
        };
        let read = match whom {
            Whom::Leads => {
                outcome::read_at(&loaded, condition, at).map(|(rules, outcome)| (rules, outcome, Vec::new()))
            }
            Whom::Accounts => outcome::read_of_accounts(&loaded, condition, at)
                .map(|(rules, outcome::OfAccounts { outcome, reached })| (rules, outcome, reached)),
        };
        match read {
            Ok((rules, outcome, reached)) => Ok(Ok(Self { rules, whom, outcome: Some(outcome), reached })),
            Err(refused) => Ok(Err(shown_refusal(&refused, path, terminal))),
        }
    }
}

/// The outcome of leads, and when it was known.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct OutcomeArgs {
    /// What the leads were hoped to become: a condition on fields that no rule looks at, as in `won` or
    /// `status is "customer"`
    #[arg(long, value_name = "CONDITION")]
    pub(super) outcome: String,

    /// The field or column that says when the outcome was known: each lead is seen as of the moment before
    #[arg(long, value_name = "COLUMN")]
    pub(super) at: Option<String>,

    /// Leads of which --at says nothing get a moment drawn from those of the others, by their keys
    #[arg(long, requires = "at")]
    pub(super) draw_moments: bool,
}

/// The outcome of leads where it may be left out, and when it was known.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct OutcomeIfKnown {
    /// What the leads were hoped to become: a condition on fields that no rule looks at, as in `won` or
    /// `status is "customer"`
    #[arg(long, value_name = "CONDITION")]
    pub(super) outcome: Option<String>,

    /// The field or column that says when the outcome was known: each lead is seen as of the moment before
    #[arg(long, value_name = "COLUMN", requires = "outcome")]
    pub(super) at: Option<String>,

    /// Leads of which --at says nothing get a moment drawn from those of the others, by their keys
    #[arg(long, requires = "at")]
    pub(super) draw_moments: bool,
}

/// A rule set, and the outcome that it is judged by if there is one; otherwise its errors are shown.
pub(super) fn usable_if_known(
    rule_set: (&Path, &Allow),
    (condition, at): (Option<&str>, Option<&str>),
    terminal: &Terminal,
) -> Result<Result<(Rules, Option<Outcome>), Exit>, Failure> {
    let Some(condition) = condition else {
        return Ok(RuleSet::usable(rule_set, terminal, Quiet::No)?.map(|rules| (rules, None)));
    };
    let read = usable(rule_set, (condition, at), terminal)?;
    Ok(read.map(|(_, rules, outcome)| (rules, Some(outcome))))
}

impl OutcomeArgs {
    /// The condition, and what says when it was known.
    pub(super) fn asked(&self) -> (&str, Option<&str>) {
        (&self.outcome, self.at.as_deref())
    }
}

/// Says what the outcome looks at and could not be read.
pub(super) fn remark_illegible(illegible: &[Text], terminal: &Terminal) {
    for said in illegible {
        note(&(terminal.remark(said) + "\n"));
    }
}

/// Refuses moments that are known only for winners: these would compare leads as they were with leads as they ended.
pub(super) fn is_fair(at: Option<&str>, leads: &Path, noticed: &Noticed) -> Result<(), Failure> {
    let Some(at) = at.filter(|_| noticed.is_lopsided()) else { return Ok(()) };
    let [(known, converted), (told, others)] = noticed.moments;
    let (path, at) = (shown(leads), visible::line(at).into_owned());
    let uneven = match noticed.whom {
        Whom::Leads => say!(
            "{path}: `{at}` says when the outcome was known of {known} of {converted} leads that converted, and of {told} \
             of {others} others.",
            path,
            at,
            known,
            converted,
            told,
            others
        ),
        Whom::Accounts => say!(
            "{path}: `{at}` says when the outcome was known of {known} of {converted} accounts that converted, and of \
             {told} of {others} others.",
            path,
            at,
            known,
            converted,
            told,
            others
        ),
    };
    let why = say!(
        "Those without are seen as they are today beside those seen as they were, so that any score may look right."
    );
    Err(Failure::new(uneven.and_then(why).and_then(say!(
        "Fill in when the others were decided, too (lost, closed, given up), or say --draw-moments: each gets one drawn \
         from those of the rest"
    ))))
}

/// Refuses an outcome that is known for no lead, which can't judge anything: its column was renamed, or its values
/// can't be read.
pub(super) fn is_known(condition: &str, leads: &Path, noticed: &Noticed) -> Result<(), Failure> {
    if noticed.with_outcome > 0 || noticed.leads.rows == 0 {
        return Ok(());
    }
    Err(known_of_none_of(condition, leads, (noticed.whom, noticed.leads.rows)))
}

/// What is said where the outcome is known of none of so many leads.
pub(super) fn known_of_none(condition: &str, leads: &Path, count: usize) -> Failure {
    known_of_none_of(condition, leads, (Whom::Leads, count as u64))
}

fn known_of_none_of(condition: &str, leads: &Path, (whom, count): (Whom, u64)) -> Failure {
    let (path, condition) = (shown(leads), visible::line(condition).into_owned());
    Failure::new(match whom {
        Whom::Leads => say!(
            "{path}: of none of its {count} {count|lead|leads} can be told whether `{condition}`: look at the columns and \
             values that the condition asks for; `leadrules check --data` says what does not fit",
            path,
            count,
            condition
        ),
        Whom::Accounts => say!(
            "{path}: of none of its {count} {count|account|accounts} can be told whether `{condition}`: look at the \
             columns and values that the condition asks for; `leadrules check --data` says what does not fit",
            path,
            count,
            condition
        ),
    })
}

/// A rule set that can be judged by an outcome; otherwise its errors are shown.
pub(super) fn usable(
    rule_set: (&Path, &Allow),
    asked: (&str, Option<&str>),
    terminal: &Terminal,
) -> Result<Result<(Loaded, Rules, Outcome), Exit>, Failure> {
    let usable = usable_with_accounts(rule_set, asked, terminal)?;
    if let Ok((_, rules, _)) = &usable {
        super::rules::without_accounts(rules)?;
    }
    Ok(usable)
}

/// The same for commands that look at accounts too.
pub(super) fn usable_with_accounts(
    (path, allow): (&Path, &Allow),
    (condition, at): (&str, Option<&str>),
    terminal: &Terminal,
) -> Result<Result<(Loaded, Rules, Outcome), Exit>, Failure> {
    let loaded = RuleSet::load(path, allow)?;
    Ok(match outcome::read_at(&loaded, condition, at) {
        Ok((rules, outcome)) => Ok((loaded, rules, outcome)),
        Err(refused) => Err(shown_refusal(&refused, path, terminal)),
    })
}

/// Shows why an outcome can't be used.
pub(super) fn shown_refusal(refused: &Refused, path: &Path, terminal: &Terminal) -> Exit {
    let found = Found { sources: &refused.sources, findings: &refused.findings, undecided: &[] };
    note(&findings::write(Format::Text, &[found], &terminal.err));
    let said =
        say!("{path}: {errors}; nothing was run", path = shown(path), errors = Counts::of(&refused.findings).said());
    note(&(terminal.remark(&said) + "\n"));
    debug_assert!(diagnostic::has_errors(&refused.findings), "refused for a reason");
    Exit::RulesWrong
}
