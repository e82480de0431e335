//! The engine of leadrules: in go the meaning of a rule set and the files of leads and events; out come scores and
//! stages, as columns and as files of them. Rule texts are never read here.
#![cfg_attr(
    not(all(feature = "parquet", feature = "sheets")),
    allow(dead_code, reason = "some of what all forms share is for forms that are left out")
)]

pub mod accounts;
pub mod columns;
pub mod data;
pub mod engine;
pub mod hold;
pub mod run;
pub mod shelf;
mod short_key;
pub mod survey;
