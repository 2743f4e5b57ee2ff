mod chance;

use jiff::civil::date;

use super::*;

const LANGUAGES: [Language; 3] = [Language::PtBr, Language::En, Language::Ro];

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + seconds).unwrap()
}

fn call(id: u64, number: &str, desk: u16) -> Call {
    let number = number.parse().unwrap();
    Call { id, number, desk, at: moment(0), times: 1, state: CallState::Called }
}

/// A panel, what it shows a room, and a clock that only it moves.
struct Stage {
    room: WaitingRoom,
    seconds: f64,
    said: Vec<(Language, Announced)>,
    asked: usize,
    last: u64,
    day: Date,
}

impl Stage {
    fn new(voice: VoiceState) -> Self {
        let manner = Manner { languages: LANGUAGES.to_vec(), calm: false };
        let room = WaitingRoom::new(manner, voice, moment(0));
        let day = date(2026, 11, 24);
        Self { room, seconds: 0.0, said: Vec::new(), asked: 0, last: 0, day }
    }

    fn happens(&mut self, event: &Event) {
        #[expect(clippy::cast_possible_truncation, reason = "seconds of a test")]
        let now = moment(self.seconds as i64);
        for effect in self.room.handle(event, now) {
            match effect {
                Effect::Ask => self.asked += 1,
                Effect::Say { utterance, language, what } => {
                    assert!(utterance > self.last, "ids grow");
                    self.last = utterance;
                    self.said.push((language, what));
                }
            }
        }
    }

    fn pass(&mut self, seconds: f64) {
        self.seconds += seconds;
        self.happens(&Event::Passed(Duration::from_secs_f64(seconds)));
    }

    fn told(&mut self, calls: &[Call]) {
        self.happens(&Event::Told(Told { day: self.day, calls: calls.to_vec() }));
    }

    /// The numbers said so far in the city's own language.
    fn announced(&self) -> Vec<String> {
        let own = self.said.iter().filter(|(language, _)| *language == LANGUAGES[0]);
        own.filter_map(|(_, what)| match what {
            Announced::Call(call) => Some(format!("{} {}", call.number, call.times)),
            Announced::NoLine(_) => None,
        })
        .collect()
    }

    fn times_without_line_said(&self) -> usize {
        self.said.iter().filter(|(_, what)| matches!(what, Announced::NoLine(_))).count()
    }

    fn large(&self) -> Option<String> {
        self.room.large().map(|call| call.number.to_string())
    }

    fn others(&self) -> Vec<String> {
        self.room.others().iter().map(|call| call.number.to_string()).collect()
    }
}

#[test]
fn a_call_is_large_and_lit_and_said_in_each_language_after_the_other() {
    let mut stage = Stage::new(VoiceState::Ready);
    stage.told(&[call(1, "A07", 3)]);
    assert_eq!(stage.large().as_deref(), Some("A07"));
    assert!(stage.room.is_lit());
    for said in 1..=3 {
        assert_eq!(stage.said.len(), said, "one sentence at a time");
        stage.pass(3.0);
        stage.happens(&Event::Said(stage.last));
    }
    let languages: Vec<Language> = stage.said.iter().map(|(language, _)| *language).collect();
    assert_eq!(languages, LANGUAGES);
    assert!(!stage.room.is_lit(), "said and seen");
    assert_eq!(stage.large().as_deref(), Some("A07"), "it still counts");
}

#[test]
fn calls_at_the_same_time_wait_their_turn() {
    let mut stage = Stage::new(VoiceState::Silent);
    stage.told(&[call(3, "A09", 2), call(2, "A08", 1), call(1, "A07", 3)]);
    assert_eq!(
        (stage.large().as_deref(), stage.others()),
        (Some("A07"), vec!["A09".into(), "A08".into()])
    );
    stage.pass(5.9);
    assert_eq!(stage.large().as_deref(), Some("A07"), "long enough to be read");
    stage.pass(0.1);
    assert_eq!(stage.large().as_deref(), Some("A08"));
    stage.pass(6.0);
    stage.pass(6.0);
    assert_eq!(stage.announced(), ["A07 1", "A08 1", "A09 1"]);
}

