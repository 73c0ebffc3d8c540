import { gather, get, mayAll, post, send } from "./api.js";
import { form } from "./form.js";
import { incidentRow } from "./incident.js";
import { found } from "./list.js";
import { ago, button, html, nothing, panel, row, section } from "./ui.js";
import { View } from "./view.js";

const SILENCE = [
  { name: "repository", label: "Repositories", hint: "octo/*", isNeeded: true },
  { name: "minutes", label: "Minutes", type: "number", value: "60", isNeeded: true },
  { name: "comment", label: "Why", hint: "Maintenance" },
];

/** What is late and not over, and what is to be told to nobody. */
export default class extends View {
  heading = "Incidents";

  load() {
    return gather({
      incidents: get("incidents", { limit: 100 }),
      ...(mayAll("read") ? { silences: get("silences") } : {}),
    });
  }

  body({ incidents, silences }) {
    const begin = form(SILENCE, "Begin", (given) => this.#begin(given));
    return html`
      ${section("list", "Open incidents", incidents.items ? { items: found(incidents.items, this.query.q) } : incidents,
        (incident) => incidentRow(incident, this),
        "Nothing is late that nobody takes care of.")}
      ${silences
        ? section("silences", "Silences", silences, (silence) => this.#silence(silence), "Nothing is silenced.")
        : nothing}
      ${mayAll("steer") ? panel("Begin a silence", begin) : nothing}
    `;
  }

  #silence({ id, conditions, until, by, comment }) {
    const end = () => this.act(() => send("DELETE", `silences/${encodeURIComponent(id)}`, {}), "The silence is over.");
    return row(
      html`<strong>${comment || "Silence"}</strong>
        ${mayAll("steer") ? button("End", end, { label: `End: ${comment || id}` }) : nothing}`,
      [by, html`over ${ago(until)}`, html`<code>${JSON.stringify(conditions)}</code>`],
    );
  }

  #begin({ repository, minutes, comment }) {
    const conditions = [{ field: "repository", operator: "glob", value: repository }];
    const silence = { conditions, minutes: Number(minutes), comment };
    return this.act(() => post("silences", silence), "Nobody is told until it is over.");
  }
}
