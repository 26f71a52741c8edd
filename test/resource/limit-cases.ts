import { App, TerraformStack } from "cdktf";
import { AlicloudProvider, NatGateway, Vpc } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { mapToken, proCluster, terway, textToken } from "../support/stacks";

const tagged = (tags: Record<string, string>) => (stack: TerraformStack) =>
  new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", tags });

const clusterTagged = (tags: Record<string, string>) => (stack: TerraformStack) =>
  proCluster(stack, { tags });

const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, "x"]));

const long = (length: number) => "k".repeat(length);

const ownKey = "a key that does not start with aliyun or acs: and contains no http:// or https://";
const ownValue = "a value that does not start with acs: and contains no http:// or https://";

/** A network of one zone, in a stack with a provider of a region. */
const zoneIn = (zone: (stack: TerraformStack) => string, region: string) => (stack: TerraformStack) => {
  const provider = new AlicloudProvider(stack, "other", { region, alias: "other" });
  terway(stack, { zones: { h: { zone: zone(stack) } }, provider });
};

export const resourceLimitCases: CasesById = {
  "zone-of-region": {
    violating: {
      "a zone of another region": {
        build: zoneIn(() => "cn-beijing-h", "cn-hangzhou"),
        at: "shop/network",
        got: "the zone cn-beijing-h with a provider of cn-hangzhou",
        want: "a zone such as cn-hangzhou-a",
      },
      "a NAT gateway in a zone of another region": {
        build: (stack) =>
          new NatGateway(stack, "nat", {
            vpc: new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" }),
            zone: "cn-shanghai-b",
          }),
        at: "shop/nat",
        got: "the zone cn-shanghai-b with a provider of cn-hangzhou",
        want: "a zone such as cn-hangzhou-a",
      },
    },
    legal: {
      "a zone with a letter behind a hyphen": zoneIn(() => "cn-hangzhou-h", "cn-hangzhou"),
      "a zone with a letter behind a number": zoneIn(() => "ap-southeast-1c", "ap-southeast-1"),
      "a zone of a finance cloud": zoneIn(() => "cn-shanghai-finance-1b", "cn-shanghai-finance-1"),
      "a region that the environment names": (stack) => {
        const other = new TerraformStack(App.of(stack), "other");
        new AlicloudProvider(other, "alicloud", {});
        terway(other, { zones: ["cn-beijing-h"] });
      },
    },
    unknown: {
      "a zone that only Terraform knows": { build: zoneIn(textToken, "cn-hangzhou"), limit: "partly" },
      "a region that only Terraform knows": {
        build: (stack) => zoneIn(() => "cn-beijing-h", textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "tag-count": {
    violating: {
      "21 tags": {
        build: tagged(tags(21)),
        at: "shop/vpc",
        got: "tagKeys with 21 tags",
        want: "0 to 20 tags",
      },
      "21 tags of a cluster": {
        build: clusterTagged(tags(21)),
        at: "shop/cluster",
        got: "tagKeys with 21 tags",
        want: "0 to 20 tags",
        rows: ["tag-count-20", "tag-sbx-rules"],
      },
    },
    legal: {
      "20 tags": tagged(tags(20)),
      "20 tags of a cluster": { build: clusterTagged(tags(20)), rows: ["tag-count-20", "tag-sbx-rules"] },
      "no tag": tagged({}),
    },
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
      "a key of a cluster that starts with aliyun, in capitals": {
        build: clusterTagged({ "Aliyun-team": "x" }),
        at: "shop/cluster",
        got: 'the key "Aliyun-team"',
        want: ownKey,
        rows: ["tag-key", "tag-key-prefix", "tag-sbx-rules"],
      },
      "a key of a cluster that starts with https://": {
        build: clusterTagged({ "https://shop": "x" }),
        at: "shop/cluster",
        got: 'the key "https://shop"',
        want: ownKey,
        rows: ["tag-key", "tag-key-prefix", "tag-sbx-rules"],
      },
      "a key of a cluster that starts with http://": {
        build: clusterTagged({ "HTTP://shop": "x" }),
        at: "shop/cluster",
        got: 'the key "HTTP://shop"',
        want: ownKey,
        rows: ["tag-key", "tag-key-prefix", "tag-sbx-rules"],
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
      "an empty key of a cluster": {
        build: clusterTagged({ "": "x" }),
        at: "shop/cluster",
        got: 'the key ""',
        want: "a key that is not empty",
        rows: ["tag-key", "tag-key-required", "tag-sbx-rules"],
      },
      "a value of a cluster that is http://": {
        build: clusterTagged({ team: "http://" }),
        at: "shop/cluster",
        got: 'the value "http://"',
        want: ownValue,
        rows: ["tag-sbx-rules", "tag-value-format", "tag-value-prefix"],
      },
      "a value of a cluster that is https://, in capitals": {
        build: clusterTagged({ team: "HTTPS://" }),
        at: "shop/cluster",
        got: 'the value "HTTPS://"',
        want: ownValue,
        rows: ["tag-sbx-rules", "tag-value-format", "tag-value-prefix"],
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
      "an empty value of a cluster": {
        build: clusterTagged({ team: "" }),
        rows: ["tag-key", "tag-key-required", "tag-sbx-rules", "tag-value-format", "tag-value-prefix"],
      },
      "aliyun inside of a key of a cluster": {
        build: clusterTagged({ "my-aliyun-team": "http" }),
        rows: ["tag-key-prefix"],
      },
      "a value that starts with aliyun": tagged({ team: "aliyun-team" }),
    },
    unknown: {
      "a value that only Terraform knows": {
        build: (stack) => tagged({ team: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
  "tag-length": {
    violating: {
      "a key of 129 characters": {
        build: tagged({ [long(129)]: "x" }),
        at: "shop/vpc",
        got: `the key "${long(129)}" (129 characters)`,
        want: "at most 128 characters",
      },
      "a key of a cluster of 129 characters": {
        build: clusterTagged({ [long(129)]: "x" }),
        at: "shop/cluster",
        got: `the key "${long(129)}" (129 characters)`,
        want: "at most 128 characters",
        rows: ["tag-key", "tag-sbx-rules"],
      },
      "a value of a cluster of 129 characters": {
        build: clusterTagged({ team: long(129) }),
        at: "shop/cluster",
        got: `the value "${long(129)}" (129 characters)`,
        want: "at most 128 characters",
        rows: ["tag-sbx-rules", "tag-value-format", "tag-value-length"],
      },
    },
    legal: {
      "a key of 128 characters": tagged({ [long(128)]: "x" }),
      "a key of 64 characters and a value of 128 on a cluster": {
        build: clusterTagged({ [long(64)]: long(128) }),
        rows: ["tag-key", "tag-sbx-rules", "tag-value-format", "tag-value-length"],
      },
      "128 characters that take two places each": tagged({ team: "\u{1F980}".repeat(128) }),
    },
    unknown: {
      "a value that only Terraform knows": {
        build: (stack) => tagged({ team: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
  "tag-key-case": {
    violating: {
      "two keys of a cluster that differ in capitals": {
        build: clusterTagged({ team: "x", Team: "y" }),
        at: "shop/cluster",
        got: 'the keys "team" and "Team"',
        want: "one of them",
        rows: ["cluster-tag-unique", "tag-key-unique@edge-and-gpu"],
      },
    },
    legal: {
      "two keys of a cluster": {
        build: clusterTagged({ team: "x", teams: "x" }),
        rows: ["cluster-tag-unique", "tag-key-unique@edge-and-gpu"],
      },
    },
    unknown: {
      "tags that only Terraform knows": {
        build: (stack) => tagged(mapToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "cluster-tag-key-64": {
    violating: {
      "a key of 65 characters": {
        build: clusterTagged({ [long(65)]: "x" }),
        at: "shop/cluster",
        got: `the key "${long(65)}" (65 characters)`,
        want: "at most 64 characters",
        fix: "take a shorter key",
        rows: ["tag-key", "tag-key-length", "tag-sbx-rules"],
      },
    },
    legal: {
      "a key of 64 characters": {
        build: clusterTagged({ [long(64)]: "x" }),
        rows: ["tag-key", "tag-key-length", "tag-sbx-rules"],
      },
      "a key of 65 characters that is not a cluster's": tagged({ [long(65)]: "x" }),
    },
    unknown: {
      "tags that only Terraform knows": {
        build: (stack) => clusterTagged(mapToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "cluster-tag-value-aliyun": {
    violating: {
      "a value that starts with aliyun": {
        build: clusterTagged({ team: "Aliyun-team" }),
        at: "shop/cluster",
        got: 'the value "Aliyun-team"',
        want: "a value that does not start with aliyun",
      },
    },
    legal: { "aliyun inside of a value": clusterTagged({ team: "my-aliyun" }) },
    unknown: {
      "a value that only Terraform knows": {
        build: (stack) => clusterTagged({ team: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
};