#[test]
fn a_call_once_more_is_announced_once_more_and_an_answer_once_more_is_not() {
    let mut stage = Stage::new(VoiceState::Silent);
    let first = call(1, "A07", 3);
    stage.told(&[first]);
    stage.pass(10.0);
    stage.told(&[first]);
    assert!(!stage.room.is_lit());
    let again = Call { id: 2, times: 2, ..first };
    stage.told(&[again, Call { state: CallState::Over, ..first }]);
    assert!(stage.room.is_lit());
    assert_eq!(stage.announced(), ["A07 1", "A07 2"]);
    assert_eq!(stage.others(), Vec::<String>::new(), "a ticket is listed once");
}

#[test]
fn what_was_called_long_before_the_start_is_listed_and_not_said() {
    let mut stage = Stage::new(VoiceState::Silent);
    let old = Call { at: moment(-31), ..call(1, "A06", 1) };
    let serving = Call { state: CallState::Serving, ..call(2, "A05", 2) };
    let young = Call { at: moment(-29), ..call(3, "A07", 3) };
    stage.told(&[young, serving, old]);
    stage.pass(20.0);
    assert_eq!(stage.announced(), ["A05 1", "A07 1"]);
    assert_eq!(stage.others(), ["A05", "A06"]);
}

#[test]
fn a_call_made_while_there_was_no_line_is_announced_as_long_as_it_counts() {
    let mut stage = Stage::new(VoiceState::Silent);
    stage.told(&[]);
    stage.pass(300.0);
    let waits = Call { at: moment(60), ..call(2, "A08", 1) };
    let came = Call { state: CallState::Serving, at: moment(50), ..call(1, "A07", 2) };
    let missed = Call { state: CallState::Over, at: moment(290), ..call(3, "A09", 2) };
    stage.told(&[missed, waits, came]);
    stage.pass(20.0);
    assert_eq!(stage.announced(), ["A08 1"]);
}

#[test]
fn a_call_that_was_taken_back_before_its_turn_sends_nobody_anywhere() {
    let mut stage = Stage::new(VoiceState::Silent);
    stage.told(&[call(2, "A08", 1), call(1, "A07", 3)]);
    stage.told(&[Call { state: CallState::Over, ..call(2, "A08", 1) }, call(1, "A07", 3)]);
    stage.pass(20.0);
    assert_eq!(stage.announced(), ["A07 1"]);
}

#[test]
fn a_voice_that_is_broken_or_hangs_stops_no_call() {
    let mut stage = Stage::new(VoiceState::Ready);
    stage.told(&[call(2, "A08", 1), call(1, "A07", 3)]);
    stage.happens(&Event::Voice(VoiceState::Broken));
    stage.pass(6.0);
    assert_eq!(stage.announced(), ["A07 1", "A08 1"]);
    stage.happens(&Event::Voice(VoiceState::Ready));
    for _ in 0..50 {
        stage.pass(1.0);
    }
    assert!(!stage.room.is_lit(), "fifteen seconds a sentence are enough");
    let others = stage.said.iter().filter(|(language, _)| *language != LANGUAGES[0]).count();
    assert_eq!(others, 2, "only the second call went on after its first sentence");
}

#[test]
fn silence_is_shown_and_said_once_and_what_was_shown_stays() {
    let mut stage = Stage::new(VoiceState::Silent);
    stage.told(&[Call { at: moment(-60), ..call(1, "A07", 3) }]);
    stage.pass(9.9);
    assert_eq!(stage.room.without_line_since(), None, "one lost answer is nobody's business");
    stage.pass(0.1);
    assert_eq!(stage.room.without_line_since(), Some(moment(0)));
    assert_eq!(stage.large().as_deref(), Some("A07"));
    assert!(!stage.room.is_lit(), "it is no call");
    assert_eq!(stage.times_without_line_said(), LANGUAGES.len());
    stage.pass(60.0);
    stage.told(&[]);
    assert_eq!(stage.room.without_line_since(), None, "it comes back by itself");
    stage.pass(60.0);
    assert_eq!(stage.times_without_line_said(), LANGUAGES.len(), "not all day long");
    stage.told(&[]);
    stage.pass(600.0);
    assert_eq!(stage.times_without_line_said(), 2 * LANGUAGES.len());
}

