import { isUnknown, limitsOn, provider, type Fact, type FactList, type Relation } from "../limits";

interface AddonMember {
  readonly name: Fact<string>;
  /** Whether it is a resource of its own; the others are installed with the cluster. */
  readonly managed: boolean;
}

interface PlacedAddon {
  readonly path: string;
  readonly name: string;
}

interface ClusterAddonFacts {
  readonly installed: FactList<PlacedAddon>;
}

const cluster = limitsOn<ClusterAddonFacts>();

/** All add-ons of one cluster; the key is the `groupKey` of the cluster. */
export const clusterAddons: Relation<AddonMember, ClusterAddonFacts> = {
  id: "cluster-addons",
  limits: [
    cluster.monotone(
      "addon-once",
      ["installed"],
      {
        statement: "A cluster has each add-on once: two resources for one add-on undo each other's settings.",
        source: provider("alicloud_cs_kubernetes_addon (id is cluster and name)"),
        authority: "provider",
      },
      ({ installed }) => {
        const first = new Map<string, string>();
        return installed.flatMap(({ path, name }) => {
          const earlier = first.get(name);
          if (earlier === undefined) {
            first.set(name, path);
            return [];
          }
          return [
            {
              at: path,
              got: `the add-on ${name}, which ${earlier} manages as well`,
              want: "one construct for each add-on",
            },
          ];
        });
      },
    ),
  ],
  facts: (members) => ({
    installed: members
      .filter(({ member }) => member.managed)
      .map(({ path, member }) => (isUnknown(member.name) ? member.name : { path, name: member.name })),
  }),
};
