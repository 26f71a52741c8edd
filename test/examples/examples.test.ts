import * as fs from "node:fs";
import * as path from "node:path";
import { TerraformStack, type App } from "cdktf";
import { createTestApp, argumentsByAddress, synthesize } from "cdktf-ack/testing";
import { Dedicated } from "../../examples/dedicated";
import { Edge } from "../../examples/edge";
import { ManagedFlannel } from "../../examples/managed-flannel";
import { ManagedTerway } from "../../examples/managed-terway";
import { PrivateKms } from "../../examples/private-kms";
import { Serverless } from "../../examples/serverless";
import { Platform, Workloads } from "../../examples/workloads";
import { isList, underPublishedNames, type ArgumentValue, type Configuration } from "./compare";
import { problems } from "./expected";
import * as dedicated from "./expected-dedicated";
import * as edge from "./expected-edge";
import * as flannel from "./expected-flannel";
import * as handMade from "./expected-hand-made-roles";
import * as privateKms from "./expected-private-kms";
import * as inferenceExpected from "./expected-inference";
import * as poolKindsExpected from "./expected-pool-kinds";
import * as permissionsExpected from "./expected-permissions";
import * as prioritiesExpected from "./expected-priorities";
import * as serverless from "./expected-serverless";
import * as terway from "./expected-terway";
import * as threePoolsExpected from "./expected-three-pools";
import { dedicatedUseCase } from "./published/dedicated";
import { edgeUseCase } from "./published/edge";
import { handMadeRoles } from "./published/hand-made-roles";
import { moduleComplete } from "./published/module-complete";
import { inference } from "./published/inference";
import { poolKinds } from "./published/pool-kinds";
import { permissions } from "./published/permissions";
import { priorities } from "./published/priorities";
import { fincloudSentinel } from "./published/private-kms";
import { providerDocumentation } from "./published/provider-documentation";
import { serverlessUseCase } from "./published/serverless";
import { threePools } from "./published/three-pools";
import { HandMadeRoles } from "./stacks/hand-made-roles";
import { Inference } from "./stacks/inference";
import { PoolKinds } from "./stacks/pool-kinds";
import { Permissions } from "./stacks/permissions";
import { Priorities } from "./stacks/priorities";
import { ThreePools } from "./stacks/three-pools";

describe.each([
  {
    example: "managed-terway",
    source: "the example of the provider documentation",
    make: (app: App) => new ManagedTerway(app, "managed-terway"),
    published: providerDocumentation,
    ...terway,
  },
  {
    example: "managed-flannel",
    source: "the complete example of the Terraform module",
    make: (app: App) => new ManagedFlannel(app, "managed-flannel"),
    published: moduleComplete,
    ...flannel,
  },
  {
    example: "dedicated",
    source: "the use case of a dedicated cluster",
    make: (app: App) => new Dedicated(app, "dedicated"),
    published: dedicatedUseCase,
    ...dedicated,
  },
  {
    example: "serverless",
    source: "the use case of an ACK Serverless cluster",
    make: (app: App) => new Serverless(app, "serverless"),
    published: serverlessUseCase,
    ...serverless,
  },
  {
    example: "edge",
    source: "the use case of an ACK Edge cluster",
    make: (app: App) => new Edge(app, "edge"),
    published: edgeUseCase,
    ...edge,
  },
  {
    example: "private-kms",
    source: "the environment of fincloud-sentinel",
    make: (app: App) => new PrivateKms(app, "private-kms"),
    published: fincloudSentinel,
    ...privateKms,
  },
  {
    example: "hand-made-roles",
    source: "the network and the cluster of a module of 2019",
    make: (app: App) => new HandMadeRoles(app, "hand-made-roles"),
    published: handMadeRoles,
    ...handMade,
  },
  {
    example: "three-pools",
    source: "the use case of a managed cluster with three pools",
    make: (app: App) => new ThreePools(app, "three-pools"),
    published: threePools,
    ...threePoolsExpected,
  },
  {
    example: "inference",
    source: "the cluster of superlinked SIE, with GPUs",
    make: (app: App) => new Inference(app, "inference"),
    published: inference,
    ...inferenceExpected,
  },
  {
    example: "pool-kinds",
    source: "the example of the provider documentation for node pools",
    make: (app: App) => new PoolKinds(app, "pool-kinds"),
    published: poolKinds,
    ...poolKindsExpected,
  },
  {
    example: "permissions",
    source: "the example of the provider documentation for grants in clusters",
    make: (app: App) => new Permissions(app, "permissions"),
    published: permissions,
    ...permissionsExpected,
  },
  {
    example: "priorities",
    source: "the example of the provider documentation for the autoscaler",
    make: (app: App) => new Priorities(app, "priorities"),
    published: priorities,
    ...prioritiesExpected,
  },
])("$example", ({ source, make, published, mapping, expected }) => {
  const ours = () => underPublishedNames(argumentsByAddress(make(createTestApp())), mapping);

  test(`is ${source}, except for what is listed with a reason`, () => {
    expect(problems(published, ours(), expected)).toEqual([]);
  });

  test("goes against no advice but what it acknowledges", () => {
    expect(synthesize(make(createTestApp())).limits.warnings).toEqual([]);
  });

  test("would not be, if any one of its arguments were another or gone", () => {
    const unnoticed = mutants(ours())
      .filter(({ mutant }) => problems(published, mutant, expected).length === 0)
      .map(({ change }) => change);
    expect(unnoticed).toEqual([]);
  });
});

