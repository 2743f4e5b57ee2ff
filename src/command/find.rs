//! TEMPORARY STUB
use crate::domain::city::City;
#[derive(Debug, clap::Args)]
pub struct FindArgs {
    text: String,
}
pub fn run(_: &FindArgs, _: &City) -> anyhow::Result<std::process::ExitCode> {
    anyhow::bail!("stub")
}
