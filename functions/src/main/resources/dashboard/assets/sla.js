import { get } from "./api.js";
import { download } from "./csv.js";
import { filterBar, found } from "./list.js";
import { badge, button, countdown, duration, fill, html, levelBadge, metric, note, nothing, row, section, serverNow, subject } from "./ui.js";
import { View } from "./view.js";

const KINDS = ["pr", "build", "test", "deployment", "issue", "agent", "task"];

/** From so much of its time on, a promise is at risk. */
const AT_RISK = 0.75;

const GROUPS = [
  ["broken", "Broken", "No promise is broken."],
  ["risk", "At risk: three quarters used", "No promise is at risk."],
  ["time", "On time", "Nothing else runs."],
  ["rest", "Held or ended", "Nothing is held."],
];

const COLUMNS = "metric repository subject state level threshold_seconds elapsed_seconds breach_at";

/** Every open promise, by how it stands, with clocks that run. */
export default class extends View {
  heading = "SLA board";

  load() {
    return get("sla/clocks", { kind: this.query.kind, limit: 100 });
  }

  tools() {
    return button("Export CSV", () => download("sla-clocks.csv", COLUMNS, this.data?.items ?? []));
  }

  intro() {
    return filterBar([{ name: "kind", label: "Of", options: KINDS }], this.query);
  }

  body({ items, next }) {
    const shown = found(items, this.query.q);
    const groups = Object.groupBy(shown, standing);
    return html`
      <div class="board">
        ${GROUPS.map(([id, title, empty]) => section(id, title, { items: groups[id] ?? [] }, clockRow, empty))}
      </div>
      ${next ? note("These are the most pressing; there are more.") : nothing}
      ${items.length === 0 ? note("Opening a pull request or starting a build starts a clock.") : nothing}
    `;
  }
}

function standing({ state, level, breach_at, threshold_seconds }) {
  if (state !== "running") return "rest";
  const left = (Date.parse(breach_at) - serverNow()) / 1000;
  if (level > 0 || left < 0) return "broken";
  return left < threshold_seconds * (1 - AT_RISK) ? "risk" : "time";
}

/** One row: a promise and how much of its time is left. */
export function clockRow(clock) {
  const isRunning = clock.state === "running";
  return row(
    html`<strong>${metric(clock.metric)}</strong>${reading(clock)}`,
    [
      subject(clock.repository, clock.subject),
      clock.facts.title,
      `promised in ${duration(clock.threshold_seconds)}`,
    ],
    isRunning ? fill(clock.breach_at, clock.threshold_seconds, `${metric(clock.metric)} used`) : nothing,
    html`<div class="line">${levelBadge(clock.level)}${isRunning ? nothing : badge(clock.state)}</div>`,
  );
}

function reading({ state, breach_at, elapsed_seconds, threshold_seconds }) {
  if (state === "running") return countdown(breach_at);
  const late = elapsed_seconds >= threshold_seconds;
  return html`<span class="countdown ${late ? "over" : ""}">
    ${duration(elapsed_seconds)}${state === "paused" ? " so far" : ""}
  </span>`;
}
