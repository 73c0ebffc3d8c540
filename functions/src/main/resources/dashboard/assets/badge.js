import { el } from "./dom.js";

/** What a state means to the reader; the shape before the word says it without the colour. */
const TONES = {
  active: "good",
  succeeded: "good",
  completed: "good",
  true: "good",
  running: "busy",
  in_progress: "busy",
  queued: "calm",
  waiting: "warn",
  pending: "calm",
  shadow: "calm",
  triggered: "bad",
  acknowledged: "busy",
  snoozed: "calm",
  resolved: "good",
  paused: "warn",
  unknown: "warn",
  blocked: "warn",
  failed: "bad",
  error: "bad",
  timed_out: "bad",
  false: "bad",
};

const LEVELS = ["On time", "Level 1 warning", "Level 2 escalation", "Level 3 critical"];
const LEVEL_TONES = ["good", "warn", "bad", "critical"];

/** Says a state in a word with a colour and a shape. */
export function badge(state, tone = TONES[state] ?? "calm") {
  return el("span", { class: `badge ${tone}` }, String(state).replaceAll("_", " "));
}

/** Says how far a promise has been broken. */
export function levelBadge(level) {
  return badge(LEVELS[level] ?? `Level ${level}`, LEVEL_TONES[level] ?? "critical");
}
