"""What is looked at on every page: axe, the accessibility tree, sizes and reflow."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Beyond AA: contrast of 7:1 for every text.
BEYOND = {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}
CONTRAST = ["color-contrast", "color-contrast-enhanced"]
# A telephone, half a laptop's glass (200 % zoom), a quarter of it (400 %).
TELEPHONE = (360, 740)
SIZES = [(640, 512), (320, 256), TELEPHONE]
# CSS pixels that a finger needs.
TARGET = 44
# In the browser's settings: 16 is the usual size of letters.
LETTERS, LARGE_LETTERS = 16, 32

BOXES = """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select')]
    .filter(it => !it.classList.contains('skip'))
    .map(it => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])
    .map(([html, box]) => [html, box.width, box.height])"""
WIDE = """() => [...document.body.querySelectorAll('*')]
    .filter(it => !it.closest('.unseen, .skip') && it.getBoundingClientRect().right > innerWidth + 1)
    .map(it => it.outerHTML.slice(0, 80)).slice(0, 3)"""
SCROLLS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"

FIELDS = {"textbox", "combobox", "checkbox", "spinbutton", "searchbox"}
NAMED = FIELDS | {"link", "button", "navigation", "heading", "alert", "region"}


def axe(page, options):
    found = Axe().run(page, options={"resultTypes": ["violations"], **options})
    for violation in found.response["violations"]:
        for node in violation["nodes"]:
            yield f"axe {violation['id']}: {node['html'][:120]}"


def tree(session, language):
    """What somebody hears who sees nothing."""
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    told = [node for node in nodes if not node.get("ignored")]
    of = lambda role: [node for node in told if node["role"]["value"] == role]
    for role in ["banner", "main", "contentinfo"]:
        if len(of(role)) != 1:
            yield f"tree: {len(of(role))} times {role}"
    for node in told:
        role, name = node["role"]["value"], node.get("name", {}).get("value", "").strip()
        if role in NAMED and not name:
            yield f"tree: a {role} without a name"
    names = [node["name"]["value"] for node in of("link") + of("button")]
    for name in {name for name in names if names.count(name) > 1}:
        targets = {address(node) for node in of("link") if node["name"]["value"] == name}
        if len(targets) > 1:
            yield f"tree: {name!r} leads to {len(targets)} places"
    levels = [level(node) for node in of("heading")]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"tree: headings are {levels}"
    if any(after > before + 1 for before, after in zip(levels, levels[1:])):
        yield f"tree: headings jump: {levels}"


def level(node):
    return next(it["value"]["value"] for it in node["properties"] if it["name"] == "level")


def address(node):
    urls = [it["value"]["value"] for it in node.get("properties", []) if it["name"] == "url"]
    return urls[0] if urls else None


def words(page, language):
    """Language, title and question agree."""
    if page.locator("html").get_attribute("lang") != language:
        yield "the page is in another language"
    title, question = page.title(), page.locator("h1").first.inner_text()
    if question not in title:
        yield f"the title {title!r} is not the question {question!r}"
    raw = page.locator("body").inner_text()
    if "web-" in raw or "booking-no-" in raw:
        yield "a message has no words"


def sizes(page, session):
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        if page.evaluate(SCROLLS) or page.evaluate(WIDE):
            yield f"{width} wide is too narrow: {page.evaluate(WIDE)}"
    for html, width, height in page.evaluate(BOXES):
        if min(width, height) < TARGET - 0.5:
            yield f"{width:.0f} × {height:.0f} is small for a finger: {html}"
    session.send("Page.setFontSizes", {"fontSizes": {"standard": LARGE_LETTERS}})
    if page.evaluate(SCROLLS) or page.evaluate(WIDE):
        yield f"letters of double size do not fit: {page.evaluate(WIDE)}"
    session.send("Page.setFontSizes", {"fontSizes": {"standard": LETTERS}})


def everything(page, session, language):
    """Every fault of a page."""
    faults = list(words(page, language)) + list(tree(session, language)) + list(sizes(page, session))
    rules = {"runOnly": {"type": "tag", "values": TAGS}, "rules": BEYOND}
    faults += axe(page, rules)
    for colours, contrast in [("dark", "no-preference"), ("light", "more"), ("dark", "more")]:
        page.emulate_media(color_scheme=colours, contrast=contrast)
        only = {"runOnly": {"type": "rule", "values": CONTRAST}}
        faults += [f"{colours}, contrast {contrast}: {fault}" for fault in axe(page, only)]
    page.emulate_media(color_scheme="light", contrast="no-preference")
    return faults
