import * as fc from "fast-check";

/** Stands for a value that only Terraform knows. */
export const TOKEN = { token: true } as const;
export type OrToken<T> = T | typeof TOKEN;

/** Mostly a legal value, now and then a token or one that breaks a limit: so about half of all runs are legal. */
export const value = <T>(legal: readonly T[], illegal: readonly T[] = []) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...legal) },
    { weight: 5, arbitrary: fc.constant(TOKEN) },
    ...(illegal.length === 0 ? [] : [{ weight: 1, arbitrary: fc.constantFrom(...illegal) }]),
  );
/** As `value`, for what the types keep from being a token. */
export const literal = <T>(legal: readonly T[], illegal: readonly T[]) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...legal) },
    { weight: 1, arbitrary: fc.constantFrom(...illegal) },
  );
export const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
export const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
