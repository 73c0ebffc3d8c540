import { gather, get, mayAll, post, send } from "./api.js";
import { form } from "./form.js";
import { queueRow } from "./queue.js";
import { ago, badge, button, html, nothing, panel, row, section } from "./ui.js";
import { View } from "./view.js";

const TOKEN = [
  { name: "name", label: "Name", isNeeded: true },
  { name: "role", label: "Role", options: ["viewer", "operator", "author", "admin", "agent"], isNeeded: true },
  { name: "repositories", label: "Repositories", hint: "all, or octo/* octo/hello" },
  { name: "days", label: "Days", type: "number", value: "90", isNeeded: true },
];

/** What the system itself is at: queues, who is on call, who has access. */
export default class extends View {
  static properties = { made: { state: true } };

  heading = "System";

  get barred() {
    return mayAll("read") ? undefined : "The queues are every repository's, and you see some.";
  }

  load() {
    return gather({
      queues: get("system/queues"),
      onCall: get("on-call/now"),
      ...(mayAll("administer") ? { tokens: get("tokens") } : {}),
    });
  }

  body({ queues, onCall, tokens }) {
    return html`
      ${section("queues", "Queues", queues, (queue) => queueRow(queue, this), "There is no queue.")}
      ${section("on-call", "On call now", onCall.problem ? onCall : { items: Object.entries(onCall.on_call) },
        ([rotation, who]) => row(html`<strong>${rotation}</strong>`, [String(who)]),
        "Nobody: there is no rotation.")}
      ${tokens ? this.#access(tokens) : nothing}
    `;
  }

  #access(tokens) {
    const made = html`<p class="note good" role="alert">It is shown this once: <code>${this.made}</code></p>`;
    return html`
      ${section("tokens", "Tokens", tokens, (token) => this.#token(token), "There is none but the stack's own.")}
      ${panel("Make a token", [
        form(TOKEN, "Make", (given) => this.#make(given)),
        this.made ? made : nothing,
      ])}
    `;
  }

  #token({ id, name, role, repositories, created_by, expires_at, last_used_at }) {
    const revoke = () => this.act(() => send("DELETE", `tokens/${encodeURIComponent(id)}`, {}), `${name} is revoked.`);
    return row(
      html`<strong>${name}</strong>${badge(role, "calm")}
        ${button("Revoke", revoke, { label: `Revoke: ${name}` })}`,
      [
        repositories.join(", "),
        `made by ${created_by}`,
        last_used_at ? html`used ${ago(last_used_at)}` : "never used",
        expires_at && html`ends ${ago(expires_at)}`,
      ],
    );
  }

  async #make({ name, role, repositories, days }) {
    const some = repositories.split(/[\s,]+/).filter(Boolean);
    const wish = { name, role, days: Number(days), ...(some.length > 0 ? { repositories: some } : {}) };
    this.made = (await this.act(() => post("tokens", wish), `${name} has access.`))?.token;
  }
}
