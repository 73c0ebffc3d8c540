import { render } from "lit";
import { resume, signedIn, signIn, signOut, Unauthorized, Unreachable } from "./api.js";
import { listen } from "./keys.js";
import { navigation, pageOf } from "./routes.js";
import { SignIn } from "./signin.js";
import { here, html, nothing, tick } from "./ui.js";

const EVERY = 3000;

const at = (id) => document.getElementById(id);
const main = at("main");
const connection = at("connection");

let view;
let shownPath;
let timer;

/** Shows the page that the address names; its state is in the address, so back and reload work. */
async function route() {
  if (signedIn() === undefined) return ask();
  const { path, query } = here();
  if (path === shownPath) return narrow(query);
  const { file, about } = pageOf(path);
  const code = await import(`./${file}.js`).catch(() => undefined);
  if (here().path !== path) return; // gone elsewhere meanwhile
  if (code === undefined) return connected("lost", "The page cannot be loaded");
  show(Object.assign(make(`bw-${file}`, code.default), { about, query }), path);
}

function make(tag, Element) {
  if (customElements.get(tag) === undefined) customElements.define(tag, Element);
  return document.createElement(tag);
}

/** The same page shows something else; a search is of what is there. */
function narrow(query) {
  const asked = ({ q, ...rest }) => JSON.stringify(rest);
  const isSearch = asked(view.query) === asked(query);
  view.query = query;
  if (isSearch) return;
  view.forget();
  refresh();
}

function ask(reason) {
  show(Object.assign(make("bw-sign-in", SignIn), { reason, enter }));
}

async function enter(token) {
  try {
    await signIn(token);
    route();
  } catch (problem) {
    ask(problem.message);
  }
}

async function start() {
  try {
    await resume();
    route();
  } catch (problem) {
    connected("lost", problem.message);
    setTimeout(start, EVERY);
  }
}

async function show(next, path) {
  const isFirst = view === undefined;
  view = next;
  shownPath = path;
  main.replaceChildren(view);
  frame(path);
  refresh();
  await view.updateComplete;
  (view.first ?? (isFirst ? undefined : view.querySelector("h1")))?.focus();
  if (!isFirst) window.scrollTo(0, 0);
}

/** Everything around the page. */
function frame(path) {
  const isIn = path !== undefined;
  for (const id of ["sign-out", "help", "search", "menu", "nav"]) at(id).hidden = !isIn;
  at("sign-out").title = signedIn()?.name ?? "";
  at("find").value = here().query.q ?? "";
  connection.hidden = true;
  unfold(false);
  const isHere = (to) => (to === "/" ? path === to : path.startsWith(to));
  const links = (isIn ? navigation() : []).map(
    ({ path: to, word }) => html`<li><a href="#${to}" aria-current=${isHere(to) ? "page" : nothing}>${word}</a></li>`,
  );
  render(html`<ul>${links}</ul>`, at("nav"));
}

/** Reads the page anew, now and every three seconds; a hidden page asks for nothing. */
async function refresh() {
  clearTimeout(timer);
  const asked = view;
  document.title = `${asked.heading} · Bellwether`;
  if (document.hidden || asked.refresh === undefined) return;
  try {
    await asked.refresh();
    if (asked !== view) return;
    connected("live", "Live");
    document.title = `${asked.heading} · Bellwether`;
  } catch (problem) {
    if (asked !== view) return;
    if (problem instanceof Unauthorized) {
      await signOut();
      return ask(problem.message);
    }
    if (problem instanceof Unreachable) connected("lost", problem.message);
    else connection.hidden = true; // the page says it where it belongs
  }
  clearTimeout(timer);
  timer = setTimeout(refresh, EVERY);
}

function connected(state, text) {
  connection.hidden = false;
  connection.className = `connection ${state}`;
  if (connection.textContent !== text) connection.textContent = text;
}

/** Shows the navigation where there is no room for it, or hides it. */
function unfold(wanted) {
  at("menu").setAttribute("aria-expanded", String(wanted));
  at("nav").classList.toggle("open", wanted);
}

at("menu").addEventListener("click", () => unfold(!at("nav").classList.contains("open")));
at("sign-out").addEventListener("click", async () => {
  await signOut();
  route();
});
at("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the part of the address after # names the page
  main.focus();
});
at("theme").value = document.documentElement.dataset.theme;
at("theme").addEventListener("change", ({ target }) => {
  document.documentElement.dataset.theme = target.value;
  localStorage.setItem("bellwether-theme", target.value);
});
window.addEventListener("hashchange", route);
document.addEventListener("visibilitychange", refresh);
setInterval(tick, 1000);
listen();
start();
