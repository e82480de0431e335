//! `leadrules mcp` as an assistant has it: the program itself, over its pipes.

mod client;
mod life;
mod paths;
mod private;
mod tools;
mod trial;
mod writing;
