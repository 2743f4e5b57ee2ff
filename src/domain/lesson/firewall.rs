//! Keeps what is somebody's own out of practice: who practises shall not get used to giving it.
//!
//! A number that adds up, a telephone, an address or a key for payments is refused, unless it is
//! the persona's. Nothing is kept of it.

use crate::domain::document::DocumentKind;

/// Somebody made up, in whose name one practises.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Persona {
    /// What may be written in their name: numbers that do not add up, an address of e-mail.
    pub own: Vec<String>,
}

impl Persona {
    fn owns(&self, text: &str) -> bool {
        self.own.iter().any(|own| bare(own) == bare(text))
    }
}

/// Digits of a telephone with its area, at least and at most (ITU-T E.164 allows fifteen).
const TELEPHONE: std::ops::RangeInclusive<usize> = 10..=15;

/// Whether a text holds something that is a real person's: a CPF, a CNP, a telephone, an address of
/// e-mail, or a random key of Pix (a UUID).
#[must_use]
pub fn is_somebodys(text: &str, persona: &Persona) -> bool {
    if persona.owns(text) {
        return false;
    }
    let pieces = || text.split(|sign: char| sign.is_whitespace() || ",;".contains(sign));
    let is_key = |piece: &str| {
        let letters = piece.chars().filter(char::is_ascii_hexdigit).count();
        letters == 32 && piece.chars().filter(|sign| *sign == '-').count() == 4
    };
    let is_address = |piece: &str| {
        let ends = piece.split_once('@');
        ends.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let others = pieces().filter(|piece| !piece.is_empty() && !persona.owns(piece));
    if others.clone().any(|piece| is_key(piece) || is_address(piece)) {
        return true;
    }
    // People write numbers with blanks and dots anywhere: runs of digits with only such between.
    numbers(text).into_iter().any(|number| {
        let adds_up = [DocumentKind::Cpf, DocumentKind::Cnp]
            .into_iter()
            .any(|kind| number.len() == kind.length() && kind.adds_up(&number));
        !persona.owns(&number) && (adds_up || is_telephone(&number))
    })
}

/// As long as a telephone with its area, and not one digit again and again.
fn is_telephone(digits: &str) -> bool {
    let varied = digits.bytes().any(|digit| Some(digit) != digits.bytes().next());
    TELEPHONE.contains(&digits.len()) && varied
}

/// Runs of digits, with what people put between them taken out.
fn numbers(text: &str) -> Vec<String> {
    let runs = text.split(|sign: char| !(sign.is_ascii_digit() || " .-/()+".contains(sign)));
    runs.map(|run| run.chars().filter(char::is_ascii_digit).collect())
        .filter(|digits: &String| !digits.is_empty())
        .collect()
}

/// Without blanks and signs, in small letters.
fn bare(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lourdes() -> Persona {
        let own = ["111.222.333-00", "(21) 90000-1234", "lourdes@treino.example"];
        Persona { own: own.map(str::to_owned).to_vec() }
    }

    #[test]
    fn what_is_somebodys_is_known_however_it_is_written() {
        for text in [
            "529.982.247-25",
            "52998224725",
            "meu cpf é 529 982 247 25, tá?",
            "1800101221144",
            "(11) 98765-4321",
            "+40 722 123 456",
            "maria@correio.com.br",
            "123e4567-e89b-42d3-a456-426614174000",
        ] {
            assert!(is_somebodys(text, &lourdes()), "{text}");
        }
    }

    #[test]
    fn the_personas_own_and_plain_words_are_let_through() {
        for text in [
            "11122233300",
            "111.222.333-00",
            "21 90000 1234",
            "lourdes@treino.example",
            "Lourdes",
            "Rua das Acácias, 12",
            "oi, tudo bem?",
            "1990",
            "",
            "R$ 150,00",
        ] {
            assert!(!is_somebodys(text, &lourdes()), "{text}");
        }
    }
}
