import { html, LitElement, nothing } from "lit";
import { send } from "./api.js";
import { completions } from "./completion.js";
import { button, faultList, note } from "./parts.js";
import { offsetOf } from "./pointer.js";
import { simulation } from "./simulation.js";
import { tell } from "./view.js";

const PAUSE = 300;

/**
 * Edits a definition, in JSON or in YAML: says while one types what can go on there, what is wrong
 * and where; and what it would have done with what came lately.
 *
 * `text` is what it begins with; `save` takes what was written, and throws when it cannot be taken.
 */
class Editor extends LitElement {
  static properties = {
    text: { attribute: false },
    written: { state: true },
    checked: { state: true },
    past: { state: true },
    offers: { state: true },
  };

  #timer;
  #isBusy = false;

  get isChanged() {
    return this.written !== this.text;
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changes) {
    if (!changes.has("text") || this.written === this.text) return;
    this.written = this.text;
    this.#check();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const { valid, problem } = this.checked ?? {};
    const disabled = valid === undefined;
    return html`
      <section class="panel">
        <h2><label for="definition">Definition</label></h2>
        <textarea id="definition" class="code" rows=${Math.min(24, Math.max(12, this.text.split("\n").length))} spellcheck="false" aria-describedby="verdict"
          aria-invalid=${problem !== undefined} .value=${this.written} @input=${this.#typed}></textarea>
        <div class="buttons offers" role="group" aria-label="Can be written here">
          ${this.offers?.map((offer) => button(offer.word, () => this.#complete(offer), { kind: "link" }))}
        </div>
        <div id="verdict" role="status">
          ${valid ? [note("It is valid."), valid.warnings?.map((warning) => note(warning))] : nothing}
          ${problem ? faultList(problem, (pointer) => button(pointer, () => this.#goTo(pointer), { kind: "link" })) : nothing}
        </div>
        <div class="buttons foot">
          ${button("Save", () => this.#try(() => this.save(this.written)), { kind: "", disabled })}
          ${button("Simulate on the last 7 days", () => this.#try(() => this.#simulate()), { disabled })}
        </div>
      </section>
      ${this.past ? simulation(this.past) : nothing}
    `;
  }

  #typed({ target }) {
    this.written = target.value;
    this.#offer(target);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), PAUSE);
  }

  async #offer(area) {
    const before = area.value.slice(0, area.selectionStart);
    const offers = await completions(before).catch(() => []);
    if (before === area.value.slice(0, area.selectionStart)) this.offers = offers;
  }

  /** Writes a word where it was begun, and goes on behind it. */
  #complete({ word, start }) {
    const area = this.querySelector("textarea");
    area.setRangeText(word, area.selectionStart - start.length, area.selectionStart, "end");
    area.focus();
    area.dispatchEvent(new Event("input"));
  }

  async #check() {
    const text = this.written;
    const asked = send("POST", "workflows/validate", text);
    const checked = await asked.then((valid) => ({ valid }), (problem) => ({ problem }));
    if (text === this.written) this.checked = checked;
  }

  /** Shows where in the text a fault is. */
  #goTo(pointer) {
    const area = this.querySelector("textarea");
    const [from, to] = offsetOf(this.written, pointer) ?? [0, 0];
    area.focus();
    area.setSelectionRange(from, to);
  }

  async #simulate() {
    const { warnings, ...definition } = this.checked.valid;
    this.past = await send("POST", "workflows/simulate", { definition, days: 7, limit: 50 });
  }

  async #try(deed) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await deed();
    } catch (problem) {
      tell(problem.message, "failed");
    }
    this.#isBusy = false;
  }
}

customElements.define("bw-editor", Editor);
