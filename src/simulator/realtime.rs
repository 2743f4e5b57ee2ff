//! Requests that a printer answers the moment they arrive, wherever they stand.

use crate::edge::printer::profile::{Clear, Profile, StatusDialect};

/// What is asked out of turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// `DLE EOT 1` to `4`.
    Epson(u8),
    /// `DLE EOT 20`.
    Custom,
    /// `GS F8h 1`.
    Bematech,
    /// `ENQ` at an Elgin.
    Elgin,
    /// `ENQ` at a Daruma.
    Daruma,
    /// `GS ENQ` at a Daruma.
    DarumaPaper,
    /// `DLE ENQ 1`: go on after a fault.
    GoOn,
    /// `DLE ENQ 2`: go on after a fault without what is held.
    GoOnWithout,
    /// `DLE DC4` function 8: throw away what is held, and say so.
    ThrowAwayAndTell,
    /// `STX`: throw away what is held.
    ThrowAway,
}

const LONGEST: usize = 10;

const THROW_AWAY: [u8; LONGEST] = [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

/// Looks at every byte that arrives for requests that begin with `DLE`.
///
/// The makers' manuals say that such a request is obeyed even where it stands within the data of
/// another command, and that its bytes are data of that command all the same: so nothing is taken
/// out of what arrives.
#[derive(Default)]
pub(super) struct Ear {
    last: [u8; LONGEST],
}

impl std::fmt::Debug for Ear {
    /// Tells nothing: what it heard is what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ear")
    }
}

impl Ear {
    /// The request that this byte completes.
    pub(super) fn hear(&mut self, byte: u8, profile: &Profile) -> Option<Request> {
        self.last.rotate_left(1);
        self.last[LONGEST - 1] = byte;
        let epson = matches!(profile.status, StatusDialect::Epson | StatusDialect::Custom);
        if profile.clear == Clear::DleDc4 && self.last == THROW_AWAY {
            return Some(Request::ThrowAwayAndTell);
        }
        match self.last[LONGEST - 3..] {
            [0x10, 4, n @ 1..=4] if epson => Some(Request::Epson(n)),
            [0x10, 4, 20] if profile.status == StatusDialect::Custom => Some(Request::Custom),
            [0x10, 5, 1] if obeys_enq(profile) => Some(Request::GoOn),
            [0x10, 5, 2] if obeys_enq(profile) => Some(Request::GoOnWithout),
            _ => None,
        }
    }
}

fn obeys_enq(profile: &Profile) -> bool {
    matches!(profile.clear, Clear::DleDc4 | Clear::DleEnq)
}
