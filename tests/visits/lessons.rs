//! Somebody learns: a whole lesson, the real thing at its end, and nothing that is kept of it.

use serde_json::json;

use super::steps::{heard, is_refused, press, said, text};
use crate::support::{Hub, Play, Station, VILA_SERENA};

/// At the first step of a lesson.
fn learn(play: &mut Play, track: &str, lesson: &str, help: &str) {
    play.do_("lessons");
    assert_eq!(play.screen(), "learn.track");
    play.do_(&format!("track:{track}"));
    assert_eq!(play.screen(), "learn.lesson");
    play.do_(&format!("lesson:{lesson}"));
    assert_eq!(play.screen(), "learn.help");
    play.do_(&format!("rung:{help}"));
    assert_eq!(play.screen(), "learn.step");
}

/// The little hand does what is asked, until something is offered.
fn until(play: &mut Play, offered: &str) {
    for _ in 0..80 {
        if play.offers(offered) {
            return;
        }
        let way = ["show-me", "hint", "next"].into_iter().find(|way| play.offers(way));
        play.do_(way.expect("a way on"));
    }
    panic!("{offered} is never offered: {}", play.told());
}

#[test]
fn somebody_touches_for_the_first_time_misses_is_helped_and_ends() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    learn(&mut play, "maos", "tela-tocar", "hinted");
    assert_eq!(play.told()["say"][0], "Vamos tocar na tela.");
    play.do_("next");
    let shown = play.do_("next");
    assert_eq!(shown["phone"], "Treino: Abriu!");
    let asked = play.do_("next");
    assert_eq!(asked["say"][0], "Toque no botão verde.");
    assert_eq!(asked["hand"], json!(null), "nothing is pointed at");
    let held = play.do_("hold:verde");
    assert_eq!(held["say"][0], "O dedo ficou na tela. Toque e solte.");
    let hint = play.wait(25);
    assert_eq!(hint["say"][0], "É o botão com a folha.");
    assert_eq!(hint["hand"], "touch:verde");
    is_refused(&mut play, json!({"do": "touch:nowhere"}));
    let done = play.do_("touch:verde");
    assert_eq!(done["say"][0], "Isso! A casa apareceu.");
    until(&mut play, "answer:leve");
    let quiet = play.wait(25);
    assert_eq!(quiet["say"][0], "Pense em uma pena.");
    assert_eq!(
        quiet["hand"],
        json!(null),
        "the hand tells no answer, and least of all a wrong one"
    );
    play.do_("answer:leve");
    until(&mut play, "reprint");
    let printed = play.do_("reprint");
    assert!(said(&printed).contains("O papel saiu aqui embaixo."), "{printed}");
    let papers = station.receipts();
    let [paper] = papers.as_slice() else { panic!("{papers:?}") };
    assert!(paper.contains("Tocar na tela") && paper.contains("Repita em"), "{paper}");
    let square = text_of_the_square(paper);
    until(&mut play, "rung:alone");
    assert_eq!(play.screen(), "learn.end");
    play.do_("finish");
    assert_eq!(play.screen(), "opinion.face");
    assert_eq!(play.outbox("waiting"), 0);
    play.do_("leave-fast");

    let back = play.say(json!({"scan": square}));
    assert_eq!(play.screen(), "learn.passport");
    assert!(said(&back).contains("ele tem estas figuras:"), "{back}");
    assert!(!play.offers("lesson:tela-tocar"), "it is not due yet");
    assert!(play.offers("lesson:tela-arrastar"), "it comes next");
    play.do_("leave-fast");
    play.wait(7 * 24 * 60 * 60);
    let back = play.say(json!({"scan": square.to_lowercase()}));
    assert!(heard(&back).contains("Repetir: Tocar na tela"), "{back}");
    play.do_("lesson:tela-tocar");
    let unread = play.say(json!({"scan": "ACOLHE:P1:AAAA"}));
    assert!(said(&unread).contains("Não consegui ler esse papel."), "{unread}");
}

/// What a scanner reads on the paper of a lesson.
fn text_of_the_square(paper: &str) -> String {
    let line = paper.lines().find_map(|line| line.strip_prefix("[QR] "));
    line.expect("a square").to_owned()
}

#[test]
fn five_keys_learn_as_a_finger_does() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    learn(&mut play, "maos", "tela-arrastar", "guided");
    until(&mut play, "drag:bola>caixa");
    for _ in 0..20 {
        if play.told()["focus"] == "drag:bola>caixa" {
            break;
        }
        press(&mut play, "down");
    }
    assert!(text(&play.told()["spoken"]).starts_with("Fazer por mim"), "{}", play.told());
    let done = press(&mut play, "select");
    assert_eq!(done["say"][0], "Isso! A bola ficou na caixa.");
    assert_eq!(done["phone"], "Treino: Bola e caixa");
}

#[test]
fn what_is_really_somebodys_is_wiped_and_nothing_keeps_it() {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    let mut play = Play::start(&station);
    learn(&mut play, "maos", "teclado-nome", "alone");
    while play.screen() != "learn.write" {
        let way = ["touch:nome", "next"].into_iter().find(|way| play.offers(way));
        play.do_(way.expect("a way on"));
        if play.screen() == "learn.step" && play.offers("touch:nome") && play.offers("next") {
            play.do_("next");
        }
    }
    play.typed("practice", "529.982.247-25");
    let wiped = play.do_("next");
    assert!(text(&wiped["say"][0]).contains("ser seu"), "{wiped}");
    assert!(!wiped.to_string().contains("529"), "{wiped}");
    drop(play);
    let mut play = Play::start(&station);
    assert_eq!(play.screen(), "learn.step", "a power cut loses no lesson");
    assert!(!play.poll().to_string().contains("529"));
}

#[test]
fn the_lesson_about_requests_ends_on_a_real_one() {
    let hub = Hub::start(VILA_SERENA);
    let mut play = Play::start(&Station::enrolled(&hub));
    learn(&mut play, "cidade", "pedido-no-celular", "guided");
    until(&mut play, "request");
    assert_eq!(play.told()["phone"], json!(null));
    play.do_("request");
    assert_eq!(play.screen(), "filing.group");
    play.do_("leave-fast");
    assert_eq!(play.screen(), "welcome");
}
