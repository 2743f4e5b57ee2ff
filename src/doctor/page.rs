//! The report as a sheet of paper that a technician signs.

use crate::paper::{Check, Entry, Fonts, PaperError, Record, record};

use super::Report;
use super::finding::State;

impl Report {
    /// The report as a PDF: one sheet of A4 where there is room for all of it.
    ///
    /// # Errors
    ///
    /// No typeface is installed.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        record(&self.record(), &mut Fonts::installed()?)
    }

    fn record(&self) -> Record {
        let sections = self.sections.iter().map(|(part, findings)| {
            let entries = findings.iter().map(|finding| {
                let is_well = finding.state() == State::Well;
                Entry {
                    state: finding.kind.state.words().to_owned(),
                    is_urgent: finding.state() == State::Fault,
                    text: format!("{}: {}", finding.tried, finding.found),
                    remedy: finding.remedy.clone(),
                    id: if is_well { String::new() } else { finding.kind.id.to_owned() },
                }
            });
            (part.heading().to_owned(), entries.collect())
        });
        let checks = self.judgements.iter().map(|judgement| Check {
            question: judgement.question.clone(),
            answer: judgement.answer,
        });
        let station = self.facts.first().map(|(name, value)| format!("{name} {value}"));
        Record {
            title: "Acolhe: is this station ready?".to_owned(),
            subject: station.unwrap_or_default(),
            facts: self
                .facts
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
            verdict: self.verdict(),
            sections: sections.collect(),
            checks_title: "Only a person can tell".to_owned(),
            checks: checks.collect(),
            signature: ["Technician", "Date", "Signature"].map(str::to_owned).to_vec(),
        }
    }
}
