import { gather, get, post } from "./api.js";
import { explanationTree, firstFailed, nearness } from "./explanation.js";
import { form } from "./form.js";
import { ago, badge, facts, folded, go, href, html, joined, note, nothing, one, panel, row, section, subject, tabs } from "./ui.js";
import { View } from "./view.js";

const ABOUT = { name: "about", label: "Pull request or delivery", type: "search", hint: "owner/name#12, or an id", isNeeded: true };

/** So many workflows are asked about of which the delivery tells nothing. */
const MOST_ASKED = 30;

/** Why did it fire, or not: every workflow's answer to one delivery. */
export default class extends View {
  heading = "Why";

  #judged;

  async load() {
    const { pr, delivery } = this.query;
    if (delivery) return { whole: await this.#judge(delivery) };
    if (!pr) return {};
    const [repository, number] = pr.split("#");
    const { items } = await get("deliveries", { repository, subject: `pr#${number}`, limit: 20 });
    const newest = items.find(({ decisions }) => decisions.length > 0) ?? items[0];
    return { items, whole: newest && (await this.#judge(newest.id)) };
  }

  /** A delivery never changes, so it is read and judged once. */
  async #judge(id) {
    if (this.#judged?.id === id) return this.#judged;
    const { delivery, workflows } = await gather({
      delivery: get(`deliveries/${encodeURIComponent(id)}`),
      workflows: get("workflows", { limit: 100 }),
    });
    if (delivery.problem) throw delivery.problem;
    const decided = delivery.decisions.map(({ workflow_id }) => workflow_id);
    const others = (workflows.items ?? []).filter((workflow) => !decided.includes(workflow.id));
    const asked = await Promise.all(others.slice(0, MOST_ASKED).map((workflow) => explained(id, workflow)));
    const answers = [...delivery.decisions, ...asked].map(judged).sort((a, b) => b.near - a.near);
    this.#judged = { ...delivery, answers, unasked: others.length - asked.length };
    return this.#judged;
  }

  intro() {
    const { pr, delivery } = this.query;
    return form([{ ...ABOUT, value: pr ?? delivery }], "Ask", ({ about }) => ask(about.trim()));
  }

  body({ items = [], whole }) {
    const others = items.map(({ id, event, received_at }) => [
      href("/why", { delivery: id }),
      html`${event} ${ago(received_at)}`,
      id === whole?.id,
    ]);
    return html`
      ${others.length > 1 ? tabs("Deliveries about it", others) : nothing}
      ${whole ? all(whole) : note(this.query.pr ? "Nothing that came is about this. Deliveries are kept for 90 days." : HELP)}
    `;
  }
}

const HELP =
  "Enter a pull request, or the id of a delivery: you see what every workflow made of it, and on account of what.";

function ask(text) {
  go(href("/why", text.includes("#") ? { pr: text } : { delivery: text }));
}

function all({ id, event, repository, subject: about, received_at, answers, unasked, facts: known }) {
  return html`
    <p class="meta intro">
      ${joined([
        about && subject(repository, about),
        html`<code>${event}</code>`,
        ago(received_at),
        html`delivery <code>${id}</code>`,
        unasked > 0 && `${unasked} more workflows do not listen to it, and were not asked`,
      ])}
    </p>
    ${section("answers", "Every workflow, the closest first", { items: answers }, answer, "There is no workflow.")}
    ${known ? panel("What was known", facts(known)) : nothing}
  `;
}

/** What a workflow that did not decide at the time makes of it; a problem is an answer, too. */
async function explained(delivery, { id, name }) {
  const path = `deliveries/${encodeURIComponent(delivery)}/explain?workflow=${encodeURIComponent(id)}`;
  const told = await post(path).catch(({ message }) => ({ because: message, verdict: "unknown" }));
  return { workflow_id: id, workflow_name: name, ...told };
}

/** How near it came to firing; what does not listen at all is the farthest. */
function judged(told) {
  const { fires, explanation, verdict = "does_not_fire" } = told;
  const isDeaf = explanation === undefined || verdict === "not_listening" || verdict === "own_doing";
  return { ...told, near: fires ? 2 : isDeaf ? -1 : nearness(explanation), word: fires ? "fires" : verdict };
}

function answer({ workflow_id, workflow_name, workflow_version, word, fires, recomputed, explanation, because }) {
  return row(
    html`<a href=${one("workflows", workflow_id)}><strong>${workflow_name}</strong></a>${badge(word)}`,
    [
      explanation && !fires && firstFailed(explanation),
      because,
      word === "not_listening" && "None of its triggers is what happened.",
      workflow_version && `version ${workflow_version}`,
      recomputed && "judged now, by the workflow as it is",
    ],
    explanation ? folded("All conditions", explanationTree(explanation)) : nothing,
  );
}
