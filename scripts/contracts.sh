#!/bin/sh
# Fills target/contracts/ with other people's descriptions of their interfaces, which tests hold Bellwether against:
#
#   github-openapi.json    GitHub's REST API, reduced to what a workflow engine may call  (@octokit/openapi, MIT)
#   webhook-examples.json  recorded webhook payloads                            (@octokit/webhooks-examples, MIT)
#   slack.schema.json      messages to Slack and their limits                                 (@slack/types, MIT)
#
# They are not part of this repository. Needs Node 20 or newer, npm and about 300 MB of free disk for a moment.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
out=$root/target/contracts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in node npm tar; do
  command -v "$tool" >/dev/null || { echo "contracts.sh needs $tool" >&2; exit 1; }
done

# unpack PACKAGE@VERSION FILE...: fetches a package and takes files out of it.
unpack() {
  package=$1
  shift
  archive=$(cd "$work" && npm pack --silent "$package")
  tar -xzf "$work/$archive" -C "$work" "$@"
  rm "$work/$archive"
}

mkdir -p "$out"

unpack @octokit/openapi@23.0.2 package/generated/api.github.com.json
node "$root/scripts/contracts/github-openapi.mjs" "$work/package/generated/api.github.com.json" \
  "$out/github-openapi.json"

unpack @octokit/webhooks-examples@7.6.1 package/api.github.com/index.json
node "$root/scripts/contracts/webhook-examples.mjs" "$work/package/api.github.com/index.json" \
  "$out/webhook-examples.json"

mkdir "$work/slack"
(cd "$work/slack" && npm install --silent --no-save --ignore-scripts --no-audit --no-fund \
  @slack/types@3.2.0 ts-json-schema-generator@2.10.0 >/dev/null)
cp "$root/scripts/contracts/slack-message.ts" "$work/slack/message.ts"
(cd "$work/slack" && npx --no-install ts-json-schema-generator \
  --path message.ts --type IncomingWebhookMessage --no-type-check --no-top-ref --out schema.json)
node "$root/scripts/contracts/slack-schema.mjs" "$work/slack/schema.json" "$out/slack.schema.json"

ls -l "$out"
