import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const repository = path.resolve(__dirname, "../..");
const depcruise = path.join(repository, "node_modules/.bin/depcruise");

/** Cruises a copy of the library with more files in it. */
function cruiseWith(files: Readonly<Record<string, string>>): { passed: boolean; output: string } {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "layers-"));
  try {
    for (const entry of ["lib", "package.json", "tsconfig.base.json", ".dependency-cruiser.js"]) {
      fs.cpSync(path.join(repository, entry), path.join(copy, entry), { recursive: true });
    }
    fs.symlinkSync(path.join(repository, "node_modules"), path.join(copy, "node_modules"));
    for (const [file, source] of Object.entries(files)) {
      fs.writeFileSync(path.join(copy, file), source);
    }
    const run = spawnSync(depcruise, ["--config", ".dependency-cruiser.js", "lib"], {
      cwd: copy,
      encoding: "utf8",
    });
    return { passed: run.status === 0, output: run.stdout + run.stderr };
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
}

const forbidden: [rule: string, file: string, source: string][] = [
  [
    "values-imports-down-only",
    "lib/values/bad-1.ts",
    'import { Vpc } from "../network";\nexport const x = Vpc;\n',
  ],
  ["values-are-pure", "lib/values/bad-2.ts", 'import { App } from "cdktf";\nexport const x = App;\n'],
  [
    "limits-touch-constructs-in-two-files",
    "lib/limits/bad.ts",
    'import { App } from "cdktf";\nexport const x = App;\n',
  ],
  [
    "network-imports-down-only",
    "lib/network/bad.ts",
    'import { NodePool } from "../node-pool";\nexport const x = NodePool;\n',
  ],
  [
    "node-pool-imports-down-only",
    "lib/node-pool/bad-1.ts",
    'import { ProCluster } from "../cluster";\nexport const x = ProCluster;\n',
  ],
  [
    "network-by-its-public-file",
    "lib/cluster/bad.ts",
    'import { zonesByKey } from "../network/zones";\nexport const x = zonesByKey;\n',
  ],
  [
    "kinds-of-clusters-as-types",
    "lib/node-pool/bad-2.ts",
    'import { isPro } from "../cluster/kinds";\nexport const x = isPro;\n',
  ],
  [
    "no-index-of-bindings",
    "lib/security/bad.ts",
    'import { vpc } from "@cdktf/provider-alicloud";\nexport const x = vpc;\n',
  ],
  ["no-circles", "lib/addons/bad-1.ts", 'import { b } from "./bad-2";\nexport const a = (): unknown => b;\n'],
];

it("is held by the library, and lets a node pool know clusters as a type", () => {
  const source = 'import type { ICluster } from "../cluster/kinds";\nexport type X = ICluster;\n';
  const { passed, output } = cruiseWith({ "lib/node-pool/good.ts": source });
  expect(output).toContain("no dependency violations found");
  expect(passed).toBe(true);
});

describe("an import against the layers", () => {
  let output = "";
  beforeAll(() => {
    const otherHalfOfTheCircle = {
      "lib/addons/bad-2.ts": 'import { a } from "./bad-1";\nexport const b = (): unknown => a;\n',
    };
    const files = Object.fromEntries(forbidden.map(([, file, source]) => [file, source]));
    ({ output } = cruiseWith({ ...files, ...otherHalfOfTheCircle }));
  });

  it.each(forbidden)("breaks %s in %s", (rule, file) => {
    expect(output).toContain(`error ${rule}: ${file} `);
  });
});
