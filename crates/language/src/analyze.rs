//! What can be said about a rule set before any data is seen, for all leads that could exist. In: a rule set and the
//! instant from which leads are seen; out: proofs, each with a lead that shows it. No data is read here.
//! `docs/proofs.md` explains the method.

mod agreed;
mod among;
mod both;
mod cells;
mod combined;
mod compile;
mod doubt;
mod effort;
mod findings;
mod formula;
mod groups;
mod happen;
mod joint;
mod kin;
mod model;
mod order;
mod points;
mod problem;
mod proof;
mod query;
mod question;
mod realise;
mod reckon;
mod relations;
mod shifted;
mod solve;
mod space;
mod together;
mod tried;
mod witness;

pub use agreed::parts_changed;
pub use findings::{Findings, Undecided, broken_promises, findings, findings_while};
pub use joint::{Differences, PossibleMove, Seen, differences};
pub use proof::{Promised, Proof, Reach, ScoreProof, StageProof, ends_while, promises, prove};
pub use witness::{Company, Witness, condensed};
