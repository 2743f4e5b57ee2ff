"""Programs that are started, waited for with a deadline, and ended whatever happens."""

import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path

from ending import undisturbed

START_SECONDS = 30
END_SECONDS = 5
NOBODY = 65534
PR_SET_CHILD_SUBREAPER = 36


class CannotStart(Exception):
    """Something is missing here, or the steps cannot be understood: nothing was tested."""


class Unmet(Exception):
    """The program ran, and did not do what a step says."""


def until(answer, seconds, otherwise, failure=Unmet):
    """What `answer` returns as soon as it returns anything true; after the deadline, a failure.

    `otherwise` says what went wrong; if it is a function, it is asked at the deadline.
    """
    deadline = time.monotonic() + seconds
    while True:
        found = answer()
        if found:
            return found
        if time.monotonic() > deadline:
            raise failure(otherwise() if callable(otherwise) else otherwise)
        time.sleep(0.1)


class Processes:
    """Every program of a run. As a context, it ends them in the opposite order of their start."""

    def __init__(self, logs):
        self.logs = logs
        self.started = []

    def __enter__(self):
        # What a program leaves behind, daemons too, becomes ours to end.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        return self

    def __exit__(self, *_):
        with undisturbed():
            for process in reversed(self.started):
                end(process)
            end_orphans()

    def start(self, name, command, environment=None, nobody=False, pass_fds=()):
        """Starts a program that dies with this one; what it prints goes to a file of its name."""
        # A test's harness may kill this program outright; only the kernel can then end the rest.
        guarded = ["setpriv", "--pdeathsig", "TERM", "--", *command]
        identity = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if nobody else {}
        with undisturbed(), open(self.log(name), "wb") as log:
            process = subprocess.Popen(
                guarded,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=pass_fds,
                **identity,
            )
            process.name = name
            self.started.append(process)
        return process

    def log(self, name):
        return self.logs / f"{name}.log"

    def wait_for(self, process, ready, what):
        """Waits until a program that was just started is ready; its last words if it ends first."""

        def ready_or_ended():
            if process.poll() is not None:
                raise CannotStart(f"{process.name} ended: {self.last_words(process.name)}")
            return ready()

        return until(ready_or_ended, START_SECONDS, f"{process.name}: {what}", CannotStart)

    def last_words(self, name):
        """The end of what a program printed."""
        text = self.log(name).read_text(errors="replace")
        return " | ".join(text.strip().splitlines()[-5:]) or "it printed nothing"


def end(process):
    """Asks the program and everything it started to end; after a while, does not ask."""
    for request in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, request)
        except ProcessLookupError:
            pass
        try:
            process.wait(END_SECONDS)
            return
        except subprocess.TimeoutExpired:
            continue


def end_orphans():
    """The same for what outlived the program that had started it."""
    asked = set()
    deadline = time.monotonic() + END_SECONDS
    while orphans := children():
        late = time.monotonic() > deadline
        for orphan in orphans:
            if late or orphan not in asked:
                os.kill(orphan, signal.SIGKILL if late else signal.SIGTERM)
            asked.add(orphan)
            os.waitpid(orphan, os.WNOHANG)
        time.sleep(0.02)


def children():
    """The processes that have this one as their parent, ended ones that nobody asked for too."""
    listed = Path("/proc/thread-self/children").read_text()
    return [int(process) for process in listed.split()]


def run(*command, environment=None):
    """Runs a small tool to its end; what it wrote."""
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=START_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotStart(str(error)) from error
    if done.returncode != 0:
        raise CannotStart(f"{command[0]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
