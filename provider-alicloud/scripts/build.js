"use strict";

const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const paths = require("./paths.js");

/** The versions of these decide what is generated. */
const TOOLS = ["@cdktf/provider-generator", "typescript"];

/**
 * Builds both variants of the bindings, unless they are up to date: `.gen/unpatched/lib` as the official generator
 * makes them, and `lib`, the same with faster JavaScript.
 *
 * @returns {Promise<boolean>} whether anything had to be built
 */
async function build() {
  const stamp = currentStamp();
  if (isUpToDate(stamp)) return false;

  // Built aside and moved into place, so that nobody ever sees half of it.
  const work = path.join(paths.gen, `build-${process.pid}`);
  try {
    await buildInto(work);
    fs.rmSync(paths.stamp, { force: true });
    replace(path.join(work, "unpatched"), paths.unpatchedLib);
    replace(path.join(work, "lib"), paths.lib);
    fs.writeFileSync(paths.stamp, stamp);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return true;
}

/** @param {string} work */
async function buildInto(work) {
  // Required here because loading them takes longer than finding that there is nothing to do.
  const { generate } = require("./generate.js");
  const { compile } = require("./compile.js");
  const { loadLate } = require("./load-late.js");
  const { writeIndex } = require("./write-index.js");
  const { trim } = require("./schema.js");
  const { speedUp } = require("./speed-up.js");

  const list = JSON.parse(fs.readFileSync(paths.list, "utf8"));
  const schemas = trim(JSON.parse(fs.readFileSync(paths.schema, "utf8")), list);
  const sources = await generate(schemas, list.version, path.join(work, "src"));

  const unpatched = path.join(work, "unpatched");
  compile(sources, unpatched);

  const lib = path.join(work, "lib");
  fs.cpSync(unpatched, lib, { recursive: true });
  for (const file of javaScriptFiles(lib)) {
    fs.writeFileSync(file, speedUp(fs.readFileSync(file, "utf8"), path.relative(lib, file)));
  }
  loadLate(lib);
  writeIndex(unpatched);
  writeIndex(lib);
}

/**
 * Two renames, because removing a folder of a thousand files takes long enough for others to notice.
 *
 * @param {string} source
 * @param {string} target
 */
function replace(source, target) {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  if (fs.existsSync(target)) fs.renameSync(target, `${source}-before`);
  fs.renameSync(source, target);
}

/** @param {string} stamp */
function isUpToDate(stamp) {
  return (
    [paths.lib, paths.unpatchedLib].every((lib) => fs.existsSync(path.join(lib, "index.js"))) &&
    fs.existsSync(paths.stamp) &&
    fs.readFileSync(paths.stamp, "utf8") === stamp
  );
}

/** A hash of everything that the bindings are made from. */
function currentStamp() {
  const hash = crypto.createHash("sha256");
  const scripts = fs.readdirSync(__dirname).map((name) => path.join(__dirname, name));
  for (const file of [paths.schema, paths.list, ...scripts.sort()]) {
    hash.update(path.relative(paths.root, file)).update(fs.readFileSync(file));
  }
  for (const tool of TOOLS) hash.update(`${tool}@${require(`${tool}/package.json`).version}`);
  return hash.digest("hex");
}

/** @param {string} dir */
function javaScriptFiles(dir) {
  return fs
    .readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => path.join(dir, name));
}

module.exports = { build };
