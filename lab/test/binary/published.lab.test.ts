import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab, Stack } from "../../lib";
import { newFolder, removeFolders } from "../terraform/folder";
import { differences, failureOf, inLab } from "./support";

afterAll(removeFolders);

interface Published {
  /** What it builds. */
  readonly builds: string;
  /** Attributes by address that differ in every further plan, as they do with the real provider. */
  readonly differs?: Readonly<Record<string, readonly string[]>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The values of variables that take protection off. */
  readonly released?: Readonly<Record<string, unknown>>;
  /** What the service keeps after the destroy. */
  readonly keeps?: readonly string[];
  /** Texts of the warnings. */
  readonly warns?: readonly RegExp[];
}

const POOL = "alicloud_cs_kubernetes_node_pool";
const OLD_VSWITCHES = /'worker_vswitch_ids' has been deprecated/;

/** The service tells the size that an autoscaled pool has now, and the argument is not computed: Terraform wants it gone. */
const TOLD_SIZE = ["desired_size"];

const published: Readonly<Record<string, Published>> = {
  "rc-02": {
    builds: "a Flannel cluster in a VPC of its own",
    warns: [OLD_VSWITCHES, /'name' has been deprecated/],
  },
  "rc-12": {
    builds: "a Terway cluster in three zones with three pools",
    differs: { [`${POOL}.autoscale_node_pool`]: TOLD_SIZE },
    keeps: ["alicloud_log_project"],
    warns: [OLD_VSWITCHES],
  },
  "rc-15": { builds: "a dedicated cluster", warns: [/alicloud_cs_kubernetes/] },
  "rc-16": { builds: "a serverless cluster", warns: [/alicloud_cs_serverless_kubernetes/] },
  "rc-17": { builds: "an edge cluster with a pool", warns: [/alicloud_cs_edge_kubernetes/] },
  "rc-18": {
    builds: "pools that scale from nothing, by priority",
    differs: Object.fromEntries([0, 1, 2].map((index) => [`${POOL}.default[${index}]`, TOLD_SIZE])),
    warns: [OLD_VSWITCHES],
  },
  "rc-21": {
    builds: "seven kinds of pools",
    differs: { [`${POOL}.spot_auto_scaling`]: TOLD_SIZE },
    warns: [OLD_VSWITCHES],
  },
  "rc-22": { builds: "two grants for one user", warns: [OLD_VSWITCHES] },
  "rc-24": { builds: "a Terway cluster without nodes" },
  "rc-49": {
    builds: "an encrypted cluster with pools of GPUs",
    differs: Object.fromEntries(
      ["system", 'gpu["a10"]', 'gpu["a10-spot"]'].map((name) => [`${POOL}.${name}`, TOLD_SIZE]),
    ),
    released: { protected: false },
  },
  kubernetes: { builds: "a cluster, and what runs in it" },
  "rc-53": { builds: "a private cluster with a key", variables: { create_ack: true } },
};

/** A published configuration in a folder of its own, as it is or rewritten. */
function stackOf(
  lab: Lab,
  name: string,
  rewrite = (text: string): string => text,
  folder = newFolder(),
): Stack {
  const text = readFileSync(join(__dirname, "..", "published", `${name}.tf`), "utf8");
  writeFileSync(join(folder, "main.tf"), rewrite(text));
  return lab.stack(folder);
}

/** A rewriting that does something. */
function without(part: RegExp): (text: string) => string {
  return (text) => {
    const rest = text.replace(part, "");
    if (rest === text) throw new Error(`there is no ${String(part)}`);
    return rest;
  };
}

