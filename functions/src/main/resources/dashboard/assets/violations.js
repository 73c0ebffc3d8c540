import { gather, get, mayAll } from "./api.js";
import { ListView } from "./list.js";
import "./trend.js";
import { ago, amended, duration, html, levelBadge, metric, note, nothing, panel, problemNote, row, subject } from "./ui.js";

const SPANS = [7, 14, 31];

/** How many promises were broken on which day, and the newest of them. */
export default class extends ListView {
  static properties = { trend: { state: true } };

  heading = "Violations";
  path = "sla/violations";
  columns = "metric repository subject facts.title level threshold_seconds elapsed_seconds detected_at";
  empty = "No promise has been broken.";

  async load() {
    const days = this.query.days ?? SPANS[0];
    const { list, trend } = await gather({
      list: super.load(),
      ...(mayAll("read") ? { trend: get("sla/violations/trend", { days }) } : {}),
    });
    if (list.problem) throw list.problem;
    this.trend = trend;
    return list;
  }

  body(data) {
    return html`${panel("By day", this.#trend())} ${super.body(data)}`;
  }

  #trend() {
    if (!mayAll("read")) return note("The trend counts every repository, and you see some.");
    if (this.trend?.problem) return problemNote(this.trend.problem);
    const days = Number(this.query.days ?? SPANS[0]);
    return html`
      <nav class="tabs" aria-label="How many days">
        ${SPANS.map(
          (span) =>
            html`<a href=${amended({ days: span })} aria-current=${span === days ? "true" : nothing}>${span} days</a>`,
        )}
      </nav>
      <bw-trend .items=${this.trend.items} .days=${days}></bw-trend>
    `;
  }

  row(violation) {
    const late = violation.elapsed_seconds - violation.threshold_seconds;
    return row(
      html`<strong>${metric(violation.metric)}</strong>${levelBadge(violation.level)}`,
      [
        subject(violation.repository, violation.subject),
        violation.facts.title,
        late > 0 ? `${duration(late)} over` : "at its limit",
        ago(violation.detected_at),
      ],
    );
  }
}
