import type { IConstruct } from "constructs";
import {
  alibabaCloud,
  declareFacts,
  facts,
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
        "Tags that start with aliyun or acs:, or contain an address of the web, belong to Alibaba Cloud.",
      source: provider("alicloud_cs_kubernetes_node_pool.tags"),
      authority: "service",
    },
    ({ tagKeys = [], tagValues = [] }) => [
      ...tagKeys
        .filter((key) => key === "" || isReserved(key) || readBackByNobody.has(key))
        .map((key) => reserved(`the key ${JSON.stringify(key)}`)),
      ...tagValues.filter(isReserved).map((value) => reserved(`the value ${JSON.stringify(value)}`)),
    ],
  ),
];

/** The provider leaves these out when it reads tags back, so that every plan would add them again. */
const readBackByNobody = new Set(["ack.aliyun.com", "ack.playeraccount", "sae.do.not.delete"]);

function isReserved(text: string): boolean {
  return /^(aliyun|acs:)|https?:\/\//i.test(text);
}

function reserved(got: string): Finding {
  return { got, want: "text that does not start with aliyun or acs: and contains no http:// or https://" };
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
