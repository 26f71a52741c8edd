import {
  ClusterSecurityGroup,
  Peer,
  Port,
  RemovalPolicy,
  SecurityGroup,
  type SecurityGroupType,
} from "cdktf-ack";
import type { Lab } from "cdktf-ack-lab";
import { flannel, poolOptions, proCluster } from "../support/stacks";
import { applied, inLab, stackOf, synthesized, version } from "./support";

/** A cluster in a group of the app, whose operators come in from where is given. */
const withGroup = (type: SecurityGroupType, offices: Readonly<Record<string, Port>>): string =>
  synthesized((app) =>
    stackOf(app, (stack) => {
      const network = flannel(stack);
      const group = new SecurityGroup(stack, "nodes", { vpc: network.vpc, type });
      group.allowNodes(network, { outbound: "minimum" });
      for (const [cidr, port] of Object.entries(offices)) {
        group.allowFrom(`office-${cidr.replaceAll(/[./]/g, "-")}`, Peer.ipv4(cidr), port, {
          why: "operators",
        });
      }
      proCluster(stack, {
        network,
        securityGroup: ClusterSecurityGroup.of(group),
        removalPolicy: RemovalPolicy.DESTROY,
      }).addNodePool("workers", poolOptions({ securityGroupIds: [group.securityGroupId] }));
    }),
  );

const inbound = (lab: Lab) =>
  lab.account
    .objects()
    .filter(({ type, values }) => type === "alicloud_security_group_rule" && values["type"] === "ingress")
    .map(({ values }) => `${String(values["cidr_ip"])} ${String(values["port_range"])}`)
    .sort();

test.each(["enterprise", "basic"] as const)(
  "the rules of an %s group are made, plan nothing more, change one by one, and are destroyed",
  (type) =>
    inLab(async (lab) => {
      await applied(version(lab, withGroup(type, { "203.0.113.0/24": Port.tcp(443) })));
      const before = inbound(lab);
      expect(before).toContain("203.0.113.0/24 443/443");

      const next = version(
        lab,
        withGroup(type, { "203.0.113.0/24": Port.tcpRange(443, 444), "198.51.100.0/24": Port.tcp(22) }),
      );
      const { changes } = await next.plan();
      expect(
        changes
          .filter(({ action }) => action !== "noop")
          .map(({ action, address }) => `${action} ${address.replace(/_[0-9A-F]{8}$/, "")}`)
          .sort(),
      ).toEqual([
        "create alicloud_security_group_rule.nodes_from-office-198-51-100-0-24",
        "replace alicloud_security_group_rule.nodes_from-office-203-0-113-0-24",
      ]);
      await applied(next);
      expect(inbound(lab)).toEqual(
        [
          ...before.filter((rule) => !rule.startsWith("203.")),
          "198.51.100.0/24 22/22",
          "203.0.113.0/24 443/444",
        ].sort(),
      );

      await next.destroy();
      expect(
        lab.account.objects().filter(({ type: it }) => it.startsWith("alicloud_security_group")),
      ).toEqual([]);
    }),
);
