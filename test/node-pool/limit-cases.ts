import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  Capacity,
  ImageType,
  InstanceSelection,
  Limits,
  Login,
  Placement,
  Quotas,
  type NodePoolOptions,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import {
  listToken,
  numberToken,
  poolOptions,
  proCluster,
  severalTypes,
  textToken,
  podAddressAdvice,
} from "../support/stacks";
import { clusterSizeCases } from "./cluster-size-cases";
import { autoscalerCases } from "./autoscaler-cases";
import { billingLimitCases } from "./billing-limit-cases";
import { clusterMixCases } from "./cluster-mix-cases";
import { containerdLimitCases } from "./containerd-limit-cases";
import { diskLimitCases } from "./disk-limit-cases";
import { diskUseCases } from "./disk-use-cases";
import { elasticityLimitCases } from "./elasticity-limit-cases";
import { exclusiveEniCases } from "./exclusive-eni-cases";
import { existingLimitCases } from "./existing-limit-cases";
import { identityLimitCases } from "./identity-limit-cases";
import { imageLimitCases } from "./image-limit-cases";
import { gpuLimitCases } from "./gpu-limit-cases";
import { gpuPropCases } from "./gpu-prop-cases";
import { kubeletLimitCases } from "./kubelet-limit-cases";
import { joiningLimitCases } from "./joining-limit-cases";
import { labelLimitCases } from "./label-limit-cases";
import { loginLimitCases } from "./login-limit-cases";
import { nodeNameCases } from "./node-name-cases";
import { nodeLimitCases } from "./node-limit-cases";
import { lingjunLimitCases } from "./lingjun-limit-cases";
import { migLimitCases } from "./mig-limit-cases";
import { patternLimitCases } from "./pattern-limit-cases";
import { poolRelationCases } from "./pool-relation-cases";
import { poolUpgradeCases } from "./pool-upgrade-cases";
import { upgradeWindowCases } from "./upgrade-window-cases";
import { autoscaledPool } from "./pools";
import { replacementLimitCases } from "./replacement-limit-cases";
import { sandboxLimitCases } from "./sandbox-limit-cases";
import { teeLimitCases } from "./tee-limit-cases";
import { windowsLimitCases } from "./windows-limit-cases";
import { zonalLimitCases } from "./zonal-limit-cases";
import { clusterNetworkCases } from "./cluster-network-cases";
import { podAddressCases } from "./pod-address-cases";

const pool = (changes: Partial<NodePoolOptions>) => (stack: TerraformStack) =>
  proCluster(stack).addNodePool("workers", poolOptions(changes));
/** A pool with props of which some need a scope: tokens. */
const poolOf = (changes: (stack: TerraformStack) => Partial<NodePoolOptions>) => (stack: TerraformStack) =>
  pool(changes(stack))(stack);
const types = (...instanceTypes: string[]) => pool({ instances: InstanceSelection.types(...instanceTypes) });
const autoscaled = (min: number, max: number) => autoscaledPool({ min, max });
const fixed = (nodes: number) => pool({ capacity: Capacity.fixed(nodes), instances: severalTypes });
/** In an account that grants large clusters, to a team that makes them in one step. */
const granted = (build: (stack: TerraformStack) => unknown) => (stack: TerraformStack) => {
  Quotas.of(stack).set({ clusterNodes: 2000, nodePoolNodes: 2000 });
  for (const id of ["node-pool-scale-step-500", "zone-count-by-need", ...podAddressAdvice]) {
    Limits.of(stack).acknowledge(id, { reason: "a test of large pools" });
  }
  build(stack);
};

const password = (stack: TerraformStack, sensitive: boolean) =>
  Login.password(new TerraformVariable(stack, "password", { type: "string", sensitive }));

const at = "shop/cluster/workers";

