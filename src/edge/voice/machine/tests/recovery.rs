//! Faults, and what comes after them.

use super::super::talk::{time_to_go_on, time_to_say};
use super::*;

#[test]
fn a_line_that_fails_is_replaced_and_the_sentence_said_once_more() {
    for fault in [News::Failed, News::Stopped(1)] {
        let mut voice = Voice::speaking();
        assert_eq!(voice.learn(fault), ["Close", "Open"]);
        assert_eq!(voice.learn(OPENED), ["Tune(pt-BR)"]);
        assert_eq!(voice.learn(News::Done), ["Say(2)"]);
        voice.learn(News::Done);
        assert_eq!(voice.learn(News::Began(2)), ["began 1.0"]);
        // What was said to its end wipes out the fault.
        assert_eq!(voice.learn(News::Ended(2)), ["Say(3)"]);
        assert_eq!(voice.learn(News::Failed), ["Close", "Open"]);
    }
}

#[test]
fn where_a_new_line_would_be_as_dead_everything_is_started_anew() {
    // No end, no beginning, no answer, nobody there.
    let mut voice = Voice::speaking();
    assert_eq!(voice.handle(Input::Overdue), ["Close", "Restart"]);
    assert_eq!(voice.learn(OPENED), ["Tune(pt-BR)"]);

    let mut voice = Voice::ready();
    voice.say(1, &["Um."]);
    voice.learn(News::Done);
    voice.learn(News::Done);
    assert_eq!(voice.handle(Input::Overdue), ["Close", "Restart"]);

    let mut voice = Voice::speaking();
    voice.order(Order::Hush);
    assert_eq!(voice.handle(Input::Overdue), ["Close", "Restart"]);
    assert_eq!(voice.learn(OPENED), NOTHING);

    let mut voice = Voice::speaking();
    assert_eq!(voice.learn(News::Failed), ["Close", "Open"]);
    assert_eq!(voice.learn(News::Refused), ["Close", "Restart"]);
}

#[test]
fn a_second_fault_in_a_row_is_worth_a_restart() {
    let mut voice = Voice::speaking();
    assert_eq!(voice.learn(News::Failed), ["Close", "Open"]);
    voice.learn(OPENED);
    voice.learn(News::Done);
    assert_eq!(voice.learn(News::Failed), ["Close", "Restart"]);
}

/// It has failed three times in a row.
fn broken() -> Voice {
    let mut voice = Voice::speaking();
    voice.handle(Input::Overdue);
    voice.learn(OPENED);
    voice.learn(News::Done);
    voice.learn(News::Done);
    assert_eq!(voice.handle(Input::Overdue), ["Close", "Restart"]);
    assert_eq!(voice.learn(News::Refused), ["Close", "Broken"]);
    assert!(voice.0.talk.is_none());
    voice
}

#[test]
fn three_faults_in_a_row_break_a_voice_and_every_sentence_is_given_up_at_once() {
    let mut voice = broken();
    // What the line that was given up still tells.
    assert_eq!(voice.learn(News::Done), NOTHING);
    for id in 2..=3 {
        assert_eq!(voice.say(id, &["Outra."]), ["Broken"]);
    }
    assert_eq!(voice.order(Order::Resume), NOTHING);
}

#[test]
fn a_broken_voice_tries_again_after_growing_pauses() {
    let (machine, _) = Machine::start();
    let mut voice = Voice(machine);
    voice.learn(News::Refused);
    voice.learn(News::Refused);
    let mut pauses = Vec::new();
    for _ in 0..5 {
        pauses.push(voice.limit(Input::Line(News::Refused)).as_secs());
        assert_eq!(voice.handle(Input::Overdue), ["Restart"]);
    }
    assert_eq!(pauses, [30, 120, 600, 600, 600]);
    // Words meanwhile change nothing about the pause.
    voice.learn(News::Refused);
    let acts = voice.0.handle(Input::Order(Order::Say(utterance(1, &["Um."]))));
    assert!(!acts.iter().any(|act| matches!(act, Act::Limit(_))), "{acts:?}");
}

#[test]
fn a_broken_voice_is_healed_by_a_sentence_that_begins_and_by_nothing_less() {
    let mut voice = broken();
    voice.handle(Input::Overdue);
    // An open line proves nothing: it was open before.
    assert_eq!(voice.learn(OPENED), NOTHING);
    assert_eq!(voice.say(2, &["Outra.", "Mais."]), ["Tune(pt-BR)"]);
    voice.learn(News::Done);
    voice.learn(News::Done);
    assert_eq!(voice.learn(News::Began(3)), ["Ready", "began 2.0"]);
    // One more fault and it is broken again, until a sentence was said to its end.
    assert_eq!(voice.learn(News::Ended(3)), ["Say(4)"]);
    assert_eq!(voice.learn(News::Failed), ["Close", "Open"]);
}

