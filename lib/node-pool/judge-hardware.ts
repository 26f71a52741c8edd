import type { IConstruct } from "constructs";
import { declareFacts, joinRelation, type Limit } from "../limits";
import { clusterWorkloads } from "../workloads";
import { containerdFacts, containerdLimits } from "./containerd-limits";
import { diskUseFacts, diskUseLimits } from "./disk-use-limits";
import { existingFacts, existingLimits } from "./existing-limits";
import { exclusiveEniFacts, exclusiveEniLimits } from "./exclusive-eni";
import { joiningFacts, joiningLimits } from "./joining-limits";
import { gpuFacts } from "./gpu-facts";
import { gpuLimits } from "./gpu-limits";
import { identityFacts, identityLimits } from "./identity-limits";
import { lingjunFacts, lingjunLimits } from "./lingjun-limits";
import { kubeletFacts } from "./kubelet-facts";
import { kubeletLimits } from "./kubelet-limits";
import { migLimits } from "./mig-limits";
import { patternFacts, patternLimits } from "./pattern-limits";
import { podDensityFacts, podDensityLimits } from "./pod-density-limits";
import type { ResolvedPoolProps } from "./pool-arguments";
import { upgradeFacts, upgradeLimits } from "./pool-upgrade-limits";
import { rollingFacts, rollingLimits } from "./rolling-policy";
import { sandboxFacts, sandboxLimits } from "./sandbox-limits";
import { teeFacts, teeLimits } from "./tee-limits";
import { windowsFacts, windowsLimits } from "./windows-limits";

const gpuPoolLimits = [...gpuLimits, ...migLimits];

/** Registers the facts of pools whose nodes are special; the many others cost nothing. */
export function judgeHardware(pool: IConstruct, props: ResolvedPoolProps): void {
  const gpus = gpuFacts(props);
  judge(pool, gpuPoolLimits, gpus);
  judge(pool, lingjunLimits, lingjunFacts(props));
  judge(pool, windowsLimits, windowsFacts(props));
  judge(pool, sandboxLimits, sandboxFacts(props));
  judge(pool, teeLimits, teeFacts(props));
  judge(pool, containerdLimits, containerdFacts(props));
  judge(pool, diskUseLimits, diskUseFacts(props));
  judge(pool, podDensityLimits, podDensityFacts(props));
  judge(pool, exclusiveEniLimits, exclusiveEniFacts(props));
  judge(pool, patternLimits, patternFacts(props));
  judge(pool, joiningLimits, joiningFacts(props));
  judge(pool, existingLimits, existingFacts(props));
  judge(pool, identityLimits, identityFacts(props));
  judge(pool, kubeletLimits, kubeletFacts(props));
  judge(pool, rollingLimits, rollingFacts(props));
  judge(pool, upgradeLimits, upgradeFacts(props));
  const isSandboxed = props.runtime?.isSandboxed === true;
  if (gpus !== undefined || isSandboxed) {
    const member = { kind: "pool", isSandboxed, labels: props.labels ?? {} } as const;
    joinRelation(pool, clusterWorkloads, props.cluster.groupKey, member, pool.node.path);
  }
}

function judge<F extends object>(pool: IConstruct, limits: readonly Limit<F>[], facts: F | undefined): void {
  if (facts !== undefined) {
    declareFacts(pool, limits, facts);
  }
}
