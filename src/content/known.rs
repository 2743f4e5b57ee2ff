//! Names that exist, and what to say about one that does not.

/// Names of one kind that other files may refer to.
#[derive(Debug)]
pub(crate) struct Known {
    kind: &'static str,
    /// `None` when their own file could not be read: then no reference is doubted.
    names: Option<Vec<String>>,
}

impl Known {
    /// The names of one kind, `"group"` for instance.
    pub(crate) fn new(kind: &'static str, names: Option<Vec<String>>) -> Self {
        Self { kind, names }
    }

    /// What is wrong with a name and its remedy; `None` when it exists.
    pub(crate) fn doubt(&self, name: &str) -> Option<(String, String)> {
        let names = self.names.as_ref()?;
        if names.iter().any(|known| known == name) {
            return None;
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Some((format!("unknown {} \"{name}\"", self.kind), use_one_of(name, &names)))
    }
}

/// How many names a remedy lists.
const LISTED: usize = 12;

/// How alike (Jaro-Winkler, 0 to 1) a name must be to be offered.
const ALIKE: f64 = 0.8;

/// "Use one of …", and first the name that was probably meant.
pub(crate) fn use_one_of(name: &str, names: &[&str]) -> String {
    let listed = match names {
        [] => return "Take it out: there are none".to_owned(),
        [only] => format!("Use {only}"),
        few if few.len() <= LISTED => format!("Use one of {}", few.join(", ")),
        many => format!("Use one of {}, …", many[..LISTED].join(", ")),
    };
    let alike = names
        .iter()
        .map(|known| (strsim::jaro_winkler(&name.to_lowercase(), &known.to_lowercase()), known))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    match alike {
        Some((_, meant)) if names.len() > 1 => format!("Did you mean {meant}? {listed}"),
        _ => listed,
    }
}
