import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  Capacity,
  Disk,
  Hardening,
  Login,
  Peer,
  Policy,
  PolicyGovernance,
  Port,
  SecretKmsEncryption,
  SecurityGroup,
  Vpc,
  type INetwork,
  type NodePoolOptions,
  type PolicyOptions,
  type ProClusterProps,
} from "cdktf-ack";
import { csManagedKubernetes, securityGroupRule } from "cdktf-ack/alicloud";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, severalTypes, terway, textToken } from "../support/stacks";

/** What a cluster has that all controls ask for, but for its network. */
const inNetwork = (stack: TerraformStack, network: INetwork): Partial<ProClusterProps> => ({
  network,
  secretEncryption: new SecretKmsEncryption(stack, "secrets"),
  auditLog: {},
  controlPlaneLogs: {},
});
const hardened = (stack: TerraformStack) => inNetwork(stack, terway(stack, { networkPolicy: true }));
const without =
  (...names: readonly (keyof ProClusterProps)[]) =>
  (stack: TerraformStack): Partial<ProClusterProps> =>
    Object.fromEntries(
      Object.entries(hardened(stack)).filter(([name]) => !names.includes(name as keyof ProClusterProps)),
    );

const shop: PolicyOptions = { namespaces: ["shop"] };
const allowedRepos = Policy.named("ACKAllowedRepos", { repos: ["registry.example.com/shop/"] });

interface Parts {
  readonly props: (stack: TerraformStack) => Partial<ProClusterProps>;
  readonly logs: boolean;
  readonly policies: readonly Policy[];
  readonly pool: Partial<NodePoolOptions>;
}

/** A stack that is held to all controls, and meets them but for what a case changes. */
const stackWith =
  (changes: Partial<Parts> = {}) =>
  (stack: TerraformStack) => {
    Hardening.checkOn(stack);
    const { props = hardened, logs = true, policies = [allowedRepos], pool = {} } = changes;
    const cluster = proCluster(stack, props(stack));
    if (logs) {
      cluster.addAddon("logs", { name: "loongcollector" });
    }
    if (policies.length > 0) {
      const governance = new PolicyGovernance(stack, "governance", { cluster });
      policies.forEach((policy, index) => governance.deny(`p${index}`, policy, shop));
    }
    cluster.addNodePool("workers", poolOptions({ systemDisk: encrypted, ...pool }));
    return cluster;
  };
const encrypted = Disk.essd({ sizeGiB: 120, encrypted: true });
const withPool = (pool: Partial<NodePoolOptions>) => stackWith({ pool });
const withProps = (props: Partial<ProClusterProps>) =>
  stackWith({ props: (stack) => ({ ...hardened(stack), ...props }) });