export const nodePoolLimitCases: CasesById = {
  ...autoscalerCases,
  ...nodeNameCases,
  ...replacementLimitCases,
  "node-pool-name-length": {
    violating: {
      "no character": {
        build: pool({ name: "" }),
        at,
        got: 'the name "" (0 characters)',
        want: "1 to 63 characters",
      },
      "64 characters": {
        build: pool({ name: "a".repeat(64) }),
        at,
        got: `the name "${"a".repeat(64)}" (64 characters)`,
        want: "1 to 63 characters",
        rows: ["nodepool-name-format"],
      },
    },
    legal: {
      "63 characters": { build: pool({ name: "a".repeat(63) }), rows: ["nodepool-name-format"] },
      "63 Chinese characters": pool({ name: "池".repeat(63) }),
      "63 characters that take two code units each": pool({ name: "🚀".repeat(63) }),
      "an underscore, and a leading hyphen": pool({ name: "-gpu_pool" }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: poolOf((stack) => ({ name: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "node-pool-min": {
    violating: {
      "1,001 nodes at least": {
        build: granted(autoscaled(1001, 2000)),
        at,
        got: "min 1001",
        want: "a whole number from 0 to 1000 nodes",
      },
      "-1 nodes at least": {
        build: autoscaled(-1, 3),
        at,
        got: "min -1",
        want: "a whole number from 0 to 1000 nodes",
      },
    },
    legal: {
      "no node at least": autoscaled(0, 3),
      "1,000 nodes at least": granted(autoscaled(1000, 1000)),
      "1,001 nodes that nothing scales": granted(fixed(1001)),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: poolOf((stack) => ({ capacity: Capacity.autoscale({ min: numberToken(stack), max: 3 }) })),
        limit: "silent",
      },
    },
  },
  "node-pool-max": {
    violating: {
      "2,001 nodes at most": {
        build: autoscaled(1, 2001),
        at,
        got: "capacity max 2001 nodes",
        want: "a whole number from 0 to 2000 nodes",
      },
      "-1 nodes": {
        build: fixed(-1),
        at,
        got: "capacity max -1 nodes",
        want: "a whole number from 0 to 2000 nodes",
      },
      "half a node": {
        build: fixed(1.5),
        at,
        got: "capacity max 1.5 nodes",
        want: "a whole number from 0 to 2000 nodes",
      },
    },
    legal: { "2,000 nodes at most": granted(autoscaled(1, 2000)), "no node": fixed(0) },
    unknown: {
      "a number that only Terraform knows": {
        build: poolOf((stack) => ({ capacity: Capacity.fixed(numberToken(stack)) })),
        limit: "silent",
      },
    },
  },
  "scaling-min-max": {
    violating: {
      "more nodes at least than at most": {
        build: autoscaled(4, 3),
        at,
        got: "min 4 and max 3",
        want: "min at most max",
      },
    },
    legal: { "as many nodes at least as at most": autoscaled(3, 3) },
    unknown: {
      "a number that only Terraform knows": {
        build: poolOf((stack) => ({ capacity: Capacity.autoscale({ min: 4, max: numberToken(stack) }) })),
        limit: "silent",
      },
    },
  },
  "instance-type-count": {
    violating: {
      "no type": {
        build: types(),
        at,
        got: "no instance type",
        want: "at least 1 instance type",
        fix: 'name at least one, better several: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge")',
      },
    },
    legal: { "one type": types("ecs.g7.xlarge") },
    unknown: {
      "types that only Terraform knows": {
        build: (stack) => types(...listToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "instance-types-unique": {
    violating: {
      "a type twice": {
        build: types("ecs.g7.xlarge", "ecs.g6.xlarge", "ecs.g7.xlarge"),
        at,
        got: 'instances with "ecs.g7.xlarge" more than once',
        want: "members that differ",
      },
    },
    legal: { "types that differ": types("ecs.g7.xlarge", "ecs.g6.xlarge") },
    unknown: {
      "a type that only Terraform knows": {
        build: (stack) => types("ecs.g7.xlarge", textToken(stack))(stack),
        limit: "partly",
      },
    },
  },
  "instance-type-format": {
    violating: {
      "a type without ecs": {
        build: types("g7.xlarge"),
        at,
        got: 'the instance type "g7.xlarge"',
        want: "a type such as ecs.g7.xlarge",
      },
      "a family without a size": {
        build: types("ecs.g7"),
        at,
        got: 'the instance type "ecs.g7"',
        want: "a type such as ecs.g7.xlarge",
      },
    },
    legal: { "types of several families": types("ecs.gn6i-c40g1.10xlarge", "ecs.ebmg7.32xlarge") },
    unknown: {
      "a type that only Terraform knows": {
        build: (stack) => types("ecs.g7.xlarge", textToken(stack))(stack),
        limit: "partly",
      },
    },
  },
  "node-pool-vswitches": {
    violating: {
      "no vSwitch": {
        build: pool({ placement: Placement.vswitches() }),
        at,
        got: "placement with 0 vSwitches",
        want: "a whole number from 1 to 100 vSwitches",
      },
    },
    legal: { "one vSwitch": pool({ placement: Placement.vswitches("vsw-1") }) },
    unknown: {
      "vSwitches that only Terraform knows": {
        build: poolOf((stack) => ({ placement: Placement.vswitches(...listToken(stack)) })),
        limit: "silent",
      },
    },
  },
  "node-pool-zones": {
    violating: {
      "a zone that the network does not have": {
        build: pool({ placement: Placement.zones("h", "z") }),
        at,
        got: 'the zone "z"',
        want: "a zone of the network of shop/cluster: h",
      },
    },
    legal: { "a zone of the network": pool({ placement: Placement.zones("h") }) },
  },
  ...containerdLimitCases,
  ...diskLimitCases,
  ...diskUseCases,
  ...exclusiveEniCases,
  ...existingLimitCases,
  ...identityLimitCases,
  ...joiningLimitCases,
  ...patternLimitCases,
  ...imageLimitCases,
  ...gpuLimitCases,
  ...imageLimitCases,
  ...gpuPropCases,
  ...lingjunLimitCases,
  ...migLimitCases,
  ...sandboxLimitCases,
  ...teeLimitCases,
  ...windowsLimitCases,
  ...zonalLimitCases,
  "password-is-sensitive": {
    violating: {
      "a variable that Terraform prints": {
        build: poolOf((stack) => ({ login: password(stack, false) })),
        at,
        got: "a password that is no sensitive variable",
        want: "a TerraformVariable with sensitive: true",
        fix: "make the variable with sensitive: true, or use a key pair",
      },
    },
    legal: {
      "a sensitive variable": poolOf((stack) => ({ login: password(stack, true) })),
      "a key pair": pool({ login: Login.keyPair("ops") }),
    },
  },
  "containeros-key-pair-only": {
    violating: {
      "a password with ContainerOS": {
        build: poolOf((stack) => ({ login: password(stack, true), imageType: ImageType.CONTAINER_OS })),
        at,
        got: "a password with ContainerOS",
        want: "a key pair, or no login",
        fix: "use Login.keyPair, or no login",
        also: ["containeros-managed-nodepool-only"],
        rows: ["containeros-key-pair-only"],
      },
    },
    legal: {
      "a key pair with ContainerOS": {
        build: pool({ imageType: ImageType.CONTAINER_OS, management: { autoVulFix: true } }),
        rows: ["containeros-key-pair-only"],
      },
      "a password with another system": poolOf((stack) => ({
        login: password(stack, true),
        imageType: ImageType.UBUNTU,
      })),
    },
  },
  ...kubeletLimitCases,
  ...poolUpgradeCases,
  ...labelLimitCases,
  ...poolRelationCases,
  ...billingLimitCases,
  ...clusterMixCases,
  ...clusterNetworkCases,
  ...podAddressCases,
  ...elasticityLimitCases,
  ...loginLimitCases,
  ...nodeLimitCases,
  ...clusterSizeCases,
  ...upgradeWindowCases,
};
