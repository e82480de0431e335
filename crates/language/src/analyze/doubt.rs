//! What samples can't say. A sample shows that something *exists*, never that nothing else does: whatever is made of samples
//! carries a [`Doubt`] with the reason, and only where there is none can [`Covered`] be had, without which nobody says "no
//! lead". So no code path can lose it.

use std::rc::Rc;

/// Why what was not found may be there all the same, in words for the user; or nothing, where all there is was covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Doubt(Option<Rc<str>>);

/// All there is was covered.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Covered(());

impl Covered {
    /// What can't be whatever leads there are: a number above and below one bar.
    pub(super) fn by_logic() -> Self {
        Self(())
    }
}

impl Doubt {
    /// All there is was covered.
    pub(super) const NONE: Self = Self(None);

    /// Not all was covered, for this reason.
    pub(super) fn of(reason: impl Into<Rc<str>>) -> Self {
        Self(Some(reason.into()))
    }

    /// Either doubt; of two the first.
    pub(super) fn or(&self, other: &Self) -> Self {
        if self.0.is_some() { self.clone() } else { other.clone() }
    }

    /// Why, if there is any.
    pub(super) fn reason(&self) -> Option<String> {
        self.0.as_deref().map(str::to_owned)
    }

    /// That all was covered, or why not.
    pub(super) fn covered(&self) -> Result<Covered, String> {
        self.reason().map_or(Ok(Covered(())), Err)
    }
}

impl From<Option<String>> for Doubt {
    fn from(reason: Option<String>) -> Self {
        Self(reason.map(Into::into))
    }
}

impl<'d> FromIterator<&'d Doubt> for Doubt {
    fn from_iter<I: IntoIterator<Item = &'d Doubt>>(doubts: I) -> Self {
        doubts.into_iter().fold(Self::NONE, |all, one| all.or(one))
    }
}
