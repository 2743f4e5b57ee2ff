//! Papers that say who a person is: whether their digits add up.
//!
//! Nothing here refuses anybody: a number that does not add up is asked about once and then taken.

/// The person's own number: CPF in Brazil, CNP in Romania.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DocumentKind {
    /// Cadastro de Pessoas Físicas: eleven digits, the last two check digits modulo 11.
    Cpf,
    /// Cod Numeric Personal: thirteen digits, the last a check digit modulo 11.
    Cnp,
}

impl DocumentKind {
    /// How many digits it has.
    #[must_use]
    pub fn length(self) -> usize {
        match self {
            Self::Cpf => 11,
            Self::Cnp => 13,
        }
    }

    /// Whether the digits in `text` (separators allowed) add up.
    #[must_use]
    pub fn adds_up(self, text: &str) -> bool {
        let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
        if digits.len() != self.length() || digits.windows(2).all(|pair| pair[0] == pair[1]) {
            return false;
        }
        match self {
            Self::Cpf => {
                cpf_check(&digits[..9]) == digits[9] && cpf_check(&digits[..10]) == digits[10]
            }
            Self::Cnp => cnp_check(&digits[..12]) == digits[12],
        }
    }
}

/// Weights run down to 2; a remainder of 10 counts as 0.
fn cpf_check(digits: &[u32]) -> u32 {
    let sum: u32 = digits.iter().rev().zip(2..).map(|(digit, weight)| digit * weight).sum();
    sum * 10 % 11 % 10
}

/// Weights 2 7 9 1 4 6 3 5 8 2 7 9; a remainder of 10 counts as 1.
fn cnp_check(digits: &[u32]) -> u32 {
    const WEIGHTS: [u32; 12] = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    match sum % 11 {
        10 => 1,
        remainder => remainder,
    }
}

#[cfg(test)]
mod tests {
    use super::DocumentKind::{Cnp, Cpf};

    #[test]
    fn published_examples_add_up_and_one_wrong_digit_does_not() {
        assert!(Cpf.adds_up("529.982.247-25"));
        assert!(!Cpf.adds_up("529.982.247-24"));
        assert!(!Cpf.adds_up("111.111.111-11"));
        assert!(!Cpf.adds_up(""));
        assert!(Cnp.adds_up("1800101221144"));
        assert!(!Cnp.adds_up("1800101221145"));
    }
}
