import { html, nothing } from "lit";

/** Puts something between the members of a list; what is missing or false is left out. */
export function joined(parts) {
  const there = parts.filter((part) => part && part !== nothing);
  return there.map((part, index) => [index === 0 ? nothing : " · ", part]);
}

/** Makes a link out, if it is one; text otherwise: no `javascript:` from anywhere. */
export function outward(url) {
  return /^https?:\/\//.test(url)
    ? html`<a href=${url} rel="noopener noreferrer" target="_blank">${url}</a>`
    : url;
}

/** Names and values, as a list of descriptions. */
export function facts(object) {
  const entries = Object.entries(object).filter(([, value]) => value !== null);
  return html`<dl class="facts">${entries.map(([name, value]) => html`<dt>${name}</dt><dd>${shown(value)}</dd>`)}</dl>`;
}

function shown(value) {
  if (typeof value === "string") return value === "" ? "“”" : outward(value);
  if (typeof value !== "object") return String(value);
  const isPlain = Array.isArray(value) && value.every((member) => typeof member !== "object");
  return isPlain ? value.join(", ") || "none" : json(value);
}

export function json(value) {
  return html`<pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>`;
}

export function panel(title, content) {
  return html`<section class="panel"><h2>${title}</h2><div class="body">${content}</div></section>`;
}

export function note(text, kind = "") {
  return html`<p class="note ${kind}" role=${kind ? "alert" : nothing}>${text}</p>`;
}

/** Says why something is not shown. */
export function problemNote({ status, message }) {
  return note(`${status === 403 ? "You may not see this" : "Could not be loaded"}: ${message}.`, "failed");
}

/**
 * A titled list that knows its states: loading, failed, empty, filled.
 *
 * @param reading what was read of it: `{items}`, a `{problem}`, or nothing yet
 * @param row makes a row's content of an item
 * @param empty what to say, and what to do, when there is nothing
 * @param more where there is more of it
 */
export function section(id, title, reading, row, empty, more) {
  const all = more && html`<a class="more" href=${more}>All</a>`;
  return html`<section class="panel" id=${id} aria-labelledby="${id}-title" aria-busy=${!reading}>
    <h2 id="${id}-title">${title} <span class="count">${reading?.items?.length || nothing}</span>${all}</h2>
    <div class="body">${reading ? content(reading, row, empty) : loading()}</div>
  </section>`;
}

function content({ items, problem }, row, empty) {
  if (problem) return problemNote(problem);
  if (items.length === 0) return note(empty);
  return html`<ul class="rows">${items.map((item) => html`<li>${row(item)}</li>`)}</ul>`;
}

/** A row that is read, not followed; `j` and `k` stop at it. */
export function row(head, meta, ...rest) {
  return html`<div class="row" tabindex="-1">${lines(head, meta)}${rest}</div>`;
}

/** A row that leads somewhere. */
export function linkRow(href, head, meta) {
  return html`<a class="row" href=${href}>${lines(head, meta)}</a>`;
}

function lines(head, meta) {
  return html`<div class="line">${head}</div><p class="meta">${joined(meta)}</p>`;
}

/** Three rows to come. */
export function loading() {
  const bone = html`<span class="bone" aria-hidden="true"></span>`;
  return html`<div class="loading"><span class="hidden">Loading…</span>${[bone, bone, bone]}</div>`;
}

/** Something to press; `label` says what it is about where the word alone does not. */
export function button(word, press, { label, title, kind = "quiet", disabled = false } = {}) {
  return html`<button type="button" class=${kind} aria-label=${label ?? nothing} title=${title ?? nothing}
    ?disabled=${disabled} @click=${press}>${word}</button>`;
}

/** What is folded until somebody asks. */
export function folded(summary, content) {
  return html`<details><summary>${summary}</summary>${content}</details>`;
}

/** What happened, one thing after the other. */
export function history(lines) {
  return html`<ol class="history">${lines.map((line) => html`<li>${joined(line)}</li>`)}</ol>`;
}

/** A table that scrolls by itself where there is no room for it. */
export function table(label, heads, rows) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** Links of which one is where one is: `[address, word, isHere]`. */
export function tabs(label, links) {
  return html`<nav class="tabs" aria-label=${label}>
    ${links.map(([to, word, isHere]) => html`<a href=${to} aria-current=${isHere ? "page" : nothing}>${word}</a>`)}
  </nav>`;
}

/** Everything that is wrong with what somebody wrote; `mark` draws where. */
export function faultList({ message, faults }, mark = (pointer) => html`<code>${pointer}</code>`) {
  const each = faults?.map(({ pointer, detail }) => html`<li>${mark(pointer || "/")} ${detail}</li>`);
  return html`<div class="note failed" role="alert">${message}<ul>${each}</ul></div>`;
}
