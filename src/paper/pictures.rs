//! Pictures of the icon set on paper.

use std::fmt::Write as _;

use super::Crest;
use super::ink::Ink;
use crate::icons::strokes;

/// Draws a picture within a square of `breadth` dots; none where there is none of the name.
pub(super) fn draw(name: &str, breadth: u16) -> Option<Ink> {
    let mut svg = String::from(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="black" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">"#,
    );
    for (path, filled) in strokes(name)? {
        let fill = if *filled { "black" } else { "none" };
        write!(svg, r#"<path d="{path}" fill="{fill}"/>"#).ok()?;
    }
    svg.push_str("</svg>");
    Some(Crest::of(svg.as_bytes()).ok()?.draw(breadth))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_of_a_passport_can_be_drawn_and_is_another() {
        let mut drawn = Vec::new();
        for name in crate::domain::passport::PICTURE_NAMES {
            let ink = draw(name, 72).unwrap_or_else(|| panic!("no {name}"));
            assert_eq!((ink.width(), ink.height()), (72, 72));
            let rows: Vec<Vec<u8>> = ink.rows().map(<[u8]>::to_vec).collect();
            assert!(!drawn.contains(&rows), "{name}");
            drawn.push(rows);
        }
        assert!(draw("no-such-picture", 72).is_none());
    }
}
