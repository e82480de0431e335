//! `leadrules fmt`: rule files in their one canonical form. In: files; out: the same files, or a list of those that are
//! not in that form.

use std::path::{Path, PathBuf};

use leadrules_language::diagnostic;
use leadrules_language::format;
use leadrules_language::page::Tone;
use leadrules_language::parse;
use leadrules_language::source::Sources;
use leadrules_language::words::say;

use super::args::{Form, Github, form};
use super::exit::{Exit, Failure, pasted, shown};
use super::findings::{self, Counts, Format, Found, github};
use super::json;
use super::terminal::{Terminal, note, say, say_or_pass};
use super::{rules, world, written};

/// Write rule files in their canonical form
///
/// Arrows are aligned within a block, comments stay where they are, and what a line means never changes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules fmt my.leadrules
  leadrules fmt rules/               every .leadrules file in a folder
  leadrules fmt --check rules/       list the files that would change
  leadrules fmt --check --format github rules/       in a workflow
  cat my.leadrules | leadrules fmt - > tidy.leadrules

Exit codes: 0 fine, 1 a file could not be read or written, 2 a file has lines that can't be read
or, with --check, is not in canonical form.")]
pub(super) struct Args {
    /// Rule files, or folders of them (`-` is standard input, written to standard output)
    #[arg(value_name = "RULES", required = true)]
    rules: Vec<PathBuf>,

    /// Change nothing; list the files that would change
    #[arg(long)]
    check: bool,

    /// How the files that would change are shown
    #[arg(long, value_parser = form::<Github>(), default_value = "text", value_name = "FORMAT", requires = "check")]
    format: Form<Github>,
}

/// Formats the files.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut exit = Exit::Fine;
    let mut untidy = Vec::new();
    for path in rules::files(&args.rules)? {
        exit = exit.max(one(&path, args, &mut untidy, terminal)?);
    }
    if args.check && args.format == Form::Json {
        say_or_pass(false, &json::json(&untidy))?;
    }
    Ok(exit)
}

fn one(path: &Path, args: &Args, untidy: &mut Vec<String>, terminal: &Terminal) -> Result<Exit, Failure> {
    let text = world::read_text(path).map_err(|error| Failure::reading(path, &error))?;
    let mut sources = Sources::default();
    let id = sources.add(shown(path), text);
    let (file, mut findings) = parse::parse(&sources, id);
    if diagnostic::has_errors(&findings) {
        findings.retain(|finding| finding.severity == leadrules_language::codes::Severity::Error);
        let found = Found { sources: &sources, findings: &findings, undecided: &[] };
        if args.format == Form::Further(Github::Github) {
            say(&findings::write(Format::Further(findings::Further::Github), &[found], &terminal.out))?;
        } else {
            note(&findings::write(Format::Text, &[found], &terminal.err));
        }
        let counts = Counts::of(&findings).said();
        let said = say!("{path}: {counts}; left as it is", path = shown(path), counts);
        note(&(said.in_locale(terminal.err.style.locale) + "\n"));
        return Ok(Exit::RulesWrong);
    }
    let tidy = format::format(&file);
    let is_tidy = tidy == sources.file(id).text;
    if args.check {
        if is_tidy {
            return Ok(Exit::Fine);
        }
        match args.format {
            Form::Text => say(&format!("{}\n", terminal.out.style.paint(Tone::Warning, &shown(path))))?,
            Form::Json => untidy.push(shown(path)),
            Form::Further(Github::Github) => {
                let is_same = |(one, other): &(&str, &str)| one == other;
                let line = 1 + sources.file(id).text.lines().zip(tidy.lines()).take_while(is_same).count();
                let locale = terminal.out.style.locale;
                let title = say!("not in canonical form").in_locale(locale);
                let command = format!("leadrules fmt {}", pasted(path));
                let message =
                    say!("`{command}` writes it so; what it means stays the same.", command).in_locale(locale);
                say(&github::error(&shown(path), &line.to_string(), &title, &message))?;
            }
        }
        return Ok(Exit::RulesWrong);
    }
    if path == Path::new("-") {
        say_or_pass(terminal.out.is_terminal, &tidy)?;
    } else if !is_tidy {
        written::write_file(path, tidy.as_bytes())?;
    }
    Ok(Exit::Fine)
}
