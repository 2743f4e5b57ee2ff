"""The little of the X protocol that is needed: a picture of the display, and a mouse."""

import struct

from connection import Connection
from processes import CannotStart

LITTLE_ENDIAN = ord("l")
PROTOCOL = 11
GET_INPUT_FOCUS, GET_IMAGE, QUERY_EXTENSION = 43, 73, 98
FAKE_INPUT = 2
PRESS, RELEASE, MOTION = 4, 5, 6
LEFT_BUTTON = 1
WHOLE_PIXELS = 2
ALL_PLANES = 0xFFFFFFFF
ERROR, REPLY = 0, 1
HEADER = 32


class XClient:
    """A client of one X server; as a hand, it is the left button of a mouse."""

    def __init__(self, number, size):
        self.size = size
        self.connection = Connection("the X server", f"/tmp/.X11-unix/X{number}")
        self.root = self.introduce()
        self.mouse = self.extension(b"XTEST")

    def close(self):
        self.connection.close()

    def down(self, x, y):
        self.move(x, y)
        self.fake(PRESS, LEFT_BUTTON)

    def move(self, x, y):
        self.fake(MOTION, 0, x, y)

    def up(self):
        self.fake(RELEASE, LEFT_BUTTON)

    def pixels(self):
        """Red, green and blue of the whole display."""
        where = struct.pack("<IhhHHI", self.root, 0, 0, *self.size, ALL_PLANES)
        self.request(GET_IMAGE, WHOLE_PIXELS, where)
        _, data = self.reply()
        rgb = bytearray(len(data) // 4 * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = data[2::4], data[1::4], data[0::4]
        return bytes(rgb)

    def introduce(self):
        """Opens the connection; the window that is the whole display."""
        self.connection.send(struct.pack("<BxHH6x", LITTLE_ENDIAN, PROTOCOL, 0))
        accepted, length = struct.unpack("<B5xH", self.connection.receive(8))
        body = self.connection.receive(4 * length)
        if accepted != 1:
            raise CannotStart("the X server refused")
        vendor, formats = struct.unpack_from("<16xH3xB", body)
        return struct.unpack_from("<I", body, 32 + vendor + -vendor % 4 + 8 * formats)[0]

    def extension(self, name):
        padded = name + bytes(-len(name) % 4)
        self.request(QUERY_EXTENSION, 0, struct.pack("<Hxx", len(name)) + padded)
        header, _ = self.reply()
        present, opcode = header[8], header[9]
        if not present:
            raise CannotStart(f"the X server has no {name.decode()}")
        return opcode

    def fake(self, kind, detail, x=0, y=0):
        at_once, any_device = 0, 0
        event = struct.pack("<BBxxII8xhh7xB", kind, detail, at_once, self.root, x, y, any_device)
        self.request(self.mouse, FAKE_INPUT, event)
        # An answer to something later: the server has done it.
        self.request(GET_INPUT_FOCUS, 0, b"")
        self.reply()

    def request(self, opcode, data, body):
        words = 1 + len(body) // 4
        self.connection.send(struct.pack("<BBH", opcode, data, words) + body)

    def reply(self):
        """The next reply, its header and what follows; some events go to every client, and count
        for nothing."""
        while True:
            header = self.connection.receive(HEADER)
            if header[0] == ERROR:
                raise CannotStart(f"the X server refused a request, error {header[1]}")
            if header[0] == REPLY:
                return header, self.connection.receive(4 * struct.unpack_from("<I", header, 4)[0])
