import { html, LitElement, nothing } from "lit";
import { Refused } from "./api.js";
import { loading, problemNote } from "./parts.js";

/**
 * A page. It says what it is called (`heading`), what it reads (`load`) and how that looks (`body`); its states, which are loading,
 * failed and not allowed, are the same for all. It is drawn into the page itself, without a shadow.
 */
export class View extends LitElement {
  static properties = {
    about: { attribute: false },
    query: { attribute: false },
    data: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  #turn = 0;

  constructor() {
    super();
    this.query = {};
    this.busy = false;
  }

  createRenderRoot() {
    return this;
  }

  /** Why whoever is signed in may not see it; nothing when they may. */
  get barred() {
    return undefined;
  }

  /** Reads what the page shows. */
  async load() {
    return {};
  }

  /** Draws what was read. */
  body() {
    return nothing;
  }

  /** Draws what stands beside the heading. */
  tools() {
    return nothing;
  }

  /** Reads anew; an answer that was overtaken by a later question is dropped. */
  async refresh() {
    if (this.barred) return;
    const turn = ++this.#turn;
    try {
      const data = await this.load();
      if (turn !== this.#turn) return;
      this.problem = undefined;
      this.data = data;
    } catch (problem) {
      if (turn === this.#turn) this.problem = problem;
      throw problem;
    }
  }

  /** Forgets what was read, as when something else is asked for. */
  forget() {
    this.data = undefined;
    this.problem = undefined;
  }

  /** Does something that somebody pressed a button for, tells how it came out, and reads anew. */
  async act(deed, done) {
    this.busy = true;
    try {
      const answer = await deed();
      tell(typeof done === "function" ? done(answer) : done);
      await this.refresh().catch(() => undefined);
      return answer;
    } catch (problem) {
      tell(problem.message, "failed");
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`
      <header class="head">
        <h1 tabindex="-1">${this.heading}</h1>
        <div class="buttons">${this.barred ? nothing : this.tools()}</div>
      </header>
      ${this.barred ? html`<p class="panel note" role="alert">${this.barred}</p>` : this.#state()}
    `;
  }

  #state() {
    const isRefused = this.problem instanceof Refused;
    if (this.data === undefined) {
      return html`<div class="panel" aria-busy=${this.problem === undefined}>
        ${this.problem ? problemNote(this.problem) : loading()}
      </div>`;
    }
    return html`${isRefused ? problemNote(this.problem) : nothing}${this.body(this.data)}`;
  }
}

/** Tells how something came out, for eyes and for screen readers. */
export function tell(text, kind = "") {
  const told = document.getElementById("told");
  told.className = `told ${kind}`;
  told.textContent = text;
}
