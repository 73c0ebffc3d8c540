#!/usr/bin/env python3
"""Writes the load generator's payloads: a pull_request.opened webhook that matches (5 changed files), and one that
does not (99). The number 7777777 is the placeholder the generator overwrites. The pull requests are of an hour from now: the
recorded one is years old, and each copy would be a broken promise that escalates at once.

usage: payloads.py <webhook-examples.json> <output folder>
"""
import copy
import datetime
import json
import pathlib
import sys

PLACEHOLDER = 7777777


def opened(examples):
    return next(e["payload"] for e in examples if e["event"] == "pull_request" and e["payload"].get("action") == "opened")


def with_changed_files(payload, count):
    changed = copy.deepcopy(payload)
    changed["number"] = changed["pull_request"]["number"] = PLACEHOLDER
    changed["pull_request"]["changed_files"] = count
    changed["pull_request"]["labels"] = []
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
    for name in ("created_at", "updated_at"):
        changed["pull_request"][name] = soon.strftime("%Y-%m-%dT%H:%M:%SZ")
    return changed


def main(source, folder):
    payload = opened(json.loads(pathlib.Path(source).read_text()))
    out = pathlib.Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    match = with_changed_files(payload, 5)
    (out / "pr-match.json").write_text(json.dumps(match))
    (out / "pr-nomatch.json").write_text(json.dumps(with_changed_files(payload, 99)))
    (out / "pull_request.json").write_text(json.dumps(match["pull_request"]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
