import type { TerraformStack } from "cdktf";
import {
  AcsCluster,
  AlicloudProvider,
  DedicatedCluster,
  Disk,
  EdgeCluster,
  Limits,
  Login,
  ServerlessCluster,
  type Masters,
  type ServerlessClusterProps,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import {
  flannel,
  numberToken,
  poolOptions,
  proCluster,
  serverless,
  terway,
  textToken,
} from "../support/stacks";

const at = "shop/cluster";

const threeMasters = {
  instanceTypes: ["ecs.g7.xlarge", "ecs.g7.xlarge", "ecs.g7.xlarge"],
  login: Login.keyPair("ops"),
} as const;

/** A dedicated cluster that exists, with these masters. */
const dedicatedOf = (changes: (stack: TerraformStack) => Partial<Masters>) => (stack: TerraformStack) => {
  Limits.of(stack).acknowledge("dedicated-creation-stopped", { reason: "it exists since 2022" });
  return new DedicatedCluster(stack, "cluster", {
    name: "shop",
    network: terway(stack),
    masters: { ...threeMasters, ...changes(stack) },
  });
};
const dedicated = (changes: Partial<Masters>) => dedicatedOf(() => changes);
const masters = (count: number) =>
  dedicated({ instanceTypes: Array(count).fill("ecs.g7.xlarge") as unknown as Masters["instanceTypes"] });
const disk = (systemDisk: Disk) => dedicated({ systemDisk });
const subscribed = (months: number, renewMonths?: number) =>
  dedicated({ subscription: { months, renewMonths } });

const withoutNodes =
  (props: Partial<ServerlessClusterProps> = {}) =>
  (stack: TerraformStack) =>
    new ServerlessCluster(stack, "cluster", { name: "shop", network: serverless(stack), ...props });
const acs =
  (props: Partial<ServerlessClusterProps> = {}) =>
  (stack: TerraformStack) =>
    new AcsCluster(stack, "cluster", { name: "shop", network: serverless(stack), ...props });

/** An edge cluster of the standard edition in the zone "a" of a region, made with a provider configuration of its own. */
const standardEdgeIn =
  (region: (stack: TerraformStack) => string, edition: "standard" | "pro" = "standard") =>
  (stack: TerraformStack) => {
    const provider = new AlicloudProvider(stack, "there", { region: region(stack), alias: "there" });
    const network = flannel(stack, { zones: { a: { zone: textToken(stack, "zone") } }, provider });
    const cluster = new EdgeCluster(stack, "cluster", {
      name: "stores",
      network,
      edition,
      publicApiServer: true,
    });
    cluster.addNodePool("cloud", poolOptions());
  };
const serverlessIn = (region: string) => (stack: TerraformStack) => {
  Limits.of(stack).acknowledge("serverless-creation-closed", { reason: "we have had one since 2023" });
  const provider = new AlicloudProvider(stack, "there", { region, alias: "there" });
  const network = serverless(stack, { zones: { a: { zone: textToken(stack, "zone") } }, provider });
  new ServerlessCluster(stack, "cluster", { name: "shop", network });
};
const virtualNode = { addons: [{ name: "ack-virtual-node" }] };

const oneOfMonths = "one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 48, 60";

/** What ACK says of single kinds of clusters. */
export const kindCases: CasesById = {
  "dedicated-creation-stopped": {
    violating: {
      "a dedicated cluster": {
        build: (stack) =>
          new DedicatedCluster(stack, "cluster", {
            name: "shop",
            network: terway(stack),
            masters: threeMasters,
          }),
        at,
        got: "a dedicated cluster",
        want: "one that exists already, or a ProCluster",
        fix: "make a ProCluster; acknowledge this for a cluster that exists and is adopted",
      },
    },
    legal: { "a Pro cluster": (stack) => proCluster(stack) },
  },
  "serverless-creation-closed": {
    violating: {
      "an ACK Serverless cluster": {
        build: withoutNodes(),
        at,
        got: "an ACK Serverless cluster",
        want: "an account that had one before, or an AcsCluster",
        fix: "make an AcsCluster, or a ProCluster with the add-on ack-virtual-node; acknowledge this where the account may",
      },
    },
    legal: {
      "an ACS cluster": acs(),
      "one that exists": (stack) =>
        ServerlessCluster.fromAttributes(stack, "cluster", { clusterId: "c123" }).addAddon("metrics", {
          name: "metrics-server",
        }),
    },
  },
  "dualstack-hosted-only": {
    violating: {
      "a dual-stack network for a dedicated cluster": {
        build: (stack) => {
          Limits.of(stack).acknowledge("dedicated-creation-stopped", { reason: "it exists since 2022" });
          new DedicatedCluster(stack, "cluster", {
            name: "shop",
            network: terway(stack, { ipv6: true, dualStack: true }),
            masters: threeMasters,
          });
        },
        at,
        got: "a dual-stack network for a dedicated cluster",
        want: "a network of IPv4",
        fix: "leave dualStack out of the network, or make a ProCluster",
      },
    },
    legal: {
      "a dual-stack network for a Pro cluster": (stack) =>
        proCluster(stack, { network: terway(stack, { ipv6: true, dualStack: true }) }),
    },
  },
  "kind-region": {
    violating: {
      "an edge cluster of the standard edition in Nanjing": {
        build: standardEdgeIn(() => "cn-nanjing"),
        at,
        got: "edge clusters of the standard edition in cn-nanjing",
        want: "a region for which ACK documents them",
        fix: "take another kind or region; acknowledge this where the console offers it, as more regions come",
      },
      "a Serverless cluster in Zhongwei": {
        build: serverlessIn("cn-zhongwei"),
        at,
        got: "clusters without nodes in cn-zhongwei",
        want: "a region for which ACK documents them",
      },
    },
    legal: {
      "the same edge cluster as Pro": standardEdgeIn(() => "cn-nanjing", "pro"),
      "one of the standard edition in Hangzhou": standardEdgeIn(() => "cn-hangzhou"),
      "a region that no list names": standardEdgeIn(() => "ap-southeast-7"),
      "a Serverless cluster in Beijing": serverlessIn("cn-beijing"),
    },
    unknown: {
      "a region that only Terraform knows": {
        build: standardEdgeIn((stack) => textToken(stack, "region")),
        limit: "silent",
      },
    },
  },
  "virtual-node-not-ask": {
    violating: {
      "ack-virtual-node in a Serverless cluster": {
        build: (stack) => {
          Limits.of(stack).acknowledge("serverless-creation-closed", {
            reason: "we have had one since 2023",
          });
          withoutNodes(virtualNode)(stack);
        },
        at,
        got: "ack-virtual-node in a cluster without nodes",
        want: "none",
        fix: "leave ack-virtual-node out of addons",
        rows: ["virtual-node-not-ask"],
      },
      "ack-virtual-node in an ACS cluster": {
        build: acs(virtualNode),
        at,
        got: "ack-virtual-node in a cluster without nodes",
        want: "none",
        fix: "leave ack-virtual-node out of addons",
      },
    },
    legal: {
      "ack-virtual-node in a Pro cluster": {
        build: (stack) => proCluster(stack, virtualNode),
        rows: ["virtual-node-not-ask"],
      },
      "ack-virtual-node that an ACS cluster goes without": acs({
        addons: [{ name: "ack-virtual-node", disabled: true }],
      }),
    },
    unknown: {
      "an add-on that only Terraform knows": {
        build: (stack) => acs({ addons: [{ name: textToken(stack) }] })(stack),
        limit: "partly",
      },
    },
  },
  "master-count-3-or-5": {
    violating: {
      "four masters": {
        build: masters(4),
        at,
        got: "number of masters 4",
        want: "one of 3, 5",
        fix: "name an instance type for each of 3 or 5 masters",
        rows: ["master-count-3-or-5"],
      },
      "one master": {
        build: masters(1),
        at,
        got: "number of masters 1",
        want: "one of 3, 5",
        fix: "name an instance type for each of 3 or 5 masters",
      },
    },
    legal: {
      "three masters": masters(3),
      "five masters": { build: masters(5), rows: ["master-count-3-or-5"] },
    },
  },
  "master-disk-category": {
    violating: {
      "an ESSD AutoPL disk": {
        build: disk(Disk.essdAutoPl({ sizeGiB: 120 })),
        at,
        got: 'masters systemDisk "cloud_auto"',
        want: "one of cloud_essd, cloud_ssd, cloud_efficiency",
        fix: "take Disk.essd({ sizeGiB: 120 })",
        rows: ["master-disk-category"],
      },
    },
    legal: {
      "an ESSD": { build: disk(Disk.essd({ sizeGiB: 120 })), rows: ["master-disk-category"] },
      "an SSD": disk(Disk.ssd({ sizeGiB: 120 })),
      "an ultra disk": disk(Disk.efficiency({ sizeGiB: 120 })),
    },
  },
  "master-disk-size": {
    violating: Object.fromEntries(
      [39, 501].map((sizeGiB) => [
        `a disk of ${sizeGiB} GiB`,
        {
          build: disk(Disk.essd({ sizeGiB })),
          at,
          got: `masters systemDisk sizeGiB ${sizeGiB} GiB`,
          want: "a whole number from 40 to 500 GiB",
        },
      ]),
    ),
    legal: {
      "a disk of 40 GiB": disk(Disk.essd({ sizeGiB: 40 })),
      "a disk of 500 GiB": disk(Disk.essd({ sizeGiB: 500 })),
    },
    unknown: {
      "a size that only Terraform knows": {
        build: dedicatedOf((stack) => ({ systemDisk: Disk.essd({ sizeGiB: numberToken(stack) }) })),
        limit: "silent",
      },
    },
  },
  "master-login-root": {
    violating: {
      "a login that is not root": {
        build: dedicated({ login: Login.keyPair("ops", { asNonRoot: true }) }),
        at,
        got: "masters with a login asNonRoot",
        want: "a login as root",
        fix: 'take Login.keyPair("...") without asNonRoot',
      },
    },
    legal: { "a login as root": dedicated({}) },
  },
  "master-ssh-needs-eip": {
    violating: {
      "SSH from the internet to a private API server": {
        build: dedicated({ sshFromInternet: true }),
        at,
        got: "sshFromInternet without publicApiServer",
        want: "a public API server beside it",
        fix: "set publicApiServer: true, or log in from the VPC",
        rows: ["master-ssh-needs-eip"],
      },
    },
    legal: {
      "SSH from the internet to a public API server": {
        build: (stack) => {
          Limits.of(stack)
            .acknowledge("dedicated-creation-stopped", { reason: "it exists since 2022" })
            .acknowledge("apiserver-eip-port-6443", { reason: "masters are reached from the office" });
          new DedicatedCluster(stack, "cluster", {
            name: "shop",
            network: terway(stack),
            publicApiServer: true,
            masters: { ...threeMasters, sshFromInternet: true },
          });
        },
        rows: ["master-ssh-needs-eip"],
      },
      "SSH from the VPC": dedicated({}),
    },
  },
  "master-subscription-months": {
    violating: {
      "ten months": {
        build: subscribed(10),
        at,
        got: "masters subscription months 10",
        want: oneOfMonths,
      },
    },
    legal: { "nine months": subscribed(9), "five years": subscribed(60), "by use": dedicated({}) },
    unknown: {
      "a term that only Terraform knows": {
        build: dedicatedOf((stack) => ({ subscription: { months: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "master-renewal-months": {
    violating: {
      "renewal for four months": {
        build: subscribed(1, 4),
        at,
        got: "masters subscription renewMonths 4",
        want: "one of 1, 2, 3, 6, 12",
      },
    },
    legal: { "renewal for a year": subscribed(12, 12), "no renewal": subscribed(12) },
    unknown: {
      "a renewal that only Terraform knows": {
        build: dedicatedOf((stack) => ({ subscription: { months: 1, renewMonths: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
};
