//! Letters as bytes of a printer's own code page, for when no slip can be drawn.

use crate::edge::printer::profile::CodePage;

/// A character that the printer's code page does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The printer has no letter U+{:04X}", u32::from(*.0))]
pub(super) struct Unmappable(pub(super) char);

/// The bytes 128 to 255 of PC850.
const PC850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
                     └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// A text in bytes of a code page, or the first character that it does not have: nothing is ever
/// replaced or left out.
///
/// PC850 has every letter of Portuguese. Of Romanian it has â and î (and Â, Î); ă, ș, ț (and Ă, Ș,
/// Ț) it does not have, nor has any other page that printers share: they are refused, and so is
/// the whole slip. So are €, the typographic quotes and dashes. Line feeds pass, other control
/// characters do not.
pub(super) fn encode(page: CodePage, text: &str) -> Result<Vec<u8>, Unmappable> {
    let CodePage::Pc850 = page;
    text.chars().map(byte).collect()
}

fn byte(character: char) -> Result<u8, Unmappable> {
    match character {
        '\n' => return Ok(b'\n'),
        ' '..='~' => return u8::try_from(character).map_err(|_| Unmappable(character)),
        _ => {}
    }
    let at = PC850.chars().position(|known| known == character);
    at.and_then(|at| u8::try_from(128 + at).ok()).ok_or(Unmappable(character))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PORTUGUESE: &str = "áâãàçéêíóôõúüÁÂÃÀÇÉÊÍÓÔÕÚÜªº§°";
    const ROMANIAN_REFUSED: &str = "ășțĂȘȚşţŞŢ";

    fn pc850(text: &str) -> Result<Vec<u8>, Unmappable> {
        encode(CodePage::Pc850, text)
    }

    #[test]
    fn the_page_has_all_its_128_places() {
        assert_eq!(PC850.chars().count(), 128);
        let mut known: Vec<char> = PC850.chars().collect();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), 128, "no character twice");
    }

    #[test]
    fn well_known_places_are_right() {
        for (character, byte) in [
            ('Ç', 0x80),
            ('é', 0x82),
            ('ç', 0x87),
            ('â', 0x83),
            ('î', 0x8c),
            ('Ø', 0x9d),
            ('á', 0xa0),
            ('ª', 0xa6),
            ('º', 0xa7),
            ('Á', 0xb5),
            ('ã', 0xc6),
            ('Ã', 0xc7),
            ('ı', 0xd5),
            ('Í', 0xd6),
            ('ß', 0xe1),
            ('Ô', 0xe2),
            ('õ', 0xe4),
            ('Õ', 0xe5),
            ('Ú', 0xe9),
            ('§', 0xf5),
            ('°', 0xf8),
            ('²', 0xfd),
            ('\u{a0}', 0xff),
        ] {
            assert_eq!(pc850(&character.to_string()), Ok(vec![byte]), "{character}");
        }
    }

    #[test]
    fn portuguese_is_whole() {
        assert_eq!(pc850(PORTUGUESE).unwrap().len(), PORTUGUESE.chars().count());
        assert_eq!(pc850("Solicitação\n").unwrap(), b"Solicita\x87\xc6o\n");
    }

    #[test]
    fn romanian_is_refused_but_for_two_letters() {
        assert_eq!(pc850("âîÂÎ").unwrap(), [0x83, 0x8c, 0xb6, 0xd7]);
        for letter in ROMANIAN_REFUSED.chars().chain("€“”„–—…’\t\r\u{7f}\u{1b}".chars())
        {
            assert_eq!(pc850(&letter.to_string()), Err(Unmappable(letter)));
        }
        assert_eq!(pc850("Cerere nouă"), Err(Unmappable('ă')));
    }

    proptest! {
        #[test]
        fn every_character_is_mapped_to_one_byte_or_refused(text in "[a-zà-ÿA-ZÀ-Ý0-9ăâîșțĂÂÎȘȚşţ .,:;!?#/\\-()€–“”]*") {
            match pc850(&text) {
                Ok(bytes) => {
                    prop_assert_eq!(bytes.len(), text.chars().count());
                    prop_assert!(!text.chars().any(|letter| ROMANIAN_REFUSED.contains(letter)));
                }
                Err(Unmappable(letter)) => prop_assert!(text.contains(letter)),
            }
        }

        #[test]
        fn no_character_becomes_a_command(character in any::<char>()) {
            if let Ok(bytes) = pc850(&character.to_string()) {
                prop_assert_eq!(bytes.len(), 1);
                prop_assert!(bytes[0] >= 0x20 || character == '\n');
            }
        }
    }
}
