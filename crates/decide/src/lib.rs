//! What leadrules decides with scores: who moves when rules change, when a lead moved, whether the rules were right,
//! what the data speaks for, what would lift a lead. Nothing here knows of terminals or sockets.

pub mod backtest;
pub mod change;
#[cfg(feature = "report")]
pub mod chart;
pub mod diff;
pub mod init;
mod misleading;
pub mod outcome;
pub mod previous;
pub mod reach;
pub mod replay;
#[cfg(feature = "report")]
pub mod report;
pub mod sample;
pub mod statistic;
pub mod suggest;
pub mod summary;
pub mod timeline;
