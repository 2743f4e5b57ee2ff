//! Where a printer is.

use std::path::PathBuf;

use super::device::Device;
use super::link::Link;
use super::serial::Serial;
use super::tcp::Tcp;
use super::usb::Usb;

/// Where a printer is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// `host:port` in the network; the port is 9100 when left out.
    Tcp(String),
    /// A serial line, eight bits without parity.
    Serial {
        /// `/dev/ttyS0`, for instance.
        path: PathBuf,
        /// Bits a second.
        baud: u32,
        /// How the printer says that it cannot follow.
        flow: Flow,
    },
    /// USB, without a driver of the kernel.
    Usb {
        /// Who made it.
        vendor: u16,
        /// What it is.
        product: u16,
        /// Which of several it is; the first one found when left out.
        serial: Option<String>,
    },
    /// A device file: `/dev/usb/lp0`, for instance.
    Device(PathBuf),
}

/// How a printer on a serial line says that it cannot follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// By a wire (RTS/CTS; the printer's DTR belongs on our CTS).
    #[default]
    Hardware,
    /// By XON and XOFF.
    Software,
    /// It does not, and must be able to follow.
    None,
}

impl Address {
    /// A closed line to it.
    pub(super) fn link(self) -> Box<dyn Link> {
        match self {
            Self::Tcp(host) => Box::new(Tcp::new(&host)),
            Self::Serial { path, baud, flow } => Box::new(Serial::new(path, baud, flow)),
            Self::Usb { vendor, product, serial } => Box::new(Usb::new(vendor, product, serial)),
            Self::Device(path) => Box::new(Device::new(path)),
        }
    }
}
