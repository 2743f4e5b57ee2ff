"""One person's way through every kind of page."""


# As far as the longest page has places for the focus.
FAR = 120

FOCUS = """() => { const it = document.activeElement, box = it.getBoundingClientRect();
    const style = getComputedStyle(it);
    const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return { ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
             seen: it.contains(there) || !!there && there.contains(it), html: it.outerHTML.slice(0, 80) } }"""


class Finger:
    """Touches what it wants."""

    def __init__(self, page):
        self.page, self.faults = page, []

    def press(self, selector):
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def type(self, name, text):
        self.page.locator(f"#{name}").fill(text)

    def save(self, selector):
        with self.page.expect_download() as saved:
            self.page.locator(selector).first.click()
        return saved.value


class Keys:
    """Has nothing but a keyboard."""

    def __init__(self, page):
        self.page, self.faults = page, []

    def reach(self, selector):
        wanted = self.page.locator(selector).first
        for _ in range(FAR):
            if wanted.evaluate("it => it === document.activeElement"):
                focus = self.page.evaluate(FOCUS)
                for what in ["ring", "seen"]:
                    if not focus[what]:
                        self.faults.append(f"the focus has no {what}: {focus['html']}")
                return
            self.page.keyboard.press("Tab")
        self.faults.append(f"no key leads to {selector}")
        wanted.focus()

    def press(self, selector):
        self.reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def type(self, name, text):
        self.reach(f"#{name}")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def save(self, selector):
        self.reach(selector)
        with self.page.expect_download() as saved:
            self.page.keyboard.press("Enter")
        return saved.value


def walk(hand, story, language, phone, look):
    """Books, changes, cancels, follows a request; `look` is called on each page."""
    page, origin = hand.page, story["origin"]
    form = lambda action: f"form[action$='{action}'] button.quiet, form[action$='{action}'] button.choice"
    page.goto(f"{origin}/")
    look("home")
    hand.press("main a[href$='/book']")
    look("what")
    hand.press(f"a.choice[href*='services={story['service']}']")
    look("where")
    hand.press("a[href*='/book/more']")
    look("more")
    hand.press("main button.strong")
    hand.press(f"a.strong[href*='branch={story['branch']}']")
    look("days")
    hand.press("ul.days li:last-child a")
    look("day")
    hand.press("button.time")
    look("who")
    hand.press("main form button.strong")
    look("who, faulty")
    if not page.locator(".summary").evaluate("it => it === document.activeElement"):
        hand.faults.append("who, faulty: the focus is not where the faults are told")
    hand.type("name", "Ana Lima")
    hand.type("phone", phone)
    hand.press("main form button.strong")
    look("booked")
    number, code = page.locator(".plate dd").all_inner_texts()

    hand.press("a.city")
    hand.press("main a[href$='/booking']")
    look("mine")
    hand.type("number", "12")
    hand.press("main form button.strong")
    look("mine, faulty")
    hand.type("number", number)
    hand.type("code", code)
    hand.press("main form button.strong")
    look("booking")
    with open(hand.save(form("/booking/calendar")).path()) as file:
        if not file.read().startswith("BEGIN:VCALENDAR"):
            hand.faults.append("the calendar file is none")
    hand.press(form("/book/when"))
    look("days again")
    hand.press("ul.days li:last-child button")
    look("day again")
    hand.press("ul.times li:last-child button")
    look("change?")
    hand.press("main form button.strong")
    look("changed")
    hand.press(form("/booking/cancel"))
    look("cancel?")
    hand.press("main form button.strong")
    look("given back")

    hand.press("a.city")
    hand.press("main a[href$='/request']")
    look("request")
    hand.type("number", story["request"]["number"])
    hand.press("main form button.strong")
    look("request, closed")
    hand.type("code", "000000")
    hand.press("main form button.strong")
    look("request, faulty")
    hand.type("code", story["request"]["code"])
    hand.press("main form button.strong")
    look("request, open")
    if story["request"]["words"] not in page.locator("main").inner_text():
        hand.faults.append("the request does not tell its words")

    page.goto(f"{origin}/{language}/nothing")
    look("nothing here")
    page.goto(f"{origin}/{language}/book/take")
    look("no way here")


def wait_in_line(hand, story, language, ticket, look):
    """Follows a ticket, goes out, comes back, gives it up; and the ways of codes on paper."""
    page, origin = hand.page, story["origin"]
    page.goto(f"{origin}/t/{ticket}")
    look("ticket")
    hand.press("main form[action$='/leave'] button")
    look("ticket, out")
    hand.press("main form[action$='/return'] button")
    look("ticket, back")
    hand.press("main a[href$='/give-up']")
    look("give up?")
    hand.press("main form button.strong")
    look("ticket, over")
    page.goto(f"{origin}/t/{'0' * len(ticket)}")
    look("ticket, unknown")
    page.goto(f"{origin}/b/482091359#482091")
    look("slip")
    if page.locator("#number").input_value() != "482091359":
        hand.faults.append("slip: the number is not there")


def refused(page, story, language, look):
    """A time that is over, as somebody has it on a page that stood open."""
    wish = f"services={story['service']}&branch={story['branch']}"
    page.goto(f"{story['origin']}/{language}/book/when?{wish}")
    page.locator("button[name=start]").first.evaluate("it => it.value = '2020-01-01T12:00:00Z'")
    with page.expect_navigation():
        page.locator("button[name=start]").first.click()
    look("refused")
