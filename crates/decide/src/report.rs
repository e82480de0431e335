//! A report that can be mailed: one HTML file that needs nothing else. In: rules, leads as `sample` gives them and, if
//! wanted, a backtest and who moves from older rules to these; out: HTML. Nothing is judged here; what is counted is
//! shown.

mod accounts;
mod answer;
mod gather;
mod judged;
mod labels;
mod map;
mod page;
mod rules;
mod said;
mod sentence;
mod since;
mod spans;
mod weekly;
mod words;

pub use accounts::Companies;
pub use gather::{Gatherer, Settings};
pub use page::render;
pub use words::{DriftFrom, MovedSince, ResponseTo, Weekly, Words};

/// How sure intervals are, where nothing else says so.
const CONFIDENCE: f64 = 0.95;
