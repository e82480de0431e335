//! Shell completions and man pages, made from the definition of the command line itself.

use std::path::{Path, PathBuf};

use clap::Command;
use clap_complete::Shell;

use super::exit::{Exit, Failure};
use super::{terminal, world};

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
pub(super) fn man(args: &ManArgs, command: &Command) -> Result<Exit, Failure> {
    std::fs::create_dir_all(&args.folder).map_err(|error| Failure::writing(&args.folder, &error))?;
    page(&args.folder, "leadrules", command.clone())?;
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let name = format!("leadrules-{}", sub.get_name());
        page(&args.folder, &name, sub.clone().name(name.clone()).bin_name(format!("leadrules {}", sub.get_name())))?;
    }
    Ok(Exit::Fine)
}

fn page(folder: &Path, name: &str, command: Command) -> Result<(), Failure> {
    let path = folder.join(format!("{name}.1"));
    let mut text = Vec::new();
    clap_mangen::Man::new(command).render(&mut text).map_err(|error| Failure::writing(&path, &error))?;
    world::write_file(&path, &text)
}
