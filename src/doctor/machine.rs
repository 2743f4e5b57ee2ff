//! The machine as its kernel shows it: files below a root, which a test can make.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the machine's files are.
#[derive(Clone, Debug)]
pub struct Machine(PathBuf);

impl Machine {
    /// The machine whose files lie below a root.
    #[must_use]
    pub fn at(root: PathBuf) -> Self {
        Self(root)
    }

    /// A path, written without its leading slash.
    pub(super) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.0.join(path)
    }

    /// The text of a file; `None` where it cannot be read.
    pub(super) fn read(&self, path: impl AsRef<Path>) -> Option<String> {
        fs::read_to_string(self.path(path)).ok().map(|text| text.trim().to_owned())
    }

    /// What lies in a folder, sorted; nothing where there is none.
    pub(super) fn list(&self, folder: &str) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path(folder)).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    }

    /// What the station runs on, in a line.
    pub(super) fn hardware(&self) -> String {
        let lines = |path: &str| self.read(path).unwrap_or_default();
        let after = |text: &str, name: &str| {
            let line = text.lines().find(|line| line.starts_with(name))?;
            let value = line.split_once([':', '='])?.1.trim().trim_matches('"').to_owned();
            Some(value).filter(|value| !value.is_empty())
        };
        let processors = lines("proc/cpuinfo");
        let cores = processors.lines().filter(|line| line.starts_with("processor")).count();
        let model = after(&processors, "model name").or_else(|| after(&processors, "Model"));
        let memory = after(&lines("proc/meminfo"), "MemTotal");
        let memory = memory.and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
        let parts = [
            Some(lines("sys/class/dmi/id/product_name")).filter(|name| !name.is_empty()),
            (cores > 0).then(|| format!("{cores} × {}", model.as_deref().unwrap_or("processor"))),
            memory.map(|kib| format!("{} MB of memory", kib / 1024)),
            after(&lines("etc/os-release"), "PRETTY_NAME"),
            Some(lines("proc/sys/kernel/osrelease")).filter(|kernel| !kernel.is_empty()),
        ];
        let told: Vec<String> = parts.into_iter().flatten().collect();
        if told.is_empty() { "unknown".to_owned() } else { told.join(", ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_is_told_in_a_line() {
        let root = tempfile::tempdir().unwrap();
        let machine = Machine::at(root.path().to_owned());
        assert_eq!(machine.hardware(), "unknown");
        fs::create_dir_all(root.path().join("proc")).unwrap();
        let processors = "processor\t: 0\nmodel name\t: N100\nprocessor\t: 1\nmodel name\t: N100\n";
        fs::write(root.path().join("proc/cpuinfo"), processors).unwrap();
        fs::write(root.path().join("proc/meminfo"), "MemTotal:        8042196 kB\n").unwrap();
        assert_eq!(machine.hardware(), "2 × N100, 7853 MB of memory");
    }
}
