// Points at a map and fills in the coordinates; adds fields for further states. Without it the server does both.
"use strict";
(() => {
  const A = [1.340264, -0.081106, 0.000893, 0.003796], ROOT = Math.sqrt(3) / 2, RADIAN = Math.PI / 180;
  const slope = (t) => A[0] + 3 * A[1] * t ** 2 + t ** 6 * (7 * A[2] + 9 * A[3] * t ** 2);
  const rise = (t) => t * (A[0] + A[1] * t ** 2 + t ** 6 * (A[2] + A[3] * t ** 2));
  const turned = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;

  // Equal Earth (Savric, Patterson and Jenny 2018, equations 1 to 6), as the server has it.
  function ground(view, x, y) {
    const up = (view.down - y) / view.scale, right = (x - view.across) / view.scale;
    let t = up;
    for (let step = 0; step < 12; step += 1) t -= (rise(t) - up) / slope(t);
    const sine = Math.sin(t) / ROOT;
    const lon = (right * ROOT * slope(t)) / Math.cos(t) / RADIAN;
    return Math.abs(sine) > 1 || Math.abs(lon) > 180 ? null : [Math.asin(sine) / RADIAN, turned(lon + view.meridian)];
  }
  function pixels(view, lat, lon) {
    const t = Math.asin(ROOT * Math.sin(lat * RADIAN));
    const x = (turned(lon - view.meridian) * RADIAN * Math.cos(t)) / (ROOT * slope(t));
    return [view.across + view.scale * x, view.down - view.scale * rise(t)];
  }

  const lat = document.getElementById("place-lat"), lon = document.getElementById("place-lon");
  const maps = [...document.querySelectorAll(".ground > input")].map((image) => {
    const view = Object.fromEntries(Object.entries(image.dataset).map(([key, value]) => [key, Number(value)]));
    const mark = document.createElement("span");
    mark.className = "mark";
    mark.hidden = true;
    image.after(mark);
    return { image, view, mark };
  });
  const said = document.createElement("p");
  said.className = "hint";
  said.setAttribute("role", "status");

  function show() {
    const place = [lat.value, lon.value].map((text) => (text.trim() ? Number(text.replace("\u2212", "-")) : NaN));
    for (const { view, mark } of maps) {
      const [x, y] = pixels(view, ...place);
      mark.hidden = !(x >= 0 && y >= 0 && x <= view.width && y <= view.height);
      mark.style.left = `${x}px`;
      mark.style.top = `${y}px`;
    }
  }
  if (lat && lon && maps.length) {
    maps[0].image.closest(".wide").before(said);
    for (const { image, view } of maps) {
      image.addEventListener("click", (event) => {
        if (event.detail === 0) return event.preventDefault();
        event.preventDefault();
        const across = view.width / image.clientWidth, down = view.height / image.clientHeight;
        const found = ground(view, event.offsetX * across, event.offsetY * down);
        if (!found) return (said.textContent = "That is off the map.");
        const digits = image.name === "near" ? 2 : 1;
        [lat.value, lon.value] = found.map((degrees) => degrees.toFixed(digits));
        said.textContent = `Chosen: ${lat.value} north, ${lon.value} east.`;
        return show();
      });
    }
    for (const field of [lat, lon]) field.addEventListener("input", show);
    show();
  }

  for (const states of document.querySelectorAll(".states")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "another";
    button.textContent = "Add another";
    button.setAttribute("aria-label", `${states.dataset.label}: add another`);
    button.addEventListener("click", () => {
      const first = states.querySelector("input"), added = first.cloneNode();
      const number = states.querySelectorAll("input").length + 1;
      added.value = "";
      added.id = `${first.id}-${number}`;
      added.setAttribute("aria-label", `${states.dataset.label}, ${number}`);
      added.removeAttribute("aria-invalid");
      states.append(added);
      added.focus();
    });
    states.after(button);
  }
  const summary = document.querySelector(".summary");
  if (summary) summary.focus();
  for (const link of document.querySelectorAll(".summary a, a[data-field]")) {
    link.addEventListener("click", () => {
      const field = document.getElementById(link.hash.slice(1));
      for (let one = field; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
      if (field) field.focus();
    });
  }
})();
