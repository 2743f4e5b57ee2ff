//! A server that does what it is told to do wrong, and is honest otherwise.
//!
//! It keeps what it truly took, so that a test can count.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use wiremock::matchers::any;
use wiremock::{Match, Mock, MockServer, Request, Respond, ResponseTemplate};

/// Parameters of a call.
pub(crate) type Parameters = Vec<(String, String)>;

/// Judges a POST before anything else: a status and a body where it refuses.
pub(crate) type Judge = fn(&Parameters) -> Option<(u16, &'static str)>;

/// What is asked of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Route {
    Discovery,
    Services,
    File,
    List,
    One,
    Token,
    Elsewhere,
}

/// What happens to one call.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    takes: bool,
    end: End,
}

#[derive(Clone, Debug)]
enum End {
    /// `{id}` in the body is the id of what was taken.
    Answer {
        status: u16,
        media: &'static str,
        body: String,
    },
    Cut,
    Silence,
}

impl Step {
    /// Takes the request and answers so.
    pub(crate) fn taken(status: u16, media: &'static str, body: &str) -> Self {
        Self { takes: true, ..Self::answer(status, media, body) }
    }

    /// Takes nothing and answers so.
    pub(crate) fn answer(status: u16, media: &'static str, body: &str) -> Self {
        Self { takes: false, end: End::Answer { status, media, body: body.to_owned() } }
    }

    /// Takes the request or not, and cuts the connection.
    pub(crate) fn cut(takes: bool) -> Self {
        Self { takes, end: End::Cut }
    }

    /// Takes the request and says nothing for longer than anybody waits.
    pub(crate) fn silence() -> Self {
        Self { takes: true, end: End::Silence }
    }
}

/// One request that was taken.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) id: usize,
    pub(crate) form: Parameters,
}

impl Taken {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        get(&self.form, name)
    }
}

fn get<'a>(parameters: &'a Parameters, name: &str) -> Option<&'a str> {
    parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

#[derive(Default)]
struct Book {
    steps: HashMap<Route, VecDeque<Step>>,
    always: HashMap<Route, Step>,
    judge: Option<Judge>,
    knows_extensions: bool,
    taken: Vec<Taken>,
    calls: Vec<(Route, String)>,
}

impl Book {
    fn next(&mut self, route: Route) -> Option<Step> {
        let step = self.steps.get_mut(&route).and_then(VecDeque::pop_front);
        step.or_else(|| self.always.get(&route).cloned())
    }

    fn take(&mut self, form: Parameters) -> usize {
        let repeat = self.knows_extensions.then(|| {
            let id = get(&form, "client_request_id")?;
            self.taken.iter().find(|taken| taken.get("client_request_id") == Some(id))
        });
        if let Some(first) = repeat.flatten() {
            return first.id;
        }
        let id = 1000 + self.taken.len();
        self.taken.push(Taken { id, form });
        id
    }

    fn id(&self, id: usize) -> String {
        let taken = self.taken.iter().find(|taken| taken.id == id);
        let number = taken.and_then(|taken| taken.get("service_request_id"));
        number.map_or_else(|| id.to_string(), str::to_owned)
    }

    fn list(&self, query: &Parameters) -> serde_json::Value {
        let wanted = |taken: &&Taken| taken.get("service_code") == get(query, "service_code");
        let listed = self.taken.iter().filter(wanted).map(|taken| {
            serde_json::json!({
                "service_request_id": taken.id,
                "status": "open",
                "description": taken.get("description"),
            })
        });
        listed.collect()
    }
}

/// The server, and what it keeps.
pub(crate) struct Hostile {
    server: MockServer,
    book: Arc<Mutex<Book>>,
}

impl Hostile {
    /// A server that knows nothing but the standard, and has no discovery document.
    pub(crate) async fn plain() -> Self {
        Self::start(Book::default()).await
    }

    /// A server that speaks as our own hub does.
    pub(crate) async fn hub() -> Self {
        Self::start(Book { knows_extensions: true, ..Book::default() }).await
    }

    async fn start(book: Book) -> Self {
        let book = Arc::new(Mutex::new(book));
        let server = MockServer::start().await;
        let cutting = Cutting(Arc::clone(&book));
        let cut = move |request: &Request| cutting.cut(request);
        Mock::given(Cutting(Arc::clone(&book)))
            .respond_with_err(cut)
            .with_priority(1)
            .mount(&server)
            .await;
        Mock::given(any()).respond_with(Answering(Arc::clone(&book))).mount(&server).await;
        Self { server, book }
    }

    pub(crate) fn url(&self) -> String {
        format!("{}/open311/v2", self.server.uri())
    }

    /// What happens to the next calls of a kind; afterwards the server is honest.
    pub(crate) fn then(&self, route: Route, steps: impl IntoIterator<Item = Step>) -> &Self {
        self.book().steps.entry(route).or_default().extend(steps);
        self
    }

