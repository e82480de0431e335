//! `leadrules check`: what is wrong with rule files, and with data seen through them. In: files; out: findings, in the
//! form asked for, and how many there are.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use leadrules_decide::agreement;
use leadrules_engine::accounts::field_looked_at;
use leadrules_engine::survey::{self, Surveyed};
use leadrules_language::analyze::{self, Undecided};
use leadrules_language::calendar::Instant;
use leadrules_language::codes::{self, Code, Severity};
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::fix;
use leadrules_language::ir::Rules;
use leadrules_language::page::Tone;
use leadrules_language::words::{Locale, Text, say};

use super::account_data;
use super::args::{Allow, AsOf, Denied, RuleFiles, form};
use super::data::{Strictness, is_there, say_if_unread};
use super::exit::{Exit, Failure, pasted, shown};
use super::findings::{self, Counts, Format, Found, Further};
use super::input::{self, ReadAccountsArgs, ReadArgs};
use super::rules::{self, RuleSet};
use super::signed;
use super::terminal::{Terminal, note, say, say_or_pass};
use super::written;

/// Look for mistakes in rule files, before any data is scored
///
/// Finds what is wrong with names, types, tables and declarations, and what is proved for every lead that could exist: stages
/// that none can reach, conditions that are never or always true, promises that can be broken. Shows the line it stands in,
/// says why it matters and how to mend it. Each finding has a code that `leadrules codes` explains.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules check my.leadrules
  leadrules check rules/                            every .leadrules file in a folder
  leadrules check my.leadrules --data leads.csv     also compare the data with the rules
  leadrules check my.leadrules --data leads.csv --accounts companies.csv
  leadrules check my.leadrules --data leads.csv --counts-only     where others read along
  leadrules check my.leadrules --save-witness       a test for each promise that can be broken
  leadrules check my.leadrules --fix                apply the fixes that are sure
  leadrules check my.leadrules --fix=guesses        also those that are the nearest guess
  leadrules check --format github --deny warnings rules/     in a workflow
  cat my.leadrules | leadrules check -

Exit codes: 0 no errors, 1 a file could not be read, 2 the rules have errors, 3 a promise can be broken.")]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not")]
pub(super) struct Args {
    #[command(flatten)]
    files: RuleFiles,

    /// Also compare the rules with these leads
    ///
    /// Finds columns that are not there, values that do not fit, options that never come, and rules that never or always
    /// fire. Without it, these are the leads that leadrules.toml names, if there is one.
    #[arg(long, value_name = "LEADS")]
    data: Option<PathBuf>,

    /// The event log that belongs to --data
    #[arg(long, value_name = "EVENTS", requires = "data")]
    events: Option<PathBuf>,

    /// The accounts' own data, where rules are about accounts; without it nothing is said of which rules fire
    #[arg(long, value_name = "ACCOUNTS", requires = "data")]
    accounts: Option<PathBuf>,

    #[command(flatten)]
    as_of: AsOf,

    /// Say of the data only how many: no key, no value and no column of it, for pages and logs that others read
    #[arg(long, requires = "data", conflicts_with = "fix")]
    counts_only: bool,

    /// How findings are shown
    #[arg(long, value_parser = form::<Further>(), default_value = "text", value_name = "FORMAT")]
    format: Format,

    #[command(flatten)]
    denied: Denied,

    #[command(flatten)]
    strict: Strictness,

    /// Mend what can be mended, in place
    ///
    /// Applies the fixes of errors and warnings and writes the files; what is left is shown. Advice is never applied: it
    /// is for you to decide.
    #[arg(
        long,
        value_enum,
        value_name = "WHICH",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "sure"
    )]
    fix: Option<Which>,

    /// Write a test into the rule file for each promise that can be broken
    ///
    /// The test has the lead that breaks it and what was promised: it fails until the rules are mended, and stays as a guard.
    #[arg(long)]
    save_witness: bool,

    /// Agreements must be signed by all parties, and hold: what is missing is an error
    #[arg(long)]
    signed: bool,

    /// Say nothing where nothing is wrong
    #[arg(short, long)]
    quiet: bool,

    #[command(flatten)]
    read: ReadArgs,

    #[command(flatten)]
    read_accounts: ReadAccountsArgs,
}

/// What `--fix` applies.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Which {
    /// Fixes that are surely meant
    Sure,
    /// Also guesses: the nearest name, the first of several readings
    Guesses,
}

