//! Any bytes as a Parquet file: the whole run ends, with a result or one error.
#![no_main]

use leadrules_engine::data::Format;
use libfuzzer_sys::fuzz_target;

mod files;

fuzz_target!(|bytes: &[u8]| files::run(Format::Parquet, bytes));
