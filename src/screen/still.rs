//! The practice phone as a picture for paper: the very screen, drawn without a display.
//!
//! It is drawn black on white, for printers know no colours that can be relied on.

use std::rc::Rc;

use slint::ComponentHandle;
use slint::platform::software_renderer::{MinimalSoftwareWindow, RepaintBufferType};
use slint::platform::{Platform, PlatformError, WindowAdapter, set_platform};

use crate::domain::settings::Palette;
use crate::paper::Picture;
use crate::view::View;

use super::measure;
use super::phone::Phone;
use super::ruler::Ruler;
use super::ui::{Measure, PageView, PhoneStill, Theme, Views};

/// Dots of a millimetre: as fine as office printers print.
const PER_MM: u16 = 10;

/// Windows that nobody sees.
struct Nowhere;

impl Platform for Nowhere {
    fn create_window_adapter(&self) -> Result<Rc<dyn WindowAdapter>, PlatformError> {
        Ok(MinimalSoftwareWindow::new(RepaintBufferType::NewBuffer))
    }
}

/// Draws practice phones for paper.
pub struct Stills {
    window: PhoneStill,
    ruler: Ruler,
}

impl std::fmt::Debug for Stills {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stills").finish_non_exhaustive()
    }
}

/// Why nothing can be drawn.
#[derive(Debug, thiserror::Error)]
#[error("The practice phone cannot be drawn: report it to the makers of Acolhe")]
pub struct NoStills(#[from] PlatformError);

impl Stills {
    /// Makes ready to draw; where windows are drawn already, in the same way.
    ///
    /// # Errors
    ///
    /// There can be no window.
    pub fn begin() -> Result<Self, NoStills> {
        // The only fault is that there is one already.
        let _ = set_platform(Box::new(Nowhere));
        let window = PhoneStill::new()?;
        window.global::<Measure>().set_mm(f32::from(PER_MM));
        window.global::<Measure>().set_small(true);
        window.global::<Theme>().set_palette(measure::palette(Palette::HighLight));
        Ok(Self { window, ruler: Ruler::installed() })
    }

    /// The practice phone of a screen; none where there is none on it.
    ///
    /// # Errors
    ///
    /// The window cannot be drawn.
    pub fn draw(&self, view: &View) -> Result<Option<Picture>, NoStills> {
        let Some(phone) = Phone::on_paper(view, &self.ruler) else { return Ok(None) };
        let (width, height) = phone.size();
        let page = PageView { phone: phone.view(view), ..PageView::default() };
        self.window.global::<Views>().set_page(page);
        self.window.window().set_size(slint::PhysicalSize::new(dots(width), dots(height)));
        self.window.show()?;
        let drawn = self.window.window().take_snapshot();
        self.window.hide()?;
        let drawn = drawn?;
        let across = usize::try_from(drawn.width()).unwrap_or(1);
        let grey = drawn.as_slice().iter().map(|dot| {
            // Luma of ITU-R BT.601, in thousandths.
            let light = 299 * u32::from(dot.r) + 587 * u32::from(dot.g) + 114 * u32::from(dot.b);
            u8::try_from(light / 1000).unwrap_or(u8::MAX)
        });
        Ok(Some(Picture::new(across, PER_MM, grey.collect())))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred")]
fn dots(millimetres: f32) -> u32 {
    (millimetres * f32::from(PER_MM)).ceil() as u32
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::path::Path;

    use super::*;
    use crate::content::{city, lessons};
    use crate::domain::city::Language;
    use crate::leaflet::Maker;
    use crate::locale::Locales;

    /// 14 points, in millimetres.
    const SMALLEST: f32 = 14.0 * 25.4 / 72.0;

    /// Hands every screen of every lesson to somebody, in each language.
    fn each_screen(see: &dyn Fn(&View)) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let locales = Locales::load(&root.join("locales")).unwrap();
        let mut city = city::load(&root.join("cities/vila-serena")).unwrap();
        city.taught = lessons::load(&root.join("lessons")).unwrap();
        let now = "2026-11-24T12:00:00Z".parse().unwrap();
        let draw = |view: &View| {
            see(view);
            None
        };
        for language in Language::ALL {
            let maker = Maker { city: &city, language, locales: &locales, now, draw: &draw };
            for lesson in &city.taught.lessons {
                let _ = maker.lesson(lesson);
            }
        }
    }

    #[test]
    fn every_screen_of_every_lesson_stands_on_paper_in_large_letters() {
        let ruler = Ruler::installed();
        let count = Cell::new(0);
        each_screen(&|view| {
            let header = view.phone.as_ref().expect("a phone");
            let phone = Phone::on_paper(view, &ruler);
            let phone = phone.unwrap_or_else(|| panic!("a word of {header} is too wide"));
            let (width, height) = phone.size();
            assert!(width <= 120.1 && height <= 230.0, "{header}: {width} by {height}");
            let em = phone.view(view).em;
            assert!(em >= SMALLEST, "{header}: letters of {em} mm");
            count.set(count.get() + 1);
        });
        assert!(count.get() > 200, "{} screens", count.get());
    }

    #[test]
    fn a_screen_is_drawn_black_on_white_without_a_display() {
        let stills = Stills::begin().unwrap();
        let drawn = Cell::new(false);
        each_screen(&|view| {
            if drawn.replace(true) {
                return;
            }
            let picture = stills.draw(view).unwrap().unwrap();
            assert_eq!(picture.width(), 820);
            let dots = picture.grey();
            let share = |is: fn(&&u8) -> bool| 100 * dots.iter().filter(is).count() / dots.len();
            let (black, white) = (share(|dot| **dot < 32), share(|dot| **dot > 223));
            assert!(black > 5 && white > 30 && black + white > 90, "{black} and {white} per cent");
        });
        assert!(drawn.get());
    }
}
