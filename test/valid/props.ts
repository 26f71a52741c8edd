import * as fc from "fast-check";

/** Props that some arbitrary sets, by the name of their interface: what the test of coverage asks. */
export const generated = new Map<string, Set<string>>();

type Arbitraries = Readonly<Record<string, fc.Arbitrary<unknown>>>;
type Values<A extends Arbitraries> = { [K in keyof A]: A[K] extends fc.Arbitrary<infer T> ? T : never };

/** Props of an interface: those that are required, and any of the others. */
export function props<R extends Arbitraries, O extends Arbitraries>(
  interfaceName: string,
  required: R,
  optional: O,
): fc.Arbitrary<Values<R> & Partial<Values<O>>> {
  const keys = generated.get(interfaceName) ?? new Set<string>();
  generated.set(interfaceName, keys);
  for (const key of [...Object.keys(required), ...Object.keys(optional)]) keys.add(key);
  const all = { ...required, ...optional } as Record<string, fc.Arbitrary<unknown>>;
  return fc.record(all, { requiredKeys: Object.keys(required) }) as never;
}

/** Says that the test sets props of an interface by other means than a record. */
export function alsoGenerated(interfaceName: string, ...keys: readonly string[]): void {
  const known = generated.get(interfaceName) ?? new Set<string>();
  generated.set(interfaceName, known);
  keys.forEach((key) => known.add(key));
}