/// Checks the files and shows what was found.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut failed = Vec::new();
    let mut sets = rules::read_those_there(&args.files, &mut failed)?;
    if sets.is_empty()
        && let Some(failure) = failed.pop()
    {
        return Err(failure);
    }
    let data = Data::new(args, &sets)?;
    if let Some(which) = args.fix {
        let which = match which {
            Which::Sure => fix::Which::Sure,
            Which::Guesses => fix::Which::Guesses,
        };
        for set in &mut sets {
            mend(set, &args.files.allow, data.as_ref(), which, terminal.err.style.locale)?;
        }
    } else if let Some(data) = &data {
        for set in &mut sets {
            data.look(set)?;
            if let Some((rules, events)) = set.checked.rules.as_ref().zip(args.events.as_deref()) {
                is_there(events, rules)?;
                say_if_unread(Some(events), &[rules], terminal);
            }
            if !args.quiet {
                data.say_what_is_open(set, terminal.err.style.locale);
            }
        }
    }
    for set in &mut sets {
        if let Some(rules) = &set.checked.rules {
            let as_of = args.as_of.instant(rules)?;
            set.checked.prove(as_of);
            if args.save_witness {
                save_witnesses(set, as_of, terminal.err.style.locale)?;
            }
            agreements(set, as_of, args.signed)?;
        }
        set.checked.deny(|finding| args.denied.has(finding));
    }
    let found: Vec<Found<'_>> = sets
        .iter()
        .map(|RuleSet { checked, .. }| Found {
            sources: checked.sources(),
            findings: &checked.findings,
            undecided: &checked.undecided,
        })
        .collect();
    let is_read = !matches!(args.format, Format::Json | Format::Further(Further::Sarif));
    say_or_pass(is_read, &findings::write(args.format, &found, &terminal.out))?;
    let counts = sets.iter().map(|set| Counts::of(&set.checked.findings)).fold(Counts::default(), Counts::and);
    if args.format == Format::Text {
        let mut text = String::new();
        for set in sets.iter().filter(|set| set.checked.findings.is_empty() && !args.quiet) {
            text.push_str(&fine(set, terminal));
        }
        for set in sets.iter().filter(|_| !args.quiet) {
            text.push_str(&undecided(set, terminal.out.style.locale));
        }
        if counts != Counts::default() {
            text.push_str(&total(&counts, terminal));
            text.push('\n');
        }
        say(&text)?;
    }
    let promises = [codes::LR0706.id, codes::LR0912.id];
    let errors = || found.iter().flat_map(|set| set.findings).filter(|finding| finding.severity == Severity::Error);
    let exit = match counts.errors {
        0 => Exit::Fine,
        _ if errors().all(|finding| promises.contains(&finding.code.id)) => Exit::TestFailed,
        _ => Exit::RulesWrong,
    };
    for failure in &failed {
        if let Failure::Said(why) = failure {
            terminal.complain(why);
        }
    }
    Ok(if failed.is_empty() { exit } else { exit.max(Exit::CouldNotRun) })
}

/// Adds what is to be said of agreements; `must_hold` makes errors of what is not signed, or not any more.
fn agreements(set: &mut RuleSet, as_of: Instant, must_hold: bool) -> Result<(), Failure> {
    let Some(rules) = set.checked.rules.as_ref() else { return Ok(()) };
    let statuses = signed::status(&set.path, &set.checked, rules, as_of)?;
    let mut found = agreement::findings(rules, &statuses);
    found.extend(agreement::forgotten(rules, &signed::all(&set.path)));
    let binding = [codes::LR0806.id, codes::LR0807.id];
    for finding in found.iter_mut().filter(|finding| must_hold && binding.contains(&finding.code.id)) {
        finding.severity = Severity::Error;
    }
    set.checked.add(found);
    Ok(())
}

/// Writes a test for each promise that can be broken at the end of the file that makes it, unless it is there.
fn save_witnesses(set: &RuleSet, as_of: Instant, locale: Locale) -> Result<(), Failure> {
    let Some(rules) = &set.checked.rules else { return Ok(()) };
    let mut texts: Vec<(String, String, usize)> = Vec::new();
    for (at, test) in analyze::broken_promises(rules, as_of) {
        let file = set.checked.sources().file(at.file);
        if set.path == Path::new("-") {
            return Err(Failure::new(say!(
                "--save-witness writes into the rule file; it can't write to standard input"
            )));
        }
        let head = test.lines().next().unwrap_or_default();
        if file.text.lines().any(|line| line == head) {
            continue;
        }
        match texts.iter_mut().find(|(path, ..)| *path == file.path) {
            Some((_, text, count)) => {
                *text += &format!("\n{test}");
                *count += 1;
            }
            None => texts.push((file.path.clone(), format!("{}\n\n{test}", file.text.trim_end()), 1)),
        }
    }
    for (path, text, count) in texts {
        written::write_file(Path::new(&path), text.as_bytes())?;
        let said = say!(
            "wrote {count} {count|test|tests} into {path}; see `{command}`",
            count,
            path = &path,
            command = format!("leadrules test {}", pasted(Path::new(&path)))
        );
        note(&(said.in_locale(locale) + "\n"));
    }
    Ok(())
}

