//! Precedence, paths and refusals of the configuration.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;
use crate::domain::request::Origin;

/// A folder with assets, and a configuration beside them.
struct Installation {
    dir: tempfile::TempDir,
    environment: BTreeMap<&'static str, String>,
    places: Places,
}

impl Installation {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("temporary folder");
        for name in ["cities", "locales"] {
            std::fs::create_dir(dir.path().join(name)).expect("writable");
        }
        let places = Places { assets: Some(dir.path().to_owned()), ..Places::default() };
        let home = dir.path().join("home").display().to_string();
        Self { dir, environment: BTreeMap::from([("HOME", home)]), places }
    }

    fn with_config(mut self, text: &str) -> Self {
        self.places.config = Some(self.write("station.toml", text));
        self
    }

    fn with_variable(mut self, name: &'static str, value: &str) -> Self {
        self.environment.insert(name, value.to_owned());
        self
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).expect("writable");
        path
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn load(&self) -> Result<Setup, ConfigError> {
        load_with(&self.places, &|name| self.environment.get(name).map(Into::into))
    }

    #[track_caller]
    fn refuses(&self, expected: &str) {
        let error = self.load().expect_err("refused").to_string();
        let told = error.replace(&format!("{}/", self.dir.path().display()), "");
        assert_eq!(told, expected);
    }
}

#[test]
fn without_a_config_it_is_the_demo_city() {
    let installation = Installation::new();
    let setup = installation.load().expect("a setup");
    assert!(!setup.enrolled);
    assert_eq!(setup.station().get(), 14);
    assert_eq!(setup.city_dir(), installation.path("cities/vila-serena"));
    assert_eq!(setup.data, installation.path("home/.local/share/acolhe"));
    assert_eq!(setup.paper_dir(), setup.data.join("paper"));
    assert_eq!(setup.config.idle.seconds.get(), 300);
    assert_eq!(setup.config.log.days.get(), 14);
    assert_eq!(setup.config.printer.width.millimetres(), 80);
    assert_eq!(setup.config.station.channel, Origin::Kiosk);
}

#[test]
fn xdg_data_home_is_taken_unless_it_is_relative() {
    let data = |value| {
        let setup = Installation::new().with_variable("XDG_DATA_HOME", value).load();
        setup.expect("a setup").data
    };
    assert_eq!(data("/srv/data"), PathBuf::from("/srv/data/acolhe"));
    assert!(data("here").ends_with("home/.local/share/acolhe"));
}

#[test]
fn a_file_says_everything_and_its_paths_are_relative_to_it() {
    let installation = Installation::new().with_config(
        "[city]\ndir = \"cities/tiny\"\n\
         [station]\nnumber = 7\nbranch = \"SUL\"\nchannel = \"telephone\"\n\
         [hub]\nurl = \"http://127.0.0.1:8311/open311/v2/\"\nkey = \"k\"\ndialect = \"open311\"\n\
         [printer]\ndriver = \"none\"\npath = \"/abs\"\nwidth = 58\n[voice]\ndriver = \"silent\"\n\
         [log]\ndays = 3\n[idle]\nseconds = 30\nwarning_seconds = 10\n",
    );
    let setup = installation.load().expect("a setup");
    assert!(setup.enrolled);
    assert_eq!(setup.station().get(), 7);
    assert_eq!(setup.city_dir(), installation.path("cities/tiny"));
    assert_eq!(setup.paper_dir(), PathBuf::from("/abs"));
    assert_eq!(setup.config.station.channel, Origin::Telephone);
    assert_eq!(setup.config.hub.url.as_deref(), Some("http://127.0.0.1:8311/open311/v2"));
    assert_eq!(setup.config.hub.dialect, Dialect::Open311);
    assert_eq!(setup.config.printer.driver, PrinterDriver::None);
    assert_eq!(setup.config.printer.width, PaperWidth::Mm58);
}

#[test]
fn a_flag_beats_the_environment_and_the_environment_the_file() {
    let mut installation = Installation::new()
        .with_config("[hub]\nurl = \"http://file.example\"\nkey = \"from the file\"\n")
        .with_variable("ACOLHE_HUB_URL", "https://environment.example")
        .with_variable("ACOLHE_HUB_KEY", "from the environment")
        .with_variable("XDG_DATA_HOME", "/environment");
    installation.places.data = Some("/flag".into());
    let setup = installation.load().expect("a setup");
    assert_eq!(setup.data, PathBuf::from("/flag"));
    assert_eq!(setup.config.hub.url.as_deref(), Some("https://environment.example"));
    assert_eq!(setup.config.hub.key.expect("a key").expose(), "from the environment");
}

#[test]
fn flags_beat_the_environment_of_clap() {
    use clap::{CommandFactory as _, Parser};

    #[derive(Parser)]
    struct Command {
        #[command(flatten)]
        places: Places,
    }

    let environment = |name: &str| {
        let command = Command::command();
        let argument = command.get_arguments().find(|argument| argument.get_id() == name);
        argument.and_then(|argument| argument.get_env()).map(ToOwned::to_owned)
    };
    assert_eq!(environment("config"), Some("ACOLHE_CONFIG".into()));
    assert_eq!(environment("data"), Some("ACOLHE_DATA".into()));
    assert_eq!(environment("assets"), Some("ACOLHE_ASSETS".into()));
    let command = Command::parse_from(["acolhe", "--data", "/flag"]);
    assert_eq!(command.places.data, Some("/flag".into()));
}

