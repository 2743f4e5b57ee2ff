//! `[panel]`: how a waiting room's window looks.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::domain::settings::Palette;

/// `[panel]`
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PanelConfig {
    /// Nothing flashes: who is called is lit all the time.
    pub calm: bool,
    /// Its colours.
    #[serde(deserialize_with = "palette")]
    pub palette: Palette,
}

impl Default for PanelConfig {
    fn default() -> Self {
        Self { calm: false, palette: Palette::Normal }
    }
}

/// The soft colours are for one person near the glass, not for a room.
fn palette<'de, D: Deserializer<'de>>(name: D) -> Result<Palette, D::Error> {
    let name = String::deserialize(name)?;
    Palette::from_name(&name).filter(|palette| *palette != Palette::Low).ok_or_else(|| {
        let what = "a panel has no such colours. Use \"normal\", \"high-dark\" or \"high-light\"";
        D::Error::custom(what)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_that_cannot_be_read_from_afar_are_refused() {
        let panel: PanelConfig = toml::from_str("palette = \"high-dark\"\ncalm = true").unwrap();
        assert_eq!((panel.palette, panel.calm), (Palette::HighDark, true));
        for palette in ["low", "pink"] {
            let error = toml::from_str::<PanelConfig>(&format!("palette = \"{palette}\""));
            assert!(error.unwrap_err().message().starts_with("a panel has no such colours"));
        }
    }
}
