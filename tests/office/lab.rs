//! A CUPS of its own, on a socket of its own, whose printer is a script.

use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use acolhe::edge::clock::Deadline;
use acolhe::edge::printer::office::OfficePrinter;

/// What CUPS runs to print: `lab:` and a folder in which `mode` stands and sheets are put.
const BACKEND: &str = r#"#!/bin/sh
[ $# -gt 0 ] || { echo 'direct lab "Unknown" "Lab"'; exit 0; }
cd "${DEVICE_URI#lab:}" || exit 1
printf '%s %s %s' "$2" "$3" "$4" > asked
case "$(cat mode)" in
    print) echo 'STATE: -media-empty-error' >&2; cat ${6:+"$6"} > "part-$1" && mv "part-$1" "sheet-$1" ;;
    no-paper) echo 'STATE: +media-empty-error' >&2; exec sleep 60 ;;
    hang) exec sleep 60 ;;
    *) exit 1 ;;
esac
"#;

/// Who may do what, as Debian's own settings have it, but that anybody sees whose a job is.
const SETTINGS: &str = "
LogLevel debug
Browsing No
WebInterface No
DefaultAuthType Basic
JobKillDelay 1
DirtyCleanInterval 0
PreserveJobHistory Yes
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues none
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Purge-Jobs Set-Job-Attributes \
Create-Job-Subscription Renew-Subscription Cancel-Subscription Get-Notifications Reprocess-Job \
Cancel-Current-Job Suspend-Current-Job Resume-Job Cancel-My-Jobs Close-Job CUPS-Move-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit Cancel-Job CUPS-Authenticate-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
";

/// A CUPS at work; it ends with this.
pub(crate) struct Lab {
    folder: tempfile::TempDir,
    cups: Child,
}

