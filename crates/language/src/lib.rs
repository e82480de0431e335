//! The language of leadrules: in goes the text of a rule set; out come its meaning, what is wrong with it, what can be
//! proved about it, its canonical form, its SQL query, and the evaluation of one lead. There are no files, clocks,
//! threads or columns here.

pub mod analyze;
pub mod ast;
pub mod bundle;
pub mod calendar;
pub mod check;
pub mod codes;
pub mod decay;
pub mod decimal;
pub mod diagnostic;
pub mod explain;
pub mod fix;
pub mod format;
pub mod ir;
pub mod keyword;
pub mod lead;
pub mod load;
pub mod page;
pub mod parse;
pub mod reference;
pub mod resolve;
pub mod source;
pub mod sql;
pub mod testing;
pub mod text;
pub mod types;
pub mod visible;
pub mod words;
