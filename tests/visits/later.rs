//! Never hurried, never lost: kept for later by a code, and for staff without a word.

use serde_json::{Value, json};

use super::steps::{choose_service, field, go_to_review, label, printed, said, text};
use crate::support::{Hub, Play, Printer, Station, VILA_SERENA};

/// argon2id of 2468, least cost.
const PIN_HASH: &str = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$MjMuMCFVJtxnn2raRw6zqA";

pub(super) fn with_pin(station: Station) -> Station {
    let text = station.configuration();
    station.configure(&format!("{text}[screen]\npin_hash = {PIN_HASH:?}\n"));
    station
}

/// A visit under way: own settings, a landmark typed, the description half written.
fn begin(play: &mut Play) {
    choose_service(play, "LUZ", "ILU-01");
    play.do_("letters:3");
    play.do_("for:me");
    while play.screen() == "filing.question" {
        play.do_("skip");
    }
    play.do_("place:landmark");
    play.typed("place", "Ao lado da padaria");
    play.do_("next");
    play.typed("description", "A luz pisca");
}

fn words(told: &Value) -> Vec<String> {
    let words = told["resume_words"].as_array().unwrap_or_else(|| panic!("no words in {told}"));
    words.iter().map(|word| text(word).to_owned()).collect()
}

/// Keeps the draft from behind Help, and goes; tells the words.
fn save(play: &mut Play) -> Vec<String> {
    play.do_("help");
    let saved = play.do_("save-for-later");
    assert_eq!(saved["screen"], "saved", "{saved}");
    let words = words(&saved);
    play.do_("finish");
    play.do_("finish");
    assert!(play.told()["resume_words"].is_null());
    words
}

/// Types words, all at once.
fn give(play: &mut Play, words: &str) -> Value {
    play.do_("continue-saved");
    play.typed("word", words);
    play.do_("next")
}

fn is_as_it_was(play: &mut Play) {
    let told = play.told().clone();
    assert_eq!(told["screen"], "filing.description", "{told}");
    assert_eq!(field(&told, "description")["value"], "A luz pisca");
    assert_eq!(told["settings"]["letters"], 3);
    let place = play.do_("back");
    assert_eq!(field(&place, "place")["value"], "Ao lado da padaria");
    play.do_("next");
}

#[test]
fn a_draft_goes_on_after_a_restart_with_everything_as_it_was() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    assert!(play.offers("continue-saved"));
    play.do_("help");
    assert!(!play.offers("save-for-later"), "nothing was said yet");
    play.do_("back");
    begin(&mut play);
    play.do_("help");
    let saved = play.do_("save-for-later");
    let words = words(&saved);
    assert_eq!(words.len(), 4);
    assert!(said(&saved).contains("30 de novembro de 2026"), "{saved}");
    assert!(!said(&saved).contains(&words[0]), "not on the open loudspeaker by itself");
    assert!(words.iter().all(|word| label(&saved, "hear-words").contains(word)));
    let slip = station.receipts().pop().expect("a slip");
    assert!(words.iter().all(|word| slip.contains(word)), "{slip}");
    assert!(slip.contains("30 de novembro de 2026") && !slip.contains("Poste"), "{slip}");
    assert_eq!(printed(&saved).len(), 1);
    play.do_("finish");
    let welcome = play.do_("finish");
    assert_eq!(welcome["settings"]["letters"], 2);
    play.kill();

    let mut play = Play::start(&station);
    // As somebody types who has the paper in a trembling hand.
    give(&mut play, &words.join(" - ").to_uppercase());
    is_as_it_was(&mut play);
    play.do_("next");
    let number = play.file_a_request();
    play.deliver_all();
    assert_eq!(hub.numbers(), [number]);
    play.do_("leave-fast");
    let again = give(&mut play, &words.join(" "));
    assert_eq!(again["screen"], "saved.answer", "used once, it is spent: {again}");
    assert!(play.offers("try-again"));
}

#[test]
fn words_are_chosen_one_by_one_from_what_their_beginning_suggests() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    begin(&mut play);
    let words = save(&mut play);
    play.do_("continue-saved");
    assert!(!field(&play.do_("next"), "word")["error"].is_null());
    play.typed("word", "zzz");
    assert!(!field(&play.do_("next"), "word")["error"].is_null(), "no word begins so");
    for (place, word) in words.iter().enumerate() {
        assert_eq!(play.screen(), "saved.word");
        let offered = (3..=word.chars().count()).any(|letters| {
            play.typed("word", &word.chars().take(letters).collect::<String>());
            play.offers(&format!("word:{word}"))
        });
        assert!(offered, "{place} {word}: {}", play.told());
        play.do_(&format!("word:{word}"));
    }
    is_as_it_was(&mut play);
}

