//! `authors.toml` of a city.

use acolhe::content::packs::SecretKey;

use super::Tiny;

fn with_authors(text: &str) -> Tiny {
    let tiny = Tiny::new();
    std::fs::write(tiny.path("authors.toml"), text).expect("writable");
    tiny
}

fn author(key: &str) -> String {
    format!("[[author]]\nname = \"An NGO\"\nkey = \"{}\"\n", key.trim())
}

#[test]
fn a_city_says_whose_packs_of_lessons_it_takes() {
    let key = SecretKey::make().expect("randomness");
    let city = with_authors(&author(&key.public_text())).load().expect("a whole city");
    assert_eq!(city.authors[0].name, "An NGO");
    assert_eq!(city.authors[0].key, key.public());
    assert!(Tiny::new().load().expect("a whole city").authors.is_empty());
}

#[test]
fn a_key_that_is_none_is_told_and_a_secret_one_above_all() {
    let key = SecretKey::make().expect("randomness");
    let tells = |text: &str, expected: &[&str]| with_authors(text).tells(expected);
    let secret = "authors.toml:3: this is a secret key. Take it out, and tell who made it";
    tells(&author(&key.text()), &[secret]);
    tells(&author("ssh-ed25519"), &["authors.toml:3: this is no public key. Copy what"]);
    let twice = [author(&key.public_text()), author(&key.public_text())].concat();
    tells(&twice, &["authors.toml:6: this key stands twice. Take one out"]);
    tells("[[author]]\nname = \"An NGO\"\n", &["authors.toml:1: author.key is missing. Add key"]);
    tells("", &["authors.toml:1: author is missing. Add [[author]]"]);
}
