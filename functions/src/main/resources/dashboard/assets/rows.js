import { badge, levelBadge } from "./badge.js";
import { el, joined } from "./dom.js";
import { ago, countdown, duration, fill } from "./time.js";
import { counted, metric, plain, subject } from "./words.js";

/** The content of one row of each kind of list. */

export function workflowRow(workflow) {
  const every = workflow.schedule?.interval_minutes;
  return el(
    "div",
    { class: "row" },
    el("div", { class: "line" }, el("strong", {}, workflow.name), badge(workflow.state)),
    workflow.description && el("p", { class: "meta" }, workflow.description),
    el(
      "p",
      { class: "meta" },
      joined([
        el("span", { class: "chips" }, workflow.trigger.map((name) => el("code", {}, name))),
        every && `every ${counted(every, "minute")}`,
        counted(workflow.actions.length, "action"),
        `version ${workflow.version}`,
      ]),
    ),
  );
}

export function executionRow(execution) {
  const done = execution.steps.filter((step) => step.state === "succeeded").length;
  return el(
    "a",
    { class: "row", href: `#/executions/${encodeURIComponent(execution.id)}` },
    el(
      "div",
      { class: "line" },
      el("strong", {}, execution.title ?? subject(execution.repository, execution.subject)),
      badge(execution.state),
    ),
    el(
      "p",
      { class: "meta" },
      joined([
        execution.workflow_name,
        execution.title && subject(execution.repository, execution.subject),
        `${done} of ${counted(execution.steps.length, "step")}`,
        ago(execution.created_at),
      ]),
    ),
  );
}

export function clockRow(clock) {
  return el(
    "div",
    { class: "row" },
    el(
      "div",
      { class: "line" },
      el("strong", {}, metric(clock.metric)),
      clockReading(clock),
    ),
    clock.state === "running" &&
      fill(clock.breach_at, clock.threshold_seconds, `${metric(clock.metric)} used`),
    el(
      "p",
      { class: "meta" },
      joined([
        subject(clock.repository, clock.subject),
        clock.facts.title,
        `promised in ${duration(clock.threshold_seconds)}`,
      ]),
    ),
    el(
      "div",
      { class: "line" },
      levelBadge(clock.level),
      clock.state !== "running" && badge(clock.state),
    ),
  );
}

function clockReading(clock) {
  if (clock.state === "running") return countdown(clock.breach_at);
  const late = clock.elapsed_seconds >= clock.threshold_seconds;
  return el(
    "span",
    { class: late ? "countdown over" : "countdown" },
    `${duration(clock.elapsed_seconds)}${clock.state === "paused" ? " so far" : ""}`,
  );
}

export function violationRow(violation) {
  const late = violation.elapsed_seconds - violation.threshold_seconds;
  return el(
    "div",
    { class: "row" },
    el(
      "div",
      { class: "line" },
      el("strong", {}, metric(violation.metric)),
      levelBadge(violation.level),
    ),
    el(
      "p",
      { class: "meta" },
      joined([
        subject(violation.repository, violation.subject),
        violation.facts.title,
        late > 0 ? `${duration(late)} over` : "at its limit",
        ago(violation.detected_at),
      ]),
    ),
  );
}

export function activityRow(activity) {
  return el(
    "div",
    { class: "row" },
    el(
      "div",
      { class: "line" },
      el("strong", {}, activity.agent_name),
      badge(activity.status),
    ),
    el(
      "p",
      { class: "meta" },
      joined([
        plain(activity.activity_type),
        activity.agent_type,
        activity.pr_number
          ? `${activity.repository}#${activity.pr_number}`
          : activity.repository,
        el("code", {}, activity.branch_name),
        ago(activity.received_at),
      ]),
    ),
  );
}
