//! What holds the program to its language, its house and its own words.

mod backtest;
mod case;
mod cases;
mod cli;
mod codes;
mod decide;
mod docs;
mod explain;
mod files;
mod generate;
mod house;
mod init;
mod planted;
mod proofs;
mod properties;
mod real;
mod report;
mod rules;
mod same;
mod show;
mod statistics;
mod suggest;
mod sums;
mod typed;
mod warehouse;
mod written;
