#!/usr/bin/env python3
"""Measures how long lists take, warm: p50, p95 and p99 of each over 300 requests, in milliseconds.

    python3 benchmarks/lists.py http://127.0.0.1:8990 <admin token>

Makes 1,000 workflows first, paused, and walks each list's pages, so that a request is for any part of it. What else there
is to list is there already: run it after a load.
"""

import http.client
import json
import sys
import time
import urllib.parse

WORKFLOWS = 1000
REQUESTS = 300
LISTS = [
    "/v1/workflows",
    "/v1/executions",
    "/v1/executions?workflow=pr-review-automation",
    "/v1/executions?repository={repository}",
    "/v1/executions?repository={repository}&subject={subject}",
    "/v1/executions?state=failed",
    "/v1/executions?state=succeeded",
    "/v1/deliveries",
    "/v1/deliveries?repository={repository}&subject={subject}",
    "/v1/sla/clocks",
    "/v1/sla/violations",
    "/v1/incidents",
    "/v1/audit",
]


class Api:
    def __init__(self, url, token):
        self.connection = http.client.HTTPConnection(urllib.parse.urlparse(url).netloc)
        self.headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}

    def ask(self, method, path, body=None):
        self.connection.request(method, path, json.dumps(body) if body else None, self.headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300 and answer.status != 409:
            sys.exit(f"{method} {path} answered {answer.status}: {text[:300]}")
        return json.loads(text)


def measure(api, path):
    times, cursor, pages = [], "", 0
    for _ in range(REQUESTS + 20):
        glue = "&" if "?" in path else "?"
        start = time.perf_counter()
        page = api.ask("GET", path + (f"{glue}cursor={cursor}" if cursor else ""))
        times.append((time.perf_counter() - start) * 1000)
        cursor = page.get("next", "")
        pages += 1
    warm = sorted(times[20:])
    return [warm[int(len(warm) * share)] for share in (0.5, 0.95, 0.99)]


def main():
    api = Api(*sys.argv[1:3])
    for number in range(WORKFLOWS):
        api.ask("POST", "/v1/workflows", {
            "name": f"Paused {number}", "state": "paused", "trigger": "pr_created",
            "actions": [{"type": "add_labels", "parameters": {"labels": ["x"]}}]})
    newest = api.ask("GET", "/v1/executions?limit=1")["items"][0]
    names = {"repository": newest["repository"], "subject": urllib.parse.quote(newest["subject"])}
    print(f"{'list':62} {'p50':>7} {'p95':>7} {'p99':>7}")
    for path in LISTS:
        print(f"{path:62} " + " ".join(f"{t:7.1f}" for t in measure(api, path.format(**names))), flush=True)


main()
