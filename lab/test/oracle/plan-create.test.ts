import { planChange } from "../../lib/core/change";
import type { Value, ValueObject } from "../../lib/values";
import { isList, isObject, isUnknown, UNKNOWN } from "../../lib/values";
import { decoded, modelOf } from "./models";
import { canonical } from "./printed";
import { readRecording } from "./recordings";

/** A line of `plan-create`: see the README beside the recordings. */
interface Case {
  readonly id: string;
  readonly resources: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly data?: object;
  readonly variable?: object;
  readonly locals?: object;
  readonly planned?: Readonly<Record<string, Planned>>;
  readonly error?: readonly string[];
}

interface Planned {
  readonly actions: readonly string[];
  readonly after: object;
  readonly after_unknown?: object;
}

const LANGUAGE = "needs the language of Terraform (functions, count, data, locals): replayed with the binary";
const NOT_SERVED = "the resource is not in the committed schema";

/** Cases that are left out, by the start of their id. */
const exceptions: ReadonlyMap<string, string> = new Map([["alicloud_cs_kubernetes_autoscaler/", NOT_SERVED]]);

const cases = readRecording<Case>("plan-create");

/** Looks a plain reference up in the plan of the resource that it names; anything else is unknown. */
class Replay {
  private readonly planned = new Map<string, ValueObject>();

  constructor(private readonly one: Case) {}

  public plan(type: string, name: string): ValueObject {
    const address = `${type}.${name}`;
    const known = this.planned.get(address);
    if (known !== undefined) return known;
    const model = modelOf(type);
    const config = decoded(model, this.one.resources[type]?.[name], (expression) => this.resolve(expression));
    const { after } = planChange(model, null, config);
    if (after === null) throw new Error(`${address} is not planned`);
    this.planned.set(address, after);
    return after;
  }

  public errors(type: string, name: string): string[] {
    const model = modelOf(type);
    const { diagnostics } = planChange(
      model,
      null,
      decoded(model, this.one.resources[type]?.[name], () => UNKNOWN),
    );
    return diagnostics.map(({ summary }) => summary);
  }

  private resolve(expression: string): Value {
    const [, type = "", name = "", attribute = ""] = /^(\w+)\.(\w+)\.(\w+)$/.exec(expression) ?? [];
    if (type === "terraform_data" || this.one.resources[type]?.[name] === undefined) return UNKNOWN;
    return this.plan(type, name)[attribute] ?? null;
  }
}

/** A value as Terraform prints it: known members, and which are unknown. Absent, null and empty lists are one. */
function printed(value: Value): { after: unknown; unknown: unknown } {
  if (isUnknown(value)) return { after: undefined, unknown: true };
  if (isList(value)) {
    const items = value.map(printed);
    return {
      after: items.length === 0 ? undefined : items.map(({ after }) => after ?? null),
      unknown: items.some(({ unknown }) => unknown !== undefined)
        ? items.map(({ unknown }) => unknown ?? {})
        : undefined,
    };
  }
  if (!isObject(value)) return { after: value ?? undefined, unknown: undefined };
  const members = Object.entries(value).map(([name, member]) => [name, printed(member)] as const);
  const after = members.flatMap(([name, one]) => (one.after === undefined ? [] : [[name, one.after]]));
  const unknown = members.flatMap(([name, one]) => (one.unknown === undefined ? [] : [[name, one.unknown]]));
  return {
    after: Object.fromEntries(after),
    unknown: unknown.length === 0 ? undefined : Object.fromEntries(unknown),
  };
}

/** Whether a resource of a provider is written with more than plain references. */
function needsLanguage({ resources, data, variable, locals }: Case): boolean {
  if (data !== undefined || variable !== undefined || locals !== undefined) return true;
  const bodies = Object.entries(resources).flatMap(([type, named]) =>
    type === "terraform_data" ? [] : Object.values(named),
  );
  return bodies.some(
    (body) => "count" in body || "for_each" in body || /\$\{(?!\w+\.\w+\.\w+\})/.test(JSON.stringify(body)),
  );
}

const reasonOf = (one: Case): string | undefined => {
  const listed = [...exceptions].find(([start]) => one.id.startsWith(start))?.[1];
  return listed ?? (needsLanguage(one) ? LANGUAGE : undefined);
};

/** Where our plan and the recorded one part, in words. */
function disagreements(one: Case): string[] {
  const replay = new Replay(one);
  if (one.error !== undefined) return errorsDiffer(replay, one);
  return Object.entries(one.planned ?? {}).flatMap(([address, planned]) => {
    const [type = "", name = ""] = address.split(".");
    const ours = printed(replay.plan(type, name));
    return [
      different(`${address} after`, ours.after, planned.after),
      different(`${address} after_unknown`, ours.unknown ?? {}, planned.after_unknown ?? {}),
    ].filter((text) => text !== undefined);
  });
}

function errorsDiffer(replay: Replay, { resources, error }: Case): string[] {
  const messages = Object.entries(resources).flatMap(([type, named]) =>
    type === "terraform_data" ? [] : Object.keys(named).flatMap((name) => replay.errors(type, name)),
  );
  return [different("error", messages, error)].filter((text) => text !== undefined);
}

function different(what: string, ours: unknown, theirs: unknown): string | undefined {
  const [a, b] = [canonical(ours), canonical(theirs)];
  return a === b ? undefined : `${what}: ours ${a}, recorded ${b}`;
}

test("every recorded plan of new resources is ours, but for those that need Terraform's language", () => {
  const wrong = cases
    .filter((one) => reasonOf(one) === undefined)
    .map((one) => ({ id: one.id, disagreements: disagreements(one) }))
    .filter((one) => one.disagreements.length > 0);
  expect(wrong).toEqual([]);
});

test("few cases are left out, and only scenarios for their language", () => {
  const left = cases.filter((one) => reasonOf(one) !== undefined);
  expect(left.filter((one) => reasonOf(one) === LANGUAGE).every(({ id }) => id.startsWith("scenario/"))).toBe(
    true,
  );
  expect(left.filter((one) => reasonOf(one) !== LANGUAGE).length / cases.length).toBeLessThan(0.02);
  for (const start of exceptions.keys()) expect(cases.some(({ id }) => id.startsWith(start))).toBe(true);
});
