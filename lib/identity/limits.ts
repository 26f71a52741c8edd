import { alibabaCloud, kubernetes, limitsOn, provider, type Finding } from "../limits";
import type { AccountRoleFacts, PolicyFacts, ServiceAccountRoleFacts } from "./facts";

const role = limitsOn<ServiceAccountRoleFacts>("Roles of service accounts");

export const serviceAccountRoleLimits = [
  role.format(
    "rrsa-namespace-name",
    "namespace",
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    "1 to 63 lower-case letters, digits and hyphens, with a letter or a digit at both ends",
    {
      statement:
        "A role is for a service account of one namespace, which is named as Kubernetes names namespaces.",
      source: kubernetes("Object Names and IDs"),
      prop: "namespace",
      fix: "name one namespace: the trust policy compares text, and knows no patterns",
    },
  ),
  role.format(
    "rrsa-service-account-name",
    "serviceAccount",
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
    "lower-case letters, digits, hyphens and dots, with a letter or a digit at both ends of each part",
    {
      statement: "A role is for one service account, which is named as Kubernetes names service accounts.",
      source: kubernetes("Object Names and IDs"),
      prop: "serviceAccount",
      fix: "name one service account: the trust policy compares text, and knows no patterns",
    },
  ),
  role.format(
    "ram-role-name",
    "roleName",
    /^[A-Za-z0-9._-]{1,64}$/,
    "1 to 64 letters, digits, dots, underscores and hyphens",
    {
      statement: "The name of a RAM role has 1 to 64 letters, digits, dots, underscores and hyphens.",
      source: alibabaCloud("RAM, CreateRole"),
      authority: "service",
      prop: "roleName",
      fix: "give a roleName of this form",
    },
  ),
  role.range(
    "ram-role-session",
    "maxSessionSeconds",
    { min: 3600, max: 43200, unit: "seconds" },
    {
      statement: "A session of a RAM role holds for one to twelve hours at most.",
      source: alibabaCloud("RAM, CreateRole"),
      authority: "service",
      fix: "take seconds in these bounds",
    },
  ),
  role.limit(
    "rrsa-is-on",
    ["rrsa"],
    {
      statement: "Service accounts take on RAM roles in clusters whose RRSA is on.",
      source: provider("alicloud_cs_managed_kubernetes.enable_rrsa (rrsa_metadata is empty without it)"),
      authority: "service",
      fix: "give the cluster rrsa: true, which cannot be taken back; for an existing cluster, give its oidc",
    },
    ({ rrsa }) =>
      rrsa === false
        ? [
            {
              got: "a role for a service account of a cluster whose identity provider is not known: RRSA is off or not said",
              want: "a cluster with RRSA",
            },
          ]
        : [],
  ),
  role.unique("rrsa-policies-differ", "policies", {
    statement: "A policy is attached to a role once.",
    source: alibabaCloud("RAM, AttachPolicyToRole, EntityAlreadyExists.Role.Policy"),
    authority: "service",
    prop: "policies",
    fix: "leave one of the two keys out",
  }),
  role.format(
    "rrsa-provider-arn",
    "providerArn",
    /^acs:ram::\d+:oidc-provider\/[A-Za-z0-9._-]{1,128}$/,
    "acs:ram::<account>:oidc-provider/<name>",
    {
      statement: "The identity provider of a cluster is named by its ARN.",
      source: alibabaCloud("RAM, OIDC providers"),
      authority: "service",
      prop: "oidc.providerArn",
      fix: "copy it from the cluster: basic information, RRSA OIDC; it ends in ack-rrsa- and the id of the cluster",
    },
  ),
  role.format(
    "rrsa-issuer-url",
    "issuerUrl",
    /^https:\/\/[^\s?#]+$/,
    "an address that begins with https://",
    {
      statement: "The issuer of the tokens of a cluster is an https address.",
      source: alibabaCloud("RAM, OIDC providers"),
      authority: "service",
      prop: "oidc.issuerUrl",
      fix: "copy it from the cluster: basic information, RRSA OIDC",
    },
  ),
];

const policy = limitsOn<PolicyFacts>("Roles of service accounts");

export const policyLimits = [
  policy.format(
    "ram-policy-name",
    "policyName",
    /^[A-Za-z0-9-]{1,128}$/,
    "1 to 128 letters, digits and hyphens",
    {
      statement: "The name of a RAM policy has 1 to 128 letters, digits and hyphens.",
      source: alibabaCloud("RAM, CreatePolicy"),
      authority: "service",
      prop: "policy",
      fix: "name the policy, as it stands in RAM, without its ARN",
    },
  ),
];

const account = limitsOn<AccountRoleFacts>("Roles of service accounts");

export const accountRoleLimits = [
  account.monotone(
    "ram-role-name-unique",
    ["roles"],
    {
      statement: "The name of a RAM role is unique in its account.",
      source: alibabaCloud("RAM, CreateRole, EntityAlreadyExists.Role"),
      authority: "service",
      prop: "roleName",
      fix: "leave roleName out, or give each role a name of its own",
    },
    ({ roles }) => {
      const first = new Map<string, string>();
      return roles.flatMap(({ path, name, account: of }): Finding[] => {
        const key = JSON.stringify([of, name]);
        const earlier = first.get(key);
        first.set(key, earlier ?? path);
        return earlier === undefined
          ? []
          : [
              {
                at: path,
                got: `the name "${name}", which ${earlier} has as well`,
                want: "a name of its own",
              },
            ];
      });
    },
  ),
];
