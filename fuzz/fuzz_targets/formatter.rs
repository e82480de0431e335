//! Any text as a rule file: if it can be read, its canonical form says the same and is stable.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/it/written.rs"]
mod written;

fuzz_target!(|text: &str| {
    let (file, errors) = written::read(text);
    if !errors {
        written::kept_by_the_formatter(&file);
    }
});
