/** What Terraform does with one resource, one after the other. */
export type Action = "no-op" | "create" | "read" | "update" | "delete" | "forget";

/** The arguments of a resource, or the whole of what Terraform knows about it. */
export type Values = Readonly<Record<string, unknown>>;

/** Names of arguments and positions in lists: `["auto_mode", 0, "enabled"]`. */
export type Path = readonly (string | number)[];

/** One resource of a plan: an entry of `resource_changes` in `terraform show -json`. */
export interface ResourceChange {
  /** Terraform address, with its modules and its key: `module.shop.alicloud_vpc.main["a"]`. */
  readonly address: string;
  /** Type of the resource, such as `alicloud_cs_managed_kubernetes`. */
  readonly type: string;
  readonly actions: readonly Action[];
  /** What is in the state; null when Terraform creates it. */
  readonly before: Values | null;
  /** What is planned, as far as it is known; null when Terraform destroys it. */
  readonly after: Values | null;
  /** `true` where the planned value is known after the apply only, in the shape of `after`. */
  readonly afterUnknown?: unknown;
  /** `true` where `before` is sensitive. */
  readonly beforeSensitive?: unknown;
  /** `true` where `after` is sensitive. */
  readonly afterSensitive?: unknown;
  /** The arguments that force a replacement. Without them, the table of the provider's behaviour says which. */
  readonly replacePaths?: readonly Path[];
  /** Terraform's `action_reason`, such as `replace_because_tainted`. */
  readonly reason?: string;
  /** The arguments and blocks that the configuration writes, where that is known. */
  readonly configured?: ReadonlySet<string>;
  /** Whether the plan also imports the resource. */
  readonly importing?: boolean;
  /** Key of an object that an interrupted replacement has left behind. */
  readonly deposed?: string;
}

/** What becomes of a resource as a whole. */
export type Effect = "none" | "create" | "update" | "replace" | "destroy" | "forget";

/** @returns "replace" also when Terraform creates the new resource first */
export function effectOf({ actions }: Pick<ResourceChange, "actions">): Effect {
  const does = (action: Action) => actions.includes(action);
  if (does("create")) return does("delete") ? "replace" : "create";
  if (does("delete")) return "destroy";
  if (does("forget")) return "forget";
  return does("update") ? "update" : "none";
}

/** Whether a replacement begins with the new resource. */
export function isCreatedFirst({ actions }: Pick<ResourceChange, "actions">): boolean {
  return actions[0] === "create" && actions.includes("delete");
}

/** `auto_mode[0].enabled` */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? part : `${text}.${part}`;
  }, "");
}

/** The path in the schema of the provider, which knows no positions: `auto_mode.enabled`. */
export function schemaPath(path: Path): string {
  return path.filter((part) => typeof part === "string").join(".");
}

export function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value under a path; `undefined` when there is none. In a synthesized document, a block that stands once is no list. */
export function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return (value as readonly unknown[])[Number(part)];
    if (part === 0 && isObject(value)) return value;
    return isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }, values);
}
