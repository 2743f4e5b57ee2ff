//! The report as a picture: for each class a bar an order, with its numbers beside it.
//!
//! Each part of a bar has a pattern of its own and every number is written, so that nothing hangs
//! on colour. A few rectangles need no library of charts, and `paper` has none that draws text.

use std::fmt::Write as _;

use super::{Played, minutes, waits};
use crate::domain::queue::QueueRules;

/// Everything is in the picture's own units; it is 1200 wide.
const LEFT: i64 = 230;
const RIGHT: i64 = 930;
const TOP: i64 = 210;
const BAR: i64 = 30;
const ROW: i64 = 46;
const HEADING: i64 = 52;

const STYLE: &str = "text{font-family:Andika,'DejaVu Sans',sans-serif;fill:#12302f;font-size:24px}\
.title{font-size:34px;font-weight:bold}.class{font-size:28px;font-weight:bold}\
.line{stroke:#12302f;stroke-width:3}.grid{stroke:#c9c2b2;stroke-width:2}\
.solid{fill:#0f5c5c}.hatch{fill:url(#hatch);stroke:#0f5c5c;stroke-width:2}";

const HATCH: &str = "<pattern id=\"hatch\" width=\"12\" height=\"12\" \
patternTransform=\"rotate(45)\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"12\" height=\"12\" fill=\"#fbf6ea\"/><rect width=\"4\" height=\"12\" fill=\"#0f5c5c\"/>\
</pattern>";

/// The picture, as SVG.
pub(super) fn picture(played: &[Played], rules: &QueueRules, about: &str) -> String {
    let days: Vec<_> = played.iter().map(|day| (day.order.name(), waits(day, rules))).collect();
    let classes: Vec<&String> = days
        .first()
        .map(|(_, waits)| waits.iter().map(|(class, _)| class).collect())
        .unwrap_or_default();
    let longest = days.iter().flat_map(|(_, waits)| waits).map(|(_, waits)| waits.longest).max();
    let longest = minutes(longest.unwrap_or_default()).max(1);
    let step = [5, 10, 15, 30, 60, 120].into_iter().find(|step| longest / step < 8).unwrap_or(240);
    let end = (longest + step - 1) / step * step;
    let x = |minutes: i64| LEFT + minutes * (RIGHT - LEFT) / end;
    let rows = |count: usize| i64::try_from(count).unwrap_or_default();
    let height = TOP + rows(classes.len()) * (HEADING + rows(days.len()) * ROW) + 60;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 {height}\" role=\"img\" \
         aria-label=\"Waiting times by class and calling order\">\n<defs>{HATCH}</defs>\n\
         <style>{STYLE}</style>\n<rect width=\"1200\" height=\"{height}\" fill=\"#fbf6ea\"/>\n\
         <text class=\"title\" x=\"40\" y=\"58\">How long people waited, in minutes</text>\n\
         <text x=\"40\" y=\"98\">{}</text>\n",
        escaped(about)
    );
    let key = [(40, "half waited at most"), (400, "19 of 20 at most"), (730, "the longest")];
    for (index, (left, words)) in key.into_iter().enumerate() {
        bar(&mut svg, index, left, left + 60, 124);
        let _ = writeln!(svg, "<text x=\"{}\" y=\"147\">{words}</text>", left + 74);
    }
    for minute in (0..=end / step).map(|index| index * step) {
        let (at, foot) = (x(minute), height - 40);
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{at}\" x2=\"{at}\" y1=\"{TOP}\" y2=\"{foot}\"/>\
             <text x=\"{at}\" y=\"{}\" text-anchor=\"middle\">{minute}</text>",
            TOP - 10
        );
    }
    let mut y = TOP;
    for (index, class) in classes.into_iter().enumerate() {
        let _ = writeln!(svg, "<text class=\"class\" x=\"40\" y=\"{}\">{class}</text>", y + 36);
        y += HEADING;
        for (order, waits) in &days {
            let Some((_, waits)) = waits.get(index) else { continue };
            let [median, p95, longest] = [waits.median, waits.p95, waits.longest].map(minutes);
            let _ = writeln!(svg, "<text x=\"40\" y=\"{}\">{order}</text>", y + 24);
            bar(&mut svg, 2, x(p95), x(longest), y);
            bar(&mut svg, 1, x(median), x(p95), y);
            bar(&mut svg, 0, x(0), x(median), y);
            let mut numbers = format!("{median} · {p95} · {longest}");
            if waits.not_called > 0 {
                let _ = write!(numbers, " ({} left)", waits.not_called);
            }
            let _ = writeln!(svg, "<text x=\"{}\" y=\"{}\">{numbers}</text>", RIGHT + 24, y + 24);
            y += ROW;
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// The median, solid; to nineteen of twenty, hatched; to the longest, a line with an end.
fn bar(svg: &mut String, part: usize, left: i64, right: i64, y: i64) {
    let (width, middle, low) = (right - left, y + BAR / 2, y + BAR);
    let _ = match part {
        0 => writeln!(
            svg,
            "<rect class=\"solid\" x=\"{left}\" y=\"{y}\" width=\"{width}\" height=\"{BAR}\"/>"
        ),
        1 => writeln!(
            svg,
            "<rect class=\"hatch\" x=\"{left}\" y=\"{y}\" width=\"{width}\" height=\"{BAR}\"/>"
        ),
        _ => {
            writeln!(svg, "<path class=\"line\" d=\"M{left} {middle}H{right}M{right} {y}V{low}\"/>")
        }
    };
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
