//! What a room sees and hears, whatever its hub does.

use std::sync::mpsc::channel;
use std::time::Duration;

use acolhe::app::waiting_room::Panel;
use acolhe::edge::calls::{Calls, Untold};
use serde_json::json;
use wiremock::ResponseTemplate;

use crate::hub::{FakeHub, START, answer, called, in_portuguese, row};
use crate::support::PATIENCE;

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// What stands large, and the others.
fn shown(panel: &Panel) -> (Option<String>, Vec<String>) {
    let view = panel.view();
    let others = view.others.into_iter().map(|call| call.number).collect();
    (view.large.map(|call| format!("{} {}", call.number, call.desk)), others)
}

#[test]
fn who_is_called_stands_large_and_is_said_in_every_language() {
    let hub = FakeHub::start();
    let mut panel = hub.panel();
    assert!(panel.wait(Duration::ZERO).is_empty());
    let nobody = panel.view();
    assert_eq!((nobody.branch.as_str(), nobody.time.as_str()), ("Atendimento Centro", "10h05"));
    assert_eq!(nobody.nobody.len(), 3);
    hub.calls(&[called(1, "A07", 3)]);
    let said = panel.wait(seconds(1));
    let said: Vec<_> = said.iter().map(|it| (it.language.tag(), it.text.as_str())).collect();
    assert_eq!(
        said,
        [
            ("pt-BR", "Senha A, 0 7, Guichê 3."),
            ("en", "Ticket A, 0 7, Desk 3."),
            ("ro", "Bonul A, 0 7, Ghișeul 3."),
        ]
    );
    assert_eq!(shown(&panel).0.as_deref(), Some("A07 3"));
    assert!(panel.view().lit);
    assert!(panel.wait(seconds(60)).is_empty(), "once");
    assert!(!panel.view().lit);
}

#[test]
fn several_at_once_come_one_after_the_other_and_a_repeat_comes_again() {
    let hub = FakeHub::start();
    let mut panel = hub.panel();
    panel.wait(seconds(1));
    hub.calls(&[called(3, "A09", 2), called(2, "A08", 1), called(1, "A07", 3)]);
    let said = panel.wait(seconds(1));
    assert_eq!(in_portuguese(&said), ["Senha A, 0 7, Guichê 3."]);
    assert_eq!(shown(&panel).1, ["A09", "A08"], "who waits for their turn can be read already");
    let said = panel.wait(seconds(12));
    assert_eq!(in_portuguese(&said), ["Senha A, 0 8, Guichê 1.", "Senha A, 0 9, Guichê 2."]);
    hub.calls(&[row(4, "A08", 1, 2, "called", START), called(3, "A09", 2)]);
    let said = panel.wait(seconds(12));
    assert_eq!(in_portuguese(&said), ["Senha A, 0 8, Guichê 1."]);
}

#[test]
fn a_panel_that_starts_again_lists_what_is_old_and_says_nothing_of_it() {
    let hub = FakeHub::start();
    let old = "2026-11-24T10:01:00-03:00";
    hub.calls(&[row(2, "A08", 1, 2, "called", old), row(1, "A07", 3, 1, "over", old)]);
    let mut panel = hub.panel();
    assert!(panel.wait(seconds(30)).is_empty());
    assert_eq!(shown(&panel), (Some("A08 1".to_owned()), vec!["A07".to_owned()]));
    hub.calls(&[called(3, "A09", 2), row(2, "A08", 1, 2, "called", old)]);
    let said = panel.wait(seconds(1));
    assert_eq!(in_portuguese(&said), ["Senha A, 0 9, Guichê 2."]);
}

#[test]
fn without_a_hub_it_says_so_and_when_the_hub_comes_it_goes_on() {
    let mut hub = FakeHub::absent();
    let mut panel = hub.panel();
    let said = panel.wait(seconds(10));
    let told = "Este painel está parado desde 10h05. Por favor, escute o atendente.";
    assert_eq!(in_portuguese(&said), [told]);
    assert_eq!(panel.view().nobody[0], told, "what is shown is what is said");
    assert_eq!(in_portuguese(&panel.wait(seconds(120))), Vec::<&str>::new(), "once");
    hub.calls(&[row(1, "A07", 3, 1, "called", "2026-11-24T10:06:00-03:00")]);
    hub.comes();
    assert_eq!(panel.wait(seconds(20)).len(), 0, "what it never knew may be old");
    assert!(!panel.view().stale);
    hub.calls(&[called(2, "A08", 1)]);
    assert_eq!(in_portuguese(&panel.wait(seconds(1))), ["Senha A, 0 8, Guichê 1."]);
}

