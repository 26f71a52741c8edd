import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FAULTS, parseFaultText } from "../../lab/lib/faults";
import { QUOTA_NAMES } from "../../lab/lib/account";

const guide = readFileSync(join(__dirname, "../../docs/lab.md"), "utf8");

function blocks(language: string): string[] {
  return [...guide.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(([, text = ""]) => text);
}

test("the test in the guide is one that runs here, with names of packages alone", () => {
  const tested = readFileSync(join(__dirname, "guide-example.lab.test.ts"), "utf8");
  expect(blocks("ts")).toEqual([tested.replace("../../examples/quick-start", "./quick-start")]);
});

test("the faults of the guide are understood, and are all there are", () => {
  const [faults = ""] = blocks("json");
  const parsed = parseFaultText(faults, "the guide");
  expect(new Set(parsed.map(({ fault }) => fault))).toEqual(new Set(Object.keys(FAULTS)));
});

test("the guide names every quota of the account", () => {
  for (const name of QUOTA_NAMES) expect(guide).toContain(`\`${name}\``);
});
