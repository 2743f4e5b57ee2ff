//! `[printer]`: which printer, and how it is reached.

use std::num::NonZeroU32;
use std::path::PathBuf;

use serde::Deserialize;

/// `[printer]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PrinterConfig {
    /// How it is reached.
    pub driver: PrinterDriver,
    /// The folder of the paper-folder printer; see [`crate::config::Setup::paper_dir`].
    pub path: Option<PathBuf>,
    /// Name of the printer's profile, a file of `hardware/printers`.
    pub profile: Option<String>,
    /// `host:port` of a printer in the network.
    pub host: Option<String>,
    /// Bits a second of a serial line.
    pub baud: Option<NonZeroU32>,
    /// How a printer on a serial line says that it cannot follow.
    pub flow: FlowControl,
    /// Who made a printer on USB.
    pub vendor: Option<u16>,
    /// What a printer on USB is.
    pub product: Option<u16>,
    /// Which of several alike on USB it is.
    pub serial_number: Option<String>,
    /// Whether a thermal printer prints with its own letters, quicker and plainer.
    pub own_letters: bool,
    /// The queue of CUPS; its default one without it.
    pub queue: Option<String>,
    /// Where CUPS is: a host, `host:port` or the path of a socket; on this machine without it.
    pub server: Option<String>,
    /// How wide its paper is.
    pub width: PaperWidth,
}

/// How a printer on a serial line says that it cannot follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FlowControl {
    /// By a wire.
    #[default]
    Hardware,
    /// By XON and XOFF.
    Software,
    /// It does not.
    None,
}

/// How the printer is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum PrinterDriver {
    /// Prints into a folder.
    #[default]
    Folder,
    /// In the network, by its own port.
    Tcp,
    /// By a serial line.
    Serial,
    /// By USB, without a driver of the kernel.
    Usb,
    /// By a device file of the kernel.
    Device,
    /// An ordinary printer, through CUPS.
    Cups,
    /// There is no printer.
    None,
}

impl PrinterDriver {
    /// Its name in the configuration.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Folder => "folder",
            Self::Tcp => "tcp",
            Self::Serial => "serial",
            Self::Usb => "usb",
            Self::Device => "device",
            Self::Cups => "cups",
            Self::None => "none",
        }
    }
}

impl TryFrom<String> for PrinterDriver {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        match name.as_str() {
            "folder" => Ok(Self::Folder),
            "tcp" => Ok(Self::Tcp),
            "serial" => Ok(Self::Serial),
            "usb" => Ok(Self::Usb),
            "device" => Ok(Self::Device),
            "cups" => Ok(Self::Cups),
            "none" => Ok(Self::None),
            _ => Err(format!("unknown printer driver \"{name}\". {PRINTERS}")),
        }
    }
}

const PRINTERS: &str =
    "Use \"tcp\", \"serial\", \"usb\", \"device\", \"cups\", \"folder\" or \"none\"";

/// How wide paper is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u16")]
pub enum PaperWidth {
    /// 58 millimetres.
    Mm58,
    /// 80 millimetres.
    #[default]
    Mm80,
}

impl PaperWidth {
    /// Its width in millimetres.
    #[must_use]
    pub fn millimetres(self) -> u16 {
        match self {
            Self::Mm58 => 58,
            Self::Mm80 => 80,
        }
    }
}

impl TryFrom<u16> for PaperWidth {
    type Error = String;

    fn try_from(millimetres: u16) -> Result<Self, String> {
        [Self::Mm58, Self::Mm80]
            .into_iter()
            .find(|width| width.millimetres() == millimetres)
            .ok_or_else(|| format!("paper is not {millimetres} mm wide. Use 58 or 80"))
    }
}
