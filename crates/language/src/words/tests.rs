//! What is said, in each language.

use super::*;
use crate::decimal::Decimal;

#[test]
fn english_is_what_stands_in_the_code() {
    let leads = 9_240_usize;
    assert_eq!(say!("{leads} {leads|lead|leads} of `{name}`", leads, name = "x").to_string(), "9,240 leads of `x`");
    assert_eq!(say!("{leads} {leads|lead|leads}", leads = 1_u64).to_string(), "1 lead");
    assert_eq!(say!("`score x {{` and {{{name}}}", name = "y").to_string(), "`score x {` and {y}");
    assert_eq!(say!("an open { brace").to_string(), "an open { brace");
    assert_eq!(say!("a place that {nothing} fills").to_string(), "a place that {nothing} fills");
}

#[test]
fn numbers_and_days_are_written_as_readers_write_them() {
    let say = |value: Value| Locale::ALL.map(|locale| value.in_locale(locale));
    assert_eq!(say(Value::Count(3010)), ["3,010", "3.010", "3\u{202f}010"]);
    assert_eq!(say(Value::Number(Decimal(-12_500_500_000))), ["-12500.5", "-12.500,5", "-12\u{202f}500,5"]);
    assert_eq!(say(Value::Number(Decimal(2_026_000_000))), ["2026"; 3]);
    assert_eq!(say(Value::Day(20_780)), ["2026-11-23", "23-11-2026", "23/11/2026"]);
    let moment = |iso: &str| say(Value::Text(Text::moment(iso)));
    assert_eq!(moment("2026-11"), ["2026-11", "11-2026", "11/2026"]);
    let at = "2026-11-23T09:00:00Z";
    assert_eq!(moment(at), [at, "23-11-2026 09:00 UTC", "23/11/2026 09:00 UTC"]);
    let at = "2026-11-23T09:00:05.25Z";
    assert_eq!(moment(at), [at, "23-11-2026 09:00:05 UTC", "23/11/2026 09:00:05 UTC"]);
    assert_eq!(say(Value::Text(Text::rounded(0.8749, 2))), ["0.87", "0,87", "0,87"]);
    assert_eq!(say(Value::Text(Text::percent(0.125, 1))), ["12.5 %", "12,5 %", "12,5 %"]);
    assert_eq!(say(Value::Text(Text::share(1, 1_000_000))), ["<0.1 %", "<0,1 %", "<0,1 %"]);
}

#[test]
fn lists_end_with_a_word() {
    let list = |names: &[&str], junction| Text::list(names.iter().copied().map(Text::verbatim), junction);
    assert_eq!(
        Locale::ALL.map(|locale| list(&["a", "b", "c"], Junction::Or).in_locale(locale)),
        ["a, b or c", "a, b of c", "a, b ou c"]
    );
    assert_eq!(list(&["a"], Junction::And).to_string(), "a");
    assert!(list(&[], Junction::And).is_empty());
}

#[test]
fn a_row_is_punctuated_as_its_language_is() {
    let row = Text::row(vec![Text::verbatim("a"), Text::figure(Value::Count(2))], "; ");
    assert_eq!(Locale::ALL.map(|locale| row.in_locale(locale)), ["a; 2", "a; 2", "a\u{a0}; 2"]);
}

#[test]
fn what_a_catalogue_lacks_is_said_in_english() {
    let text = Text::sentence("a sentence that no catalogue has {n}").with("n", Value::Count(3010));
    assert_eq!(text.in_locale(Locale::Dutch), "a sentence that no catalogue has 3,010");
}

#[test]
fn languages_are_known_by_what_systems_say() {
    for (named, locale) in [
        ("nl_BE.UTF-8", Some(Locale::Dutch)),
        ("nl", Some(Locale::Dutch)),
        ("FR-be", Some(Locale::French)),
        ("fr_FR@euro", Some(Locale::French)),
        ("en_GB", Some(Locale::English)),
        ("C.UTF-8", None),
        ("de_DE", None),
        ("nld", None),
        ("", None),
    ] {
        assert_eq!(Locale::named(named), locale, "{named}");
    }
}

#[test]
fn a_name_of_a_sentence_changes_with_it() {
    assert_eq!(id("there is no field `{name}`"), id("there is no field `{name}`"));
    assert_ne!(id("there is no field `{name}`"), id("there is no field `{name}`."));
    assert!(id("there is no field `{name}`").starts_with("there-is-no-field-name-"));
    assert!(id("`{0}`: 10 %").starts_with("text-"));
}
