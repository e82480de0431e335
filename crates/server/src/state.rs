//! What the handlers share.

use std::sync::Arc;

use crate::answers::Answers;
use crate::built::Asset;

/// What is served, and within which limits.
#[derive(Clone)]
pub struct Served {
    pub answers: Arc<dyn Answers>,
    pub assets: &'static [Asset],
    pub limits: Limits,
}

/// The most bytes that are taken.
#[derive(Copy, Clone, Debug)]
pub struct Limits {
    /// Of the JSON of a call.
    pub json: u64,
    /// Of all files that are dropped at once, which are held in memory.
    pub files: u64,
}

impl Limits {
    pub const USUAL: Self = Self { json: 16 << 20, files: 2 << 30 };
}
