//! What a page or an editor asks about a rule set that somebody is writing. In: the texts of a draft, and leads that were
//! read; out: answers as JSON. Nothing is known here of sockets, of files or of the clock.
//!
//! [`Desk`](desk::Desk) takes all questions. A draft is checked at once; its figures are computed over the leads batch by
//! batch, until a newer draft asks for its own.

pub mod about;
pub mod accounts;
pub mod data;
pub mod desk;
pub mod draft;
pub mod facts;
pub mod figures;
pub mod leads;
pub mod lines;
pub mod names;
pub mod outline;
pub mod packed;
pub mod place;
pub mod ranks;
pub mod scored;
pub mod sets;
pub mod settled;
pub mod shape;
pub mod single;
pub mod tidy;
pub mod typing;
pub mod words;
