//! `leadrules sign`: a party agrees to what rules mean. In: a rule file with an agreement, and who signs; out: what is agreed and what
//! has changed since, on standard output, and a signed copy beside the rule file.

use std::io::{BufRead, IsTerminal, Write, stderr, stdin};
use std::path::PathBuf;

use leadrules_decide::agreement::{self, Signature, Status};
use leadrules_decide::diff;
use leadrules_engine::run::Request;
use leadrules_language::check::{self, Checked};
use leadrules_language::diagnostic::nearest;
use leadrules_language::ir::Rules;
use leadrules_language::words::{Junction, Text, say};

use super::args::RuleFile;
use super::data::{RunArgs, say_if_unread};
use super::exit::{Exit, Failure, shown};
use super::input::ReadArgs;
use super::progress::Progress;
use super::rules::RuleSet;
use super::signed;
use super::terminal::{Terminal, note, say};
use super::{world, written};

/// Agree to what rules mean: marketing and sales sign, and a change that moves a lead asks for a new signature
///
/// Shows what is to be signed in sentences, and what has changed since this party signed last: the edits, and whether any lead that could
/// exist is treated otherwise. Then writes the whole set as signed, in one file, into NAME.signed beside the rule file: a text to
/// be reviewed and committed.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules sign my.leadrules --as sales
  leadrules sign my.leadrules --as marketing --yes              where nobody is asked
  leadrules sign my.leadrules --as sales --data leads.csv --events events.csv     also who moves
  leadrules check --signed my.leadrules                         in the gate before rules go live

Exit codes: 0 signed (or signed already), 1 not signed, 2 the rules have errors.")]
pub(super) struct Args {
    #[command(flatten)]
    file: RuleFile,

    /// Who signs: a party of the agreement
    #[arg(long = "as", value_name = "PARTY")]
    party: String,

    /// Which agreement, if the party has several
    #[arg(long, value_name = "TITLE")]
    agreement: Option<String>,

    /// Sign without being asked
    #[arg(long)]
    yes: bool,

    /// Leads, to see who moves since this party signed last
    #[arg(long, value_name = "LEADS")]
    data: Option<PathBuf>,

    #[command(flatten)]
    run: RunArgs,

    #[command(flatten)]
    read: ReadArgs,
}

/// Shows what is to be signed, and signs it.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let path = &args.file.rules;
    if path.as_os_str() == "-" {
        return Err(Failure::new(say!("what is signed lies beside the rule file: name the file, not standard input")));
    }
    if args.data.is_none() && args.run.events.is_some() {
        return Err(Failure::new(say!("--events goes with --data")));
    }
    let set = RuleSet::read(path, &args.file.allow)?;
    let checked = set.checked.clone();
    let rules = match set.if_usable(terminal, false.into()) {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let wanted = args.wanted(&rules)?;
    let as_of = args.run.as_of(&rules)?;
    let statuses = signed::status(path, &checked, &rules, as_of)?;
    let style = terminal.out.style;
    let mut to_sign = Vec::new();
    for at in wanted {
        let mut status = statuses[at].clone();
        say(&agreement::shown(&rules, &status, style))?;
        status.parties.retain(|party| party.party == args.party);
        say(&format!("\n{}", agreement::render(&[status.clone()], style)))?;
        if let Some(data) = &args.data {
            args.moves(data, (path, &rules), at, &status, terminal)?;
        }
        if !status.is_agreed() {
            to_sign.push((at, status));
        }
    }
    let party = &args.party;
    let remark = |text: Text| note(&(terminal.remark(&text) + "\n"));
    if to_sign.is_empty() {
        remark(say!("{party} has signed this already, and it still holds", party));
        return Ok(Exit::Fine);
    }
    if !args.yes && !args.is_confirmed(terminal)? {
        remark(say!("nothing was signed"));
        return Ok(Exit::CouldNotRun);
    }
    args.is_still_the_same(&checked)?;
    for (at, status) in to_sign {
        let copy = agreement::copy(&checked, &status.title, party, world::now());
        let again =
            check::read("signed.leadrules", copy.clone(), &mut |file| Err(say!("{file} is no part of it", file)));
        if let Some(finding) = again.findings.iter().find(|_| again.rules.is_none()) {
            return Err(Failure::new(say!(
                "nothing was signed: the rules can't be written as one file ({finding})",
                finding = &finding.message
            )));
        }
        let place = signed::place(path, &rules, at, party);
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder).map_err(|error| {
                let (folder, why) = (shown(folder), super::exit::plain(&error));
                Failure::new(say!("nothing was signed: can't make the folder {folder}: {why}", folder, why))
            })?;
        }
        written::write_file(&place, copy.as_bytes())?;
        remark(say!(
            "{party} signed \"{title}\": wrote {path}; commit it with the rules",
            party,
            title = &status.title,
            path = shown(&place)
        ));
    }
    Ok(Exit::Fine)
}

