//! Whole visits by somebody who sees nothing: five keys or two switches, and what is heard.
//!
//! These tests look at `say`, `spoken` and `protocol` alone, never at an id or a label.

use serde_json::{Value, json};

use super::steps::{said, text};
use crate::support::{Hub, Play, Station, VALEA_LINA, VILA_SERENA};

/// More presses than any screen takes to be walked round.
const ENOUGH: usize = 90;

/// What one listens for in a language.
struct Tongue {
    /// How the language calls itself, and the setting in which it is chosen, where the city
    /// begins with another.
    change: Option<(&'static str, &'static str, &'static str)>,
    /// What a question sounds like, and the answer.
    answers: &'static [(&'static str, Answer)],
    skip: &'static str,
    next: &'static str,
    more: &'static str,
    file: &'static str,
    done: &'static str,
    /// What follows a letter: "C de casa".
    spells: &'static str,
    digits: [&'static str; 10],
    /// The number is said on this screen.
    filed: &'static str,
}

#[derive(Clone, Copy)]
enum Answer {
    Choose(&'static str),
    Write(&'static str),
    Dial(&'static str),
}

use Answer::{Choose, Dial, Write};

const PORTUGUESE: Tongue = Tongue {
    change: None,
    answers: &[
        ("O que você precisa hoje", Choose("Pedir, reclamar ou denunciar")),
        ("Sobre o que é", Choose("Luz na rua")),
        ("qual é o seu caso", Choose("Lâmpada apagada no poste")),
        ("Para quem é", Choose("Para mim")),
        ("Quantas lâmpadas", Choose("Só uma")),
        ("Como você quer dizer onde é", Choose("Não sei explicar")),
        ("Você quer dizer seu nome", Choose("Quero dizer meu nome")),
        ("Qual é o seu nome", Write("José")),
        ("Qual é o número do seu", Choose("Não quero dizer")),
        ("Como você quer receber a resposta", Choose("Ligação")),
        ("Para qual telefone", Dial("21987654321")),
        ("Outras pessoas usam", Choose("Não")),
        ("Podemos deixar recado", Choose("Sim")),
    ],
    skip: "Pular",
    next: "Continuar",
    more: "Mais.",
    file: "Enviar meu pedido",
    done: "Pronto",
    spells: " de ",
    digits: ["zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"],
    filed: "Seu pedido está guardado",
};

const ENGLISH: Tongue = Tongue {
    change: Some(("Língua", "English", "Done")),
    answers: &[
        ("What do you need today", Choose("Ask, complain or report")),
        ("What is it about", Choose("Street lights")),
        ("which one is it", Choose("Street lamp out")),
        ("Who is it for", Choose("For me")),
        ("How many lamps", Choose("Just one")),
        ("How would you like to say where", Choose("I cannot explain")),
        ("Would you like to tell us your name", Choose("I want to give my name")),
        ("What is your name", Write("Max")),
        ("number?", Choose("I would rather not say")),
        ("How would you like to get the answer", Choose("Phone call")),
        ("What number should we call", Dial("21987654321")),
        ("Do other people use", Choose("No")),
        ("May we leave a message", Choose("Yes")),
    ],
    skip: "Skip",
    next: "Continue",
    more: "More.",
    file: "Send my request",
    done: "Done",
    spells: " for ",
    digits: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    filed: "Your request is saved",
};

const ROMANIAN: Tongue = Tongue {
    change: None,
    answers: &[
        ("Cu ce vă putem ajuta", Choose("Cerere, reclamație sau sesizare")),
        ("Despre ce este cererea", Choose("Lumina pe stradă")),
        ("despre ce este vorba", Choose("Bec stins pe stradă")),
        ("Pentru cine este", Choose("Pentru mine")),
        ("Cum doriți să ne spuneți unde", Choose("Nu știu să explic")),
        ("Doriți să ne spuneți numele", Choose("Vreau să spun numele")),
        ("Cum vă numiți", Write("Ionuț")),
        ("-ul dumneavoastră?", Choose("Prefer să nu spun")),
        ("Cum doriți să primiți", Choose("Telefon")),
        ("La ce număr de telefon", Dial("0721234567")),
        ("Mai folosește cineva", Choose("Nu")),
        ("Putem lăsa un mesaj", Choose("Da")),
    ],
    skip: "Treceți peste",
    next: "Continuați",
    more: "Mai multe.",
    file: "Trimiteți cererea",
    done: "Gata",
    spells: ", ca în ",
    digits: ["zero", "unu", "doi", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă"],
    filed: "Cererea dumneavoastră este salvată",
};

/// What one presses.
#[derive(Clone, Copy)]
enum Hands {
    FiveKeys,
    TwoSwitches,
}

/// Somebody who hears and does not see.
struct Listener<'a> {
    play: Play,
    tongue: &'a Tongue,
    hands: Hands,
}

impl Listener<'_> {
    /// What is in focus, as it is said.
    fn heard(&self) -> &str {
        self.play.told()["spoken"].as_str().unwrap_or_default()
    }

    fn question(&self) -> String {
        text(&self.play.told()["say"][0]).to_owned()
    }

    #[track_caller]
    fn press(&mut self, input: Value) {
        let told = self.play.say(input);
        assert!(told["error"].is_null(), "{told}");
    }

    fn on(&mut self) {
        self.press(match self.hands {
            Hands::FiveKeys => json!({"key": "down"}),
            Hands::TwoSwitches => json!({"switch": "step"}),
        });
    }

    fn take(&mut self) {
        self.press(match self.hands {
            Hands::FiveKeys => json!({"key": "select"}),
            Hands::TwoSwitches => json!({"switch": "choose"}),
        });
    }

    /// Moves on until something is heard; whether it is.
    fn find(&mut self, words: &str) -> bool {
        for _ in 0..ENOUGH {
            if self.heard().starts_with(words) {
                assert!(self.tells_its_place(), "{}", self.heard());
                return true;
            }
            self.on();
        }
        false
    }

    /// Whether what is heard ends with its place: "2 de 6."
    fn tells_its_place(&self) -> bool {
        let words: Vec<&str> = self.heard().trim_end_matches('.').split(' ').collect();
        let number = |back: usize| {
            words.len().checked_sub(back).and_then(|at| words[at].parse::<usize>().ok())
        };
        let (Some(count), Some(place)) = (number(1), number(3)) else { return false };
        (1..=count).contains(&place)
    }

    /// Finds something, on further pages too, and chooses it.
    #[track_caller]
    fn choose(&mut self, words: &str) {
        for _ in 0..6 {
            if self.find(words) {
                self.take();
                return;
            }
            assert!(self.find(self.tongue.more), "no {words} after {:?}", self.question());
            self.take();
        }
        panic!("no {words} after {:?}", self.question());
    }

    /// Whether a key is heard that writes this letter or digit.
    fn is_letter(&self, letter: char) -> bool {
        match letter.to_digit(10).and_then(|digit| usize::try_from(digit).ok()) {
            Some(digit) => self.heard().starts_with(&format!("{}.", self.tongue.digits[digit])),
            None if letter.is_ascii() => {
                let capital = letter.to_ascii_uppercase();
                self.heard().starts_with(&format!("{capital}{}", self.tongue.spells))
            }
            // A letter with an accent says so.
            None => match letter {
                'é' => self.heard().starts_with("E com acento agudo"),
                'ț' => self.heard().starts_with("Ț, ca în țară"),
                other => panic!("nobody spells {other} here"),
            },
        }
    }

    /// Walks from key to key until one is heard.
    #[track_caller]
    fn find_key(&mut self, wanted: impl Fn(&Self) -> bool) {
        match self.hands {
            Hands::FiveKeys => self.walk_to(wanted),
            Hands::TwoSwitches => self.scan_to(wanted),
        }
    }

    fn walk_to(&mut self, wanted: impl Fn(&Self) -> bool) {
        for _ in 0..ENOUGH {
            let first = self.heard().to_owned();
            for _ in 0..ENOUGH {
                if wanted(self) {
                    return;
                }
                self.press(json!({"key": "right"}));
                if self.heard() == first {
                    break;
                }
            }
            self.press(json!({"key": "down"}));
            if !self.tells_a_key() {
                // Below the last row lies the field; from there one goes in again.
                self.take();
            }
        }
        panic!("no such key: {}", self.heard());
    }

    /// The field says how one writes into it; keys do not.
    fn tells_a_key(&self) -> bool {
        !["Para escrever", "To write", "Ca să scrieți"]
            .iter()
            .any(|words| self.heard().contains(words))
    }

    fn scan_to(&mut self, wanted: impl Fn(&Self) -> bool) {
        let is_row = |heard: &str| {
            ["Fileira de", "Row from", "Rândul de la"].iter().any(|row| heard.starts_with(row))
        };
        for _ in 0..ENOUGH {
            if wanted(self) {
                return;
            }
            if !is_row(self.heard()) {
                self.on();
                continue;
            }
            let row = self.heard().to_owned();
            self.take();
            for _ in 0..ENOUGH {
                if wanted(self) {
                    return;
                }
                self.on();
                if self.heard() == row {
                    break;
                }
            }
            self.on();
        }
        panic!("no such key: {}", self.heard());
    }

    /// Writes into the first field of the screen and hears it read back.
    #[track_caller]
    fn write(&mut self, text: &str) {
        self.on();
        self.take();
        for letter in text.chars().map(|letter| letter.to_lowercase().next().expect("a letter")) {
            self.find_key(|ear| ear.is_letter(letter));
            self.take();
        }
        let done = self.tongue.done;
        self.find_key(|ear| ear.heard().starts_with(done));
        self.take();
        let digits = text.chars().all(|letter| letter.is_ascii_digit());
        let read_back =
            if digits { self.heard().replace([' ', ','], "") } else { self.heard().to_owned() };
        assert!(read_back.contains(text), "{text}: {}", self.heard());
        self.choose(self.tongue.next);
    }

    fn change_language(&mut self) {
        let Some((setting, language, done)) = self.tongue.change else { return };
        self.choose(setting);
        self.choose(language);
        self.choose(done);
    }

    /// The review reads back what was written.
    fn hears_everything_again(&self) {
        let said = said(self.play.told());
        let digits: String = said.chars().filter(char::is_ascii_digit).collect();
        for (_, answer) in self.tongue.answers {
            match answer {
                Write(words) => assert!(said.contains(words), "{words}: {said}"),
                Dial(number) => assert!(digits.contains(number), "{number}: {said}"),
                Choose(_) => {}
            }
        }
    }

    /// One screen.
    fn answer(&mut self) {
        let question = self.question();
        let answer = self.tongue.answers.iter().find(|(asked, _)| question.contains(asked));
        match answer.map(|(_, answer)| *answer) {
            Some(Choose(words)) => self.choose(words),
            Some(Write(text) | Dial(text)) => self.write(text),
            None if self.find(self.tongue.file) => {
                self.hears_everything_again();
                self.take();
            }
            None => self.choose(self.tongue.skip),
        }
    }
}

fn a_whole_visit(city: &'static str, tongue: &Tongue, hands: Hands) {
    let hub = Hub::start(city);
    let mut play = Play::start(&Station::enrolled(&hub));
    play.say(json!({"jack": "in"}));
    let mut ear = Listener { play, tongue, hands };
    ear.change_language();
    for _ in 0..30 {
        if ear.question().contains(tongue.filed) {
            break;
        }
        ear.answer();
    }
    assert!(ear.question().contains(tongue.filed), "{}", ear.play.told());
    let number = ear.play.protocol().expect("a number").to_owned();
    assert_eq!(hub.numbers(), [number]);
}

#[test]
fn by_five_keys_in_portuguese() {
    a_whole_visit(VILA_SERENA, &PORTUGUESE, Hands::FiveKeys);
}

#[test]
fn by_five_keys_in_english() {
    a_whole_visit(VILA_SERENA, &ENGLISH, Hands::FiveKeys);
}

#[test]
fn by_five_keys_in_romanian() {
    a_whole_visit(VALEA_LINA, &ROMANIAN, Hands::FiveKeys);
}

#[test]
fn by_two_switches_in_portuguese() {
    a_whole_visit(VILA_SERENA, &PORTUGUESE, Hands::TwoSwitches);
}

#[test]
fn by_two_switches_in_english() {
    a_whole_visit(VILA_SERENA, &ENGLISH, Hands::TwoSwitches);
}

#[test]
fn by_two_switches_in_romanian() {
    a_whole_visit(VALEA_LINA, &ROMANIAN, Hands::TwoSwitches);
}
