//! Rate and loudness of a person's settings as engines know them.

/// Rates 1 to 7 as words a minute, a word being six letters with its space.
const WORDS_A_MINUTE: [u16; 7] = [85, 100, 120, 145, 170, 200, 240];

/// The same for speech-dispatcher, measured in Portuguese and Romanian with espeak-ng, whose own
/// scale has a bend at 0.
const RATES: [i32; 7] = [-90, -72, -50, -20, 3, 14, 29];

/// Loudness 0 to 10 as parts of a hundred of the amplitude: steps of 2.5 dB, so that 5 lies
/// 12.5 dB below the loudest.
const AMPLITUDES: [u8; 11] = [0, 8, 10, 13, 18, 24, 32, 42, 56, 75, 100];

/// How many words a minute a rate is.
pub(super) fn words_a_minute(rate: u8) -> u16 {
    at(&WORDS_A_MINUTE, rate.saturating_sub(1))
}

/// A rate for speech-dispatcher, -100 to 100.
pub(super) fn dispatcher_rate(rate: u8) -> i32 {
    at(&RATES, rate.saturating_sub(1))
}

/// Loudness as amplitude, 0 to 100.
pub(super) fn amplitude(volume: u8) -> u8 {
    at(&AMPLITUDES, volume)
}

/// Loudness for speech-dispatcher, -100 to 100: espeak-ng's amplitude grows evenly with it.
pub(super) fn dispatcher_volume(volume: u8) -> i32 {
    i32::from(amplitude(volume)) * 2 - 100
}

/// What stands at a place, or at the last one.
fn at<T: Copy, const N: usize>(values: &[T; N], place: u8) -> T {
    values[usize::from(place).min(N - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_faster_or_louder_than_the_one_before() {
        assert!((1..7).all(|rate| dispatcher_rate(rate) < dispatcher_rate(rate + 1)));
        assert!((1..7).all(|rate| words_a_minute(rate) < words_a_minute(rate + 1)));
        assert!((0..10).all(|volume| dispatcher_volume(volume) < dispatcher_volume(volume + 1)));
    }

    #[test]
    fn the_ends_are_the_ends_and_nothing_lies_beyond() {
        assert_eq!((words_a_minute(3), words_a_minute(7)), (120, 240));
        assert_eq!((dispatcher_volume(0), dispatcher_volume(10)), (-100, 100));
        assert_eq!((dispatcher_rate(0), dispatcher_rate(u8::MAX)), (-90, 29));
        assert_eq!(dispatcher_volume(u8::MAX), 100);
    }
}
