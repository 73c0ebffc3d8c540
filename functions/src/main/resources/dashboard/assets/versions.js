import { LitElement } from "lit";
import { get } from "./api.js";
import { filterBar } from "./list.js";
import { amended, badge, html, linkRow, loading, note, panel, problemNote, section, table } from "./ui.js";

/** The versions of a workflow, and what differs between two of them. */
class Versions extends LitElement {
  static properties = {
    workflow: { attribute: false },
    query: { attribute: false },
    versions: { state: true },
    diff: { state: true },
  };

  #asked;

  createRenderRoot() {
    return this;
  }

  /** Reads when something else is asked for; the versions themselves never change. */
  willUpdate() {
    const { id, version: newest } = this.workflow;
    const to = Number(this.query.to || newest);
    this.span = { from: Number(this.query.from || Math.max(1, to - 1)), to };
    const asked = JSON.stringify([id, newest, this.span]);
    if (asked !== this.#asked) this.#load(`workflows/${encodeURIComponent(id)}/versions`, this.span);
    this.#asked = asked;
  }

  async #load(path, { from, to }) {
    const reading = (promise) => promise.catch((problem) => ({ problem }));
    this.versions = await reading(get(path, { limit: 100 }));
    this.diff = await reading(get(`${path}/${from}/diff`, { with: to }));
  }

  render() {
    const { from, to } = this.span;
    const options = this.versions?.items?.map(({ version }) => String(version)) ?? [];
    const choice = (name, label) => ({ name, label, options });
    return html`
      ${filterBar([choice("from", "From version"), choice("to", "To version")], { from: String(from), to: String(to) })}
      ${panel(`What changed from ${from} to ${to}`, this.#difference())}
      ${section("versions", "Versions", this.versions, version)}
    `;
  }

  #difference() {
    if (this.diff === undefined) return loading();
    const { problem, changes } = this.diff;
    if (problem) return problemNote(problem);
    if (changes.length === 0) return note("Nothing.");
    const rows = changes.map(({ pointer, before, after }) => [html`<code>${pointer}</code>`, side("before", before), side("after", after)]);
    return table("Changes", ["Where", "Before", "After"], rows);
  }
}

customElements.define("bw-versions", Versions);

function version({ version: number, name, state }) {
  const address = amended({ from: number - 1 || 1, to: number });
  return linkRow(address, html`<strong>Version ${number}</strong>${badge(state)}`, [name]);
}

function side(kind, value) {
  return value === undefined ? "" : html`<code class=${kind}>${JSON.stringify(value)}</code>`;
}
