/** Beside `add-preconditions` the one file of the engine of limits that imports cdktf. */
import * as fs from "node:fs";
import * as path from "node:path";
import { AnnotationMetadataEntryType, App, Aspects, TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { addPreconditions } from "./add-preconditions";
import { byNeed } from "./by-need";
import { exceptionsOf, isPartial } from "./evaluate";
import { judge, judgeOwnFacts } from "./judge";
import type { Limit } from "./limit";
import { LimitError, violationOf } from "./limit-error";
import { captureOrigin, formatOrigin, type Callee } from "./origin";
import { placeToRead } from "./own";
import { libraryContext, rawContext } from "./quota-lookup";
import { registryOf, type Place, type Registry, type Relation } from "./registry";
import type { LimitReport } from "./report";
import { toSarif } from "./sarif";
import { ValueError } from "../values";

export { registryOf };

/** Judges the facts of a construct by its own limits, and keeps what they say until the app is synthesized. */
export function declareFacts<F extends object>(
  scope: IConstruct,
  limits: readonly Limit<F>[],
  facts: F,
): void {
  const untyped = limits as readonly Limit<never>[];
  const exceptions = exceptionsOf(untyped, facts);
  const isBroken = exceptions.some(({ verdict }) => verdict.findings.length > 0);
  const registry = registryOf(scope);
  const { path, stack, origin } = placeOfConstruct(registry, scope, isBroken ? declareFacts : undefined);
  const isLeft = exceptions.some(({ verdict }) => isPartial(verdict));
  const kept = isLeft ? facts : factsForQuotas(untyped, facts);
  const record = { scope, path, stack, origin, limits: untyped, facts: kept, exceptions };
  registry.checks.push(record);
  if (isLeft) {
    registry.leftToTerraform.push(record);
  }
}

const noFacts = {};

/** Of thousands of constructs no more is kept than quotas, which may be declared later, have to be held against. */
function factsForQuotas(limits: readonly Limit<never>[], facts: object): object {
  const { readByQuotas } = byNeed(limits);
  return readByQuotas.length === 0
    ? noFacts
    : Object.fromEntries(readByQuotas.map((key) => [key, (facts as Readonly<Record<string, unknown>>)[key]]));
}

/**
 * Registers what a construct brings into a relation with others.
 *
 * @param identity Given for constructs that apps have by thousands: the line of the user's code is looked up only for
 * one whose identity another member of its group has. Without it, a message has the line of the construct above.
 */
export function joinRelation<Member, F extends object>(
  scope: IConstruct,
  relation: Relation<Member, F>,
  key: string,
  member: Member,
  identity?: string,
): void {
  const registry = registryOf(scope);
  const mayBeAtFault = identity === undefined || !isNewIdentity(registry, relation.id, key, identity);
  const { path, stack, origin } = placeOfConstruct(registry, scope, mayBeAtFault ? joinRelation : undefined);
  const untyped = relation as unknown as Relation<never, never>;
  registry.members.push({ scope, path, stack, origin, relation: untyped, key, member });
}

/** Notes an identity. Sets within maps: to join the three texts for each of thousands of pools would take longer. */
function isNewIdentity({ identities }: Registry, relation: string, key: string, identity: string): boolean {
  const groups = getOrMake(identities, relation, () => new Map<string, Set<string>>());
  const group = getOrMake(groups, key, () => new Set<string>());
  const size = group.size;
  return group.add(identity).size > size;
}

function getOrMake<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** A construct registers several things one after the other, all at the same line of the user's code. */
function placeOfConstruct(registry: Registry, scope: IConstruct, below: Callee | undefined): Place {
  const last = registry.lastPlace;
  if (last?.scope !== scope || (last.origin === undefined && below !== undefined)) {
    const place = placeOf(scope, below);
    registry.lastPlace = place;
    return place;
  }
  return last;
}

/** Where a record of the registry comes from. Sees to it that the stack of the construct will be judged. */
function placeOf(scope: IConstruct, below: Callee | undefined): Place {
  const stack = stackOf(scope);
  if (stack !== undefined && stack.node.tryFindChild(LimitsElement.id) === undefined) {
    new LimitsElement(stack);
  }
  const place = { scope, path: scope.node.path, stack: stack?.node.path ?? "" };
  return below === undefined ? place : { ...place, origin: captureOrigin(below) };
}

/** Where a team told the engine something. */
export function placeOfSetting(scope: IConstruct): Place {
  return placeOf(scope, placeOfSetting);
}

/**
 * Gives the value of `make`, or refuses at once: where nothing can be built from a value, going on would only
 * hide the cause. What other constructs have broken so far is reported with it.
 */
export function orRefuse<T>(scope: IConstruct, limit: Limit<never>, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ValueError)) {
      throw error;
    }
    const refusal = violationOf(limit, error, scope.node.path, formatOrigin(captureOrigin(orRefuse)));
    throw new LimitError([...judgeOwnFacts(scope.node.root).broken, refusal]);
  }
}

