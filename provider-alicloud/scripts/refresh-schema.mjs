import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const paths = require("./paths.js");
const { serialize, trim } = require("./schema.js");
const { fetchSchemas } = require("./terraform.js");

const version = process.argv[2] ?? "";

if (!/^\d+\.\d+\.\d+$/.test(version)) {
  console.error("Usage: node provider-alicloud/scripts/refresh-schema.mjs <version>   for example 1.290.0");
  process.exit(2);
}

try {
  const list = JSON.parse(readFileSync(paths.list, "utf8"));
  const schemas = trim(fetchSchemas(version), list);
  writeFileSync(paths.schema, serialize(schemas));
  writeFileSync(paths.list, `${JSON.stringify({ ...list, version }, null, 2)}\n`);
  console.log(
    `The schema is now of aliyun/alicloud ${version}. Set the version in package.json too, and run the tests.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
