use super::talk::time_to_say;
use super::*;

mod recovery;

const TUNE: Duration = Duration::from_secs(5);
const OPENED: News = News::Opened(TUNE);

/// A machine whose line is open, and what it does, in short: limits are left out.
struct Voice(Machine);

impl Voice {
    fn ready() -> Self {
        let (machine, acts) = Machine::start();
        assert_eq!(acts, [Act::Open { restart: false }, Act::Limit(Some(OPEN))]);
        let mut voice = Self(machine);
        assert_eq!(voice.learn(OPENED), ["Ready"]);
        voice
    }

    /// It is saying the first sentence of utterance 1, with ticket 1.
    fn speaking() -> Self {
        let mut voice = Self::ready();
        assert_eq!(voice.say(1, &["Um.", "Dois."]), ["Tune(pt-BR)"]);
        assert_eq!(voice.learn(News::Done), ["Say(1)"]);
        assert_eq!(voice.learn(News::Done), [""; 0]);
        assert_eq!(voice.learn(News::Began(1)), ["began 1.0"]);
        voice
    }

    fn handle(&mut self, input: Input) -> Vec<String> {
        let short = |act| match act {
            Act::Limit(_) => None,
            Act::Tell(command) => Some(format!("{command:?}")),
            Act::Report(VoiceReport::State(state)) => Some(format!("{state:?}")),
            Act::Report(VoiceReport::Began { utterance, sentence }) => {
                Some(format!("began {utterance}.{sentence}"))
            }
            Act::Report(VoiceReport::Ended { utterance }) => Some(format!("ended {utterance}")),
            Act::Open { restart: false } => Some("Open".to_owned()),
            Act::Open { restart: true } => Some("Restart".to_owned()),
            Act::Close => Some("Close".to_owned()),
        };
        self.0.handle(input).into_iter().filter_map(short).collect()
    }

    /// The limit that stands after an input.
    #[track_caller]
    fn limit(&mut self, input: Input) -> Duration {
        self.limit_or_none(input).expect("something is awaited")
    }

    #[track_caller]
    fn limit_or_none(&mut self, input: Input) -> Option<Duration> {
        let acts = self.0.handle(input);
        let mut limits = acts.into_iter().filter_map(|act| match act {
            Act::Limit(limit) => Some(limit),
            _ => None,
        });
        limits.next_back().expect("a limit is set")
    }

    fn learn(&mut self, news: News) -> Vec<String> {
        self.handle(Input::Line(news))
    }

    fn order(&mut self, order: Order) -> Vec<String> {
        self.handle(Input::Order(order))
    }

    fn say(&mut self, id: u64, sentences: &[&str]) -> Vec<String> {
        self.order(Order::Say(utterance(id, sentences)))
    }
}

fn utterance(id: u64, sentences: &[&str]) -> Utterance {
    let sentences = sentences.iter().map(|&words| words.to_owned()).collect();
    Utterance { id, sentences, from: 0, language: Language::PtBr, rate: 3, volume: 5 }
}

const NOTHING: [&str; 0] = [];

#[test]
fn each_sentence_follows_the_end_of_the_one_before() {
    let mut voice = Voice::speaking();
    assert_eq!(voice.learn(News::Ended(1)), ["Say(2)"]);
    assert_eq!(voice.learn(News::Done), NOTHING);
    assert_eq!(voice.learn(News::Began(2)), ["began 1.1"]);
    assert_eq!(voice.learn(News::Ended(2)), ["ended 1"]);
    assert_eq!(voice.say(2, &["Três."]), ["Say(3)"]);
}

#[test]
fn a_sentence_whose_beginning_was_not_told_began_before_it_ended() {
    let mut voice = Voice::ready();
    voice.say(1, &["Um."]);
    voice.learn(News::Done);
    voice.learn(News::Done);
    assert_eq!(voice.learn(News::Ended(1)), ["began 1.0", "ended 1"]);
}

#[test]
fn a_newer_utterance_hushes_first_and_old_news_is_nothing_to_it() {
    let mut voice = Voice::speaking();
    assert_eq!(voice.say(2, &["Outra."]), ["Hush"]);
    assert_eq!(voice.learn(News::Ended(1)), NOTHING);
    assert_eq!(voice.learn(News::Done), ["Say(2)"]);
    assert_eq!(voice.learn(News::Done), NOTHING);
    assert_eq!(voice.learn(News::Stopped(1)), NOTHING);
    assert_eq!(voice.learn(News::Began(1)), NOTHING);
    assert_eq!(voice.learn(News::Began(2)), ["began 2.0"]);
}

#[test]
fn what_comes_and_goes_while_the_line_is_busy_is_never_said() {
    let mut voice = Voice::ready();
    voice.say(1, &["Um."]);
    assert_eq!(voice.learn(News::Done), ["Say(1)"]);
    for id in 2..=9 {
        assert_eq!(voice.say(id, &["Passa."]), NOTHING);
    }
    assert_eq!(voice.learn(News::Done), ["Hush"]);
    assert_eq!(voice.learn(News::Done), ["Say(2)"]);
    voice.learn(News::Done);
    assert_eq!(voice.learn(News::Began(2)), ["began 9.0"]);
}

