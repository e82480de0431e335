//! Files from and to columns.
pub mod cell;
pub mod write;
