/** A value that the documentation gives for a fact. */
export interface Vector {
  readonly is: () => unknown;
  readonly documented: unknown;
}

/** Where a documented fact stands in the library, and what the documentation says of it. */
export interface FactCase {
  /** The functions and tables that hold the fact, by their names: `{ flannelMaxNodes }`. */
  readonly by: Readonly<Record<string, unknown>>;
  readonly vectors: Readonly<Record<string, Vector>>;
}

/** Facts of one domain, by the ids of the rules in the catalogue. */
export type FactCases = Readonly<Record<string, FactCase>>;

/** Tests for all facts of a domain. */
export function testFacts(cases: FactCases): void {
  describe.each(Object.entries(cases))("%s", (_row, { vectors }) => {
    test.each(Object.entries(vectors))("%s", (_name, { is, documented }) => {
      expect(is()).toEqual(documented);
    });
  });
}
