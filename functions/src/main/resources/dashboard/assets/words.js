/** The names of things as people say them. */

const METRICS = {
  pr_review_time: "Review time",
  build_time: "Build time",
  test_execution: "Test execution",
  deployment_time: "Deployment time",
  agent_response: "Agent response",
  task_completion: "Task completion",
  issue_resolution: "Issue resolution",
};

export function metric(name) {
  return METRICS[name] ?? plain(name);
}

/** `octo/hello pr#42`, as GitHub people write it where there is a way to. */
export function subject(repository, text) {
  const [kind, key] = split(text);
  if (kind === "pr" || kind === "issue") return `${repository}#${key}`;
  return repository === "-" ? `${kind} ${key}` : `${repository} · ${kind} ${key}`;
}

export function plain(name) {
  return String(name).replaceAll("_", " ");
}

export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function split(text) {
  const hash = text.indexOf("#");
  return [text.slice(0, hash), text.slice(hash + 1)];
}
