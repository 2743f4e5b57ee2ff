//! The microphone hears: a real sound server whose microphone is the monitor of a sink that nobody
//! hears, and a tone of which everything is known.

#![cfg(all(feature = "microphone", feature = "hub", target_os = "linux"))]
#![allow(clippy::panic, clippy::unwrap_used, reason = "these are tests in every line")]

#[path = "support/support.rs"]
mod support;

mod microphone {
    use std::io::{Read, Write};
    use std::process::{Child, Command, Stdio};

    use acolhe::edge::clock::Deadline;
    use acolhe::wire::note::RATE;
    use serde_json::{Value, json};
    use tempfile::TempDir;

    use crate::support::{Hub, PATIENCE, Play, Station, VILA_SERENA};

    /// The tone that is played.
    const HERTZ: f64 = 440.0;
    const HEIGHT: f64 = 9_000.0;

    /// What is louder is the tone.
    const LOUD: u16 = 1_000;

    /// A sound server of one test: whatever is played into `mouth` is heard by the microphone,
    /// whatever the station plays comes out of `ear`.
    struct Lab {
        folder: TempDir,
        server: Child,
    }

    impl Lab {
        fn start() -> Self {
            let folder = TempDir::new().unwrap();
            let script = format!(
                "load-module module-native-protocol-unix auth-anonymous=1 socket={}\n\
                 load-module module-null-sink sink_name=mouth rate=48000 channels=1 norewinds=1\n\
                 load-module module-null-sink sink_name=ear rate=44100 channels=2 norewinds=1\n\
                 set-default-sink ear\nset-default-source mouth.monitor\n",
                folder.path().join("native").display()
            );
            let path = folder.path().join("pulse.pa");
            std::fs::write(&path, script).unwrap();
            let mut command = Command::new("pulseaudio");
            command.args([
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "-F",
            ]);
            set(&mut command, &folder).arg(&path).stderr(Stdio::null());
            let server = command.spawn().expect("pulseaudio: ./dev setup installs it");
            let lab = Self { folder, server };
            let patience = Deadline::after(PATIENCE);
            while !lab.command("pactl").arg("info").output().unwrap().status.success() {
                assert!(!patience.left().is_zero(), "pulseaudio does not start");
            }
            lab
        }

        fn command(&self, name: &str) -> Command {
            let mut command = Command::new(name);
            set(&mut command, &self.folder);
            command
        }

        /// A station that listens here, from its own words on.
        fn visit(&self, station: &Station) -> Play {
            let microphone = "[microphone]\ndriver = \"system\"\n";
            station.configure(&(station.configuration() + microphone));
            let mut command = station.command();
            set(&mut command, &self.folder);
            let mut play = Play::try_start(station, command).unwrap();
            play.do_("request");
            play.do_("own-words");
            let patience = Deadline::after(PATIENCE);
            while !play.offers("record") {
                assert!(!patience.left().is_zero(), "no microphone: {}", play.told());
                play.poll();
            }
            play
        }

        /// Speaks for so many seconds, to the end.
        fn speak(&self, seconds: u32) {
            let mut pacat = self.command("pacat");
            pacat.args(["--playback", "--device=mouth", "--raw", "--format=s16le", "--channels=1"]);
            pacat.arg(format!("--rate={RATE}")).stdin(Stdio::piped());
            let mut pacat = pacat.spawn().expect("pacat: ./dev setup installs it");
            let bytes: Vec<u8> =
                tone(seconds).iter().flat_map(|sample| sample.to_le_bytes()).collect();
            pacat.stdin.take().unwrap().write_all(&bytes).unwrap();
            assert!(pacat.wait().unwrap().success());
        }

        /// What comes out of the loudspeaker, until a tone has come and gone.
        fn hears(&self, does: impl FnOnce()) -> Vec<i16> {
            let mut parec = self.command("parec");
            parec.args(["--device=ear.monitor", "--raw", "--format=s16le", "--channels=1"]);
            parec.arg(format!("--rate={RATE}")).arg("--latency-msec=20").stdout(Stdio::piped());
            let mut parec = parec.spawn().expect("parec: ./dev setup installs it");
            let mut output = parec.stdout.take().unwrap();
            // It records as soon as it writes anything.
            let mut heard = read(&mut output);
            does();
            let patience = Deadline::after(PATIENCE);
            let quiet = RATE as usize / 2;
            while !heard.iter().any(|sample| is_loud(*sample))
                || heard[heard.len().saturating_sub(quiet)..].iter().any(|sample| is_loud(*sample))
            {
                assert!(!patience.left().is_zero(), "nothing is heard");
                heard.extend(read(&mut output));
            }
            parec.kill().unwrap();
            parec.wait().unwrap();
            heard
        }
    }

    impl Drop for Lab {
        fn drop(&mut self) {
            // It may have been killed already.
            let _ = self.server.kill();
            let _ = self.server.wait();
        }
    }

