import { ackGuide, limitsOn, type Fact } from "../limits";
import type { AddonConfig } from "./config";
import { setting, switchIn, textOf } from "./switches";

/** The settings of `ack-node-problem-detector`, under the names that they have in the guide. */
export interface DetectorFacts {
  readonly fileDescriptorsPercent: Fact<string> | undefined;
  readonly slsSink: Fact<boolean> | undefined;
  /** Whether the sink, or the add-on as a whole, names a project. */
  readonly hasSlsProject: boolean;
  readonly hasLogstore: boolean;
  readonly dingtalkSink: Fact<boolean> | undefined;
  readonly hasDingtalkToken: boolean;
  readonly eventBridgeSink: Fact<boolean> | undefined;
  /** EventBridge is switched on by another word than the other sinks. */
  readonly hasWrongEventBridgeKey: boolean;
  readonly detects: Fact<boolean> | undefined;
}

const detector = limitsOn<DetectorFacts>("Add-ons");

const chapter = "13.3.4 Monitor events";

export const detectorLimits = [
  detector.limit(
    "npd-fd-threshold",
    ["fileDescriptorsPercent"],
    {
      statement: "The check of open files warns from a percentage on.",
      source: ackGuide(chapter, "44593-44599"),
      rows: ["npd-fd-threshold"],
      advice: true,
      fix: "leave check_fd_warning_percentage out: 80",
    },
    ({ fileDescriptorsPercent: given }) =>
      given === undefined || (given.trim() !== "" && Number(given) >= 0 && Number(given) <= 100)
        ? []
        : [{ got: `check_fd_warning_percentage ${given}`, want: "a percentage from 0 to 100" }],
  ),
  detector.limit(
    "npd-sls-fields",
    ["slsSink", "hasSlsProject", "hasLogstore"],
    {
      // Newer versions find a project by themselves, so that this is no error.
      statement: "Events that go to Log Service need the names of a project and a logstore.",
      source: ackGuide(chapter, "44637-44646"),
      rows: ["npd-sls-fields"],
      advice: true,
      fix: 'give eventer.sinks.sls.project, by default k8s-log-<cluster id>, and logstore, such as "k8s-event"',
    },
    ({ slsSink, hasSlsProject, hasLogstore }) => {
      const missing = [...(hasSlsProject ? [] : ["project"]), ...(hasLogstore ? [] : ["logstore"])];
      return slsSink === true && missing.length > 0
        ? [{ got: `eventer.sinks.sls without ${missing.join(" and ")}`, want: "project and logstore" }]
        : [];
    },
  ),
  detector.limit(
    "npd-dingtalk-token",
    ["dingtalkSink", "hasDingtalkToken"],
    {
      statement: "Events that go to DingTalk need the token of a robot.",
      source: ackGuide(chapter, "44648-44657"),
      rows: ["npd-dingtalk-token"],
      fix: "give eventer.sinks.dingtalk.token, from a sensitive variable",
    },
    ({ dingtalkSink, hasDingtalkToken }) =>
      dingtalkSink === true && !hasDingtalkToken
        ? [{ got: "eventer.sinks.dingtalk without token", want: "token" }]
        : [],
  ),
  detector.limit(
    "npd-sink-mode",
    ["eventBridgeSink", "hasWrongEventBridgeKey", "detects"],
    {
      // The guide switches detection off for the other sinks; the add-on of today does both at once.
      statement: "Events go to EventBridge where its sink says `enable` and detection is on.",
      source: ackGuide(chapter, "44912-44914"),
      rows: ["npd-sink-mode"],
      advice: true,
      fix: 'set eventer.sinks.eventbridge.enable and npd.enabled to "true"',
    },
    ({ eventBridgeSink, hasWrongEventBridgeKey, detects }) =>
      hasWrongEventBridgeKey
        ? [{ got: "eventer.sinks.eventbridge.enabled", want: "eventer.sinks.eventbridge.enable" }]
        : eventBridgeSink === true && detects === false
          ? [{ got: "eventer.sinks.eventbridge with npd.enabled false", want: "npd.enabled true" }]
          : [],
  ),
];

export function detectorFacts(config: AddonConfig): DetectorFacts {
  const percent = setting(config, "plugin_settings.check_fd_warning_percentage");
  return {
    fileDescriptorsPercent: percent === undefined ? undefined : textOf(percent),
    slsSink: switchIn(config, "eventer.sinks.sls.enabled"),
    hasSlsProject: isGiven(config, "eventer.sinks.sls.project") || isGiven(config, "sls_project_name"),
    hasLogstore: isGiven(config, "eventer.sinks.sls.logstore"),
    dingtalkSink: switchIn(config, "eventer.sinks.dingtalk.enabled"),
    hasDingtalkToken: isGiven(config, "eventer.sinks.dingtalk.token"),
    eventBridgeSink: switchIn(config, "eventer.sinks.eventbridge.enable"),
    hasWrongEventBridgeKey:
      setting(config, "eventer.sinks.eventbridge.enable") === undefined &&
      setting(config, "eventer.sinks.eventbridge.enabled") !== undefined,
    detects: switchIn(config, "npd.enabled"),
  };
}

/** Text that only Terraform knows is text. */
function isGiven(config: AddonConfig, path: string): boolean {
  const value = setting(config, path);
  return value !== undefined && value !== null && value !== "";
}
