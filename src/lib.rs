//! leadrules: a small declarative language for lead scoring.
pub mod ast;
pub mod calendar;
pub mod codes;
pub mod decimal;
pub mod diagnostic;
pub mod source;
pub mod text;
pub mod types;
