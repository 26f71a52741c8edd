import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AlicloudProvider } from "@cdktf/provider-alicloud/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import * as semver from "semver";
import type { ResourceList } from "./support/scripts";
import { paths, versionConstraint } from "./support/scripts";

const list = JSON.parse(readFileSync(paths.list, "utf8")) as ResourceList;

/** Runs a program in a process of its own, where jest has loaded nothing, and returns what it prints. */
function run(program: string, ...options: string[]): unknown {
  const args = [...options, "--eval", program];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: paths.root, encoding: "utf8" }));
}

const loadedResources = `Object.keys(require.cache).filter((file) => /lib.[^/]+.index\\.js$/.test(file) && file.startsWith(process.cwd()))`;

test("loading the index loads no resource", () => {
  expect(run(`require("@cdktf/provider-alicloud"); console.log(JSON.stringify(${loadedResources}))`)).toEqual(
    [],
  );
});

test("reading a resource from the index loads that resource only", () => {
  const program = `require("@cdktf/provider-alicloud").vpc.Vpc; console.log(JSON.stringify(${loadedResources}))`;
  expect(run(program)).toEqual([join(paths.lib, "vpc/index.js")]);
});

test("importing a resource does not load its code before something of it is read", () => {
  const program = (use: string) =>
    `const vpc = require("@cdktf/provider-alicloud/lib/vpc"); ${use}; console.log(JSON.stringify(Object.keys(require.cache).includes(${JSON.stringify(join(paths.lib, "vpc/code.js"))})))`;
  expect(run(program(""))).toBe(false);
  expect(run(program("vpc.Vpc"))).toBe(true);
});

test("an ES module imports the class of a resource by name", () => {
  const program = `import { Vpc } from "@cdktf/provider-alicloud/lib/vpc/index.js"; console.log(JSON.stringify(Vpc.tfResourceType))`;
  expect(run(program, "--input-type=module")).toBe("alicloud_vpc");
});

test("the index names the provider and every resource and data source of the list", () => {
  const names = run(`console.log(JSON.stringify(Object.keys(require("@cdktf/provider-alicloud"))))`);
  expect(names).toHaveLength(list.resources.length + list.dataSources.length + 1);
  expect(names).toEqual(expect.arrayContaining(["provider", "csManagedKubernetes", "dataAlicloudZones"]));
});

test("an ES module imports a resource from the index by name", () => {
  const program = `import { vpc } from "@cdktf/provider-alicloud"; console.log(JSON.stringify(vpc.Vpc.tfResourceType))`;
  expect(run(program, "--input-type=module")).toBe("alicloud_vpc");
});

test("a stack accepts every later minor version of the provider, but no other major version", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  new AlicloudProvider(stack, "alicloud", {});
  const json = JSON.parse(Testing.synth(stack)) as {
    terraform: { required_providers: Record<string, unknown> };
  };
  expect(json.terraform.required_providers).toEqual({
    alicloud: { source: "aliyun/alicloud", version: "~> 1.289" },
  });
});

test("the version constraint follows the version of the schema", () => {
  expect(versionConstraint("1.300.2")).toBe("~> 1.300");
});

test("the package has the version of the provider that it is generated from", () => {
  const manifest = JSON.parse(readFileSync(join(paths.root, "package.json"), "utf8")) as { version: string };
  expect(semver.eq(manifest.version, list.version)).toBe(true);
});
