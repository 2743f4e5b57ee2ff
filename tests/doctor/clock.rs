//! Clocks that are behind, far away, or kept by nobody.

use acolhe::edge::clock::Clock;
use jiff::SignedDuration;
use wiremock::matchers::any;
use wiremock::{Mock, ResponseTemplate};

use super::super::support::{Play, TINY, repository};
use super::patient::Patient;

#[test]
fn a_clock_behind_what_was_kept_is_told_with_by_how_much() {
    let patient = Patient::new_born();
    let ahead = Clock::Machine.now() + SignedDuration::from_hours(75);
    patient.station.set_clock(&ahead.to_string());
    let mut play = Play::start(&patient.station);
    play.do_("request");
    assert_eq!(play.end(), Some(0));
    patient.is_at_fault("clock", "clock-behind", &["3 days 2 hours", "timedatectl set-time"]);
}

#[test]
fn a_clock_far_from_the_hubs_is_told_with_by_how_much() {
    let patient = Patient::new();
    let told = patient.told(&["--only", "clock"]);
    told.holds("well", "clock-agrees", &["the hub"]).ends(0);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let hub_time = Clock::Machine.now() - SignedDuration::from_mins(95);
    let date = hub_time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let server = runtime.block_on(async {
        let server = wiremock::MockServer::start().await;
        let answer = ResponseTemplate::new(200)
            .set_body_string(r#"[{"service_code":"A"}]"#)
            .insert_header("date", date.as_str());
        Mock::given(any()).respond_with(answer).mount(&server).await;
        server
    });
    patient.reconfigure(&patient.hub.url(), &server.uri());
    let words = ["1 hour 35 minutes ahead of the hub", "set the one that is wrong"];
    patient.is_at_fault("clock", "clock-far-from-hub", &words);
}

#[test]
fn a_clock_that_nobody_keeps_is_told() {
    let patient = Patient::new();
    patient.remove("run/systemd/timesync/synchronized");
    let words = ["timedatectl set-ntp true"];
    patient.is_worth_a_look("clock", "clock-not-synchronised", &words);
    patient.write("run/chrony/chronyd.pid", "7");
    patient.is_worth_a_look("clock", "clock-service", &["chronyc tracking"]);
}

#[test]
fn a_time_zone_that_nobody_knows_is_told() {
    let patient = Patient::new();
    let city = tempfile::tempdir().expect("temporary folder");
    copy(&repository(TINY), city.path());
    let settings = city.path().join("city.toml");
    let text = std::fs::read_to_string(&settings).expect("readable");
    let wrong = text.replace("America/Sao_Paulo", "America/Nowhere");
    assert_ne!(text, wrong);
    std::fs::write(settings, wrong).expect("writable");
    let own = repository(TINY).display().to_string();
    patient.reconfigure(&own, &city.path().display().to_string());
    let words = ["unknown time zone \"America/Nowhere\"", "America/Sao_Paulo"];
    patient.is_at_fault("clock", "clock-zone-unknown", &words);
    // A broken city is a finding, and no end.
    let told = patient.told(&["--only", "setup,disk"]);
    told.holds("FAULT", "setup-city-wrong", &["1 mistake", "city.toml:", "Run `acolhe check"]);
    told.holds("well", "store-whole", &[]).ends(1);
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("writable");
    for entry in std::fs::read_dir(from).expect("readable") {
        let path = entry.expect("readable").path();
        let copied = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            std::fs::copy(&path, copied).expect("writable");
        }
    }
}
