//! The command line: in go arguments and files, out come texts, files and an exit code. What a lead is worth is decided
//! in the library, through its public API alone.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
