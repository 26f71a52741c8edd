import { App, TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import type { Stack } from "cdktf-ack-lab";
import { Lab, type LabOptions } from "cdktf-ack-lab";
import { AlicloudProvider } from "cdktf-ack";
import { ContainerCompute } from "../../examples/container-compute";
import { Dedicated } from "../../examples/dedicated";
import { Edge } from "../../examples/edge";
import { ManagedFlannel } from "../../examples/managed-flannel";
import { ManagedTerway } from "../../examples/managed-terway";
import { NodePools } from "../../examples/node-pools";
import { PrivateKms } from "../../examples/private-kms";
import { Production } from "../../examples/production";
import { QuickStart } from "../../examples/quick-start";
import { Serverless } from "../../examples/serverless";
import { WindowsPools } from "../../examples/windows-pools";
import { Platform } from "../../examples/workloads";
import { blueprints as cases, stackWith } from "../blueprints/cases";

// The examples with passwords take them as Terraform variables.
process.env["TF_VAR_login_password"] = "Rehearsed-1";

/** Every example, by the name of its stack. */
export const examples: Readonly<Record<string, (app: App) => TerraformStack>> = {
  "quick-start": (app) => new QuickStart(app, "quick-start"),
  "managed-terway": (app) => new ManagedTerway(app, "managed-terway"),
  "managed-flannel": (app) => new ManagedFlannel(app, "managed-flannel"),
  production: (app) => new Production(app, "production"),
  "private-kms": (app) => new PrivateKms(app, "private-kms"),
  "node-pools": (app) => new NodePools(app, "node-pools"),
  "windows-pools": (app) => new WindowsPools(app, "windows-pools"),
  edge: (app) => new Edge(app, "edge"),
  "container-compute": (app) => new ContainerCompute(app, "container-compute"),
  serverless: (app) => new Serverless(app, "serverless"),
  dedicated: (app) => new Dedicated(app, "dedicated"),
  // Its workloads stand in a second stack: see access.lab.test.ts.
  platform: (app) => new Platform(app, "platform"),
};

/** Every blueprint, with as few props as it takes. */
export const blueprints: Readonly<Record<string, (app: App) => TerraformStack>> = Object.fromEntries(
  Object.entries(cases).map(([name, make]) => [name, (app: App) => stackWith(app, make)[0]]),
);

/** A stack with a provider, and what is built into it. */
export function stackOf(app: App, build: (stack: Construct) => void, id = "stack"): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
  build(stack);
  return stack;
}

/** Every synthesis of the one stack that a test is about: the next version of it, with the state of the one before. */
export function version(lab: Lab, json: string): Stack {
  return lab.stack(json, { name: "stack" });
}

/** The Terraform JSON of a stack. */
export function synthesized(build: (app: App) => TerraformStack): string {
  return Testing.synth(build(new App()));
}

/** Runs a test in a lab of its own, which is gone afterwards whatever happens. */
export async function inLab(use: (lab: Lab) => Promise<void>, options: LabOptions = {}): Promise<void> {
  const lab = await Lab.start(options);
  try {
    await use(lab);
  } finally {
    await lab.stop();
  }
}

interface Body {
  deletion_protection?: boolean | string;
  lifecycle?: { prevent_destroy?: boolean };
}

/** The same stack with all protection taken off, as a team does with `removalPolicy` before it destroys a cluster. */
export function released(json: string): string {
  const file = JSON.parse(json) as { resource?: Record<string, Record<string, Body>> };
  for (const body of Object.values(file.resource ?? {}).flatMap((named) => Object.values(named))) {
    if (body.deletion_protection === true) body.deletion_protection = false;
    if (body.deletion_protection === "Enabled") body.deletion_protection = "Disabled";
    if (body.lifecycle?.prevent_destroy !== undefined) body.lifecycle.prevent_destroy = false;
  }
  return JSON.stringify(file, null, 2);
}

/** Applies, and holds that nothing is left to do. */
export async function applied(stack: Stack): Promise<void> {
  await stack.apply();
  const { changes } = await stack.plan();
  expect(
    changes.filter(({ action }) => action !== "noop").map(({ address, changed }) => ({ address, changed })),
  ).toEqual([]);
}
