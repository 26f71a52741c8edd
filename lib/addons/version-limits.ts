import { ackGuide, limitsOn, provider } from "../limits";
import type { AddonFacts } from "./facts";

const addon = limitsOn<AddonFacts>("Add-ons");

interface Feature {
  readonly since: string;
  readonly feature: string;
}

/** What a component can do since some version. */
const features: ReadonlyMap<string, readonly Feature[]> = new Map([
  ["metrics-server", [{ since: "0.3.8.5", feature: "the monitoring of containers in CloudMonitor" }]],
  ["storage-operator", [{ since: "1.18.8.28", feature: "disks that grow by themselves" }]],
  [
    "csi-plugin",
    [
      { since: "1.18.8.45", feature: "quotas of NAS directories" },
      { since: "1.18.8.46", feature: "monitoring of disks and NAS volumes on the nodes" },
    ],
  ],
]);

export const addonVersionLimits = [
  addon.format(
    "addon-version-format",
    "version",
    /^v?\d[\w.+-]*$/,
    "a version of the component, such as v1.18.8.46-afb19e46-aliyun",
    {
      statement: "The version of an add-on begins with a number, like those that ACK lists for the cluster.",
      source: provider("alicloud_cs_kubernetes_addon.version (accepts any text)"),
      fix: "leave version out, to have the newest",
    },
  ),
  addon.limit(
    "addon-version-features",
    ["name", "version"],
    {
      statement: "Some of what add-ons do needs a version of theirs.",
      source: ackGuide(
        "13.3.1 Monitor resources; also 10.4.6, 10.6.4 and 10.11.1",
        "44015, 29997, 33291, 36550-36551",
      ),
      rows: [
        "metrics-server-cms",
        "nas-quota-plugin-min",
        "storage-monitor-min",
        "storage-operator-min-disk",
      ],
      advice: true,
      fix: "leave version out, to have the newest",
    },
    ({ name, version }) => {
      const missing =
        version === undefined
          ? []
          : (features.get(name) ?? []).filter(({ since }) => isBelow(version, since));
      const last = missing.at(-1);
      return last === undefined
        ? []
        : [
            {
              got: `${name} ${version}, which lacks ${missing.map(({ feature }) => feature).join(", and ")}`,
              want: `v${last.since} or later`,
            },
          ];
    },
  ),
];

/** Compares the numbers in front of the first hyphen; what is no number there is never below. */
function isBelow(version: string, since: string): boolean {
  const [numbers = ""] = version.replace(/^v/, "").split("-");
  const given = numbers.split(".").map(Number);
  for (const [index, wanted] of since.split(".").map(Number).entries()) {
    const part = given[index] ?? 0;
    if (part !== wanted) {
      return part < wanted;
    }
  }
  return false;
}
