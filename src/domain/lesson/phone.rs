//! The practice phone: screens of parts, and where a touch on each leads.

use std::fmt;

/// The name of a screen of the practice phone: `messages/chats`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct PhoneId(pub String);

/// The name of something on a screen of the practice phone.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct PartId(pub String);

impl fmt::Display for PhoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for PartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A screen of the practice phone, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneScreen {
    /// Its name.
    pub id: PhoneId,
    /// What stands on it, from top to bottom.
    pub parts: Vec<Part>,
}

impl PhoneScreen {
    /// What can be touched: everything but its name.
    pub fn touchable(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.kind != PartKind::Title)
    }

    /// What stands above everything.
    #[must_use]
    pub fn title(&self) -> Option<&Part> {
        self.parts.iter().find(|part| part.kind == PartKind::Title)
    }
}

/// Something on a screen of the practice phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name; its words are the message `phone-APP-SCREEN-PART`.
    pub id: PartId,
    /// What it looks like.
    pub kind: PartKind,
    /// Its picture, a name of the icon set.
    pub icon: Option<String>,
    /// Where a touch leads.
    pub leads: Option<PhoneId>,
}

/// What a part looks like: a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// The name of the screen, above everything.
    Title,
    /// Words.
    Text,
    /// A line of a list.
    Row,
    /// A button.
    Button,
    /// Words that lead elsewhere.
    Link,
    /// What somebody else wrote.
    Bubble,
    /// What the persona wrote.
    Mine,
    /// A picture.
    Picture,
    /// Where one writes.
    Field,
    /// Where one writes what others are not to see.
    Secret,
    /// On or off.
    Switch,
}

impl PartKind {
    /// All of them, with how a file names them.
    pub const ALL: [(&str, Self); 11] = [
        ("title", Self::Title),
        ("text", Self::Text),
        ("row", Self::Row),
        ("button", Self::Button),
        ("link", Self::Link),
        ("bubble", Self::Bubble),
        ("mine", Self::Mine),
        ("picture", Self::Picture),
        ("field", Self::Field),
        ("secret", Self::Secret),
        ("switch", Self::Switch),
    ];

    /// Whether one writes there.
    #[must_use]
    pub fn is_written(self) -> bool {
        matches!(self, Self::Field | Self::Secret)
    }
}
