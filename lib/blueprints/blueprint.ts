import { Construct } from "constructs";
import type { ProClusterProps } from "../cluster";
import type { Login } from "../node-pool";
import type { RemovalPolicy, ResourceOptions } from "../resource";
import type { ClaimFinding } from "./claim";

/** A whole cluster, with what is claimed of it. */
export abstract class Blueprint extends Construct {
  /** Where this one, with the props that it has, is not what the blueprint claims to be; empty when it is. */
  public abstract checkClaims(): readonly ClaimFinding[];
}

/** What all blueprints take. */
export interface BlueprintProps extends ResourceOptions {
  /** Name of the cluster, unique in the account. */
  readonly name: string;

  /**
   * CIDR block of the VPC.
   * @default "10.0.0.0/16"
   */
  readonly cidr?: string;

  /** @default - none */
  readonly tags?: Record<string, string>;

  /** Whether the cluster can be deleted. */
  readonly removalPolicy?: RemovalPolicy;
}

/** What those with nodes take. */
export interface NodeBlueprintProps extends BlueprintProps {
  /** How people log in to the nodes. @default - nobody can */
  readonly login?: Login;
}

/** What those take that are a Pro cluster with encrypted Secrets and nodes that are alike. */
export interface ProBlueprintProps extends NodeBlueprintProps {
  /** Two zones of the region or more. */
  readonly zones: readonly [string, string, ...string[]];

  /**
   * Number of nodes; an even share of them is in each zone.
   * @default 3
   */
  readonly nodes?: number;

  /** @default ecs.g7.xlarge, ecs.g6.xlarge, ecs.g8i.xlarge */
  readonly nodeTypes?: readonly string[];

  /**
   * Whether the cluster and the key of its Secrets can be deleted.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;

  /** Other props of the cluster. @default - those of `ProCluster` */
  readonly cluster?: ClusterChanges<ProClusterProps>;
}

/** The props of a kind of cluster beside those that its blueprint decides; they win over its defaults. */
export type ClusterChanges<Props> = Partial<Omit<Props, "name" | "network">>;

export const usualCidr = "10.0.0.0/16";

/** Types of one size and several generations, because one alone is sold out some day. */
export const usualTypes = ["ecs.g7.xlarge", "ecs.g6.xlarge", "ecs.g8i.xlarge"] as const;

/** What each construct of a blueprint takes. */
export function commonOf({ provider, dependsOn, lifecycle, tags }: BlueprintProps) {
  return { provider, dependsOn, lifecycle, tags };
}
