import { findingsOf, limitsOn, provider, type Finding } from "../limits";
import type { AdoptedThing, AdoptionFacts, AllAdoptionsFacts } from "./facts";

const adoption = limitsOn<AdoptionFacts>("Adoption");
const cluster = "alicloud_cs_managed_kubernetes";
const pool = "alicloud_cs_kubernetes_node_pool";

export const adoptionLimits = [
  adoption.format(
    "adopted-cluster-id",
    "clusterId",
    /^c[0-9a-f]{32}$/,
    "c and 32 hexadecimal digits, the id of the cluster and not its name",
    {
      statement: "A cluster is adopted by its id.",
      source: provider(`${cluster}, import`),
      prop: "the cluster id",
      fix: "take the id from the list of clusters: aliyun cs GET /api/v1/clusters",
    },
  ),
  adoption.format(
    "adopted-node-pool-id",
    "nodePoolId",
    /^np[0-9a-z]+$/,
    "the id of the pool alone, np and what follows: that of the cluster is put before it",
    {
      statement:
        "A node pool is adopted by its own id; with that of its cluster it is what the provider imports.",
      source: provider(`${pool}, import`),
      prop: "the node pool id",
      fix: "take nodepool_id from the list of pools: aliyun cs GET /clusters/<id>/nodepools",
    },
  ),
  adoption.format("adopted-vpc-id", "vpcId", /^vpc-[0-9a-z]+$/, "vpc- and what follows", {
    statement: "A VPC is adopted by its id.",
    source: provider("alicloud_vpc, import"),
    prop: "the VPC id",
    fix: "write the id that the console shows, such as vpc-bp1abcd",
  }),
  adoption.eachFormat(
    "adopted-vswitch-id",
    "vswitchIds",
    /^vsw-[0-9a-z]+$/,
    { member: "vSwitch id", want: "vsw- and what follows" },
    {
      statement: "A vSwitch is adopted by its id.",
      source: provider("alicloud_vswitch, import"),
      fix: "write the id that the console shows, such as vsw-bp1abcd",
    },
  ),
  adoption.format("adopted-key-id", "keyId", /^[A-Za-z0-9-]+$/, "the id of a key, not its ARN and no alias", {
    statement: "A key is adopted by its id.",
    source: provider("alicloud_kms_key, import"),
    prop: "the key id",
    fix: "write the id that the console shows, such as key-hzz62f1cb66fa42qo****",
    authority: "service",
  }),
  adoption.limit(
    "adopted-can-be-imported",
    ["resourceType"],
    {
      statement:
        "The settings of the autoscaler are not adopted: the provider reads them by an argument that an import does not have.",
      source: provider("alicloud_cs_autoscaling_config, import"),
      authority: "provider",
      fix: "leave the call out: the first apply writes over the settings that the cluster has",
    },
    ({ resourceType }) =>
      resourceType === "alicloud_cs_autoscaling_config"
        ? [{ got: resourceType, want: "a resource that the provider can import" }]
        : [],
  ),
  adoption.limit(
    "adopted-says-what-is-fixed",
    ["unsaid"],
    {
      statement:
        "What is adopted says what the provider cannot change later: a default that differs from what is there would replace it, or be planned for ever.",
      source: provider(`${cluster}: ForceNew arguments, cluster_spec`),
      authority: "library",
      fix: "write out what the console shows, also where it is the default",
    },
    ({ unsaid }) =>
      unsaid.length === 0
        ? []
        : [
            {
              got: `the default of ${unsaid.map(({ prop, byDefault }) => `${prop} (${byDefault})`).join(", ")}`,
              want: "the values that it has: none of them can be changed in place",
            },
          ],
  ),
  adoption.limit(
    "adopted-has-a-resource",
    ["homeless"],
    {
      statement: "What is adopted has a resource of the construct to go to.",
      source: { title: "Terraform documentation", chapter: "import block, to" },
      fix: "adopt what the construct makes: leave out what it takes from elsewhere",
      authority: "library",
    },
    ({ homeless }): readonly Finding[] => homeless,
  ),
];

const all = limitsOn<AllAdoptionsFacts>("Adoption");

export const allAdoptionsLimits = [
  all.monotone(
    "adopted-once",
    ["things"],
    {
      statement: "A thing is adopted by one resource, and a resource adopts one thing.",
      source: { title: "Terraform documentation", chapter: "import block" },
      authority: "library",
      fix: "remove one of the two, or refer to it by fromAttributes",
    },
    ({ things }) => {
      const byThing = new Map<string, AdoptedThing>();
      const byAddress = new Map<string, AdoptedThing>();
      return findingsOf(things as readonly AdoptedThing[], (one) => {
        const twin = byThing.get(one.thing);
        const other = byAddress.get(one.address);
        byThing.set(one.thing, twin ?? one);
        byAddress.set(one.address, other ?? one);
        if (other !== undefined) {
          return {
            at: one.path,
            got: `${one.thing}, after ${other.thing}`,
            want: "one thing for one resource",
          };
        }
        return twin === undefined
          ? undefined
          : {
              at: one.path,
              got: `${one.thing}, which ${twin.path} adopts as well`,
              want: "one resource for it",
            };
      });
    },
  ),
];
