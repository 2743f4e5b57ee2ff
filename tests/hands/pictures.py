"""Pictures of a display: from the PPM its tool writes to a PNG."""

import struct
import time
import zlib

from processes import until

PAINT_SECONDS = 3
REST_SECONDS = 0.3
BYTES_PER_PIXEL = 3


def of_something(display, no_longer):
    """The display when it rests. While the program is there, it must not be of one colour."""

    def look():
        pixels = steady(display)
        one_colour = pixels[BYTES_PER_PIXEL:] == pixels[:-BYTES_PER_PIXEL]
        return pixels if no_longer() or not one_colour else None

    return until(look, PAINT_SECONDS, "nothing is drawn: the display is of one colour")


def steady(display):
    """The display when it has not changed for a while; what never rests is taken as it is."""
    deadline = time.monotonic() + PAINT_SECONDS
    changed = time.monotonic()
    before = display.pixels()
    while True:
        time.sleep(0.1)
        now = display.pixels()
        if now != before:
            before, changed = now, time.monotonic()
        if time.monotonic() > min(changed + REST_SECONDS, deadline):
            return now


def png(pixels, size):
    width, height = size
    row = width * BYTES_PER_PIXEL
    unfiltered = b"".join(
        b"\0" + pixels[start : start + row] for start in range(0, len(pixels), row)
    )
    eight_bits_of_rgb = (8, 2, 0, 0, 0)
    return b"".join([
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", struct.pack(">II5B", width, height, *eight_bits_of_rgb)),
        chunk(b"IDAT", zlib.compress(unfiltered)),
        chunk(b"IEND", b""),
    ])


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
