//! The configuration file: every table and key optional, unknown ones refused.

use std::collections::BTreeMap;
use std::fmt;
use std::num::{NonZeroU16, NonZeroU32};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};

use super::{ConfigError, MicrophoneConfig, PanelConfig, PrinterConfig, Screen};
use crate::content::Fault;
use crate::domain::city::Language;
use crate::domain::protocol_number::StationNumber;
use crate::domain::request::Origin;

/// What the file says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The city.
    pub city: CityConfig,
    /// This installation.
    pub station: StationConfig,
    /// The city's server.
    pub hub: HubConfig,
    /// The printer.
    pub printer: PrinterConfig,
    /// A second printer, where an attendant sits: for when the first cannot print.
    pub counter_printer: Option<PrinterConfig>,
    /// The scanner.
    pub scanner: ScannerConfig,
    /// The headphone socket.
    pub headphones: HeadphonesConfig,
    /// The tactile keypad.
    pub keypad: KeypadConfig,
    /// The voice.
    pub voice: VoiceConfig,
    /// The microphone.
    pub microphone: MicrophoneConfig,
    /// What is taught.
    pub lessons: LessonsConfig,
    /// What is kept.
    pub store: StoreConfig,
    /// What is logged.
    pub log: LogConfig,
    /// Nobody touches anything.
    pub idle: IdleConfig,
    /// The glass.
    pub screen: Screen,
    /// A waiting room's window.
    pub panel: PanelConfig,
}

/// `[city]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CityConfig {
    /// The city's folder; see [`super::Setup::city_dir`].
    pub dir: Option<PathBuf>,
}

/// `[station]`
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StationConfig {
    /// The number that the hub gave; see [`super::Setup::station`].
    pub number: Option<StationNumber>,
    /// Code of the branch where it stands; the city's first when left out.
    pub branch: Option<String>,
    /// Who sits at the keys.
    pub channel: Origin,
}

impl Default for StationConfig {
    fn default() -> Self {
        Self { number: None, branch: None, channel: Origin::Kiosk }
    }
}

/// `[hub]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HubConfig {
    /// Address of any Open311 server; nothing is delivered without one.
    #[serde(deserialize_with = "optional_http_url")]
    pub url: Option<String>,
    /// The key, also when it came from `key_file` or the environment.
    pub key: Option<Secret>,
    /// A file that holds the key and nothing else.
    pub key_file: Option<PathBuf>,
    /// Address of the PostgreSQL database over which this hub runs, also when it came from
    /// `database_file`; a file in the data folder without one.
    pub database: Option<Secret>,
    /// A file that holds that address, with its password, and nothing else.
    pub database_file: Option<PathBuf>,
    /// What the server understands.
    pub dialect: Dialect,
    /// `jurisdiction_id` of the server, where it wants one.
    pub jurisdiction: Option<String>,
}

/// What the city's server understands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// Ask its discovery document.
    #[default]
    Auto,
    /// Our extensions, as in `docs/wire.md`.
    Acolhe,
    /// Plain Open311 and nothing else.
    Open311,
}

/// `[scanner]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ScannerConfig {
    /// The keyboard that the scanner is: `/dev/input/by-id/…-event-kbd`.
    #[serde(deserialize_with = "scanner")]
    pub device: Option<PathBuf>,
}

/// `[headphones]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HeadphonesConfig {
    /// The socket as the kernel knows it: `/dev/input/by-path/…-event`. Without one the station
    /// never learns of headphones.
    #[serde(deserialize_with = "socket")]
    pub device: Option<PathBuf>,
}

/// Like a scanner: a socket that this build could not read is refused.
fn socket<'de, D: Deserializer<'de>>(value: D) -> Result<Option<PathBuf>, D::Error> {
    let device = PathBuf::deserialize(value)?;
    if cfg!(all(feature = "scanner", target_os = "linux")) {
        Ok(Some(device))
    } else {
        Err(serde::de::Error::custom("this build reads no headphone socket. Take this line out"))
    }
}

/// A scanner that this build could not read is refused, not passed over.
fn scanner<'de, D: Deserializer<'de>>(value: D) -> Result<Option<PathBuf>, D::Error> {
    let device = PathBuf::deserialize(value)?;
    if cfg!(all(feature = "scanner", target_os = "linux")) {
        Ok(Some(device))
    } else {
        Err(serde::de::Error::custom("this build has no scanner. Take this line out"))
    }
}

/// `[keypad]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KeypadConfig {
    /// A file of `hardware/keypads`, without its ending; none for an ordinary keyboard.
    pub profile: Option<String>,
}

/// `[voice]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct VoiceConfig {
    /// What speaks.
    pub driver: VoiceDriver,
    /// The command that starts the speech server anew, word by word; empty: what the machine has.
    pub restart: Vec<String>,
    /// The server's module that speaks a language, where it is not the usual one.
    pub modules: BTreeMap<Language, String>,
}

/// What speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum VoiceDriver {
    /// Nothing.
    #[default]
    Silent,
    /// speech-dispatcher, as most Linux machines have it.
    #[cfg(all(feature = "voice", target_os = "linux"))]
    SpeechDispatcher,
    /// The platform's own voice.
    #[cfg(feature = "voice")]
    System,
}

impl VoiceDriver {
    /// Its name in the configuration.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            #[cfg(all(feature = "voice", target_os = "linux"))]
            Self::SpeechDispatcher => "speech-dispatcher",
            #[cfg(feature = "voice")]
            Self::System => "system",
        }
    }
}

