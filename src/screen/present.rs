//! Finished words and pictures into the window's structs; nothing is decided here.

use slint::{ModelRc, SharedString, VecModel};

use crate::app::{Shown, Speech};
use crate::domain::city::Language;
use crate::domain::devices::Countdown;
use crate::domain::keyboard::{Cap, Key, Spot};
use crate::domain::panel::{Arrangement, Panel};
use crate::domain::settings::Palette;
use crate::view::{ActionView, MapPoint, MapView, Note, Place, Plate, Stage, View, moment};

use super::arrange;
use super::caption::{self, Caption};
use super::icons::icon;
use super::phone::Phone;
use super::ruler::{Ruler, unbroken};
use super::sentences;
use super::typing::Typed;
use super::ui;

/// How many keys stand side by side on a pad of digits.
const PAD: f32 = 3.0;

/// What a page is made from: while it stays the same, so does what stands under a finger.
#[derive(Clone, PartialEq)]
pub(super) struct PageKey {
    turn: u64,
    arrangement: Arrangement,
    title: String,
    brand: String,
    actions: Vec<ActionView>,
    focus: Option<String>,
    hand: Option<String>,
    notes: Vec<Note>,
    stages: Vec<Stage>,
    plate: Option<Plate>,
    map: Option<MapView>,
    phone: Option<String>,
    picture: String,
    busy: bool,
    has_voice: bool,
    letters: u8,
    panel: Panel,
}

impl PageKey {
    pub(super) fn of(shown: &Shown, panel: Panel) -> Self {
        let view = shown.view.clone();
        Self {
            turn: shown.turn,
            arrangement: view.arrangement,
            title: view.title,
            brand: view.brand,
            actions: view.actions,
            // Keys are drawn by themselves.
            focus: view.focus.filter(|focus| Spot::from_id(focus).is_none()),
            hand: view.hand,
            notes: view.notes,
            stages: view.stages,
            plate: view.plate,
            map: view.map,
            phone: view.phone,
            picture: view.picture,
            busy: view.busy,
            has_voice: view.has_voice,
            letters: view.settings.letters,
            panel,
        }
    }
}

fn model<T: Clone + 'static>(items: impl IntoIterator<Item = T>) -> ModelRc<T> {
    ModelRc::new(VecModel::from(items.into_iter().collect::<Vec<T>>()))
}

pub(super) fn choice(action: &ActionView, focus: Option<&str>) -> ui::ChoiceView {
    let palettes = |name| Palette::ALL.iter().position(|palette| palette.name() == name);
    let swatch = action.id.strip_prefix("palette:").and_then(palettes);
    let look = &action.look;
    let picture = icon(&look.icon);
    ui::ChoiceView {
        id: action.id.as_str().into(),
        label: action.label.as_str().into(),
        caption: look.caption.as_str().into(),
        value: look.value.as_str().into(),
        hint: look.hint.as_str().into(),
        pictured: picture.is_some(),
        icon: picture.unwrap_or_default(),
        enabled: action.enabled,
        checkable: is_marked(&action.id, &look.icon),
        chosen: look.chosen,
        danger: look.danger,
        quiet: look.quiet,
        sample: look.sample,
        swatch: swatch.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1),
        focused: focus == Some(action.id.as_str()),
        sentence: number(look.sentence),
    }
}

/// The number of a sentence; -1 for none.
fn number(sentence: Option<usize>) -> i32 {
    sentence.and_then(|sentence| i32::try_from(sentence).ok()).unwrap_or(-1)
}

/// The wait that everybody can see; nothing where there is none.
pub(super) fn countdown(now: Option<&(Countdown, String)>) -> ui::CountdownView {
    now.map_or_else(ui::CountdownView::default, |(Countdown { left, of }, label)| {
        ui::CountdownView { left: (*left).into(), of: (*of).into(), label: label.as_str().into() }
    })
}

/// Whether a choice is one of several that may be marked: it stays, and tells whether it is.
fn is_marked(id: &str, icon: &str) -> bool {
    let settings = ["letters:", "palette:", "locale:"];
    icon.starts_with("square") || settings.iter().any(|kind| id.starts_with(kind))
}

