import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { OwnedCluster } from "../cluster";
import { reportOf } from "../limits";
import { blockOf, type Rendered } from "../resource";
import { blocks, claimed, isOff, isOn, resourcesIn, type ClaimFinding, type Fault } from "./claim";

/** Secrets of each cluster are encrypted with a key of KMS, and the disks of nodes are encrypted. */
export function encryptsAtRest(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("Secrets and disks are encrypted", scope, ({ clusters, pools }) => [
    ...clusters
      .filter(({ body }) => body["encryption_provider_key"] === undefined || isOn(body["disable_encryption"]))
      .map(({ path }) => ({ path, got: "Secrets without a key of KMS", want: "secretEncryption" })),
    ...pools
      .filter(
        ({ body }) => !isOn(body["system_disk_encrypted"]) || !blocks(body, "data_disks").every(isEncrypted),
      )
      .map(({ path }) => ({ path, got: "disks without encryption", want: "Disk.essd({ encrypted: true })" })),
  ]);
}

/** Who asked the API server for what, and what the control plane did, is kept in Log Service. */
export function keepsLogs(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("audit log, and logs of the control plane", scope, ({ clusters }) =>
    clusters.flatMap(({ path, body }): readonly Fault[] => [
      ...(isOn(blockOf(body, "audit_log_config")["enabled"])
        ? []
        : [{ path, got: "no audit log", want: "auditLog: {}" }]),
      ...(Array.isArray(body["control_plane_log_components"])
        ? []
        : [{ path, got: "no logs of the control plane", want: "controlPlaneLogs: {}" }]),
    ]),
  );
}

/** Neither ACK nor Terraform deletes a cluster or the key of its Secrets. */
export function isProtected(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("clusters and keys cannot be deleted by accident", scope, ({ clusters }) =>
    [...clusters, ...resourcesIn(scope, ["alicloud_kms_key"])]
      .filter(
        ({ body }) =>
          !(isOn(body["deletion_protection"]) || body["deletion_protection"] === "Enabled") ||
          !isOn(blockOf(body, "lifecycle")["prevent_destroy"]),
      )
      .map(({ path }) => ({ path, got: "no full protection", want: "RemovalPolicy.PROTECT" })),
  );
}

/** One command destroys all of it. */
export function canBeDestroyed(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("goes with its stack", scope, ({ clusters, pools }) =>
    [...clusters, ...pools, ...resourcesIn(scope, ["alicloud_kms_key"])].filter(isHeld).map(({ path }) => ({
      path,
      got: "a protection against deletion",
      want: "RemovalPolicy.DESTROY",
    })),
  );
}

/** Machines elsewhere reach the API server of each edge cluster: over the internet, or a line into its VPC. */
export function isReachedFromOutside(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("machines elsewhere reach the API server", scope, () =>
    scope.node
      .findAll()
      .filter((node) => node instanceof OwnedCluster)
      .filter(({ vpc, apiServer }) => !vpc.isConnected && apiServer.isPublic !== true)
      .map(({ node }) => ({
        path: node.path,
        got: "a private API server in a VPC that no line leads into",
        want: "publicApiServer, or onPremisesCidrs of the VPC",
      })),
  );
}

const beside = new Set(["apiserver-eip-port-6443", "image-end-of-life"]);

/** No warning of the CIS benchmarks is left in the stack of a construct, but those that somebody gave a reason for. */
export function meetsBenchmarks(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("controls of the CIS benchmarks", scope, (): readonly Fault[] => {
    const stack = TerraformStack.of(scope);
    if (stack.node.tryFindChild("hardening") === undefined) {
      return [
        { path: stack.node.path, got: "controls that nobody checks", want: "Hardening.checkOn(stack)" },
      ];
    }
    return reportOf(stack)
      .warnings.filter(({ id }) => id.startsWith("cis-") || beside.has(id))
      .filter(({ path }) => path === stack.node.path || path.startsWith(`${stack.node.path}/`))
      .map(({ path, got, want, id }) => ({ path, got: `${got} (${id})`, want }));
  });
}

function isHeld({ body }: Rendered): boolean {
  const protection = body["deletion_protection"];
  const isFree = protection === undefined || isOff(protection) || protection === "Disabled";
  return !isFree || isOn(blockOf(body, "lifecycle")["prevent_destroy"]);
}

function isEncrypted(disk: Rendered["body"]): boolean {
  return isOn(disk["encrypted"]);
}
