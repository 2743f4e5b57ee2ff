//! The parameters of a call. An empty one is no different from an absent one.

/// Names and values, in the order in which they came.
pub(super) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Takes what a form or a query held; blanks around a value do not count, nor does the letter
    /// zero, which nobody types and PostgreSQL does not keep.
    pub(super) fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let clean = |text: String| text.replace('\0', "").trim().to_owned();
        let trimmed = pairs.into_iter().map(|(name, value)| (name.replace('\0', ""), clean(value)));
        Self(trimmed.filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The first value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The values of a name that may be given several times or hold commas.
    pub(super) fn list<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let values = self.0.iter().filter(move |(key, _)| key == name);
        values.flat_map(|(_, value)| value.split(',')).map(str::trim).filter(|it| !it.is_empty())
    }

    /// Codes and values of `attribute[CODE]` and `attribute[CODE][]`.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|(name, value)| {
            let rest = name.strip_prefix("attribute[")?;
            let code = rest.strip_suffix("][]").or_else(|| rest.strip_suffix(']'))?;
            Some((code, value.as_str()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(pairs: &[(&str, &str)]) -> Parameters {
        Parameters::new(pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())))
    }

    #[test]
    fn an_empty_parameter_is_an_absent_one() {
        let parameters = parameters(&[("status", " "), ("status", "open, closed,"), ("a", "")]);
        assert_eq!(parameters.get("a"), None);
        assert_eq!(parameters.list("status").collect::<Vec<_>>(), ["open", "closed"]);
    }

    #[test]
    fn the_letter_zero_is_left_out() {
        let parameters = parameters(&[("a", "\0 o\0ne"), ("attribute[b\0]", "\0")]);
        assert_eq!(parameters.get("a"), Some("one"));
        assert_eq!(parameters.attributes().count(), 0);
    }

    #[test]
    fn attributes_come_with_and_without_a_second_pair_of_brackets() {
        let parameters =
            parameters(&[("attribute[a]", "1"), ("attribute[b][]", "2"), ("attribute[b][]", "3")]);
        let attributes: Vec<_> = parameters.attributes().collect();
        assert_eq!(attributes, [("a", "1"), ("b", "2"), ("b", "3")]);
    }
}
