import type { TerraformStack } from "cdktf";
import type { ControlPlaneComponent, ProClusterProps, Weekday } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { listToken, numberToken, proCluster, textToken } from "../support/stacks";

const cluster = (props: Partial<ProClusterProps>) => (stack: TerraformStack) => proCluster(stack, props);
const clusterOf = (props: (stack: TerraformStack) => Partial<ProClusterProps>) => (stack: TerraformStack) =>
  proCluster(stack, props(stack));

const at = "shop/cluster";
const start = "2026-01-05T01:00:00.000+08:00";
const startWanted = "a time in RFC 3339, such as 2026-01-05T01:00:00.000+08:00";

/** Maintenance windows and logs of the control plane. */
export const operationLimitCases: CasesById = {
  "maintenance-start": {
    violating: {
      "a time of day alone": {
        build: cluster({ maintenanceWindow: { start: "01:00", hours: 3 } }),
        at,
        got: 'maintenanceWindow start "01:00"',
        want: startWanted,
      },
      "a time without a zone": {
        build: cluster({ maintenanceWindow: { start: "2026-01-05T01:00:00", hours: 3 } }),
        at,
        got: 'maintenanceWindow start "2026-01-05T01:00:00"',
        want: startWanted,
      },
      "the 13th month": {
        build: cluster({ maintenanceWindow: { start: "2026-13-05T01:00:00Z", hours: 3 } }),
        at,
        got: 'maintenanceWindow start "2026-13-05T01:00:00Z"',
        want: startWanted,
      },
    },
    legal: {
      "a time with a zone": cluster({ maintenanceWindow: { start, hours: 3 } }),
      "a time in UTC": cluster({ maintenanceWindow: { start: "2026-01-05T01:00:00Z", hours: 3 } }),
    },
    unknown: {
      "a time that only Terraform knows": {
        build: clusterOf((stack) => ({ maintenanceWindow: { start: textToken(stack), hours: 3 } })),
        limit: "silent",
      },
    },
  },
  "maintenance-hours": {
    violating: {
      "no hour": {
        build: cluster({ maintenanceWindow: { start, hours: 0 } }),
        at,
        got: "maintenanceWindow hours 0 hours",
        want: "a whole number from 1 to 24 hours",
      },
      "25 hours": {
        build: cluster({ maintenanceWindow: { start, hours: 25 } }),
        at,
        got: "maintenanceWindow hours 25 hours",
        want: "a whole number from 1 to 24 hours",
      },
    },
    legal: {
      "1 hour": cluster({ maintenanceWindow: { start, hours: 1 } }),
      "24 hours": cluster({ maintenanceWindow: { start, hours: 24 } }),
    },
    unknown: {
      "a length that only Terraform knows": {
        build: clusterOf((stack) => ({ maintenanceWindow: { start, hours: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "maintenance-weekdays": {
    violating: {
      "no day": {
        build: cluster({ maintenanceWindow: { start, hours: 3, weekdays: [] } }),
        at,
        got: "maintenanceWindow weekdays with 0 weekdays",
        want: "1 to 7 weekdays",
      },
    },
    legal: {
      "one day": cluster({ maintenanceWindow: { start, hours: 3, weekdays: ["Sunday"] } }),
      "every day": cluster({ maintenanceWindow: { start, hours: 3 } }),
    },
    unknown: {
      "days that only Terraform knows": {
        build: clusterOf((stack) => ({
          maintenanceWindow: { start, hours: 3, weekdays: listToken(stack) as Weekday[] },
        })),
        limit: "silent",
      },
    },
  },
  "control-plane-log-components": {
    violating: {
      "no component": {
        build: cluster({ controlPlaneLogs: { components: [] } }),
        at,
        got: "controlPlaneLogs components with 0 components",
        want: "1 to 20 components",
      },
    },
    legal: {
      "one component": cluster({ controlPlaneLogs: { components: ["apiserver"] } }),
      "the usual components": cluster({ controlPlaneLogs: {} }),
    },
    unknown: {
      "components that only Terraform knows": {
        build: clusterOf((stack) => ({
          controlPlaneLogs: { components: listToken(stack) as ControlPlaneComponent[] },
        })),
        limit: "silent",
      },
    },
  },
  "control-plane-log-components-unique": {
    violating: {
      "a component twice": {
        build: cluster({ controlPlaneLogs: { components: ["kcm", "apiserver", "kcm"] } }),
        at,
        got: 'controlPlaneLogs components with "kcm" more than once',
        want: "members that differ",
      },
    },
    legal: { "components that differ": cluster({ controlPlaneLogs: { components: ["kcm", "ccm"] } }) },
    unknown: {
      "a component that only Terraform knows": {
        build: clusterOf((stack) => ({
          controlPlaneLogs: { components: ["kcm", textToken(stack) as ControlPlaneComponent] },
        })),
        limit: "partly",
      },
    },
  },
  "control-plane-log-retention": {
    violating: {
      "no day": {
        build: cluster({ controlPlaneLogs: { retentionDays: 0 } }),
        at,
        got: "controlPlaneLogs retentionDays 0 days",
        want: "a whole number from 1 to 3650 days",
      },
      "3,651 days": {
        build: cluster({ controlPlaneLogs: { retentionDays: 3651 } }),
        at,
        got: "controlPlaneLogs retentionDays 3651 days",
        want: "a whole number from 1 to 3650 days",
      },
    },
    legal: {
      "1 day": cluster({ controlPlaneLogs: { retentionDays: 1 } }),
      "3,650 days": cluster({ controlPlaneLogs: { retentionDays: 3650 } }),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: clusterOf((stack) => ({ controlPlaneLogs: { retentionDays: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
};