impl Lab {
    /// Starts it with a printer in some mode; `None` and a word about it where CUPS is missing.
    pub(crate) fn start(mode: &str) -> Option<Self> {
        let program = "/usr/sbin/cupsd";
        if [program, "/usr/bin/lp", "/usr/bin/lpstat"].iter().any(|file| !Path::new(file).exists())
        {
            let skipped = "skipped: cupsd is not installed (Debian's cups-daemon, cups-client)\n";
            std::io::stderr().write_all(skipped.as_bytes()).expect("a place for words");
            return None;
        }
        let folder = tempfile::tempdir().expect("a laboratory");
        let at = folder.path();
        open_to_all(at, 0o755);
        for name in ["root", "spool", "cache", "state", "temp", "bin/backend", "paper"] {
            fs::create_dir_all(at.join(name)).expect("a laboratory");
        }
        open_to_all(&at.join("paper"), 0o777);
        for name in ["daemon", "filter", "notifier", "cgi-bin"] {
            let original = Path::new("/usr/lib/cups").join(name);
            std::os::unix::fs::symlink(original, at.join("bin").join(name)).expect("a laboratory");
        }
        let backend = at.join("bin/backend/lab");
        fs::write(&backend, BACKEND).expect("a laboratory");
        open_to_all(&backend, 0o755);
        fs::write(at.join("root/printers.conf"), printers(&at.join("paper")))
            .expect("a laboratory");
        let shown = at.display();
        let listen = format!("Listen {shown}/cups.sock\n{SETTINGS}");
        fs::write(at.join("root/cupsd.conf"), listen).expect("a laboratory");
        let places = format!(
            "ServerRoot {shown}/root\nRequestRoot {shown}/spool\nCacheDir {shown}/cache\n\
             StateDir {shown}/state\nTempDir {shown}/temp\nServerBin {shown}/bin\n\
             DataDir /usr/share/cups\nErrorLog {shown}/log\nAccessLog {shown}/access\n\
             PageLog {shown}/pages\n"
        );
        fs::write(at.join("root/cups-files.conf"), places).expect("a laboratory");
        let cups = Command::new(program)
            .arg("-f")
            .arg("-c")
            .arg(at.join("root/cupsd.conf"))
            .arg("-s")
            .arg(at.join("root/cups-files.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a laboratory");
        let lab = Self { folder, cups };
        lab.set(mode);
        wait_until("CUPS listens", || UnixStream::connect(lab.at("cups.sock")).is_ok());
        Some(lab)
    }

    /// A printer of ours at one of its queues.
    pub(crate) fn printer(&self, queue: Option<&str>) -> OfficePrinter {
        let server = self.at("cups.sock").display().to_string();
        OfficePrinter::new(queue.map(str::to_owned), Some(server), None)
    }

    /// What its printer does from now on.
    pub(crate) fn set(&self, mode: &str) {
        fs::write(self.at("paper/mode"), mode).expect("a laboratory");
    }

    /// The sheets that came out.
    pub(crate) fn printed(&self) -> Vec<PathBuf> {
        files(&self.at("paper"), |name| name.starts_with("sheet"))
    }

    /// Whose the last job was, its title and copies.
    pub(crate) fn asked(&self) -> String {
        fs::read_to_string(self.at("paper/asked")).unwrap_or_default()
    }

    /// What it keeps of jobs.
    pub(crate) fn spooled(&self) -> Vec<PathBuf> {
        files(&self.at("spool"), |name| name.starts_with(['c', 'd']) && name.len() > 5)
    }

    /// The sheets that it keeps. After a job that was taken back while it was under way, a file may
    /// stay that tells whose it was and what it was called, and nothing of the sheet.
    pub(crate) fn sheets_kept(&self) -> Vec<PathBuf> {
        files(&self.at("spool"), |name| name.starts_with('d') && name.len() > 5)
    }

    /// What it wrote about itself.
    pub(crate) fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.at("log")).expect("a laboratory")).into_owned()
    }

    /// Prints something as anybody does.
    pub(crate) fn lp(&self, queue: &str, user: &str) -> &'static str {
        let mut lp = Command::new("lp")
            .env("CUPS_SERVER", self.at("cups.sock"))
            .args(["-U", user, "-d", queue, "-t", "report"])
            .args(["-o", "document-format=application/pdf", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("lp (Debian's cups-client)");
        lp.stdin
            .take()
            .expect("a laboratory")
            .write_all(b"%PDF-1.4 of somebody")
            .expect("a laboratory");
        if lp.wait().expect("a laboratory").success() { "handed over" } else { "refused" }
    }

    /// Whose jobs are waiting or being printed.
    pub(crate) fn jobs(&self) -> Vec<String> {
        let output = Command::new("lpstat")
            .env("CUPS_SERVER", self.at("cups.sock"))
            .args(["-o", "lab"])
            .output()
            .expect("lpstat (Debian's cups-client)");
        let text = String::from_utf8(output.stdout).expect("a laboratory");
        text.lines().filter_map(|line| line.split_whitespace().nth(1)).map(str::to_owned).collect()
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        self.cups.kill().expect("CUPS ends");
        self.cups.wait().expect("CUPS ended");
    }
}

fn printers(paper: &Path) -> String {
    let queue = |kind: &str, name: &str, state: &str| {
        let uri = paper.display();
        format!(
            "<{kind} {name}>\nInfo {name}\nDeviceURI lab:{uri}\n{state}\nType 4\nShared No\n\
             JobSheets none none\nOpPolicy default\nErrorPolicy abort-job\n</{kind}>\n"
        )
    };
    [
        queue("DefaultPrinter", "lab", "State Idle\nAccepting Yes"),
        queue("Printer", "stopped", "State Stopped\nAccepting Yes"),
        queue("Printer", "closed", "State Idle\nAccepting No"),
    ]
    .concat()
}

fn files(folder: &Path, wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("a laboratory")
        .map(|entry| entry.expect("a laboratory").path());
    let name = |file: &Path| file.file_name().and_then(|name| name.to_str()).map(&wanted);
    entries.filter(|file| file.is_file() && name(file) == Some(true)).collect()
}

fn open_to_all(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("a laboratory");
}

/// Waits for something that happens soon.
pub(crate) fn wait_until(what: &str, happens: impl Fn() -> bool) {
    let end = Deadline::after(Duration::from_secs(20));
    let (_never, silence) = mpsc::channel::<()>();
    while !happens() {
        assert!(!end.left().is_zero(), "in vain: {what}");
        silence.recv_timeout(Duration::from_millis(50)).expect_err("nobody talks");
    }
}