    /// What happens to every call of a kind.
    pub(crate) fn always(&self, route: Route, step: Step) -> &Self {
        self.book().always.insert(route, step);
        self
    }

    /// Ends what [`Self::always`] began.
    pub(crate) fn honest(&self, route: Route) -> &Self {
        self.book().always.remove(&route);
        self
    }

    pub(crate) fn judge(&self, judge: Judge) -> &Self {
        self.book().judge = Some(judge);
        self
    }

    /// What it took.
    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.book().taken.clone()
    }

    /// The queries or bodies of the calls of a kind.
    pub(crate) fn calls(&self, route: Route) -> Vec<String> {
        let book = self.book();
        let calls = book.calls.iter().filter(|(called, _)| *called == route);
        calls.map(|(_, what)| what.clone()).collect()
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap()
    }
}

/// What a call is: kind, format and parameters.
fn read(request: &Request) -> (Route, String, Parameters) {
    let path = request.url.path().trim_start_matches("/open311/v2/");
    let (name, format) = path.rsplit_once('.').unwrap_or((path, ""));
    let posted = request.method.as_str() == "POST";
    let route = match (posted, name.split('/').collect::<Vec<_>>().as_slice()) {
        (false, ["discovery"]) => Route::Discovery,
        (false, ["services"]) => Route::Services,
        (true, ["requests"]) => Route::File,
        (false, ["requests"]) => Route::List,
        (false, ["requests", _]) => Route::One,
        (false, ["tokens", _]) => Route::Token,
        _ => Route::Elsewhere,
    };
    let mut url = request.url.clone();
    if posted {
        url.set_query(std::str::from_utf8(&request.body).ok());
    }
    (route, format.to_owned(), url.query_pairs().into_owned().collect())
}

/// Cuts connections: the only thing that is no answer.
struct Cutting(Arc<Mutex<Book>>);

impl Cutting {
    fn cut(&self, request: &Request) -> io::Error {
        let (route, _, parameters) = read(request);
        let mut book = self.0.lock().unwrap();
        let step = book.next(route);
        book.calls.push((route, request.url.to_string()));
        if step.is_some_and(|step| step.takes) {
            book.take(parameters);
        }
        io::ErrorKind::ConnectionReset.into()
    }
}

impl Match for Cutting {
    fn matches(&self, request: &Request) -> bool {
        let (route, ..) = read(request);
        let book = self.0.lock().unwrap();
        let next = book.steps.get(&route).and_then(VecDeque::front);
        let next = next.or_else(|| book.always.get(&route));
        next.is_some_and(|step| matches!(step.end, End::Cut))
    }
}

struct Answering(Arc<Mutex<Book>>);

impl Respond for Answering {
    fn respond(&self, request: &Request) -> ResponseTemplate {
        let (route, format, parameters) = read(request);
        let mut book = self.0.lock().unwrap();
        let what = if route == Route::File {
            String::from_utf8_lossy(&request.body).into_owned()
        } else {
            format!("{format}?{}", request.url.query().unwrap_or_default())
        };
        book.calls.push((route, what));
        if route == Route::File
            && let Some((status, body)) = book.judge.and_then(|judge| judge(&parameters))
        {
            return answer(status, "application/json", body);
        }
        match book.next(route) {
            None => honest(&mut book, route, &format, parameters),
            Some(Step { takes, end: End::Answer { status, media, body } }) => {
                let id = if takes { book.take(parameters) } else { 0 };
                answer(status, media, &body.replace("{id}", &id.to_string()))
            }
            Some(Step { takes, end: End::Silence | End::Cut }) => {
                if takes {
                    book.take(parameters);
                }
                ResponseTemplate::new(200).set_delay(Duration::from_mins(10))
            }
        }
    }
}

fn answer(status: u16, media: &str, body: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw(body, media)
}

/// JSON only, as many servers do.
fn honest(book: &mut Book, route: Route, format: &str, parameters: Parameters) -> ResponseTemplate {
    let json = |value: serde_json::Value| answer(200, "application/json", &value.to_string());
    match route {
        _ if format != "json" => answer(404, "text/plain", ""),
        Route::Discovery if book.knows_extensions => json(serde_json::json!({"endpoints": [
            {"specification": "http://wiki.open311.org/GeoReport_v2"},
            {"specification": "urn:acolhe:extensions:1"},
        ]})),
        Route::Services => json(serde_json::json!([])),
        Route::File => {
            let id = book.take(parameters);
            json(serde_json::json!([{"service_request_id": book.id(id)}]))
        }
        Route::List => json(book.list(&parameters)),
        _ => answer(404, "application/json", r#"[{"code":404,"description":"no"}]"#),
    }
}
