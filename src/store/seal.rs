//! Sealing: XChaCha20-Poly1305 with the row's table and id as associated data, so that a sealed
//! row cannot be moved to another row.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::StoreError;

/// Bytes of the nonce that stands before each ciphertext.
const NONCE: usize = 24;

/// Seals and opens rows with the station's key.
#[derive(Clone)]
pub struct Seal {
    cipher: XChaCha20Poly1305,
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal(…)")
    }
}

impl Seal {
    /// A seal with a key of 32 random bytes.
    #[must_use]
    pub fn new(key: &[u8; 32]) -> Self {
        Self { cipher: XChaCha20Poly1305::new(&Key::from(*key)) }
    }

    /// Seals a value for one row.
    ///
    /// # Errors
    ///
    /// There is no randomness, or the value cannot be written as JSON.
    pub fn close<T: Serialize>(&self, row: &str, value: &T) -> Result<Vec<u8>, StoreError> {
        let plain = serde_json::to_vec(value).map_err(|_| StoreError::Unexpected("a value"))?;
        self.close_bytes(row, &plain)
    }

    /// Seals bytes for one row.
    ///
    /// # Errors
    ///
    /// There is no randomness.
    pub fn close_bytes(&self, row: &str, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(|_| StoreError::Sealed)?;
        let payload = Payload { msg: plain, aad: row.as_bytes() };
        let sealed =
            self.cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| StoreError::Sealed)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was sealed for the same row with the same key.
    ///
    /// # Errors
    ///
    /// Another key, another row, or a damaged file.
    pub fn open<T: DeserializeOwned>(&self, row: &str, sealed: &[u8]) -> Result<T, StoreError> {
        let plain = self.open_bytes(row, sealed)?;
        serde_json::from_slice(&plain).map_err(|_| StoreError::Unexpected("a sealed row"))
    }

    /// Opens bytes that were sealed for the same row with the same key.
    ///
    /// # Errors
    ///
    /// Another key, another row, or a damaged file.
    pub fn open_bytes(&self, row: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(StoreError::Sealed)?;
        let payload = Payload { msg: sealed, aad: row.as_bytes() };
        let plain =
            self.cipher.decrypt(&XNonce::from(*nonce), payload).map_err(|_| StoreError::Sealed)?;
        Ok(Zeroizing::new(plain))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_row_opens_only_in_its_own_place_and_with_its_own_key() {
        let seal = Seal::new(&[7; 32]);
        let sealed = seal.close("outbox:a", &"Maria").unwrap();
        assert_eq!(seal.open::<String>("outbox:a", &sealed).unwrap(), "Maria");
        assert!(seal.open::<String>("outbox:b", &sealed).is_err());
        assert!(Seal::new(&[8; 32]).open::<String>("outbox:a", &sealed).is_err());
        assert!(!sealed.windows(5).any(|window| window == b"Maria"));
    }
}
