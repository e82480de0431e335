//! Files from and to columns.
pub mod cell;
