use proptest::prelude::*;

use super::*;

fn rule(written: &str, spoken: &str, place: Place) -> Rule {
    Rule { written: written.to_owned(), spoken: spoken.to_owned(), place }
}

fn counted(one: &str, few: Option<&str>, many: &str) -> Counted {
    Counted {
        exact: BTreeMap::new(),
        one: Some(one.to_owned()),
        few: few.map(str::to_owned),
        many: many.to_owned(),
    }
}

/// Words of a language that tests can read: Portuguese, more or less.
fn sample() -> Pronunciation {
    let mut sample = Pronunciation::new(Language::PtBr);
    sample.add([
        rule("CPF", "C P F", Place::Anywhere),
        rule("s/n", "sem número", Place::Anywhere),
        rule("2ª", "segunda", Place::Anywhere),
        rule("Sto.", "Santo", Place::Anywhere),
        rule("R.", "Rua", Place::BeforeName),
        rule("Av.", "Avenida", Place::BeforeName),
        rule("nº", "número", Place::BeforeNumber),
        rule("ap.", "apartamento", Place::BeforeNumber),
        rule("km", "quilômetros", Place::AfterNumber),
    ]);
    sample.separators = Separators { thousands: Some('.'), decimal: Some(',') };
    sample.clock = Some(Clock {
        signs: ":h".to_owned(),
        hours: counted("uma hora", None, "{n} horas"),
        minutes: counted("{n}", None, "{n}"),
        full: None,
        both: "{hours} e {minutes}".to_owned(),
        until: "até".to_owned(),
    });
    sample.calendar = Some(Calendar {
        days: Counted { exact: [(1, "primeiro".to_owned())].into(), ..counted("", None, "{n}") },
        months: (1..=12).map(|month| format!("mês{month}")).collect(),
        date: "{day} de {month} de {year}".to_owned(),
    });
    sample.money = vec![Money {
        signs: vec!["R$".to_owned(), "reais".to_owned()],
        whole: counted("{n} real", None, "{n} reais"),
        cents: counted("{n} centavo", None, "{n} centavos"),
        both: "{whole} e {cents}".to_owned(),
        scales: [("milhões".to_owned(), "{n} milhões de reais".to_owned())].into(),
    }];
    sample
}

#[track_caller]
fn said(cases: &[(&str, &str)]) {
    let sample = sample();
    for (written, spoken) in cases {
        assert_eq!(sample.say(written), *spoken, "{written}");
    }
}

#[test]
fn words_are_said_where_they_stand_alone() {
    said(&[
        ("Qual é o seu CPF?", "Qual é o seu C P F?"),
        ("CPF.", "C P F."),
        ("CPFs e ACPF", "CPFs e ACPF"),
        ("cpf", "cpf"),
        ("Rua Sto. Antônio", "Rua Santo Antônio"),
        ("sto. Antônio", "Santo Antônio"),
        ("Rua A, s/n", "Rua A, sem número"),
        ("A 2ª via", "A segunda via"),
        ("A 12ª via", "A 12ª via"),
        ("o item 1.2ª", "o item 1.2ª"),
    ]);
}

#[test]
fn an_address_is_said_whole_and_an_initial_stays_one() {
    said(&[
        ("R. das Flores, nº 12", "Rua das Flores, número 12"),
        ("Onde: R. XV de Novembro", "Onde: Rua XV de Novembro"),
        ("Na R. do Sol", "Na Rua do Sol"),
        ("fica na R. 7 de Setembro", "fica na Rua 7 de Setembro"),
        ("Maria R. Silva", "Maria R. Silva"),
        ("Letra R. Depois", "Letra R. Depois"),
        ("Av. Brasil, nº1.250, ap. 3", "Avenida Brasil, número 1250, apartamento 3"),
        ("Moro na Av.", "Moro na Av."),
        ("Não é nº algum", "Não é nº algum"),
        ("Fica a 12 km daqui, km a km", "Fica a 12 quilômetros daqui, km a km"),
        ("a 12km daqui", "a 12 quilômetros daqui"),
    ]);
}

#[test]
fn a_word_is_not_said_twice_and_an_end_stays_an_end() {
    let mut sample = sample();
    sample.add([
        rule("etc.", "etcétera", Place::Anywhere),
        rule("tel.", "o telefone", Place::Anywhere),
    ]);
    assert_eq!(sample.say("Casa, rua etc."), "Casa, rua etcétera.");
    assert_eq!(sample.say("número nº 5"), "número 5");
    assert_eq!(sample.say("Ligue o tel. dele"), "Ligue o telefone dele");
}

#[test]
fn a_later_rule_and_a_longer_one_come_first() {
    let mut sample = sample();
    sample
        .add([rule("CPF", "cepeéfe", Place::Anywhere), rule("CPF novo", "outro", Place::Anywhere)]);
    assert_eq!(sample.say("CPF"), "cepeéfe");
    assert_eq!(sample.say("Um CPF novo"), "Um outro");
}

