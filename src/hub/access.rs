//! The six digits of a receipt, as the hub keeps them.
//!
//! A salted hash does not stop somebody who has stolen the data from trying a million codes; the
//! limit on attempts stops everybody else.

use sha2::{Digest, Sha256};

use crate::domain::request::AccessCode;

/// Wrong codes that are answered within an hour, for one number.
pub const ATTEMPTS: u32 = 10;

/// How long wrong codes count, in seconds.
pub const ATTEMPTS_WITHIN: i64 = 3600;

/// SHA-256 over a random salt and the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessHash {
    /// Sixteen random bytes.
    pub salt: [u8; 16],
    /// The hash.
    pub hash: [u8; 32],
}

impl AccessHash {
    /// The hash of a new code.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn new(code: &AccessCode) -> Result<Self, getrandom::Error> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt)?;
        Ok(Self::of(salt, code))
    }

    /// The hash of a code with a salt that is known.
    #[must_use]
    pub fn of(salt: [u8; 16], code: &AccessCode) -> Self {
        Self { salt, hash: hash(salt, code) }
    }

    /// Whether it was made from this code.
    #[must_use]
    pub fn matches(&self, code: &AccessCode) -> bool {
        self.hash == hash(self.salt, code)
    }
}

fn hash(salt: [u8; 16], code: &AccessCode) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(code.0.as_bytes()).finalize().into()
}

/// What an access code opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeVerdict {
    /// It belongs to the number.
    Right,
    /// It does not, or the number has none, or there is no such number.
    Wrong,
    /// Too many wrong codes within the hour: nothing was compared.
    TooMany,
}
