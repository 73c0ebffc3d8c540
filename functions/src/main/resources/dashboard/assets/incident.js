import { get, may, post, signedIn } from "./api.js";
import { ago, badge, button, countdown, html, joined, levelBadge, metric, nothing, one, panel, row, subject } from "./ui.js";
import { View } from "./view.js";

/** What people can do about an incident, in PagerDuty's words. */
const VERBS = [
  ["acknowledge", "Acknowledge", "Takes care of it: nobody is told of further levels for 30 min"],
  ["snooze", "Snooze", "Keeps it quiet for 30 min"],
  ["resolve", "Resolve", "Says that it is over, whatever its clock says"],
];

/** One incident and how it was escalated. */
export default class extends View {
  get heading() {
    return this.data ? title(this.data) : "Incident";
  }

  load() {
    return get(`incidents/${encodeURIComponent(this.about)}`);
  }

  tools() {
    return this.data ? buttons(this.data, this) : nothing;
  }

  body(incident) {
    return html`<div class="execution">
      <div class="summary">
        ${badge(incident.state)} ${levelBadge(incident.level)}
        <span class="meta">
          ${joined([
            html`opened ${ago(incident.opened_at)}`,
            holder(incident),
            incident.resolved_at && html`resolved ${ago(incident.resolved_at)}`,
          ])}
        </span>
      </div>
      ${panel(
        "What happened",
        html`<ol class="history">
          ${incident.timeline.map(({ at, by, what }) => html`<li>${joined([ago(at), what, by])}</li>`)}
        </ol>`,
      )}
    </div>`;
  }
}

/** One row: what is late, who has it, and what to do about it. */
export function incidentRow(incident, view) {
  return row(
    html`<a href=${one("incidents", incident.key)}><strong>${title(incident)}</strong></a>
      ${levelBadge(incident.level)}`,
    [badge(incident.state), holder(incident), ago(incident.opened_at)],
    buttons(incident, view),
  );
}

function title(incident) {
  return `${metric(incident.metric)} of ${subject(incident.repository, incident.subject)}`;
}

function holder({ hold }) {
  return hold && html`<span>${hold.by} has it for ${countdown(hold.until)}</span>`;
}

function buttons(incident, view) {
  if (!may("steer") || incident.state === "resolved") return nothing;
  const path = `incidents/${encodeURIComponent(incident.key)}`;
  return html`<div class="buttons">
    ${VERBS.map(([verb, word, help]) => {
      const press = () => view.act(() => post(`${path}/${verb}`), `${word}: done, as ${signedIn()?.name ?? "you"}.`);
      return button(word, press, { label: `${word}: ${title(incident)}`, title: help });
    })}
  </div>`;
}
