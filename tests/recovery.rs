//! A station breaks before the line is back: its requests reach the city from a copy.

#![cfg(feature = "hub")]

#[path = "support/support.rs"]
mod support;

#[cfg(test)]
mod recovery {
    use std::fs;
    use std::path::Path;

    use age::secrecy::ExposeSecret;
    use age::x25519::Identity;

    use super::support::{Hub, Play, Station, TINY, repository};

    /// A city of three services that has a recovery key.
    fn city_with(recipient: &str, folder: &Path) {
        fn copy(from: &Path, to: &Path) {
            fs::create_dir_all(to).unwrap();
            for entry in fs::read_dir(from).unwrap() {
                let entry = entry.unwrap();
                let target = to.join(entry.file_name());
                if entry.path().is_dir() {
                    copy(&entry.path(), &target);
                } else {
                    fs::copy(entry.path(), target).unwrap();
                }
            }
        }
        copy(&repository(TINY), folder);
        let file = folder.join("city.toml");
        let text = fs::read_to_string(&file).unwrap();
        let with_key = text.replace("recipient = \"\"", &format!("recipient = \"{recipient}\""));
        assert_ne!(text, with_key);
        fs::write(&file, with_key).unwrap();
    }

    #[test]
    fn requests_of_a_station_that_broke_reach_the_city_from_a_copy() {
        let mut hub = Hub::start(TINY);
        let station = Station::enrolled(&hub);
        let identity = Identity::generate();
        let city = station.data().with_file_name("city");
        city_with(&identity.to_public().to_string(), &city);
        let tiny = repository(TINY);
        let configuration = station.configuration();
        station.configure(
            &configuration.replace(&tiny.display().to_string(), &city.display().to_string()),
        );
        hub.kill();
        let mut play = Play::start(&station);
        let numbers = [play.file_a_request(), play.file_a_request()];
        play.kill();

        let copy = city.with_file_name("copy.age");
        station.outbox(&["export", &copy.display().to_string()]);
        let words = fs::read(&copy).unwrap();
        assert!(words.starts_with(b"age-encryption.org/v1"));

        hub.restart();
        let staff = hub.ask(&["key", "add", "--name", "staff", "--staff"]);
        let staff = staff.split_whitespace().last().unwrap().to_owned();
        let (secret, key) = (city.with_file_name("identity"), city.with_file_name("staff.key"));
        fs::write(&secret, identity.to_string().expose_secret()).unwrap();
        fs::write(&key, staff).unwrap();
        let recover = [
            "recover",
            &copy.display().to_string(),
            "--identity",
            &secret.display().to_string(),
            "--staff-key",
            &key.display().to_string(),
        ];
        station.outbox(&recover);
        // A second time changes nothing: the request ids are known.
        station.outbox(&recover);
        let mut there = hub.numbers();
        there.sort();
        assert_eq!(there, numbers);
        assert!(hub.alarms().is_empty());

        // The station was mended after all: it delivers what the city has already.
        let mut play = Play::start(&station);
        play.deliver_all();
        assert_eq!(hub.numbers().len(), 2);
    }
}