#[test]
fn a_key_comes_from_its_file_and_is_never_shown() {
    let installation = Installation::new().with_config("[hub]\nkey_file = \"hub.key\"\n");
    installation.write("hub.key", "s3cret\n");
    let setup = installation.load().expect("a setup");
    assert_eq!(setup.config.hub.key.as_ref().expect("a key").expose(), "s3cret");
    assert!(!format!("{setup:?}").contains("s3cret"));
}

#[test]
fn what_is_wrong_in_the_file_is_told_with_line_and_remedy() {
    let refuses =
        |text: &str, expected: &str| Installation::new().with_config(text).refuses(expected);
    refuses(
        "[idle]\nsecond = 3\n",
        "station.toml:2: unknown field `second`. Use `seconds` or `warning_seconds`",
    );
    refuses(
        "[station]\nchannel = \"web\"\n",
        "station.toml:2: unknown variant `web`. Use one of `kiosk`, `counter`, `telephone`",
    );
    refuses(
        "\n[station]\nnumber = 10000\n",
        "station.toml:3: A station number is from 1 to 9999. Correct this line",
    );
    refuses(
        "[printer]\ndriver = \"fax\"\n",
        "station.toml:2: unknown printer driver \"fax\". \
         Use \"tcp\", \"serial\", \"usb\", \"device\", \"cups\", \"folder\" or \"none\"",
    );
    #[cfg(all(feature = "voice", target_os = "linux"))]
    refuses(
        "[voice]\ndriver = \"parrot\"\n",
        "station.toml:2: unknown voice driver \"parrot\". \
         Use \"speech-dispatcher\", \"system\" or \"silent\"",
    );
    #[cfg(not(feature = "voice"))]
    refuses(
        "[voice]\ndriver = \"system\"\n",
        "station.toml:2: this build has no voice driver \"system\". Use \"silent\"",
    );
    refuses(
        "[screen]\nwidth_mm = 268\n",
        "station.toml:1: width_mm is there without height_mm. Measure and write both",
    );
    refuses("[printer]\nwidth = 70\n", "station.toml:2: paper is not 70 mm wide. Use 58 or 80");
    refuses("[hub]\nkey = 5\n", "station.toml:2: the key is not a text. Put it in quotes");
    refuses(
        "[hub]\nkey = \"a\"\nkey_file = \"b\"\n",
        "station.toml:3: hub.key and hub.key_file are both there. Keep one",
    );
    refuses(
        "[hub]\nurl = \"hub.example\"\n",
        "station.toml:2: this is not an address. Write it whole: https://hub.example/open311/v2",
    );
}

#[test]
fn assets_that_are_not_there_are_refused() {
    let mut installation = Installation::new();
    installation.places.assets = Some(installation.path("cities"));
    let error = installation.load().expect_err("refused").to_string();
    assert!(error.starts_with("No cities/ and locales/ in "), "{error}");
    assert!(error.ends_with("with --assets"), "{error}");
}

#[test]
fn a_store_key_is_made_once_and_kept() {
    let installation = Installation::new();
    let setup = installation.load().expect("a setup");
    let key = key::store_key_with(&setup, None).expect("a key");
    assert_eq!(key::store_key_with(&setup, None).expect("the same key"), key);
    assert_ne!(key, [0; 32]);
}

#[test]
fn a_store_key_comes_from_its_file_then_from_the_credentials() {
    let mut installation = Installation::new();
    let credentials = installation.dir.path().to_owned();
    installation.write("store.key", &"ab".repeat(32));
    let setup = installation.load().expect("a setup");
    let key = key::store_key_with(&setup, Some(&credentials)).expect("a key");
    assert_eq!(key, [0xab; 32]);

    installation = installation.with_config("[store]\nkey_file = \"own.key\"\n");
    private(&installation.write("own.key", &"cd".repeat(32)));
    let setup = installation.load().expect("a setup");
    let key = key::store_key_with(&setup, Some(&credentials)).expect("a key");
    assert_eq!(key, [0xcd; 32]);
}

#[test]
fn a_store_key_that_is_exposed_or_broken_is_refused() {
    let installation = Installation::new().with_config("[store]\nkey_file = \"own.key\"\n");
    let setup = installation.load().expect("a setup");
    let refusal = || key::store_key_with(&setup, None).expect_err("refused").to_string();

    assert!(refusal().contains("Cannot read"));
    let path = installation.write("own.key", &"cd".repeat(32));
    assert!(refusal().ends_with(&format!("Run: chmod 600 {}", path.display())), "{}", refusal());
    private(&path);
    installation.write("own.key", &"+f".repeat(32));
    assert!(refusal().contains("64 hexadecimal digits"));
}

fn private(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("own file");
}
