import type { TerraformProvider, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import type { Fact } from "../limits";
import type { INetwork, IVpc, NetworkPlugin } from "../network";

/** The kinds of clusters that have nodes. */
export type NodeClusterKind = "managed" | "pro" | "edge" | "dedicated" | "registered";

/** The kinds of clusters, told apart by the brand `kind`. */
export type ClusterKind = NodeClusterKind | "serverless" | "acs";

/** What the cluster is sold as: a basic one (called standard before), or a Pro one. */
export type ClusterEdition = "basic" | "pro";

/** Where the API server of a cluster is. */
export interface ApiServerAddresses {
  /** Whether the internet reaches it; undefined where the app does not know. */
  readonly isPublic: Fact<boolean> | undefined;
  /** `https://...:6443` for callers from the internet, when the app knows it; an empty text where there is none. */
  readonly internet: string | undefined;
  /** `https://...:6443` for callers in the VPC, when the app knows it. */
  readonly intranet: string | undefined;
}

/** A cluster: owned or existing. */
export interface ICluster extends IConstruct {
  readonly kind: ClusterKind;
  /** Undefined for an existing cluster of a kind that may be either, and where there are no editions. */
  readonly edition: ClusterEdition | undefined;
  readonly clusterId: string;
  /** The provider configuration of the cluster, and of its pools and add-ons. */
  readonly provider: TerraformProvider | undefined;
  /** vSwitches that node pools use unless they name others, by the key of their zone. */
  readonly nodeVSwitches: ReadonlyMap<string, string>;
  /** Under this key the pools and add-ons of the cluster find each other. */
  readonly groupKey: string;
  /** The version of Kubernetes, when the app says it. */
  readonly kubernetesVersion: string | undefined;
  /** The VPC, when the app knows it. */
  readonly vpc: IVpc | undefined;
  /** The network plug-in, when the app knows it. */
  readonly networkPlugin: NetworkPlugin | undefined;
  /** The network, when the app owns it. */
  readonly network: INetwork | undefined;
  /** Whether each node takes a route entry of the VPC. */
  readonly nodesTakeRoutes: boolean;
  /** Where its API server is. */
  readonly apiServer: ApiServerAddresses;
  /** Called by add-ons, whose Pods need a node to run on: they wait for the first pool of the cluster. */
  waitForNodes(addon: TerraformResource): void;
  /** Called by node pools, which say whether they have a node to begin with. */
  nodesComeFrom(pool: TerraformResource, hasNodes: boolean): void;
  /** Called by providers of Kubernetes: their stacks come after those in which the cluster gets its nodes. */
  workloadsComeFrom(provider: IConstruct): void;
}

/** A cluster that has nodes, and so node pools. */
export interface INodeCluster extends ICluster {
  readonly kind: NodeClusterKind;
}

/** A basic managed cluster (`ack.standard`). */
export interface IManagedCluster extends INodeCluster {
  readonly kind: "managed";
}

/** A managed cluster of a Pro tier. */
export interface IProCluster extends INodeCluster {
  readonly kind: "pro";
}

/** An ACK Edge cluster. */
export interface IEdgeCluster extends INodeCluster {
  readonly kind: "edge";
}

/** A cluster whose control plane runs on instances of the account. */
export interface IDedicatedCluster extends INodeCluster {
  readonly kind: "dedicated";
}

/** A cluster that runs outside of ACK, and is registered with it. */
export interface IRegisteredCluster extends INodeCluster {
  readonly kind: "registered";
}

/** A cluster without nodes, whose Pods run on ECI. */
export interface IServerlessCluster extends ICluster {
  readonly kind: "serverless";
}

/** A cluster of Container Compute Service (ACS), without nodes. */
export interface IAcsCluster extends ICluster {
  readonly kind: "acs";
}

export function isPro(cluster: ICluster): cluster is IProCluster {
  return cluster.kind === "pro";
}

export function isEdge(cluster: ICluster): cluster is IEdgeCluster {
  return cluster.kind === "edge";
}
