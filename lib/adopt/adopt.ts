import type { TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import type { Addon } from "../addons";
import type { OwnedCluster } from "../cluster";
import type { ClusterKind, ICluster } from "../cluster/kinds";
import { declareFacts, fact, facts, isToken, joinRelation, Limits, unknown, type Relation } from "../limits";
import type { FlannelNetwork, ServerlessNetwork, TerwayNetwork, Vpc } from "../network";
import type { NodePool } from "../node-pool";
import type { SecretKmsEncryption } from "../security";
import type { AdoptionFacts, AllAdoptionsFacts } from "./facts";
import { adoptionLimits, allAdoptionsLimits } from "./limits";
import { addressOf } from "./resources";
import { StateBlocks } from "./state-blocks";
import { isGiven, unsaidOf } from "./unsaid";
import { vswitchesOf, type AdoptedVSwitches } from "./vswitches";

export interface AdoptedVpcOptions {
  /**
   * Those of its secondary CIDR blocks that exist.
   * @default - all that the VPC names
   */
  readonly secondaryCidrs?: readonly string[];
}

/**
 * Takes what exists, made in the console or by other code, into the state of a stack without making it anew: by import
 * blocks of Terraform 1.5. Constructs are written as usual. What they say is held; what they do not say stays as it is, also
 * where the construct has a default; and what cannot be changed later has to be said.
 */
export class Adopt {
  /** Adopts a cluster, but not its pools and add-ons. */
  public static cluster(cluster: OwnedCluster, clusterId: string): void {
    judge(cluster, { clusterId: fact(clusterId), unsaid: unsaidOf(cluster) });
    const closed = closedKinds[cluster.kind];
    if (closed !== undefined) {
      Limits.of(cluster).acknowledge(closed, { reason: "adopted: it exists already" });
    }
    adopt(
      cluster,
      cluster.resource,
      () => clusterId,
      (prop) => isGiven(cluster, prop) || isSaidByNetwork(cluster, prop),
    );
    Object.defineProperty(cluster, adoptedIdKey, { value: clusterId, configurable: true });
  }

  /** Adopts a node pool by its own id. Its cluster is adopted as well, or in the state already, or refers to an existing one. */
  public static nodePool(pool: NodePool, nodePoolId: string): void {
    judge(pool, { nodePoolId: fact(nodePoolId) });
    adopt(pool, pool.resource, () => `${idOf(pool.cluster)}:${nodePoolId}`);
  }

  /** Adopts an add-on. Without it, the first apply takes over what is installed, too, but the plan says that it is created. */
  public static addon(addon: Addon): void {
    adopt(addon, addon.resource, () => `${idOf(addon.cluster)}:${addon.name}`);
  }

  /** Adopts a VPC with its secondary CIDR blocks, but not its vSwitches. */
  public static vpc(vpc: Vpc, vpcId: string, options: AdoptedVpcOptions = {}): void {
    const blocks = [...new Set(vpc.secondaryCidrs)].map((cidr, index) => [cidr, vpc.before[index]] as const);
    const wanted = options.secondaryCidrs ?? blocks.map(([cidr]) => cidr);
    const missing = wanted.filter((cidr) => !blocks.some(([known]) => known === cidr));
    judge(vpc, {
      vpcId: fact(vpcId),
      homeless: missing.map((cidr) => ({
        got: `the secondary block ${cidr}`,
        want: "a block among the secondaryCidrs of the VPC",
      })),
    });
    adopt(vpc, vpc.resource, () => vpcId);
    for (const [cidr, resource] of blocks) {
      if (wanted.includes(cidr)) {
        adopt(vpc, resource as TerraformResource, () => `${vpcId}:${cidr}`);
      }
    }
  }

  /** Adopts vSwitches that the network would make, by the keys of their zones. */
  public static vswitches(
    network: TerwayNetwork | FlannelNetwork | ServerlessNetwork,
    vswitches: AdoptedVSwitches,
  ): void {
    const { found, homeless, unsaid } = vswitchesOf(network, vswitches);
    judge(network, { vswitchIds: facts(found.map(({ vswitchId }) => vswitchId)), homeless, unsaid });
    for (const { resource, vswitchId } of found) {
      adopt(network, resource, () => vswitchId);
    }
  }

  /** Adopts the key of an encryption of Secrets. */
  public static key(encryption: SecretKmsEncryption, keyId: string): void {
    const { resource } = encryption;
    const got = `the key ${keyId} for an encryption that refers to an existing key`;
    const homeless = resource === undefined ? [{ got, want: "an encryption that has a key of its own" }] : [];
    judge(encryption, { keyId: fact(keyId), homeless });
    if (resource !== undefined) {
      adopt(encryption, resource, () => keyId);
    }
  }

  /**
   * Adopts any resource, by the id that the provider imports it by. Of types that this library has no construct for, Terraform
   * holds what the resource says.
   */
  public static resource(resource: TerraformResource, importId: string): void {
    judge(resource, { resourceType: resource.terraformResourceType });
    adopt(resource, resource, () => importId);
  }
}

/** The advice that warns of making a cluster of a kind of which ACK makes no more. */
const closedKinds: Readonly<Partial<Record<ClusterKind, string>>> = {
  dedicated: "dedicated-creation-stopped",
  serverless: "serverless-creation-closed",
};

const adoptedIdKey = Symbol.for("cdktf-ack/adopted-id/1");

/** The literal id of an adopted or existing cluster; of one that is in the state, the reference to it. */
function idOf(cluster: ICluster & { readonly [adoptedIdKey]?: string }): string {
  return cluster[adoptedIdKey] ?? cluster.clusterId;
}

function isSaidByNetwork({ network }: OwnedCluster, prop: string): boolean {
  return prop === "nodeCidrMask" && network.podCidr !== undefined && isGiven(network, prop);
}

const nothing: AdoptionFacts = {
  clusterId: undefined,
  nodePoolId: undefined,
  vpcId: undefined,
  vswitchIds: [],
  keyId: undefined,
  resourceType: undefined,
  unsaid: [],
  homeless: [],
};

function judge(scope: IConstruct, known: Partial<AdoptionFacts>): void {
  declareFacts(scope, adoptionLimits, { ...nothing, ...known });
}

interface AdoptionMember {
  readonly resource: TerraformResource;
  readonly importId: () => string;
}

const adoptions: Relation<AdoptionMember, AllAdoptionsFacts> = {
  id: "adoptions",
  limits: allAdoptionsLimits,
  facts: (members) => ({
    things: members.map(({ path, member: { resource, importId } }) => {
      const thing = `${resource.terraformResourceType} ${importId()}`;
      const address = `${resource.cdktfStack.node.path} ${addressOf(resource)}`;
      return isToken(thing) ? unknown(thing) : { path, address, thing };
    }),
  }),
};

/** @param importId is asked for when the stack is written: the cluster of a pool may be adopted after it */
function adopt(
  scope: IConstruct,
  resource: TerraformResource,
  importId: () => string,
  isSaid: (prop: string) => boolean = (prop) => isGiven(scope, prop),
): void {
  StateBlocks.of(resource).adopt({ resource, importId, isGiven: isSaid });
  joinRelation(scope, adoptions, "app", { resource, importId });
}
