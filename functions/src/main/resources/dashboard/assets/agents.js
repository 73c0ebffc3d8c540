import { svg } from "lit";
import { found, ListView } from "./list.js";
import { ago, badge, duration, exact, html, nothing, panel, plain, row, tone } from "./ui.js";

const WIDTH = 1000;
const LANE = 18;
const NARROWEST = 6;

/** What coding agents report: a lane for each, and the reports themselves. */
export default class extends ListView {
  heading = "Agents";
  path = "agents/activity";
  columns = "agent_name activity_type status repository branch_name pr_number duration_seconds received_at";
  empty = "No agent has reported. Agents report by POST to /v1/agents/activity.";

  body(data) {
    const shown = found(data.items, this.query.q);
    return html`${shown.length > 0 ? panel("Lanes", lanes(shown)) : nothing} ${super.body(data)}`;
  }

  row(activity) {
    const { agent_name, status, repository, pr_number, duration_seconds: seconds } = activity;
    return row(html`<strong>${agent_name}</strong>${badge(status)}`, [
      plain(activity.activity_type),
      activity.agent_type,
      pr_number ? `${repository}#${pr_number}` : repository,
      html`<code>${activity.branch_name}</code>`,
      seconds !== undefined && `took ${duration(seconds)}`,
      ago(activity.received_at),
    ]);
  }
}

/** Draws when who did what; from the first of these reports to now. */
function lanes(activities) {
  const spans = activities.map(span);
  const start = Math.min(...spans.map(({ from }) => from));
  const end = Math.max(...spans.map(({ to }) => to), start + 1);
  const x = (at) => ((at - start) / (end - start)) * (WIDTH - NARROWEST);
  const agents = Object.entries(Object.groupBy(spans, ({ activity }) => activity.agent_name));
  return html`
    <ul class="lanes">
      ${agents.map(
        ([name, done]) => html`<li>
          <span class="lane-name">${name} <span class="count">${done.length}</span></span>
          <svg viewBox="0 0 ${WIDTH} ${LANE}" preserveAspectRatio="none" role="img" aria-label="${name}: ${told(done)}">
            ${done.map(
              ({ from, to, activity }) => svg`<rect class=${tone(activity.status)} x=${x(from)} y="2"
                width=${Math.max(NARROWEST, x(to) - x(from))} height=${LANE - 4} rx="2">
                <title>${plain(activity.activity_type)}, ${plain(activity.status)}, ${exact(activity.received_at)}</title>
              </rect>`,
            )}
          </svg>
        </li>`,
      )}
    </ul>
    <p class="lane-ends"><span>${exact(new Date(start))}</span><span>${exact(new Date(end))}</span></p>
  `;
}

function span(activity) {
  const to = Date.parse(activity.completed_at ?? activity.received_at);
  return { activity, to, from: to - (activity.duration_seconds ?? 0) * 1000 };
}

function told(done) {
  const counts = Object.entries(Object.groupBy(done, ({ activity }) => activity.status));
  return counts.map(([status, some]) => `${some.length} ${plain(status)}`).join(", ");
}
