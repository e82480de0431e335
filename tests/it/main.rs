//! What holds the program to its language, its house and its own words.

mod cli;
mod codes;
mod files;
mod generate;
mod layers;
mod same;
mod typed;
