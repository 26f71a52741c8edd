import { formatPath, type Path } from "../values";

/** What happens to a resource. */
export type Action = "create" | "update" | "replace" | "delete" | "read" | "noop" | "forget";

/** What Terraform is going to do to one resource. */
export interface Change {
  readonly address: string;
  /** `alicloud_vpc` */
  readonly type: string;
  readonly name: string;
  readonly isData: boolean;
  readonly action: Action;
  /** Whether a replacement makes the new resource before it deletes the old one. */
  readonly createBeforeDestroy: boolean;
  /** Why Terraform decided so, in its own word: `replace_because_cannot_update`, `delete_because_no_resource_config`. */
  readonly reason?: string;
  /** Arguments that cannot be changed in place: `vswitch_ids`, `system_disk[0].size`. */
  readonly forcedBy: readonly string[];
  /** All that differs, down to single values. */
  readonly changed: readonly string[];
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** True in place of each value that is known only after the apply. */
  readonly afterUnknown: unknown;
  /** The address that it had before. */
  readonly movedFrom?: string;
  /** The id that it is imported by. */
  readonly importedAs?: string;
}

export interface OutputChange {
  readonly name: string;
  readonly action: Action;
  readonly before: unknown;
  readonly after: unknown;
  readonly isUnknown: boolean;
}

/** A change as `terraform show -json` prints it. */
interface RawChange {
  readonly actions: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly after_unknown?: unknown;
  readonly replace_paths?: readonly Path[];
  readonly importing?: { readonly id?: string };
}

interface RawResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly action_reason?: string;
  readonly change: RawChange;
}

/** The parts of `terraform show -json` of a plan that are read here. */
export interface PlanJson {
  readonly resource_changes?: readonly RawResourceChange[];
  readonly resource_drift?: readonly RawResourceChange[];
  readonly output_changes?: Readonly<Record<string, RawChange>>;
}

/** A plan as data. */
export class Plan {
  public readonly changes: readonly Change[];
  public readonly outputs: readonly OutputChange[];
  /** What has changed in the account behind Terraform's back. */
  public readonly drift: readonly Change[];

  constructor(
    /** What `terraform show -json` printed. */
    public readonly json: PlanJson,
    /** The file that Terraform can apply. */
    public readonly file?: string,
  ) {
    this.changes = (json.resource_changes ?? []).map(toChange);
    this.drift = (json.resource_drift ?? []).map(toChange);
    this.outputs = Object.entries(json.output_changes ?? {}).map(([name, change]) => ({
      name,
      action: actionOf(change.actions),
      before: change.before ?? null,
      after: change.after ?? null,
      isUnknown: change.after_unknown === true,
    }));
  }

  public get create(): string[] {
    return this.addresses("create");
  }

  public get update(): string[] {
    return this.addresses("update");
  }

  public get replace(): string[] {
    return this.addresses("replace");
  }

  public get delete(): string[] {
    return this.addresses("delete");
  }

  /** Data sources that are read only when the plan is applied. */
  public get read(): string[] {
    return this.addresses("read");
  }

  public get noop(): string[] {
    return this.addresses("noop");
  }

  /** Whether there is nothing to do: Terraform would say "No changes". */
  public get isEmpty(): boolean {
    return (
      this.changes.every(
        ({ action, movedFrom, importedAs }) => action === "noop" && !movedFrom && !importedAs,
      ) && this.outputs.every(({ action }) => action === "noop")
    );
  }

  public change(address: string): Change | undefined {
    return this.changes.find((change) => change.address === address);
  }

  private addresses(action: Action): string[] {
    return this.changes.filter((change) => change.action === action).map(({ address }) => address);
  }
}

function toChange({ change, ...resource }: RawResourceChange): Change {
  const { before, after, after_unknown: unknown = false, importing } = change;
  return {
    address: resource.address,
    type: resource.type,
    name: resource.name,
    isData: resource.mode === "data",
    action: actionOf(change.actions),
    createBeforeDestroy: change.actions[0] === "create" && change.actions.length === 2,
    ...(resource.action_reason !== undefined && { reason: resource.action_reason }),
    forcedBy: (change.replace_paths ?? []).map(formatPath),
    changed: differences(before, after, unknown),
    before: asObject(before),
    after: asObject(after),
    afterUnknown: unknown,
    ...(resource.previous_address !== undefined && { movedFrom: resource.previous_address }),
    ...(importing?.id !== undefined && { importedAs: importing.id }),
  };
}

function actionOf(actions: readonly string[]): Action {
  const [first = "no-op", second] = actions;
  if (second !== undefined) return first === "create" || second === "create" ? "replace" : "delete";
  return first === "no-op" ? "noop" : (first as Action);
}

function differences(before: unknown, after: unknown, unknown: unknown, path: Path = []): string[] {
  if (unknown === true) return [formatPath(path)];
  const [old, next, open] = [members(before), members(after), members(unknown)];
  if (old === undefined && next === undefined && open === undefined) {
    return Object.is(before ?? null, after ?? null) ? [] : [formatPath(path)];
  }
  const keys = new Set([...Object.keys(old ?? {}), ...Object.keys(next ?? {}), ...Object.keys(open ?? {})]);
  const inList = [before, after, unknown].some(Array.isArray);
  const found = [...keys].flatMap((key) =>
    differences(old?.[key], next?.[key], open?.[key], [...path, inList ? Number(key) : key]),
  );
  // An empty list has no member that could differ from nothing.
  if (keys.size === 0 && (before ?? null) === null && (after ?? null) !== null) return [formatPath(path)];
  return found;
}

function members(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return members(value) ?? null;
}
