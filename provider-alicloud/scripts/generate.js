"use strict";

const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const { FQPN } = require("./schema.js");

const SOURCE = "aliyun/alicloud";

/**
 * Minor versions of a provider add arguments and fix bugs: a stack may move to any of them without new bindings.
 *
 * @param {string} version
 */
function versionConstraint(version) {
  const [major, minor] = version.split(".");
  return `~> ${major}.${minor}`;
}

/**
 * Runs the official generator of CDKTF: one folder with an `index.ts` for the provider and each resource.
 *
 * @param {import("./schema.js").ProviderSchemas} schemas
 * @param {string} version the provider version that the schema is of
 * @param {string} outDir
 * @returns {Promise<string>} the folder with the sources
 */
async function generate(schemas, version, outDir) {
  const { CodeMaker, TerraformProviderGenerator, commons } = loadGenerator();
  const constraint = new commons.TerraformProviderConstraint(`${SOURCE}@${versionConstraint(version)}`);
  const target = new commons.ConstructsMakerProviderTarget(constraint, commons.Language.TYPESCRIPT);
  const generator = new TerraformProviderGenerator(new CodeMaker(), {
    ...schemas,
    provider_versions: { [FQPN]: version },
  });
  generator.generate(target);
  await generator.save(outDir);
  const sources = path.join(outDir, "providers/alicloud");
  allowMinorVersions(path.join(sources, "provider/index.ts"), version);
  return sources;
}

/**
 * The generator pins `required_providers.version` to the very version of the schema, which would hold every user back.
 *
 * @param {string} file
 * @param {string} version
 */
function allowMinorVersions(file, version) {
  const source = fs.readFileSync(file, "utf8");
  const pinned = `providerVersion: '${version}'`;
  if (!source.includes(pinned)) throw new Error(`The generated provider does not say ${pinned}.`);
  fs.writeFileSync(file, source.replace(pinned, `providerVersion: '${versionConstraint(version)}'`));
}

/** Loads the parts of the generator that do not want a terraform binary; its main module does. */
function loadGenerator() {
  process.env.CHECKPOINT_DISABLE = "1";
  // Loading asks terraform for its version, and terraform complains when this names a file that is missing.
  delete process.env.TF_CLI_CONFIG_FILE;
  // Its own copy of codemaker is the one that it writes through.
  const requireOfGenerator = createRequire(require.resolve("@cdktf/provider-generator/package.json"));
  return {
    CodeMaker: requireOfGenerator("codemaker").CodeMaker,
    TerraformProviderGenerator: requireOfGenerator("./lib/get/generator/provider-generator")
      .TerraformProviderGenerator,
    commons: require("@cdktf/commons"),
  };
}

module.exports = { generate, versionConstraint };
