//! The text of queries: what each dialect makes of a few dozen cases stands in a snapshot, and so does what each refuses. No
//! engine is needed here; what the queries give on one is compared in `warehouse`.

use std::collections::BTreeMap;

use leadrules_language::ir::Rules;
use leadrules_language::sql::{self, AsOf, Dialect, Options};

use crate::{files, rules};

/// Cases that, together, have every construct that is written in SQL.
const CASES: &[&str] = &[
    "caps/a-rule-a-group-a-score",
    "choices/a-list-of-options",
    "choices/a-table-takes-a-list",
    "computed/a-weighted-sum",
    "dated-rules/a-row-outside-its-dates-is-not-there",
    "dates/a-date-to-come-is-in-no-last-days",
    "decay/before-the-cap",
    "decay/fading-over",
    "define/a-condition-with-a-name",
    "define/a-definition-of-events",
    "each-and-per/any-of-and-any-activity",
    "each-and-per/each-occurrence",
    "events/a-filter-may-be-any-condition-in-brackets",
    "events/a-filter-on-a-date-looks-from-as-of",
    "exclude/by-an-event",
    "groups/a-group-adds-up-to-its-most",
    "groups/a-table-in-best-counts-as-one",
    "ignore/kinds-and-any-of",
    "labels/an-unknown-line-is-passed-over",
    "labels/joined-with-an-unknown-one-is-unknown",
    "lists/an-inline-list",
    "numbers/a-quantity-in-values-and-ranges",
    "numbers/a-result-too-large-is-unknown",
    "once-per/a-day-in-the-files-time-zone",
    "once-per/before-decay",
    "promises/never-and-always",
    "stages/a-step-without-those-below",
    "tables/at-most-one-row",
    "time-zone/a-day-with-23-hours",
    "unknown-logic/a-definition-keeps-three-values",
    "unknown-logic/no-is-no-negation",
    "whole-files/the-example-of-the-reference",
    "words/a-combining-mark-belongs-to-the-word",
];

/// Those of them that are shown in every dialect, where they are written otherwise.
const IN_ALL: &[&str] = &[
    "choices/a-list-of-options",
    "decay/fading-over",
    "numbers/a-result-too-large-is-unknown",
    "once-per/a-day-in-the-files-time-zone",
    "whole-files/the-example-of-the-reference",
    "words/a-combining-mark-belongs-to-the-word",
];

/// The query for a case; what stands in its way where there is one.
fn query(rules: &Rules, dialect: Dialect, as_of: AsOf) -> Result<String, String> {
    let options = Options {
        dialect,
        as_of,
        leads: "leads",
        events: rules.log.as_ref().map(|_| "events"),
        event_id: None,
        explain: true,
    };
    sql::select(rules, &options).map_err(|refusals| {
        refusals
            .iter()
            .map(|refusal| format!("{}: {}", refusal.construct, refusal.reason))
            .collect::<Vec<_>>()
            .join("; ")
    })
}

fn as_of(rules: &Rules) -> AsOf {
    AsOf::At(rules.zone.parse_as_of("2026-11-23").expect("a day"))
}

/// Where a text is another than `base`.
fn differing(base: &str, text: &str) -> String {
    let diff = similar::TextDiff::from_lines(base, text);
    let lines = diff.unified_diff().context_radius(0).to_string();
    lines.lines().filter(|line| !line.starts_with("@@")).map(|line| format!("{line}\n")).collect()
}

/// A text whose longest lines, tables of letters, are shown by their beginning and their length.
fn shortened(text: &str) -> String {
    let line = |line: &str| match line.char_indices().nth(400) {
        Some((end, _)) => format!("{} … ({} characters)\n", &line[..end], line.chars().count()),
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

#[test]
fn queries_are_as_they_were() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(files::root().join("tests/cases/queries"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for case in CASES {
        let path = format!("tests/cases/{case}.leadrules");
        let checked = rules::read(&path, files::read(&path));
        let set = rules::usable(&checked);
        let first = query(set, Dialect::DuckDb, as_of(set)).unwrap_or_else(|why| panic!("{case}: {why}"));
        let mut text = first.clone();
        text += "\n== from a parameter, where it is another text\n";
        text += &differing(&first, &query(set, Dialect::DuckDb, AsOf::Parameter).unwrap_or_else(|why| why + "\n"));
        let others = Dialect::ALL.iter().filter(|dialect| **dialect != Dialect::DuckDb && IN_ALL.contains(case));
        for dialect in others {
            text += &format!("\n== {dialect}, where it is another text\n");
            text += &differing(&first, &query(set, *dialect, as_of(set)).unwrap_or_else(|why| why + "\n"));
        }
        settings.bind(|| insta::assert_snapshot!(case.replace('/', "-"), shortened(&text)));
    }
}

#[test]
fn what_is_refused_is_as_it_was() {
    let mut refused: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let paths = files::under("tests/cases", "leadrules");
    let texts = paths.iter().map(|path| (path.display().to_string(), files::read(path)));
    let mut written = 0;
    for (name, text) in texts {
        let checked = rules::read(&name, text);
        let Some(set) = &checked.rules else { continue };
        for dialect in Dialect::ALL {
            match query(set, *dialect, as_of(set)) {
                Ok(_) => written += 1,
                Err(why) => refused.entry(format!("{name}: {why}")).or_default().push(dialect.id().to_owned()),
            }
        }
    }
    let lines = refused.iter().map(|(what, dialects)| format!("{what} ({})\n", dialects.join(", ")));
    let text = format!("{written} queries are written; these are refused:\n\n{}", lines.collect::<String>());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(files::root().join("tests/cases/queries"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("refused", text));
}
