//! Everything that a panel shows, with real pixels: read from afar, whole, and in colours that are
//! far apart.

use acolhe::domain::settings::Palette;
use acolhe::paper::Fonts;
use acolhe::view::waiting_room::RoomView;
use slint::ComponentHandle as _;

use crate::easel::{Easel, Glass, pixels};
use crate::ink::Picture;
use crate::rooms::{GLASSES, PALETTES, hang, scenes};
use crate::thing::{Letters, Rect, Thing, things_in};

/// Andika's capitals, of the type's size.
const CAPITAL: f32 = 1485.0 / 2048.0;

/// The least contrast of words: WCAG 2.2 SC 1.4.6.
const CONTRAST: f32 = 7.0;

/// What stands in a window.
struct Sight {
    name: String,
    glass: Glass,
    view: RoomView,
    things: Vec<Thing>,
    picture: Picture,
}

impl Sight {
    fn texts(&self) -> impl Iterator<Item = (&Thing, &Letters)> {
        let texts = self.things.iter().filter_map(|thing| Some((thing, thing.letters.as_ref()?)));
        texts.filter(|(_, letters)| !letters.words.trim().is_empty())
    }

    /// The height of a text's capitals in millimetres.
    fn capitals(&self, words: &str) -> f32 {
        let sizes = self.texts().filter(|(_, letters)| letters.words == words);
        let largest = sizes.map(|(_, letters)| letters.size).fold(0.0, f32::max);
        largest * CAPITAL / self.glass.density()
    }
}

/// Looks at every scene on a glass.
fn look(glass: Glass, palette: Palette, judge: &mut dyn FnMut(&Sight)) {
    let easel = Easel::new();
    for scene in scenes() {
        let wall = hang(&easel, glass, palette);
        wall.show(&scene.view);
        let window = wall.window().window();
        let picture = Picture::new(window.take_snapshot().unwrap());
        judge(&Sight {
            name: format!("{} {} {}", scene.name, glass.name(), palette.name()),
            glass,
            view: scene.view,
            things: things_in(window, glass),
            picture,
        });
    }
}

/// Each on a thread of its own: there the platform can be set once.
fn look_at_everything(judge: fn(&Sight) -> Vec<String>) {
    let looks = GLASSES.into_iter().flat_map(|glass| PALETTES.map(|palette| (glass, palette)));
    let mut faults = Vec::new();
    for (glass, palette) in looks {
        let found = std::thread::spawn(move || {
            let mut found = Vec::new();
            look(glass, palette, &mut |sight| {
                found.extend(judge(sight).iter().map(|fault| format!("{}: {fault}", sight.name)));
            });
            found
        });
        faults.extend(found.join().unwrap());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_number_is_a_quarter_of_the_glass_high_and_everything_is_read_from_afar() {
    look_at_everything(|sight| {
        let mut faults = Vec::new();
        let side = pixels(sight.glass.width.min(sight.glass.height)) / sight.glass.density();
        // A whole line has only the shorter side of a glass that stands upright.
        let wide = sight.glass.width > sight.glass.height;
        let [line, number] = if wide { [0.04, 0.25] } else { [0.035, 0.24] };
        let mut least = |words: &str, part: f32| {
            let told = sight.capitals(words) / side;
            if told < part - 0.001 {
                faults.push(format!("{words:?} has {told:.3} of the side, not {part}"));
            }
        };
        for text in sight.view.nobody.iter().chain(&sight.view.notice) {
            least(text, if sight.view.large.is_some() { 0.022 } else { line });
        }
        least(&sight.view.time, line);
        if let Some(call) = &sight.view.large {
            least(&call.number, number);
            // What the panel says of its line takes room from the desk, not from the number.
            let [desk, label] =
                if sight.view.notice.is_empty() { [0.1, 0.035] } else { [0.095, 0.03] };
            least(&call.desk, desk);
            for text in &sight.view.labels.desk {
                least(text, label);
            }
        }
        for call in sight.view.others.iter().take(2) {
            least(&call.number, 0.055);
        }
        faults
    });
}

#[test]
fn nothing_is_cut_and_nothing_lies_upon_anything() {
    look_at_everything(|sight| {
        let mut fonts = Fonts::installed().unwrap();
        let glass = Rect::of(sight.glass);
        let texts: Vec<_> = sight.texts().collect();
        let mut faults = Vec::new();
        for (at, (thing, letters)) in texts.iter().enumerate() {
            let rect = ink_of(thing, letters);
            let words = &letters.words;
            if !glass.holds(rect) || !thing.seen_through.holds(rect) {
                faults.push(format!("{words:?} is out of sight: {rect:?}"));
            }
            let mut advance = |piece: &str| -> f32 {
                piece.chars().map(|letter| fonts.advance(letter, letters.bold)).sum()
            };
            let pieces = words.split(if letters.wraps { ' ' } else { '\n' });
            let widest = pieces.map(&mut advance).fold(0.0, f32::max) * letters.size;
            if widest > rect.width + 1.5 {
                faults.push(format!("{words:?} wants {widest:.0} and has {:.0}", rect.width));
            }
            if letters.wraps && letters.wants.1 > thing.rect.height + 0.3 * letters.size {
                let (wants, has) = (letters.wants.1, thing.rect.height);
                faults.push(format!("{words:?} wants {wants:.0} of height and has {has:.0}"));
            }
            for (other, others) in texts.iter().skip(at + 1) {
                if rect.gap(ink_of(other, others)) < 0.0 {
                    faults.push(format!("{words:?} lies upon {:?}", others.words));
                }
            }
        }
        faults
    });
}

/// Where the letters of a text are: a line has air over and under them.
fn ink_of(thing: &Thing, letters: &Letters) -> Rect {
    let rect = thing.rect;
    if letters.wraps {
        return rect;
    }
    let height = rect.height.min(CAPITAL * letters.size);
    Rect { y: rect.y + (rect.height - height) / 2.0, height, ..rect }
}

#[test]
fn every_word_stands_out_from_its_ground() {
    look_at_everything(|sight| {
        let mut faults = Vec::new();
        for (thing, letters) in sight.texts() {
            let told = sight.picture.letters(ink_of(thing, letters)).unwrap_or(1.0);
            if told < CONTRAST {
                faults.push(format!("{:?} is read by {told:.1}:1", letters.words));
            }
        }
        faults
    });
}

#[test]
fn a_television_is_read_from_the_far_wall() {
    // A capital of 0.7° is what EN 301 549 §5.1.4 asks of letters that cannot be enlarged.
    let least = |metres: f32| 1000.0 * metres * 0.7_f32.to_radians().tan();
    look(GLASSES[0], Palette::Normal, &mut |sight| {
        if let Some(call) = &sight.view.large {
            let told = sight.capitals(&call.number);
            assert!(told >= least(10.0), "{}: {told:.0} mm", sight.name);
        }
    });
}

#[test]
fn who_is_called_is_lit_and_who_was_called_is_not() {
    let easel = Easel::new();
    let wall = hang(&easel, GLASSES[0], Palette::Normal);
    let mut grounds = Vec::new();
    for scene in scenes().into_iter().take(2) {
        wall.show(&scene.view);
        let window = wall.window().window();
        let picture = window.take_snapshot().unwrap();
        // In the card, left of the number.
        let at = 300 * 1920 + 60;
        let pixel = picture.as_slice()[at];
        grounds.push((scene.view.lit, [pixel.r, pixel.g, pixel.b]));
    }
    assert_eq!(grounds, [(true, [0xff, 0xd1, 0x66]), (false, [0xff, 0xff, 0xff])]);
}
