const TOKEN = /\s*("(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+)/g;

/**
 * Finds where in a JSON text a value begins and ends that a JSON Pointer (RFC 6901) names; of one
 * that is missing, the nearest around it. Nothing when the text is not JSON.
 */
export function offsetOf(text, pointer) {
  const wanted = pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: all, 1: token, index }) => ({ token, end: index + all.length }));
  let found;
  try {
    value(0);
  } catch {} // it ends too early
  return found;

  /** Reads past a value; `depth` keys of the pointer lead to it, or none do. */
  function value(depth) {
    const { token, end } = tokens.shift();
    const span = [end - token.length, end];
    if (depth !== undefined) found = span;
    if (token === "{") span[1] = members("}", () => JSON.parse(tokens.splice(0, 2)[0].token), depth);
    if (token === "[") span[1] = members("]", String, depth);
  }

  function members(close, key, depth) {
    for (let index = 0; tokens[0].token !== close; index++) {
      const name = key(index);
      value(depth !== undefined && name === wanted[depth] ? depth + 1 : undefined);
      if (tokens[0].token === ",") tokens.shift();
    }
    return tokens.shift().end;
  }
}
