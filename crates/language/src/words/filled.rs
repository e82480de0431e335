//! What stands at a place of a sentence, in the language of the sentence.

/// What stands at a place.
pub(super) struct Filled {
    /// The name of the place.
    pub(super) place: &'static str,
    /// As it is written.
    pub(super) said: String,
    /// How many, if it says how many: that chooses a wording.
    pub(super) count: Option<u64>,
}
