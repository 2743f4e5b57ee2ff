"""Somebody at home uses the city's pages in a real Chromium.

Reads a story as JSON from standard input, and writes which pages were seen and what is wrong with
them. Ends with 3 where there is no browser or no axe.
"""

import json
import os
import shutil
import sys
import uuid
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

try:
    from playwright.sync_api import sync_playwright

    import look
except ImportError as error:
    print(f"set ACOLHE_CLIENTS to a Python that has tests/web/requirements.txt: {error}", file=sys.stderr)
    sys.exit(3)
import walk

WORDS = "Está escuro à noite"
CODE = "482091"
# Nobody waits longer for a page.
PATIENCE = 60_000

PLANT = """() => {
    document.querySelector('label').remove();
    const text = document.createElement('p'); text.textContent = 'Hard to read';
    text.style.color = '#999'; document.querySelector('main').append(text);
    const wide = document.createElement('div'); wide.style.width = '900px'; wide.style.height = '9px';
    document.querySelector('main').append(wide);
    document.querySelector('main').append(document.createElement('button'));
    const again = document.createElement('h1'); again.textContent = 'Again';
    document.querySelector('main').append(again);
}"""


def file_request(story):
    form = {"api_key": story["key"], "service_code": "ILU-07", "description": WORDS,
            "address_string": "Rua São João, 12", "access_code": CODE}
    opener = build_opener(ProxyHandler({}))
    url = f"{story['origin']}/open311/v2/requests.json"
    with opener.open(url, urlencode(form).encode()) as answer:
        number = json.load(answer)[0]["service_request_id"]
    return {"number": number, "code": CODE, "words": WORDS}


def take_ticket(story):
    """As somebody at the counter does."""
    body = json.dumps({"call_id": str(uuid.uuid4()), "service": story["service"]}).encode()
    headers = {"Authorization": f"Bearer {story['staff']}", "Content-Type": "application/json"}
    url = f"{story['origin']}/api/v1/branches/{story['branch']}/tickets"
    with build_opener(ProxyHandler({})).open(Request(url, body, headers)) as answer:
        return json.load(answer)["token"]


def picture(page, story, language, name):
    """Each page as a picture, for eyes: telephone and desk, light and dark."""
    folder = story.get("pictures")
    if not folder:
        return
    name = name.replace(", ", "-").replace(" ", "-").replace("?", "")
    for size, (width, height) in [("telephone", look.TELEPHONE), ("desk", (1280, 800))]:
        for colours in ["light", "dark"]:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=colours, reduced_motion="reduce")
            page.screenshot(path=f"{folder}/{language}-{name}-{size}-{colours}.png", full_page=True)
    page.set_viewport_size(dict(zip(["width", "height"], look.TELEPHONE)))
    page.emulate_media(color_scheme="light")


def context(browser, language, scripts):
    width, height = look.TELEPHONE
    opened = browser.new_context(
        locale=language, viewport={"width": width, "height": height}, reduced_motion="reduce",
        java_script_enabled=scripts, has_touch=scripts,
    )
    opened.set_default_timeout(PATIENCE)
    return opened


def touched(browser, story, language, phone):
    """By touch, with everything looked at. The pages have no scripts; axe needs them."""
    page = context(browser, language, True).new_page()
    session = page.context.new_cdp_session(page)
    hand, pages = walk.Finger(page), []

    def see(name):
        pages.append(name)
        hand.faults.extend(f"{name}: {fault}" for fault in look.everything(page, session, language))
        picture(page, story, language, name)

    walk.walk(hand, story, language, phone, see)
    walk.wait_in_line(hand, story, language, take_ticket(story), see)
    walk.refused(page, story, language, see)
    page.context.close()
    return pages, hand.faults


def typed(browser, story, language, phone):
    """By keyboard alone, in a browser that runs no script."""
    page = context(browser, language, False).new_page()
    hand, pages = walk.Keys(page), []
    walk.walk(hand, story, language, phone, pages.append)
    walk.wait_in_line(hand, story, language, take_ticket(story), pages.append)
    page.context.close()
    return pages, hand.faults


def planted(browser, story, language):
    """A page with faults that must be found."""
    page = context(browser, language, True).new_page()
    session = page.context.new_cdp_session(page)
    page.goto(f"{story['origin']}/{language}/request")
    page.evaluate(PLANT)
    return ["planted"], look.everything(page, session, language)


def main():
    story = json.load(sys.stdin)
    chromium = shutil.which("chromium")
    if not chromium:
        print("Chromium is not installed", file=sys.stderr)
        sys.exit(3)
    told = {}
    # Nobody but this program uses this browser; root may not have a sandbox.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        if story["planted"]:
            told["planted"] = planted(browser, story, story["languages"][0])
        else:
            story["request"] = file_request(story)
            for count, language in enumerate(story["languages"]):
                told[f"{language} by touch"] = touched(browser, story, language, f"21 90000 {count:04}")
                told[f"{language} by keyboard"] = typed(browser, story, language, f"21 90001 {count:04}")
        browser.close()
    json.dump({way: {"pages": pages, "faults": faults} for way, (pages, faults) in told.items()}, sys.stdout)


main()
