//! The voice is heard: a real speech server speaks into a loudspeaker made of files.
//!
//! `tests/support/speech-lab.sh` starts both; where their packages are missing a test fails and
//! names `./dev setup`.

#![cfg(all(feature = "voice", target_os = "linux"))]
#![allow(clippy::panic, clippy::unwrap_used, reason = "these are tests in every line")]

#[path = "support/support.rs"]
mod support;

mod voice {
    use std::time::Duration;

    use acolhe::domain::city::Language;
    use acolhe::domain::devices::VoiceState;
    use acolhe::edge::voice::{Utterance, VoiceReport, VoiceThread, speech_dispatcher, system};

    use lab::in_a_lab;
    use speaker::Speaker;

    mod lab;
    mod recording;
    mod speaker;
    mod supervision;
    mod visit;

    const PORTUGUESE: [&str; 2] = ["Toque na tela.", "Para ajuda, toque em Ajuda."];
    const ROMANIAN: [&str; 1] = ["Atingeți ecranul."];
    const ENGLISH: [&str; 1] = ["Touch the screen."];
    /// It lasts longer than any test.
    const LONG: [&str; 2] = [
        "Esta frase é muito comprida, e ninguém deve ouvir o fim dela, porque alguém pede silêncio \
         muito antes, e então não se ouve mais nada, nem agora nem mais tarde.",
        "Esta frase ninguém ouve.",
    ];
    /// Silence after a hush: what a person takes for at once.
    const AT_ONCE: Duration = Duration::from_millis(150);
    /// The longest single time, on a machine whose processors all have other work.
    const AT_WORST: Duration = Duration::from_millis(300);
    /// How high espeak-ng speaks in all three languages, in hertz; a woman's voice lies at 200.
    const A_MANS_VOICE: std::ops::Range<f64> = 90.0..130.0;
    const USUAL: u8 = 3;
    const FASTEST: u8 = 7;

    fn utterance(id: u64, language: Language, sentences: &[&str]) -> Utterance {
        let sentences = sentences.iter().map(|&words| words.to_owned()).collect();
        Utterance { id, sentences, from: 0, language, rate: FASTEST, volume: 5 }
    }

    /// What lasts so long that the words may well have been said, and no longer.
    #[track_caller]
    fn assert_lasts_as_long_as(heard: Duration, sentences: &[impl AsRef<str>], rate: u8) {
        let letters: usize = sentences.iter().map(|words| words.as_ref().chars().count()).sum();
        // 120 words of six letters a minute, or twice as many; then a pause.
        let letters_a_second = if rate == USUAL { 12 } else { 24 };
        let expected = Duration::from_secs(u64::try_from(letters).unwrap()) / letters_a_second;
        let pauses = Duration::from_millis(500) * u32::try_from(sentences.len()).unwrap();
        let bounds = expected.mul_f64(0.6)..expected.mul_f64(1.3) + pauses;
        assert!(bounds.contains(&heard), "{heard:?} is not within {bounds:?}");
    }

    #[test]
    fn each_language_is_heard_word_for_word() {
        in_a_lab("each_language_is_heard_word_for_word", |lab| {
            let mut speaker = Speaker::start(lab, speech_dispatcher());
            assert_eq!(speaker.next(), VoiceReport::State(VoiceState::Ready));
            let asked = [
                (Language::PtBr, &PORTUGUESE[..1], USUAL),
                (Language::Ro, &ROMANIAN[..], FASTEST),
                (Language::En, &ENGLISH[..], FASTEST),
            ];
            let mut said = Vec::new();
            for (id, (language, sentences, rate)) in (1..).zip(asked) {
                let mut asked = utterance(id, language, sentences);
                asked.rate = rate;
                let heard = speaker.listen_to(asked);
                assert_lasts_as_long_as(heard.duration(), sentences, rate);
                assert!(heard.loudness() > 500.0, "{language:?}: {}", heard.loudness());
                let pitch = heard.pitch();
                assert!(A_MANS_VOICE.contains(&pitch), "{language:?}: {pitch} Hz");
                said.extend_from_slice(sentences);
                assert_eq!(lab.texts(), said);
            }
            assert_eq!(lab.languages(), ["pt-BR", "ro", "en"]);
        });
    }

