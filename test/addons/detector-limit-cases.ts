import type { TerraformStack } from "cdktf";
import type { AddonConfig } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { proCluster, textToken } from "../support/stacks";

const at = "shop/cluster/detector";

const detector = (config: AddonConfig) => (stack: TerraformStack) =>
  proCluster(stack).addAddon("detector", { name: "ack-node-problem-detector", config });
const sinks = (config: AddonConfig, npd: AddonConfig = {}) => detector({ eventer: { sinks: config }, npd });
const threshold = (percent: string | number) =>
  detector({ plugin_settings: { check_fd_warning_percentage: percent } });

const percentFix = "leave check_fd_warning_percentage out: 80";
const percentWanted = "a percentage from 0 to 100";
const slsFix =
  'give eventer.sinks.sls.project, by default k8s-log-<cluster id>, and logstore, such as "k8s-event"';
const bridgeFix = 'set eventer.sinks.eventbridge.enable and npd.enabled to "true"';

/** The settings of ack-node-problem-detector. */
export const detectorLimitCases: CasesById = {
  "npd-fd-threshold": {
    violating: {
      "more than all": {
        build: threshold(101),
        at,
        got: "check_fd_warning_percentage 101",
        want: percentWanted,
        fix: percentFix,
        rows: ["npd-fd-threshold"],
      },
      "a word": {
        build: threshold("80%"),
        at,
        got: "check_fd_warning_percentage 80%",
        want: percentWanted,
        fix: percentFix,
      },
      "in a cluster that is created with it": {
        build: (stack) =>
          proCluster(stack, {
            addons: [
              {
                name: "ack-node-problem-detector",
                config: { plugin_settings: { check_fd_warning_percentage: -1 } },
              },
            ],
          }),
        at: "shop/cluster",
        got: "check_fd_warning_percentage -1",
        want: percentWanted,
        fix: percentFix,
      },
    },
    legal: {
      "80, the default": { build: threshold(80), rows: ["npd-fd-threshold"] },
      "90 as text": threshold("90"),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => threshold(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "npd-sls-fields": {
    violating: {
      "neither project nor logstore": {
        build: sinks({ sls: { enabled: "true" } }),
        at,
        got: "eventer.sinks.sls without project and logstore",
        want: "project and logstore",
        fix: slsFix,
        rows: ["npd-sls-fields"],
      },
      "no logstore": {
        build: sinks({ sls: { enabled: true, project: "k8s-log4j", logstore: "" } }),
        at,
        got: "eventer.sinks.sls without logstore",
        want: "project and logstore",
        fix: slsFix,
      },
    },
    legal: {
      "project and logstore": {
        build: sinks({ sls: { enabled: "true", project: "k8s-log4j", logstore: "k8s-logstore" } }),
        rows: ["npd-sls-fields"],
      },
      "the project of the whole add-on": detector({
        sls_project_name: "k8s-log-c123",
        eventer: { sinks: { sls: { enabled: "true", logstore: "k8s-event" } } },
      }),
      "a sink that is off": sinks({ sls: { enabled: "false" } }),
      "a project that only Terraform knows": (stack) =>
        sinks({ sls: { enabled: true, project: textToken(stack), logstore: "k8s-event" } })(stack),
    },
    unknown: {
      "a switch that only Terraform knows": {
        build: (stack) => sinks({ sls: { enabled: textToken(stack) } })(stack),
        limit: "silent",
      },
    },
  },
  "npd-dingtalk-token": {
    violating: {
      "no token": {
        build: sinks({ dingtalk: { enabled: "true", level: "warning" } }),
        at,
        got: "eventer.sinks.dingtalk without token",
        want: "token",
        fix: "give eventer.sinks.dingtalk.token, from a sensitive variable",
        rows: ["npd-dingtalk-token"],
      },
    },
    legal: {
      "a token from a variable": {
        build: (stack) =>
          sinks({ dingtalk: { enabled: "true", level: "warning", token: textToken(stack) } })(stack),
        rows: ["npd-dingtalk-token"],
      },
      "a sink that is off": sinks({ dingtalk: { enabled: false } }),
    },
    unknown: {
      "a switch that only Terraform knows": {
        build: (stack) => sinks({ dingtalk: { enabled: textToken(stack) } })(stack),
        limit: "silent",
      },
    },
  },
  "npd-sink-mode": {
    violating: {
      "EventBridge without detection": {
        build: sinks({ eventbridge: { enable: "true" } }, { enabled: "false" }),
        at,
        got: "eventer.sinks.eventbridge with npd.enabled false",
        want: "npd.enabled true",
        fix: bridgeFix,
        rows: ["npd-sink-mode"],
      },
      "EventBridge, switched on by the word of the other sinks": {
        build: sinks({ eventbridge: { enabled: "true" } }),
        at,
        got: "eventer.sinks.eventbridge.enabled",
        want: "eventer.sinks.eventbridge.enable",
        fix: bridgeFix,
      },
    },
    legal: {
      "EventBridge with detection": {
        build: sinks({ eventbridge: { enable: "true" } }, { enabled: "true" }),
        rows: ["npd-sink-mode"],
      },
      "DingTalk without detection, as in the guide": (stack) =>
        sinks({ dingtalk: { enabled: "true", token: textToken(stack) } }, { enabled: "false" })(stack),
      "resources alone": detector({ npd: { resources: { limits: { cpu: "2.0", memory: "800Mi" } } } }),
    },
    unknown: {
      "a switch that only Terraform knows": {
        build: (stack) => sinks({ eventbridge: { enable: textToken(stack) } }, { enabled: "false" })(stack),
        limit: "silent",
      },
    },
  },
};
