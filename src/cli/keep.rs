//! The columns that `--keep` names. In: what was typed, and the columns that there are; out: names. A name may contain
//! commas: names of columns in the data take precedence over splitting at commas.

use std::path::Path;

use leadrules_engine::data::{self, Input};
use leadrules_language::text;

use super::input::ReadArgs;

/// The columns that were named, of this file; standard input is not looked at for it.
pub(super) fn of_file(typed: &[String], leads: &Path, read: &ReadArgs) -> Vec<String> {
    let is_file = !typed.is_empty() && leads.is_file();
    let there = is_file.then(|| data::read_columns(&Input::path(leads), &read.leads()).ok()).flatten();
    columns(typed, &there.map(|columns| columns.names).unwrap_or_default())
}

/// The columns that were named, each as the data names it if it has such a column. A name in double quotes is taken
/// whole.
pub(super) fn columns(typed: &[String], there: &[String]) -> Vec<String> {
    typed.iter().flat_map(|typed| one(typed, there)).collect()
}

fn one(typed: &str, there: &[String]) -> Vec<String> {
    let find = |name: &str| {
        let same = |other: &&String| text::key(other) == text::key(name);
        there.iter().find(|other| *other == name).or_else(|| there.iter().find(same)).cloned()
    };
    let parts = parts(typed);
    let mut found = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        // The longest stretch of parts that is a column.
        let name = |end: usize| parts[at..end].concat();
        let whole = (at + 1..=parts.len())
            .rev()
            .find_map(|end| Some((end, find(unquoted(name(end).trim_matches(',').trim()).as_str())?)));
        let (end, column) = whole.unwrap_or_else(|| (at + 1, unquoted(name(at + 1).trim_matches(',').trim())));
        if !column.is_empty() {
            found.push(column);
        }
        at = end;
    }
    found
}

/// The parts between commas, each with the comma before it; text in double quotes is not split.
fn parts(typed: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut is_quoted = false;
    for c in typed.chars() {
        is_quoted ^= c == '"';
        if c == ',' && !is_quoted {
            parts.push(String::new());
        }
        parts.last_mut().expect("there is always one").push(c);
    }
    parts
}

fn unquoted(name: &str) -> String {
    match name.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
        Some(inside) => inside.replace("\"\"", "\""),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_hold_commas() {
        let there = ["Name", "Omzet (k€, 2025)", "a,b,c", "b", "Say \"hi\", you"].map(str::to_owned);
        let kept = |typed: &[&str]| {
            let typed: Vec<String> = typed.iter().map(|typed| (*typed).to_owned()).collect();
            columns(&typed, &there)
        };
        assert_eq!(kept(&["Omzet (k€, 2025)"]), ["Omzet (k€, 2025)"]);
        assert_eq!(kept(&["Name,Omzet (k€, 2025),b"]), ["Name", "Omzet (k€, 2025)", "b"]);
        assert_eq!(kept(&["a,b,c", "b"]), ["a,b,c", "b"]);
        assert_eq!(kept(&["\"Omzet (k€, 2025)\", name"]), ["Omzet (k€, 2025)", "Name"]);
        assert_eq!(kept(&["Nmae,b,"]), ["Nmae", "b"]);
        assert_eq!(kept(&["Say \"hi\", you"]), ["Say \"hi\", you"]);
    }

    #[test]
    fn without_columns_commas_part() {
        assert_eq!(columns(&["a, b,\"c, d\"".to_owned()], &[]), ["a", "b", "c, d"]);
    }
}
