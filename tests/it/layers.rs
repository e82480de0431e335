//! The house: a file names only rooms below its own.

use std::path::Path;

use crate::files;

/// The rooms, lowest first; those on one line do not name each other.
const RANKS: &[&[&str]] = &[
    &["source", "decimal", "calendar", "codes", "text", "statistic", "sign"],
    &["types", "diagnostic", "chart"],
    &["ast", "columns", "fix"],
    &["parse"],
    &["format", "load", "ir"],
    &["resolve", "decay"],
    &["sql", "engine", "data", "reference"],
    &["analyze", "explain", "run", "init", "previous"],
    &["summary", "survey", "outcome", "replay", "change"],
    &["sample", "moves", "timeline", "reach"],
    &["backtest"],
    &["suggest", "report"],
    &["testing"],
    &["lib", "rule_set"],
    &["main", "cli"],
];

fn rank(room: &str) -> usize {
    let rank = RANKS.iter().position(|rooms| rooms.contains(&room));
    rank.unwrap_or_else(|| panic!("the room `{room}` has no rank in tests/it/layers.rs and ARCHITECTURE.md"))
}

/// The rooms that a text names as `crate::room` or in `crate::{room, …}`; comments don't count.
fn named(text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or("")).collect();
    let code = code.join("\n");
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut rooms = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                for part in group.split_inclusive(['{', '}', ',']) {
                    if depth == 0 {
                        rooms.push(word(part.trim_start()));
                    }
                    depth += i32::from(part.ends_with('{')) - i32::from(part.ends_with('}'));
                    if depth < 0 {
                        break;
                    }
                }
            }
            None => rooms.push(word(rest)),
        }
    }
    rooms.retain(|room| !room.is_empty());
    rooms
}

fn room_of(file: &Path) -> String {
    let mut parts = file.iter().skip_while(|part| *part != "src").skip(1);
    let first = parts.next().expect("a file of src").to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn a_file_names_only_rooms_below_its_own() {
    let mut wrong = Vec::new();
    let folders = ["src", "crates/language/src", "crates/engine/src", "crates/decide/src"];
    for file in folders.iter().flat_map(|folder| files::under(folder, "rs")) {
        let room = room_of(&file);
        for other in named(&files::read(&file)) {
            if other != room && rank(&other) >= rank(&room) {
                wrong.push(format!("{}: `{room}` names `{other}`, which is not below it", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn paths_are_found() {
    assert_eq!(
        named("use crate::{ir::{A, B}, types};\n// crate::cli\nlet a = crate::text::key(b);"),
        ["ir", "types", "text"]
    );
}
