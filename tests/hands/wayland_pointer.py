"""A pointer for a Wayland compositor without devices, by the protocol `wlr-virtual-pointer`.

A headless compositor has no seat with a pointer until such a one is plugged in.
"""

import struct
import time

from connection import Connection
from processes import CannotStart

DISPLAY = 1
SYNC, GET_REGISTRY = 0, 1
ERROR, GLOBAL, DONE = 0, 0, 0
BIND = 0
CREATE_POINTER = 0
MOTION_ABSOLUTE, BUTTON, FRAME = 1, 2, 4
LEFT_BUTTON = 0x110
MANAGER = "zwlr_virtual_pointer_manager_v1"


class WaylandPointer:
    """The left button of one mouse."""

    def __init__(self, path, size):
        self.size = size
        self.last_id = DISPLAY
        self.connection = Connection("the compositor", path)
        self.plug_in()

    def close(self):
        self.connection.close()

    def plug_in(self):
        self.registry = self.new_id()
        self.globals = {}
        self.send(DISPLAY, GET_REGISTRY, uint(self.registry))
        self.sync()
        if MANAGER not in self.globals:
            raise CannotStart("this compositor takes no virtual pointers")
        manager, seat = self.bind(MANAGER), self.bind("wl_seat")
        self.pointer = self.new_id()
        self.send(manager, CREATE_POINTER, uint(seat, self.pointer))
        self.sync()

    def down(self, x, y):
        self.move(x, y)
        self.button(pressed=1)

    def move(self, x, y):
        self.send(self.pointer, MOTION_ABSOLUTE, uint(milliseconds(), x, y, *self.size))
        self.frame()

    def up(self):
        self.button(pressed=0)

    def button(self, pressed):
        self.send(self.pointer, BUTTON, uint(milliseconds(), LEFT_BUTTON, pressed))
        self.frame()

    def frame(self):
        self.send(self.pointer, FRAME, b"")
        self.sync()

    def new_id(self):
        self.last_id += 1
        return self.last_id

    def bind(self, interface):
        bound, version = self.new_id(), 1
        body = uint(self.globals[interface]) + text(interface) + uint(version, bound)
        self.send(self.registry, BIND, body)
        return bound

    def send(self, target, request, body):
        self.connection.send(struct.pack("=IHH", target, request, 8 + len(body)) + body)

    def sync(self):
        """Reads until the compositor says that it has done everything it was sent."""
        callback = self.new_id()
        self.send(DISPLAY, SYNC, uint(callback))
        while True:
            source, event, length = struct.unpack("=IHH", self.connection.receive(8))
            body = self.connection.receive(length - 8)
            if (source, event) == (callback, DONE):
                return
            if (source, event) == (DISPLAY, ERROR):
                raise CannotStart(f"the compositor refused: {body[12:].decode(errors='replace')}")
            if (source, event) == (self.registry, GLOBAL):
                name, length = struct.unpack_from("=II", body)
                self.globals[body[8 : 8 + length - 1].decode()] = name



def uint(*numbers):
    return struct.pack(f"={len(numbers)}I", *numbers)


def text(string):
    """A string of the wire: its length with the closing zero, padded to whole words."""
    data = string.encode() + b"\0"
    return uint(len(data)) + data + bytes(-len(data) % 4)


def milliseconds():
    return time.monotonic_ns() // 1_000_000 & 0xFFFFFFFF
