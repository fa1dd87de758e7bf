// Links article, cards, timeline and map with each other, and filters them.
(() => {
  "use strict";
  const { data, map, pins, claims, journeys, fit, goHome, bounds, paint, arrange, calm } = window.geomap;
  const root = document.documentElement, body = document.body;
  const one = (s, r = document) => r.querySelector(s), all = (s, r = document) => [...r.querySelectorAll(s)];
  const attr = (name, value) => `[${name}="${CSS.escape(value)}"]`;
  const live = one("#live"), wide = matchMedia("(min-width: 1101px)");
  const cards = new Map(all("[data-card]").map(n => [n.dataset.card, n]));
  const see = (node, block = "nearest") => node && node.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });

  // ---- tabs and texts
  const showTab = name => { body.dataset.tab = name; all("[data-tab]:is(button)").forEach(b => b.setAttribute("aria-pressed", String(b.dataset.tab === name))); };
  const stories = all(".story");
  const showStory = n => {
    stories.forEach(s => { s.hidden = s.id !== `story-${n}`; });
    all("[data-story]").forEach(b => b.setAttribute("aria-pressed", String(b.dataset.story === String(n))));
  };
  const storyOf = node => { const story = node && node.closest(".story"); if (story && story.hidden) showStory(story.id.slice(6)); };

  // ---- choosing a place, a claim, a journey
  const others = L.layerGroup().addTo(map);
  const clear = () => {
    all(".on, .near").forEach(n => n.classList.remove("on", "near"));
    map.getContainer().classList.remove("dimmed");
    others.clearLayers();
    live.textContent = "";
  };
  const light = nodes => nodes.forEach(n => n && n.classList.add("on"));
  const lightLines = drawn => { drawn.forEach(l => { const path = l.getElement(); if (path) { path.classList.add("on"); l.bringToFront(); } }); if (drawn.length) map.getContainer().classList.add("dimmed"); };
  const remember = hash => { try { history.replaceState(null, "", hash || location.href.split("#")[0]); } catch { /* a page inside srcdoc has no address of its own */ } };

  function pickPlace(n, from) {
    const pin = pins.get(n);
    if (!pin) return;
    clear();
    light([pin.node, ...all(attr("data-pin", n)), one(`#place-${n}`)]);
    for (const c of claims.values()) if (c.pins.includes(n)) { const card = cards.get(c.id); if (card) card.classList.add("near"); }
    for (const [at, name] of pin.others || []) {
      const mark = L.circleMarker(at, { radius: 9, className: "other" }), text = document.createElement("span");
      text.textContent = name;
      others.addLayer(mark.bindTooltip(text));
    }
    if (pin.others && pin.others.length) fit(bounds([pin.at, ...pin.others.map(([at]) => at)]), 60);
    else if (from !== "map") map.setView(pin.at, Math.max(map.getZoom(), pin.area ? 3 : 6), { animate: !calm });
    arrange();
    const mention = all(`.m${attr("data-pin", n)}`).find(m => !m.closest(".story[hidden]")) || one(`.m${attr("data-pin", n)}`);
    if (from !== "text") { storyOf(mention); see(wide.matches || body.dataset.tab === "text" ? mention : one(`#place-${n}`)); }
    live.textContent = `Place ${n}: ${pin.name}. ${pin.note}`;
    remember(`#place-${n}`);
  }

  function pickClaim(id, from) {
    const claim = claims.get(id);
    if (!claim) return;
    clear();
    const card = cards.get(id), span = one(`.c${attr("data-claim", id)}`);
    light([card, ...all(`.c${attr("data-claim", id)}`), ...claim.pins.flatMap(n => [pins.get(n).node, one(`#place-${n}`)])]);
    all(`#time a${attr("data-claim", id)}`).forEach(a => a.parentElement.classList.add("on"));
    lightLines(claim.drawn);
    const box = bounds([...claim.drawn, ...claim.pins.map(n => pins.get(n).marker)]);
    if (box.isValid()) fit(box, 60);
    arrange();
    storyOf(span);
    if (!wide.matches && from !== "card") showTab("cards");
    if (from !== "card") see(card);
    if (from !== "text") see(span, "center");
    live.textContent = claim.say;
    remember(`#claim-${id}`);
  }

  function pickJourney(id) {
    const journey = journeys.get(id);
    if (!journey) return;
    clear();
    light([one(`#journey-${CSS.escape(id)}`), ...journey.pins.map(n => pins.get(n).node)]);
    lightLines(journey.drawn);
    const box = bounds([...journey.drawn, ...journey.pins.map(n => pins.get(n).marker)]);
    if (box.isValid()) fit(box, 60);
    arrange();
    live.textContent = one(`#journey-${CSS.escape(id)}`).textContent.replace(/\s+/g, " ").trim();
    remember(`#journey-${id}`);
  }

  // ---- filters: verdicts and words
  const find = one("#find");
  const filter = () => {
    const verdicts = new Set(all('[data-verdict][aria-pressed="true"]').map(b => b.dataset.verdict));
    const words = find.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const fits = text => words.every(w => text.includes(w));
    const textOf = node => node.textContent.toLocaleLowerCase();
    let shown = 0;
    for (const [id, card] of cards) {
      const claim = claims.get(id), show = (!verdicts.size || verdicts.has(claim.v)) && fits(textOf(card));
      card.hidden = !show;
      shown += show;
      claim.drawn.forEach(l => show ? l.addTo(map) : l.remove());
      all(`.c${attr("data-claim", id)}`).forEach(n => n.classList.toggle("off", !show));
    }
    all("[data-compared]").forEach(n => { n.hidden = !!(verdicts.size && ![...verdicts].some(v => n.classList.contains(`v-${v}`))) || !fits(textOf(n)); });
    all("tr[data-row]").forEach(row => { row.hidden = !fits(textOf(row)); });
    all("[data-group]").forEach(g => { g.hidden = !one(".card:not([hidden])", g); });
    one("#nothing").hidden = shown > 0 || !cards.size;
    live.textContent = verdicts.size || words.length ? `${shown} of ${cards.size} claims shown` : "";
  };
  find.addEventListener("input", filter);

  // ---- one listener for all that can be clicked
  const showMethod = on => {
    if (on) body.dataset.method = ""; else delete body.dataset.method;
    one("#how").setAttribute("aria-expanded", String(on));
    one(on ? "#method" : "#how").focus();
  };
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const sayTheme = () => one("#theme").setAttribute("aria-pressed", String(dark()));
  const actions = {
    pin: t => pickPlace(Number(t.dataset.pin), t.classList.contains("m") ? "text" : ""),
    claim: t => pickClaim(t.dataset.claim, t.closest("[data-card]") ? "card" : t.closest(".story") ? "text" : ""),
    journey: t => pickJourney(t.dataset.journey),
    verdict: t => { t.setAttribute("aria-pressed", String(t.getAttribute("aria-pressed") !== "true")); filter(); },
    story: t => showStory(t.dataset.story),
    tab: t => { showTab(t.dataset.tab); },
  };
  document.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const t = event.target.closest("[data-pin], [data-claim], [data-journey], [data-verdict], [data-story], button[data-tab], #how, #shut, #theme");
    if (!t) return;
    if (t.id === "how") return showMethod(!("method" in body.dataset));
    if (t.id === "shut") return showMethod(false);
    if (t.id === "theme") { root.dataset.theme = dark() ? "light" : "dark"; sayTheme(); return paint(); }
    const kind = Object.keys(actions).find(k => k in t.dataset);
    if (t.matches("a")) event.preventDefault();
    if (t.matches("span.c") && String(getSelection())) return;
    actions[kind](t);
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    if ("method" in body.dataset) return showMethod(false);
    if (event.target === find && find.value) { find.value = ""; return filter(); }
    clear(); arrange(); remember("");
  });
  for (const [n, pin] of pins) {
    pin.marker.on("click", () => pickPlace(n, "map"));
    pin.node.addEventListener("keydown", event => { if (event.key === " " || event.key === "Enter") { event.preventDefault(); pickPlace(n, "map"); } });
  }
  for (const [id, claim] of claims) claim.drawn.forEach(l => l.on("click", () => pickClaim(id, "map")));

  // ---- start
  const open = () => {
    const [, kind, id] = /^#(claim|place|journey)-(.+)$/.exec(decodeURIComponent(location.hash)) || [];
    if (kind === "claim") pickClaim(id, "");
    else if (kind === "place") pickPlace(Number(id), "");
    else if (kind === "journey") pickJourney(id);
    else return false;
    return true;
  };
  showTab("cards");
  if (stories.length) showStory(1);
  sayTheme();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { sayTheme(); paint(); });
  addEventListener("hashchange", open);
  if (!open()) goHome();
  body.dataset.ready = "";
  performance.mark("ready");
})();
