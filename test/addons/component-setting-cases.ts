import type { TerraformStack } from "cdktf";
import { Addon, type AddonConfig } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, proCluster, textToken } from "../support/stacks";

const at = "shop/it";
const apiServer = (config: AddonConfig) => (stack: TerraformStack) =>
  new Addon(stack, "it", { cluster: proCluster(stack), name: "kube-apiserver", config });
const ports = (ServiceNodePortRange: string) => apiServer({ ServiceNodePortRange });
const portWords = (range: string) => ({
  at,
  got: `ServiceNodePortRange ${range}`,
  want: "a range within 10000-65535",
  fix: 'take a part of it, such as ServiceNodePortRange: "30000-32767"',
});

/** The cloud controller manager of a Flannel cluster, unless it is of a Terway cluster. */
const routeTables =
  (RouteTableIDS: string, terway = false) =>
  (stack: TerraformStack) =>
    new Addon(stack, "it", {
      cluster: terway ? proCluster(stack) : proCluster(stack, { network: flannel(stack) }),
      name: "cloud-controller-manager",
      config: { RouteTableIDS },
    });

/** Settings that have a form. */
export const componentSettingCases: CasesById = {
  "cp-nodeport-range": {
    violating: {
      "a port below 10000": {
        build: ports("9999-32767"),
        ...portWords("9999-32767"),
        rows: ["cp-nodeport-range"],
      },
      "a port above 65535": { build: ports("30000-65536"), ...portWords("30000-65536") },
      "a number of ports that leads too far": { build: ports("65000+536"), ...portWords("65000+536") },
      "a range backwards": { build: ports("32767-30000"), ...portWords("32767-30000") },
      "a word, in the spelling of Kubernetes": {
        build: apiServer({ serviceNodePortRange: "all" }),
        ...portWords("all"),
      },
    },
    legal: {
      "the largest range": { build: ports("10000-65535"), rows: ["cp-nodeport-range"] },
      "the default": { build: ports("30000-32767"), rows: ["cp-nodeport-range"] },
      "a port and a number of further ones": ports("30000+2767"),
      "one port": ports("30000"),
    },
    unknown: {
      "a range that only Terraform knows": {
        build: (stack) => ports(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "multi-route-table-ids": {
    violating: {
      "a blank between two": {
        build: routeTables("vtb-t4n788888abcd, vtb-t4n7k6u3m0n840799abcd"),
        at,
        got: 'the route table " vtb-t4n7k6u3m0n840799abcd"',
        want: "an id such as vtb-t4n788888abcd",
        fix: "name the system route table of the VPC and those of your own: RouteTableIDS: [vpc.resource.routeTableId, ...].join()",
        rows: ["multi-route-table-ids"],
      },
      "the id of a VPC": {
        build: routeTables("vpc-t4n788888abcd"),
        at,
        got: 'the route table "vpc-t4n788888abcd"',
        want: "an id such as vtb-t4n788888abcd",
        fix: "name the system route table of the VPC and those of your own: RouteTableIDS: [vpc.resource.routeTableId, ...].join()",
      },
    },
    legal: {
      "two route tables": {
        build: routeTables("vtb-t4n788888abcd,vtb-t4n7k6u3m0n840799abcd"),
        rows: ["multi-route-table-ids"],
      },
    },
    unknown: {
      "a route table that only Terraform knows": {
        build: (stack) => routeTables(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "multi-route-table-support": {
    violating: {
      "route tables of a Terway cluster": {
        build: routeTables("vtb-t4n788888abcd", true),
        at,
        got: "RouteTableIDS in a Terway cluster",
        want: "a Flannel cluster",
        fix: "leave RouteTableIDS out",
        rows: ["multi-route-table-support"],
      },
    },
    legal: {
      "route tables of a Flannel cluster": {
        build: routeTables("vtb-t4n788888abcd"),
        rows: ["multi-route-table-support"],
      },
    },
    unknown: {
      "route tables that only Terraform knows": {
        build: (stack) => routeTables(textToken(stack), true)(stack),
        limit: "silent",
      },
    },
  },
};
