// Draws the map: base map, pins with their labels, lines, arrows. Text only ever enters the page as text nodes.
window.geomap = (() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const decode = (text, decimals) => {
    const scale = 10 ** decimals, out = [];
    let at = 0, lat = 0, lon = 0;
    const next = () => {
      let bits, shift = 0, value = 0;
      do { bits = text.charCodeAt(at++) - 63; value |= (bits & 31) << shift; shift += 5; } while (bits >= 32);
      return value & 1 ? ~(value >> 1) : value >> 1;
    };
    while (at < text.length) { lat += next(); lon += next(); out.push([lat / scale, lon / scale]); }
    return out;
  };

  // Around a pole Mercator has no place for the story: Lambert's equal-area projection takes over there.
  const polar = pole => {
    const R = 6371000, rad = Math.PI / 180;
    const projection = {
      project: p => { const r = 2 * R * Math.sin((90 - pole * p.lat) * rad / 2); return L.point(r * Math.sin(p.lng * rad), -pole * r * Math.cos(p.lng * rad)); },
      unproject: p => L.latLng(pole * (90 - 2 * Math.asin(Math.min(1, Math.hypot(p.x, p.y) / (2 * R))) / rad), Math.atan2(p.x, -pole * p.y) / rad),
      bounds: L.bounds([-2 * R, -2 * R], [2 * R, 2 * R]),
    };
    return L.extend({}, L.CRS, { code: "geomap:polar", projection, transformation: new L.Transformation(.25 / R, .5, -.25 / R, .5), infinite: false,
      scale: z => 256 * 2 ** z, zoom: s => Math.log2(s / 256), distance: L.CRS.Earth.distance, R });
  };

  const options = data.pole ? { crs: polar(data.pole) } : {};
  const map = geomap_map({ ...options, maxZoom: data.tileUrl ? 18 : 12, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm });
  const [south, west, north, east] = data.box;
  const home = L.latLngBounds([south, west], [north, east]);
  // Controls lie on the left, the scale and the credits at the bottom right, the legend at the bottom.
  const room = pad => {
    const legend = document.querySelector(".legend"), low = legend ? legend.offsetHeight : 0;
    return { paddingTopLeft: [Math.max(pad, 50), pad], paddingBottomRight: [Math.max(pad, 40), Math.max(pad, low ? low + 45 : 30)] };
  };
  const fit = (bounds, pad = 40) => map.fitBounds(bounds, { ...room(pad), maxZoom: 10, animate: !calm });
  const goHome = () => data.pole
    ? map.setView([90 * data.pole, 0], Math.min(8, Math.log2(Math.min(map.getSize().x, map.getSize().y) / 256 / Math.sin((90 - (data.pole > 0 ? south : -north)) * Math.PI / 360)) - .3), { animate: false })
    : map.fitBounds(home, { ...room(5), animate: false });
  goHome();
  map.attributionControl.setPrefix(false);
  const credit = text => { const span = document.createElement("span"); span.textContent = text; map.attributionControl.addAttribution(span.outerHTML); };
  data.credits.forEach(credit);
  // The credits may take several lines; the legend stands above them.
  const lift = () => {
    const legend = document.querySelector(".legend"), credits = map.attributionControl.getContainer();
    if (legend) legend.style.bottom = `${Math.max(30, credits.offsetHeight + 8)}px`;
  };
  lift();
  map.on("resize", lift);
  const back = L.control({ position: "topleft" });
  back.onAdd = () => {
    const bar = L.DomUtil.create("div", "leaflet-bar"), button = L.DomUtil.create("a", "home", bar);
    button.href = "#geomap_map";
    button.textContent = "⤢";
    button.title = "Show the whole story";
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", button.title);
    L.DomEvent.on(button, "click", event => { L.DomEvent.stop(event); goHome(); });
    return bar;
  };
  back.addTo(map);
  if (!data.pole) L.control.scale({ imperial: true, position: "bottomright" }).addTo(map);

  // ---- base map on one canvas below everything; thin layers only from the zoom on at which they help
  const layers = [];
  const dress = ([layer, style, from]) => layer.setStyle(from && map.getZoom() < from ? { ...style(), opacity: 0 } : style());
  const paint = () => layers.forEach(dress);
  const add = (layer, style, from = 0) => { layers.push([layer, style, from]); dress(layers.at(-1)); layer.addTo(map); };
  const mid = (west + east) / 2;
  const copies = line => {
    if (data.pole) return [line];
    let low = Infinity, high = -Infinity;
    for (const p of line) { if (p[1] < low) low = p[1]; if (p[1] > high) high = p[1]; }
    return [-360, 0, 360].filter(s => low + s < mid + 250 && high + s > mid - 250).map(s => s ? line.map(p => [p[0], p[1] + s]) : line);
  };
  if (data.tileUrl) {
    L.tileLayer(data.tileUrl, { maxZoom: 18 }).addTo(map);
    credit(data.tileCredit);
  } else {
    const shape = { renderer: L.canvas({ pane: "tilePane", padding: .3 }), interactive: false };
    const near = line => !data.pole || line.some(p => p[0] * data.pole > 20);
    const lines = (text, decimals) => text ? text.split(" ").map(s => decode(s, decimals)).filter(near).flatMap(copies) : [];
    const fill = name => () => ({ fillColor: css(name), color: css(name), opacity: 1 });
    const ink = name => () => ({ color: css(name), opacity: 1 });
    const areas = (rings, name, weight) => add(L.polygon(rings, { ...shape, weight, stroke: weight > 0, fillOpacity: 1 }), fill(name));
    const ways = (paths, name, from, more) => add(L.polyline(paths, { ...shape, weight: 1, ...more }), ink(name), from);
    const dashed = { weight: .9, dashArray: "4 3" };
    const world = name => lines(data.world[name], data.world.decimals), lakes = world("lakes");
    areas(world("land"), "--land", .7);
    ways(world("rivers"), "--river", 3);
    areas(lakes, "--sea", .7);
    ways(world("regions"), "--region", 3.5, dashed);
    ways(world("borders"), "--border", 0, { weight: 1.1 });
    const squares = data.tiles.flatMap(([s, w]) => copies([[s, w], [s + 5, w], [s + 5, w + 5], [s, w + 5]]));
    if (squares.length) {
      const fine = n => lines(data.tiles.map(t => t[n]).filter(Boolean).join(" "), 3);
      areas(squares.map(q => [q]), "--sea", 0);
      areas(fine(2), "--land", 1.2); // the stroke closes the seams between squares
      ways(fine(3), "--river", 4.5);
      areas(lakes, "--sea", .7);
      ways(fine(4), "--region", 4.5, dashed);
      ways(fine(5), "--border", 0, { weight: 1.1 });
    }
    if (data.rails) ways(data.rails.split(" ").map(s => decode(s, 2)), "--rail", 0);
    map.on("zoomend", () => layers.filter(l => l[2]).forEach(dress));
  }

  // ---- names of countries, waters and cities; each becomes an element only where it is shown
  const label = (text, kind, at, options) => {
    const box = document.createElement("div"), b = document.createElement("b"), span = document.createElement("span");
    span.textContent = text;
    if (options.n) { b.textContent = options.n; b.setAttribute("aria-hidden", "true"); box.append(b, " "); span.setAttribute("aria-hidden", "true"); }
    box.append(span);
    return L.marker(at, { icon: L.divIcon({ className: kind, iconSize: [0, 0], html: box }), keyboard: !!options.n, interactive: !!options.n, zIndexOffset: options.z || 0 });
  };
  const pen = document.createElement("canvas").getContext("2d");
  const widthOf = (text, font, spaced = 0) => { pen.font = `${font} system-ui, sans-serif`; return Math.ceil(pen.measureText(text).width + spaced * text.length) + 3; };
  const named = new Set(data.pins.map(p => p.name.toUpperCase()));
  const names = [];
  // By half a zoom before the first view, names of the story's surroundings are there whatever their rank.
  const surroundings = map.getZoom() - .3;
  const name = (text, at, kind, font, spaced, fits) => {
    if (data.pole && at[0] * data.pole < 30) return;
    for (const [p] of copies([at])) names.push({ text, kind, fits, at: L.latLng(p), wide: widthOf(text, font, spaced), marker: null });
  };
  const wideEnough = area => (wide, zoom) => Math.sqrt(area) * 2 ** zoom * .71 > wide * .45;
  if (!data.tileUrl) {
    const fresh = rows => rows.filter(([text]) => !named.has(text.toUpperCase()));
    for (const [text, lat, lon, area] of fresh(data.world.labels)) name(text.toUpperCase(), [lat, lon], "country", "500 12px", .8, wideEnough(area));
    for (const [text, lat, lon, area] of fresh(data.waters)) name(text, [lat, lon], "water", "italic 12px", .4, wideEnough(area));
    for (const [text, lat, lon, rank] of fresh(data.towns)) {
      const from = Math.min(2.5 + rank * .55, rank > 1 ? surroundings : 9);
      name(text, [lat, lon], "town", "500 11px", 0, (_, zoom) => zoom >= from);
    }
  }

  const pins = new Map();
  for (const pin of data.pins) {
    const kind = `pin${pin.n > 99 ? " long" : ""}${pin.area ? " area" : ""}${pin.unsure ? " unsure" : ""}`;
    let ring = null;
    if (pin.unsure) ring = L.circleMarker(pin.at, { radius: 21, className: "ring", interactive: false }).addTo(map);
    else if (pin.radius >= 5000 && !pin.area) L.circle(pin.at, { radius: pin.radius, className: "reach", interactive: false }).addTo(map);
    const short = pin.name.length > 40 ? `${pin.name.slice(0, 39)}…` : pin.name;
    const marker = label(short, kind, pin.at, { n: pin.n, z: pin.area ? -500 : 0 }).addTo(map);
    const node = marker.getElement();
    node.setAttribute("aria-label", `${pin.n} ${pin.name}. Place: ${pin.note}`);
    node.setAttribute("role", "button");
    node.title = pin.name;
    pins.set(pin.n, { ...pin, marker, node, ring, wide: widthOf(short, "600 13px") });
  }

  // Pins that would cover each other shrink to dots; names stand where they cover neither pin nor name.
  const arrange = () => {
    const size = map.getSize(), frame = map.getContainer().getBoundingClientRect();
    const taken = [...map.getContainer().parentNode.querySelectorAll(".leaflet-control, .legend")].map(n => n.getBoundingClientRect())
      .filter(r => r.width).map(r => [r.left - frame.left, r.top - frame.top, r.right - frame.left, r.bottom - frame.top]);
    const hit = a => taken.some(b => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]);
    const shown = [...pins.values()].filter(p => !p.hidden).map(p => ({ p, at: map.latLngToContainerPoint(p.at) })).filter(({ at }) => at.x > -40 && at.y > -40 && at.x < size.x + 40 && at.y < size.y + 40);
    const chosen = p => p.node.classList.contains("on") ? 0 : p.area ? 2 : 1;
    shown.sort((a, b) => chosen(a.p) - chosen(b.p) || a.p.n - b.p.n);
    const pinned = [];
    for (const s of shown) {
      const box = [s.at.x - 13, s.at.y - 13, s.at.x + 13, s.at.y + 13];
      s.small = pinned.some(b => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]);
      s.p.node.classList.toggle("small", s.small);
      if (s.p.ring) s.p.ring.getElement().classList.toggle("small", s.small);
      s.p.marker.setZIndexOffset(s.small ? -1000 : s.p.area ? -500 : 0);
      s.p.node.classList.remove("r", "w", "t", "u");
      if (!s.small) pinned.push(box);
      taken.push(s.small ? [s.at.x - 4, s.at.y - 4, s.at.x + 4, s.at.y + 4] : box);
    }
    for (const { p, at, small } of shown) {
      if (small) continue;
      const w = p.wide, spots = [["r", at.x + 16, at.y - 8], ["w", at.x - 16 - w, at.y - 8], ["t", at.x - w / 2, at.y - 30], ["u", at.x - w / 2, at.y + 14]];
      const spot = spots.map(([k, x, y]) => [k, [x, y, x + w, y + 16]]).find(([, b]) => b[0] > 0 && b[2] < size.x && !hit(b));
      if (spot) { p.node.classList.add(spot[0]); taken.push(spot[1]); }
    }
    const zoom = map.getZoom();
    for (const n of names) {
      let show = n.fits(n.wide, zoom);
      if (show) {
        const at = map.latLngToContainerPoint(n.at), w = n.wide / 2, dot = n.kind === "town" ? 9 : 0;
        const box = [at.x - w, at.y - 9, at.x + w, at.y + 9 + dot];
        show = box[0] > 0 && box[2] < size.x && at.y > 10 && at.y < size.y - 10 && !hit(box);
        if (show) taken.push(box);
      }
      if (show) { n.marker ??= quiet(n); n.marker.addTo(map); } else if (n.marker) n.marker.remove();
    }
  };
  const quiet = n => label(n.text, `name ${n.kind}`, n.at, { z: -3000 }).on("add", e => e.target.getElement().setAttribute("aria-hidden", "true"));

  // ---- lines of claims and journeys
  // A line that leaves the map at the antimeridian comes in again on the other side.
  const again = line => {
    const lons = line.map(p => p[1]), low = Math.min(...lons), high = Math.max(...lons), end = data.west + 360;
    const by = data.pole ? 0 : low < data.west ? 360 : high > end ? -360 : 0;
    return by ? [line, line.map(p => [p[0], p[1] + by])] : [line];
  };
  const stroke = (kind, text, extra) => L.polyline(again(decode(text, data.decimals)), { className: `l ${kind} ${extra}`, smoothFactor: .6, interactive: extra.startsWith("v-") });
  const claims = new Map(data.claims.map(c => [c.id, { ...c, drawn: c.lines.map(([kind, text]) => stroke(kind, text, `v-${c.v}`).addTo(map)) }]));
  const journeys = new Map(data.journeys.map(j => [j.id, { ...j, drawn: j.lines.map(([kind, text]) => stroke(`journey ${kind}`, text, "").addTo(map)) }]));
  const arrows = L.polyline([], { className: "l arrow", interactive: false }).addTo(map);
  const point = () => {
    const heads = [];
    for (const j of journeys.values()) j.drawn.forEach((line, k) => {
      if (j.lines[k][0] !== "route") return;
      for (const part of line.getLatLngs()) along(part.map(p => map.project(p)), heads);
    });
    arrows.setLatLngs(heads);
  };
  const along = (path, heads) => {
      let left = 60;
      for (let i = 1; i < path.length; i++) {
        const a = path[i - 1], b = path[i], long = a.distanceTo(b);
        for (; left <= long; left += 130) {
          const u = b.subtract(a).divideBy(long), tip = a.add(u.multiplyBy(left + 4)), back = tip.subtract(u.multiplyBy(9)), side = L.point(-u.y, u.x).multiplyBy(6);
          heads.push([back.add(side), tip, back.subtract(side)].map(p => map.unproject(p)));
          if (heads.length > 2000) return;
        }
        left -= long;
      }
  };
  map.on("zoomend", point);
  map.on("moveend resize", arrange);

  // 1:10m is good to about zoom 9, the simplified 1:50m to 6; beyond that the note says so.
  const coarse = document.getElementById("coarse");
  const warn = () => {
    const { lat, lng } = map.getCenter(), lon = ((lng + 180) % 360 + 360) % 360 - 180;
    const fine = data.tiles.some(([s, w]) => lat >= s && lat < s + 5 && lon >= w && lon < w + 5);
    coarse.hidden = !!data.tileUrl || map.getZoom() < (fine ? 9.5 : 6.5);
  };
  map.on("zoomend moveend", warn);
  warn();
  point();
  arrange();
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());

  const bounds = things => { const box = L.latLngBounds([]); things.forEach(t => t && box.extend(t.getBounds ? t.getBounds() : t.getLatLng ? t.getLatLng() : t)); return box; };
  return { data, map, pins, claims, journeys, fit, goHome, bounds, paint, arrange, calm };
})();
