import { fact, isUnknown, type Fact } from "../limits";
import { KubernetesVersion } from "../values";

/** A version as the limits see it: absent where it is not said, or cannot be read. */
export function versionFact(text: string | undefined): Fact<KubernetesVersion> | undefined {
  const known = fact(text);
  return known === undefined || isUnknown(known) ? known : KubernetesVersion.tryParse(known);
}
