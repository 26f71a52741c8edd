import { formatUpgrade, planUpgrade, ValueError } from "cdktf-ack";
import * as fc from "fast-check";
import { versionStepProblem } from "../../lib/guard/version-step";
import { minors } from "../../lib/upgrade/minors";
import { KubernetesVersion } from "../../lib/values";

const chain = (from: string, to: string) => planUpgrade(from, to).steps.map((step) => step.to);

describe("the chain of upgrades", () => {
  test.each<[string, string, string[]]>([
    ["1.28.9-aliyun.1", "1.31.1-aliyun.1", ["1.30.7-aliyun.1", "1.31.1-aliyun.1"]],
    ["1.33.1-aliyun.1", "1.34", ["1.34.3-aliyun.1"]],
    ["1.12.6-aliyun.1", "1.18", ["1.14.8-aliyun.1", "1.16.9-aliyun.1", "1.18.8-aliyun.1"]],
    ["1.33.1-aliyun.1", "1.33.3-aliyun.1", ["1.33.3-aliyun.1"]],
    ["1.33.1-aliyun.1", "1.33", ["1.33.3-aliyun.1"]],
    ["1.33.3-aliyun.1", "1.33.3-aliyun.1", []],
    ["1.33.9-aliyun.1", "1.33", []],
    ["1.36.2-aliyun.1", "1.38.1-aliyun.1", ["1.37", "1.38.1-aliyun.1"]],
  ])("from %s to %s is %p", (from, to, versions) => {
    expect(chain(from, to)).toEqual(versions);
  });

  test("says before each what has to be so, and until when ACK maintains it", () => {
    const [step] = planUpgrade("1.22.15-aliyun.1", "1.24").steps;
    expect(step).toEqual({
      from: "1.22.15-aliyun.1",
      to: "1.24.6-aliyun.1",
      before: ["Every pool runs containerd: Docker is gone."],
      after: [],
      maintainedUntil: "2024-09",
      isKnown: true,
    });
  });

  test("says nothing of a minor version that the cluster has already", () => {
    expect(planUpgrade("1.33.1-aliyun.1", "1.33.3-aliyun.1").steps[0]).toMatchObject({
      before: [],
      after: [],
    });
  });

  test("does not end at the table, and says so", () => {
    expect(planUpgrade("1.36.2-aliyun.1", "1.37.1-aliyun.1").steps).toEqual([
      expect.objectContaining({ to: "1.37.1-aliyun.1", isKnown: false, maintainedUntil: undefined }),
    ]);
  });

  test.each([
    ["1.34.1-aliyun.1", "1.33.1-aliyun.1"],
    ["1.34.3-aliyun.1", "1.34.1-aliyun.1"],
    ["1.34.1-aliyun.1", "1.33"],
  ])("never leads back, as from %s to %s", (from, to) => {
    expect(() => planUpgrade(from, to)).toThrow(ValueError);
    expect(() => planUpgrade(from, to)).toThrow(/want a later version|a later version: ACK takes none back/);
  });

  test.each(["latest", "v1.34", ""])("refuses %p, which is no version", (version) => {
    expect(() => planUpgrade("1.31.1-aliyun.1", version)).toThrow(ValueError);
    expect(() => planUpgrade(version, "1.31.1-aliyun.1")).toThrow(ValueError);
  });

  test("has steps that the guard of plans lets pass, each from where the one before ended", () => {
    const known = fc.constantFrom(...Object.values(minors).map(({ newest }) => newest));
    fc.assert(
      fc.property(known, known, (one, other) => {
        const [from, to] = [one, other].sort((a, b) =>
          KubernetesVersion.parse(a).compare(KubernetesVersion.parse(b)),
        ) as [string, string];
        const { steps } = planUpgrade(from, to);
        let at = from;
        for (const step of steps) {
          expect(step.from).toBe(at);
          expect(versionStepProblem(step.from, step.to)).toBeUndefined();
          at = step.to;
        }
        expect(at).toBe(to);
      }),
    );
  });
});

describe("as text", () => {
  test("it is a list of steps, with what each needs", () => {
    expect(formatUpgrade(planUpgrade("1.24.6-aliyun.1", "1.26"))).toBe(
      [
        "1.24.6-aliyun.1 to 1.26.15-aliyun.1: 1 upgrade, one after the other",
        "",
        "1. 1.24.6-aliyun.1 to 1.26.15-aliyun.1",
        "   before  No PodSecurityPolicy is left: Pod Security Admission or policies take its place.",
        "   before  No manifest uses policy/v1beta1, batch/v1beta1, discovery.k8s.io/v1beta1, events.k8s.io/v1beta1, node.k8s.io/v1beta1, autoscaling/v2beta1 or v2beta2, or flowcontrol v1beta1.",
        "   ACK maintains it until 2025-04",
        "",
        "Each time:",
        "  - the checks that ACK runs before an upgrade pass, and the data of workloads is backed up",
        "  - set version of the cluster and apply: the control plane is upgraded, and there is no way back",
        "  - upgrade the pools: without upgradeControlPlaneOnly ACK has done so already",
        "",
        "As of 2026-11-24. What the region offers says alicloud_cs_kubernetes_version; account checks hold a plan to it.",
      ].join("\n"),
    );
  });

  test("it says that nothing is to do", () => {
    expect(formatUpgrade(planUpgrade("1.34.1-aliyun.1", "1.34.1-aliyun.1"))).toBe(
      "1.34.1-aliyun.1 is 1.34.1-aliyun.1: nothing to do.",
    );
  });

  test("it sends to the release notes where the table ends", () => {
    expect(formatUpgrade(planUpgrade("1.36.2-aliyun.1", "1.37"))).toContain(
      "1. 1.36.2-aliyun.1 to 1.37\n   not in the table: read the release notes of ACK",
    );
  });
});