/// Data that rules are compared with.
struct Data {
    surveyed: Surveyed,
    as_of: AsOf,
    strict: Strictness,
    counts_only: bool,
}

/// The findings about data whose message holds numbers and what stands in the rules, and nothing of the data.
const COUNTED: [&Code; 14] = [
    &codes::LR0901,
    &codes::LR0902,
    &codes::LR0903,
    &codes::LR0905,
    &codes::LR0907,
    &codes::LR0908,
    &codes::LR0909,
    &codes::LR0910,
    &codes::LR0911,
    &codes::LR0912,
    &codes::LR0913,
    &codes::LR0914,
    &codes::LR0915,
    &codes::LR0916,
];

/// Those of them whose fixes say how values are written, with none of the values.
const OF_FORM: [&Code; 2] = [&codes::LR0902, &codes::LR0916];

/// A finding about data without what stands in the data: examples and columns go, and what would mend it unless that is a form.
pub(super) fn counted_only(finding: &Diagnostic) -> Diagnostic {
    let code = finding.code;
    let is_one_of = |codes: &[&Code]| codes.iter().any(|counted| counted.id == code.id);
    let message = if is_one_of(&COUNTED) { finding.message.clone() } else { code.said() };
    let fixes = if is_one_of(&OF_FORM) { finding.fixes.clone() } else { Vec::new() };
    Diagnostic { severity: finding.severity, fixes, ..Diagnostic::bare(code, message, finding.span()) }
}

impl Data {
    /// The data; `None` if none is named.
    fn new(args: &Args, sets: &[RuleSet]) -> Result<Option<Self>, Failure> {
        let Some(leads) = &args.data else { return Ok(None) };
        let of_data = [Some(leads), args.events.as_ref(), args.accounts.as_ref()];
        input::one_standard_input(args.files.rules.iter().map(Some).chain(of_data))?;
        if let Some(set) = sets.first() {
            input::in_place(&set.path, Some(leads), args.events.as_deref())?;
            if let (Some(rules), Some(events)) = (&set.checked.rules, args.events.as_deref()) {
                let placed = input::not_swapped(rules, (leads, &args.read.leads()), (events, &args.read.events()));
                if args.counts_only { placed.map_err(|_| input::unsaid(leads)) } else { placed }?;
            }
        }
        if sets.len() > 1 {
            return Err(Failure::new(say!("--data is compared with one rule set; name its first file alone")));
        }
        let about = sets.first().and_then(|set| set.checked.rules.as_ref());
        let accounts = match (&args.accounts, about) {
            (Some(path), Some(rules)) => {
                let Some(accounts) = &rules.accounts else { return Err(account_data::no_accounts(path)) };
                let as_of = args.as_of.instant(rules)?;
                let fitness = args.strict.fitness_of_accounts(&[accounts], as_of);
                Some((input::held(path)?, args.read_accounts.options(&args.read), fitness))
            }
            _ => None,
        };
        let surveyed = Surveyed {
            accounts,
            leads: input::held(leads)?,
            options: args.read.leads(),
            events: args.events.as_deref().map(|path| Ok((input::held(path)?, args.read.events()))).transpose()?,
        };
        Ok(Some(Self {
            surveyed,
            as_of: args.as_of.clone(),
            strict: args.strict.clone(),
            counts_only: args.counts_only,
        }))
    }

    /// Adds what the data shows to the findings; a set with errors is not compared.
    fn look(&self, set: &mut RuleSet) -> Result<(), Failure> {
        let Some(rules) = &set.checked.rules else { return Ok(()) };
        let as_of = self.as_of.instant(rules)?;
        let found = survey::survey(rules, &self.surveyed, self.strict.fitness(&[rules], as_of, true).as_ref(), as_of)
            .map_err(|error| if self.counts_only { input::unread(&error) } else { Failure::new(error) })?;
        set.checked.add(if self.counts_only { found.iter().map(counted_only).collect() } else { found });
        Ok(())
    }
}

