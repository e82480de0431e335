//! `leadrules mcp`: what an AI assistant that writes rules can ask, by the Model Context Protocol. In: messages on standard
//! input; out: answers on standard output, and rule files where that is allowed. Nothing is read outside of the folders.

mod backtest;
mod check;
mod data;
mod diff;
mod explain;
mod files;
mod finding;
mod fix;
mod given;
mod init;
mod language;
mod prompt;
mod prove;
mod refused;
mod score;
mod server;
mod session;
mod suggest;
mod tools;
mod write;

use std::path::PathBuf;

use super::exit::{Exit, Failure};
use session::Session;

/// Answer an AI assistant that writes rules
///
/// An assistant starts this and talks the Model Context Protocol with it on standard input and output; docs/assistants.md says how
/// to set it up. It reads below the folders alone, writes rule files only with --allow-write and only such as hold, names no lead
/// unless --show-leads says so, and makes no connection.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules mcp                              over the current folder, without writing
  leadrules mcp rules data --allow-write     over two folders; new files go into the first

It ends when its input ends: 0; or 1 if it could not start or was not greeted as the protocol asks.")]
pub(super) struct Args {
    /// The folders that it may read; the current one without any
    #[arg(value_name = "FOLDER")]
    folders: Vec<PathBuf>,

    /// Let it write rule files that have no errors, whose tests pass and whose promises are kept
    #[arg(long)]
    allow_write: bool,

    /// Let it tell keys and values of leads; without this it gives figures, and names of leads for this session alone
    #[arg(long)]
    show_leads: bool,
}

/// Answers until the assistant has had enough.
pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    server::serve(Session::new(&args.folders, args.allow_write, args.show_leads)?)
}
