"""What every script here shares: a story comes in as JSON, what the client made of it goes out.

In: `endpoint`, `key`, `format`, `form` (what is to be filed), and `number`, a request that is there
already, for a client that cannot file. Exit code 3: the client cannot be imported here.
"""

import json
import sys
from contextlib import contextmanager

CANNOT_BE_IMPORTED = 3


@contextmanager
def importing():
    try:
        yield
    except ImportError as error:
        print(error, file=sys.stderr)
        sys.exit(CANNOT_BE_IMPORTED)


def read():
    return json.load(sys.stdin.buffer)


def write(**results):
    json.dump(results, sys.stdout)


def rows(data, *names):
    """The rows of a list, whichever of its XML containers the client has already taken off."""
    for name in names:
        if isinstance(data, dict) and name in data:
            data = data[name]
    return data if isinstance(data, list) else [data]
