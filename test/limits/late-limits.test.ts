import { allLimits, findLimit, limitsOn } from "../../lib/limits";
import { completeBy } from "../../lib/limits/catalogue";
import { text } from "./support";

const on = limitsOn<{ readonly size: number }>();

function defineLater(id: string): jest.Mock {
  const load = jest.fn(() => on.range(id, "size", { min: 0, max: 10 }, text));
  completeBy(load);
  return load;
}

test("limits whose modules load late are found, and their modules loaded once", () => {
  const load = defineLater("late-found");
  expect(findLimit("late-found")?.id).toBe("late-found");
  expect(findLimit("late-nowhere")).toBeUndefined();
  expect(load).toHaveBeenCalledTimes(1);
});

test("a limit that is there is found without loading others", () => {
  on.range("late-there", "size", { min: 0, max: 10 }, text);
  const load = defineLater("late-unneeded");
  expect(findLimit("late-there")?.id).toBe("late-there");
  expect(load).not.toHaveBeenCalled();
});

test("the list of all limits has those whose modules load late", () => {
  defineLater("late-listed");
  expect(allLimits().map(({ id }) => id)).toContain("late-listed");
});
