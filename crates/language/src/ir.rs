//! A rule set as meant: every name resolved to an id, every value typed, no sugar left. `resolve` makes it; `analyze`,
//! `sql`, `engine` and the reference evaluator read it. All files of the set are one here.

mod account;
mod children;
mod condition;
mod declare;
mod dependencies;
mod id;
mod number;
mod plain;
mod rules;
mod same;
mod score;
mod stage;
mod text_test;
mod walk;

pub use crate::ast::About;
pub use account::{Asked, Gathered, OfAccount, Over};
pub use children::{Child, ChildMut};
pub use condition::*;
pub use declare::*;
pub use dependencies::Dependencies;
pub use id::*;
pub(crate) use plain::{sort_cond, sort_score};
pub use rules::*;
pub use score::*;
pub use stage::*;
pub use text_test::{Pattern, TextTest};
pub use walk::Item;
