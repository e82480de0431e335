//! What holds the program to its language, its house and its own words.

mod files;
mod layers;
mod same;
mod typed;
