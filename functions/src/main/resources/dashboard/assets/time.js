import { el } from "./dom.js";

/** Times as people read them. The server's clock rules: the browser's may be wrong. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let skew = 0;

/** Learns the server's clock from an answer's `Date`; within a second it is the same clock. */
export function learnServerTime(date) {
  const difference = Date.parse(date) - Date.now();
  if (Number.isFinite(difference)) skew = Math.abs(difference) < 2 * SECOND ? 0 : difference;
}

export function serverNow() {
  return Date.now() + skew;
}

/** A time that says how long ago it is, kept current by `tick`; the exact time on hover. */
export function ago(iso) {
  const time = el("time", { datetime: iso, title: exact(iso), "data-ago": "" });
  showAgo(time);
  return time;
}

/** A clock that counts down to an instant and then up, kept current by `tick`. */
export function countdown(iso, now = serverNow()) {
  const span = el("span", { class: "countdown", "data-until": iso });
  showCountdown(span, now);
  return span;
}

/** A bar that fills until an instant, kept current by `tick`. */
export function fill(iso, seconds, label) {
  const bar = el("progress", { max: seconds, "data-full-at": iso, "aria-label": label });
  showFill(bar, serverNow());
  return bar;
}

/** Brings every time in the page up to date. */
export function tick() {
  const now = serverNow();
  document.querySelectorAll("[data-ago]").forEach(showAgo);
  document.querySelectorAll("[data-until]").forEach((span) => showCountdown(span, now));
  document.querySelectorAll("[data-full-at]").forEach((bar) => showFill(bar, now));
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
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

/** The time between two instants. */
export function between(from, to) {
  return duration(Math.max(0, Date.parse(to) - Date.parse(from)) / SECOND);
}

export function exact(iso) {
  return new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
}

function showAgo(time) {
  const past = serverNow() - Date.parse(time.dateTime);
  const text = past < 5 * SECOND ? "just now" : `${rough(past)} ago`;
  if (time.textContent !== text) time.textContent = text;
}

function rough(millis) {
  if (millis < MINUTE) return `${Math.floor(millis / SECOND)} s`;
  if (millis < HOUR) return `${Math.floor(millis / MINUTE)} min`;
  if (millis < DAY) return `${Math.floor(millis / HOUR)} h`;
  return `${Math.floor(millis / DAY)} d`;
}

function showCountdown(span, now) {
  const left = Date.parse(span.dataset.until) - now;
  const over = left < 0;
  span.textContent = over ? `${digits(-left)} over` : `${digits(left)} left`;
  span.classList.toggle("over", over);
}

function showFill(bar, now) {
  const left = (Date.parse(bar.dataset.fullAt) - now) / SECOND;
  bar.value = Math.min(bar.max, Math.max(0, bar.max - left));
  bar.classList.toggle("over", left < 0);
}

function digits(millis) {
  const seconds = Math.floor(millis / SECOND);
  const pad = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return hours > 0
    ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}`
    : `${minutes}:${pad(seconds % 60)}`;
}
