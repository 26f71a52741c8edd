import { alibabaCloud, kubernetes, limitsOn, provider } from "../limits";
import type { PolicyFacts } from "./facts";

const policy = limitsOn<PolicyFacts>("Policies");

const library = alibabaCloud("ACK, Container security policy rule library");

/** What Pods of the system do, and these policies forbid. */
const againstSystem: ReadonlySet<string> = new Set([
  "ACKPSPAllowPrivilegeEscalationContainer",
  "ACKPSPCapabilities",
  "ACKPSPHostFilesystem",
  "ACKPSPHostNamespace",
  "ACKPSPHostNetworkingPorts",
  "ACKPSPPrivilegedContainer",
  "ACKPSPReadOnlyRootFilesystem",
  "ACKPSPVolumeTypes",
]);

export const policyLimits = [
  policy.format(
    "policy-name",
    "policyName",
    /^[A-Za-z][A-Za-z0-9]*$/,
    "letters and digits, such as ACKAllowedRepos",
    {
      statement: "The name of a policy is that of a kind of Kubernetes: letters and digits.",
      source: provider("alicloud_cs_kubernetes_policy_instance.policy_name"),
      prop: "policy",
      fix: "take the name from the list of policies of ACK; Policy.named knows those that this version knows",
    },
  ),
  policy.eachFormat(
    "policy-namespace-name",
    "namespaces",
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    {
      member: "namespace",
      want: "1 to 63 lower-case letters, digits and hyphens, with a letter or a digit at both ends",
    },
    {
      statement: "A policy names namespaces as Kubernetes does.",
      source: kubernetes("Object Names and IDs"),
      fix: "name the namespaces, or leave namespaces out for all of them",
    },
  ),
  policy.unique("policy-namespaces-differ", "namespaces", {
    statement: "A policy names each namespace once.",
    source: provider("alicloud_cs_kubernetes_policy_instance.namespaces"),
    authority: "library",
    fix: "leave one of the two out",
  }),
  policy.limit(
    "policy-denies-system",
    ["policyName", "namespaces", "denies"],
    {
      statement:
        "A policy without namespaces is for all of them: Pods of the system, which are privileged and use what is of their node, would be refused as well.",
      source: library,
      advice: true,
      fix: "name the namespaces of your workloads, or begin with warn",
    },
    ({ policyName, namespaces, denies }) =>
      denies && (namespaces?.length ?? 0) === 0 && againstSystem.has(policyName)
        ? [{ got: `${policyName} that denies in all namespaces`, want: "namespaces" }]
        : [],
  ),
  policy.each(
    "policy-repo-prefix",
    "repos",
    {
      statement:
        "A repository of ACKAllowedRepos is what the name of an image starts with: without a slash at its end, it allows others that start alike.",
      source: library,
      advice: true,
      fix: "end it with a slash",
    },
    (repo) =>
      repo.endsWith("/") ? undefined : { got: `the repository ${JSON.stringify(repo)}`, want: `${repo}/` },
  ),
  policy.each(
    "policy-bounds",
    "bounds",
    {
      statement: "Of two bounds of a policy the lower one is not above the upper one.",
      source: library,
      fix: "swap the two",
    },
    ({ names, min, max }) =>
      min > max ? { got: `${names} ${min} and ${max}`, want: `${max} and ${min}` } : undefined,
  ),
];
