"""Three kinds of display without hardware. Each has a `hand`, and shows what stands on it."""

import os

from processes import NOBODY, run
from touchscreen import Touchscreen
from wayland_pointer import WaylandPointer
from x11 import XClient

XORG_CONFIGURATION = """\
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "DontVTSwitch" "true"
EndSection
Section "InputDevice"
    Identifier "finger"
    Driver "inputtest"
    Option "DeviceType" "Touch"
    Option "SocketPath" "{socket}"
EndSection
Section "Device"
    Identifier "no card"
    Driver "dummy"
    VideoRam 65536
EndSection
Section "Monitor"
    Identifier "no monitor"
    HorizSync 1-2000
    VertRefresh 1-200
    Modeline "kiosk" 100 {across} {down}
EndSection
Section "Screen"
    Identifier "screen"
    Device "no card"
    Monitor "no monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "kiosk"
    EndSubSection
EndSection
Section "ServerLayout"
    Identifier "kiosk"
    Screen "screen"
    InputDevice "finger"
EndSection
"""

SWAY_CONFIGURATION = """\
output HEADLESS-1 mode --custom {width}x{height}@60Hz
xwayland disable
default_border none
"""


class Xvfb:
    """An X server in memory, and a mouse."""

    PACKAGES = {"Xvfb": "xvfb"}

    def __init__(self, processes, folder, size):
        width, height = size
        number = serve(processes, folder, ["Xvfb", "-screen", "0", f"{width}x{height}x24"])
        self.environment = {"DISPLAY": f":{number}"}
        self.hand = XClient(number, size)

    def pixels(self):
        return self.hand.pixels()


class Xorg:
    """The X server of a real kiosk without a card, and a touchscreen."""

    PACKAGES = {"Xorg": "xserver-xorg-core xserver-xorg-video-dummy"}

    def __init__(self, processes, folder, size):
        socket, configuration = folder / "touchscreen", folder / "xorg.conf"
        across, down = (timings(length) for length in size)
        configuration.write_text(
            XORG_CONFIGURATION.format(socket=socket, across=across, down=down)
        )
        command = ["Xorg", "-config", str(configuration), "-logfile", str(folder / "xorg.log")]
        # The screen of this machine itself, if it has one, must not be taken.
        number = serve(processes, folder, command + ["-novtswitch", "-sharevts"])
        self.environment = {"DISPLAY": f":{number}"}
        self.client = XClient(number, size)
        self.hand = Touchscreen(socket, size)

    def pixels(self):
        return self.client.pixels()


class Sway:
    """A Wayland compositor without outputs of its own, and a mouse."""

    PACKAGES = {"sway": "sway", "grim": "grim"}

    def __init__(self, processes, folder, size):
        self.size = width, height = size
        home = folder / "sway"
        home.mkdir(mode=0o700)
        configuration = home / "config"
        configuration.write_text(SWAY_CONFIGURATION.format(width=width, height=height))
        as_root = os.geteuid() == 0
        if as_root:
            # Sway refuses to run as root.
            folder.chmod(0o711)
            for path in (home, configuration):
                os.chown(path, NOBODY, NOBODY)
        environment = {
            **os.environ,
            "XDG_RUNTIME_DIR": str(home),
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }
        environment.pop("DISPLAY", None)
        environment.pop("WAYLAND_DISPLAY", None)
        command = ["sway", "--config", str(configuration)]
        compositor = processes.start("display", command, environment, nobody=as_root)
        socket = processes.wait_for(compositor, lambda: listening(home), "opened no socket")
        # A full path: the program's own folder for sockets is another one.
        self.environment = {"WAYLAND_DISPLAY": str(socket)}
        self.hand = WaylandPointer(socket, size)

    def pixels(self):
        """Red, green and blue of the whole display, without the header of their file."""
        width, height = self.size
        ppm = run("grim", "-t", "ppm", "-", environment={**os.environ, **self.environment})
        return ppm[-width * height * 3 :]


def serve(processes, folder, command):
    """Starts an X server; it chooses a free number and tells it when it is ready."""
    number = folder / "number"
    with open(number, "wb") as told:
        options = ["-displayfd", str(told.fileno()), "-nolisten", "tcp", "-noreset"]
        server = processes.start("display", command + options, pass_fds=(told.fileno(),))
    processes.wait_for(
        server, lambda: number.read_text().endswith("\n"), "did not say its number"
    )
    return number.read_text().strip()


def timings(length):
    """A modeline needs some; no monitor ever sees them."""
    return " ".join(str(length + beyond) for beyond in (0, 10, 20, 30))


def listening(home):
    """The compositor's socket, once it is there."""
    return next((path for path in home.glob("wayland-*") if path.suffix != ".lock"), None)


DISPLAYS = {"xvfb": Xvfb, "xorg": Xorg, "wayland": Sway}
