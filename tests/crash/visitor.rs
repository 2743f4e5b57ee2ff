//! Somebody who files requests and goes on wherever the station goes on.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::support::{Play, usual};

/// A person at a station, who remembers every number they saw.
#[derive(Default)]
pub(super) struct Visitor {
    /// The numbers with their access codes.
    pub(super) seen: BTreeMap<String, String>,
    before_visit: u64,
    to_file: u64,
    to_reprint: bool,
    reprinted: BTreeSet<String>,
}

impl Visitor {
    /// Begins to file so many requests in one visit, each with a copy of its receipt or without.
    pub(super) fn wants(&mut self, requests: u64, copies: bool) {
        self.before_visit = self.count();
        self.to_file = requests;
        self.to_reprint = copies;
    }

    /// Goes on until everything is filed and the visit wiped; `false` when the station is gone.
    pub(super) fn goes_on(&mut self, play: &mut Play) -> bool {
        loop {
            let told = play.told().clone();
            self.looks_at(&told);
            let Some(input) = self.answers(&told) else { return true };
            let Some(told) = play.try_say(input.clone()) else { return false };
            assert!(told["error"].is_null(), "{input}: {told}");
        }
    }

    /// How many numbers were seen.
    pub(super) fn count(&self) -> u64 {
        self.seen.len() as u64
    }

    fn filed(&self) -> u64 {
        self.count() - self.before_visit
    }

    fn looks_at(&mut self, told: &Value) {
        if let (Some(number), Some(code)) =
            (told["protocol"].as_str(), told["access_code"].as_str())
        {
            if let Some((last, _)) = self.seen.last_key_value() {
                assert!(number >= last.as_str(), "{number} comes after {last}");
            }
            let known = self.seen.entry(number.to_owned()).or_insert_with(|| code.to_owned());
            assert_eq!(known, code, "{number} has two access codes");
        }
        let rows = told["outbox"].as_object().expect("an outbox").values();
        let rows: u64 = rows.map(|count| count.as_u64().expect("a count")).sum();
        assert_eq!(rows, self.count(), "each number has its row: {told}");
    }

    /// `None` at home with everything filed.
    fn answers(&mut self, told: &Value) -> Option<Value> {
        match told["screen"].as_str()? {
            "welcome" if self.filed() >= self.to_file => None,
            "filing.done" if self.wants_copy(told) => Some(json!({"do": "reprint"})),
            "filing.done" if self.filed() >= self.to_file => Some(json!({"do": "finish"})),
            "filing.done" => Some(json!({"do": "request"})),
            _ => Some(usual(told)),
        }
    }

    fn wants_copy(&mut self, told: &Value) -> bool {
        let number = told["protocol"].as_str().unwrap_or_default();
        self.to_reprint && self.reprinted.insert(number.to_owned())
    }
}
