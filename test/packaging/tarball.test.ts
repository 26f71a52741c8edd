import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ModuleResolution } from "./fresh-project";
import { FreshProject, repository } from "./fresh-project";
import { typeScriptBlocks, type CodeBlock } from "./readme-blocks";

const MAX_PACKED_BYTES = 2.75 * 1024 * 1024;
const MINUTE = 60_000;

/** Uses every way into the package, and types of each, so that a missing declaration does not pass as `any`. */
const CONSUMER = `
import { App, TerraformStack } from "cdktf";
import * as library from "cdktf-ack";
import { provider, vpc } from "cdktf-ack/alicloud";
import * as blueprints from "cdktf-ack/blueprints";
import * as kubernetes from "cdktf-ack/kubernetes";
import * as testing from "cdktf-ack/testing";
import type { AckMatchers } from "cdktf-ack/testing/jest";

const app = new App({ outdir: "out" });
const stack = new TerraformStack(app, "shop");
new provider.AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou" });
const network: vpc.Vpc = new vpc.Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/8" });
// @ts-expect-error the argument is a string
network.description = undefined;
app.synth();
const matcher: keyof AckMatchers<void> = "toRespectLimits";
// @ts-expect-error the matcher is typed
const unknown: keyof AckMatchers<void> = "toRespectNothing";

console.log(JSON.stringify([library, blueprints, testing, kubernetes].map((entry) => Object.keys(entry).length > 0)));
`;

let project: FreshProject;

beforeAll(() => {
  project = new FreshProject();
}, 3 * MINUTE);

afterAll(() => {
  project.remove();
});

test("the packed library is smaller than 2.75 MB", () => {
  expect(project.tarball.size).toBeLessThan(MAX_PACKED_BYTES);
});

test("the package brings the bindings with it, and nothing that they are made from", () => {
  const bundled = "node_modules/@cdktf/provider-alicloud";
  const inside = project.tarball.files.filter((file) => file.startsWith(bundled));
  expect(inside).toEqual(
    expect.arrayContaining(
      ["lib/index.js", "lib/index.d.ts", "lib/vpc/index.js"].map((file) => `${bundled}/${file}`),
    ),
  );
  expect(
    inside.filter((file) => !/provider-alicloud\/(lib\/.+\.(js|d\.ts)|package\.json|README\.md)$/.test(file)),
  ).toEqual([]);
});

test("the package has no sources, tests or build information", () => {
  const own = project.tarball.files.filter((file) => !file.startsWith("node_modules/"));
  expect(
    own.filter((file) => !/^(dist\/.+\.(js|d\.ts)|docs\/.+|[A-Z]+(\.md)?|package\.json)$/.test(file)),
  ).toEqual([]);
});

test("what needs the optional bindings of Kubernetes is reached by a subpath of its own", () => {
  const needing = project.tarball.files.filter(
    (file) =>
      /^dist\/.+\.(js|d\.ts)$/.test(file) &&
      readFileSync(join(project.library, file), "utf8").includes("@cdktf/provider-kubernetes"),
  );
  expect(needing.filter((file) => !file.startsWith("dist/kubernetes/"))).toEqual([]);
  expect(needing).toContain("dist/kubernetes/cluster-kubernetes-provider.js");
});

test("no file of the package names a path of this machine", () => {
  const naming = project.tarball.files.filter((file) => {
    return readFileSync(join(project.library, file), "utf8").includes(repository);
  });
  expect(naming).toEqual([]);
});

