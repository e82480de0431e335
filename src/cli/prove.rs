//! `leadrules prove`: what holds for every lead that could exist. In: a rule file; out: the least and the most of each
//! score, the stages that can be reached, and whether each promise is kept, as text or JSON. What is proved is decided
//! in the library.

mod document;

use leadrules_decide::whom::Whom;
use leadrules_language::analyze::{self, Promised, Proof, Reach, Witness, condensed};
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::page::{Page, Style, Tone, padded, widest};
use leadrules_language::words::{Text, say};

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
        Format::Json => write_out(json(&document::Document::new(&rules, &proof)).as_bytes())?,
    }
    let of_accounts = proof.accounts.iter().flat_map(|accounts| &accounts.promises);
    let broken = proof.promises.iter().chain(of_accounts).any(|promise| matches!(promise, Promised::Broken(..)));
    Ok(if broken { Exit::TestFailed } else { Exit::Fine })
}

fn text(rules: &Rules, proof: &Proof, style: Style) -> String {
    let mut shown = Shown { page: Page::new(style), rules, whom: Whom::Leads };
    shown.all(proof);
    if let (Some(accounts), Some(proof)) = (&rules.accounts, &proof.accounts) {
        shown = Shown { page: shown.page, rules: &accounts.rules, whom: Whom::Accounts };
        shown.all(proof);
    }
    shown.page.into_text()
}

/// An end of a score.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum End {
    Least,
    Most,
}

/// At most this many totals are listed.
const LISTED: usize = 12;

fn listed(totals: &[Points]) -> Text {
    let shown = |totals: &[Points]| Text::row(totals.iter().copied().map(Text::figure).collect(), ", ");
    match totals {
        few if few.len() <= LISTED => shown(few),
        many => say!(
            "{totals} of them: {first}, …, {last}",
            totals = Decimal::whole(i64::try_from(many.len()).unwrap_or(i64::MAX)),
            first = shown(&many[..6]),
            last = shown(&many[many.len() - 3..])
        ),
    }
}

/// The page, filled part by part.
struct Shown<'a> {
    page: Page,
    rules: &'a Rules,
    /// Whom they are about.
    whom: Whom,
}

impl Shown<'_> {
    fn head(&mut self, text: &Text) {
        self.page.toned(Tone::Head, 0, &self.page.say(text));
    }

    fn line(&mut self, indent: usize, text: &Text) {
        self.page.line(indent, &self.page.say(text));
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
            // In words of the rules.
            let name = &score.name;
            let head = self.whom.either(format!("score {name}"), format!("score {name} of account"));
            self.head(&Text::verbatim(head));
            self.end(End::Least, &proved.least);
            self.end(End::Most, &proved.most);
            match &proved.totals {
                Reach::Proved(totals) => self.line(2, &say!("totals {totals}", totals = listed(totals))),
                Reach::Undecided(Some(totals), reason) => {
                    self.line(2, &say!("totals {totals}; undecided: {reason}", totals = listed(totals), reason));
                }
                Reach::Undecided(None, reason) => self.line(2, &say!("totals undecided: {reason}", reason)),
                Reach::Never => {}
            }
        }
    }

    /// One end of a score.
    fn end(&mut self, of: End, end: &Reach<(Points, Witness)>) {
        let (text, shows) = match end {
            Reach::Proved((points, witness)) => (Text::figure(*points), Some(witness)),
            Reach::Undecided(Some((points, witness)), reason) => {
                let text = match of {
                    End::Least => say!("at most {points}; undecided: {reason}", points = *points, reason),
                    End::Most => say!("at least {points}; undecided: {reason}", points = *points, reason),
                };
                (text, Some(witness))
            }
            Reach::Undecided(None, reason) => (say!("undecided: {reason}", reason), None),
            Reach::Never => (say!("it is never known"), None),
        };
        let words = [say!("least"), say!("most")].map(|word| self.page.say(&word));
        let width = widest(words.iter().map(String::as_str)).max(6);
        let word = padded(&words[of as usize], width);
        self.page.line(2, &format!("{word} {}", self.page.say(&text)));
        if let Some(witness) = shows {
            self.lead(witness);
        }
    }

    fn stages(&mut self, proof: &Proof) {
        self.head(&self.whom.either(say!("stages"), say!("stages of account")));
        for stage in &proof.stages {
            let name = self.rules.stages.name(stage.stage);
            match &stage.reached {
                Reach::Proved(witness) => {
                    self.verdict(name, Tone::Good, &say!("can be reached"));
                    for (score, least) in self.rules.scores.iter().zip(&stage.least) {
                        if let Some(least) = least {
                            let text = say!("with {score} {points} or more", score = &score.name, points = *least);
                            self.line(4, &text);
                        }
                    }
                    self.lead(witness);
                    if let (Reach::Proved(witness), StageId::Step(at)) = (&stage.skips, stage.stage) {
                        let below = &self.rules.stages.steps[usize::from(at) - 1].name;
                        self.line(4, &say!("also without what {stage} asks:", stage = below));
                        self.lead(witness);
                    }
                }
                Reach::Never => {
                    let text = self.whom.either(say!("no lead can reach it"), say!("no account can reach it"));
                    self.verdict(name, Tone::Error, &text);
                }
                Reach::Undecided(_, reason) => {
                    self.verdict(name, Tone::Plain, &say!("undecided: {reason}", reason));
                }
            }
        }
    }

    fn promises(&mut self, proof: &Proof) {
        self.head(&self.whom.either(say!("promises"), say!("promises of account")));
        for (promise, proved) in self.rules.promises.iter().zip(&proof.promises) {
            match proved {
                Promised::Kept => self.verdict(&promise.title, Tone::Good, &say!("kept")),
                Promised::Broken(_, witness) => {
                    self.verdict(&promise.title, Tone::Error, &say!("broken"));
                    self.lead(witness);
                }
                Promised::Undecided(reason) => {
                    self.verdict(&promise.title, Tone::Plain, &say!("undecided: {reason}", reason));
                }
            }
        }
    }

    fn verdict(&mut self, name: &str, tone: Tone, verdict: &Text) {
        let verdict = self.page.style().tint(tone, &self.page.say(verdict));
        self.line(2, &say!("{name}: {verdict}", name, verdict));
    }

    fn lead(&mut self, witness: &Witness) {
        let lines = condensed(&witness.lines(self.rules), self.page.style().locale);
        for line in &lines {
            self.page.line(6, line);
        }
    }
}
