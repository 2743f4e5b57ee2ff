//! The accessibility report: `docs/accessibility.toml` as a page and as `OpenACR`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

use crate::edge::clock::Clock;

/// The one source, compiled in: it says what this program does, not what a folder holds.
const SOURCE: &str = include_str!("../../../docs/accessibility.toml");

/// GSA's list of criteria whose numbers are used.
const CATALOGUE: &str = "2.5-edition-wcag-2.2-508-eu-en";

const STYLE: &str = "body{font:1.1rem/1.5 sans-serif;max-width:60rem;margin:auto;padding:1rem;\
color:#111;background:#fff}table{border-collapse:collapse;width:100%}\
th,td{border:1px solid #555;padding:.4rem;text-align:left;vertical-align:top}\
code{font-size:.85rem;overflow-wrap:anywhere}tr{break-inside:avoid}";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Report {
    author: Author,
    levels: BTreeMap<Level, LevelNames>,
    chapter: Vec<Chapter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Author {
    name: String,
    email: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelNames {
    name: String,
    nome: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chapter {
    /// The chapter of GSA's catalogue; a standard of which it knows nothing has none.
    openacr: Option<String>,
    title: String,
    titulo: String,
    standard: String,
    criterion: Vec<Criterion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Criterion {
    number: String,
    title: String,
    level: Level,
    remark: String,
    #[serde(default)]
    proof: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Supports,
    Partially,
    DoesNot,
    NotApplicable,
}

impl Level {
    /// Its name in `OpenACR`.
    fn openacr(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Partially => "partially-supports",
            Self::DoesNot => "does-not-support",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// Writes `accessibility.html` and `accessibility.openacr.yaml` into a folder, which is made.
///
/// # Errors
///
/// The folder cannot be written.
pub(super) fn write(folder: &Path) -> anyhow::Result<()> {
    let report: Report = toml::from_str(SOURCE).context("docs/accessibility.toml is not whole")?;
    let date = Clock::Machine.now().strftime("%Y-%m-%d").to_string();
    std::fs::create_dir_all(folder)
        .with_context(|| format!("Cannot make {}. Name another folder", folder.display()))?;
    let files = [
        ("accessibility.html", report.html(&date)?),
        ("accessibility.openacr.yaml", report.yaml(&date)?),
    ];
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::write(&path, text)
            .with_context(|| format!("Cannot write {}. Name another folder", path.display()))?;
    }
    Ok(())
}

impl Report {
    fn count(&self, level: Level) -> usize {
        let all = self.chapter.iter().flat_map(|chapter| &chapter.criterion);
        all.filter(|criterion| criterion.level == level).count()
    }

    /// A page that needs nothing else, to be read, heard or printed.
    fn html(&self, date: &str) -> Result<String, std::fmt::Error> {
        let version = env!("CARGO_PKG_VERSION");
        let mut page = String::new();
        write!(
            page,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>Acolhe: accessibility conformance report</title>\n<style>{STYLE}</style>\n\
             </head>\n<body>\n<main>\n<h1>Acolhe {version}: accessibility conformance report</h1>\n\
             <p lang=\"pt-BR\">Relatório de acessibilidade</p>\n<p>{date}</p>\n<ul>\n"
        )?;
        for (level, names) in &self.levels {
            let (english, portuguese, count) = (&names.name, &names.nome, self.count(*level));
            writeln!(
                page,
                "<li>{english} (<span lang=\"pt-BR\">{portuguese}</span>): {count}</li>"
            )?;
        }
        page.push_str("</ul>\n");
        for chapter in &self.chapter {
            let title = format!("{}. {}", chapter.standard, chapter.title);
            write!(
                page,
                "<section>\n<h2>{}</h2>\n<p lang=\"pt-BR\">{}</p>\n<table>\n<thead><tr>\
                 <th scope=\"col\">Criterion</th><th scope=\"col\">Level</th>\
                 <th scope=\"col\">Remark</th><th scope=\"col\">Tests</th></tr></thead>\n<tbody>\n",
                escaped(&title),
                escaped(&chapter.titulo)
            )?;
            for criterion in &chapter.criterion {
                let names = self.levels.get(&criterion.level);
                let proofs =
                    criterion.proof.iter().map(|proof| format!("<code>{}</code>", escaped(proof)));
                writeln!(
                    page,
                    "<tr><th scope=\"row\">{} {}</th><td>{}</td><td>{}</td><td>{}</td></tr>",
                    escaped(&criterion.number),
                    escaped(&criterion.title),
                    escaped(names.map_or("", |names| &names.name)),
                    escaped(&criterion.remark),
                    proofs.collect::<Vec<_>>().join("<br>")
                )?;
            }
            page.push_str("</tbody>\n</table>\n</section>\n");
        }
        page.push_str("</main>\n</body>\n</html>\n");
        Ok(page)
    }

    /// `OpenACR` (GSA's schema 0.1.0). A text in quotes of JSON is one of YAML too.
    fn yaml(&self, date: &str) -> Result<String, std::fmt::Error> {
        let mut yaml = String::new();
        write!(
            yaml,
            "title: \"Acolhe Accessibility Conformance Report\"\nproduct:\n  name: \"Acolhe\"\n  \
             version: {}\n  description: {}\nauthor:\n  name: {}\n  email: {}\nreport_date: {}\nversion: 1\n\
             notes: \"Closed functionality: a kiosk with its own voice, keys and screen.\"\n\
             evaluation_methods_used: \"Automated tests, named beside each criterion.\"\n\
             license: \"GPL-3.0-or-later\"\ncatalog: {CATALOGUE}\nchapters:\n",
            quoted(env!("CARGO_PKG_VERSION")),
            quoted(env!("CARGO_PKG_DESCRIPTION")),
            quoted(&self.author.name),
            quoted(&self.author.email),
            quoted(date)
        )?;
        for chapter in &self.chapter {
            let Some(id) = &chapter.openacr else { continue };
            // The catalogue parts what WCAG asks by kind of product, and what EN 301 549 asks not.
            let component = if id.starts_with("success") { "software" } else { "none" };
            writeln!(yaml, "  {id}:\n    criteria:")?;
            for criterion in &chapter.criterion {
                let mut notes = criterion.remark.clone();
                if !criterion.proof.is_empty() {
                    write!(notes, " Tests: {}.", criterion.proof.join(", "))?;
                }
                writeln!(
                    yaml,
                    "      - num: {}\n        components:\n          - name: {component}\n            \
                     adherence:\n              level: {}\n              notes: {}",
                    quoted(&criterion.number),
                    criterion.level.openacr(),
                    quoted(&notes)
                )?;
            }
        }
        Ok(yaml)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn report() -> Report {
        toml::from_str(SOURCE).expect("a whole report")
    }

    #[test]
    fn every_criterion_stands_once_and_what_is_supported_for_a_reason_names_tests_that_there_are() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut seen = BTreeSet::new();
        for chapter in report().chapter {
            for criterion in chapter.criterion {
                let number = criterion.number;
                assert!(seen.insert((chapter.standard.clone(), number.clone())), "{number} twice");
                assert!(!criterion.remark.is_empty(), "{number} says nothing");
                for proof in criterion.proof {
                    let (file, name) = proof.split_once("::").expect("FILE::TEST");
                    let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
                    let found = text.contains(&format!("fn {name}("));
                    assert!(found, "{number}: there is no test {proof}");
                }
            }
        }
        assert!(seen.len() > 100);
    }

    #[test]
    fn the_page_and_the_yaml_hold_every_criterion_and_say_what_is_not_met() {
        let report = report();
        let folder = tempfile::tempdir().expect("temporary folder");
        write(&folder.path().join("new")).expect("written");
        let read = |name: &str| {
            std::fs::read_to_string(folder.path().join("new").join(name)).expect("a report")
        };
        let (page, yaml) = (read("accessibility.html"), read("accessibility.openacr.yaml"));
        for criterion in report.chapter.iter().flat_map(|chapter| &chapter.criterion) {
            let heading = format!(">{} {}</th>", criterion.number, escaped(&criterion.title));
            assert!(page.contains(&heading), "{heading}");
        }
        assert!(page.contains("<td>Does not support</td>"));
        let listed = report.chapter.iter().filter(|chapter| chapter.openacr.is_some());
        let count: usize = listed.map(|chapter| chapter.criterion.len()).sum();
        assert_eq!(yaml.matches("- num: \"").count(), count);
        assert!(yaml.contains("level: does-not-support"));
    }
}
