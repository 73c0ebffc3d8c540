import { html } from "lit";
import { plain } from "./words.js";

/** What states mean to the reader; the shape before the word says it without the colour. */
const TONES = {
  good: "active succeeded completed true resolved fires",
  busy: "running in_progress acknowledged",
  warn: "waiting paused unknown blocked depends_on_lookup",
  bad: "triggered failed error timed_out false",
};

const LEVELS = ["On time", "Level 1 warning", "Level 2 escalation", "Level 3 critical"];
const LEVEL_TONES = ["good", "warn", "bad", "critical"];

export function tone(state) {
  const [found = "calm"] = Object.entries(TONES).find(([, states]) => states.split(" ").includes(state)) ?? [];
  return found;
}

/** Says a state in a word with a colour and a shape. */
export function badge(state, colour = tone(state)) {
  return html`<span class="badge ${colour}">${plain(state)}</span>`;
}

/** Says how far a promise has been broken. */
export function levelBadge(level) {
  return badge(LEVELS[level] ?? `Level ${level}`, LEVEL_TONES[level] ?? "critical");
}
