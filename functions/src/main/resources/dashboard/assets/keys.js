import { amended, become, go, href } from "./address.js";
import { navigation } from "./routes.js";

const at = (id) => document.getElementById(id);

/** A pull request as people write it, such as `octo/hello#42`. */
const PULL_REQUEST = /^[\w.-]+\/[\w.-]+#\d+$/;

const SETTING = "bellwether-keys";

let isGoing = false;

/** Listens to the keyboard and to the search. */
export function listen() {
  document.addEventListener("keydown", pressed);
  at("help").addEventListener("click", () => at("keys").showModal());
  at("single-keys").checked = localStorage.getItem(SETTING) !== "off";
  at("single-keys").addEventListener("change", ({ target }) =>
    localStorage.setItem(SETTING, target.checked ? "on" : "off"),
  );
  at("find").addEventListener("input", ({ target }) => become(amended({ q: target.value })));
  at("search").addEventListener("submit", (event) => {
    event.preventDefault();
    searched(at("find").value.trim());
  });
}

/** A pull request is asked about; anything else is looked for among the executions. */
function searched(text) {
  if (PULL_REQUEST.test(text)) go(href("/why", { pr: text }));
  else if (document.querySelector("#main #list") === null) go(href("/executions", { q: text }));
  else document.querySelector("#main .row")?.focus();
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || at("search").hidden) return;
  if (event.target.matches("input, textarea, select")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (at("keys").open || !at("single-keys").checked) return;
  const deed = isGoing ? goTo : DEEDS[event.key];
  isGoing = false;
  if (deed && deed(event.key) !== false) event.preventDefault();
}

const DEEDS = {
  "/": () => at("find").select(),
  "?": () => at("keys").showModal(),
  j: () => step(1),
  k: () => step(-1),
  g: () => {
    isGoing = true;
  },
};

function goTo(key) {
  const page = navigation().find((each) => each.key === key);
  if (page) go(href(page.path));
  return page !== undefined;
}

/** Goes to the next row, or to the one before. */
function step(by) {
  const rows = [...document.querySelectorAll("#main .row")];
  if (rows.length === 0) return;
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = now < 0 ? (by > 0 ? 0 : rows.length - 1) : now + by;
  rows[Math.min(rows.length - 1, Math.max(0, next))].focus();
}
