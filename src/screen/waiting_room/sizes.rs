//! How large everything of a waiting room's window is: shares of the glass, and letters as large
//! as they fit.
//!
//! A panel is read from as far as it is large, so that everything is a part of its shorter side.
//! `docs/panel.md` tells how far that is.

use crate::view::waiting_room::{CallView, RoomView};

use super::super::ruler::Ruler;
use super::super::ui::PanelSizes;

/// Of the natural height of a line: what a line of several takes, of the type's size.
const LINE: f32 = 1.28;

/// Everything in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sizes {
    pub(super) wide: bool,
    pad: f32,
    line: f32,
    bar: f32,
    bar_em: f32,
    card: (f32, f32),
    label_em: f32,
    number_em: f32,
    desk_em: f32,
    desk_label_em: f32,
    nobody_em: f32,
    others: (f32, f32),
    recent_em: f32,
    row: f32,
    row_em: f32,
    notice_em: f32,
    notice_height: f32,
}

/// What is written in all languages on one line.
pub(super) fn joined(texts: &[String]) -> String {
    texts.join(" · ")
}

/// A size, or the largest part of it that fits; the least part where none does.
fn largest(size: f32, fits: impl Fn(f32) -> bool) -> f32 {
    let parts = (0..=16_u8).map(|step| size * (1.0 - f32::from(step) / 24.0));
    let least = size / 3.0;
    parts.into_iter().find(|part| fits(*part)).unwrap_or(least)
}

/// A count of lines or languages to reckon with.
fn count(of: usize) -> f32 {
    f32::from(u8::try_from(of.max(1)).unwrap_or(u8::MAX))
}

impl Sizes {
    /// For a glass of this width and height, and how many of the other calls have room.
    pub(super) fn of((width, height): (f32, f32), view: &RoomView, ruler: &Ruler) -> (Self, usize) {
        let side = width.min(height);
        let wide = width >= height;
        let pad = 0.03 * side;
        let mut sizes =
            Self { wide, pad, line: (0.003 * side).max(1.0), bar: 0.105 * side, ..Self::default() };
        let in_bar = ruler.width(&view.branch, true) + ruler.width(&view.time, true) + 1.0;
        sizes.bar_em = (0.058 * side).min((width - 2.0 * pad) / in_bar);
        sizes.notice(width, side, view, ruler);
        let body = height - sizes.bar - 2.0 * pad - sizes.notice_height;
        if wide {
            let across = width - 3.0 * pad;
            sizes.card = (0.64 * across, body);
            sizes.others = (0.36 * across, body);
        } else {
            let card = 0.56 * body;
            sizes.card = (width - 2.0 * pad, card);
            sizes.others = (width - 2.0 * pad, body - card - pad);
        }
        sizes.large(side, view, ruler);
        let rows = sizes.others(side, view, ruler);
        (sizes, rows)
    }

    /// The notice below everything, where there is one.
    fn notice(&mut self, width: f32, side: f32, view: &RoomView, ruler: &Ruler) {
        if view.notice.is_empty() {
            return;
        }
        let languages = count(view.notice.len());
        let lines = |em: f32| {
            let across = width - 5.0 * self.pad - 2.0 * em;
            let room = if self.wide { across / languages - self.pad } else { across };
            let each = view.notice.iter().map(|text| ruler.count(text, room / em, false));
            let each: Option<Vec<f32>> = each.map(|lines| lines.map(count)).collect();
            each.map(|lines| {
                if self.wide { lines.into_iter().fold(1.0, f32::max) } else { lines.iter().sum() }
            })
        };
        let most = if self.wide { 0.19 } else { 0.36 } * side;
        let em = largest(0.042 * side, |em| lines(em).is_some_and(|it| it * LINE * em <= most));
        self.notice_em = em;
        self.notice_height = lines(em).unwrap_or(4.0) * LINE * em + 2.2 * self.pad;
    }

