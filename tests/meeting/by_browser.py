"""Somebody leads a group in a real Chromium: opens it, sees lamps, lets all wait, plays on the wall.

Reads a story as JSON from standard input, and writes what is wrong. Ends with 3 where there is no
browser or no axe.
"""

import json
import shutil
import sys
import uuid
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

sys.path.insert(0, str(Path(__file__).parent.parent / "web"))
try:
    from playwright.sync_api import sync_playwright

    import look
except ImportError as error:
    print(f"set ACOLHE_CLIENTS to a Python that has tests/web/requirements.txt: {error}", file=sys.stderr)
    sys.exit(3)

# Nobody waits longer for a page, and a lamp is never older than two seconds.
PATIENCE, LAMP = 60_000, 2_000
OPENER = build_opener(ProxyHandler({}))


class Room:
    def __init__(self, root, code):
        self.root, self.code, self.tokens = root, code, [str(uuid.uuid4()) for _ in range(8)]

    def tells(self, seat, **how):
        standing = {"step": 2, "over": False, "turn": 1, "misses": 0, "quiet": 0, "hands": 0, "face": None, **how}
        call = {"code": self.code, "token": self.tokens[seat], "standing": standing}
        body = json.dumps(call).encode()
        with OPENER.open(Request(f"{self.root}/seat", body, {"Content-Type": "application/json"})) as answer:
            return json.load(answer)


def judged(page, name, faults):
    page.wait_for_load_state()
    faults += [f"{name}: {it}" for it in look.axe(page, {"runOnly": {"type": "tag", "values": look.TAGS}})]
    faults += [f"{name}: {it} is without words" for it in ("lead-", "wall-", "lamp-") if it in page.locator("body").inner_text()]
    if page.evaluate(look.SCROLLS):
        faults.append(f"{name}: is wider than the screen")


def lead(browser, story):
    faults = []
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(story["lead"])
    judged(page, "start", faults)
    page.locator("button.strong").click()
    if page.locator("p.note").count() != 1:
        faults.append("start: a meeting without a lesson is not refused")
    for lesson in ("tela-tocar", "golpe-parente"):
        page.locator(f"input[value={lesson}]").check()
    page.locator("select[name=language]").select_option(story["language"])
    page.locator("button.strong").click()
    page.locator("#pause").wait_for()

    root = "/".join(story["lead"].split("/")[:3])
    room = Room(root, page.locator("h1 strong").inner_text())
    for seat in range(6):
        room.tells(seat, step=None, turn=0)
    with page.context.expect_page() as opened:
        page.locator("#wall").click()
    wall = opened.value
    judged(wall, "wall before", faults)
    if room.code not in wall.locator("body").inner_text():
        faults.append("wall before: without the number of the group")

    page.locator("#lesson-0").click()
    wall.locator("iframe").wait_for(timeout=LAMP)
    answer = room.tells(0)
    if answer["seat"]["wish"]["lesson"] != "tela-tocar":
        faults.append(f"the lesson does not begin: {answer}")
    room.tells(1, hands=1)
    room.tells(2, misses=2)
    room.tells(3, step=None, over=True)
    for lamp in ("hand", "stuck", "done"):
        page.locator(f".seat.{lamp}").wait_for(timeout=LAMP)
    judged(page, "lead", faults)
    # A touch changes the page, and who uses keys does not lose their place.
    page.locator("#pause").focus()
    page.keyboard.press("Enter")
    page.locator("#pause[value='pause:off']").wait_for(timeout=LAMP)
    if page.evaluate("document.activeElement.id") != "pause":
        faults.append("lead: the focus is lost where the page changes")
    if not room.tells(0)["seat"]["wish"]["paused"]:
        faults.append("lead: nobody waits")
    wall.locator(".wall-line").wait_for(timeout=LAMP)
    judged(wall, "wall while all wait", faults)

    page.locator("#pause").click()
    page.locator("#together-2").click()
    lesson = wall.frame_locator("iframe")
    lesson.locator("#phone").wait_for(timeout=2 * LAMP)
    if room.tells(0)["seat"]["wish"]["together"] != [1, 2]:
        faults.append("lead: not everybody comes to the step")
    lesson.locator("[data-id='touch:verde']").click()
    lesson.locator("[data-id='next']").click()
    judged(wall, "wall with a lesson", faults)
    page.locator("#end").click()
    page.locator("#another").wait_for(timeout=LAMP)
    judged(page, "ended", faults)
    return faults


def main():
    story = json.load(sys.stdin)
    chromium = shutil.which("chromium")
    if not chromium:
        print("install Debian's chromium", file=sys.stderr)
        sys.exit(3)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print(json.dumps(lead(browser, story)))


main()
