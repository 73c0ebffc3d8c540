import { get } from "./api.js";
import { ListView } from "./list.js";
import { ago, badge, counted, html, linkRow, one, plain, subject } from "./ui.js";

const STATES = ["queued", "running", "waiting", "succeeded", "failed", "cancelled", "timed_out"];

/** Every execution, the newest first. */
export default class extends ListView {
  static properties = { workflows: { state: true } };

  heading = "Executions";
  path = "executions";

  get filters() {
    const known = this.workflows ?? [];
    return [
      { name: "workflow", label: "Workflow", options: known.map(({ id, name }) => [id, name]) },
      { name: "state", label: "State", options: STATES.map((state) => [state, plain(state)]) },
      { name: "repository", label: "Repository", hint: "owner/name" },
      { name: "subject", label: "Subject", hint: "pr#42" },
      { name: "from", label: "From (UTC)", type: "date" },
      { name: "to", label: "To (UTC)", type: "date" },
    ];
  }

  columns = "id workflow_id workflow_version repository subject title state created_at finished_at";
  empty = "Nothing has run yet. An execution appears when an event fires a workflow.";

  async load() {
    const [data, workflows] = await Promise.all([super.load(), get("workflows", { limit: 100 }).catch(() => undefined)]);
    this.workflows = workflows?.items;
    return data;
  }

  row(execution) {
    return executionRow(execution);
  }
}

/** One row: what it is about, how it stands and how far it is. */
export function executionRow(execution) {
  const done = execution.steps.filter((step) => step.state === "succeeded").length;
  const about = subject(execution.repository, execution.subject);
  return linkRow(
    one("executions", execution.id),
    html`<strong>${execution.title ?? about}</strong>${badge(execution.state)}`,
    [
      execution.workflow_name,
      execution.title && about,
      `${done} of ${counted(execution.steps.length, "step")}`,
      execution.note && `waits for ${execution.note}`,
      ago(execution.created_at),
    ],
  );
}
