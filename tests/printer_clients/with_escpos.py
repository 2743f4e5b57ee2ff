"""Asks and prints with python-escpos: story.json on standard input, what it saw on standard output."""

import json
import sys

CANNOT_BE_IMPORTED = 3

try:
    from escpos.printer import Network
except ImportError as error:
    print(f"python-escpos cannot be imported: {error}", file=sys.stderr)
    sys.exit(CANNOT_BE_IMPORTED)

story = json.load(sys.stdin)
printer = Network("127.0.0.1", port=story["port"], timeout=20, profile="TM-T20II")
printer.open()
if story["do"] == "ask":
    told = {"online": printer.is_online(), "paper": printer.paper_status()}
else:
    printer.charcode(story["page"])
    printer._raw(story["text"].encode(story["codec"]) + b"\n")
    printer.qr(story["qr"], native=True)
    printer.qr(story["qr"], native=False)
    printer.cut()
    told = {"online": printer.is_online()}
printer.close()
json.dump(told, sys.stdout)
