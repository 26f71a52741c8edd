import type { TerraformStack } from "cdktf";
import { LimitError, type LimitReport, type Violation } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { findLimit } from "../../lib/limits";
import { testStack } from "./stacks";

/** Builds what a case is about into a stack that has a provider and nothing else. */
export type Build = (stack: TerraformStack) => unknown;

/** What breaks a limit, and every word of the answer but for the usual remedy. */
export interface Violating {
  readonly build: Build;
  /** Path of the construct that is at fault. */
  readonly at: string;
  readonly got: string;
  readonly want: string;
  readonly fix?: string;
  /** Other limits that the same mistake breaks. */
  readonly also?: readonly string[];
  /** The rules of the catalogue, in `rows` of the limit, whose words the values of this case are taken from. */
  readonly rows?: readonly string[];
}

/** What the limit allows. */
export type Legal = Build | { readonly build: Build; readonly rows: readonly string[] };

/** What only Terraform knows, and so cannot break the limit. */
export interface Unknown {
  readonly build: Build;
  /** Whether the limit says nothing at all, or judges what is known. */
  readonly limit: "silent" | "partly";
}

/** The cases of one limit, by what they are about. */
export interface LimitCases {
  readonly violating: Readonly<Record<string, Violating>>;
  readonly legal: Readonly<Record<string, Legal>>;
  readonly unknown?: Readonly<Record<string, Unknown>>;
}

/** The limits of one domain by their ids. */
export type CasesById = Readonly<Record<string, LimitCases>>;

/** Tests for all cases of a domain. */
export function testLimits(casesById: CasesById): void {
  describe.each(Object.entries(casesById))("%s", (id, { violating, legal, unknown = {} }) => {
    // The usual remedy stands in the text of the limit; a case names one that depends on the values.
    const usual = findLimit(id)?.text.fix;
    for (const [name, { build, also = [], at, got, want, fix = usual }] of Object.entries(violating)) {
      test(`is broken by ${name}`, () => {
        const { violations } = judged(build);
        expect(violations.filter((violation) => violation.id === id).map(words)).toEqual([
          words({ path: at, got, want, fix }),
        ]);
        expect([...new Set(violations.map((violation) => violation.id))].sort()).toEqual(
          [id, ...also].sort(),
        );
      });
    }

    for (const [name, one] of Object.entries(legal)) {
      test(`allows ${name}`, () => {
        const { violations, report } = judged(typeof one === "function" ? one : one.build);
        expect(violations).toEqual([]);
        // Limits that refuse at once have no tally: there, that the build went on is the proof.
        expect(report?.limits[id]?.broken ?? 0).toBe(0);
      });
    }

    for (const [name, { build, limit }] of Object.entries(unknown)) {
      test(`does not guess about ${name}`, () => {
        const { violations, report } = judged(build);
        expect(violations).toEqual([]);
        expect(report?.[limit].map((unjudged) => unjudged.id)).toContain(id);
      });
    }
  });
}

/** What the limits say about a stack, broken ones and warnings alike. */
export function judged(build: Build): { violations: readonly Violation[]; report?: LimitReport } {
  const stack = testStack();
  try {
    build(stack);
    const { limits: report } = synthesize(stack);
    return { violations: report.warnings, report };
  } catch (error) {
    if (error instanceof LimitError) {
      return { violations: error.violations };
    }
    throw error;
  }
}

function words({ path, got, want, fix }: Pick<Violation, "path" | "got" | "want" | "fix">) {
  return { at: path, got, want, ...(fix === undefined ? {} : { fix }) };
}
