import { switchesOf, type AddonMember } from "../addons";
import { fact, isUnknown, type Fact } from "../limits";
import type { NetworkBinding } from "../network";
import { KubernetesVersion } from "../values";
import type { ClusterProps } from "./cluster-props";
import type { ClusterKind } from "./kinds";

/** What a cluster of this app brings into what its add-ons share. */
export function ownedAddonMember(
  props: ClusterProps,
  { plugin, addon }: NetworkBinding,
  kind: ClusterKind,
): AddonMember {
  const installed = (props.addons ?? []).filter(({ disabled }) => disabled !== true);
  return {
    kind: "cluster",
    isOwned: true,
    isDedicated: kind === "dedicated",
    plugin,
    version: versionFact(props.version),
    created: installed.map(({ name }) => fact(name)),
    switches: [...(addon === undefined ? [] : [addon]), ...installed].map(({ name, config }) =>
      switchesOf(name, config),
    ),
  };
}

/** What is known of an existing cluster. */
export function importedAddonMember(plugin: "terway" | "flannel"): AddonMember {
  return {
    kind: "cluster",
    isOwned: false,
    // It matters to what the cluster was created with alone, which nobody knows.
    isDedicated: false,
    plugin,
    version: undefined,
    created: [],
    switches: [],
  };
}

/** A version that cannot be read is reported by the limit on its format; limits on versions then have nothing to judge. */
export function versionFact(text: string | undefined): Fact<KubernetesVersion> | undefined {
  const known = fact(text);
  return known === undefined || isUnknown(known) ? known : KubernetesVersion.tryParse(known);
}
