import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix, sep } from "node:path";

/**
 * Lets each `index.js` of the built library load a module when something of it is first read. An app uses a few of the
 * domains, and one that takes a single function from a domain does not need the other files of it.
 *
 * Rewrites what TypeScript has just written, and leaves alone what has been rewritten before.
 *
 * @param {string} dist
 */
export function loadLate(dist) {
  for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
    const name = file.replaceAll(sep, "/");
    if (posix.basename(name) !== "index.js") continue;
    const path = join(dist, file);
    const code = readFileSync(path, "utf8");
    const late = lateExports(code);
    if (late !== code) {
      writeFileSync(path, `${late}${completion(posix.dirname(name))}`);
    }
  }
}

/**
 * The names stay where TypeScript lists them, `exports.Vpc = exports.Egress = void 0`: that is how Node learns what an
 * ES module can import. It takes back a name when it sees it defined with a getter that it does not know, so the
 * definitions go through a function.
 *
 * @param {string} code what TypeScript makes of `export { ... } from "..."`
 */
function lateExports(code) {
  const late = code
    .replaceAll(/^var (\w+) = (require\("[^"]+"\));$/gm, "let $1;\nconst load_$1 = () => ($1 ??= $2);")
    .replaceAll(
      /^Object\.defineProperty\(exports, ("\w+"), .+ return (\w+)\.(\w+); \} \}\);$/gm,
      "late($1, () => load_$2().$3);",
    );
  return late === code ? code : `${late}${defineLate}`;
}

const defineLate = `function late(name, get) {
  Object.defineProperty(exports, name, { enumerable: true, get });
}
`;

/**
 * Limits exist once their modules are loaded, and an app may acknowledge one of a domain that it has not used yet.
 *
 * @param {string} folder of the index
 */
function completion(folder) {
  const catalogue = posix.relative(folder, "limits/catalogue");
  const path = catalogue.startsWith(".") ? catalogue : `./${catalogue}`;
  return `require("${path}").completeBy(() => Object.values(exports));\n`;
}
