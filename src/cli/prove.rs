//! `leadrules prove`: what holds for every lead that could exist. In: a rule file; out: the least and the most of each
//! score, the stages that can be reached, and whether each promise is kept, as text or JSON. What is proved is decided
//! in the library.

mod document;

use leadrules_language::analyze::{self, Promised, Proof, Reach, Witness};
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::page::{Page, Style, Tone};
use leadrules_language::words;

use super::args::{AsOf, Format, RuleFile};

use super::exit::{Exit, Failure};
use super::json::json;
use super::rules::{Quiet, RuleSet};
use super::terminal::{Terminal, say, write_out};

/// Prove what holds for every lead that could exist
///
/// Shows for each score the least and the most that a lead can have, and how many totals there are in between; for each
/// stage whether a lead can reach it; for each promise whether it is kept. Each comes with a lead that shows it. Leads are
/// seen from one day, as with `score`. docs/proofs.md says how it is done and what it can't decide.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules prove my.leadrules
  leadrules prove my.leadrules --as-of 2026-11-23
  leadrules prove my.leadrules --format json

Exit codes: 0 fine, 1 could not run, 2 the rules are wrong, 3 a promise is broken.")]
pub(super) struct Args {
    #[command(flatten)]
    file: RuleFile,

    #[command(flatten)]
    as_of: AsOf,

    /// How the proofs are shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// Proves and shows it.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let rules = match RuleSet::read(&args.file.rules, &args.file.allow)?.if_usable(terminal, Quiet::Yes) {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let as_of = args.as_of.instant(&rules)?;
    let proof = analyze::prove(&rules, as_of);
    match args.format {
        Format::Text => say(&text(&rules, &proof, terminal.out.style))?,
        Format::Json => write_out(json(&document::Document::new(&rules, &proof, terminal.out.in_programs)).as_bytes())?,
    }
    let of_accounts = proof.accounts.iter().flat_map(|accounts| &accounts.promises);
    let broken = proof.promises.iter().chain(of_accounts).any(|promise| matches!(promise, Promised::Broken(..)));
    Ok(if broken { Exit::TestFailed } else { Exit::Fine })
}

fn text(rules: &Rules, proof: &Proof, style: Style) -> String {
    let mut text = Text { page: Page::new(style), rules, of: "" };
    text.all(proof);
    if let (Some(accounts), Some(proof)) = (&rules.accounts, &proof.accounts) {
        text = Text { page: text.page, rules: &accounts.rules, of: " of account" };
        text.all(proof);
    }
    text.page.into_text()
}

/// At most this many totals are listed.
const LISTED: usize = 12;

fn listed(totals: &[Points]) -> String {
    let shown = |totals: &[Points]| totals.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match totals {
        few if few.len() <= LISTED => shown(few),
        many => format!("{} of them: {}, …, {}", many.len(), shown(&many[..6]), shown(&many[many.len() - 3..])),
    }
}

/// The page, filled part by part.
struct Text<'a> {
    page: Page,
    rules: &'a Rules,
    /// Whom they are about, as rules say it.
    of: &'static str,
}

impl Text<'_> {
    fn why(&self, reason: &words::Text) -> String {
        reason.in_locale(self.page.style().locale)
    }

    fn all(&mut self, proof: &Proof) {
        self.scores(proof);
        if !self.rules.stages.steps.is_empty() {
            self.stages(proof);
        }
        if !self.rules.promises.is_empty() {
            self.promises(proof);
        }
    }

    fn scores(&mut self, proof: &Proof) {
        for (score, proved) in self.rules.scores.iter().zip(&proof.scores) {
            self.page.toned(Tone::Head, 0, &format!("score {}{}", score.name, self.of));
            self.end("least", "at most", &proved.least);
            self.end("most", "at least", &proved.most);
            match &proved.totals {
                Reach::Proved(totals) => self.page.line(2, &format!("totals {}", listed(totals))),
                Reach::Undecided(Some(totals), reason) => {
                    self.page.line(2, &format!("totals {}; undecided: {}", listed(totals), self.why(reason)));
                }
                Reach::Undecided(None, reason) => self.page.line(2, &format!("totals undecided: {}", self.why(reason))),
                Reach::Never => {}
            }
        }
    }

    /// One end of a score; `bound` says what a lead that was found shows about it.
    fn end(&mut self, word: &str, bound: &str, end: &Reach<(Points, Witness)>) {
        match end {
            Reach::Proved((points, witness)) => {
                self.page.line(2, &format!("{word:6} {points}"));
                self.lead(witness);
            }
            Reach::Undecided(Some((points, witness)), reason) => {
                self.page.line(2, &format!("{word:6} {bound} {points}; undecided: {}", self.why(reason)));
                self.lead(witness);
            }
            Reach::Undecided(None, reason) => self.page.line(2, &format!("{word:6} undecided: {}", self.why(reason))),
            Reach::Never => self.page.line(2, &format!("{word:6} it is never known")),
        }
    }

    fn stages(&mut self, proof: &Proof) {
        self.page.toned(Tone::Head, 0, &format!("stages{}", self.of));
        for stage in &proof.stages {
            let name = self.rules.stages.name(stage.stage);
            match &stage.reached {
                Reach::Proved(witness) => {
                    self.verdict(name, Tone::Good, "can be reached");
                    for (score, least) in self.rules.scores.iter().zip(&stage.least) {
                        if let Some(least) = least {
                            self.page.line(4, &format!("with {} {least} or more", score.name));
                        }
                    }
                    self.lead(witness);
                    if let (Reach::Proved(witness), StageId::Step(at)) = (&stage.skips, stage.stage) {
                        let below = &self.rules.stages.steps[usize::from(at) - 1].name;
                        self.page.line(4, &format!("also without what {below} asks:"));
                        self.lead(witness);
                    }
                }
                Reach::Never => self.verdict(
                    name,
                    Tone::Error,
                    if self.of.is_empty() { "no lead can reach it" } else { "no account can reach it" },
                ),
                Reach::Undecided(_, reason) => {
                    self.verdict(name, Tone::Plain, &format!("undecided: {}", self.why(reason)));
                }
            }
        }
    }

    fn promises(&mut self, proof: &Proof) {
        self.page.toned(Tone::Head, 0, &format!("promises{}", self.of));
        for (promise, proved) in self.rules.promises.iter().zip(&proof.promises) {
            match proved {
                Promised::Kept => self.verdict(&promise.title, Tone::Good, "kept"),
                Promised::Broken(_, witness) => {
                    self.verdict(&promise.title, Tone::Error, "broken");
                    self.lead(witness);
                }
                Promised::Undecided(reason) => {
                    self.verdict(&promise.title, Tone::Plain, &format!("undecided: {}", self.why(reason)));
                }
            }
        }
    }

    fn verdict(&mut self, name: &str, tone: Tone, verdict: &str) {
        let verdict = self.page.style().tint(tone, verdict);
        self.page.line(2, &format!("{name}: {verdict}"));
    }

    fn lead(&mut self, witness: &Witness) {
        witness.shown(self.rules).iter().for_each(|line| self.page.line(6, line));
    }
}
