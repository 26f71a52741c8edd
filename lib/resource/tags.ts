import type { IConstruct } from "constructs";
import {
  alibabaCloud,
  declareFacts,
  facts,
  findingsOf,
  isToken,
  limitsOn,
  provider,
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
      source: alibabaCloud("Tag, TagResources"),
      authority: "service",
    },
  ),
  tag.monotone(
    "tag-reserved",
    ["tagKeys", "tagValues"],
    {
      statement:
        "Tags with a key that starts with aliyun or acs:, or with an address of the web, belong to Alibaba Cloud.",
      source: provider("alicloud_cs_kubernetes_node_pool.tags"),
      authority: "service",
    },
    ({ tagKeys, tagValues }) => [...findingsOf(tagKeys, keyFinding), ...findingsOf(tagValues, valueFinding)],
  ),
];

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
export function judgeTags(scope: IConstruct, tags: Readonly<Record<string, string>> | undefined): void {
  if (tags !== undefined) {
    declareFacts(scope, tagLimits, {
      tagKeys: isToken(tags) ? unknown("tags") : facts(Object.keys(tags)),
      tagValues: isToken(tags) ? unknown("tags") : facts(Object.values(tags)),
    });
  }
}
