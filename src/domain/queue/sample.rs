//! Rules of a queue for tests: four classes, of which the last is everybody's.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{
    AfterMissed, AppointmentRule, Class, ClassCode, Order, Patience, QueueRules, Series, Shares,
    Source, Usual, WaitRule, Wish,
};
use crate::domain::city::ServiceCode;

/// The codes of the classes, the first rank first.
pub const CLASSES: [&str; 4] = ["OLD", "LAW", "DONOR", "ALL"];

/// The codes of the services that tests wish for.
pub const SERVICES: [&str; 3] = ["TRI-01", "SOC-02", "TRA-07"];

/// Appointments come after donors; two who come first, then one other; an hour's head start.
#[must_use]
pub fn rules(order: Order) -> QueueRules {
    let class = |(index, code): (usize, &str)| Class {
        code: ClassCode(code.to_owned()),
        rank: [1, 2, 3, 9][index],
        source: if code == "ALL" { Source::Everyone } else { Source::Law(format!("Law {code}")) },
        proof: code == "DONOR",
        head_start: [60, 40, 20, 0][index],
        icons: Vec::new(),
        words: BTreeMap::new(),
    };
    QueueRules {
        order,
        shares: Shares { first: 2, other: 1 },
        classes: CLASSES.into_iter().enumerate().map(class).collect(),
        appointments: AppointmentRule { after_rank: 3, early: 5, late: 15, head_start: 30 },
        series: Series { letters: vec!['A', 'R', 'L'], before_opening: 30 },
        patience: Patience {
            calls: 3,
            missed_after: 45,
            after_missed: AfterMissed::KeepsPlace,
            returns: 1,
            out: 30,
        },
        wait: WaitRule {
            promise: 80,
            usual: Usual { quick: 4, typical: 8, long: 20 },
            services: BTreeMap::new(),
        },
        desks: BTreeMap::new(),
        other: None,
        keep_days: 60,
    }
}

/// A moment so many seconds after eight in the morning.
///
/// # Panics
/// In a few thousand years.
#[must_use]
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_417_200 + second).unwrap()
}

/// A wish by the indexes of service and class.
#[must_use]
pub fn wish(service: usize, class: usize) -> Wish {
    Wish {
        service: ServiceCode(SERVICES[service].to_owned()),
        class: Some(ClassCode(CLASSES[class].to_owned())),
        appointment: None,
    }
}
