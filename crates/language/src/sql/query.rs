//! A query as a chain of named steps, and how it is laid out on the page.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::dialect::Engine;
use crate::ir::Decay;

/// A column of a step.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its name, in quotes if it needs them.
    pub name: String,
    /// What it contains.
    pub sql: String,
    /// The author's words for it.
    pub note: Option<String>,
}

/// A column that nobody's words stand for.
pub(super) fn column(name: &str, sql: impl Into<String>) -> Column {
    Column { name: name.to_owned(), sql: sql.into(), note: None }
}

/// A step: `name AS (SELECT …)`.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub name: String,
    /// What it is for.
    pub note: &'static str,
    pub body: Vec<String>,
}

impl Step {
    /// A step that selects these columns, after all columns of the step named by `all_of`.
    pub(super) fn selecting(
        name: &str,
        note: &'static str,
        all_of: Option<&str>,
        columns: &[Column],
        from: Vec<String>,
    ) -> Self {
        Self { name: name.to_owned(), note, body: select(all_of, columns, from) }
    }
}

/// The lines of a `SELECT`.
pub(super) fn select(all_of: Option<&str>, columns: &[Column], from: Vec<String>) -> Vec<String> {
    let mut lines = vec!["SELECT".to_owned()];
    let count = columns.len() + usize::from(all_of.is_some());
    let mut written = 0;
    let mut comma = |line: String| {
        written += 1;
        if written < count { format!("{line},") } else { line }
    };
    if let Some(step) = all_of {
        lines.push(comma(format!("  {step}.*")));
    }
    for column in columns {
        if let Some(note) = &column.note {
            lines.push(format!("  -- {}", comment(note)));
        }
        let named =
            if column.sql == column.name { column.name.clone() } else { format!("{} AS {}", column.sql, column.name) };
        lines.push(comma(format!("  {named}")));
    }
    lines.extend(from);
    lines
}

/// A text that can be put after `--`: on one line, whatever the author wrote.
pub(super) fn comment(text: &str) -> String {
    // Spark would replace `${name}`.
    let text = text.replace("${", "$ {");
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The whole query.
pub(super) fn render(dialect: &dyn Engine, head: &[String], steps: &[Step], last: &[String]) -> String {
    let once = dialect.once();
    let mut text = String::new();
    let mut line = |line: &str| {
        text.push_str(line.trim_end());
        text.push('\n');
    };
    for words in head {
        line(&format!("-- {}", comment(words)));
    }
    for (at, step) in steps.iter().enumerate() {
        line(&format!("{}{} AS {once}( -- {}", if at == 0 { "WITH " } else { "" }, step.name, step.note));
        for body in &step.body {
            line(&format!("  {body}"));
        }
        line(if at + 1 < steps.len() { ")," } else { ")" });
    }
    for body in last {
        line(body);
    }
    text
}

/// Names of columns, no two of which are the same apart from case: engines don't tell those apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// Each with the number from which names derived from it are tried.
    taken: HashMap<String, u32>,
}

impl Names {
    /// Keeps a name from being given out; false if it is taken.
    pub(super) fn take(&mut self, name: &str) -> bool {
        match self.taken.entry(name.to_lowercase()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(free) => {
                free.insert(2);
                true
            }
        }
    }

    /// A name like this one that is not taken: short, and plain if the text allows it.
    pub(super) fn free(&mut self, dialect: &dyn Engine, text: &str) -> String {
        let mut base = String::new();
        for c in text.chars() {
            if c.is_ascii_alphanumeric() {
                base.push(c.to_ascii_lowercase());
            } else if !base.ends_with('_') {
                base.push('_');
            }
            if base.len() >= 40 {
                break;
            }
        }
        let base = match base.trim_matches('_') {
            "" => "x",
            base => base,
        };
        let base = if base.starts_with(|c: char| c.is_ascii_digit()) { format!("n{base}") } else { base.to_owned() };
        let mut name = base.clone();
        while !self.take(&name) {
            let number = self.taken.entry(base.to_lowercase()).or_insert(2);
            name = format!("{base}_{number}");
            *number += 1;
        }
        dialect.name(&name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sql::Dialect;

    #[test]
    fn names_are_told_apart_without_case() {
        let mut names = Names::default();
        assert!(names.take("Budget"));
        assert_eq!(names.free(Dialect::DuckDb.engine(), "budget"), "budget_2");
        assert_eq!(names.free(Dialect::DuckDb.engine(), "e-mail, opened"), "e_mail_opened");
        assert_eq!(names.free(Dialect::DuckDb.engine(), "10 + 2"), "n10_2");
        assert_eq!(names.free(Dialect::DuckDb.engine(), "é"), "x");
    }

    #[test]
    fn comments_stay_on_their_line() {
        assert_eq!(comment("a\n; DROP TABLE x; -- b\u{2028}c\r\nd"), "a ; DROP TABLE x; -- b c d");
    }
}

/// A table of factors, and the column of `event` that holds the factor of each event.
#[derive(Clone, Debug)]
pub(super) struct Factors {
    pub decay: Decay,
    pub step: String,
    pub column: String,
    pub join: String,
    pub step_of: Step,
}
