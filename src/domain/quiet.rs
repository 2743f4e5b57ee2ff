//! What a person said never stands in `Debug` output, from where it would get into logs.

/// Gives types a `Debug` that tells their name and nothing of what they hold.
macro_rules! quiet_debug {
    ($($name:ident),+ $(,)?) => {
        $(
            impl std::fmt::Debug for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(concat!(stringify!($name), "(…)"))
                }
            }
        )+
    };
}

pub(crate) use quiet_debug;

#[cfg(test)]
mod tests {
    use crate::domain::city::Language;
    use crate::domain::event::{Event, Intent};
    use crate::domain::receipt::{Block, Slip};
    use crate::domain::request::Draft;
    use crate::domain::visit::{Details, Visit};

    #[test]
    fn what_a_person_said_is_not_in_debug_output() {
        let said = || "Planted".to_owned();
        let mut visit = Visit::new(Language::En, jiff::Timestamp::UNIX_EPOCH);
        visit.typed = vec![("name".to_owned(), said())];
        visit.draft = Draft { name: said(), description: said(), ..Draft::default() };
        let typed = Intent::Type { field: "name".to_owned(), text: said() };
        let slip = Slip { blocks: vec![Block::Line(said())] };
        let details = Details { answer: said(), ..Details::default() };
        let scan = Event::Intent(Intent::Scan(said()));
        let told = format!("{visit:?} {typed:?} {slip:?} {details:?} {scan:?} {:?}", visit.draft);
        assert!(!told.contains("Planted"), "{told}");
    }
}
