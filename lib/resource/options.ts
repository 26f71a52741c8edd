import {
  TerraformResource,
  TerraformStack,
  type ITerraformDependable,
  type TerraformProvider,
  type TerraformResourceLifecycle,
} from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { rememberProps } from "./given";

/** Something that must exist first: a Terraform resource or data source, or a construct with all the resources in it. */
export type Dependency = ITerraformDependable | IConstruct;

/**
 * What every construct takes beside its own props. It applies to each resource that the construct creates.
 * A single resource is reached through the property `resource` of the construct, and changed with `addOverride`.
 */
export interface ResourceOptions {
  /**
   * The provider configuration to use: an alias, for several regions or accounts in one stack.
   * @default - that of the VPC, network or cluster that the construct belongs to, when it is in the same stack; else the
   * configuration without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the resources of this construct. Terraform cannot order resources of different stacks
   * this way, so dependencies on other stacks are left out: the order of stacks comes from their references.
   * @default - only what the props refer to
   */
  readonly dependsOn?: readonly Dependency[];

  /**
   * Terraform lifecycle settings. They are merged over those that the construct needs itself; what it ignores stays
   * ignored.
   * @default - what the construct needs
   */
  readonly lifecycle?: TerraformResourceLifecycle;
}

/** How long Terraform waits for one operation, as Terraform writes durations: `90m`, `1h30m`. */
export interface Timeouts {
  /** @default - the default of the provider */
  readonly create?: string;
  /** @default - the default of the provider */
  readonly update?: string;
  /** @default - the default of the provider */
  readonly delete?: string;
}

/** The meta-arguments of the resources of one construct, ready to be spread into their configuration. */
export interface MetaArguments {
  readonly provider?: TerraformProvider;
  readonly dependsOn?: ITerraformDependable[];
  readonly lifecycle?: TerraformResourceLifecycle;
}

/**
 * The provider configuration of a construct that belongs to another: its own, or else that of the other. A forgotten
 * alias would put it into another region. A configuration holds in its own stack alone.
 */
export function inheritProvider(
  scope: IConstruct,
  own: TerraformProvider | undefined,
  above: TerraformProvider | undefined,
): TerraformProvider | undefined {
  const reaches = above !== undefined && TerraformStack.of(above) === TerraformStack.of(scope);
  return own ?? (reaches ? above : undefined);
}

/**
 * Turns the options of a construct into the meta-arguments of its resources. They come among all its props, which are
 * remembered for those who ask what was given.
 */
export function metaArguments(
  scope: IConstruct,
  options: ResourceOptions,
  own: { readonly dependsOn?: readonly Dependency[]; readonly lifecycle?: TerraformResourceLifecycle } = {},
): MetaArguments {
  const { provider, dependsOn = [], lifecycle } = options;
  rememberProps(scope, options);
  const before = resourcesOf(TerraformStack.of(scope), [...(own.dependsOn ?? []), ...dependsOn]);
  const merged = mergedLifecycle(own.lifecycle, lifecycle);
  return {
    ...(provider === undefined ? {} : { provider }),
    ...(before.length === 0 ? {} : { dependsOn: before }),
    ...(Object.keys(merged).length === 0 ? {} : { lifecycle: merged }),
  };
}

/** A list of ignored changes adds to the own one, which keeps the second plan empty. */
function mergedLifecycle(
  own: TerraformResourceLifecycle = {},
  given: TerraformResourceLifecycle = {},
): TerraformResourceLifecycle {
  const merged = { ...own, ...given };
  return Array.isArray(own.ignoreChanges) && Array.isArray(given.ignoreChanges)
    ? { ...merged, ignoreChanges: [...new Set([...own.ignoreChanges, ...given.ignoreChanges])] }
    : merged;
}

/** Terraform refuses a `depends_on` that leads into another stack, so only what is in this one stays. */
function resourcesOf(stack: TerraformStack, dependencies: readonly Dependency[]): ITerraformDependable[] {
  return dependencies.flatMap((dependency): ITerraformDependable[] => {
    if (!Construct.isConstruct(dependency)) {
      return [dependency];
    }
    if (TerraformStack.of(dependency) !== stack) {
      return [];
    }
    return "fqn" in dependency
      ? [dependency as IConstruct & ITerraformDependable]
      : dependency.node.findAll().filter((child) => TerraformResource.isTerraformResource(child));
  });
}
