//! Lessons in words: what is asked, what was done, and what stands on the practice phone.

mod paper;
mod seat;

use crate::domain::action::Action;
use crate::domain::learning::{At, Learning};
use crate::domain::lesson::{
    Gesture, Lesson, LessonId, Part, PartId, PartKind, PhoneId, Rung, Said, Sitting, Step, Task,
    Verdict,
};
use crate::domain::visit::Screen;

use super::{ActionView, Scene, Told, ended, sentences};

pub use paper::slip;

pub(super) use seat::is_seated;

/// How a part of the practice phone looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartLook {
    /// What it is.
    pub kind: PartKind,
    /// The little hand points at it.
    pub lit: bool,
    /// What was written there.
    pub written: String,
}

/// Somebody at a step, and all that is known of it.
struct Place<'a> {
    lesson: &'a Lesson,
    step: &'a Step,
    sitting: &'a Sitting,
}

impl Place<'_> {
    /// The message of the step.
    fn message(&self) -> String {
        format!("lesson-{}-{}", self.lesson.id, self.step.id)
    }

    fn attribute(&self, scene: &Scene<'_>, attribute: &str) -> Option<String> {
        scene.words.attribute(&self.message(), attribute, &[])
    }
}

fn learning<'a>(scene: &Scene<'a>) -> Option<&'a Learning> {
    scene.visit.learning.as_deref()
}

fn place<'a>(scene: &Scene<'a>) -> Option<Place<'a>> {
    let learning = learning(scene)?;
    let sitting = learning.sitting.as_ref()?;
    let step = sitting.of(&scene.city.taught)?;
    Some(Place { lesson: learning.chosen(&scene.city.taught)?, step, sitting })
}

/// Whether a step of a lesson is seen: nothing is laid over it.
pub(super) fn is_step(scene: &Scene<'_>) -> bool {
    scene.visit.screen == Screen::Learning(At::Step) && scene.visit.overlay.is_none()
}

/// The practice phone as it stands on the screen; none where there is none.
fn phone<'a>(scene: &Scene<'a>) -> Option<(&'a Sitting, &'a PhoneId)> {
    let sitting = learning(scene)?.sitting.as_ref().filter(|_| is_step(scene))?;
    Some((sitting, sitting.phone.as_ref()?))
}

/// What is asked, and what else is said.
pub(super) fn tell(scene: &Scene<'_>, at: &At) -> Told {
    let plain = Told::plain(scene, at.id());
    match (at, place(scene)) {
        (At::Passport, _) => welcome_back(scene, plain),
        (At::Help, _) => goal(scene, plain),
        (At::Step, Some(place)) => step(scene, &place, plain),
        (At::Writing(_), Some(place)) => {
            let title = scene.words.text(&place.message());
            Told { title, ..plain }
        }
        (At::End, _) => {
            let told = goal(scene, plain).all_shown("circle-check");
            let told = told.show_all("users-round", seat::after(scene));
            told.show_all("printer", paper::state(scene).map(|id| scene.words.text(id)))
        }
        (At::GiveWay, _) => plain.all_shown("heart-handshake"),
        (At::Seat | At::Paused, _) => seat::tell(scene, at),
        _ => plain,
    }
}

/// Whose paper it is, by its pictures, and whether something is to be repeated.
fn welcome_back(scene: &Scene<'_>, told: Told) -> Told {
    let words = scene.words;
    let read = learning(scene).filter(|learning| !learning.unread);
    let Some(passport) = read.and_then(|learning| learning.passport.as_ref()) else {
        let say = words.attribute("learn-unread", "say", &[]).unwrap_or_default();
        return Told { title: words.text("learn-unread"), say: sentences(&say), ..told };
    };
    let pictures = passport.pictures();
    pictures.into_iter().fold(told, |told, name| told.show_all(name, [paper::picture(words, name)]))
}

/// Whether a lesson is proposed because it is time to repeat it.
fn is_due(scene: &Scene<'_>, id: &LessonId) -> bool {
    let Some(learning) = learning(scene) else { return false };
    let learnt = learning.passport.as_ref().and_then(|passport| passport.learnt(id));
    scene.visit.screen == Screen::Learning(At::Passport)
        && learnt.is_some_and(|learnt| learnt.is_due(learning.day))
}

