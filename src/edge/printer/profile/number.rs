//! Limits of what a profile may say; a fault names the remedy, TOML the line.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

pub(super) fn name<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let name = String::deserialize(from)?;
    if name.trim().is_empty() {
        return Err(D::Error::custom(
            "the name is empty. Write what a technician calls the printer",
        ));
    }
    Ok(name)
}

pub(super) fn paper<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    checked(from, |mm| matches!(mm, 58 | 80), "paper is not {} mm wide. Use 58 or 80")
}

pub(super) fn dots<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    let fine = |dots: u16| (384..=832).contains(&dots) && dots.is_multiple_of(8);
    checked(from, fine, "a line has not {} dots. Use a multiple of 8 from 384 to 832")
}

pub(super) fn dpi<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    checked(from, |dpi| matches!(dpi, 180 | 203), "no head has {} dots an inch. Use 180 or 203")
}

pub(super) fn columns<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    let fine = |columns| (24..=64).contains(&columns);
    checked(from, fine, "a line has not {} characters. Use 24 to 64")
}

pub(super) fn speed<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    let fine = |speed| (20..=500).contains(&speed);
    checked(from, fine, "no printer does {} mm a second. Use 20 to 500")
}

pub(super) fn claim<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    let fine = |seconds| (10..=600).contains(&seconds);
    checked(from, fine, "{} seconds is no time to take a slip. Use 10 to 600")
}

fn checked<'de, D: Deserializer<'de>>(
    from: D,
    fine: impl Fn(u16) -> bool,
    otherwise: &str,
) -> Result<u16, D::Error> {
    let number = u16::deserialize(from)?;
    if fine(number) {
        return Ok(number);
    }
    Err(D::Error::custom(otherwise.replace("{}", &number.to_string())))
}
