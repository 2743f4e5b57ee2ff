//! Spoken words as they are kept and as they travel: one WAV file, IMA ADPCM, one channel, 16 000
//! samples a second. Ninety seconds are 0.7 MB, whatever was said.
//!
//! The file is what Microsoft calls format 0x11, in blocks of 1024 bytes, so that any player plays
//! it; staff get plain PCM all the same.

use audio_codec_algorithms::{AdpcmImaState, decode_adpcm_ima_ms, encode_adpcm_ima_ms};
use zeroize::Zeroizing;

use super::format::Document;

/// A note that the hub has.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Taken {
    /// Of which request.
    pub client_request_id: String,
    /// How long it is.
    pub seconds: u16,
}

impl Document for Vec<Taken> {
    const ROOT: &str = "notes";
}

/// Samples a second.
pub const RATE: u32 = 16_000;

/// The largest file that is taken, in bytes: ninety seconds and their head, with room.
pub const LARGEST: usize = 768 * 1024;

/// Bytes of a block, and the samples in it.
const BLOCK: u16 = 1024;
const SAMPLES: u16 = 2041;

/// Bytes before the first block.
const HEAD: usize = 60;

/// Something that is no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is no voice note: send the station's own file, a WAV of IMA ADPCM at 16 kHz")]
pub struct NotANote;

/// Samples as they travel.
#[must_use]
pub fn encode(samples: &[i16]) -> Zeroizing<Vec<u8>> {
    let blocks = samples.len().div_ceil(usize::from(SAMPLES));
    let mut file = Zeroizing::new(Vec::with_capacity(HEAD + blocks * usize::from(BLOCK)));
    file.extend(head(samples.len(), blocks * usize::from(BLOCK)));
    let mut state = [AdpcmImaState::new()];
    let mut whole = Zeroizing::new([0; SAMPLES as usize]);
    let mut block = Zeroizing::new([0; BLOCK as usize]);
    for part in samples.chunks(usize::from(SAMPLES)) {
        whole.fill(0);
        for (place, sample) in whole.iter_mut().zip(part) {
            *place = *sample;
        }
        // It fails for other lengths than these only.
        if encode_adpcm_ima_ms(whole.as_slice(), &mut state, block.as_mut_slice()).is_ok() {
            file.extend_from_slice(block.as_slice());
        }
    }
    file
}

/// The samples of a file that travelled.
///
/// # Errors
///
/// It is no such file, or it is cut off.
pub fn decode(file: &[u8]) -> Result<Zeroizing<Vec<i16>>, NotANote> {
    let count = count(file)?;
    let mut samples = Zeroizing::new(Vec::with_capacity(count + usize::from(SAMPLES)));
    let mut part = Zeroizing::new([0; SAMPLES as usize]);
    for block in file.get(HEAD..).unwrap_or_default().chunks_exact(usize::from(BLOCK)) {
        decode_adpcm_ima_ms(block, false, part.as_mut_slice()).map_err(|_| NotANote)?;
        samples.extend_from_slice(part.as_slice());
    }
    samples.truncate(count);
    Ok(samples)
}

/// How long a file is, in whole seconds, at least one.
///
/// # Errors
///
/// It is no such file, or it is cut off.
pub fn seconds(file: &[u8]) -> Result<u16, NotANote> {
    Ok(whole_seconds(count(file)?))
}

/// Samples in whole seconds, at least one.
#[must_use]
pub fn whole_seconds(samples: usize) -> u16 {
    let rate = RATE as usize;
    u16::try_from((samples + rate / 2) / rate).unwrap_or(u16::MAX).max(1)
}

/// Samples as a file of plain PCM, for any player.
#[must_use]
pub fn pcm(samples: &[i16]) -> Zeroizing<Vec<u8>> {
    let length = samples.len() * 2;
    let mut file = Zeroizing::new(Vec::with_capacity(44 + length));
    file.extend(riff(36 + length));
    file.extend(format(16, 1, 2 * RATE, 2, 16));
    file.extend(chunk(b"data", length));
    file.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
    file
}

