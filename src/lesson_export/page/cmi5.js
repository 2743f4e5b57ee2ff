"use strict";
// What a learning management system is told (cmi5 Quartz over xAPI 1.0.3). How it went is told, in
// numbers; what was written is not even known here.
const record = (() => {
    const VERBS = "http://adlnet.gov/expapi/verbs/";
    const CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/";
    const EXTENSIONS = "https://w3id.org/xapi/cmi5/context/extensions/";
    const asked = new URLSearchParams(location.search);
    const launched = ["endpoint", "fetch", "actor", "registration", "activityId"].every((name) => asked.has(name));
    const actor = launched ? JSON.parse(asked.get("actor")) : null;
    const endpoint = launched ? asked.get("endpoint").replace(/\/?$/, "/") : "";
    // What of this registration was told in an earlier session: each is told once.
    const TOLD = "acolhe.told";
    let token, launch, told = {}, began, over = false, broken = false, last = Promise.resolve();

    const headers = (more) => ({ Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3", ...more });
    const address = (resource, query) => `${endpoint}${resource}?${new URLSearchParams(query)}`;
    const state = (stateId) => address("activities/state", {
        activityId: asked.get("activityId"), agent: JSON.stringify(actor), registration: asked.get("registration"), stateId,
    });
    const put = (to, body, keepalive) => fetch(to, {
        method: "PUT", headers: headers({ "Content-Type": "application/json" }), body: JSON.stringify(body), keepalive,
    });

    async function read(from) {
        const answer = await fetch(from, { headers: headers(), cache: "no-store" });
        if (answer.ok) return answer.json();
        // There is none, or nobody may see it: neither is a fault.
        if (answer.status === 404 || answer.status === 403) return null;
        throw new Error(`${answer.status}`);
    }

    // The template comes first: what the system wrote there is not changed.
    function context(judged, mastery) {
        const given = structuredClone(launch.contextTemplate ?? {});
        const activities = given.contextActivities ?? {};
        const wanted = [`${CATEGORIES}cmi5`, ...(judged ? [`${CATEGORIES}moveon`] : [])];
        const there = activities.category ?? [];
        const missing = wanted.filter((id) => !there.some((it) => it.id === id)).map((id) => ({ id }));
        const extensions = { ...(mastery === undefined ? {} : { [`${EXTENSIONS}masteryscore`]: mastery }), ...given.extensions };
        return {
            ...given, registration: asked.get("registration"), extensions,
            contextActivities: { ...activities, category: [...there, ...missing] },
        };
    }

    function statement(verb, result, judged, mastery) {
        return {
            id: crypto.randomUUID?.() ?? random(), actor, verb: { id: VERBS + verb, display: { en: verb } },
            object: { objectType: "Activity", id: asked.get("activityId") }, ...(result ? { result } : {}),
            context: context(judged, mastery), timestamp: new Date().toISOString(),
        };
    }

    // A random UUID where the page did not come over https.
    function random() {
        const bytes = crypto.getRandomValues(new Uint8Array(16));
        bytes[6] = (bytes[6] & 15) | 64;
        bytes[8] = (bytes[8] & 63) | 128;
        const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
        return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    }

    async function send(body, keepalive) {
        const to = address("statements", { statementId: body.id });
        // Once more with the same id: twice is once.
        const answer = await put(to, body, keepalive).catch(() => put(to, body, keepalive));
        if (!answer.ok && answer.status !== 409) throw new Error(`${answer.status}`);
    }

    // One after the other, in the order in which they happened.
    function inTurn(work) {
        last = last.then(() => (broken ? undefined : work())).catch(() => { broken = true; });
        return last;
    }

    const duration = () => `PT${((Date.now() - began) / 1000).toFixed(2)}S`;

    return {
        // What the system prefers; null where there is none.
        begin: () => {
            if (!launched) return Promise.resolve(null);
            let preferences = null;
            return inTurn(async () => {
                const answer = await fetch(asked.get("fetch"), { method: "POST" });
                token = (await answer.json())["auth-token"];
                if (!token) throw new Error("no token");
                launch = await read(state("LMS.LaunchData"));
                if (!launch) throw new Error("no launch data");
                preferences = await read(address("agents/profile", { agent: JSON.stringify(actor), profileId: "cmi5LearnerPreferences" }));
                told = (await read(state(TOLD))) ?? {};
                began = Date.now();
                await send(statement("initialized"));
            }).then(() => preferences);
        },
        // The lesson was played to its end; whether that is written down.
        end: (scaled, extensions) => {
            if (!launched) return Promise.resolve(true);
            return inTurn(async () => {
                if (launch.launchMode !== "Normal") return;
                if (!told.completed) {
                    await send(statement("completed", { completion: true, duration: duration(), extensions }, true));
                }
                const mastery = launch.masteryScore;
                const success = mastery === undefined || scaled >= mastery;
                if (!told.passed) {
                    const result = { success, score: { scaled }, duration: duration(), extensions };
                    await send(statement(success ? "passed" : "failed", result, true, mastery));
                }
                told = { completed: true, passed: told.passed || success };
                await put(state(TOLD), told);
            }).then(() => !broken);
        },
        // Nothing follows any more; true where the system takes over.
        leave: () => {
            if (!launched || over) return Promise.resolve(false);
            over = true;
            return inTurn(() => send(statement("terminated", { duration: duration() }))).then(() => {
                if (launch?.returnURL) location.assign(launch.returnURL);
                return !!launch?.returnURL;
            });
        },
        // The page goes away: there is no time for turns.
        vanish: () => {
            if (!launched || over || broken || began === undefined) return;
            over = true;
            send(statement("terminated", { duration: duration() }), true).catch(() => {});
        },
    };
})();
