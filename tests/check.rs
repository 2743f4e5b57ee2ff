//! What `acolhe check` tells about words: in cities and in locales.

use std::path::Path;

use acolhe::content;

/// Files of a folder, each with its text.
type Files<'a> = &'a [(&'a str, &'a str)];

/// A folder with some files; it is removed when it is dropped.
fn folder(files: Files<'_>) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("temporary folder");
    for (name, text) in files {
        let path = dir.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        std::fs::write(path, text).expect("writable");
    }
    dir
}

fn told(faults: &content::Faults, dir: &Path) -> Vec<String> {
    let prefix = format!("{}/", dir.display());
    faults.list().iter().map(|fault| fault.to_string().replace(&prefix, "")).collect()
}

/// A folder of locales tells exactly these faults.
#[track_caller]
fn locales_tell(files: Files<'_>, expected: &[&str]) {
    // How words are said has tests of its own.
    let said = ["pt-BR", "ro", "en"].map(|tag| format!("{tag}/pronunciation.toml"));
    let files: Vec<(&str, &str)> =
        files.iter().copied().chain(said.iter().map(|file| (file.as_str(), ""))).collect();
    let dir = folder(&files);
    // So have the languages themselves.
    for tag in ["pt-BR", "ro", "en"] {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(tag);
        for file in ["language.toml", "plain.toml"] {
            std::fs::copy(own.join(file), dir.path().join(tag).join(file)).expect("writable");
        }
    }
    let faults = content::check(&[], Some(dir.path()));
    assert_eq!(told(&faults, dir.path()), expected);
}

/// The words of a city (not a whole one: faults of other files are left out) tell these faults.
#[track_caller]
fn words_tell(file: &str, text: &str, expected: &[&str]) {
    let dir = folder(&[(file, text)]);
    let faults = content::check(&[dir.path().to_owned()], None);
    let told = told(&faults, dir.path());
    let of_file: Vec<&String> = told.iter().filter(|fault| fault.starts_with(file)).collect();
    assert_eq!(of_file, expected);
}

#[test]
fn locales_that_agree_have_no_faults() {
    locales_tell(
        &[
            (
                "pt-BR/a.ftl",
                "hi = Oi, { $name }!\n    .spoken = Oi, querida { $name }\nn = { $count ->\n    [one] Um\n   *[other] { NUMBER($count) } pedidos\n }\n-city = A cidade\n",
            ),
            (
                "ro/a.ftl",
                "hi = Bună, { $name }!\nn = { $count ->\n    [one] Una\n   *[other] { $count } cereri\n }\n",
            ),
            ("en/b.ftl", "n = { $count } requests\nhi =\n    Hello,\n    { $name }!\n"),
        ],
        &[],
    );
}

#[test]
fn locales_tell_syntax_gaps_variables_and_doubles_with_their_lines() {
    locales_tell(
        &[
            (
                "pt-BR/a.ftl",
                "hi = Oi\nbye = Tchau\nbad = { $x\nwho = { $name }\n    .hint = Nome\n",
            ),
            ("ro/a.ftl", "hi = Bună\n\nwho = { $nume }\n    .hint = Nume\nbye = Pa\n"),
            ("en/a.ftl", "hi = Hi\nwho = { $name }\nhi = Hello\nbye = Bye\n"),
        ],
        &[
            "en/a.ftl:1: the message who.hint is missing. Add it as in pt-BR/a.ftl",
            "en/a.ftl:3: the message hi stands twice. Take one out",
            "pt-BR/a.ftl:4: this is not Fluent: Expected a token starting with \"}\". Repair this message",
            "ro/a.ftl:3: who uses $nume in ro and $name in pt-BR. Use the same variables",
        ],
    );
}

#[test]
fn locales_are_written_plainly() {
    let long = "a = um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis { $n }\n";
    locales_tell(
        &[
            ("pt-BR/a.ftl", &format!("{long}b = Um  dois\nc = {{ \"\" }}\n")),
            ("ro/a.ftl", "a = { $n }\nb = { $n ->\n    [one] oraş\n   *[other] orașe\n }\nc = C\n"),
            ("en/a.ftl", "a = { $n }\nb = B\nc = C\n"),
        ],
        &[
            "pt-BR/a.ftl:1: the sentence \"um dois três …\" has 17 words. Make two of it: 12 words are enough",
            "pt-BR/a.ftl:2: the text holds two spaces in a row. Take one out",
            "pt-BR/a.ftl:3: the message is empty. Write a text",
            "ro/a.ftl:2: b uses $n in ro and no variable in pt-BR. Use the same variables",
            "ro/a.ftl:2: ş has a cedilla. Write ș and ț with a comma below",
        ],
    );
}

