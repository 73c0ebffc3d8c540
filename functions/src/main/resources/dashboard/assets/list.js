import { get } from "./api.js";
import { download } from "./csv.js";
import { field, filledIn } from "./form.js";
import { amended, button, counted, go, here, href, html, nothing, section } from "./ui.js";
import { View } from "./view.js";

const AT_ONCE = 50;
const MOST_EXPORTED = 1000;

/** What makes the first part of a list the one that is shown. */
const START = { cursor: undefined };

/**
 * A page that is one list, of a `path` below `/v1/`: narrowed by `filters` (see `field`) and by a
 * search, part after part, with `columns` for a spreadsheet, and what to say when it is `empty`.
 * Which part of it is shown is in the address.
 */
export class ListView extends View {
  get filters() {
    return [];
  }

  /** What asks the API for the part that is shown. */
  asked() {
    const names = [...this.filters.map(({ name }) => name), "cursor"];
    return { ...Object.fromEntries(names.map((name) => [name, instant(name, this.query[name])])), limit: AT_ONCE };
  }

  load() {
    return get(this.path, this.asked());
  }

  tools() {
    return button("Export CSV", () => this.#export());
  }

  intro() {
    return filterBar(this.filters, this.query);
  }

  body(data) {
    const { q, cursor } = this.query;
    const isNarrowed = q || this.filters.some(({ name }) => this.query[name]);
    return html`
      ${section("list", q ? `${this.heading} with “${q}”` : this.heading, { items: found(data.items, q) },
        (item) => this.row(item),
        isNarrowed ? "Nothing is like this. Clear a filter to see more." : this.empty)}
      <nav class="pager" aria-label="Parts of the list">
        ${cursor ? html`<a href=${amended(START)}>Newest</a>` : nothing}
        ${data.next ? html`<a href=${amended({ cursor: data.next })}>Older</a>` : nothing}
      </nav>
    `;
  }

  #export() {
    const name = `${this.path.replaceAll("/", "-")}.csv`;
    return this.act(async () => {
      const items = [];
      for (let query = { ...this.asked(), limit: 100 }; query && items.length < MOST_EXPORTED; ) {
        const data = await get(this.path, query);
        items.push(...data.items);
        query = data.next && { ...query, cursor: data.next };
      }
      return download(name, this.columns, found(items, this.query.q));
    }, (count) => `${counted(count, "row")} exported.`);
  }
}

/** A form of what a list can be narrowed by; a change of it is a step of its own. */
export function filterBar(filters, query) {
  if (filters.length === 0) return nothing;
  const changed = (event) => go(amended({ ...filledIn(event), ...START }));
  const none = Object.fromEntries([...filters.map(({ name }) => [name, ""]), ["q", ""]]);
  return html`<form class="filters" aria-label="Filters" @submit=${changed} @change=${changed}>
    ${filters.map((filter) => field({ ...filter, value: query[filter.name] }))}
    <a class="clear" href=${href(here().path, { ...query, ...none, ...START })}>Clear</a>
  </form>`;
}

/** A day is its first instant where it begins something and its last where it ends something. */
function instant(name, value) {
  if (!value) return undefined;
  return { from: `${value}T00:00:00Z`, to: `${value}T23:59:59Z` }[name] ?? value;
}

/** Keeps the items that have some text in any of their values. */
export function found(items, text = "") {
  const wanted = text.toLowerCase();
  return items.filter((item) => JSON.stringify(item).toLowerCase().includes(wanted));
}
