/** The one file of the guard that imports cdktf. */
import { TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { ValueError } from "../values";
import { checkAllowance, matchesAddress, type Allowance } from "./allowance";
import { inMetadata } from "./allowances-file";
import type { GuardedChange } from "./finding";

/** What is meant in a scope, and why. */
export interface AllowedChange {
  readonly change: GuardedChange;
  /** Lands in the report of the guard. */
  readonly reason: string;
  /**
   * Last day (YYYY-MM-DD) on which this holds. Synthesis reads no clock: the command compares, when it is told the day.
   * @default - no end
   */
  readonly until?: string;
  /**
   * Terraform addresses that this is for, instead of all resources of the scope; `*` stands for any characters. To
   * destroy something is to remove it from the code: its address is all that is left.
   * @default - the resources of the scope
   */
  readonly addresses?: readonly string[];
}

/**
 * Tells the guard of plans what is meant. Synthesis writes it into the metadata of the stack in cdk.tf.json, where
 * `cdktf-ack guard` finds it and Terraform does not look.
 */
export class Guard {
  /**
   * Allows a change of a resource, of all resources of a construct, or of a whole stack.
   *
   * @throws ValueError without a reason, for a day that is none, and outside of a stack; when the stack is synthesized,
   * also for an address that the stack does not have
   */
  public static allow(scope: IConstruct, allowed: AllowedChange): void {
    const { addresses, ...rest } = allowed;
    (addresses ?? ["*"]).forEach((address) => checkAllowance({ ...rest, address }));
    elementOf(stackOf(scope)).add(scope, allowed);
  }
}

interface Recorded {
  readonly scope: IConstruct;
  readonly allowed: AllowedChange;
}

/**
 * Stands once in each stack that allows something, and emits nothing into it. Its `toTerraform` runs before any stack
 * is written, so that a wrong address is said in time.
 */
class AllowancesElement extends TerraformElement {
  public static readonly id = "cdktf-ack-guard";
  private readonly recorded: Recorded[] = [];

  constructor(stack: TerraformStack) {
    super(stack, AllowancesElement.id);
  }

  public add(scope: IConstruct, allowed: AllowedChange): void {
    this.recorded.push({ scope, allowed });
  }

  public override toTerraform(): object {
    this.allowances();
    return {};
  }

  public override toHclTerraform(): object {
    return this.toTerraform();
  }

  public override toMetadata(): object {
    return inMetadata(this.allowances());
  }

  private allowances(): Allowance[] {
    const existing = addressesIn(TerraformStack.of(this));
    return this.recorded.flatMap(({ scope, allowed: { addresses, ...rest } }) =>
      (addresses ?? addressesOf(scope)).map((address) => {
        checkAddress(address, rest.change, existing);
        return { address, ...rest };
      }),
    );
  }
}

/** A stack stands for everything in it, and for what was in it once. */
function addressesOf(scope: IConstruct): readonly string[] {
  const addresses = TerraformStack.isStack(scope) ? ["*"] : addressesIn(scope);
  if (addresses.length === 0) {
    throw new ValueError({
      got: `an allowance for ${scope.node.path}, which has no resource`,
      want: "a construct with resources, a stack, or addresses",
    });
  }
  return addresses;
}

function addressesIn(scope: IConstruct): string[] {
  return scope.node
    .findAll()
    .filter((node) => TerraformResource.isTerraformResource(node))
    .map(({ terraformResourceType, friendlyUniqueId }) => `${terraformResourceType}.${friendlyUniqueId}`);
}

/** What is destroyed is not in the code any more, and what is in a module is not in the tree. */
function checkAddress(address: string, change: GuardedChange, existing: readonly string[]): void {
  const canBeElsewhere = change === "destroy" || address.startsWith("module.") || address === "*";
  const withoutKey = address.replace(/\[.*$/s, "");
  if (canBeElsewhere || existing.some((one) => matchesAddress(withoutKey, one))) return;
  throw new ValueError({
    got: `an allowance for ${address}, which the stack does not have`,
    want: "the address of a resource of the stack",
    fix: "remove the allowance, or take one of the addresses that cdk.tf.json names",
  });
}

function elementOf(stack: TerraformStack): AllowancesElement {
  const existing = stack.node.tryFindChild(AllowancesElement.id) as AllowancesElement | undefined;
  return existing ?? new AllowancesElement(stack);
}

/** `TerraformStack.of` throws an error that says nothing of allowances. */
function stackOf(scope: IConstruct): TerraformStack {
  const stack = scope.node.scopes.reverse().find((ancestor) => TerraformStack.isStack(ancestor));
  if (stack !== undefined) return stack;
  throw new ValueError({
    got: `an allowance for ${scope.node.path === "" ? "an app" : scope.node.path}`,
    want: "a stack, or something in one",
  });
}
