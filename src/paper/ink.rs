//! Grey: how much of each dot is covered, before a head that knows only black decides.

/// A rectangle of coverage, 0 for paper and 255 for ink.
#[derive(Debug)]
pub(super) struct Ink {
    width: usize,
    coverage: Vec<u8>,
}

impl Ink {
    /// Blank paper.
    pub(super) fn blank(width: usize, height: usize) -> Self {
        let width = width.max(1);
        Self { width, coverage: vec![0; width * height] }
    }

    /// Black wherever `is_black` says so of (across, down).
    pub(super) fn from_black(
        width: usize,
        height: usize,
        is_black: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let coverage = (0..width * height)
            .map(|dot| if is_black(dot % width, dot / width) { u8::MAX } else { 0 })
            .collect();
        Self { width, coverage }
    }

    /// Dots across.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Dots down.
    pub(super) fn height(&self) -> usize {
        self.coverage.len() / self.width
    }

    /// The rows, from top to bottom.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.coverage.chunks_exact(self.width)
    }

    /// Puts ink on one dot; what is outside is lost.
    pub(super) fn put(&mut self, x: i32, y: i32, coverage: u8) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x < self.width
            && let Some(dot) = self.coverage.get_mut(y * self.width + x)
        {
            *dot = (*dot).max(coverage);
        }
    }

    /// The same without its blank rows at top and bottom.
    pub(super) fn trimmed(mut self) -> Self {
        let is_blank = |row: &&[u8]| row.iter().all(|dot| *dot == 0);
        let top = self.rows().take_while(is_blank).count();
        let bottom = self.coverage.rchunks_exact(self.width).take_while(is_blank).count();
        self.coverage.truncate(self.coverage.len() - bottom * self.width);
        self.coverage.drain(..(top * self.width).min(self.coverage.len()));
        self
    }

    /// The same, made narrower; never wider.
    pub(super) fn squeezed(self, width: usize) -> Self {
        if width >= self.width {
            return self;
        }
        let mut coverage = Vec::with_capacity(width * self.height());
        for row in self.rows() {
            coverage.extend((0..width).map(|x| mean(row, x, width)));
        }
        Self { width, coverage }
    }
}

/// The mean of the `x`th of `parts` equal parts of a row, cut at fractions of a dot.
fn mean(row: &[u8], x: usize, parts: usize) -> u8 {
    // In units of a dot divided by `parts`, every edge is a whole number.
    let (start, end) = (x * row.len(), (x + 1) * row.len());
    let covered: usize = (start / parts..end.div_ceil(parts))
        .map(|dot| {
            let from = start.max(dot * parts);
            let to = end.min((dot + 1) * parts);
            usize::from(row[dot]) * (to - from)
        })
        .sum();
    u8::try_from(covered / row.len()).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezing_keeps_the_share_of_ink() {
        let mut ink = Ink::blank(3, 1);
        ink.put(0, 0, 255);
        ink.put(1, 0, 255);
        let squeezed = ink.squeezed(2);
        assert_eq!(squeezed.rows().next().unwrap(), [255, 85]);
    }

    #[test]
    fn ink_outside_is_lost() {
        let mut ink = Ink::blank(2, 2);
        for (x, y) in [(-1, 0), (2, 0), (0, -1), (0, 2)] {
            ink.put(x, y, 255);
        }
        assert!(ink.rows().all(|row| row == [0, 0]));
    }
}
