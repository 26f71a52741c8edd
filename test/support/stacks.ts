import { App, Token, TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Capacity,
  Egress,
  FlannelNetwork,
  InstanceSelection,
  Login,
  ProCluster,
  ServerlessNetwork,
  TerwayNetwork,
  type FlannelNetworkInNewVpcProps,
  type FlannelNetworkProps,
  type IVpc,
  type NodePoolOptions,
  type ProClusterProps,
  type ServerlessNetworkInNewVpcProps,
  type TerwayNetworkInNewVpcProps,
} from "cdktf-ack";
import { createTestApp } from "cdktf-ack/testing";

/** The stack of a test. What cdktf.json says about quotas is left out, so that the documented defaults hold. */
export function testStack(id = "shop"): TerraformStack {
  return stackIn(createTestApp({ context: { "cdktf-ack": {} } }), id);
}

/** One more stack in the app of a test. */
export function besideStack(stack: TerraformStack, id: string): TerraformStack {
  return stackIn(App.of(stack), id);
}

function stackIn(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou" });
  return stack;
}

/** Text that only Terraform knows. */
export function textToken(scope: Construct, id = "text"): string {
  return new TerraformVariable(scope, id, { type: "string" }).stringValue;
}

/** A number that only Terraform knows. */
export function numberToken(scope: Construct, id = "number"): number {
  return new TerraformVariable(scope, id, { type: "number" }).numberValue;
}

/** A list that only Terraform knows. */
export function listToken(scope: Construct, id = "list"): string[] {
  return new TerraformVariable(scope, id, { type: "list(string)" }).listValue;
}

/** A map that only Terraform knows. */
export function mapToken(scope: Construct, id = "map"): Record<string, string> {
  return Token.asStringMap(new TerraformVariable(scope, id, { type: "map(string)" }).value);
}

/** A Terway network in one zone of a VPC of its own, with a way out that exists. */
export function terway(
  scope: Construct,
  { id = "network", ...props }: Partial<TerwayNetworkInNewVpcProps> & { readonly id?: string } = {},
): TerwayNetwork {
  const usual = { cidr: "10.0.0.0/16", zones: ["cn-hangzhou-h"], egress: Egress.existing() };
  return TerwayNetwork.inNewVpc(scope, id, { ...usual, ...props });
}

/** A Flannel network in one zone of a VPC of its own, with a way out that exists. */
export function flannel(
  scope: Construct,
  { id = "network", ...props }: Partial<FlannelNetworkInNewVpcProps> & { readonly id?: string } = {},
): FlannelNetwork {
  const usual = { cidr: "10.0.0.0/16", zones: ["cn-hangzhou-h"], egress: Egress.existing() };
  return FlannelNetwork.inNewVpc(scope, id, { ...usual, ...props });
}

/** A network without nodes, in one zone of a VPC of its own, with a way out that exists. */
export function serverless(
  scope: Construct,
  { id = "network", ...props }: Partial<ServerlessNetworkInNewVpcProps> & { readonly id?: string } = {},
): ServerlessNetwork {
  const usual = { cidr: "10.0.0.0/16", zones: ["cn-hangzhou-h"], egress: Egress.existing() };
  return ServerlessNetwork.inNewVpc(scope, id, { ...usual, ...props });
}

/** One more Flannel network in a VPC, made beside it. */
export function inVpc(vpc: IVpc, id: string, props: Partial<FlannelNetworkProps> = {}): FlannelNetwork {
  const usual = { zones: ["cn-hangzhou-h"], egress: Egress.existing() };
  return new FlannelNetwork(vpc.node.scope ?? vpc, id, { ...usual, ...props, vpc });
}

/** A Pro cluster, in a Terway network of its own unless one is given. */
export function proCluster(
  scope: Construct,
  { id = "cluster", ...props }: Partial<ProClusterProps> & { readonly id?: string } = {},
): ProCluster {
  const network = props.network ?? terway(scope, { id: `${id}-network` });
  return new ProCluster(scope, id, { name: id, ...props, network });
}

/** What clusters of hundreds of nodes in the small network of these tests are advised of. */
export const podAddressAdvice = ["terway-pod-addresses", "terway-pod-addresses-max"];

/** Instance types that no advice is about. */
export const severalTypes = InstanceSelection.types("ecs.g7.2xlarge", "ecs.g6.2xlarge", "ecs.g8i.2xlarge");

/** The props of a pool of three nodes, with changes; an autoscaled pool has several types, as it should. */
export function poolOptions(changes: Partial<NodePoolOptions> = {}): NodePoolOptions {
  const isAutoscaled = changes.capacity?.isAutoscaled === true;
  return {
    instances: isAutoscaled ? severalTypes : InstanceSelection.types("ecs.g7.xlarge"),
    capacity: Capacity.fixed(3),
    login: Login.keyPair("ops"),
    ...changes,
  };
}
