//! Larger targets for hands that tremble, and reading on by keys.

use super::*;
use crate::domain::panel::Panel;

const UPRIGHT: Panel = Panel { width: 268, height: 476, distance: 500 };

#[test]
fn steady_hands_get_fewer_choices_on_a_page_until_the_visit_ends() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    walker.devices.panel = Some(UPRIGHT);
    let choices = |walker: &Walker<'_>| {
        let offer = offer(&walker.visit, walker.city, &walker.devices);
        offer.on_page(0).iter().filter(|action| offer.choices.contains(action)).count()
    };
    let usual = choices(&walker);
    walker.choose(&"hands:steady".parse().unwrap());
    assert!(choices(&walker) <= usual.div_ceil(2), "of {usual}");
    walker.choose(&Action::Help);
    walker.choose(&Action::LeaveFast);
    assert_eq!(choices(&walker), usual);
}

#[test]
fn what_has_no_room_in_the_voice_card_is_read_on_by_keys_too() {
    let city = sample::city();
    let finder = Finder::new(&city);
    let mut walker = Walker::new(&city, &finder);
    let focusable =
        |walker: &Walker<'_>| offer(&walker.visit, walker.city, &walker.devices).focusable(0);
    assert!(!focusable(&walker).contains(&"read-on".to_owned()), "everything has room");
    walker.devices.read_on = Some(2);
    assert!(focusable(&walker).contains(&"read-on".to_owned()));
    assert_eq!(walker.choose(&Action::ReadOn), [Effect::SpeakFrom(2)]);
}
