import { may, post } from "./api.js";
import { ListView } from "./list.js";
import { ago, badge, button, counted, href, html, nothing, row, subject } from "./ui.js";

/** Everything that came, and what it set off. */
export default class extends ListView {
  heading = "Deliveries";
  path = "deliveries";

  filters = [
    { name: "repository", label: "Repository", hint: "owner/name" },
    { name: "subject", label: "Subject", hint: "pr#42" },
    { name: "from", label: "From (UTC)", type: "date" },
    { name: "to", label: "To (UTC)", type: "date" },
  ];

  columns = "id event repository subject received_at";
  empty = "Nothing has come yet. Point a webhook of GitHub's at /webhooks/github.";

  row(delivery) {
    const { id, event, decisions } = delivery;
    const names = fired(delivery).map(({ workflow_name }) => workflow_name);
    return row(
      html`<a href=${href("/why", { delivery: id })}>
          <strong>${delivery.subject ? subject(delivery.repository, delivery.subject) : event}</strong>
        </a>
        ${badge(names.length > 0 ? `${names.length} fired` : "none fired", names.length > 0 ? "good" : "calm")}`,
      [
        html`<code>${event}</code>`,
        ago(delivery.received_at),
        names.join(", ") || `${counted(decisions.length, "workflow")} asked`,
      ],
      may("steer") ? html`<div class="buttons">${this.#replay(id)}</div>` : nothing,
    );
  }

  #replay(id) {
    return button(
      "Replay",
      () => this.act(() => post(`deliveries/${encodeURIComponent(id)}/replay`), "It is being decided anew."),
      { label: `Replay ${id}`, title: "Decides it anew, by the workflows as they are now" },
    );
  }
}

function fired({ decisions }) {
  return decisions.filter(({ fires }) => fires);
}
