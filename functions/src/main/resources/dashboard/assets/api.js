import { learnServerTime } from "./time.js";

const PATIENCE = 10_000;
const CSRF = "x-bellwether-csrf";
const JSON_TYPE = { "content-type": "application/json" };

/** Nobody is signed in: the session is over, or its token was revoked. */
export class Unauthorized extends Error {}

/** The API answered that it cannot. */
export class Refused extends Error {}

/** The API did not answer. */
export class Unreachable extends Error {}

/** Who is signed in, and what they may do; undefined when nobody is. The token itself is in a
 * cookie that no script can read. */
let session;

/** What was read last, by path, with its tag: what has not changed is not sent again. */
const read = new Map();

export function signedIn() {
  return session;
}

export function may(permission) {
  return session?.may.includes(permission) ?? false;
}

/** Tells whether somebody sees every repository. */
export function seesAll() {
  return may("read") && session.repositories.length === 0;
}

/** Finds out whether the browser still has a session. */
export async function resume() {
  try {
    session = await get("session");
  } catch (problem) {
    if (!(problem instanceof Unauthorized)) throw problem;
  }
}

export async function signIn(token) {
  const body = JSON.stringify({ token });
  session = await told(await ask("session", { method: "POST", headers: JSON_TYPE, body }));
}

export async function signOut() {
  session = undefined;
  read.clear();
  await ask("session", { method: "DELETE" }).catch(() => undefined);
}

/** Reads a path below `/v1/`. */
export async function get(path) {
  const known = read.get(path);
  const answer = await ask(path, { headers: known ? { "if-none-match": known.tag } : {} });
  learnServerTime(answer.headers.get("date"));
  if (known && answer.status === 304) return known.value;
  const value = await told(answer);
  const tag = answer.headers.get("etag");
  if (tag) read.set(path, { tag, value });
  return value;
}

/** Does something, at a path below `/v1/`. */
export async function post(path, document) {
  const headers = { ...JSON_TYPE, [CSRF]: session?.csrf_token ?? "" };
  return told(await ask(path, { method: "POST", headers, body: JSON.stringify(document) }));
}

async function told(answer) {
  if (answer.status === 204) return undefined;
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  const detail = problem.detail ?? `The server answered ${answer.status}`;
  throw answer.status === 401 ? new Unauthorized(detail) : new Refused(detail);
}

async function ask(path, request) {
  try {
    return await fetch(`/v1/${path}`, {
      ...request,
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Unreachable("Bellwether cannot be reached");
  }
}