/// One screen, with the practice phone where one stands there.
pub(super) fn page(
    shown: &Shown,
    panel: Panel,
    ruler: &Ruler,
    phone: Option<&Phone>,
) -> ui::PageView {
    let view = &shown.view;
    let focus = view.focus.as_deref();
    let compact = panel.is_compact(view.settings.letters);
    let at = |place: Place| {
        model(
            view.actions
                .iter()
                .filter(|action| action.look.place == place)
                .map(|action| choice(action, focus))
                .collect::<Vec<_>>(),
        )
    };
    let goes_on = view.actions.iter().any(|action| action.look.place == Place::Forward);
    let without_stages = panel.is_small() && view.arrangement == Arrangement::Field;
    let next = if compact && !goes_on { Place::More } else { Place::Forward };
    let tunes = view.actions.iter().filter(|action| {
        let tune = action.id == "signs" || view.has_voice && action.id.starts_with("settings:");
        tune && action.look.place == Place::Voice
    });
    ui::PageView {
        turn: i32::try_from(shown.turn).unwrap_or(i32::MAX),
        forward: shown.forward,
        arrangement: arrangement(view.arrangement),
        title: unbroken(&view.title).into(),
        brand: view.brand.as_str().into(),
        busy: view.busy,
        rows: model(arrange::rows(view, panel, ruler).into_iter().map(|row| ui::RowView {
            cells: model(row.into_iter().map(|action| choice(action, focus)).collect::<Vec<_>>()),
        })),
        // Where there is no room, the voice card holds every sentence.
        notes: model(sentences::shown(view, panel, ruler).into_iter().map(|note| ui::NoteView {
            icon: icon(note.icon).unwrap_or_default(),
            text: unbroken(&note.text).into(),
            strong: note.strong,
            sentence: i32::try_from(note.sentence).unwrap_or_default(),
        })),
        stages: model(view.stages.iter().filter(|_| !without_stages).map(|stage| ui::StageView {
            label: stage.label.as_str().into(),
            passed: stage.passed,
            here: stage.here,
        })),
        settings: at(Place::Setting),
        leave: at(Place::Leave),
        back: at(Place::Back),
        help: at(Place::Help),
        next: next_place(view, next, focus),
        commit: at(Place::Commit),
        tune: model(tunes.map(|action| choice(action, focus)).collect::<Vec<_>>()),
        plate: view.plate.as_ref().map(plate).unwrap_or_default(),
        map: view.map.as_ref().map(map).unwrap_or_default(),
        picture: icon(&view.picture).unwrap_or_default(),
        pictured: icon(&view.picture).is_some(),
        phone: phone.map(|phone| phone.view(view)).unwrap_or_default(),
        digits: caption::is_digits(view),
        pictures: view.settings.pictures,
        hand: view.hand.as_deref().unwrap_or_default().into(),
    }
}

/// What goes on; further choices are no going on, and look less than it.
fn next_place(view: &View, place: Place, focus: Option<&str>) -> ModelRc<ui::ChoiceView> {
    let shown = view.actions.iter().filter(|action| action.look.place == place);
    model(shown.map(|action| {
        let quiet = place == Place::More || action.look.quiet;
        ui::ChoiceView { quiet, ..choice(action, focus) }
    }))
}

fn arrangement(arrangement: Arrangement) -> ui::Arrangement {
    match arrangement {
        Arrangement::Choices => ui::Arrangement::Choices,
        Arrangement::Field => ui::Arrangement::Field,
        Arrangement::Review => ui::Arrangement::Review,
        Arrangement::Number => ui::Arrangement::Number,
        Arrangement::Faces => ui::Arrangement::Faces,
        Arrangement::Notes => ui::Arrangement::Notes,
        Arrangement::Recording => ui::Arrangement::Recording,
        Arrangement::Clip => ui::Arrangement::Clip,
        Arrangement::Phone => ui::Arrangement::Phone,
    }
}

/// How loud it is, and how long already; nothing where nobody records.
pub(super) fn meter(view: &View) -> ui::MeterView {
    let Some(note) = &view.note else { return ui::MeterView::default() };
    ui::MeterView {
        seconds: note.seconds.to_string().into(),
        unit: note.unit.as_str().into(),
        label: note.label.as_str().into(),
        longest: f32::from(note.longest),
        level: f32::from(note.level) / 100.0,
        full: f32::from(note.seconds) / f32::from(note.longest.max(1)),
    }
}

