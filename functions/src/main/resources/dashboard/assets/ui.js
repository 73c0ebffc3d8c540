/** What every page is made of. */
export { html, nothing } from "lit";
export * from "./address.js";
export * from "./badge.js";
export * from "./parts.js";
export * from "./time.js";
export * from "./words.js";
