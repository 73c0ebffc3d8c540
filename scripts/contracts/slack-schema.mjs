// Turns the limits that Slack's types state in prose into limits of the schema: slack-schema.mjs IN.json OUT.json
import { readFileSync, writeFileSync } from "node:fs";

const [source, target] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(source, "utf8"));

const LONGEST = [/maximum length[^.]*? ([\d,]+) characters/i, /limit(?:ed to)? ([\d,]+) characters/i];
const SHORTEST = /minimum length (?:is )?(\d+)/i;
const MOST = [/maximum (?:of |number of [\w ]+? is )?(\d+)/i, /up to (\d+)/i];

function first(patterns, text) {
  const match = patterns.map((pattern) => pattern.exec(text)).find(Boolean);
  return match && Number(match[1].replaceAll(",", ""));
}

function limit(property) {
  const prose = (property.description ?? "").replace(/\s+/g, " ");
  const longest = first(LONGEST, prose);
  if (property.type === "string") {
    if (longest) property.maxLength = longest;
    const shortest = first([SHORTEST], prose);
    if (shortest) property.minLength = shortest;
  } else if (property.type === "array") {
    const most = first(MOST, prose);
    if (most) property.maxItems = most;
  } else if (longest && (property.$ref || property.anyOf)) {
    // A text object: its `text` is what is limited.
    const { $ref, anyOf } = property;
    delete property.$ref;
    delete property.anyOf;
    property.allOf = [$ref ? { $ref } : { anyOf }, { properties: { text: { maxLength: longest } } }];
  }
}

function withoutProse(node) {
  if (node === null || typeof node !== "object") return;
  if (typeof node.description === "string") delete node.description;
  Object.values(node).forEach(withoutProse);
}

for (const definition of [schema, ...Object.values(schema.definitions)]) {
  for (const [name, property] of Object.entries(definition.properties ?? {})) {
    // `max_files` and the like speak of a limit that the message itself sets.
    if (!/^(max|min)_/.test(name)) limit(property);
  }
}

// Stated in Slack's documentation only: https://docs.slack.dev/reference/block-kit/blocks
schema.properties.blocks.maxItems = 50;
schema.properties.text.maxLength = 40000;
const { fields } = schema.definitions.SectionBlock.properties;
fields.maxItems = 10;
fields.items = { allOf: [fields.items, { properties: { text: { maxLength: 2000 } } }] };

withoutProse(schema);
writeFileSync(target, JSON.stringify(schema));