    fn set<'a>(command: &'a mut Command, folder: &TempDir) -> &'a mut Command {
        let at = |name: &str| folder.path().join(name);
        command
            .env("PULSE_SERVER", format!("unix:{}", at("native").display()))
            .env("PULSE_COOKIE", at("cookie"))
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("XDG_CONFIG_HOME", at("config"))
            // No sound card of the machine is ever heard here.
            .env("ALSA_CONFIG_PATH", "/dev/null")
    }

    fn read(output: &mut impl Read) -> Vec<i16> {
        let mut bytes = [0; 3200];
        output.read_exact(&mut bytes).unwrap();
        bytes.as_chunks().0.iter().map(|pair| i16::from_le_bytes(*pair)).collect()
    }

    #[expect(clippy::cast_possible_truncation, reason = "a tone of 16 bits")]
    fn tone(seconds: u32) -> Vec<i16> {
        let angle = |at: u32| f64::from(at) * HERTZ * std::f64::consts::TAU / f64::from(RATE);
        (0..seconds * RATE).map(|at| (angle(at).sin() * HEIGHT) as i16).collect()
    }

    fn is_loud(sample: i16) -> bool {
        sample.unsigned_abs() > LOUD
    }

    /// The tone lasts so long, and is as high and as loud as it was played.
    #[track_caller]
    fn assert_is_the_tone(samples: &[i16], seconds: std::ops::Range<f64>) {
        let first = samples.iter().position(|sample| is_loud(*sample)).expect("something loud");
        let last = samples.iter().rposition(|sample| is_loud(*sample)).unwrap();
        let sound = &samples[first..=last];
        let count = f64::from(u32::try_from(sound.len()).unwrap());
        let lasts = count / f64::from(RATE);
        assert!(seconds.contains(&lasts), "it lasts {lasts} seconds");
        let rises = sound.windows(2).filter(|two| two[0] < 0 && two[1] >= 0).count();
        let hertz = f64::from(u32::try_from(rises).unwrap()) / lasts;
        assert!((hertz - HERTZ).abs() < 4.0, "{hertz} hertz");
        let power: f64 = sound.iter().map(|sample| f64::from(*sample).powi(2)).sum();
        let height = (power / count * 2.0).sqrt();
        assert!((0.85..1.1).contains(&(height / HEIGHT)), "as loud as {height}");
    }

    #[test]
    fn what_is_spoken_is_recorded_heard_back_and_brought_to_the_city() {
        let lab = Lab::start();
        let hub = Hub::start(VILA_SERENA);
        let station = Station::enrolled(&hub);
        let mut play = lab.visit(&station);
        assert_eq!(play.do_("record")["note"]["state"], "recording");
        lab.speak(3);
        let recorded = play.do_("stop-recording");
        assert_eq!(recorded["screen"], "filing.recorded", "{recorded}");
        let seconds = recorded["note"]["seconds"].as_u64().unwrap();
        assert!((3..=6).contains(&seconds), "{seconds}");

        let heard = lab.hears(|| _ = play.do_("hear-recording"));
        assert_is_the_tone(&heard, 2.8..3.2);

        play.do_("next");
        play.do_("none-of-these");
        while play.screen() != "filing.review" {
            let plain = ["for:me", "who:anonymous", "contact:none", "skip"];
            play.do_(plain.into_iter().find(|action| play.offers(action)).unwrap());
        }
        let done = play.do_("file");
        let number = done["protocol"].as_str().unwrap();
        assert_eq!(play.outbox("delivered"), 1);
        let wav = station.paper().with_file_name("heard.wav");
        hub.ask(&["note", "export", number, "--to", &wav.display().to_string()]);
        let mut wav = hound::WavReader::open(wav).unwrap();
        let samples: Vec<i16> = wav.samples().map(Result::unwrap).collect();
        assert_is_the_tone(&samples, 2.8..3.2);
    }

    #[test]
    fn what_was_said_before_the_microphone_went_is_kept() {
        let mut lab = Lab::start();
        let station = Station::with_server(VILA_SERENA, 7, "http://127.0.0.1:9", "key");
        let mut play = lab.visit(&station);
        play.do_("record");
        lab.speak(2);
        lab.server.kill().unwrap();
        lab.server.wait().unwrap();
        let recorded = until(&mut play, |told| told["screen"] != "filing.recording");
        assert_eq!(recorded["screen"], "filing.recorded", "{recorded}");
        let said = recorded["say"].to_string();
        assert!(said.contains("parou no meio"), "{said}");
        let seconds = recorded["note"]["seconds"].as_u64().unwrap();
        assert!((2..=6).contains(&seconds), "{seconds}");

        let away = play.do_("record-again");
        let away = if away["screen"] == "filing.recording" {
            until(&mut play, |told| told["screen"] != "filing.recording")
        } else {
            away
        };
        assert_eq!(away["title"], "Estou sem microfone agora.", "{away}");
        assert_eq!(play.do_("back")["screen"], "filing.recorded", "the first one is still there");
    }

    #[test]
    fn silence_is_told_and_a_machine_without_sound_offers_nothing() {
        let lab = Lab::start();
        let station = Station::with_server(VILA_SERENA, 7, "http://127.0.0.1:9", "key");
        let mut play = lab.visit(&station);
        play.do_("record");
        let silent = play.do_("stop-recording");
        assert_eq!(silent["title"], "Não ouvi nada.", "{silent}");
        assert_eq!(play.end(), Some(0));

        let nobody = TempDir::new().unwrap();
        let mut command = station.command();
        set(&mut command, &nobody);
        let mut play = Play::try_start(&station, command).unwrap();
        let patience = Deadline::after(PATIENCE);
        while !logged(&station).contains("The microphone is away") {
            assert!(!patience.left().is_zero(), "{}", logged(&station));
        }
        play.do_("back");
        assert_eq!(play.screen(), "filing.own-words");
        assert!(!play.offers("record"));
        assert!(play.say(json!({"do": "record"}))["error"].is_string());
    }

    /// Asks again until something is so.
    fn until(play: &mut Play, is_so: impl Fn(&Value) -> bool) -> Value {
        let patience = Deadline::after(PATIENCE);
        loop {
            let told = play.poll();
            if is_so(&told) {
                return told;
            }
            assert!(!patience.left().is_zero(), "{told}");
        }
    }

    /// Everything that the station logged.
    fn logged(station: &Station) -> String {
        let Ok(entries) = std::fs::read_dir(station.kept("log")) else { return String::new() };
        let paths = entries.map(|entry| entry.unwrap().path());
        paths.map(|path| std::fs::read_to_string(path).unwrap()).collect()
    }
}
