import { el, joined } from "./dom.js";
import { ago } from "./time.js";

/** One row: what was done to what, by whom, and how it was and is, folded. */
export function auditRow(entry) {
  return el(
    "div",
    { class: "row" },
    el(
      "div",
      { class: "line" },
      el("strong", {}, el("code", {}, entry.action)),
      el("span", { class: "count" }, `#${entry.number}`),
    ),
    el("p", { class: "meta" }, joined([entry.target, entry.actor_name, ago(entry.at)])),
    (entry.before ?? entry.after) !== undefined && change(entry),
  );
}

function change({ before, after }) {
  return el(
    "details",
    {},
    el("summary", {}, "Before and after"),
    side("Before", before),
    side("After", after),
  );
}

function side(title, value) {
  if (value === undefined) return undefined;
  return el("div", {}, el("p", { class: "meta" }, title), el("pre", { tabindex: "0" }, JSON.stringify(value, null, 2)));
}
