import { ackGuide, limitsOn, type Relation } from "../limits";

/** The cluster says whether it has a window; pools come in only when ACK upgrades them. */
type WindowMember = { readonly hasWindow: boolean } | "upgraded pool";

interface WindowFacts {
  /** False when the app makes the cluster, and gives it no window. */
  readonly mayHaveWindow: boolean;
  readonly upgradedPools: readonly string[];
}

const pools = limitsOn<WindowFacts>("Node pools");

/** Pools that ACK upgrades, and the maintenance window of their cluster; the key is the `groupKey` of the cluster. */
export const upgradeWindows: Relation<WindowMember, WindowFacts> = {
  id: "upgrade-windows",
  limits: [
    pools.limit(
      "managed-pool-auto-upgrade-window",
      ["mayHaveWindow", "upgradedPools"],
      {
        // The window was the pool's in 2021, and is the cluster's today.
        statement:
          "A pool that ACK upgrades is in a cluster with a maintenance window; without one ACK takes its own time.",
        source: ackGuide("6.3.1 Managed node pools", "9953-9954"),
        rows: ["managed-pool-auto-upgrade-window"],
        advice: true,
        fix: 'give the cluster maintenanceWindow: { start: "2026-01-05T01:00:00.000+08:00", hours: 3 }',
      },
      ({ mayHaveWindow, upgradedPools }) =>
        mayHaveWindow
          ? []
          : upgradedPools.map((at) => ({
              at,
              got: "management.autoUpgrade in a cluster without a maintenance window",
              want: "a window that the upgrades stay in",
            })),
    ),
  ],
  facts: (members) => ({
    mayHaveWindow: !members.some(({ member }) => member !== "upgraded pool" && !member.hasWindow),
    upgradedPools: members.filter(({ member }) => member === "upgraded pool").map(({ path }) => path),
  }),
};
