#!/usr/bin/python3
"""Somebody who uses the kiosk's window from outside, on a display without hardware.

Everything is found by what assistive technology is told, and touched with a real pointer or finger.
After each step there is a picture, and beside it the outline that a screen reader would get.

Exit codes: 0, every step was done; 1, the program did not do what a step says; 2, it could not be
tried.
"""

import argparse
import re
import sys
from contextlib import closing
from pathlib import Path

# The folder of the sources stays as it is.
sys.dont_write_bytecode = True

import ending
import steps
from displays import DISPLAYS
from processes import CannotStart, Unmet
from visit import Visit

PATIENCE_SECONDS = 20


def main():
    options = read_options()
    ending.heed()
    try:
        with opened(options.steps) as lines, Visit(options) as visit:
            for line in lines:
                step = steps.parse(line)
                if step:
                    print(visit.do(step), flush=True)
    except Unmet as failure:
        print(f"hands: {failure}", file=sys.stderr)
        return 1
    except CannotStart as failure:
        print(f"hands: {failure}", file=sys.stderr)
        return 2
    return 0


def read_options():
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog=steps.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--display", choices=DISPLAYS, default="xvfb")
    parser.add_argument("--size", type=size, default=(1080, 1920), metavar="WIDTHxHEIGHT")
    parser.add_argument("--steps", metavar="FILE", help="default: done as they are read")
    parser.add_argument("--pictures", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--patience", type=float, default=PATIENCE_SECONDS, metavar="SECONDS")
    parser.add_argument("command", nargs="+", metavar="-- COMMAND", help="has the window")
    return parser.parse_args()


def size(text):
    if not re.fullmatch(r"[1-9]\d*x[1-9]\d*", text):
        raise argparse.ArgumentTypeError("a size is written like 1080x1920")
    return tuple(int(length) for length in text.split("x"))


def opened(path):
    """The steps. A file must be understood as a whole before anything starts."""
    if path is None:
        return closing(sys.stdin)
    try:
        for line in Path(path).read_text().splitlines():
            steps.parse(line)
        return open(path)
    except OSError as error:
        raise CannotStart(str(error)) from error


if __name__ == "__main__":
    sys.exit(main())
