//! `acolhe import`: turns data from elsewhere into the files of a city.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;

use crate::content;
use crate::domain::city::Street;

/// Turn data from elsewhere into the files of a city
#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Write streets.csv from a CSV file or an extract of OpenStreetMap (.osm, .osm.pbf)
    Streets {
        /// The file to read
        file: PathBuf,
        /// The file to write; without it, standard output
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// Imports, or tells what cannot be imported on standard error and writes nothing. The exit code
/// is 1 when there are faults.
///
/// # Errors
///
/// The result cannot be written.
pub fn run(args: &ImportArgs) -> anyhow::Result<ExitCode> {
    let What::Streets { file, out } = &args.what;
    let streets = match content::import_streets(file) {
        Ok(streets) => streets,
        Err(faults) => {
            let mut err = io::stderr().lock();
            writeln!(err, "{faults}")?;
            writeln!(err, "{} faults; nothing was written", faults.list().len())?;
            return Ok(ExitCode::FAILURE);
        }
    };
    match out {
        Some(path) => replace(path, &streets).with_context(|| {
            format!("Cannot write {}. Make its folder writable", path.display())
        })?,
        None => content::write_streets(&streets, io::stdout().lock())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes beside the file and renames, so that it is the old one or the new one, whole.
fn replace(path: &Path, streets: &[Street]) -> anyhow::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    // Not a secret: readable as far as the umask lets it be.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    content::write_streets(streets, &mut file)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let dir = tempfile::tempdir().expect("temporary folder");
        let path = |name: &str| dir.path().join(name);
        let import = |rows: &str| {
            std::fs::write(path("ruas.csv"), rows).expect("writable");
            let what = What::Streets { file: path("ruas.csv"), out: Some(path("streets.csv")) };
            run(&ImportArgs { what }).expect("a result")
        };
        let written = || std::fs::read_to_string(path("streets.csv")).expect("the result");

        assert_eq!(import("nome,lat,lon\nRua A,-22.9,-43.2\n"), ExitCode::SUCCESS);
        assert!(written().ends_with("\nRua A,,,-22.9,-43.2\n"));
        assert_eq!(import("nome,lat,lon\nRua B,-22.9,-43.2\nRua C,,\n"), ExitCode::FAILURE);
        assert!(written().contains("Rua A"));
        let files = std::fs::read_dir(dir.path()).expect("the folder").count();
        assert_eq!(files, 2, "no temporary file stays");
    }
}