#[test]
fn who_has_a_line_again_does_not_say_on_that_there_is_none() {
    let mut stage = Stage::new(VoiceState::Ready);
    stage.pass(10.0);
    assert_eq!(stage.times_without_line_said(), 1);
    stage.told(&[call(1, "A07", 3)]);
    assert_eq!(stage.announced(), ["A07 1"], "at once");
}

#[test]
fn a_hub_that_is_silent_is_asked_less_and_less_often() {
    let mut stage = Stage::new(VoiceState::Silent);
    stage.pass(0.0);
    assert_eq!(stage.asked, 1);
    stage.pass(30.0);
    assert_eq!(stage.asked, 1, "not before it has answered or failed");
    let mut pauses = Vec::new();
    for _ in 0..7 {
        stage.happens(&Event::Unanswered { jitter: 0.5 });
        let (before, from) = (stage.asked, stage.seconds);
        while stage.asked == before {
            stage.pass(stage.room.quiet_for().as_secs_f64());
        }
        pauses.push((stage.seconds - from).round());
    }
    assert_eq!(pauses, [1.0, 2.0, 4.0, 8.0, 15.0, 15.0, 15.0]);
    stage.told(&[]);
    stage.pass(1.0);
    assert_eq!(stage.asked, 9, "each second again");
}

#[test]
fn an_answer_of_an_earlier_day_is_none_unless_the_hub_insists() {
    let mut stage = Stage::new(VoiceState::Silent);
    stage.told(&[call(1, "A07", 3)]);
    stage.day = date(2026, 11, 23);
    stage.told(&[call(90, "A90", 1)]);
    assert_eq!(stage.large().as_deref(), Some("A07"));
    stage.pass(10.0);
    assert!(stage.room.without_line_since().is_some());
    stage.told(&[Call { at: moment(-900), ..call(91, "A91", 1) }]);
    assert_eq!(stage.room.without_line_since(), None);
    assert_eq!(stage.large().as_deref(), Some("A91"));
    assert_eq!(stage.announced(), ["A07 1"], "nothing old is said");
}

#[test]
fn a_new_day_begins_with_new_calls() {
    let mut stage = Stage::new(VoiceState::Silent);
    stage.told(&[call(41, "A41", 3)]);
    stage.pass(10.0);
    stage.day = date(2026, 11, 25);
    stage.told(&[]);
    assert_eq!((stage.large(), stage.others()), (None, Vec::new()));
    stage.told(&[call(1, "A01", 2)]);
    assert_eq!(stage.announced(), ["A41 1", "A01 1"]);
}

#[test]
fn a_hub_that_is_ill_fills_no_memory() {
    let mut stage = Stage::new(VoiceState::Ready);
    for round in 0..1000_u64 {
        let calls: Vec<Call> = (0..50).map(|id| call(round * 50 + id, "A07", 1)).collect();
        stage.told(&calls);
    }
    assert!(stage.room.waiting.len() <= WAITING);
    assert!(stage.room.heard.len() <= HEARD);
    assert!(stage.room.calls.len() <= OF_AN_ANSWER);
}

#[test]
fn without_movement_what_is_called_is_lit_all_the_time() {
    let manner = Manner { languages: LANGUAGES.to_vec(), calm: true };
    let mut room = WaitingRoom::new(manner, VoiceState::Silent, moment(0));
    let told = Told { day: date(2026, 11, 24), calls: vec![call(1, "A07", 3)] };
    room.handle(&Event::Told(told), moment(0));
    for _ in 0..59 {
        assert!(room.is_lit());
        room.handle(&Event::Passed(Duration::from_millis(100)), moment(0));
    }
}
