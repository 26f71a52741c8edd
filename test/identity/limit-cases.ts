import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  ProCluster,
  RamPolicy,
  ServiceAccountRole,
  type ProClusterProps,
  type ServiceAccountRoleProps,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { numberToken, proCluster, textToken } from "../support/stacks";

const oidc = {
  providerArn: "acs:ram::1234567890123456:oidc-provider/ack-rrsa-c82e6987",
  issuerUrl: "https://oidc-ack-cn-hangzhou.oss-cn-hangzhou.aliyuncs.com/c82e6987",
};
const existing = (stack: TerraformStack) =>
  ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" });

/** A role for a service account of an existing cluster. */
const role =
  (props: Partial<ServiceAccountRoleProps> = {}) =>
  (stack: TerraformStack) =>
    new ServiceAccountRole(stack, "role", {
      cluster: existing(stack),
      namespace: "shop",
      serviceAccount: "web",
      oidc,
      ...props,
    });
const withText = (props: (text: string) => Partial<ServiceAccountRoleProps>) => ({
  "what only Terraform knows": {
    build: (stack: TerraformStack) => role(props(textToken(stack)))(stack),
    limit: "silent" as const,
  },
});

/** Two roles for service accounts of an existing cluster, the second one with a provider configuration of its own. */
const twoRoles =
  (namesOf: (stack: TerraformStack) => readonly [string, string], provider?: AlicloudProvider) =>
  (stack: TerraformStack): void => {
    const [first, second] = namesOf(stack);
    const usual = { cluster: existing(stack), namespace: "shop", serviceAccount: "web", oidc };
    new ServiceAccountRole(stack, "first", { ...usual, roleName: first });
    new ServiceAccountRole(stack, "second", { ...usual, roleName: second, provider });
  };

/** A role for a service account of a cluster of the app. */
const ofOwned = (stack: TerraformStack, props: Partial<ProClusterProps> = {}) => {
  const cluster = proCluster(stack, props);
  new ServiceAccountRole(stack, "role", { cluster, namespace: "shop", serviceAccount: "web" });
  return cluster;
};
const webhook = "ack-pod-identity-webhook";
const withWebhook = (stack: TerraformStack, props: Partial<ProClusterProps> = {}) =>
  ofOwned(stack, props).addAddon("pod-identity", { name: webhook });
const isOff = {
  got: "a role for a service account of a cluster whose identity provider is not known: RRSA is off or not said",
  want: "a cluster with RRSA",
};

