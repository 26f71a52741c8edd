import { loadFaults, parseFaults, parseFaultText } from "../../lib/faults";

describe("faults that are written down", () => {
  it("are read as they are", () => {
    const faults = [
      { fault: "slow", on: "create", type: "alicloud_vpc", name: "v", nth: 2, times: 3, seconds: 0.5 },
    ];
    expect(parseFaults({ faults })).toEqual(faults);
  });

  it.each([
    [
      { fault: "flood" },
      'faults[0]: unknown fault "flood"; known are throttling, quota-exceeded, timeout-after-create',
    ],
    [{}, 'faults[0]: "fault" is missing; known are throttling'],
    [{ fault: "error", where: "x" }, 'faults[0]: unknown key "where"; known are fault, on, type'],
    [{ fault: "error", on: "plan" }, "faults[0].on: expected one of create, update, delete, read, any"],
    [{ fault: "error", nth: 0 }, "faults[0].nth: expected a whole number from 1, got 0"],
    [{ fault: "error", times: "2" }, 'faults[0].times: expected a whole number from 1, got "2"'],
    [{ fault: "slow", seconds: -1 }, "faults[0].seconds: expected a number from 0 to 3600"],
    [{ fault: "error", seconds: 1 }, "faults[0].seconds: only the fault slow takes it"],
    [{ fault: "error", after: true }, "faults[0].after: only the fault crash takes it"],
    [{ fault: "timeout-after-create", on: "read" }, "timeout-after-create is about create"],
    ["error", "faults[0]: expected an object"],
  ])("are refused when they are %j", (fault, words) => {
    expect(() => parseFaults({ faults: [fault] }, "faults.json")).toThrow(
      `faults.json: ${words}`.slice(0, 12),
    );
    expect(() => parseFaults({ faults: [fault] }, "faults.json")).toThrow(words);
  });

  it("are refused when they are no list, no JSON, or nowhere", () => {
    expect(() => parseFaults([])).toThrow('expected { "faults": [ … ] }');
    expect(() => parseFaults({ faults: [], also: 1 })).toThrow('unknown key "also"');
    expect(() => parseFaultText("{", "faults.json")).toThrow("faults.json: is not JSON");
    expect(() => loadFaults("/nowhere/faults.json")).toThrow("/nowhere/faults.json cannot be read");
  });
});
