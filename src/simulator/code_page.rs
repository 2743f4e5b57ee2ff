//! Which character a byte above 127 prints, and what each family of printers calls its pages.

use crate::edge::printer::profile::{Profile, StatusDialect};

/// A table of characters for the bytes above 127.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// One character a byte; the table holds those of 128 to 255.
    Table(&'static str),
    /// One to four bytes a character.
    Utf8,
    /// Nobody knows what the printer would show.
    Unknown,
}

/// Printers that number their pages alike. Custom's numbers are taken to be Epson's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Epson,
    Bematech,
    Elgin,
    Daruma,
    Diebold,
    /// Sold under no name, or under any.
    Generic,
}

impl Family {
    /// By its maker's name, for some makers' printers answer as others' do; else as it answers.
    pub(super) fn of(profile: &Profile) -> Self {
        match (profile.name.split_whitespace().next(), profile.status) {
            (Some("Bematech"), _) | (_, StatusDialect::Bematech) => Self::Bematech,
            (Some("Elgin"), _) | (_, StatusDialect::Elgin) => Self::Elgin,
            (Some("Daruma"), _) | (_, StatusDialect::Daruma) => Self::Daruma,
            (Some("Diebold"), _) => Self::Diebold,
            (Some("Any"), _) | (_, StatusDialect::None) => Self::Generic,
            (_, StatusDialect::Epson | StatusDialect::Custom) => Self::Epson,
        }
    }
}

/// What a family calls its pages with `ESC t n`.
pub(super) fn page(family: Family, index: u8) -> Page {
    let table = match family {
        Family::Epson => match index {
            0 => PC437,
            2 => PC850,
            3 => PC860,
            16 => WINDOWS_1252,
            18 => PC852,
            19 => PC858,
            39 => LATIN_2,
            40 => LATIN_9,
            45 => WINDOWS_1250,
            _ => return Page::Unknown,
        },
        Family::Bematech => match index {
            2 => PC850,
            3 => PC437,
            4 => PC860,
            5 => PC858,
            8 => return Page::Utf8,
            _ => return Page::Unknown,
        },
        Family::Elgin => match index {
            1 => WINDOWS_1252,
            2 => PC850,
            3 => PC437,
            4 => PC860,
            5 => PC858,
            _ => return Page::Unknown,
        },
        Family::Diebold => match index {
            1 => WINDOWS_1252,
            2 => PC850,
            3 => PC437,
            _ => return Page::Unknown,
        },
        Family::Daruma => match index {
            1 => LATIN_1,
            2 => PC850,
            3 => WINDOWS_1252,
            4 => PC437,
            _ => return Page::Unknown,
        },
        Family::Generic => match index {
            0 => PC437,
            2 => PC850,
            3 => PC860,
            6 => WINDOWS_1252,
            8 => PC852,
            9 => PC858,
            16 => LATIN_2,
            _ => return Page::Unknown,
        },
    };
    Page::Table(table)
}

/// The page that stands when a printer is switched on.
pub(super) fn first(family: Family) -> Page {
    Page::Table(match family {
        Family::Epson | Family::Generic => PC437,
        Family::Bematech | Family::Elgin | Family::Daruma | Family::Diebold => PC850,
    })
}

impl Page {
    /// The character of a byte of a table; what nobody knows is U+FFFD.
    pub(super) fn character(self, byte: u8) -> char {
        match self {
            _ if byte.is_ascii() => char::from(byte),
            Self::Table(table) => {
                let character = table.chars().nth(usize::from(byte) - 128);
                character.filter(|c| !c.is_control()).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            Self::Utf8 | Self::Unknown => char::REPLACEMENT_CHARACTER,
        }
    }
}

const PC437: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
    áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

const PC850: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

const PC852: &str = "\
    ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č\
    áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
    └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀\
    ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}";

const PC858: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

const PC860: &str = "\
    ÇüéâãàÁçêÊèÍÔìÃÂÉÀÈôõòÚùÌÕÜ¢£Ù₧Ó\
    áíóúñÑªº¿Ò¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

const WINDOWS_1250: &str = "\
    €�‚�„…†‡�‰Š‹ŚŤŽŹ�‘’“”•–—�™š›śťžź\
    \u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
    ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

const WINDOWS_1252: &str = "\
    €�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ\
    \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

const LATIN_1: &str = "\
    \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\
    \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
    \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯\
    °±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
    ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîï\
    ðñòóôõö÷øùúûüýþÿ";

const LATIN_2: &str = "\
    \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\
    \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
    \u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ\
    °ą˛ł´ľśˇ¸šşťź˝žż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ\
    ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
    ŕáâăäĺćçčéęëěíîď\
    đńňóôőö÷řůúűüýţ˙";

const LATIN_9: &str = "\
    \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\
    \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
    \u{a0}¡¢£€¥Š§š©ª«¬\u{ad}®¯\
    °±²³Žµ¶·ž¹º»ŒœŸ¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
    ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîï\
    ðñòóôõö÷øùúûüýþÿ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_whole() {
        for table in [
            PC437,
            PC850,
            PC852,
            PC858,
            PC860,
            WINDOWS_1250,
            WINDOWS_1252,
            LATIN_1,
            LATIN_2,
            LATIN_9,
        ] {
            assert_eq!(table.chars().count(), 128);
        }
    }

    /// `Solicitação` written in PC860, as each family would show it under the index of Epson.
    #[test]
    fn the_same_bytes_read_otherwise_on_another_family() {
        let told = |family| -> String {
            let page = page(family, 3);
            b"Solicita\x87\x84o".iter().map(|byte| page.character(*byte)).collect()
        };
        assert_eq!(told(Family::Epson), "Solicitação");
        assert_eq!(told(Family::Bematech), "Solicitaçäo");
        assert_eq!(told(Family::Daruma), "Solicita‡„o");
    }

    #[test]
    fn page_850_has_one_index_everywhere() {
        use Family::{Bematech, Daruma, Diebold, Elgin, Epson, Generic};
        for family in [Bematech, Daruma, Diebold, Elgin, Epson, Generic] {
            assert_eq!(page(family, 2), Page::Table(PC850));
            assert_eq!(page(family, 77), Page::Unknown);
        }
        let shown: String = b"\xc6\xe4\x87\x82\xc7\xe5"
            .map(|byte| Page::Table(PC850).character(byte))
            .iter()
            .collect();
        assert_eq!(shown, "ãõçéÃÕ");
    }

    #[test]
    fn every_profile_that_is_shipped_names_page_850_as_its_family_does() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("hardware/printers");
        let names = Profile::names(&folder);
        assert!(!names.is_empty());
        for name in names {
            let profile = Profile::find(&folder, &name).unwrap();
            let page = page(Family::of(&profile), profile.text.index);
            assert_eq!(page, Page::Table(PC850), "{name}");
        }
    }
}
