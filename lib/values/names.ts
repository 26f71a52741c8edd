import type { ValueProblem } from "./value-error";
import { describe } from "./wording";

/** Why a name is illegal; `undefined` instead of one means that it is legal. */
export type NameProblem = ValueProblem;

export const TAINT_EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"] as const;
export type TaintEffect = (typeof TAINT_EFFECTS)[number];

const LONGEST_NAME = 63;
const LONGEST_PREFIX = 253;
const LABELS = "Kubernetes documentation, Labels and Selectors, Syntax and character set";
const TAINTS = "Kubernetes documentation, Taints and Tolerations";

const NAME_FORM = `1 to ${LONGEST_NAME} letters, digits, "-", "_" and ".", first and last a letter or digit`;

const CLUSTER_NAME = /^[0-9A-Za-z\p{Script=Han}][-0-9A-Za-z\p{Script=Han}]*$/u;
const NAME_PART = /^[0-9A-Za-z]([-_.0-9A-Za-z]*[0-9A-Za-z])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Cluster names: digits, Chinese characters, Latin letters and hyphens, not first a hyphen. The provider counts
 * bytes against the limit of 63, and a Chinese character takes three.
 */
export function clusterNameProblem(name: string): NameProblem | undefined {
  const bytes = new TextEncoder().encode(name).length;
  if (bytes >= 1 && bytes <= LONGEST_NAME && CLUSTER_NAME.test(name)) return undefined;
  return {
    got: `${describe(name)} (${bytes} bytes)`,
    want: `1 to ${LONGEST_NAME} bytes of digits, Latin letters, Chinese characters (3 bytes each) and hyphens, not first a hyphen`,
    source: "ACK user guide (2021-12-02), lines 3980-3981",
  };
}

/**
 * Node pool names: 1 to 63 characters of any kind. The manual lists the characters of cluster names, but names
 * with underscores are accepted today (aliyun/alicloud provider 1.289.0, examples of alicloud_cs_kubernetes_node_pool).
 */
export function nodePoolNameProblem(name: string): NameProblem | undefined {
  const characters = [...name].length;
  if (characters >= 1 && characters <= LONGEST_NAME) return undefined;
  return {
    got: `${describe(name)} (${characters} characters)`,
    want: `1 to ${LONGEST_NAME} characters`,
    source: "ACK user guide (2021-12-02), lines 4316-4317",
  };
}

/** Keys of labels: a name of 1 to 63 characters, after an optional DNS subdomain and a slash. */
export function labelKeyProblem(key: string): NameProblem | undefined {
  if (isQualifiedName(key)) return undefined;
  return {
    got: describe(key),
    want: `an optional DNS subdomain of at most ${LONGEST_PREFIX} characters and a slash, then ${NAME_FORM}`,
    source: LABELS,
  };
}

/** Values of labels: empty, or at most 63 characters in the form of a name. */
export function labelValueProblem(value: string): NameProblem | undefined {
  if (value === "" || isNamePart(value)) return undefined;
  return { got: describe(value), want: `nothing, or ${NAME_FORM}`, source: LABELS };
}

/** Keys of taints follow the rules of label keys. */
export function taintKeyProblem(key: string): NameProblem | undefined {
  const problem = labelKeyProblem(key);
  return problem && { ...problem, source: TAINTS };
}

/** Values of taints follow the rules of label values. */
export function taintValueProblem(value: string): NameProblem | undefined {
  const problem = labelValueProblem(value);
  return problem && { ...problem, source: TAINTS };
}

/** Effects of taints: one of {@link TAINT_EFFECTS}, in exactly this spelling. */
export function taintEffectProblem(effect: string): NameProblem | undefined {
  if (TAINT_EFFECTS.some((legal) => legal === effect)) return undefined;
  const meant = TAINT_EFFECTS.find((legal) => squeezed(legal) === squeezed(effect));
  return {
    got: describe(effect),
    want: TAINT_EFFECTS.join(", "),
    ...(meant === undefined ? {} : { fix: `write ${meant}` }),
    source: TAINTS,
  };
}

function isQualifiedName(key: string): boolean {
  const slash = key.indexOf("/");
  if (slash < 0) return isNamePart(key);
  const prefix = key.slice(0, slash);
  return prefix.length <= LONGEST_PREFIX && DNS_SUBDOMAIN.test(prefix) && isNamePart(key.slice(slash + 1));
}

function isNamePart(text: string): boolean {
  return text.length <= LONGEST_NAME && NAME_PART.test(text);
}

/** "no_schedule" and "NO-SCHEDULE" both as "noschedule". */
function squeezed(text: string): string {
  return text.replace(/[^A-Za-z]/g, "").toLowerCase();
}
