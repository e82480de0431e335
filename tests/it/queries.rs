//! The text of queries: what each dialect makes of a few dozen cases is in a snapshot, and so is what each refuses. No
//! engine is needed here; what the queries give on one is compared in `warehouse`.

use std::collections::BTreeMap;

use leadrules_language::ir::Rules;
use leadrules_language::sql::{self, AsOf, Dialect, Options};

use crate::{files, rules};

/// Cases that, together, have every construct that can be written in SQL.
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

/// Those of them that are shown in every dialect, because they are written differently.
const IN_ALL: &[&str] = &[
    "choices/a-list-of-options",
    "decay/fading-over",
    "numbers/a-result-too-large-is-unknown",
    "once-per/a-day-in-the-files-time-zone",
    "whole-files/the-example-of-the-reference",
    "words/a-combining-mark-belongs-to-the-word",
];

/// The query for a case, or what prevents it.
fn query(rules: &Rules, dialect: Dialect, as_of: AsOf) -> Result<String, String> {
    let options = Options {
        dialect,
        as_of,
        leads: "leads",
        events: rules.log.as_ref().map(|_| "events"),
        of: sql::Of::Leads,
        accounts: sql::AccountData::Table("accounts"),
        event_id: None,
        explain: true,
        previous: if rules.before.is_some() { sql::Previous::Table("last") } else { sql::Previous::Marked },
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

/// Where a text differs from `base`.
fn differing(base: &str, text: &str) -> String {
    let diff = similar::TextDiff::from_lines(base, text);
    let lines = diff.unified_diff().context_radius(0).to_string();
    lines.lines().filter(|line| !line.starts_with("@@")).map(|line| format!("{line}\n")).collect()
}

/// A text in which the longest lines, tables of letters, are shown by their beginning and their length.
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

/// The columns that a query returns, each with what is written above it.
fn columns(rules: &str, dialect: Dialect) -> BTreeMap<String, String> {
    let checked = rules::read("my.leadrules", rules.to_owned());
    let set = rules::usable(&checked);
    let query = query(set, dialect, as_of(set)).expect("it can be written");
    let (_, last) = query.rsplit_once("\nSELECT\n").expect("a last step");
    let lines: Vec<&str> = last.lines().map(str::trim).collect();
    let pairs = lines.windows(2).filter_map(|pair| {
        let name = pair[1].rsplit_once(" AS ")?.1.trim_end_matches(',');
        Some((name.to_owned(), pair[0].strip_prefix("-- ")?.to_owned()))
    });
    pairs.collect()
}

#[test]
fn a_rule_put_in_between_renames_no_column() {
    let rules = "leadrules 1\nlead {\n  id text key\n  size number\n  job text\n}\nevents { demo }\nscore fit {\n  \
                 size > 50 => +5\n  job mentions \"head of marketing\", \"head of demand generation\" => +4\n  \
                 demo => +3 as \"Größe\"\n}\nscore heat { size > 50 => +1 }\nstages { fit >= 5 => Warm }\n";
    let put = |line: &str| rules.replace("score fit {\n", &format!("score fit {{\n  {line}\n"));
    for dialect in Dialect::ALL {
        let before = columns(rules, *dialect);
        let names: Vec<&str> = before.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            ["fit_grosse", "fit_job_mentions_head_of_marketing_head_of_demand_00e281", "fit_size_50", "heat_size_50"]
        );
        // Also if the new rule asks for a field that a title resembles, or begins like a long title.
        for line in [
            "size > 10 => +1",
            "job is \"x\" => +1 as \"heat size 50\"",
            "job mentions \"head of marketing\", \"head of demand generation\", \"x\" => +1",
        ] {
            let after = columns(&put(line), *dialect);
            assert_eq!(after.len(), before.len() + 1);
            assert!(before.iter().all(|(name, note)| after.get(name) == Some(note)), "{line}: {after:?}");
        }
        // A name that two rules would have goes to neither.
        let after = columns(&put("size < 50 => +1"), *dialect);
        assert!(!after.contains_key("fit_size_50"), "{after:?}");
        let moved =
            rules.replacen("  size > 50 => +5\n", "", 1).replace("\"Größe\"\n", "\"Größe\"\n  size > 50 => +5\n");
        let turned = columns(&moved, *dialect);
        assert_eq!(turned, before);
    }
}

#[test]
fn only_letters_that_are_asked_for_are_in_the_query() {
    let size = |rule: &str| {
        let rules =
            format!("leadrules 1\nlead {{\n  id text key\n  size number\n  job text\n}}\nscore fit {{ {rule} }}\n");
        let checked = rules::read("my.leadrules", rules);
        let set = rules::usable(&checked);
        let query = query(set, Dialect::Postgres, as_of(set)).expect("it can be written");
        (query.contains("letters"), query.len())
    };
    let (has_letters, _) = size("size > 5 => +5");
    assert!(!has_letters);
    let (has_letters, length) = size("job contains \"größe\" => +5");
    assert!(has_letters && length < 2800, "{length} bytes");
    // A pattern may ask for any letter.
    let (_, length) = size("job matches \"gr.*e\" => +5");
    assert!(length > 5000, "{length} bytes");
}

#[test]
fn nothing_in_a_query_is_invisible() {
    for case in CASES {
        let path = format!("tests/cases/{case}.leadrules");
        let checked = rules::read(&path, files::read(&path));
        let set = rules::usable(&checked);
        for dialect in Dialect::ALL {
            let Ok(text) = query(set, *dialect, as_of(set)) else { continue };
            let invisible = |c: char| {
                (c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'))
                    && !matches!(c, ' ' | '\n')
            };
            // The table of PostgreSQL has combining marks and digits, but no blanks either.
            assert_eq!(text.chars().find(|&c| invisible(c)), None, "{case} {dialect}");
        }
    }
}

#[test]
fn only_words_of_the_rules_are_not_ascii() {
    let path = "benches/rules/w1.leadrules";
    let checked = rules::read(path, files::read(path));
    let set = rules::usable(&checked);
    let text = query(set, Dialect::DuckDb, as_of(set)).expect("it can be written");
    assert!(text.is_ascii());
    assert_eq!(text.matches("FROM events").count(), 1, "the events are read once");
}
