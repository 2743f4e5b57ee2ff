"""What assistive technology is told of a program, by AT-SPI, as a screen reader reads it."""

from dataclasses import dataclass

from ending import undisturbed
from processes import CannotStart

try:
    from gi.repository import Gio, GLib
except ImportError:
    Gio = GLib = None

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"
ACTION = "org.a11y.atspi.Action"
CACHE = "org.a11y.atspi.Cache"
CACHE_PATH = "/org/a11y/atspi/cache"
# What an item of the cache is made of.
REFERENCE, _, PARENT, INDEX, _, INTERFACES, NAME, ROLE, DESCRIPTION, STATE = range(10)
PROPERTIES = "org.freedesktop.DBus.Properties"
ON_THE_SCREEN = 0
WHOLE_TEXT = (0, -1)
CALL_MILLISECONDS = 5000

# The numbers of the specification of AT-SPI, for what a kiosk shows.
ROLES = {
    7: "check box", 11: "combo box", 16: "dialog", 23: "frame", 27: "image", 29: "label",
    31: "list", 32: "list item", 37: "tab", 38: "tab list", 39: "panel", 40: "password",
    42: "progress bar", 43: "button", 44: "radio button", 51: "slider", 52: "spin button",
    61: "text", 62: "toggle button", 67: "unknown", 69: "window", 75: "application",
    79: "entry", 83: "heading", 88: "link", 98: "list box", 99: "group", 101: "notification",
    110: "landmark", 116: "static",
}
STATES = {4: "checked", 8: "enabled", 12: "focused", 20: "pressed", 23: "selected", 25: "showing"}
TOUCHABLE = {
    "button", "toggle button", "check box", "radio button", "list item", "tab", "link", "entry",
    "text", "password", "combo box", "slider", "spin button",
}
WRITTEN_IN = {"entry", "text", "password", "spin button"}


@dataclass(frozen=True)
class Element:
    """One thing on the screen."""

    depth: int
    role: str
    name: str
    description: str
    text: str
    bounds: tuple
    states: frozenset
    reference: tuple
    acts: bool

    @property
    def centre(self):
        x, y, width, height = self.bounds
        return x + width // 2, y + height // 2

    @property
    def touchable(self):
        return self.role in TOUCHABLE

    @property
    def words(self):
        return " ".join(part for part in (self.name, self.description, self.text) if part)

    def __str__(self):
        x, y, width, height = self.bounds
        line = f'{self.role} "{self.name}" {width}x{height} at {x},{y}'
        if self.text and self.text != self.name:
            line += f' text "{self.text}"'
        if self.description:
            line += f' description "{self.description}"'
        marks = sorted(self.states - {"enabled", "showing"})
        if "enabled" not in self.states and self.touchable:
            marks.append("disabled")
        return line + "".join(f" {mark}" for mark in marks)


class Eyes:
    """Reads everything that any program on its bus shows."""

    def __init__(self, processes, folder, environment):
        """Starts both buses; `environment` is what they need of the display, and gets theirs."""
        address = f"unix:path={folder}/bus"
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}"]
        bus = processes.start("bus", bus, environment)
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        processes.wait_for(bus, (folder / "bus").exists, "opened no socket")
        launch = [LAUNCHER, "--launch-immediately", "--a11y=1", "--screen-reader=1"]
        launcher = processes.start("accessibility", launch, environment)
        session = connect(address)
        self.bus = connect(
            processes.wait_for(launcher, lambda: accessibility_bus(session), "does not answer")
        )

    def see(self):
        """Every element of every program, in the order in which they are read out."""
        return [element for program in self.programs() for element in self.shown_by(program)]

    def programs(self):
        try:
            return self.ask((REGISTRY, ROOT), ACCESSIBLE, "GetChildren")
        except GLib.Error:
            # The first program that wants to be read brings the registry up.
            return []

    def shown_by(self, program):
        try:
            items = self.ask((program[0], CACHE_PATH), CACHE, "GetItems")
        except GLib.Error:
            return []
        below = {}
        for item in items:
            below.setdefault(item[PARENT], []).append(item)
        return list(self.elements(below, program, 0))

    def elements(self, below, parent, depth):
        for item in sorted(below.get(parent, []), key=lambda item: item[INDEX]):
            try:
                yield self.element(item, depth)
            except GLib.Error:
                # It has gone since the list was made: the screen is changing.
                continue
            yield from self.elements(below, item[REFERENCE], depth + 1)

    def element(self, item, depth):
        reference = item[REFERENCE]
        role = ROLES.get(item[ROLE], f"role {item[ROLE]}")
        low, high = item[STATE]
        states = low | high << 32
        written = role in WRITTEN_IN and TEXT in item[INTERFACES]
        return Element(
            depth=depth,
            role=role,
            name=tidy(item[NAME]),
            description=tidy(item[DESCRIPTION]),
            text=tidy(self.ask(reference, TEXT, "GetText", "(ii)", WHOLE_TEXT)) if written else "",
            bounds=self.ask(reference, COMPONENT, "GetExtents", "(u)", (ON_THE_SCREEN,)),
            states=frozenset(name for bit, name in STATES.items() if states >> bit & 1),
            reference=reference,
            acts=ACTION in item[INTERFACES],
        )

    def invoke(self, element):
        """Does what the element offers to do first; whether it was taken."""
        return element.acts and self.ask(element.reference, ACTION, "DoAction", "(i)", (0,))

    def ask(self, reference, interface, question, types="()", values=()):
        return call(self.bus, reference, interface, question, types, values)


def accessibility_bus(session):
    """The address of the bus that assistive technology reads, once it is switched on."""
    status = ("org.a11y.Bus", "/org/a11y/bus")
    try:
        enabled = call(session, status, PROPERTIES, "Get", "(ss)", ("org.a11y.Status", "IsEnabled"))
        return enabled and call(session, status, "org.a11y.Bus", "GetAddress")
    except GLib.Error:
        return None


def connect(address):
    flags = Gio.DBusConnectionFlags
    kind = flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
    try:
        with undisturbed():
            return Gio.DBusConnection.new_for_address_sync(address, kind, None, None)
    except GLib.Error as error:
        raise CannotStart(f"the bus: {error.message}") from error


def call(bus, reference, interface, question, types="()", values=()):
    name, path = reference
    # Starting what is asked for would bring a second launcher up beside ours.
    flags = Gio.DBusCallFlags.NO_AUTO_START
    with undisturbed():
        parameters = GLib.Variant(types, values)
        answer = bus.call_sync(
            name, path, interface, question, parameters, None, flags, CALL_MILLISECONDS, None
        )
        return answer.unpack()[0]


def tidy(words):
    """Words without their line breaks: where a line ends is the program's affair."""
    return " ".join(words.split())
