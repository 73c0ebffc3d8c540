import { html } from "lit";

/** Times as people read them. The server's clock rules: the browser's may be wrong. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let skew = 0;

/** The times in the page, which are kept current. */
const times = new Set();

/** Learns the server's clock from an answer's `Date`; within a second it is the same clock. */
export function learnServerTime(date) {
  const difference = Date.parse(date) - Date.now();
  if (Number.isFinite(difference)) skew = Math.abs(difference) < 2 * SECOND ? 0 : difference;
}

export function serverNow() {
  return Date.now() + skew;
}

/** A time that says how long ago it is; the exact time on hover. */
export const ago = (iso) => html`<bw-ago at=${iso}></bw-ago>`;

/** A clock that counts down to an instant and then up. */
export const countdown = (iso) => html`<bw-countdown class="countdown" at=${iso}></bw-countdown>`;

/** A bar that fills until an instant. */
export const fill = (iso, seconds, label) => html`<bw-fill at=${iso} seconds=${seconds} label=${label}></bw-fill>`;

/** Brings every time in the page up to date. */
export function tick() {
  for (const time of times) time.show();
}

/** Two units at most: `3 min 20 s`, `2 h`, `1 d 4 h`. */
export function duration(seconds) {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  const whole = Math.round(seconds);
  const units = [
    [Math.floor(whole / 86400), "d"],
    [Math.floor((whole % 86400) / 3600), "h"],
    [Math.floor((whole % 3600) / 60), "min"],
    [whole % 60, "s"],
  ];
  const first = units.findIndex(([count]) => count > 0);
  const shown = units.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map((unit) => unit.join(" ")).join(" ");
}

/** The time between two instants. */
export function between(from, to) {
  return duration(Math.max(0, Date.parse(to) - Date.parse(from)) / SECOND);
}

export function exact(at) {
  return new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
}

/** Writes a day as the API has it. */
export function day(millis) {
  return new Date(millis).toISOString().slice(0, 10);
}

/** A time in the page: its attribute says which, and it writes itself, every second anew. */
class Time extends HTMLElement {
  static observedAttributes = ["at"];

  connectedCallback() {
    this.inner = document.createElement(this.tag);
    this.append(this.inner);
    times.add(this);
    this.show();
  }

  disconnectedCallback() {
    times.delete(this);
    this.replaceChildren();
  }

  attributeChangedCallback() {
    if (this.isConnected && this.inner) this.show();
  }

  show() {
    const at = this.getAttribute("at");
    this.draw(Date.parse(at) - serverNow(), at);
  }

  write(text, title) {
    if (this.inner.textContent !== text) this.inner.textContent = text;
    this.inner.title = title;
  }
}

class Ago extends Time {
  tag = "time";

  draw(left, at) {
    const words = left > 0 ? `in ${rough(left)}` : `${rough(-left)} ago`;
    this.inner.dateTime = at;
    this.write(Math.abs(left) < 5 * SECOND ? "just now" : words, exact(at));
  }
}

class Countdown extends Time {
  tag = "span";

  draw(left, at) {
    this.write(left < 0 ? `${digits(-left)} over` : `${digits(left)} left`, exact(at));
    this.classList.toggle("over", left < 0);
  }
}

class Fill extends Time {
  tag = "progress";

  draw(left) {
    const seconds = Number(this.getAttribute("seconds"));
    this.inner.max = seconds;
    this.inner.value = Math.min(seconds, Math.max(0, seconds - left / SECOND));
    this.inner.ariaLabel = this.getAttribute("label");
    this.inner.classList.toggle("over", left < 0);
  }
}

customElements.define("bw-ago", Ago);
customElements.define("bw-countdown", Countdown);
customElements.define("bw-fill", Fill);

function rough(millis) {
  const [size, unit] = [[DAY, "d"], [HOUR, "h"], [MINUTE, "min"]].find(([least]) => millis >= least) ?? [SECOND, "s"];
  return `${Math.floor(millis / size)} ${unit}`;
}

function digits(millis) {
  const seconds = Math.floor(millis / SECOND);
  const pad = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
