//! Which column of the data is meant: first by the name as it stands, then without outer blanks, case and runs of white
//! space. In: the data's column names and those looked for; out: places, and near misses.

use leadrules_language::text;

/// The place of the first of `wanted` that is there.
pub(super) fn find<S: AsRef<str>>(columns: &[S], wanted: &[String]) -> Option<usize> {
    wanted.iter().find_map(|name| {
        let exact = columns.iter().position(|column| column.as_ref() == name);
        exact.or_else(|| {
            let loose = loose(name);
            columns.iter().position(|column| self::loose(column.as_ref()) == loose)
        })
    })
}

/// A name without what people change when they export a table again.
pub(super) fn loose(name: &str) -> String {
    let key = text::key(name);
    let mut words = key.split_whitespace();
    let mut joined = words.next().unwrap_or_default().to_owned();
    for word in words {
        joined.push(' ');
        joined.push_str(word);
    }
    joined
}

/// A column with nearly one of the names; `_`, `-` and blanks count as alike here.
pub(super) fn near<'a>(columns: &'a [String], wanted: &[String]) -> Option<&'a str> {
    let plain = |name: &str| loose(&name.replace(['_', '-', '.'], " "));
    wanted.iter().find_map(|name| {
        let alike = columns.iter().find(|column| plain(column) == plain(name)).map(String::as_str);
        alike.or_else(|| leadrules_language::diagnostic::nearest(name, columns.iter().map(String::as_str)))
    })
}

/// The names of a header: trimmed, an empty one by its number, a repeated one with a number after it. Beside them, which
/// were repeated: the name, and what it became.
pub(super) fn header(cells: Vec<String>) -> (Vec<String>, Vec<(String, String)>) {
    let mut names: Vec<String> = Vec::with_capacity(cells.len());
    let mut repeated = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let name = match text::clean(cell) {
            name if name.is_empty() => format!("column {}", at + 1),
            name => name.into_owned(),
        };
        if !names.contains(&name) {
            names.push(name);
            continue;
        }
        let taken = |new: &String| names.contains(new) || cells.iter().any(|cell| text::trim(cell) == new);
        let new = (2..).map(|number| format!("{name} ({number})")).find(|new| !taken(new));
        let new = new.unwrap_or_else(|| name.clone());
        repeated.push((name, new.clone()));
        names.push(new);
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
        let (names, repeated) = header(texts(&[" Email ", "", "Email", "Email (2)", "Email"]));
        assert_eq!(names, texts(&["Email", "column 2", "Email (3)", "Email (2)", "Email (4)"]));
        assert_eq!(repeated, [("Email".into(), "Email (3)".into()), ("Email".into(), "Email (4)".into())]);
    }
}