/// What one will be able to do, or can do now.
fn goal(scene: &Scene<'_>, told: Told) -> Told {
    let lesson = learning(scene).and_then(|learning| learning.lesson.as_ref());
    let Some(lesson) = lesson else { return told };
    let message = format!("lesson-{lesson}");
    let goal = scene.words.attribute(&message, "goal", &[]).unwrap_or_default();
    Told { say: sentences(&goal).into_iter().chain(told.say).collect(), ..told }
}

fn step(scene: &Scene<'_>, place: &Place<'_>, plain: Told) -> Told {
    let words = scene.words;
    let asked = words.text(&place.message());
    let more = place.attribute(scene, "say").unwrap_or_default();
    let attribute = |name: &str| place.attribute(scene, name).unwrap_or_default();
    let plain = Told { say: Vec::new(), ..plain };
    // What was done comes first, then once more what is asked.
    let (title, rest) = match &place.sitting.said {
        // The goal alone.
        Said::Ask if place.sitting.rung == Rung::Alone && !place.step.task.is_told() => {
            (asked, String::new())
        }
        Said::Ask => (asked, more),
        Said::Ok => (attribute("ok"), if place.sitting.done { String::new() } else { asked }),
        Said::Shown if matches!(place.step.task, Task::Show(_)) => (attribute("ok"), String::new()),
        Said::Shown => (words.text("learn-shown"), String::new()),
        Said::Hint(hint) => (attribute(&format!("hint{hint}")), asked),
        Said::Wrong(Some(why)) => (attribute(why), asked),
        Said::Wrong(None) => (words.text("learn-wrong"), asked),
        Said::NotHere => (words.text("learn-not-here"), asked),
        Said::RealData => (words.text("learn-real-data"), asked),
        Said::Judged { is_scam, good } => {
            let told = match (is_scam, good) {
                (true, true) => "learn-scam-told",
                (true, false) => "learn-scam-missed",
                (false, true) => "learn-genuine-told",
                (false, false) => "learn-genuine-feared",
            };
            (words.text(told), attribute(&format!("why{}", place.sitting.item + 1)))
        }
    };
    let icon = match place.sitting.said {
        Said::Ask => "info",
        Said::Ok | Said::Shown | Said::Judged { .. } => "lightbulb",
        _ => "rotate-ccw",
    };
    let told = Told { title, ..plain }.show_all(icon, sentences(&rest));
    let paper = (place.step.task == Task::Slip).then(|| paper::state(scene)).flatten();
    let told = told.show_all("printer", paper.map(|id| words.text(id)));
    let told = told.show_all("users-round", seat::turn(scene, place.sitting));
    match header(scene) {
        Some(header) => told.and(&ended(&header)),
        None => told,
    }
}

/// What stands at the head of the practice phone: that it is one, and what it shows.
pub(super) fn header(scene: &Scene<'_>) -> Option<String> {
    let (sitting, phone) = phone(scene)?;
    let screen = sitting.screen(&scene.city.taught)?;
    let title = screen.title().map(|title| part_words(scene, phone, &title.id)).unwrap_or_default();
    Some(scene.words.with("learn-phone", &[("title", title.into())]))
}

/// The picture of a step without a phone: its own, or its lesson's.
pub(super) fn picture(scene: &Scene<'_>) -> Option<String> {
    let Screen::Learning(at) = &scene.visit.screen else { return None };
    if scene.visit.overlay.is_some() {
        return None;
    }
    match at {
        At::Step => {
            let place = place(scene)?;
            let bare = place.sitting.phone.is_none();
            let own = place.step.icon.as_ref().unwrap_or(&place.lesson.icon);
            bare.then(|| own.clone())
        }
        At::End => Some(learning(scene)?.chosen(&scene.city.taught)?.icon.clone()),
        _ => None,
    }
}

