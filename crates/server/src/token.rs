//! The token of a start: who knows it may call. It stands in the fragment of the page's address, which browsers send to
//! nobody, and comes back in a header; as a cookie any other server on this machine would get it, whatever its port.

use std::io;

use subtle::ConstantTimeEq;

use crate::random;

/// 256 random bits. There is no way to print it by accident.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    pub fn new() -> io::Result<Self> {
        random::hex::<32>().map(Self)
    }

    /// One that was chosen.
    pub fn of(token: String) -> Self {
        Self(token)
    }

    /// For the page's address.
    pub fn shown(&self) -> &str {
        &self.0
    }

    /// Whether this is it, in a time that does not tell how much of it is right.
    pub fn is(&self, said: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(said).into()
    }
}
