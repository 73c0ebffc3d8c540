// Reduces GitHub's description of its REST API: github-openapi.mjs IN.json OUT.json
//
// Keeps the paths of github-paths.txt and what their requests refer to, without prose and examples. Responses keep
// their statuses and media types but not their schemas, which GitHub's own answers often break.
import { readFileSync, writeFileSync } from "node:fs";

const [source, target] = process.argv.slice(2);
const github = JSON.parse(readFileSync(source, "utf8"));
const paths = readFileSync(new URL("github-paths.txt", import.meta.url), "utf8").trim().split("\n");

const PROSE = new Set(["example", "examples", "externalDocs"]);
const COMBINED = ["oneOf", "anyOf", "allOf", "$ref"];

/** Copies without prose; in a map of properties every key is a name and stays. */
function bare(node, isMapOfNames = false) {
  if (Array.isArray(node)) return node.map((element) => bare(element));
  if (node === null || typeof node !== "object") return node;
  const copy = {};
  for (const [key, value] of Object.entries(node)) {
    if (!isMapOfNames && (PROSE.has(key) || key.startsWith("x-"))) continue;
    if (!isMapOfNames && key === "description" && typeof value === "string") continue;
    copy[key] = bare(value, !isMapOfNames && ["properties", "patternProperties"].includes(key));
  }
  return isMapOfNames ? copy : typed(copy);
}

/** `nullable` means nothing beside a schema without a type; it moves to a branch that has one, or to one of its own. */
function typed(schema) {
  const key = COMBINED.find((name) => name in schema);
  if (schema.nullable !== true || "type" in schema || !key) return schema;
  const { nullable, [key]: combined, ...rest } = schema;
  const branches = key === "oneOf" || key === "anyOf" ? combined : [{ [key]: combined }];
  const own = { type: "object", nullable: true, maxProperties: 0 };
  const first = branches.findIndex((branch) => "type" in branch && !("enum" in branch));
  return {
    ...rest,
    [key === "oneOf" ? "oneOf" : "anyOf"]:
      first < 0 ? [...branches, own] : branches.map((b, i) => (i === first ? { ...b, nullable: true } : b)),
  };
}

function resolved(node) {
  return node.$ref ? node.$ref.split("/").slice(1).reduce((at, key) => at[key], github) : node;
}

function response(node) {
  const { content } = resolved(node);
  const relaxed = { description: "As GitHub answers." };
  if (content) {
    relaxed.content = Object.fromEntries(Object.keys(content).map((type) => [type, {}]));
    if ("application/json" in content) relaxed.content["application/vnd.github+json"] = {};
  }
  return relaxed;
}

function operation(node) {
  const { responses, ...request } = node;
  return {
    ...bare(request),
    responses: Object.fromEntries(Object.entries(responses).map(([status, r]) => [status, response(r)])),
  };
}

const METHODS = new Set(["get", "put", "post", "patch", "delete", "head"]);

function pathItem(path) {
  const item = github.paths[path];
  if (!item) throw new Error(`GitHub's description has no ${path}`);
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, METHODS.has(key) ? operation(value) : bare(value)]),
  );
}

/** Adds every component that something refers to, and what those refer to. */
function addComponents(node, components) {
  if (node === null || typeof node !== "object") return;
  if (typeof node.$ref === "string") {
    const [, , kind, name] = node.$ref.split("/");
    components[kind] ??= {};
    if (!(name in components[kind])) {
      components[kind][name] = bare(resolved(node));
      addComponents(components[kind][name], components);
    }
  }
  Object.values(node).forEach((value) => addComponents(value, components));
}

const reduced = {
  openapi: github.openapi,
  info: { title: github.info.title, version: github.info.version, license: github.info.license },
  servers: github.servers,
  paths: Object.fromEntries(paths.map((path) => [path, pathItem(path)])),
  components: {},
};
addComponents(reduced.paths, reduced.components);
writeFileSync(target, JSON.stringify(reduced));
