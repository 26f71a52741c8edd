import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import * as fc from "fast-check";
import {
  joinRelation,
  limitsOn,
  Quotas,
  reportOf,
  sameAccount,
  unknown,
  type Fact,
  type FactList,
  type Relation,
} from "../../lib/limits";
import { brokenIn, limitErrorOf, newApp, text } from "./support";

interface Port {
  readonly path: string;
  readonly port: number;
}

interface Ports {
  readonly ports: FactList<Port>;
  readonly total: number;
}

const on = limitsOn<Ports>();
const shared: Relation<Fact<number>, Ports> = {
  id: "ports",
  limits: [
    on.monotone("relation-port-once", ["ports"], text, ({ ports }) => {
      const first = new Map<number, string>();
      return ports.flatMap(({ path: at, port }) => {
        const earlier = first.get(port);
        first.set(port, earlier ?? at);
        return earlier === undefined ? [] : [{ at, got: `port ${port} of ${earlier}`, want: "another port" }];
      });
    }),
    on.quota("relation-few", "vpcRouteEntries", ["total"], text, ({ total }, max) =>
      total > max ? [{ got: `${total} ports`, want: `at most ${max}` }] : [],
    ),
  ],
  facts: (members) => ({
    ports: members.map(({ path, member }) => (typeof member === "number" ? { path, port: member } : member)),
    total: members.length,
  }),
};

function join(scope: Construct, id: string, key: string, port: Fact<number>): void {
  joinRelation(new Construct(scope, id), shared, key, port);
}

const brokenNow = (scope: Construct) => brokenIn({ violations: reportOf(scope).broken });

describe("members of a relation", () => {
  test("are judged together when they have the same key, over all stacks", () => {
    const app = newApp();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    join(one, "a", "new:vpc", 80);
    join(two, "b", "new:vpc", 80);
    join(two, "c", "id:vpc-1", 80);
    expect(brokenIn(limitErrorOf(() => app.synth()))).toEqual(["relation-port-once at two/b"]);
  });

  test("of different keys or relations have nothing to do with each other", () => {
    const app = newApp();
    const stack = new TerraformStack(app, "stack");
    join(stack, "a", "new:vpc", 80);
    join(stack, "b", "new:other", 80);
    joinRelation(new Construct(stack, "c"), { ...shared, id: "other ports" }, "new:vpc", 80);
    expect(brokenNow(app)).toEqual([]);
  });

  test("that are unknown are left out, and the rest is judged", () => {
    const app = newApp();
    const stack = new TerraformStack(app, "stack");
    join(stack, "a", "k", 80);
    join(stack, "b", "k", unknown("${var.port}"));
    join(stack, "c", "k", 80);
    expect(brokenNow(app)).toEqual(["relation-port-once at stack/c"]);
    expect(reportOf(app).partly).toEqual([{ id: "relation-port-once", path: "stack/a", unknown: ["ports"] }]);
  });

  test("break at the same constructs in whatever order these are made", () => {
    const member = fc.record({ port: fc.integer({ min: 1, max: 4 }), key: fc.constantFrom("k", "l") });
    const things = fc
      .array(member, { minLength: 1, maxLength: 8 })
      .map((members) => members.map((each, index) => ({ ...each, id: `m${index}` })));
    const brokenWhenMadeAs = (made: { id: string; key: string; port: number }[]) => {
      const stack = new TerraformStack(
        newApp({ context: { "cdktf-ack": { quotas: { vpcRouteEntries: 3 } } } }),
        "s",
      );
      for (const { id, key, port } of made) {
        join(stack, id, key, port);
      }
      return brokenNow(stack).sort();
    };
    const shuffled = things.chain((made) =>
      fc.tuple(
        fc.constant(made),
        fc.shuffledSubarray(made, { minLength: made.length, maxLength: made.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([made, otherwise]) => {
        expect(brokenWhenMadeAs(otherwise)).toEqual(brokenWhenMadeAs(made));
      }),
      { numRuns: 60 },
    );
  });
});

describe("members of one account", () => {
  function twoStacks() {
    const app = newApp();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    join(one, "a", sameAccount, 80);
    join(two, "b", sameAccount, 80);
    return { app, one, two };
  }

  test("are those of one stack, as long as nobody says more", () => {
    const { app, one } = twoStacks();
    expect(brokenNow(app)).toEqual([]);
    join(one, "c", sameAccount, 80);
    expect(brokenNow(app)).toEqual(["relation-port-once at one/c"]);
  });

  test("are those of all stacks that name the same account", () => {
    const { app, one, two } = twoStacks();
    Quotas.of(one).inAccount("prod");
    expect(brokenNow(app)).toEqual([]);
    Quotas.of(two).inAccount("prod");
    expect(brokenNow(app)).toEqual(["relation-port-once at two/b"]);
  });

  test("are those of the whole app when the app names it, except for a stack that names another", () => {
    const { app, two } = twoStacks();
    Quotas.of(app).inAccount("prod");
    expect(brokenNow(app)).toEqual(["relation-port-once at two/b"]);
    Quotas.of(two).inAccount("audit");
    expect(brokenNow(app)).toEqual([]);
  });
});
