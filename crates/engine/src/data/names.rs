//! Which column of the data is meant: first by the exact name, then ignoring outer blanks, case and runs of white
//! space. In: the data's column names and those looked for; out: indexes, and near misses.

use std::collections::{HashMap, HashSet};

use leadrules_language::text;

use super::projection::ProjectedColumn;

/// The columns of a file by their names, for those who look for many.
#[derive(Debug)]
pub(super) struct Index<'c> {
    exact: HashMap<&'c str, usize>,
    /// By what is compared of them.
    alike: HashMap<String, usize>,
}

impl<'c> Index<'c> {
    pub(super) fn new(columns: &'c [String]) -> Self {
        let mut index = Self { exact: HashMap::new(), alike: HashMap::new() };
        for (at, column) in columns.iter().enumerate() {
            index.exact.entry(column).or_insert(at);
            index.alike.entry(text::column_key(column)).or_insert(at);
        }
        index
    }

    /// As [`find`].
    pub(super) fn find(&self, wanted: &[String]) -> Option<usize> {
        wanted
            .iter()
            .find_map(|name| self.exact.get(name.as_str()).or_else(|| self.alike.get(&text::column_key(name))).copied())
    }

    /// Where a column stands that is looked for.
    pub(super) fn place(&self, wanted: &ProjectedColumn) -> Option<usize> {
        if wanted.exact {
            wanted.names.iter().filter_map(|name| self.exact.get(name.as_str()).copied()).min()
        } else {
            self.find(&wanted.names)
        }
    }
}

/// The index of the first of `wanted` that is there.
pub(super) fn find<S: AsRef<str>>(columns: &[S], wanted: &[String]) -> Option<usize> {
    wanted.iter().find_map(|name| {
        let exact = columns.iter().position(|column| column.as_ref() == name);
        exact.or_else(|| {
            let key = text::column_key(name);
            columns.iter().position(|column| text::column_key(column.as_ref()) == key)
        })
    })
}

/// A column with nearly one of the names; `_`, `-` and blanks count as equal here.
pub(super) fn near<'a>(columns: &'a [String], wanted: &[String]) -> Option<&'a str> {
    let plain = |name: &str| text::column_key(&name.replace(['_', '-', '.'], " "));
    wanted.iter().find_map(|name| {
        let alike = columns.iter().find(|column| plain(column) == plain(name)).map(String::as_str);
        alike.or_else(|| leadrules_language::diagnostic::nearest(name, columns.iter().map(String::as_str)))
    })
}

/// The names of a header: trimmed, an empty one replaced by its number, a repeated one followed by a number. Also,
/// which were repeated: the name, and what it became.
pub(super) fn header(cells: &[String]) -> (Vec<String>, Vec<(String, String)>) {
    let written: HashSet<&str> = cells.iter().map(|cell| text::trim(cell)).collect();
    let mut given: HashSet<String> = HashSet::with_capacity(cells.len());
    // For each name, the number to try next: all below it are taken.
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut names: Vec<String> = Vec::with_capacity(cells.len());
    let mut repeated = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let mut name = match text::clean(cell) {
            name if name.is_empty() => format!("column {}", at + 1),
            name => name.into_owned(),
        };
        if given.contains(&name) {
            let number = numbers.entry(name.clone()).or_insert(2);
            let new = loop {
                let new = format!("{name} ({number})");
                *number += 1;
                if !given.contains(&new) && !written.contains(new.as_str()) {
                    break new;
                }
            };
            repeated.push((std::mem::replace(&mut name, new.clone()), new));
        }
        given.insert(name.clone());
        names.push(name);
    }
    (names, repeated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn finds_columns() {
        let columns = texts(&["Record ID", "E-mail", "email", "Number  of employees", "emp.var.rate"]);
        for (wanted, place) in [
            (&["email"][..], Some(2)),
            (&["EMAIL"], Some(2)),
            (&["nothing", "record id"], Some(0)),
            (&[" number of Employees "], Some(3)),
            (&["emp.var.rate"], Some(4)),
            (&["mail"], None),
        ] {
            assert_eq!(find(&columns, &texts(wanted)), place, "{wanted:?}");
        }
        assert_eq!(near(&columns, &texts(&["Record_ID"])), Some("Record ID"));
        assert_eq!(near(&columns, &texts(&["e-mial"])), Some("E-mail"));
        assert_eq!(near(&columns, &texts(&["budget"])), None);
    }

    #[test]
    fn names_a_header() {
        let (names, repeated) = header(&texts(&[" Email ", "", "Email", "Email (2)", "Email"]));
        assert_eq!(names, texts(&["Email", "column 2", "Email (3)", "Email (2)", "Email (4)"]));
        assert_eq!(repeated, [("Email".into(), "Email (3)".into()), ("Email".into(), "Email (4)".into())]);
    }

    #[test]
    fn many_equal_names_take_no_time() {
        let (names, repeated) = header(&vec!["x".to_owned(); 100_000]);
        assert_eq!((names[99_999].as_str(), repeated.len()), ("x (100000)", 99_999));
    }
}
