//! What `acolhe lesson export` writes, and those who judge it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::Output;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::support::{acolhe, asked, repository, skip};

/// A folder with a station of a city.
pub(crate) struct Exported {
    folder: TempDir,
}

impl Exported {
    pub(crate) fn new(city: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let config = format!("[city]\ndir = \"{}\"\n", repository(city).display());
        fs::write(folder.path().join("station.toml"), config).expect("writable");
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut command = acolhe();
        command.current_dir(self.folder.path()).args([
            "--config",
            "station.toml",
            "--data",
            "data",
        ]);
        command.args(["lesson", "export"]).args(arguments).output().expect("the binary runs")
    }

    /// What it writes when everything is right.
    pub(crate) fn export(city: &str, arguments: &[&str]) -> Self {
        let exported = Self::new(city);
        let output = exported.run(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        exported
    }

    /// The files of a course.
    pub(crate) fn course(&self, name: &str) -> BTreeMap<String, String> {
        let file = fs::File::open(self.path(name)).expect("the course is written");
        let mut archive = zip::ZipArchive::new(file).expect("a zip");
        let names: Vec<String> =
            archive.file_names().map(|name| name.expect("UTF-8").into_owned()).collect();
        names
            .into_iter()
            .map(|name| {
                let mut text = String::new();
                archive.by_name(&name).expect("listed").read_to_string(&mut text).expect("text");
                (name, text)
            })
            .collect()
    }

    pub(crate) fn statements(&self, name: &str) -> Vec<Value> {
        let text = fs::read(self.path(name)).expect("statements are written");
        serde_json::from_slice(&text).expect("a list of statements")
    }

    /// What it says when it could not start.
    pub(crate) fn refuses(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).expect("text")
    }
}

/// What a script says to a story; nothing where it lacks something.
pub(crate) fn ask(script: &str, story: &Value) -> Option<Value> {
    asked(&format!("tests/export/{script}"), story)
}

/// The file of a published schema.
pub(crate) fn schema(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ACOLHE_SCHEMAS").map(PathBuf::from);
    let file = folder.map(|folder| folder.join(name)).filter(|file| file.is_file());
    if file.is_none() {
        skip(name, "set ACOLHE_SCHEMAS to a folder that has it");
    }
    file
}

/// Nothing is wrong with documents by their published schemas, nor with statements.
pub(crate) fn judged(documents: &[(&str, &str, &str)], statements: &[Value]) {
    let documents = documents.iter().filter_map(|(name, by, text)| Some((name, schema(by)?, text)));
    let documents: Vec<_> = documents.collect();
    if documents.is_empty() && statements.is_empty() {
        return;
    }
    let story = json!({ "documents": documents, "statements": statements });
    if let Some(faults) = ask("course.py", &story) {
        assert_eq!(faults, json!([]));
    }
}
