import { get, may } from "./api.js";
import { ListView } from "./list.js";
import { ago, button, html, json, nothing, row } from "./ui.js";

/** Who did what on a day, and whether nobody changed it since. */
export default class extends ListView {
  static properties = { verdict: { state: true } };

  heading = "Audit";

  get barred() {
    return may("administer") ? undefined : "Only an admin sees who did what.";
  }

  path = "audit";

  filters = [{ name: "day", label: "Day (UTC)", type: "date" }];

  columns = "number at actor actor_name action target before after correlation_id seal";
  empty = "Nobody changed anything on this day, and no workflow acted.";

  forget() {
    super.forget();
    this.verdict = undefined;
  }

  tools() {
    return html`${super.tools()} ${button("Verify the day", () => this.#verify())}`;
  }

  #verify() {
    return this.act(async () => {
      this.verdict = await get("audit/verify", { day: this.query.day });
      return this.verdict;
    }, ({ intact }) => (intact ? "The day is intact." : "The day was tampered with."));
  }

  body(data) {
    return html`${this.verdict ? verdictNote(this.verdict) : nothing} ${super.body(data)}`;
  }

  row(entry) {
    return row(
      html`<strong><code>${entry.action}</code></strong><span class="count">#${entry.number}</span>`,
      [entry.target, entry.actor_name, ago(entry.at)],
      (entry.before ?? entry.after) === undefined
        ? nothing
        : html`<details>
            <summary>Before and after</summary>
            ${side("Before", entry.before)} ${side("After", entry.after)}
          </details>`,
    );
  }
}

function verdictNote({ intact, entries, first_wrong, because, day: checked }) {
  return intact
    ? html`<p class="panel note good" id="verdict">${checked}: intact, ${entries} entries.</p>`
    : html`<p class="panel note failed" id="verdict" role="alert">
        ${checked}: entry ${first_wrong} is not as it was sealed. ${because}
      </p>`;
}

function side(title, value) {
  return value === undefined ? nothing : html`<p class="meta">${title}</p>${json(value)}`;
}
