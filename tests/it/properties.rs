//! Made-up rule files and data: the engine gives what the reference gives for every lead, and the formatter keeps every
//! file. `LEADRULES_CASES` says how many are made (300 by default), `LEADRULES_SEED` which number they start from (0 by
//! default); a failure names both, and shows the smallest file and data that still fail.

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use crate::generate::{self, Seeds};
use crate::rules::{self, read};
use crate::{same, share, written};

pub fn number(variable: &str, otherwise: u64) -> u64 {
    #[expect(clippy::disallowed_methods, reason = "how long to test is no part of a result")]
    let text = std::env::var(variable);
    text.map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{variable} is no whole number: {text}")))
}

/// Runs a test on made-up seeds.
pub fn for_all(test: impl Fn(&Seeds) -> Result<(), String>) {
    let (cases, seed) = (number("LEADRULES_CASES", share::of_number(300)), number("LEADRULES_SEED", 0));
    let config = Config {
        cases: u32::try_from(cases).expect("fewer than four thousand million"),
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..Config::default()
    };
    let mut start = [0; 32];
    start[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &start));
    let result = runner.run(&generate::seeds(), |seeds| test(&seeds).map_err(TestCaseError::fail));
    if let Err(failure) = result {
        panic!("LEADRULES_SEED={seed} LEADRULES_CASES={cases}\n{failure}");
    }
}

#[test]
fn the_engine_gives_what_the_reference_gives() {
    for_all(|seeds| {
        let text = generate::file(seeds);
        let checked = read("made.leadrules", text.clone());
        let Some(rules) = &checked.rules else {
            return Err(format!(
                "the made-up file has errors:\n{text}\n{}",
                rules::rendered(&checked, &checked.findings)
            ));
        };
        let as_of = generate::as_of(seeds, rules);
        let data = generate::data(seeds, rules);
        same::by_both(rules, as_of, &data).map(|_| ()).map_err(|why| format!("{why}\nas of {as_of}\n{text}\n{data:#?}"))
    });
}

#[test]
fn the_formatter_keeps_every_file() {
    for_all(|seeds| {
        let text = generate::file(seeds);
        let (file, errors) = written::read(&text);
        if errors {
            return Err(format!("the made-up file can't be read:\n{text}"));
        }
        std::panic::catch_unwind(|| written::kept_by_the_formatter(&file))
            .map(|_| ())
            .map_err(|why| format!("{}\n{text}", why.downcast_ref::<String>().map_or("", |why| why)))
    });
}
