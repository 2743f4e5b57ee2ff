"""A learning management system with its record store, on this machine alone: it serves a course, hands
out one token, keeps what it is told, and writes down every call."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

TOKEN = "dHJlaW5vOnRyZWlubw=="
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"


class Store:
    """Everything that one launch leaves behind."""

    def __init__(self, pages):
        self.pages, self.changed = pages, threading.Condition()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.states = {}

    def expect(self, launch, preferences):
        self.launch, self.preferences = launch, preferences
        self.tokens, self.statements, self.bodies, self.faults = 0, [], [], []

    def wait_for(self, verb):
        with self.changed:
            seen = lambda: any(it["verb"]["id"].endswith(f"/{verb}") for it in self.statements)
            if not self.changed.wait_for(seen, timeout=60):
                self.faults.append(f"{verb} is not told")

    def handler(store):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def answer(self, status, body=b"", kind="application/json"):
                body = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if status != 204:
                    self.wfile.write(body)

            def read(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                store.bodies.append(self.path + body.decode())
                return body

            def is_known(self):
                if self.headers.get("Authorization") != f"Basic {TOKEN}":
                    store.faults.append(f"no token: {self.command} {self.path}")
                if self.headers.get("X-Experience-API-Version") != "1.0.3":
                    store.faults.append(f"no version: {self.command} {self.path}")

            def do_POST(self):
                self.read()
                if self.path != "/fetch":
                    store.faults.append(f"POST {self.path}")
                    return self.answer(404)
                store.tokens += 1
                once = {"auth-token": TOKEN}
                again = {"error-code": "1", "error-text": "The token was already given"}
                self.answer(200, once if store.tokens == 1 else again)

            def do_GET(self):
                address = urlsplit(self.path)
                if address.path.lstrip("/") in store.pages:
                    return self.answer(200, store.pages[address.path.lstrip("/")], "text/html; charset=utf-8")
                if address.path == "/back":
                    return self.answer(200, b"<title>Back</title>", "text/html")
                if address.path == "/favicon.ico":
                    return self.answer(204)
                self.is_known()
                store.bodies.append(self.path)
                query = {name: values[0] for name, values in parse_qs(address.query).items()}
                if address.path == "/xapi/activities/state":
                    if query["stateId"] == "LMS.LaunchData":
                        return self.answer(200, store.launch)
                    kept = store.states.get((query["registration"], query["stateId"]))
                    return self.answer(200, kept) if kept else self.answer(404)
                if address.path == "/xapi/agents/profile" and query["profileId"] == "cmi5LearnerPreferences":
                    return self.answer(200, store.preferences) if store.preferences else self.answer(404)
                store.faults.append(f"GET {self.path}")
                self.answer(404)

            def do_PUT(self):
                self.is_known()
                address = urlsplit(self.path)
                query = {name: values[0] for name, values in parse_qs(address.query).items()}
                body = json.loads(self.read())
                if address.path == "/xapi/activities/state" and query["stateId"] != "LMS.LaunchData":
                    store.states[query["registration"], query["stateId"]] = body
                elif address.path == "/xapi/statements" and query["statementId"] == body["id"]:
                    with store.changed:
                        store.statements.append(body)
                        store.changed.notify_all()
                else:
                    store.faults.append(f"PUT {self.path}")
                self.answer(204)

        return Handler
