import { limitsOn, type Finding, type LimitText } from "../limits";
import { ackBenchmark, cisControls, foundationBenchmark } from "./controls";
import type { Gap, HardeningFacts } from "./facts";

const hardening = limitsOn<HardeningFacts>("Hardening");

/** All of them advise: which controls a team follows is for the team to say. */
const control = (
  id: string,
  key: keyof HardeningFacts,
  text: Pick<LimitText, "statement" | "source" | "fix">,
) => hardening.each(id, key, { ...text, advice: true }, findingOf);

function findingOf({ path, got, want }: Gap): Finding {
  return { at: path, got, want };
}

export const hardeningLimits = [
  control("cis-private-endpoint", "publicEndpoints", {
    // Of publicApiServer, apiserver-eip-port-6443 speaks, whoever asks for hardening.
    statement: "The API server has a private endpoint alone.",
    source: ackBenchmark("6.3.2, private endpoint"),
    fix: "leave the public load balancer out, and come by VPN, Express Connect or a bastion",
  }),
  control("cis-secret-encryption", "plainSecrets", {
    statement: "Secrets are encrypted with a key of KMS.",
    source: ackBenchmark("6.2.1, Secrets and KMS"),
    fix: 'a ProCluster with secretEncryption: new SecretKmsEncryption(stack, "secrets")',
  }),
  control("cis-audit", "withoutAudit", {
    statement: "The API server writes audit logs.",
    source: ackBenchmark("6.5.1, audit; and 3.2.1"),
    fix: "auditLog: {}, or { project } for a project of Log Service that exists",
  }),
  control("cis-log-service", "withoutLogs", {
    statement: "Log Service has the logs of containers and of the control plane.",
    source: foundationBenchmark("7.1, Log Service of clusters"),
    fix: 'controlPlaneLogs: {} of the cluster, and cluster.addAddon("logs", { name: "loongcollector" })',
  }),
  control("cis-private-nodes", "publicNodes", {
    statement: "Nodes have no public addresses.",
    source: ackBenchmark("6.3.3, private nodes"),
    fix: "leave publicIp and eip out: a NAT gateway lets nodes out",
  }),
  control("cis-network-policy", "withoutNetworkPolicy", {
    statement: "Pods are held to NetworkPolicy objects.",
    source: ackBenchmark("6.3.4, network policy"),
    fix: "a TerwayNetwork with networkPolicy: true, which is read at creation alone",
  }),
  control("cis-disk-encryption", "plainDisks", {
    statement: "Disks of nodes are encrypted.",
    source: ackBenchmark("6.4.1, encryption of disks"),
    fix: "Disk.essd({ ..., encrypted: true }), for the system disk and each data disk",
  }),
  control("cis-pod-security", "withoutPolicies", {
    // PodSecurityPolicy, which the benchmark names, is gone since Kubernetes 1.25.
    statement: "Policies say what Pods may ask of their nodes.",
    source: ackBenchmark("6.6.1, policies for Pods"),
    fix: "new PolicyGovernance(stack, ...), or acknowledge this where labels of Pod Security Admission, or another stack, do it",
  }),
  control("cis-approved-registries", "anyRegistry", {
    statement: "Images come from registries that were approved.",
    source: ackBenchmark("6.1.4, approved registries"),
    fix: 'governance.deny("repos", Policy.named("ACKAllowedRepos", { repos: [...] }), { namespaces: [...] })',
  }),
  control("cis-open-ingress", "openPorts", {
    statement: "No security group lets the internet in to SSH (22) or remote desktops (3389).",
    source: foundationBenchmark("4.3 and 4.4, SSH and remote desktops"),
    fix: "name the blocks of your operators, or take Workbench or a bastion",
  }),
  control("cis-password-login", "passwords", {
    statement: "Nodes are logged on to with key pairs, and not with passwords.",
    source: {
      title: "Alibaba Cloud documentation",
      chapter: "Cloud Config, rule ecs-instance-login-use-keypair",
    },
    fix: "Login.keyPair(...)",
  }),
  control("cis-secret-defaults", "secretDefaults", {
    statement: "Sensitive variables have no default: it would stand in the JSON of the stack.",
    source: cisControls("3.11, sensitive data at rest"),
    fix: "leave default out, and give the value to Terraform in its environment (TF_VAR_...)",
  }),
  control("cis-supported-version", "oldVersions", {
    // Of old images, image-end-of-life speaks, whoever asks for hardening.
    statement: "The version of Kubernetes is one that ACK maintains.",
    source: cisControls("2.2, supported software"),
    fix: "cdktf-ack upgrade says the way to a version that is",
  }),
];
