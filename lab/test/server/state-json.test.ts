import { loadProvider } from "../../lib/schema";
import { blockFromStateJson, fromStateJson } from "../../lib/server/state-json";
import type { CtyType } from "../../lib/values";

const pool: CtyType = [
  "object",
  { id: "string", size: "number", tags: ["map", "string"], disks: ["list", ["object", { size: "number" }]] },
];

describe("A state of before", () => {
  test("loses what the schema does not have any more and gets null for what is new", () => {
    expect(fromStateJson(pool, { id: "x", old: true, disks: [{ gone: 1 }] })).toEqual({
      id: "x",
      size: null,
      tags: null,
      disks: [{ size: null }],
    });
  });

  test("has no blocks where it says nothing of them", () => {
    const pool = loadProvider("alicloud").resources.get("alicloud_cs_kubernetes_node_pool");
    const state = pool && blockFromStateJson(pool.block, { id: "x" });
    expect(state).toMatchObject({ id: "x", name: null, labels: [], timeouts: null });
  });

  test("may have written the same value as another type", () => {
    expect(fromStateJson(pool, { id: 7, size: "40" })).toMatchObject({ id: "7", size: 40 });
    expect(fromStateJson("bool", "true")).toBe(true);
  });

  test("is refused with the place where it does not fit", () => {
    expect(() => fromStateJson(pool, { disks: [{ size: "large" }] })).toThrow(
      "state.disks[0].size is no number",
    );
    expect(() => fromStateJson(pool, { disks: {} })).toThrow("state.disks is no list");
    expect(() => fromStateJson(pool, { tags: [] })).toThrow("state.tags is no map");
  });
});
