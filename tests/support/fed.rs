//! Programs that others wrote, given something to read.

#![allow(dead_code, reason = "each test binary uses what it needs")]

use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// How a script ends that lacks something: a library, a browser.
const MISSING: i32 = 3;

/// Runs a program that reads `input` to its end; what became of it.
pub(crate) fn fed(command: &mut Command, input: &str) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program is there");
    let mut stdin = child.stdin.take().expect("input is piped");
    stdin.write_all(input.as_bytes()).expect("the program listens");
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

/// What a script of the repository makes of a story; nothing where it lacks something, which is
/// said. `ACOLHE_CLIENTS` names the Python that has its `requirements.txt`.
pub(crate) fn asked(script: &str, story: &Value) -> Option<Value> {
    let Ok(python) = std::env::var("ACOLHE_CLIENTS") else {
        skip(script, "set ACOLHE_CLIENTS to a Python as ./dev setup makes it");
        return None;
    };
    let mut command = Command::new(python);
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(script));
    command.env("NO_PROXY", "127.0.0.1").env("PYTHONDONTWRITEBYTECODE", "1");
    let output = fed(&mut command, &story.to_string());
    let complaint = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(MISSING) {
        skip(script, &complaint);
        return None;
    }
    assert!(output.status.success(), "{script}: {complaint}");
    Some(serde_json::from_slice(&output.stdout).expect("the script prints JSON"))
}

/// Past the test runner, which would swallow what a passing test prints.
pub(crate) fn skip(what: &str, reason: &str) {
    writeln!(io::stderr(), "skipped: {what}: {}", reason.trim()).expect("standard error is open");
}
