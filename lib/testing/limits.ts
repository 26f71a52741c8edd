import { Construct, type IConstruct } from "constructs";
import { readContext } from "../context";
import { allLimits, findLimit, formatViolation, LimitError, registryOf, reportOf } from "../limits";
import type { LimitReport, Violation } from "../limits";
import { isSynthesized } from "./document";
import type { SynthesizedStack } from "./synthesize";
import type { Verdict } from "./verdict";

/**
 * What limits are asked about: an app, a stack or another construct with all that is in it; what a stack became; or a
 * function that builds one of these and gives it back, for what is refused as soon as it is made.
 */
export type LimitSubject = IConstruct | SynthesizedStack | (() => IConstruct | SynthesizedStack);

interface Judged {
  readonly name: string;
  readonly broken: readonly Violation[];
  readonly advice: readonly Violation[];
  readonly unjudged: LimitReport["silent"];
}

/**
 * Whether nothing breaks a documented limit. Advice does not count, and neither does what a team has acknowledged.
 */
export function respectsLimits(subject: LimitSubject): Verdict {
  const { name, broken } = judge(subject);
  if (broken.length === 0) {
    return {
      pass: true,
      message: `expected ${name} to break a documented limit, but it respects all of them`,
    };
  }
  return {
    pass: false,
    message: said(
      `expected ${name} to respect the documented limits, but it breaks ${idsOf(broken)}`,
      broken,
    ),
  };
}

/**
 * Whether a limit is broken, or an advice not followed, by what was built.
 *
 * @throws Error when there is no limit with that id, which would otherwise never be violated
 */
export function violates(subject: LimitSubject, id: string): Verdict {
  const limit = findLimit(id);
  if (limit === undefined)
    throw new Error(`No limit has the id "${id}"${similar(id)}. docs/limits.md has all of them.`);
  const { name, broken, advice, unjudged } = judge(subject);
  const found = [...broken, ...advice];
  const wanted = found.filter((violation) => violation.id === id);
  if (wanted.length > 0)
    return { pass: true, message: said(`expected ${name} not to violate ${id}, but it does`, wanted) };
  const instead = found.length === 0 ? "nothing" : idsOf(found);
  const silent = unjudged.find((one) => one.id === id);
  const why =
    silent === undefined
      ? ""
      : `\nIt could not be judged at ${silent.path}: Terraform alone knows ${silent.unknown.join(", ")}.`;
  const message = `expected ${name} to violate ${id} ("${limit.text.statement}"), but it violates ${instead}${why}`;
  return { pass: false, message: said(message, found) };
}

function judge(subject: LimitSubject): Judged {
  if (typeof subject === "function") return judgeMade(subject);
  if (isSynthesized(subject)) return judged("the stack", subject.limits);
  if (!Construct.isConstruct(subject)) {
    throw new TypeError(
      "Limits are asked about a construct, a synthesized stack, or a function that gives one back.",
    );
  }
  // As in synthesize(): quotas of cdktf.json count, also for an app that was made without its context.
  const registry = registryOf(subject);
  registry.context ??= readContext();
  const { path } = subject.node;
  return judged(path === "" ? "the app" : path, reportOf(subject), path);
}

function judgeMade(make: () => IConstruct | SynthesizedStack): Judged {
  try {
    return judge(make());
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    return { name: "what is made", broken: error.violations, advice: [], unjudged: [] };
  }
}

function judged(name: string, { broken, warnings, silent, partly }: LimitReport, within = ""): Judged {
  const inside = <T extends { readonly path: string }>(list: readonly T[]): readonly T[] =>
    within === "" ? list : list.filter(({ path }) => path === within || path.startsWith(`${within}/`));
  return { name, broken: inside(broken), advice: inside(warnings), unjudged: inside([...silent, ...partly]) };
}

function said(message: string, violations: readonly Violation[]): string {
  return [message, ...violations.map(formatViolation)].join("\n\n");
}

function idsOf(violations: readonly Violation[]): string {
  return [...new Set(violations.map(({ id }) => id))].join(", ");
}

/** Ids with the most words in common. */
function similar(id: string): string {
  const words = new Set(id.split("-"));
  const shared = (other: string) => other.split("-").filter((word) => words.has(word)).length;
  const [best] = allLimits()
    .map((limit) => ({ id: limit.id, count: shared(limit.id) }))
    .sort((a, b) => b.count - a.count);
  return best === undefined || best.count === 0 ? "" : `, but "${best.id}" is one`;
}