/** Each resource left out once, each argument left out once and changed once, each member of a list left out once. */
function mutants(configuration: Configuration): { change: string; mutant: Configuration }[] {
  return Object.entries(configuration).flatMap(([resource, block]) => [
    { change: `without ${resource}`, mutant: without(configuration, resource) },
    ...Object.entries(block).flatMap(([argument, value]) => [
      {
        change: `without ${resource}.${argument}`,
        mutant: { ...configuration, [resource]: without(block, argument) },
      },
      ...otherValues(value).map((other) => ({
        change: `${resource}.${argument} as ${JSON.stringify(other)}`,
        mutant: { ...configuration, [resource]: { ...block, [argument]: other } },
      })),
    ]),
  ]);
}

function otherValues(value: ArgumentValue): ArgumentValue[] {
  return isList(value) ? value.map((_, index) => value.toSpliced(index, 1)) : ["another value"];
}

function without<T>(members: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
}

const folder = path.join(__dirname, "../../examples");
const examples = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "main.ts")
  .map((file) => path.basename(file, ".ts"));

describe("the example", () => {
  /** Advice that an example goes against on purpose, by example: the ids of the limits. */
  const warnings: Readonly<Record<string, readonly string[]>> = {};

  test.each(examples)(
    "%s synthesizes without a broken limit, and with no warning but those named",
    async (name) => {
      const stacks = await stacksOf(name);
      expect(stacks).not.toHaveLength(0);
      for (const make of stacks) {
        const { limits } = synthesize(make(createTestApp()));
        expect(limits.broken).toEqual([]);
        expect(limits.turnedIntoWarnings).toEqual([]);
        expect(limits.warnings.map(({ id }) => id)).toEqual(warnings[name] ?? []);
      }
    },
  );

  test("app shows every example", async () => {
    const main = fs.readFileSync(path.join(folder, "main.ts"), "utf8");
    for (const name of examples) {
      for (const make of await stacksOf(name)) {
        const stack = make(createTestApp());
        expect(main).toContain(`new ${stack.constructor.name}(app, "${stack.node.id}"`);
      }
    }
  });
});

type StackClass = new (app: App, id: string) => TerraformStack;

type MakeStack = (app: App) => TerraformStack;

/** The examples of several stacks, of which one gets what another has made. */
const together: Readonly<Record<string, readonly MakeStack[]>> = {
  workloads: [
    (app) => new Platform(app, "platform"),
    (app) => new Workloads(app, "workloads", { cluster: new Platform(app, "platform").cluster }),
  ],
};

async function stacksOf(example: string): Promise<readonly MakeStack[]> {
  const module = (await import(path.join(folder, example))) as Readonly<Record<string, unknown>>;
  const classes = Object.values(module).filter(isStackClass);
  return together[example] ?? classes.map((Stack) => (app) => new Stack(app, example));
}

function isStackClass(value: unknown): value is StackClass {
  return typeof value === "function" && value.prototype instanceof TerraformStack;
}
