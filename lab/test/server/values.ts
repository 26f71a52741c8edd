import fc from "fast-check";
import { UNKNOWN, type CtyType, type Value } from "../../lib/values";

/** A type together with a value of it, as Terraform may send them. */
export interface Typed {
  readonly type: CtyType;
  readonly value: Value;
}

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);

const type: fc.Arbitrary<CtyType> = fc.letrec<{ type: CtyType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<CtyType>("string", "number", "bool"),
    fc.tuple(fc.constantFrom("list" as const, "set" as const, "map" as const), tie("type")),
    fc.dictionary(name, tie("type"), { maxKeys: 4 }).map((members): CtyType => ["object", members]),
  ),
})).type;

const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }),
);

function valueOf(of: CtyType): fc.Arbitrary<Value> {
  const known = knownValueOf(of);
  return fc.oneof({ weight: 6, arbitrary: known }, fc.constant(null), fc.constant(UNKNOWN));
}

function knownValueOf(of: CtyType): fc.Arbitrary<Value> {
  if (of === "string") return fc.string({ unit: "binary" });
  if (of === "number") return number;
  if (of === "bool") return fc.boolean();
  if (of === "dynamic") return fc.constant(null);
  if (of[0] === "map") return fc.dictionary(name, valueOf(of[1]), { maxKeys: 4, noNullPrototype: true });
  if (of[0] !== "object") return fc.array(valueOf(of[1]), { maxLength: 4 });
  const members = Object.entries(of[1]).map(([key, member]) => [key, valueOf(member)] as const);
  return fc.record(Object.fromEntries(members), { noNullPrototype: true });
}

export const typed: fc.Arbitrary<Typed> = type.chain((of) =>
  valueOf(of).map((value) => ({ type: of, value })),
);
