//! `leadrules suggest`: points and rules that the data supports. In: rules, leads and what became of them; out:
//! proposed edits as text or JSON, a new rule file, a patch. Nothing is fitted here, and no file is changed unasked.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use leadrules::Folders;
use leadrules_decide::backtest::{self, Backtest, Judge};
use leadrules_decide::outcome::Outcome;
use leadrules_decide::sample::{self, Part, Wanted};
use leadrules_decide::suggest::{self, Candidate, Edited, Goal, HeldOut, Learner, Reached, Seen, Settings, Suggestion};
use leadrules_engine::run::{Fields, Request};
use leadrules_language::calendar::format_instant;
use leadrules_language::diagnostic::has_errors;
use leadrules_language::ir::Rules;
use leadrules_language::load::{self, Loaded};
use leadrules_language::visible;
use serde::Serialize;

use super::args::{Capacity, Format, capacity, whole};
use super::backtest::remarks;
use super::data::{Data, OverLeads};
use super::exit::{Exit, Failure};
use super::json::rounded;
use super::outcome::{self, OutcomeArgs};
use super::output::{Asked, Kind, Target};
use super::progress::Progress;
use super::terminal::{Terminal, note, say_or_pass};
use super::{output, rules};

/// Propose points and rules from what became of leads
///
/// Learns from a part of the leads: whole-number points for the rules of a score, and new rules for fields that no rule
/// looks at and for what leads did, never more than the data supports, and where stages begin. Tries them on the other leads
/// (the latest, where times are known) and says how well they do. Writes a new file or a patch for you to read; the rules stay
/// as they are until you change them.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules suggest my.leadrules leads.csv --outcome won
  leadrules suggest my.leadrules leads.csv --outcome won --ignore last_activity,sales_notes -o better.leadrules
  leadrules suggest my.leadrules leads.csv --outcome won --keep-signs --patch better.patch
  leadrules suggest my.leadrules leads.csv --outcome won --events events.csv --at \"Closed on\" --capacity 50/week

Exit codes: 0 fine, 1 could not run or ranks worse and was not written, 2 the rules have errors or know the outcome.")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    #[command(flatten)]
    outcome: OutcomeArgs,

    /// The score to propose for; the first that is made of rules, without it
    #[arg(long, value_name = "SCORE")]
    score: Option<String>,

    /// Fields not to use, since they are filled in or changed once it is known: rules that look at them are dropped
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    ignore: Vec<String>,

    /// Fields to use although they tell leads apart suspiciously well: you vouch that they are known beforehand
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    trust: Vec<String>,

    /// How many rules the score may have in all
    #[arg(long, value_name = "N", default_value_t = 25, value_parser = whole::<u16>(1..=500))]
    max_rules: u16,

    /// The share of the leads that nothing is learnt from, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 30, value_parser = whole::<u8>(5..=90))]
    holdout: u8,

    /// How many leads may get to the highest stage that asks for the score, of all in the data or in a time: 200, 50/week
    #[arg(long, value_name = "N", value_parser = capacity, conflicts_with = "rate")]
    capacity: Option<Capacity>,

    /// What share of the leads that get to that stage is to convert, in percent
    #[arg(long, value_name = "PERCENT", value_parser = whole::<u8>(1..=99))]
    rate: Option<u8>,

    /// Which leads those are
    #[arg(long, value_enum, value_name = "WHICH", default_value_t)]
    hold_out: HoldOut,

    /// Which leads those are where keys decide: another number, another choice
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = whole::<u64>(0..))]
    seed: u64,

    /// Rules that are there keep the sign of their points
    #[arg(long)]
    keep_signs: bool,

    /// A rule, by its title, that keeps the sign of its points; can be given several times
    #[arg(long, value_name = "TITLE")]
    keep_sign: Vec<String>,

    /// Where the new rule file goes
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write over files that are there, and write what ranks worse than the rules that are there; what is read is never
    /// written over
    #[arg(long)]
    force: bool,

    /// Don't say what was written
    #[arg(short, long)]
    quiet: bool,

    /// Where a patch goes that makes the new file of the old one (`-` is standard output)
    #[arg(long, value_name = "FILE")]
    patch: Option<PathBuf>,

    /// How it is shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// Which leads nothing is learnt from.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, ValueEnum)]
enum HoldOut {
    /// The latest by `--at` or by the date on which they came; where neither is known, by their keys
    #[default]
    Latest,
    /// Some, by their keys
    Keys,
}

/// What is given to a program.
#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    outcome: &'a str,
    as_of: String,
    at: Option<&'a str>,
    #[serde(flatten)]
    suggestion: &'a Suggestion,
    before: &'a Backtest,
    after: &'a Backtest,
    path: &'a str,
    patch: String,
}

