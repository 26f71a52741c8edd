import { durationMilliseconds } from "../../lib/values";

test.each([
  ["0", 0],
  ["0s", 0],
  ["5s", 5_000],
  ["100ms", 100],
  ["1m30s", 90_000],
  ["1.5h", 5_400_000],
  [".5s", 500],
  ["500us", 0.5],
  ["500µs", 0.5],
  ["500μs", 0.5],
  ["1000000ns", 1],
])("%s takes %d milliseconds", (text, milliseconds) => {
  expect(durationMilliseconds(text)).toBe(milliseconds);
});

test.each(["", "5", "5 s", "s", "1d", "-5s", "5s ", "1h-30m", "one minute"])("%j is no time span", (text) => {
  expect(durationMilliseconds(text)).toBeUndefined();
});
