"""Requests to end this program: what it has started is then ended, too."""

import signal
import sys
from contextlib import contextmanager

REQUESTS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
ENDED = 2

asked = False
engaged = 0


def heed():
    """From now on a request leaves by way of every context that is open."""
    for request in REQUESTS:
        signal.signal(request, leave_when_free)


@contextmanager
def undisturbed():
    """Does first what must not be left half-way: starting, ending, and PyGObject, which crashes."""
    global engaged
    engaged += 1
    try:
        yield
    finally:
        engaged -= 1
    leave_if_asked()


def leave_when_free(*_):
    global asked
    asked = True
    leave_if_asked()


def leave_if_asked():
    global asked
    if asked and not engaged:
        asked = False
        sys.exit(ENDED)
