//! Drafts left for later, which our own hub keeps sealed for the other stations of a branch.

use super::Open311;
use super::answer::Ask;
use super::dialect::Spoken;
use super::document;
use super::form::Form;
use crate::domain::later::Locator;
use crate::wire::hexadecimal;

/// How telling the hub something of a draft ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftEnd {
    /// It knows.
    Told,
    /// Another time.
    NotNow,
    /// It will never take it: it is another server, or the draft is too long.
    Never,
}

/// What the hub has under some locators.
#[derive(Clone, PartialEq, Eq)]
pub enum DraftFound {
    /// A draft, still sealed.
    Sealed(Vec<u8>),
    /// It was opened already.
    Spent,
    /// Nothing.
    NotThere,
    /// Too many wrong codes: it did not look.
    TooMany,
    /// Nobody could ask.
    Unreachable,
}

impl std::fmt::Debug for DraftFound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DraftFound(…)")
    }
}

impl Open311 {
    /// Brings a sealed draft to the hub, to be kept so many seconds.
    pub async fn keep_draft(
        &self,
        branch: &str,
        locator: Locator,
        sealed: &[u8],
        seconds: u64,
    ) -> DraftEnd {
        let mut form = Form::default();
        form.put("sealed", hexadecimal::write(sealed));
        self.tell(&["drafts"], form, branch, locator, seconds).await
    }

    /// Tells the hub that a draft was opened.
    pub async fn spend_draft(&self, branch: &str, locator: Locator, seconds: u64) -> DraftEnd {
        self.tell(&["drafts", "spend"], Form::default(), branch, locator, seconds).await
    }

    async fn tell(
        &self,
        path: &[&str],
        mut form: Form<'_>,
        branch: &str,
        locator: Locator,
        seconds: u64,
    ) -> DraftEnd {
        match self.spoken().await {
            Ok(Spoken::Acolhe) => {}
            Ok(Spoken::Plain) => return DraftEnd::Never,
            Err(_) => return DraftEnd::NotNow,
        }
        form.put("api_key", self.key().to_owned())
            .put("branch", branch.to_owned())
            .put("locator", locator.to_string())
            .put("seconds", seconds.to_string());
        match self.http.call(path, Ask::Post(&form)).await {
            Ok(answer) if answer.is_success() && answer.document().is_some() => DraftEnd::Told,
            // Refused in words: the hub has understood, and will say the same again.
            Ok(answer) if matches!(answer.status, 400 | 413) && answer.document().is_some() => {
                DraftEnd::Never
            }
            _ => DraftEnd::NotNow,
        }
    }

    /// Asks the hub for the draft under one of these locators.
    pub async fn open_draft(&self, branch: &str, locators: &[Locator]) -> DraftFound {
        match self.spoken().await {
            Ok(Spoken::Acolhe) => {}
            Ok(Spoken::Plain) => return DraftFound::NotThere,
            Err(_) => return DraftFound::Unreachable,
        }
        let all: Vec<String> = locators.iter().map(Locator::to_string).collect();
        let mut form = Form::default();
        form.put("api_key", self.key()).put("branch", branch).put("locator", all.join(","));
        let Ok(answer) = self.http.call(&["drafts", "open"], Ask::Post(&form)).await else {
            return DraftFound::Unreachable;
        };
        let in_words = answer.document().is_some() && !answer.is_web_page();
        match answer.status {
            200..300 => {
                let document = answer.document();
                let record = document.as_ref().and_then(|it| document::first_with(it, "sealed"));
                let sealed =
                    record.and_then(|it| hexadecimal::read(&document::text(it, "sealed")?));
                sealed.map_or(DraftFound::Unreachable, DraftFound::Sealed)
            }
            404 if in_words => DraftFound::NotThere,
            410 if in_words => DraftFound::Spent,
            429 => DraftFound::TooMany,
            _ => DraftFound::Unreachable,
        }
    }
}