fn part_message(phone: &PhoneId, part: &PartId) -> String {
    format!("phone-{}-{part}", phone.0.replace('/', "-"))
}

fn part_words(scene: &Scene<'_>, phone: &PhoneId, part: &PartId) -> String {
    scene.words.text(&part_message(phone, part))
}

/// A part that an action touches.
fn touched<'a>(scene: &Scene<'a>, action: &Action) -> Option<(&'a Part, &'a Sitting, &'a PhoneId)> {
    let Action::Practise(Gesture::Touch(id)) = action else { return None };
    let (sitting, phone) = phone(scene)?;
    Some((scene.city.taught.part(phone, id)?, sitting, phone))
}

/// The words on an action, where it is one of a lesson.
pub(super) fn label(scene: &Scene<'_>, action: &Action) -> Option<String> {
    let words = scene.words;
    let Screen::Learning(at) = &scene.visit.screen else { return None };
    if *action == Action::CallAttendant && is_seated(scene) {
        return Some(words.text("learn-hand"));
    }
    if scene.visit.overlay.is_some() {
        return None;
    }
    Some(match action {
        Action::Track(track) => words.text(&format!("lesson-track-{track}")),
        Action::Lesson(id) => {
            let title = words.text(&format!("lesson-{id}"));
            let due = is_due(scene, id);
            if due { words.with("learn-repeat", &[("title", title.into())]) } else { title }
        }
        Action::Rung(rung) if *at == At::End => {
            words.with("learn-again", &[("help", words.text(&rung_message(*rung)).into())])
        }
        Action::Rung(rung) => words.text(&rung_message(*rung)),
        Action::Lessons if *at == At::Passport => words.text("learn-all"),
        Action::Lessons => words.text("learn-other"),
        Action::Verdict(verdict) => words.text(&format!("verdict-{}", verdict.name())),
        Action::Answer(answer) => {
            place(scene)?.attribute(scene, &format!("answer-{answer}")).unwrap_or_default()
        }
        Action::Practise(gesture) => {
            let (_, phone) = phone(scene)?;
            let part = part_words(scene, phone, gesture.part());
            match gesture {
                Gesture::Touch(_) => part,
                other => words.with(&format!("learn-{}", other.name()), &[("part", part.into())]),
            }
        }
        Action::Request | Action::FollowUp | Action::Booking => {
            words.text(&format!("learn-real-{action}"))
        }
        Action::Next => next(scene)?,
        _ => return None,
    })
}

fn rung_message(rung: Rung) -> String {
    format!("learn-{}", rung.name())
}

/// What going on is called, where it is called otherwise than elsewhere.
fn next(scene: &Scene<'_>) -> Option<String> {
    let place = place(scene)?;
    let id = match place.step.task {
        Task::Real(_) => "learn-not-now",
        Task::Show(_) if !place.sitting.done => "learn-look",
        ref task if place.sitting.rung == Rung::Watch && !place.sitting.done && !task.is_told() => {
            "learn-look"
        }
        _ => return None,
    };
    Some(scene.words.text(id))
}

/// What is said of a part, where it is another thing than its words: what one cannot read off them,
/// and what was written there.
pub(super) fn said(scene: &Scene<'_>, action: &Action, label: &str) -> Option<String> {
    let (part, sitting, phone) = touched(scene, action)?;
    let message = part_message(phone, &part.id);
    let spoken = scene.words.attribute(&message, "spoken", &[]);
    let spoken =
        spoken.map_or_else(|| label.to_owned(), |spoken| format!("{} {spoken}", ended(label)));
    let written = sitting.typed.get(&part.id).filter(|_| part.kind == PartKind::Field);
    Some(match written {
        Some(text) => format!("{} {}", ended(&spoken), ended(text)),
        None => spoken,
    })
}

/// What the field is called in which something is written for the practice phone.
pub(super) fn field_label(scene: &Scene<'_>) -> String {
    let Screen::Learning(At::Writing(part)) = &scene.visit.screen else {
        return scene.words.text("field-group-code");
    };
    let sitting = learning(scene).and_then(|learning| learning.sitting.as_ref());
    let phone = sitting.and_then(|sitting| sitting.phone.as_ref());
    phone.map(|phone| part_words(scene, phone, part)).unwrap_or_default()
}

