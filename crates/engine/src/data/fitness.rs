//! What data must hold to be scored: what a run asks of the files that it reads. Nothing is checked here.

/// What data must hold to be scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitness {
    /// The field that tells leads apart, where there is one.
    pub key: Option<String>,
    /// The fields that rules look at.
    pub fields: Vec<String>,
    /// The properties of events that rules look at.
    pub properties: Vec<String>,
    /// The fields and properties whose column need not be there.
    pub optional: Vec<String>,
    /// Whether a column of these that is not there is taken for unknown; the key's never is.
    pub missing_is_unknown: bool,
    /// Of a hundred values of a field, or of a hundred events, so many may be unreadable, from 0 to 100.
    pub max_invalid: u8,
}
