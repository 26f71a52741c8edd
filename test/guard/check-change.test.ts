import { checkChange, checkPlan, formatFinding, type Action } from "cdktf-ack/guard";
import * as fc from "fast-check";
import { forceNew } from "../../lib/guard/force-new";
import { createOnlyTypes, sendingOf } from "../../lib/guard/create-only";
import { preciousTypes } from "../../lib/guard/precious";
import { entry, plan } from "./support";

const types = [...new Set([...preciousTypes, ...Object.keys(forceNew), ...createOnlyTypes])];
const known = types.flatMap((type) => [
  ...sendingOf(type).createOnly,
  ...sendingOf(type).neverEmptied,
  ...(forceNew[type]?.plain ?? []),
]);
const argument = fc.constantFrom(
  ...new Set([
    ...known.map((name) => name.replace(/\..*/, "")),
    ...[
      "id",
      "version",
      "upgrade_policy",
      "cluster_spec",
      "config",
      "instances",
      "node_count",
      "deletion_protection",
    ],
  ]),
);
const values = fc.dictionary(argument, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 8 });
const actions = fc.constantFrom<readonly Action[]>(
  ...([["no-op"], ["create"], ["update"], ["delete"], ["delete", "create"], ["forget"]] as const),
);

test("whatever a plan holds is judged, on one line for each part", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      actions,
      values,
      values,
      fc.jsonValue(),
      (type, does, before, after, mask) => {
        const masks = { afterUnknown: mask, beforeSensitive: mask, afterSensitive: mask };
        const change = { address: `${type}.x`, type, actions: does, before, after, ...masks };
        const findings = checkChange(change);
        expect(checkPlan(plan(entry(change))).findings).toHaveLength(findings.length);
        for (const finding of findings) {
          expect(formatFinding(finding).split("\n").length).toBeLessThanOrEqual(6);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test("a resource that stays as it is gives nothing, whatever it holds", () => {
  fc.assert(
    fc.property(fc.constantFrom(...types), values, (type, same) => {
      const change = { address: `${type}.x`, type, actions: ["update"] as const, before: same, after: same };
      const findings = checkChange(change);
      expect(findings).toEqual([]);
    }),
  );
});
