import { CommanderError } from "commander";
import { parseArguments, type Invocation } from "../../lib/cli/options";

describe("The command line", () => {
  let said: string;

  function parse(...argv: string[]): Invocation {
    said = "";
    const hear = (text: string): void => {
      said += text;
    };
    return parseArguments(argv, { out: hear, err: hear });
  }

  function refuse(...argv: string[]): number {
    try {
      parse(...argv);
    } catch (failure) {
      if (failure instanceof CommanderError) return failure.exitCode;
      throw failure;
    }
    throw new Error("it was taken");
  }

  test("is a command with its own options, after two dashes or without", () => {
    const expected = {
      command: "terraform",
      args: ["plan", "--verbose", "-out", "x"],
      lab: {},
      verbose: false,
    };
    expect(parse("--", "terraform", "plan", "--verbose", "-out", "x")).toEqual(expected);
    expect(parse("terraform", "plan", "--verbose", "-out", "x")).toEqual(expected);
  });

  test("says what lab there is to be", () => {
    const options = [
      "--account",
      "a.json",
      "--state",
      "s",
      "--faults",
      "f.json",
      "--existing",
      "strict",
      "--verbose",
    ];
    expect(parse(...options, "--terraform", "tofu", "--tcp", "--", "ls")).toEqual({
      command: "ls",
      args: [],
      lab: {
        account: "a.json",
        state: "s",
        faults: "f.json",
        existing: "strict",
        terraform: "tofu",
        transport: "tcp",
      },
      verbose: true,
    });
  });

  test("takes several quotas, and a port", () => {
    const { lab } = parse("--quota", "clusters=1", "--quota", "eips=0", "--tcp", "5000", "--", "ls");
    expect(lab).toEqual({ quotas: { clusters: 1, eips: 0 }, transport: "tcp", port: 5000 });
  });

  test("reads faults from the environment, as a file or as they are", () => {
    const named = (value: string): unknown => {
      process.env["CDKTF_ACK_LAB_FAULTS"] = value;
      try {
        return parse("ls").lab.faults;
      } finally {
        delete process.env["CDKTF_ACK_LAB_FAULTS"];
      }
    };
    expect(named("faults.json")).toBe("faults.json");
    expect(named('{"faults":[{"fault":"crash"}]}')).toEqual([{ fault: "crash" }]);
    expect(() => named('{"faults":[{"fault":"flood"}]}')).toThrow(
      'CDKTF_ACK_LAB_FAULTS: faults[0]: unknown fault "flood"',
    );
  });

  test.each([
    [[], "missing required argument 'command'"],
    [["--"], "missing required argument 'command'"],
    [["--nonsense", "ls"], "unknown option '--nonsense'"],
    [["--quota", "clusters", "--", "ls"], "Expected name=value"],
    [["--quota", "clusters=-1", "--", "ls"], "Expected name=value"],
    [["--quota", "stars=1", "--", "ls"], "Known are vpcs,"],
    [["--tcp", "99999", "--", "ls"], "Expected a port from 1 to 65534"],
    [["--existing", "maybe", "--", "ls"], "Allowed choices are assumed, strict"],
  ])("is refused as %j", (argv, why) => {
    expect(refuse(...argv)).toBe(1);
    expect(said).toContain(why);
  });

  test("explains itself", () => {
    expect(refuse("--help")).toBe(0);
    expect(said).toContain("cdktf-ack-lab -- cdktf deploy");
    expect(said).toMatch(/vpcs,\s+vswitchesPerVpc/);
  });
});