/** Which roles service accounts take on. */
export const identityLimitCases: CasesById = {
  "rrsa-namespace-name": {
    violating: {
      "all namespaces": {
        build: role({ namespace: "*" }),
        at: "shop/role",
        got: 'namespace "*"',
        want: "1 to 63 lower-case letters, digits and hyphens, with a letter or a digit at both ends",
      },
    },
    legal: {
      "a namespace": role({ namespace: "kube-system" }),
      "63 letters": role({ namespace: "n".repeat(63) }),
    },
    unknown: withText((namespace) => ({ namespace })),
  },
  "rrsa-service-account-name": {
    violating: {
      "a name with its namespace": {
        build: role({ serviceAccount: "shop:web" }),
        at: "shop/role",
        got: 'serviceAccount "shop:web"',
        want: "lower-case letters, digits, hyphens and dots, with a letter or a digit at both ends of each part",
      },
    },
    legal: { "a name with a dot": role({ serviceAccount: "web.v1" }) },
    unknown: withText((serviceAccount) => ({ serviceAccount })),
  },
  "ram-role-name": {
    violating: {
      "65 letters": {
        build: role({ roleName: "r".repeat(65) }),
        at: "shop/role",
        got: `roleName "${"r".repeat(65)}"`,
        want: "1 to 64 letters, digits, dots, underscores and hyphens",
      },
    },
    legal: { "64 letters": role({ roleName: "r".repeat(64) }), "none, for a default": role() },
    unknown: withText((roleName) => ({ roleName })),
  },
  "ram-role-session": {
    violating: {
      "half an hour": {
        build: role({ maxSessionSeconds: 1800 }),
        at: "shop/role",
        got: "maxSessionSeconds 1800 seconds",
        want: "a whole number from 3600 to 43200 seconds",
      },
    },
    legal: { "twelve hours": role({ maxSessionSeconds: 43200 }) },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => role({ maxSessionSeconds: numberToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "rrsa-is-on": {
    violating: {
      "a cluster without RRSA": {
        build: (stack) => withWebhook(stack, { rrsa: false }),
        at: "shop/role",
        ...isOff,
      },
      "an existing cluster of which nobody says": {
        build: role({ oidc: undefined }),
        at: "shop/role",
        ...isOff,
      },
    },
    legal: {
      "a cluster with RRSA": (stack) => withWebhook(stack),
      "an existing cluster that says its provider": role(),
    },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => {
          const { value } = new TerraformVariable(stack, "rrsa", { type: "bool" });
          withWebhook(stack, { rrsa: value as unknown as boolean });
        },
        limit: "silent",
      },
    },
  },
  "rrsa-provider-arn": {
    violating: {
      "the name of a provider": {
        build: role({ oidc: { ...oidc, providerArn: "ack-rrsa-c82e6987" } }),
        at: "shop/role",
        got: 'oidc.providerArn "ack-rrsa-c82e6987"',
        want: "acs:ram::<account>:oidc-provider/<name>",
      },
    },
    legal: { "an ARN": role() },
    unknown: withText((providerArn) => ({ oidc: { ...oidc, providerArn } })),
  },
  "rrsa-issuer-url": {
    violating: {
      "an address without https": {
        build: role({ oidc: { ...oidc, issuerUrl: "oidc-ack-cn-hangzhou.aliyuncs.com/c82e6987" } }),
        at: "shop/role",
        got: 'oidc.issuerUrl "oidc-ack-cn-hangzhou.aliyuncs.com/c82e6987"',
        want: "an address that begins with https://",
      },
    },
    legal: { "an https address": role() },
    unknown: withText((issuerUrl) => ({ oidc: { ...oidc, issuerUrl } })),
  },
  "ram-policy-name": {
    violating: {
      "the ARN of a policy": {
        build: role({
          policies: { oss: RamPolicy.system("acs:ram::system:policy/AliyunOSSReadOnlyAccess") },
        }),
        at: "shop/role/policy-oss",
        got: 'policy "acs:ram::system:policy/AliyunOSSReadOnlyAccess"',
        want: "1 to 128 letters, digits and hyphens",
      },
    },
    legal: { "the name of one": role({ policies: { oss: RamPolicy.system("AliyunOSSReadOnlyAccess") } }) },
    unknown: withText((name) => ({ policies: { oss: RamPolicy.custom(name) } })),
  },
  "rrsa-needs-webhook": {
    violating: {
      "a role in a cluster without the add-on": {
        build: (stack) => ofOwned(stack),
        at: "shop/role",
        got: `a RAM role for a service account of a cluster without ${webhook}`,
        want: `the add-on ${webhook}`,
      },
    },
    legal: {
      "a role in a cluster with the add-on": (stack) => withWebhook(stack),
      "a role in a cluster that is created with the add-on": (stack) =>
        ofOwned(stack, { addons: [{ name: webhook }] }),
      "a role in an existing cluster": role(),
      "a cluster without roles": (stack) => proCluster(stack),
    },
    unknown: {
      "an add-on of which only Terraform knows the name": {
        build: (stack) => ofOwned(stack).addAddon("it", { name: textToken(stack) }),
        limit: "silent",
      },
    },
  },
  "rrsa-policies-differ": {
    violating: {
      "one policy under two keys": {
        build: role({
          policies: {
            read: RamPolicy.system("AliyunOSSReadOnlyAccess"),
            again: RamPolicy.system("AliyunOSSReadOnlyAccess"),
          },
        }),
        at: "shop/role",
        got: 'policies with "System policy AliyunOSSReadOnlyAccess" more than once',
        want: "members that differ",
        fix: "leave one of the two keys out",
      },
    },
    legal: {
      "a policy of the system, and one of the account of the same name": role({
        policies: { read: RamPolicy.system("Read"), own: RamPolicy.custom("Read") },
      }),
    },
    unknown: {
      "a policy that only Terraform knows": {
        build: (stack) => role({ policies: { own: RamPolicy.custom(textToken(stack)) } })(stack),
        limit: "partly",
      },
    },
  },
  "ram-role-name-unique": {
    violating: {
      "two roles of one name": {
        build: twoRoles(() => ["shop-web", "shop-web"]),
        at: "shop/second",
        got: 'the name "shop-web", which shop/first has as well',
        want: "a name of its own",
        fix: "leave roleName out, or give each role a name of its own",
      },
    },
    legal: {
      "two names": twoRoles(() => ["shop-web", "shop-api"]),
      "one name in two accounts": (stack) => {
        const other = new AlicloudProvider(stack, "other", { region: "cn-hangzhou", alias: "other" });
        twoRoles(() => ["shop-web", "shop-web"], other)(stack);
      },
    },
    unknown: {
      "a name that only Terraform knows": {
        build: twoRoles((stack) => ["shop-web", textToken(stack)]),
        limit: "partly",
      },
    },
  },
};