#[test]
fn no_answer_but_a_true_one_changes_what_is_shown() {
    let hub = FakeHub::start();
    let mut panel = hub.panel();
    hub.calls(&[called(1, "A07", 3)]);
    panel.wait(seconds(8));
    let json = |value| ResponseTemplate::new(200).set_body_json(value);
    let lie = |key: &str, value: serde_json::Value| {
        let mut lie = answer(&[called(9, "Z99", 9)]);
        lie[key] = value;
        json(lie)
    };
    let mut enormous = answer(&[called(9, "Z99", 9)]);
    enormous["name"] = "A".repeat(70_000).into();
    let answers = [
        ("garbage", ResponseTemplate::new(200).set_body_string("\u{0}{\"branch\":")),
        ("a page", ResponseTemplate::new(200).set_body_string("<html>Log in</html>")),
        ("an error", with_status(503)),
        ("elsewhere", ResponseTemplate::new(302).append_header("location", "/elsewhere")),
        ("another branch", lie("branch", json!("PORTO"))),
        ("an earlier day", lie("day", json!("2026-11-23"))),
        ("no list", lie("calls", json!({"id": 1}))),
        ("enormous", json(enormous)),
    ];
    for (name, answer) in answers {
        hub.answers(answer);
        // Less than after what a line counts as down.
        let said = panel.wait(seconds(5));
        assert_eq!(shown(&panel).0.as_deref(), Some("A07 3"), "{name}");
        assert!(said.is_empty(), "{name}");
        // Who tells an earlier day answers, and is not believed.
        assert_eq!(panel.is_up(), name == "an earlier day", "{name}");
        hub.calls(&[called(1, "A07", 3)]);
        panel.wait(seconds(20));
        assert!(panel.is_up(), "{name}: it comes back by itself");
    }
    // By then it may be said aloud again.
    panel.wait(seconds(600));
    hub.answers(with_status(500));
    let said = panel.wait(seconds(60));
    assert!(panel.view().stale);
    assert_eq!(panel.view().notice.len(), 3);
    assert_eq!(said.len(), 3, "said once in each language");
    assert_eq!(shown(&panel).0.as_deref(), Some("A07 3"), "what was shown stays");
}

fn with_status(status: u16) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(answer(&[called(9, "Z99", 9)]))
}

#[test]
fn what_is_no_call_costs_the_others_nothing() {
    let hub = FakeHub::start();
    let mut panel = hub.panel();
    panel.wait(seconds(1));
    let strange = json!({"id": "x", "number": "A070000000", "desk": -1});
    hub.calls(&[strange, json!(null), called(5, "A07", 3)]);
    assert_eq!(in_portuguese(&panel.wait(seconds(1))), ["Senha A, 0 7, Guichê 3."]);
}

#[test]
fn a_hub_that_is_slow_is_not_waited_for() {
    let hub = FakeHub::start();
    let slow = ResponseTemplate::new(200).set_body_json(answer(&[]));
    hub.answers(slow.set_delay(PATIENCE));
    let calls = Calls::with_patience(&hub.url(), "CENTRO", seconds(1), Duration::from_millis(50));
    let asking = tokio::runtime::Runtime::new().unwrap();
    assert_eq!(asking.block_on(calls.unwrap().ask()), Err(Untold::NoLine));
    // The panel shows itself and ends while it asks.
    let panel = hub.panel();
    let stop = panel.stopper();
    let (tell, shown) = channel();
    let running = std::thread::spawn(move || panel.run(|view| tell.send(view.clone()).unwrap()));
    assert_eq!(shown.recv_timeout(PATIENCE).unwrap().branch, "Atendimento Centro");
    stop.stop();
    running.join().unwrap();
}
