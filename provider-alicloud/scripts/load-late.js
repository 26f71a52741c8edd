"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { resourceFolders } = require("./compile.js");

/**
 * Moves the code of each resource behind an `index.js` that loads it when something of it is first read: a program imports
 * more resources than it makes, and some of them have thousands of lines.
 *
 * @param {string} lib
 */
function loadLate(lib) {
  for (const folder of resourceFolders(lib)) {
    const index = path.join(lib, folder, "index.js");
    const code = fs.readFileSync(index, "utf8");
    fs.renameSync(index, path.join(lib, folder, "code.js"));
    fs.writeFileSync(index, lateIndex(exportedNames(code)));
  }
}

/**
 * @param {string} code as TypeScript compiles it
 * @returns {string[]}
 */
function exportedNames(code) {
  return [...new Set([...code.matchAll(/\bexports\.(\w+) = /g)].map(([, name = ""]) => name))];
}

/** @param {string[]} names */
function lateIndex(names) {
  return `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });

let code;
for (const name of [
${names.map((name) => `  "${name}",`).join("\n")}
]) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => (code ??= require("./code.js"))[name] });
}

// Never runs: it is how Node learns the names that an ES module can import.
0 && (module.exports = {
${names.map((name) => `  ${name},`).join("\n")}
});
`;
}

module.exports = { loadLate };
