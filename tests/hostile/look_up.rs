//! How a request stands, and whether the server is there at all.

use acolhe::domain::city::ServiceCode;
use acolhe::domain::request::AccessCode;
use acolhe::domain::term::Due;
use acolhe::domain::visit::{Details, LookUp, Stage};
use jiff::civil::{date, time};

use super::courier::{NUMBER, REMOTE_CODE, city, client};
use super::server::{Hostile, Route, Step};

const JSON: &str = "application/json";

/// Our hub knows a request by its number, a foreign server by its own id.
async fn look_up(server: &Hostile, remote_id: Option<&str>, code: Option<&str>) -> LookUp {
    let code = code.map(|code| AccessCode(code.to_owned()));
    let client = client(server.url());
    client.look_up(&city(), NUMBER.parse().unwrap(), remote_id, code.as_ref()).await
}

#[tokio::test]
async fn code_opens_place_words_and_answer_at_our_hub() {
    let body = r#"[{"service_request_id":"2026.0014.00371-13","status":"closed",
        "service_code":"ILU-01","address":"Rua das Flores","description":"escuro",
        "status_notes":"Trocada","answer_by":"2026-12-22T23:59:59-03:00",
        "expected_datetime":"2026-11-27T18:30:00Z"}]"#;
    let server = Hostile::hub().await;
    server.always(Route::One, Step::answer(200, JSON, body));
    let LookUp::Found(status) = look_up(&server, None, Some("482091")).await else { panic!() };
    assert_eq!(status.stage, Stage::Closed);
    assert_eq!(status.answer_by, Some(Due { date: date(2026, 12, 22), time: None }));
    let due = Due { date: date(2026, 11, 27), time: Some(time(15, 30, 0, 0)) };
    assert_eq!(status.done_by, Some(due));
    assert_eq!(status.service, Some(ServiceCode("ILU-01".to_owned())));
    let details = Details {
        place: "Rua das Flores".to_owned(),
        words: "escuro".to_owned(),
        answer: "Trocada".to_owned(),
        ..Details::default()
    };
    assert_eq!(status.details, Some(details));
    assert_eq!(server.calls(Route::One), ["json?api_key=k-123&access_code=482091"]);

    let LookUp::Found(status) = look_up(&server, None, None).await else { panic!() };
    assert_eq!(status.details, None);
}

#[tokio::test]
async fn hub_tells_wrong_codes_from_too_many_and_from_wrong_numbers() {
    let error = |status: u16| Step::answer(status, JSON, r#"[{"code":0,"description":"no"}]"#);
    let page = Step::answer(404, "text/html", "<html>404</html>");
    for (step, expected) in [
        (error(403), LookUp::CodeWrong),
        (error(429), LookUp::TooManyCodes),
        (error(404), LookUp::NotFound),
        (error(500), LookUp::Unreachable),
        (Step::answer(200, JSON, "[]"), LookUp::NotFound),
        (Step::answer(200, "text/html", "<html>Sign in</html>"), LookUp::Unreachable),
        (Step::answer(302, "text/html", ""), LookUp::Unreachable),
        (Step::cut(false), LookUp::Unreachable),
        (page, LookUp::Unreachable),
    ] {
        let server = Hostile::hub().await;
        server.always(Route::One, step.clone());
        assert_eq!(look_up(&server, None, Some("000000")).await, expected, "{step:?}");
    }
}

#[tokio::test]
async fn foreign_server_is_asked_by_its_own_id_and_told_no_code() {
    let body = format!(
        "<service_requests><request><service_request_id>1000</service_request_id><status>Open\
         </status><service_code>{REMOTE_CODE}</service_code><description>x</description>\
         </request></service_requests>"
    );
    let server = Hostile::plain().await;
    server.always(Route::One, Step::answer(200, "text/xml", &body));
    let LookUp::Found(status) = look_up(&server, Some("1000"), Some("482091")).await else {
        panic!()
    };
    assert_eq!(status.number.to_string(), NUMBER);
    assert_eq!(status.stage, Stage::Open);
    assert_eq!(status.service, Some(ServiceCode("ILU-01".to_owned())));
    assert_eq!(status.details, None);
    assert_eq!(server.calls(Route::One), ["json?"]);
    assert_eq!(look_up(&server, None, None).await, LookUp::NotFound);
}

#[tokio::test]
async fn server_is_up_when_it_answers_as_a_server_does() {
    let error = r#"[{"code":404,"description":"no"}]"#;
    let page = || Step::answer(404, "text/html", "<html>404</html>");
    for (discovery, services, up) in [
        (Step::answer(200, JSON, r#"{"endpoints":[]}"#), page(), true),
        (page(), Step::answer(200, JSON, "[]"), true),
        (page(), Step::answer(404, JSON, error), true),
        (page(), page(), false),
        (Step::answer(302, "text/html", ""), Step::answer(302, "text/html", ""), false),
        (Step::answer(503, JSON, error), Step::answer(503, JSON, error), false),
        (Step::cut(false), Step::answer(200, JSON, "[]"), false),
    ] {
        let server = Hostile::plain().await;
        server.always(Route::Discovery, discovery.clone()).always(Route::Services, services);
        assert_eq!(client(server.url()).is_up().await, up, "{discovery:?}");
    }
}
