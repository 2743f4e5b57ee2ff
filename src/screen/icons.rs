//! Pictures by name, as the window draws them.

use slint::{ModelRc, VecModel};

use super::ui::{Icon, PathElem};
use crate::icons::strokes;

/// The icon of a Lucide name (`trash-2`); `None` when there is none.
pub(super) fn icon(name: &str) -> Option<Icon> {
    let paths: Vec<PathElem> = strokes(name)?
        .iter()
        .map(|(command, filled)| PathElem { command: (*command).into(), has_fill: *filled })
        .collect();
    Some(Icon { paths: ModelRc::new(VecModel::from(paths)) })
}