/// A smaller line below the label: what a lesson teaches.
pub(super) fn hint(scene: &Scene<'_>, action: &Action) -> Option<String> {
    let Action::Lesson(id) = action else { return None };
    scene.words.attribute(&format!("lesson-{id}"), "goal", &[])
}

/// How a part looks; none for what is no part.
pub(super) fn part(scene: &Scene<'_>, action: &Action) -> Option<PartLook> {
    let (part, sitting, _) = touched(scene, action)?;
    let written = sitting.typed.get(&part.id).cloned().unwrap_or_default();
    let written = match part.kind {
        PartKind::Secret => written.chars().map(|_| '•').collect(),
        _ => written,
    };
    let lit = sitting.lit(&scene.city.taught) == Some(&part.id);
    Some(PartLook { kind: part.kind, lit, written })
}

/// Whether a part was found already.
pub(super) fn is_found(scene: &Scene<'_>, action: &Action) -> bool {
    touched(scene, action).is_some_and(|(part, sitting, _)| sitting.found.contains(&part.id))
}

/// What is not to be touched now, where only one thing is.
pub(super) fn is_faded(scene: &Scene<'_>, action: &Action) -> bool {
    touched(scene, action).is_some_and(|(part, sitting, _)| {
        let lit = sitting.lit(&scene.city.taught);
        sitting.rung == Rung::Guided && lit.is_some_and(|lit| *lit != part.id)
    })
}

/// Name of the picture of an action of a lesson.
pub(super) fn icon(scene: &Scene<'_>, action: &Action) -> Option<String> {
    let name = match action {
        Action::Practise(Gesture::Touch(_)) => {
            let (part, ..) = touched(scene, action)?;
            return Some(part.icon.clone().unwrap_or_default());
        }
        Action::Lesson(id) => return Some(scene.city.taught.lesson(id)?.icon.clone()),
        Action::Track(track) => {
            let mut lessons = scene.city.taught.lessons.iter();
            return Some(lessons.find(|lesson| lesson.track == *track)?.icon.clone());
        }
        Action::Answer(_) if matches!(scene.visit.screen, Screen::Learning(_)) => "",
        Action::Rung(Rung::Watch) => "eye",
        Action::Rung(Rung::Guided) | Action::ShowMe => "pointer",
        Action::Rung(Rung::Hinted) | Action::Hint => "lightbulb",
        Action::Rung(Rung::Alone) => "user-round-check",
        Action::Practise(_) => "hand",
        Action::CallAttendant if is_seated(scene) => "hand",
        Action::Verdict(Verdict::Scam) => "shield-alert",
        Action::Verdict(Verdict::Genuine) => "shield-check",
        Action::GiveWay => "heart-handshake",
        Action::GoOnLearning => "smartphone",
        Action::JoinGroup | Action::Verdict(Verdict::Ask) => "users-round",
        _ => return None,
    };
    Some(name.to_owned())
}

/// Whether what stands on the practice phone is read out: when it has just come.
pub(super) fn reads_out(scene: &Scene<'_>) -> bool {
    let sitting = phone(scene).map(|(sitting, _)| sitting);
    sitting.is_some_and(|it| it.done || it.said == Said::Ask)
}

/// A sentence for each part of the practice phone, the next one of the arrival speech being number
/// `from`; each part is told its own.
pub(super) fn read_out(shown: &mut [ActionView], from: usize) -> Vec<String> {
    shown
        .iter_mut()
        .filter(|view| view.look.part.is_some())
        .enumerate()
        .map(|(place, view)| {
            view.look.sentence = Some(from + place);
            ended(&view.label)
        })
        .collect()
}

/// What the little hand points at.
pub(super) fn lit(scene: &Scene<'_>) -> Option<String> {
    let (sitting, _) = phone(scene)?;
    let part = sitting.lit(&scene.city.taught)?.clone();
    Some(Action::Practise(Gesture::Touch(part)).to_string())
}
