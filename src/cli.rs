//! The command line as a whole: in go the arguments, out come texts, files and an exit code. Each subcommand has its own
//! file; nothing is parsed, checked or scored here, and what a lead is worth is decided through the library's public API alone.

mod account;
mod account_data;
mod args;
mod backtest;
mod bars;
mod check;
mod codes;
mod cohorts;
mod complete;
mod data;
mod diff;
mod drift;
mod entered;
mod exit;
mod explain;
mod findings;
mod format;
mod init;
mod input;
mod json;
mod junit;
mod keep;
mod lead;
#[cfg(feature = "lsp")]
mod lsp;
#[cfg(feature = "mcp")]
mod mcp;
mod mistyped;
mod outcome;
mod output;
mod progress;
mod project;
mod prove;
mod reader;
mod report;
mod response;
mod revision;
mod rules;
mod score;
#[cfg(feature = "serve")]
mod serve;
mod sign;
mod signed;
mod sql;
mod suggest;
mod terminal;
mod test;
mod timeline;
mod unfinished;
mod version;
#[cfg(feature = "workbench")]
mod workbench;
mod world;
mod written;

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use leadrules_language::words::written_in;

use exit::{Exit, Failure};
use reader::{Language, Reader};
use terminal::{ColourChoice, Terminal};

/// Lead scoring from a rule file that marketing and sales write together
///
/// leadrules reads a rule file (what makes a good lead, line by line), checks it before any data is touched, and then
/// scores leads with it: the same rules, data and instant always give the same result, to the last digit.
#[derive(Debug, Parser)]
#[command(
    name = "leadrules",
    version,
    arg_required_else_help = true,
    after_help = "\
First steps:
  leadrules init leads.csv -o my.leadrules   make a rule file from your data
  leadrules check my.leadrules               see whether it is sound
  leadrules score my.leadrules leads.csv     score every lead

Exit codes: 0 fine, 1 could not run, 2 the rules are wrong, 3 a test or promise failed.
`leadrules help COMMAND` shows a command's options and examples."
)]
pub(crate) struct Args {
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", help_heading = "Global options")]
    color: ColourChoice,

    /// The language of what is said: `en`, `nl` or `fr` [default: `language` in leadrules.toml, or that of the system]
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "LANGUAGE",
        hide_possible_values = true,
        help_heading = "Global options"
    )]
    language: Option<Language>,

    /// With --version: also the commit and what is built in, as JSON
    #[arg(long, requires = "version")]
    json: bool,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    Check(check::Args),
    Score(score::Args),
    Explain(explain::Args),
    Timeline(timeline::Args),
    Diff(diff::Args),
    Test(test::Args),
    Prove(prove::Args),
    Bars(bars::Args),
    Response(response::Args),
    Cohorts(cohorts::Args),
    Drift(drift::Args),
    Backtest(backtest::Args),
    Suggest(suggest::Args),
    Report(report::Args),
    #[cfg(feature = "workbench")]
    Workbench(workbench::Args),
    #[cfg(feature = "lsp")]
    Lsp(lsp::Args),
    #[cfg(feature = "mcp")]
    Mcp(mcp::Args),
    #[cfg(feature = "serve")]
    Serve(serve::Args),
    Sign(sign::Args),
    Fmt(format::Args),
    Sql(sql::Args),
    Codes(codes::Args),
    Completions(complete::CompletionsArgs),
    #[command(hide = true)]
    Man(complete::ManArgs),
}

/// Runs the program.
pub(crate) fn main(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // A panic that becomes an error is reported as one.
        if !leadrules_engine::data::panics_are_errors() {
            usual(panic);
        }
    }));
    #[cfg(feature = "workbench")]
    if world::is_opened_from_desktop() {
        let terminal = Reader::of_system().terminal(ColourChoice::Auto);
        return ended(workbench::run_alone(&terminal), &terminal);
    }
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let reader = Reader::of(&arguments, Args::command());
    let plain = reader.terminal(ColourChoice::Auto);
    let completed = match project::complete(arguments, Args::command()) {
        Ok(completed) => completed,
        Err(failure) => return ended(Err(failure), &plain),
    };
    let args = match Args::try_parse_from(completed.arguments) {
        Ok(args) => args,
        Err(error) => {
            if error.kind() == ErrorKind::DisplayVersion && std::env::args_os().any(|arg| arg == "--json") {
                let said = terminal::write_out(version::version().as_bytes()).map(|()| Exit::Fine);
                return ended(said, &plain);
            }
            // Help and version were asked for; anything else is a call that can't run.
            let asked_for = !error.use_stderr();
            if asked_for && let Err(failure) = terminal::out() {
                return ended(Err(failure), &plain);
            }
            plain.called_wrongly(&error);
            return if asked_for { Exit::Fine } else { Exit::CouldNotRun };
        }
    };
    let terminal = reader.terminal(args.color);
    completed.remark.iter().for_each(|remark| terminal::note(&(terminal.remark(remark) + "\n")));
    // Texts within what programs read are in the language that was typed, whatever command writes them.
    let done = written_in(terminal.out.in_programs, || match &args.command {
        Command::Init(args) => init::run(args, reader, &terminal),
        Command::Check(args) => check::run(args, &terminal),
        Command::Score(args) => score::run(args, &terminal),
        Command::Explain(args) => explain::run(args, &terminal),
        Command::Timeline(args) => timeline::run(args, &terminal),
        Command::Diff(args) => diff::run(args, &terminal),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, &terminal),
        Command::Sign(args) => sign::run(args, &terminal),
        Command::Test(args) => test::run(args, &terminal),
        Command::Prove(args) => prove::run(args, &terminal),
        Command::Response(args) => response::run(args, &terminal),
        Command::Cohorts(args) => cohorts::run(args, &terminal),
        Command::Drift(args) => drift::run(args, &terminal),
        Command::Backtest(args) => backtest::run(args, &terminal),
        Command::Bars(args) => bars::run(args, &terminal),
        Command::Suggest(args) => suggest::run(args, &terminal),
        Command::Report(args) => report::run(args, &terminal),
        #[cfg(feature = "workbench")]
        Command::Workbench(args) => workbench::run(args, &terminal),
        #[cfg(feature = "lsp")]
        Command::Lsp(args) => lsp::run(args, reader),
        #[cfg(feature = "mcp")]
        Command::Mcp(args) => mcp::run(args),
        Command::Fmt(args) => format::run(args, &terminal),
        Command::Sql(args) => sql::run(args, &terminal),
        Command::Codes(args) => codes::run(args, &terminal),
        Command::Completions(args) => complete::completions(args, &mut Args::command()),
        Command::Man(args) => complete::man(args, Args::command()),
    });
    ended(done, &terminal)
}

/// How the program ends.
fn ended(done: Result<Exit, Failure>, terminal: &Terminal) -> Exit {
    match done {
        Ok(exit) => exit,
        // Whoever was reading our output has seen enough.
        Err(Failure::Closed) => Exit::Fine,
        Err(Failure::Said(message)) => {
            terminal.complain(&message);
            Exit::CouldNotRun
        }
    }
}