    #[test]
    fn hush_is_silence_at_once_and_nothing_comes_after_it() {
        in_a_lab("hush_is_silence_at_once_and_nothing_comes_after_it", |lab| {
            let mut speaker = Speaker::start(lab, speech_dispatcher());
            let mut rests: Vec<_> = (1..=3)
                .map(|id| {
                    speaker.voice.say(utterance(id, Language::PtBr, &LONG));
                    speaker.wait_for_sound();
                    speaker.voice.hush();
                    speaker.silence_after(Duration::from_millis(400))
                })
                .collect();
            rests.sort();
            assert!(rests[1] < AT_ONCE && rests[2] < AT_WORST, "still heard {rests:?}");
            let heard = speaker.listen_to(utterance(4, Language::Ro, &ROMANIAN));
            assert_lasts_as_long_as(heard.duration(), &ROMANIAN, FASTEST);
            assert_eq!(lab.texts(), [&[LONG[0]; 3][..], &ROMANIAN[..]].concat());
        });
    }

    #[test]
    fn a_newer_utterance_silences_the_one_before() {
        in_a_lab("a_newer_utterance_silences_the_one_before", |lab| {
            let mut speaker = Speaker::start(lab, speech_dispatcher());
            speaker.voice.say(utterance(1, Language::PtBr, &LONG));
            speaker.wait_for_sound();
            // Nobody hears those that come and go within a moment.
            for id in 2..100 {
                speaker.voice.say(utterance(id, Language::PtBr, &LONG));
            }
            let heard = speaker.listen_to(utterance(100, Language::Ro, &ROMANIAN));
            assert_lasts_as_long_as(heard.duration(), &ROMANIAN, FASTEST);
            let texts = lab.texts();
            assert_eq!(texts.last().map(String::as_str), Some(ROMANIAN[0]));
            assert!(texts.len() < 20, "{} sentences were begun", texts.len());
        });
    }

    #[test]
    fn a_pause_breaks_off_and_the_sentence_is_said_again() {
        in_a_lab("a_pause_breaks_off_and_the_sentence_is_said_again", |lab| {
            let mut speaker = Speaker::start(lab, speech_dispatcher());
            speaker.voice.say(utterance(1, Language::PtBr, &PORTUGUESE));
            speaker.wait_for_sound();
            speaker.voice.pause();
            let rest = speaker.silence_after(Duration::from_millis(400));
            assert!(rest < AT_WORST, "still heard {rest:?} after the pause");
            speaker.voice.resume();
            speaker.await_end(1);
            assert_eq!(lab.texts(), [PORTUGUESE[0], PORTUGUESE[0], PORTUGUESE[1]]);
        });
    }

    #[test]
    fn a_platforms_own_voice_is_heard_too() {
        in_a_lab("a_platforms_own_voice_is_heard_too", |lab| {
            let mut speaker = Speaker::start(lab, system());
            let heard = speaker.listen_to(utterance(1, Language::Ro, &ROMANIAN));
            assert_lasts_as_long_as(heard.duration(), &ROMANIAN, FASTEST);
            assert_eq!(lab.texts(), ROMANIAN);
            speaker.voice.say(utterance(2, Language::Ro, &LONG));
            speaker.wait_for_sound();
            speaker.voice.hush();
            let rest = speaker.silence_after(Duration::from_millis(400));
            assert!(rest < AT_WORST, "still heard {rest:?} after the hush");
        });
    }

    #[test]
    fn a_silent_voice_tells_only_that() {
        let (tell, told) = std::sync::mpsc::channel();
        let voice = VoiceThread::silent(move |report| tell.send(report).unwrap());
        voice.say(utterance(1, Language::PtBr, &PORTUGUESE));
        drop(voice);
        let told: Vec<_> = told.iter().collect();
        assert_eq!(told, [VoiceReport::State(VoiceState::Silent)]);
    }
}
