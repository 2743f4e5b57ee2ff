//! TOML tables that are read key by key; what nobody asked for is told as unknown.

use std::ops::RangeInclusive;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::known::use_one_of;
use super::source::Source;

/// A table while it is being read.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    source: &'a Source<'a>,
    entries: &'a DeTable<'a>,
    /// Where the table starts.
    at: usize,
    /// Its keys from the top, with a dot after each.
    path: String,
    asked: Vec<String>,
}

/// Reads a file; `None` when it is not TOML, which is told.
pub(crate) fn read<T>(source: &Source<'_>, read: impl FnOnce(&mut Table<'_>) -> T) -> Option<T> {
    let root = parse(source)?;
    let mut table = Table::new(source, root.get_ref(), 0, String::new());
    let value = read(&mut table);
    table.tell_unknown();
    Some(value)
}

/// The file's tables; `None` when it is not TOML, which is told.
pub(crate) fn parse<'a>(source: &'a Source<'_>) -> Option<Spanned<DeTable<'a>>> {
    let (root, errors) = DeTable::parse_recoverable(source.text());
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        source.tell(at, format!("this is not TOML: {}", error.message()), "Repair this line");
    }
    errors.is_empty().then_some(root)
}

impl<'a> Table<'a> {
    fn new(source: &'a Source<'a>, entries: &'a DeTable<'a>, at: usize, path: String) -> Self {
        Self { source, entries, at, path, asked: Vec::new() }
    }

    /// Notes that somebody knows a key.
    fn ask(&mut self, key: &str) {
        if !self.asked.iter().any(|asked| asked == key) {
            self.asked.push(key.to_owned());
        }
    }

    fn get(&mut self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.ask(key);
        self.entries.get(key)
    }

    /// Tells a fault of a key; of the whole table where the key is missing.
    pub(crate) fn tell(&self, key: &str, what: impl Into<String>, remedy: impl Into<String>) {
        self.source.tell(self.position(key), what, remedy);
    }

    /// Tells a key that is left out.
    pub(crate) fn tell_missing(&self, key: &str, remedy: &str) {
        self.tell(key, format!("{}{key} is missing", self.path), remedy);
    }

    fn tell_wrong(&self, value: &Spanned<DeValue<'_>>, key: &str, remedy: &str) {
        let kind = value.get_ref().type_str();
        self.source.tell(value.span().start, format!("{}{key} is a {kind}", self.path), remedy);
    }

    fn tell_unknown(&self) {
        let asked: Vec<&str> = self.asked.iter().map(String::as_str).collect();
        for key in self.entries.keys().filter(|key| !asked.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref();
            let what = format!("unknown key {}{name}", self.path);
            self.source.tell(key.span().start, what, use_one_of(name, &asked));
        }
    }

    /// Whether a key is there.
    pub(crate) fn has(&mut self, key: &str) -> bool {
        self.ask(key);
        self.entries.contains_key(key)
    }

    /// A text that must be there and must not be empty.
    pub(crate) fn text(&mut self, key: &str) -> String {
        if !self.has(key) {
            self.tell_missing(key, &format!("Add {key} = \"…\""));
        }
        self.optional_text(key).unwrap_or_default()
    }

    /// A text that may be left out, but not be empty.
    pub(crate) fn optional_text(&mut self, key: &str) -> Option<String> {
        let text = self.any_text(key)?;
        if text.trim().is_empty() {
            self.tell(key, format!("{}{key} is empty", self.path), "Write a text");
        }
        Some(text)
    }

