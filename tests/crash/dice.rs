//! Randomness that can be repeated: `SplitMix64` (Steele, Lea, Flood 2014).

use std::time::Duration;

/// A source of random numbers.
pub(super) struct Dice(u64);

impl Dice {
    /// From `ACOLHE_SEED`, or a seed of its own, which is printed.
    pub(super) fn new() -> Self {
        let given = std::env::var("ACOLHE_SEED").ok().map(|seed| seed.parse().expect("a number"));
        let seed = given.unwrap_or_else(|| getrandom::u64().expect("randomness"));
        println!("ACOLHE_SEED={seed}");
        Self(seed)
    }

    /// A source of its own, for somebody who acts at the same time.
    #[allow(dead_code, reason = "not every test has several")]
    pub(super) fn another(&mut self) -> Self {
        Self(self.below(u64::MAX))
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    /// A moment within a time.
    pub(super) fn moment_within(&mut self, time: Duration) -> Duration {
        let micros = u64::try_from(time.as_micros()).expect("a short time");
        Duration::from_micros(self.below(micros.max(1)))
    }
}
