"""One visit: a display, the buses, the program, and a visitor before it."""

import os
import shutil
import tempfile
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pictures
from accessibility import LAUNCHER, Eyes, GLib
from displays import DISPLAYS
from processes import CannotStart, Processes, Unmet
from visitor import Visitor, outline

PACKAGES = {"dbus-daemon": "dbus-daemon", LAUNCHER: "at-spi2-core", "setpriv": "util-linux"}
FOREIGN = {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XAUTHORITY", "AT_SPI_BUS_ADDRESS"}


class Visit:
    """As a context, it leaves nothing running; of its files, pictures, outlines and logs."""

    def __init__(self, options):
        self.options = options
        self.number = 0
        self.at_the_end = ExitStack()

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.at_the_end.close()
            raise
        return self

    def __exit__(self, *_):
        self.at_the_end.close()

    def start(self):
        options, enter = self.options, self.at_the_end.enter_context
        kind = DISPLAYS[options.display]
        must_be_installed(PACKAGES | kind.PACKAGES)
        if not shutil.which(options.command[0]):
            raise CannotStart(f"there is no program {options.command[0]}")
        options.pictures.mkdir(parents=True, exist_ok=True)
        folder = Path(enter(tempfile.TemporaryDirectory(prefix="hands-")))
        processes = enter(Processes(options.pictures))
        self.display = kind(processes, folder, options.size)
        hand = enter(closing(self.display.hand))
        environment = surroundings(folder, self.display)
        self.eyes = Eyes(processes, folder, environment)
        self.program = Program(processes, options.command, environment)
        self.visitor = Visitor(self.eyes, hand, options.size, options.patience, self.program)

    def do(self, step):
        """Does one step; what to say of it."""
        self.number += 1
        try:
            place = step.act(self.visitor)
            self.program.must_not_have_failed()
        except Unmet as failure:
            # That nothing is drawn says less than what was to be seen.
            with suppress(Unmet):
                self.leave_picture(step)
            raise Unmet(f"step {self.number}, {step.line}: {failure}") from failure
        self.leave_picture(step)
        return f"{self.number:3} {step.line}" + (f"  at {place[0]},{place[1]}" if place else "")

    def leave_picture(self, step):
        """What is shown after a step, and what a screen reader is told of it."""
        pixels = pictures.of_something(self.display, self.program.has_ended)
        if self.program.has_ended():
            return
        path = self.options.pictures / (step.picture or f"{self.number:02}-{step.slug}")
        path.with_suffix(".txt").write_text(outline(self.eyes.see()) + "\n")
        path.with_suffix(".png").write_bytes(pictures.png(pixels, self.options.size))


class Program:
    """What is visited."""

    def __init__(self, processes, command, environment):
        self.processes = processes
        self.process = processes.start("program", command, environment)

    def has_ended(self):
        return self.process.poll() is not None

    def must_run(self):
        if self.has_ended():
            words = self.processes.last_words(self.process.name)
            raise Unmet(f"the program ended with {self.process.returncode}: {words}")

    def must_not_have_failed(self):
        if self.process.poll() != 0:
            self.must_run()


def must_be_installed(packages):
    """Says everything that is missing at once."""
    missing = sorted({package for tool, package in packages.items() if not shutil.which(tool)})
    if GLib is None:
        missing.append("python3-gi, for the system's own Python")
    if missing:
        raise CannotStart(f"install {' '.join(missing)}")


def surroundings(folder, display):
    """What the program and its helpers find in their environment: this display and no other."""
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    own = folder / "run"
    own.mkdir(mode=0o700)
    environment |= display.environment
    environment["XDG_RUNTIME_DIR"] = str(own)
    # Settings of whoever runs this neither count nor change.
    environment["GSETTINGS_BACKEND"] = "memory"
    return environment
