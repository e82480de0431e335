//! Shell completions and man pages, made from the definition of the command line itself.

use std::path::PathBuf;

use clap::Command;
use clap_complete::Shell;

use super::exit::{Exit, Failure};
use super::terminal;

/// Print a completion script for a shell
///
/// Put the script where your shell looks for completions; then Tab completes commands, options and file names.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules completions bash > ~/.local/share/bash-completion/completions/leadrules
  leadrules completions zsh > ~/.zfunc/_leadrules
  leadrules completions fish > ~/.config/fish/completions/leadrules.fish")]
pub(super) struct CompletionsArgs {
    /// Your shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Write the man pages into a folder
#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// The folder; it is made if it is not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Prints the script.
pub(super) fn completions(args: &CompletionsArgs, command: &mut Command) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, command, "leadrules", &mut script);
    terminal::write_out(&script)?;
    Ok(Exit::Fine)
}

/// Writes a page for the program and for each command.
pub(super) fn man(args: &ManArgs, command: Command) -> Result<Exit, Failure> {
    let fail = |error: std::io::Error| Failure::writing(&args.folder, &error);
    std::fs::create_dir_all(&args.folder).map_err(fail)?;
    clap_mangen::generate_to(command, &args.folder).map_err(fail)?;
    Ok(Exit::Fine)
}
