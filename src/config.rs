//! How one installation is set up: flags, environment, a TOML file, defaults, in this order.
//!
//! Without a file it is the demo city. [`Config::load`] gives a [`Setup`] in which every path can
//! be used as it is; [`store_key`] gives the key that seals what waits for delivery.

mod error;
mod file;
mod key;
mod microphone;
mod panel;
mod place;
mod printer;
mod screen;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub use error::ConfigError;
pub use file::{
    CityConfig, Config, Dialect, HubConfig, IdleConfig, KeypadConfig, LessonsConfig, LogConfig,
    ScannerConfig, Secret, StationConfig, StoreConfig, VoiceConfig, VoiceDriver,
};
pub use key::{kept_store_key, make_secret, read_secret, store_key};
pub use microphone::{MicrophoneConfig, MicrophoneDriver};
pub use panel::PanelConfig;
pub use place::find_assets;
pub use printer::{FlowControl, PaperWidth, PrinterConfig, PrinterDriver};
pub use screen::{GivenSize, PinHash, Screen};

use crate::domain::protocol_number::StationNumber;

/// The demo's station.
const DEMO_STATION: u16 = 14;

/// Where things are, as every command takes it from flags or environment.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Places {
    /// Configuration of this installation (TOML); without one it is the demo city
    #[arg(long, value_name = "FILE", env = "ACOLHE_CONFIG", global = true)]
    pub config: Option<PathBuf>,
    /// Folder for what must be kept
    #[arg(long, value_name = "DIR", env = "ACOLHE_DATA", global = true)]
    pub data: Option<PathBuf>,
    /// Folder that holds cities/ and locales/
    #[arg(long, value_name = "DIR", env = "ACOLHE_ASSETS", global = true)]
    pub assets: Option<PathBuf>,
}

/// One installation, ready to start.
#[derive(Clone, Debug)]
pub struct Setup {
    /// What the file says, and the defaults of what it does not say.
    pub config: Config,
    /// Folder for what must be kept; it may not exist yet.
    pub data: PathBuf,
    /// Folder that holds `cities/` and `locales/`.
    pub assets: PathBuf,
    /// Whether the configuration names a station. Without one it is only a demo.
    pub enrolled: bool,
}

impl Setup {
    /// The city's folder.
    #[must_use]
    pub fn city_dir(&self) -> PathBuf {
        let city = self.config.city.dir.clone();
        city.unwrap_or_else(|| self.assets.join("cities").join("vila-serena"))
    }

    /// The folder into which the paper-folder printer prints.
    #[must_use]
    pub fn paper_dir(&self) -> PathBuf {
        self.config.printer.path.clone().unwrap_or_else(|| self.data.join("paper"))
    }

    /// The folder into which a paper-folder printer at the counter prints.
    #[must_use]
    pub fn counter_paper_dir(&self) -> PathBuf {
        let printer = self.config.counter_printer.as_ref();
        printer
            .and_then(|printer| printer.path.clone())
            .unwrap_or_else(|| self.data.join("counter-paper"))
    }

    /// This station's number; the demo's when it was never enrolled.
    ///
    /// # Panics
    ///
    /// Never: the demo's number is a station number.
    #[must_use]
    pub fn station(&self) -> StationNumber {
        self.config.station.number.unwrap_or_else(|| {
            StationNumber::new(DEMO_STATION).expect("the demo's number is from 1 to 9999")
        })
    }
}

impl Config {
    /// Reads everything that says how this installation is set up.
    ///
    /// # Errors
    ///
    /// The file cannot be read or says something unknown, or no folder for assets or data is
    /// found.
    pub fn load(places: &Places) -> Result<Setup, ConfigError> {
        load_with(places, &|name| std::env::var_os(name))
    }
}

/// What can be known of an installation, also of one that cannot start.
#[derive(Debug)]
pub struct Survey {
    /// What the file says; `None` where it cannot be understood.
    pub config: Option<Config>,
    /// Folder for what must be kept; `None` where nobody named one.
    pub data: Option<PathBuf>,
    /// Folder that holds `cities/` and `locales/`; `None` where there is none.
    pub assets: Option<PathBuf>,
    /// What keeps it from starting.
    pub faults: Vec<ConfigError>,
}

impl Config {
    /// Reads everything that [`Config::load`] reads, and goes on after each fault.
    #[must_use]
    pub fn survey(places: &Places) -> Survey {
        survey_with(places, &|name| std::env::var_os(name))
    }
}

/// Like [`Config::load`], in an environment that a test can make.
fn load_with(
    places: &Places,
    environment: &dyn Fn(&str) -> Option<OsString>,
) -> Result<Setup, ConfigError> {
    let Survey { config, data, assets, faults } = survey_with(places, environment);
    if let Some(fault) = faults.into_iter().next() {
        return Err(fault);
    }
    let config = config.unwrap_or_default();
    Ok(Setup {
        enrolled: config.station.number.is_some(),
        data: data.unwrap_or_default(),
        assets: assets.unwrap_or_default(),
        config,
    })
}

fn survey_with(places: &Places, environment: &dyn Fn(&str) -> Option<OsString>) -> Survey {
    let mut faults = Vec::new();
    let mut noted = |fault: ConfigError| faults.push(fault);
    let config = match &places.config {
        Some(path) => file::read(path).map_err(&mut noted).ok(),
        None => Some(Config::default()),
    };
    let config = config.map(|mut config| {
        if let Some(url) = environment("ACOLHE_HUB_URL") {
            let url = file::http_url(&url.to_string_lossy()).map_err(ConfigError::HubUrl);
            config.hub.url = url.map_err(&mut noted).ok();
        }
        if let Some(key) = environment("ACOLHE_HUB_KEY") {
            config.hub.key = Some(Secret::new(key.to_string_lossy().into_owned()));
        } else if let Some(path) = &config.hub.key_file {
            let key = read(path).map_err(&mut noted).ok();
            config.hub.key = key.map(|key| Secret::new(key.trim().to_owned()));
        }
        if let Some(path) = &config.hub.database_file {
            let address = read(path).map_err(&mut noted).ok();
            config.hub.database = address.map(|it| Secret::new(it.trim().to_owned()));
        }
        config
    });
    let data = place::find_data(places.data.as_deref(), environment).map_err(&mut noted).ok();
    let assets = find_assets(places.assets.as_deref()).map_err(&mut noted).ok();
    Survey { config, data, assets, faults }
}

fn read(path: &Path) -> Result<String, ConfigError> {
    std::fs::read_to_string(path)
        .map_err(|source| ConfigError::Read { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests;
