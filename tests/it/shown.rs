//! The pages that show commands with their output show what the program prints. In: the blocks marked `console` in the
//! guide and in the README, in each language; each line after `$` is run from the root of the project, `? 2` says how it ends, and what
//! follows is all that it prints, as on a terminal.

use crate::files;

const PAGES: [&str; 6] =
    ["README.md", "docs/guide.md", "docs/nl/README.md", "docs/nl/guide.md", "docs/fr/README.md", "docs/fr/guide.md"];

/// A command as a page shows it.
struct Shown {
    place: String,
    command: String,
    exit: i32,
    output: String,
}

/// The commands of a page.
fn commands(page: &str) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    let mut inside = false;
    for (at, line) in files::read(page).lines().enumerate() {
        match (inside, line) {
            (false, _) => inside = line == "```console",
            (true, "```") => inside = false,
            (true, _) => {
                if let Some(command) = line.strip_prefix("$ ") {
                    let place = format!("{page}:{}", at + 1);
                    found.push(Shown { place, command: command.to_owned(), exit: 0, output: String::new() });
                } else if let Some(last) = found.last_mut() {
                    match line.strip_prefix("? ") {
                        Some(exit) if last.output.is_empty() => last.exit = exit.parse().expect("an exit code"),
                        _ => last.output += &format!("{line}\n"),
                    }
                }
            }
        }
    }
    found
}

/// What a command prints, and how it ends.
fn run(command: &str) -> (String, i32) {
    let words: Vec<&str> = command.split_whitespace().collect();
    match words[..] {
        ["cat", path] => (files::read(path), 0),
        ["head", count, path] => {
            let count: usize = count.trim_start_matches('-').parse().expect("a number of lines");
            (files::read(path).lines().take(count).map(|line| format!("{line}\n")).collect(), 0)
        }
        ["leadrules", ref args @ ..] => {
            let mut program = crate::files::program();
            program.current_dir(files::root()).env_remove("COLUMNS").args(args);
            // On a terminal leads are shown as a table.
            if args[0] == "score" && !args.contains(&"-o") {
                program.args(["--format", "table"]);
            }
            let done = program.output().expect("the program is there");
            let text = [done.stdout, done.stderr].map(|text| String::from_utf8(text).expect("UTF-8")).concat();
            (text, done.status.code().expect("it ends by itself"))
        }
        _ => panic!("`{command}` can't be run here"),
    }
}

/// Lines without the blanks at their ends, and without those that are empty at the end.
fn plain(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

#[test]
fn pages_show_what_the_program_prints() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for shown in PAGES.into_iter().flat_map(commands) {
        count += 1;
        let (printed, exit) = run(&shown.command);
        if exit != shown.exit || plain(&printed) != plain(&shown.output) {
            let Shown { place, command, .. } = shown;
            wrong.push(format!("{place}: `{command}` ends with {exit} and prints\n{printed}"));
        }
    }
    assert!(count > 8, "only {count} commands");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_commands_of_the_reference_are_those_there_are() {
    let page = files::read("docs/cli.md");
    let indented = page.lines().filter_map(|line| line.strip_prefix("    leadrules "));
    let mut count = 0;
    for line in indented {
        let command = line.split_whitespace().next().expect("a command");
        if command == "COMMAND" {
            continue;
        }
        count += 1;
        let done = crate::files::program().args([command, "--help"]).output().expect("it is there");
        let help = String::from_utf8(done.stdout).expect("UTF-8");
        assert!(done.status.success(), "{command}");
        for option in line.split(|c: char| c.is_whitespace() || "[]|".contains(c)).filter(|word| word.starts_with("--"))
        {
            let option = option.split('=').next().expect("its name");
            assert!(help.contains(option), "docs/cli.md: `{command}` has no {option}");
        }
    }
    assert!(count > 10, "only {count}");
}
