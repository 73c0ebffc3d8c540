import { may, mayAll } from "./api.js";

/**
 * The pages by their paths, where `*` stands for what one of many is named by. The code of a page is
 * in a file of its own, loaded when it is gone to. What has a `word` is in the navigation, and its
 * `key` leads there after `g`.
 */
const PAGES = [
  { path: "/", file: "now", word: "Now", key: "n" },
  { path: "/executions", file: "executions", word: "Executions", key: "e" },
  { path: "/executions/*", file: "execution" },
  { path: "/workflows", file: "workflows", word: "Workflows", key: "w" },
  { path: "/workflows/*", file: "workflow" },
  { path: "/new-workflow", file: "new-workflow" },
  { path: "/why", file: "why", word: "Why", key: "y" },
  { path: "/deliveries", file: "deliveries", word: "Deliveries", key: "d" },
  { path: "/sla", file: "sla", word: "SLA board", key: "s" },
  { path: "/violations", file: "violations", word: "Violations", key: "v" },
  { path: "/incidents", file: "incidents", word: "Incidents", key: "i" },
  { path: "/incidents/*", file: "incident" },
  { path: "/agents", file: "agents", word: "Agents", key: "a" },
  { path: "/audit", file: "audit", word: "Audit", key: "u", isShown: () => may("administer") },
  { path: "/system", file: "system", word: "System", key: "x", isShown: () => mayAll("read") },
];

/** The pages that whoever is signed in can go to. */
export function navigation() {
  return PAGES.filter(({ word, isShown }) => word && (isShown?.() ?? true));
}

/** Finds the file of a path's page, and which one of many it is about; what is nowhere is the first page. */
export function pageOf(path) {
  const [, kind, id] = path.match(/^(\/[^/]*)\/(.+)$/) ?? [];
  const page = PAGES.find((each) => each.path === (id ? `${kind}/*` : path)) ?? PAGES[0];
  return { file: page.file, about: id && decodeURIComponent(id) };
}
