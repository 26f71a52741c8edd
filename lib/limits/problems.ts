import { ValueError } from "../values";
import type { Finding } from "./limit";

/** The finding of a value that cannot be read. */
export function problems(read: () => unknown): Finding[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ValueError)) {
      throw error;
    }
    const { got, want, fix } = error;
    return [{ got, want, ...(fix === undefined ? {} : { fix }) }];
  }
}
