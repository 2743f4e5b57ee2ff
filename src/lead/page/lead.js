"use strict";
// The page is asked anew each second; what did not change is not touched, so that nobody loses
// their place on it.
(() => {
    const EVERY = 1000;
    const now = document.getElementById("now"), silent = document.getElementById("silent");
    let shown = "";

    function put(text) {
        if (text === shown) return;
        shown = text;
        const place = document.activeElement?.closest("#now") ? document.activeElement.id : "";
        const scrolled = [...now.querySelectorAll("[data-scrolls]")].map((it) => [it.id, it.scrollTop]);
        now.innerHTML = text;
        for (const [id, top] of scrolled) document.getElementById(id)?.scrollTo(0, top);
        if (place) document.getElementById(place)?.focus({ preventScroll: true });
    }

    async function ask() {
        try {
            const answer = await fetch(now.dataset.now, { cache: "no-store" });
            silent.hidden = answer.ok;
            if (answer.ok) put(await answer.text());
        } catch {
            silent.hidden = false;
        }
    }

    async function again() {
        await ask();
        setTimeout(again, EVERY);
    }

    now.addEventListener("submit", async (event) => {
        const form = event.target;
        if (!form.dataset.stays) return;
        event.preventDefault();
        const body = new URLSearchParams(new FormData(form, event.submitter));
        try {
            await fetch(form.action, { method: "POST", body });
        } catch {
            silent.hidden = false;
        }
        await ask();
    });

    again();
})();
