//! API keys: 256 random bits, shown once, kept as their SHA-256.
//!
//! A key is looked up by its digest, so that no comparison depends on how much of it is right.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::ZeroizeOnDrop;

use crate::domain::protocol_number::StationNumber;

/// A key as it is shown once: 64 hexadecimal digits.
#[derive(ZeroizeOnDrop)]
pub struct ApiKey(String);

impl ApiKey {
    /// A new key.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut halves = [[0; 16]; 2];
        getrandom::fill(halves.as_flattened_mut())?;
        let [left, right] = halves.map(u128::from_be_bytes);
        Ok(Self(format!("{left:032x}{right:032x}")))
    }

    /// To be shown once.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self) -> KeyDigest {
        KeyDigest::of(&self.0)
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

/// SHA-256 of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyDigest(pub [u8; 32]);

impl KeyDigest {
    /// The digest of what a client sent.
    #[must_use]
    pub fn of(key: &str) -> Self {
        Self(Sha256::digest(key.as_bytes()).into())
    }
}

/// Whose key it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// An enrolled installation; it issues numbers of its own.
    Station(StationNumber),
    /// Any other Open311 client; its requests get numbers of the hub.
    Client,
    /// The people who answer.
    Staff,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_64_hexadecimal_digits_and_never_the_same() {
        let (one, other) = (ApiKey::random().unwrap(), ApiKey::random().unwrap());
        assert_eq!(one.reveal().len(), 64);
        assert!(one.reveal().bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert_eq!(one.digest(), KeyDigest::of(one.reveal()));
        assert_ne!(one.digest(), other.digest());
    }
}
