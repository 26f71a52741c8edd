import { error } from "../../lib/diagnostic";
import { defect, toAttributePath, toWireDiagnostic } from "../../lib/server/diagnostics";
import { thing } from "./one-provider";

const { type } = thing.block;

describe("A path", () => {
  test("goes through attributes and elements of lists", () => {
    expect(toAttributePath(["disk", 0, "size"], type)).toEqual({
      steps: [{ attribute_name: "disk" }, { element_key_int: 0 }, { attribute_name: "size" }],
    });
  });

  test("names keys of maps as keys, which Terraform cannot take for attributes", () => {
    expect(toAttributePath(["labels", "team"], type)).toEqual({
      steps: [{ attribute_name: "labels" }, { element_key_string: "team" }],
    });
  });

  test("ends at a set", () => {
    expect(toAttributePath(["names", 1], type)).toEqual({ steps: [{ attribute_name: "names" }] });
  });
});

describe("A diagnostic", () => {
  test("carries severity, text and path", () => {
    expect(toWireDiagnostic(type, error("wrong", "because", ["zone"]))).toEqual({
      severity: "ERROR",
      summary: "wrong",
      detail: "because",
      attribute: { steps: [{ attribute_name: "zone" }] },
    });
  });

  test("about the whole resource has no path", () => {
    expect(toWireDiagnostic(type, error("wrong", undefined, []))).not.toHaveProperty("attribute");
  });

  test("about the lab itself says so", () => {
    const { summary, detail } = defect("ReadResource", "thing", new TypeError("x is not a function"));
    expect(summary).toBe("Defect of cdktf-ack-lab in ReadResource of thing");
    expect(detail).toContain("TypeError: x is not a function");
  });
});
