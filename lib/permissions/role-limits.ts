import { ackGuide, findingsOf, kubernetes, limitsOn, provider } from "../limits";
import type { BindingFacts, ClusterRoleFacts } from "./facts";

const role = limitsOn<ClusterRoleFacts>("Permissions in clusters");
const pathSegment = /^(?!\.{1,2}$)[^/%\s]+$/;
const dnsLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const dnsLabelInWords =
  "1 to 63 lower-case letters, digits and hyphens, with a letter or a digit at both ends";

/** What cannot be held to the names of objects: of the first the name is not known, and the second names none. */
const verbsWithoutNames: readonly string[] = ["create", "deletecollection"];

export const roleLimits = [
  role.format(
    "kubernetes-role-name",
    "roleName",
    pathSegment,
    "a name without spaces, slashes and percent signs",
    {
      statement: "A Role or a ClusterRole has a name that can be part of a path.",
      source: kubernetes("Object Names and IDs, path segment names"),
      authority: "kubernetes",
      prop: "roleName",
      fix: "give a roleName of this form",
    },
  ),
  role.format("kubernetes-role-namespace", "namespace", dnsLabel, dnsLabelInWords, {
    statement: "A Role is in one namespace, which is named as Kubernetes names namespaces.",
    source: kubernetes("Object Names and IDs"),
    authority: "kubernetes",
    prop: "namespace",
    fix: "name one namespace; for all of them make a CustomClusterRole",
  }),
  role.limit(
    "kubernetes-role-has-rules",
    ["namespace", "ruleCount"],
    {
      statement: "A Role has at least one rule.",
      source: provider("hashicorp/kubernetes, kubernetes_role_v1.rule"),
      authority: "provider",
      fix: 'give it a rule, for example RoleRule.read({ resources: ["pods"] })',
    },
    ({ namespace, ruleCount }) =>
      namespace !== undefined && ruleCount === 0
        ? [{ got: "a Role without rules", want: "at least one rule" }]
        : [],
  ),
  role.limit(
    "kubernetes-rule-complete",
    ["lacking"],
    {
      statement: "A rule says what may be done, and to what.",
      source: kubernetes("Using RBAC Authorization"),
      authority: "kubernetes",
      fix: "give each rule verbs, and resources or addresses",
    },
    ({ lacking }) =>
      lacking.map((what) => ({ got: `a rule without ${what}`, want: "verbs, and what they are for" })),
  ),
  role.each(
    "kubernetes-rule-names",
    "verbsOnNames",
    {
      statement:
        "Rules for objects of given names do not hold for create and deletecollection, which name none.",
      source: kubernetes("Using RBAC Authorization, Referring to resources"),
      advice: true,
      fix: "move the verb into a rule without names",
    },
    (verb) =>
      verbsWithoutNames.includes(verb)
        ? { got: `${verb} on objects of given names`, want: "verbs that name an object" }
        : undefined,
  ),
];

const binding = limitsOn<BindingFacts>("Permissions in clusters");

/** Whoever has shown nothing to the API server. */
const anonymous: readonly string[] = ["system:anonymous", "system:unauthenticated"];

export const bindingLimits = [
  binding.format("kubernetes-binding-namespace", "namespace", dnsLabel, dnsLabelInWords, {
    statement: "A binding in a namespace names it as Kubernetes names namespaces.",
    source: kubernetes("Object Names and IDs"),
    authority: "kubernetes",
    prop: "namespace",
    fix: "name one namespace, or leave it out to bind a ClusterRole in all of them",
  }),
  binding.limit(
    "kubernetes-binding-has-subjects",
    ["subjectCount"],
    {
      statement: "A binding names at least one subject.",
      source: provider("hashicorp/kubernetes, kubernetes_role_binding_v1.subject"),
      authority: "provider",
      fix: 'give it a subject, for example RbacSubject.group("developers"), or leave it out',
    },
    ({ subjectCount }) =>
      subjectCount === 0 ? [{ got: "a binding without subjects", want: "at least one subject" }] : [],
  ),
  binding.monotone(
    "lint-anonymous-rbac",
    ["people", "roleName"],
    {
      statement:
        "No role is for everybody: callers who have shown nothing are system:anonymous and system:unauthenticated.",
      source: ackGuide("12.3 Security of container applications", "42774-42785"),
      rows: ["lint-anonymous-rbac"],
      advice: true,
      fix: "bind the role to users, groups or service accounts that are known",
    },
    ({ people, roleName }) =>
      findingsOf(people, (name) =>
        anonymous.includes(name)
          ? { got: `${roleName} bound to ${name}`, want: "subjects that show who they are" }
          : undefined,
      ),
  ),
];
