//! Formatting is stable, and changes nothing but the form.

use crate::ast;
use crate::diagnostic::{has_errors, render};
use crate::page::Style;
use crate::source::Sources;

fn read(text: &str) -> ast::File {
    let mut sources = Sources::default();
    let file = sources.add("test.leadrules", text);
    let (ast, found) = crate::parse::parse(&sources, file);
    let shown: String = found.iter().map(|finding| render(finding, &sources, Style::default())).collect();
    assert!(!has_errors(&found), "{shown}\n{text}");
    ast
}

/// The ast as text, without spans and blank lines.
fn meaning(file: &ast::File) -> String {
    let shown = format!("{file:?}");
    let mut out = String::new();
    let mut rest = shown.as_str();
    while let Some(at) = rest.find("Span {") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = &rest[rest.find('}').unwrap() + 1..];
    }
    (out + rest).replace("blank_before: true", "blank_before: false")
}

fn check(text: &str) -> String {
    let ast = read(text);
    let once = super::format(&ast);
    let again = read(&once);
    assert_eq!(meaning(&ast), meaning(&again), "{once}");
    assert_eq!(once, super::format(&again), "formatting twice");
    once
}

#[test]
fn comments_and_blank_lines_are_kept() {
    let text = "\
# about this file

leadrules 1 # the version


# a list
list x { # first
  \"a\", # the a
  # before b
  \"b\"
  # at the end
}
score s { # head
  # above
  a and # inside
    b => +1 # after

  # closing
}
# last
";
    let formatted = check(text);
    assert_eq!(
        formatted,
        "\
# about this file

leadrules 1  # the version

# a list
list x {
  # first
  \"a\",  # the a
  # before b
  \"b\"
  # at the end
}
score s {  # head
  # above
  # inside
  a and b  => +1  # after

  # closing
}
# last
"
    );
}

#[test]
fn long_lines_are_broken_where_they_may_be() {
    let formatted = check(
        "leadrules 1\nscore s { a_long_name_of_a_condition and another_long_name_of_a_condition or_not and (yet_another_one \
         or the_last_of_them_all) => +10, because \"it is a long story that nobody wants to hear\", up to 20\n}"
            .replace(" or_not", "")
            .as_str(),
    );
    assert_eq!(
        formatted,
        "\
leadrules 1
score s {
  a_long_name_of_a_condition and another_long_name_of_a_condition
      and (yet_another_one or the_last_of_them_all)
      => +10, because \"it is a long story that nobody wants to hear\", up to 20
}
"
    );
}