/** Nothing but a group, with one rule. */
const withRule =
  (peer: Peer, port: Port, type: "from" | "to" = "from") =>
  (stack: TerraformStack) => {
    Hardening.checkOn(stack);
    const group = new SecurityGroup(stack, "nodes", { vpc: new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" }) });
    if (type === "from") {
      group.allowFrom("it", peer, port);
    } else {
      group.allowTo("it", peer, port);
    }
    return group;
  };

const cluster = "shop/cluster";
const workers = "shop/cluster/workers";
const meetsAll = { "a stack that meets all controls": stackWith() };
const notAsked = {
  "a stack that did not ask": (stack: TerraformStack) => proCluster(stack),
};

/** Controls of CIS benchmarks. */
export const hardeningLimitCases: CasesById = {
  "cis-private-endpoint": {
    violating: {
      "a public load balancer": {
        build: withProps({ apiServer: { privateLoadBalancerId: "lb-1", publicLoadBalancerId: "lb-2" } }),
        at: cluster,
        got: "a public load balancer for the API server",
        want: "a private endpoint alone",
      },
      "a cluster by hand with a public endpoint": {
        build: (stack) => {
          Hardening.checkOn(stack);
          new csManagedKubernetes.CsManagedKubernetes(stack, "by-hand", {
            vswitchIds: ["vsw-1"],
            slbInternetEnabled: true,
          });
        },
        at: "shop/by-hand",
        got: "slb_internet_enabled true",
        want: "a private endpoint alone",
        also: [
          "cis-secret-encryption",
          "cis-audit",
          "cis-log-service",
          "cis-pod-security",
          "cis-approved-registries",
        ],
      },
    },
    legal: { ...meetsAll, ...notAsked },
  },
  "cis-secret-encryption": {
    violating: {
      "a cluster without encryption": {
        build: stackWith({ props: without("secretEncryption") }),
        at: cluster,
        got: "Secrets without encryption of yours",
        want: "a key of KMS",
      },
    },
    legal: meetsAll,
  },
  "cis-audit": {
    violating: {
      "a cluster that says nothing of audit logs": {
        build: stackWith({ props: without("auditLog") }),
        at: cluster,
        got: "no word on audit logs",
        want: "auditLog",
      },
    },
    legal: {
      ...meetsAll,
      "audit logs in a project of one's own": withProps({ auditLog: { project: "audit" } }),
    },
    unknown: {
      "a switch that only Terraform knows": {
        build: (stack) =>
          stackWith()(stack).resource.addOverride("audit_log_config.enabled", textToken(stack)),
        limit: "partly",
      },
    },
  },
  "cis-log-service": {
    violating: {
      "a cluster without logs of the control plane": {
        build: stackWith({ props: without("controlPlaneLogs") }),
        at: cluster,
        got: "a cluster without logs of the control plane",
        want: "both in Log Service",
      },
      "a cluster without an add-on for logs": {
        build: stackWith({ logs: false }),
        at: cluster,
        got: "a cluster without logs of containers",
        want: "both in Log Service",
      },
      "a cluster without either": {
        build: stackWith({ props: without("controlPlaneLogs"), logs: false }),
        at: cluster,
        got: "a cluster without logs of the control plane and logs of containers",
        want: "both in Log Service",
      },
    },
    legal: {
      ...meetsAll,
      "a cluster that is created with the add-on": stackWith({
        logs: false,
        props: (stack) => ({ ...hardened(stack), addons: [{ name: "logtail-ds" }] }),
      }),
    },
    unknown: {
      "an add-on of which only Terraform knows the name": {
        build: (stack) => stackWith({ logs: false })(stack).addAddon("some", { name: textToken(stack) }),
        limit: "partly",
      },
    },
  },
  "cis-private-nodes": {
    violating: {
      "nodes with public addresses": {
        build: withPool({ publicIp: { bandwidthMbps: 5 } }),
        at: workers,
        got: "nodes with public addresses",
        want: "nodes that the internet does not reach",
      },
      "nodes with an EIP each": {
        build: withPool({
          capacity: Capacity.autoscale({ min: 2, max: 3, eip: { bandwidthMbps: 5 } }),
          instances: severalTypes,
        }),
        at: workers,
        got: "nodes with an EIP each",
        want: "nodes that the internet does not reach",
      },
    },
    legal: meetsAll,
  },
  "cis-network-policy": {
    violating: {
      "Terway that looks at no NetworkPolicy": {
        build: stackWith({ props: (stack) => inNetwork(stack, terway(stack)) }),
        at: cluster,
        got: "Terway without NetworkPolicy",
        want: "Terway that holds Pods to NetworkPolicy objects",
      },
      Flannel: {
        build: stackWith({ props: (stack) => inNetwork(stack, flannel(stack)) }),
        at: cluster,
        got: "Flannel, which knows no NetworkPolicy",
        want: "Terway that holds Pods to NetworkPolicy objects",
      },
    },
    legal: meetsAll,
  },
  "cis-disk-encryption": {
    violating: {
      "disks that are not encrypted": {
        build: withPool({
          systemDisk: Disk.essd({ sizeGiB: 120 }),
          dataDisks: [Disk.essd({ sizeGiB: 200, encrypted: true }), Disk.essd({ sizeGiB: 300 })],
        }),
        at: workers,
        got: "the system disk, data disk 2 without encryption",
        want: "encrypted disks",
      },
    },
    legal: {
      ...meetsAll,
      "data disks that are encrypted": withPool({
        dataDisks: [Disk.essd({ sizeGiB: 200, encrypted: true })],
      }),
    },
  },
  "cis-pod-security": {
    violating: {
      "a cluster without policies": {
        build: stackWith({ policies: [] }),
        at: cluster,
        got: "a cluster without policies in this stack",
        want: "policies for its Pods",
        also: ["cis-approved-registries"],
      },
    },
    legal: meetsAll,
  },
  "cis-approved-registries": {
    violating: {
      "a cluster with other policies": {
        build: stackWith({ policies: [Policy.named("ACKPSPPrivilegedContainer")] }),
        at: cluster,
        got: "a cluster that takes images from everywhere",
        want: "the policy ACKAllowedRepos",
      },
    },
    legal: meetsAll,
    unknown: {
      "a policy of which only Terraform knows the name": {
        build: (stack) => stackWith({ policies: [Policy.of(textToken(stack))] })(stack),
        limit: "partly",
      },
    },
  },
  "cis-open-ingress": {
    violating: {
      "SSH for everybody": {
        build: withRule(Peer.anyIpv4(), Port.tcp(22)),
        at: "shop/nodes/from-it",
        got: "TCP 22 from 0.0.0.0/0",
        want: "blocks of your own",
      },
      "everything for everybody": {
        build: withRule(Peer.anyIpv6(), Port.all()),
        at: "shop/nodes/from-it",
        got: "TCP 22 and 3389 from ::/0",
        want: "blocks of your own",
      },
      "a rule by hand": {
        build: (stack) =>
          new securityGroupRule.SecurityGroupRule(stack, "by-hand", {
            securityGroupId: withRule(Peer.ipv4("10.0.0.0/8"), Port.all())(stack).securityGroupId,
            type: "ingress",
            ipProtocol: "tcp",
            portRange: "3000/4000",
            cidrIp: "0.0.0.0/0",
          }),
        at: "shop/by-hand",
        got: "TCP 3389 from 0.0.0.0/0",
        want: "blocks of your own",
      },
    },
    legal: {
      "a block of one's own": withRule(Peer.ipv4("203.0.113.0/24"), Port.tcp(22)),
      "HTTPS for everybody": withRule(Peer.anyIpv4(), Port.tcp(443)),
      "UDP for everybody": withRule(Peer.anyIpv4(), Port.udp(22)),
      "a way out to everybody": withRule(Peer.anyIpv4(), Port.all(), "to"),
    },
    unknown: {
      "a block that only Terraform knows": {
        build: (stack) => withRule(Peer.ipv4(textToken(stack)), Port.tcp(22))(stack),
        limit: "partly",
      },
    },
  },
  "cis-password-login": {
    violating: {
      "a password": {
        build: (stack) => {
          const password = new TerraformVariable(stack, "password", { type: "string", sensitive: true });
          withPool({ login: Login.password(password) })(stack);
        },
        at: workers,
        got: "a login with a password",
        want: "a key pair",
      },
    },
    legal: meetsAll,
  },
  "cis-secret-defaults": {
    violating: {
      "a password for tests": {
        build: (stack) => {
          new TerraformVariable(stack, "password", { type: "string", sensitive: true, default: "Hunter-22" });
          stackWith()(stack);
        },
        at: "shop/password",
        got: "a sensitive variable with a default",
        want: "a value that Terraform is given",
      },
    },
    legal: {
      "a sensitive variable": (stack) => {
        new TerraformVariable(stack, "password", { type: "string", sensitive: true });
        stackWith()(stack);
      },
      "a default of what is no secret": (stack) => {
        new TerraformVariable(stack, "team", { type: "string", default: "shop" });
        stackWith()(stack);
      },
    },
  },
  "cis-supported-version": {
    violating: {
      "a version of the past": {
        build: withProps({ version: "1.30.1-aliyun.1" }),
        at: cluster,
        got: "version 1.30.1-aliyun.1, which ACK no longer maintains",
        want: "a version that it does",
      },
    },
    legal: {
      ...meetsAll,
      "a version of today": withProps({ version: "1.35.1-aliyun.1" }),
      "a version of tomorrow": withProps({ version: "1.99.1-aliyun.1" }),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) => withProps({ version: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
};
