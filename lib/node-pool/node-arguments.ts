import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import type { NodeAddress } from "./capacity";
import { kubeletArguments } from "./kubelet";
import { managementArguments } from "./management";
import { nodeNameMode } from "./node-names";
import type { NodePoolOptions } from "./node-pool-options";
import { upgradeArguments } from "./pool-upgrade";
import { rollingArguments } from "./rolling-policy";
import { encodedUserData } from "./user-data";

/** The arguments of a pool that few pools have: how its nodes are paid, run, named and managed. */
export function nodeArguments(props: NodePoolOptions): Partial<CsKubernetesNodePoolConfig> {
  return {
    ...props.billing?.poolArguments,
    ...props.multiAzPolicy?.poolArguments,
    ...props.runtime?.poolArguments,
    ...(props.publicIp === undefined ? {} : publicIpArguments(props.publicIp)),
    ...props.privatePool?.poolArguments,
    cpuPolicy: props.cpuPolicy,
    kubeletConfiguration: kubeletArguments(props.kubelet),
    rollingPolicy: rollingArguments(props.rollingPolicy),
    upgradePolicy: upgradeArguments(props),
    updateNodes: props.updateNodes,
    nodeNameMode: nodeNameMode(props.nodeNames),
    userData: encodedUserData(props.userData),
    preUserData: encodedUserData(props.preUserData),
    rdsInstances: props.rdsInstanceIds?.length === 0 ? undefined : props.rdsInstanceIds?.slice(),
    management: managementArguments(props.management),
    unschedulable: props.unschedulable,
    deploymentSetId: props.deploymentSetId,
    ramRoleName: props.ramRoleName,
    // These replace the pool when they come or go, so none is written unless it is meant.
    instanceMetadataOptions: props.instanceMetadata === "required" ? { httpTokens: "required" } : undefined,
    teeConfig: props.confidentialComputing === true ? { teeEnable: true } : undefined,
    securityHardeningOs: props.osHardening === "ack" ? true : undefined,
    socEnabled: props.osHardening === "mlps" ? true : undefined,
  };
}

function publicIpArguments({ bandwidthMbps, internetChargeType = "PayByTraffic" }: NodeAddress) {
  return { internetChargeType, internetMaxBandwidthOut: bandwidthMbps };
}
