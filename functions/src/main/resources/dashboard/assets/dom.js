/**
 * Builds an element. Children that are text become text nodes, so whatever people wrote on GitHub
 * stays text and is never markup. What is missing or false is left out.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** Puts something between the members of a list. */
export function joined(parts, separator = " · ") {
  return parts
    .filter((part) => part !== undefined && part !== null && part !== false && part !== "")
    .flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** Makes a link out, if it is one; text otherwise: no `javascript:` from anywhere. */
export function outward(url) {
  return /^https?:\/\//.test(url)
    ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, url)
    : String(url);
}
