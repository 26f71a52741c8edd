import { SnatEntry } from "@cdktf/provider-alicloud/lib/snat-entry";
import type { Construct } from "constructs";
import { orRefuse } from "../limits";
import { metaArguments, type Dependency, type ResourceOptions } from "../resource";
import { ValueError } from "../values";
import { natGatewayOfVpcLimit } from "./limits";
import type { NatGateway } from "./nat-gateway";
import type { IVpc } from "./vpc";

/** An SNAT table that exists already, with the public address to use. */
export interface SnatTable {
  readonly snatTableId: string;
  /** One public address, or several separated by commas. They must be bound to the NAT gateway. */
  readonly snatIp: string;
}

/** The vSwitches of a network that need a way out, by a key that is stable. */
export interface EgressClient {
  readonly vpc: IVpc;
  /** Zone for the shared NAT gateway, if it has to be made. */
  readonly zone: string;
  readonly vswitches: ReadonlyMap<string, string>;
  readonly options: ResourceOptions;
}

/** What a network does for its way out. */
export interface EgressResult {
  /** Whether ACK makes a NAT gateway of its own when it creates the cluster. */
  readonly newNatGateway: boolean;
  /** Said when there is no way out at all. */
  readonly isIsolated?: true;
  /** The vSwitches that got SNAT entries; absent where the way out does not go by vSwitches. */
  readonly snatVSwitchIds?: readonly string[];
  /** What must exist before the cluster: nodes that cannot reach the internet never join. */
  readonly before: readonly Dependency[];
}

/**
 * How nodes and Pods reach the internet. Without any way out, images come from the VPC registry only and nodes
 * without a public address may never join, so a network always says which way it takes.
 */
export abstract class Egress {
  /**
   * A NAT gateway of the VPC, and an SNAT entry for each vSwitch of the network. Without a gateway of your own, the
   * networks of a VPC share one that is made in the first zone of the first network; give yours when that zone may go.
   */
  public static natGateway(gateway?: NatGateway): Egress {
    return new NatGatewayEgress(gateway);
  }

  /**
   * A NAT gateway that ACK makes together with the cluster. It stays outside of the Terraform state, goes when the
   * cluster goes, and cannot be added or taken away later.
   */
  public static byAck(): Egress {
    return new PlainEgress({ newNatGateway: true, before: [] });
  }

  /** A NAT gateway that exists. Given its SNAT table, each vSwitch of the network gets an entry there; without, the VPC is taken to have its routes. */
  public static existing(table?: SnatTable): Egress {
    return table === undefined
      ? new PlainEgress({ newNatGateway: false, before: [] })
      : new SnatEgress(table);
  }

  /** No way out: a private cluster that takes its images from the VPC registry. */
  public static none(): Egress {
    return new PlainEgress({ newNatGateway: false, isIsolated: true, before: [] });
  }

  /** Creates what this way out needs for the vSwitches of one network. */
  public abstract connect(network: Construct, client: EgressClient): EgressResult;
}

class PlainEgress extends Egress {
  constructor(private readonly result: EgressResult) {
    super();
  }

  public override connect(): EgressResult {
    return this.result;
  }
}

class SnatEgress extends Egress {
  constructor(private readonly table: SnatTable) {
    super();
  }

  public override connect(network: Construct, client: EgressClient): EgressResult {
    return snatEntries(network, client, this.table, []);
  }
}

class NatGatewayEgress extends Egress {
  constructor(private readonly gateway: NatGateway | undefined) {
    super();
  }

  public override connect(network: Construct, client: EgressClient): EgressResult {
    const nat = this.gateway ?? client.vpc.sharedNatGateway(client.zone);
    orRefuse(network, natGatewayOfVpcLimit, () => requireSameVpc(nat.vpc, client.vpc));
    const table = { snatTableId: nat.snatTableId, snatIp: nat.publicIp };
    return snatEntries(network, client, table, nat.before);
  }
}

/** Terway Pods are seen under addresses of their own vSwitches, so these need entries as much as those of nodes. */
function snatEntries(
  network: Construct,
  { vswitches, options }: EgressClient,
  { snatTableId, snatIp }: SnatTable,
  before: readonly Dependency[],
): EgressResult {
  const meta = metaArguments(network, options, { dependsOn: before });
  return {
    newNatGateway: false,
    snatVSwitchIds: [...vswitches.values()],
    before: [...vswitches].map(
      ([key, vswitchId]) =>
        new SnatEntry(network, `snat-${key}`, { ...meta, snatTableId, snatIp, sourceVswitchId: vswitchId }),
    ),
  };
}

/** VPCs with ids that only Terraform knows may be one and the same. */
function requireSameVpc(ofGateway: IVpc, ofNetwork: IVpc): void {
  const isKnown = ![ofGateway, ofNetwork].some(({ groupKey }) => groupKey.startsWith("object:"));
  if (isKnown && ofGateway.groupKey !== ofNetwork.groupKey) {
    throw new ValueError({
      got: `a NAT gateway of ${ofGateway.node.path} for a network in ${ofNetwork.node.path}`,
      want: "a NAT gateway of the VPC of the network",
    });
  }
}