impl TryFrom<String> for VoiceDriver {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        match name.as_str() {
            "silent" => Ok(Self::Silent),
            #[cfg(all(feature = "voice", target_os = "linux"))]
            "speech-dispatcher" => Ok(Self::SpeechDispatcher),
            #[cfg(feature = "voice")]
            "system" => Ok(Self::System),
            // One that was not built in deserves another answer than a slip of the finger.
            other if ["speech-dispatcher", "system"].contains(&other) => {
                Err(format!("this build has no voice driver \"{name}\". {VOICES}"))
            }
            _ => Err(format!("unknown voice driver \"{name}\". {VOICES}")),
        }
    }
}

#[cfg(all(feature = "voice", target_os = "linux"))]
const VOICES: &str = "Use \"speech-dispatcher\", \"system\" or \"silent\"";
#[cfg(all(feature = "voice", not(target_os = "linux")))]
const VOICES: &str = "Use \"system\" or \"silent\"";
#[cfg(not(feature = "voice"))]
const VOICES: &str = "Use \"silent\"";

/// `[lessons]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LessonsConfig {
    /// Where sticks are mounted: packs of lessons are taken from there, and from folders in it.
    pub stick: Option<PathBuf>,
    /// Whether packs are fetched from the city's hub as well.
    pub hub: bool,
    /// Address of the machine in this room that leads groups; without one nobody joins any.
    #[serde(deserialize_with = "optional_http_url")]
    pub leader: Option<String>,
}

/// `[store]`
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StoreConfig {
    /// A file with 64 hexadecimal digits; see [`super::store_key`].
    pub key_file: Option<PathBuf>,
    /// Megabytes of free disk below which nothing new is begun.
    pub reserve_megabytes: u32,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self { key_file: None, reserve_megabytes: 50 }
    }
}

/// `[log]`
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogConfig {
    /// How many days logs are kept.
    pub days: NonZeroU16,
}

impl Default for LogConfig {
    fn default() -> Self {
        const FORTNIGHT: NonZeroU16 = NonZeroU16::new(14).expect("14 is not 0");
        Self { days: FORTNIGHT }
    }
}

/// `[idle]`
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IdleConfig {
    /// Seconds without a touch until the person is asked whether they are still there.
    pub seconds: NonZeroU32,
    /// Seconds after that until the visit is wiped.
    pub warning_seconds: NonZeroU32,
}

impl Default for IdleConfig {
    fn default() -> Self {
        const FIVE_MINUTES: NonZeroU32 = NonZeroU32::new(300).expect("300 is not 0");
        const MINUTE: NonZeroU32 = NonZeroU32::new(60).expect("60 is not 0");
        Self { seconds: FIVE_MINUTES, warning_seconds: MINUTE }
    }
}

/// Something that is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Hides a text.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself, to be sent and never shown.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // serde's own message would repeat the secret.
        let text = String::deserialize(deserializer)
            .map_err(|_| serde::de::Error::custom("the key is not a text. Put it in quotes"))?;
        Ok(Self(text))
    }
}

fn optional_http_url<'de, D: Deserializer<'de>>(url: D) -> Result<Option<String>, D::Error> {
    http_url(&String::deserialize(url)?).map(Some).map_err(serde::de::Error::custom)
}

/// The address of a server, without a slash at its end; else what is wrong with it.
pub(super) fn http_url(url: &str) -> Result<String, String> {
    match reqwest::Url::parse(url) {
        Ok(parsed) if matches!(parsed.scheme(), "http" | "https") => {
            Ok(url.trim_end_matches('/').to_owned())
        }
        _ => Err("this is not an address. Write it whole: https://hub.example/open311/v2".into()),
    }
}

/// Reads a file; its paths become relative to its folder.
pub(super) fn read(path: &Path) -> Result<Config, ConfigError> {
    let text = super::read(path)?;
    let mut config: Config = toml::from_str(&text).map_err(|error| fault(path, &text, &error))?;
    if config.hub.key.is_some() && config.hub.key_file.is_some() {
        let at = text.find("key_file").unwrap_or_default();
        return Err(
            told(path, &text, at, "hub.key and hub.key_file are both there. Keep one").into()
        );
    }
    if config.hub.database.is_some() && config.hub.database_file.is_some() {
        let at = text.find("database_file").unwrap_or_default();
        let what = "hub.database and hub.database_file are both there. Keep one";
        return Err(told(path, &text, at, what).into());
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let paths = [
        &mut config.city.dir,
        &mut config.hub.key_file,
        &mut config.hub.database_file,
        &mut config.printer.path,
        &mut config.microphone.path,
        &mut config.lessons.stick,
        &mut config.store.key_file,
    ];
    let counter = config.counter_printer.as_mut().map(|printer| &mut printer.path);
    for path in paths.into_iter().chain(counter).flatten() {
        *path = folder.join(&path);
    }
    Ok(config)
}

fn fault(path: &Path, text: &str, error: &toml::de::Error) -> Fault {
    let at = error.span().map_or(0, |span| span.start);
    told(path, text, at, error.message())
}

/// Our own messages hold a remedy after the first full stop, serde's after "expected".
fn told(path: &Path, text: &str, at: usize, message: &str) -> Fault {
    let (what, remedy) = if let Some((what, expected)) = message.split_once(", expected ") {
        (what, format!("Use {expected}"))
    } else if let Some((what, remedy)) = message.split_once(". ") {
        (what, remedy.to_owned())
    } else {
        (message, "Correct this line".to_owned())
    };
    Fault {
        file: path.to_owned(),
        line: crate::content::line_of(text, at),
        what: what.to_owned(),
        remedy,
    }
}
