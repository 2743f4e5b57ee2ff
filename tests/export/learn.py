"""Somebody plays every lesson of a course in a real Chromium, launched as cmi5 says.

Reads a story as JSON from standard input: the course's zip. Writes what the store got of each
launch. Ends with 3 where there is no browser.
"""

import json
import os
import re
import shutil
import sys
import uuid
import zipfile
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent / "web"))
try:
    from playwright.sync_api import sync_playwright

    import look
except ImportError as error:
    print(f"set ACOLHE_CLIENTS to a Python that has tests/web/requirements.txt: {error}", file=sys.stderr)
    sys.exit(3)
from store import SESSION, Store
from learner import Walk

# A CPF that adds up: it could be somebody's.
SOMEBODYS = "529.982.247-25"
TELEPHONE = {"width": 390, "height": 844}


# Counts what is said, for nobody listens here.
COUNT = "window.said = 0; speechSynthesis.speak = () => { window.said += 1 }"


def launch_data(mode, publisher, mastery, back):
    template = {
        "contextActivities": {"grouping": [{"id": publisher}]},
        "extensions": {SESSION: str(uuid.uuid4())},
    }
    data = {"contextTemplate": template, "launchMode": mode, "moveOn": "Completed", "masteryScore": mastery}
    return {**data, "returnURL": back} if back else data


def launch_url(store, page, registration):
    actor = {"objectType": "Agent", "account": {"homePage": store.origin, "name": "treino"}}
    query = {
        "endpoint": f"{store.origin}/xapi/", "fetch": f"{store.origin}/fetch", "actor": json.dumps(actor),
        "registration": registration, "activityId": f"{store.origin}/activity/{page}",
    }
    return f"{store.origin}/{page}?{urlencode(query)}"


def seen(page, what):
    """Every fault that a page has for hands, eyes and ears."""
    session = page.context.new_cdp_session(page)
    rules = {"runOnly": {"type": "tag", "values": look.TAGS}, "rules": look.BEYOND}
    faults = list(look.tree(session, "")) + list(look.axe(page, rules)) + list(look.sizes(page, session))
    page.set_viewport_size(TELEPHONE)
    session.detach()
    # What is hidden has no size.
    return [f"{what}: {fault}" for fault in faults if not fault.startswith("0 × 0")]


def picture(story, page, name):
    if story.get("pictures"):
        page.screenshot(path=f"{story['pictures']}/{name}.png")


def play(story, store, browser, name, registration=None, mode="Normal", mastery=0.5, back=True,
         wrong=False, look_at=False, keys=False, audio="on"):
    data = launch_data(mode, f"https://publisher.example/{name}", mastery, back and f"{store.origin}/back")
    store.expect(data, {"languagePreference": "", "audioPreference": audio})
    page = browser.new_page(viewport=TELEPHONE)
    page.add_init_script(COUNT)
    outside = []
    page.on("request", lambda it: outside.append(it.url) if not it.url.startswith(store.origin) else None)
    page.on("pageerror", lambda error: store.faults.append(f"script: {error}"))
    page.goto(launch_url(store, name, registration or str(uuid.uuid4())))
    page.locator("h1:not(:empty)").wait_for()
    walk = Walk(page, keys)
    looked = set()
    while "ways" in walk.node():
        if look_at:
            kind = ("phone" in walk.node(), bool(walk.node().get("write")))
            if kind not in looked:
                looked.add(kind)
                store.faults.extend(seen(page, walk.node()["title"]))
                picture(story, page, f"{Path(name).stem}-{len(looked)}")
        write = walk.node().get("write")
        if write and wrong and not walk.written:
            walk.write(SOMEBODYS, write["own"])
            walk.write("qualquer coisa", write["other"])
        elif not write and wrong and (miss := missed(walk.node())):
            walk.do(*miss)
            wrong = lacks_writing(walk)
        else:
            walk.do(*walk.way()[0])
    if look_at:
        store.faults.extend(seen(page, "the end"))
        picture(story, page, f"{Path(name).stem}-end")
    if (page.evaluate("said") > 0) != (audio == "on"):
        store.faults.append(f"with audio {audio}, {page.evaluate('said')} sentences are said")
    if back:
        walk.press("finish")
        page.wait_for_url("**/back")
    else:
        # Somebody closes the page, or goes elsewhere.
        page.goto(f"{store.origin}/back")
    store.wait_for("terminated")
    page.close()
    faults = store.faults + walk.faults + [f"asks elsewhere: {url}" for url in outside]
    if store.tokens != 1:
        faults.append(f"{store.tokens} tokens were asked for")
    told = "\n".join(store.bodies)
    # A short number may stand within an id or a moment.
    is_told = lambda text: re.search(rf"(?<![\w-]){re.escape(text)}(?![\w-])", told, re.IGNORECASE)
    faults += [f"what was written is told: {text}" for text in walk.written if is_told(text)]
    return {"statements": store.statements, "launch": store.launch, "faults": faults, "written": len(walk.written)}


def missed(node):
    """A touch that is not the right one."""
    if "other" in node and node["other"][1]:
        ways = node.get("ways", {})
        free = [part for part in node["parts"] if f"touch:{part['id']}" not in ways]
        return (f"touch:{free[0]['id']}", node["other"]) if free else None
    return None


def lacks_writing(walk):
    """Whether something is still to be written, and to be written wrongly first."""
    return any("write" in node for node in walk.lesson["nodes"]) and not walk.written


def main():
    story = json.load(sys.stdin)
    chromium = shutil.which("chromium")
    if not chromium:
        print("Chromium is not installed", file=sys.stderr)
        sys.exit(3)
    archive = zipfile.ZipFile(story["course"])
    pages = {name: archive.read(name) for name in archive.namelist() if name.endswith(".html")}
    store, told = Store(pages), {}
    # Nobody but this program uses this browser; root may not have a sandbox.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        run = lambda name, registration=None, **how: play(story, store, browser, name, registration, **how)
        for name in pages:
            stem, registration = Path(name).stem, str(uuid.uuid4())
            first = stem == story["first"]
            told[stem] = run(name, registration, look_at=first)
            if first:
                told["again"] = run(name, registration, audio="off")
                told["Browse"] = run(name, mode="Browse", keys=True)
                told["Review"] = run(name, mode="Review")
                told["closed"] = run(name, back=False)
            if stem == story["written"]:
                told["wrong"] = run(name, wrong=True, look_at=True)
                told["failed"] = run(name, wrong=True, mastery=0.9)
        browser.close()
    json.dump(told, sys.stdout)


main()