#[test]
fn hush_forgets_the_words() {
    let mut voice = Voice::speaking();
    assert_eq!(voice.order(Order::Hush), ["Hush"]);
    assert!(voice.0.talk.is_none());
    assert_eq!(voice.learn(News::Done), NOTHING);
    assert_eq!(voice.order(Order::Resume), NOTHING);
    assert_eq!(voice.order(Order::Hush), NOTHING);
}

#[test]
fn a_pause_hushes_and_the_sentence_is_said_again_from_its_beginning() {
    let mut voice = Voice::speaking();
    voice.learn(News::Ended(1));
    voice.learn(News::Done);
    voice.learn(News::Began(2));
    assert_eq!(voice.order(Order::Pause), ["Hush"]);
    assert_eq!(voice.learn(News::Done), NOTHING);
    assert_eq!(voice.learn(News::Stopped(2)), NOTHING);
    assert_eq!(voice.order(Order::Resume), ["Say(3)"]);
    voice.learn(News::Done);
    assert_eq!(voice.learn(News::Began(3)), ["began 1.1"]);
    assert_eq!(voice.order(Order::Resume), NOTHING);
}

#[test]
fn it_begins_where_it_is_asked_to() {
    let mut voice = Voice::ready();
    let mut asked = utterance(1, &["Um.", "Dois.", "Três."]);
    asked.from = 2;
    voice.order(Order::Say(asked));
    voice.learn(News::Done);
    voice.learn(News::Done);
    assert_eq!(voice.learn(News::Began(1)), ["began 1.2"]);
    assert_eq!(voice.learn(News::Ended(1)), ["ended 1"]);
}

#[test]
fn what_cannot_be_spoken_is_passed_over() {
    let mut voice = Voice::ready();
    assert_eq!(voice.say(1, &["—", "Um.", " ", "…"]), ["Tune(pt-BR)"]);
    voice.learn(News::Done);
    voice.learn(News::Done);
    assert_eq!(voice.learn(News::Began(1)), ["began 1.1"]);
    assert_eq!(voice.learn(News::Ended(1)), ["ended 1"]);
    assert_eq!(voice.say(2, &["…"]), ["ended 2"]);
    assert_eq!(voice.say(3, &[]), ["ended 3"]);
    let mut beyond = utterance(4, &["Um."]);
    beyond.from = 7;
    assert_eq!(voice.order(Order::Say(beyond)), ["ended 4"]);
}

#[test]
fn at_loudness_0_nothing_is_said_and_what_was_is_hushed() {
    let mut voice = Voice::speaking();
    let mut mute = utterance(2, &["Nada."]);
    mute.volume = 0;
    assert_eq!(voice.order(Order::Say(mute)), ["ended 2", "Hush"]);
}

#[test]
fn another_language_is_tuned_first_and_once() {
    let mut voice = Voice::speaking();
    let mut romanian = utterance(2, &["Unu.", "Doi."]);
    romanian.language = Language::Ro;
    assert_eq!(voice.order(Order::Say(romanian)), ["Hush"]);
    assert_eq!(voice.learn(News::Done), ["Tune(ro)"]);
    assert_eq!(voice.learn(News::Done), ["Say(2)"]);
    voice.learn(News::Done);
    voice.learn(News::Began(2));
    assert_eq!(voice.learn(News::Ended(2)), ["Say(3)"]);
}

#[test]
fn a_pause_outlives_a_new_line() {
    let mut voice = Voice::speaking();
    voice.order(Order::Pause);
    assert_eq!(voice.learn(News::Failed), ["Close", "Open"]);
    assert_eq!(voice.learn(OPENED), NOTHING);
    assert_eq!(voice.order(Order::Resume), ["Tune(pt-BR)"]);
}

#[test]
fn limits_stand_only_while_something_is_awaited() {
    let say = || Input::Order(Order::Say(utterance(1, &["Um."])));
    let mut voice = Voice::ready();
    assert_eq!(voice.limit(say()), TUNE);
    assert_eq!(voice.limit(Input::Line(News::Done)), BEGIN);
    voice.learn(News::Done);
    assert_eq!(voice.limit(Input::Line(News::Began(1))), time_to_say("Um.", 3));
    assert_eq!(voice.limit(Input::Order(Order::Hush)), HUSH);
    assert_eq!(voice.limit_or_none(Input::Line(News::Done)), None);
    assert_eq!(voice.limit(say()), BEGIN);
    voice.learn(News::Done);
    voice.learn(News::Began(2));
    assert_eq!(voice.limit_or_none(Input::Line(News::Ended(2))), None);
}

#[test]
fn digits_and_slow_voices_have_more_time() {
    assert_eq!(time_to_say("Toque na tela.", 3), Duration::from_millis(14 * 150 + 5000));
    assert_eq!(time_to_say("Toque na tela.", 2), Duration::from_millis(14 * 225 + 5000));
    assert_eq!(time_to_say("2 0 2 6", 3), Duration::from_millis((4 * 6 + 3) * 150 + 5000));
}

#[test]
fn words_are_not_in_debug_output() {
    let mut voice = Voice::ready();
    let asked = Order::Say(utterance(1, &["Planted."]));
    let told = format!("{asked:?}");
    voice.order(asked);
    let acts = voice.0.handle(Input::Line(News::Done));
    let told = format!("{told} {acts:?} {:?}", voice.0);
    assert!(told.contains("Say(1)") && !told.contains("Planted"), "{told}");
}
