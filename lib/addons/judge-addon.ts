import type { IConstruct } from "constructs";
import type { ClusterEdition } from "../cluster/kinds";
import { declareFacts, fact } from "../limits";
import type { NetworkPlugin } from "../network";
import type { AddonConfig } from "./config";
import { judgeControlPlaneAddon } from "./control-plane-limits";
import { detectorFacts, detectorLimits } from "./detector-limits";
import { addonLimits } from "./limits";
import { switchIn } from "./switches";

/** An add-on as its limits see it, wherever it is given. */
export interface JudgedAddon {
  readonly name: string;
  readonly version?: string;
  readonly config?: AddonConfig;
}

/** The cluster of an add-on, as far as its limits ask. */
export interface AddonHome {
  /** Undefined for an existing cluster of which nobody knows. */
  readonly edition: ClusterEdition | undefined;
  readonly isEdge: boolean;
  readonly plugin: NetworkPlugin | undefined;
}

/** Registers the facts of an add-on, with a construct of its own or of a cluster that is created with it. */
export function judgeAddon(scope: IConstruct, addon: JudgedAddon, home: AddonHome): void {
  const { name, version, config } = addon;
  declareFacts(scope, addonLimits, {
    name: fact(name),
    version: fact(version),
    isEdge: home.isEdge,
    acceleratesTerway: config === undefined ? undefined : switchIn(config, "IPVlan"),
  });
  judgeControlPlaneAddon(scope, home, addon);
  if (name === "ack-node-problem-detector" && config !== undefined) {
    declareFacts(scope, detectorLimits, detectorFacts(config));
  }
}
