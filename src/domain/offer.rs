//! What a screen offers: its fields and the actions that apply. The view gives them words.

use super::action::Action;
use super::city::{City, Country, Datatype, PlaceNeed, Question};
use super::devices::{Devices, StorageState};
use super::flow;
use super::request::PlaceKind;
use super::settings::{Palette, Settings};
use super::visit::{LookUp, Overlay, PrintState, Screen, Stage, Visit};

/// The most choices on a page, "Mais" among them.
pub const CHOICES_ON_A_PAGE: usize = 8;

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Text,
    /// Several lines.
    LongText,
    /// Digits.
    Digits,
    /// A telephone.
    Telephone,
    /// An e-mail address.
    Email,
}

impl FieldKind {
    /// Its name in `play`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long-text",
            Self::Digits => "digits",
            Self::Telephone => "telephone",
            Self::Email => "email",
        }
    }

    /// The most characters it takes.
    #[must_use]
    pub fn longest(self) -> usize {
        match self {
            Self::LongText => 1500,
            Self::Text | Self::Email => 200,
            Self::Digits | Self::Telephone => 40,
        }
    }
}

/// What a screen offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Fields by id.
    pub fields: Vec<(&'static str, FieldKind)>,
    /// Choices, on as many pages as they need.
    pub choices: Vec<Action>,
    /// Choices that stand on every page.
    pub always: Vec<Action>,
    /// What stands apart: commit, go on, back, help, settings, leave.
    pub bar: Vec<Action>,
}

impl Offer {
    fn choices(choices: impl IntoIterator<Item = Action>) -> Self {
        Self { choices: choices.into_iter().collect(), ..Self::default() }
    }

    fn field(id: &'static str, kind: FieldKind, bar: &[Action]) -> Self {
        Self { fields: vec![(id, kind)], bar: bar.to_vec(), ..Self::default() }
    }

    fn bar(bar: impl IntoIterator<Item = Action>) -> Self {
        Self { bar: bar.into_iter().collect(), ..Self::default() }
    }

    /// How many choices stand on one page.
    fn page_length(&self) -> usize {
        let room = CHOICES_ON_A_PAGE.saturating_sub(self.always.len());
        if self.choices.len() <= room { room.max(1) } else { room.saturating_sub(1).max(1) }
    }

    /// How many pages there are, at least one.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.choices.len().div_ceil(self.page_length()).max(1)
    }

    /// What stands on a page, in reading order: choices, "Mais", then the bar.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Vec<Action> {
        let length = self.page_length();
        let page = page.min(self.pages() - 1);
        let more = (self.pages() > 1).then_some(Action::More);
        self.choices
            .iter()
            .skip(page * length)
            .take(length)
            .chain(&self.always)
            .chain(&more)
            .chain(&self.bar)
            .cloned()
            .collect()
    }

    /// Ids of what can have the focus, in reading order: fields, then what stands on the page.
    #[must_use]
    pub fn focusable(&self, page: usize) -> Vec<String> {
        let fields = self.fields.iter().map(|(id, _)| (*id).to_owned());
        fields.chain(self.on_page(page).iter().map(Action::to_string)).collect()
    }

    /// Whether an action applies here, on whatever page it stands.
    #[must_use]
    pub fn holds(&self, action: &Action) -> bool {
        (*action == Action::More && self.pages() > 1)
            || self.choices.contains(action)
            || self.always.contains(action)
            || self.bar.contains(action)
            || matches!(action, Action::Letters(1..=Settings::LETTERS))
            || matches!(action, Action::Rate(1..=Settings::RATE))
            || matches!(action, Action::Volume(0..=Settings::VOLUME))
            || matches!(action, Action::Palette(_))
    }
}

/// Whether an action can be done at this moment; one that cannot is shown, and says why.
#[must_use]
pub fn is_enabled(action: &Action, devices: &Devices) -> bool {
    match action {
        Action::Reprint => devices.printer.can_print(),
        Action::Request | Action::Resume | Action::Complain | Action::File => {
            devices.storage == StorageState::Ready
        }
        _ => true,
    }
}

