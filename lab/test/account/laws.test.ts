import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { goJson } from "../../lib/account/go-json";
import { contains, overlap, parseCidr, type CidrBlock } from "../../lib/account/services/cidr";
import type { ValueObject } from "../../lib/values";
import { CloudUser } from "./support/cloud-user";

describe("JSON as Go writes it", () => {
  it("says the same, and is written one way alone", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = goJson(value);
        const read: unknown = JSON.parse(written);
        expect(goJson(read)).toBe(written);
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
        expect(written).not.toMatch(/[<>&\u2028\u2029]/);
      }),
    );
  });

  it("does not mind the order of members", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (members) => {
        const turned = Object.fromEntries(Object.entries(members).reverse());
        expect(goJson(turned)).toBe(goJson(members));
      }),
    );
  });
});

describe("CIDR blocks", () => {
  const block = fc
    .tuple(fc.nat({ max: 2 ** 32 - 1 }), fc.integer({ min: 8, max: 32 }))
    .map(([address, mask]): CidrBlock => {
      const size = 2 ** (32 - mask);
      const first = Math.floor(address / size) * size;
      const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
      return parseCidr(`${octets.join(".")}/${mask}`) ?? { first: -1, last: -1 };
    });

  it("overlap exactly when one is in the other", () => {
    fc.assert(
      fc.property(block, block, (one, other) => {
        expect(one.first).toBeGreaterThanOrEqual(0);
        expect(overlap(one, other)).toBe(contains(one, other) || contains(other, one));
      }),
    );
  });
});

describe("an account in a file", () => {
  const step = fc.record({
    what: fc.constantFrom("make", "change", "delete"),
    which: fc.nat({ max: 4 }),
    name: fc.string({ maxLength: 5 }),
  });

  it("is the same as one in memory, whatever is done to it, and after each new start", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const folder = mkdtempSync(join(tmpdir(), "laws-"));
        const memory = new CloudUser();
        try {
          const states = new Map<number, ValueObject>();
          for (const { what, which, name } of steps) {
            // A new process for each step.
            const user = new CloudUser({ file: join(folder, "account.json") });
            for (const one of [user, memory])
              await take(one, what, states.get(which), name, (made) => states.set(which, made));
            if (what === "delete") states.delete(which);
          }
          const again = new CloudUser({ file: join(folder, "account.json") });
          expect(new Set(again.account.objects())).toEqual(new Set(memory.account.objects()));
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 40 },
    );
  });
});

async function take(
  user: CloudUser,
  what: string,
  state: ValueObject | undefined,
  name: string,
  keep: (state: ValueObject) => void,
): Promise<void> {
  const type = "alicloud_security_group";
  if (what === "make") keep(await user.create(type, { security_group_name: name }));
  else if (state !== undefined && what === "change") await user.tryUpdate(type, state, { description: name });
  else if (state !== undefined) await user.tryDelete(type, state);
}