impl Data {
    /// Says why it was not looked at which rules fire, where that hangs on accounts of which there is no data.
    fn say_what_is_open(&self, set: &RuleSet, locale: Locale) {
        let accounts = set.checked.rules.as_ref().and_then(|rules| rules.accounts.as_ref());
        let field =
            accounts.filter(|_| self.surveyed.accounts.is_none()).and_then(|accounts| field_looked_at(accounts));
        if let Some(field) = field {
            let said = say!(
                "the rules look at `{field}` of accounts, so which rules fire is only known with the accounts' data: name it with \
                 --accounts",
                field
            );
            note(&(said.in_locale(locale) + "\n"));
        }
    }
}

/// `my.leadrules: fine (12 fields, 23 rules, 3 stages)`
fn fine(set: &RuleSet, terminal: &Terminal) -> String {
    let Some(rules) = &set.checked.rules else { return String::new() };
    let style = terminal.out.style;
    let mut parts = vec![say!("{count} {count|field|fields}", count = rules.declared().count())];
    if let Some(log) = &rules.log {
        parts.push(say!("{count} {count|kind of event|kinds of event}", count = log.kinds.len()));
    }
    let sets = || std::iter::once(rules).chain(rules.accounts.as_ref().map(|accounts| &accounts.rules));
    let of_accounts = rules.accounts.as_ref().map(|accounts| accounts.rules.declared().count());
    parts.extend(of_accounts.map(|count| say!("{count} {count|field|fields} of accounts", count)));
    parts.push(say!("{count} {count|rule|rules}", count = sets().map(Rules::rule_count).sum::<usize>()));
    let stages: usize = sets().map(|rules| rules.stages.steps.len()).sum();
    parts.push(say!("{count} {count|stage|stages}", count = stages));
    if !rules.tests.is_empty() {
        parts.push(say!("{count} {count|test|tests}", count = rules.tests.len()));
    }
    let fine = style.paint(Tone::Good, &say!("fine").in_locale(style.locale));
    let said = say!("{path}: {fine} ({parts})", path = shown(&set.path), fine, parts = Text::row(parts, ", "));
    said.in_locale(style.locale) + "\n"
}

/// What was asked and not decided, grouped by reason: nothing that was not proved is called right.
fn undecided(set: &RuleSet, locale: Locale) -> String {
    let mut text = String::new();
    let mut by_reason: BTreeMap<String, Vec<&Undecided>> = BTreeMap::new();
    for one in &set.checked.undecided {
        by_reason.entry(one.reason.in_locale(locale)).or_default().push(one);
    }
    for (reason, open) in by_reason {
        text += &say!("not decided, because {reason}:", reason).in_locale(locale);
        text.push('\n');
        for one in open {
            let file = set.checked.sources().file(one.span.file);
            let (line, _) = file.line_column(one.span.start as usize);
            let _ = writeln!(text, "  {}:{line}: {}", file.path, one.question.in_locale(locale));
        }
    }
    text
}

/// `2 errors, 1 warning`, in the colour of the worst.
fn total(counts: &Counts, terminal: &Terminal) -> String {
    let tone = match (counts.errors, counts.warnings) {
        (0, 0) => Tone::Advice,
        (0, _) => Tone::Warning,
        _ => Tone::Error,
    };
    terminal.out.style.paint(tone, &counts.said().in_locale(terminal.out.style.locale))
}

/// A file is mended at most this many times: each time may reveal what an earlier mistake hid.
const ROUNDS: usize = 20;

/// Applies fixes until none is left, and reads the set again.
fn mend(
    set: &mut RuleSet,
    allow: &Allow,
    data: Option<&Data>,
    which: fix::Which,
    locale: Locale,
) -> Result<(), Failure> {
    let mut count = 0;
    let mut written: Vec<String> = Vec::new();
    data.map_or(Ok(()), |data| data.look(set))?;
    for _ in 0..ROUNDS {
        let mended = fix::apply(&set.checked.findings, set.checked.sources(), which);
        if mended.is_empty() {
            break;
        }
        if set.path == Path::new("-") {
            return Err(Failure::new(say!("--fix writes files; it can't mend standard input")));
        }
        for file in &mended {
            let path = &set.checked.sources().file(file.file).path;
            written::write_file(Path::new(path), file.text.as_bytes())?;
            count += file.count;
            if !written.contains(path) {
                written.push(path.clone());
            }
        }
        let mut again = RuleSet::read(&set.path, allow)?;
        data.map_or(Ok(()), |data| data.look(&mut again))?;
        let worse = again.checked.has_errors() && !set.checked.has_errors();
        *set = again;
        if worse {
            break;
        }
    }
    if count > 0 {
        let said = say!("mended {count} {count|finding|findings} in {files}", count, files = written.join(", "));
        note(&(said.in_locale(locale) + "\n"));
    }
    Ok(())
}