/// What the person sees now: the overlay's offer where there is one, else the screen's.
#[must_use]
pub fn offer(visit: &Visit, city: &City) -> Offer {
    let mut offer = match visit.overlay {
        Some(overlay) => of_overlay(overlay, visit, city),
        None => of_screen(visit, city),
    };
    if visit.overlay.is_none() && visit.screen != Screen::Welcome && has_back(&visit.screen) {
        offer.bar.push(Action::Back);
    }
    if visit.overlay.is_none() {
        offer.bar.extend([Action::Help, Action::Settings]);
    }
    if visit.overlay.is_some() || visit.screen != Screen::Welcome {
        offer.bar.push(Action::LeaveFast);
    }
    offer
}

/// Nothing lies behind a number, an opinion given or a farewell.
fn has_back(screen: &Screen) -> bool {
    !matches!(screen, Screen::Done | Screen::OpinionReason | Screen::Farewell)
}

fn of_overlay(overlay: Overlay, visit: &Visit, city: &City) -> Offer {
    match overlay {
        Overlay::Help => Offer::bar([Action::CallAttendant, Action::Home, Action::Back]),
        Overlay::Called => Offer::bar([Action::Back]),
        Overlay::StillThere => Offer::bar([Action::Stay]),
        Overlay::Settings => {
            let settings = visit.settings;
            let near = |value: u8, last: u8| {
                [value.checked_sub(1), Some(value + 1).filter(|v| *v <= last)].into_iter().flatten()
            };
            Offer {
                choices: (1..=Settings::LETTERS)
                    .map(Action::Letters)
                    .chain(Palette::ALL.map(Action::Palette))
                    .chain(city.languages.iter().copied().map(Action::Locale))
                    .chain(near(settings.rate, Settings::RATE).filter(|r| *r > 0).map(Action::Rate))
                    .chain(near(settings.volume, Settings::VOLUME).map(Action::Volume))
                    .collect(),
                bar: vec![Action::Back],
                ..Offer::default()
            }
        }
    }
}