#[test]
fn any_station_of_the_branch_opens_it_while_the_line_is_up_and_it_is_spent_at_all() {
    let hub = Hub::start(VILA_SERENA);
    let (here, there) = (Station::enrolled(&hub), Station::enrolled(&hub));
    let mut play = Play::start(&here);
    begin(&mut play);
    let words = save(&mut play).join(" ");
    let mut other = Play::start(&there);
    give(&mut other, &words);
    is_as_it_was(&mut other);
    other.do_("leave-fast");
    for play in [&mut other, &mut play] {
        assert_eq!(give(play, &words)["screen"], "saved.answer", "used once, it is spent");
        play.do_("home");
    }
}

#[test]
fn without_a_line_only_this_station_opens_it_and_another_one_says_so() {
    let mut hub = Hub::start(VILA_SERENA);
    let (here, there) = (Station::enrolled(&hub), Station::enrolled(&hub));
    let (mut play, mut other) = (Play::start(&here), Play::start(&there));
    hub.kill();
    play.wait(31);
    begin(&mut play);
    let words = save(&mut play).join(" ");
    let not_here = text(&give(&mut other, &words)["title"]).to_owned();
    other.do_("try-again");
    assert_ne!(field(other.told(), "word")["value"], "", "what was typed is still there");
    other.do_("back");
    hub.restart();
    play.wait(31);
    other.do_("leave-fast");
    assert_eq!(give(&mut other, &words)["screen"], "filing.description", "brought there since");
    other.do_("leave-fast");
    assert_ne!(give(&mut other, &words)["title"], not_here);
}

#[test]
fn wrong_words_open_nothing_and_many_of_them_cost_a_wait_that_a_restart_does_not_end() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    begin(&mut play);
    let right = save(&mut play);
    let wrong = right.iter().rev().cloned().collect::<Vec<_>>().join(" ");
    let mut titles = Vec::new();
    for _ in 0..5 {
        let told = give(&mut play, &wrong);
        assert_eq!(told["screen"], "saved.answer");
        titles.push(text(&told["title"]).to_owned());
        play.do_("leave-fast");
    }
    assert!(titles[..4].iter().all(|title| *title == titles[0]), "{titles:?}");
    assert_ne!(titles[4], titles[0], "too many");
    play.kill();
    let mut play = Play::start(&station);
    let told = give(&mut play, &right.join(" "));
    assert_eq!(told["title"], titles[4], "the wait survives a restart");
    assert!(said(&told).contains("1 minuto"), "{told}");
    play.wait(61);
    play.do_("leave-fast");
    give(&mut play, &right.join(" "));
    is_as_it_was(&mut play);
}

#[test]
fn what_nobody_came_back_for_is_forgotten_when_the_city_says() {
    let hub = Hub::start(VILA_SERENA);
    let station = with_pin(Station::enrolled(&hub));
    let mut play = Play::start(&station);
    begin(&mut play);
    let words = save(&mut play).join(" ");
    begin(&mut play);
    play.wait(361);
    let left = play.say(json!({"staff": "left", "pin": "2468"}));
    assert_eq!(reopenable(&left).len(), 1);
    play.do_("home");
    hub.kill();
    play.wait(7 * 24 * 3600);
    assert_eq!(give(&mut play, &words)["screen"], "saved.answer");
    play.do_("leave-fast");
    let left = play.say(json!({"staff": "left", "pin": "2468"}));
    assert!(reopenable(&left).is_empty(), "{left}");
}

/// Ids of the drafts that staff are shown.
pub(super) fn reopenable(told: &Value) -> Vec<String> {
    let actions = told["actions"].as_array().expect("a list").iter();
    let ids = actions.map(|action| text(&action["id"]).to_owned());
    ids.filter(|id| id.starts_with("reopen:")).collect()
}

