import * as fc from "fast-check";
import { extras } from "./fuzz-pool-extras";
import { autoscaling, settings } from "./fuzz-pool-settings";
import { literal, rarely, sometimes, TOKEN, value } from "./fuzz-values";

const wrongCidrs = ["10.0.0.1/16", "banana", "", "10.0.0.0/30"];
const name = value(["shop", "a1", "a".repeat(63)], ["", "-shop", "a".repeat(64)]);
const text = value(["shop", "a", "1.2"], ["", "_"]);
const wrongCounts = [2001, -1, 1.5, NaN];

const zone = fc.record({
  zone: value(["cn-hangzhou-h"]),
  slot: rarely(fc.constantFrom(0, 7, 8, -1)),
  nodeCidr: rarely(value(["10.0.9.0/24", "10.0.11.0/24"], wrongCidrs)),
  podCidr: rarely(value(["10.0.10.0/24", "10.0.12.0/24"], wrongCidrs)),
  nodeVSwitchId: rarely(value(["vsw-1", "vsw-2"])),
  podVSwitchId: rarely(value(["vsw-1", "vsw-3"])),
});

const zoneIds = ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-j", "cn-hangzhou-k"];

export const networks = fc.record({
  plugin: fc.constantFrom("terway", "flannel"),
  cidr: value(["10.0.0.0/16", "10.0.0.0/8", "192.168.0.0/16"], [...wrongCidrs, "100.64.0.0/16"]),
  secondaryCidrs: rarely(fc.array(value(["11.0.0.0/16", "11.1.0.0/16"], wrongCidrs), { maxLength: 2 })),
  zones: fc.oneof(
    { weight: 10, arbitrary: fc.uniqueArray(fc.constantFrom(...zoneIds), { minLength: 1 }) },
    { weight: 5, arbitrary: fc.dictionary(fc.constantFrom("h", "i", "a1"), zone, { minKeys: 1 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom("cn-beijing-h", "zone-9", ""), { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom("H", "h", "x.y", "__proto__"), zone) },
  ),
  serviceCidr: sometimes(value(["172.21.0.0/20", "172.22.0.0/16"], [...wrongCidrs, "10.0.0.0/20"])),
  podCidr: sometimes(value(["172.20.0.0/16", "172.24.0.0/14"], [...wrongCidrs, "10.0.0.0/9"])),
  nodeCidrMask: rarely(value([24, 26, 28], [23, 29])),
  nodesPerZone: rarely(literal([1, 100], [100_000, 0])),
  podsPerZone: rarely(literal([1, 1000], [-1])),
  nodeRange: rarely(value(["10.0.64.0/18", "10.0.0.0/18"], wrongCidrs)),
  podRange: rarely(value(["10.0.128.0/17"], wrongCidrs)),
  peerCidrs: rarely(fc.array(value(["12.0.0.0/16"], wrongCidrs), { maxLength: 2 })),
  customRouteEntries: rarely(value([0, 5], wrongCounts)),
  tags: rarely(fc.dictionary(literal(["team", "unit"], ["aliyun", ""]), text)),
  egress: fc.constantFrom("natGateway", "byAck", "table", "existing", "none"),
});

const disk = fc.record({
  make: fc.constantFrom("essd", "essdAutoPl", "essdEntry", "ssd", "efficiency"),
  sizeGiB: value([40, 120, 2048], [19, 460, 32_768, 1.5]),
  performanceLevel: rarely(fc.constantFrom("PL0", "PL1", "PL2", "PL3")),
  encrypted: sometimes(fc.boolean()),
  kmsKeyId: rarely(value(["key-1"])),
});

const taint = fc.record({
  key: value(["team", "gpu"], [""]),
  value: sometimes(text),
  effect: literal(["NoSchedule", "NoExecute"], ["noSchedule"]),
});

export const pools = fc.array(
  fc.record({
    name: rarely(name),
    min: value([0, 1, 3], wrongCounts),
    max: sometimes(value([3, 12], [1, ...wrongCounts])),
    types: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.uniqueArray(value(["ecs.g7.xlarge", "ecs.g8y.large"], ["g7", ""]), { minLength: 1 }),
      },
      { weight: 1, arbitrary: fc.constant(TOKEN) },
    ),
    systemDisk: sometimes(disk),
    dataDisks: rarely(fc.array(disk, { maxLength: 3 })),
    labels: sometimes(fc.dictionary(literal(["team", "a/b"], ["-x", ""]), text)),
    taints: rarely(fc.array(taint, { maxLength: 2 })),
    placement: rarely(fc.array(fc.constantFrom("h", "i", "none"), { maxLength: 2 })),
    autoscaling,
    settings,
    extras,
  }),
  { maxLength: 3 },
);

export const clusters = fc.record({
  kind: fc.constantFrom("managed", "pro", "edge"),
  name,
  version: sometimes(value(["1.34.1-aliyun.1", "1.35.0-aliyun.1"], ["v1.30", ""])),
  proxyMode: sometimes(fc.constantFrom("ipvs", "iptables", "nftables")),
  clusterDomain: rarely(value(["cluster.local"], ["Cluster", ""])),
  apiServerSans: rarely(fc.oneof(fc.array(text, { maxLength: 2 }), fc.constant(TOKEN))),
  apiServer: rarely(
    fc.record({
      privateLoadBalancerId: sometimes(value(["nlb-private1", "lb-private1"], ["alb-1", ""])),
      publicLoadBalancerId: sometimes(value(["nlb-public1"], [""])),
      dnsVpcIds: sometimes(fc.array(value(["vpc-1"], ["shop"]), { maxLength: 2 })),
    }),
  ),
  audiences: rarely(fc.oneof(fc.array(text, { maxLength: 2 }), fc.constant(TOKEN))),
  window: rarely(
    fc.record({
      start: value(["2026-01-05T01:00:00Z"], ["01:00"]),
      hours: value([3], [0, 25]),
      autoUpgrade: sometimes(fc.constantFrom("patch", "stable", "rapid")),
    }),
  ),
  logs: rarely(
    fc.record({
      components: sometimes(fc.uniqueArray(fc.constantFrom("apiserver", "kcm"))),
      retentionDays: sometimes(value([30], [0, 3651])),
    }),
  ),
  creationAddons: rarely(fc.uniqueArray(value(["logtail-ds", "csi-plugin"], [""]))),
  managedAddons: fc.uniqueArray(value(["metrics-server", "coredns"], ["Metrics", "flexvolume"])),
  encryption: sometimes(value(["key-1", "new"], ["alias/x"])),
  rotationDays: rarely(value([7, 365], wrongCounts)),
  securityGroup: fc.constantFrom("basic", "enterprise", "existing"),
});

export type NetworkInput = typeof networks extends fc.Arbitrary<infer T> ? T : never;
export type PoolInput = typeof pools extends fc.Arbitrary<(infer T)[]> ? T : never;
export type ClusterInput = typeof clusters extends fc.Arbitrary<infer T> ? T : never;
