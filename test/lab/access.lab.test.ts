import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { App, Testing, type TerraformStack } from "cdktf";
import {
  Authentication,
  Limits,
  ProCluster,
  RemovalPolicy,
  type ApiServerEndpoints,
  type ICluster,
} from "cdktf-ack";
import { ClusterKubernetesProvider } from "cdktf-ack/kubernetes";
import type { Lab, Stack } from "cdktf-ack-lab";
import { Platform, Workloads } from "../../examples/workloads";
import { flannel, poolOptions, proCluster } from "../support/stacks";
import { applied, inLab, released, stackOf } from "./support";

/** An app on disk, as its stacks find each other by their states. */
let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "access-"));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

type Build = (app: App) => readonly TerraformStack[];

/** The synthesized stacks of an app, in the lab, by their names. */
function inApp(lab: Lab, build: Build, change: (json: string) => string = (json) => json): Stack[] {
  const app = new App({ outdir });
  const stacks = build(app);
  app.synth();
  return stacks.map(({ node: { id } }) => lab.stack(change(readJson(id)), { name: id }));
}

function readJson(stack: string): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return JSON.stringify(require(join(outdir, "stacks", stack, "cdk.tf.json")), null, 2);
}

const example: Build = (app) => {
  const platform = new Platform(app, "platform");
  return [platform, new Workloads(app, "workloads", { cluster: platform.cluster })];
};

const kubernetesObjects = (lab: Lab) =>
  lab.account.objects().filter(({ type }) => type.startsWith("kubernetes_"));

