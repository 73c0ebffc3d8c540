import { may, post, signedIn } from "./api.js";
import { badge, levelBadge } from "./badge.js";
import { el, joined } from "./dom.js";
import { ago, countdown } from "./time.js";
import { metric, subject } from "./words.js";

/** What people can do about an incident, in PagerDuty's words. */
const VERBS = [
  ["acknowledge", "Acknowledge", "Takes care of it: nobody is told of further levels for 30 min"],
  ["snooze", "Snooze", "Keeps it quiet for 30 min"],
  ["resolve", "Resolve", "Says that it is over, whatever its clock says"],
];

/** One row: what is late, who has it, what happened to it, and what to do about it. */
export function incidentRow(incident) {
  const note = el("p", { class: "note", role: "status", hidden: true });
  return el(
    "div",
    { class: "row" },
    el(
      "div",
      { class: "line" },
      el("strong", {}, `${metric(incident.metric)} of ${about(incident)}`),
      levelBadge(incident.level),
    ),
    el(
      "p",
      { class: "meta" },
      joined([badge(incident.state), holder(incident), ago(incident.opened_at)]),
    ),
    timeline(incident),
    may("steer") && el("div", { class: "buttons" }, VERBS.map((verb) => button(incident, verb, note))),
    note,
  );
}

function about(incident) {
  return subject(incident.repository, incident.subject);
}

function holder(incident) {
  const hold = incident.hold;
  return hold && el("span", {}, `${hold.by} has it for `, countdown(hold.until));
}

function timeline(incident) {
  return el(
    "details",
    {},
    el("summary", {}, "What happened"),
    el(
      "ol",
      { class: "history" },
      incident.timeline.map(({ at, by, what }) => el("li", {}, joined([ago(at), what, by]))),
    ),
  );
}

function button(incident, [verb, word, help], note) {
  const label = `${word}: ${metric(incident.metric)} of ${about(incident)}`;
  const press = el("button", { type: "button", class: "quiet", title: help, "aria-label": label }, word);
  press.addEventListener("click", async () => {
    press.disabled = true;
    try {
      await post(`incidents/${incident.key}/${verb}`, {});
      say(note, `Done, as ${signedIn()?.name ?? "you"}.`);
    } catch (problem) {
      say(note, problem.message);
      press.disabled = false;
    }
  });
  return press;
}

function say(note, text) {
  note.hidden = false;
  note.textContent = text;
}
