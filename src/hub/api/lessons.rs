//! Packs of lessons, as they lie in a folder: whoever fetches one verifies its signature.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use axum::extract::rejection::PathRejection;
use axum::extract::{self, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use sha2::{Digest as _, Sha256};

use super::Server;
use super::problem::{Problem, Refused, answer};
use crate::domain::lesson::pack::{ENDING, MOST_BYTES, is_name};
use crate::wire::hexadecimal;
use crate::wire::packs::Offered;

/// The most packs that are offered.
const MOST: usize = 64;

/// Which packs there are, by name.
pub(super) async fn list(State(hub): Server) -> Response {
    let Some(folder) = hub.lessons.clone() else {
        return answer(StatusCode::OK, &Vec::<Offered>::new());
    };
    // Files are read beside the threads that answer.
    let offered = tokio::task::spawn_blocking(move || offered(&folder)).await;
    answer(StatusCode::OK, &offered.unwrap_or_default())
}

/// A pack.
pub(super) async fn pack(
    State(hub): Server,
    name: Result<extract::Path<String>, PathRejection>,
) -> Result<Response, Refused> {
    let missing = || Refused::from(Problem::NoSuchAddress);
    let extract::Path(name) = name.map_err(|_| missing())?;
    let folder = hub.lessons.clone().filter(|_| is_name(&name)).ok_or_else(missing)?;
    let read = tokio::task::spawn_blocking(move || read(&folder, &name)).await;
    let bytes = read.ok().flatten().ok_or_else(missing)?;
    Ok(([(header::CONTENT_TYPE, "application/zip")], bytes).into_response())
}

fn offered(folder: &Path) -> Vec<Offered> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    let names = files.filter(|file| file.extension() == Some(OsStr::new(ENDING)));
    let names = names.filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned()));
    let mut names: Vec<String> = names.filter(|name| is_name(name)).collect();
    names.sort();
    let offered = names.into_iter().filter_map(|name| {
        let digest = Sha256::digest(read(folder, &name)?);
        Some(Offered { name, sha256: hexadecimal::write(&digest) })
    });
    offered.take(MOST).collect()
}

/// A plain file that is no larger than packs are.
fn read(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let path = folder.join(format!("{name}.{ENDING}"));
    let about = fs::metadata(&path).ok()?;
    (about.is_file() && about.len() <= MOST_BYTES).then(|| fs::read(path).ok()).flatten()
}
