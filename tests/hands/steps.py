"""The language of a visit: one step a line, words with spaces in double quotes, # for comments.

    wait for "Touch here"              until it is there
    wait for "Receipt" within 60       with more patience than usual
    wait until gone "One moment"
    wait until ended                   the program ends by itself, and well
    touch "Yes"                        a name may be shortened: "Do you want…"
    touch button "Yes"                 only what has this role
    hold "Listen" 1.5                  seconds
    drag "Streets" up 600              pixels
    invoke "Yes"                       what it offers to assistive technology, without a pointer
    invoke button "Yes"                only what has this role
    spell "a hole"                     by what the keys of the screen offer
    expect "Yes" checked               a state: checked, enabled, focused, pressed, selected
    expect "Yes" not checked
    expect "Your words" to hold "a hole"
    key " " "Space"                    how the key of a letter is called, if not by the letter
    type "a hole"                      on the keyboard of the screen
    expect "as long as"                words that are somewhere
    expect no "Error"
    expect the whole display           to be filled by the window
    expect good layout                 nothing without room, beyond the display, over each other
    picture receipt                    a picture of this name; every step leaves one anyway
"""

import re
import shlex
from dataclasses import dataclass
from typing import Callable

from accessibility import STATES
from processes import CannotStart
from visitor import DIRECTIONS

SLUG_LENGTH = 60


@dataclass(frozen=True)
class Step:
    """One line, understood. `act` gets the visitor; it returns where something was touched."""

    line: str
    act: Callable
    slug: str
    picture: str | None


def parse(line):
    """None for a line without a step."""
    try:
        words = shlex.split(line, comments=True)
    except ValueError as error:
        raise CannotStart(f"{line.strip()}: {error}") from error
    if not words:
        return None
    action = understand(words)
    if action is None:
        raise CannotStart(f"this is no step: {line.strip()}")
    slug = re.sub(r"\W+", "-", " ".join(words).lower()).strip("-")[:SLUG_LENGTH]
    return Step(line.strip(), action, slug, words[1] if words[0] == "picture" else None)


def understand(words):
    """What the words tell the visitor to do."""
    match words:
        case ["wait", "for", label]:
            return lambda visitor: visitor.wait_for(label)
        case ["wait", "for", label, "within", seconds] if is_number(seconds):
            return lambda visitor: visitor.wait_for(label, float(seconds))
        case ["wait", "until", "ended"]:
            return lambda visitor: visitor.wait_until_ended()
        case ["wait", "until", "gone", label]:
            return lambda visitor: visitor.wait_until_gone(label)
        case ["touch", *role, label]:
            return lambda visitor: visitor.touch(label, " ".join(role))
        case ["hold", label, seconds] if is_number(seconds):
            return lambda visitor: visitor.touch(label, seconds=float(seconds))
        case ["invoke", *role, label]:
            return lambda visitor: visitor.invoke(label, " ".join(role))
        case ["spell", text] if text:
            return lambda visitor: visitor.spell(text)
        case ["expect", label, state] if state in STATES.values():
            return lambda visitor: visitor.expect_state(label, state)
        case ["expect", label, "not", state] if state in STATES.values():
            return lambda visitor: visitor.expect_state(label, state, False)
        case ["expect", label, "to", "hold", text]:
            return lambda visitor: visitor.expect_text(label, text)
        case ["drag", label, direction, pixels] if direction in DIRECTIONS and pixels.isdigit():
            return lambda visitor: visitor.drag(label, direction, int(pixels))
        case ["key", letter, label] if len(letter) == 1:
            return lambda visitor: visitor.keys.update({letter: label})
        case ["type", text] if text:
            return lambda visitor: visitor.write(text)
        case ["expect", text]:
            return lambda visitor: visitor.expect(text)
        case ["expect", "the", "whole", "display"]:
            return lambda visitor: visitor.expect_whole_display()
        case ["expect", "good", "layout"]:
            return lambda visitor: visitor.expect_good_layout()
        case ["expect", "no", text]:
            return lambda visitor: visitor.expect_no(text)
        case ["picture", name] if re.fullmatch(r"[\w-]+", name):
            return lambda visitor: None
    return None


def is_number(word):
    return re.fullmatch(r"\d+(\.\d+)?", word) is not None
