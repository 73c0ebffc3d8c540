import { get, mayAll, post, send } from "./api.js";
import "./editor.js";
import { form } from "./form.js";
import { counted, faultList, go, href, html, linkRow, nothing, one, panel, section } from "./ui.js";
import { tell, View } from "./view.js";

/** Unlike any parameter's. */
const NAME = "its-name";

const BLANK = {
  id: "blank",
  name: "from scratch",
  description: "A small example to change.",
  definition: `{
  "name": "My workflow",
  "trigger": "pr_created",
  "conditions": [{"field": "files_changed", "operator": "lt", "value": 50}],
  "actions": [{"type": "add_labels", "parameters": {"labels": "small"}}]
}
`,
};

/** Makes a workflow: from a template that is filled in, or from scratch. */
export default class extends View {
  static properties = { faults: { state: true } };

  get heading() {
    return this.data?.name ? `New: ${this.data.name}` : "New workflow";
  }

  get barred() {
    return mayAll("write") ? undefined : "Your role does not make workflows.";
  }

  load() {
    const { template = "" } = this.query;
    return template === BLANK.id ? BLANK : get(`templates/${encodeURIComponent(template)}`.replace(/\/$/, ""));
  }

  forget() {
    super.forget();
    this.faults = undefined;
  }

  body(data) {
    if (data.items) return templates(data.items);
    if (data === BLANK) {
      const save = (text) => send("POST", "workflows", text).then(created);
      return html`<bw-editor .text=${BLANK.definition} .save=${save}></bw-editor>`;
    }
    const name = { name: NAME, label: "Name", value: data.name, isNeeded: true };
    const fields = [name, ...Object.entries(data.parameters).map(blankField)];
    return html`
      <p><a href=${href("/new-workflow")}>← Templates</a></p>
      ${panel(data.description, [
        form(fields, "Create", (given) => this.#create(given), "form"),
        this.faults ? faultList(this.faults) : nothing,
      ])}
    `;
  }

  async #create({ [NAME]: name, ...given }) {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const path = `templates/${encodeURIComponent(this.query.template)}/instantiate`;
      created(await post(path, { name, parameters: typed(given, this.data.parameters) }));
    } catch (problem) {
      this.faults = problem;
    }
    this.isBusy = false;
  }
}

function created({ id, name }) {
  go(one("workflows", id));
  tell(`${name} is saved.`);
}

function templates(items) {
  return section("templates", "Start from a template", { items: [...items, BLANK] },
    ({ id, name, description, parameters }) =>
      linkRow(href("/new-workflow", { template: id }), html`<strong>${name}</strong>`, [
        description,
        parameters && counted(Object.keys(parameters).length, "parameter"),
      ]));
}

/** The field of a template's blank; several texts are one a line. */
function blankField([name, { type, description, required, allowed, default: standard }]) {
  const isText = typeof standard === "string" || type === "texts";
  return {
    name,
    help: type === "texts" ? `${description}; one a line` : description,
    type: { integer: "number", texts: "lines", object: "lines" }[type],
    options: type === "boolean" ? ["true", "false"] : allowed,
    isNeeded: required,
    value: isText ? [standard ?? []].flat().join("\n") : (JSON.stringify(standard) ?? ""),
  };
}

/** What was filled in, as the types that the template asks for; what is empty is left out. */
function typed(given, parameters) {
  const filled = Object.entries(given).filter(([, text]) => text.trim() !== "");
  return Object.fromEntries(filled.map(([name, text]) => [name, value(parameters[name].type, text)]));
}

function value(type, text) {
  if (type === "text") return text;
  if (type === "texts") return text.split("\n").filter((line) => line.trim() !== "");
  try {
    return JSON.parse(text);
  } catch {
    return text; // the API says what is wrong with it
  }
}
