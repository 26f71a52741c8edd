import { alibabaCloud, fact, isToken, limitsOn, type Fact } from "../limits";
import type { NodePoolOptions } from "./node-pool-options";
import type { ResolvedPoolProps } from "./pool-arguments";

/** The label by which a pool asks Terway for a network interface for each of its Pods. */
export const exclusiveEniLabel = "k8s.aliyun.com/exclusive-mode-eni-type";
const ENI_ONLY = "eniOnly";

/** The labels of a pool, with the one that the prop stands for. What is written by hand stays: the limits see it. */
export function withExclusiveEni({ exclusiveEni, labels }: NodePoolOptions): NodePoolOptions["labels"] {
  return exclusiveEni !== true || isToken(labels) ? labels : { [exclusiveEniLabel]: ENI_ONLY, ...labels };
}

/** What the limits of pools whose Pods have interfaces of their own need to know. */
interface ExclusiveEniFacts {
  readonly mode: Fact<string>;
  readonly networkPlugin: string | undefined;
  readonly hasExistingInstances: boolean;
}

const pool = limitsOn<ExclusiveEniFacts>("Node pools");
const source = alibabaCloud("ACK, Configure exclusive ENI mode for a node pool");

export const exclusiveEniLimits = [
  pool.limit(
    "exclusive-eni-label",
    ["mode"],
    {
      statement: "Terway gives each Pod of a node a network interface when a label of the node says eniOnly.",
      source,
      fix: "exclusiveEni: true, and no label by hand",
    },
    ({ mode }) =>
      mode === ENI_ONLY
        ? []
        : [
            {
              got: `the label ${exclusiveEniLabel} ${JSON.stringify(mode)}`,
              want: `"${ENI_ONLY}", or no such label`,
            },
          ],
  ),
  pool.limit(
    "exclusive-eni-needs-terway",
    ["networkPlugin"],
    {
      prop: "exclusiveEni",
      statement: "Network interfaces for single Pods are Terway's.",
      source,
      fix: "leave exclusiveEni out, or take a TerwayNetwork",
    },
    ({ networkPlugin }) =>
      networkPlugin === undefined || networkPlugin === "terway"
        ? []
        : [{ got: `an interface for each Pod with ${networkPlugin}`, want: "a cluster with Terway" }],
  ),
  pool.limit(
    "exclusive-eni-existing-instances",
    ["hasExistingInstances"],
    {
      statement: "Interfaces that an instance has before it joins are not given to Pods.",
      source,
      advice: true,
      fix: "let the pool make its instances, or take the further interfaces off before they join",
    },
    ({ hasExistingInstances }) =>
      hasExistingInstances ? [{ got: "existing instances", want: "instances that the pool makes" }] : [],
  ),
];

/** Undefined for the many pools without the label. */
export function exclusiveEniFacts(props: ResolvedPoolProps): ExclusiveEniFacts | undefined {
  const mode = fact(props.labels?.[exclusiveEniLabel]);
  return mode === undefined
    ? undefined
    : {
        mode,
        networkPlugin: props.cluster.networkPlugin,
        hasExistingInstances: props.capacity.existing !== undefined,
      };
}
