import type { TerraformStack } from "cdktf";
import { AcsCluster, type ProClusterProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, proCluster, serverless, terway, textToken } from "../support/stacks";

const cluster = (props: Partial<ProClusterProps>) => (stack: TerraformStack) => proCluster(stack, props);
const clusterOf = (props: (stack: TerraformStack) => Partial<ProClusterProps>) => (stack: TerraformStack) =>
  proCluster(stack, props(stack));

const at = "shop/cluster";
const otherNetwork = "leave it out, or take the other kind of network";

const oneName = "one DNS name, IP address, URI or e-mail address";

/** What a cluster is created with, beside its name and version. */
export const creationLimitCases: CasesById = {
  "one-network-addon": {
    violating: {
      "Flannel without nodes": {
        build: (stack) =>
          new AcsCluster(stack, "cluster", {
            name: "shop",
            network: serverless(stack),
            addons: [{ name: "flannel" }],
          }),
        at,
        got: "the add-on flannel in a network that uses none",
        want: "no network add-on",
        fix: otherNetwork,
      },
      "Flannel in a Terway network": {
        build: cluster({ addons: [{ name: "flannel" }] }),
        at,
        got: "the add-on flannel in a network that uses terway-eniip",
        want: "terway-eniip alone",
        fix: otherNetwork,
        rows: ["network-plugin-enum"],
      },
      "Terway in a Flannel network": {
        build: clusterOf((stack) => ({ network: flannel(stack), addons: [{ name: "terway-eniip" }] })),
        at,
        got: "the add-on terway-eniip in a network that uses flannel",
        want: "flannel alone",
        fix: otherNetwork,
      },
    },
    legal: {
      "settings of the own network add-on": {
        build: cluster({ addons: [{ name: "terway-eniip", config: { IPVlan: "false" } }] }),
        rows: ["network-plugin-enum"],
      },
      "Flannel in a Flannel network": {
        build: clusterOf((stack) => ({ network: flannel(stack), addons: [{ name: "flannel" }] })),
        rows: ["network-plugin-enum"],
      },
      "another one, disabled": cluster({ addons: [{ name: "flannel", disabled: true }] }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: clusterOf((stack) => ({ addons: [{ name: textToken(stack) }] })),
        limit: "partly",
      },
    },
  },
  "network-addon-enabled": {
    violating: {
      "the add-on of the network, disabled": {
        build: cluster({ addons: [{ name: "terway-eniip", disabled: true }] }),
        at,
        got: "terway-eniip, disabled",
        want: "terway-eniip, installed",
      },
    },
    legal: { "another add-on, disabled": cluster({ addons: [{ name: "logtail-ds", disabled: true }] }) },
    unknown: {
      "a name that only Terraform knows": {
        build: clusterOf((stack) => ({ addons: [{ name: textToken(stack), disabled: true }] })),
        limit: "partly",
      },
    },
  },
  "network-addon-settings-once": {
    violating: {
      "a switch of the network, and the add-on in the list": {
        build: (stack) =>
          proCluster(stack, {
            network: terway(stack, { networkPolicy: true }),
            addons: [{ name: "terway-eniip", config: { IPVlan: "true" } }],
          }),
        at,
        got: "terway-eniip in addons, and settings of it in the network",
        want: "one of the two",
        fix: "leave the add-on out of addons, or dataPathV2, networkPolicy and trunkEni out of the network",
      },
    },
    legal: {
      "the switches alone": (stack) =>
        proCluster(stack, { network: terway(stack, { networkPolicy: true, trunkEni: false }) }),
      "the list alone": cluster({ addons: [{ name: "terway-eniip", config: { NetworkPolicy: "true" } }] }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) =>
          proCluster(stack, {
            network: terway(stack, { networkPolicy: true }),
            addons: [{ name: textToken(stack) }],
          }),
        limit: "partly",
      },
    },
  },
  "rrsa-needs-1.22.3": {
    violating: {
      "the version before it": {
        build: cluster({ version: "1.22.2-aliyun.1" }),
        at,
        got: "RRSA with Kubernetes 1.22.2-aliyun.1",
        want: "1.22.3 or later",
        fix: "take a newer version, or set rrsa to false",
      },
    },
    legal: {
      "the first version that has it": cluster({ version: "1.22.3-aliyun.1" }),
      "an older version without it": cluster({ version: "1.20.11-aliyun.1", rrsa: false }),
      "no version": cluster({}),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: clusterOf((stack) => ({ version: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "api-server-san-format": {
    violating: {
      "two names in one": {
        build: cluster({ apiServerSans: ["api.shop.example,10.0.0.1"] }),
        at,
        got: 'the name "api.shop.example,10.0.0.1"',
        want: oneName,
        rows: ["san-format"],
      },
      "a name with a blank": {
        build: cluster({ apiServerSans: ["api.shop.example "] }),
        at,
        got: 'the name "api.shop.example "',
        want: oneName,
      },
      "a wildcard in the middle": {
        build: cluster({ apiServerSans: ["api.*.example"] }),
        at,
        got: 'the name "api.*.example"',
        want: oneName,
      },
      "no name": { build: cluster({ apiServerSans: [""] }), at, got: 'the name ""', want: oneName },
    },
    legal: {
      "names and addresses": cluster({
        apiServerSans: ["api.shop.example", "*.shop.example", "10.0.0.1", "2001:db8::1", "::1"],
      }),
      "an address, two names and a URI": {
        build: cluster({
          apiServerSans: ["1.2.3.4", "a.example.com", "b.example.com", "https://api.example.com:6443"],
        }),
        rows: ["san-format"],
      },
      "an e-mail address": cluster({ apiServerSans: ["ops@shop.example"] }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: clusterOf((stack) => ({ apiServerSans: ["api.shop.example", textToken(stack)] })),
        limit: "partly",
      },
    },
  },
  "api-server-sans-unique": {
    violating: {
      "a name twice": {
        build: cluster({ apiServerSans: ["api.shop.example", "10.0.0.1", "api.shop.example"] }),
        at,
        got: 'apiServerSans with "api.shop.example" more than once',
        want: "members that differ",
      },
    },
    legal: { "names that differ": cluster({ apiServerSans: ["api.shop.example", "www.shop.example"] }) },
    unknown: {
      "a name that only Terraform knows": {
        build: clusterOf((stack) => ({ apiServerSans: ["api.shop.example", textToken(stack)] })),
        limit: "partly",
      },
    },
  },
  "timezone-format": {
    violating: {
      "an offset": {
        build: cluster({ timezone: "+08:00" }),
        at,
        got: 'timezone "+08:00"',
        want: "a name of the time zone database, such as Asia/Shanghai",
      },
    },
    legal: {
      "a city": cluster({ timezone: "Asia/Shanghai" }),
      "a city of a state": cluster({ timezone: "America/Argentina/Buenos_Aires" }),
      UTC: cluster({ timezone: "UTC" }),
    },
    unknown: {
      "a zone that only Terraform knows": {
        build: clusterOf((stack) => ({ timezone: textToken(stack) })),
        limit: "silent",
      },
    },
  },
};
