// Everything works without this file. It adds: leaving quickly, keeping unsent text in this tab, and
// saving on every pause. Text is kept in sessionStorage only: it goes when the tab is closed or at sign-out.
(() => {
  "use strict";
  const KEPT = "samspill:";
  const reader = document.body.dataset.reader || "";

  const attempt = (work) => {
    try { return work(); } catch { return undefined; } // storage may be full or forbidden: the page goes on
  };
  const forget = (all) => attempt(() => {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(KEPT) && (all || !key.startsWith(KEPT + reader + ":"))) sessionStorage.removeItem(key);
    }
  });

  // Another person in the same tab never meets the first one's words; signed-out pages keep them for the return.
  if (reader) forget(false);
  document.querySelectorAll("[data-sign-out]").forEach((form) => form.addEventListener("submit", () => forget(true)));

  // Leaving: the link itself, or Esc twice within a second; on a pupil's page once is enough (row P3).
  const way = document.querySelector("[data-leave]");
  if (way) {
    let last = 0;
    const leave = (event) => {
      event.preventDefault();
      forget(true);
      document.title = "Yr";
      document.documentElement.hidden = true;
      attempt(() => history.replaceState(null, "", "/"));
      location.replace(way.href);
    };
    way.addEventListener("click", leave);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (way.dataset.leave === "once" || event.timeStamp - last < 1000) leave(event);
      last = event.timeStamp;
    });
  }

  // The page that follows a form says that it arrived: <div data-kept-done="report">.
  document.querySelectorAll("[data-kept-done]").forEach((one) => attempt(() => sessionStorage.removeItem(`${KEPT}${reader}:${one.dataset.keptDone}`)));

  const typed = (form) => [...form.elements].filter(
    (one) => one.name && one.name !== "csrf" && !["hidden", "password", "file", "submit", "button"].includes(one.type),
  );

  // What is typed, in this tab; `unsent` until the server has said that it is saved, `seen` what it was written on.
  const remember = (form, key, unsent, edition) => attempt(() => {
    const values = {};
    for (const one of typed(form)) {
      const chosen = one.type === "radio" || one.type === "checkbox" ? (one.checked ? [one.value] : []) : [one.value];
      values[one.name] = [...(values[one.name] || []), ...chosen];
    }
    sessionStorage.setItem(key, JSON.stringify({ values, unsent, edition, seen: (form.elements.seen || {}).value }));
  });

  // <form data-keep="report">: what is typed comes back after a reload, a lost session or a dropped network.
  // Of a form that is saved on every pause, what was not sent counts for more than what the page came with.
  const broughtBack = new Set();
  document.querySelectorAll("form[data-keep]").forEach((form) => {
    const key = `${KEPT}${reader}:${form.dataset.keep}`;
    const kept = attempt(() => JSON.parse(sessionStorage.getItem(key))) || {};
    const whole = "autosave" in form.dataset;
    // A page that was drawn before the last saving arrived shows less than what is saved.
    const older = Number(kept.edition || 0) > Number((form.elements.seen || {}).value || 0);
    if (whole && !kept.unsent && !older) kept.values = {};
    for (const one of typed(form)) {
      const before = (kept.values || {})[one.name];
      if (before === undefined) continue;
      if (one.type === "radio" || one.type === "checkbox") {
        if (whole || !typed(form).some((other) => other.name === one.name && other.defaultChecked)) one.checked = before.includes(one.value);
      } else if (whole || !one.value) {
        one.value = before[0] || "";
      }
    }
    if (whole && (kept.unsent || older)) {
      if (form.elements.seen) form.elements.seen.value = kept.seen;
      broughtBack.add(form);
    }
    form.addEventListener("input", () => remember(form, key, true));
  });

  // <form data-autosave="/address">: sent on every pause; the answer may be 204, or 409 when someone else wrote.
  document.querySelectorAll("form[data-autosave]").forEach((form) => {
    const status = form.querySelector("[data-autosave-status]");
    const key = `${KEPT}${reader}:${form.dataset.keep}`;
    const say = (code, more = "") => { if (status) status.textContent = status.dataset[code] + more; };
    let waiting = 0;
    let busy = false;
    let typedSince = false;
    const save = async () => {
      if (busy) { waiting = setTimeout(save, 500); return; }
      busy = true;
      typedSince = false;
      waiting = 0;
      say("saving");
      try {
        const answer = await fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "error" });
        if (answer.status === 409) say("changed");
        else if (!answer.ok) throw new Error(String(answer.status));
        else {
          if (!typedSince) remember(form, key, false, answer.headers.get("x-edition"));
          say("saved", ` ${new Date().toLocaleTimeString(document.documentElement.lang === "en" ? "en-GB" : "nb", { hour: "2-digit", minute: "2-digit" }).replace(":", document.documentElement.lang === "en" ? ":" : ".")}`);
        }
      } catch {
        say("offline");
        clearTimeout(waiting);
        waiting = setTimeout(save, 10000);
      } finally {
        busy = false;
      }
    };
    form.addEventListener("input", () => { typedSince = true; clearTimeout(waiting); waiting = setTimeout(save, 1500); });
    // Without network a form that is sent would be gone with its page: it stays, and says so.
    form.addEventListener("submit", (event) => {
      remember(form, key, true);
      if (!navigator.onLine) { event.preventDefault(); say("offline"); }
    });
    window.addEventListener("offline", () => say("offline"));
    window.addEventListener("online", () => { clearTimeout(waiting); save(); });
    if (broughtBack.has(form)) save();
  });

  // <ol data-agenda="now, as the server has it">: marks the item whose time it is, and how long it has left.
  document.querySelectorAll("[data-agenda]").forEach((list) => {
    const ahead = Date.parse(list.dataset.agenda) - Date.now();
    const show = () => list.querySelectorAll("[data-from]").forEach((item) => {
      const now = Date.now() + ahead;
      const isNow = Date.parse(item.dataset.from) <= now && now < Date.parse(item.dataset.to);
      const minutes = Math.ceil((Date.parse(item.dataset.to) - now) / 60000);
      item.toggleAttribute("aria-current", isNow);
      item.querySelector("[data-agenda-left]").textContent = isNow ? `${list.dataset.now}, ${list.dataset.left.replace("#", minutes)}` : "";
    });
    show();
    setInterval(show, 5000);
  });

  const first = document.querySelector("[data-focus]");
  if (first) first.focus();

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "yes";
    setTimeout(() => { delete event.target.dataset.sent; }, 5000);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; }));
})();
