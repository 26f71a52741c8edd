import * as fc from "fast-check";
import { isOfferedMinor, nextMinor } from "../../lib/values";

test.each([
  [9, 10],
  [10, 12],
  [11, 12],
  [12, 14],
  [27, 28],
  [28, 30],
  [29, 30],
  [30, 31],
  [31, 32],
  [36, 37],
])("after 1.%i ACK has 1.%i", (minor, next) => {
  expect(nextMinor(minor)).toBe(next);
});

test.each([
  [11, true],
  [12, true],
  [13, false],
  [28, true],
  [29, false],
  [30, true],
  [31, true],
])("whether ACK has had 1.%i: %p", (minor, isOffered) => {
  expect(isOfferedMinor(minor)).toBe(isOffered);
});

test("the next minor version is the first one after it that ACK has, whichever it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 80 }), (minor) => {
      const next = nextMinor(minor);
      expect(isOfferedMinor(next)).toBe(true);
      for (let between = minor + 1; between < next; between += 1) {
        expect(isOfferedMinor(between)).toBe(false);
      }
    }),
  );
});