impl Args {
    /// The agreements that are to be signed, by index.
    fn wanted(&self, rules: &Rules) -> Result<Vec<usize>, Failure> {
        let all = &rules.agreements;
        let Some(first) = all.first() else {
            return Err(Failure::new(say!(
                "{path} has no agreement; write one: agreement \"…\" {{ between marketing, sales; covers stages }}",
                path = shown(&self.file.rules)
            )));
        };
        if let Some(title) = self.agreement.as_ref().filter(|title| all.iter().all(|one| one.title != **title)) {
            let titles: Vec<String> = all.iter().map(|one| format!("\"{}\"", one.title)).collect();
            let titles = titles.join(", ");
            return Err(Failure::new(say!("--agreement: there is no \"{title}\", but {titles}", title, titles)));
        }
        let is_named = |at: &usize| self.agreement.as_ref().is_none_or(|title| all[*at].title == *title);
        let named: Vec<usize> = (0..all.len()).filter(is_named).collect();
        let own: Vec<usize> = named.iter().copied().filter(|&at| all[at].parties.contains(&self.party)).collect();
        if own.is_empty() {
            let mut parties: Vec<&str> = named.iter().flat_map(|&at| &all[at].parties).map(String::as_str).collect();
            parties.sort_unstable();
            parties.dedup();
            let near = nearest(&self.party, parties.iter().copied());
            let (party, parties) = (&self.party, parties.into_iter().map(Text::verbatim));
            let parties =
                parties.reduce(|one, other| Text::list([one, other], Junction::And)).unwrap_or_else(Text::empty);
            let said = match named[..] {
                [at] => say!(
                    "{party} is no party of \"{title}\", which is between {parties}.",
                    party,
                    title = &all[at].title,
                    parties
                ),
                _ => say!(
                    "{party} is no party of \"{title}\" and the others, which is between {parties}.",
                    party,
                    title = &first.title,
                    parties
                ),
            };
            return Err(Failure::new(match near {
                Some(near) => said.and_then(say!("Did you mean `{near}`?", near)),
                None => said,
            }));
        }
        Ok(own)
    }

    /// Whether somebody at a terminal says yes.
    fn is_confirmed(&self, terminal: &Terminal) -> Result<bool, Failure> {
        if !stdin().is_terminal() {
            return Err(Failure::new(say!("nothing was signed: nobody can be asked here; say --yes to sign")));
        }
        let _ = write!(stderr(), "{} ", terminal.remark(&say!("Sign as {party}? [y/N]", party = &self.party)));
        let mut answer = String::new();
        stdin().lock().read_line(&mut answer).map_err(|error| Failure::new(Text::verbatim(error.to_string())))?;
        Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "j" | "ja" | "o" | "oui"))
    }

    /// What was shown must be what is signed.
    fn is_still_the_same(&self, shown_set: &Checked) -> Result<(), Failure> {
        let again = RuleSet::read(&self.file.rules, &self.file.allow)?.checked;
        let texts =
            |set: &Checked| -> Vec<String> { set.sources().iter().map(|(_, file)| file.text.clone()).collect() };
        if texts(&again) == texts(shown_set) {
            return Ok(());
        }
        Err(Failure::new(say!(
            "nothing was signed: {path} has changed while it was being read; look at it again",
            path = shown(&self.file.rules)
        )))
    }

    /// Shows who moves in the data since this party signed.
    fn moves(
        &self,
        data: &std::path::Path,
        (path, rules): (&std::path::Path, &Rules),
        agreement: usize,
        status: &Status,
        terminal: &Terminal,
    ) -> Result<(), Failure> {
        let changed = status.parties.iter().any(|party| matches!(party.signature, Signature::Changed { .. }));
        if !changed {
            return Ok(());
        }
        let copy = signed::place(path, rules, agreement, &self.party);
        let text = world::read_text(&copy).map_err(|error| Failure::reading(&copy, &error))?;
        let before = check::read(&shown(&copy), text, &mut |file| Err(say!("{file} is no part of it", file)));
        let Some(old) = &before.rules else { return Ok(()) };
        let data = self.run.held(data, &self.read, &[old, rules])?;
        say_if_unread(self.run.events.as_deref(), &[old, rules], terminal);
        let request = |rules| Request { rule_points: true, ..data.request(rules) };
        let mut progress = Progress::new(terminal.err.is_terminal);
        let moves = diff::moves(&request(old), &request(rules), &[], &mut |step| progress.step(step));
        progress.clear();
        say(&diff::render(&moves.map_err(Failure::new)?, 10, terminal.out.style))
    }
}
