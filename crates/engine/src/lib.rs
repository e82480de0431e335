//! The engine of leadrules: in go the meaning of a rule set and the files of leads and events, out come scores and stages as
//! columns, and files of them. Rule texts are never read here.

pub mod columns;
pub mod data;
pub mod engine;
pub mod run;
mod short_key;
pub mod survey;
