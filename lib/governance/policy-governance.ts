import { CsKubernetesPolicyInstance } from "@cdktf/provider-alicloud/lib/cs-kubernetes-policy-instance";
import { Construct } from "constructs";
import { Addon, renderConfig, type AddonConfig, type AddonOptions, type JsonValue } from "../addons";
import type { ICluster } from "../cluster/kinds";
import { declareFacts, fact, facts, isToken, type Fact, type FactList } from "../limits";
import {
  inheritProvider,
  metaArguments,
  type MetaArguments,
  type ResourceOptions,
  type Timeouts,
} from "../resource";
import type { Bounds } from "./facts";
import { policyLimits } from "./limits";
import type { Policy } from "./policy";

/** Settings of an add-on that policies need. */
export type PolicyAddon = Pick<AddonOptions, "version" | "config" | "timeouts">;

export interface PolicyGovernanceProps extends ResourceOptions {
  readonly cluster: ICluster;

  /**
   * Whether the add-ons that policies need are installed here. Those that are installed already are taken over.
   * @default true; say false where another construct manages them, and name that in `dependsOn`
   */
  readonly installs?: boolean;

  /**
   * The add-on `gatekeeper`, which judges objects.
   * @default - its newest version, with the defaults of the component
   */
  readonly gatekeeper?: PolicyAddon;

  /**
   * The add-on `policy-template-controller`, which brings the policies of ACK.
   * @default - its newest version, with the defaults of the component
   */
  readonly templateController?: PolicyAddon;

  /**
   * The add-on that carries what policies refuse to Log Service, where the console shows it.
   * @default - none; what is installed already does it as well
   */
  readonly violationLogs?: "loongcollector" | "logtail-ds";
}

/** Where a policy holds. */
export interface PolicyOptions {
  /**
   * Namespaces in which it holds. Can be changed in place.
   * @default - all of them, those of the system too
   */
  readonly namespaces?: readonly string[];

  /** @default - 5m each */
  readonly timeouts?: Timeouts;
}

/**
 * Policies of a cluster (OPA Gatekeeper, as ACK runs it), with the add-ons that they need. The provider asks these add-ons at every
 * step, and at removal too: policies come after them, and go before them and the nodes that they run on.
 */
export class PolicyGovernance extends Construct {
  public readonly cluster: ICluster;
  /** What policies wait for. */
  public readonly addons: readonly Addon[];
  private readonly meta: MetaArguments;

  constructor(scope: Construct, id: string, props: PolicyGovernanceProps) {
    super(scope, id);
    const { cluster, gatekeeper, templateController, violationLogs, installs = true } = props;
    this.cluster = cluster;
    const provider = inheritProvider(this, props.provider, cluster.provider);
    this.addons = installs ? this.install(props, { gatekeeper, templateController, violationLogs }) : [];
    this.meta = metaArguments(this, { ...props, provider }, { dependsOn: this.addons });
  }

  /** Refuses objects that a policy forbids. The id is part of the Terraform address. */
  public deny(id: string, policy: Policy, options: PolicyOptions = {}): CsKubernetesPolicyInstance {
    return this.add(id, policy, "deny", options);
  }

  /** Lets objects that a policy forbids in, and reports them. The id is part of the Terraform address. */
  public warn(id: string, policy: Policy, options: PolicyOptions = {}): CsKubernetesPolicyInstance {
    return this.add(id, policy, "warn", options);
  }

  private install(
    { cluster, provider, dependsOn, lifecycle }: PolicyGovernanceProps,
    {
      gatekeeper,
      templateController,
      violationLogs,
    }: Pick<PolicyGovernanceProps, "gatekeeper" | "templateController" | "violationLogs">,
  ): readonly Addon[] {
    const common = {
      cluster,
      ...(provider === undefined ? {} : { provider }),
      ...(lifecycle === undefined ? {} : { lifecycle }),
    };
    const judge = new Addon(this, "gatekeeper", {
      ...common,
      ...gatekeeper,
      dependsOn,
      name: "gatekeeper",
    });
    const templates = new Addon(this, "templates", {
      ...common,
      ...templateController,
      // It brings kinds that gatekeeper defines.
      dependsOn: [...(dependsOn ?? []), judge],
      name: "policy-template-controller",
    });
    const logs =
      violationLogs === undefined
        ? []
        : [new Addon(this, "logs", { ...common, dependsOn, name: violationLogs })];
    return [judge, templates, ...logs];
  }

  private add(
    id: string,
    { name, parameters }: Policy,
    action: "deny" | "warn",
    { namespaces, timeouts }: PolicyOptions,
  ): CsKubernetesPolicyInstance {
    const instance = new CsKubernetesPolicyInstance(this, `policy-${id}`, {
      ...this.meta,
      clusterId: this.cluster.clusterId,
      policyName: name,
      action,
      namespaces: namespaces === undefined ? undefined : [...namespaces],
      parameters: parameters === undefined ? undefined : rendered(parameters),
      timeouts,
    });
    declareFacts(instance, policyLimits, {
      policyName: fact(name),
      namespaces: facts(namespaces),
      denies: action === "deny",
      repos: name === "ACKAllowedRepos" ? listOf(parameters?.["repos"]) : undefined,
      bounds: boundsIn(parameters ?? {}),
    });
    return instance;
  }
}

/** The provider reads each value as JSON; what is no JSON is text. */
function rendered(parameters: AddonConfig): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, textOf(value)] as const));
}

function textOf(value: JsonValue): string {
  return typeof value === "string" ? value : renderConfig(value as AddonConfig);
}

function listOf(value: JsonValue | undefined): FactList<string> | undefined {
  return facts(Array.isArray(value) ? (value as readonly string[]) : undefined);
}

const pairs = [
  ["min", "max"],
  ["minReplicas", "maxReplicas"],
] as const;

/** The pairs of bounds among parameters, and in what these hold. */
function boundsIn(value: JsonValue): readonly Fact<Bounds>[] {
  if (typeof value !== "object" || value === null || isToken(value)) {
    return [];
  }
  const inner = Object.values(value).flatMap((member: JsonValue) => boundsIn(member));
  const members = value as AddonConfig;
  const own = pairs.flatMap(([lower, upper]) => {
    const [min, max] = [members[lower], members[upper]];
    return isNumber(min) && isNumber(max) ? [{ names: `${lower} and ${upper}`, min, max }] : [];
  });
  return [...own, ...inner];
}

function isNumber(value: JsonValue | undefined): value is number {
  return typeof value === "number" && !isToken(value);
}
