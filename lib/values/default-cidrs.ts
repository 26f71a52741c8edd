import { Cidr, PRIVATE_RANGES } from "./cidr";
import { freeRange } from "./cidr-set";
import { ValueError } from "./value-error";

// Both lists must never change once released, nor the way they are walked: the two CIDRs of a cluster are
// create-only, so a different default would replace every cluster that relies on it.

/** The manual's default first, then a /20 in 192.168.0.0/16, then the start of kubeadm's default range. */
const SERVICE_PREFERENCES = ["172.21.0.0/20", "192.168.240.0/20", "10.96.0.0/20"].map(Cidr.parse);

/** The manual's example first, then the range that Flannel itself uses when it is left alone. */
const POD_PREFERENCES = ["172.20.0.0/16", "10.244.0.0/16"].map(Cidr.parse);

const SERVICE_PREFIX = 20;
const SOURCE = "ACK user guide (2021-12-02), lines 10776-10785";

/**
 * The Service CIDR of a cluster that was given none: 172.21.0.0/20 (ACK user guide (2021-12-02), line 64064), or
 * a /20 in another private range where that overlaps the VPC. A function of the VPC's ranges alone.
 *
 * @param vpc the primary and all secondary ranges of the VPC
 * @throws ValueError if the VPC leaves no private /20 free
 */
export function defaultServiceCidr(vpc: readonly Cidr[]): Cidr {
  const free = freeRange(SERVICE_PREFIX, vpc, [...SERVICE_PREFERENCES, ...PRIVATE_RANGES]);
  if (free !== undefined) return free;
  throw nothingFree("Service", SERVICE_PREFIX, vpc, "serviceCidr");
}

/**
 * The Pod CIDR of a Flannel cluster that was given none: 172.20.0.0/16 (ACK user guide (2021-12-02), line 10735),
 * or another private range where that overlaps. A function of the VPC's ranges and the Service CIDR alone.
 *
 * @param vpc the primary and all secondary ranges of the VPC
 * @param prefix prefix length of the Pod CIDR, which bounds the number of nodes: see {@link flannelMaxNodes}
 * @throws ValueError if no private range of that size is free
 */
export function defaultPodCidr(vpc: readonly Cidr[], serviceCidr: Cidr, prefix = 16): Cidr {
  const taken = [...vpc, serviceCidr];
  const free = freeRange(prefix, taken, [...POD_PREFERENCES, ...PRIVATE_RANGES]);
  if (free !== undefined) return free;
  throw nothingFree("Pod", prefix, taken, "podCidr");
}

function nothingFree(role: string, prefix: number, taken: readonly Cidr[], prop: string): ValueError {
  return new ValueError({
    got: `no private /${prefix} free for the ${role} CIDR beside ${taken.join(", ")}`,
    want: "VPC, Pod and Service CIDRs that do not overlap",
    fix: `give ${prop}, or take a smaller VPC`,
    source: SOURCE,
  });
}
