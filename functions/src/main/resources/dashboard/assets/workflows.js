import { mayAll } from "./api.js";
import { ListView } from "./list.js";
import { badge, counted, href, html, linkRow, nothing, one } from "./ui.js";

/** Every workflow. */
export default class extends ListView {
  heading = "Workflows";
  path = "workflows";
  columns = "id name state version trigger";
  empty = "There is no workflow yet: make one from a template.";

  tools() {
    const make = mayAll("write")
      ? html`<a class="button" href=${href("/new-workflow")}>New workflow</a>`
      : nothing;
    return html`${super.tools()}${make}`;
  }

  row(workflow) {
    const every = workflow.schedule?.interval_minutes;
    return linkRow(
      one("workflows", workflow.id),
      html`<strong>${workflow.name}</strong>${badge(workflow.state)}`,
      [
        workflow.description,
        html`<span class="chips">${workflow.trigger.map((trigger) => html`<code>${triggerName(trigger)}</code>`)}</span>`,
        every && `every ${counted(every, "minute")}`,
        counted(workflow.actions.length, "action"),
        `version ${workflow.version}`,
      ],
    );
  }
}

/** A trigger is written as its name, or as what narrows it down too. */
function triggerName(trigger) {
  return typeof trigger === "string" ? trigger : trigger.type;
}
