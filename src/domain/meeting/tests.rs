use proptest::prelude::*;

use super::*;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + seconds).unwrap()
}

fn seat(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn lessons() -> Vec<LessonId> {
    ["tela-tocar", "golpe-parente"].map(|id| LessonId(id.to_owned())).to_vec()
}

const CODE_WORD: &str = "4821";

fn meeting(seats: u8) -> Meeting {
    let mut meeting = Meeting::open(lessons(), seats, Language::PtBr, CODE_WORD.to_owned(), at(0));
    meeting.lead(&Order::Lesson(0)).unwrap();
    meeting
}

fn working() -> Standing {
    Standing { step: Some(2), turn: 1, ..Standing::default() }
}

fn hear(meeting: &mut Meeting, who: u128, standing: &Standing, seconds: i64) -> u8 {
    meeting.hear(CODE_WORD, seat(who), standing, at(seconds)).unwrap().0
}

fn lamps(meeting: &Meeting, seconds: i64) -> Vec<Lamp> {
    meeting.seats(at(seconds)).into_iter().map(|seat| seat.lamp).collect()
}

#[test]
fn a_lamp_tells_the_most_urgent_thing_of_a_seat() {
    let mut meeting = meeting(3);
    let lamp = |meeting: &mut Meeting, standing: Standing| {
        assert_eq!(hear(meeting, 1, &standing, 0), 1);
        lamps(meeting, 1)[0]
    };
    assert_eq!(lamp(&mut meeting, working()), Lamp::Working);
    assert_eq!(lamp(&mut meeting, Standing { misses: 1, ..working() }), Lamp::Working);
    assert_eq!(lamp(&mut meeting, Standing { misses: 2, ..working() }), Lamp::Stuck);
    assert_eq!(lamp(&mut meeting, Standing { quiet: 30, ..working() }), Lamp::Stuck);
    assert_eq!(lamp(&mut meeting, Standing { hands: 1, misses: 9, ..working() }), Lamp::Hand);
    let over = Standing { over: true, step: None, quiet: 99, ..working() };
    assert_eq!(lamp(&mut meeting, over.clone()), Lamp::Done);
    assert_eq!(lamps(&meeting, 4)[0], Lamp::Done);
    assert_eq!(lamps(&meeting, 5)[0], Lamp::Away);
    assert_eq!(lamps(&meeting, 0)[1..], [Lamp::Free, Lamp::Free]);
    meeting.lead(&Order::Lesson(1)).unwrap();
    assert_eq!(lamp(&mut meeting, over), Lamp::Working, "that was the lesson before");
}

#[test]
fn nobody_is_lost_while_everybody_waits() {
    let mut meeting = meeting(1);
    meeting.lead(&Order::Pause(true)).unwrap();
    hear(&mut meeting, 1, &Standing { quiet: 600, ..working() }, 0);
    assert!(meeting.wish().paused);
    assert_eq!(lamps(&meeting, 0), [Lamp::Working]);
}

#[test]
fn a_hand_that_was_helped_is_down_until_it_goes_up_anew() {
    let mut meeting = meeting(1);
    let up = |hands| Standing { hands, ..working() };
    hear(&mut meeting, 1, &up(1), 0);
    assert_eq!(lamps(&meeting, 0), [Lamp::Hand]);
    meeting.lead(&Order::Helped(1)).unwrap();
    assert_eq!(lamps(&meeting, 0), [Lamp::Working]);
    hear(&mut meeting, 1, &up(1), 1);
    assert_eq!(lamps(&meeting, 1), [Lamp::Working]);
    hear(&mut meeting, 1, &up(2), 2);
    assert_eq!(lamps(&meeting, 2), [Lamp::Hand]);
}

#[test]
fn a_seat_that_drops_returns_to_its_place_and_a_full_room_takes_nobody() {
    let mut meeting = meeting(2);
    assert_eq!(hear(&mut meeting, 1, &working(), 0), 1);
    assert_eq!(hear(&mut meeting, 2, &working(), 0), 2);
    let hears = |meeting: &mut Meeting, code: &str| {
        meeting.hear(code, seat(3), &working(), at(1)).map(|(number, _)| number)
    };
    assert_eq!(hears(&mut meeting, CODE_WORD), Err(NotTaken::Full));
    assert_eq!(hears(&mut meeting, "4822"), Err(NotTaken::NoMeeting));
    assert_eq!(lamps(&meeting, 60), [Lamp::Away, Lamp::Away]);
    assert_eq!(hear(&mut meeting, 2, &working(), 60), 2, "with its token it has its place");
    meeting.stand_up(seat(1)).unwrap();
    assert_eq!(meeting.stand_up(seat(1)), Err(NotTaken::NoSeat));
    let late = meeting.hear(CODE_WORD, seat(1), &working(), at(60)).map(|(number, _)| number);
    assert_eq!(
        late,
        Err(NotTaken::NoSeat),
        "what was said before it was given up sits nobody down"
    );
    assert_eq!(hears(&mut meeting, CODE_WORD), Ok(1));
    meeting.lead(&Order::Free(2)).unwrap();
    assert_eq!(hear(&mut meeting, 4, &working(), 61), 2);
}

#[test]
fn everyone_to_this_step_is_wanted_once_for_each_time_it_is_said() {
    let mut meeting = meeting(1);
    meeting.lead(&Order::Together(3)).unwrap();
    assert_eq!((meeting.wish().together, meeting.front()), (Some((1, 3)), 3));
    meeting.lead(&Order::Together(3)).unwrap();
    assert_eq!(meeting.wish().together, Some((2, 3)));
    meeting.lead(&Order::Lesson(0)).unwrap();
    assert_eq!((meeting.wish().together, meeting.wish().turn), (None, 2), "it begins again");
    assert_eq!(meeting.front(), 0);
    assert_eq!(meeting.lead(&Order::Lesson(2)), Err(NotTaken::NoLesson));
    assert_eq!(meeting.lead(&Order::Helped(0)), Err(NotTaken::NoSeat));
    assert_eq!(meeting.lead(&Order::Helped(2)), Err(NotTaken::NoSeat));
}

#[test]
fn the_report_counts_seats_and_tells_no_face_of_fewer_than_five() {
    let mut meeting = meeting(20);
    for number in 1..=6 {
        let over = number <= 4;
        let standing = Standing { over, step: (!over).then_some(2), ..working() };
        hear(&mut meeting, number, &standing, 0);
    }
    meeting.lead(&Order::Present(9, true)).unwrap();
    meeting.lead(&Order::OnOwnPhone(1, true)).unwrap();
    meeting.lead(&Order::Faces).unwrap();
    let chose = |face| Standing { face: Some(face), ..Standing::default() };
    for number in 1..=4 {
        hear(&mut meeting, number, &chose(5), 9);
    }
    let report = meeting.report();
    assert_eq!((report.people, report.on_own_phone, report.faces), (7, 1, None));
    assert_eq!((report.lessons[0].present(), report.lessons[0].ended()), (7, 4));
    assert_eq!(report.lessons[0].seats[3..6], [Some(true), Some(false), Some(false)]);
    assert_eq!(report.lessons[1].present(), 0);
    hear(&mut meeting, 5, &chose(2), 9);
    assert_eq!(meeting.report().faces, Some([0, 1, 0, 0, 4]));
    meeting.lead(&Order::Present(9, false)).unwrap();
    assert_eq!(meeting.report().people, 6);
}

proptest! {
    #[test]
    fn no_two_people_have_one_seat_and_no_more_sit_than_there_are(
        seats in 1u8..=20,
        comes in prop::collection::vec((1u128..40, any::<bool>()), 0..120),
    ) {
        let mut meeting = meeting(seats);
        let mut sitting: BTreeMap<Uuid, u8> = BTreeMap::new();
        let mut gone = BTreeSet::new();
        for (who, stays) in comes {
            let token = seat(who);
            if stays {
                match meeting.hear(CODE_WORD, token, &working(), at(0)).map(|(number, _)| number) {
                    Ok(number) => {
                        prop_assert!(!gone.contains(&token));
                        let alone = |(other, taken): (&Uuid, &u8)| *taken != number || *other == token;
                        prop_assert!(sitting.iter().all(alone));
                        sitting.insert(token, number);
                    }
                    Err(NotTaken::NoSeat) => prop_assert!(gone.contains(&token)),
                    Err(told) => {
                        prop_assert_eq!(told, NotTaken::Full);
                        prop_assert_eq!(sitting.len(), usize::from(seats));
                    }
                }
            } else {
                let was = sitting.remove(&token).is_some();
                prop_assert_eq!(meeting.stand_up(token).is_ok(), was);
                if was {
                    gone.insert(token);
                }
            }
        }
        let free = lamps(&meeting, 0).iter().filter(|lamp| **lamp == Lamp::Free).count();
        prop_assert_eq!(free, usize::from(seats) - sitting.len());
    }
}

#[test]
fn an_order_is_written_and_read_alike() {
    let orders = [
        Order::Lesson(3),
        Order::Help(Rung::Alone),
        Order::Pause(true),
        Order::ErrorFree(false),
        Order::Pairs(true),
        Order::Together(0),
        Order::Helped(7),
        Order::OnOwnPhone(7, true),
        Order::Present(7, false),
        Order::Free(7),
        Order::Faces,
        Order::End(true),
    ];
    for order in orders {
        assert_eq!(order.to_string().parse(), Ok(order));
    }
    for nonsense in ["", "faces:1", "lesson:", "lesson:-1", "help:", "pause:yes", "helped:300"] {
        assert_eq!(nonsense.parse::<Order>(), Err(UnknownOrder), "{nonsense}");
    }
}

#[test]
fn a_meeting_that_has_ended_hears_nobody_and_still_tells() {
    let mut meeting = meeting(2);
    hear(&mut meeting, 1, &working(), 0);
    meeting.lead(&Order::End(true)).unwrap();
    let heard = meeting.hear(CODE_WORD, seat(1), &working(), at(1)).map(|(number, _)| number);
    assert_eq!(heard, Err(NotTaken::NoMeeting));
    assert_eq!(meeting.report().people, 1);
    meeting.lead(&Order::End(false)).unwrap();
    assert_eq!(hear(&mut meeting, 1, &working(), 2), 1, "it was not meant so");
}