    /// A text that may be left out or empty.
    pub(crate) fn any_text(&mut self, key: &str) -> Option<String> {
        let value = self.get(key)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.tell_wrong(value, key, "Put it in quotes");
        }
        text.map(str::to_owned)
    }

    /// One of some words; `None` when it is none of them, which is told.
    pub(crate) fn choice<T: Copy, const N: usize>(
        &mut self,
        key: &str,
        choices: [(&str, T); N],
    ) -> Option<T> {
        let text = self.text(key);
        let chosen = choices.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if chosen.is_none() && !text.is_empty() {
            let words = choices.map(|(word, _)| word);
            self.tell(key, format!("{}{key} is \"{text}\"", self.path), use_one_of(&text, &words));
        }
        chosen
    }

    /// A list of texts, none of them empty, each with where it stands; empty when left out.
    pub(crate) fn located_texts(&mut self, key: &str) -> Vec<(String, usize)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.tell_wrong(value, key, "Write a list: [\"…\", \"…\"]");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in array {
            match item.get_ref().as_str() {
                Some(text) if !text.trim().is_empty() => {
                    texts.push((text.to_owned(), item.span().start));
                }
                Some(_) => self.source.tell(
                    item.span().start,
                    format!("{}{key} holds an empty text", self.path),
                    "Take it out",
                ),
                None => self.tell_wrong(item, key, "Put every part of the list in quotes"),
            }
        }
        texts
    }

    /// A list of texts, none of them empty; empty when left out.
    pub(crate) fn texts(&mut self, key: &str) -> Vec<String> {
        self.located_texts(key).into_iter().map(|(text, _)| text).collect()
    }

    /// Like [`Table::located_texts`], but told when it is left out.
    pub(crate) fn required_located_texts(&mut self, key: &str) -> Vec<(String, usize)> {
        if !self.has(key) {
            self.tell_missing(key, &format!("Add {key} = [\"…\"]"));
        }
        self.located_texts(key)
    }

    /// Like [`Table::texts`], but told when it is left out.
    pub(crate) fn required_texts(&mut self, key: &str) -> Vec<String> {
        self.required_located_texts(key).into_iter().map(|(text, _)| text).collect()
    }

    /// Tells a fault of a place that [`Table::located_texts`] or [`Table::position`] gave.
    pub(crate) fn tell_at(&self, at: usize, what: impl Into<String>, remedy: impl Into<String>) {
        self.source.tell(at, what, remedy);
    }

    /// Where a key stands; where the table starts, when it is left out.
    pub(crate) fn position(&self, key: &str) -> usize {
        self.entries.get_key_value(key).map_or(self.at, |(key, _)| key.span().start)
    }

    /// Asks for nothing more and lets everything pass.
    pub(crate) fn accept_all(&mut self) {
        self.asked.extend(self.entries.keys().map(|key| key.get_ref().to_string()));
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self, key: &str) -> bool {
        let Some(value) = self.get(key) else {
            self.tell_missing(key, &format!("Add {key} = true or {key} = false"));
            return false;
        };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.tell_wrong(value, key, "Write true or false, without quotes");
        }
        flag.unwrap_or_default()
    }

    /// A number between two limits, with or without a decimal point.
    pub(crate) fn number(&mut self, key: &str, limits: RangeInclusive<f64>) -> f64 {
        let (low, high) = (*limits.start(), *limits.end());
        let remedy = format!("Write a number from {low} to {high}, without quotes");
        let Some(value) = self.get(key) else {
            self.tell_missing(key, &remedy);
            return low;
        };
        let digits = match value.get_ref() {
            DeValue::Integer(integer) => integer.as_str(),
            DeValue::Float(float) => float.as_str(),
            _ => {
                self.tell_wrong(value, key, &remedy);
                return low;
            }
        };
        self.within(key, digits, &limits, low, &remedy)
    }

    fn within<N: FromStr + PartialOrd>(
        &self,
        key: &str,
        digits: &str,
        limits: &RangeInclusive<N>,
        otherwise: N,
        remedy: &str,
    ) -> N {
        digits.parse().ok().filter(|number| limits.contains(number)).unwrap_or_else(|| {
            self.tell(key, format!("{}{key} is {digits}", self.path), remedy);
            otherwise
        })
    }

    /// A whole number between two limits.
    pub(crate) fn whole(&mut self, key: &str, limits: RangeInclusive<u32>) -> u32 {
        let (low, high) = (*limits.start(), *limits.end());
        let remedy = format!("Write a whole number from {low} to {high}, without quotes");
        let Some(value) = self.get(key) else {
            self.tell_missing(key, &remedy);
            return low;
        };
        let Some(digits) = value.get_ref().as_integer().map(DeInteger::as_str) else {
            self.tell_wrong(value, key, &remedy);
            return low;
        };
        self.within(key, digits, &limits, low, &remedy)
    }

    /// A table inside this one. A missing one is read as empty, so that each key that it must
    /// hold is told.
    pub(crate) fn table<T>(&mut self, key: &str, read: impl FnOnce(&mut Table<'_>) -> T) -> T {
        let path = format!("{}{key}.", self.path);
        let none = DeTable::new();
        let value = self.get(key);
        let entries = value.and_then(|value| {
            let entries = value.get_ref().as_table();
            if entries.is_none() {
                self.tell_wrong(value, key, "Write a table");
            }
            entries
        });
        let at = value.map_or(self.at, |value| value.span().start);
        let mut table = Table::new(self.source, entries.unwrap_or(&none), at, path);
        let value = read(&mut table);
        table.tell_unknown();
        value
    }

    /// The keys of this table, in the order of the file.
    pub(crate) fn keys(&self) -> Vec<String> {
        let mut keys: Vec<_> = self.entries.keys().collect();
        keys.sort_by_key(|key| key.span().start);
        keys.into_iter().map(|key| key.get_ref().to_string()).collect()
    }

    /// Reads every table of an array `[[key]]`, in the order of the file.
    pub(crate) fn tables<T>(
        &mut self,
        key: &str,
        mut read: impl FnMut(&mut Table<'_>) -> T,
    ) -> Vec<T> {
        let Some(value) = self.get(key) else {
            self.tell_missing(key, &format!("Add [[{key}]]"));
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.tell_wrong(value, key, &format!("Write [[{key}]]"));
            return Vec::new();
        };
        let mut values = Vec::new();
        for item in array {
            let Some(entries) = item.get_ref().as_table() else {
                self.tell_wrong(item, key, &format!("Write [[{key}]]"));
                continue;
            };
            let path = format!("{}{key}.", self.path);
            let mut table = Table::new(self.source, entries, item.span().start, path);
            values.push(read(&mut table));
            table.tell_unknown();
        }
        values
    }
}
