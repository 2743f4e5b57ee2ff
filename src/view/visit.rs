//! What each screen asks and says on arrival.

use crate::domain::devices::VoiceState;
use crate::domain::settings::Section;
use crate::domain::visit::{Offer, Overlay, Screen};

use super::{
    Scene, Told, appointment, filing, follow_up, is_out_of_service, later, learning, look, note,
    sentences, signs,
};

/// The screen's id, question and arrival speech.
pub(super) fn tell(scene: &Scene<'_>) -> Told {
    match scene.visit.overlay {
        Some(Overlay::Help) => help(scene),
        Some(Overlay::Settings(section)) => settings(section, scene),
        Some(Overlay::StillThere) => later::idle(scene),
        Some(Overlay::Called) if learning::is_seated(scene) => {
            Told { screen: "called", ..Told::plain(scene, "learn.called") }.all_shown("info")
        }
        Some(Overlay::Called) => Told::plain(scene, "called").all_shown("info"),
        Some(Overlay::OtherLanguages) => Told::plain(scene, "settings.other-languages"),
        Some(Overlay::CalledIn(index)) => called_in(scene, index),
        Some(Overlay::Signs(_)) => signs::tell(scene),
        None if is_out_of_service(scene) => Told::plain(scene, "out-of-service").all_shown("info"),
        None => screen(scene),
    }
}

/// That somebody comes, in the person's own language first.
fn called_in(scene: &Scene<'_>, index: usize) -> Told {
    let told = Told::plain(scene, "called").all_shown("info");
    match scene.city.others.get(index) {
        Some(other) => Told { title: other.coming.clone(), ..told },
        None => told,
    }
}

fn settings(section: Section, scene: &Scene<'_>) -> Told {
    Told::plain(
        scene,
        match section {
            Section::Letters => "settings.letters",
            Section::Colours => "settings.colours",
            Section::Language => "settings.language",
            Section::Voice => "settings.voice",
        },
    )
}

/// Help says what this screen is about, then how to go on.
fn help(scene: &Scene<'_>) -> Told {
    let beneath = screen(scene);
    let own = scene.words.attribute(&beneath.screen.replace('.', "-"), "help", &[]);
    let told = Told::plain(scene, "help").all_shown("heart-handshake");
    let own = own.unwrap_or_else(|| scene.words.text("help-general"));
    told.show_all("lightbulb", sentences(&own)).and(&stage(scene))
}

/// How far one is, which the screen shows by a line of four.
fn stage(scene: &Scene<'_>) -> String {
    let stages = look::stages_beneath(scene);
    let here = stages.iter().position(|stage| stage.here);
    let told = here.zip(here.and_then(|here| stages.get(here))).map(|(place, stage)| {
        let place = i64::try_from(place + 1).unwrap_or(1);
        let args = [("place", place.into()), ("name", stage.label.as_str().into())];
        scene.words.with("help-stage", &args)
    });
    told.unwrap_or_default()
}

fn screen(scene: &Scene<'_>) -> Told {
    match &scene.visit.screen {
        Screen::Welcome => welcome(scene),
        Screen::Emergency => emergency(scene),
        Screen::AtTheCounter(Offer::Booking) => Told::plain(scene, "booking").all_shown("info"),
        Screen::AtTheCounter(Offer::Ticket) => Told::plain(scene, "ticket").all_shown("info"),
        Screen::AtTheCounter(Offer::Lessons) => Told::plain(scene, "lessons").all_shown("info"),
        Screen::Opinion => Told::plain(scene, "opinion.face"),
        Screen::OpinionReason => Told::plain(scene, "opinion.reason"),
        Screen::Farewell => farewell(scene),
        Screen::FollowNumber => Told::plain(scene, "follow-up.number"),
        Screen::FollowCode => Told::plain(scene, "follow-up.code"),
        Screen::FollowStatus => follow_up::status(scene),
        Screen::Group => Told::plain(scene, "filing.group"),
        Screen::OwnWords => Told::plain(scene, "filing.own-words"),
        Screen::Recording | Screen::Recorded | Screen::NotRecorded(_) => note::tell(scene),
        Screen::Who => {
            let city = scene.city.words.get(&scene.words.language());
            let told = Told::plain(scene, "filing.who");
            told.show_all("info", city.map(|words| words.anonymous.as_str()))
        }
        Screen::Name => Told::plain(scene, "filing.name"),
        Screen::Document => Told::plain(scene, "filing.document"),
        Screen::DocumentDoubt => filing::document_doubt(scene),
        Screen::Channel => Told::plain(scene, "filing.channel"),
        Screen::SafeToCall => filing::safe_to_call(scene),
        Screen::SafeWhen => Told::plain(scene, "filing.safe-when"),
        Screen::SharedTelephone => Told::plain(scene, "filing.shared-telephone"),
        Screen::LeaveMessage => Told::plain(scene, "filing.leave-message"),
        Screen::ForWhom => Told::plain(scene, "filing.for-whom"),
        Screen::Consent => Told::plain(scene, "filing.consent"),
        Screen::PlaceKind => Told::plain(scene, "filing.place"),
        Screen::Street => Told::plain(scene, "filing.street"),
        Screen::AddressParts => Told::plain(scene, "filing.address"),
        Screen::Description => Told::plain(scene, "filing.description"),
        Screen::Service(group) => filing::service(scene, group),
        Screen::Found => filing::found(scene),
        Screen::Urgent { contacts, .. } => filing::urgent(scene, contacts),
        Screen::Elsewhere => filing::elsewhere(scene),
        Screen::Question(index) => filing::question(scene, *index),
        Screen::PlaceWords => filing::place_words(scene),
        Screen::ReplyTo => filing::reply_to(scene),
        Screen::Review => filing::review(scene),
        Screen::Done => filing::done(scene),
        Screen::Booking(step) => appointment::tell(scene, *step),
        Screen::Learning(at) => learning::tell(scene, at),
        Screen::Saved | Screen::SavedWord(_) | Screen::SavedAnswer | Screen::LeftDrafts => {
            later::screen(scene)
        }
    }
}

fn welcome(scene: &Scene<'_>) -> Told {
    let mut told = Told::plain(scene, "welcome");
    if scene.devices.voice == VoiceState::Broken {
        // Not in one breath with "I read everything aloud".
        told.say = sentences(&scene.words.text("welcome-quiet"));
        told = told.show("volume-x", &scene.words.text("welcome-no-voice"));
    }
    if scene.devices.clock_doubtful {
        told = told.show("clock-alert", &scene.words.text("clock-doubtful"));
    }
    if !scene.devices.printer.can_print() {
        told = told.show("printer", &scene.words.text("welcome-no-paper"));
    }
    told
}

fn farewell(scene: &Scene<'_>) -> Told {
    let plain = Told::plain(scene, "farewell");
    let filed = scene.visit.filed.is_some().then(|| scene.words.text("farewell-filed"));
    let after = plain.say.clone();
    Told { say: Vec::new(), ..plain }.show_all("shield-check", filed).show_all("info", after)
}

fn emergency(scene: &Scene<'_>) -> Told {
    let numbers = filing::contacts(scene, scene.city.emergencies.iter().take(8));
    Told::plain(scene, "emergency").show_calls(numbers)
}
