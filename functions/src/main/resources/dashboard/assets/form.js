import { html, nothing } from "lit";

/**
 * A field: `{name, label, type, options, hint, value, isNeeded, help}`. Options are words, or values
 * each with its word; the type `lines` is a text of several.
 */
export function field({ name, label = name, type = "text", options, hint, value = "", isNeeded = false, help }) {
  const more = help ? html`<span>${help}</span>` : nothing;
  return html`<label class=${type}>${label}${input()}${more}</label>`;

  function input() {
    if (options) {
      const all = [...(isNeeded ? [] : [["", "Any"]]), ...options.map((option) => [option].flat())];
      return html`<select name=${name}>
        ${all.map(([each, word = each]) => html`<option value=${each} ?selected=${each === value}>${word}</option>`)}
      </select>`;
    }
    return type === "lines"
      ? html`<textarea name=${name} rows="3" ?required=${isNeeded} .value=${value}></textarea>`
      : html`<input name=${name} type=${type} ?required=${isNeeded} placeholder=${hint ?? nothing} .value=${value}>`;
  }
}

/** A form; what is filled in, by the names of its fields, is given to `done`. */
export function form(fields, word, done, kind = "filters") {
  return html`<form class=${kind} @submit=${(event) => done(filledIn(event))}>
    ${fields.map(field)}
    <button type="submit">${word}</button>
  </form>`;
}

/** What is filled in in the form of an event, of which nothing else is to come. */
export function filledIn(event) {
  event.preventDefault();
  return Object.fromEntries(new FormData(event.currentTarget));
}
