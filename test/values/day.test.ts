import { checkDay, ValueError } from "../../lib/values";

test.each(["2026-01-01", "2026-12-31", "2028-02-29"])("%s is a day", (day) => {
  expect(checkDay(day)).toBe(day);
});

test.each<[unknown]>([
  ["2026-02-29"],
  ["2026-13-01"],
  ["2026-1-1"],
  ["x2026-01-01"],
  ["2026-01-01T00:00:00Z"],
  ["tomorrow"],
  [""],
  [20260101],
  [undefined],
])("%j is none", (given) => {
  expect(() => checkDay(given)).toThrow(ValueError);
  expect(() => checkDay(given)).toThrow(`got the day ${JSON.stringify(given)}, want a day as YYYY-MM-DD`);
});
