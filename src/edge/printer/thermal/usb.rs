//! A printer on USB, spoken to without a driver of the kernel.

use std::io;

use nusb::descriptors::TransferType;
use nusb::transfer::{Buffer, Bulk, Direction, In, Out, TransferError};
use nusb::{DeviceInfo, Endpoint, Interface, MaybeFuture};

use super::link::{self, Link, Unwritten};
use crate::edge::clock::Deadline;

/// The USB class of printers.
const PRINTER: u8 = 7;
/// Bytes of one transfer.
const PACKET: usize = 4096;

/// A printer on USB.
pub(super) struct Usb {
    vendor: u16,
    product: u16,
    serial: Option<String>,
    open: Option<Open>,
}

/// Dropped in this order: the kernel's driver gets the printer back when all is let go.
struct Open {
    out: Endpoint<Bulk, Out>,
    /// Some printers never answer.
    back: Option<Endpoint<Bulk, In>>,
    /// What came and did not fit.
    rest: Vec<u8>,
}

impl Usb {
    pub(super) fn new(vendor: u16, product: u16, serial: Option<String>) -> Self {
        Self { vendor, product, serial, open: None }
    }

    fn is_ours(&self, device: &DeviceInfo) -> bool {
        (device.vendor_id(), device.product_id()) == (self.vendor, self.product)
            && self.serial.as_deref().is_none_or(|ours| device.serial_number() == Some(ours))
    }

    fn claim(&self) -> io::Result<Open> {
        let mut devices = nusb::list_devices().wait()?;
        let found = devices.find(|device| self.is_ours(device));
        let found = found.ok_or(io::ErrorKind::NotFound)?;
        let number = found
            .interfaces()
            .find(|interface| interface.class() == PRINTER)
            .map_or(0, nusb::InterfaceInfo::interface_number);
        let device = found.open().wait()?;
        // The kernel's driver is attached again when the interface is let go.
        let interface = device.detach_and_claim_interface(number).wait()?;
        let out = endpoint(&interface, Direction::Out).ok_or(io::ErrorKind::Unsupported)?;
        let back = match endpoint(&interface, Direction::In) {
            Some(address) => Some(interface.endpoint(address)?),
            None => None,
        };
        Ok(Open { out: interface.endpoint(out)?, back, rest: Vec::new() })
    }
}

/// The first bulk endpoint of a direction.
fn endpoint(interface: &Interface, direction: Direction) -> Option<u8> {
    let descriptor = interface.descriptor()?;
    let mut endpoints = descriptor.endpoints();
    endpoints
        .find(|end| end.transfer_type() == TransferType::Bulk && end.direction() == direction)
        .map(|end| end.address())
}

impl Link for Usb {
    fn open(&mut self, _deadline: Deadline) -> io::Result<()> {
        if self.open.is_none() {
            self.open = Some(self.claim()?);
        }
        Ok(())
    }

    fn is_open(&self) -> bool {
        self.open.is_some()
    }

    fn write_all(&mut self, bytes: &[u8], deadline: Deadline) -> Result<(), Unwritten> {
        let Some(open) = &mut self.open else {
            return Err(Unwritten { taken: 0, source: link::closed() });
        };
        link::piecewise(bytes, |rest| {
            let part = &rest[..rest.len().min(PACKET)];
            let done = open.out.transfer_blocking(part.to_vec().into(), deadline.left());
            match done.status {
                Ok(()) | Err(TransferError::Cancelled) => Ok(done.actual_len),
                Err(TransferError::Stall) if done.actual_len == 0 => {
                    open.out.clear_halt().wait()?;
                    Err(TransferError::Stall.into())
                }
                Err(error) => Err(error.into()),
            }
        })
    }

    fn read(&mut self, into: &mut [u8], deadline: Deadline) -> io::Result<usize> {
        let open = self.open.as_mut().ok_or_else(link::closed)?;
        let Some(back) = &mut open.back else { return Ok(0) };
        while open.rest.is_empty() {
            // A question that nobody answered in time stays asked: nothing of the answer is lost.
            if back.pending() == 0 {
                back.submit(Buffer::new(back.max_packet_size()));
            }
            let Some(done) = back.wait_next_complete(deadline.left()) else { return Ok(0) };
            done.status?;
            open.rest.extend_from_slice(&done.buffer[..done.actual_len]);
            if open.rest.is_empty() && deadline.left().is_zero() {
                return Ok(0);
            }
        }
        let count = open.rest.len().min(into.len());
        into[..count].copy_from_slice(&open.rest[..count]);
        open.rest.drain(..count);
        Ok(count)
    }

    fn close(&mut self) {
        self.open = None;
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_printer_that_is_not_there_is_an_error() {
        let mut usb = Usb::new(0xffff, 0xffff, Some("nobody".to_owned()));
        let soon = Deadline::after(Duration::ZERO);
        assert!(usb.open(soon).is_err());
        assert!(!usb.is_open());
        assert!(usb.write_all(b"x", soon).is_err_and(|unwritten| unwritten.taken == 0));
        assert!(usb.read(&mut [0; 9], soon).is_err());
    }
}