fn plate(plate: &Plate) -> ui::PlateView {
    ui::PlateView {
        caption: plate.caption.as_str().into(),
        number: plate.number.as_str().into(),
        code_caption: plate.code_caption.as_str().into(),
        code: plate.code.as_str().into(),
        qr_caption: plate.qr_caption.as_str().into(),
        qr: super::qr::picture(&plate.qr),
    }
}

fn map(map: &MapView) -> ui::MapView {
    let point = |place: &MapPoint| ui::MapPointView {
        x: place.spot.x,
        y: place.spot.y,
        mark: place.mark.as_str().into(),
        here: place.here,
    };
    let here = map.points.iter().find(|place| place.here).map(|place| place.spot);
    ui::MapView {
        label: map.label.as_str().into(),
        x: here.map_or(0.5, |spot| spot.x),
        y: here.map_or(0.5, |spot| spot.y),
        points: model(map.points.iter().map(point)),
    }
}

/// What is being read.
pub(super) fn speech(caption: &Caption, speech: Speech, view: &View) -> ui::SpeechView {
    let pause = view.actions.iter().filter(|action| action.id == "pause");
    let focus = view.focus.as_deref();
    let spoken: Vec<&str> = caption.lines.iter().flatten().map(|word| word.text.as_str()).collect();
    ui::SpeechView {
        lines: model(caption.lines.iter().map(|line| ui::LineView {
            words:
                model(
                    line.iter().map(|word| ui::WordView {
                        text: word.text.as_str().into(),
                        lit: word.lit,
                    }),
                ),
        })),
        titled: caption.titled,
        scale: caption.scale,
        button: model(pause.map(|action| choice(action, focus)).collect::<Vec<_>>()),
        speaking: speech.speaking,
        at: number(speech.at.filter(|_| speech.speaking)),
        more: caption.next.is_some(),
        more_label: view.read_more.as_str().into(),
        more_focused: focus == Some("read-on"),
        spoken: spoken.join(" ").into(),
    }
}

/// What is typed, with its keys.
pub(super) fn typing(typed: &Typed, view: &View) -> ui::TypingView {
    let focus = typed.focus.as_deref();
    let spot = focus.and_then(Spot::from_id);
    ui::TypingView {
        fields: model(typed.fields.iter().map(|field| ui::FieldView {
            id: field.id.as_str().into(),
            label: field.label.as_str().into(),
            value: moment::grouped(&field.id, &field.value).into(),
            error: field.error.as_deref().map(SharedString::from).unwrap_or_default(),
            active: typed.field.as_deref() == Some(field.id.as_str()),
            focused: focus == Some(field.id.as_str()),
            tall: field.kind == "long-text",
        })),
        rows: model(typed.keys.rows.iter().enumerate().map(|(number, row)| ui::KeyRowView {
            focused: spot == Some(Spot::Row(number)),
            keys: model(row.iter().map(|key| {
                let focused = spot == Some(Spot::Key(key.cap));
                key_view(key, view, typed.keys.columns, focused)
            })),
        })),
        columns: typed.keys.columns,
    }
}

/// A key with its words; on a pad of digits tools have room for theirs.
fn key_view(key: &Key, view: &View, columns: f32, focused: bool) -> ui::KeyView {
    let language = Language::from_tag(view.locale).unwrap_or(Language::En);
    let picture = match key.cap {
        Cap::Shift => "arrow-big-up",
        Cap::Erase if columns > PAD => "delete",
        Cap::Done if columns > PAD => "check",
        // No word has room there.
        Cap::Letter(' ') if key.span < 1.5 => "space",
        _ => "",
    };
    let picture = icon(picture);
    let writes = matches!(key.cap, Cap::Letter(letter) if letter != ' ');
    ui::KeyView {
        id: key.cap.to_string().into(),
        label: view.keys.label(key.cap, language).into(),
        spoken: view.keys.name(key.cap).into(),
        pictured: picture.is_some(),
        icon: picture.unwrap_or_default(),
        kind: if writes { ui::KeyKind::Letter } else { ui::KeyKind::Tool },
        at: key.at,
        span: key.span,
        enabled: true,
        on: key.on,
        focused,
    }
}
