//! Somebody who leads, by the pages of the machine that leads.

use std::time::Duration;

use acolhe::edge::clock::Deadline;
use reqwest::redirect::Policy;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::support::{Lines, Process, TINY, acolhe, repository};

/// The machine that leads, and its pages.
pub(crate) struct Leader {
    /// Where seats ask.
    pub(crate) address: String,
    pages: String,
    folder: TempDir,
    process: Process,
    _lines: Lines,
    client: reqwest::Client,
    runtime: Runtime,
}

impl Leader {
    /// Starts it on a port of its own.
    pub(crate) fn start() -> Self {
        Self::on("127.0.0.1:0", tempfile::tempdir().expect("a folder"))
    }

    /// Kills it and starts it again, at the same port and with the same data.
    pub(crate) fn again(self) -> Self {
        self.process.kill();
        let listen = self.address.strip_prefix("http://").expect("an address").to_owned();
        Self::on(&listen, self.folder)
    }

    fn on(listen: &str, folder: TempDir) -> Self {
        let mut command = acolhe();
        let config = folder.path().join("acolhe.toml");
        let city = format!("[city]\ndir = '{}'\n", repository(TINY).display());
        std::fs::write(&config, city).expect("the folder takes files");
        command.arg("--config").arg(config).arg("--data").arg(folder.path().join("data"));
        command.args(["lesson", "lead", "--listen", listen]);
        let (process, _, lines) = Process::start(&mut command);
        let page = lines.next().expect("the address of the pages");
        let page = page.split_whitespace().last().expect("an address").to_owned();
        let pages = page.strip_suffix("lead").expect("the leader's page").to_owned();
        let address: Vec<&str> = pages.split('/').take(3).collect();
        let address = address.join("/");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let client = reqwest::Client::builder().no_proxy().redirect(Policy::none()).build();
        Self {
            address,
            pages,
            folder,
            process,
            _lines: lines,
            client: client.expect("a client"),
            runtime: runtime.expect("a runtime"),
        }
    }

    /// The address of one of its pages.
    pub(crate) fn page(&self, name: &str) -> String {
        format!("{}{name}", self.pages)
    }

    /// Opens a meeting by the form.
    pub(crate) fn open(&self, seats: usize, lessons: &[&str]) {
        let lessons = lessons.join("&lesson=");
        let form = format!("seats={seats}&language=pt-BR&lesson={lessons}");
        assert_eq!(self.post(&self.page("start"), &form), 303);
    }

    /// The digits of the group.
    pub(crate) fn code(&self) -> String {
        let page = self.now();
        let code = page.split("<strong>").nth(1).and_then(|it| it.get(..4));
        code.expect("four digits").to_owned()
    }

    /// What the leader's page shows now.
    pub(crate) fn now(&self) -> String {
        self.get("now")
    }

    /// A button is pressed.
    pub(crate) fn order(&self, order: &str) {
        assert_eq!(self.try_order(order), 303, "{order}");
    }

    /// A button is pressed; the status of the answer.
    pub(crate) fn try_order(&self, order: &str) -> u16 {
        self.post(&self.page("order"), &format!("do={order}"))
    }

    /// Waits until the page is as it should be.
    fn wait(&self, limit: Duration, good: impl Fn(&str) -> bool) {
        let patience = Deadline::after(limit);
        loop {
            let page = self.now();
            if good(&page) {
                return;
            }
            assert!(!patience.left().is_zero(), "after {limit:?}: {:?}\n{page}", lamps(&page));
        }
    }

    /// Waits until the page tells something.
    pub(crate) fn told(&self, words: &str, limit: Duration) {
        self.wait(limit, |page| page.contains(words));
    }

    /// Waits until the lamps are as they should be.
    pub(crate) fn until(&self, limit: Duration, good: impl Fn(&[String]) -> bool) {
        self.wait(limit, |page| good(&lamps(page)));
    }

    /// Waits until one lamp is as it should be.
    pub(crate) fn lamp(&self, seat: usize, lamp: &str, limit: Duration) {
        self.until(limit, |lamps| lamps[seat - 1] == lamp);
    }

    /// A page.
    pub(crate) fn get(&self, name: &str) -> String {
        let address = self.page(name);
        self.runtime.block_on(async {
            let answer = self.client.get(&address).send().await.expect("an answer");
            assert!(answer.status().is_success(), "{name}: {}", answer.status());
            String::from_utf8_lossy(&answer.bytes().await.expect("a body")).into_owned()
        })
    }

    /// The status of an address.
    pub(crate) fn status(&self, address: &str) -> u16 {
        let answer = self.runtime.block_on(self.client.get(address).send());
        answer.expect("an answer").status().as_u16()
    }

    /// The status after something is sent.
    pub(crate) fn post(&self, address: &str, body: &str) -> u16 {
        let call = self.client.post(address).body(body.to_owned());
        self.runtime.block_on(call.send()).expect("an answer").status().as_u16()
    }
}

/// What the lamps show, seat by seat.
fn lamps(page: &str) -> Vec<String> {
    let seats = page.split("<li class=\"seat ").skip(1);
    seats.filter_map(|seat| Some(seat.split('"').next()?.to_owned())).collect()
}
