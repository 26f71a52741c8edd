import type { ValueObject } from "../../values";
import type { Cloud } from "../cloud";
import { blocks, text, texts } from "../reading";
import { Refusal } from "../refusal";
import type { StoredObject } from "../store";
import { overlap, parseCidr } from "./cidr";
import { refuseVersionStep } from "./version-steps";
import { blocksOfVpc } from "./vpc";

const vswitchArguments = ["vswitch_ids", "worker_vswitch_ids", "master_vswitch_ids", "pod_vswitch_ids"];

/** The VPC of the vSwitches of a cluster, as far as they were made here. */
export function vpcOfVswitches(values: ValueObject, cloud: Cloud): string | undefined {
  const ids = vswitchArguments.flatMap((name) => texts(values, name));
  const found = ids.map((id) => cloud.find("alicloud_vswitch", id));
  return found.map((one) => text(one?.values ?? {}, "vpc_id")).find((id) => id !== undefined);
}

/** What ACK says to a new cluster. */
export function refuseCluster(values: ValueObject, cloud: Cloud): void {
  refuseEmptyBlocks(values);
  refuseScatteredVswitches(values, cloud);
  refuseTerwayWithoutAddon(values);
  refuseOverlappingCidrs(values, cloud);
}

/** Blocks on which the provider stumbles over itself: it dies with a panic, which names no argument. */
function refuseEmptyBlocks(values: ValueObject): void {
  const isEmpty = (block: ValueObject): boolean => Object.values(block).every((one) => one === null);
  const auto = blocks(values, "auto_mode");
  const policies = blocks(values, "operation_policy");
  const upgrades = policies.map((policy) => blocks(policy, "cluster_auto_upgrade"));
  const breaks = auto.some(isEmpty) || upgrades.some((given) => given.length === 0 || given.some(isEmpty));
  if (!breaks) return;
  const name = auto.some(isEmpty) ? "auto_mode" : "operation_policy.cluster_auto_upgrade";
  throw new Refusal(
    "PluginPanic",
    `panic: interface conversion: interface {} is nil (the block ${name} is empty).`,
  );
}

function refuseScatteredVswitches(values: ValueObject, cloud: Cloud): void {
  const vpcs = new Map<string, string>();
  for (const id of vswitchArguments.flatMap((name) => texts(values, name))) {
    const vpcId = text(cloud.find("alicloud_vswitch", id)?.values ?? {}, "vpc_id");
    if (vpcId !== undefined) vpcs.set(vpcId, id);
  }
  if (vpcs.size < 2) return;
  throw new Refusal(
    "InvalidVSwitchIds.NotInOneVpc",
    `The vSwitches ${[...vpcs.values()].join(", ")} are in several VPCs.`,
  );
}

function refuseTerwayWithoutAddon(values: ValueObject): void {
  if (texts(values, "pod_vswitch_ids").length === 0 || text(values, "pod_cidr") !== undefined) return;
  if (blocks(values, "addons").some((addon) => text(addon, "name")?.startsWith("terway"))) return;
  const data =
    "InvalidPodVswitchIds: PodCidr conflict with PodVswitch; InvalidCIDR: Invalid pod CIDR: invalid CIDR address:";
  throw new Refusal("EmptyCIDR", `pod or service cidr is empty (${data})`);
}

function refuseOverlappingCidrs(values: ValueObject, cloud: Cloud): void {
  const network = blocksOfVpc(vpcOfVswitches(values, cloud), cloud).map((cidr) => ["the VPC", cidr] as const);
  const pods = ["pods", text(values, "pod_cidr")] as const;
  const services = ["services", text(values, "service_cidr")] as const;
  for (const [name, cidr] of [pods, services]) {
    const block = parseCidr(cidr);
    if (cidr !== undefined && block === undefined) {
      throw new Refusal("InvalidCIDR", `Invalid ${name} CIDR: invalid CIDR address: ${cidr}.`);
    }
    for (const [other, otherCidr] of name === "pods" ? [...network, services] : network) {
      const otherBlock = parseCidr(otherCidr);
      if (block === undefined || otherBlock === undefined || !overlap(block, otherBlock)) continue;
      throw new Refusal(
        "InvalidCIDR",
        `The CIDR block ${cidr ?? ""} of ${name} overlaps ${otherCidr ?? ""} of ${other}.`,
      );
    }
  }
}

/** What ACK, or the provider by itself, says to a change. */
export function refuseClusterChange(before: StoredObject, planned: ValueObject): void {
  if (before.values["enable_rrsa"] === true && planned["enable_rrsa"] !== true) {
    throw new Refusal(
      "NotSupported",
      "It's not supported to disable RRSA! If your cluster has enabled this function, please manually modify your tf file and add the rrsa configuration to the file.",
    );
  }
  const [from, to] = [text(before.values, "version"), text(planned, "version")];
  if (from !== undefined && to !== undefined) refuseVersionStep(from, to);
}

export function refuseProtectedCluster({ id, values }: StoredObject): void {
  if (values["deletion_protection"] !== true) return;
  throw new Refusal("DeletionProtection", `The cluster ${id} has deletion protection: switch it off first.`);
}
