//! The report as a table that is read in a terminal and in Markdown alike.

use std::fmt::Write as _;

use super::{Played, minutes, waits};
use crate::domain::queue::QueueRules;

const HEAD: [&str; 7] = ["order", "class", "came", "median", "p95", "longest", "not called"];

/// Waits in minutes by order and class, and how well what people were told was kept.
pub(super) fn table(played: &[Played], rules: &QueueRules) -> String {
    let mut rows = vec![HEAD.map(str::to_owned)];
    for day in played {
        for (class, waits) in waits(day, rules) {
            rows.push([
                day.order.name().to_owned(),
                class,
                waits.came.to_string(),
                minutes(waits.median).to_string(),
                minutes(waits.p95).to_string(),
                minutes(waits.longest).to_string(),
                waits.not_called.to_string(),
            ]);
        }
    }
    let mut widths = [0; HEAD.len()];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &[String; HEAD.len()]| {
        let cell = |(index, (cell, width)): (usize, (&String, &usize))| {
            // Words to the left, numbers to the right.
            if index < 2 { format!(" {cell:<width$} ") } else { format!(" {cell:>width$} ") }
        };
        let cells: Vec<String> = row.iter().zip(&widths).enumerate().map(cell).collect();
        format!("|{}|\n", cells.join("|"))
    };
    let rule = |(index, width): (usize, &usize)| {
        if index < 2 { "-".repeat(width + 2) } else { format!("{}:", "-".repeat(width + 1)) }
    };
    let rule: Vec<String> = widths.iter().enumerate().map(rule).collect();
    let mut table = line(&rows[0]);
    let _ = writeln!(table, "|{}|", rule.join("|"));
    table.extend(rows[1..].iter().map(line));
    table.push_str("\nMinutes from taking the ticket, or from the booked time, to the call.\n");
    for day in played {
        let _ = writeln!(
            table,
            "- {}: {} of 100 were called within the range that they were told; {} are promised.",
            day.order.name(),
            day.kept().unwrap_or_default(),
            rules.wait.promise,
        );
        let (warned, not_called) = day.warned();
        if not_called > 0 {
            let _ = writeln!(
                table,
                "- {}: {warned} of the {not_called} who were not called had been told so.",
                day.order.name(),
            );
        }
    }
    table
}
