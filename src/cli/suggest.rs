//! `leadrules suggest`: points and rules that the data speaks for. In: rules, leads and what became of them; out: proposed
//! edits as text or JSON, a new rule file, a patch. Nothing is fitted here, and no file is changed unasked.

use std::path::{Path, PathBuf};

use leadrules::Folders;
use leadrules_decide::backtest::{self, Backtest, Judge};
use leadrules_decide::outcome::Outcome;
use leadrules_decide::sample::{self, Part, Wanted};
use leadrules_decide::suggest::{self, Edited, Learner, Settings, Suggestion};
use leadrules_engine::run::Fields;
use leadrules_language::calendar::format_instant;
use leadrules_language::diagnostic::has_errors;
use leadrules_language::ir::Rules;
use leadrules_language::load::{self, Loaded};
use leadrules_language::types::Truth;
use serde::Serialize;

use super::args::{Format, whole};
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
/// looks at, never more than the data supports. Tries them on the other leads and says how well they do. Writes a new file
/// or a patch for you to read; the rules stay as they are until you change them.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules suggest my.leadrules leads.csv --outcome won
  leadrules suggest my.leadrules leads.csv --outcome won --ignore last_activity,sales_notes -o better.leadrules
  leadrules suggest my.leadrules leads.csv --outcome won --keep-signs --patch better.patch

Exit codes: 0 fine, 1 could not run, 2 the rules have errors or know the outcome.")]
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

    /// How many rules the score may have in all
    #[arg(long, value_name = "N", default_value_t = 25, value_parser = whole::<u16>(1..=500))]
    max_rules: u16,

    /// The share of the leads that nothing is learnt from, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 30, value_parser = whole::<u8>(5..=90))]
    holdout: u8,

    /// Which leads those are: another number, another choice
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

    /// Write over files that are there; what is read is never written over
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

/// What a program gets.
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
    let (loaded, rules, outcome) = match outcome::usable(args.over.rule_set(), &args.outcome.outcome, terminal)? {
        Ok(usable) => usable,
        Err(exit) => return Ok(exit),
    };
    for target in output.iter().chain(&patch_file) {
        target.spares(&loaded.sources)?;
    }
    let folders = args.over.allow().folders(args.over.rules())?;
    let settings = Settings {
        score: args.score.clone(),
        ignored: args.ignore.clone(),
        rules: args.max_rules.into(),
        holdout: f64::from(args.holdout) / 100.0,
        seed: args.seed,
        keep_signs: args.keep_signs,
        signs_of: args.keep_sign.clone(),
    };
    let data = args.over.held(&[&rules])?;
    let mut progress = Progress::new(terminal.err.is_terminal);
    let mut learner = Learner::new(&rules, settings).map_err(Failure::new)?;
    let mut judge = Judge::new(&rules);
    let noticed = args.each(&data, (&rules, &outcome), &mut progress, &mut |part| {
        learner.add(&part);
        judge.add(&held_out(part, args));
    });
    progress.clear();
    let noticed = noticed?;
    outcome::is_known(&outcome.text, &args.over.leads, &noticed)?;
    remarks(&noticed);
    let before = judge.finish(backtest::Settings::default());
    let suggestion = learner.finish(&loaded, &outcome).map_err(Failure::new)?;
    // What counts is what the new file does, not what was meant.
    let (new_rules, new_outcome) = reread((&loaded, &folders), &suggestion.edited, &args.outcome.outcome)?;
    let mut judge = Judge::new(&new_rules);
    args.each(&data, (&new_rules, &new_outcome), &mut progress, &mut |part| judge.add(&held_out(part, args)))?;
    progress.clear();
    let after = judge.finish(backtest::Settings::default());
    let patch = patch(&suggestion.edited);
    let to_output = args.patch.as_deref() == Some(Path::new("-")) || args.output.as_deref() == Some(Path::new("-"));
    let text = match args.format {
        Format::Text => suggest::render(&suggestion, &before, &after, terminal.out.style),
        Format::Json => rounded(&Document {
            version: 1,
            outcome: &outcome.text,
            as_of: format_instant(data.as_of),
            at: args.outcome.at.as_deref(),
            suggestion: &suggestion,
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
    fn each(
        &self,
        data: &Data,
        (rules, outcome): (&Rules, &Outcome),
        progress: &mut Progress,
        take: &mut dyn FnMut(Part),
    ) -> Result<sample::Noticed, Failure> {
        let at = self.outcome.at.as_deref();
        let wanted = Wanted { request: data.request(rules), outcome: Some(outcome), at, fields: Fields::All };
        sample::each(&wanted, take, &mut |step| progress.step(step)).map_err(Failure::new)
    }
}

/// A batch in which only held-out leads have an outcome.
fn held_out(mut part: Part, args: &Args) -> Part {
    let share = f64::from(args.holdout) / 100.0;
    for (key, outcome) in part.leads.keys.iter().zip(&mut part.outcome) {
        if !suggest::is_held_out(key.unwrap_or_default(), args.seed, share) {
            *outcome = Truth::Unknown;
        }
    }
    part
}

/// The rules of the set with the edited file in the place of the old one.
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
