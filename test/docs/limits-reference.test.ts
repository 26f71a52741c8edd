import * as fs from "node:fs";
import * as path from "node:path";
import "cdktf-ack";
import { allLimits, renderReference } from "../../lib/limits";

const reference = fs.readFileSync(path.resolve(__dirname, "../../docs/limits.md"), "utf8");

it("is as the limits say; npm run docs writes it anew", () => {
  expect(reference).toBe(renderReference(allLimits()));
});

it.each(allLimits().map(({ id }) => id))("has the anchor #%s that messages link to", (id) => {
  expect(reference).toContain(`\n### ${id}\n`);
});
