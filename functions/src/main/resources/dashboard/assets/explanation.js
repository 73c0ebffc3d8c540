import { badge } from "./badge.js";
import { el } from "./dom.js";
import { plain } from "./words.js";

const SIGNS = { eq: "=", ne: "≠", gt: ">", lt: "<", gte: "≥", lte: "≤" };
const GROUPS = { all: "All of these hold", any: "Any of these holds", not: "This does not hold" };

/** The tree that answers "why did it fire?": each condition with what was seen. */
export function explanationTree(explanation) {
  return el("ul", { class: "tree" }, branch(explanation));
}

function branch(node) {
  const parts = node.parts ?? [];
  return el(
    "li",
    {},
    el("div", { class: "line start" }, badge(node.truth), node.kind === "leaf" ? leaf(node) : group(node)),
    parts.length > 0 && el("ul", {}, parts.map(branch)),
  );
}

function group(node) {
  return el("span", {}, node.parts?.length ? GROUPS[node.kind] : "No conditions: it always holds");
}

function leaf(node) {
  return el(
    "span",
    {},
    el("code", {}, node.field),
    ` ${SIGNS[node.operator] ?? plain(node.operator)} `,
    node.expected !== undefined && el("code", {}, text(node.expected)),
    el("span", { class: "seen" }, node.seen === undefined ? "not known" : `saw ${text(node.seen)}`),
  );
}

function text(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
