//! CSV files with a fixed set of columns, in any order.

use std::fmt::Display;
use std::str::FromStr;

use csv::StringRecord;

use super::known::{Known, use_one_of};
use super::source::Source;

/// One row of a file.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    source: &'a Source<'a>,
    headers: &'a StringRecord,
    cells: &'a StringRecord,
    at: usize,
}

/// Reads every row of a file with commas and exactly these columns; tells unknown, missing and
/// repeated columns and rows of a wrong length.
pub(crate) fn rows<T>(
    source: &Source<'_>,
    columns: &[&str],
    read: impl FnMut(&Row<'_>) -> T,
) -> Vec<T> {
    rows_of_table(source, b',', |headers| check_columns(source, headers, columns), read)
}

/// Reads every row of a file whose columns `prepare` may rename and judge.
pub(crate) fn rows_of_table<T>(
    source: &Source<'_>,
    delimiter: u8,
    prepare: impl FnOnce(StringRecord) -> StringRecord,
    mut read: impl FnMut(&Row<'_>) -> T,
) -> Vec<T> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(source.text().as_bytes());
    // Neither headers nor records fail: the text is in memory, UTF-8, and rows may have any
    // length.
    let headers = prepare(reader.headers().cloned().unwrap_or_default());
    let mut read_rows = Vec::new();
    for cells in reader.records().flatten() {
        let row = Row { source, headers: &headers, cells: &cells, at: start(source, &cells) };
        if cells.len() == headers.len() {
            read_rows.push(read(&row));
        } else {
            row.tell(
                format!("the row has {} cells, the first line {}", cells.len(), headers.len()),
                "Add or take out commas; put a text that holds a comma in quotes",
            );
        }
    }
    read_rows
}

/// Where a row's text starts: csv counts the line ends before it as part of it.
fn start(source: &Source<'_>, cells: &StringRecord) -> usize {
    let claimed = cells.position().map_or(0, csv::Position::byte);
    let claimed = usize::try_from(claimed).unwrap_or(usize::MAX);
    let rest = source.text().get(claimed..).unwrap_or_default();
    claimed + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
}

fn check_columns(source: &Source<'_>, headers: StringRecord, columns: &[&str]) -> StringRecord {
    if headers.len() == 1 && headers.iter().any(|header| header.contains(';')) {
        source.tell(0, "the columns are parted by semicolons", "Save the file with commas");
        return headers;
    }
    for (index, header) in headers.iter().enumerate() {
        if !columns.contains(&header) {
            source.tell(0, format!("unknown column \"{header}\""), use_one_of(header, columns));
        } else if headers.iter().take(index).any(|earlier| earlier == header) {
            source.tell(0, format!("the column \"{header}\" stands twice"), "Take one out");
        }
    }
    for column in columns.iter().filter(|column| !headers.iter().any(|header| header == **column)) {
        source.tell(
            0,
            format!("the column \"{column}\" is missing"),
            format!("The first line is {}", columns.join(",")),
        );
    }
    headers
}

impl Row<'_> {
    /// Tells a fault of this row.
    pub(crate) fn tell(&self, what: impl Into<String>, remedy: impl Into<String>) {
        self.source.tell(self.at, what, remedy);
    }

    /// A cell that may be empty. A missing column, told once already, counts as empty.
    pub(crate) fn optional(&self, column: &str) -> Option<&str> {
        let index = self.headers.iter().position(|header| header == column)?;
        self.cells.get(index).filter(|cell| !cell.is_empty())
    }

    /// A cell that must not be empty.
    pub(crate) fn text(&self, column: &str) -> String {
        let has_column = self.headers.iter().any(|header| header == column);
        if let Some(text) = self.optional(column) {
            return text.to_owned();
        }
        if has_column {
            self.tell(format!("{column} is empty"), format!("Write a {column}"));
        }
        String::new()
    }

    /// One of some words; `None` when it is none of them, which is told.
    pub(crate) fn choice<T: Copy>(&self, column: &str, choices: &[(&str, T)]) -> Option<T> {
        let cell = self.optional(column).unwrap_or_default();
        let chosen = choices.iter().find(|(word, _)| *word == cell).map(|(_, value)| *value);
        if chosen.is_none() && self.headers.iter().any(|header| header == column) {
            let words: Vec<&str> =
                choices.iter().map(|(word, _)| *word).filter(|word| !word.is_empty()).collect();
            let empty = if words.len() < choices.len() { ", or nothing" } else { "" };
            self.tell(
                format!("{column} is \"{cell}\""),
                format!("{}{empty}", use_one_of(cell, &words)),
            );
        }
        chosen
    }

    /// A cell that means something, or nothing when it is empty.
    pub(crate) fn parse<T: FromStr<Err: Display>>(&self, column: &str, remedy: &str) -> Option<T> {
        let cell = self.optional(column)?;
        cell.parse().map_err(|_| self.tell(format!("{column} is \"{cell}\""), remedy)).ok()
    }

    /// Tells a name that does not exist.
    pub(crate) fn refer(&self, name: &str, known: &Known) {
        if let Some((what, remedy)) = known.doubt(name) {
            self.tell(what, remedy);
        }
    }
}
