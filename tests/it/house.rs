//! The house: no circles among the files of a crate or among its rooms, and a map of it that is true.

mod imports;
mod walks;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::files;
use imports::{Imports, Module, imports};

/// The crates, by the folder of their sources.
const CRATES: &[&str] = &[
    "grammar/src",
    "src",
    "crates/language/src",
    "crates/engine/src",
    "crates/decide/src",
    "crates/server/src",
    "crates/service/src",
    "bindings/python/src",
];

/// The groups of modules that can all reach each other.
fn circles(imports: &Imports) -> Vec<BTreeSet<Module>> {
    let reached = |from: &Module| {
        let mut reached: BTreeSet<Module> = BTreeSet::new();
        let mut open = vec![from.clone()];
        while let Some(at) = open.pop() {
            for to in imports.get(&at).into_iter().flatten().map(|(to, _)| to) {
                if reached.insert(to.clone()) {
                    open.push(to.clone());
                }
            }
        }
        reached
    };
    let all: BTreeMap<Module, BTreeSet<Module>> = imports.keys().map(|from| (from.clone(), reached(from))).collect();
    let mut circles: Vec<BTreeSet<Module>> = Vec::new();
    for (from, reached) in &all {
        if reached.contains(from) && !circles.iter().any(|circle| circle.contains(from)) {
            circles.push(
                reached.iter().filter(|to| all.get(*to).is_some_and(|back| back.contains(from))).cloned().collect(),
            );
        }
    }
    circles
}

/// A circle, with the names that form it.
fn shown(src: &str, circle: &BTreeSet<Module>, imports: &Imports) -> String {
    let mut text = format!("{src}: {} name each other\n", circle.len());
    for from in circle {
        for (to, name) in imports[from].iter().filter(|(to, _)| circle.contains(*to)) {
            text += &format!("  {} names {} ({name})\n", from.join("/"), to.join("/"));
        }
    }
    text
}

#[test]
fn no_files_name_each_other_in_a_circle() {
    let mut wrong = String::new();
    for src in CRATES {
        let imports = imports(src);
        wrong.extend(circles(&imports).iter().map(|circle| shown(src, circle, &imports)));
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_rooms_name_each_other_in_a_circle() {
    let mut wrong = String::new();
    for src in CRATES {
        let mut rooms = Imports::new();
        for (from, to) in imports(src) {
            for (to, name) in to.into_iter().filter(|(to, _)| to[0] != from[0]) {
                rooms.entry(vec![from[0].clone()]).or_default().entry(vec![to[0].clone()]).or_insert(name);
            }
        }
        wrong.extend(circles(&rooms).iter().map(|circle| shown(src, circle, &rooms)));
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The rooms of a crate: its top-level modules.
fn rooms(src: &str) -> BTreeSet<String> {
    let named = files::children(src).into_iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    named.filter(|name| name != "lib" && name != "main").collect()
}

#[test]
fn the_map_lists_every_room() {
    let text = files::read("ARCHITECTURE.md");
    let mut wrong = String::new();
    for src in CRATES {
        let folder = src.strip_suffix("/src").unwrap_or(src);
        let start = format!("| `{folder}` |");
        let line = text.lines().find(|line| line.starts_with(&start));
        let line = line.unwrap_or_else(|| panic!("ARCHITECTURE.md has no row that starts with {start}"));
        let cell = line.split('|').nth(2).expect("the rooms stand in the second cell");
        let listed: BTreeSet<String> = cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let there = rooms(src);
        for room in there.difference(&listed) {
            wrong += &format!("{src}: ARCHITECTURE.md lacks `{room}`\n");
        }
        for room in listed.difference(&there) {
            wrong += &format!("{src}: ARCHITECTURE.md has `{room}`, which is not there\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
