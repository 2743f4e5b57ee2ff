//! Packs of lessons, and why one is not taught.

use crate::content::lessons;
use crate::content::packs::{Judge, Refusal, Shelf, Standing, Taught};
use crate::locale::Locales;

use super::Patient;
use super::finding::{Finding, count, first, kinds};

kinds! {
    WELL = Well, "lessons-pack", "A pack of lessons is taught", "";
    EXPIRED = LookAtIt, "lessons-pack-expired", "The last day of a pack is over: its lessons are not taught",
        "Take a newer one with `acolhe lesson add FILE`, or run `acolhe lesson remove PACK`";
    REFUSED = LookAtIt, "lessons-pack-refused", "A pack of lessons is not as it must be, and is not taught",
        "Get it again from who made it, or run `acolhe lesson remove PACK`";
}

/// How many lessons are named.
const FEW: usize = 6;

/// A station without packs has nothing to tell.
pub(super) fn examine(patient: &Patient) -> Vec<Finding> {
    let (Some(setup), Some(data), Ok(city)) = (&patient.setup, &patient.data, &patient.city) else {
        return Vec::new();
    };
    let folder = setup.assets.join("lessons");
    let Ok(locales) = Locales::load(&setup.assets.join("locales")) else { return Vec::new() };
    let mut taught = Taught::own(lessons::load(&folder).unwrap_or_default(), locales);
    let day = patient.now.to_zoned(city.timezone.clone()).date();
    let standing = Shelf::of(data).teach(&mut taught, &Judge::of(city, &folder), day);
    standing.iter().map(finding).collect()
}

fn finding(pack: &Standing) -> Finding {
    let tried = format!("Read the pack {}", pack.name);
    match &pack.taught {
        Ok(lessons) => {
            let until = pack.told.as_ref().map(|(manifest, _)| manifest.expires);
            let until = until.map(|day| format!("until {day}: ")).unwrap_or_default();
            let lessons =
                format!("{}: {}", count(lessons.len(), "lesson", "lessons"), first(lessons, FEW));
            Finding::new(&WELL, tried, format!("{until}{lessons}"))
        }
        Err(refusal) => {
            let kind = if matches!(refusal, Refusal::Expired(_)) { &EXPIRED } else { &REFUSED };
            Finding::new(kind, tried, refusal.to_string()).naming("PACK", &pack.name)
        }
    }
}
