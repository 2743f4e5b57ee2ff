//! The cities that ship are without faults, and their words are easy to read.

use std::path::Path;

use acolhe::content;

#[track_caller]
fn is_without_faults(name: &str) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("cities").join(name);
    assert_eq!(content::check(&[dir], None).to_string(), "");
}

#[test]
fn vila_serena_has_no_faults() {
    is_without_faults("vila-serena");
}

#[test]
fn valea_lina_has_no_faults() {
    is_without_faults("valea-lina");
}
