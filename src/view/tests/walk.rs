//! Real cities, in which anything happens in any order.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::*;
use crate::domain::finder::Finder;
use crate::domain::sample::walk::{Walker, moves};

#[test]
fn whatever_happens_in_a_real_city_the_screen_is_whole_and_names_nothing_private() {
    let reader = Reader::new();
    let cases = if std::env::var_os("ACOLHE_FULL").is_some() { 300 } else { 12 };
    for city in &cities() {
        let finder = Finder::new(city);
        let config = Config { cases, failure_persistence: None, ..Config::default() };
        TestRunner::new(config)
            .run(&moves(city, 80), |moves| {
                let mut walker = Walker::new(city, &finder);
                for happens in &moves {
                    walker.go(happens);
                    let view = reader.view(&walker.visit, city, walker.devices);
                    reader.is_whole(&walker.visit, city, &walker.devices, &view);
                    if !walker.devices.headphones {
                        names_no_private_service(&walker.visit, city, &view);
                    }
                    prop_assert_eq!(view.protocol.is_some(), walker.visit.filed.is_some());
                }
                Ok(())
            })
            .unwrap();
    }
}
