//! Which ways to see are looked at: every pair of glass, language, letters and colours in as few
//! rounds as there can be, or everything.

use acolhe::domain::city::Language;
use acolhe::domain::settings::Palette;

use crate::easel::Glass;
use crate::tour::Guest;

/// Every kind of glass.
pub(crate) const GLASSES: [Glass; 4] =
    [Glass::TALL, Glass::WIDE, Glass::SMALL_TALL, Glass::SMALL_WIDE];

/// Sum of two digits of the field of four elements.
fn plus(one: usize, other: usize) -> usize {
    one ^ other
}

/// Twice a digit in that field.
fn twice(digit: usize) -> usize {
    [0, 2, 3, 1][digit % 4]
}

/// The guests of a glass. Four of them on each of four: rows of an orthogonal array, in which any
/// two columns hold every pair.
pub(crate) fn guests(glass: Glass) -> Vec<Guest> {
    let row = GLASSES.iter().position(|it| *it == glass).unwrap_or(0);
    if std::env::var_os("ACOLHE_FULL").is_some() {
        return every();
    }
    // The longest words stand twice: on the smallest glass they meet the largest letters.
    let [portuguese, romanian, english] = Language::ALL;
    let languages = [romanian, portuguese, english, romanian];
    (0..4)
        .map(|letters| Guest {
            language: languages[plus(plus(twice(letters), row), 2)],
            letters: u8::try_from(letters + 1).unwrap_or(1),
            palette: Palette::ALL[plus(letters, row)],
        })
        .collect()
}

fn every() -> Vec<Guest> {
    let mut guests = Vec::new();
    for language in Language::ALL {
        for letters in 1..=4 {
            for palette in Palette::ALL {
                guests.push(Guest { language, letters, palette });
            }
        }
    }
    guests
}

#[test]
fn every_pair_of_ways_to_see_is_looked_at() {
    let mut pairs = std::collections::HashSet::new();
    for (glass, kind) in GLASSES.iter().enumerate() {
        for guest in guests(*kind) {
            let way = [
                ("glass", glass),
                ("language", Language::ALL.iter().position(|it| *it == guest.language).unwrap()),
                ("letters", usize::from(guest.letters)),
                ("palette", Palette::ALL.iter().position(|it| *it == guest.palette).unwrap()),
            ];
            for one in way {
                for other in way {
                    pairs.insert((one, other));
                }
            }
        }
    }
    // Ordered pairs of different columns, and each value with itself.
    let columns = [4, 3, 4, 4];
    let total: usize = columns.iter().sum();
    let squares: usize = columns.iter().map(|count| count * count).sum();
    assert_eq!(pairs.len(), total * total - squares + total);
}
