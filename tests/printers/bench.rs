//! What both matrices share: the faults, the moments, the lines, and whose words are on a paper.

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use acolhe::domain::visit::PrintState;
use acolhe::edge::printer::profile::{Acknowledgement, Profile};
use acolhe::simulator::{Fault, Simulator, When};

use super::super::support::repository;

/// Everything that can happen to a printer.
pub(super) const FAULTS: [Fault; 11] = [
    Fault::PaperOut,
    Fault::Cover,
    Fault::Cutter,
    Fault::Stall,
    Fault::Drop,
    Fault::Reset,
    Fault::Garbage,
    Fault::Slow,
    Fault::Silent,
    Fault::PowerCycle,
    Fault::Off,
];

/// Before the first byte, within the slip, and between its last byte and the acknowledgement.
pub(super) const MOMENTS: [When; 3] = [When::Now, When::AfterBytes(6_000), When::AfterTheLastByte];

/// Rows that tell whose slip it is.
const TELLING: usize = 24;

pub(super) fn profile(name: &str) -> Profile {
    Profile::find(&repository("hardware/printers"), name).expect("a profile")
}

/// How a slip ends when nothing is wrong.
pub(super) fn best(profile: &Profile) -> PrintState {
    if profile.acknowledgement == Acknowledgement::None {
        PrintState::Sent
    } else {
        PrintState::Printed
    }
}

/// The dots of each piece of paper that is not blank.
pub(super) fn paper(simulator: &Simulator) -> Vec<Vec<u8>> {
    let slips = simulator.slips();
    let dots = slips.iter().map(|slip| slip.picture().bits().to_vec());
    dots.filter(|bits| bits.iter().any(|byte| *byte != 0)).collect()
}

/// Whether somebody's words stand on a piece of paper, wherever on it.
pub(super) fn holds(paper: &[u8], words: &[u8], stride: usize) -> bool {
    let inked = |row: &[u8]| row.iter().any(|byte| *byte != 0);
    let rows: Vec<&[u8]> = words.chunks(stride).collect();
    let papers: Vec<&[u8]> = paper.chunks(stride).collect();
    // Where lines of words begin; rules are thinner.
    let begins =
        (0..rows.len()).filter(|at| inked(rows[*at]) && (*at == 0 || !inked(rows[*at - 1])));
    begins
        .filter_map(|at| rows.get(at..at + TELLING))
        .filter(|line| line.iter().all(|row| inked(row)))
        .any(|line| papers.windows(TELLING).any(|window| window == line))
}

/// Cases that may look wrong because the machine was too busy, of all.
const LATE: usize = 8;

/// Plays cases at the same time, for they mostly wait; what was wrong, and nothing else, is told.
///
/// A machine that is too busy makes even a good printer late: what few went wrong are played once
/// more, each alone.
pub(super) fn play_all<C: Send>(cases: Vec<C>, play: impl Fn(&C) -> Option<String> + Sync) {
    // One matrix after the other.
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let count = cases.len();
    let cases = Mutex::new(cases.into_iter());
    let wrong = Mutex::new(Vec::new());
    let workers = 4 * std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let next = cases.lock().expect("nobody panics with it").next();
                    let Some(case) = next else { break };
                    if let Some(told) = play(&case) {
                        wrong.lock().expect("nobody panics with it").push((case, told));
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("nobody panics with it");
    let again = wrong.len() <= LATE;
    let told =
        wrong.into_iter().filter_map(|(case, told)| if again { play(&case) } else { Some(told) });
    let mut told: Vec<String> = told.collect();
    told.sort();
    assert!(told.is_empty(), "{} of {count} cases:\n{}", told.len(), told.join("\n"));
}
