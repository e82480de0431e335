//! A file of leads, and then of events, through the whole run: looked at, read, scored, and written in each format with
//! all its columns kept. In: bytes and their format; out: nothing, and no crash. A run that ends in an error is as good
//! as one without.

use std::panic;
use std::sync::{LazyLock, Once};

use leadrules::RuleSet;
use leadrules_engine::data::write::{Explain, Fit, Format as Form, Layout, Writer};
use leadrules_engine::data::{Format, Input, ReadOptions, panics_are_errors, read_columns};
use leadrules_engine::run::{EventSource, Request, score};

static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    RuleSet::from_text(
        r#"
        leadrules 1
        lead {
          id text key; name text; n number; whole integer 0..10k; agreed yes/no; day date
          one choice { A, B ("Bee") }; many list of text; inner text, from "struct.name"
        }
        events { visit { page text; minutes number }; call from "Telephone" }
        score s { visit => +1 each; call => +2; n > 1 => +3; name contains "a" => +1; many contains "x" => +1; inner is known => +1 }
        "#,
    )
    .expect("the rules are right")
});

/// This many columns are kept, each one of the kinds that a file can have.
const KEPT: usize = 32;

/// Panics of foreign readers that become errors do not count as panics here; the fuzzer would stop at any.
fn hold_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let stop = panic::take_hook();
        panic::set_hook(Box::new(move |about| {
            if !panics_are_errors() {
                stop(about);
            }
        }));
    });
}

pub fn run(format: Format, bytes: &[u8]) {
    hold_panics();
    let input = Input::bytes("fuzzed", bytes);
    let options = ReadOptions { format: Some(format), ..ReadOptions::default() };
    let Ok(columns) = read_columns(&input, &options) else { return };
    let mut keep = columns.names;
    keep.truncate(KEPT);
    let one = Input::bytes("one.csv", "id\n1\n");
    let csv = ReadOptions::default();
    let _ = scored(&input, &options, EventSource::Leads, &keep);
    let _ = scored(&one, &csv, EventSource::Log(&input, &options), &[]);
}

fn scored(leads: &Input, options: &ReadOptions, events: EventSource<'_>, keep: &[String]) -> Option<()> {
    let rules = RULES.rules();
    for format in [Form::Csv, Form::Ndjson, Form::Parquet] {
        let request = Request {
            rules,
            leads,
            options,
            events,
            keep,
            as_of: rules.zone.parse_as_of("2026-03-31").expect("a day"),
            rule_points: false,
            trace: false,
        };
        let layout = Layout::new(rules, keep, Explain::No);
        let mut writer = Writer::new(format, layout, Box::new(std::io::sink()), Fit::default()).ok()?;
        let mut rows = 0;
        let outcome = score(&request, &mut |_| ()).and_then(|scoring| {
            scoring.for_each(
                &mut |results, _| {
                    rows += results.rows as u64;
                    let _ = writer.write(results);
                    Ok(())
                },
                &mut |_| (),
            )
        });
        assert_eq!(outcome.ok()?.leads.rows, rows);
        let _ = writer.finish();
    }
    Some(())
}