#[test]
fn a_citys_words_are_written_plainly() {
    words_tell(
        "words/ro/services.toml",
        "[ILU-01]\nname = \"Bec stins\"\nline = \"Primăria schimbă becul. În tot oraşul.\"\nkeywords = [\n  \"bec\",\n  \"ţurţuri  de gheață\",\n]\n",
        &[
            "words/ro/services.toml:3: ş has a cedilla. Write ș and ț with a comma below",
            "words/ro/services.toml:6: the text holds two spaces in a row. Take one out",
            "words/ro/services.toml:6: ţ has a cedilla. Write ș and ț with a comma below",
        ],
    );
    words_tell(
        "emergencies.toml",
        "[fire]\nphone = \"193\"\nname.pt-BR = \"Bombei\\u0007ros\"\nname.ro = \"Maşina\"\nphrases.pt-BR = [\"a b c d e f g h i j k l m n o p q r\"]\n",
        &[
            "emergencies.toml:3: the text holds a control character. Take it out",
            "emergencies.toml:4: ş has a cedilla. Write ș and ț with a comma below",
        ],
    );
    words_tell(
        "words/pt-BR/city.toml",
        "privacy = \"Só quem cuida do seu pedido vê os seus dados e mais ninguém na cidade os vê.\"\n",
        &[
            "words/pt-BR/city.toml:1: the sentence \"Só quem cuida …\" has 17 words. Make two of it: 12 words are enough",
        ],
    );
}

#[test]
fn lines_that_are_hard_as_a_whole_are_told_for_the_file() {
    words_tell(
        "words/pt-BR/services.toml",
        "[ILU-01]\nline = \"Trocamos imediatamente aparelhos quebrados.\"\nway = \"Procure atendimento presencial especializado. Apresente documentos originais atualizados. Aguarde atendimento individual posteriormente.\"\n",
        &[
            "words/pt-BR/services.toml:1: the Flesch index of these sentences is -109, below 75. Use shorter words and sentences",
        ],
    );
    words_tell(
        "words/ro/services.toml",
        "[ILU-01]\nline = \"Reparăm aparatele stricate imediat.\"\nway = \"Veniți personal dimineața devreme. Aduceți documentele originale valabile. Așteptați răspunsul nostru definitiv.\"\n",
        &[
            "words/ro/services.toml:1: the LIX of these sentences is 92, above 42. Use shorter words and sentences",
        ],
    );
}

#[test]
fn words_of_offices_are_told_with_what_one_says_and_a_city_may_allow_one() {
    locales_tell(
        &[
            ("pt-BR/a.ftl", "a = Solicitações no logradouro\n"),
            ("ro/a.ftl", "a = Solicitarea a fost soluționată\n"),
            ("en/a.ftl", "a = Prior to this we commenced\n"),
        ],
        &[
            "en/a.ftl:1: \"commence\" is a word of offices. Say \"start\", or what one would say at home",
            "en/a.ftl:1: \"prior to\" is a word of offices. Say \"before\", or what one would say at home",
            "pt-BR/a.ftl:1: \"logradouro\" is a word of offices. Say \"rua\", or what one would say at home",
            "pt-BR/a.ftl:1: \"solicitação\" is a word of offices. Say \"pedido\", or what one would say at home",
            "ro/a.ftl:1: \"solicitare\" is a word of offices. Say \"cerere\", or what one would say at home",
            "ro/a.ftl:1: \"soluționare\" is a word of offices. Say \"rezolvare\", or what one would say at home",
        ],
    );
    let dir = folder(&[
        ("words/en/plain.toml", "allowed = [\"notify\"]\n[instead]\ngizmo = \"lamp\"\n"),
        ("words/en/city.toml", "privacy = \"We notify you of each gizmo.\"\n"),
    ]);
    let faults = content::check(&[dir.path().to_owned()], None);
    let told = told(&faults, dir.path());
    let of_words: Vec<&String> = told.iter().filter(|fault| fault.contains("offices")).collect();
    assert_eq!(
        of_words,
        [
            "words/en/city.toml:1: \"gizmo\" is a word of offices. Say \"lamp\", or what one would say at home"
        ]
    );
}

#[test]
fn a_voice_that_says_less_than_the_screen_shows_is_told() {
    let line = "a = { $name } em { $place }\n    .spoken = { $name }\n";
    locales_tell(
        &[("pt-BR/a.ftl", line), ("ro/a.ftl", line), ("en/a.ftl", line)],
        &[
            "en/a.ftl:2: a.spoken says less than a shows: $place. Say it as well",
            "pt-BR/a.ftl:2: a.spoken says less than a shows: $place. Say it as well",
            "ro/a.ftl:2: a.spoken says less than a shows: $place. Say it as well",
        ],
    );
}

#[test]
fn a_screen_that_is_hard_to_read_is_told_by_its_line() {
    let hard = "Procure atendimento presencial especializado. Apresente documentos originais atualizados. ";
    let screen = format!("b = {}\na = {hard}\n    .say = {hard}Aguarde.\n", "{ $n }");
    let dir = folder(&[("pt-BR/a.ftl", &screen)]);
    let told = told(&content::check(&[], Some(dir.path())), dir.path());
    assert!(
        told.iter().any(|fault| fault.starts_with("pt-BR/a.ftl:2: the Flesch index")),
        "{told:?}"
    );
}