fn of_screen(visit: &Visit, city: &City) -> Offer {
    use FieldKind::{Digits, LongText, Text};
    let draft = &visit.draft;
    let next = [Action::Next];
    let next_or_skip = [Action::Next, Action::Skip];
    match &visit.screen {
        Screen::Welcome => welcome(visit),
        Screen::Emergency => Offer::bar([Action::CallAttendant, Action::Request, Action::Home]),
        Screen::AtTheCounter(_) => Offer::bar([Action::CallAttendant, Action::Home]),
        Screen::Group => Offer {
            choices: city.groups.iter().map(|group| Action::Group(group.code.clone())).collect(),
            always: vec![Action::OwnWords],
            ..Offer::default()
        },
        Screen::Service(group) => Offer {
            choices: city.services_in(group).map(|s| Action::Service(s.code.clone())).collect(),
            always: vec![Action::OwnWords],
            ..Offer::default()
        },
        Screen::OwnWords => Offer::field("words", LongText, &next),
        Screen::Found => Offer {
            choices: visit.found.iter().cloned().map(Action::Service).collect(),
            always: vec![Action::NoneOfThese],
            ..Offer::default()
        },
        Screen::Urgent { .. } => Offer::bar([Action::CallAttendant, Action::Next]),
        Screen::Elsewhere => Offer::bar([Action::CallAttendant, Action::Home, Action::Next]),
        Screen::ForWhom => {
            let street = flow::service_of(draft, city).is_some_and(|s| s.place == PlaceNeed::Asked);
            Offer::choices(
                [Action::ForMe, Action::ForSomebodyElse]
                    .into_iter()
                    .chain(street.then_some(Action::ForWholeStreet)),
            )
        }
        Screen::Consent => Offer::choices([Action::AnswerToMe, Action::AnswerToThem]),
        Screen::Question(index) => question(*index, visit, city),
        Screen::PlaceKind => Offer {
            choices: place_kinds(city).map(Action::Place).collect(),
            bar: vec![Action::Skip],
            ..Offer::default()
        },
        Screen::Street => Offer {
            fields: vec![("address", Text)],
            choices: streets_like(visit.typed("address"), city).map(Action::Street).collect(),
            bar: next.to_vec(),
            ..Offer::default()
        },
        Screen::PlaceWords => Offer::field("place", LongText, &next_or_skip),
        Screen::AddressParts => Offer {
            fields: address_parts(city.country).iter().map(|part| (*part, Text)).collect(),
            bar: next_or_skip.to_vec(),
            ..Offer::default()
        },
        Screen::Description => Offer::field("description", LongText, &next_or_skip),
        Screen::Who => Offer::choices([Action::SayName, Action::Anonymous]),
        Screen::Name => Offer::field("name", Text, &next_or_skip),
        Screen::Document => Offer {
            fields: vec![("document", Digits)],
            choices: vec![Action::HaveNone, Action::RatherNot],
            bar: next.to_vec(),
            ..Offer::default()
        },
        Screen::DocumentDoubt => Offer::choices([Action::TypeAgain, Action::KeepAsTyped]),
        Screen::Channel => Offer::choices(
            city.channels.iter().copied().map(Action::Contact).chain([Action::ContactNone]),
        ),
        Screen::ReplyTo => Offer::field("reply-to", reply_kind(visit), &next_or_skip),
        Screen::SharedTelephone | Screen::LeaveMessage => Offer::choices([Action::Yes, Action::No]),
        Screen::Review => Offer {
            choices: flow::lines(draft, city).into_iter().map(Action::Change).collect(),
            bar: vec![Action::File],
            ..Offer::default()
        },
        Screen::Done => Offer {
            choices: vec![
                Action::HearNumber,
                Action::Reprint,
                Action::Request,
                Action::CallAttendant,
            ],
            bar: vec![Action::Finish],
            ..Offer::default()
        },
        Screen::Opinion => Offer {
            choices: (1..=5).map(Action::Face).collect(),
            bar: vec![Action::Skip],
            ..Offer::default()
        },
        Screen::OpinionReason => Offer {
            choices: reasons().map(|reason| Action::Reason(reason.to_owned())).collect(),
            bar: vec![Action::Skip],
            ..Offer::default()
        },
        Screen::Farewell => Offer::bar([Action::Finish]),
        Screen::FollowNumber => Offer::field("number", Digits, &next),
        Screen::FollowCode => Offer::field("code", Digits, &next_or_skip),
        Screen::FollowStatus => follow_status(visit),
    }
}

fn welcome(visit: &Visit) -> Offer {
    Offer::choices(visit.has_draft().then_some(Action::Resume).into_iter().chain([
        Action::Request,
        Action::FollowUp,
        Action::Booking,
        Action::Ticket,
        Action::Lessons,
        Action::Opinion,
        Action::Emergency,
    ]))
}

fn follow_status(visit: &Visit) -> Offer {
    let Some(follow_up) = &visit.follow_up else { return Offer::bar([Action::Home]) };
    let mut bar = Vec::new();
    match &follow_up.answer {
        LookUp::Found(status) => {
            if status.stage != Stage::Closed {
                bar.push(Action::Complain);
            }
            if status.details.is_none() {
                bar.push(Action::GiveCode);
            }
        }
        LookUp::CodeWrong => bar.push(Action::GiveCode),
        LookUp::Unreachable | LookUp::NotFound => bar.push(Action::TryAgain),
        LookUp::Looking | LookUp::TooManyCodes => {}
    }
    bar.extend([Action::CallAttendant, Action::Home, Action::Finish]);
    Offer::bar(bar)
}

