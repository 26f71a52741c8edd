import { formatUpgrade, planUpgrade, ValueError } from "cdktf-ack";
import * as fc from "fast-check";
import { versionStepProblem } from "../../lib/guard/version-step";
import { minors } from "../../lib/upgrade/minors";
import { oldestNodeMinor } from "../../lib/upgrade/skew";
import { KubernetesVersion } from "../../lib/values";

const chain = (from: string, to: string) => planUpgrade(from, to).steps.map((step) => step.to);
const gone = (from: string, to: string) =>
  planUpgrade(from, to).steps.map(({ removedApis }) => removedApis.map(({ api }) => api));

function errorOf(from: string, to: string, today?: string): ValueError {
  try {
    planUpgrade(from, to, today === undefined ? {} : { today });
  } catch (error) {
    if (error instanceof ValueError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("the chain of upgrades", () => {
  test.each<[string, string, string[]]>([
    ["1.28.9-aliyun.1", "1.31.1-aliyun.1", ["1.30.7-aliyun.1", "1.31.1-aliyun.1"]],
    ["1.31.1-aliyun.1", "1.34.1-aliyun.1", ["1.32.7-aliyun.1", "1.33.3-aliyun.1", "1.34.1-aliyun.1"]],
    ["1.33.1-aliyun.1", "1.34", ["1.34.3-aliyun.1"]],
    ["1.12.6-aliyun.1", "1.18", ["1.14.8-aliyun.1", "1.16.9-aliyun.1", "1.18.8-aliyun.1"]],
    ["1.33.1-aliyun.1", "1.33.3-aliyun.1", ["1.33.3-aliyun.1"]],
    ["1.33.1-aliyun.1", "1.33", ["1.33.3-aliyun.1"]],
    ["1.33.3-aliyun.1", "1.33.3-aliyun.1", []],
    ["1.33.9-aliyun.1", "1.33", []],
    ["1.33", "1.33", []],
    ["1.36.2-aliyun.1", "1.38.1-aliyun.1", ["1.37", "1.38.1-aliyun.1"]],
    ["1.11.5-aliyun.1", "1.12", ["1.12.6-aliyun.1"]],
    ["1.20.11-aliyunedge.1", "1.26", ["1.22.15-aliyunedge.1", "1.24.6-aliyunedge.1", "1.26.15-aliyun.1"]],
    ["1.30.1-aliyunacs.1", "1.32", ["1.31", "1.32"]],
  ])("from %s to %s is %p", (from, to, versions) => {
    expect(chain(from, to)).toEqual(versions);
  });

  test("says before each what has to be so, and until when ACK maintains it", () => {
    const [step] = planUpgrade("1.22.15-aliyun.1", "1.24").steps;
    expect(step).toEqual({
      from: "1.22.15-aliyun.1",
      to: "1.24.6-aliyun.1",
      before: [
        "Every pool has 1.22: ACK upgrades a control plane when its nodes have caught up.",
        "Every pool runs containerd: Docker is gone.",
      ],
      removedApis: [],
      after: ["Service accounts get no Secret with a token by themselves any more."],
      oldestNodes: "1.22",
      maintainedUntil: "2024-09",
      isKnown: true,
      remarks: [],
    });
  });

  test("says nothing of a minor version that the cluster has already", () => {
    expect(planUpgrade("1.33.1-aliyun.1", "1.33.3-aliyun.1").steps[0]).toMatchObject({
      before: [],
      removedApis: [],
      after: [],
    });
  });
});

describe("APIs that go", () => {
  test.each<[string, string, string[][]]>([
    ["1.14.8-aliyun.1", "1.16", [expect.arrayContaining(["extensions/v1beta1", "apps/v1beta2"])]],
    ["1.16.9-aliyun.1", "1.20", [[], []]],
    ["1.26.15-aliyun.1", "1.28", [["storage.k8s.io/v1beta1"]]],
    ["1.28.9-aliyun.1", "1.31", [["flowcontrol.apiserver.k8s.io/v1beta2"], []]],
    ["1.31.9-aliyun.1", "1.32", [["flowcontrol.apiserver.k8s.io/v1beta3"]]],
    ["1.32.7-aliyun.1", "1.36", [[], [], [], []]],
  ] as [string, string, string[][]][])("from %s to %s", (from, to, apis) => {
    expect(gone(from, to)).toEqual(apis);
  });

  test("come with the version to write instead, which the cluster has before the upgrade", () => {
    expect(planUpgrade("1.20.11-aliyun.1", "1.22").steps[0]?.removedApis).toContainEqual({
      api: "networking.k8s.io/v1beta1",
      kinds: ["Ingress", "IngressClass"],
      removedIn: "1.22",
      instead: "networking.k8s.io/v1",
    });
  });

  test("count where ACK left out the version that removed them, which is that of PodSecurityPolicy", () => {
    expect(planUpgrade("1.24.6-aliyun.1", "1.26").steps[0]?.removedApis).toContainEqual({
      api: "policy/v1beta1",
      kinds: ["PodSecurityPolicy"],
      removedIn: "1.25",
    });
  });
});

describe("nodes", () => {
  test.each([
    [22, 20],
    [26, 24],
    [27, 25],
    [28, 25],
    [34, 31],
  ])("of a control plane of 1.%i are of 1.%i or later", (controlPlane, oldest) => {
    expect(oldestNodeMinor(controlPlane)).toBe(oldest);
  });

  test("have a version that ACK has had", () => {
    expect(planUpgrade("1.28.9-aliyun.1", "1.30").steps[0]?.oldestNodes).toBe("1.28");
  });
});

describe("the table", () => {
  test("does not end the chain, which says so", () => {
    expect(planUpgrade("1.36.2-aliyun.1", "1.37.1-aliyun.1").steps).toEqual([
      expect.objectContaining({
        to: "1.37.1-aliyun.1",
        isKnown: false,
        maintainedUntil: undefined,
        remarks: ["1.37 is later than the table: read the release notes of ACK."],
      }),
    ]);
  });

  test("may lack a build, which is said as well", () => {
    expect(planUpgrade("1.33.3-aliyun.1", "1.34.9-aliyun.1").steps[0]).toMatchObject({
      isKnown: false,
      maintainedUntil: "2026-09-30",
      remarks: ["1.34.9-aliyun.1 is not in the table: ask the region whether it offers it."],
    });
  });

  test("has a later build than the one that is wanted", () => {
    expect(planUpgrade("1.33.3-aliyun.1", "1.34.1-aliyun.1").steps[0]?.remarks).toEqual([
      "ACK upgrades to the newest build that the region offers, such as 1.34.3-aliyun.1.",
    ]);
  });

  test.each([
    ["2026-05-31", []],
    [
      "2026-06-01",
      [
        "By its release notes ACK maintained 1.33 until 2026-05-31: after that it may upgrade the cluster by itself.",
      ],
    ],
  ])("knows on %s whether ACK maintains a version", (today, remarks) => {
    const [step] = planUpgrade("1.32.7-aliyun.1", "1.33", { today }).steps;
    expect(step?.remarks).toEqual(remarks);
    expect(planUpgrade("1.33.3-aliyun.1", "1.34", { today }).remarks).toEqual(remarks);
  });

  test.each([
    ["2024-09-30", 0],
    ["2024-10-01", 1],
  ])("counts a month to its end: %s", (today, remarks) => {
    expect(planUpgrade("1.24.6-aliyun.1", "1.26", { today }).remarks).toHaveLength(remarks);
  });

  test("has builds in order, of versions that ACK has had, each after the one before", () => {
    const builds = Object.entries(minors).flatMap(([minor, known]) => {
      expect(known.builds.every((build) => build.startsWith(`${minor}.`))).toBe(true);
      expect(known.maintainedUntil).toMatch(/^\d{4}-\d{2}(?:-\d{2})?$/);
      return known.builds.map((build) => KubernetesVersion.parse(build));
    });
    expect([...builds].sort((a, b) => a.compare(b))).toEqual(builds);
  });
});

describe("refused is", () => {
  test.each([
    ["1.34.1-aliyun.1", "1.33.1-aliyun.1"],
    ["1.34.3-aliyun.1", "1.34.1-aliyun.1"],
    ["1.34.1-aliyun.1", "1.33"],
  ])("the way back from %s to %s", (from, to) => {
    expect(errorOf(from, to)).toMatchObject({
      got: `an upgrade from ${from} to ${to}`,
      want: "a later version: ACK takes none back",
      fix: "make a new cluster of that version, and move the workloads",
    });
  });

  test.each([
    ["1.28.9-aliyun.1", "1.29.1-aliyun.1", "1.29.1-aliyun.1", "1.28", "1.30"],
    ["1.21", "1.24", "1.21", "1.20", "1.22"],
  ])("what ACK never had: %s to %s", (from, to, odd, before, after) => {
    expect(errorOf(from, to)).toMatchObject({
      got: `Kubernetes ${odd}`,
      want: `a version that ACK has: it went from ${before} to ${after}`,
      fix: `take ${before} or ${after}`,
    });
  });

  test("another major version", () => {
    expect(errorOf("1.36.2-aliyun.1", "2.0.0-aliyun.1")).toMatchObject({
      want: "two versions of one major version",
      fix: "take a version of Kubernetes 1",
    });
  });

  test.each(["latest", "v1.34", ""])("%p, which is no version", (version) => {
    expect(errorOf("1.31.1-aliyun.1", version).want).toContain("a Kubernetes version of ACK");
    expect(errorOf(version, "1.31.1-aliyun.1").want).toContain("a Kubernetes version of ACK");
  });

  test("a day that is none", () => {
    expect(errorOf("1.31.1-aliyun.1", "1.32", "2026-02-30").want).toBe("a day as YYYY-MM-DD");
  });
});

describe("for any two versions", () => {
  const offered = fc.oneof(
    fc.integer({ min: 6, max: 14 }).map((half) => 2 * half),
    fc.integer({ min: 30, max: 60 }),
  );
  const version = fc
    .tuple(offered, fc.nat(20), fc.integer({ min: 1, max: 3 }))
    .map(([minor, patch, build]) => `1.${minor}.${patch}-aliyun.${build}`);
  const upwards = fc
    .tuple(version, version)
    .map((pair) => pair.sort((a, b) => KubernetesVersion.parse(a).compare(KubernetesVersion.parse(b))));

  test("the steps are ones that the guard of plans lets pass, each from where the one before ended", () => {
    fc.assert(
      fc.property(upwards, ([from = "", to = ""]) => {
        const { steps, to: end } = planUpgrade(from, to);
        let at = from;
        for (const step of steps) {
          expect(step.from).toBe(at);
          expect(step.to).not.toBe(at);
          expect(versionStepProblem(step.from, step.to)).toBeUndefined();
          at = step.to;
        }
        expect([at, end]).toEqual([to, to]);
      }),
    );
  });

  test("a chain has one step for each minor version that ACK offers", () => {
    fc.assert(
      fc.property(upwards, ([from = "", to = ""]) => {
        const minorOf = (text: string) => KubernetesVersion.parse(text).minor;
        const chained = chain(from, to).map(minorOf);
        if (minorOf(from) < minorOf(to)) {
          expect(new Set([minorOf(from), ...chained]).size).toBe(chained.length + 1);
        } else {
          expect(chained.length).toBe(from === to ? 0 : 1);
        }
      }),
    );
  });

  test("equal ones need nothing, and there is no way back", () => {
    fc.assert(
      fc.property(upwards, ([from = "", to = ""]) => {
        expect(chain(to, to)).toEqual([]);
        if (from !== to) expect(errorOf(to, from).want).toContain("takes none back");
      }),
    );
  });

  test("an API goes once, whatever the chain is cut into", () => {
    fc.assert(
      fc.property(upwards, version, ([from = "", to = ""], middle) => {
        const at = KubernetesVersion.parse(middle);
        fc.pre(at.isAtLeast(from) && KubernetesVersion.parse(to).isAtLeast(at));
        expect([...gone(from, middle).flat(), ...gone(middle, to).flat()]).toEqual(gone(from, to).flat());
      }),
    );
  });

  test("the plan is the same each time, as is its text", () => {
    fc.assert(
      fc.property(upwards, ([from = "", to = ""]) => {
        const plan = planUpgrade(from, to);
        expect(planUpgrade(from, to)).toEqual(plan);
        expect(formatUpgrade(plan)).toBe(formatUpgrade(planUpgrade(from, to)));
      }),
    );
  });
});

describe("as text", () => {
  test("it is a list of steps, with what each needs", () => {
    expect(formatUpgrade(planUpgrade("1.24.6-aliyun.1", "1.28", { today: "2025-05-01" }))).toBe(
      [
        "1.24.6-aliyun.1 to 1.28.15-aliyun.1: 2 upgrades, one after the other",
        "",
        "note: By its release notes ACK maintained 1.24 until 2024-09: after that it may upgrade the cluster by itself.",
        "",
        "1. 1.24.6-aliyun.1 to 1.26.15-aliyun.1",
        "   note    By its release notes ACK maintained 1.26 until 2025-04: after that it may upgrade the cluster by itself.",
        "   before  Every pool has 1.24: ACK upgrades a control plane when its nodes have caught up.",
        "   before  Pod Security Admission, or policies of policy-template-controller, are in the place of PSP.",
        "   gone    batch/v1beta1 CronJob: write batch/v1",
        "   gone    discovery.k8s.io/v1beta1 EndpointSlice: write discovery.k8s.io/v1",
        "   gone    events.k8s.io/v1beta1 Event: write events.k8s.io/v1",
        "   gone    autoscaling/v2beta1 HorizontalPodAutoscaler: write autoscaling/v2",
        "   gone    policy/v1beta1 PodDisruptionBudget: write policy/v1",
        "   gone    policy/v1beta1 PodSecurityPolicy: nothing takes its place",
        "   gone    node.k8s.io/v1beta1 RuntimeClass: write node.k8s.io/v1",
        "   gone    autoscaling/v2beta2 HorizontalPodAutoscaler: write autoscaling/v2",
        "   gone    flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema, PriorityLevelConfiguration: write flowcontrol.apiserver.k8s.io/v1beta2",
        "   nodes   1.24 or later, and never newer than the control plane",
        "   ACK maintains it until 2025-04",
        "",
        "2. 1.26.15-aliyun.1 to 1.28.15-aliyun.1",
        "   before  Every pool has 1.26: ACK upgrades a control plane when its nodes have caught up.",
        "   before  Terway is 1.5.0 or later.",
        "   before  Seccomp is set by fields: its annotations are gone.",
        "   gone    storage.k8s.io/v1beta1 CSIStorageCapacity: write storage.k8s.io/v1",
        "   nodes   1.26 or later, and never newer than the control plane",
        "   ACK maintains it until 2025-10-31",
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
      "1.36.2-aliyun.1 to 1.37: 1 upgrade\n\n1. 1.36.2-aliyun.1 to 1.37\n   note    1.37 is later than the table",
    );
  });
});