    /// What stands large, or in its place.
    fn large(&mut self, side: f32, view: &RoomView, ruler: &Ruler) {
        let (width, height) = self.card;
        let across = width - self.pad;
        let label = ruler.width(&joined(&view.labels.ticket), false);
        self.label_em = (0.075 * side).min(across / label.max(1.0));
        let (number, desk) = view.large.as_ref().map_or((1.0, 1.0), |call| {
            (ruler.width(&call.number, true), ruler.width(&call.desk, true))
        });
        self.number_em = (across / number.max(1.0)).min((0.5 * height).max(0.35 * side));
        // What is left for the desk, its label beside it.
        let left = height - 1.2 * self.label_em - 0.84 * self.number_em - 3.0 * self.pad;
        let languages = count(view.labels.desk.len());
        self.desk_label_em = (0.075 * side).min(left / (1.15 * languages));
        let widths = view.labels.desk.iter().map(|text| ruler.width(text, false));
        let labels = widths.fold(0.0, f32::max) * self.desk_label_em;
        let room = across - labels - 3.0 * self.pad;
        // An arrow, and a sign around the digits.
        let sign = 0.9 + (desk + 0.5).max(1.15);
        self.desk_em = (0.62 * self.number_em).min(left / 1.1).min(room / sign);
        let nobody = |em: f32| {
            let room = (across - 2.0 * self.pad) / em;
            let lines: Option<Vec<usize>> =
                view.nobody.iter().map(|text| ruler.count(text, room, false)).collect();
            let gaps = count(view.nobody.len() + 2) * self.pad;
            lines.is_some_and(|lines| {
                count(lines.iter().sum()) * LINE * em + 2.4 * em + gaps <= height
            })
        };
        self.nobody_em = largest(0.1 * side, nobody);
    }

    /// The other calls, and how many of them have room.
    fn others(&mut self, side: f32, view: &RoomView, ruler: &Ruler) -> usize {
        let (width, height) = self.others;
        let recent = &view.labels.recent;
        let (lines, widest) = if self.wide {
            let widths = recent.iter().map(|text| ruler.width(text, false));
            (count(recent.len()), widths.fold(1.0, f32::max))
        } else {
            (1.0, ruler.width(&joined(recent), false).max(1.0))
        };
        self.recent_em = (0.048 * side).min(width / widest);
        self.row = 0.117 * side;
        let widths = view.others.iter().map(|call| row_width(call, ruler));
        let inner = width - 3.5 * self.pad;
        self.row_em = (0.092 * side).min(inner / widths.fold(1.0, f32::max));
        let gap = 0.5 * self.pad;
        let left = height - lines * 1.2 * self.recent_em - gap;
        let fit = (1..=8_u8).take_while(|rows| {
            let rows = f32::from(*rows);
            rows * self.row + (rows - 1.0) * gap <= left
        });
        fit.count()
    }
}

/// A row's width, of its type's size: number, arrow and sign.
fn row_width(call: &CallView, ruler: &Ruler) -> f32 {
    let sign = (ruler.width(&call.desk, true) + 0.5).max(1.15);
    ruler.width(&call.number, true) + 0.8 * (1.0 + sign)
}

impl From<Sizes> for PanelSizes {
    fn from(sizes: Sizes) -> Self {
        Self {
            wide: sizes.wide,
            pad: sizes.pad,
            round: 0.7 * sizes.pad,
            line: sizes.line,
            bar: sizes.bar,
            bar_em: sizes.bar_em,
            card_width: sizes.card.0,
            card_height: sizes.card.1,
            label_em: sizes.label_em,
            number_em: sizes.number_em,
            desk_em: sizes.desk_em,
            desk_label_em: sizes.desk_label_em,
            nobody_em: sizes.nobody_em,
            others_width: sizes.others.0,
            others_height: sizes.others.1,
            recent_em: sizes.recent_em,
            row: sizes.row,
            row_em: sizes.row_em,
            notice_em: sizes.notice_em,
            notice_height: sizes.notice_height,
        }
    }
}
