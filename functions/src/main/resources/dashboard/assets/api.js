import { search } from "./address.js";
import { learnServerTime } from "./time.js";

const PATIENCE = 10_000;
const CSRF = "x-bellwether-csrf";
const JSON_TYPE = "application/json";
const MOST_REMEMBERED = 60;

/** Nobody is signed in: the session is over, or its token was revoked. */
export class Unauthorized extends Error {}

/** The API answered that it cannot; `status` and `faults`, with their pointers, say more. */
export class Refused extends Error {
  constructor(status, { detail, errors = [] }) {
    super(detail ?? `The server answered ${status}`);
    this.status = status;
    this.faults = errors;
  }
}

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

/** Tells whether somebody may do something to what concerns every repository. */
export function mayAll(permission) {
  return may(permission) && session.repositories.length === 0;
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
  session = await send("POST", "session", { token });
}

export async function signOut() {
  session = undefined;
  read.clear();
  await ask("session", { method: "DELETE" }).catch(() => undefined);
}

/** Reads a path below `/v1/`; what has not changed since is the very same object. */
export async function get(path, query = {}) {
  const whole = path + search(query);
  const known = read.get(whole);
  const answer = await ask(whole, { headers: known ? { "if-none-match": known.tag } : {} });
  learnServerTime(answer.headers.get("date"));
  if (known && answer.status === 304) return known.value;
  const value = await told(answer);
  remember(whole, answer.headers.get("etag"), value);
  return value;
}

/** Does something, at a path below `/v1/`. */
export function post(path, document = {}) {
  return send("POST", path, document);
}

/**
 * Sends a document. Text is sent as it is written: JSON where it begins as such, else YAML.
 *
 * @param headers what goes beside, such as `if-match`
 */
export async function send(method, path, document, headers = {}) {
  const isText = typeof document === "string";
  const type = isText && !document.trimStart().startsWith("{") ? "application/yaml" : JSON_TYPE;
  return told(
    await ask(path, {
      method,
      headers: { "content-type": type, [CSRF]: session?.csrf_token ?? "", ...headers },
      body: isText ? document : JSON.stringify(document),
    }),
  );
}

/**
 * Reads several things at once; what fails fails alone, as a `problem` in its place. When all do, or
 * nobody is signed in any more, that is thrown.
 */
export async function gather(readings) {
  const names = Object.keys(readings);
  const results = await Promise.allSettled(Object.values(readings));
  const problems = results.filter(({ reason }) => reason).map(({ reason }) => reason);
  const signedOut = problems.find((problem) => problem instanceof Unauthorized);
  if (signedOut) throw signedOut;
  if (problems.length === names.length) throw problems[0];
  return Object.fromEntries(
    results.map(({ value, reason }, index) => [names[index], reason ? { problem: reason } : value]),
  );
}

function remember(path, tag, value) {
  if (!tag) return;
  read.delete(path);
  read.set(path, { tag, value });
  if (read.size > MOST_REMEMBERED) read.delete(read.keys().next().value);
}

async function told(answer) {
  if (answer.status === 204) return undefined;
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 401) throw new Unauthorized(problem.detail ?? "Sign in first");
  throw new Refused(answer.status, problem);
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
