"use strict";

const fs = require("node:fs");
const path = require("node:path");
const ts = require("typescript");

/**
 * Compiles the generated sources to JavaScript and declarations.
 *
 * @param {string} sources
 * @param {string} outDir
 */
function compile(sources, outDir) {
  const files = resourceFolders(sources).map((folder) => path.join(sources, folder, "index.ts"));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    rootDir: sources,
    outDir,
    declaration: true,
    strict: true,
    // As the prebuilt providers are compiled: a field that is not given takes no memory.
    useDefineForClassFields: false,
    // The generator is the judge of its own code; checking it again takes as long as everything else.
    noCheck: true,
    skipLibCheck: true,
    types: [],
    // Outside a folder with node_modules, `cdktf` and `constructs` would not be found.
    baseUrl: path.join(__dirname, "../.."),
    paths: { cdktf: ["node_modules/cdktf"], constructs: ["node_modules/constructs"] },
  });
  const { diagnostics } = program.emit();
  if (diagnostics.length > 0) {
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => sources,
        getNewLine: () => "\n",
      }),
    );
  }
}

/**
 * @param {string} dir
 * @returns {string[]} the folders of the provider, the resources and the data sources
 */
function resourceFolders(dir) {
  return fs
    .readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

module.exports = { compile, resourceFolders };
