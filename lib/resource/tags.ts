import type { IConstruct } from "constructs";
import {
  ackGuide,
  alibabaCloud,
  declareFacts,
  facts,
  findingsOf,
  isToken,
  limitsOn,
  unknown,
  type FactList,
  type Finding,
} from "../limits";

interface TagFacts {
  readonly tagKeys: FactList<string> | undefined;
  readonly tagValues: FactList<string> | undefined;
}

const tag = limitsOn<TagFacts>("Tags");

const tagLimits = [
  tag.length(
    "tag-count",
    "tagKeys",
    { min: 0, max: 20, of: "tags" },
    {
      statement: "A resource has at most 20 tags.",
      source: ackGuide("4.3.2 Create a managed cluster", "4802-4803"),
      rows: ["tag-count-20", "tag-sbx-rules"],
      authority: "service",
      fix: "leave some out",
    },
  ),
  tag.monotone(
    "tag-reserved",
    ["tagKeys", "tagValues"],
    {
      // The manual forbids the words at the beginning; the service refuses addresses of the web anywhere.
      statement:
        "A tag has a key; keys that start with aliyun or acs:, values that start with acs:, and addresses of the web in either are reserved.",
      source: ackGuide("4.3.2 Create a managed cluster", "4792-4798"),
      rows: [
        "tag-key",
        "tag-key-prefix",
        "tag-key-required",
        "tag-sbx-rules",
        "tag-value-format",
        "tag-value-prefix",
      ],
      authority: "service",
      fix: "begin keys and values with a word of your own, such as shop-team",
    },
    ({ tagKeys, tagValues }) => [...findingsOf(tagKeys, keyFinding), ...findingsOf(tagValues, valueFinding)],
  ),
  tag.monotone(
    "tag-length",
    ["tagKeys", "tagValues"],
    {
      // The manual gives keys 64 characters; see cluster-tag-key-64.
      statement: "The key of a tag has at most 128 characters, and so has its value.",
      source: ackGuide("4.3.2 Create a managed cluster", "4794-4798"),
      rows: ["tag-key", "tag-sbx-rules", "tag-value-format", "tag-value-length"],
      authority: "service",
      fix: "shorten it; long values belong into a store of your own",
    },
    ({ tagKeys, tagValues }) => [
      ...findingsOf(tagKeys, (key) => longerThan(128, "the key", key)),
      ...findingsOf(tagValues, (value) => longerThan(128, "the value", value)),
    ],
  ),
  tag.monotone(
    "tag-key-case",
    ["tagKeys"],
    {
      statement: "Keys that differ in capitals alone are different tags, and hardly meant to be.",
      source: ackGuide("4.3.2 Create a managed cluster", "4800"),
      rows: ["cluster-tag-unique", "tag-key-unique@edge-and-gpu"],
      advice: true,
      fix: "write the key in one way",
    },
    ({ tagKeys }) => {
      const first = new Map<string, string>();
      return findingsOf(tagKeys, (key) => {
        const earlier = first.get(key.toLowerCase());
        first.set(key.toLowerCase(), earlier ?? key);
        return earlier === undefined
          ? undefined
          : { got: `the keys ${JSON.stringify(earlier)} and ${JSON.stringify(key)}`, want: "one of them" };
      });
    },
  ),
];

/** What the clusters of ACK are documented to want beside. */
export const clusterTagLimits = [
  ...tagLimits,
  tag.monotone(
    "cluster-tag-key-64",
    ["tagKeys"],
    {
      statement: "The manual gives the key of a tag of a cluster 64 characters; the service takes 128 today.",
      source: ackGuide("4.3.2 Create a managed cluster", "4794-4795"),
      rows: ["tag-key", "tag-key-length", "tag-sbx-rules"],
      advice: true,
      fix: "take a shorter key",
    },
    ({ tagKeys }) =>
      findingsOf(tagKeys, (key) => (lengthOf(key) > 128 ? undefined : longerThan(64, "the key", key))),
  ),
  tag.each(
    "cluster-tag-value-aliyun",
    "tagValues",
    {
      statement: "The service documents that the value of a tag of a cluster does not start with aliyun.",
      source: alibabaCloud("ACK, TagResources"),
      advice: true,
      fix: "begin the value with another word",
    },
    (value) =>
      value.toLowerCase().startsWith("aliyun")
        ? { got: `the value ${JSON.stringify(value)}`, want: "a value that does not start with aliyun" }
        : undefined,
  ),
];

/** Characters as a reader counts them. */
function lengthOf(text: string): number {
  return text.length <= 64 ? text.length : [...text].length;
}

function longerThan(max: number, what: string, text: string): Finding | undefined {
  const length = lengthOf(text);
  return length <= max
    ? undefined
    : { got: `${what} ${JSON.stringify(text)} (${length} characters)`, want: `at most ${max} characters` };
}

/** The provider leaves these out when it reads tags back, so that every plan would add them again. */
const neverReadBack = new Set(["ack.aliyun.com", "ack.playeraccount", "sae.do.not.delete"]);

function keyFinding(key: string): Finding | undefined {
  const got = `the key ${JSON.stringify(key)}`;
  if (key === "") {
    return { got, want: "a key that is not empty" };
  }
  if (neverReadBack.has(key)) {
    return { got, want: "a key that is not ACK's own" };
  }
  return /^(aliyun|acs:)|https?:\/\//i.test(key)
    ? { got, want: "a key that does not start with aliyun or acs: and contains no http:// or https://" }
    : undefined;
}

function valueFinding(value: string): Finding | undefined {
  return /^acs:|https?:\/\//i.test(value)
    ? {
        got: `the value ${JSON.stringify(value)}`,
        want: "a value that does not start with acs: and contains no http:// or https://",
      }
    : undefined;
}

/** Registers the tags of a construct for the limits on tags. */
export function judgeTags(
  scope: IConstruct,
  tags: Readonly<Record<string, string>> | undefined,
  limits = tagLimits,
): void {
  if (tags !== undefined) {
    declareFacts(scope, limits, tagFacts(tags));
  }
}

/** Tags as limits see them. */
export function tagFacts(tags: Readonly<Record<string, string>> = {}) {
  return {
    tagKeys: isToken(tags) ? unknown("tags") : (facts(Object.keys(tags)) ?? []),
    tagValues: isToken(tags) ? unknown("tags") : (facts(Object.values(tags)) ?? []),
  };
}
