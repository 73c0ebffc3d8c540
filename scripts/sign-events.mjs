#!/usr/bin/env node
// Signs sample webhooks anew, with the secret `development`, after their bodies were edited:
//   scripts/sign-events.mjs events/webhook-*.json
import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

for (const file of process.argv.slice(2)) {
  const event = JSON.parse(readFileSync(file, "utf8"));
  const digest = createHmac("sha256", "development").update(event.body).digest("hex");
  event.headers["content-length"] = String(Buffer.byteLength(event.body));
  event.headers["x-hub-signature-256"] = `sha256=${digest}`;
  writeFileSync(file, JSON.stringify(event, null, 2) + "\n");
}
