import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { createTestApp } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { nameFromPath } from "../../lib/resource";

/** The name for a construct at this path. */
function nameAt([stackId, ...ids]: readonly [string, ...string[]], child?: string): string {
  let scope: Construct = new TerraformStack(createTestApp(), stackId);
  for (const id of ids) {
    scope = new Construct(scope, id);
  }
  return nameFromPath(scope, child);
}

describe("the name of a resource that the user did not name", () => {
  test("is its path", () => {
    expect(nameAt(["shop", "network", "vpc"])).toBe("shop-network-vpc");
    expect(nameAt(["shop", "network"], "node-h")).toBe("shop-network-node-h");
  });

  test("keeps the end of a long path, which tells it from others", () => {
    const name = nameAt(["shop", "n".repeat(200)], "node-h");
    expect(name).toHaveLength(128);
    expect(name).toMatch(/^n+-node-h$/);
  });

  test("is one that the service takes, whatever the path", () => {
    // The mark keeps ids apart from members of every object, such as "constructor".
    const id = fc.stringMatching(/^[^/\s$]{0,90}~$/);
    fc.assert(
      fc.property(id, id, fc.option(id, { nil: undefined }), (one, two, child) => {
        expect(nameAt(["shop", one, two], child)).toMatch(/^[A-Za-z][A-Za-z0-9_-]{0,127}$/);
      }),
    );
  });
});
