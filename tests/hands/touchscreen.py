"""A finger on a touchscreen that Xorg's own `inputtest` driver stands in for.

The driver listens on a socket and takes what a real touchscreen's driver would report.
"""

import struct

from connection import Connection

VERSION = (1, 1)
MESSAGE_VERSION, MESSAGE_SYNC, MESSAGE_TOUCH = 0, 1, 6
TOUCH_BEGINS, TOUCH_MOVES, TOUCH_ENDS = 18, 19, 20
AXES = 64
AXIS_MAX = 0xFFFF
X_AND_Y = 0b11


class Touchscreen:
    """One finger."""

    def __init__(self, path, size):
        self.size = size
        self.at = (0, 0)
        self.connection = Connection("the touchscreen of Xorg", path)
        self.send(MESSAGE_VERSION, struct.pack("=HH", *VERSION))
        self.connection.receive(12)

    def close(self):
        self.connection.close()

    def down(self, x, y):
        self.touch(TOUCH_BEGINS, x, y)

    def move(self, x, y):
        self.touch(TOUCH_MOVES, x, y)

    def up(self):
        self.touch(TOUCH_ENDS, *self.at)

    def touch(self, kind, x, y):
        self.at = (x, y)
        axes = [0.0] * AXES
        # The middle of the pixel: its edge might be rounded to the neighbour.
        axes[:2] = ((at + 0.5) * AXIS_MAX / length for at, length in zip(self.at, self.size))
        mask = X_AND_Y.to_bytes(8, "little")
        finger, unaccelerated = 1, 0
        head = struct.pack("=III8s4x", finger, kind, unaccelerated, mask)
        self.send(MESSAGE_TOUCH, head + struct.pack(f"={AXES}d", *axes) + bytes(8 * AXES))
        self.send(MESSAGE_SYNC, b"")
        self.connection.receive(8)

    def send(self, kind, body):
        self.connection.send(struct.pack("=II", 8 + len(body), kind) + body)
