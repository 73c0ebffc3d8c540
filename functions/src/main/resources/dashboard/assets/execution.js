import { get } from "./api.js";
import { badge } from "./badge.js";
import { el, joined, outward } from "./dom.js";
import { explanationTree } from "./explanation.js";
import { loading } from "./section.js";
import { ago, between, exact } from "./time.js";
import { counted, plain, subject } from "./words.js";

/** One execution: what set it off, why, and each step with what became of it. */
export class ExecutionView {
  title = "Execution";

  #id;
  #shown;
  #body = el("div", {}, loading());

  element = el(
    "div",
    { class: "execution" },
    el("p", {}, el("a", { class: "back", href: "#/" }, "← Overview")),
    el("h1", { tabindex: "-1" }, "Execution"),
    this.#body,
  );

  constructor(id) {
    this.#id = id;
  }

  async refresh() {
    try {
      this.#show(await get(`executions/${encodeURIComponent(this.#id)}`));
    } catch (problem) {
      if (this.#shown === undefined) {
        this.#body.replaceChildren(el("p", { class: "note failed" }, problem.message));
      }
      throw problem;
    }
  }

  #show(execution) {
    const text = JSON.stringify(execution);
    if (text === this.#shown) return;
    this.#shown = text;
    const about = subject(execution.repository, execution.subject);
    this.element.querySelector("h1").textContent = execution.facts.title ?? about;
    this.#body.replaceChildren(
      summary(execution, about),
      panel("Steps", el("ol", { class: "timeline" }, execution.steps.map(step))),
      panel(
        "Why it fired",
        execution.explanation
          ? explanationTree(execution.explanation)
          : el("p", { class: "note" }, "No condition was asked."),
      ),
      panel("What was known", facts(execution.facts)),
    );
  }
}

function summary(execution, about) {
  return el(
    "div",
    { class: "summary" },
    badge(execution.state),
    el(
      "span",
      { class: "meta" },
      joined([
        about,
        `${execution.workflow_name}, version ${execution.workflow_version}`,
        el("span", {}, "set off by ", el("code", {}, execution.cause.event)),
        el("span", {}, "started ", ago(execution.created_at)),
        execution.note && `waits for ${execution.note}`,
        execution.ending && execution.state !== "succeeded" && execution.ending.because,
        execution.finished_at && `took ${between(execution.created_at, execution.finished_at)}`,
      ]),
    ),
  );
}

function panel(title, ...content) {
  return el("section", { class: "panel" }, el("h2", {}, title), el("div", { class: "body" }, content));
}

function step({ action, state, attempts, started_at, finished_at, parameters, result, note }) {
  const rendered = Object.keys(parameters).length > 0 ? parameters : action.parameters;
  return el(
    "li",
    { class: `step ${state}` },
    el("div", { class: "line" }, el("strong", {}, plain(action.type)), badge(state)),
    el(
      "p",
      { class: "meta" },
      joined([
        el("code", {}, action.id),
        attempts > 0 && counted(attempts, "attempt"),
        started_at && el("span", { title: exact(started_at) }, "started ", ago(started_at)),
        started_at && finished_at && `took ${between(started_at, finished_at)}`,
      ]),
    ),
    note && el("p", { class: state === "failed" ? "note failed" : "note" }, state === "waiting" ? `Waits for: ${note}` : note),
    values("Parameters", rendered),
    values("Result", result),
  );
}

function values(title, object) {
  return (
    Object.keys(object).length > 0 &&
    el("div", { class: "values" }, el("h3", {}, title), facts(object))
  );
}

function facts(object) {
  const entries = Object.entries(object).filter(([, value]) => value !== null);
  return entries.length === 0
    ? el("p", { class: "note" }, "Nothing.")
    : el(
        "dl",
        { class: "facts" },
        entries.map(([name, value]) => [el("dt", {}, name), el("dd", {}, shown(value))]),
      );
}

function shown(value) {
  if (typeof value === "string") return value === "" ? "“”" : outward(value);
  if (Array.isArray(value) && value.every((member) => typeof member !== "object")) {
    return value.length === 0 ? "none" : value.join(", ");
  }
  return typeof value === "object"
    ? el("pre", { tabindex: "0" }, JSON.stringify(value, null, 2))
    : String(value);
}
