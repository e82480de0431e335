//! `leadrules lsp` as an editor has it: the program itself, over its pipes.

mod editor;
mod edits;
mod findings;
mod fixing;
mod leads;
mod life;
mod naming;
mod renamed;
