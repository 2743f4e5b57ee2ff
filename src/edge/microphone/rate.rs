//! From the rate of a device to that of a note, and back.

use zeroize::Zeroizing;

/// Changes the rate of samples that come bit by bit.
///
/// Fewer samples are means of what lies between them, which is filter enough for speech; more of
/// them lie on straight lines.
#[derive(Debug)]
pub struct Rate {
    from: u64,
    to: u64,
    phase: u64,
    sum: i64,
    count: i64,
    last: i64,
}

impl Rate {
    /// From a rate to another, in samples a second.
    #[must_use]
    pub fn new(from: u32, to: u32) -> Self {
        let (from, to) = (u64::from(from.max(1)), u64::from(to.max(1)));
        Self { from, to, phase: 0, sum: 0, count: 0, last: 0 }
    }

    /// The next samples at the other rate.
    pub fn convert(&mut self, samples: &[i16]) -> Zeroizing<Vec<i16>> {
        let more = self.to.div_ceil(self.from);
        let room = samples.len().saturating_mul(usize::try_from(more).unwrap_or(1)) + 1;
        let mut converted = Zeroizing::new(Vec::with_capacity(room));
        for sample in samples {
            let sample = i64::from(*sample);
            self.sum += sample;
            self.count += 1;
            self.phase += self.to;
            let steps = self.phase / self.from;
            for step in 1..=steps {
                let value = if steps == 1 {
                    self.sum / self.count.max(1)
                } else {
                    let part = i64::try_from(step).unwrap_or_default();
                    let whole = i64::try_from(steps).unwrap_or(1);
                    self.last + (sample - self.last) * part / whole
                };
                converted.push(i16::try_from(value).unwrap_or_default());
            }
            if steps > 0 {
                self.phase %= self.from;
                (self.sum, self.count) = (0, 0);
            }
            self.last = sample;
        }
        converted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_stays_a_second_and_a_tone_the_same_tone() {
        for from in [8_000_u32, 16_000, 22_050, 44_100, 48_000, 96_000] {
            let angle = |at: u32| f64::from(at) * 300.0 * std::f64::consts::TAU / f64::from(from);
            #[expect(clippy::cast_possible_truncation, reason = "a tone of 16 bits")]
            let tone: Vec<i16> = (0..from).map(|at| (angle(at).sin() * 10_000.0) as i16).collect();
            let mut rate = Rate::new(from, 16_000);
            let parts: Vec<i16> =
                tone.chunks(777).flat_map(|part| rate.convert(part).to_vec()).collect();
            assert!(parts.len().abs_diff(16_000) <= 2, "{from}: {}", parts.len());
            let rising = parts.windows(2).filter(|two| two[0] < 0 && two[1] >= 0).count();
            assert!((299..=301).contains(&rising), "{from}: {rising} periods");
            assert!(parts.iter().any(|sample| sample.abs() > 9_000), "{from} is too soft");
        }
    }
}
