//! What can be said differently to a server that refuses: each way once.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::form::{Form, names};
use super::verdict::Cause;

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    AsTyped,
    /// Without the marks above and below letters: `Ștefan` as `Stefan`.
    WithoutMarks,
    LeftOut,
}

/// How a request is put to a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Manner {
    letters: Letters,
    /// The branch's coordinates stand in for those of a place that has none.
    pub(super) coordinates_of_branch: bool,
}

impl Manner {
    /// As the person said it.
    pub(super) const FAITHFUL: Self =
        Self { letters: Letters::AsTyped, coordinates_of_branch: false };

    /// What to try next; `None` when nothing is left to try.
    pub(super) fn remedied(self, cause: Cause, name: &str) -> Option<Self> {
        match (cause, self.letters) {
            (Cause::Names, Letters::AsTyped) if without_marks(name) != name => {
                Some(Self { letters: Letters::WithoutMarks, ..self })
            }
            (Cause::Names, Letters::AsTyped | Letters::WithoutMarks) if !name.is_empty() => {
                Some(Self { letters: Letters::LeftOut, ..self })
            }
            (Cause::Coordinates, _) if !self.coordinates_of_branch => {
                Some(Self { coordinates_of_branch: true, ..self })
            }
            _ => None,
        }
    }

    pub(super) fn put_names<'a>(self, form: &mut Form<'a>, name: &'a str) {
        let (first, last) = names(name);
        let written = |name: &'a str| match self.letters {
            Letters::AsTyped => Cow::Borrowed(name),
            Letters::WithoutMarks => Cow::Owned(without_marks(name)),
            Letters::LeftOut => Cow::Borrowed(""),
        };
        form.put("first_name", written(first)).put("last_name", written(last));
    }
}

fn without_marks(name: &str) -> String {
    name.nfd().filter(|character| !is_combining_mark(*character)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_its_marks_before_it_is_left_out() {
        let folded = Manner::FAITHFUL.remedied(Cause::Names, "Ștefan Țepeș Mihăiță").unwrap();
        let mut form = Form::default();
        folded.put_names(&mut form, "Ștefan Țepeș Mihăiță");
        assert_eq!(form.pairs()[0].1, "Stefan");
        assert_eq!(form.pairs()[1].1, "Tepes Mihaita");

        let silent = folded.remedied(Cause::Names, "Ștefan").unwrap();
        let mut form = Form::default();
        silent.put_names(&mut form, "Ștefan");
        assert!(form.pairs().is_empty());
        assert_eq!(silent.remedied(Cause::Names, "Ștefan"), None);
        assert_eq!(Manner::FAITHFUL.remedied(Cause::Names, ""), None);
    }
}