describe("a cluster and its workloads, in two stacks", () => {
  test("deploy one after the other, plan nothing more, and are destroyed the other way round", () =>
    inLab(async (lab) => {
      const [platform, workloads] = inApp(lab, example) as [Stack, Stack];
      await applied(platform);
      await applied(workloads);
      expect(
        kubernetesObjects(lab)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(["shop", "shop/web", "shop/web"]);
      // A second run of all, as a pipeline does it.
      expect((await platform.plan()).isEmpty).toBe(true);
      expect((await workloads.plan()).isEmpty).toBe(true);

      const [unprotected, same] = inApp(lab, example, released) as [Stack, Stack];
      await applied(unprotected);
      expect((await same.destroy()).deleted).toBe(3);
      await unprotected.destroy();
      expect(lab.account.objects()).toEqual([]);
    }));

  test("cannot be destroyed any more when the cluster went first", () =>
    inLab(async (lab) => {
      const [platform, workloads] = inApp(lab, example, released) as [Stack, Stack];
      await platform.apply();
      await workloads.apply();
      await platform.destroy();
      await expect(workloads.destroy()).rejects.toThrow(
        /does not have an attribute named \\?"cross-stack-output-/,
      );
    }));

  test("know everything when they are planned: the provider reads its credential first", () =>
    inLab(async (lab) => {
      const [platform, workloads] = inApp(lab, example) as [Stack, Stack];
      await platform.apply();
      const { create, read } = await workloads.plan();
      expect(create).toHaveLength(3);
      expect(read).toEqual([]);
    }));
});

describe("ways into a cluster", () => {
  const workloadsWith =
    (
      props: Omit<ConstructorParameters<typeof ClusterKubernetesProvider>[2], "cluster">,
      isPublic = false,
    ): Build =>
    (app) => {
      let cluster: ICluster | undefined;
      const platform = stackOf(app, (stack) => {
        Limits.of(stack).acknowledge("apiserver-eip-port-6443", { reason: "the pipeline is outside" });
        cluster = proCluster(stack, { network: flannel(stack), publicApiServer: isPublic });
      });
      const workloads = stackOf(
        app,
        (stack) => {
          if (cluster === undefined) throw new Error("the platform comes first");
          new ClusterKubernetesProvider(stack, "kubernetes", { cluster, ...props });
          new NamespaceV1(stack, "shop", { metadata: { name: "shop" } });
        },
        "workloads",
      );
      return [platform, workloads];
    };

  test.each<[string, Build]>([
    ["the public address of a public cluster", workloadsWith({}, true)],
    ["the private address of a public cluster", workloadsWith({ endpoint: "intranet" }, true)],
    ["a program that gives credentials", workloadsWith({ authentication: Authentication.ackRamTool() })],
    ["a credential that does not end", workloadsWith({ temporaryDurationMinutes: "permanent" })],
  ])("%s", (_way, build) =>
    inLab(async (lab) => {
      const [platform, workloads] = inApp(lab, build) as [Stack, Stack];
      await platform.apply();
      await applied(workloads);
      expect(kubernetesObjects(lab)).toHaveLength(1);
    }),
  );

  test("an existing cluster, by the address in its kubeconfig", () =>
    inLab(async (lab) => {
      const [platform] = inApp(lab, workloadsWith({}, true)) as [Stack, Stack];
      await platform.apply();
      const cluster = lab.account.objects().find(({ type }) => type === "alicloud_cs_managed_kubernetes");
      const json = Testing.synth(
        stackOf(new App(), (stack) => {
          const clusterId = cluster?.id ?? "";
          const existing = ProCluster.fromAttributes(stack, "cluster", { clusterId });
          new ClusterKubernetesProvider(stack, "kubernetes", { cluster: existing });
          new NamespaceV1(stack, "shop", { metadata: { name: "shop" } });
        }),
      );
      await applied(lab.stack(json, { name: "existing" }));
      expect(kubernetesObjects(lab)).toHaveLength(1);
    }));
});

describe("a kubeconfig", () => {
  test("comes out as a sensitive output with the private address, and the permanent one stays the same", () =>
    inLab(async (lab) => {
      const json = Testing.synth(
        stackOf(new App(), (stack) => {
          const cluster = proCluster(stack, { network: flannel(stack) });
          cluster.credential(stack, "kubeconfig", { temporaryDurationMinutes: "permanent" }).addOutput();
        }),
      );
      const stack = lab.stack(json, { name: "platform" });
      await applied(stack);
      const cluster = lab.account.objects().find(({ type }) => type === "alicloud_cs_managed_kubernetes");
      const { api_server_intranet: address } = cluster?.values["connections"] as Record<string, string>;
      const { kubeconfig } = await stack.outputs();
      expect(kubeconfig).toContain(`\n    server: ${address}\n`);
      expect(kubeconfig).toContain("client-key-data: ");
      expect(await stack.run("output")).toContain("kubeconfig = <sensitive>");
    }));
});

describe("the endpoints of an API server", () => {
  const withEndpoints = (apiServer: ApiServerEndpoints) =>
    Testing.synth(
      stackOf(new App(), (stack) => {
        const zones = ["cn-hangzhou-h", "cn-hangzhou-i"];
        proCluster(stack, { network: flannel(stack, { zones }), apiServer });
      }),
    );

  test("are load balancers of one's own, which can be others later, in place", () =>
    inLab(async (lab) => {
      const name = "stack";
      const privateLoadBalancerId = "nlb-private1";
      await applied(lab.stack(withEndpoints({ publicLoadBalancerId: "nlb-public1" }), { name }));
      const next = lab.stack(withEndpoints({ privateLoadBalancerId }), { name });
      const plan = await next.plan();
      expect([plan.update.length, plan.replace, plan.delete]).toEqual([1, [], []]);
      await applied(next);
      await applied(lab.stack(withEndpoints({}), { name }));
    }));

  test("have an internal name from the second apply on, as the advice says", () =>
    inLab(async (lab) => {
      const stack = lab.stack(withEndpoints({ internalDns: { enabled: true } }), { name: "stack" });
      await stack.apply();
      expect((await stack.plan()).update).toHaveLength(1);
      await applied(stack);
    }));
});

// What the advice kubernetes-provider-own-stack warns of.
test("a cluster and its workloads in one stack deploy, and call localhost as soon as the cluster is replaced", () =>
  inLab(async (lab) => {
    const oneStack = (serviceCidr: string) =>
      Testing.synth(
        stackOf(new App(), (stack) => {
          const cluster = proCluster(stack, {
            network: flannel(stack, { serviceCidr }),
            removalPolicy: RemovalPolicy.DESTROY,
          });
          const pool = cluster.addNodePool("workers", poolOptions());
          new ClusterKubernetesProvider(stack, "kubernetes", { cluster });
          new NamespaceV1(stack, "shop", { metadata: { name: "shop" }, dependsOn: [pool.resource] });
        }),
      );
    const name = "one";
    await applied(lab.stack(oneStack("172.21.0.0/20"), { name }));
    await expect(lab.stack(oneStack("172.22.0.0/20"), { name }).plan()).rejects.toThrow(
      /http:\/\/localhost\/api\/v1\/namespaces": dial tcp \[::1\]:80: connect: connection refused/,
    );
  }));
