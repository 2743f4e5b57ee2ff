//! A program that others wrote, given something to read.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

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
