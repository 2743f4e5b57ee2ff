//! How one person wants to see and hear: reset when the visit ends.

/// Colours of the screen.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Palette {
    /// Cream paper, deep teal.
    Normal,
    /// White on black.
    HighDark,
    /// Black on white.
    HighLight,
    /// Soft.
    Low,
}

impl Palette {
    /// Every palette, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Normal, Self::HighDark, Self::HighLight, Self::Low];

    /// Its name in action ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::HighDark => "high-dark",
            Self::HighLight => "high-light",
            Self::Low => "low",
        }
    }

    /// The palette of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|palette| palette.name() == name)
    }
}

/// A part of how a person wants to see and hear: a page of the settings.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// How large the letters are.
    Letters,
    /// Colours.
    Colours,
    /// Language.
    Language,
    /// Rate and loudness of the voice.
    Voice,
}

impl Section {
    /// Every section, in the order in which they stand at the top of the screen.
    pub const ALL: [Self; 4] = [Self::Letters, Self::Colours, Self::Language, Self::Voice];

    /// Its name in action ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Letters => "letters",
            Self::Colours => "colours",
            Self::Language => "language",
            Self::Voice => "voice",
        }
    }

    /// The section of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }
}

/// Letters, colours and voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is chosen by itself")]
pub struct Settings {
    /// Letter size, 1 to 4.
    pub letters: u8,
    /// Colours.
    pub palette: Palette,
    /// Rate of speech, 1 to 7; 3 is about 120 words a minute.
    pub rate: u8,
    /// Loudness, 0 to 10; 5 is 65 dBA where the branch has measured it.
    pub volume: u8,
    /// Nothing moves on the screen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub calm: bool,
    /// Large pictures and few words, for those who do not read: the choices are read out as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pictures: bool,
    /// Nothing is shown: the person listens, and others see nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub black: bool,
    /// Larger targets, fewer on a page, and longer pauses between touches.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub steady: bool,
    /// Clips in sign language are offered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signs: bool,
}

impl Settings {
    /// Largest letter size.
    pub const LETTERS: u8 = 4;
    /// Fastest rate.
    pub const RATE: u8 = 7;
    /// Loudest.
    pub const VOLUME: u8 = 10;
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            letters: 2,
            palette: Palette::Normal,
            rate: 3,
            volume: 5,
            calm: false,
            pictures: false,
            black: false,
            steady: false,
            signs: false,
        }
    }
}
