//! The pages for people at home, as a browser without scripts uses them: links and forms.

use reqwest::{Method, StatusCode};

use super::{Served, id};
use crate::domain::city::Language;
use crate::locale::Locales;

/// A page, and what a browser knows of it.
struct Sheet {
    status: StatusCode,
    headers: reqwest::header::HeaderMap,
    text: String,
}

impl Sheet {
    /// What stands between two marks, the first time.
    fn between(&self, from: &str, to: &str) -> &str {
        let rest = self.text.split_once(from).unwrap_or_else(|| panic!("no {from}: {}", self.text));
        rest.1.split_once(to).unwrap().0
    }

    /// The value of a field.
    fn value(&self, name: &str) -> String {
        let values = self.text.split("<input ").skip(1);
        let tag = values.map(|tag| tag.split('>').next().unwrap());
        let mut tags = tag.filter(|tag| tag.contains(&format!("name=\"{name}\"")));
        let tag = tags.next().unwrap_or_else(|| panic!("no field {name}: {}", self.text));
        tag.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    /// The times whose buttons stand on it.
    fn starts(&self) -> Vec<String> {
        let buttons = self.text.split("name=\"start\" value=\"").skip(1);
        buttons.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    }

    fn title(&self) -> &str {
        self.between("<h1>", "</h1>")
    }

    #[track_caller]
    fn is(&self, title: &str) -> &Self {
        assert_eq!((self.status, self.title()), (StatusCode::OK, title), "{}", self.text);
        self
    }
}

impl Served {
    async fn sheet(&self, method: Method, page: &str, form: &[(&str, &str)]) -> Sheet {
        self.sheet_of(method, page, form, &[]).await
    }

