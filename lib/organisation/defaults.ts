import { Fn } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken } from "../limits";
import type { ImageType } from "../node-pool";
import type { RemovalPolicy } from "../resource";
import { storeOf, use } from "./store";

/** What constructs have unless their props say otherwise. */
export interface OrganisationDefaults {
  /**
   * Tags of everything that takes tags, beside those of the props; of one key, the props win.
   * @default - none
   */
  readonly tags?: Record<string, string>;

  /**
   * Resource group of clusters, node pools, VPCs and security groups.
   * @default - the default resource group of the account
   */
  readonly resourceGroupId?: string;

  /**
   * Whether clusters and keys can be deleted.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Image of node pools with X86 instances that would have the usual one.
   * @default ImageType.ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED
   */
  readonly imageType?: ImageType;

  /**
   * Image of node pools with ARM instances.
   * @default ImageType.ALIBABA_CLOUD_LINUX_3_ARM64
   */
  readonly armImageType?: ImageType;

  /**
   * Region of the provider configurations that `Organisation.of(scope).addProvider` makes.
   * @default - what the environment says
   */
  readonly region?: string;
}

/** The defaults that are props of several constructs. */
type Shared = Pick<OrganisationDefaults, "tags" | "resourceGroupId" | "removalPolicy">;

const none: OrganisationDefaults = {};

/** What holds in a scope: the nearest word on each default, and the tags of all. */
export function defaultsIn(scope: IConstruct): OrganisationDefaults {
  const { defaults } = storeOf(scope);
  if (defaults.size === 0) {
    return none;
  }
  return scope.node.scopes.reduce((above, one) => merged(above, defaults.get(one)), none);
}

/** `one` where it says something, and what is above elsewhere. */
export function merged(
  above: OrganisationDefaults,
  one: OrganisationDefaults | undefined,
): OrganisationDefaults {
  if (one === undefined) {
    return above;
  }
  const given = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
  return { ...above, ...given, ...withTags(mergedTags(above.tags, one.tags)) };
}

/**
 * The props of a construct that is made in a scope, with the defaults of the organisation where they say nothing.
 *
 * @param names the defaults that the construct takes
 */
export function withDefaults<P extends Shared>(
  scope: IConstruct,
  id: string,
  props: P,
  names: readonly (keyof Shared & keyof P)[],
): P {
  const defaults = defaultsFor(scope, id);
  if (defaults === none) {
    return props;
  }
  const missing = names.filter((name) => props[name] === undefined && defaults[name] !== undefined);
  return {
    ...props,
    ...Object.fromEntries(missing.map((name) => [name, defaults[name]])),
    ...withTags(mergedTags(defaults.tags, props.tags)),
  };
}

/** The defaults for a construct that is about to be made; from then on, its scope has no others. */
export function defaultsFor(scope: IConstruct, id: string): OrganisationDefaults {
  use(storeOf(scope), scope, scope.node.path === "" ? id : `${scope.node.path}/${id}`);
  return defaultsIn(scope);
}

function withTags(tags: Record<string, string> | undefined): Pick<OrganisationDefaults, "tags"> {
  return tags === undefined ? {} : { tags };
}

/** Of one key, `tags` win. Maps that Terraform alone knows are merged by Terraform. */
function mergedTags(
  above: Record<string, string> | undefined,
  tags: Record<string, string> | undefined,
): Record<string, string> | undefined {
  if (above === undefined || tags === undefined) {
    return tags ?? above;
  }
  return isToken(above) || isToken(tags)
    ? (Fn.merge([above, tags]) as Record<string, string>)
    : { ...above, ...tags };
}
