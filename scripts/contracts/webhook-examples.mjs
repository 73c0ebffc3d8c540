// Lists recorded webhook payloads, each with its event and a name: webhook-examples.mjs IN.json OUT.json
import { readFileSync, writeFileSync } from "node:fs";

const [source, target] = process.argv.slice(2);
const events = JSON.parse(readFileSync(source, "utf8"));
const examples = events.flatMap(({ name: event, examples: payloads }) =>
  payloads.map((payload, i) => {
    const action = payload.action ? `.${payload.action}` : "";
    return { event, name: `${event}${action}#${i}`, payload };
  }),
);
writeFileSync(target, JSON.stringify(examples));
