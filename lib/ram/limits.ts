import { ackGuide, alibabaCloud, findingsOf, limitsOn } from "../limits";
import { canBeLimited, isKnownAction } from "./actions";
import type { DocumentFacts } from "./facts";

const policy = limitsOn<DocumentFacts>("RAM policies");
const chapter = "3.2 Custom RAM policies";

export const documentLimits = [
  policy.limit(
    "ram-policy-version",
    ["version"],
    {
      statement: "A policy of RAM has version 1, and statements with Effect, Action and Resource.",
      source: ackGuide(chapter, "609-640, 718-733"),
      rows: ["ram-policy-version"],
      authority: "service",
      fix: 'write "Version": "1"; policies of other clouds have other versions and other actions',
    },
    ({ version }) =>
      version === "1"
        ? []
        : [{ got: version === "" ? "no version" : `version ${version}`, want: "version 1" }],
  ),
  policy.monotone(
    "ram-resource-forms",
    ["resources"],
    {
      statement:
        "A policy is about resources by their ARN, such as acs:cs:*:*:cluster/<id>, or about all of them: *.",
      source: ackGuide(chapter, "770-791"),
      rows: ["ram-resource-forms"],
      authority: "service",
      fix: "name clusters by AckPolicy, or write acs:<service>:<region>:<account>:<what>; actions do not stand here",
    },
    ({ resources }) =>
      findingsOf(resources, (resource) =>
        resource === "*" || /^acs:[^:\s]+:[^:\s]*:[^:\s]*:.+$/.test(resource)
          ? undefined
          : {
              got: `the resource ${JSON.stringify(resource)}`,
              want: "* or acs:<service>:<region>:<account>:<what>",
            },
      ),
  ),
  policy.monotone(
    "ram-cluster-resource",
    ["resources"],
    {
      statement: "Of ACK, policies are about clusters: acs:cs:<region>:<account>:cluster/<id>.",
      source: ackGuide(chapter, "770-791"),
      rows: ["ram-resource-forms"],
      // The service may know other things by now.
      advice: true,
      fix: "name the cluster by its id: acs:cs:*:*:cluster/<id>",
    },
    ({ resources }) =>
      findingsOf(resources, (resource) =>
        !resource.startsWith("acs:cs:") ||
        /^acs:cs:[^:]*:[^:]*:(\*|cluster\/(\*|c?[0-9a-f*]+))$/.test(resource)
          ? undefined
          : { got: `the resource ${resource}`, want: "acs:cs:*:*:cluster/<id>" },
      ),
  ),
  policy.monotone(
    "ram-non-limitable-actions",
    ["limitedActions"],
    {
      statement:
        "Some actions of ACK are about the account, and cannot be limited to a cluster: in such a statement they grant nothing.",
      source: ackGuide(chapter, "797-1230"),
      rows: ["ram-non-limitable-actions"],
      // The list is of 2021, and some may have become limitable.
      advice: true,
      fix: "write the policy with AckPolicy.of(...), which puts them into a statement of their own",
    },
    ({ limitedActions }) =>
      findingsOf(limitedActions, ({ action, resource }) =>
        canBeLimited(action)
          ? undefined
          : { got: `${action} limited to ${resource}`, want: "a statement of its own, with the resource *" },
      ),
  ),
  policy.monotone(
    "ram-action-form",
    ["actions"],
    {
      statement: "An action is that of a service: <service>:<action>.",
      source: alibabaCloud("RAM, Policy elements"),
      authority: "service",
      fix: "put the code of the service before it: vpc:DescribeVSwitches",
    },
    ({ actions }) =>
      findingsOf(actions, (action) =>
        action === "*" || /^[\w*?-]+:[\w*?./:-]+$/.test(action)
          ? undefined
          : { got: `the action ${JSON.stringify(action)}`, want: "<service>:<action>, or *" },
      ),
  ),
  policy.monotone(
    "ram-action-known",
    ["actions"],
    {
      statement: "RAM takes any name for an action, and a name that no service has grants nothing.",
      source: ackGuide(chapter, "797-1178"),
      advice: true,
      fix: "look the name up in the reference of the API of ACK; acknowledge this for one that is newer than this library",
    },
    ({ actions }) =>
      findingsOf(actions, (action) =>
        !action.startsWith("cs:") || isKnownAction(action)
          ? undefined
          : { got: `the action ${action}`, want: "an action that ACK documents" },
      ),
  ),
  policy.limit(
    "ram-grants-everything",
    ["grantsEverything"],
    {
      statement: "A policy that allows every action on everything makes administrators of all who have it.",
      source: alibabaCloud("RAM, Policy elements"),
      advice: true,
      fix: "name the actions, or the services: cs:*",
    },
    ({ grantsEverything }) =>
      grantsEverything ? [{ got: "* allowed on *", want: "actions that are named" }] : [],
  ),
  policy.range(
    "ram-policy-length",
    "length",
    { min: 1, max: 6144, unit: "characters" },
    {
      statement: "The text of a policy has at most 6,144 characters.",
      source: alibabaCloud("RAM, Limits"),
      authority: "service",
      fix: "name actions by *, or split the policy: users, groups and roles take several",
    },
  ),
];
