//! Packs of lessons as our hub offers them to stations.

use serde::{Deserialize, Serialize};

/// A pack that can be fetched. Nothing here is believed: the pack's own signature counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Offered {
    /// The name of its file, without the ending.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal digits: another one is another pack.
    pub sha256: String,
}
