import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { NodePool } from "../node-pool";
import { renderedIn, type Rendered } from "../resource";

/** Where a claim does not hold, or cannot be shown to. */
export interface ClaimFinding {
  /** What was claimed. */
  readonly claim: string;
  /** The construct at fault. */
  readonly path: string;
  readonly got: string;
  readonly want: string;
}

/** A finding that does not know yet what was claimed. */
export type Fault = Omit<ClaimFinding, "claim">;

/** All that a claim is about, at or below a construct. */
export interface Judged {
  readonly scope: IConstruct;
  readonly clusters: readonly Rendered[];
  readonly pools: readonly Rendered[];
}

export const clusterTypes = [
  "alicloud_cs_managed_kubernetes",
  "alicloud_cs_kubernetes",
  "alicloud_cs_edge_kubernetes",
  "alicloud_cs_serverless_kubernetes",
];

const poolType = "alicloud_cs_kubernetes_node_pool";

/** Judges a claim. What has neither clusters nor pools proves nothing, so that a claim on the wrong scope does not hold. */
export function claimed(
  claim: string,
  scope: IConstruct,
  judge: (judged: Judged) => readonly Fault[],
): readonly ClaimFinding[] {
  const clusters = resourcesIn(scope, clusterTypes);
  const pools = resourcesIn(scope, [poolType]);
  const faults =
    clusters.length + pools.length === 0
      ? [{ path: pathOf(scope), got: "neither a cluster nor a pool", want: "a scope with what is claimed" }]
      : judge({ scope, clusters, pools });
  return faults.map((fault) => ({ claim, ...fault }));
}

/** The resources of some types at or below a construct, as Terraform gets them. */
export function resourcesIn(scope: IConstruct, types: readonly string[]): Rendered[] {
  const wanted = new Set(types);
  const { path } = scope.node;
  return stacksOf(scope)
    .flatMap((stack) => renderedIn(stack, wanted))
    .filter(
      ({ resource: { node } }) => path === "" || node.path === path || node.path.startsWith(`${path}/`),
    );
}

/** The pools of a cluster: those that name it in its stack, and those of the library in other stacks of the app. */
export function poolsOf({ resource, address }: Rendered): Rendered[] {
  const own = TerraformStack.of(resource);
  return resourcesIn(resource.node.root, [poolType]).filter(({ resource: pool, body }) => {
    const { scope } = pool.node;
    return (
      (TerraformStack.of(pool) === own && body["cluster_id"] === `\${${address}.id}`) ||
      (scope instanceof NodePool && scope.cluster === resource.node.scope)
    );
  });
}

export function hasNodes({ resource, body }: Rendered): boolean {
  return (
    resource.terraformResourceType !== "alicloud_cs_serverless_kubernetes" &&
    !["Acs", "Serverless"].includes(String(body["profile"]))
  );
}

/** Switched on; the provider takes text for booleans, too. */
export function isOn(value: unknown): boolean {
  return value === true || value === "true";
}

/** Said to be off; what only Terraform knows is not. */
export function isOff(value: unknown): boolean {
  return value === false || value === "false";
}

/** The blocks of a name. */
export function blocks(body: Rendered["body"], name: string): readonly Rendered["body"][] {
  const value = body[name];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is Rendered["body"] => typeof one === "object" && one !== null);
}

export function pathOf({ node }: IConstruct): string {
  return node.path === "" ? "the app" : node.path;
}

/** "1 node", "3 nodes". */
export function counted(nodes: number): string {
  return `${Number.isFinite(nodes) ? nodes : "any number of"} ${nodes === 1 ? "node" : "nodes"}`;
}

function stacksOf(scope: IConstruct): TerraformStack[] {
  const around = [...scope.node.scopes, ...scope.node.findAll()];
  return [...new Set(around.filter((node): node is TerraformStack => TerraformStack.isStack(node)))];
}
