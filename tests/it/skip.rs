//! Tests that need what not every machine has say so, by name: the gate counts these lines.

/// Says that this test is skipped, and what is missing. With `LEADRULES_SKIP=never`, which is set by whoever has
/// installed what is needed, the test fails instead.
#[expect(clippy::disallowed_methods, reason = "whether a test may be skipped is no part of a result")]
pub fn skipped(missing: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    assert!(std::env::var("LEADRULES_SKIP").as_deref() != Ok("never"), "{test} must not be skipped: {missing}");
    eprintln!("skipped: {test}: {missing}");
}
