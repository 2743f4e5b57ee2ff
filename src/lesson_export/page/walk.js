// Walks a lesson that was written out: every act has its way, and every way its node.
(() => {
    const lesson = JSON.parse(document.getElementById("lesson").textContent);
    const at = (id) => document.getElementById(id);
    const HELP = ["hint", "show-me"], FORWARD = ["next", "finish"];
    // How long a finger stays, and how far it may stray meanwhile, in milliseconds and pixels.
    const LONG = 700, STILL = 14;
    const speaks = "speechSynthesis" in window;
    // Where another voice leads, this one is heard only when it is asked.
    const asked = new URLSearchParams(location.search), quiet = asked.has("quiet");
    document.documentElement.classList.toggle("wall", asked.has("wall"));
    let node, done = { cost: 0, misses: 0, hints: 0, rescued: 0 }, aloud = speaks && !quiet, ended = false;

    function make(tag, kind, text) {
        const it = document.createElement(tag);
        if (kind) it.className = kind;
        if (text) it.textContent = text;
        return it;
    }

    function picture(name) {
        const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        svg.setAttribute("viewBox", "0 0 24 24");
        svg.setAttribute("aria-hidden", "true");
        for (const [path, filled] of lesson.icons[name] ?? []) {
            const stroke = document.createElementNS("http://www.w3.org/2000/svg", "path");
            stroke.setAttribute("d", path);
            if (filled) stroke.setAttribute("class", "filled");
            svg.append(stroke);
        }
        return svg;
    }

    function button(choice, kind) {
        const it = make("button", kind);
        it.type = "button";
        it.dataset.id = choice.id;
        if (lesson.icons[choice.icon]) it.append(picture(choice.icon));
        it.append(make("span", "", choice.label));
        it.addEventListener("click", () => act(choice.id));
        return it;
    }

    function part(it) {
        const shown = button({ ...it, id: `touch:${it.id}` }, [it.kind, it.lit && "lit", it.found && "found"].filter(Boolean).join(" "));
        shown.dataset.part = it.id;
        if (it.found) shown.setAttribute("aria-pressed", "true");
        if (it.written) shown.append(make("span", "value", it.written));
        return shown;
    }

    function say() {
        speechSynthesis.cancel();
        for (const sentence of node.say) {
            const said = new SpeechSynthesisUtterance(sentence);
            said.lang = lesson.language;
            said.rate = 0.9;
            speechSynthesis.speak(said);
        }
    }

    function show(place) {
        const focused = document.activeElement?.dataset.id;
        node = lesson.nodes[place];
        at("title").textContent = node.title;
        at("notes").replaceChildren(...node.notes.map((note) => make("p", "note", note)));
        at("picture").replaceChildren(...(node.picture && lesson.icons[node.picture] ? [picture(node.picture)] : []));
        at("phone").hidden = !node.phone;
        at("head").textContent = node.phone ?? "";
        at("parts").replaceChildren(...(node.parts ?? []).map(part));
        const choices = node.choices ?? [];
        // A finger that is to push or take along does not move the page.
        const moves = choices.some((choice) => /^(drag|scroll|enlarge):/.test(choice.id));
        at("parts").style.touchAction = moves ? "none" : "manipulation";
        const among = (ids) => choices.filter((choice) => ids.includes(choice.id));
        const rest = choices.filter((choice) => ![...HELP, ...FORWARD].includes(choice.id));
        at("choices").replaceChildren(...rest.map((choice) => button(choice)));
        at("help").replaceChildren(...among(HELP).map((choice) => button(choice, "help")));
        at("next").replaceChildren(...among(FORWARD).map((choice) => button(choice, "strong")));
        close();
        const again = focused && document.querySelector(`[data-id="${CSS.escape(focused)}"]`);
        (again || at("main")).focus({ preventScroll: true });
        scrollTo(0, 0);
        if (aloud) say();
        if (!node.ways && !ended) end();
    }

    function follow([place, cost, misses, hints, rescued]) {
        done = { cost: done.cost + cost, misses: done.misses + misses, hints: done.hints + hints, rescued: done.rescued + rescued };
        show(place);
    }

    const HAND = /^(touch|hold|drag|scroll|enlarge):/;

    function act(id) {
        if (id === "finish") return leave();
        if (id === "reprint") return print();
        if (node.write && id === `touch:${node.write.part}`) return open();
        const way = node.ways?.[id] ?? (HAND.test(id) ? node.other : undefined);
        if (way) follow(way);
    }

    // What is written is compared, wiped, and known to nobody.
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/\s+/).filter(Boolean).join(" ");
    const isSomebodys = (text) => /\S@\S*\./.test(text) || text.replace(/\D/g, "").length >= 10 || text.replace(/[^0-9a-f]/gi, "").length >= 32;

    function open() {
        at("label").textContent = node.write.label;
        at("written").textContent = node.write.next;
        at("text").inputMode = node.write.digits ? "numeric" : "text";
        at("writing").hidden = false;
        at("text").focus();
    }

    function close() {
        at("text").value = "";
        at("writing").hidden = true;
    }

    at("writing").addEventListener("submit", (event) => {
        event.preventDefault();
        const raw = at("text").value, text = plain(raw);
        if (!text) return;
        const known = node.write.known.find(([texts]) => texts.includes(text));
        follow(known ? known[1] : isSomebodys(raw) ? node.write.own : node.write.other);
    });

    // A hand on the practice phone: stays, takes along, pushes, pulls apart.
    const fingers = new Map();
    let held, gesture, apart;
    const of = (x, y) => document.elementFromPoint(x, y)?.closest("[data-part]")?.dataset.part;
    const width = () => { const [a, b] = [...fingers.values()]; return Math.hypot(a.x - b.x, a.y - b.y); };
    const doing = (id) => { gesture = true; clearTimeout(held); act(id); };

    at("parts").addEventListener("pointerdown", (event) => {
        const finger = { x: event.clientX, y: event.clientY, x0: event.clientX, y0: event.clientY, part: of(event.clientX, event.clientY) };
        fingers.set(event.pointerId, finger);
        clearTimeout(held);
        if (fingers.size === 1) gesture = false;
        if (fingers.size === 2) { apart = width(); return; }
        if (finger.part) held = setTimeout(() => doing(`hold:${finger.part}`), LONG);
    });
    addEventListener("pointermove", (event) => {
        const finger = fingers.get(event.pointerId);
        if (!finger) return;
        Object.assign(finger, { x: event.clientX, y: event.clientY });
        if (Math.hypot(finger.x - finger.x0, finger.y - finger.y0) > STILL) clearTimeout(held);
        const [first] = fingers.values();
        if (fingers.size === 2 && !gesture && first.part && width() > apart * 1.3) doing(`enlarge:${first.part}`);
    });
    addEventListener("pointerup", (event) => {
        const finger = fingers.get(event.pointerId);
        fingers.delete(event.pointerId);
        clearTimeout(held);
        if (!finger?.part || gesture || fingers.size) return;
        const to = of(event.clientX, event.clientY);
        if (to && to !== finger.part) doing(`drag:${finger.part}>${to}`);
    });
    addEventListener("pointercancel", (event) => { fingers.delete(event.pointerId); clearTimeout(held); });
    at("parts").addEventListener("contextmenu", (event) => event.preventDefault());
    // What a hand has done is not touched as well.
    at("parts").addEventListener("click", (event) => { if (gesture && event.detail) { event.stopPropagation(); gesture = false; } }, true);

    function tell(words) {
        at("notes").append(make("p", "note", words));
    }

    function end() {
        ended = true;
        const scaled = Math.round((100 * Math.max(0, lesson.worth - done.cost)) / Math.max(1, lesson.worth)) / 100;
        const { rung, misses, hints, rescued } = lesson.extensions;
        const counted = { [rung]: lesson.rung, [misses]: done.misses, [hints]: done.hints, [rescued]: done.rescued };
        record.end(scaled, counted).then((told) => { if (!told) tell(lesson.words["export-unrecorded"]); });
    }

    function leave() {
        if (speaks) speechSynthesis.cancel();
        at("next").replaceChildren();
        record.leave().then((gone) => { if (!gone) tell(lesson.words["export-close"]); });
    }

    at("listen").addEventListener("click", say);
    addEventListener("pagehide", () => record.vanish());
    at("listen").hidden = !speaks;
    record.begin().then((preferences) => {
        if (preferences?.audioPreference === "off") aloud = false;
        // Who shows it to others may begin at a step: its number stands behind the address.
        show(lesson.steps[location.hash.slice(1)] ?? lesson.begin);
    });
})();
