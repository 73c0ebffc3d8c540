import { learnServerTime } from "./time.js";

const KEY = "bellwether-admin-token";
const PATIENCE = 10_000;

/** The token is missing or not the one: sign in again. */
export class Unauthorized extends Error {}

/** The API answered that it cannot. */
export class Refused extends Error {}

/** The API did not answer. */
export class Unreachable extends Error {}

export function isSignedIn() {
  return sessionStorage.getItem(KEY) !== null;
}

export function signIn(token) {
  sessionStorage.setItem(KEY, token);
}

export function signOut() {
  sessionStorage.removeItem(KEY);
}

/** Reads a path below `/v1/`. */
export async function get(path) {
  const answer = await ask(path);
  learnServerTime(answer.headers.get("date"));
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  const detail = problem.detail ?? `The server answered ${answer.status}`;
  throw answer.status === 401 ? new Unauthorized(detail) : new Refused(detail);
}

async function ask(path) {
  try {
    return await fetch(`/v1/${path}`, {
      headers: { authorization: `Bearer ${sessionStorage.getItem(KEY)}` },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Unreachable("Bellwether cannot be reached");
  }
}
