//! Any bytes as leads and as events, in each format: they are read to the end, or there is a single error. The first
//! byte says which format.
#![no_main]

use std::sync::LazyLock;

use leadrules::RuleSet;
use leadrules_engine::columns::{Need, Needed};
use leadrules_engine::data::{Format, Input, ReadOptions, read_events, read_leads};
use libfuzzer_sys::fuzz_target;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    RuleSet::from_text(
        r#"
        leadrules 1
        time zone "Europe/Brussels"
        lead {
          id text key; name text, missing "n/a"; mail email; n number decimal comma; whole integer 0..10k
          agreed yes/no; day date; form date as "dd/mm/yyyy"; one choice { A, B ("Bee") }
          many list of text; some list of choice { X, Y }
        }
        events { visit { page text; minutes number }; call from "Telephone" }
        score s { visit => +1 each; call => +2 }
        "#,
    )
    .expect("the rules are right")
});

fuzz_target!(|data: &[u8]| {
    let Some((&how, bytes)) = data.split_first() else { return };
    let formats = [Format::Csv, Format::Json, Format::Ndjson, Format::Parquet, Format::Sheet];
    let format = formats.get(usize::from(how)).copied();
    let options = ReadOptions { format, ..ReadOptions::default() };
    let rules = RULES.rules();
    let log = rules.log.as_ref().expect("the rules have events");
    let needed = Needed {
        fields: vec![Need::Values; rules.fields.len()],
        properties: vec![true; log.properties.len()],
        events: true,
    };
    if let Ok(leads) = read_leads(&Input::bytes("fuzzed", bytes), rules, &needed, &[], &options) {
        for batch in leads {
            let Ok(batch) = batch else { break };
            assert_eq!((&batch.keys).into_iter().count(), batch.rows);
        }
    }
    if let Ok(events) = read_events(&Input::bytes("fuzzed", bytes), rules, &needed, &options) {
        for batch in events {
            let Ok(batch) = batch else { break };
            assert_eq!(batch.kinds.len(), batch.rows);
        }
    }
});
