import { html, LitElement, nothing } from "lit";
import { Refused } from "./api.js";
import { loading, problemNote } from "./parts.js";

/**
 * A page. It says what it is called (`heading`), what it reads (`load`) and how that looks (`body`);
 * its states, which are loading, failed and not allowed, are the same for all. It is drawn into the
 * page itself, without a shadow.
 */
export class View extends LitElement {
  static properties = {
    about: { attribute: false },
    query: { attribute: false },
    data: { state: true },
    problem: { state: true },
  };

  #turn = 0;
  #isOld = false;
  #isBusy = false;

  constructor() {
    super();
    this.query = {};
  }

  createRenderRoot() {
    return this;
  }

  /** Why whoever is signed in may not see it; nothing when they may. */
  get barred() {
    return undefined;
  }

  /** Draws what stands beside the heading. */
  tools() {
    return nothing;
  }

  /** Draws what is there in every state, such as what the page can be narrowed by. */
  intro() {
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
      this.#isOld = false;
    } catch (problem) {
      if (turn !== this.#turn) return;
      this.problem = problem;
      if (this.#isOld) this.data = undefined;
      throw problem;
    }
  }

  /** Is told that something else is asked for: what is shown stays until that is read. */
  forget() {
    this.#isOld = true;
  }

  /**
   * Does something that somebody pressed a button for, tells how it came out, and reads anew; a
   * second press meanwhile does nothing.
   */
  async act(deed, done) {
    if (this.#isBusy) return undefined;
    this.#isBusy = true;
    try {
      const answer = await deed();
      tell(typeof done === "function" ? done(answer) : done);
      this.refresh().catch(() => undefined); // the next turn says it
      return answer;
    } catch (problem) {
      tell(problem.message, "failed");
      return undefined;
    } finally {
      this.#isBusy = false;
    }
  }

  render() {
    return html`
      <header class="head">
        <h1 tabindex="-1">${this.heading}</h1>
        <div class="buttons">${this.barred ? nothing : this.tools()}</div>
      </header>
      ${this.barred
        ? html`<p class="panel note" role="alert">${this.barred}</p>`
        : html`${this.intro()} ${this.#state()}`}
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

let fading;

/** Tells how something came out, for eyes and for screen readers; what went wrong is told longer. */
export function tell(text, kind = "") {
  clearTimeout(fading);
  fading = setTimeout(() => told.replaceChildren(), kind === "" ? 8_000 : 20_000);
  const told = document.getElementById("told");
  told.className = `told ${kind}`;
  told.textContent = text;
}
