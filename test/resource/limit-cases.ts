import { Vpc } from "cdktf-ack";
import type { TerraformStack } from "cdktf";
import type { CasesById } from "../support/limit-cases";
import { mapToken, textToken } from "../support/stacks";

const tagged = (tags: Record<string, string>) => (stack: TerraformStack) =>
  new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", tags });

const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, "x"]));

const ownKey = "a key that does not start with aliyun or acs: and contains no http:// or https://";
const ownValue = "a value that does not start with acs: and contains no http:// or https://";

export const resourceLimitCases: CasesById = {
  "tag-count": {
    violating: {
      "21 tags": {
        build: tagged(tags(21)),
        at: "shop/vpc",
        got: "tagKeys with 21 tags",
        want: "0 to 20 tags",
      },
    },
    legal: { "20 tags": tagged(tags(20)), "no tag": tagged({}) },
    unknown: {
      "tags that only Terraform knows": {
        build: (stack) => tagged(mapToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "tag-reserved": {
    violating: {
      "a key that starts with aliyun": {
        build: tagged({ aliyunTeam: "x" }),
        at: "shop/vpc",
        got: 'the key "aliyunTeam"',
        want: ownKey,
      },
      "a key that starts with acs:": {
        build: tagged({ "ACS:team": "x" }),
        at: "shop/vpc",
        got: 'the key "ACS:team"',
        want: ownKey,
      },
      "an empty key": {
        build: tagged({ "": "x" }),
        at: "shop/vpc",
        got: 'the key ""',
        want: "a key that is not empty",
      },
      "a value with an address of the web": {
        build: tagged({ docs: "see https://example.com" }),
        at: "shop/vpc",
        got: 'the value "see https://example.com"',
        want: ownValue,
      },
      "a key that ACK uses itself": {
        build: tagged({ "ack.aliyun.com": "x" }),
        at: "shop/vpc",
        got: 'the key "ack.aliyun.com"',
        want: "a key that is not ACK's own",
      },
    },
    legal: {
      "aliyun and acs inside of a key": tagged({ "my-aliyun": "acs", acs: "aliyu" }),
      "an empty value": tagged({ team: "" }),
      "a value that starts with aliyun": tagged({ team: "aliyun-team" }),
    },
    unknown: {
      "a value that only Terraform knows": {
        build: (stack) => tagged({ team: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
};
