import { limitsOn, mapFact, provider, type Fact, type FactList, type Named, type Relation } from "../limits";

interface AddonMember {
  readonly name: Fact<string>;
}

interface ClusterAddonFacts {
  readonly installed: FactList<Named>;
}

const cluster = limitsOn<ClusterAddonFacts>("Add-ons");

/** All add-ons of one cluster; the key is the `groupKey` of the cluster. */
export const clusterAddons: Relation<AddonMember, ClusterAddonFacts> = {
  id: "cluster-addons",
  limits: [
    cluster.namesDiffer(
      "addon-once",
      "installed",
      {
        got: (name, earlier) => `the add-on ${name}, which ${earlier} manages as well`,
        want: "one construct for each add-on",
      },
      {
        statement: "A cluster has each add-on once: two resources for one add-on undo each other's settings.",
        source: provider("alicloud_cs_kubernetes_addon (id is cluster and name)"),
        authority: "library",
      },
    ),
  ],
  facts: (members) => ({
    installed: members.map(({ path, member }) => mapFact(member.name, (name) => ({ path, name }))),
  }),
};
