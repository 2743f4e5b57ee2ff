//! The printer that a configuration asks for.

use std::path::{Path, PathBuf};

use super::office::OfficePrinter;
use super::profile::{Profile, ProfileError};
use super::{Address, Flow, NoPrinter, PaperFolder, Printer, ThermalPrinter};
use crate::config::{FlowControl, PrinterConfig, PrinterDriver};
use crate::paper::Crest;

/// Bits a second of most serial printers.
const USUAL_BAUD: u32 = 115_200;

/// Why the configured printer cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PrinterSetupError {
    /// A key is missing.
    #[error("[printer] {key} is missing: driver = \"{driver}\" needs it, see docs/printers.md")]
    Missing {
        /// The driver.
        driver: &'static str,
        /// The key.
        key: &'static str,
    },
    /// The profile cannot be used.
    #[error(transparent)]
    Profile(#[from] ProfileError),
}

/// Where things are that a printer needs.
#[derive(Clone, Debug)]
pub struct PrinterPlaces<'a> {
    /// The folder of profiles.
    pub profiles: &'a Path,
    /// The folder of the paper-folder printer.
    pub paper: PathBuf,
    /// The city's crest.
    pub crest: Option<Crest>,
}

/// The printer of a station; `torn` when the station ended in the middle of a slip.
///
/// # Errors
///
/// The configuration leaves out what its driver needs, or the profile cannot be used. Whether
/// there is a printer at the address only shows when it is used.
pub fn configured(
    config: &PrinterConfig,
    places: PrinterPlaces<'_>,
    torn: bool,
) -> Result<Box<dyn Printer>, PrinterSetupError> {
    let address = match config.driver {
        PrinterDriver::None => return Ok(Box::new(NoPrinter)),
        PrinterDriver::Folder => {
            let PrinterPlaces { paper, crest, .. } = places;
            return Ok(Box::new(PaperFolder::new(paper, config.width.into(), crest)));
        }
        PrinterDriver::Cups => {
            let (queue, server) = (config.queue.clone(), config.server.clone());
            return Ok(Box::new(OfficePrinter::new(queue, server, places.crest)));
        }
        PrinterDriver::Tcp => Address::Tcp(needed(config.host.clone(), "tcp", "host")?),
        PrinterDriver::Serial => Address::Serial {
            path: needed(config.path.clone(), "serial", "path")?,
            baud: config.baud.map_or(USUAL_BAUD, std::num::NonZeroU32::get),
            flow: match config.flow {
                FlowControl::Hardware => Flow::Hardware,
                FlowControl::Software => Flow::Software,
                FlowControl::None => Flow::None,
            },
        },
        PrinterDriver::Usb => Address::Usb {
            vendor: needed(config.vendor, "usb", "vendor")?,
            product: needed(config.product, "usb", "product")?,
            serial: config.serial_number.clone(),
        },
        PrinterDriver::Device => Address::Device(needed(config.path.clone(), "device", "path")?),
    };
    let name = config.profile.as_deref().ok_or_else(|| PrinterSetupError::Missing {
        driver: config.driver.name(),
        key: "profile",
    })?;
    let profile = Profile::find(places.profiles, name)?;
    let mut printer = ThermalPrinter::new(profile, address, places.crest);
    if config.own_letters {
        printer = printer.in_its_own_letters();
    }
    Ok(Box::new(if torn { printer.cut_first() } else { printer }))
}

fn needed<T>(
    value: Option<T>,
    driver: &'static str,
    key: &'static str,
) -> Result<T, PrinterSetupError> {
    value.ok_or(PrinterSetupError::Missing { driver, key })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(toml: &str) -> String {
        let config: PrinterConfig = toml::from_str(toml).unwrap();
        let profiles = Path::new(env!("CARGO_MANIFEST_DIR")).join("hardware/printers");
        let places =
            PrinterPlaces { profiles: &profiles, paper: PathBuf::from("paper"), crest: None };
        match configured(&config, places, false) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn what_a_driver_needs_and_does_not_have_is_named() {
        assert!(told("driver = \"tcp\"").contains("host is missing"));
        assert!(told("driver = \"tcp\"\nhost = \"h\"").contains("profile is missing"));
        assert!(told("driver = \"serial\"").contains("path is missing"));
        assert!(told("driver = \"device\"").contains("path is missing"));
        assert!(told("driver = \"usb\"\nvendor = 0x04b8").contains("product is missing"));
        let wrong = told("driver = \"tcp\"\nhost = \"h\"\nprofile = \"none-such\"");
        assert!(wrong.contains("epson-tm-t20x"), "{wrong}");
    }

    #[test]
    fn every_way_to_a_printer_can_be_configured() {
        for way in [
            "driver = \"tcp\"\nhost = \"192.0.2.7\"",
            "driver = \"serial\"\npath = \"/dev/ttyS0\"\nbaud = 9600\nflow = \"software\"",
            "driver = \"device\"\npath = \"/dev/usb/lp0\"",
            "driver = \"usb\"\nvendor = 0x04b8\nproduct = 0x0e15",
        ] {
            assert_eq!(told(&format!("{way}\nprofile = \"epson-tm-t20x\"")), "");
        }
    }
}
