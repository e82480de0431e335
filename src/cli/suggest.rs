//! `leadrules suggest`: points and rules that the data supports. In: rules, leads and what became of them; out:
//! proposed edits as text or JSON, a new rule file, a patch. Nothing is fitted here, and no file is changed unasked.

mod propose;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use leadrules_decide::backtest::Backtest;
use leadrules_decide::suggest::{self, Edited, Goal, Quoted, Settings, Suggestion};
use leadrules_language::calendar::format_instant;
use leadrules_language::visible;
use leadrules_language::words::{Text, say};
use serde::Serialize;

use super::args::{Capacity, Format, capacity, whole};
use super::backtest::remarks;
use super::data::OverLeads;
use super::exit::{Exit, Failure};
use super::json::rounded;
use super::outcome::{self, OutcomeArgs};
use super::output::{Asked, Kind, Target};
use super::progress::Progress;
use super::terminal::{Terminal, note, say_or_pass};
use super::{output, rules};

pub(super) use propose::{Proposed, Task, Wrong};

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
    args.over.in_place(&[])?;
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
    let data = args.over.held(&[&rules], terminal)?;
    let mut progress = Progress::new(terminal.err.is_terminal);
    let task = Task {
        loaded: &loaded,
        rules: &rules,
        outcome: &outcome,
        condition: &args.outcome.outcome,
        at: args.outcome.at.as_deref(),
        draw: args.outcome.draw_moments,
        data: &data,
        leads: &args.over.leads,
        settings: args.settings(terminal),
        goal: args.goal(),
        quoted: Quoted::Texts,
        further: &|path| rules::further(path, &folders),
    };
    let proposed = task.propose(&mut progress, &mut |noticed, tries_events| {
        remarks(noticed, terminal);
        if args.outcome.at.is_none() && tries_events {
            let said = say!(
                "what leads did is seen as of one instant: if some were decided before it, name the column that says when with --at, or \
                 what they did afterwards counts as well"
            );
            note(&(terminal.remark(&said) + "\n"));
        }
    });
    progress.clear();
    let Proposed { suggestion, before, after } = proposed.map_err(Wrong::said)?;
    let suggestion = &suggestion;
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
            (Some(_), Some(target)) => target.write(text.as_bytes(), args.quiet, terminal)?,
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
            Some((before, after)) if after < before && !self.force => Err(Failure::new(say!(
                "nothing was written: on the leads that nothing was learnt from, `{score}` ranks worse as suggested (AUC {after}) than as \
                 it is ({before}); --force writes it all the same",
                score = visible::line(&suggestion.score).into_owned(),
                after = Text::rounded(after, 3),
                before = Text::rounded(before, 3)
            ))),
            _ => Ok(()),
        }
    }

    fn settings(&self, terminal: &Terminal) -> Settings {
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
            language: terminal.out.style.locale,
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
}

fn patch(edited: &Edited) -> String {
    similar::TextDiff::from_lines(&edited.before, &edited.after)
        .unified_diff()
        .header(&format!("a/{}", edited.path), &format!("b/{}", edited.path))
        .to_string()
}
