import { get, may, seesAll, Unauthorized } from "./api.js";
import { auditRow } from "./audit.js";
import { el } from "./dom.js";
import { incidentRow } from "./incident.js";
import { queueRow } from "./queue.js";
import { activityRow, clockRow, executionRow, violationRow, workflowRow } from "./rows.js";
import { Section } from "./section.js";

/** The first page: what runs, what is promised, what went wrong. */
export class Overview {
  title = "Overview";

  #figures = new Figures();
  #executions = new Section({
    id: "executions",
    title: "Newest executions",
    empty: "Nothing has run yet. An execution appears when an event fires a workflow.",
    row: executionRow,
  });
  #clocks = new Section({
    id: "clocks",
    title: "SLA clocks",
    empty: "No promise is open. Opening a pull request or starting a build starts a clock.",
    row: clockRow,
  });
  #incidents = new Section({
    id: "incidents",
    title: "Needs somebody",
    empty: "Nothing is late that nobody takes care of.",
    row: incidentRow,
  });
  #violations = new Section({
    id: "violations",
    title: "Newest violations",
    empty: "No promise has been broken.",
    row: violationRow,
  });
  #workflows = new Section({
    id: "workflows",
    title: "Workflows",
    empty: "There is no workflow yet. Create one by POST to /v1/workflows.",
    row: workflowRow,
  });
  #agents = new Section({
    id: "agents",
    title: "Agent activity",
    empty: "No agent has reported. Agents report by POST to /v1/agents/activity.",
    row: activityRow,
  });

  #queues = new Section({
    id: "queues",
    title: "Queues",
    empty: "There is no queue.",
    row: queueRow,
  });

  #audit = new Section({
    id: "audit",
    title: "Who did what today",
    empty: "Nobody has changed anything today, and no workflow has acted.",
    row: auditRow,
  });

  element = el(
    "div",
    { class: "overview" },
    el("h1", { class: "hidden", tabindex: "-1" }, "Overview"),
    this.#figures.element,
    el(
      "div",
      { class: "column wide" },
      this.#incidents.element,
      this.#executions.element,
      this.#workflows.element,
      may("administer") && this.#audit.element,
    ),
    el(
      "div",
      { class: "column" },
      this.#clocks.element,
      this.#violations.element,
      this.#agents.element,
      seesAll() && this.#queues.element,
    ),
  );

  /** Reads everything at once; what fails fails alone, except the sign-in. */
  async refresh() {
    const readings = await Promise.allSettled([
      this.#workflows.show(get("workflows")),
      this.#executions.show(get("executions?limit=25")),
      this.#clocks.show(get("sla/clocks?limit=25")),
      this.#violations.show(get("sla/violations?limit=10")),
      this.#agents.show(get("agents/activity?limit=10")),
      this.#incidents.show(get("incidents?limit=25")),
      ...(may("administer") ? [this.#audit.show(get("audit?limit=25"))] : []),
      ...(seesAll() ? [this.#queues.show(get("system/queues"))] : []),
    ]);
    const problems = readings.filter(({ status }) => status === "rejected");
    const signedOut = problems.find(({ reason }) => reason instanceof Unauthorized);
    if (signedOut) throw signedOut.reason;
    if (problems.length === readings.length) throw problems[0].reason;
    this.#figures.show(readings.map(({ value }) => value));
  }
}

/** Four numbers above the lists. */
class Figures {
  #values = ["Active workflows", "Executions under way", "Running clocks", "Promises broken now"].map(
    (label) => [label, el("dd", {}, "–")],
  );

  element = el(
    "dl",
    { class: "figures" },
    this.#values.map(([label, value]) => el("div", {}, el("dt", {}, label), value)),
  );

  show([workflows, executions, clocks]) {
    const running = clocks?.filter(({ state }) => state === "running");
    this.#set(0, workflows?.filter(({ state }) => state === "active"));
    this.#set(1, executions?.filter(({ finished_at }) => finished_at === undefined));
    this.#set(2, running);
    this.#set(3, running?.filter(({ level }) => level > 0));
  }

  #set(index, members) {
    this.#values[index][1].textContent = members === undefined ? "–" : String(members.length);
  }
}
