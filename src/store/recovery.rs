//! Copies of pending requests, encrypted to the city's recovery key (age, X25519): for a stick or
//! another station, when this one breaks before the line is back.

use std::io::{Read, Write};

use age::x25519::{Identity, Recipient};
use zeroize::Zeroizing;

use crate::domain::delivery::Progress;
use crate::domain::request::{Request, RequestId};

use super::{Store, StoreError};

/// Why a copy could not be made or read.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// The store could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The recipient is not an age public key.
    #[error(
        "The city's recovery key is not an age public key (age1…): see [recovery] in city.toml"
    )]
    Recipient,
    /// The identity is not an age secret key.
    #[error("The key file holds no age secret key (AGE-SECRET-KEY-1…)")]
    Identity,
    /// The copy does not open.
    #[error("The copy does not open with this key, or it is damaged")]
    Closed,
    /// Writing failed.
    #[error("The copy could not be written or read")]
    Io(#[from] std::io::Error),
}

/// A copy: requests and what attempts left behind.
#[derive(serde::Serialize, serde::Deserialize)]
struct Copy {
    format: u32,
    requests: Vec<(Request, Progress)>,
    /// What was spoken.
    #[serde(default)]
    notes: Vec<(RequestId, Vec<u8>)>,
}

/// What a copy holds.
pub struct Kept {
    /// Requests and what attempts left behind.
    pub requests: Vec<(Request, Progress)>,
    /// What was spoken, by request.
    pub notes: Vec<(RequestId, Zeroizing<Vec<u8>>)>,
}

impl std::fmt::Debug for Kept {
    /// Without what was said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kept({} requests)", self.requests.len())
    }
}

impl Store {
    /// Writes every request that is not delivered to `out`, encrypted; tells how many.
    ///
    /// # Errors
    ///
    /// A row does not open, the key is malformed, or writing failed.
    pub fn export(&self, recipient: &str, out: impl Write) -> Result<usize, RecoveryError> {
        let recipient: Recipient = recipient.parse().map_err(|_| RecoveryError::Recipient)?;
        let (mut requests, mut notes) = (Vec::new(), Vec::new());
        for row in self.outbox()? {
            if let Some((row, Some(request))) = self.find(row.number)? {
                if let Some(sound) = request.draft.note.and(self.note(request.id)?) {
                    notes.push((request.id, sound.to_vec()));
                }
                requests.push((request, row.progress));
            }
        }
        let count = requests.len();
        let plain = serde_json::to_vec(&Copy { format: 1, requests, notes })
            .map_err(|_| StoreError::Unexpected("a request"))?;
        let recipients = std::iter::once(&recipient as &dyn age::Recipient);
        let encryptor =
            age::Encryptor::with_recipients(recipients).map_err(|_| RecoveryError::Recipient)?;
        let mut writer = encryptor.wrap_output(out)?;
        writer.write_all(&plain)?;
        writer.finish()?.flush()?;
        Ok(count)
    }
}

/// Opens a copy with the city's secret key.
///
/// # Errors
///
/// The key is malformed, or the copy does not open with it.
pub fn open(identity: &str, copy: impl Read) -> Result<Kept, RecoveryError> {
    let secret = identity
        .lines()
        .find(|line| line.starts_with("AGE-SECRET-KEY-"))
        .ok_or(RecoveryError::Identity)?;
    let identity: Identity = secret.trim().parse().map_err(|_| RecoveryError::Identity)?;
    let decryptor = age::Decryptor::new(copy).map_err(|_| RecoveryError::Closed)?;
    let mut reader = decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .map_err(|_| RecoveryError::Closed)?;
    let mut plain = Vec::new();
    reader.read_to_end(&mut plain).map_err(|_| RecoveryError::Closed)?;
    let copy: Copy = serde_json::from_slice(&plain).map_err(|_| RecoveryError::Closed)?;
    let notes = copy.notes.into_iter().map(|(id, sound)| (id, Zeroizing::new(sound))).collect();
    Ok(Kept { requests: copy.requests, notes })
}
