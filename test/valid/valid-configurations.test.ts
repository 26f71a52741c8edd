import { LimitError } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { judge } from "../../lab/lib/core";
import { built, configurations, type Configuration } from "./build";

/** What would have stopped a user, a line each, of a configuration that is valid all the same. */
function refusals(configuration: Configuration): readonly string[] {
  try {
    return judge(synthesize(built(configuration)).json).map(
      ({ address, path, message }) => `the provider: ${address.split(".")[0]}.${path}: ${message}`,
    );
  } catch (error) {
    if (error instanceof LimitError) {
      return error.violations.map(({ id, got, want }) => `${id}: got ${got}; want ${want}`);
    }
    throw error;
  }
}

test("a configuration that ACK takes is refused by no limit, and the provider takes what comes of it", () => {
  const seen = new Map<string, Configuration>();
  for (const configuration of fc.sample(configurations, { numRuns: 150, seed: 11 })) {
    refusals(configuration).forEach((line) => seen.set(line, configuration));
  }
  expect([...seen.keys()]).toEqual([]);
});
