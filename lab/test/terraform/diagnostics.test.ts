import { TerraformError } from "../../lib/terraform";
import { diagnosticsIn, diagnosticsInText, parseLines } from "../../lib/terraform/diagnostics";

const line = {
  type: "diagnostic",
  diagnostic: {
    severity: "error",
    summary: "Invalid value",
    detail: "too small",
    address: "alicloud_vpc.v",
    snippet: { context: 'resource "alicloud_vpc" "v"', code: "size = 1" },
  },
};

describe("What Terraform says", () => {
  test("is read from its lines of JSON, between which others may stand", () => {
    const output = `Welcome\n${JSON.stringify({ type: "version" })}\n${JSON.stringify(line)}\n{ broken`;
    expect(diagnosticsIn(parseLines(output))).toEqual([
      {
        severity: "error",
        summary: "Invalid value",
        detail: "too small",
        address: "alicloud_vpc.v",
        context: 'resource "alicloud_vpc" "v"',
        code: "size = 1",
      },
    ]);
  });

  test("is read from text where a command knows no JSON", () => {
    const output = [
      "╷",
      "│ Warning: Old argument",
      "│ ",
      "│   on main.tf line 1",
      "╵",
      "╷",
      "│ Error: Cannot import: twice",
      "│ ",
      "│ It exists.",
      "╵",
      "",
    ].join("\n");
    expect(diagnosticsInText(output)).toEqual([
      { severity: "warning", summary: "Old argument", detail: "on main.tf line 1" },
      { severity: "error", summary: "Cannot import: twice", detail: "It exists." },
    ]);
  });

  test("is in the error, whole and in short", () => {
    const failure = new TerraformError(
      "terraform plan",
      1,
      diagnosticsIn(parseLines(JSON.stringify(line))),
      "",
    );
    expect(failure.message).toBe(
      "terraform plan failed (exit code 1)\n\nerror: Invalid value (alicloud_vpc.v)\n  too small",
    );
    expect(failure.summaries).toEqual(["Invalid value"]);
  });

  test("is the bare output where nothing in it can be read", () => {
    expect(new TerraformError("terraform plan", null, [], "killed\n").message).toContain("killed");
  });
});
