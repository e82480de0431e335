//! leadrules: a small declarative language for lead scoring.
pub mod ast;
pub mod calendar;
pub mod codes;
pub mod columns;
pub mod data;
pub mod decay;
pub mod decimal;
pub mod diagnostic;
pub mod engine;
pub mod explain;
pub mod fix;
pub mod ir;
pub mod reference;
pub mod source;
pub mod testing;
pub mod text;
pub mod types;
