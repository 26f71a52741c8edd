import type { App } from "cdktf";
import {
  Capacity,
  InstanceSelection,
  Login,
  ProCluster,
  RemovalPolicy,
  TerwayNetwork,
  type NodePoolOptions,
} from "cdktf-ack";
import { securityGroup } from "cdktf-ack/alicloud";
import { checkPlan } from "cdktf-ack/guard";
import type { Construct } from "constructs";
import { applied, inLab, stackOf, synthesized, version } from "./support";

const POOL = "alicloud_cs_kubernetes_node_pool";

/** A cluster with a pool that is created before its predecessor goes, and what the props of the pool refer to. */
const cluster = (props: (stack: Construct, vpcId: string) => Partial<NodePoolOptions>): string =>
  synthesized((app: App) =>
    stackOf(app, (stack) => {
      const network = TerwayNetwork.inNewVpc(stack, "network", {
        cidr: "10.0.0.0/16",
        zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
      });
      new ProCluster(stack, "cluster", {
        name: "shop",
        network,
        removalPolicy: RemovalPolicy.DESTROY,
      }).addNodePool("workers", {
        instances: InstanceSelection.types("ecs.g7.xlarge"),
        capacity: Capacity.fixed(2),
        login: Login.keyPair("ops"),
        replacement: "create-first",
        ...props(stack, network.vpc.vpcId),
      });
    }),
  );

const inGroup = (securityGroupType: "normal" | "enterprise") =>
  cluster((stack, vpcId) => {
    const group = new securityGroup.SecurityGroup(stack, "nodes", {
      vpcId,
      securityGroupName: "nodes",
      securityGroupType,
    });
    return { securityGroupIds: [group.id] };
  });
const inGroups = (...securityGroupIds: string[]) => cluster(() => ({ securityGroupIds }));

test.each([
  ["when its props name another security group", inGroups("sg-bp1one"), inGroups("sg-bp1two")],
  ["when the security group that they refer to is replaced", inGroup("normal"), inGroup("enterprise")],
])("a pool comes with its nodes before its predecessor goes, %s", (_name, before, after) =>
  inLab(async (lab) => {
    const pools = () => lab.account.objects().filter(({ type }) => type === POOL);
    await applied(version(lab, before));
    const [predecessor] = pools();
    const changed = version(lab, after);
    const plan = await changed.plan();
    const replaced = plan.changes.filter(({ action }) => action === "replace");
    expect(replaced.map(({ createBeforeDestroy }) => createBeforeDestroy)).not.toContain(false);
    expect(replaced.map(({ type }) => type)).toContain(POOL);
    expect(checkPlan(plan.json).findings.find(({ rule }) => rule === "node-pool-replaced")).toMatchObject({
      severity: "warning",
      got: expect.stringMatching(/^security_group_ids.+; the new one is created first$/) as string,
    });
    await applied(changed);
    const [successor, ...others] = pools();
    expect(others).toEqual([]);
    expect(successor?.id).not.toBe(predecessor?.id);
    expect(successor?.values["node_pool_name"]).not.toBe(predecessor?.values["node_pool_name"]);
    await changed.destroy();
    expect(pools()).toEqual([]);
  }),
);

test("a literal and a reference with the same value give the same name", () =>
  inLab(async (lab) => {
    const nameOf = () => lab.account.objects().find(({ type }) => type === POOL)?.values["node_pool_name"];
    await applied(version(lab, inGroup("normal")));
    const made = nameOf();
    const id = lab.account.objects().find(({ type }) => type === "alicloud_security_group")?.id ?? "";
    const literal = JSON.parse(inGroups(id)) as { resource: Record<string, Record<string, object>> };
    expect(JSON.stringify(literal.resource[POOL])).toContain(`"node_pool_name":"${String(made)}"`);
  }));

test("a pool that starts to be created first is renamed in place", () =>
  inLab(async (lab) => {
    await applied(
      version(
        lab,
        cluster(() => ({ replacement: "destroy-first", ramRoleName: "shop" })),
      ),
    );
    const changed = version(
      lab,
      cluster(() => ({ ramRoleName: "shop" })),
    );
    const { update, replace } = await changed.plan();
    expect([update, replace]).toEqual([[expect.stringContaining("_workers_pool_")], []]);
    await applied(changed);
  }));
