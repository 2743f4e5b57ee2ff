//! How the printer is, in the bytes of each dialect. `edge::printer::profile` tells the bits.

use std::collections::BTreeSet;

use super::fault::Fault;
use super::realtime::Request;

/// The faults that stand, and whether a slip is in the mouth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) faults: BTreeSet<Fault>,
    pub(super) slip_in_mouth: bool,
    pub(super) has_cutter: bool,
}

/// A byte with the bits that hold.
fn byte(base: u8, bits: &[(bool, u8)]) -> u8 {
    bits.iter().filter(|(holds, _)| *holds).fold(base, |byte, (_, bit)| byte | bit)
}

impl Condition {
    pub(super) fn has(&self, fault: Fault) -> bool {
        self.faults.contains(&fault)
    }

    /// It prints nothing.
    pub(super) fn stands_still(&self) -> bool {
        self.is_offline() || self.has(Fault::Stall) || self.has(Fault::Off)
    }

    fn is_offline(&self) -> bool {
        self.is_out() || self.has(Fault::Cover) || self.has(Fault::Cutter)
    }

    fn is_out(&self) -> bool {
        self.has(Fault::PaperOut)
    }

    /// The sensor of the near end lies above that of the end.
    fn is_near(&self) -> bool {
        self.has(Fault::NearEnd) || self.is_out()
    }

    /// The answer to a request; none to one that asks for a deed.
    pub(super) fn answer(&self, request: Request) -> Vec<u8> {
        let (out, near) = (self.is_out(), self.is_near());
        let (offline, cover) = (self.is_offline(), self.has(Fault::Cover));
        let cutter = self.has(Fault::Cutter);
        match request {
            Request::Epson(1) => vec![byte(0x12, &[(offline, 0x08)])],
            Request::Epson(2) => {
                vec![byte(0x12, &[(cover, 0x04), (out, 0x20), (cutter, 0x40)])]
            }
            Request::Epson(3) => vec![byte(0x12, &[(cutter, 0x08)])],
            Request::Epson(_) => vec![byte(0x12, &[(near, 0x0c), (out, 0x60)])],
            Request::Bematech => vec![
                byte(0x80, &[(offline, 0x08)]),
                byte(0x11, &[(near, 0x02), (out, 0x24), (cutter, 0x40), (!cover, 0x80)]),
                byte(0x90, &[(!self.has_cutter, 0x04), (cutter, 0x08)]),
                0x91,
                0x01,
            ],
            Request::Elgin => {
                vec![byte(0x00, &[(!offline, 0x01), (out, 0x02), (!cover, 0x08), (near, 0x10)])]
            }
            Request::Daruma => {
                vec![byte(0x00, &[(cutter, 0x08), (!offline, 0x10), (out, 0x20), (cover, 0x80)])]
            }
            Request::DarumaPaper => vec![byte(
                0x00,
                &[(near, 0x01), (out, 0x02), (offline, 0x08), (!out, 0x10), (cutter, 0x40)],
            )],
            Request::Custom => vec![
                0x10,
                0x0f,
                byte(0x00, &[(out, 0x01), (near, 0x04), (self.slip_in_mouth, 0x20)]),
                byte(0x00, &[(cover, 0x02)]),
                0x00,
                byte(0x00, &[(cutter, 0x01)]),
            ],
            Request::GoOn
            | Request::GoOnWithout
            | Request::ThrowAway
            | Request::ThrowAwayAndTell => Vec::new(),
        }
    }

    /// `GS r 1`: the sensors of the paper.
    pub(super) fn sensors(&self) -> u8 {
        byte(0x00, &[(self.is_near(), 0x03), (self.is_out(), 0x0c)])
    }

    /// What `GS a` made the printer say by itself.
    pub(super) fn automatic(&self) -> [u8; 4] {
        let first = [(self.is_offline(), 0x08), (self.has(Fault::Cover), 0x20)];
        let second = [(self.has(Fault::Cutter), 0x08)];
        [byte(0x10, &first), byte(0x00, &second), self.sensors(), 0x00]
    }
}

/// The same number of bytes that mean nothing in any of the dialects' fixed bits.
pub(super) fn garbage(answer: &[u8]) -> Vec<u8> {
    [0xff, 0x00, 0xa5, 0x81].into_iter().cycle().take(answer.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(faults: &[Fault], request: Request) -> Vec<u8> {
        let faults = faults.iter().copied().collect();
        Condition { faults, slip_in_mouth: false, has_cutter: true }.answer(request)
    }

    #[test]
    fn epson() {
        let all = |faults: &[Fault]| [1, 2, 3, 4].map(|n| told(faults, Request::Epson(n))[0]);
        assert_eq!(all(&[]), [0x12; 4]);
        assert_eq!(all(&[Fault::PaperOut]), [0x1a, 0x32, 0x12, 0x7e]);
        assert_eq!(all(&[Fault::NearEnd]), [0x12, 0x12, 0x12, 0x1e]);
        assert_eq!(all(&[Fault::Cover]), [0x1a, 0x16, 0x12, 0x12]);
        assert_eq!(all(&[Fault::Cutter]), [0x1a, 0x52, 0x1a, 0x12]);
        assert_eq!(all(&[Fault::Stall, Fault::Slow]), [0x12; 4], "it says that all is well");
    }

    #[test]
    fn bematech() {
        let told = |faults: &[Fault]| told(faults, Request::Bematech);
        assert_eq!(told(&[]), [0x80, 0x91, 0x90, 0x91, 0x01]);
        assert_eq!(told(&[Fault::PaperOut]), [0x88, 0xb7, 0x90, 0x91, 0x01]);
        assert_eq!(told(&[Fault::NearEnd]), [0x80, 0x93, 0x90, 0x91, 0x01]);
        assert_eq!(told(&[Fault::Cover]), [0x88, 0x11, 0x90, 0x91, 0x01]);
        assert_eq!(told(&[Fault::Cutter]), [0x88, 0xd1, 0x98, 0x91, 0x01]);
    }

    #[test]
    fn elgin_daruma_and_custom() {
        for (faults, elgin, daruma, daruma_paper, custom) in [
            (&[][..], 0x09, 0x10, 0x10, [0, 0, 0, 0]),
            (&[Fault::PaperOut], 0x1a, 0x20, 0x0b, [5, 0, 0, 0]),
            (&[Fault::NearEnd], 0x19, 0x10, 0x11, [4, 0, 0, 0]),
            (&[Fault::Cover], 0x00, 0x80, 0x18, [0, 2, 0, 0]),
            (&[Fault::Cutter], 0x08, 0x08, 0x58, [0, 0, 0, 1]),
        ] {
            assert_eq!(told(faults, Request::Elgin), [elgin], "{faults:?}");
            assert_eq!(told(faults, Request::Daruma), [daruma], "{faults:?}");
            assert_eq!(told(faults, Request::DarumaPaper), [daruma_paper], "{faults:?}");
            assert_eq!(told(faults, Request::Custom)[2..], custom, "{faults:?}");
        }
    }
}
