//! A slip as plain text: the twin of the dots, for whoever cannot see them and for tests.

use textwrap::{Options, WordSplitter};

use crate::domain::receipt::{Block, Slip};

/// The slip in lines of at most `columns` characters. A number and a QR code's text are never
/// broken, however narrow the paper.
#[must_use]
pub fn text(slip: &Slip, columns: usize) -> String {
    let mut text = String::new();
    for block in &slip.blocks {
        for line in lines(block, columns) {
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    text
}

fn lines(block: &Block, columns: usize) -> Vec<String> {
    let wrap = |text: &str| wrapped(text, columns);
    let centred = |text: &str| -> Vec<String> {
        wrap(text).iter().map(|line| format!("{line:^columns$}")).collect()
    };
    match block {
        Block::Crest(text) | Block::Heading(text) => centred(text),
        Block::Banner(text) => centred(&format!("[ {text} ]")),
        Block::Number(number) => vec![format!("{number:^columns$}")],
        Block::Field { label, value } => field(label, value, columns),
        Block::Line(text) | Block::Fades(text) => wrap(text),
        Block::Passport { purpose, words, code, .. } => {
            [wrap(purpose), centred(words), vec![format!("[QR] {code}")]].concat()
        }
        Block::Qr(text) => vec![format!("[QR] {text}")],
        Block::WritingLine(label) => {
            wrap(label).into_iter().chain([String::new(), "_".repeat(columns)]).collect()
        }
        Block::Rule => vec!["-".repeat(columns)],
    }
}

/// A label and its value: on two lines where that keeps the value whole.
fn field(label: &str, value: &str, columns: usize) -> Vec<String> {
    let run_on = wrapped(&format!("{label}: {value}"), columns);
    let value = wrapped(value, columns);
    if run_on.len() == 1 || value.len() > 1 {
        return run_on;
    }
    [wrapped(&format!("{label}:"), columns), value].concat()
}

fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let options = Options::new(columns).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(Into::into).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(block: Block, columns: usize) -> String {
        text(&Slip { blocks: vec![block] }, columns)
    }

    #[test]
    fn a_number_and_an_address_are_never_broken() {
        let number = "2026.0014.00371-13";
        assert_eq!(of(Block::Number(number.to_owned()), 10), format!("{number}\n"));
        let address = "https://156.vilaserena.example/p/2026.0014.00371-13#482091";
        assert_eq!(of(Block::Qr(address.to_owned()), 32), format!("[QR] {address}\n"));
    }

    #[test]
    fn other_lines_are_not_longer_than_the_paper() {
        let words = "Um papel comprido, até o fim, com umapalavraquenãoterminanuncanunca.";
        let wrapped = of(Block::Line(words.to_owned()), 16);
        assert!(wrapped.lines().all(|line| line.chars().count() <= 16), "{wrapped}");
        assert_eq!(wrapped.replace(['\n', ' '], ""), words.replace(' ', ""));
    }
}
