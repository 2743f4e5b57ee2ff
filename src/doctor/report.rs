//! Everything that was found, as text for whoever reads it aloud on the telephone.

use std::fmt::Write as _;

use super::finding::{Finding, Judgement, State, count};
use super::{Part, Patient};

/// Everything that was found.
#[derive(Clone, Debug)]
pub struct Report {
    /// What the station is: a name and a value each.
    pub facts: Vec<(&'static str, String)>,
    /// What was found, part by part.
    pub sections: Vec<(Part, Vec<Finding>)>,
    /// What only a person can judge.
    pub judgements: Vec<Judgement>,
}

impl Report {
    pub(super) fn new(
        patient: &Patient,
        sections: Vec<(Part, Vec<Finding>)>,
        judgements: Vec<Judgement>,
    ) -> Self {
        let (setup, city) = (patient.setup.as_ref(), patient.city.as_ref().ok());
        let zone = city.map_or(jiff::tz::TimeZone::UTC, |city| city.timezone.clone());
        let when = patient.now.to_zoned(zone).strftime("%Y-%m-%d %H:%M %:z").to_string();
        let unknown = || "unknown".to_owned();
        let number = setup.map_or_else(unknown, |setup| {
            let demo = if setup.enrolled { "" } else { " (demo: never enrolled)" };
            format!("{}{demo}", setup.station())
        });
        let branch = setup.map_or_else(unknown, |setup| {
            let code = setup.config.station.branch.clone();
            let first = || Some(city?.branches.first()?.code.clone());
            let code = code.or_else(first).unwrap_or_else(unknown);
            match city.and_then(|city| city.branch(&code)) {
                Some(branch) => format!("{code}, {}", branch.name),
                None => code,
            }
        });
        let facts = vec![
            ("Station", number),
            ("Branch", branch),
            ("City", city.map_or_else(unknown, |city| city.name.clone())),
            ("Date and time", when),
            ("Acolhe", env!("CARGO_PKG_VERSION").to_owned()),
            ("Kiosk", if patient.runs { "running meanwhile" } else { "not running" }.to_owned()),
            ("Machine", patient.machine.hardware()),
        ];
        Self { facts, sections, judgements }
    }

    /// How many findings are so.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        let findings = self.sections.iter().flat_map(|(_, findings)| findings);
        findings.filter(|finding| finding.state() == state).count()
    }

    /// The whole in a line.
    #[must_use]
    pub fn verdict(&self) -> String {
        let faults = count(self.count(State::Fault), "fault", "faults");
        format!(
            "{faults}, {} to look at, {} well, {} not tried",
            self.count(State::LookAtIt),
            self.count(State::Well),
            self.count(State::NotTried)
        )
    }

    /// The report as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::from("Acolhe: is this station ready?\n");
        let line = |text: &mut String, line: std::fmt::Arguments<'_>| {
            // A text has room for every line.
            let _ = text.write_fmt(line);
            text.push('\n');
        };
        for (name, value) in &self.facts {
            line(&mut text, format_args!("  {name}: {value}"));
        }
        for (part, findings) in &self.sections {
            line(&mut text, format_args!("\n{}", part.heading()));
            for finding in findings {
                let Finding { kind, tried, found, remedy } = finding;
                let state = format!("[{}]", kind.state.words());
                line(&mut text, format_args!("  {state:<12} {tried}: {found} ({})", kind.id));
                if kind.state != State::Well {
                    line(&mut text, format_args!("{:15}{}.", "", kind.meaning));
                }
                if !remedy.is_empty() {
                    line(&mut text, format_args!("{:15}Do: {remedy}", ""));
                }
            }
        }
        if !self.judgements.is_empty() {
            line(&mut text, format_args!("\nOnly a person can tell"));
        }
        for Judgement { question, answer } in &self.judgements {
            let told = match answer {
                Some(true) => "[yes]",
                Some(false) => "[NO]",
                None => "[not asked]",
            };
            line(&mut text, format_args!("  {told:<12} {question}"));
        }
        line(&mut text, format_args!("\n{}", self.verdict()));
        text
    }
}
