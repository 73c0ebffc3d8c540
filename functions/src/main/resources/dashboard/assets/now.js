import { gather, get, mayAll } from "./api.js";
import { executionRow } from "./executions.js";
import { incidentRow } from "./incident.js";
import { queueRow } from "./queue.js";
import { clockRow } from "./sla.js";
import { href, html, nothing, section, serverNow } from "./ui.js";
import { View } from "./view.js";

const SOON = 3600 * 1000;
const RECENT = 24 * 3600 * 1000;

/** What needs a human: the first page. */
export default class extends View {
  heading = "Now";

  load() {
    return gather({
      incidents: get("incidents", { limit: 25 }),
      waiting: get("executions", { state: "waiting", limit: 25 }),
      failed: get("executions", { state: "failed", limit: 10 }),
      clocks: get("sla/clocks", { limit: 50 }),
      newest: get("executions", { limit: 10 }),
      ...(mayAll("read") ? { queues: get("system/queues") } : {}),
    });
  }

  body({ incidents, waiting, failed, clocks, newest, queues }) {
    const running = only(clocks, ({ state }) => state === "running");
    const pressing = only(running, ({ breach_at }) => Date.parse(breach_at) - serverNow() < SOON);
    const recent = only(failed, ({ finished_at }) => serverNow() - Date.parse(finished_at) < RECENT);
    const dead = queues && only(queues, ({ dead }) => dead > 0);
    const late = only(running, ({ level }) => level > 0);
    return html`
      <dl class="figures">
        ${figure("Open incidents", incidents)} ${figure("Promises broken now", late)}
        ${figure("Waiting executions", waiting)} ${dead ? figure("Queues with failures", dead) : nothing}
      </dl>
      <div class="overview">
        <div class="column">
          ${section("incidents", "Incidents", incidents, (incident) => incidentRow(incident, this),
            "Nothing is late that nobody takes care of.", href("/incidents"))}
          ${section("waiting", "Waiting executions", waiting, executionRow,
            "No execution waits for anything.", href("/executions", { state: "waiting" }))}
          ${section("failed", "Failed in the last day", recent, executionRow,
            "Nothing has failed.", href("/executions", { state: "failed" }))}
        </div>
        <div class="column">
          ${section("clocks", "Due within the hour, or late", pressing, clockRow,
            "No promise is about to be broken.", href("/sla"))}
          ${dead
            ? section("queues", "Could not be done", dead, (queue) => queueRow(queue, this),
              "Every message was carried out.", href("/system"))
            : nothing}
          ${section("newest", "Newest executions", newest, executionRow,
            "Nothing has run yet. An execution appears when an event fires a workflow.", href("/executions"))}
        </div>
      </div>
    `;
  }
}

/** Keeps some of what was read. */
function only(reading, isWanted) {
  return reading.items ? { items: reading.items.filter(isWanted) } : reading;
}

function figure(label, { items }) {
  return html`<div><dt>${label}</dt><dd>${items?.length ?? "–"}</dd></div>`;
}
