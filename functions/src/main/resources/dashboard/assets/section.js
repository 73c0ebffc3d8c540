import { Refused, Unreachable } from "./api.js";
import { el } from "./dom.js";

/**
 * A titled list that knows its four states: loading, empty, filled, failed. It is drawn anew only
 * when what it shows has changed, so that focus and what is unfolded stay.
 */
export class Section {
  #body;
  #count;
  #row;
  #empty;
  #shown;

  /**
   * @param title what the section is called
   * @param empty what to say, and what to do, when there is nothing
   * @param row makes a row's content of an item
   */
  constructor({ id, title, empty, row }) {
    this.#row = row;
    this.#empty = empty;
    this.#count = el("span", { class: "count" });
    this.#body = el("div", { class: "body" }, loading());
    this.element = el(
      "section",
      { class: "panel", id, "aria-labelledby": `${id}-title`, "aria-busy": "true" },
      el("h2", { id: `${id}-title` }, title, this.#count),
      this.#body,
    );
  }

  /** Shows what is read; when that fails, what was shown stays and a note says so. */
  async show(reading) {
    try {
      const { items } = await reading;
      this.#fill(items);
      return items;
    } catch (problem) {
      this.#fail(problem);
      throw problem;
    }
  }

  #fill(items) {
    const text = JSON.stringify(items);
    if (text === this.#shown) return;
    this.#shown = text;
    this.element.setAttribute("aria-busy", "false");
    this.#count.textContent = items.length > 0 ? String(items.length) : "";
    this.#body.replaceChildren(
      items.length === 0
        ? el("p", { class: "note" }, this.#empty)
        : el("ul", { class: "rows" }, items.map((item) => el("li", {}, this.#row(item)))),
    );
  }

  #fail(problem) {
    if (!(problem instanceof Refused || problem instanceof Unreachable)) return;
    this.element.setAttribute("aria-busy", "false");
    const note = el("p", { class: "note failed" }, `Could not be loaded: ${problem.message}.`);
    const older = this.#shown === undefined ? [] : [...this.#body.children];
    this.#body.replaceChildren(note, ...older.filter((child) => !child.matches(".failed")));
    this.#shown = this.#shown === undefined ? undefined : "stale";
  }
}

/** Three rows to come. */
export function loading() {
  return el(
    "div",
    { class: "loading" },
    el("span", { class: "hidden" }, "Loading…"),
    [1, 2, 3].map(() => el("span", { class: "bone", "aria-hidden": "true" })),
  );
}