/// Proposes edits.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(None)?;
    let target = |option, path: Option<&Path>, kind| {
        let asked = Asked { option, kinds: &[kind], format: None, force: args.force };
        let target = Target::new(path, asked, &args.over.read_files(None))?;
        target.as_ref().filter(|_| !args.force).map_or(Ok(()), Target::is_new)?;
        Ok::<_, Failure>(target)
    };
    let output = target("-o", args.output.as_deref(), Kind::Rules)?;
    let patch_file = target("--patch", args.patch.as_deref(), Kind::Patch)?;
    output::two(output.as_ref(), patch_file.as_ref())?;
    let (loaded, rules, outcome) = match outcome::usable(args.over.rule_set(), args.outcome.asked(), terminal)? {
        Ok(usable) => usable,
        Err(exit) => return Ok(exit),
    };
    for target in output.iter().chain(&patch_file) {
        target.spares(&loaded.sources)?;
    }
    let folders = args.over.allow().folders(args.over.rules())?;
    let data = args.over.held(&[&rules])?;
    let mut progress = Progress::new(terminal.err.is_terminal);
    let tried = tried(&data.request(&rules))?;
    let (trial_rules, trial_outcome) = trial(&loaded, &tried, &args.outcome.outcome)?;
    let mut learner = Learner::new(&trial_rules, args.settings(), tried).map_err(Failure::new)?;
    let noticed = args.each(&data, (&trial_rules, &trial_outcome), &mut progress, &mut |part| learner.add(&part));
    progress.clear();
    let noticed = noticed?;
    outcome::is_known(&outcome.text, &args.over.leads, &noticed)?;
    outcome::is_fair(args.outcome.at.as_deref(), &args.over.leads, &noticed)?;
    remarks(&noticed);
    if args.outcome.at.is_none() && learner.tries_events() {
        note(
            "what leads did is seen as of one instant: if some were decided before it, name the column that says when with --at, \
             or what they did afterwards counts as well\n",
        );
    }
    let held_out = learner.held_out();
    let mut suggestion = learner.finish(&loaded, &outcome).map_err(Failure::new)?;
    let suggestion = &mut suggestion;
    let (before, was) = args.judge(&data, (&rules, &outcome), &held_out, &mut progress)?;
    // What counts is what the new file does, not what it was meant to do.
    let set = (&loaded, &folders);
    let after = {
        let text = suggestion.edited.after.clone();
        let probe = if args.goal() == Goal::Same { text.clone() } else { suggest::lowered(&text, &suggestion.score) };
        let (new_rules, new_outcome) = reread(set, &suggestion.edited.with(probe), &args.outcome.outcome)?;
        let (after, now) = args.judge(&data, (&new_rules, &new_outcome), &held_out, &mut progress)?;
        suggestion.bars = suggest::bars(&text, &suggestion.score, args.goal(), &was, &now);
        suggestion.course = suggest::course(&rules, &suggestion.score, &was, &now);
        suggestion.edited.after = suggest::with_bars(&text, &suggestion.bars);
        if suggestion.bars.is_empty() {
            after
        } else {
            let (new_rules, new_outcome) = reread(set, &suggestion.edited, &args.outcome.outcome)?;
            args.judge(&data, (&new_rules, &new_outcome), &held_out, &mut progress)?.0
        }
    };
    let suggestion = &*suggestion;
    let patch = patch(&suggestion.edited);
    let to_output = args.patch.as_deref() == Some(Path::new("-")) || args.output.as_deref() == Some(Path::new("-"));
    let text = match args.format {
        Format::Text => suggest::render(suggestion, &before, &after, terminal.out.style),
        Format::Json => rounded(&Document {
            version: 1,
            outcome: &outcome.text,
            as_of: format_instant(data.as_of),
            at: args.outcome.at.as_deref(),
            suggestion,
            before: &before,
            after: &after,
            path: &suggestion.edited.path,
            patch: patch.clone(),
        }),
    };
    if to_output {
        note(&text);
    } else {
        say_or_pass(args.format == Format::Text, &text)?;
    }
    if output.is_some() || patch_file.is_some() || to_output {
        args.is_no_worse(suggestion, &before, &after)?;
    }
    let edited = &suggestion.edited.after;
    for (path, target, text) in [(&args.output, output, edited), (&args.patch, patch_file, &patch)] {
        match (path, target) {
            (None, _) => {}
            (Some(_), None) => say_or_pass(terminal.out.is_terminal, text)?,
            (Some(_), Some(target)) => target.write(text.as_bytes(), args.quiet)?,
        }
    }
    Ok(Exit::Fine)
}

