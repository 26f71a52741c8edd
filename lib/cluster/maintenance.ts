import { commaList } from "./comma-list";

/** A day of the week, as the service writes it. */
export type Weekday = "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";

/** How eagerly ACK upgrades the cluster. */
export type UpgradeChannel =
  /** Patch versions of the minor version. */
  | "patch"
  /** One minor version behind the newest. */
  | "stable"
  /** The newest minor version. */
  | "rapid";

/** When ACK may work on the cluster, and whether it upgrades it. Can be changed in place. */
export interface MaintenanceWindow {
  /** @default - every day */
  readonly weekdays?: readonly Weekday[];

  /** Start of the first window in RFC 3339, for example `2026-01-05T01:00:00.000+08:00`; its time of day repeats. */
  readonly start: string;

  /** Length in hours, 1 to 24. */
  readonly hours: number;

  /**
   * Lets ACK upgrade the cluster in the window. The version of the cluster is then ACK's to choose, and not given here.
   * @default - no upgrades by ACK
   */
  readonly autoUpgrade?: UpgradeChannel;
}

export const weekdays: readonly Weekday[] = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];

/** The two blocks of the provider. Neither is ever empty: an empty one makes the provider crash. */
export function maintenanceArguments(window: MaintenanceWindow | undefined) {
  if (window === undefined) {
    return {};
  }
  return {
    maintenanceWindow: {
      enable: true,
      maintenanceTime: window.start,
      duration: `${window.hours}h`,
      weeklyPeriod: commaList(window.weekdays ?? weekdays),
    },
    operationPolicy: {
      clusterAutoUpgrade:
        window.autoUpgrade === undefined
          ? { enabled: false }
          : { enabled: true, channel: window.autoUpgrade },
    },
  };
}
