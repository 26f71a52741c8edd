import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  Capacity,
  Disk,
  InstanceSelection,
  Login,
  ProCluster,
  RemovalPolicy,
  TerwayNetwork,
} from "cdktf-ack";
import * as fc from "fast-check";
import { limitsOn, type Limit } from "../../lib/limits";
import { evaluate } from "../../lib/limits/evaluate";
import { literal } from "../../lib/limits/expressions";
import { KubernetesVersion } from "../../lib/values";
import { applied, inLab, stackOf, synthesized, version } from "./support";

/** A cluster whose pool takes from variables what a pipeline decides. */
const pool = (): string =>
  synthesized((app): TerraformStack =>
    stackOf(app, (stack) => {
      const size = new TerraformVariable(stack, "size", { type: "number" }).numberValue;
      const type = new TerraformVariable(stack, "type", { type: "string" }).stringValue;
      const network = TerwayNetwork.inNewVpc(stack, "network", {
        cidr: "10.0.0.0/16",
        zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
      });
      const cluster = new ProCluster(stack, "cluster", {
        name: "shop",
        network,
        removalPolicy: RemovalPolicy.DESTROY,
      });
      cluster.addNodePool("workers", {
        instances: InstanceSelection.types("ecs.g7.xlarge", type),
        capacity: Capacity.fixed(2),
        login: Login.keyPair("ops"),
        systemDisk: Disk.essd({ sizeGiB: size }),
      });
    }),
  );

/** The same with defaults for its variables. */
function withVariables(json: string, values: Record<string, unknown>): string {
  const file = JSON.parse(json) as { variable: Record<string, object> };
  for (const [name, value] of Object.entries(values)) {
    file.variable[name] = { ...file.variable[name], default: value };
  }
  return JSON.stringify(file);
}

describe("a plan with variables", () => {
  test.each([
    [
      "of a bad size",
      { size: 10, type: "ecs.g6.xlarge" },
      "system-disk-size",
      "whole number from 20 to 2048 GiB",
    ],
    [
      "of a bad type",
      { size: 120, type: "g6.xlarge" },
      "instance-type-format",
      "a type such as ecs.g7.xlarge",
    ],
  ])("%s fails with the id and the text of the limit", async (_, values, id, want) => {
    await inLab(async (lab) => {
      const planned = version(lab, withVariables(pool(), values)).plan();
      await expect(planned).rejects.toThrow(id);
      await expect(planned).rejects.toThrow(want);
      await expect(planned).rejects.toThrow("stack/cluster/workers");
    });
  });

  test("that are right deploys, plans nothing then, and can be destroyed", async () => {
    await inLab(async (lab) => {
      const stack = version(lab, withVariables(pool(), { size: 120, type: "ecs.g6.xlarge" }));
      await applied(stack);
      await stack.destroy();
    });
  });
});

interface Facts {
  readonly value?: unknown;
  readonly text?: string | undefined;
  readonly number?: number | undefined;
  readonly list?: readonly string[] | undefined;
  readonly version?: KubernetesVersion | undefined;
  readonly one?: string | undefined;
  readonly other?: string | undefined;
}

const words = {
  statement: "It is so.",
  source: { title: "Nothing", chapter: "1" },
  authority: "service",
} as const;
const law = limitsOn<Facts>("Laws of preconditions");
const characters = fc.string({ unit: fc.constantFrom(...'aZ09-.é"\\\n${}%😀\b\t') });
const words3 = fc.constantFrom("1", "3", "12", "one", "$", "%{x");
const versionText = fc.tuple(fc.nat(3), fc.nat(40), fc.nat(20)).map((parts) => `${parts.join(".")}-aliyun.1`);

/** Each shape of limit that Terraform can judge, and values for its facts: what stands in a variable, and what it is. */
const shapes: readonly [string, Limit<Facts>, fc.Arbitrary<Facts>][] = [
  ["oneOf", law.oneOf("law-one-of", "text", ["1", "3", "$"], words), fc.record({ text: words3 })],
  ["range", law.range("law-range", "number", { min: -5, max: 20 }, words), numbers()],
  ["range of shares", law.range("law-share", "number", { min: 0, max: 1, integer: false }, words), numbers()],
  ["length of text", law.length("law-length", "text", { min: 2, max: 4, of: "characters" }, words), texts()],
  ["length of a list", law.length("law-members", "list", { min: 1, max: 3, of: "words" }, words), lists()],
  ["format", law.format("law-format", "text", /^[a-z0-9]+(\.[^$]*)?$/i, "x", words), texts()],
  [
    "eachFormat",
    law.eachFormat("law-each", "list", /^[^\\"{]*$/, { member: "word", want: "x" }, words),
    lists(),
  ],
  [
    "atLeast",
    law.atLeast("law-since", "version", "1.31.2", words),
    versionText.map((text) => ({ version: KubernetesVersion.tryParse(text) })),
  ],
  ["excludes", law.excludes("law-excludes", "one", "other", words), pairs()],
  ["requires", law.requires("law-requires", "one", "other", words), pairs()],
];

function numbers(): fc.Arbitrary<Facts> {
  return fc.record({ number: fc.oneof(fc.integer({ min: -30, max: 30 }), fc.constantFrom(0.5, 1.5, 1e9)) });
}
function texts(): fc.Arbitrary<Facts> {
  return fc.record({ text: characters });
}
function lists(): fc.Arbitrary<Facts> {
  return fc.record({ list: fc.array(characters, { maxLength: 5 }) });
}
function pairs(): fc.Arbitrary<Facts> {
  const maybe = fc.option(
    characters.filter((text) => text !== "false"),
    { nil: undefined },
  );
  return fc.record({ one: maybe, other: maybe });
}

/** What Terraform says to each of some expressions. */
function evaluated(expressions: readonly string[]): readonly unknown[] {
  const folder = mkdtempSync(join(tmpdir(), "console-"));
  try {
    const input = `jsonencode([${expressions.join(", ")}])\n`;
    const output = execFileSync("terraform", ["console"], {
      cwd: folder,
      input,
      encoding: "utf8",
      stdio: "pipe",
    });
    return JSON.parse(JSON.parse(output) as string) as unknown[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("Terraform judges as the limit does", () => {
  test.each(shapes)("%s", (_, limit, values) => {
    const samples = fc.sample(values, { numRuns: 150, seed: 7 });
    const expressions = samples.map((facts) => {
      const terms = Object.fromEntries(
        limit.reads.map((key) => {
          const value = facts[key];
          return [key, literal(value instanceof KubernetesVersion ? value.toString() : value)];
        }),
      );
      return `(${limit.precondition?.(terms as never)?.condition ?? "null"})`;
    });
    const ours = samples.map((facts) => evaluate(limit, facts, 0).findings.length === 0);
    expect(new Set(ours).size).toBe(2);
    expect(evaluated(expressions)).toEqual(ours);
  });
});