impl Args {
    /// Writes something that ranks leads worse than the existing rules only if the user insists.
    fn is_no_worse(&self, suggestion: &Suggestion, before: &Backtest, after: &Backtest) -> Result<(), Failure> {
        if suggestion.knew_too_much {
            return Ok(());
        }
        match suggest::areas(&suggestion.score, before, after) {
            Some((before, after)) if after < before && !self.force => Err(Failure::new(format!(
                "nothing was written: on the leads that nothing was learnt from, `{}` ranks worse as suggested (AUC {after:.3}) \
                 than as it is ({before:.3}); --force writes it all the same",
                visible::line(&suggestion.score)
            ))),
            _ => Ok(()),
        }
    }

    fn settings(&self) -> Settings {
        Settings {
            score: self.score.clone(),
            ignored: self.ignore.clone(),
            trusted: self.trust.clone(),
            at: self.outcome.at.clone(),
            rules: self.max_rules.into(),
            holdout: f64::from(self.holdout) / 100.0,
            latest: self.hold_out == HoldOut::Latest,
            seed: self.seed,
            keep_signs: self.keep_signs,
            signs_of: self.keep_sign.clone(),
        }
    }

    /// What the bars of stages are set by.
    fn goal(&self) -> Goal {
        match (self.capacity, self.rate) {
            (Some(Capacity { leads, days }), _) => Goal::Capacity { leads, days },
            (None, Some(percent)) => Goal::Rate(f64::from(percent) / 100.0),
            (None, None) => Goal::Same,
        }
    }

    /// How well rules do on the leads held out, and what all leads get from them.
    fn judge(
        &self,
        data: &Data,
        (rules, outcome): (&Rules, &Outcome),
        held_out: &HeldOut,
        progress: &mut Progress,
    ) -> Result<(Backtest, Reached), Failure> {
        let (mut judge, mut reached) = (Judge::new(rules), Reached::default());
        self.each(data, (rules, outcome), progress, &mut |mut part| {
            reached.add(rules, held_out, &part);
            held_out.keep(rules, &mut part);
            judge.add(&part);
        })?;
        progress.clear();
        Ok((judge.finish(backtest::Settings::default()), reached))
    }

    fn each(
        &self,
        data: &Data,
        (rules, outcome): (&Rules, &Outcome),
        progress: &mut Progress,
        take: &mut dyn FnMut(Part),
    ) -> Result<sample::Noticed, Failure> {
        let at = self.outcome.at.as_deref();
        let wanted = Wanted {
            request: data.request(rules),
            outcome: Some(outcome),
            at,
            asked: &[],
            draw: self.outcome.draw_moments,
            fields: Fields::All,
        };
        sample::each(&wanted, take, &mut |step| progress.step(step)).map_err(Failure::new)
    }
}

/// Lines about events that are worth trying.
fn tried(request: &Request<'_>) -> Result<Vec<Candidate>, Failure> {
    let Some(log) = &request.rules.log else { return Ok(Vec::new()) };
    let seen = Seen::read(request).map_err(Failure::new)?;
    Ok(suggest::candidates(log, &seen))
}

/// The rules with the lines that are tried.
fn trial(loaded: &Loaded, tried: &[Candidate], condition: &str) -> Result<(Rules, Outcome), Failure> {
    leadrules_decide::outcome::read(&suggest::with_trials(loaded, tried), condition).map_err(|refused| {
        let first = refused.findings.first().map(|finding| finding.message.clone()).unwrap_or_default();
        Failure::new(format!("lines about events can't be tried ({first}); please report this with the rule file"))
    })
}

/// The rules of the set with the edited file in place of the old one.
fn reread(
    (loaded, folders): (&Loaded, &Folders),
    edited: &Edited,
    condition: &str,
) -> Result<(Rules, Outcome), Failure> {
    let first = loaded.sources.iter().next().expect("a set has a file");
    let text_of = |path: &str| {
        if path == edited.path {
            return Ok(edited.after.clone());
        }
        rules::further(path, folders)
    };
    let text = if first.0 == edited.file { edited.after.clone() } else { first.1.text.clone() };
    let again = load::load(&first.1.path, text, &mut |path: &str| text_of(path));
    leadrules_decide::outcome::read(&again, condition).map_err(|refused| {
        debug_assert!(has_errors(&refused.findings), "refused for a reason");
        let first = refused.findings.first().map(|finding| finding.message.clone()).unwrap_or_default();
        Failure::new(format!("the suggested rules can't be used ({first}); please report this with the rule file"))
    })
}

fn patch(edited: &Edited) -> String {
    similar::TextDiff::from_lines(&edited.before, &edited.after)
        .unified_diff()
        .header(&format!("a/{}", edited.path), &format!("b/{}", edited.path))
        .to_string()
}