#[test]
fn one_that_fails_again_while_it_is_broken_rests_longer() {
    let mut voice = broken();
    voice.handle(Input::Overdue);
    voice.learn(OPENED);
    voice.say(2, &["Outra."]);
    assert_eq!(voice.limit(Input::Line(News::Failed)), PAUSES[1]);
}

#[test]
fn a_visit_hushes_forgets_and_gives_a_broken_voice_all_its_chances() {
    let mut voice = Voice::speaking();
    assert_eq!(voice.order(Order::Visit), ["Hush"]);
    assert!(voice.0.talk.is_none());
    assert_eq!(voice.learn(News::Done), NOTHING);

    let mut voice = broken();
    assert_eq!(voice.order(Order::Visit), ["Open"]);
    assert_eq!(voice.say(2, &["Bom dia."]), NOTHING);
    assert_eq!(voice.learn(News::Refused), ["Close", "Restart"]);
    assert_eq!(voice.learn(OPENED), ["Tune(pt-BR)"]);
    voice.learn(News::Done);
    voice.learn(News::Done);
    assert_eq!(voice.learn(News::Began(3)), ["Ready", "began 2.0"]);
}

#[test]
fn words_of_one_visit_are_never_said_in_the_next() {
    // Wherever the line is when somebody else comes.
    for steps in 0..6 {
        let mut voice = Voice::ready();
        let mut acts = voice.say(1, &["Segredo.", "Outro segredo."]);
        let happens = [
            Input::Line(News::Done),
            Input::Line(News::Done),
            Input::Line(News::Began(1)),
            Input::Overdue,
            Input::Line(OPENED),
        ];
        for input in happens.into_iter().take(steps) {
            acts = voice.handle(input);
        }
        drop(acts);
        let mut after = voice.order(Order::Visit);
        after.extend(voice.say(2, &["Bom dia."]));
        for news in [News::Done, News::Done, News::Done, OPENED, News::Done, News::Done] {
            after.extend(voice.learn(news));
        }
        for ticket in 1..=3 {
            after.extend(voice.learn(News::Began(ticket)));
        }
        let began: Vec<_> = after.iter().filter(|act| act.starts_with("began")).collect();
        assert_eq!(began, ["began 2.0"], "after {steps} steps: {after:?}");
    }
}

#[test]
fn without_anybody_to_speak_through_it_is_broken_soon() {
    let (machine, _) = Machine::start();
    let mut voice = Voice(machine);
    assert_eq!(voice.learn(News::Refused), ["Close", "Restart"]);
    assert_eq!(voice.learn(News::Refused), ["Close", "Restart"]);
    assert_eq!(voice.learn(News::Refused), ["Close", "Broken"]);
}

#[test]
fn an_opening_that_hangs_is_given_up() {
    let (machine, acts) = Machine::start();
    assert_eq!(acts.last(), Some(&Act::Limit(Some(OPEN))));
    let mut voice = Voice(machine);
    assert_eq!(voice.say(1, &["Um."]), NOTHING);
    assert_eq!(voice.limit(Input::Overdue), RESTART);
    assert_eq!(voice.learn(OPENED), ["Ready", "Tune(pt-BR)"]);
}

#[test]
fn a_voice_that_tells_words_is_missed_within_seconds() {
    let words = "Um dois três quatro cinco seis sete oito nove dez.";
    let began = |voice: &mut Voice, id, ticket| {
        voice.say(id, &[words]);
        voice.learn(News::Done);
        voice.learn(News::Done);
        voice.limit(Input::Line(News::Began(ticket)))
    };
    let mut voice = Voice::ready();
    assert_eq!(began(&mut voice, 1, 1), time_to_say(words, 3));
    assert_eq!(voice.limit(Input::Line(News::Reached(1, 4))), time_to_go_on(words, 4, 3));
    // What comes of a sentence that nobody wants any more is nothing to the next.
    voice.order(Order::Hush);
    assert_eq!(voice.learn(News::Reached(1, 5)), NOTHING);
    voice.learn(News::Done);
    // From now on already before the first word.
    voice.say(2, &[words]);
    voice.learn(News::Done);
    assert_eq!(voice.limit(Input::Line(News::Began(2))), time_to_go_on(words, 0, 3));
    assert_eq!(voice.handle(Input::Overdue), ["Close", "Restart"]);
}

#[test]
fn a_word_is_given_time_for_those_that_may_go_untold() {
    assert_eq!(time_to_go_on("Toque na tela agora.", 1, 3), Duration::from_millis(12 * 100 + 3000));
    assert_eq!(time_to_go_on("Toque na tela agora.", 3, 1), Duration::from_millis(6 * 150 + 3000));
    assert_eq!(time_to_go_on("Toque", 9, 3), Duration::from_secs(3));
}
