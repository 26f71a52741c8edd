"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { resourceFolders } = require("./compile.js");

/**
 * Writes the `index.js` and `index.d.ts` that name every resource, as the prebuilt providers have them, but lazy: a
 * resource is loaded when it is first read.
 *
 * @param {string} lib
 */
function writeIndex(lib) {
  const folders = resourceFolders(lib);
  fs.writeFileSync(path.join(lib, "index.js"), indexJs(folders));
  fs.writeFileSync(path.join(lib, "index.d.ts"), indexDts(folders));
}

/** @param {string[]} folders */
function indexJs(folders) {
  return `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });

const resources = {
${folders.map((folder) => `  ${camelCase(folder)}: () => require("./${folder}"),`).join("\n")}
};

for (const [name, get] of Object.entries(resources)) {
  Object.defineProperty(exports, name, { enumerable: true, get });
}

// Never runs: it is how Node learns the names that an ES module can import.
0 && (module.exports = {
${folders.map((folder) => `  ${camelCase(folder)},`).join("\n")}
});
`;
}

/** @param {string[]} folders */
function indexDts(folders) {
  return folders.map((folder) => `export * as ${camelCase(folder)} from "./${folder}";\n`).join("");
}

/** @param {string} folder */
function camelCase(folder) {
  return folder.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

module.exports = { writeIndex };
