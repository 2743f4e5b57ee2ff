//! The key that comes from the words of a code: whoever has the words opens the draft, and nobody
//! else does, neither the station nor the hub.

use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::domain::code_words::ResumeCode;
use crate::domain::later::{Kept, Locator};

use super::{Seal, StoreError};

/// Argon2id over 32 MiB, twice (RFC 9106 lets memory be traded for passes): 2⁴⁰ codes cannot be
/// tried by whoever steals the data, and one takes a moment that nobody notices.
const MEMORY_KIB: u32 = 32 * 1024;
const PASSES: u32 = 2;

/// Bytes of the locator and, behind it, of the key.
const LOCATOR: usize = 16;
const KEY: usize = 32;

/// What the words of a code come to in one city.
pub struct CodeKey {
    locator: Locator,
    seal: Seal,
}

impl std::fmt::Debug for CodeKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CodeKey(…)")
    }
}

impl CodeKey {
    /// The key of a code; every station of a city comes to the same one. Takes a tenth of a second.
    ///
    /// `city` is what tells the city from others: the address of its pages.
    ///
    /// # Errors
    ///
    /// There is no memory for it.
    pub fn of(city: &str, code: &ResumeCode) -> Result<Self, StoreError> {
        let salt = Sha256::digest(format!("acolhe resume code 1\n{city}"));
        let mut made = Zeroizing::new([0; LOCATOR + KEY]);
        let line = Zeroizing::new(code.line());
        Params::new(MEMORY_KIB, PASSES, 1, Some(made.len()))
            .and_then(|params| {
                let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
                argon2.hash_password_into(line.as_bytes(), &salt, made.as_mut())
            })
            .map_err(|_| StoreError::Unexpected("a code"))?;
        let (locator, key) =
            made.split_first_chunk::<LOCATOR>().ok_or(StoreError::Unexpected("a code"))?;
        let key = key.first_chunk::<KEY>().ok_or(StoreError::Unexpected("a code"))?;
        Ok(Self { locator: Locator(*locator), seal: Seal::new(key) })
    }

    /// Where the draft is.
    #[must_use]
    pub fn locator(&self) -> Locator {
        self.locator
    }

    /// Seals what is kept.
    ///
    /// # Errors
    ///
    /// There is no randomness.
    pub fn close(&self, kept: &Kept) -> Result<Vec<u8>, StoreError> {
        self.seal.close(&self.row(), kept)
    }

    /// Opens what was sealed with the same words.
    ///
    /// # Errors
    ///
    /// Other words, or damaged.
    pub fn open(&self, sealed: &[u8]) -> Result<Kept, StoreError> {
        self.seal.open(&self.row(), sealed)
    }

    fn row(&self) -> String {
        format!("saved:{}", self.locator)
    }
}
