import { get, may, mayAll, post, send } from "./api.js";
import "./editor.js";
import { form } from "./form.js";
import { amended, badge, button, go, href, html, joined, json, nothing, one, panel, tabs } from "./ui.js";
import "./versions.js";
import { tell, View } from "./view.js";

/** What can be made of a workflow's state, from each. */
const STATES = [
  ["active", "Enable", "It acts on what happens"],
  ["shadow", "Shadow", "It is judged, and what it would do is not done"],
  ["paused", "Pause", "It starts nothing new"],
];

/** What a person says who starts one. */
const RUN = [
  { name: "repository", label: "Repository", hint: "owner/name" },
  { name: "subject", label: "Subject", hint: "pr#42" },
  { name: "inputs", label: "Inputs", hint: '{"reason": "release"}' },
];

/** One workflow: its definition to edit, simulate and save; its state; its versions; its start. */
export default class extends View {
  static properties = { base: { state: true } };

  get heading() {
    return this.data?.name ?? "Workflow";
  }

  get #path() {
    return `workflows/${encodeURIComponent(this.about)}`;
  }

  /** The definition that is edited stays when another is saved meanwhile; a note says so. */
  async load() {
    const workflow = await get(this.#path);
    this.base ??= workflow;
    return workflow;
  }

  forget() {} // another tab is of the same workflow

  tools() {
    if (this.data === undefined || !mayAll("write")) return nothing;
    return STATES.filter(([state]) => state !== this.data.state).map(([state, word, title]) =>
      button(word, () => this.#become(state), { title }),
    );
  }

  body(workflow) {
    const { tab = "" } = this.query;
    const tabOf = (name, word) => [amended({ tab: name }), word, tab === name];
    return html`
      <p class="meta">
        ${joined([
          badge(workflow.state),
          `version ${workflow.version}`,
          html`<a href=${href("/executions", { workflow: workflow.id })}>its executions</a>`,
          workflow.owner && `owner ${workflow.owner}`,
        ])}
      </p>
      ${tabs("Of this workflow", [
        tabOf("", "Definition"),
        tabOf("versions", "Versions"),
        ...(may("steer") ? [tabOf("run", "Run")] : []),
      ])}
      ${this.#tab(tab, workflow)}
    `;
  }

  #tab(tab, workflow) {
    if (tab === "run") return panel("Start it by hand", form(RUN, "Run", (given) => this.#run(given)));
    if (tab === "") return this.#definition(workflow);
    return html`<bw-versions .workflow=${workflow} .query=${this.query}></bw-versions>`;
  }

  async #run(given) {
    const { inputs, ...about } = Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ""));
    const start = async () => post(`${this.#path}/run`, inputs ? { ...about, inputs: JSON.parse(inputs) } : about);
    const started = await this.act(start, "It has started: this is its execution.");
    if (started) go(one("executions", started.execution_id));
  }

  #definition(workflow) {
    if (!mayAll("write")) return panel("Definition", json(workflow));
    const take = () => (this.base = workflow);
    const overtaken = html`<p class="note failed" role="alert">
      Version ${workflow.version} has been saved since. ${button("Edit that one", take)}
    </p>`;
    return html`
      ${workflow.version > this.base.version ? overtaken : nothing}
      <bw-editor .text=${written(this.base)} .save=${(text) => this.#save(text)}></bw-editor>
    `;
  }

  async #put(document, { version }) {
    const { warnings, ...saved } = await send("PUT", this.#path, document, { "if-match": `"${version}"` });
    return saved;
  }

  async #save(text) {
    this.base = await this.#put(text, this.base);
    tell(`Version ${this.base.version} is saved.`);
    await this.refresh();
  }

  /** What somebody has changed in the editor is theirs: it is not replaced by what is saved here. */
  #become(state) {
    const { version, ...definition } = this.data;
    const isKept = this.querySelector("bw-editor")?.isChanged || this.base.version !== version;
    return this.act(async () => {
      const saved = await this.#put({ ...definition, state }, this.data);
      if (!isKept) this.base = saved;
    }, `It is ${state} now.`);
  }
}

/** The definition without its version, which a save is based on by its tag. */
function written({ version, ...definition }) {
  return `${JSON.stringify(definition, null, 2)}\n`;
}
