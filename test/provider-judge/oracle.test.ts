import { judge } from "../support/provider-judge";
import type { Problem } from "../support/provider-judge";
import { readLines } from "../support/provider-judge/schema";

/** An answer of the real provider: see the README beside the data. */
interface Recorded {
  readonly id: string;
  readonly config: object;
  readonly refused?: string;
}

const CRASH = "the provider accepts the empty block and panics when it creates the cluster";
const DURATION = "validate does not read the duration, every plan fails on it";

/** Where we judge otherwise on purpose. An entry that is no longer true fails, too. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ["alicloud_cs_managed_kubernetes/block_empty_object/auto_mode", CRASH],
  ["alicloud_cs_managed_kubernetes/block_empty_object/operation_policy", CRASH],
  ["alicloud_cs_managed_kubernetes/accepted_or_not/empty_cluster_auto_upgrade", CRASH],
  ["alicloud_cs_managed_kubernetes/timeouts/bad_duration", DURATION],
  ["alicloud_cs_managed_kubernetes/timeouts/number", DURATION],
  ["alicloud_cs_kubernetes_node_pool/timeouts/bad_duration", DURATION],
  ["alicloud_cs_kubernetes_addon/timeouts/bad_duration", DURATION],
  ["alicloud_vpc/timeouts/bad_duration", DURATION],
  ["alicloud_vpc/timeouts/number", DURATION],
  ["alicloud_vswitch/timeouts/bad_duration", DURATION],
  ["alicloud_nat_gateway/timeouts/bad_duration", DURATION],
  ["alicloud_snat_entry/timeouts/bad_duration", DURATION],
  ["alicloud_eip_association/timeouts/bad_duration", DURATION],
  ["alicloud_security_group/timeouts/bad_duration", DURATION],
  ["alicloud_kms_key/timeouts/bad_duration", DURATION],
  ["alicloud_ecs_key_pair/timeouts/bad_duration", DURATION],
  ["alicloud_vpc_ipv4_cidr_block/timeouts/bad_duration", DURATION],
]);

const recorded = readLines<Recorded>("recorded-validate.jsonl");

function judged({ id, config }: Recorded): Problem[] {
  const [type = ""] = id.split("/");
  return judge({ variable: { u: {} }, resource: { [type]: { it: config } } });
}

const disagreeing = recorded.filter((one) => judged(one).length > 0 !== (one.refused !== undefined));

test("the judge accepts and refuses what the real provider does, but for the listed exceptions", () => {
  expect(disagreeing.map(({ id }) => id).sort()).toEqual([...exceptions.keys()].sort());
});

test("the exceptions stay below 2 in 100", () => {
  expect(exceptions.size / recorded.length).toBeLessThan(0.02);
});

test("where both refuse, the judge names an argument that the provider names", () => {
  const elsewhere = recorded.flatMap((one) => {
    const { refused } = one;
    if (refused === undefined) return [];
    const names = judged(one).map(
      ({ path }) =>
        path
          .replace(/\[\d+\]$/, "")
          .split(".")
          .at(-1) ?? "",
    );
    return names.some((name) => name !== "" && refused.includes(name))
      ? []
      : [{ id: one.id, names, refused }];
  });
  expect(elsewhere).toEqual([]);
});

test("the recorded answers hold both kinds for every type that the library emits first", () => {
  const types = (answers: Recorded[]): string[] => [
    ...new Set(answers.map(({ id }) => id.split("/")[0] ?? "")),
  ];
  const emitted = [
    "alicloud_cs_kubernetes_addon",
    "alicloud_cs_kubernetes_node_pool",
    "alicloud_cs_managed_kubernetes",
    "alicloud_ecs_key_pair",
    "alicloud_eip_address",
    "alicloud_eip_association",
    "alicloud_kms_key",
    "alicloud_log_project",
    "alicloud_nat_gateway",
    "alicloud_security_group",
    "alicloud_snat_entry",
    "alicloud_vpc",
    "alicloud_vpc_ipv4_cidr_block",
    "alicloud_vswitch",
  ];
  expect(types(recorded.filter(({ refused }) => refused !== undefined)).sort()).toEqual(emitted);
  expect(types(recorded.filter(({ refused }) => refused === undefined)).sort()).toEqual(emitted);
});
