//! The program: what it does is in the library's `cli`, so that it can be carried by others, too.

fn main() -> std::process::ExitCode {
    leadrules::program(std::env::args_os()).into()
}
