import { TerraformVariable } from "cdktf";
import { ImageType, Login, ManagedCluster, type Management, type NodeNames } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { numberToken, terway, textToken } from "../support/stacks";
import { addPool, at, pool } from "./pools";

const named = (nodeNames: NodeNames) => pool({ nodeNames });
const script = (userData: string) => pool({ userData });
const containerOs = { imageType: ImageType.CONTAINER_OS, management: { autoVulFix: true } };
const onContainerOs = (userData: string) => pool({ userData, ...containerOs });
const managed = (management: Management) => pool({ management });

const parts =
  "parts of lower-case letters, digits and hyphens, each with a letter or digit first and last, and dots between them";
const otherNames = 'change nodeNames, for example { prefix: "shop-", suffix: ".test" }';

/** How nodes are named, what runs on them when they start, and what ACK does on them. */
export const nodeLimitCases: CasesById = {
  "node-name-affix-format": {
    violating: {
      "a prefix with a capital letter": {
        build: named({ prefix: "Aliyun.com", suffix: "test" }),
        at,
        got: 'nodeNames "Aliyun.com192.168.0.55test"',
        want: parts,
        fix: otherNames,
        rows: ["node-name-affix-format"],
      },
      "a prefix that starts with a hyphen": {
        build: named({ prefix: "-aliyun" }),
        at,
        got: 'nodeNames "-aliyun192.168.0.55"',
        want: parts,
        fix: otherNames,
      },
      "a suffix that ends with a hyphen": {
        build: named({ prefix: "aliyun", suffix: ".test-" }),
        at,
        got: 'nodeNames "aliyun192.168.0.55.test-"',
        want: parts,
        fix: otherNames,
      },
      "a part that is empty": {
        build: named({ prefix: "aliyun..com" }),
        at,
        got: 'nodeNames "aliyun..com192.168.0.55"',
        want: parts,
        fix: otherNames,
      },
    },
    legal: {
      "aliyun.com, the address, test": {
        build: named({ prefix: "aliyun.com", suffix: "test" }),
        rows: ["node-name-affix-format"],
      },
      "a prefix that ends with a hyphen, as the provider shows it": named({ prefix: "aliyun.com-" }),
    },
    unknown: {
      "a prefix that only Terraform knows": {
        build: pool((stack) => ({ nodeNames: { prefix: textToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "user-data-size": {
    violating: {
      "32 KiB and a byte": {
        build: script("#".repeat(32 * 1024 + 1)),
        at,
        got: "userData of 32769 bytes",
        want: "at most 32768 bytes",
        fix: "put the script into a bucket of OSS, and fetch it from its internal endpoint",
        rows: ["tee-userdata-1k"],
      },
      "characters of 3 bytes": {
        build: script("池".repeat(11_000)),
        at,
        got: "userData of 33000 bytes",
        want: "at most 32768 bytes",
        fix: "put the script into a bucket of OSS, and fetch it from its internal endpoint",
      },
    },
    legal: {
      "2 KiB, more than the manual has it": {
        build: script("#".repeat(2 * 1024)),
        rows: ["tee-userdata-1k"],
      },
      "32 KiB": script("#".repeat(32 * 1024)),
    },
    unknown: {
      "a script that only Terraform knows": {
        build: pool((stack) => ({ userData: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "containeros-no-packages": {
    violating: {
      "YUM on ContainerOS": {
        build: onContainerOs("#!/bin/sh\nyum install -y jq\n"),
        at,
        got: "userData that calls yum on ContainerOS",
        want: "a script without packages and Python",
        fix: "do it in a DaemonSet, or take another imageType",
        rows: ["containeros-no-packages"],
      },
      "Python on ContainerOS": {
        build: onContainerOs("#!/bin/sh\nsysctl -p && python3 /etc/hello.py\n"),
        at,
        got: "userData that calls python3 on ContainerOS",
        want: "a script without packages and Python",
        fix: "do it in a DaemonSet, or take another imageType",
      },
    },
    legal: {
      "a setting of the kernel on ContainerOS": {
        build: onContainerOs("#!/bin/sh\nsysctl -w vm.max_map_count=262144\n"),
        rows: ["containeros-no-packages"],
      },
      "YUM on Alibaba Cloud Linux": script("#!/bin/sh\nyum install -y jq\n"),
    },
    unknown: {
      "a script that only Terraform knows": {
        build: pool((stack) => ({ userData: textToken(stack), ...containerOs })),
        limit: "silent",
      },
    },
  },
  "management-does-nothing": {
    violating: {
      "a number of nodes alone": {
        build: managed({ maxUnavailable: 3 }),
        at,
        got: "management maxUnavailable 3 of a pool on which ACK does nothing",
        want: "autoRepair, autoUpgrade or autoVulFix beside it",
      },
    },
    legal: {
      "a number of nodes, and fixes": managed({ autoVulFix: {}, maxUnavailable: 3 }),
      "the end of management": managed({ autoRepair: false, maxUnavailable: 3 }),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: pool((stack) => ({ management: { maxUnavailable: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "management-max-unavailable": {
    violating: {
      "no node": {
        build: managed({ autoUpgrade: true, maxUnavailable: 0 }),
        at,
        got: "management maxUnavailable 0 nodes",
        want: "a whole number from 1 to 1000 nodes",
      },
    },
    legal: { "1,000 nodes": managed({ autoRepair: true, maxUnavailable: 1000 }) },
    unknown: {
      "a number that only Terraform knows": {
        build: pool((stack) => ({ management: { autoRepair: true, maxUnavailable: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "managed-pool-pro-only": {
    violating: {
      "a managed pool of a basic cluster": {
        build: (stack) =>
          addPool(new ManagedCluster(stack, "cluster", { name: "shop", network: terway(stack) }), {
            management: { autoRepair: true },
          }),
        at,
        got: "management in a basic cluster",
        want: "a Pro cluster",
        fix: "make the cluster a ProCluster; a basic cluster becomes one in place",
        rows: ["managed-pool-pro-only"],
      },
    },
    legal: {
      "a managed pool of a Pro cluster": {
        build: managed({ autoRepair: true }),
        rows: ["managed-pool-pro-only"],
      },
    },
  },
  "managed-pool-key-only": {
    violating: {
      "a managed pool with a password": {
        build: pool((stack) => ({
          management: { autoRepair: true },
          login: Login.password(
            new TerraformVariable(stack, "password", { type: "string", sensitive: true }),
          ),
        })),
        at,
        got: "management and a password",
        want: "a key pair, or no login",
        fix: "use Login.keyPair, or no login",
        rows: ["managed-pool-key-only"],
      },
    },
    legal: {
      "a managed pool with a key pair": {
        build: managed({ autoRepair: true }),
        rows: ["managed-pool-key-only"],
      },
    },
  },
};
