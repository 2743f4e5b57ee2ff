//! What stands on a key.

use std::fmt;
use std::str::FromStr;

use crate::domain::action::UnknownAction;

/// What a key does.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Cap {
    /// Writes its letter.
    Letter(char),
    /// Takes the last letter away.
    Erase,
    /// Capitals, or small letters again.
    Shift,
    /// Digits and signs.
    Signs,
    /// Letters again.
    Letters,
    /// Letters with accents.
    Accents,
    /// Letters in alphabetical order.
    Abc,
    /// Letters as on a computer.
    Qwerty,
    /// Leads out of the keys.
    Done,
}

/// Keys that are no letters, by their ids.
const TOOLS: [(&str, Cap); 9] = [
    ("space", Cap::Letter(' ')),
    ("erase", Cap::Erase),
    ("shift", Cap::Shift),
    ("signs", Cap::Signs),
    ("letters", Cap::Letters),
    ("accents", Cap::Accents),
    ("abc", Cap::Abc),
    ("qwerty", Cap::Qwerty),
    ("done", Cap::Done),
];

impl fmt::Debug for Cap {
    /// Without the letter: letters in a row are what was typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cap(…)")
    }
}

impl fmt::Display for Cap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (TOOLS.iter().find(|(_, cap)| cap == self), self) {
            (Some((id, _)), _) => f.write_str(id),
            (None, Self::Letter(letter)) => write!(f, "{letter}"),
            (None, _) => Ok(()),
        }
    }
}

impl FromStr for Cap {
    type Err = UnknownAction;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        if let Some((_, cap)) = TOOLS.iter().find(|(name, _)| *name == id) {
            return Ok(*cap);
        }
        let mut letters = id.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Ok(Self::Letter(letter)),
            _ => Err(UnknownAction),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_an_id_of_its_own() {
        let letters = ['a', 'Ç', '7', ':', '/'].map(Cap::Letter);
        for cap in TOOLS.map(|(_, cap)| cap).into_iter().chain(letters) {
            assert_eq!(cap.to_string().parse(), Ok(cap));
        }
        assert!("ab".parse::<Cap>().is_err());
        assert!("".parse::<Cap>().is_err());
    }
}
