import { firstFailed } from "./explanation.js";
import { ago, badge, href, html, linkRow, nothing, plain, section, subject } from "./ui.js";

/** What a definition would have done with what came lately; what it would do otherwise comes first. */
export function simulation({ judged, would_fire, did_fire, items }) {
  const differs = (item) => Number(item.simulation.fires !== item.did_fire);
  const title = `Of ${judged} that came, it would fire for ${would_fire}; it did for ${did_fire}`;
  return section("simulation", title, { items: items.toSorted((a, b) => differs(b) - differs(a)) }, past,
    "Nothing came in that time. Send a webhook first.");
}

function past({ id, event, received_at, repository, subject: about, did_fire, simulation: would }) {
  const { fires, explanation, verdict, actions } = would;
  const steps = actions.map(({ type, runs }) => `${plain(type)}${runs === "true" ? "" : ` (${plain(runs)})`}`);
  return linkRow(
    href("/why", { delivery: id }),
    html`<strong>${about ? subject(repository, about) : event}</strong>
      ${fires === did_fire ? nothing : badge(fires ? "new" : "no longer", "warn")} ${badge(verdict)}`,
    [html`<code>${event}</code>`, ago(received_at), !fires && explanation && firstFailed(explanation), fires && steps.join(", ")],
  );
}
