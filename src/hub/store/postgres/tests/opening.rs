//! Databases that cannot be used, and how one is told.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::super::{Address, Unusable};
use super::opened;
use super::server::Server;
use crate::hub::store::StoreError;

/// Why the database cannot be used, in one line that does not hold the password.
async fn why(url: &str) -> Unusable {
    let error = opened(url).await.unwrap_err();
    let told = format!("{error} {error:?} {:?}", StoreError::from(error_of(url).await));
    let secrets = ["pass:", "word/", "%3A", "%2F", "s3cret"];
    assert!(secrets.iter().all(|secret| !told.contains(secret)), "{told}");
    assert!(!error.to_string().contains('\n'), "{error}");
    error
}

async fn error_of(url: &str) -> Unusable {
    opened(url).await.unwrap_err()
}

#[test]
fn an_address_is_read_or_refused_and_its_password_never_shown() {
    let read = Address::parse("postgresql://hub:se%40cret@db.example:6432/acolhe").unwrap();
    assert_eq!(read.place(), "db.example:6432/acolhe");
    assert_eq!(format!("{read:?}"), "Address(db.example:6432/acolhe)");
    let socket = Address::parse("postgres://hub@/acolhe?host=/run/postgresql").unwrap();
    assert_eq!(socket.place(), "/run/postgresql/acolhe");
    for wrong in [
        "",
        "hub:secret@db.example/acolhe",
        "mysql://hub:secret@db.example/acolhe",
        "postgresql://",
        "postgresql://hub:secret@/acolhe",
        "postgresql://hub:secret@db.example:port/acolhe",
        "postgresql://hub:secret@db.example/acolhe?secret=1",
        "postgresql://hub:secret@db.example/acolhe?sslmode=secret",
        "postgresql://hub:secret@db.example/acolhe?sslmode=verify-ca",
        "postgresql://hub:secret@db.example/acolhe?sslrootcert=secret",
        "postgresql://hub:secret@db.example/acolhe?sslmode=verify-full&sslrootcert=/nowhere",
    ] {
        let error = Address::parse(wrong).unwrap_err();
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn whatever_keeps_a_database_from_being_used_has_its_line() {
    let server = Server::shared();
    let database = server.database();
    let wrong = database.url.replacen(":pass", ":false", 1);
    assert!(matches!(why(&wrong).await, Unusable::Refused { .. }));
    let nobody = database.url.replacen(&database.role, "nobody", 1);
    assert!(matches!(why(&nobody).await, Unusable::Refused { .. }));
    let nowhere = format!("{}x", database.url);
    assert!(matches!(why(&nowhere).await, Unusable::NoDatabase { .. }));
    let no_socket = database.url.replacen("%2Fpg", "%2Fnopg", 1);
    assert!(matches!(why(&no_socket).await, Unusable::Unreachable { .. }));
    let no_port = "postgresql://hub:s3cret@127.0.0.1:1/acolhe";
    assert!(matches!(why(no_port).await, Unusable::Unreachable { .. }));
}

#[tokio::test]
async fn a_server_that_says_nothing_is_given_up() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port();
    let url = format!("postgresql://hub:password@127.0.0.1:{port}/acolhe?connect_timeout=1");
    assert!(matches!(error_of(&url).await, Unusable::Unreachable { .. }));
}

#[tokio::test]
async fn a_database_without_rights_or_with_the_tables_of_others_is_refused() {
    let server = Server::shared();
    let (theirs, ours) = (server.database(), server.database());
    let strange = server.url(&ours.role, &theirs.name);
    assert!(matches!(why(&strange).await, Unusable::NoRight { .. }), "it may not make tables");
    server.sql("postgres", &format!("REVOKE CONNECT ON DATABASE {} FROM public", theirs.name));
    assert!(matches!(why(&strange).await, Unusable::NoRight { .. }), "it may not come in");

    server.sql(&ours.name, "CREATE TABLE requests (id INTEGER)");
    assert!(matches!(why(&ours.url).await, Unusable::Foreign { .. }));

    server.sql(
        "postgres",
        &format!("ALTER ROLE {} SET default_transaction_read_only = on", theirs.role),
    );
    assert!(why(&theirs.url).await.to_string().contains("does not allow writes"), "a copy");

    let old = "CREATE DATABASE old ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0";
    server.sql("postgres", &format!("{old} OWNER {}", ours.role));
    assert!(matches!(why(&server.url(&ours.role, "old")).await, Unusable::NotUtf8 { .. }));
}

#[tokio::test]
async fn a_role_that_may_only_change_rows_serves_tables_that_another_made() {
    let server = Server::shared();
    let (owner, servant) = (server.database(), server.database());
    drop(opened(&owner.url).await.unwrap());
    let grant = "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO";
    server.sql(&owner.name, &format!("{grant} {}", servant.role));
    let store = opened(&server.url(&servant.role, &owner.name)).await.unwrap();
    crate::hub::store::story::story(&store).await;
}

/// An authority, and a certificate of `localhost` that it has signed.
fn certificates(folder: &Path) -> String {
    let openssl = |words: &str| {
        let mut openssl = Command::new("openssl");
        let output = openssl.args(words.split(' ')).current_dir(folder).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
    openssl(&format!("req -x509 {key} -keyout ca.key -out ca.crt -subj /CN=authority -days 2"));
    let name = "-subj /CN=localhost -addext subjectAltName=DNS:localhost";
    openssl(&format!("req {key} -keyout server.key -out server.csr {name}"));
    openssl(
        "x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 \
         -copy_extensions copy -out server.crt",
    );
    // No other server is at such an address.
    let [a, b] = std::process::id().to_be_bytes()[2..].try_into().unwrap();
    let address = format!("127.77.{a}.{b}");
    fs::write(folder.join("address"), &address).unwrap();
    let files = ["cert", "key"].map(|kind| {
        let ending = if kind == "cert" { "crt" } else { "key" };
        format!("ssl_{kind}_file = '{}'", folder.join(format!("server.{ending}")).display())
    });
    format!("listen_addresses = '{address}'\nssl = on\n{}", files.join("\n"))
}

#[tokio::test]
async fn tls_is_what_the_address_asks_for() {
    let server = Server::prepared(certificates);
    let plain = Server::shared();
    let address = fs::read_to_string(server.folder().join("address")).unwrap();
    let database = server.database();
    let at = |host: &str, rest: &str| {
        let (role, _) = database.url.rsplit_once('@').unwrap();
        format!("{role}@{host}/{}?{rest}", database.name)
    };
    let authority = format!("sslrootcert={}", server.folder().join("ca.crt").display());
    let by_name = format!("hostaddr={address}");
    let encrypted = async |url: &str| {
        let store = opened(url).await.map_err(|error| error.to_string())?;
        let ask = "SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
             WHERE application_name = 'acolhe hub'";
        let told = server.sql(&database.name, ask);
        drop(store);
        Ok::<_, String>(told.lines().any(|line| line == "t"))
    };
    assert_eq!(encrypted(&at(&address, "sslmode=disable")).await, Ok(false));
    assert_eq!(encrypted(&at(&address, "sslmode=require")).await, Ok(true));
    let verified = at("localhost", &format!("{by_name}&sslmode=verify-full&{authority}"));
    assert_eq!(encrypted(&verified).await, Ok(true));

    let unknown = at("localhost", &format!("{by_name}&sslmode=verify-full"));
    assert!(matches!(why(&unknown).await, Unusable::Certificate { .. }));
    let other_name = at(&address, &format!("sslmode=verify-full&{authority}"));
    assert!(matches!(why(&other_name).await, Unusable::Certificate { .. }));

    let (without, by_socket) =
        (Server::prepared(no_tls), plain.database().url + "?sslmode=require");
    let database = without.database();
    let address = fs::read_to_string(without.folder().join("address")).unwrap();
    let (role, _) = database.url.rsplit_once('@').unwrap();
    let asked = format!("{role}@{address}/{}?sslmode=require", database.name);
    assert!(matches!(why(&asked).await, Unusable::NoTls { .. }));
    // A socket needs no TLS, and PostgreSQL has none for it.
    assert!(matches!(why(&by_socket).await, Unusable::NoTls { .. }));
}

fn no_tls(folder: &Path) -> String {
    let [a, b] = std::process::id().to_be_bytes()[2..].try_into().unwrap();
    let address = format!("127.78.{a}.{b}");
    fs::write(folder.join("address"), &address).unwrap();
    format!("listen_addresses = '{address}'")
}
