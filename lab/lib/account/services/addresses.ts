import type { Cloud } from "../cloud";
import { nodesOf } from "../consumption";
import { text, texts } from "../reading";
import type { StoredObject } from "../store";
import { parseCidr } from "./cidr";

/** The service keeps four addresses of each vSwitch. */
const RESERVED = 4;

/** What takes one address of the vSwitch that it names. */
const oneAddress = [
  "alicloud_instance",
  "alicloud_nat_gateway",
  "alicloud_slb_load_balancer",
  "alicloud_db_instance",
  "alicloud_nas_mount_target",
];

/** The addresses of a vSwitch that nothing has taken. Those of Pods are not counted: no call of a provider makes Pods. */
export function freeAddresses({ id, values }: StoredObject, cloud: Cloud): number {
  const block = parseCidr(text(values, "cidr_block"));
  if (block === undefined) return 0;
  const single = cloud.ofType(...oneAddress).filter((one) => one.values["vswitch_id"] === id).length;
  const nodes = cloud
    .ofType("alicloud_cs_kubernetes_node_pool")
    .reduce((sum, pool) => sum + nodesIn(id, pool), 0);
  return Math.max(0, block.last - block.first + 1 - RESERVED - single - nodes);
}

/** Pools spread over their vSwitches, beginning with the first. */
function nodesIn(vswitchId: string, { values }: StoredObject): number {
  const vswitches = texts(values, "vswitch_ids");
  const nodes = nodesOf(values);
  return vswitches.reduce((sum, vswitch, index) => {
    const share = Math.floor(nodes / vswitches.length) + (index < nodes % vswitches.length ? 1 : 0);
    return vswitch === vswitchId ? sum + share : sum;
  }, 0);
}
