//! A rule file as written: names are text, every node has its span, comments are kept. `parse` makes it, `format`
//! prints it, `resolve` gives it a meaning. Nothing is looked up here.

mod condition;
mod declare;
mod file;
mod node;
mod score;
mod stage;

pub use condition::*;
pub use declare::*;
pub use file::*;
pub use node::*;
pub use score::*;
pub use stage::*;
