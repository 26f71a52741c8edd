import { instanceTypeNames, instanceType } from "../../lib/instance-types";
import { isArm, isBareMetal, isGpu, isSmall } from "../../lib/node-pool/instance-types";

const documented = instanceTypeNames();
/** The same types under names that the table does not have, so that the name alone tells. */
const disguised = (name: string) => name.replace(/\.([^.]+)$/, ".0$1");

describe("what the name of an instance type tells", () => {
  test.each<[string, (name: string) => boolean, (name: string) => boolean, readonly string[]]>([
    [
      "that it is ARM",
      isArm,
      (name) => instanceType(name)?.architecture === "arm64",
      ["ecs.ebmc6me.16xlarge"],
    ],
    [
      "that it has a GPU",
      isGpu,
      (name) => instanceType(name)?.gpu !== undefined,
      // For video alone.
      ["ecs.video-enhance-xsr.4xlarge"],
    ],
    [
      "that it is elastic bare metal",
      isBareMetal,
      // Those of super computing are not elastic bare metal.
      (name) => instanceType(name)?.isBareMetal === true && !name.startsWith("ecs.scc"),
      [],
    ],
  ])("%s, in accord with its documentation", (_, told, isSo, exceptions) => {
    expect(documented.filter((name) => told(disguised(name)) !== isSo(name))).toEqual(exceptions);
  });
});

describe("what is documented counts more than the name", () => {
  test("of the processor", () => {
    expect(isArm("ecs.ebmc6me.16xlarge")).toBe(false);
    expect(isArm("ecs.g8y.xlarge")).toBe(true);
    expect(isArm("ecs.g99y.xlarge")).toBe(true);
  });

  test("of the vCPUs", () => {
    expect(isSmall("ecs.g7.large")).toBe(true);
    expect(isSmall("ecs.sn2.large")).toBe(false);
    expect(isSmall("ecs.g99.large")).toBe(true);
    expect(isSmall("ecs.g99.xlarge")).toBe(false);
  });
});
