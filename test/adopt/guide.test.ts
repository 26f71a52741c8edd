import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Adopt, LimitError, ProTier } from "cdktf-ack";
import { kept } from "../../lib/adopt/kept";
import { synthesize } from "cdktf-ack/testing";
import { proCluster, terway, testStack } from "../support/stacks";
import { CLUSTER_ID } from "./limit-cases";

const guide = readFileSync(join(__dirname, "../../docs/adopt.md"), "utf8");

/** Lines of code are those of a program, and not of this test. */
const withoutLine = (text: string) => text.replaceAll(/ {3}\([^()\s]+:\d+\)/g, "");

test("the guide shows the message that a cluster gets which says too little", () => {
  const stack = testStack("shop-prod");
  const network = terway(stack);
  const made = proCluster(stack, { network, tier: ProTier.SMALL, clusterDomain: "cluster.local" });
  Adopt.cluster(made, CLUSTER_ID);
  let message = "";
  try {
    synthesize(stack);
  } catch (error) {
    if (error instanceof LimitError) message = String(error);
  }
  expect(withoutLine(guide)).toContain(withoutLine(message).trim());
  expect(message).not.toBe("");
});

test("the guide names every prop without which something stays as it is", () => {
  const props = Object.values(kept).flatMap(({ unlessGiven = {} }) => Object.keys(unlessGiven));
  const said = ["nodeCidrMask", "proxyMode"];
  for (const prop of new Set([...props, ...said])) expect(guide).toContain(`\`${prop}\``);
});

test("the guide names what of a cluster is ignored in any case", () => {
  for (const name of kept["alicloud_cs_managed_kubernetes"]?.always ?? []) {
    expect(guide).toContain(`\`${name}\``);
  }
});