const judgedKey = Symbol.for("cdktf-ack/judged/1");

interface Judged {
  readonly size: number;
  readonly context: unknown;
  readonly report: LimitReport;
}

/** The report of an app as it stands now; judged anew only when something has been registered since. */
export function reportOf(scope: IConstruct): LimitReport {
  const root = scope.node.root as IConstruct & { [judgedKey]?: Judged };
  const { checks, members, acknowledgements, quotas } = registryOf(root);
  const size = checks.length + members.length + acknowledgements.length + quotas.length;
  const context = rawContext(root);
  const judged = root[judgedKey];
  if (judged?.size === size && judged.context === context) {
    return judged.report;
  }
  const report = judge(root);
  const value: Judged = { size, context, report };
  Object.defineProperty(root, judgedKey, { value, configurable: true });
  return report;
}

/**
 * Stands once in each stack and emits nothing. Its `toTerraform` runs in the prepare step of `App.synth`, before any
 * stack is written, in plain `Testing.synth`, and also when validation is skipped, which no other hook does.
 */
class LimitsElement extends TerraformElement {
  public static readonly id = "cdktf-ack-limits";

  constructor(stack: TerraformStack) {
    super(stack, LimitsElement.id);
    // What `addCustomSynthesis` of cdktf sets; it is not exported.
    Object.defineProperty(this, Symbol.for("cdktf/customSynthesis"), {
      value: { onSynthesize: ({ outdir }: { outdir: string }) => writeReport(outdir, reportOf(this), this) },
    });
    // Aspects run before a stack is written, in whatever way: what `toTerraform` adds would come too late for the resources above.
    Aspects.of(this).add({
      visit: () => addPreconditions(registryOf(stack), stack.node.path),
    });
  }

  public override toTerraform(): object {
    const report = reportOf(this);
    if (report.broken.length > 0) {
      const root = this.node.root;
      if (App.isApp(root)) {
        writeReport(root.outdir, report, this);
      }
      throw new LimitError(report.broken);
    }
    this.warn(report);
    return {};
  }

  public override toHclTerraform(): object {
    return this.toTerraform();
  }

  /** Warnings go where the cdktf command line looks, without the stack traces that would make the manifest differ between machines. */
  private warn(report: LimitReport): void {
    const stack = TerraformStack.of(this);
    const known = new Set(stack.node.metadata.map(({ data }) => data as unknown));
    const prefix = `${stack.node.path}/`;
    for (const { id, path: where, got, want, source } of [...report.warnings, ...report.turnedIntoWarnings]) {
      const message = `${id}: ${where}: got ${got}; want ${want} (${placeToRead(id, source)})`;
      if ((where === stack.node.path || where.startsWith(prefix)) && !known.has(message)) {
        stack.node.addMetadata(AnnotationMetadataEntryType.WARN, message);
      }
    }
  }
}

function writeReport(outdir: string, report: LimitReport, scope: IConstruct): void {
  fs.mkdirSync(outdir, { recursive: true });
  fs.writeFileSync(path.join(outdir, "limits.json"), `${JSON.stringify(report, undefined, 2)}\n`);
  if (libraryContext(scope)["sarif"] === true) {
    fs.writeFileSync(path.join(outdir, "limits.sarif"), `${JSON.stringify(toSarif(report), undefined, 2)}\n`);
  }
}

/** `TerraformStack.of` throws above the stacks, where quotas and acknowledgements may well be declared. */
function stackOf(scope: IConstruct): TerraformStack | undefined {
  let ancestor: IConstruct | undefined = scope;
  while (ancestor !== undefined && !TerraformStack.isStack(ancestor)) {
    ancestor = ancestor.node.scope;
  }
  return ancestor;
}
