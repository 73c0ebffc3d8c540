/** Where somebody is: a path and what it is narrowed by, both in the part of the address after #. */

export function here() {
  const [path, text = ""] = location.hash.slice(1).split("?");
  return { path: path || "/", query: Object.fromEntries(new URLSearchParams(text)) };
}

/** Writes an address; what is empty is left out. */
export function href(path, query = {}) {
  return `#${path}${search(query)}`;
}

/** Writes a query with its question mark, or nothing; what is empty is left out. */
export function search(query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

/** Writes the address of one thing of many. */
export function one(kind, id) {
  return `#/${kind}/${encodeURIComponent(id)}`;
}

/** The address with some of what it is narrowed by changed. */
export function amended(changes) {
  const { path, query } = here();
  return href(path, { ...query, ...changes });
}

/** Goes there, as a step that can be gone back. */
export function go(address) {
  location.hash = address;
}

/** Changes the address without a step of its own, as for each letter that is typed. */
export function become(address) {
  history.replaceState(undefined, "", address);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}