/// Id of what has the focus: what the person moved to while it is there, else the first field.
#[must_use]
pub fn focus(visit: &Visit, offer: &Offer) -> Option<String> {
    let ids = offer.focusable(visit.page);
    let moved_to = visit.focus.clone().filter(|focus| ids.contains(focus));
    moved_to.or_else(|| offer.fields.first().map(|(id, _)| (*id).to_owned()))
}

/// The question on a screen.
#[must_use]
pub fn question_at<'a>(index: usize, visit: &Visit, city: &'a City) -> Option<&'a Question> {
    let id = flow::service_of(&visit.draft, city)?.questions.get(index)?;
    city.questions.get(id)
}

fn question(index: usize, visit: &Visit, city: &City) -> Offer {
    let Some(question) = question_at(index, visit, city) else {
        return Offer::bar([Action::Skip]);
    };
    let values = || question.values.iter().cloned().map(Action::Answer).collect();
    match question.datatype {
        Datatype::SingleValueList => {
            Offer { choices: values(), bar: vec![Action::Skip], ..Offer::default() }
        }
        Datatype::MultiValueList => {
            Offer { choices: values(), bar: vec![Action::Next, Action::Skip], ..Offer::default() }
        }
        Datatype::Line | Datatype::Datetime => {
            Offer::field("answer", FieldKind::Text, &[Action::Next, Action::Skip])
        }
        Datatype::Text => {
            Offer::field("answer", FieldKind::LongText, &[Action::Next, Action::Skip])
        }
        Datatype::Number => {
            Offer::field("answer", FieldKind::Digits, &[Action::Next, Action::Skip])
        }
    }
}

/// The ways to say where that make sense in this country.
fn place_kinds(city: &City) -> impl Iterator<Item = PlaceKind> {
    let village = city.country == Country::Romania;
    PlaceKind::ALL
        .into_iter()
        .filter(move |kind| *kind != PlaceKind::Village || village)
        .filter(move |kind| *kind != PlaceKind::Alley || !village)
}

/// The parts of an address after the street, in the order in which they are said.
#[must_use]
pub fn address_parts(country: Country) -> &'static [&'static str] {
    match country {
        Country::Brazil => &["number"],
        Country::Romania => &["number", "block", "stair", "floor", "flat"],
    }
}

/// Why a person is or is not satisfied.
pub fn reasons() -> impl Iterator<Item = &'static str> {
    ["easy", "kind", "fast", "difficult", "slow", "letters", "voice", "other"].into_iter()
}

/// What the reply field takes.
#[must_use]
pub fn reply_kind(visit: &Visit) -> FieldKind {
    use super::city::Channel;
    match visit.draft.reply.as_ref().and_then(Option::as_ref).map(|reply| reply.channel) {
        Some(Channel::Email) => FieldKind::Email,
        Some(Channel::Letter) => FieldKind::LongText,
        _ => FieldKind::Telephone,
    }
}

/// Rows of the streets whose name holds every word typed so far, at most six.
fn streets_like<'a>(typed: &str, city: &'a City) -> impl Iterator<Item = usize> + use<'a> {
    let words: Vec<String> =
        super::finder::plain(typed).split_whitespace().map(str::to_owned).collect();
    let long_enough = words.iter().map(String::len).sum::<usize>() >= 2;
    city.streets
        .iter()
        .enumerate()
        .filter(move |(_, street)| {
            let name = super::finder::plain(&street.name);
            long_enough
                && words
                    .iter()
                    .all(|word| name.split_whitespace().any(|part| part.starts_with(word.as_str())))
        })
        .map(|(row, _)| row)
        .take(6)
}

/// Whether the slip of the filed request may have come out already.
#[must_use]
pub fn copies_out(visit: &Visit) -> u32 {
    let out = visit.prints.iter().filter(|print| print.state != PrintState::NotPrinted);
    u32::try_from(out.count()).unwrap_or(u32::MAX)
}
