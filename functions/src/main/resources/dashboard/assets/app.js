import { resume, signedIn, signIn, signOut, Unauthorized, Unreachable } from "./api.js";
import { ExecutionView } from "./execution.js";
import { Overview } from "./overview.js";
import { SignIn } from "./signin.js";
import { tick } from "./time.js";

const EVERY = 3000;

const main = document.getElementById("main");
const connection = document.getElementById("connection");
const signOutButton = document.getElementById("sign-out");

let view;
let timer;

/** Shows the view that the address names; state is in the address, so back and reload work. */
function route() {
  if (signedIn() === undefined) return ask();
  const [, id] = location.hash.match(/^#\/executions\/([^/]+)$/) ?? [];
  show(id === undefined ? new Overview() : new ExecutionView(decodeURIComponent(id)));
}

function ask(reason) {
  show(new SignIn(reason, enter));
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

function show(next) {
  const first = view === undefined;
  view = next;
  document.title = `${view.title} · Bellwether`;
  main.replaceChildren(view.element);
  signOutButton.hidden = signedIn() === undefined;
  signOutButton.title = signedIn()?.name ?? "";
  connection.hidden = true;
  const focused = view.first ?? (first ? undefined : view.element.querySelector("h1"));
  focused?.focus();
  if (!first) window.scrollTo(0, 0);
  refresh();
}

/** Reads the view anew, now and every three seconds; a hidden page asks for nothing. */
async function refresh() {
  clearTimeout(timer);
  const asked = view;
  if (document.hidden || asked.refresh === undefined) return;
  try {
    await asked.refresh();
    if (asked === view) connected("live", "Live");
  } catch (problem) {
    if (asked !== view) return;
    if (problem instanceof Unauthorized) {
      await signOut();
      return ask(problem.message);
    }
    if (problem instanceof Unreachable) connected("lost", problem.message);
    else connection.hidden = true; // the view says it where it belongs
  }
  if (asked === view) timer = setTimeout(refresh, EVERY);
}

function connected(state, text) {
  connection.hidden = false;
  connection.className = `connection ${state}`;
  if (connection.textContent !== text) connection.textContent = text;
}

signOutButton.addEventListener("click", async () => {
  await signOut();
  route();
});
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the part of the address after # names the view
  main.focus();
});
window.addEventListener("hashchange", route);
document.addEventListener("visibilitychange", refresh);
setInterval(tick, 1000);
start();
