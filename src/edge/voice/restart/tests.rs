use std::os::unix::process::CommandExt as _;

use super::*;

const SOON: Duration = Duration::from_secs(5);

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

#[test]
fn a_command_succeeds_or_tells_why_not() {
    assert!(restart(&words(&["true"])).is_ok());
    let told = restart(&words(&["sh", "-c", "exit 3"])).unwrap_err().to_string();
    assert_eq!(told, "The voice is not started again: sh -c exit 3: exit status: 3");
    let told = restart(&words(&["/no/such/program"])).unwrap_err().to_string();
    assert!(told.contains("/no/such/program: No such file"), "{told}");
    assert!(run(&[""; 0], SOON).is_err());
}

#[test]
fn a_command_that_hangs_is_killed() {
    let deadline = Deadline::after(SOON);
    let told = run(&["sleep", "60"], Duration::from_millis(50)).unwrap_err().to_string();
    assert!(told.ends_with("sleep 60: it takes too long"), "{told}");
    assert!(!deadline.left().is_zero());
}

#[test]
fn nobody_but_the_server_is_ended() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("pid");
    let mut other = Command::new("sleep").arg("60").spawn().unwrap();
    std::fs::write(&file, format!("{}\n", other.id())).unwrap();
    end(&file);
    assert!(is_running(other.id()));
    std::fs::write(&file, "no number").unwrap();
    end(&file);
    end(&dir.path().join("none"));
    other.kill().unwrap();
    other.wait().unwrap();
    assert!(!is_running(other.id()));
}

#[test]
fn a_server_that_does_not_listen_is_killed() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("pid");
    // A process of the server's name that ignores kind words.
    let program = dir.path().join("speech-dispatcher");
    std::fs::copy("/bin/sh", &program).unwrap();
    let script = "trap '' TERM; echo ready; while :; do sleep 60; done";
    let mut server = Command::new(&program)
        .args(["-c", script])
        .stdout(Stdio::piped())
        .process_group(0)
        .spawn()
        .unwrap();
    let mut ready = [0; 5];
    std::io::Read::read_exact(server.stdout.as_mut().unwrap(), &mut ready).unwrap();
    std::fs::write(&file, server.id().to_string()).unwrap();
    end(&file);
    assert!(!server.wait().unwrap().success());
    // What it was waiting for.
    let group = format!("-{}", server.id());
    let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
}
