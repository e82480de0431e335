//! What stood before the values of an object: commas, names and colons, as they are written. In: the text before each value of one object;
//! out: whether the next object goes on in the same way, which takes one look where its name is compared, too. Programs write
//! all objects alike.

use crate::short_key::starts_with;

/// What stood before each value, by its position.
#[derive(Debug, Default)]
pub(super) struct Prefixes(Vec<Box<str>>);

/// Objects with more members than this are lists of another kind, which are not alike.
const MOST: usize = 64;

impl Prefixes {
    /// How long what stands before the value at this position is, if it stands at the start of `text`.
    #[inline]
    pub(super) fn at(&self, position: usize, text: &[u8]) -> Option<usize> {
        let prefix = self.0.get(position)?;
        starts_with(text, prefix.as_bytes()).then_some(prefix.len())
    }

    /// Notes what stood there, unless it is known how another object goes on.
    pub(super) fn learn(&mut self, position: usize, prefix: &str) {
        if position == self.0.len() && position < MOST {
            self.0.push(prefix.into());
        }
    }
}
