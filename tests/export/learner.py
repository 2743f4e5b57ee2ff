"""One person's way through a lesson's page: the ways that the page itself knows, with real hands."""

from collections import deque


class Walk:
    """Somebody at a page."""

    def __init__(self, page, keys):
        self.page, self.keys, self.faults, self.written = page, keys, [], []
        self.lesson = page.evaluate("() => JSON.parse(document.getElementById('lesson').textContent)")
        self.place = self.lesson["begin"]

    def node(self):
        return self.lesson["nodes"][self.place]

    def way(self):
        """The acts to the end that cost least."""
        nodes = self.lesson["nodes"]
        best, queue = {self.place: (0, [])}, deque([self.place])
        while queue:
            place = queue.popleft()
            cost, acts = best[place]
            for act, leads in steps(nodes[place]):
                there = cost + leads[1] * 100 + 1
                if leads[0] not in best or there < best[leads[0]][0]:
                    best[leads[0]] = (there, acts + [(act, leads)])
                    queue.append(leads[0])
        ends = [best[place] for place, node in enumerate(nodes) if place in best and "ways" not in node]
        return min(ends, key=lambda end: end[0])[1]

    def arrive(self, leads, act):
        self.place = leads[0]
        title = self.page.locator("h1").inner_text()
        if title != self.node()["title"]:
            self.faults.append(f"after {act} stands {title!r} and not {self.node()['title']!r}")

    def write(self, text, leads):
        self.press(f"touch:{self.node()['write']['part']}")
        self.page.locator("#text").fill(text)
        self.page.locator("#text").press("Enter")
        self.written.append(text)
        if self.page.locator("#text").input_value():
            self.faults.append("what was written is kept")
        self.arrive(leads, "writing")

    def press(self, act):
        it = self.page.locator(f'[data-id="{act}"]')
        it.press("Enter") if self.keys else it.click()

    def part(self, name):
        box = self.page.locator(f'[data-part="{name}"]').bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def do(self, act, leads):
        if act.startswith("write:"):
            return self.write(act.removeprefix("write:"), leads)
        name, _, parts = act.partition(":")
        mouse = self.page.mouse
        if name == "drag":
            start, end = parts.split(">")
            mouse.move(*self.part(start))
            mouse.down()
            mouse.move(*self.part(end), steps=5)
            mouse.up()
        elif name == "hold":
            before = self.node()["title"]
            mouse.move(*self.part(parts))
            mouse.down()
            after = self.lesson["nodes"][leads[0]]["title"]
            if after != before:
                self.page.locator("h1", has_text=after).wait_for()
            mouse.up()
        else:
            self.press(act)
        self.arrive(leads, act)


def steps(node):
    """What leads on from a node, as it can be done on the page."""
    offered = {choice["id"] for choice in node.get("choices", [])}
    for act, leads in node.get("ways", {}).items():
        name = act.split(":")[0]
        # Nobody has two fingers on a mouse: there is a button for it.
        if name in ("scroll", "enlarge") and act not in offered:
            continue
        yield act, leads
    write = node.get("write")
    for texts, leads in write["known"] if write else []:
        yield f"write:{texts[0]}", leads
