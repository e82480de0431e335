//! What samples can't say. A sample shows that something *exists*, never that nothing else does: whatever is based on
//! samples carries a [`Doubt`] with the reason. Only without a doubt can [`Covered`] be had, and without that no code
//! can say "no lead". So no code path can lose a doubt.

use crate::words::Text;
use std::rc::Rc;

/// Why something that was not found may exist all the same, in words for the user; `None` if everything was covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Doubt(Option<Rc<Text>>);

/// Everything was covered.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Covered(());

impl Covered {
    /// For what is impossible whatever leads there are: a number both above and below one bar.
    pub(super) fn by_logic() -> Self {
        Self(())
    }
}

impl Doubt {
    /// Everything was covered.
    pub(super) const NONE: Self = Self(None);

    /// Not everything was covered, for this reason.
    pub(super) fn of(reason: Text) -> Self {
        Self(Some(Rc::new(reason)))
    }

    /// The first of two doubts, if there is any.
    pub(super) fn or(&self, other: &Self) -> Self {
        if self.0.is_some() { self.clone() } else { other.clone() }
    }

    /// Why, if there is any.
    pub(super) fn reason(&self) -> Option<Text> {
        self.0.as_deref().cloned()
    }

    /// That everything was covered, or why not.
    pub(super) fn covered(&self) -> Result<Covered, Text> {
        self.reason().map_or(Ok(Covered(())), Err)
    }
}

impl From<Option<Text>> for Doubt {
    fn from(reason: Option<Text>) -> Self {
        Self(reason.map(Rc::new))
    }
}

impl<'d> FromIterator<&'d Doubt> for Doubt {
    fn from_iter<I: IntoIterator<Item = &'d Doubt>>(doubts: I) -> Self {
        doubts.into_iter().fold(Self::NONE, |all, one| all.or(one))
    }
}
