//! Random days: calls, repeats, answers that fail, a voice that takes its time.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// What happens in a random day.
#[derive(Clone, Debug)]
enum Happens {
    Calls,
    CallsAgain(prop::sample::Index),
    Serves(prop::sample::Index),
    Answers,
    Fails,
    Passes(u64),
    VoiceEnds,
}

fn day() -> impl Strategy<Value = Vec<Happens>> {
    let any = any::<prop::sample::Index>;
    let one = prop_oneof![
        4 => Just(Happens::Calls),
        1 => any().prop_map(Happens::CallsAgain),
        1 => any().prop_map(Happens::Serves),
        6 => Just(Happens::Answers),
        1 => Just(Happens::Fails),
        8 => (1_u64..4000).prop_map(Happens::Passes),
        4 => Just(Happens::VoiceEnds),
    ];
    prop::collection::vec(one, 1..120)
}

/// The hub of a random day.
#[derive(Default)]
struct Hub {
    calls: Vec<Call>,
    untold: usize,
}

impl Hub {
    fn call(&mut self, number: u16, times: u8, stage: &mut Stage) {
        if self.untold == OF_AN_ANSWER {
            // More than an answer holds can be told by nobody.
            self.answer(stage);
        }
        self.untold += 1;
        let id = u64::try_from(self.calls.len()).unwrap();
        #[expect(clippy::cast_possible_truncation, reason = "seconds of a test")]
        let at = moment(stage.seconds as i64);
        self.calls.push(Call { at, times, ..call(id, &format!("A{number}"), 1) });
    }

    fn answer(&mut self, stage: &mut Stage) {
        self.untold = 0;
        let latest = self.calls.iter().rev().take(OF_AN_ANSWER).copied().collect::<Vec<_>>();
        stage.told(&latest);
    }
}

proptest! {
    #[test]
    fn no_call_is_lost_none_is_said_twice_and_none_overtakes(
        day in day(), silent in any::<bool>(),
    ) {
        let mut stage =
            Stage::new(if silent { VoiceState::Silent } else { VoiceState::Ready });
        let mut hub = Hub::default();
        hub.answer(&mut stage);
        let (mut changes, mut lit) = (Vec::new(), false);
        for happens in day {
            match happens {
                Happens::Calls => {
                    let number = u16::try_from(hub.calls.len()).unwrap() + 1;
                    hub.call(number, 1, &mut stage);
                }
                Happens::CallsAgain(which) if !hub.calls.is_empty() => {
                    let again = hub.calls[which.index(hub.calls.len())];
                    hub.call(again.number.number(), again.times + 1, &mut stage);
                }
                Happens::Serves(which) if !hub.calls.is_empty() => {
                    let place = which.index(hub.calls.len());
                    // A person comes after having been called.
                    if stage.said.iter().any(|(_, what)| matches!(
                        what, Announced::Call(call) if call.key() == hub.calls[place].key())) {
                        hub.calls[place].state = CallState::Serving;
                    }
                }
                Happens::CallsAgain(_) | Happens::Serves(_) => {}
                Happens::Answers => hub.answer(&mut stage),
                Happens::Fails => stage.happens(&Event::Unanswered { jitter: 0.3 }),
                Happens::Passes(milliseconds) => for _ in 0..milliseconds / 50 {
                    stage.pass(0.05);
                    if stage.room.is_lit() != lit {
                        lit = !lit;
                        changes.push(stage.seconds);
                    }
                },
                Happens::VoiceEnds => stage.happens(&Event::Said(stage.last)),
            }
            prop_assert!(stage.room.quiet_for() > Duration::ZERO);
        }
        hub.answer(&mut stage);
        for _ in 0..hub.calls.len() * 10 + 10 {
            for _ in 0..LANGUAGES.len() {
                stage.happens(&Event::Said(stage.last));
            }
            stage.pass(1.0);
        }
        let mut said: BTreeMap<Key, Vec<Language>> = BTreeMap::new();
        let mut order = Vec::new();
        for (language, what) in &stage.said {
            if let Announced::Call(call) = what {
                said.entry(call.key()).or_default().push(*language);
                order.push(call.id);
            }
        }
        prop_assert_eq!(said.len(), hub.calls.len(), "none lost");
        prop_assert!(said.values().all(|languages| languages == &LANGUAGES), "each once");
        prop_assert!(order.is_sorted(), "none overtakes");
        // Three flashes are six changes.
        let most = changes.windows(6).all(|six| six[5] - six[0] > 1.0);
        prop_assert!(most, "WCAG 2.2 SC 2.3.1: {changes:?}");
    }
}
