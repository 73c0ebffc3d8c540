const VALUE = /"(\w+)"\s*:\s*(?:\[\s*(?:"[^"]*"\s*,\s*)*)?"([\w-]*)$/;
const KEY = /[{,]\s*"(\w*)$/;
const MOST = 12;

let words;

/**
 * What can go on where one writes in a JSON definition, by the JSON Schema of definitions: names of
 * properties, and the values of those that have only some. Each word comes with what is there of it.
 */
export async function completions(before) {
  words ??= fetch("/schemas/workflow.json").then((answer) => answer.json()).then(collected);
  const [, key, start] = before.match(VALUE) ?? ["", "", before.match(KEY)?.[1]];
  if (start === undefined) return [];
  const fitting = [...((await words)[key] ?? [])].filter((word) => word.startsWith(start) && word !== start);
  return fitting.sort().slice(0, MOST).map((word) => ({ word, start }));
}

/** The words by the property whose values they are; the names of properties by no name. */
function collected(schema) {
  const found = { "": new Set(), trigger: new Set(schema.$defs.trigger_name.anyOf[0].enum) };
  visit({ ...schema, $defs: { ...schema.$defs, trigger_name: {} } }, undefined);
  return found;

  function visit(node, key) {
    for (const word of node?.enum ?? []) (found[key] ??= new Set()).add(word);
    for (const [name, inner] of Object.entries(node ?? {})) {
      if (typeof inner !== "object") continue;
      if (name !== "properties") visit(inner, key);
      else Object.entries(inner).forEach(([property, values]) => visit(values, noted(property)));
    }
  }

  function noted(property) {
    found[""].add(property);
    return property;
  }
}