    async fn sheet_of(
        &self,
        method: Method,
        page: &str,
        form: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Sheet {
        let client = reqwest::Client::builder();
        let client = client.redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let mut request = client.request(method.clone(), format!("{}{page}", self.origin));
        if method == Method::POST {
            request = request.form(form);
        }
        request = request.header("accept", "text/html");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        Sheet { status, headers, text: response.text().await.unwrap() }
    }

    async fn open(&self, page: &str) -> Sheet {
        self.sheet(Method::GET, page, &[]).await
    }

    async fn send(&self, page: &str, form: &[(&str, &str)]) -> Sheet {
        self.sheet(Method::POST, page, form).await
    }

    /// Free times far enough ahead to be changed, with the form that they stand in.
    async fn far_times(&self) -> (Vec<String>, String) {
        let days = self.open("/en/book/when?services=TRA-07&branch=CENTRO").await;
        let last = days.text.rsplit("date=").next().unwrap();
        let date: String = last.chars().take(10).collect();
        let page = format!("/en/book/day?services=TRA-07&branch=CENTRO&date={date}");
        let day = self.open(&page).await;
        (day.starts(), day.value("call"))
    }

    /// Somebody holds a time: the page that asks who comes.
    async fn held(&self, start: &str, call: &str) -> Sheet {
        let form = [("services", "TRA-07"), ("branch", "CENTRO"), ("start", start), ("call", call)];
        self.send("/en/book/take", &form).await
    }

    /// Number and code of a time that somebody booked.
    async fn booked(&self, start: &str, phone: &str) -> (String, String) {
        let held = self.held(start, &id()).await;
        let (number, code) = (held.value("number"), held.value("code"));
        let form = [
            ("number", number.as_str()),
            ("code", &code),
            ("call", &held.value("call")),
            ("name", "Ana Lima"),
            ("phone", phone),
        ];
        self.send("/en/book/confirm", &form).await.is("Done, it is booked");
        (number, code)
    }
}

#[tokio::test]
async fn a_time_is_found_booked_changed_and_given_back_by_links_and_forms_alone() {
    let hub = Served::new().await;
    hub.open("/en").await.is("What do you need today?");
    let what = hub.open("/en/book").await;
    assert!(what.is("What is it for?").text.contains("name of TRA-07 en"));
    let places = hub.open("/en/book/where?services=TRA-07").await;
    assert!(places.is("Where do you want to go?").text.contains("/en/book/when?"));
    let (starts, call) = hub.far_times().await;

    let held = hub.held(&starts[0], &call).await;
    assert!(held.is("Who comes?").text.contains("I keep this time for you until "));
    let (number, code) = (held.value("number"), held.value("code"));
    let own = [("number", number.as_str()), ("code", code.as_str())];
    let who = [("call", "1"), ("name", "Ana Lima"), ("phone", "(21) 99876-5432")];
    let booked = hub.send("/en/book/confirm", &[&own[..], &who].concat()).await;
    let grouped = format!("{} {}", &code[..3], &code[3..]);
    assert!(booked.is("Done, it is booked").text.contains(&grouped), "{}", booked.text);
    assert_eq!(booked.headers["cache-control"], "no-store");

    let file = hub.send("/en/booking/calendar", &own).await;
    assert_eq!(file.headers["content-type"], "text/calendar; charset=utf-8");
    assert!(file.text.contains("STATUS:CONFIRMED"), "{}", file.text);

    let to = [("services", "TRA-07"), ("branch", "CENTRO"), ("start", starts[5].as_str())];
    let ask = hub.send("/en/book/take", &[&own[..], &to].concat()).await;
    ask.is("Do you want to change it?");
    let call = ask.value("call");
    let yes = [&own[..], &to, &[("call", call.as_str())]].concat();
    for _ in 0..2 {
        hub.send("/en/booking/change", &yes).await.is("Done, the time is changed");
    }
    let seen = hub.send("/en/booking", &own).await;
    assert!(seen.is("Your booked time").text.contains("name of TRA-07 en"));

    let ask = hub.send("/en/booking/cancel", &own).await;
    ask.is("Do you want to give this time back?");
    let call = ask.value("call");
    for _ in 0..2 {
        let yes = [&own[..], &[("call", call.as_str())]].concat();
        hub.send("/en/booking/give-back", &yes).await.is("You gave the time back");
    }
}

#[tokio::test]
async fn a_form_that_is_sent_twice_holds_one_time_and_another_time_leaves_the_first() {
    let hub = Served::new().await;
    let (starts, call) = hub.far_times().await;
    let (first, again) = (hub.held(&starts[0], &call).await, hub.held(&starts[0], &call).await);
    assert_eq!(first.value("number"), again.value("number"));
    assert_eq!(first.value("code"), again.value("code"));
    // More often than an address may hold at once.
    let mut number = String::new();
    for start in &starts[1..6] {
        let form = [
            ("services", "TRA-07"),
            ("branch", "CENTRO"),
            ("start", start),
            ("call", &id()),
            ("number", &first.value("number")),
            ("code", &first.value("code")),
            ("name", "Ana Lima"),
        ];
        let held = hub.send("/en/book/take", &form).await;
        assert_eq!(held.is("Who comes?").value("name"), "Ana Lima");
        number = held.value("number");
    }
    assert_eq!(number, first.value("number"));
    assert!(hub.far_times().await.0.contains(&starts[0]), "the first one is free again");
}

#[tokio::test]
async fn a_time_that_is_gone_is_told_with_a_way_on() {
    let hub = Served::new().await;
    let (starts, _) = hub.far_times().await;
    for phone in ["21 99999 0001", "21 99999 0002"] {
        hub.booked(&starts[0], phone).await;
    }
    let gone = hub.held(&starts[0], &id()).await;
    assert_eq!((gone.status, gone.title()), (StatusCode::CONFLICT, "That did not work yet"));
    assert!(gone.text.contains("Somebody was quicker"), "{}", gone.text);
    assert!(gone.text.contains("/en/book/when?services=TRA-07&amp;branch=CENTRO"), "{}", gone.text);
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    let hub = Served::new().await;
    let (starts, call) = hub.far_times().await;
    let held = hub.held(&starts[0], &call).await;
    let (number, code) = (held.value("number"), held.value("code"));
    let own = [("number", number.as_str()), ("code", code.as_str())];
    for (typed, wrong) in [
        (&[("name", ""), ("phone", "21 99876 5432")][..], "name"),
        (&[("name", "Ana <b>"), ("phone", "12")], "phone"),
        (&[("name", "Ana"), ("email", "ana")], "email"),
        (&[("name", "Ana")], "phone"),
    ] {
        let page = hub.send("/en/book/confirm", &[&own[..], typed].concat()).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{typed:?}");
        assert!(page.between("<title>", "</title>").starts_with("Look again: "));
        assert!(page.text.contains(&format!("href=\"#{wrong}\"")), "{typed:?}");
        assert!(page.text.contains(&format!("id=\"{wrong}-wrong\"")), "{typed:?}");
        for (name, value) in typed {
            assert_eq!(page.value(name), value.replace('<', "&lt;").replace('>', "&gt;"));
        }
    }
    let mistyped = [("number", "482 091 317"), ("code", "12")];
    let page = hub.send("/en/booking", &mistyped).await;
    assert_eq!(
        (page.status, page.value("number").as_str()),
        (StatusCode::BAD_REQUEST, "482 091 317")
    );
    let (booked, _) = hub.booked(&starts[2], "21 99876 5432").await;
    let page = hub.send("/en/booking", &[("number", &booked), ("code", "000000")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.text.contains("I find nothing with this number"), "{}", page.text);
}

#[tokio::test]
async fn no_page_needs_a_script_a_cookie_or_another_server_and_no_address_holds_what_is_personal() {
    let hub = Served::new().await;
    let (starts, call) = hub.far_times().await;
    let held = hub.held(&starts[0], &call).await;
    let own = [("number", held.value("number")), ("code", held.value("code"))];
    let own: Vec<_> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let wish =
        [("services", "TRA-07"), ("branch", "CENTRO"), ("name", "Ana"), ("phone", "21998765432")];
    let pages = [
        hub.open("/pt-BR").await,
        hub.open("/ro/book").await,
        hub.open("/ro/nothing").await,
        hub.send("/ro/book/when", &[&own[..], &wish].concat()).await,
        hub.send("/ro/book/where", &[&own[..], &wish].concat()).await,
        held,
    ];
    for page in &pages {
        for word in ["<script", " style=", " onclick", "javascript:", "http://", "https://"] {
            assert!(!page.text.contains(word), "{word} in {}", page.text);
        }
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; style-src 'self';"), "{policy}");
        assert_eq!(page.headers["referrer-policy"], "no-referrer");
        assert!(!page.headers.contains_key("set-cookie"));
        for address in page.text.split("href=\"").chain(page.text.split("action=\"")).skip(1) {
            let address = address.split('"').next().unwrap();
            for (name, value) in own.iter().chain(&wish[2..]) {
                assert!(!address.contains(value), "{name} in {address}");
            }
        }
    }
    let style = hub.open(pages[0].between("rel=\"stylesheet\" href=\"", "\"")).await;
    assert_eq!(
        (style.status, &style.headers["content-type"]),
        (StatusCode::OK, &"text/css; charset=utf-8".parse().unwrap())
    );
    for letters in ["letters", "letters-bold"] {
        let face = hub.open(&format!("/web/{letters}.woff2")).await;
        assert_eq!(face.headers["content-type"], "font/woff2");
        assert!(style.text.contains(&format!("url(\"{letters}.woff2\")")));
    }
}

#[tokio::test]
async fn a_form_of_another_site_changes_nothing() {
    let hub = Served::new().await;
    let (starts, _) = hub.far_times().await;
    let (number, code) = hub.booked(&starts[0], "21 99876 5432").await;
    let own = [("number", number.as_str()), ("code", code.as_str())];
    let cross = [("sec-fetch-site", "cross-site")];
    let refused = hub.sheet_of(Method::POST, "/en/booking/give-back", &own, &cross).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    hub.send("/en/booking", &own).await.is("Your booked time");
}

#[tokio::test]
async fn the_language_is_in_the_address_and_a_wrong_page_is_told_in_it() {
    let hub = Served::new().await;
    for (asked, expected) in [("ro, en;q=0.5", "/ro"), ("fr", "/pt-BR")] {
        let led = hub.sheet_of(Method::GET, "/", &[], &[("accept-language", asked)]).await;
        assert_eq!(
            (led.status, &led.headers["location"]),
            (StatusCode::SEE_OTHER, &expected.parse().unwrap())
        );
        assert_eq!(led.headers["vary"], "Accept-Language");
    }
    let led = hub.open("/p/2026.0014.00371-13").await;
    assert!(led.headers["location"].to_str().unwrap().contains("/request?number=2026.0014.00371"));
    for (page, language, title) in [
        ("/ro/nothing", "ro", "Această pagină nu există"),
        ("/nothing", "pt-BR", "Essa página não existe"),
    ] {
        let lost = hub.open(page).await;
        assert_eq!((lost.status, lost.title()), (StatusCode::NOT_FOUND, title));
        assert!(lost.text.contains(&format!("<html lang=\"{language}\">")));
    }
    assert_eq!(hub.open("/en/booking/cancel").await.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(hub.open("/en/").await.headers["location"], "/en");
    // Programs are told in their own format.
    let program = hub.sheet_of(Method::GET, "/nothing.json", &[], &[]).await;
    assert_eq!(program.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_private_service_is_named_only_to_whoever_has_the_code() {
    let hub = Served::new().await;
    let name = "name of ANI-03 en";
    for page in [
        "/en/book",
        "/en/book/more?services=TRA-07",
        "/en/book/where?services=ANI-03",
        "/en/book/when?services=ANI-03&branch=CENTRO",
    ] {
        let page = hub.open(page).await;
        assert!(page.status == StatusCode::OK && !page.text.contains(name), "{}", page.text);
    }
    let days = hub.open("/en/book/when?services=ANI-03&branch=CENTRO").await;
    let form = [
        ("services", "ANI-03"),
        ("branch", "CENTRO"),
        ("start", &days.starts()[0]),
        ("call", &days.value("call")),
    ];
    let held = hub.send("/en/book/take", &form).await;
    assert!(held.is("Who comes?").text.contains(name), "{}", held.text);
}

#[tokio::test]
async fn a_request_is_told_in_the_words_of_a_kiosk() {
    let hub = Served::new().await;
    let number = hub
        .file(&[
            ("service_code", "VIA-01"),
            ("client_request_id", &id()),
            ("description", "a hole"),
            ("address_string", "Rua das Flores"),
            ("access_code", "482091"),
        ])
        .await
        .number();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let locales = Locales::load(&folder).unwrap();
    for language in Language::ALL {
        let words = locales.of(language);
        let page = format!("/{}/request", language.tag());
        let closed = hub.send(&page, &[("number", &number)]).await;
        closed.is(&words.text("follow-open"));
        assert!(!closed.text.contains("a hole") && closed.text.contains("name=\"code\""));
        let open = hub.send(&page, &[("number", &number), ("code", "482 091")]).await;
        for (id, text) in [("follow-words", "a hole."), ("follow-place", "Rua das Flores.")] {
            let line = words.with(id, &[("text", text.into())]);
            assert!(
                open.is(&words.text("follow-open")).text.contains(&line),
                "{line}: {}",
                open.text
            );
        }
        let wrong = hub.send(&page, &[("number", &number), ("code", "000000")]).await;
        assert_eq!(wrong.status, StatusCode::FORBIDDEN);
        assert!(wrong.text.contains(&words.text("follow-code-wrong")), "{}", wrong.text);
    }
    let unknown = hub.own(77);
    for (number, status) in [(unknown.as_str(), 404), ("2026.0014.00371-14", 400), ("12", 400)] {
        let page = hub.send("/en/request", &[("number", number)]).await;
        assert_eq!((page.status.as_u16(), page.value("number").as_str()), (status, number));
    }
}
