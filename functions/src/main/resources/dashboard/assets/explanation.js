import { badge, html, nothing, plain } from "./ui.js";

const SIGNS = { eq: "=", ne: "≠", gt: ">", lt: "<", gte: "≥", lte: "≤" };
const GROUPS = { all: "All of these hold", any: "Any of these holds", not: "This does not hold" };

/** The tree that answers "why did it fire?": each condition with what was seen. */
export function explanationTree(explanation) {
  return html`<ul class="tree">${branch(explanation)}</ul>`;
}

/** The first condition on account of which it did not hold, and what was seen. */
export function firstFailed(explanation) {
  const failed = failedLeaf(explanation, "true");
  return failed && html`<span>${badge(failed.truth)} ${leaf(failed)}</span>`;
}

/** How near an explanation is to holding, from 0 to 1: the share of its conditions that do. */
export function nearness(explanation) {
  const all = leaves(explanation);
  return all.length === 0 ? 1 : all.filter(({ truth }) => truth === "true").length / all.length;
}

/** Below a `not` it is the condition that holds that is to blame. */
function failedLeaf(node, wanted) {
  if (node.truth === wanted) return undefined;
  if (node.kind === "leaf") return node;
  const below = node.kind === "not" ? opposite(wanted) : wanted;
  for (const part of node.parts ?? []) {
    const failed = failedLeaf(part, below);
    if (failed) return failed;
  }
  return undefined;
}

function opposite(truth) {
  return truth === "true" ? "false" : "true";
}

function leaves(node) {
  return node.kind === "leaf" ? [node] : (node.parts ?? []).flatMap(leaves);
}

function branch(node) {
  const parts = node.parts ?? [];
  return html`<li>
    <div class="line start">
      ${badge(node.truth)} ${node.kind === "leaf" ? leaf(node) : group(node)}
    </div>
    ${parts.length > 0 ? html`<ul>${parts.map(branch)}</ul>` : nothing}
  </li>`;
}

function group(node) {
  return html`<span>${node.parts?.length ? GROUPS[node.kind] : "No conditions: it always holds"}</span>`;
}

function leaf(node) {
  const expected = node.expected === undefined ? nothing : html`<code>${text(node.expected)}</code>`;
  return html`<span>
    <code>${node.field}</code> ${SIGNS[node.operator] ?? plain(node.operator)} ${expected}
    <span class="seen">${node.seen === undefined ? "not known" : `saw ${text(node.seen)}`}</span>
  </span>`;
}

function text(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
