//! What leadrules decides with scores: why a lead came out so, who moves when rules change, whether the rules were right,
//! what the data speaks for. Nothing here knows of terminals or sockets.

pub mod backtest;
pub mod change;
pub mod chart;
pub mod init;
pub mod moves;
pub mod outcome;
pub mod previous;
pub mod reach;
pub mod replay;
pub mod report;
pub mod sample;
pub mod statistic;
pub mod suggest;
pub mod summary;
pub mod timeline;
