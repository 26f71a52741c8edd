import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { LabError } from "./errors";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** The arguments of backends that say which state it is. All others say how to get at it. */
const PLACE_KEYS = [
  "path",
  "bucket",
  "container",
  "container_name",
  "storage_account_name",
  "prefix",
  "key",
  "hostname",
  "organization",
  "workspaces",
  "address",
  "schema_name",
  "secret_suffix",
  "namespace",
];

/** What backends take where the configuration is silent. */
const DEFAULTS: Readonly<Record<string, JsonObject>> = {
  local: { path: "terraform.tfstate" },
  oss: { prefix: "env:", key: "terraform.tfstate" },
  remote: { hostname: "app.terraform.io" },
};

/**
 * The name of the file in which the lab keeps a state. A backend and the data source that reads it give the same name: what is
 * the same place in reality is the same file here.
 */
export function stateName(backend: string, config: JsonObject, folder: string): string {
  const kind = backend === "cloud" ? "remote" : backend;
  const settings: JsonObject = { ...DEFAULTS[kind], ...withoutNulls(config) };
  const place = PLACE_KEYS.flatMap((key): [string, Json][] => {
    const value = settings[key];
    if (value === undefined) return [];
    return [[key, key === "path" ? fullPath(text(value), folder) : canonical(value)]];
  });
  const id = JSON.stringify([kind, ...place]);
  if (/[$%]\{/.test(id)) throw new LabError(`the place of the state is an expression: ${id}`);
  const words = place.map(([key, value]) => (key === "path" ? lastNames(text(value)) : text(value)));
  return `${slug(words.join("-"))}-${createHash("sha256").update(id).digest("hex").slice(0, 8)}`;
}

function fullPath(path: string, folder: string): string {
  return real(resolve(folder, path.replaceAll(/\$\{path\.(module|root|cwd)\}/g, folder)));
}

/** The folder is the name where the file is the same for all. */
function lastNames(path: string): string {
  return join(basename(dirname(path)), basename(path, ".tfstate"));
}

/** The path without links, as far as it exists. */
export function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), basename(path));
}

function withoutNulls(config: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null));
}

/** Blocks may be written with or without a list around them, and their arguments in any order. */
function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.length === 1 ? canonical(value[0] as Json) : value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, of]) => [name, canonical(of)]),
  );
}

function text(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function slug(words: string): string {
  return words
    .replaceAll(/[^A-Za-z0-9_.]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(-60);
}