test.each(Object.entries(published))(
  "%s validates, deploys, plans no more than it must, and goes",
  (name, of) =>
    inLab(async (lab) => {
      const { differs = {}, variables = {}, released = {}, keeps = [], warns = [] } = of;
      const stack = stackOf(lab, name);
      const warnings = (await stack.validate()).map(({ summary, detail }) => `${summary} ${detail}`);
      for (const warning of warns) expect(warnings).toContainEqual(expect.stringMatching(warning));
      if (warns.length === 0) expect(warnings).toEqual([]);

      const plan = await stack.plan({ variables });
      const read = plan.changes.filter(({ address }) => address.startsWith("data."));
      expect(plan.create).toHaveLength(plan.changes.length - read.length);
      await stack.apply({ plan });
      const second = await stack.plan({ variables });
      expect(differences(second)).toEqual(differs);

      await stack.apply({ variables: { ...variables, ...released } });
      await stack.destroy({ variables: { ...variables, ...released } });
      expect(await stack.state()).toEqual([]);
      expect(lab.account.objects().map(({ type }) => type)).toEqual(keeps);
    }),
);

describe("what is protected, or too old", () => {
  test("rc-40 deploys with every role of ACK made by hand, and Terraform does not destroy what must not be", () =>
    inLab(async (lab) => {
      const folder = newFolder();
      const stack = stackOf(lab, "rc-40", undefined, folder);
      await stack.apply();
      expect((await stack.plan()).isEmpty).toBe(true);
      expect(lab.account.objects().filter(({ type }) => /_policy_attachment$/.test(type))).toHaveLength(35);

      const failure = await failureOf(stack.destroy());
      expect(new Set(failure.summaries)).toEqual(new Set(["Instance cannot be destroyed"]));

      const freed = stackOf(lab, "rc-40", (text) => text.replaceAll("prevent_destroy = true", ""), folder);
      await freed.destroy();
      expect(lab.account.objects()).toEqual([]);
    }));

  test("rc-40 as it was published has arguments that the provider has dropped, and is told which", () =>
    inLab(async (lab) => {
      const { summaries } = await failureOf(stackOf(lab, "rc-40-as-published").validate());
      const dropped = ["worker_instance_types", "worker_number", "key_name", "install_cloud_monitor"];
      const since = "has been removed from provider version 1.212.0";
      for (const name of [...dropped, "kube_config"]) {
        expect(summaries).toContainEqual(
          expect.stringContaining(`"${name}": [REMOVED] Field '${name}' ${since}`),
        );
      }
      expect(summaries).toHaveLength(5);
    }));

  test("rc-40 with its NAT gateway as it was published gets none", () =>
    inLab(async (lab) => {
      const normal = without(/ +vswitch_id += alicloud_vswitch.vswitches\[0\].id\n +nat_type.*\n/);
      const { message } = await failureOf(stackOf(lab, "rc-40", normal).apply());
      expect(message).toContain("alicloud_nat_gateway: create failed: InvalidParameter.NatType");
    }));

  test("rc-21 as it was published has nodes repaired without what finds them", () =>
    inLab(async (lab) => {
      const bare = without(/\n +addons \{[^}]*\}\n/);
      const { message } = await failureOf(stackOf(lab, "rc-21", bare).apply());
      expect(message).toContain(
        "alicloud_cs_kubernetes_node_pool: create failed: InvalidParameter.Management",
      );
    }));

  test("rc-49 is not destroyed while it is protected", () =>
    inLab(async (lab) => {
      const stack = stackOf(lab, "rc-49");
      await stack.apply();
      expect((await failureOf(stack.destroy())).message).toContain("delete failed: DeletionProtection");
    }));
});

test("a configuration with a provider that is not simulated is told so", () =>
  inLab(async (lab) => {
    const stack = lab.stack({ resource: { nowhere_thing: { one: {} } } });
    const { message, diagnostics } = await failureOf(stack.plan());
    expect(message).toContain("hashicorp/nowhere");
    expect(diagnostics.map(({ summary }) => summary)).toContainEqual(
      expect.stringContaining("aliyun/alicloud and hashicorp/kubernetes, and for no other provider"),
    );
  }));
