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

  // ---- base map on one canvas below everything
  const layers = [];
  const paint = () => layers.forEach(([layer, style]) => layer.setStyle(style()));
  const add = (layer, style) => { layers.push([layer.addTo(map), style]); };
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
    const canvas = L.canvas({ pane: "tilePane", padding: .3 });
    const shape = { renderer: canvas, interactive: false };
    const near = line => !data.pole || line.some(p => p[0] * data.pole > 20);
    const lines = (text, decimals) => text ? text.split(" ").map(s => decode(s, decimals)).filter(near).flatMap(copies) : [];
    const land = () => ({ fillColor: css("--land"), color: css("--land") });
    const sea = () => ({ fillColor: css("--sea"), color: css("--sea") });
    const border = () => ({ color: css("--border") });
    const draw = (rings, ways, decimals) => {
      add(L.polygon(lines(rings, decimals), { ...shape, weight: .7, fillOpacity: 1, ...land() }), land);
      add(L.polyline(lines(ways, decimals), { ...shape, weight: 1.1, ...border() }), border);
    };
    draw(data.world.land, data.world.borders, data.world.decimals);
    const squares = data.tiles.flatMap(([s, w]) => copies([[s, w], [s + 5, w], [s + 5, w + 5], [s, w + 5]]));
    if (squares.length) {
      add(L.polygon(squares.map(q => [q]), { ...shape, weight: .7, fillOpacity: 1, ...sea() }), sea);
      const all = k => data.tiles.map(t => t[k]).filter(Boolean).join(" ");
      draw(all(2), all(3), 3);
    }
  }

  if (data.rails) {
    const rail = () => ({ color: css("--rail") });
    const canvas = L.canvas({ pane: "tilePane", padding: .3 });
    add(L.polyline(data.rails.split(" ").map(s => decode(s, 2)), { renderer: canvas, interactive: false, weight: 1, ...rail() }), rail);
  }

  // ---- country names, pins
  const label = (text, kind, at, options) => {
    const box = document.createElement("div"), b = document.createElement("b"), span = document.createElement("span");
    span.textContent = text;
    if (options.n) { b.textContent = options.n; b.setAttribute("aria-hidden", "true"); box.append(b, " "); span.setAttribute("aria-hidden", "true"); }
    box.append(span);
    return L.marker(at, { icon: L.divIcon({ className: kind, iconSize: [0, 0], html: box }), keyboard: !!options.n, interactive: !!options.n, zIndexOffset: options.z || 0 }).addTo(map);
  };
  const named = new Set(data.pins.map(p => p.name.toUpperCase()));
  const countries = data.tileUrl ? [] : data.world.labels.filter(([name]) => !named.has(name.toUpperCase())).flatMap(([name, lat, lon, area]) =>
    copies([[lat, lon]]).filter(([p]) => !data.pole || p[0] * data.pole > 30).map(([p]) => ({ name: name.toUpperCase(), area, marker: label(name.toUpperCase(), "country", p, { z: -2000 }) })));
  const towns = data.tileUrl ? [] : data.towns.filter(([name]) => !named.has(name.toUpperCase()))
    .map(([name, lat, lon]) => ({ name, area: 0, town: true, marker: label(name, "country town", [lat, lon], { z: -3000 }) }));
  countries.push(...towns);
  countries.forEach(c => c.marker.getElement().setAttribute("aria-hidden", "true"));
  const pins = new Map(), pen = document.createElement("canvas").getContext("2d");
  pen.font = "600 13px system-ui, sans-serif";
  const widthOf = text => Math.ceil(pen.measureText(text).width) + 3;
  for (const pin of data.pins) {
    const kind = `pin${pin.n > 99 ? " long" : ""}${pin.area ? " area" : ""}${pin.unsure ? " unsure" : ""}`;
    if (pin.unsure) L.circleMarker(pin.at, { radius: 21, className: "ring", interactive: false }).addTo(map);
    else if (pin.radius >= 5000 && !pin.area) L.circle(pin.at, { radius: pin.radius, className: "reach", interactive: false }).addTo(map);
    const short = pin.name.length > 40 ? `${pin.name.slice(0, 39)}…` : pin.name;
    const marker = label(short, kind, pin.at, { n: pin.n, z: pin.area ? -500 : 0 });
    const node = marker.getElement();
    node.setAttribute("aria-label", `${pin.n} ${pin.name}. Place: ${pin.note}`);
    node.setAttribute("role", "button");
    node.title = pin.name;
    pins.set(pin.n, { ...pin, marker, node, wide: widthOf(short) });
  }

  const townsFrom = map.getZoom() - .3;

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
    const scale = 2 ** map.getZoom();
    for (const { name, area, town, marker } of countries) {
      const at = map.latLngToContainerPoint(marker.getLatLng()), w = name.length * (town ? 6.4 : 8.6) + 6;
      const fits = (town ? map.getZoom() >= townsFrom : Math.sqrt(area) * scale * .71 > w * .45) && at.x > w / 2 && at.x < size.x - w / 2 && at.y > 10 && at.y < size.y - 10;
      const box = [at.x - w / 2, at.y - 9, at.x + w / 2, at.y + 9], show = fits && !hit(box);
      if (show) taken.push(box);
      marker.getElement().classList.toggle("show", show);
    }
  };

  // ---- lines of claims and journeys
  const stroke = (kind, text, extra) => L.polyline(decode(text, data.decimals), { className: `l ${kind} ${extra}`, smoothFactor: .6, interactive: extra.startsWith("v-") });
  const claims = new Map(data.claims.map(c => [c.id, { ...c, drawn: c.lines.map(([kind, text]) => stroke(kind, text, `v-${c.v}`).addTo(map)) }]));
  const journeys = new Map(data.journeys.map(j => [j.id, { ...j, drawn: j.lines.map(([kind, text]) => stroke(`journey ${kind}`, text, "").addTo(map)) }]));
  const arrows = L.polyline([], { className: "l arrow", interactive: false }).addTo(map);
  const point = () => {
    const heads = [];
    for (const j of journeys.values()) j.drawn.forEach((line, k) => {
      if (j.lines[k][0] !== "route") return;
      const path = line.getLatLngs().map(p => map.project(p));
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
    });
    arrows.setLatLngs(heads);
  };
  map.on("zoomend", point);
  map.on("moveend resize", arrange);

  // 1:10m is good to about zoom 9, 1:50m to 7; beyond that the note says so.
  const coarse = document.getElementById("coarse");
  const warn = () => {
    const { lat, lng } = map.getCenter(), lon = ((lng + 180) % 360 + 360) % 360 - 180;
    const fine = data.tiles.some(([s, w]) => lat >= s && lat < s + 5 && lon >= w && lon < w + 5);
    coarse.hidden = !!data.tileUrl || map.getZoom() < (fine ? 9.5 : 7.5);
  };
  map.on("zoomend moveend", warn);
  warn();
  point();
  arrange();
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());

  const bounds = things => { const box = L.latLngBounds([]); things.forEach(t => t && box.extend(t.getBounds ? t.getBounds() : t.getLatLng ? t.getLatLng() : t)); return box; };
  return { data, map, pins, claims, journeys, fit, goHome, bounds, paint, arrange, calm };
})();
