"use strict";

/**
 * Lets a script require TypeScript of this repository: compiled in memory, as jest does it. What the file imports from
 * `cdktf-ack` is the built library.
 */
const { readFileSync } = require("node:fs");
const { transformSync } = require("@swc/core");

require.extensions[".ts"] = (module, file) => {
  const { code } = transformSync(readFileSync(file, "utf8"), {
    filename: file,
    module: { type: "commonjs" },
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
  });
  module._compile(code, file);
};
