#!/bin/sh
# Measures local mode under load: acknowledgements and executions a second, and how long a webhook takes to its 202 and
# to the first call to GitHub. The load generator signs webhooks and holds a stub of GitHub in its own process.
#
#   BENCH=<folder with src/LoadGen.java, StubGitHub.java, Opts.java, Proc.java> benchmarks/local.sh [scenario...]
#
# Scenarios: closed1 closed16 nomatch16 open5 open50 lists; all without arguments but lists, which wants a load before it. A JSON line a run goes to
# benchmarks/target/results.jsonl. Needs JAVA_HOME with a JDK 25, python3, and `mvn -DskipTests package` done before.
set -eu
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}" "${BENCH:?set BENCH to the folder of the load generator}"
contracts=${CONTRACTS:-$([ -d ../shared/contracts ] && echo ../shared/contracts || echo target/contracts)}
out=benchmarks/target
port=${PORT:-8990}
mkdir -p "$out/classes"
"$JAVA_HOME/bin/javac" -d "$out/classes" "$BENCH"/src/Opts.java "$BENCH"/src/Proc.java "$BENCH"/src/StubGitHub.java \
  "$BENCH"/src/LoadGen.java
python3 benchmarks/payloads.py "$contracts/webhook-examples.json" "$out"
[ -f "$out/classpath" ] || mvn -q -B -DskipTests package dependency:build-classpath -pl functions,local/dynamodb-local,local \
  -Dmdep.outputFile="$PWD/$out/classpath" >/dev/null

# shellcheck disable=SC2086
GITHUB_API_URL=http://127.0.0.1:4100 GITHUB_TOKEN=stub BELLWETHER_PORT=$port BELLWETHER_ADMIN_TOKEN=bench \
  BELLWETHER_SAMPLES=false BELLWETHER_PARAMETERS=GitHubLimits=none "$JAVA_HOME/bin/java" -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow ${JAVA_FLAGS:-} -Dbellwether.root=. \
  -Dbellwether.dynamodb-local=local/dynamodb-local/target/lib -cp "local/target/classes:$(cat "$out/classpath")" \
  dev.bellwether.local.Local ${LOCAL_ARGS:-} >"$out/local.log" 2>&1 &
system=$!
trap 'kill $system 2>/dev/null' EXIT
until curl -sf "http://127.0.0.1:$port/v1/health" >/dev/null; do
  kill -0 $system || { cat "$out/local.log"; exit 1; }
  sleep 0.2
done
curl -sf -H "Authorization: Bearer bench" -H "Content-Type: application/json" "http://127.0.0.1:$port/v1/workflows" -d '
  {"name": "PR Review Automation", "trigger": "pr_created",
   "conditions": [{"field": "files_changed", "operator": "lt", "value": 50}],
   "actions": [{"type": "assign_reviewer", "parameters": {"reviewer": "lead-developer"}},
               {"type": "update_status", "parameters": {"status": "ready_for_review"}}]}' >/dev/null

load() {
  name=$1
  shift
  "$JAVA_HOME/bin/java" -Xmx1500m -XX:+UseSerialGC -cp "$out/classes" LoadGen --pid $system --name "bellwether-$name" \
    --url "http://127.0.0.1:$port/webhooks/github" --pr "$out/pull_request.json" --payload "$out/pr-match.json" \
    --out "$out/results.jsonl" --foreign 9 "$@"
}

for scenario in ${*:-closed1 closed16 nomatch16 open5 open50}; do
  case $scenario in
    closed1) load closed1 --n 200 --conc 1 --warm 100 ;;
    closed16) load closed16 --n ${N:-4000} --conc 16 --warm ${WARM:-12000} ;;
    nomatch16) load nomatch16 --n 2000 --conc 16 --calls 0 --payload "$out/pr-nomatch.json" --warm 300 ;;
    open5) load open5 --mode open --rate 5 --secs 20 --warm 20 ;;
    open50) load open50 --mode open --rate 50 --secs 15 --warm 20 ;;
    lists) python3 benchmarks/lists.py "http://127.0.0.1:$port" bench ;;
    *) echo "There is no scenario $scenario" >&2; exit 2 ;;
  esac
done
