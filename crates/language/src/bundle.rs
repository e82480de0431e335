//! A rule set in one text: what `use` and `list … from` bring in stands in place, in the one canonical form. In: the files of a
//! set; out: one ast, and its text with or without what means nothing.

use crate::ast::{self, File, Item, ListEntry, ListSource, Name, Statement, Text};
use crate::decimal::Decimal;
use crate::format::format;
use crate::load::Loaded;
use crate::source::Span;

/// The whole set as one canonical text, its comments included. Of the lists that stand in files of their own, those for which
/// `are_numbers` holds become lists of numbers, all others lists of texts: what their entries are is for the rules that ask for them.
#[must_use]
pub fn text(loaded: &Loaded, are_numbers: &dyn Fn(&str) -> bool) -> String {
    format(&File { body: body(loaded, |_| true, are_numbers), unread: Vec::<Name>::new() })
}

/// The lists that stand in files of their own and have nothing but numbers.
#[must_use]
pub fn lists_of_digits(loaded: &Loaded) -> Vec<String> {
    let lists = loaded.statements().into_iter().filter_map(|statement| match &statement.node {
        Item::List(list) => Some(list),
        _ => None,
    });
    let is_one = |list: &&ast::List| match &list.source {
        ListSource::File(path) => loaded
            .lists
            .get(&path.span)
            .is_some_and(|entries| !entries.is_empty() && entries.iter().all(|entry| Decimal::parse(entry).is_ok())),
        ListSource::Inline { .. } => false,
    };
    lists.filter(is_one).map(|list| list.name.text.clone()).collect()
}

/// The same without what makes no difference to what comes out of it: comments, tests, agreements, and in which order leads are listed. Two sets with the same text mean
/// the same; two with other texts may do so too.
#[must_use]
pub fn meaning(loaded: &Loaded) -> String {
    let mut body = body(loaded, |item| !matches!(item, Item::Test(_) | Item::Agreement(_) | Item::Rank(_)), &|_| false);
    body.closing.clear();
    let text = format(&File { body, unread: Vec::new() });
    without_comments(&text)
}

/// What is declared beside rules and steps: the time zone, fields, events, lists, definitions, labels and promises, each with the lines that it has in
/// the canonical form.
#[must_use]
pub fn declarations(loaded: &Loaded) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for statement in loaded.statements() {
        let name = match &statement.node {
            Item::TimeZone(_) => "time zone".to_owned(),
            Item::Lead(_) => "lead".to_owned(),
            Item::Account(_) => "account".to_owned(),
            Item::Events(_) => "events".to_owned(),
            Item::Ignore(_) => "ignore".to_owned(),
            Item::List(list) => format!("list {}", list.name.text),
            Item::Define(define) => format!("definition {}", define.name.text),
            Item::Label(label) => format!("label {}", label.name.text),
            Item::Promise(promise) => format!("promise \"{}\"", promise.title.value),
            Item::Version(_)
            | Item::Use(_)
            | Item::Exclude(..)
            | Item::Score(_)
            | Item::Stages(..)
            | Item::Test(_)
            | Item::Rank(_)
            | Item::Agreement(_) => continue,
        };
        let node = whole(loaded, &statement.node, &|_| false);
        let only = Statement { node, before: Vec::new(), ..statement.clone() };
        let body = ast::Block { statements: vec![only], closing: Vec::new(), span: Span::default() };
        let text = without_comments(&format(&File { body, unread: Vec::new() }));
        let lines: Vec<String> = text.lines().map(crate::source::one_line).collect();
        let lines = if let [_, inner @ .., _] = lines.as_slice() { inner.to_vec() } else { lines };
        match found.iter_mut().find(|(other, _)| *other == name) {
            Some((_, known)) => known.extend(lines),
            None => found.push((name, lines)),
        }
    }
    found
}

fn body(loaded: &Loaded, stays: impl Fn(&Item) -> bool, are_numbers: &dyn Fn(&str) -> bool) -> ast::Block<Item> {
    let mut has_version = false;
    let mut statements: Vec<Statement<Item>> = Vec::new();
    for statement in loaded.statements() {
        let is_again = matches!(statement.node, Item::Version(_)) && std::mem::replace(&mut has_version, true);
        if is_again || matches!(statement.node, Item::Use(_)) || !stays(&statement.node) {
            continue;
        }
        statements.push(Statement { node: whole(loaded, &statement.node, are_numbers), ..statement.clone() });
    }
    let closing = loaded.files.first().map_or(Vec::new(), |(_, file)| file.body.closing.clone());
    ast::Block { statements, closing, span: Span::default() }
}

/// A statement with the entries that it takes from a file.
fn whole(loaded: &Loaded, item: &Item, are_numbers: &dyn Fn(&str) -> bool) -> Item {
    let Item::List(list) = item else { return item.clone() };
    let ListSource::File(path) = &list.source else { return item.clone() };
    let entries = loaded.lists.get(&path.span).into_iter().flatten().map(|entry| ListEntry {
        value: value(entry, path.span, are_numbers(&list.name.text)),
        before: Vec::new(),
        after: None,
    });
    Item::List(ast::List {
        source: ListSource::Inline { entries: entries.collect(), closing: Vec::new() },
        ..list.clone()
    })
}

fn value(entry: &str, span: Span, is_number: bool) -> ast::Value {
    match Decimal::parse(entry) {
        Ok((value, _)) if is_number => ast::Value::Number(ast::Number { value, written: value.to_string(), span }),
        _ => ast::Value::Text(Text { value: entry.to_owned(), span }),
    }
}

/// A canonical text without its comments and blank lines.
fn without_comments(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut in_text = false;
        let mut escaped = false;
        let mut end = line.len();
        for (at, c) in line.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' if in_text => escaped = true,
                '"' => in_text = !in_text,
                '#' if !in_text => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        let kept = line[..end].trim_end();
        if !kept.is_empty() {
            out.push_str(kept);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_in_stands_in_place() {
        let mut read = |path: &str| match path {
            "lists.leadrules" => Ok("leadrules 1\nlist free from \"free.txt\"  # mail\n".to_owned()),
            "free.txt" => Ok("gmail.com\nhotmail.com\n".to_owned()),
            other => Err(crate::words::Text::verbatim(format!("there is no {other}"))),
        };
        let first = "leadrules 1\nuse \"lists.leadrules\"\n# the lead\nlead { id text key; mail email }\n\
                     score fit { mail.domain in free => -5 as \"a # b\" }\ntest \"t\" { expect fit = 0 }\n";
        let loaded = crate::load::load("my.leadrules", first.to_owned(), &mut read);
        let whole = text(&loaded, &|_| false);
        assert!(whole.contains("list free { \"gmail.com\", \"hotmail.com\" }  # mail"), "{whole}");
        assert!(!whole.contains("use ") && whole.matches("leadrules 1").count() == 1, "{whole}");
        let meant = meaning(&loaded);
        assert!(
            !meant.contains("# the lead") && !meant.contains("test \"t\"") && meant.contains("\"a # b\""),
            "{meant}"
        );
        let again = crate::load::load("my.leadrules", whole.clone(), &mut read);
        assert_eq!((text(&again, &|_| false), meaning(&again)), (whole, meant));
    }
}
