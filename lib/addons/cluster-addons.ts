import { isUnknown, mapFact, type Fact, type Named, type Relation } from "../limits";
import { clusterAddonLimits } from "./cluster-addon-limits";
import type { ActingAddon, AddonMember, AddonSwitches, ClusterAddonFacts, ScheduledPool } from "./facts";
import { nodePolicyLimits } from "./node-policy-limits";
import { podAddonLimits } from "./pod-addon-limits";
import { poolAddonLimits } from "./pool-addon-limits";
import { outsideLimits } from "./outside-limits";

/** The add-ons of one cluster, and what needs some of them; the key is the `groupKey` of the cluster. */
export const clusterAddons: Relation<AddonMember, ClusterAddonFacts> = {
  id: "cluster-addons",
  limits: [
    ...clusterAddonLimits,
    ...poolAddonLimits,
    ...podAddonLimits,
    ...outsideLimits,
    ...nodePolicyLimits,
  ],
  facts: (members) => {
    const managed: Fact<Named>[] = [];
    const created: Fact<Named>[] = [];
    const images: Fact<Named>[] = [];
    const accelerates: Fact<boolean>[] = [];
    const podSecurityPolicies: Fact<string>[] = [];
    const spotPools: string[] = [];
    const repairedPools: string[] = [];
    const gpuPools: ScheduledPool[] = [];
    const sandboxedPools: string[] = [];
    const podIdentities: string[] = [];
    const acting: Fact<ActingAddon>[] = [];
    const nodePolicies: string[] = [];
    const podEips: string[] = [];
    const hubbles: string[] = [];
    const secrets: Named[] = [];
    const outside: Fact<Named>[] = [];
    const external: Fact<Named>[] = [];
    let isOwned = false;
    let plugin: ClusterAddonFacts["plugin"];
    let version: ClusterAddonFacts["version"];
    const addSwitches = (path: string, switches: AddonSwitches): void => {
      const { acceleratesTerway, checksPodSecurityPolicies } = switches;
      if (acceleratesTerway !== undefined) {
        accelerates.push(acceleratesTerway);
      }
      if (checksPodSecurityPolicies !== undefined && checksPodSecurityPolicies !== false) {
        podSecurityPolicies.push(mapFact(checksPodSecurityPolicies, () => path));
      }
    };
    for (const { path, member } of members) {
      switch (member.kind) {
        case "addon":
          managed.push(mapFact(member.name, (name) => ({ path, name })));
          acting.push(mapFact(member.name, (name) => ({ path, name, isDedicated: member.isDedicated })));
          if (member.isOutside) {
            outside.push(mapFact(member.name, (name) => ({ path, name })));
          }
          addSwitches(path, member);
          break;
        case "cluster":
          ({ isOwned, plugin, version } = member);
          created.push(...member.created.map((one) => mapFact(one, (name) => ({ path, name }))));
          acting.push(
            ...member.created.map((one) =>
              mapFact(one, (name) => ({ path, name, isDedicated: member.isDedicated })),
            ),
          );
          member.switches.forEach((switches) => addSwitches(path, switches));
          break;
        case "pod-identity":
          podIdentities.push(path);
          break;
        case "node-policy":
          nodePolicies.push(...member.components);
          break;
        case "pod-eip":
          podEips.push(path);
          break;
        case "hubble":
          hubbles.push(path);
          break;
        case "outside-component":
          outside.push({ path, name: member.name });
          break;
        case "addon-secret":
          secrets.push({ path, name: member.namespace });
          break;
        case "pool":
          if (member.isSpot) {
            spotPools.push(path);
          }
          if (member.repairsNodes) {
            repairedPools.push(path);
          }
          if (member.gpuSchedule !== undefined) {
            gpuPools.push({ path, schedule: member.gpuSchedule });
          }
          if (member.isSandboxed) {
            sandboxedPools.push(path);
          }
          if (member.external !== undefined) {
            external.push(mapFact(member.external, (name) => ({ path, name })));
          }
          if (member.imageType !== undefined) {
            images.push(mapFact(member.imageType, (name) => ({ path, name })));
          }
      }
    }
    return {
      managed,
      created,
      isOwned,
      plugin,
      version,
      acceleratesTerway: accelerates.find((one) => one === true) ?? accelerates.find(isUnknown) ?? false,
      podSecurityPolicies,
      spotPools,
      repairedPools,
      images,
      gpuPools,
      sandboxedPools,
      podIdentities,
      acting,
      nodePolicies,
      podEips,
      hubbles,
      secrets,
      outside,
      external,
    };
  },
};
