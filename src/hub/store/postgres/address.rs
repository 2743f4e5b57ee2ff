//! Where a database is: the address that PostgreSQL's own programs take, read once.

use std::fmt;
use std::path::PathBuf;

use tokio_postgres::Config;
use tokio_postgres::config::{Host, TargetSessionAttrs};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::CONNECT;
use super::tls::{Trust, connector};
use super::unusable::Unusable;

/// An address with its password, which is never shown.
pub struct Address {
    config: Config,
    tls: MakeRustlsConnect,
    place: String,
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({})", self.place)
    }
}

impl Address {
    /// Reads `postgresql://ROLE:PASSWORD@HOST:PORT/DATABASE?…`.
    ///
    /// `sslmode` is `disable`, `prefer` (encrypted where the server can; the default), `require`
    /// (encrypted, whoever it is) or `verify-full` (and the certificate names the host);
    /// `sslrootcert` is a file with the authority to be trusted instead of the machine's own.
    ///
    /// # Errors
    /// [`Unusable::Address`], and [`Unusable::Certificate`] where the authority cannot be read.
    pub fn parse(address: &str) -> Result<Self, Unusable> {
        let address = address.trim();
        if !["postgresql://", "postgres://"].iter().any(|scheme| address.starts_with(scheme)) {
            return Err(Unusable::Address("it does not begin with postgresql://"));
        }
        let (address, trust) = without_trust(address)?;
        let mut config: Config = address.parse().map_err(|_| {
            Unusable::Address("a part of it is unknown, or a letter must be written as %xx")
        })?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(Unusable::Address("it names no host"));
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT);
        }
        if config.get_application_name().is_none() {
            config.application_name("acolhe hub");
        }
        // A copy that only reads, or the one of two servers that is not in charge, is of no use.
        config.target_session_attrs(TargetSessionAttrs::ReadWrite);
        let place = place(&config);
        let tls = connector(&trust, &place)?;
        Ok(Self { config, tls, place })
    }

    /// To be shown: host, port and database.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    pub(super) fn how(&self) -> (Config, MakeRustlsConnect) {
        (self.config.clone(), self.tls.clone())
    }
}

/// Takes out what tokio-postgres does not know: whom to trust.
fn without_trust(address: &str) -> Result<(String, Trust), Unusable> {
    let host = address.rfind('@').unwrap_or_default();
    let Some(start) = address[host..].find('?').map(|at| host + at) else {
        return Ok((address.to_owned(), Trust::Anybody));
    };
    let (mut verified, mut authority) = (false, None);
    let mut kept = Vec::new();
    for pair in address[start + 1..].split('&') {
        match pair.split_once('=') {
            Some(("sslmode", "verify-full")) => {
                verified = true;
                kept.push("sslmode=require");
            }
            Some(("sslmode", "allow" | "verify-ca")) => {
                return Err(Unusable::Address(
                    "sslmode is disable, prefer, require or verify-full here",
                ));
            }
            Some(("sslrootcert", file)) => authority = Some(PathBuf::from(decoded(file))),
            _ => kept.push(pair),
        }
    }
    let trust = match (verified, authority) {
        (true, Some(file)) => Trust::Authority(file),
        (true, None) => Trust::Machine,
        (false, Some(_)) => {
            return Err(Unusable::Address("sslrootcert goes with sslmode=verify-full"));
        }
        (false, None) => Trust::Anybody,
    };
    Ok((format!("{}?{}", &address[..start], kept.join("&")), trust))
}

/// `%2Fetc` is `/etc`; what is no such sign stays.
fn decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => bytes.push(byte),
            None => bytes.extend(b"%".iter().chain(part.get(..2).unwrap_or_default().as_bytes())),
        }
        bytes.extend(part.get(2..).unwrap_or_default().as_bytes());
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn place(config: &Config) -> String {
    let ports = config.get_ports();
    let port = |index: usize| ports.get(index).or(ports.first()).copied().unwrap_or(5432);
    let host = |(index, host): (usize, &Host)| match host {
        Host::Tcp(name) if name.contains(':') => format!("[{name}]:{}", port(index)),
        Host::Tcp(name) => format!("{name}:{}", port(index)),
        #[cfg(unix)]
        Host::Unix(folder) => folder.display().to_string(),
    };
    let mut hosts: Vec<String> = config.get_hosts().iter().enumerate().map(host).collect();
    if hosts.is_empty() {
        hosts = config.get_hostaddrs().iter().map(ToString::to_string).collect();
    }
    let database = config.get_dbname().or(config.get_user()).unwrap_or_default();
    format!("{}/{database}", hosts.join(","))
}
