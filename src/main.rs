//! The `acolhe` binary: arguments in, exit code out.
//!
//! 0: it did what was asked. 1: it ran and found faults. 2: it could not start.

use std::io::Write;
use std::process::ExitCode;

use acolhe::app::log::log_panics;
use acolhe::command::{Cli, run};
use clap::Parser;
use zeroizing_alloc::ZeroAlloc;

/// Freed memory is overwritten: what a person typed is gone once nothing holds it any more.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    log_panics();
    match run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            // Standard error may be closed: the exit code tells all the same.
            let _ = writeln!(std::io::stderr(), "acolhe: {error:#}");
            ExitCode::from(2)
        }
    }
}
