"use strict";

const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/**
 * Asks terraform for the schema of a version of the provider.
 *
 * @param {string} version
 * @returns {import("./schema.js").ProviderSchemas}
 */
function fetchSchemas(version) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "alicloud-schema-"));
  try {
    fs.writeFileSync(path.join(dir, "main.tf.json"), JSON.stringify(configuration(version)));
    run(dir, ["init", "-backend=false", "-input=false", "-no-color"], `download aliyun/alicloud ${version}`);
    return JSON.parse(run(dir, ["providers", "schema", "-json"], "print the schema"));
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {string} version */
function configuration(version) {
  return { terraform: { required_providers: { alicloud: { source: "aliyun/alicloud", version } } } };
}

/**
 * @param {string} dir
 * @param {string[]} args
 * @param {string} purpose
 */
function run(dir, args, purpose) {
  const result = spawnSync("terraform", args, {
    cwd: dir,
    env: environment(),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (result.error) {
    throw new Error(
      `Could not run terraform to ${purpose}: ${result.error.message}. Is it installed and on the PATH?`,
    );
  }
  if (result.status !== 0) {
    throw new Error(
      `terraform could not ${purpose} (terraform ${args.join(" ")}):\n\n${result.stderr.trim()}`,
    );
  }
  return result.stdout;
}

/** Keeps a mirror that the user configured, but not a name of a file that is missing: terraform warns at each call. */
function environment() {
  const { TF_CLI_CONFIG_FILE: config, ...rest } = process.env;
  const usable = config !== undefined && fs.existsSync(config);
  return { ...rest, CHECKPOINT_DISABLE: "1", ...(usable && { TF_CLI_CONFIG_FILE: config }) };
}

module.exports = { fetchSchemas };
