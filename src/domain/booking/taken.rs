//! Which cells are taken, and where a visit still fits between them.

use std::collections::HashMap;

use super::MOST_LANES;

/// One desk of a pool, or one of the things that a service needs, during one slice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Code of the desks, or `@` and the code of a service.
    pub pool: String,
    /// Which of them, from 0.
    pub lane: u16,
    /// When.
    pub slice: i64,
}

/// Cells of one branch that are taken: a word of lanes for each slice of a pool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken(HashMap<String, HashMap<i64, u64>>);

impl Taken {
    /// Takes a cell; false if it was taken already.
    pub fn take(&mut self, pool: &str, lane: u16, slice: i64) -> bool {
        if !self.0.contains_key(pool) {
            self.0.insert(pool.to_owned(), HashMap::new());
        }
        let Some(lanes) = self.0.get_mut(pool) else { return false };
        let word = lanes.entry(slice).or_default();
        let bit = 1_u64.checked_shl(u32::from(lane)).unwrap_or_default();
        let was_free = *word & bit == 0;
        *word |= bit;
        was_free
    }

    /// Lanes of a pool that are taken at some time of these slices.
    fn during(&self, piece: &Piece) -> u64 {
        let Some(pool) = self.0.get(&piece.pool) else { return 0 };
        let slices = piece.from..piece.from + i64::from(piece.slices);
        slices.filter_map(|slice| pool.get(&slice)).fold(0, |all, lanes| all | lanes)
    }
}

/// Lanes that a visit needs for a part of its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Of which pool.
    pub pool: String,
    /// How many lanes at once.
    pub people: u16,
    /// From which slice.
    pub from: i64,
    /// For how many.
    pub slices: u32,
    /// How many lanes of the pool work during all of it: those from 0.
    pub open: u16,
}

impl Piece {
    /// The lowest free lanes; `None` when there are too few.
    fn lanes(&self, taken: &Taken) -> Option<Vec<u16>> {
        let busy = taken.during(self);
        let free = (0..self.open.min(MOST_LANES)).filter(|lane| busy >> lane & 1 == 0);
        let lanes: Vec<u16> = free.take(usize::from(self.people)).collect();
        (lanes.len() == usize::from(self.people)).then_some(lanes)
    }
}

/// One way to place a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// All of its pieces; no two of one pool share a slice.
    pub pieces: Vec<Piece>,
    /// The first slice after it.
    pub end: i64,
    /// Whether people who come together are met at the same time, side by side.
    pub side_by_side: bool,
}

impl Way {
    fn is_free(&self, taken: &Taken) -> bool {
        self.pieces.iter().all(|piece| piece.lanes(taken).is_some())
    }

    fn cells(&self, taken: &Taken) -> Option<Vec<Cell>> {
        let mut cells = Vec::new();
        for piece in &self.pieces {
            for lane in piece.lanes(taken)? {
                let slices = piece.from..piece.from + i64::from(piece.slices);
                cells.extend(slices.map(|slice| Cell { pool: piece.pool.clone(), lane, slice }));
            }
        }
        Some(cells)
    }
}

/// The first of some ways that is free.
#[must_use]
pub fn free<'w>(ways: &'w [Way], taken: &Taken) -> Option<&'w Way> {
    ways.iter().find(|way| way.is_free(taken))
}

/// The first of some ways that is free, with the cells that it takes.
#[must_use]
pub fn place<'w>(ways: &'w [Way], taken: &Taken) -> Option<(&'w Way, Vec<Cell>)> {
    ways.iter().find_map(|way| way.cells(taken).map(|cells| (way, cells)))
}
