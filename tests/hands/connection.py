"""A connection to a display server, over a local socket."""

import socket

from processes import CannotStart

ANSWER_SECONDS = 10


class Connection:
    """Whatever goes wrong with it is said with the server's name."""

    def __init__(self, server, path):
        self.server = server
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(ANSWER_SECONDS)
        try:
            self.socket.connect(str(path))
        except OSError as error:
            raise CannotStart(f"{server}: {error}") from error

    def close(self):
        self.socket.close()

    def send(self, data):
        try:
            self.socket.sendall(data)
        except OSError as error:
            raise CannotStart(f"{self.server}: {error}") from error

    def receive(self, length):
        """Exactly so many bytes."""
        received = bytearray()
        try:
            while len(received) < length:
                part = self.socket.recv(length - len(received))
                if not part:
                    raise CannotStart(f"{self.server} hung up")
                received += part
        except OSError as error:
            raise CannotStart(f"{self.server}: {error}") from error
        return bytes(received)