/// How many samples a file holds.
fn count(file: &[u8]) -> Result<usize, NotANote> {
    let given = file.get(..HEAD).ok_or(NotANote)?;
    let told = given.get(48..52).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes);
    let count = usize::try_from(told.unwrap_or_default()).map_err(|_| NotANote)?;
    let length = file.len() - HEAD;
    let blocks = count.div_ceil(usize::from(SAMPLES));
    let right = count > 0 && length == blocks.saturating_mul(usize::from(BLOCK));
    if right && given == head(count, length) { Ok(count) } else { Err(NotANote) }
}

fn head(samples: usize, length: usize) -> Vec<u8> {
    let mut head = riff(HEAD - 8 + length);
    let bytes_a_second = RATE * u32::from(BLOCK) / u32::from(SAMPLES);
    head.extend(format(20, 0x11, bytes_a_second, BLOCK, 4));
    head.extend(2_u16.to_le_bytes());
    head.extend(SAMPLES.to_le_bytes());
    head.extend(chunk(b"fact", 4));
    head.extend(word(samples));
    head.extend(chunk(b"data", length));
    head
}

fn riff(length: usize) -> Vec<u8> {
    let mut riff = chunk(b"RIFF", length);
    riff.extend(b"WAVE");
    riff
}

fn format(length: usize, tag: u16, bytes_a_second: u32, align: u16, bits: u16) -> Vec<u8> {
    let mut format = chunk(b"fmt ", length);
    format.extend(tag.to_le_bytes());
    format.extend(1_u16.to_le_bytes());
    format.extend(RATE.to_le_bytes());
    format.extend(bytes_a_second.to_le_bytes());
    format.extend(align.to_le_bytes());
    format.extend(bits.to_le_bytes());
    format
}

fn chunk(name: &[u8; 4], length: usize) -> Vec<u8> {
    [*name, word(length)].concat()
}

fn word(count: usize) -> [u8; 4] {
    u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tone of so many hertz.
    #[expect(clippy::cast_possible_truncation, reason = "a tone of 16 bits")]
    fn tone(hertz: f64, samples: u32) -> Vec<i16> {
        let angle = |at: u32| f64::from(at) * hertz * std::f64::consts::TAU / f64::from(RATE);
        (0..samples).map(|at| (angle(at).sin() * 9_000.0) as i16).collect()
    }

    #[test]
    fn what_is_spoken_is_heard_again_at_a_quarter_of_the_size() {
        let spoken = tone(440.0, 90 * RATE);
        let file = encode(&spoken);
        assert!(file.len() < LARGEST && file.len() * 39 < spoken.len() * 2 * 10, "{}", file.len());
        let heard = decode(&file).unwrap();
        assert_eq!(heard.len(), spoken.len());
        assert_eq!(seconds(&file), Ok(90));
        let square =
            |samples: &mut dyn Iterator<Item = f64>| samples.map(|it| it * it).sum::<f64>();
        let noise = square(&mut spoken.iter().zip(heard.iter()).map(|(a, b)| f64::from(a - b)));
        let sound = square(&mut spoken.iter().map(|sample| f64::from(*sample)));
        assert!(noise < sound / 1000.0, "30 dB at least: {}", noise / sound);
    }

    #[test]
    fn what_is_no_note_is_refused() {
        let file = encode(&tone(440.0, 5_000)).to_vec();
        assert_eq!(decode(&file).unwrap().len(), 5_000);
        let mut other = file.clone();
        other[20] = 1;
        for wrong in [&b""[..], b"RIFF", &file[..file.len() - 1], &other, &encode(&[])] {
            assert_eq!(decode(wrong).err(), Some(NotANote));
        }
    }

    #[test]
    fn plain_files_hold_what_any_reader_reads() {
        let samples = tone(440.0, 3_000);
        let file = pcm(&samples);
        let mut reader = hound::WavReader::new(file.as_slice()).unwrap();
        assert_eq!((reader.spec().sample_rate, reader.spec().channels), (RATE, 1));
        let read: Vec<i16> = reader.samples().map(Result::unwrap).collect();
        assert_eq!(read, samples);
    }
}
