import "cdktf-ack";
import "cdktf-ack/blueprints";
import { allLimits } from "../../lib/limits";
import { acknowledgementLimits, contextLimits, quotaSettingLimits } from "../../lib/limits/settings-limits";
import { allLimitCases as cases } from "./all-cases";

/** The limits on what teams tell the engine are tested with the engine. */
const ofTheEngine = new Set(
  [...acknowledgementLimits, ...contextLimits, ...quotaSettingLimits].map(({ id }) => id),
);
const ofDomains = allLimits().filter(({ id }) => !ofTheEngine.has(id));

test("every limit of a domain has cases, and every case a limit", () => {
  expect(Object.keys(cases).sort()).toEqual(ofDomains.map(({ id }) => id));
});

test.each(Object.entries(cases))("%s has a case that breaks it and one that does not", (_id, one) => {
  expect(Object.keys(one.violating)).not.toEqual([]);
  expect(Object.keys(one.legal)).not.toEqual([]);
});

/** Facts of these are never unknown: counts of constructs, flags of value classes, refusals that see no facts. */
const alwaysKnown = [
  "addon-secret-once",
  "addon-secret-sensitive",
  "address-plan",
  "adopted-can-be-imported",
  "adopted-has-a-resource",
  "adopted-says-what-is-fixed",
  "api-server-balancer-zones",
  "asg-node-type",
  "autoscaler-once",
  "ca-priority-complete",
  "ca-priority-once",
  "ca-priority-pool-once",
  "ca-priority-value",
  "cgpu-nodeselector",
  "cis-disk-encryption",
  "cis-network-policy",
  "cis-password-login",
  "cis-pod-security",
  "cis-private-endpoint",
  "cis-private-nodes",
  "cis-secret-defaults",
  "cis-secret-encryption",
  "cluster-deletion-protection",
  "cluster-quota",
  "cluster-vpc-immutable",
  "cluster-vswitch-count",
  "containeros-key-pair-only",
  "create-first-existing-instances",
  "create-first-lifecycle",
  "create-first-needs-new-name",
  "data-disk-count",
  "dedicated-creation-stopped",
  "directx-runtime",
  "disk-key-needs-encryption",
  "dualstack-hosted-only",
  "dualstack-vpc-ecs-ipv6",
  "edge-access-parameters",
  "edge-arm-32",
  "edge-basic-needs-public-api-server",
  "edge-pool-by-hand",
  "edge-pool-labels-known",
  "edge-without-cloud-pool",
  "ephemeral-disk-without-snapshot",
  "exclusive-eni-existing-instances",
  "exclusive-eni-needs-terway",
  "gpu-count-label-location",
  "imported-attribute",
  "instance-pattern-autoscaled",
  "instance-pattern-count",
  "instance-pattern-spot-price",
  "internet-needs-snat",
  "intranet-address-known",
  "kubeconfig-output-unique",
  "kubelet-cpu-policy",
  "kubernetes-binding-has-subjects",
  "kubernetes-provider-own-stack",
  "kubernetes-rule-complete",
  "let-go-address",
  "let-go-not-referred-to",
  "let-go-of-a-construct",
  "lingjun-driver",
  "lingjun-edition",
  "lingjun-no-instances",
  "managed-pool-auto-upgrade-window",
  "managed-pool-key-only",
  "managed-pool-pro-only",
  "master-count-3-or-5",
  "master-disk-category",
  "master-login-root",
  "master-ssh-needs-eip",
  "mlps-no-root-ssh",
  "moved-from-a-free-address",
  "nat-first-route",
  "nat-gateway-of-vpc",
  "network-serves-one-cluster",
  "node-label-count",
  "node-labels-known",
  "node-pool-count-20",
  "node-pool-zones",
  "organisation-before-constructs",
  "organisation-limit-id",
  "password-is-sensitive",
  "pod-eip-needs-terway",
  "policy-bounds",
  "pool-upgrade-image",
  "pool-upgrade-of-something",
  "pool-upgrade-runtime",
  "public-ipv6-gateway",
  "ram-grants-everything",
  "ram-policy-version",
  "rbac-grant-says-role",
  "rbac-needs-ram-read",
  "rbac-principal-attribute",
  "rbac-principal-once",
  "rbac-read-needs-name",
  "registered-vpc-egress",
  "rt-runv-network",
  "sandbox-managed-cluster",
  "security-group-isolated",
  "security-group-node-blocks",
  "security-group-quota",
  "security-group-rule-count",
  "security-group-rule-once",
  "security-group-within-basic",
  "serverless-creation-closed",
  "service-ipv6-needs-dual-stack",
  "service-role-known",
  "service-role-left-or-made",
  "service-roles-once",
  "sgx-managed",
  "shared-vpc-edge",
  "shared-vpc-terway",
  "spot-ratio-requires-spot-multi-vsw",
  "system-disk-algorithm-needs-encryption",
  "system-disk-category",
  "system-disk-fallbacks-unique",
  "tee-containerd-min",
  "tee-flannel-only",
  "terway-planned-pod-vswitch",
  "version-or-auto-upgrade",
  "vswitch-ipv6-blocks-differ",
  "windows-flannel-only",
  "windows-managed-cluster",
  "windows-no-key-pair",
  "windows-not-managed",
  "zonal-pools-fewer-nodes-than-zones",
  "zonal-pools-spread",
];

test("every limit that can meet an unknown value has a case with one", () => {
  const withoutUnknown = Object.entries(cases).filter(
    ([, { unknown = {} }]) => Object.keys(unknown).length === 0,
  );
  expect(withoutUnknown.map(([id]) => id).sort()).toEqual(alwaysKnown);
});

test("every limit says how to mend what breaks it", () => {
  const without = ofDomains
    .filter(({ id, text }) => {
      const violating = Object.values(cases[id]?.violating ?? {});
      return text.fix === undefined && violating.some(({ fix }) => fix === undefined);
    })
    .map(({ id }) => id);
  expect(without).toEqual([]);
});
