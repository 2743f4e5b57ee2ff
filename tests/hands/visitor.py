"""A visitor: finds things by what assistive technology is told, and touches them where they are."""

import time

from accessibility import WRITTEN_IN, tidy
from layout import faults
from processes import Unmet, until

TAP_SECONDS = 0.1
# A finger does not lift exactly where it landed.
TREMBLE = 3
DRAG_SECONDS = 0.4
DRAG_MOVES = 20
REACTION_SECONDS = 2
# A slow machine draws some frames of a movement a second.
REST_SECONDS = 0.4
# People look at what is new before they touch it, and a kiosk may count on that.
LOOK_SECONDS = 1.1
# From one key to the next; the same one again takes no travel, but is meant.
KEY_SECONDS = 0.25
SAME_KEY_SECONDS = 0.6
DIRECTIONS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class Visitor:
    """Hands and eyes together. Everything is waited for, at most for `patience` seconds."""

    def __init__(self, eyes, hand, size, patience, program):
        self.eyes = eyes
        self.hand = hand
        self.size = size
        self.patience = patience
        self.program = program
        self.keys = {}
        self.rested = 0

    def touch(self, label, role="", seconds=TAP_SECONDS):
        """Touches what is called so; where."""
        element, before = self.reach(label, role)
        self.press(*element.centre, seconds)
        self.settle(before)
        return element.centre

    def invoke(self, label, role=""):
        """Has what is called so do what it offers to do, as a screen reader does: no pointer."""
        element, before = self.reach(label, role)
        if not self.eyes.invoke(element):
            raise Unmet(f"{element} offers nothing to do")
        self.settle(before)

    def spell(self, text):
        """Writes on the keyboard of the screen, by what its keys offer to do."""
        last = None
        for letter in text:
            pause = SAME_KEY_SECONDS if letter == last else KEY_SECONDS
            element, before = self.reach(self.keys.get(letter, letter), "button", pause)
            if not self.eyes.invoke(element):
                raise Unmet(f"{element} offers nothing to do")
            self.rested, last = time.monotonic(), letter
        self.settle(before)

    def drag(self, label, direction, pixels):
        """Drags what is called so, as one scrolls."""
        element, before = self.reach(label, "")
        x, y = element.centre
        across, down = DIRECTIONS[direction]
        self.hand.down(x, y)
        for move in range(1, DRAG_MOVES + 1):
            way = pixels * move // DRAG_MOVES
            time.sleep(DRAG_SECONDS / DRAG_MOVES)
            self.hand.move(x + across * way, y + down * way)
        self.hand.up()
        self.settle(before)
        return x, y

    def write(self, text):
        """Writes on the keyboard of the screen, a key after the other."""
        last = None
        for letter in text:
            pause = SAME_KEY_SECONDS if letter == last else KEY_SECONDS
            element, before = self.reach(self.keys.get(letter, letter), "", pause)
            self.press(*element.centre, TAP_SECONDS)
            self.rested, last = time.monotonic(), letter
        self.settle(before)

    def wait_for(self, label, seconds=None):
        self.see_that(lambda seen: named(seen, label), f"“{label}” is not there", seconds)

    def wait_until_gone(self, label):
        self.see_that(lambda seen: not named(seen, label), f"“{label}” is still there")

    def wait_until_ended(self):
        until(self.program.has_ended, self.patience, "the program still runs")

    def expect(self, words):
        self.see_that(lambda seen: said(seen, words), f"“{words}” is said nowhere")

    def expect_state(self, label, state, is_so=True):
        def so(seen):
            found = named(seen, label)
            return found and any(state in element.states for element in found) == is_so

        self.see_that(so, f"“{label}” is {'not ' if is_so else ''}{state}")

    def expect_text(self, label, text):
        def so(seen):
            return any(element.role in WRITTEN_IN and element.text == text
                       for element in named(seen, label))

        self.see_that(so, f"“{label}” does not hold “{text}”")

    def expect_no(self, words):
        self.see_that(lambda seen: not said(seen, words), f"“{words}” is said")

    def expect_whole_display(self):
        whole = (0, 0, *self.size)
        self.see_that(
            lambda seen: any(element.bounds == whole for element in seen if element.depth == 0),
            "the window does not fill the display",
        )

    def expect_good_layout(self):
        found = faults(self.eyes.see(), self.size)
        if found:
            raise Unmet("\n".join(found))

    def see_that(self, holds_true, otherwise, seconds=None):
        """Waits for a screen of which something is true: where nothing is seen, nothing is."""

        def seen_so():
            seen = self.eyes.see()
            return seen and holds_true(seen)

        self.until(seen_so, seconds, lambda: otherwise)

    def reach(self, label, role, look=LOOK_SECONDS):
        """The one thing of that name that can be touched and rests, and all that is seen."""
        earlier, obstacle = None, ""

        def reachable():
            nonlocal earlier, obstacle
            seen = self.eyes.see()
            element, obstacle = self.only_one(seen, label, role)
            rests, earlier = element is not None and element == earlier, element
            looked = time.monotonic() - self.rested > look
            return rests and looked and (element, seen)

        return self.until(reachable, None, lambda: obstacle or f"“{label}” does not rest")

    def only_one(self, seen, label, role):
        """The element that is meant, or why there is none."""
        matching = [element for element in named(seen, label) if not role or element.role == role]
        matching = [element for element in matching if element.touchable] or matching
        if not matching:
            return None, f"there is no {role or 'element'} “{label}”"
        element = matching[-1]
        # A button and the words on it often have one name: they are one thing to a finger.
        if not all(holds(other, element.centre) for other in matching):
            return None, f"there are {len(matching)} of “{label}”"
        if "enabled" not in element.states:
            return None, f"“{label}” is switched off"
        x, y = element.centre
        if not (0 <= x < self.size[0] and 0 <= y < self.size[1]) or 0 in element.bounds[2:]:
            return None, f"“{label}” is not within the display: {element}"
        return element, ""

    def press(self, x, y, seconds):
        self.hand.down(x, y)
        time.sleep(seconds)
        self.hand.move(x + TREMBLE, y + TREMBLE)
        self.hand.up()

    def settle(self, before):
        """Waits for a reaction, which need not come, and until nothing changes any more."""
        deadline = time.monotonic() + REACTION_SECONDS
        while (now := self.eyes.see()) == before and time.monotonic() < deadline:
            time.sleep(0.1)

        changed = time.monotonic()

        def rests():
            nonlocal now, changed
            earlier, now = now, self.eyes.see()
            if now != earlier:
                changed = time.monotonic()
            return time.monotonic() - changed > REST_SECONDS

        self.until(rests, None, lambda: "the screen does not come to rest")
        self.rested = changed

    def until(self, answer, seconds, otherwise):
        def answer_or_end():
            return answer() or self.program.must_run()

        def with_what_is_seen():
            return f"{otherwise()}; this is:\n{outline(self.eyes.see())}"

        return until(answer_or_end, seconds or self.patience, with_what_is_seen)


def named(seen, label):
    """What has this name; a name may be shortened with “…”."""
    label = tidy(label)
    beginning = label.removesuffix("…").rstrip() if label.endswith("…") else None
    return [
        element
        for element in seen
        if element.name == label or (beginning and element.name.startswith(beginning))
    ]


def said(seen, words):
    """Whether the words stand somewhere, as one piece."""
    words = tidy(words)
    return any(words in element.words for element in seen)


def holds(element, point):
    """Whether the point lies on the element."""
    left, top, width, height = element.bounds
    x, y = point
    return left <= x < left + width and top <= y < top + height


def outline(seen):
    """What assistive technology was told, one element a line."""
    return "\n".join("  " * element.depth + str(element) for element in seen)