#[test]
fn whoever_walks_away_is_kept_for_staff_who_open_it_with_them() {
    let hub = Hub::start(VILA_SERENA);
    let station = with_pin(Station::enrolled(&hub));
    let mut play = Play::start(&station);
    begin(&mut play);
    let refused = play.say(json!({"staff": "left", "pin": "2468"}));
    assert!(!refused["error"].is_null(), "somebody's draft is open");
    play.wait(301);
    let welcome = play.wait(61);
    assert_eq!((welcome["screen"].as_str(), play.offers("resume")), (Some("welcome"), false));
    assert!(station.receipts().is_empty(), "nothing is printed");
    let refused = play.say(json!({"staff": "left", "pin": "1111"}));
    assert!(!refused["error"].is_null());
    assert!(
        !play.say(json!({"do": "reopen:00000000-0000-0000-0000-000000000000"}))["error"].is_null()
    );

    let left = play.say(json!({"staff": "left", "pin": "2468"}));
    let [id]: [String; 1] = reopenable(&left).try_into().expect("one draft");
    let shown = label(&left, &id);
    assert!(shown.contains("9h06") && shown.contains("Luz"), "{shown}");
    assert!(!left.to_string().contains("padaria") && !left.to_string().contains("pisca"));
    play.do_(&id);
    is_as_it_was(&mut play);
    play.do_("leave-fast");
    let left = play.say(json!({"staff": "left", "pin": "2468"}));
    assert!(reopenable(&left).is_empty(), "it goes on, and quick leaving keeps nothing: {left}");
}

#[test]
fn staff_see_of_a_private_service_that_there_was_one() {
    let hub = Hub::start(VILA_SERENA);
    let station = with_pin(Station::enrolled(&hub));
    let mut play = Play::start(&station);
    choose_service(&mut play, "SAU", "SAU-04");
    play.wait(361);
    let left = play.say(json!({"staff": "left", "pin": "2468"}));
    let [id]: [String; 1] = reopenable(&left).try_into().expect("one draft");
    assert!(label(&left, &id).ends_with(": Atendimento"), "{left}");
}

#[test]
fn after_a_crash_it_goes_on_at_once_or_is_kept_for_staff_when_nobody_came_back() {
    let hub = Hub::start(VILA_SERENA);
    let station = with_pin(Station::enrolled(&hub));
    let mut play = Play::start(&station);
    begin(&mut play);
    play.kill();
    let mut play = Play::start(&station);
    is_as_it_was(&mut play);
    play.kill();
    station.set_clock("2026-11-23T14:00:00-03:00");
    let mut play = Play::start(&station);
    assert_eq!(play.screen(), "welcome");
    let left = play.say(json!({"staff": "left", "pin": "2468"}));
    play.do_(&reopenable(&left)[0]);
    is_as_it_was(&mut play);
}

#[test]
fn whoever_changes_their_mind_goes_on_at_once_and_the_words_open_nothing() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    station.printer_is(Printer::NoPaper);
    let mut play = Play::start(&station);
    begin(&mut play);
    play.wait(301);
    assert!(said(play.told()).contains("atendente pode abrir"), "{}", play.told());
    let saved = play.do_("save-for-later");
    assert!(said(&saved).contains("Não vai sair papel"), "{saved}");
    let words = words(&saved).join(" ");
    play.do_("resume");
    is_as_it_was(&mut play);
    play.do_("leave-fast");
    assert_eq!(give(&mut play, &words)["screen"], "saved.answer");
}

#[test]
fn the_question_counts_for_everybody_to_see_and_says_so_three_times() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    begin(&mut play);
    assert!(play.told()["countdown"].is_null());
    let asked = play.wait(300);
    assert_eq!(asked["countdown"], json!({"left": 60, "of": 60}));
    assert!(said(&asked).contains("Faltam 60 segundos."), "{asked}");
    for (seconds, left, spoken) in
        [(29, 31, 60), (1, 30, 30), (19, 11, 30), (1, 10, 10), (9, 1, 10)]
    {
        let told = play.wait(seconds);
        assert_eq!(told["countdown"]["left"], left);
        assert!(said(&told).contains(&format!("Faltam {spoken} segundos.")), "{told}");
    }
    for _ in 0..30 {
        assert_eq!(play.do_("stay")["screen"], "filing.description");
        assert_eq!(play.wait(300)["screen"], "idle", "extended for ever");
        play.wait(59);
    }
    assert_eq!(play.wait(1)["screen"], "welcome");
}

#[test]
fn the_review_offers_it_too_and_goes_on_with_the_review() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    choose_service(&mut play, "LUZ", "ILU-04");
    go_to_review(&mut play);
    let saved = play.do_("save-for-later");
    let words = words(&saved).join(" ");
    play.do_("leave-fast");
    assert_eq!(give(&mut play, &words)["screen"], "filing.review");
}
