//! What leadrules decides with scores: who moves when rules change, when a lead moved, whether the rules were right,
//! what the data suggests, what would lift a lead. Nothing here knows about terminals or sockets.

pub mod agreement;
pub mod backtest;
pub mod bars;
pub mod call_list;
pub mod change;
#[cfg(feature = "report")]
pub mod chart;
pub mod cohorts;
pub mod company;
pub mod diff;
pub mod drift;
pub mod entry;
pub mod init;
mod misleading;
mod nights;
pub mod outcome;
pub mod previous;
pub mod reach;
pub mod reason;
pub mod replay;
#[cfg(feature = "report")]
pub mod report;
pub mod response;
pub mod sample;
pub mod statistic;
pub mod suggest;
pub mod summary;
pub mod timeline;
mod tongue;
pub mod whom;
