//! `leadrules lsp`: what an editor asks about rule files, by the Language Server Protocol. In: messages on standard input;
//! out: messages on standard output. Nothing is written to files; edits are offered, and the editor makes them.

mod answers;
mod client;
mod diagnostics;
mod documents;
mod edit;
mod exam;
mod fixes;
mod hints;
mod job;
mod leads;
mod looks;
mod names;
mod naming;
mod protocol;
mod server;
mod set;
mod sets;
mod settings;
mod tidying;
mod typed;
mod work;

use super::exit::{Exit, Failure};
use super::reader::Reader;
use protocol::transport::Connection;
use server::Server;

/// Answer an editor: findings while you type, fixes and names
///
/// An editor starts this and talks the Language Server Protocol with it on standard input and output; docs/editors.md says
/// what to write into which editor's settings. It reads the rule files of the folder that is open and what these take in, writes none, and makes no connection.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules lsp            what an editor runs

It ends when the editor says so: 0 if in good order, 1 if the editor went away without a word.")]
pub(super) struct Args {
    /// Talk on standard input and output, which is the only way; many editors say so
    #[arg(long)]
    stdio: bool,
}

/// Answers until the editor has had enough.
pub(super) fn run(_: &Args, reader: Reader) -> Result<Exit, Failure> {
    let (connection, threads) = Connection::stdio();
    let exit = Server::new(connection, reader).run();
    // Whoever is still reading gets the last answers; whoever is gone misses nothing.
    if exit == Exit::Fine {
        threads.join().map_err(|_| Failure::Closed)?;
    }
    Ok(exit)
}
