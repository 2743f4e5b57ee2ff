//! Lucide's pictures by name, as strokes: what data names, windows and pages draw.

/// One stroke: the path, as SVG writes it, and whether it is filled.
pub type Stroke = (&'static str, bool);

/// Sorted by name.
static ICONS: &[(&str, &[Stroke])] = include!(concat!(env!("OUT_DIR"), "/icons.rs"));

/// The strokes of a Lucide name (`trash-2`) on a square of 24; `None` when there is none.
#[must_use]
pub fn strokes(name: &str) -> Option<&'static [Stroke]> {
    let wanted = camel(name);
    let place = ICONS.binary_search_by(|(name, _)| (*name).cmp(wanted.as_str())).ok()?;
    ICONS.get(place).map(|(_, strokes)| *strokes)
}

/// `trash-2` is `Trash2` in the table.
fn camel(name: &str) -> String {
    name.split('-')
        .flat_map(|part| {
            let mut letters = part.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_are_found_by_their_names_and_unknown_ones_are_none() {
        assert!(strokes("trash-2").is_some());
        assert!(strokes("lightbulb-off").is_some());
        assert!(strokes("no-such-picture").is_none());
        assert!(strokes("").is_none());
    }
}
