//! Pictures by name: Lucide icons as strokes.

use slint::{ModelRc, VecModel};

use super::ui::{Icon, PathElem};

/// Name of an icon, and its strokes: the path, and whether it is filled.
type Strokes = (&'static str, &'static [(&'static str, bool)]);

/// Sorted by name.
static ICONS: &[Strokes] = include!(concat!(env!("OUT_DIR"), "/icons.rs"));

/// The icon of a Lucide name (`trash-2`); `None` when there is none.
pub(super) fn icon(name: &str) -> Option<Icon> {
    let wanted = camel(name);
    let place = ICONS.binary_search_by(|(name, _)| (*name).cmp(wanted.as_str())).ok()?;
    let (_, strokes) = ICONS.get(place)?;
    let paths: Vec<PathElem> = strokes
        .iter()
        .map(|(command, filled)| PathElem { command: (*command).into(), has_fill: *filled })
        .collect();
    Some(Icon { paths: ModelRc::new(VecModel::from(paths)) })
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
        assert!(icon("trash-2").is_some());
        assert!(icon("lightbulb-off").is_some());
        assert!(icon("no-such-picture").is_none());
        assert!(icon("").is_none());
    }
}
