import type { IConstruct } from "constructs";
import {
  ackGuide,
  declareFacts,
  fact,
  isToken,
  limitsOn,
  mapFact,
  type Fact,
  type FactList,
} from "../limits";
import { componentSettingLimits, type ComponentSettingFacts } from "./component-setting-limits";
import type { AddonConfig, JsonValue } from "./config";

interface ControlPlaneFacts {
  readonly component: Fact<string>;
  /** Undefined for an existing cluster of which nobody knows. */
  readonly edition: "basic" | "pro" | undefined;
  /** Admission plug-ins of the API server, where the settings name any. */
  readonly admissionPlugins: FactList<string> | undefined;
}

const component = limitsOn<ControlPlaneFacts>("Add-ons");

/** Components that a basic cluster has as they are. */
const proOnly = new Set(["kube-apiserver", "kube-controller-manager"]);

const controlPlane = new Set([...proOnly, "kube-scheduler", "etcd"]);

const controlPlaneLimits = [
  component.limit(
    "component-pro-only-params",
    ["component", "edition"],
    {
      statement:
        "The settings of the API server and of the controller manager are yours in a Pro edition alone, also at the edge.",
      source: ackGuide("5.9 Customize the control plane of an ACK Pro cluster", "7904-7915"),
      rows: ["component-pro-only-params", "edge-kms-pro-only"],
      fix: "leave config out, or take a Pro edition",
    },
    ({ component: name, edition }) =>
      edition === "basic" && proOnly.has(name)
        ? [{ got: `config of ${name} in a basic cluster`, want: "a Pro edition" }]
        : [],
  ),
  component.limit(
    "cp-params-components",
    ["component"],
    {
      statement:
        "Of the control plane, the API server, the controller manager, the cloud controller manager and the scheduler take settings; etcd takes none.",
      source: ackGuide("5.9 Customize the control plane of an ACK Pro cluster", "7936-7938"),
      rows: ["cp-params-components"],
      fix: "leave the add-on out",
    },
    ({ component: name }) =>
      name === "etcd"
        ? [
            {
              got: "config of etcd",
              want: "config of kube-apiserver, kube-controller-manager, cloud-controller-manager or kube-scheduler",
            },
          ]
        : [],
  ),
  component.limit(
    "cp-params-overwrite",
    ["admissionPlugins"],
    {
      statement:
        "Settings of the control plane take the place of ACK's own: a list of admission plug-ins had better keep NodeRestriction.",
      source: ackGuide("5.9 Customize the control plane of an ACK Pro cluster", "7911-7918"),
      rows: ["cp-params-overwrite"],
      advice: true,
      fix: "add NodeRestriction to the list",
    },
    ({ admissionPlugins }) =>
      admissionPlugins === undefined || admissionPlugins.includes("NodeRestriction")
        ? []
        : [
            {
              got: `EnableAdmissionPlugins ${admissionPlugins.join(",")}`,
              want: "a list with NodeRestriction, ACK's default, which it replaces",
            },
          ],
  ),
];

/** What the settings of a component are held against. */
export interface ComponentOf {
  readonly edition: ControlPlaneFacts["edition"];
  readonly plugin: ComponentSettingFacts["plugin"];
}

/** Registers the settings of a part of the control plane; other add-ons have nothing to do with these limits. */
export function judgeControlPlaneAddon(
  scope: IConstruct,
  { edition, plugin }: ComponentOf,
  { name, config }: { readonly name: string; readonly config?: AddonConfig },
): void {
  if (config === undefined) {
    return;
  }
  if (controlPlane.has(name) || isToken(name)) {
    declareFacts(scope, controlPlaneLimits, {
      component: fact(name),
      edition,
      admissionPlugins:
        name === "kube-apiserver" ? trimmed(listIn(config, "enableadmissionplugins")) : undefined,
    });
  }
  if (name === "kube-apiserver" || name === "cloud-controller-manager") {
    const isApiServer = name === "kube-apiserver";
    declareFacts(scope, componentSettingLimits, {
      nodePortRange: isApiServer ? textIn(config, "servicenodeportrange") : undefined,
      routeTableIds: isApiServer ? undefined : listIn(config, "routetableids"),
      plugin,
    });
  }
}

/** ACK writes the keys with a capital, and Kubernetes without. */
function settingIn(config: AddonConfig, lowerCaseKey: string): JsonValue | undefined {
  const key = Object.keys(config).find((name) => name.toLowerCase() === lowerCaseKey);
  return key === undefined ? undefined : config[key];
}

function textIn(config: AddonConfig, lowerCaseKey: string): Fact<string> | undefined {
  const value = settingIn(config, lowerCaseKey);
  return typeof value === "string" ? fact(value) : undefined;
}

/** A text with commas, or a list. */
function listIn(config: AddonConfig, lowerCaseKey: string): FactList<string> | undefined {
  const value = settingIn(config, lowerCaseKey);
  if (typeof value === "string") {
    const text = fact(value);
    return typeof text === "string" ? text.split(",") : text;
  }
  return Array.isArray(value) ? value.map((name) => fact(String(name))) : undefined;
}

/** Kubernetes takes blanks around the names of admission plug-ins. */
function trimmed(names: FactList<string> | undefined): FactList<string> | undefined {
  return Array.isArray(names)
    ? (names as readonly Fact<string>[]).map((name) => mapFact(name, (known) => known.trim()))
    : names;
}
