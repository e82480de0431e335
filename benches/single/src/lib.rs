//! What leads and rule engines are compared with: the leads, and the same rules in other languages.

pub mod leads;
pub mod rivals;

/// The two scores and the stage.
pub type Answer = (i64, i64, &'static str);