describe("a project that installed the package", () => {
  const resolutions: readonly ModuleResolution[] = ["node", "node16", "bundler"];

  const compiled = new Map<ModuleResolution, Promise<void>>();

  /** Compiles the consumer once: strict checks of all declarations take seconds. */
  function compileConsumer(resolution: ModuleResolution): Promise<void> {
    project.write("consumer.ts", CONSUMER);
    const result = compiled.get(resolution) ?? project.compile(["consumer.ts"], resolution);
    compiled.set(resolution, result);
    return result;
  }

  test.each(resolutions)(
    "compiles with moduleResolution %s and strict checks of the declarations",
    async (resolution) => {
      await expect(compileConsumer(resolution)).resolves.toBeUndefined();
    },
    3 * MINUTE,
  );

  test(
    "synthesizes a stack",
    async () => {
      await compileConsumer("node16");
      expect(JSON.parse(await project.run("out-node16/consumer.js"))).toEqual([true, true, true, true]);
      expect(JSON.parse(project.read("out/stacks/shop/cdk.tf.json"))).toMatchObject({
        provider: { alicloud: [{ region: "cn-hangzhou" }] },
        resource: { alicloud_vpc: { vpc: { cidr_block: "10.0.0.0/8" } } },
      });
    },
    3 * MINUTE,
  );

  test("imports the bindings by name from an ES module", async () => {
    project.write(
      "module.mjs",
      `import { vpc } from "cdktf-ack/alicloud"; console.log(vpc.Vpc.tfResourceType);`,
    );
    expect(await project.run("module.mjs")).toBe("alicloud_vpc\n");
  });

  test("imports the constructs by name from an ES module", async () => {
    project.write(
      "constructs.mjs",
      `import { Cidr, ProCluster, readContext } from "cdktf-ack";
       import * as blueprints from "cdktf-ack/blueprints";
       console.log(Cidr.name, ProCluster.name, readContext.name, typeof blueprints.ProductionCluster);`,
    );
    expect(await project.run("constructs.mjs")).toBe("Cidr ProCluster readContext function\n");
  });

  test("loads a domain of the library when it is first read", async () => {
    project.write(
      "domains.js",
      `const library = require("cdktf-ack");
       const loaded = () => ["network", "permissions"].map((domain) =>
         Object.keys(require.cache).some((file) => file.includes(require("node:path").join("dist", domain))));
       console.log(JSON.stringify([loaded(), library.Vpc.name, loaded()]));`,
    );
    expect(JSON.parse(await project.run("domains.js"))).toEqual([[false, false], "Vpc", [true, false]]);
  });

  test("extends the expect of jest by its matchers, which know every limit", async () => {
    project.write(
      "matchers.js",
      `let matchers;
       globalThis.expect = { extend: (given) => (matchers = given) };
       require("cdktf-ack");
       require("cdktf-ack/testing/jest");
       const { App, TerraformStack } = require("cdktf");
       const stack = new TerraformStack(new App({ outdir: "out-matchers" }), "shop");
       const { pass, message } = matchers.toViolate(stack, "rbac-cluster-admin-caution");
       console.log(pass, message().split(" (")[0]);`,
    );
    expect(await project.run("matchers.js")).toBe(
      "false expected shop to violate rbac-cluster-admin-caution\n",
    );
  });

  test("knows the limits of domains that the app does not use", async () => {
    project.write(
      "acknowledged.js",
      `const { App, TerraformStack } = require("cdktf");
       const { Limits } = require("cdktf-ack");
       const app = new App({ outdir: "out-acknowledged" });
       Limits.of(new TerraformStack(app, "shop")).acknowledge("lint-image-tag", { reason: "accepted" });
       app.synth();
       console.log("synthesized");`,
    );
    expect(await project.run("acknowledged.js")).toBe("synthesized\n");
  });

  test("loads no resource of the bindings before one is used", async () => {
    project.write(
      "lazy.js",
      `require("cdktf-ack/alicloud");
       console.log(Object.keys(require.cache).filter((file) => /lib.vpc.index\\.js$/.test(file)).length);`,
    );
    expect(await project.run("lazy.js")).toBe("0\n");
  });

  test(
    "compiles and runs every TypeScript block of the README and of pages of whole programs, which print what is said there",
    async () => {
      const blocks = pages().flatMap((page) =>
        typeScriptBlocks(readFileSync(join(repository, page), "utf8")).map((block) => ({ ...block, page })),
      );
      expect(blocks.length).toBeGreaterThan(5);
      expect(blocks.filter(({ output }) => output !== undefined)).not.toEqual([]);
      const nameOf = ({ page, line }: CodeBlock & { readonly page: string }) =>
        `${page.toLowerCase().replaceAll(/\W/g, "-")}-line-${line}`;
      for (const block of blocks) project.write(`${nameOf(block)}.ts`, block.code);
      const files = blocks.map((block) => `${nameOf(block)}.ts`);
      await project.compile(files, "node16", { skipLibCheck: true });
      for (const block of blocks) {
        const printed = await project.run(`out-node16/${nameOf(block)}.js`);
        if (block.output !== undefined) {
          expect(withoutLines(printed)).toBe(withoutLines(block.output));
        }
      }
    },
    3 * MINUTE,
  );
});

/** The pages whose blocks are whole programs. */
function pages(): readonly string[] {
  const clusters = readdirSync(join(repository, "docs/clusters")).map((file) => `docs/clusters/${file}`);
  return [
    "README.md",
    "docs/account-checks.md",
    "docs/addons.md",
    "docs/adopt.md",
    "docs/blueprints.md",
    "docs/fresh-account.md",
    "docs/governance.md",
    "docs/hardening.md",
    "docs/identity.md",
    "docs/secret-encryption.md",
    "docs/workloads.md",
    "docs/fleet.md",
    "docs/ip-plan.md",
    "docs/node-pools.md",
    "docs/ram-policies.md",
    "docs/networks.md",
    "docs/organisation.md",
    "docs/permissions.md",
    "docs/pipelines.md",
    "docs/security-groups.md",
    "docs/terraform.md",
    "docs/testing.md",
    "docs/upgrades.md",
    "docs/when-a-limit-breaks.md",
    ...clusters,
  ];
}

/** The README calls the program main.ts; here it has another name, and its lines are those of the JavaScript. */
function withoutLines(text: string): string {
  return text.trim().replaceAll(/\([^()\s]+:\d+\)/g, "(line)");
}
