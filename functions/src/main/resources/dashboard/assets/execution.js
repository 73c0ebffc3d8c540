import { get, may, post } from "./api.js";
import { explanationTree } from "./explanation.js";
import { ago, badge, between, button, counted, exact, facts, folded, go, history, href, html, joined, note, nothing, one, panel, plain, subject } from "./ui.js";
import { View } from "./view.js";

/** One execution: what set it off, why, and each step with what became of it. */
export default class extends View {
  get heading() {
    const shown = this.data;
    return shown ? (shown.facts.title ?? subject(shown.repository, shown.subject)) : "Execution";
  }

  get #path() {
    return `executions/${encodeURIComponent(this.about)}`;
  }

  load() {
    return get(this.#path);
  }

  tools() {
    if (this.data === undefined || !may("steer")) return nothing;
    const { steps, finished_at } = this.data;
    const steer = (word, verb, document, done) =>
      button(word, () => this.#steer(verb, document, done));
    if (finished_at) {
      const hasFailed = steps.some(({ state }) => state === "failed");
      return [
        hasFailed ? steer("Replay from the failed step", "replay", { from: "failed_step" }) : nothing,
        steer("Replay from the start", "replay", { from: "start" }),
      ];
    }
    const asking = steps.find(({ action, state }) => action.type === "wait_for_approval" && state === "waiting");
    const answer = asking && { step: asking.action.id };
    return [
      answer ? steer("Approve", "approve", answer, "Approved.") : nothing,
      answer ? steer("Reject", "reject", answer, "Rejected.") : nothing,
      steer("Cancel", "cancel", {}, "It is being cancelled."),
    ];
  }

  /** What is replayed is an execution of its own: goes there. */
  async #steer(verb, document, done = "Replayed: this is the new execution.") {
    const answer = await this.act(() => post(`${this.#path}/${verb}`, document), done);
    if (answer && answer.execution_id !== this.about) go(one("executions", answer.execution_id));
  }

  body(execution) {
    const { explanation, signals, steps } = execution;
    const said = signals.map(({ kind, by, at, comment }) => [plain(kind), by, ago(at), comment]);
    return html`<div class="execution">
      ${summary(execution)}
      ${panel("Steps", html`<ol class="timeline">${steps.map(step)}</ol>`)}
      ${said.length > 0 ? panel("What people said", history(said)) : nothing}
      ${panel("Why it fired", explanation ? explanationTree(explanation) : note("No condition was asked."))}
      ${panel("What was known", facts(execution.facts))}
    </div>`;
  }
}

function summary(execution) {
  const { cause, ending, finished_at } = execution;
  const parent = cause.parent?.execution_id;
  return html`<div class="summary">
    ${badge(execution.state)}
    <span class="meta">
      ${joined([
        subject(execution.repository, execution.subject),
        html`<a href=${one("workflows", execution.workflow_id)}>${execution.workflow_name}</a>,
          version ${execution.workflow_version}`,
        parent
          ? html`started by <a href=${one("executions", parent)}>another</a>`
          : html`set off by <code>${cause.event}</code> (<a href=${href("/why", { delivery: cause.id })}>why</a>)`,
        html`started ${ago(execution.created_at)}`,
        execution.note && `waits for ${execution.note}`,
        execution.state !== "succeeded" && ending?.because,
        finished_at ? `took ${between(execution.created_at, finished_at)}` : html`given up ${ago(execution.deadline)}`,
      ])}
    </span>
  </div>`;
}

function step({ action, phase, attempts, failures, note: said, parameters, result, state, ...at }) {
  const rendered = Object.keys(parameters).length > 0 ? parameters : action.parameters;
  const tries = failures.map(({ at: when, code, reason }) => [ago(when), html`<code>${code}</code>`, reason]);
  return html`<li class="step ${state}">
    <div class="line"><strong>${plain(action.type)}</strong>${badge(state)}</div>
    <p class="meta">
      ${joined([
        html`<code>${action.id}</code>`,
        phase === "on_failure" && plain(phase),
        attempts > 0 && counted(attempts, "attempt"),
        at.started_at && html`<span title=${exact(at.started_at)}>started ${ago(at.started_at)}</span>`,
        at.started_at && at.finished_at && `took ${between(at.started_at, at.finished_at)}`,
        state === "waiting" && at.wake_at && html`looks again ${ago(at.wake_at)}`,
      ])}
    </p>
    ${said ? note(state === "waiting" ? `Waits for: ${said}` : said, state === "failed" ? "failed" : "") : nothing}
    ${tries.length > 0 ? folded(counted(tries.length, "failed attempt"), history(tries)) : nothing}
    ${values("Parameters", rendered)} ${values("Result", result)}
  </li>`;
}

function values(title, object) {
  if (Object.keys(object).length === 0) return nothing;
  return html`<div class="values"><h3>${title}</h3>${facts(object)}</div>`;
}
