//! Keys of authors, and the signature at the end of a pack (Ed25519, RFC 8032).
//!
//! The archive's comment is a mark, the public key and the signature over every byte before it.
//! So nothing of an archive can change unseen, not even what a reader of archives passes over, and
//! no such reader sees a byte before somebody has answered for it.

use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use super::{MakeError, Refusal};
use crate::archive::{self, Named};
use crate::domain::city::Author;

/// Begins the comment. Hexadecimal digits of the key and of the signature follow.
const MARK: &str = "acolhe-lessons-1 ";
const KEY_DIGITS: usize = 64;
const SIGNATURE_DIGITS: usize = 128;

/// Stands before what is signed, so that the key's word for something else is none for a pack.
const CONTEXT: &[u8] = b"acolhe lesson pack 1\n";

/// How a secret and a public key begin, so that nobody takes one for the other.
const SECRET: &str = "acolhe-secret-1:";
const PUBLIC: &str = "acolhe-public-1:";

/// A text is no key.
#[derive(Debug, PartialEq, Eq)]
pub struct NotAKey {
    /// What is wrong.
    pub what: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

/// What an author signs with.
pub struct SecretKey(SigningKey);

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

impl SecretKey {
    /// A new one.
    ///
    /// # Errors
    ///
    /// The system has no randomness.
    pub fn make() -> Result<Self, getrandom::Error> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut())?;
        Ok(Self(SigningKey::from_bytes(&seed)))
    }

    /// Reads what [`SecretKey::text`] wrote; `None` where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix(SECRET)?;
        let seed = Zeroizing::new(HEXLOWER.decode(digits.as_bytes()).ok()?);
        let seed: &[u8; 32] = seed.as_slice().try_into().ok()?;
        Some(Self(SigningKey::from_bytes(seed)))
    }

    /// To be kept where nobody else reads it.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{SECRET}{}\n", HEXLOWER.encode(&self.0.to_bytes())))
    }

    /// The public key, for cities.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// The same as cities write it.
    #[must_use]
    pub fn public_text(&self) -> String {
        format!("{PUBLIC}{}", HEXLOWER.encode(&self.public()))
    }
}

/// The public key of a text.
///
/// # Errors
///
/// It is none.
pub fn parse_public_key(text: &str) -> Result<[u8; 32], NotAKey> {
    if text.starts_with(SECRET) {
        let remedy = "Take it out, and tell who made it: nobody may trust that key any more";
        return Err(NotAKey { what: "this is a secret key", remedy });
    }
    let key = text.strip_prefix(PUBLIC).and_then(|digits| {
        let key: [u8; 32] = HEXLOWER.decode(digits.as_bytes()).ok()?.try_into().ok()?;
        let point = VerifyingKey::from_bytes(&key).ok()?;
        (!point.is_weak()).then_some(key)
    });
    let remedy = "Copy what `acolhe lesson key` printed: acolhe-public-1: and 64 digits";
    key.ok_or(NotAKey { what: "this is no public key", remedy })
}

/// An archive with its signature.
pub(super) fn sign(files: &[Named], key: &SecretKey) -> Result<Vec<u8>, MakeError> {
    let head = format!("{MARK}{}", HEXLOWER.encode(&key.public()));
    let mut bytes = archive::pack(files, &format!("{head}{:0>SIGNATURE_DIGITS$}", ""))?;
    bytes.truncate(bytes.len().saturating_sub(SIGNATURE_DIGITS));
    let signature = key.0.sign(&signed(&bytes)).to_bytes();
    bytes.extend(HEXLOWER.encode(&signature).into_bytes());
    Ok(bytes)
}

/// Who answers for every byte.
pub(super) fn verify<'a>(bytes: &[u8], authors: &'a [Author]) -> Result<&'a Author, Refusal> {
    let (body, signature) =
        bytes.split_last_chunk::<SIGNATURE_DIGITS>().ok_or(Refusal::Unsigned)?;
    let (rest, key) = body.split_last_chunk::<KEY_DIGITS>().ok_or(Refusal::Unsigned)?;
    if !rest.ends_with(MARK.as_bytes()) {
        return Err(Refusal::Unsigned);
    }
    let key: [u8; 32] = decoded(key).ok_or(Refusal::Altered)?;
    let author = authors.iter().find(|author| author.key == key);
    let author = author
        .ok_or_else(|| Refusal::UnknownSigner(format!("{PUBLIC}{}", HEXLOWER.encode(&key))))?;
    let signature = Signature::from_bytes(&decoded(signature).ok_or(Refusal::Altered)?);
    let key = VerifyingKey::from_bytes(&key).map_err(|_| Refusal::Altered)?;
    key.verify_strict(&signed(body), &signature).map_err(|_| Refusal::Altered)?;
    Ok(author)
}

fn signed(body: &[u8]) -> Vec<u8> {
    [CONTEXT, body].concat()
}

fn decoded<const N: usize>(digits: &[u8]) -> Option<[u8; N]> {
    HEXLOWER.decode(digits).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written_and_neither_is_taken_for_the_other() {
        let key = SecretKey::make().unwrap();
        let again = SecretKey::parse(&key.text()).unwrap();
        assert_eq!(again.public(), key.public());
        assert_eq!(parse_public_key(&key.public_text()), Ok(key.public()));
        assert_eq!(parse_public_key(key.text().trim()).unwrap_err().what, "this is a secret key");
        assert!(SecretKey::parse(&key.public_text()).is_none());
        for wrong in ["", "acolhe-public-1:", "acolhe-public-1:00", &"0".repeat(64)] {
            assert_eq!(parse_public_key(wrong).unwrap_err().what, "this is no public key");
        }
        let weak = format!("{PUBLIC}01{}", "00".repeat(31));
        assert!(parse_public_key(&weak).is_err(), "a key for which anything is signed");
        assert_eq!(format!("{key:?}"), "SecretKey(…)");
    }
}
