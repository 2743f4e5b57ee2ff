//! What has become of a request: mySociety's states, and the two that GeoReport knows.

/// A state of mySociety's `servicerequestupdates`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    name: &'static str,
    closed: bool,
}

/// Every state, and whether nothing more is done in it.
const STATES: [State; 12] = [
    State { name: "open", closed: false },
    State { name: "closed", closed: true },
    State { name: "fixed", closed: true },
    State { name: "in_progress", closed: false },
    State { name: "action_scheduled", closed: false },
    State { name: "investigating", closed: false },
    State { name: "duplicate", closed: true },
    State { name: "not_councils_responsibility", closed: true },
    State { name: "no_further_action", closed: true },
    State { name: "internal_referral", closed: false },
    State { name: "reopen", closed: false },
    State { name: "for_triage", closed: false },
];

impl State {
    /// The state of a name in any case, `None` for one that mySociety does not have.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        STATES.into_iter().find(|state| state.name.eq_ignore_ascii_case(name))
    }

    /// Its name, in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }

    /// As GeoReport says it.
    #[must_use]
    pub fn status(self) -> Status {
        if self.closed { Status::Closed } else { Status::Open }
    }
}

/// The two states of GeoReport v2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Something is still to be done.
    Open,
    /// Nothing more is done.
    Closed,
}

impl Status {
    /// Its name in GeoReport.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// The status of a name, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Closed]
            .into_iter()
            .find(|status| status.name().eq_ignore_ascii_case(name))
    }
}
