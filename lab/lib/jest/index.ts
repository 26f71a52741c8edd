import { labMatchers, type LabMatchers } from "./matchers";

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the types of jest are one
  namespace jest {
    // cdktf declares this interface with one parameter and the types of jest with two: no declaration suits both.
    // eslint-disable-next-line @typescript-eslint/ban-ts-comment
    // @ts-ignore
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- as cdktf does
    interface Matchers<R> extends LabMatchers {}
  }
}

interface Expect {
  extend(matchers: typeof labMatchers): void;
}

const { expect } = globalThis as { readonly expect?: Expect };
if (expect === undefined) {
  throw new Error(
    "cdktf-ack-lab/jest found no global expect: name it in setupFilesAfterEnv of jest, or without globals call expect.extend(labMatchers) with those of cdktf-ack-lab.",
  );
}
expect.extend(labMatchers);

export type { LabMatchers };