#[test]
fn hours() {
    said(&[
        ("às 14:30", "às 14 horas e 30"),
        ("às 9h05.", "às 9 horas e 5."),
        ("14h", "14 horas"),
        ("1:00", "uma hora"),
        ("07:30-18:00", "7 horas e 30 até 18 horas"),
        ("8h – 12h", "8 horas até 12 horas"),
        ("25:10 e 14:75", "25:10 e 14:75"),
        ("14:30:10", "14:30:10"),
        ("3 horas", "3 horas"),
        ("14hs", "14hs"),
    ]);
}

#[test]
fn days() {
    said(&[
        ("22/12/2026", "22 de mês12 de 2026"),
        ("até 01.5.2026.", "até primeiro de mês5 de 2026."),
        ("2026-12-22", "22 de mês12 de 2026"),
        ("metade é 1/2", "metade é 1/2"),
        // No day, whatever it is: figure by figure.
        ("32/12/2026", "3 2, 1 2, 2 0 2 6"),
        ("22/13/2026", "2 2, 1 3, 2 0 2 6"),
    ]);
}

#[test]
fn sums() {
    said(&[
        ("R$ 12,50", "12 reais e 50 centavos"),
        ("R$1,00", "1 real"),
        ("custa R$ 0,05.", "custa 5 centavos."),
        ("R$ 1.250,00", "1250 reais"),
        ("12,50 reais", "12 reais e 50 centavos"),
        ("3 reais", "3 reais"),
        ("R$ 2 milhões", "2 milhões de reais"),
        ("R$ 2,5 milhões", "2,5 milhões de reais"),
        ("R$ 2,5", "R$ 2,5"),
        ("R$ muitos", "R$ muitos"),
        ("12,5 reais", "12,5 reais"),
        ("US$ 5", "US$ 5"),
        ("reaisx 5", "reaisx 5"),
    ]);
}

#[test]
fn telephones_and_long_numbers_are_said_figure_by_figure() {
    said(&[
        ("(21) 3333-0101", "2 1, 3 3 3 3, 0 1 0 1"),
        ("Ligue 0800 000 330.", "Ligue 0 8 0 0, 0 0 0, 3 3 0."),
        ("+55 21 98888-7777", "5 5, 2 1, 9 8 8 8 8, 7 7 7 7"),
        ("3333-0101", "3 3 3 3, 0 1 0 1"),
        ("123.456.789-09", "1 2 3, 4 5 6, 7 8 9, 0 9"),
        ("2026.0014.00012-55", "2 0 2 6, 0 0 1 4, 0 0 0 1 2, 5 5"),
        ("12345678", "1 2 3, 4 5 6, 7 8"),
        ("2 0 2 6, 0 0 1 4", "2 0 2 6, 0 0 1 4"),
        ("0 8 0 0, 0 0 0, 3 3 0", "0 8 0 0, 0 0 0, 3 3 0"),
        ("2024-2026", "2024-2026"),
        ("(12) casas (de 3)", "(12) casas (de 3)"),
        ("190", "190"),
    ]);
}

#[test]
fn numbers() {
    said(&[
        ("1.250", "1250"),
        ("1.250.000 casas", "1250000 casas"),
        ("0.250 e 1.25", "0.250 e 1.25"),
        ("Rua A, 120A", "Rua A, 120 A"),
        ("120AB, A12, 15 algarismos.", "120AB, A12, 15 algarismos."),
        ("3,5 e 1, 2, 3.", "3,5 e 1, 2, 3."),
    ]);
}

#[test]
fn romanian_counts_few_and_many() {
    let lei = counted("un leu", Some("{n} lei"), "{n} de lei");
    let say = |number| lei.say(Language::Ro, number);
    assert_eq!([1, 2, 19, 20].map(say), ["un leu", "2 lei", "19 lei", "20 de lei"]);
    assert_eq!(
        [0, 100, 101, 119, 120].map(say),
        ["0 lei", "100 de lei", "101 lei", "119 lei", "120 de lei"]
    );
}

#[test]
fn what_would_fall_silent_is_said_as_it_is_written() {
    let mut sample = Pronunciation::new(Language::En);
    sample.add([rule("quiet", "…", Place::Anywhere)]);
    assert_eq!(sample.say("quiet"), "quiet");
    assert_eq!(Pronunciations::default().say(Language::En, "As it is."), "As it is.");
}

proptest! {
    #[test]
    fn no_sentence_falls_silent_and_none_is_a_panic(text in "\\PC{0,60}") {
        let spoken = sample().say(&text);
        prop_assert_eq!(
            spoken.contains(char::is_alphanumeric),
            text.contains(char::is_alphanumeric)
        );
    }

    #[test]
    fn figures_of_any_kind_are_no_panic(text in "[0-9R$ ()+.,:/hkmA-]{0,24}") {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let spoken = sample().say(&text);
        prop_assert!(digits(&text) == 0 || spoken.contains(char::is_alphanumeric));
    }

    #[test]
    fn plain_words_stay_as_they_are(text in "[a-zãçéô ,;!?]{0,60}") {
        let once = sample().say(&text);
        prop_assert_eq!(&once, &text);
    }
}
