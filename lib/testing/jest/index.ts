import { ackMatchers, type AckMatchers } from "../matchers";

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the types of jest are one
  namespace jest {
    // cdktf declares this interface with one parameter and the types of jest with two: no declaration suits both.
    // eslint-disable-next-line @typescript-eslint/ban-ts-comment
    // @ts-ignore
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- what it extends is all it has
    interface Matchers<R> extends AckMatchers<R> {}
  }
}

interface Expect {
  extend(matchers: typeof ackMatchers): void;
}

const { expect } = globalThis as { readonly expect?: Expect };
if (expect === undefined) {
  throw new Error(
    "cdktf-ack/testing/jest found no global expect: name it in setupFilesAfterEnv of jest, or without globals call expect.extend(ackMatchers) with those of cdktf-ack/testing.",
  );
}
expect.extend(ackMatchers);

export type { AckMatchers };
